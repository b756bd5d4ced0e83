"""Writes WebAnno TSV 3.3: one file a document, spans on tokens and parts of tokens, roles and fragments as slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.span import Event, Span
from annotator.core.utf16 import Utf16
from annotator.formats import carrying, foreign, jsonl, mapped_layers, output, strict_json
from annotator.formats.file_names import INDEX, InFolder, Stems, earlier, remove
from annotator.formats.records import ExportedDocument, ExportOptions, Listed, Written
from annotator.formats.spooled import Spooled
from annotator.formats.uima_types import ANNOTATION, CUSTOM
from annotator.formats.webanno_columns import (
    FRAGMENT,
    NOTHING,
    NULL,
    SLOT,
    STACK,
    escaped,
    text_escaped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.text import Fragment

EXTENSION = ".tsv"
ARGUMENTS, FRAGMENTS = "arguments", "fragments"
OWN = ("label", "id", "origin", "suggestion", "score")
ATTRIBUTE = "attribute_"
OFF = "an edge lies outside of all tokens, where the format has no row"


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One .tsv file a document in the folder `out`, with documents.index saying which is which."""
    output.folder(out)
    before = earlier(out / INDEX, EXTENSION)
    stems, files = Stems(), InFolder(out, [INDEX])
    listed, lost = Spooled(out), Spooled(out)
    with output.text_file(out / INDEX) as index:
        for document in documents:
            path = out / f"{stems.of(document.id)}{EXTENSION}"
            sheet = _Sheet(document, options)
            with output.text_file(path) as handle:
                handle.writelines(sheet.lines())
            listed += sheet.listed
            lost += sheet.left_off()
            index.write(strict_json.dumped(_entry(document, path.name)) + "\n")
            files.names.append(path.name)
    remove(out, before.difference(files.names))
    notes = ("comments, rejections and what stands before the first token are in documents.index alone",)
    return Written(files, listed, notes, lost)


def _entry(document: ExportedDocument, name: str) -> dict[str, Any]:
    first = document.tokens.starts[0] if len(document.tokens) else len(document.text)
    return {
        "file": name,
        "id": document.id,
        **foreign.document_keys(document),
        "sha256": document.sha256,
        "meta": dict(document.meta),
        "before": document.text[:first],
        "rejected": [jsonl.rejected_json(one) for one in document.rejected],
    }


@dataclass(slots=True)
class _Row:
    """A token or a part of one, and the numbers of the annotations on it by type."""

    start: int
    end: int
    unit: str = ""
    on: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Annotation:
    """A span, or a further fragment of one, as the format has it: a number, and the row on which it begins."""

    number: int
    row: _Row
    span: Span | None  # None: a further fragment


class _Sheet:
    """The rows of one document."""

    def __init__(self, document: ExportedDocument, options: ExportOptions) -> None:
        self.listed: list[Listed] = []
        self._document = document
        self._offsets = Utf16(document.text)
        self._layers = list(dict.fromkeys([*carrying.layers_of(options), *(span.layer for span in document.spans)]))
        self._attributes = {layer: self._attribute_names(layer, options) for layer in self._layers}
        self._rows = [[_Row(*token)] for token in document.tokens.ranges]  # of each token: the whole, then parts
        self._annotations: dict[int, _Annotation] = {}
        self._of_span: dict[str, list[_Annotation]] = {}  # one for each fragment
        for span in document.spans:
            self._place(span)
        self._name_rows()
        self._has_parts = any(len(one) > 1 for one in self._of_span.values())
        self._slots = {layer: self._slots_of(layer) for layer in self._layers}

    def lines(self) -> Iterator[str]:
        """All lines of the file."""
        yield "#FORMAT=WebAnno TSV 3.3\n"
        for layer in self._layers:
            yield self._head(layer)
        if self._has_parts:
            yield f"#T_SP={FRAGMENT}|\n"
        yield "\n"
        text, tokens = self._document.text, self._document.tokens
        sentences = self._sentences()
        for place, (first, last) in enumerate(sentences):
            until = tokens.starts[sentences[place + 1][0]] if place + 1 < len(sentences) else len(text)
            yield "\n"
            for line in text[tokens.starts[first] : until].split("\n"):
                yield f"#Text={text_escaped(line)}\n"
            for token in range(first, last):
                for row in self._rows[token]:
                    yield self._line(row)

    def _sentences(self) -> list[Fragment]:
        return [one for one in self._document.sentences if one[0] < one[1]]

    def _attribute_names(self, layer: str, options: ExportOptions) -> list[str]:
        declared = [one.name for one in options.definition.attributes_of(layer)] if options.definition else []
        used = sorted({name for span in self._document.spans if span.layer == layer for name in span.attributes})
        return list(dict.fromkeys([*declared, *used]))

    def _head(self, layer: str) -> str:
        name = type_of(layer)
        features = [*OWN, *(feature_of(one) for one in self._attributes[layer])]
        slots = [
            f"ROLE_{name}:{slot}_{name}{slot.capitalize()}Link|{FRAGMENT if slot == FRAGMENTS else ANNOTATION}"
            for slot in self._slots[layer]
        ]
        return f"#T_SP={name}|{'|'.join([*features, *slots])}\n"

    def _slots_of(self, layer: str) -> tuple[str, ...]:
        """The slots that any annotation of the layer fills."""
        spans = [one for one in self._document.spans if one.layer == layer and one.id in self._of_span]
        used = {
            ARGUMENTS: any(self._arguments(span) for span in spans),
            FRAGMENTS: any(self._fragments(span) for span in spans),
        }
        return tuple(slot for slot, is_used in used.items() if is_used)

    def _place(self, span: Span) -> None:
        units = [self._units(fragment) for fragment in span.fragments]
        if not all(units):
            self.listed.append(carrying.listed(self._document, span, OFF))
            return
        for place, rows in enumerate(units):
            number = len(self._annotations) + 1
            for row in rows:
                row.on.setdefault(FRAGMENT if place else type_of(span.layer), []).append(number)
            self._annotations[number] = _Annotation(number, rows[0], None if place else span)
            self._of_span.setdefault(span.id, []).append(self._annotations[number])

    def _units(self, fragment: Fragment) -> list[_Row]:
        """The rows of what the fragment covers, token by token; none if an edge is on no token."""
        start, end = fragment
        tokens = self._document.tokens
        first, last = tokens.touching(start, end)
        if first >= last or tokens.starts[first] > start or tokens.ends[last - 1] < end:
            return []
        found = []
        for token in range(first, last):
            begin, until = max(start, tokens.starts[token]), min(end, tokens.ends[token])
            row = next((row for row in self._rows[token] if (row.start, row.end) == (begin, until)), None)
            if row is None:
                row = _Row(begin, until)
                self._rows[token].append(row)
            found.append(row)
        return found

    def _name_rows(self) -> None:
        for sentence, (first, last) in enumerate(self._sentences(), start=1):
            for token in range(first, last):
                whole, *parts = self._rows[token]
                parts.sort(key=lambda row: (row.start, row.end))
                self._rows[token] = [whole, *parts]
                whole.unit = f"{sentence}-{token - first + 1}"
                for number, part in enumerate(parts, start=1):
                    part.unit = f"{whole.unit}.{number}"

    def _line(self, row: _Row) -> str:
        shown = text_escaped(self._document.text[row.start : row.end])
        cells = [row.unit, f"{self._offsets.to_utf16(row.start)}-{self._offsets.to_utf16(row.end)}", shown]
        for layer in self._layers:
            cells += self._cells(layer, [self._annotations[one] for one in row.on.get(type_of(layer), ())])
        if self._has_parts:
            cells.append(STACK.join(f"{NULL}[{one}]" for one in row.on.get(FRAGMENT, ())) or NOTHING)
        return "\t".join(cells) + "\t\n"

    def _cells(self, layer: str, annotations: list[_Annotation]) -> list[str]:
        """The cells of one layer in one row: own features, attributes, roles with targets, fragments with targets."""
        slots = self._slots[layer]
        if not annotations:
            return [NOTHING] * (len(OWN) + len(self._attributes[layer]) + 2 * len(slots))
        columns: list[list[str]] = []
        spans = [(one.number, one.span) for one in annotations if one.span is not None]
        for number, span in spans:
            score = None if span.score is None else repr(span.score)
            values = [span.label, span.id, span.origin, span.suggestion, score]
            values += [span.attributes.get(name) for name in self._attributes[layer]]
            cells = [f"{escaped(value)}[{number}]" for value in values]
            for slot in slots:
                links = self._arguments(span) if slot == ARGUMENTS else self._fragments(span)
                cells.append(f"{SLOT.join(escaped(role) for role, _ in links) or NOTHING}[{number}]")
                cells.append(SLOT.join(f"{to.row.unit}[{to.number}]" for _, to in links) or NULL)
            columns.append(cells)
        return [STACK.join(stacked) for stacked in zip(*columns, strict=True)]

    def _arguments(self, span: Span) -> list[tuple[str, _Annotation]]:
        """Roles with the annotations that fill them, as far as those have rows."""
        if not isinstance(span, Event):
            return []
        return [(one.role, self._of_span[one.span][0]) for one in span.arguments if one.span in self._of_span]

    def _fragments(self, span: Span) -> list[tuple[str, _Annotation]]:
        return [(FRAGMENTS, one) for one in self._of_span[span.id][1:]]

    def left_off(self) -> list[Listed]:
        """Carried events with the roles that nobody fills here, or whose filler is listed."""
        return carrying.once_a_span(self._roles_left_off())

    def _roles_left_off(self) -> Iterator[Listed]:
        for span in self._document.spans:
            if span.id not in self._of_span or not isinstance(span, Event):
                continue
            for one in span.arguments:
                if not one.is_mentioned:
                    yield carrying.listed(self._document, span, f"role {one.role}: {foreign.NOBODY}")
                elif one.span not in self._of_span:
                    yield carrying.listed(self._document, span, f"role {one.role}: {foreign.FILLER_LISTED}")


def type_of(layer: str) -> str:
    """The name of the UIMA type of a layer."""
    name = CUSTOM + mapped_layers.escaped(layer)
    return name if name != FRAGMENT else f"{CUSTOM}Z46Z{layer[1:]}"


def feature_of(attribute: str) -> str:
    """The name of the feature of an attribute, unlike our own features."""
    name = mapped_layers.escaped(attribute, keep="_")
    return ATTRIBUTE + name if name in (*OWN, ARGUMENTS, FRAGMENTS) else name


def attribute_of(feature: str) -> str:
    """Inverse of `feature_of`."""
    return mapped_layers.unescaped(feature.removeprefix(ATTRIBUTE))
