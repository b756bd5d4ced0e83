"""Decisions and operations: the entries of the log from which everything else is derived."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from annotator.core import span as spans
from annotator.core.span import Span

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Callable, Iterator, Mapping, Sequence

Kind = Literal["span", "verdict", "status", "comment"]
STATUSES = ("todo", "busy", "done", "flagged", "skipped")
FIRST_LINK = "0" * 64  # what the first operation of a log is chained to
_NOTHING = "null"
_HOLE = '"decisions":[]'  # inside a string its quotes would be escaped: it stands once
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
PIECE = 500  # decisions that are hashed in one go
LONG = 100_000  # characters of a list that is read value by value
_DECODER = json.JSONDecoder()


class Verdict(NamedTuple):
    """What was decided about a suggestion; its content is kept, so that it outlives a new run."""

    outcome: Literal["accepted", "corrected", "rejected"]
    layer: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    score: float
    suggester: str


class Status(NamedTuple):
    """The state of a document for one annotator: one of STATUSES."""

    value: str


class Comment(NamedTuple):
    """A remark on a document, or on the span or event `about`."""

    text: str
    about: str | None = None


Value = Span | Verdict | Status | Comment


class Decision(NamedTuple):
    """One change of one thing in one document: `before` and `after` are None where it is not there.

    `target` is the id of a span, suggestion or comment, or "" for the status.
    """

    document: str
    kind: Kind
    target: str
    before: Value | None
    after: Value | None

    def inverted(self) -> Decision:
        """The decision that takes this one back."""
        return self._replace(before=self.after, after=self.before)


class Written(NamedTuple):
    """A decision as canonical JSON, and of its `before` and `after` the JSON that stands in it."""

    before: str
    after: str
    whole: str


class Operation(NamedTuple):
    """One gesture: one undo step with one or many decisions, chained by hash to the one before.

    `sequence` counts from 1 per replica and actor; `at` is UTC, ISO 8601 with milliseconds;
    `elapsed_ms` is active time since the gesture before; `reverts` is the id of the operation taken
    back; `sources` are ids of operations this one rests on; `origin` is user, bulk, import or script.
    """

    id: str
    replica: str
    actor: str
    sequence: int
    kind: str
    document: str
    at: str
    decisions: tuple[Decision, ...]
    elapsed_ms: int = 0
    reverts: str | None = None
    sources: tuple[str, ...] = ()
    origin: str = "user"
    scheme_version: int = 0
    previous: str = FIRST_LINK
    hash: str = ""

    def digest(self, rows: Sequence[Written] | None = None) -> str:
        """SHA-256 over the operation before and all fields of this one but the hash itself.

        `rows` are its decisions as `written` gives them, where they are at hand.
        """
        digest = _sha256()()
        for piece in _pieces(self, written(self.decisions) if rows is None else rows):
            digest.update(piece.encode("utf-8"))
        return digest.hexdigest()

    def sealed(self, rows: Sequence[Written] | None = None) -> Operation:
        """The same operation with its hash filled in; `rows` as in `digest`."""
        return self._replace(hash=self.digest(rows))


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: the form that hashes are taken over."""
    return _CANONICAL.encode(value)


def written(decisions: Sequence[Decision]) -> list[Written]:
    """Each decision as canonical JSON; hash, log and tables need the same text, so that it is made once."""
    return [_written(one) for one in decisions]


def _written(decision: Decision) -> Written:
    before, after = _value_text(decision.before), _value_text(decision.after)
    head = canonical((decision.document, decision.kind, decision.target))
    return Written(before, after, f"{head[:-1]},{before},{after}]")


def _value_text(value: Value | None) -> str:
    return _NOTHING if value is None else canonical(value_to_json(value))


def list_text(rows: Sequence[Written]) -> str:
    """The canonical JSON of the list of decisions."""
    return f"[{','.join([row.whole for row in rows])}]"


@cache
def _sha256() -> Callable[[], hashlib._Hash]:
    """What hashes, loaded once: an import statement costs at every key."""
    import hashlib  # lazy: it loads OpenSSL, which no reading needs

    return hashlib.sha256


def _pieces(operation: Operation, rows: Sequence[Written]) -> Iterator[str]:
    """The canonical form of an operation, of very many decisions in pieces."""
    before, after = canonical(_with(operation, [])).split(_HOLE)
    yield f"{before}{_HOLE[:-1]}"
    for start in range(0, len(rows), PIECE):
        yield ("," if start else "") + ",".join([row.whole for row in rows[start : start + PIECE]])
    yield f"]{after}"


def list_from_canonical(text: str) -> list[Any]:
    """Inverse of `list_text`, read value by value: a long one read at once would hold up other threads."""
    if len(text) < LONG or (text[:1], text[-1:]) != ("[", "]"):
        found: list[Any] = json.loads(text)
        return found
    values, position, last = [], 1, len(text) - 1
    while position < last:
        value, position = _DECODER.raw_decode(text, position)
        values.append(value)
        if text[position] not in ",]":
            return list(json.loads(text))  # not as it was written, so most likely no JSON either
        position += 1
    return values


def value_to_json(value: Value | None) -> dict[str, Any] | None:
    """A decision's before or after as a JSON value."""
    match value:
        case None:
            return None
        case Verdict():
            return {
                "outcome": value.outcome,
                "layer": value.layer,
                "label": value.label,
                "fragments": [list(fragment) for fragment in value.fragments],
                "score": value.score,
                "suggester": value.suggester,
            }
        case Status():
            return {"value": value.value}
        case Comment():
            return {"text": value.text, "about": value.about}
        case _:
            return spans.to_json(value)


def value_from_json(kind: Kind, value: Mapping[str, Any] | None) -> Value | None:
    """Inverse of `value_to_json`, for values this program wrote itself."""
    if value is None:
        return None
    match kind:
        case "verdict":
            fragments = tuple((start, end) for start, end in value["fragments"])
            return Verdict(**{**value, "fragments": fragments})
        case "status":
            return Status(value["value"])
        case "comment":
            return Comment(value["text"], value["about"])
        case _:
            return spans.from_json(value)


def decisions_to_json(decisions: tuple[Decision, ...]) -> list[list[Any]]:
    """Decisions as lists [document, kind, target, before, after]."""
    return [[d.document, d.kind, d.target, value_to_json(d.before), value_to_json(d.after)] for d in decisions]


def decisions_from_json(rows: list[list[Any]]) -> tuple[Decision, ...]:
    """Inverse of `decisions_to_json`."""
    return tuple(
        Decision(document, kind, target, value_from_json(kind, before), value_from_json(kind, after))
        for document, kind, target, before, after in rows
    )


def operation_to_json(operation: Operation) -> dict[str, Any]:
    """The operation as a JSON value, without its hash."""
    return _with(operation, decisions_to_json(operation.decisions))


def _with(operation: Operation, decisions: list[list[Any]]) -> dict[str, Any]:
    return {
        "id": operation.id,
        "replica": operation.replica,
        "actor": operation.actor,
        "sequence": operation.sequence,
        "kind": operation.kind,
        "document": operation.document,
        "at": operation.at,
        "decisions": decisions,
        "elapsed_ms": operation.elapsed_ms,
        "reverts": operation.reverts,
        "sources": list(operation.sources),
        "origin": operation.origin,
        "scheme_version": operation.scheme_version,
        "previous": operation.previous,
    }


def operation_from_json(value: Mapping[str, Any], *, digest: str) -> Operation:
    """Inverse of `operation_to_json`; `digest` is the hash stored beside it (not checked here)."""
    fields = dict(value)
    fields["decisions"] = decisions_from_json(fields["decisions"])
    fields["sources"] = tuple(fields["sources"])
    return Operation(**fields, hash=digest)
