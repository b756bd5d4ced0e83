"""All annotators together: units of aligned spans, and the measures for many on them."""

from __future__ import annotations

from itertools import combinations

import pytest

from annotator.agreement import cohen_kappa, fleiss_kappa, gwet_ac1, krippendorff_alpha, unitizing_alpha
from annotator.agreement.material import Material
from annotator.agreement.overall import units_of
from annotator.agreement.pairing import Pairing
from annotator.agreement.report import agreement
from annotator.core.span import Span
from tests.unit.agreement.desk import TEXT, material, span

PLACES = ("Zahreddine", "zondag", "Deir al-Zor", "vliegveld")


def units(found: Material) -> list[tuple[str | None, ...]]:
    """Units with label names."""
    layer = found.layer("entities", is_events=False)
    pairings = {(a, b): Pairing(found, layer, a, b) for a, b in combinations(found.annotators, 2)}
    codes, _ = units_of(layer, found.annotators, pairings)
    return [tuple(layer.labels[code] if code >= 0 else None for code in row) for row in codes.tolist()]


def spans(labels: str) -> list[Span]:
    """A label for each place in turn, "-" for none."""
    return [span(words, label) for words, label in zip(PLACES, labels, strict=True) if label != "-"]


def test_measures_for_many_are_those_of_the_units() -> None:
    found = material(
        {
            "anna": {"d1": spans("ABAC"), "d2": spans("AB-C")},
            "bram": {"d1": spans("ABBC"), "d2": spans("ABCC")},
            "cees": {"d1": spans("AB-C"), "d2": spans("BBCA")},
        }
    )
    rows = units(found)
    assert len(rows) == 8
    overall = agreement(found, samples=10)["layers"]["entities"]["overall"]
    assert overall["kappa"]["value"] == pytest.approx(cohen_kappa(rows).value)
    assert overall["fleiss_kappa"]["value"] == pytest.approx(fleiss_kappa(rows).value)
    assert overall["alpha"]["value"] == pytest.approx(krippendorff_alpha(rows).value)
    assert overall["ac1"]["value"] == pytest.approx(gwet_ac1(rows).value)
    assert overall["alpha"]["n"] == 8
    assert overall["documents"] == 2


def test_with_two_annotators_it_says_what_the_pair_says() -> None:
    found = material({"anna": {"d1": spans("ABAC")}, "bram": {"d1": spans("ABB-")}})
    layer = agreement(found, samples=10)["layers"]["entities"]
    for name in ("found_f1", "exact_f1", "overlap_f1", "coverage", "kappa", "alpha", "ac1", "percent"):
        assert layer["overall"][name]["value"] == pytest.approx(layer["pairs"][0][name]["value"])
    assert layer["overall"]["alpha_u"] == layer["pairs"][0]["alpha_u"]


def test_a_unit_never_holds_two_spans_of_one_annotator() -> None:
    # cees' long span meets both of bram's, and anna's meets one of them: joined blindly, bram is in twice.
    found = material(
        {
            "anna": {"d1": [span("Zahreddine rukken", "A")]},
            "bram": {"d1": [span("Zahreddine", "B"), span("rukken zondag", "C")]},
            "cees": {"d1": [span("zondag bij", "D"), span("van Zahreddine", "E")]},
        }
    )
    rows = units(found)
    assert sum(label is not None for row in rows for label in row) <= 5
    assert all(sum(label is not None for label in row) >= 2 for row in rows)


def test_crowded_units_are_split_along_the_weakest_link() -> None:
    a = span("Zahreddine rukken zondag", "A")
    b = span("rukken zondag bij Deir", "B")
    c1, c2 = span("Zahreddine", "C"), span("bij Deir", "D")
    # anna-bram share "rukken zondag"; anna-cees "Zahreddine"; bram-cees "bij Deir": one group with cees twice.
    found = material({"anna": {"d1": [a]}, "bram": {"d1": [b]}, "cees": {"d1": [c1, c2]}})
    assert units(found) == [("A", "B", "C")]


def test_an_annotator_who_has_not_finished_is_missing_not_silent() -> None:
    found = material(
        {
            "anna": {"d1": spans("ABAC"), "d2": spans("ABAC")},
            "bram": {"d1": spans("ABAC"), "d2": spans("ABAC")},
            "cees": {"d1": spans("ABAC")},
        }
    )
    overall = agreement(found, samples=10)["layers"]["entities"]["overall"]
    assert overall["coverage"]["value"] == 1
    assert overall["documents"] == 2
    assert overall["alpha_u"]["A"]["n"] == 6  # over the one document that all three finished


def test_alpha_u_for_three_is_that_of_the_measure() -> None:
    labels = {"anna": "A-A-", "bram": "A-AA", "cees": "--A-"}
    found = material({who: {"d1": spans(mine)} for who, mine in labels.items()})
    rows = [(who, "A", one.start, one.end - one.start) for who, mine in labels.items() for one in spans(mine)]
    expected = unitizing_alpha(rows, length=len(TEXT), raters=tuple(labels)).value
    overall = agreement(found, samples=10)["layers"]["entities"]["overall"]
    assert overall["alpha_u"]["A"]["value"] == pytest.approx(expected)


def test_a_label_that_one_annotator_leaves_out_is_seen_with_that_annotator() -> None:
    found = material(
        {
            "anna": {"d1": spans("ABAC"), "d2": spans("AB-C")},
            "bram": {"d1": spans("ABA-"), "d2": spans("AB--")},
            "cees": {"d1": spans("ABAC"), "d2": spans("AB-C")},
        }
    )
    labels = agreement(found, samples=10)["layers"]["entities"]["overall"]["labels"]
    assert list(labels) == ["A", "B", "C"]
    assert labels["A"]["exact_f1"]["value"] == 1
    assert labels["C"]["exact_f1"]["value"] == pytest.approx(2 * 2 / 8)  # anna and cees alone agree on it
    by_name = labels["C"]["annotators"]
    assert {name: one["spans"] for name, one in by_name.items()} == {"anna": 2, "bram": 0, "cees": 2}
    assert {name: one["exact_f1"]["value"] for name, one in by_name.items()} == pytest.approx(
        {"anna": 4 / 6, "bram": 0, "cees": 4 / 6}
    )
    assert by_name["anna"]["exact_f1"]["low"] is not None


def test_labels_of_all_are_over_documents_that_two_finished() -> None:
    found = material({"anna": {"d1": spans("A---"), "d2": spans("A---")}, "bram": {"d1": spans("A---")}})
    layer = agreement(found, samples=10)["layers"]["entities"]
    (of_all,) = layer["overall"]["labels"].values()
    assert of_all["annotators"]["anna"]["spans"] == 1
    assert of_all["exact_f1"]["value"] == layer["pairs"][0]["labels"]["A"]["exact_f1"]["value"]
