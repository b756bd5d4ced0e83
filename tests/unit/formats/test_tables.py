"""Tables for spreadsheets: rows, formulas that are none, cells that fit, both kinds of files."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from annotator.core.decision import Verdict
from annotator.core.span import NOT_MENTIONED, Argument
from annotator.core.suggestion import OF_VERSIONS
from annotator.errors import KnownError
from annotator.formats import article_pages, tables
from tests.unit.formats.exported import entity, event, exported, options

TEXT = "=1+1 viel dinsdag Raqqa aan"
DOCUMENT = exported(
    TEXT,
    entity("s1", "GPE", 18, 23),
    entity("s2", "ORG", 0, 4),
    event(
        "e1", "ATTACK", (5, 9), (24, 27),
        arguments=[Argument("PLACE", "s1"), Argument("AGENT", "s2"), Argument("TIME", NOT_MENTIONED)],
    ),
)  # fmt: skip


def rows(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_csv_has_a_row_for_each_thing(tmp_path):
    written = tables.write_csv([DOCUMENT], tmp_path / "o", options(DOCUMENT))
    assert [path.name for path in written.files] == ["documents.csv", "spans.csv", "events.csv", "roles.csv"]
    assert written.listed == ()
    organisation, place = rows(tmp_path / "o" / "spans.csv")
    assert (place["label"], place["start"], place["end"], place["text"]) == ("GPE", "18", "23", "Raqqa")
    assert organisation["text"] == "'=1+1"
    (trigger,) = rows(tmp_path / "o" / "events.csv")
    assert (trigger["fragments"], trigger["text"]) == ("5..9 24..27", "viel … aan")
    assert trigger["roles"] == "PLACE: Raqqa; AGENT: =1+1; TIME: (not mentioned)"
    assert trigger["attributes"] == "factuality=ASSERTED"
    assert [(one["role"], one["text"], one["start"]) for one in rows(tmp_path / "o" / "roles.csv")] == [
        ("PLACE", "Raqqa", "18"),
        ("AGENT", "'=1+1", "0"),
        ("TIME", "(not mentioned)", ""),
    ]
    (article,) = rows(tmp_path / "o" / "documents.csv")
    assert (article["spans"], article["events"], article["source"]) == ("2", "1", "Belga")


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula(tmp_path):
    out = tmp_path / "o.xlsx"
    tables.write_xlsx([DOCUMENT], out, options(DOCUMENT))
    book = load_workbook(out)
    assert book.sheetnames == list(tables.COLUMNS)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "'=1+1" in {cell.value for cell in cells}
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("head", ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''=", "＝", "|", "%"])
def test_cells_that_look_like_formulas_are_neutralised_and_come_back(tmp_path, head):
    document = exported("Raqqa", entity("s1", f"{head}cmd", 0, 5), id=f"{head}id")
    for write, check, name in (
        (tables.write_csv, tables.check_csv, "o"),
        (tables.write_xlsx, tables.check_xlsx, "o.xlsx"),
    ):
        choices = options(document)
        written = write([document], tmp_path / name, choices)
        assert any("formula" in line for line in written.notes)
        if "\r" in head and name == "o.xlsx":
            continue  # XML makes a line feed of it
        (found,) = check(tmp_path / name, choices)
        assert (found.document, found.label) == (f"{head}id", f"{head}cmd")
    assert rows(tmp_path / "o" / "spans.csv")[0]["label"] == f"'{head}cmd"


@pytest.mark.parametrize("text", ["gewoon", "'s avonds", "a=b", "3-4"])
def test_other_cells_stay_as_they_are(tmp_path, text):
    document = exported(text, entity("s1", "X", 0, len(text)))
    tables.write_csv([document], tmp_path / "o", options(document))
    assert rows(tmp_path / "o" / "spans.csv")[0]["text"] == text


def test_a_formula_in_the_workbook_is_found_out(tmp_path):
    out = tmp_path / "o.xlsx"
    tables.write_xlsx([DOCUMENT], out, options(DOCUMENT))
    book = load_workbook(out)
    book["spans"]["H2"] = "=1+1"
    book.save(out)
    with pytest.raises(KnownError, match=r"A602.*formula"):
        list(tables.check_xlsx(out, options()))


def test_long_cells_are_cut_and_told(tmp_path):
    text = "x" * 40_000
    document = exported(text, entity("s1", "X", 0, 40_000))
    choices = options(document)
    written = tables.write_xlsx([document], tmp_path / "o.xlsx", choices)
    assert any("cut" in line for line in written.notes)
    assert [one.fragments for one in tables.check_xlsx(tmp_path / "o.xlsx", choices)] == [((0, 40_000),)]


def test_a_full_sheet_lists_the_rest(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "SHEET_ROWS", 1)
    written = tables.write_xlsx([DOCUMENT], tmp_path / "o.xlsx", options(DOCUMENT))
    assert [(one.label, one.reason) for one in written.listed] == [("GPE", tables.TOO_MANY)]


def test_characters_that_xml_cannot_hold_are_replaced_and_told(tmp_path):
    document = exported("a\ufffeb", entity("s1", "X", 0, 3))
    written = tables.write_xlsx([document], tmp_path / "o.xlsx", options(document))
    assert any("U+FFFD" in line for line in written.notes)
    assert len(list(tables.check_xlsx(tmp_path / "o.xlsx", options()))) == 1


def test_pandas_is_imported_only_where_a_table_is_made():
    code = "import sys; import annotator.formats.tables; sys.exit('pandas' in sys.modules or 'openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_was_turned_down_is_called_what_it_is(tmp_path):
    """An adjudicator turns down versions of annotators, an annotator suggestions."""
    suggestion = Verdict("rejected", "entities", "GPE", ((0, 4),), 0.4, "rules")
    version = suggestion._replace(suggester=OF_VERSIONS)
    both = replace(DOCUMENT, rejected=(suggestion, version, version))
    notes = (
        "1 rejected suggestion is left out; the jsonl format has it",
        "2 versions of annotators that were not taken are left out; the jsonl format has them",
    )
    assert tables.write_xlsx([both], tmp_path / "o.xlsx", options(both)).notes[-2:] == notes
    assert tables.write_csv([both], tmp_path / "o", options(both)).notes[-2:] == notes
    assert article_pages.write([both], tmp_path / "o.html", options(both)).notes == notes
    gold = replace(DOCUMENT, rejected=(version,))
    (note,) = article_pages.write([gold], tmp_path / "g.html", options(gold)).notes
    assert note == "1 version of an annotator that was not taken is left out; the jsonl format has it"
