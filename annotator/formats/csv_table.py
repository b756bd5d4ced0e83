"""CSV and TSV tables with a column of article texts: one article a row, all cells plain text."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import columns, decoding, limits
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DELIMITERS = (",", ";", "\t")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++\Z")  # with its end: cells between quotes keep theirs


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One article a row; columns for id, title, date and source are recognised, all others go to meta.

    Options: `encoding` (None: recognised) and `text_column`. The delimiter (comma, semicolon, tab) is
    recognised from the header. Raises KnownError A001, A201, A202 (file and line), A203, A206, A207, A208.
    """
    decoded = decoding.read_text(path, encoding=options.get("encoding"), limit=limits.TABLE_FILE_BYTES, what="a table")
    columns.say(options, decoded)
    delimiter = _delimiter(decoded.text, path, options)
    rows = _rows(decoded.text, delimiter, path)
    _, header = next(rows)
    table = _Table(path, header, options)
    for line, row in rows:
        yield table.document(line, row)


class _Table:
    """The columns of one table by their use."""

    def __init__(self, path: Path, header: list[str], options: Mapping[str, Any]) -> None:
        self._path = path
        names = [name.strip() or f"column {number}" for number, name in enumerate(header, start=1)]
        where = f"{path}:1"
        if len(names) > limits.COLUMNS:
            raise KnownError(
                "A203", f"{where}: {len(names)} columns, where a table may have {limits.COLUMNS}", "split it"
            )
        twice = next((name for position, name in enumerate(names) if name in names[:position]), None)
        if twice is not None:
            raise KnownError("A202", f"{where}: the column {twice!r:.60} stands twice", "rename one of them")
        self._text = columns.text_column(names, options, where=where)
        others = [name for name in names if name != self._text]
        self._id = columns.find(others, columns.ID)
        self._title = columns.find(others, columns.TITLE)
        self._renamed = {columns.find(others, columns.DATE): "date", columns.find(others, columns.SOURCE): "source"}
        self._names = names
        self._seen: dict[str, tuple[int, int]] = {}

    def document(self, line: int, row: list[str]) -> ImportedDocument:
        """The article of one row, which begins at `line` of the file."""
        where = f"{self._path}:{line}"
        if len(row) != len(self._names):
            count, columns_there = len(row), len(self._names)
            raise KnownError(
                "A202",
                f"{where}: 1 cell, where the header has {columns_there} columns"
                if count == 1
                else f"{where}: {count} cells, where the header has {columns_there} columns",
                "mend this row; cells with the delimiter, quotes or line ends in them go between double quotes",
            )
        cells = dict(zip(self._names, row, strict=True))
        text = cells.pop(self._text)
        limits.check_text(text, where)
        if not text.strip():
            raise KnownError("A202", f"{where}: the column {self._text!r:.60} is empty", "remove this row")
        id = cells.pop(self._id, "").strip() if self._id else ""
        title = cells.pop(self._title, "") if self._title else ""
        for field, value in (("id", id), ("title", title)):
            if len(value) > limits.NAME_CHARACTERS:
                raise KnownError("A203", f"{where}: the {field} has {len(value):,} characters", "shorten it")
        self._check_id(id, text, line, where)
        return ImportedDocument(
            text=text, where=where, id=id or None, title=title.strip() or None, meta=self._meta(cells)
        )

    def _meta(self, cells: dict[str, str]) -> dict[str, str]:
        """The other cells by column; date and source under those names, unless a column is called so itself."""
        meta = {}
        for name, value in cells.items():
            if value:
                known = self._renamed.get(name, name)
                meta[name if known in cells else known] = value
        return meta

    def _check_id(self, id: str, text: str, line: int, where: str) -> None:
        first = self._seen.setdefault(id, (line, hash(text))) if id else None
        if first is not None and first[1] != hash(text):
            raise KnownError(
                "A208", f"{where}: the id {id!r:.60} stands in line {first[0]} with another text", "rename one"
            )


def _rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line (from 1) on which each begins; blank lines are left out."""
    csv.field_size_limit(limits.FIELD_CHARACTERS)
    # A StringIO would hold the text once more, with four bytes a character.
    lines = (found[0] for found in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            code, todo = ("A203", "shorten the cell") if "field limit" in str(error) else ("A202", "mend the quoting")
            raise KnownError(code, f"{path}:{line}: {error}", todo) from error
        if row:
            yield line, row
        line = reader.line_num + 1


def _delimiter(text: str, path: Path, options: Mapping[str, Any]) -> str:
    """The delimiter under which the header has a column of texts, and the most columns."""
    found: list[tuple[bool, int, str]] = []
    for delimiter in DELIMITERS:
        try:
            _, header = next(_rows(text, delimiter, path))
        except StopIteration:
            raise KnownError("A202", f"{path}: the table is empty", "the first line names the columns") from None
        except KnownError:
            continue  # no header under this delimiter; if under none, the first one's error is raised below
        names = [name.strip() for name in header]
        wanted = options.get("text_column")
        is_there = columns.find(names, columns.TEXT if wanted is None else [str(wanted).lower()]) is not None
        found.append((is_there, len(header), delimiter))
    if not found:
        next(_rows(text, DELIMITERS[0], path))
    best = max(found, key=lambda one: one[:2])
    if [one[:2] for one in found].count(best[:2]) > 1 and best[1] > 1:
        raise KnownError(
            "A207", f"{path}:1: the delimiter is not clear", "use one of comma, semicolon and tab throughout"
        )
    return best[2]
