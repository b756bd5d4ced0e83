"""Tables of documents, spans, events and roles for spreadsheets: a folder of CSV files, or one workbook."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from annotator.core.span import Event, arguments_of
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import carrying, output
from annotator.formats.records import Carried, ExportedDocument, ExportOptions, Written
from annotator.formats.safe_xml import NO_XML
from annotator.formats.spooled import Spooled
from annotator.formats.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span

BATCH = 200  # documents made into rows at a time
CELL_CHARACTERS = 32_000  # of a cell; spreadsheets cut at 32,767
SHEET_ROWS = 1_000_000  # of a sheet; a workbook holds 1,048,576
TOO_MANY = "a sheet holds no more rows; export as csv-tables"
NOT_MENTIONED = "(not mentioned)"

_PLACE = ("layer", "label", "start", "end", "fragments", "text")
_MAKING = ("attributes", "annotator", "origin", "suggestion", "score", "id")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "document", "title", "date", "source", "characters", "status", "annotator", "spans", "events", "comments",
    ),
    "spans": ("document", *_PLACE, *_MAKING),
    "events": ("document", *_PLACE, "roles", *_MAKING),
    "roles": ("document", "event", "type", "trigger", "role", "span", "label", "text", "start", "end"),
}  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠|%]")

Row = dict[str, Any]
Tables = dict[str, list[Row]]


def write_csv(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """documents.csv, spans.csv, events.csv and roles.csv in the folder `out`; UTF-8, comma, one row a thing."""
    import pandas  # lazy: half a second, and nothing else here needs it

    folder = output.folder(out)
    paths = {name: folder / f"{name}.csv" for name in COLUMNS}
    run = _Run(Spooled(out))
    for name, path in paths.items():
        with output.text_file(path) as handle:
            pandas.DataFrame(columns=list(COLUMNS[name])).to_csv(
                handle, index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC
            )
    for tables in _batches(documents, run):
        for name, rows in tables.items():
            frame = pandas.DataFrame(rows, columns=list(COLUMNS[name]), dtype=object)
            with paths[name].open("a", encoding="utf-8", newline="") as handle:
                frame.to_csv(handle, index=False, header=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    return Written(tuple(paths.values()), (), run.notes())


def write_xlsx(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One workbook with a sheet for each table, row by row; spans beyond what a sheet holds are listed."""
    run = _Run(Spooled(out.parent), is_workbook=True)
    try:
        with Workbook(output.folder(out.parent), COLUMNS) as book:
            for tables in _batches(documents, run):
                for name, rows in tables.items():
                    for row in rows:
                        book.add(name, [row.get(column) for column in COLUMNS[name]])
            with output.archive_file(out) as file:
                book.save(file)
    except OSError as error:
        raise output.unwritable(out, error) from error
    return Written((out,), run.listed, run.notes())


def check_csv(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the files say of each span and event, read with Python's csv module."""
    csv.field_size_limit(1 << 27)
    for name in ("spans", "events"):
        with (out / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle, strict=True):
                yield _carried(row)


def check_xlsx(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the workbook says of each span and event, read with openpyxl; KnownError A602 for a formula in it."""
    from openpyxl import load_workbook  # lazy: only this format needs it

    # An open file, not a path: openpyxl goes by the ending of a path, and --out may have any.
    with out.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=False)
        for name in ("spans", "events"):
            for number, cells in enumerate(book[name].iter_rows(min_row=2), start=2):
                if any(cell.data_type == "f" for cell in cells):
                    raise KnownError(
                        "A602",
                        f"{out}, sheet {name}, row {number}: a formula",
                        "do not use this file; please report this",
                    )
                if all(cell.value is None for cell in cells):
                    continue  # an empty table gives one empty row
                values = ["" if cell.value is None else str(cell.value) for cell in cells]
                yield _carried(dict(zip(COLUMNS[name], values, strict=False)))


def _carried(row: Mapping[str, str]) -> Carried:
    pairs = (pair.split("..") for pair in row["fragments"].split(" "))
    fragments = tuple((int(start), int(end)) for start, end in pairs)
    if (fragments[0][0], fragments[-1][1]) != (int(row["start"]), int(row["end"])):
        raise KnownError("A602", f"{row['document']}: start, end and fragments differ", "please report this")
    return Carried(_as_was(row["document"]), _as_was(row["layer"]), _as_was(row["label"]), fragments)


@dataclass(slots=True)
class _Run:
    """What one export has met so far."""

    listed: Spooled
    is_workbook: bool = False
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))
    cut: int = 0
    neutralised: int = 0
    replaced: int = 0
    rejected: carrying.NotTaken = field(default_factory=carrying.NotTaken)

    def cell(self, text: str) -> str:
        """A text as a cell that no spreadsheet takes for a formula, and that fits."""
        if self.is_workbook and NO_XML.search(text):
            self.replaced += 1
            text = NO_XML.sub("\ufffd", text)
        if len(text) > CELL_CHARACTERS:
            self.cut += 1
            text = text[:CELL_CHARACTERS] + "…"
        if _FORMULA.match(text):
            self.neutralised += 1
            return "'" + text
        return text

    def has_room(self, name: str) -> bool:
        """Whether the sheet takes one row more; counts it."""
        if self.is_workbook and self.rows[name] >= SHEET_ROWS:
            return False
        self.rows[name] += 1
        return True

    def notes(self) -> tuple[str, ...]:
        """What happened to cells, and what the tables do not hold."""
        counted = (
            (
                self.neutralised,
                "1 cell begins with ' so that no spreadsheet takes it for a formula"
                if self.neutralised == 1
                else f"{self.neutralised} cells begin with ' so that no spreadsheet takes them for a formula",
            ),
            (
                self.cut,
                f"1 cell was cut after {CELL_CHARACTERS:,} characters"
                if self.cut == 1
                else f"{self.cut} cells were cut after {CELL_CHARACTERS:,} characters",
            ),
            (
                self.replaced,
                "1 cell has U+FFFD where a workbook cannot hold a character"
                if self.replaced == 1
                else f"{self.replaced} cells have U+FFFD where a workbook cannot hold a character",
            ),
        )
        return (*(what for number, what in counted if number), *self.rejected.notes())


def _as_was(cell: str) -> str:
    """Inverse of the mark against formulas."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _batches(documents: Iterable[ExportedDocument], run: _Run) -> Iterator[Tables]:
    source = iter(documents)
    while batch := list(islice(source, BATCH)):
        tables: Tables = {name: [] for name in COLUMNS}
        for document in batch:
            _add(document, tables, run)
        yield tables


def _add(document: ExportedDocument, tables: Tables, run: _Run) -> None:
    by_id = {span.id: span for span in document.spans}
    run.rejected.take(document)
    if run.has_room("documents"):
        tables["documents"].append(_document_row(document, run.cell))
    for span in document.spans:
        name = "events" if isinstance(span, Event) else "spans"
        if not run.has_room(name):
            run.listed.append(carrying.listed(document, span, TOO_MANY))
            continue
        tables[name].append(_span_row(document, span, by_id, run.cell))
        for argument in arguments_of(span):
            if run.has_room("roles"):
                tables["roles"].append(_role_row(document, span, argument.role, by_id.get(argument.span), run.cell))


def _document_row(document: ExportedDocument, cell: Callable[[str], str]) -> Row:
    events = sum(isinstance(span, Event) for span in document.spans)
    return {
        "document": cell(document.id),
        "title": cell(document.title),
        "date": cell(str(document.meta.get("date", ""))),
        "source": cell(str(document.meta.get("source", ""))),
        "characters": len(document.text),
        "status": document.status,
        "annotator": cell(document.annotator),
        "spans": len(document.spans) - events,
        "events": events,
        "comments": cell(" / ".join(comment.text for comment in document.comments)),
    }


def _span_row(document: ExportedDocument, span: Span, by_id: Mapping[str, Span], cell: Callable[[str], str]) -> Row:
    row: Row = {
        "document": cell(document.id),
        "layer": cell(span.layer),
        "label": cell(span.label),
        "start": span.start,
        "end": span.end,
        # Not 3-7 or 3:7, which a spreadsheet reads as a date or a time.
        "fragments": " ".join(f"{start}..{end}" for start, end in span.fragments),
        "text": cell(covered(document.text, span.fragments)),
        "attributes": cell("; ".join(f"{name}={value}" for name, value in span.attributes.items())),
        "annotator": cell(document.annotator),
        "origin": span.origin,
        "suggestion": cell(span.suggestion or ""),
        "score": span.score,
        "id": cell(span.id),
    }
    if isinstance(span, Event):
        parts = []
        for argument in span.arguments:
            filler = by_id.get(argument.span)
            said = covered(document.text, filler.fragments) if filler else NOT_MENTIONED
            parts.append(f"{argument.role}: {said}")
        row["roles"] = cell("; ".join(parts))
    return row


def _role_row(
    document: ExportedDocument, event: Span, role: str, filler: Span | None, cell: Callable[[str], str]
) -> Row:
    return {
        "document": cell(document.id),
        "event": cell(event.id),
        "type": cell(event.label),
        "trigger": cell(covered(document.text, event.fragments)),
        "role": cell(role),
        "span": cell(filler.id if filler else ""),
        "label": cell(filler.label if filler else ""),
        "text": cell(covered(document.text, filler.fragments) if filler else NOT_MENTIONED),
        "start": filler.start if filler else None,
        "end": filler.end if filler else None,
    }
