"""The agreement report: escaped, whole in one file, the same figures in CSV and JSON; places behind every figure."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from annotator.errors import KnownError
from annotator.services import measured, reporting
from annotator.services.measured import Ask
from annotator.services.schemes import load_builtin
from tests.unit.services.versions import annotate, entity, event

EVIL = "=cmd|' /C calc'!A1<script>alert(1)</script>"


@pytest.fixture
def scheme():
    return load_builtin("conflict-nl")


@pytest.fixture
def found(project, scheme):
    first = entity("Belga", "ORG")
    annotate(project, "anna", first, event("rukken", arguments=[("AGENT", first)]), entity("Raqqa", "GPE"))
    annotate(project, EVIL, entity("Belga", "ORG"), event("rukken", type="ADVANCE"), entity("Raqqa", "LOC"))
    return measured.measure(project, scheme)


def page(found, **fields) -> str:
    titles = {"d1": "<b>Vet</b> & {{ 7 * 7 }}"}
    return reporting.as_html(found.answer, found.follow, name="proef", titles=titles, **fields)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_runs_nothing_and_asks_for_nothing(found, language: str) -> None:
    html = page(found, language=language)
    tags = Tags()
    tags.feed(html)
    assert {tag for tag, _ in tags.seen} & {"script", "img", "link", "iframe", "object", "b", "a"} == set()
    assert not [name for _, attrs in tags.seen for name in attrs if name in ("src", "href") or name.startswith("on")]
    assert "default-src 'none'" in html
    assert not re.search(r"https?://|url\(", html)


def test_names_and_titles_stay_text(found) -> None:
    html = page(found)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; {{ 7 * 7 }}" in html
    assert "49" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).split("Vet")[1][:20]


def test_the_page_has_the_figures_and_the_warning(found) -> None:
    html = page(found)
    pair = found.answer["layers"]["entities"]["pairs"][0]
    assert f"{pair['found_f1']['value']:.2f}" in html
    assert "Only 1 documents" in html
    assert all(label in html for label in ("GPE", "LOC", "missed"))


def test_csv_has_every_figure_and_no_formula(found) -> None:
    rows = list(csv.DictReader(io.StringIO(reporting.as_csv(found.answer))))
    assert tuple(rows[0]) == reporting.COLUMNS
    assert not [cell for row in rows for cell in row.values() if re.match(r"[=+@|%]", cell)]
    assert "'" + EVIL in {row[name] for row in rows if row["of"] == "pair" for name in ("a", "b")}
    kappa = [row for row in rows if (row["of"], row["measure"], row["layer"]) == ("pair", "kappa", "entities")]
    value = found.answer["layers"]["entities"]["pairs"][0]["kappa"]["value"]
    assert float(kappa[0]["value"]) == value
    cells = [row for row in rows if row["of"] == "cell" and row["layer"] == "entities"]
    assert sum(int(row["value"]) for row in cells) == 2


def test_json_is_the_answer_with_the_work(found) -> None:
    value = json.loads(reporting.as_json(found.answer, found.follow))
    assert value["layers"] == found.answer["layers"]
    assert set(value["work"]["annotators"]) == {"anna", EVIL}


def test_a_report_is_written_whole_or_not_at_all(tmp_path) -> None:
    reporting.write(tmp_path / "a.csv", "één\r\n")
    assert (tmp_path / "a.csv").read_bytes() == "één\r\n".encode()
    with pytest.raises(KnownError, match="cannot be written"):
        reporting.write(tmp_path / "nowhere" / "a.csv", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_every_cell_of_the_matrix_opens_as_many_places_as_it_counts(found) -> None:
    pair = found.answer["layers"]["entities"]["pairs"][0]
    labels = pair["confusion"]["labels"]
    for row, counts in zip(labels, pair["confusion"]["matrix"], strict=True):
        for column, count in zip(labels, counts, strict=True):
            places = found.places(Ask("entities", pair["a"], pair["b"], "cell", (row, column)))
            assert len(places) == count, (row, column)


def test_figures_open_the_places_that_keep_them_below_one(found) -> None:
    def places(layer: str, kind: str, *key: str):
        return [(one.text, one.a, one.b) for one in found.places(Ask(layer, "anna", EVIL, kind, key))]

    assert places("entities", "measure", "kappa") == [("Raqqa", "GPE", "LOC")]
    assert places("entities", "measure", "found_f1") == []
    assert places("entities", "label", "ORG") == []
    assert places("entities", "label", "LOC") == [("Raqqa", "GPE", "LOC")]
    assert places("events", "document", "d1") == [("rukken", "ATTACK", "ADVANCE")]
    assert len(places("events", "shift", "left", "0")) == 1


def test_one_annotator_is_no_error(project, scheme) -> None:
    annotate(project, "anna", entity("Belga", "ORG"))
    found = measured.measure(project, scheme)
    assert found.answer is None
    assert found.why is not None
    assert found.why.code == "A804"
    assert list(found.follow["annotators"]) == ["anna"]
    assert found.places(Ask("entities", "anna", "bram", "label", ("ORG",))) == []
