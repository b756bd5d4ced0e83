"""Native JSONL: one document a line with all that was decided about it, lossless both ways."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from annotator.core.decision import STATUSES, Comment, Verdict
from annotator.core.span import ID, NOT_MENTIONED, Argument, Event, Span, making_json
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import columns, limits, mapped_layers, offsets, output, strict_json, tagged_words
from annotator.formats.json_fields import Fields
from annotator.formats.records import Carried, ExportedDocument, ExportOptions, ImportedDocument, Written, carried_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.span import Origin

ORIGINS = ("accepted", "corrected", "added", "import", "bulk", "suggested")
_DOCUMENT_KEYS = (
    "id",
    "title",
    "text",
    "meta",
    "sha256",
    "annotator",
    "status",
    "spans",
    "events",
    "tokens",
    "rejected",
    "comments",
)
_SPAN_KEYS = (
    "id",
    "layer",
    "label",
    "fragments",
    "start",
    "end",
    "text",
    "attributes",
    "origin",
    "suggestion",
    "score",
)
_EVENT_KEYS = (*_SPAN_KEYS, "type", "arguments")
_PLACES = (("start", "end"), ("start_offset", "end_offset"), ("begin", "end"))  # as others call them


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One document a line; every key but the text may be missing, unknown ones are kept in meta.

    Options: `encoding` (UTF-8 unless named) and `text_column`, the key of the text. Every error names
    file, line and field: KnownError A001, A201, A202 (shape), A203 (limits), A204 (offsets, sha256), A206, A208 (ids).
    """
    seen: dict[str, tuple[int, bytes]] = {}
    for number, value in strict_json.lines(path, encoding=options.get("encoding")):
        fields = Fields(value, where=f"{path}:{number}")
        document = document_of(fields, options)
        if document.id is not None:
            digest = hashlib.blake2s(document.text.encode("utf-8")).digest()
            line, other = seen.setdefault(document.id, (number, digest))
            if other != digest:
                raise fields.refusal("A208", "id", f"{document.id!r:.60} stands in line {line} with another text")
        yield document
    told = offsets.note_of(options)
    if told and isinstance(options, MutableMapping):
        options.setdefault("notes", []).append(told)


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """Writes all documents to the file `out`; nothing is ever listed."""
    with output.text_file(out) as handle:
        for document in documents:
            handle.write(strict_json.dumped(to_json(document)))
            handle.write("\n")
    return Written(files=(out,), listed=())


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the file says of each span and event, read from the file alone."""
    return carried_in(read(out, {}))


def to_json(document: ExportedDocument) -> dict[str, Any]:
    """The document as the JSON value of its line, keys in the order of the contract."""
    text = document.text
    return {
        "id": document.id,
        "title": document.title,
        "text": text,
        "meta": dict(document.meta),
        "sha256": document.sha256,
        "annotator": document.annotator,
        "status": document.status,
        "spans": [_span_json(span, text) for span in document.spans if not isinstance(span, Event)],
        "events": [_span_json(span, text) for span in document.spans if isinstance(span, Event)],
        "tokens": [list(token) for token in document.tokens.ranges],
        "rejected": [rejected_json(verdict) for verdict in document.rejected],
        "comments": [{"text": comment.text, "about": comment.about} for comment in document.comments],
    }


def _span_json(span: Span, text: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": span.id,
        "layer": span.layer,
        "type" if isinstance(span, Event) else "label": span.label,
        "fragments": [list(fragment) for fragment in span.fragments],
        "text": covered(text, span.fragments),
        "attributes": dict(span.attributes),
    }
    if isinstance(span, Event):
        value["arguments"] = [
            {"role": argument.role, "span": argument.span if argument.is_mentioned else None}
            for argument in span.arguments
        ]
    return value | making_json(span)


def rejected_json(verdict: Verdict) -> dict[str, Any]:
    """A rejected suggestion, as our own keys have it."""
    return {
        "layer": verdict.layer,
        "label": verdict.label,
        "fragments": [list(fragment) for fragment in verdict.fragments],
        "score": verdict.score,
        "suggester": verdict.suggester,
    }


def document_of(fields: Fields, options: Mapping[str, Any]) -> ImportedDocument:
    """The document in a JSON object of this shape, wherever it stands; raises what `read` raises of its line."""
    if "text" not in fields.value and "text_column" not in options:
        words = tagged_words.words_of(fields.value)
        if words is not None and columns.find(fields.value, columns.TEXT) is None:
            return tagged_words.document_of(words, fields.value, fields.where, options)
    text_key = columns.text_column(fields.value, options, where=fields.where)
    text = fields.long_string(text_key)
    if text is None:
        raise fields.refusal("A202", text_key, "is null")
    _check_hash(fields, text)
    fields = _in_code_points(fields, text, options)
    _check_tokens(fields, text)
    status = fields.string("status")
    if status is not None and status not in STATUSES:
        raise fields.refusal("A202", "status", f"{status!r:.40} is none of {', '.join(STATUSES)}")
    return ImportedDocument(
        text=text,
        where=fields.where,
        id=fields.identifier("id"),
        title=fields.string("title"),
        meta=_meta(fields, text_key),
        annotator=fields.string("annotator"),
        status=status,
        spans=_spans(fields, text, options),
        rejected=tuple(_verdict(one, text) for one in fields.objects("rejected")),
        comments=_comments(fields),
    )


def _meta(fields: Fields, text_key: str) -> dict[str, Any]:
    """The meta data, with every unknown key of the line beside it."""
    value = fields.value.get("meta")
    meta: dict[str, Any] = dict(value) if isinstance(value, dict) else {} if value is None else {"meta": value}
    known = [name for name in _DOCUMENT_KEYS if name != "text" or text_key == "text"]
    for key in fields.unknown([*known, text_key]):
        if _is_labelled(fields.value[key]):
            raise fields.refusal(
                "A202",
                key,
                "holds labelled places, which native JSONL has under spans",
                "name the format, such as --format doccano, or rename the key",
            )
        if key in meta and meta[key] != fields.value[key]:
            raise fields.refusal("A208", key, "stands in meta too, with another value", "rename one of them")
        meta[key] = fields.value[key]
    return meta


def _is_labelled(value: object) -> bool:
    """Whether the value under a key of another program holds places in the text, by its first member."""
    if isinstance(value, dict):  # by label
        return any(isinstance(one, list) and _is_labelled(one) for one in value.values())
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, list):
        kinds = [type(one) for one in first[:3]]
        return kinds in ([int, int, str], [str, int, int])
    if isinstance(first, dict):
        return "indices" in first or any(type(first.get(one)) is type(first.get(end)) is int for one, end in _PLACES)
    return False


def _check_hash(fields: Fields, text: str) -> None:
    said = fields.string("sha256")
    if said is not None and said.lower() != hashlib.sha256(text.encode("utf-8")).hexdigest():
        raise fields.refusal(
            "A204",
            "sha256",
            "is not that of the text: the offsets may not fit it",
            "restore the text, or remove the key",
        )


def _in_code_points(fields: Fields, text: str, options: Mapping[str, Any]) -> Fields:
    """The line with offsets in code points: those in UTF-16 units, as the covered texts say, are converted.

    What is no offset, or fits neither way, stays as it is: the checks that follow name its field.
    """
    convert = offsets.from_utf16(text)
    if convert is None:
        return fields
    claims: list[offsets.Claim] = []
    for one in (one for name in ("spans", "events", "rejected") for one in fields.objects(name)):
        pairs = one.value.get("fragments")
        pairs = [[one.value.get("start"), one.value.get("end")]] if pairs is None else pairs
        said = one.value.get("text")
        if not _are_pairs(pairs) or not isinstance(said, str | None):
            return fields
        claims.append(offsets.Claim(tuple((start, end) for start, end in pairs), said, fields.where))
    if all(claim.said is None for claim in claims) or not _are_pairs(fields.value.get("tokens") or []):
        return fields
    try:
        settled = offsets.settle(text, claims, options=options)
    except KnownError:
        return fields
    if settled == [claim.fragments for claim in claims]:
        return fields
    changed: dict[str, Any] = {**fields.value}
    moved = iter(settled)
    for name in ("spans", "events", "rejected"):
        changed[name] = [
            {**one, "start": None, "end": None, "fragments": [list(pair) for pair in next(moved)]}
            for one in fields.members(name)
        ]
    tokens = [convert(((start, end),)) for start, end in fields.value.get("tokens") or []]
    changed["tokens"] = [list(token[0]) if token else [0, 0] for token in tokens]
    return Fields(changed, where=fields.where, path=fields.path)


def _are_pairs(value: object) -> bool:
    """Whether this is a list of pairs of integers."""
    return isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and type(pair[0]) is type(pair[1]) is int for pair in value
    )


def _check_tokens(fields: Fields, text: str) -> None:
    """Refuses tokens that are no ascending ranges in the text; they are not kept: a project has tokens of its own."""
    previous = 0
    for token in fields.members("tokens", most=limits.TEXT_CHARACTERS):
        if not (type(token) is list and len(token) == 2 and type(token[0]) is int and type(token[1]) is int):
            raise fields.refusal("A202", "tokens", f"a token should be two integers, is {token!r:.60}")
        start, end = token
        if not previous <= start < end <= len(text):
            raise fields.refusal("A204", "tokens", f"{token} is out of order or outside the text")
        previous = end


def _spans(fields: Fields, text: str, options: Mapping[str, Any]) -> tuple[Span, ...]:
    """Spans, then events, as in the line; those without an id get one."""
    spans, events = fields.objects("spans"), fields.objects("events")
    taken: set[str] = set()
    for one in (*spans, *events):
        id = one.identifier("id")
        if id is None:
            continue
        if not ID.fullmatch(id):
            raise one.refusal("A208", "id", f"{id!r:.80} is not 1 to 64 letters, digits or _ . : -")
        if id in taken:
            raise one.refusal("A208", "id", f"{id!r} is used twice in this document")
        taken.add(id)
    made = (one for one in map("s{}".format, count(1)) if one not in taken)
    result: list[Span] = [_span(one, text, made, options) for one in spans]
    result += [_event(one, text, made, options) for one in events]
    ids = {span.id for span in result}
    for one, event in zip(events, result[len(spans) :], strict=True):
        for argument in cast("Event", event).arguments:
            if argument.is_mentioned and argument.span not in ids:
                raise one.refusal(
                    "A208", "arguments", f"{argument.role} names {argument.span!r:.60}, which is not there"
                )
    return tuple(result)


def _span(one: Fields, text: str, made: Iterator[str], options: Mapping[str, Any]) -> Span:
    _note_unknown(one, _SPAN_KEYS, options)
    return Span(**_common(one, text, made, layer="entities", label=one.required("label", "type")))


def _event(one: Fields, text: str, made: Iterator[str], options: Mapping[str, Any]) -> Event:
    _note_unknown(one, _EVENT_KEYS, options)
    arguments = tuple(_argument(argument) for argument in one.objects("arguments"))
    return Event(**_common(one, text, made, layer="events", label=one.required("type", "label")), arguments=arguments)


def _argument(one: Fields) -> Argument:
    """A role with its filler; a span of null says that none is mentioned, a missing one is a slip."""
    role = one.required("role")
    if "span" not in one.value:
        raise one.refusal("A202", "span", "is missing", "name the span that fills the role, or null for none mentioned")
    return Argument(role, one.identifier("span") or NOT_MENTIONED)


def _common(one: Fields, text: str, made: Iterator[str], *, layer: str, label: str) -> dict[str, Any]:
    origin = one.string("origin")
    if origin is not None and origin not in ORIGINS:
        raise one.refusal("A202", "origin", f"{origin!r:.40} is none of {', '.join(ORIGINS)}")
    return {
        "id": one.identifier("id") or next(made),
        "layer": one.string("layer") or layer,
        "label": label,
        "fragments": one.fragments(text),
        "attributes": one.strings("attributes"),
        "origin": cast("Origin", origin or "import"),
        "suggestion": one.string("suggestion"),
        "score": one.number("score"),
    }


def _note_unknown(one: Fields, known: tuple[str, ...], options: Mapping[str, Any]) -> None:
    """Says once per key what of a span cannot be kept."""
    for key in one.unknown(known):
        mapped_layers.note(options, f"the key {key!r:.60} of spans is not kept")


def _verdict(one: Fields, text: str) -> Verdict:
    score = one.number("score")
    return Verdict(
        outcome="rejected",
        layer=one.string("layer") or "entities",
        label=one.required("label", "type"),
        fragments=one.fragments(text),
        score=0.0 if score is None else score,
        suggester=one.string("suggester") or "import",
    )


def _comments(fields: Fields) -> tuple[Comment, ...]:
    result = []
    for position, one in enumerate(fields.members("comments")):
        if isinstance(one, str):
            one = {"text": one}
        comment = Fields(one, where=fields.where, path=f"comments[{position}]")
        text = comment.long_string("text")
        if not text:
            raise comment.refusal("A202", "text", "is missing or empty")
        result.append(Comment(text, comment.identifier("about")))
    return tuple(result)
