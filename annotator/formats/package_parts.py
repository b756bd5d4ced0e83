"""The parts of work packages line by line: documents, suggestions, rules and operations, out and in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core import suggestion as suggestion_json
from annotator.core.document import Document, Region
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import strict_json
from annotator.formats.json_fields import Fields
from annotator.formats.operation_json import read_suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.suggestion import Suggestion
    from annotator.formats.archive import ArchiveReader, Member

TODO = "ask the sender for the file again"


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of the guideline as it travels: what it says of a label."""

    version: int
    layer: str
    label: str
    text: str


def to_bytes(value: object) -> bytes:
    """JSON on one line, UTF-8."""
    return strict_json.dumped(value).encode("utf-8")


def to_lines(values: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """One line of JSON a value."""
    for value in values:
        yield to_bytes(value) + b"\n"


def fields_of(parts: ArchiveReader, path: Path, name: str, members: Mapping[str, Member]) -> Iterator[Fields]:
    """The objects of a member, one a line; KnownError A801, A202, A203, A206."""
    for number, line in parts.lines(name, members[name]):
        where = f"{path.name}: {name}:{number}"
        try:
            source = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise KnownError("A801", f"{where}: is not UTF-8 (byte {error.start})", TODO) from error
        yield Fields(strict_json.parse(source, where=where), where=where)


def rule_json(rule: Rule) -> dict[str, Any]:
    """A line of the guideline."""
    return {"version": rule.version, "layer": rule.layer, "label": rule.label, "text": rule.text}


def read_rule(fields: Fields) -> Rule:
    """Inverse of `rule_json`; KnownError A202, A203."""
    version = fields.value.get("version")
    if type(version) is not int:
        raise fields.refusal("A202", "version", "should be a number")
    return Rule(version, fields.required("layer"), fields.required("label"), fields.long_string("text") or "")


def document_json(document: Document) -> dict[str, Any]:
    """A document's line, with its tokens and regions."""
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "sha256": document.sha256,
        "meta": dict(document.meta),
        "tokens": [list(token) for token in document.tokens.ranges],
        "sentences": [list(sentence) for sentence in document.sentences],
        "regions": [[one.kind, one.start, one.end, one.value] for one in document.regions],
    }


def read_document(fields: Fields) -> Document:
    """Inverse of `document_json`; KnownError A202, A203, A204, A206."""
    text = fields.long_string("text")
    if text is None or fields.string("sha256") != sha256_of(text):
        raise fields.refusal("A204", "sha256", "is not that of the text", TODO)
    meta = fields.value.get("meta")
    if not isinstance(meta, dict):
        raise fields.refusal("A202", "meta", "should be an object")
    tokens = _ranges(fields, "tokens", len(text))
    if any(text[start].isspace() or text[end - 1].isspace() for start, end in tokens):
        raise fields.refusal("A204", "tokens", "one begins or ends with white space", TODO)
    regions = tuple(_region(one, fields, len(text)) for one in fields.members("regions"))
    return Document(
        id=fields.required("id"),
        title=fields.string("title") or "",
        text=text,
        sha256=sha256_of(text),
        tokens=Tokens(tokens),
        sentences=_ranges(fields, "sentences", len(tokens)),
        regions=regions,
        meta=meta,
    )


def _ranges(fields: Fields, name: str, length: int) -> tuple[tuple[int, int], ...]:
    """Ascending ranges below `length`; there may be as many as the text has characters."""
    values = fields.value.get(name)
    if not isinstance(values, list):
        raise fields.refusal("A202", name, "should be a list")
    previous = 0
    for one in values:
        if not (type(one) is list and len(one) == 2 and type(one[0]) is int and type(one[1]) is int):
            raise fields.refusal("A202", name, f"should be pairs of integers, not {one!r:.40}")
        if not previous <= one[0] < one[1] <= length:
            raise fields.refusal("A204", name, f"{one} is out of order or outside", TODO)
        previous = one[1]
    return tuple((start, end) for start, end in values)


def _region(value: object, fields: Fields, length: int) -> Region:
    if isinstance(value, list) and len(value) == 4:
        kind, start, end, said = value
        is_text = isinstance(kind, str) and isinstance(said, str)
        if is_text and type(start) is int and type(end) is int and 0 <= start < end <= length:
            return Region(kind, start, end, said)
    raise fields.refusal("A202", "regions", f"holds what is no region: {value!r:.60}")


def suggestions_json(document: str, found: Iterable[Suggestion]) -> dict[str, Any]:
    """The line of one document's suggestions."""
    return {"document": document, "suggestions": [suggestion_json.to_json(one) for one in found]}


def read_suggestions(lines: Iterable[Fields]) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
    """Suggestions by document, each document once."""
    seen: set[str] = set()
    for fields in lines:
        document = fields.required("document")
        if document in seen:
            raise fields.refusal("A202", "document", f"{document!r:.80} comes twice")
        seen.add(document)
        yield document, tuple(map(read_suggestion, fields.objects("suggestions")))
