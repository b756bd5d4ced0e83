"""Agreement on a project: only what two finished, gold left out, and figures that are those of the measures."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from annotator.core.decision import Decision, Status, Verdict
from annotator.errors import KnownError
from annotator.services.adjudicating import adjudicate
from annotator.services.agreeing import material, measure, measure_gammas, reading_ways
from annotator.services.following import FAST_MS, follow
from annotator.services.projects import scheme_of
from annotator.store.assignments import Assignment, Rule
from tests.samples import at, document, suggestion
from tests.unit.services.versions import annotate, decide, entity, event


@pytest.fixture
def double(project):
    anna = entity("IS", "ORG"), entity("Deir al-Zor", "GPE"), entity("Raqqa", "GPE")
    annotate(project, "anna", *anna, event("viel", "aan", arguments=[("AGENT", anna[0])]))
    bram = entity("IS", "ORG"), entity("Deir al-Zor", "ORG")
    annotate(project, "bram", *bram, event("viel", "aan", arguments=[("AGENT", bram[0])]))
    annotate(project, "anna", document="d2", status="busy")
    annotate(project, "bram", document="d2")
    return project


def test_figures_are_those_of_the_versions_and_can_be_written_down(double) -> None:
    answer = measure(double, scheme_of(double))
    json.dumps(answer, allow_nan=False)
    assert (answer["annotators"], answer["documents"]) == (["anna", "bram"], 1)
    (pair,) = answer["layers"]["entities"]["pairs"]
    assert (pair["a"], pair["b"]) == ("anna", "bram")
    assert pair["exact_f1"]["value"] == pytest.approx(2 * 1 / 5)
    assert pair["found_f1"]["value"] == pytest.approx(2 * 2 / 5)
    (pair,) = answer["layers"]["events"]["pairs"]
    assert pair["exact_f1"]["value"] == 1.0
    assert "only 1 document:" in answer["warnings"][0]


def test_documents_that_nobody_finished_twice_are_nothing_to_compare(double) -> None:
    with pytest.raises(KnownError, match="A804"):
        measure(double, scheme_of(double), documents=["d2"])
    assert measure(double, scheme_of(double), documents=["d1", "d2"])["documents"] == 1


def test_layers_annotators_and_gold(double) -> None:
    scheme = scheme_of(double)
    adjudicate(double, scheme, strategy="unanimous")
    assert measure(double, scheme)["annotators"] == ["anna", "bram"]
    assert list(measure(double, scheme, layers=["events"])["layers"]) == ["events"]
    for fields, code in (
        ({"layers": ["none"]}, "A403"),
        ({"annotators": ["anna", "zoe"]}, "A604"),
        ({"annotators": ["anna", "gold"]}, "A806"),
        ({"annotators": ["anna"]}, "A804"),
    ):
        with pytest.raises(KnownError) as caught:
            measure(double, scheme, **fields)
        assert caught.value.code == code


def test_annotators_stand_in_the_order_asked_for_whoever_finished_what(project) -> None:
    for name, id in (("bram", "d1"), ("cees", "d1"), ("anna", "d2"), ("cees", "d2")):
        annotate(project, name, document=id)
    answer = measure(project, scheme_of(project))
    pairs = [(pair["a"], pair["b"]) for pair in answer["layers"]["entities"]["pairs"]]
    assert answer["annotators"] == ["anna", "bram", "cees"]
    assert pairs == [("anna", "bram"), ("anna", "cees"), ("bram", "cees")]
    answer = measure(project, scheme_of(project), annotators=["cees", "anna"])
    assert answer["annotators"] == ["cees", "anna"]


def test_articles_are_grouped_by_whether_there_were_suggestions(double) -> None:
    names = ("anna", "bram")

    def ways() -> list[str]:
        return [one.groups["suggestions"] for name in names for one in material(double, names).readings_of(name)]

    assert ways() == ["without", "without"]
    double.put_suggestions("d1", [suggestion(document(), "entities", "ORG", at(document().text, "IS"))], run={})
    assert ways() == ["with", "with"]
    double.add_assignment(Assignment("a1", "anna", "2026-01-01T00:00:00.000Z", 0, {"d1": True}, {}))
    assert ways() == ["without", "with"]
    (pair,) = measure(double, scheme_of(double))["layers"]["entities"]["pairs"]
    assert list(pair["groups"]["suggestions"]) == ["mixed"]


def test_what_came_in_from_files_was_not_read_with_the_suggestions_made_since(project) -> None:
    status = Decision("d1", "status", "", Status("todo"), Status("done"))
    for name in ("anna", "bram"):
        decide(project, name, status, kind="import")
    project.put_suggestions("d1", [suggestion(document(), "entities", "ORG", at(document().text, "IS"))], run={})
    assert {reading_ways(project, name)["d1"]["suggestions"] for name in ("anna", "bram")} == {"without"}
    annotate(project, "bram", entity("Raqqa", "GPE"), status="todo")
    assert reading_ways(project, "bram")["d1"]["suggestions"] == "with"


def test_readings_are_grouped_by_the_guideline_they_were_made_under(double) -> None:
    names = ("anna", "bram")

    def versions() -> list[str]:
        return [one.groups["guideline"] for name in names for one in material(double, names).readings_of(name)]

    assert versions() == ["0", "0"]
    double.add_rule(Rule(0, "entities", "GPE", "Steden.", (), "lead", "2026-02-01T00:00:00.000Z"))
    assert versions() == ["0", "0"]
    annotate(double, "bram", entity("Raqqa", "GPE"), status="todo")
    assert versions() == ["0", "1"]
    (pair,) = measure(double, scheme_of(double))["layers"]["entities"]["pairs"]
    assert list(pair["groups"]["guideline"]) == ["mixed"]


def test_work_from_a_package_was_made_under_the_guideline_that_went_out_with_it(double) -> None:
    double.add_rule(Rule(0, "entities", "GPE", "Steden.", (), "lead", "2026-02-01T00:00:00.000Z"))
    annotate(double, "bram", entity("Raqqa", "GPE"), status="todo")
    assert reading_ways(double, "bram")["d1"]["guideline"] == "1"
    double.add_assignment(Assignment("a1", "bram", "2026-01-01T00:00:00.000Z", 0, {"d1": False}, {}))
    double.bind_assignment("a1", double.replica)
    assert reading_ways(double, "bram")["d1"]["guideline"] == "0"


def test_readings_are_grouped_by_the_round_of_packages_that_brought_them(double) -> None:
    def rounds() -> list[str | None]:
        return [reading_ways(double, name)["d1"].get("round") for name in ("anna", "bram")]

    assert rounds() == [None, None]
    (pair,) = measure(double, scheme_of(double))["layers"]["entities"]["pairs"]
    assert "round" not in pair["groups"]
    at = "2026-01-0{}T00:00:00.000Z".format
    double.add_assignment(Assignment("a1", "anna", at(1), 0, {"d2": False}, {}))
    double.add_assignment(Assignment("a2", "anna", at(2), 0, {"d1": False}, {}))
    double.add_assignment(Assignment("b1", "bram", at(1), 0, {"d2": False}, {}))
    assert rounds() == ["2", None]
    (pair,) = measure(double, scheme_of(double))["layers"]["entities"]["pairs"]
    assert list(pair["groups"]["round"]) == ["mixed"]
    double.add_assignment(Assignment("b2", "bram", at(2), 0, {"d1": False}, {}))
    (pair,) = measure(double, scheme_of(double))["layers"]["entities"]["pairs"]
    assert list(pair["groups"]["round"]) == ["2"]


def test_the_service_is_there_without_numpy() -> None:
    code = "import sys, annotator.services.agreeing; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def accepted(span):
    return Verdict("accepted", span.layer, span.label, span.fragments, 0.9, "rules")


def test_leads_see_rates_pace_and_cost(double) -> None:
    for number, elapsed in enumerate((200, 400, 2000)):
        verdict = Decision("d1", "verdict", f"g{number}", None, accepted(entity("IS", "ORG")))
        decide(double, "anna", verdict, kind="accept", elapsed_ms=elapsed)
    rejected = Verdict("rejected", "entities", "ORG", ((0, 2),), 0.5, "rules")
    decide(double, "anna", Decision("d1", "verdict", "g9", None, rejected), kind="reject", elapsed_ms=100)
    anna = follow(double)["annotators"]["anna"]
    assert anna["accept_rate"] == 3 / 4
    assert (anna["accepts"], anna["median_accept_ms"], anna["fast_accepts"]) == (3, 400, 2 / 3)
    assert FAST_MS > 400
    assert anna["seconds_per_span"] == pytest.approx(2.7 / 4)
    assert anna["seconds_per_document"] == pytest.approx(2.7)
    bram = follow(double)["annotators"]["bram"]
    assert (bram["accept_rate"], bram["median_accept_ms"], bram["fast_accepts"]) == (None, None, None)


def test_leads_see_agreement_apart_for_control_documents(double) -> None:
    annotate_both = follow(double)["annotators"]["anna"]["agreement"]
    assert annotate_both["without_suggestions"] == {"f1": pytest.approx(2 * 2 / 7), "documents": 1}
    assert annotate_both["with_suggestions"] == {"f1": None, "documents": 0}
    double.put_suggestions("d1", [suggestion(document(), "entities", "ORG", at(document().text, "IS"))], run={})
    double.add_assignment(Assignment("a1", "anna", "2026-01-01T00:00:00.000Z", 0, {"d1": True}, {}))
    found = follow(double)["annotators"]
    assert found["anna"]["agreement"]["without_suggestions"]["documents"] == 1
    assert found["bram"]["agreement"]["with_suggestions"]["documents"] == 1


def test_the_count_of_gammas_comes_to_its_end_where_not_all_finished_all(project) -> None:
    for name, documents in (("anna", ("d1", "d2")), ("bram", ("d1", "d2")), ("carl", ("d1",))):
        for id in documents:
            annotate(project, name, document=id)
    scheme = scheme_of(project)
    found = material(project, ["anna", "bram", "carl"])
    answer = measure(project, scheme, found=found)
    told = []
    measure_gammas(
        answer, found, scheme, samples=2, seed=0, progress=lambda done, total, _what: told.append((done, total))
    )
    assert told[-1] == (10, 10)  # in each of two layers two documents of one pair, one of the others and of all
