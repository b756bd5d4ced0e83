"""Reads WebAnno TSV 3: spans on tokens and parts of them, stacked or long, slots and relations as roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotator.core.span import Argument, Event, Span
from annotator.core.text import fragments_problem, sha256_of
from annotator.errors import KnownError
from annotator.formats import columns, decoding, foreign, limits, line_index, mapped_layers, strict_json
from annotator.formats.file_names import INDEX
from annotator.formats.json_fields import Fields
from annotator.formats.records import Carried, ExportOptions, ImportedDocument, Relation
from annotator.formats.uima_types import ANNOTATION, CUSTOM, is_of_words
from annotator.formats.webanno_columns import (
    FRAGMENT,
    NOTHING,
    NULL,
    SLOT,
    STACK,
    Column,
    numbered,
    split,
    unescaped,
)
from annotator.formats.webanno_rows import Row, Sheet
from annotator.formats.webanno_tsv_writing import FRAGMENTS, OWN, attribute_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.core.text import Fragments

_ADDRESS = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?")


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one document of the file; the documents.index of an export of ours adds its id, title and the like.

    Raises KnownError A001, A201, A202 (with the line), A203, A204 (offsets or covered text), A206, A208.
    """
    decoded = decoding.read_text(
        path, encoding=options.get("encoding") or "utf-8", limit=limits.XML_FILE_BYTES, what="a document"
    )
    columns.say(options, decoded)
    sheet = Sheet(decoded.text, str(path))
    beside = line_index.index_at(path.with_name(INDEX))
    index = beside.get(path.name) if beside else None
    before = index.long_string("before") if index else None
    text, notes = sheet.settle(before)
    for line in notes:
        mapped_layers.note(options, f"{path.name}: {line}")
    limits.check_text(text, str(path))
    if not text.strip() and index is None:
        raise KnownError("A202", f"{path}: holds no text", "remove the file, or leave it out with --on-error skip")
    yield _document(_Spans(sheet, options), text, str(path), index, path.stem)


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the files of an export say of each span, and that each text is the one exported (A602)."""
    for _, value in strict_json.lines(out / INDEX):
        path = out / value["file"]
        for document in read(path, options.for_readers()):
            if sha256_of(document.text) != value["sha256"]:
                raise KnownError(
                    "A602", f"{path}: its text is not that of document {value['id']}", "please report this"
                )
            for span in document.spans:
                yield Carried(value["id"], span.layer, span.label, span.fragments)


@dataclass(slots=True)
class _Annotation:
    """One annotation, gathered from its cells in one or several rows."""

    type: str
    line: int
    number: int | None
    rows: list[Row]
    values: dict[str, str | None] = field(default_factory=dict)
    slots: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)  # roles and targets by feature
    bases: dict[str, str] = field(default_factory=dict)  # the type of those targets
    id: str = ""


class _Spans:
    """The annotations of a file, and the spans they make."""

    def __init__(self, sheet: Sheet, options: Mapping[str, Any]) -> None:
        self._sheet = sheet
        self._options = options
        self._all: list[_Annotation] = []
        self._numbered: dict[tuple[str, int], _Annotation] = {}
        self._at: dict[tuple[str, str], list[_Annotation]] = {}  # by unit and type
        self._arrows: list[tuple[Row, str, str, str]] = []  # row of the target, type, label, address of the source
        self._left_out: set[str] = set()  # units with annotations of layers that are not read
        groups: dict[str, list[tuple[int, Column]]] = {}
        for place, column in enumerate(sheet.columns):
            groups.setdefault(column.layer, []).append((place, column))
        kept = {layer: group for layer, group in groups.items() if self._is_kept(layer, group[0][1].kind)}
        others = [place for layer in groups.keys() - kept.keys() for place, _ in groups[layer]]
        for row in sheet.rows:
            for layer, group in kept.items():
                if any(row.cells[place] not in (NOTHING, "") for place, _ in group):
                    (self._take if group[0][1].kind == "span" else self._take_arrows)(row, layer, group)
            if any(row.cells[place] not in (NOTHING, "") for place in others):
                self._left_out.add(row.unit)
            if len(self._all) > limits.SPANS:
                raise sheet.refused(row.line, f"more than {limits.SPANS:,} annotations", "split it", code="A203")

    def _is_kept(self, layer: str, kind: str) -> bool:
        if kind == "chain":
            mapped_layers.note(self._options, f"chains are not read: {layer}")
            return False
        if is_of_words(layer):
            mapped_layers.note(self._options, f"layers of words and syntax are not read: {layer}")
            return False
        return True

    def _take(self, row: Row, layer: str, group: list[tuple[int, Column]]) -> None:
        stacks = [(column, split(row.cells[place], STACK)) for place, column in group if row.cells[place] != NOTHING]
        height = max(len(parts) for _, parts in stacks)
        if any(len(parts) != height for _, parts in stacks):
            raise self._sheet.refused(row.line, f"columns of {layer} hold different numbers of annotations")
        if height > limits.STACKED:
            raise self._sheet.refused(row.line, f"{height:,} annotations on one word", "split it", code="A203")
        for place in range(height):
            cells = [(column, parts[place]) for column, parts in stacks]
            numbers = {numbered(part)[1] for column, part in cells if column.part != "target" or _is_empty(part)}
            number = next((one for one in numbers if one is not None), None)
            if len(numbers - {None}) > 1:
                raise self._sheet.refused(row.line, f"one annotation of {layer} with several numbers", code="A208")
            self._fill(self._annotation(row, layer, number), cells)

    def _annotation(self, row: Row, layer: str, number: int | None) -> _Annotation:
        known = None if number is None else self._numbered.get((layer, number))
        if known is None:
            known = _Annotation(layer, row.line, number, [])
            self._all.append(known)
            if number is not None:
                self._numbered[layer, number] = known
        known.rows.append(row)
        self._at.setdefault((row.unit, layer), []).append(known)
        return known

    def _fill(self, annotation: _Annotation, cells: list[tuple[Column, str]]) -> None:
        for column, part in cells:
            if column.part == "target":
                if column.feature not in annotation.slots:
                    if _is_empty(part):
                        continue  # the role's own cell is empty then, for all annotations of the row
                    line = annotation.rows[-1].line
                    raise self._sheet.refused(line, f"a target of {column.feature!r:.60} without its role")
                annotation.slots[column.feature][1][:] = [] if _is_empty(part) else split(part, SLOT)
                annotation.bases[column.feature] = column.target
                continue
            value = numbered(part)[0]
            if column.part == "role":
                roles = [] if value in (NOTHING, "") else [unescaped(one) or "" for one in split(value, SLOT)]
                annotation.slots[column.feature] = (roles, [])
            elif column.feature:
                annotation.values[column.feature] = unescaped(value)

    def _take_arrows(self, row: Row, layer: str, group: list[tuple[int, Column]]) -> None:
        base = next((place for place, column in group if column.part == "base"), None)
        if base is None or row.cells[base] == NOTHING:
            return
        if is_of_words(next(column.target for _, column in group if column.part == "base")):
            self._leave_arrow(layer)
            return
        features = [column.feature for _, column in group if column.part == "value" and column.feature]
        wanted = mapped_layers.label_feature(features)
        others = [place for place, column in group if column.feature not in ("", wanted)]
        if any(row.cells[place] not in (NOTHING, NULL, "") for place in others):
            mapped_layers.note(self._options, f"of a relation one feature is kept, its label; others are not: {layer}")
        labels = next((split(row.cells[place], STACK) for place, column in group if column.feature == wanted), [])
        for place, address in enumerate(split(row.cells[base], STACK)):
            label = unescaped(numbered(labels[place])[0]) if place < len(labels) else None
            target = next(column.target for _, column in group if column.part == "base")
            self._arrows.append((row, target, label or layer.rpartition(".")[2], address))

    def _leave_arrow(self, layer: str) -> None:
        mapped_layers.note(self._options, f"relations between other things than spans are not read: {layer}")

    def made(self, text: str) -> tuple[list[Span], list[Relation]]:
        """The spans in the order of the file, and the relations that are no arguments of events of ours."""
        ids = foreign.Ids(one.values.get("id") for one in self._all if self._is_own(one))
        wholes = []
        for one in self._all:
            if one.type == FRAGMENT:
                continue
            if all(row.start == row.end for row in one.rows):
                mapped_layers.note(self._options, "annotations without width are left out")
                continue
            wholes.append(one)
        for one in wholes:
            one.id = ids.take(one.values.get("id") if self._is_own(one) else None)
        spans: list[Span] = []
        relations: list[Relation] = []
        for one in wholes:
            span, further = self._span(one, text)
            spans.append(span)
            relations += further
        for row, base, label, address in self._arrows:
            head, child = self._ends(row, base, address)
            if not (head.id and child.id):
                continue  # it hangs on an annotation that was left out
            relations.append(Relation(label, head.id, child.id))
        return spans, relations

    @staticmethod
    def _is_own(annotation: _Annotation) -> bool:
        return annotation.type.startswith(CUSTOM) and all(name in annotation.values for name in OWN)

    def _span(self, one: _Annotation, text: str) -> tuple[Span, list[Relation]]:
        is_own = self._is_own(one)
        short = one.type.rpartition(".")[2]
        feature = "label" if is_own else mapped_layers.label_feature(one.values)
        label = (one.values.get(feature) if feature else None) or short
        layer = mapped_layers.unescaped(short) if is_own else mapped_layers.layer_of(one.type, self._options)
        attributes = {}
        for name, value in one.values.items():
            if value is not None and name != feature and not (is_own and name in OWN):
                attributes[attribute_of(name) if is_own else name] = value
        parts = [one]
        arguments: list[Argument] = []
        for slot, (roles, targets) in one.slots.items():
            if len(roles) != len(targets):
                raise self._sheet.refused(one.line, f"{len(roles)} roles for {len(targets)} targets in {slot}")
            found = [self._target(one, address, one.bases.get(slot, "")) for address in targets]
            kept = [(role, to) for role, to in zip(roles, found, strict=True) if to and (to.id or to.type == FRAGMENT)]
            if is_own and slot == FRAGMENTS:
                parts += (to for _, to in kept)
            else:
                arguments += (Argument(role or slot, to.id) for role, to in kept)
        span = mapped_layers.span(
            one.id, layer, label, self._place(parts, text), self._options, attributes=attributes, arguments=arguments
        )
        if isinstance(span, Event):
            return self._with_origin(span, one) if is_own else span, []
        relations = [Relation(argument.role, one.id, argument.span) for argument in arguments]
        return self._with_origin(span, one) if is_own else span, relations

    def _with_origin(self, span: Span, one: _Annotation) -> Span:
        fields = Fields({name: one.values.get(name) for name in OWN}, where=f"{self._sheet.where}:{one.line}")
        return replace(span, **foreign_origin(fields))

    def _place(self, parts: list[_Annotation], text: str) -> Fragments:
        places = sorted((min(row.start for row in one.rows), max(row.end for row in one.rows)) for one in parts)
        problem = fragments_problem(tuple(places), len(text))
        if problem is not None:
            raise self._sheet.refused(parts[0].line, problem, code="A204")
        return tuple(places)

    def _target(self, host: _Annotation, address: str, base: str) -> _Annotation | None:
        """The annotation that a slot names; None where it is a word, or of another layer that is not read."""
        if is_of_words(base):
            mapped_layers.note(self._options, f"slots that name words are left out: {host.type}")
            return None
        found = _ADDRESS.fullmatch(address)
        there = [] if found is None else self._on(found[1], base, int(found[2] or 0))
        there = [one for one in there if one is not host] or there
        if not there and base == ANNOTATION and found is not None and found[1] in self._left_out:
            mapped_layers.note(self._options, f"slots that name what is not read are left out: {host.type}")
            return None
        if not there:
            what = f"a slot names {address!r:.60}, where there is no annotation"
            raise self._sheet.refused(host.line, what, code="A208")
        return there[0]

    def _found(self, unit: str) -> list[tuple[tuple[str, str], list[_Annotation]]]:
        types = {column.layer for column in self._sheet.columns}
        return [((unit, one), self._at[unit, one]) for one in types if (unit, one) in self._at]

    def _ends(self, row: Row, base: str, address: str) -> tuple[_Annotation, _Annotation]:
        """The annotations a relation goes from and to."""
        found = _ADDRESS.fullmatch(address)
        if found is not None:
            source, target = (int(found[2] or 0), int(found[3] or 0))
            heads = self._on(found[1], base, source)
            children = self._on(row.unit, base, target)
            if heads and children:
                return heads[0], children[0]
        raise self._sheet.refused(row.line, f"a relation from {address!r:.60}, where nothing is", code="A208")

    def _on(self, unit: str, base: str, number: int) -> list[_Annotation]:
        """Annotations on a row: those of the type, else of any, as a type may be a kind of the one that is named."""
        there = [one for _, annotations in self._found(unit) for one in annotations if number in (0, one.number)]
        return [one for one in there if one.type == base] or there


def _is_empty(part: str) -> bool:
    """Whether a cell of targets names none: `*`, with or without the number of its annotation."""
    return numbered(part)[0] in (NULL, NOTHING, "")


def foreign_origin(fields: Fields) -> dict[str, Any]:
    """Origin, suggestion and score, as the columns of an export of ours have them."""
    score = fields.string("score")
    origin = fields.string("origin")
    try:
        value = None if score is None else float(score)
    except ValueError:
        value = None
    return {
        "origin": origin if origin in ("accepted", "corrected", "added", "import", "bulk", "suggested") else "import",
        "suggestion": fields.string("suggestion"),
        "score": value if value is not None and 0 <= value <= 1 else None,
    }


def _document(spans: _Spans, text: str, where: str, index: Fields | None, stem: str) -> ImportedDocument:
    made, relations = spans.made(text)
    document = ImportedDocument(
        text=text, where=where, id=stem, spans=tuple(made), relations=tuple(dict.fromkeys(relations))
    )
    if index is None:
        return document
    meta = index.value.get("meta")
    return replace(
        document,
        id=index.identifier("id"),
        title=index.string("title"),
        meta=meta if isinstance(meta, dict) else {},
        annotator=index.string("annotator"),
        status=index.string("status"),
        comments=foreign.comments_of(index),
        rejected=foreign.rejected_of(index, text),
    )
