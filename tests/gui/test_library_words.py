"""What a library says of a file is said in Dutch in a Dutch window, or quoted behind words of our own."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core import toml_table
from annotator.errors import KnownError
from annotator.formats import safe_xml, strict_json
from annotator.formats.csv_table import _rows
from annotator.formats.safe_zip import Archive
from annotator.gui.language import speak
from annotator.gui.refusals import in_words
from annotator.services.settings_file import SettingsFile
from annotator.services.settling import load_map
from annotator.store.connection import known_errors

JSON = ("", "{", "[1,", "{1}", '{"a" 1}', '["a" 1]', '["a', '["\n"]', '["\\x"]', '["\\u12"]', "{} x", "nul")
TOML = (
    "a", "a = ", "a = x", "a = 1 b", "[a", "[[a]", "a = [1", "a = {b = 1", 'a = "b', 'a = "\\q"', "a = 1\na = 2",
    "[a]\n[a]", "a = 2020-13-45", "= 1", 'a = "\x01"', 'a = "\\ud800"', "a = {b = 1, b = 2}", "a = {}\na.b = 1",
)  # fmt: skip
XML = ("", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", '<a b="1" b="2"/>', "<a>&x;</a>", "x<a/>", "<a>&#0;</a>")
CSV = ('"a', '"a"b\n')


@pytest.fixture
def dutch(qapp):
    speak(QApplication.instance(), "nl")
    yield
    speak(QApplication.instance(), "en")


class Nothing:
    line = 0

    def start(self, name, attributes) -> None: ...

    def end(self, name) -> None: ...

    def data(self, text) -> None: ...


def caught(read, *arguments, **named) -> tuple[str, str]:
    """What is told of it, and what the library said."""
    with pytest.raises(KnownError) as raised:
        read(*arguments, **named)
    return raised.value.what, str(raised.value.__cause__ or raised.value.__context__ or "")


def read_with_map(folder: Path, text: str) -> None:
    path = folder / "map.toml"
    path.write_text(text, "utf-8")
    load_map(path)


def broken(folder: Path) -> list[tuple[str, str]]:
    """What readers tell of files that are broken in every way that matters."""
    told = [caught(strict_json.parse, one, where="a.json:3") for one in JSON]
    told += [caught(toml_table.parse, one, name="s.toml", code="A301", most_bytes=9_999) for one in TOML]
    told += [caught(read_with_map, folder, one) for one in TOML]
    told += [caught(safe_xml.parse, one.encode(), Nothing(), where="a.xml") for one in XML]
    told += [caught(lambda one=one: list(_rows(one, ",", Path("a.csv")))) for one in CSV]
    return told


def test_what_libraries_say_of_broken_files_is_said_in_dutch(dutch, tmp_path) -> None:
    for told, library in broken(tmp_path):
        said = in_words(told)
        reason = library.partition(":" if "column" in library and "(at" not in library else " (at ")[0]
        assert said != told
        assert reason.strip() not in said, said
        assert "“" not in said, said
        assert not {"line", "column", "Expected", "Invalid", "expected"} & set(said.split()), said


def test_lines_and_columns_are_kept(dutch) -> None:
    told, _ = caught(strict_json.parse, '{"a":\n 1,}', where="a.json:3")
    assert in_words(told) == (
        "a.json:3: geen geldige JSON (regel 2, kolom 4): hier hoort een naam tussen dubbele aanhalingstekens te staan"
    )
    told, _ = caught(toml_table.parse, "a = 1\nb =", name="s.toml", code="A301", most_bytes=99)
    assert in_words(told) == (
        "s.toml, regel 2: hier hoort een waarde te staan, tekst tussen aanhalingstekens, aan het einde van het bestand"
    )


def test_columns_of_xml_count_from_one_in_both_languages(qapp, language) -> None:
    told, library = caught(safe_xml.parse, b"<a></b>", Nothing(), where="a.xml")
    assert library == "mismatched tag: line 1, column 5"
    assert told == "a.xml:1: no well-formed XML: mismatched tag: line 1, column 6"  # on the command line, too
    assert in_words(in_words(told)) == told
    language("nl")
    assert in_words(f"{told} · mend or restore the file").endswith(
        "(regel 1, kolom 6) · herstel het bestand, of zet een goede kopie terug"
    )


def test_a_backup_or_project_that_is_no_database_is_told_in_dutch(dutch, tmp_path) -> None:
    path = tmp_path / "p.annotator"
    path.write_bytes(b"nonsense" * 400)
    connection = sqlite3.connect(path)

    def read() -> None:
        with known_errors(path):
            connection.execute("SELECT * FROM sqlite_master")

    told, _ = caught(read)
    connection.close()
    assert in_words(told) == "p.annotator is beschadigd (het is geen database)"


def test_words_that_nobody_put_into_dutch_are_quoted_behind_ours(dutch, tmp_path) -> None:
    assert in_words("a.json:3: no valid JSON: Something quite new (column 5)") == (
        "a.json:3: geen geldige JSON (kolom 5): “Something quite new”"
    )
    assert in_words("a.xml:3: no well-formed XML: quite new: line 3, column 2") == (
        "a.xml:3: geen welgevormde XML: “quite new: line 3, column 2”"
    )
    assert in_words("p.annotator is damaged (quite new)") == "p.annotator is beschadigd (“quite new”)"
    packed = io.BytesIO(b"PK nonsense")
    told, library = caught(Archive, tmp_path / "a.zip", data=packed)
    assert library == "File is not a zip file"
    assert in_words(told).endswith(": geen leesbaar zip-archief: het is geen zip-bestand")


def test_settings_that_are_no_toml_are_told_in_dutch(dutch, tmp_path) -> None:
    file = SettingsFile(tmp_path)
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_text("look = dark", "utf-8")
    file.load()
    assert "is geen TOML: hier hoort een waarde te staan" in in_words(file.problems[0].what)


def test_english_stays_as_the_libraries_have_it() -> None:
    said = "a.json:3: no valid JSON: Expecting value (column 5)"
    assert in_words(said) == said
