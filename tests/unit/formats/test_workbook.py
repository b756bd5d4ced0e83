"""Workbooks as others read them: texts as they were, numbers, headings, no formula; nothing left where it fails."""

from __future__ import annotations

import gc
import zipfile

import pandas
import pytest
from openpyxl import load_workbook

from annotator.errors import KnownError
from annotator.formats import output, tables, workbook
from annotator.formats.workbook import Workbook
from tests.unit.formats.exported import entity, exported, options

SHEETS = {"one": ("a", "b", "c"), "two & “more”": ("d",)}


def written(path, *rows, sheet="one"):
    with Workbook(path.parent, SHEETS) as book:
        for row in rows:
            book.add(sheet, row)
        with path.open("wb") as file:
            book.save(file)
    return path


def cells(path, sheet="one"):
    return [[cell.value for cell in row] for row in load_workbook(path)[sheet].iter_rows()]


def test_texts_and_numbers_are_read_as_they_were(tmp_path):
    nasty = [" a  b ", "é👩🏽\u2028\u00a0", "<&>\"'", "regel\neen\ttab", "]]>", "=1+1"]
    path = written(tmp_path / "o.xlsx", *([text, 7, 0.25] for text in nasty), [None, None, -3])
    assert cells(path) == [["a", "b", "c"], *([text, 7, 0.25] for text in nasty), [None, None, -3]]
    assert cells(path, "two & “more”") == [["d"]]
    frame = pandas.read_excel(path, sheet_name="one", engine="openpyxl")
    assert list(frame["c"][:2]) == [0.25, 0.25]


def test_no_text_is_ever_a_formula(tmp_path):
    path = written(tmp_path / "o.xlsx", ["=1+1", "=cmd|' /C calc'!A0", "#N/A"])
    sheet = load_workbook(path)["one"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_headings_are_bold_and_stay(tmp_path):
    sheet = load_workbook(written(tmp_path / "o.xlsx", ["x"]))["one"]
    assert sheet.freeze_panes == "A2"
    assert [sheet["A1"].font.b, sheet["A2"].font.b] == [True, False]


def test_what_xml_cannot_hold_is_replaced_and_a_carriage_return_stays(tmp_path):
    path = written(tmp_path / "o.xlsx", ["a\x00b\ufffe", "c\r\nd"])
    with zipfile.ZipFile(path) as archive:
        content = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    assert "a\ufffdb\ufffd" in content
    assert "c&#13;\nd" in content


@pytest.mark.parametrize(("at", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_their_letters(at, name):
    assert workbook._column(at) == name


def test_the_archive_is_whole(tmp_path):
    with zipfile.ZipFile(written(tmp_path / "o.xlsx", *(["x" * 50, n, None] for n in range(5_000)))) as archive:
        assert archive.testzip() is None
        assert [one.extra for one in archive.infolist()] == [b""] * len(archive.infolist())  # nothing of zip64


def test_an_export_that_is_stopped_leaves_nothing(tmp_path):
    def documents():
        yield from (exported(f"Homs {number}", entity("s1", "GPE", 0, 4), id=f"d{number}") for number in range(300))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tables.write_xlsx(documents(), tmp_path / "o.xlsx", options())
    gc.collect()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [3_000, 40_000])
def test_a_full_disk_is_said_and_leaves_the_earlier_file(tmp_path, room):
    resource = pytest.importorskip("resource", reason="limits of file sizes are of Unix")
    documents = [exported(f"Homs {number}", entity("s1", "GPE", 0, 4), id=f"d{number}") for number in range(200)]
    out = tmp_path / "o.xlsx"
    out.write_text("earlier")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises(KnownError, match="A002"):
            tables.write_xlsx(documents, out, options())
        gc.collect()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [path.name for path in tmp_path.iterdir()] == ["o.xlsx"]
    assert out.read_text() == "earlier"


class Full:
    """A file on a full disk."""

    def write(self, _data):
        raise OSError(28, "No space left on device")

    def seek(self, place):
        return place

    def flush(self):
        raise OSError(28, "No space left on device")


def test_an_archive_that_fails_does_not_complain_once_more(tmp_path):
    def archived():
        with output.archive_file(tmp_path / "o.zip") as file:
            archive = zipfile.ZipFile(file, "w")
            archive.writestr("a", "x")
            file._handle = Full()
            archive.writestr("b", "x")

    with pytest.raises(KnownError, match=r"A002.*No space left"):
        archived()
    gc.collect()
    assert list(tmp_path.iterdir()) == []
