"""Tables: the text column is found, cells are plain text, ragged rows are refused with their line."""

from __future__ import annotations

import tracemalloc

import pytest

from annotator.errors import KnownError
from annotator.formats import csv_table, limits


def read(tmp_path, content: str | bytes, **options):
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(csv_table.read(path, options))


def refused(tmp_path, content, **options) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read(tmp_path, content, **options)
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_recognised(tmp_path, delimiter):
    table = delimiter.join(["id", "titel", "tekst", "datum", "bron", "rubriek"]) + "\n"
    table += delimiter.join(["7", "Kop", '"a, b; c\td ""e"""', "2018-05-21", "Belga", "buitenland"]) + "\n"
    (found,) = read(tmp_path, table)
    assert found.text == 'a, b; c\td "e"'
    assert (found.id, found.title) == ("7", "Kop")
    assert found.meta == {"date": "2018-05-21", "source": "Belga", "rubriek": "buitenland"}
    assert found.where.endswith("table.csv:2")


def test_text_in_quotes_keeps_its_line_ends(tmp_path):
    first, second = read(tmp_path, 'text\r\n"een\r\n\r\ntwee\u2028"\r\ndrie\r\n')
    assert (first.text, second.text) == ("een\r\n\r\ntwee\u2028", "drie")
    assert second.where.endswith(":5")


@pytest.mark.parametrize("name", ["text", "Tekst", "BODY", "content", "artikel", "article"])
def test_known_names_of_the_text_column(tmp_path, name):
    (found,) = read(tmp_path, f"x,{name}\n1,woord\n")
    assert (found.text, found.meta) == ("woord", {"x": "1"})


def test_the_text_column_may_be_named(tmp_path):
    (found,) = read(tmp_path, "text,verhaal\nkort,lang\n", text_column="Verhaal")
    assert (found.text, found.meta) == ("lang", {"text": "kort"})
    error = refused(tmp_path, "a,b\n1,2\n", text_column="c")
    assert error.code == "A202"
    assert "'a', 'b'" in error.what
    assert "--text-column" in refused(tmp_path, "a,b\n1,2\n").todo


@pytest.mark.parametrize("cell", ["=1+1", "+32 2 123", "-5", "@SUM(A1)", '=HYPERLINK("x")', "<b>x</b>", "{{x}}"])
def test_hostile_cells_are_plain_text(tmp_path, cell):
    quoted = cell.replace('"', '""')
    (found,) = read(tmp_path, f'text,x\n"{quoted}","{quoted}"\n')
    assert (found.text, found.meta["x"]) == (cell, cell)


@pytest.mark.parametrize(
    ("table", "where", "code"),
    [
        ("text,x\na,b\nc\n", ":3", "A202"),
        ('text,x\n"a\nb",c\nd,e,f\n', ":4", "A202"),
        ('text,x\na,b\n"c"d,e\n', ":3", "A202"),
        ('text,x\na,b\n"c,d\n', ":3", "A202"),
        ("text,x\n ,b\n", ":2", "A202"),
        ("text,x,x\na,b,c\n", ":1", "A202"),
        ("id,text\n1,a\n1,b\n", ":3", "A208"),
        ("", "", "A202"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path, table, where, code):
    error = refused(tmp_path, table)
    assert error.code == code
    assert f"table.csv{where}" in error.what


def test_nothing_is_left_out_of_a_row(tmp_path):
    (found,) = read(tmp_path, ",text,datum,date\n0,a,gisteren,vandaag\n")
    assert found.meta == {"column 1": "0", "datum": "gisteren", "date": "vandaag"}


def test_long_cells_and_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FIELD_CHARACTERS", 10)
    assert refused(tmp_path, "text\n" + "a" * 11).code == "A203"
    monkeypatch.setattr(limits, "TABLE_FILE_BYTES", 3)
    assert refused(tmp_path, "text\na").code == "A203"


def test_cp1252_tables(tmp_path):
    (found,) = read(tmp_path, "text;x\nBelgië;één\n".encode("cp1252"))
    assert (found.text, found.meta) == ("België", {"x": "één"})


def test_a_head_that_could_be_two_things_is_refused(tmp_path):
    assert refused(tmp_path, "a;b,c\n1;2,3\n", text_column="d").code in ("A202", "A207")


def test_a_table_of_very_many_columns_is_refused_at_once(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"c{n}" for n in range(100_000)) + "\n", "utf-8")
    with pytest.raises(KnownError, match="A203"):
        list(csv_table.read(path, {}))


def test_the_text_of_a_table_is_held_once(tmp_path):
    text = "id,text\n" + "".join(f'{number},"Het leger viel\r\nRaqqa binnen"\n' for number in range(20_000))
    tracemalloc.start()
    try:
        rows = sum(1 for _ in csv_table._rows(text, ",", tmp_path / "a.csv"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert rows == 20_001
    assert peak < len(text) / 4
