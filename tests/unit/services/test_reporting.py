"""The agreement report: escaped, whole in one file, the same figures in CSV and JSON; places behind every figure."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
from html.parser import HTMLParser

import pytest

from annotator.agreement import alpha, events, f1, overall, reliability, spans, unitizing
from annotator.core.decision import Decision, Verdict
from annotator.errors import KnownError
from annotator.services import measured, reporting
from annotator.services.measured import Ask
from annotator.services.report_words import REASONS, WORDS
from annotator.services.schemes import load_builtin
from annotator.store.assignments import Assignment
from tests.samples import at, document, suggestion
from tests.unit.services.versions import annotate, decide, entity, event

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
    assert "Documents: only 1;" in html
    assert all(label in html for label in ("GPE", "LOC", "missed"))


def test_the_page_speaks_its_language_down_to_names_figures_and_reasons(found, scheme) -> None:
    pair = found.answer["layers"]["entities"]["pairs"][0]
    assert pair["alpha_u"]["ORG"]["value"] is not None
    pair["kappa"] = {"value": None, "low": None, "high": None, "n": 1, "undefined": reliability.ONE_CATEGORY}
    dutch, english = (page(found, scheme=scheme, language=language) for language in ("nl", "en"))
    for html, heading in ((dutch, "Laag: Entiteiten"), (english, "Layer: Entities")):
        assert f"<h2>{heading}</h2>" in html
        assert "αᵤ" in html
    assert reporting._attribute_name(scheme, "nl", "events", "factuality") == "Factualiteit"
    told = re.sub(r"<style>.*?</style>|style=\"[^\"]*\"|<title>.*?</title>", "", dutch, flags=re.DOTALL)
    assert not re.search(r"\d\.\d", told)
    assert not re.search(r"\[-", dutch)
    assert reporting._spoken("nl", "-0.17") == "−0,17"
    assert reliability.ONE_CATEGORY in english
    assert reliability.ONE_CATEGORY not in dutch
    assert REASONS["nl"][reliability.ONE_CATEGORY] in dutch


def test_every_reason_why_a_measure_is_not_defined_is_said_in_dutch() -> None:
    said = {
        text
        for module in (alpha, events, f1, overall, reliability, spans, unitizing)
        for name, text in vars(module).items()
        if name.isupper() and isinstance(text, str) and " " in text
    }
    assert len(said) > 12
    assert said <= REASONS["nl"].keys()


def test_labels_that_neither_of_a_pair_gave_are_left_out_of_its_tables(found) -> None:
    html = page(found)
    pair = found.answer["layers"]["entities"]["pairs"][0]
    pair["labels"]["FAC"] = {**pair["labels"]["ORG"], "a": 0, "b": 0}
    pair["confusion"]["labels"].insert(0, "FAC")
    size = len(pair["confusion"]["labels"])
    matrix = pair["confusion"]["matrix"]
    pair["confusion"]["matrix"] = [[0] * size, *([0, *row] for row in matrix)]
    assert page(found) == html


def test_labels_of_all_are_told_where_more_than_two_compare_and_open_their_places(project, scheme, found) -> None:
    caption = WORDS["en"]["labels_all"].split(":")[0]
    assert f"<caption>{caption}:" not in page(found)
    annotate(project, "cees", entity("Belga", "ORG"), entity("Raqqa", "GPE"))
    three = measured.measure(project, scheme)
    html = page(three)
    assert f"<caption>{caption}:" in html
    assert '<th scope="row">GPE</th>' in html
    rows = [row for row in reporting.figure_rows(three.answer) if row["of"] == "label" and row["b"] is None]
    by_name = {(row["a"], row["name"]): row["value"] for row in rows if row["measure"] == "exact_f1"}
    assert by_name["cees", "GPE"] == pytest.approx(2 / 3)  # with anna 2 of 2, with the third 0 of 1
    assert by_name[None, "ORG"] == 1
    assert {row["a"]: row["value"] for row in rows if (row["measure"], row["name"]) == ("spans", "GPE")} == {
        "anna": 1, "cees": 1, EVIL: 0,
    }  # fmt: skip

    def places(name: str) -> list[tuple[str, str]]:
        return [(one.a, one.b) for one in three.places(Ask("entities", name, "", "label", ("GPE",)))]

    assert places("anna") == [(f"{EVIL}: LOC", "anna: GPE")]
    assert len(places("")) == 2


def test_nothing_is_collected_while_it_measures(project, scheme, found) -> None:
    seen = []
    measured.measure(project, scheme, progress=lambda *_: seen.append(gc.isenabled()))
    assert set(seen) == {False}
    assert gc.isenabled()


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


def test_csv_has_the_work_of_each_annotator(found) -> None:
    rows = list(csv.DictReader(io.StringIO(reporting.as_csv(found.answer, found.follow))))
    anna = {(row["measure"], row["name"]): row["value"] for row in rows if (row["of"], row["a"]) == ("work", "anna")}
    told = found.follow["annotators"]["anna"]
    assert anna["spans", ""] == str(told["spans"])
    assert anna["accept_rate", ""] == ("" if told["accept_rate"] is None else str(told["accept_rate"]))
    assert ("exact_f1", "without_suggestions") in anna
    assert {row["a"] for row in rows if row["of"] == "work"} == {"anna", "'" + EVIL}


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


@pytest.fixture
def worked(project, scheme):
    """Two annotators who differ in every layer of agreement on events, one of them with suggestions."""
    sides = []
    for name, label, factuality in (("anna", "GPE", "ASSERTED"), ("bram", "ORG", "REPORTED")):
        belga, raqqa = entity("Belga", "ORG"), entity("Raqqa", label)
        filler = belga if name == "anna" else raqqa
        more = [("PLACE", raqqa)] if name == "anna" else []
        sides.append((belga, raqqa))
        annotate(
            project, name, belga, raqqa,
            event("rukken", factuality=factuality, arguments=[("AGENT", filler), *more]),
        )  # fmt: skip
    one = suggestion(document(), "entities", "GPE", at(document().text, "Raqqa"))
    project.put_suggestions("d1", [one], run={})
    project.add_assignment(Assignment("a1", "bram", "2026-01-01T00:00:00.000Z", 0, {"d1": True}, {}))
    accepted = Verdict("accepted", "entities", "GPE", one.fragments, 0.9, "rules")
    decide(project, "anna", Decision("d1", "verdict", one.id, None, accepted), kind="accept", elapsed_ms=300)
    return measured.measure(project, scheme)


def test_each_layer_of_agreement_on_events_opens_the_events_it_rests_on(worked) -> None:
    def places(part: str):
        return [(one.text, one.a, one.b) for one in worked.places(Ask("events", "anna", "bram", "event", (part,)))]

    assert places("trigger") == places("type") == []
    assert places("roles") == [("rukken", "ATTACK: AGENT, PLACE", "ATTACK: AGENT")]
    assert places("fillers") == [("rukken", "ATTACK: AGENT “Belga”, PLACE “Raqqa”", "ATTACK: AGENT “Raqqa”")]
    assert places("factuality") == [("rukken", "ATTACK: ASSERTED", "ATTACK: REPORTED")]


def test_a_group_opens_its_own_places_alone(worked) -> None:
    (way,) = worked.answer["layers"]["entities"]["pairs"][0]["groups"]["suggestions"]
    assert way == "mixed"
    ask = Ask("entities", "anna", "bram", "group", ("suggestions", "mixed", "kappa"))
    assert [one.text for one in worked.places(ask)] == ["Raqqa"]
    assert worked.places(Ask("entities", "anna", "bram", "group", ("suggestions", "with", "kappa"))) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("done", [("", "", "")]),
        ("open", []),
        ("spans", [("Belga", "ORG", "ORG"), ("rukken", "ATTACK", "ATTACK"), ("Raqqa", "GPE", "GPE")]),
        ("added", [("Belga", "ORG", "ORG"), ("rukken", "ATTACK", "ATTACK"), ("Raqqa", "GPE", "GPE")]),
        ("minutes", [("", "0.0 min", "0.0 min")]),
        ("per_document", [("", "0.3 s", "0.3 s")]),
        ("accepted", [("Raqqa", "GPE", "GPE")]),
        ("accept_rate", []),
        ("fast", [("Raqqa", "GPE · 300 ms", "GPE · 300 ms")]),
        ("control_f1", []),
        ("with_f1", [("rukken", "", ""), ("Raqqa", "GPE", ""), ("Raqqa", "", "ORG (bram)")]),
    ],
)
def test_each_cell_of_work_opens_what_it_rests_on(worked, project, cell: str, expected) -> None:
    found = worked.places(Ask("", "anna", "", "work", (cell,)), project)
    if cell == "with_f1":
        expected = expected[1:]
    assert [(one.text, one.a, one.b) for one in found] == expected
    assert all(one.document == "d1" for one in found)


def test_what_became_of_suggestions_says_what_stands_there_now(worked, project) -> None:
    one = suggestion(document(), "entities", "LOC", at(document().text, "Belga"))
    corrected = Verdict("corrected", "entities", "LOC", one.fragments, 0.9, "rules")
    decide(project, "bram", Decision("d1", "verdict", one.id, None, corrected), kind="accept", elapsed_ms=3000)
    (place,) = worked.places(Ask("", "bram", "", "work", ("accept_rate",)), project)
    assert (place.text, place.a, place.b) == ("Belga", "LOC", "")


def test_groups_are_in_the_page_and_the_table(worked) -> None:
    html = page(worked)
    assert "only one of the two had suggestions" in html
    assert "guideline version 0" in html
    rows = list(csv.DictReader(io.StringIO(reporting.as_csv(worked.answer))))
    found = [row for row in rows if row["of"] == "group" and row["name"] == "suggestions: mixed"]
    assert {row["measure"] for row in found} >= {"documents", "exact_f1", "kappa"}


def test_gamma_comes_with_its_seed_and_samples_and_goes_into_the_reports(worked) -> None:
    seen: list[tuple[int, int, str]] = []
    found = worked.gamma("entities", ["anna", "bram"], samples=12, seed=5, progress=lambda *told: seen.append(told))
    assert (found["samples"], found["seed"], found["n"]) == (12, 5, 1)
    assert 0 < found["value"] < 1
    assert [one["document"] for one in found["documents"]] == ["d1"]
    assert seen[-1][:2] == (1, 1)
    assert worked.answer["layers"]["entities"]["pairs"][0]["gamma"] is found
    html = page(worked)
    assert f"{found['value']:.2f}" in html
    assert "seed 5" in html
    rows = csv.DictReader(io.StringIO(reporting.as_csv(worked.answer)))
    assert [float(row["value"]) for row in rows if row["measure"] == "gamma" and row["of"] == "pair"] == [
        found["value"]
    ]
