"""Doccano JSONL: one text a line with labelled offsets, and arrows between them where the project has relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.decision import STATUSES
from annotator.core.span import arguments_of
from annotator.core.text import covered
from annotator.formats import columns, foreign, jsonl, mapped_layers, offsets, output, strict_json
from annotator.formats.json_fields import Fields
from annotator.formats.records import (
    Carried,
    ExportedDocument,
    ExportOptions,
    ImportedDocument,
    Relation,
    Written,
    carried_in,
)
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span

_LABELS = ("label", "labels", "entities")  # under which doccano has kept its spans through the years
_SHOWN = "ents"  # as displaCy has them, with start and end
_SPAN_KEYS = ("start_offset", "end_offset", "start", "end", "span", "user", "user_name", "label_name", "prob", "manual",
              "created_at", "updated_at", "document", "task", "uuid", "example")  # fmt: skip
_COMMENTS = "Comments"
_EARLY = "annotations"  # before version 1.5: labels by number, and whose they are
_KNOWN = (
    "id",
    "document",
    "title",
    "annotator",
    "status",
    "comments",
    "rejected",
    "meta",
    "relations",
    _COMMENTS,
    *_LABELS,
    _SHOWN,
)


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One document a line, or an element of one JSON list; spans as [start, end, label] or as objects.

    Doccano's files do not repeat the text of a span, so offsets count code points unless some lie outside the
    text and all lie inside it as UTF-16 units. Raises KnownError A001, A201 to A204, A206, A208.
    """
    for where, value in foreign.values(path, options):
        yield _document(Fields(value, where=where), options)


def _document(fields: Fields, options: Mapping[str, Any]) -> ImportedDocument:
    is_data = "text_column" not in options and "text" not in fields.value and "data" in fields.value
    key = "data" if is_data else columns.text_column(fields.value, options, where=fields.where)
    text = fields.long_string(key)
    if text is None:
        raise fields.refusal("A202", key, "is null")
    status = fields.string("status")
    if status is not None and status not in STATUSES:
        raise fields.refusal("A202", "status", f"{status!r:.40} is none of {', '.join(STATUSES)}")
    objects, classes = _objects(fields)
    early, user = _early(fields, options)
    objects += early
    spans, ids = _spans(fields, objects, text, options)
    meta = _meta(fields, key)
    if early:
        meta.pop(_EARLY, None)
    if classes:
        meta["labels"] = classes
        mapped_layers.note(options, "labels of whole documents are kept in meta")
    return ImportedDocument(
        text=text,
        where=fields.where,
        id=fields.identifier("document") or fields.identifier("id"),
        title=fields.string("title"),
        meta=meta,
        annotator=fields.string("annotator") or user,
        status=status,
        spans=spans,
        rejected=foreign.rejected_of(fields, text),
        comments=(*foreign.comments_of(fields), *foreign.comments_of(fields, _COMMENTS)),
        relations=tuple(_relations(fields, ids)),
    )


def _objects(fields: Fields) -> tuple[list[Fields], list[str]]:
    """The spans as objects, whichever way they are written, and the labels that have no place."""
    found: list[Fields] = []
    classes: list[str] = []
    for name in (*_LABELS, _SHOWN):
        for position, one in enumerate(fields.members(name)):
            path = f"{name}[{position}]"
            if isinstance(one, str):
                classes.append(one)
                continue
            if isinstance(one, list):
                if len(one) != 3:
                    raise fields.refusal("A202", path, f"should be start, end and label, is {one!r:.60}")
                one = dict(zip(("start_offset", "end_offset", "label"), one, strict=True))
            elif isinstance(one, dict) and "start_offset" not in one and "start" in one:
                # Data sets and displaCy call them so.
                one = {**one, "start_offset": one["start"], "end_offset": one.get("end")}
            found.append(Fields(one, where=fields.where, path=path))
    return found, classes


def _early(fields: Fields, options: Mapping[str, Any]) -> tuple[list[Fields], str | None]:
    """The spans under `annotations`, as early versions wrote them, and who made all of them."""
    found: list[Fields] = []
    users: dict[str, None] = {}
    for position, one in enumerate(fields.members(_EARLY)):
        if not isinstance(one, dict) or "start_offset" not in one:
            return [], None  # labels of the whole text, or another program's key: kept in meta
        inner = Fields(one, where=fields.where, path=f"{_EARLY}[{position}]")
        name = inner.string("label_name")
        if name is None:
            name = inner.identifier("label")
            if type(one.get("label")) is int:
                mapped_layers.note(options, "labels are numbers: export them as text, or name them with --label-map")
        user = inner.string("user_name") or inner.identifier("user")
        if user is not None:
            users[user if inner.string("user_name") else f"user-{user}"] = None
        found.append(Fields({**one, "label": name}, where=inner.where, path=inner.path))
    if len(users) > 1:
        mapped_layers.note(options, "spans of several users of one text are taken together, as of one annotator")
    return found, next(iter(users)) if len(users) == 1 else None


def _spans(
    fields: Fields, objects: list[Fields], text: str, options: Mapping[str, Any]
) -> tuple[tuple[Span, ...], dict[str, str]]:
    """The spans, and the id of each under the number the file has for it."""
    claims = [
        offsets.Claim(
            ((foreign.offset(one, "start_offset"), foreign.offset(one, "end_offset")),),
            one.long_string("text"),
            f"{fields.where}, {one.path}",
        )
        for one in objects
    ]
    settled = offsets.settle(text, claims, options=options)
    numbers = [one.identifier("id") for one in objects]
    known = [number for number in numbers if number is not None]
    if len(set(known)) != len(known):
        raise fields.refusal("A208", "id", "a number is used for two spans of this line")
    given = [one.identifier("span") for one in objects]
    ids = foreign.Ids(given)
    for one in objects:
        foreign.note_unknown(one, _SPAN_KEYS, options)
    spans = [
        foreign.span_of(
            one,
            id=ids.take(id),
            label=one.required("label"),
            fragments=fragments,
            score=one.number("score"),
        )
        for one, id, fragments in zip(objects, given, settled, strict=True)
    ]
    by_number = {number: span.id for number, span in zip(numbers, spans, strict=True) if number is not None}
    return tuple(spans), by_number


def _relations(fields: Fields, ids: Mapping[str, str]) -> Iterator[Relation]:
    for one in fields.objects("relations"):
        ends = []
        for side in ("from_id", "to_id"):
            number = one.identifier(side)
            if number is None or number not in ids:
                raise one.refusal("A208", side, f"names {number!r:.60}, which is not there")
            ends.append(ids[number])
        yield Relation(one.required("type"), *ends)


def _meta(fields: Fields, text_key: str) -> dict[str, Any]:
    """What doccano calls meta: every other key of the line, and those under `meta`."""
    value = fields.value.get("meta")
    meta: dict[str, Any] = dict(value) if isinstance(value, dict) else {} if value is None else {"meta": value}
    for key in fields.unknown([*_KNOWN, text_key]):
        meta.setdefault(key, fields.value[key])
    return meta


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One line a document in the file `out`, in the form of doccano's projects with relations."""
    listed, lost = Spooled(out.parent), Spooled(out.parent)
    with output.text_file(out) as handle:
        for document in documents:
            parted = foreign.single(document)
            listed += parted.listed
            lost += parted.lost
            handle.write(strict_json.dumped(_line(document, parted.spans)) + "\n")
    return Written((out,), listed, lost=lost)


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the file says of each span, read from the file alone."""
    return carried_in(read(out, {}))


def _line(document: ExportedDocument, spans: list[Span]) -> dict[str, Any]:
    numbers = {span.id: number for number, span in enumerate(spans, start=1)}
    arrows = [
        (numbers[span.id], numbers[argument.span], argument.role)
        for span in spans
        for argument in arguments_of(span)
        if argument.span in numbers
    ]
    return {
        "text": document.text,
        "document": document.id,
        **foreign.document_keys(document),
        "rejected": [jsonl.rejected_json(verdict) for verdict in document.rejected],
        "meta": dict(document.meta),
        "entities": [
            {
                "id": numbers[span.id],
                "label": span.label,
                "start_offset": span.start,
                "end_offset": span.end,
                "text": covered(document.text, span.fragments),
                "span": span.id,
                **foreign.own_keys(span),
            }
            for span in spans
        ],
        "relations": [
            {"id": number, "from_id": head, "to_id": child, "type": role}
            for number, (head, child, role) in enumerate(arrows, start=1)
        ],
    }
