"""Operations and suggestions as JSON from elsewhere: every key and type checked before anything is made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from annotator.core import suggestion as suggestions
from annotator.core.command import MAX_FRAGMENTS, MAX_TEXT
from annotator.core.decision import canonical, operation_from_json, operation_to_json
from annotator.core.span import ID, NOT_MENTIONED
from annotator.formats import decoding, limits
from annotator.formats.json_fields import Fields

if TYPE_CHECKING:
    from annotator.core.decision import Operation
    from annotator.core.suggestion import Suggestion

HASH = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)")
_MOST = 10**12  # of any count or number of milliseconds
_OPERATION = (
    "id", "replica", "actor", "sequence", "kind", "document", "at", "decisions", "elapsed_ms", "reverts", "sources",
    "origin", "scheme_version", "previous", "hash",
)  # fmt: skip
_SPAN = (
    "id", "layer", "label", "fragments", "attributes", "origin", "suggestion", "score", "event", "arguments",
)  # fmt: skip
_VERDICT = ("outcome", "layer", "label", "fragments", "score", "suggester")
_SUGGESTION = (
    "id", "layer", "label", "fragments", "score", "provenance", "event", "attributes", "arguments",
)  # fmt: skip
_KINDS = ("span", "verdict", "status", "comment")
_OUTCOMES = ("accepted", "corrected", "rejected")
_ORIGINS = ("accepted", "corrected", "added", "import", "bulk")


def operation_line(operation: Operation) -> dict[str, Any]:
    """The operation as the JSON value of its line, its hash included."""
    return {**operation_to_json(operation), "hash": operation.hash}


def read_operation(fields: Fields) -> Operation:
    """Inverse of `operation_line` for a line from elsewhere; whether it is allowed is not asked here.

    Raises KnownError A202 (shape), A203 (limits), A206 (characters).
    """
    _only(fields, _OPERATION)
    for name in ("id", "replica"):
        _match(fields, name, ID)
    for name in ("previous", "hash"):
        _match(fields, name, HASH)
    _match(fields, "at", _MOMENT)
    if fields.value.get("reverts") is not None:
        _match(fields, "reverts", ID)
    for name in ("actor", "kind", "origin"):
        fields.required(name)
    _string(fields, "document")
    for name in ("sequence", "elapsed_ms", "scheme_version"):
        _count(fields, name)
    if not all(isinstance(one, str) and ID.fullmatch(one) for one in _list(fields, "sources")):
        raise fields.refusal("A202", "sources", "should be ids of operations")
    for number, decision in enumerate(_list(fields, "decisions")):
        _check_decision(decision, fields, f"decisions[{number}]")
    if "reverts" not in fields.value:
        raise fields.refusal("A202", "reverts", "is missing")
    value = {name: fields.value[name] for name in _OPERATION if name != "hash"}
    operation = operation_from_json(value, digest=fields.value["hash"])
    if canonical(operation_to_json(operation)) != canonical(value):
        raise fields.refusal("A202", "decisions", "is not written as this program writes it")
    return operation


def read_suggestion(fields: Fields) -> Suggestion:
    """A suggestion from elsewhere; raises as `read_operation`."""
    _only(fields, _SUGGESTION)
    _match(fields, "id", ID)
    _check_labelled(fields)
    _check_score(fields, is_needed=True)
    provenance = _list(fields, "provenance")
    if len(provenance) != 4 or not all(
        isinstance(one, str) and len(one) <= limits.NAME_CHARACTERS for one in provenance
    ):
        raise fields.refusal("A202", "provenance", "should be four short strings")
    if not isinstance(fields.value.get("event"), bool):
        raise fields.refusal("A202", "event", "should be true or false")
    if "attributes" not in fields.value:
        raise fields.refusal("A202", "attributes", "is missing")
    fields.strings("attributes")
    _check_arguments(fields)
    if "arguments" not in fields.value:
        raise fields.refusal("A202", "arguments", "is missing")
    return suggestions.from_json(fields.value)


def _check_decision(value: object, parent: Fields, path: str) -> None:
    if not isinstance(value, list) or len(value) != 5:
        raise parent.refusal("A202", path, "should be [document, kind, target, before, after]")
    document, kind, target, before, after = value
    if not isinstance(document, str) or not isinstance(target, str) or kind not in _KINDS:
        raise parent.refusal("A202", path, f"should begin with two strings and a kind, is {value[:3]!r:.80}")
    if len(document) > limits.NAME_CHARACTERS or len(target) > limits.NAME_CHARACTERS:
        raise parent.refusal("A203", path, "holds an id that is too long")
    for side, one in (("before", before), ("after", after)):
        if one is not None:
            _CHECKS[kind](Fields(one, where=parent.where, path=f"{path}.{side}"))


def _check_span(fields: Fields) -> None:
    _only(fields, _SPAN)
    _match(fields, "id", ID)
    _check_labelled(fields)
    _check_score(fields, is_needed=False)
    if fields.required("origin") not in _ORIGINS:
        raise fields.refusal("A202", "origin", f"is none of {', '.join(_ORIGINS)}")
    if "suggestion" in fields.value:
        _match(fields, "suggestion", ID)
    fields.strings("attributes")
    if fields.value.get("event", True) is not True:
        raise fields.refusal("A202", "event", "should be true, or not be there")
    _check_arguments(fields)


def _check_verdict(fields: Fields) -> None:
    _only(fields, _VERDICT)
    if fields.required("outcome") not in _OUTCOMES:
        raise fields.refusal("A202", "outcome", f"is none of {', '.join(_OUTCOMES)}")
    _check_labelled(fields)
    _check_score(fields, is_needed=True)
    fields.required("suggester")


def _check_status(fields: Fields) -> None:
    _only(fields, ("value",))
    fields.required("value")


def _check_comment(fields: Fields) -> None:
    _only(fields, ("text", "about"))
    text = fields.value.get("text")
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise fields.refusal("A202", "text", f"should be a string of at most {MAX_TEXT:,} characters")
    decoding.check_keepable(text, fields.where, field=f"{fields.path}.text")
    if "about" not in fields.value:
        raise fields.refusal("A202", "about", "is missing")
    _string(fields, "about", may_be_null=True)


_CHECKS = {"span": _check_span, "verdict": _check_verdict, "status": _check_status, "comment": _check_comment}


def _check_labelled(fields: Fields) -> None:
    fields.required("layer")
    fields.required("label")
    fragments = _list(fields, "fragments")
    are_pairs = all(type(one) is list and len(one) == 2 and all(type(n) is int for n in one) for one in fragments)
    if not are_pairs or not 0 < len(fragments) <= MAX_FRAGMENTS:
        raise fields.refusal("A202", "fragments", f"should be 1 to {MAX_FRAGMENTS} pairs of integers")


def _check_score(fields: Fields, *, is_needed: bool) -> None:
    if fields.number("score") is None and (is_needed or "score" in fields.value):
        raise fields.refusal("A202", "score", "should be a number from 0 to 1")


def _check_arguments(fields: Fields) -> None:
    for one in fields.members("arguments"):
        is_pair = isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
        is_filler = is_pair and (one[1] == NOT_MENTIONED or ID.fullmatch(one[1]) is not None)
        if not is_filler or not 0 < len(one[0]) <= limits.NAME_CHARACTERS:
            raise fields.refusal("A202", "arguments", f"should be pairs of a role and an id, not {one!r:.60}")


def _only(fields: Fields, known: tuple[str, ...]) -> None:
    surplus = fields.unknown(known)
    if surplus:
        raise fields.refusal("A202", surplus[0], "is not known here")


def _match(fields: Fields, name: str, pattern: re.Pattern[str]) -> None:
    value = fields.string(name)
    if value is None or not pattern.fullmatch(value):
        raise fields.refusal("A202", name, f"is not as it should be: {value!r:.80}")


def _string(fields: Fields, name: str, *, may_be_null: bool = False) -> None:
    if fields.string(name) is None and not may_be_null:
        raise fields.refusal("A202", name, "is missing")


def _count(fields: Fields, name: str) -> None:
    value = fields.value.get(name)
    if type(value) is not int or not 0 <= value <= _MOST:
        raise fields.refusal("A202", name, f"should be a count, is {value!r:.40}")


def _list(fields: Fields, name: str) -> list[Any]:
    if name not in fields.value:
        raise fields.refusal("A202", name, "is missing")
    return fields.members(name)
