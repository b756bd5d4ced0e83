"""What formats of other annotation programs share: ids, our keys among theirs, what one stretch a span can hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from annotator.core.decision import Comment, Verdict
from annotator.core.span import ID, NOT_MENTIONED, Argument, Event, Span, arguments_of, making_json
from annotator.formats import carrying, strict_json
from annotator.formats.json_fields import Fields
from annotator.formats.jsonl import ORIGINS
from annotator.formats.mapped_layers import note
from annotator.formats.offsets import note_of
from annotator.formats.records import ANY_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Origin
    from annotator.core.text import Fragments
    from annotator.formats.records import ExportedDocument, Listed

FILLER_LISTED = "its filler is not carried"
NOBODY = "that nobody is mentioned"
_OWN_KEYS = ("layer", "event", "not_mentioned", "attributes", "origin", "suggestion", "score", "id", "text", "label")


class Ids:
    """Ids of the spans of one document: those of the file where they serve, else s1, s2 …"""

    def __init__(self, given: Iterable[str | None]) -> None:
        self._reserved = {id for id in given if id is not None}
        self._used: set[str] = set()
        self._number = 0

    def take(self, wanted: str | None) -> str:
        """The id wanted, if it can be one and is free, else a new one."""
        if wanted is not None and wanted not in self._used and ID.fullmatch(wanted):
            self._used.add(wanted)
            return wanted
        while True:
            self._number += 1
            made = f"s{self._number}"
            if made not in self._used and made not in self._reserved:
                self._used.add(made)
                return made


@dataclass(slots=True)
class Single:
    """The spans of a document that a format with one stretch a span can hold, and what it cannot."""

    spans: list[Span] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    lost: list[Listed] = field(default_factory=list)


def single(document: ExportedDocument) -> Single:
    """Parts the spans of one fragment from the others; roles whose filler stays behind are told as lost."""
    parted = Single()
    for span in document.spans:
        if len(span.fragments) > 1:
            parted.listed.append(carrying.listed(document, span, carrying.SEVERAL_FRAGMENTS))
        else:
            parted.spans.append(span)
    kept = {span.id for span in parted.spans}
    for span in parted.spans:
        gone = [one.role for one in arguments_of(span) if one.is_mentioned and one.span not in kept]
        if gone:
            parted.lost.append(carrying.listed(document, span, f"role {', '.join(gone)}: {FILLER_LISTED}"))
    return parted


def own_keys(span: Span) -> dict[str, Any]:
    """What we know of a span beyond place and label, as keys that other programs pass over."""
    value: dict[str, Any] = {"layer": span.layer}
    if isinstance(span, Event):
        value["event"] = True
        nobody = [one.role for one in span.arguments if not one.is_mentioned]
        if nobody:
            value["not_mentioned"] = nobody
    if span.attributes:
        value["attributes"] = dict(span.attributes)
    return value | making_json(span)


def span_of(fields: Fields, *, id: str, label: str, fragments: Fragments, score: float | None = None) -> Span:
    """The span at a place, with the keys of `own_keys` where the file has them; else of any layer."""
    origin = fields.string("origin")
    common: dict[str, Any] = {
        "id": id,
        "layer": fields.string("layer") or ANY_LAYER,
        "label": label,
        "fragments": fragments,
        "attributes": fields.strings("attributes"),
        "origin": cast("Origin", origin if origin in ORIGINS else "import"),
        "suggestion": fields.string("suggestion"),
        "score": score,
    }
    if fields.value.get("event") is not True:
        return Span(**common)
    nobody = tuple(Argument(role, NOT_MENTIONED) for role in names(fields, "not_mentioned"))
    return Event(**common, arguments=nobody)


def names(fields: Fields, name: str) -> list[str]:
    """A list of short strings; empty where the field is missing or null."""
    found = []
    for position, member in enumerate(fields.members(name)):
        inner = Fields({"name": member}, where=fields.where, path=f"{fields.path}.{name}[{position}]".lstrip("."))
        found.append(inner.required("name"))
    return found


def document_keys(document: ExportedDocument) -> dict[str, Any]:
    """What we know of a document beside text and spans."""
    return {
        "title": document.title,
        "annotator": document.annotator,
        "status": document.status,
        "comments": [{"text": one.text, "about": one.about} for one in document.comments],
    }


def comments_of(fields: Fields, name: str = "comments") -> tuple[Comment, ...]:
    """Remarks: strings, or objects with `text` and `about`."""
    found = []
    for position, one in enumerate(fields.members(name)):
        inner = Fields({"text": one} if isinstance(one, str) else one, where=fields.where, path=f"{name}[{position}]")
        text = inner.long_string("text")
        if text:
            found.append(Comment(text, inner.identifier("about")))
    return tuple(found)


def rejected_of(fields: Fields, text: str) -> tuple[Verdict, ...]:
    """The rejected suggestions of a document, each as `jsonl.rejected_json` writes it."""
    return tuple(
        Verdict(
            outcome="rejected",
            layer=one.string("layer") or ANY_LAYER,
            label=one.required("label"),
            fragments=one.fragments(text),
            score=one.number("score") or 0.0,
            suggester=one.string("suggester") or "import",
        )
        for one in fields.objects("rejected")
    )


def offset(fields: Fields, name: str) -> int:
    """An offset: an integer, and none of the other things JSON may have there (A204)."""
    value = fields.value.get(name)
    if type(value) is not int:
        raise fields.refusal("A204", name, f"an offset should be an integer, is {value!r:.60}")
    return value


def note_unknown(one: Fields, known: Iterable[str], options: Mapping[str, Any]) -> None:
    """Says once per key what of a span is not kept: neither the format's own keys nor those of `own_keys`."""
    for key in one.unknown({*known, *_OWN_KEYS}):
        if one.value[key] not in (None, "", [], {}):
            note(options, f"the key {key!r:.60} of spans is not kept")


def values(path: Path, options: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values of a JSONL file, or of a JSON file with one list of objects, each with its place.

    Afterwards the notes of the options tell of offsets that were converted.
    """
    if strict_json.is_list(path):
        for line, value in strict_json.elements(path):
            yield f"{path}:{line}", value
    else:
        for line, value in strict_json.lines(path, encoding=options.get("encoding")):
            yield f"{path}:{line}", value
    told = note_of(options)
    if told:
        note(options, told)
