"""Writes a workbook (.xlsx) row by row: sheets of texts and numbers with headings, and never a formula."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from annotator.formats.archive import plain_file
from annotator.formats.safe_xml import NO_XML

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

Value = str | int | float | None

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The first row stays where it is as the others are scrolled.
_HEAD = (
    f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
_TAIL = "</sheetData></worksheet>"
_SMALL_BYTES = 2_000_000_000  # that a member of a zip archive without zip64 can hold
_BOLD = 1  # number of the style of headings
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Workbook:
    """Sheets that are filled side by side, each in a file without a name in the folder `near` until they are saved.

    `sheets` has their names (31 characters at most, none of []:*?/\\) with the headings of their columns. OSError where
    the disk is full. Texts are cells of the type of texts, whatever they begin with.
    """

    def __init__(self, near: Path, sheets: Mapping[str, Sequence[str]]) -> None:
        self._near = near
        self._headings = sheets
        self._open = ExitStack()
        self._files: dict[str, IO[bytes]] = {}
        self._rows: dict[str, int] = dict.fromkeys(sheets, 0)

    def __enter__(self) -> Workbook:
        for name, headings in self._headings.items():
            file = self._open.enter_context(tempfile.TemporaryFile(dir=self._near))
            file.write(_HEAD.encode("utf-8"))
            self._files[name] = file
            self._write(name, headings, _BOLD)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def add(self, sheet: str, values: Iterable[Value]) -> None:
        """A row, with a value for each column; None leaves a cell empty."""
        self._write(sheet, values, 0)

    def save(self, handle: BinaryIO) -> None:
        """Writes all of it as the zip archive that a workbook is; nothing can be added afterwards."""
        with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in _parts(list(self._files)):
                archive.writestr(plain_file(name), content)
            for number, file in enumerate(self._files.values(), start=1):
                file.write(_TAIL.encode("utf-8"))
                # Excel wants to mend a file that has the large sizes of zip64 without need.
                is_large = file.tell() >= _SMALL_BYTES
                file.seek(0)
                entry = plain_file(f"xl/worksheets/sheet{number}.xml")
                with archive.open(entry, "w", force_zip64=is_large) as member:
                    shutil.copyfileobj(file, member, 1 << 16)

    def _write(self, sheet: str, values: Iterable[Value], style: int) -> None:
        self._rows[sheet] += 1
        row = self._rows[sheet]
        cells = "".join(_cell(f"{_column(at)}{row}", value, style) for at, value in enumerate(values))
        self._files[sheet].write(f'<row r="{row}">{cells}</row>'.encode())


def _cell(place: str, value: Value, style: int) -> str:
    if value is None:
        return ""
    styled = f' s="{style}"' if style else ""
    if isinstance(value, str):
        # The replacement character stands for what XML cannot hold. A bare carriage return is read as a line feed.
        text = escape(NO_XML.sub("\ufffd", value), {"\r": "&#13;"})
        return f'<c r="{place}"{styled} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}"{styled}><v>{value!r}</v></c>'


def _column(at: int) -> str:
    """A, B, … Z, AA, … for 0, 1, …"""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _parts(sheets: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The members of the archive but for the sheets themselves: what they are, and how they hang together."""
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("styles", "styles"),
            *((f"worksheets/sheet{number}", "worksheet") for number in numbers),
        )
    )
    yield (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    named = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{named}</sheets></workbook>',
    )
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
