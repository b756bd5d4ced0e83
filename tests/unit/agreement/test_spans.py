"""Two annotators on a layer of spans: found, where, what, and every figure's places."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.agreement import cohen_kappa, gwet_ac1, krippendorff_alpha, unitizing_alpha
from annotator.agreement.pairing import Pairing
from annotator.agreement.report import agreement, pair_agreement
from annotator.agreement.resting import Rest, all_places, of_cell
from annotator.agreement.spans import MISSED
from annotator.core.span import Span
from tests.unit.agreement.desk import TEXT, article, material, span

PERSON, TIME = span("Zahreddine", "PERSON"), span("zondag", "TIME")
CITY, SHORT, AIRPORT = span("Deir al-Zor", "GPE"), span("Deir", "GPE"), span("vliegveld", "FAC")


def pair(anna: list[Span], bram: list[Span]) -> dict[str, Any]:
    """The report on one document."""
    found = material({"anna": {"d1": anna}, "bram": {"d1": bram}})
    return agreement(found, samples=50, layers=["entities"])["layers"]["entities"]["pairs"][0]


def test_a_shorter_span_is_a_boundary_difference_and_nothing_else() -> None:
    report = pair([PERSON, CITY], [PERSON, SHORT])
    assert report["exact_f1"]["value"] == report["found_f1"]["value"] == 0.5
    assert report["overlap_f1"]["value"] == report["coverage"]["value"] == 1
    assert report["kappa"]["value"] == 1
    assert report["boundary"]["left"] == {"0": 2}
    assert report["boundary"]["right"] == {"-1": 1, "0": 1}
    assert report["boundary"]["words"] == [{"side": "right", "text": "al-Zor", "longer": "anna", "count": 1}]


def test_another_label_is_found_but_not_agreed_on() -> None:
    report = pair([PERSON, CITY], [PERSON, span("Deir al-Zor", "LOC")])
    assert report["found_f1"]["value"] == report["coverage"]["value"] == 1
    assert report["exact_f1"]["value"] == report["overlap_f1"]["value"] == report["percent"]["value"] == 0.5
    assert report["confusion"]["labels"] == ["GPE", "LOC", "PERSON", MISSED]
    assert report["confusion"]["matrix"][0] == [0, 1, 0, 0]


def test_a_missed_span_lowers_coverage_not_kappa() -> None:
    report = pair([PERSON, CITY, AIRPORT], [PERSON, CITY])
    assert report["kappa"]["value"] == 1
    assert report["coverage"]["value"] == pytest.approx(4 / 5)
    assert report["confusion"]["matrix"][report["confusion"]["labels"].index("FAC")][-1] == 1
    assert report["spans"] == {"a": 3, "b": 2, "aligned": 2}


def test_what_one_annotator_left_empty_counts_fully() -> None:
    report = pair([PERSON, CITY], [])
    assert report["exact_f1"]["value"] == 0
    assert report["exact_f1"]["undefined"] is None
    assert report["kappa"]["value"] is None
    assert "shares a character" in report["kappa"]["undefined"]


def test_nothing_marked_by_either_is_undefined() -> None:
    found = material({"anna": {"d1": []}, "bram": {"d1": []}})
    report = agreement(found, samples=10, layers=["entities"])["layers"]["entities"]["pairs"][0]
    assert report["exact_f1"]["value"] is None
    assert "neither" in report["exact_f1"]["undefined"]
    assert report["per_document"][0]["exact_f1"] is None
    assert report["alpha_u"] == {}


def test_only_documents_that_both_finished_count() -> None:
    found = material(
        {"anna": {"d1": [PERSON], "d2": [CITY], "d3": [CITY]}, "bram": {"d1": [PERSON], "d3": [CITY], "d4": [TIME]}}
    )
    report = agreement(found, samples=10)["layers"]["entities"]["pairs"][0]
    assert report["documents"] == 2
    assert report["exact_f1"]["value"] == 1
    assert {row["document"] for row in report["per_document"]} == {"d1", "d3"}


def test_no_common_document_is_undefined() -> None:
    found = material({"anna": {"d1": [PERSON]}, "bram": {"d2": [PERSON]}})
    report = agreement(found, samples=10)["layers"]["entities"]
    assert report["pairs"][0]["documents"] == 0
    for score in (report["pairs"][0]["exact_f1"], report["pairs"][0]["kappa"], report["pairs"][0]["alpha_u"]["PERSON"]):
        assert score["value"] is None
        assert "both finished" in score["undefined"]
    assert report["overall"]["exact_f1"]["value"] is None


def test_figures_on_labels_are_those_of_the_measures() -> None:
    labels = {
        "anna": ["GPE", "GPE", "ORG", "PERSON", "GPE", "ORG"],
        "bram": ["GPE", "ORG", "ORG", "PERSON", "GPE", "GPE"],
    }
    found = material(
        {who: {f"d{n}": [span("Deir al-Zor", label)] for n, label in enumerate(mine)} for who, mine in labels.items()}
    )
    report = agreement(found, samples=10)["layers"]["entities"]["pairs"][0]
    units = list(zip(labels["anna"], labels["bram"], strict=True))
    assert report["kappa"]["value"] == pytest.approx(cohen_kappa(units).value)
    assert report["alpha"]["value"] == pytest.approx(krippendorff_alpha(units).value)
    assert report["ac1"]["value"] == pytest.approx(gwet_ac1(units).value)


def test_alpha_u_of_one_document_is_that_of_the_measure() -> None:
    report = pair([CITY, span("vliegveld", "GPE"), PERSON], [SHORT, PERSON])
    units = [("a", "GPE", *start_and_length(one)) for one in (CITY, AIRPORT)] + [("b", "GPE", *start_and_length(SHORT))]
    expected = unitizing_alpha(units, length=len(TEXT), raters=2).value
    assert report["alpha_u"]["GPE"]["value"] == pytest.approx(expected)
    assert report["alpha_u"]["PERSON"]["value"] == 1


def start_and_length(one: Span) -> tuple[int, int]:
    return one.start, one.end - one.start


def test_alpha_u_of_overlapping_units_is_undefined() -> None:
    report = pair([CITY, SHORT], [CITY])
    assert report["alpha_u"]["GPE"]["value"] is None
    assert "overlap" in report["alpha_u"]["GPE"]["undefined"]


def test_figures_by_label() -> None:
    report = pair([PERSON, CITY, AIRPORT], [PERSON, SHORT])
    assert report["labels"]["PERSON"]["exact_f1"]["value"] == 1
    assert report["labels"]["GPE"] | {"exact_f1": 0, "overlap_f1": 0} == {
        "a": 1,
        "b": 1,
        "exact_f1": 0,
        "overlap_f1": 0,
    }
    assert (report["labels"]["GPE"]["exact_f1"]["value"], report["labels"]["GPE"]["overlap_f1"]["value"]) == (0, 1)
    assert report["labels"]["FAC"]["exact_f1"]["value"] == 0


def test_documents_come_worst_first() -> None:
    found = material(
        {"anna": {"d1": [PERSON], "d2": [PERSON], "d3": []}, "bram": {"d1": [PERSON], "d2": [CITY], "d3": []}}
    )
    rows = agreement(found, samples=10, layers=["entities"])["layers"]["entities"]["pairs"][0]["per_document"]
    assert [(row["document"], row["exact_f1"]) for row in rows] == [("d2", 0.0), ("d1", 1.0), ("d3", None)]


def test_groups_are_reported_apart() -> None:
    readings = {
        "anna": {"d1": [PERSON], "d2": [PERSON], "d3": [CITY]},
        "bram": {"d1": [PERSON], "d2": [TIME], "d3": [CITY]},
    }
    ways = {"d1": "with", "d2": "without", "d3": "without"}
    groups = {(who, name): {"suggestions": ways[name]} for who in readings for name in ways}
    layer = agreement(material(readings, groups=groups), samples=10)["layers"]["entities"]
    for found in (layer["pairs"][0]["groups"]["suggestions"], layer["overall"]["groups"]["suggestions"]):
        assert list(found) == ["with", "without"]
        assert found["with"]["exact_f1"]["value"] == 1
        assert found["without"]["documents"] == 2
        assert found["without"]["exact_f1"]["value"] == 0.5
        assert found["without"]["warnings"]


def test_a_document_that_two_read_in_different_ways_is_in_neither_group() -> None:
    readings = {"anna": {"d1": [PERSON], "d2": [PERSON]}, "bram": {"d1": [PERSON], "d2": [TIME]}}
    groups = {
        ("anna", "d1"): {"suggestions": "with", "guideline": "1"},
        ("bram", "d1"): {"suggestions": "with", "guideline": "1"},
        ("anna", "d2"): {"suggestions": "with", "guideline": "1"},
        ("bram", "d2"): {"suggestions": "without", "guideline": "1"},
    }
    pair = agreement(material(readings, groups=groups), samples=10)["layers"]["entities"]["pairs"][0]
    found = pair["groups"]["suggestions"]
    assert {way: one["documents"] for way, one in found.items()} == {"mixed": 1, "with": 1}
    assert found["mixed"]["exact_f1"]["value"] == 0
    (same,) = pair["groups"]["guideline"].values()
    assert (same["documents"], same["exact_f1"]) == (2, pair["exact_f1"])


def test_groups_of_three_are_pooled_over_the_pairs_that_read_alike() -> None:
    readings = {who: {"d1": spans, "d2": [CITY]} for who, spans in
                (("anna", [PERSON]), ("bram", [PERSON]), ("cees", [TIME]))}  # fmt: skip
    ways = {"anna": "with", "bram": "with", "cees": "without"}
    groups = {(who, name): {"suggestions": ways[who]} for who in readings for name in ("d1", "d2")}
    layer = agreement(material(readings, groups=groups), samples=10)["layers"]["entities"]
    found = layer["overall"]["groups"]["suggestions"]
    assert {way: one["documents"] for way, one in found.items()} == {"mixed": 2, "with": 2}
    assert found["with"]["exact_f1"]["value"] == 1.0
    assert found["mixed"]["exact_f1"]["value"] == 0.5
    assert found["mixed"]["exact_f1"]["n"] == 8


def test_an_edge_inside_a_token_is_told_apart() -> None:
    text = "anti-IS-coalitie valt aan"
    whole, part = span("anti-IS-coalitie", "ORG", text=text), span("IS", "ORG", text=text)
    found = material({"anna": {"d1": [whole]}, "bram": {"d1": [part]}}, [article("d1", text)])
    boundary = agreement(found, samples=10)["layers"]["entities"]["pairs"][0]["boundary"]
    assert boundary["left"] == boundary["right"] == {"within": 1}
    assert {(row["side"], row["text"], row["longer"]) for row in boundary["words"]} == {
        ("left", "anti-", "anna"),
        ("right", "-coalitie", "anna"),
    }


def test_an_earlier_start_is_below_zero_on_the_left() -> None:
    report = pair([span("al-Zor", "GPE")], [CITY])
    assert report["boundary"]["left"] == {"-1": 1}
    assert report["boundary"]["words"][0]["longer"] == "bram"


def test_every_cell_of_the_confusion_matrix_opens_its_places() -> None:
    found = material(
        {"anna": {"d1": [PERSON, CITY], "d2": [AIRPORT]}, "bram": {"d1": [span("Deir al-Zor", "LOC")], "d2": [TIME]}}
    )
    pairing = Pairing(found, found.layer("entities", is_events=False), "anna", "bram")
    report = pair_agreement(pairing, is_events=False, samples=0)
    labels, matrix = report["confusion"]["labels"], report["confusion"]["matrix"]

    def places(row: str, column: str) -> list[Rest]:
        return list(filter(of_cell(row, column), all_places(pairing)))

    for row, mine in enumerate(labels):
        for column, theirs in enumerate(labels):
            if (mine, theirs) != (MISSED, MISSED):
                assert len(places(mine, theirs)) == matrix[row][column]
    assert places("GPE", "LOC") == [Rest(0, CITY, span("Deir al-Zor", "LOC"))]
    assert places("FAC", MISSED) == [Rest(1, AIRPORT, None)]
    assert places(MISSED, "TIME") == [Rest(1, None, TIME)]


def test_offsets_count_code_points() -> None:
    text = "😀 Deir al-Zor é viel"
    city = span("Deir al-Zor", "GPE", text=text)
    short = span("Deir", "GPE", text=text)
    found = material({"anna": {"d1": [city]}, "bram": {"d1": [short]}}, [article("d1", text)])
    boundary = agreement(found, samples=10)["layers"]["entities"]["pairs"][0]["boundary"]
    assert boundary["right"] == {"-1": 1}
    assert boundary["words"][0]["text"] == "al-Zor"
