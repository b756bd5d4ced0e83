"""Alpha_u on the examples of Krippendorff (1995, 2004)."""

from __future__ import annotations

import pytest

from annotator.agreement import unitizing_alpha
from annotator.agreement.unitizing import gaps_between, observed_sum
from tests.unit.agreement import examples
from tests.unit.agreement.test_coefficients import near


def of(category: str) -> list[tuple[str, str, int, int]]:
    return [unit for unit in examples.UNITS if unit[1] == category]


def test_krippendorff_2004_by_category() -> None:
    assert near(unitizing_alpha(of("c"), length=300, raters=2, start=150).value, 0.7286, 4)
    assert unitizing_alpha(of("k"), length=300, raters=2, start=150).value == 1


def test_krippendorff_2004_of_all_categories() -> None:
    # Printed as .8591, from terms that were rounded to four digits before they were divided.
    score = unitizing_alpha(examples.UNITS, length=300, raters=2, start=150)
    assert score.value == pytest.approx(0.8591, abs=0.0005)
    assert (score.n_items, score.n_annotators) == (9, 2)


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ((225, 295), (220, 300), 50),
        ((370, 400), (355, 375), 850),
        ((5, 11), (4, 6), 26),
        ((5, 11), (7, 9), 8),
        ((5, 11), (5, 11), 0),
    ],
)
def test_krippendorff_2004_differences_of_two_units(one: tuple[int, int], other: tuple[int, int], printed: int) -> None:
    pieces = {"i": [one], "j": [other]}
    gaps = {who: gaps_between(found, 0, 1000) for who, found in pieces.items()}
    assert observed_sum(pieces, gaps) == 2 * printed  # both directions


def test_a_unit_within_a_gap_differs_by_the_square_of_its_length() -> None:
    pieces = {"i": [(400, 420)], "j": []}
    gaps = {who: gaps_between(found, 150, 450) for who, found in pieces.items()}
    assert observed_sum(pieces, gaps) == 2 * 400


@pytest.mark.parametrize(
    ("stretch", "published", "within"),
    # At the length of the article the print has an error in the expected disagreement, said in 2004.
    [(50, 0.678, 0.02), (500, 0.679, 0.02), (5000, 0.679, 0.02)],
)
def test_krippendorff_1995_finer_and_finer_units(stretch: int, published: float, within: float) -> None:
    gerret, gill = ((2, 6), (10, 2), (14, 4), (20, 2)), ((0, 2), (4, 4), (10, 4), (16, 2), (20, 2))
    units = [
        (who, "C", begin * stretch, size * stretch)
        for who, found in (("gerret", gerret), ("gill", gill))
        for begin, size in found
    ]
    assert unitizing_alpha(units, length=24 * stretch, raters=2).value == pytest.approx(published, abs=within)


def test_a_known_value_below_chance() -> None:
    units = [(0, "A", 1, 8), (1, "A", 2, 1), (1, "A", 4, 1), (1, "A", 6, 1)]
    assert near(unitizing_alpha(units, length=10, raters=2).value, -0.7003, 4)


def test_an_annotator_who_marked_nothing_counts() -> None:
    units = [("i", "c", 10, 5)]
    named = unitizing_alpha(units, length=100, raters=("i", "j"))
    assert named.value is not None
    assert named.value <= 0
    assert named == unitizing_alpha(units, length=100, raters=2)


def test_undefined_is_said_with_its_reason() -> None:
    assert "marked" in str(unitizing_alpha([], length=100, raters=2).undefined_reason)
    assert "two annotators" in str(unitizing_alpha([("i", "c", 0, 5)], length=100, raters=1).undefined_reason)
    overlapping = unitizing_alpha([("i", "c", 0, 5), ("i", "c", 4, 5), ("j", "c", 0, 5)], length=100, raters=2)
    assert overlapping.value is None
    assert "overlap" in str(overlapping.undefined_reason)
    full = unitizing_alpha([(who, "c", place, 1) for who in "ij" for place in (0, 1)], length=2, raters=2)
    assert full.value is None
    assert "fill" in str(full.undefined_reason)


@pytest.mark.parametrize("unit", [("i", "c", 95, 10), ("i", "c", -1, 5), ("i", "c", 5, 0)])
def test_units_outside_the_continuum_are_refused(unit: tuple[str, str, int, int]) -> None:
    with pytest.raises(ValueError, match="outside the continuum"):
        unitizing_alpha([unit], length=100, raters=2)


def test_unknown_or_too_many_annotators_are_refused() -> None:
    with pytest.raises(ValueError, match="not among the raters"):
        unitizing_alpha([("x", "c", 0, 5)], length=100, raters=("i", "j"))
    with pytest.raises(ValueError, match="raters=1"):
        unitizing_alpha(of("c"), length=300, raters=1, start=150)
