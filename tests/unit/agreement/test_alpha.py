"""Krippendorff's alpha on the examples of its author."""

from __future__ import annotations

import pytest

from annotator.agreement import krippendorff_alpha
from annotator.agreement.alpha import Level
from tests.unit.agreement import examples
from tests.unit.agreement.test_coefficients import near


@pytest.mark.parametrize(
    ("units", "level", "published"),
    [
        (examples.KRIPPENDORFF_A, "nominal", 0.095),
        (examples.KRIPPENDORFF_B, "nominal", 0.692),
        (examples.KRIPPENDORFF_C, "nominal", 0.743),
        (examples.KRIPPENDORFF_C, "ordinal", 0.815),
        (examples.KRIPPENDORFF_C, "interval", 0.849),
        (examples.KRIPPENDORFF_C, "ratio", 0.797),
        (examples.KRIPPENDORFF_1980, "nominal", 0.642),
        (examples.KRIPPENDORFF_1980, "interval", 0.547),
        (examples.KRIPPENDORFF_1980, "ratio", 0.483),
    ],
)
def test_published_examples(units: list[tuple[object, ...]], level: Level, published: float) -> None:
    assert near(krippendorff_alpha(units, level=level).value, published)


def test_hayes_and_krippendorff_2007() -> None:
    assert near(krippendorff_alpha(examples.HAYES_KRIPPENDORFF, level="ordinal").value, 0.7598, 4)


def test_the_three_coder_example_with_missing_values() -> None:
    a = [None] * 5 + [3, 4, 1, 2, 1, 1, 3, 3, None, 3]
    b = [1, None, 2, 1, 3, 3, 4, 3] + [None] * 7
    c = [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4]
    units = list(zip(a, b, c, strict=True))
    assert near(krippendorff_alpha(units).value, 0.691)
    assert near(krippendorff_alpha(units, level="interval").value, 0.811)


def test_units_with_one_rating_do_not_count() -> None:
    score = krippendorff_alpha(examples.KRIPPENDORFF_C)
    assert score.n_items == 11
    assert score.value == krippendorff_alpha(examples.KRIPPENDORFF_C[:-1]).value


def test_one_value_alone_is_undefined() -> None:
    score = krippendorff_alpha([(1, 1), (1, 1)])
    assert score.value is None
    assert "same value" in str(score.undefined_reason)


def test_nothing_pairable_is_undefined() -> None:
    assert krippendorff_alpha([(1, None), (None, 2)]).value is None
    assert krippendorff_alpha([]).value is None


@pytest.mark.parametrize("level", ["ordinal", "interval", "ratio"])
def test_levels_of_numbers_refuse_names(level: Level) -> None:
    with pytest.raises(ValueError, match="numbers"):
        krippendorff_alpha([("a", "b"), ("a", "a")], level=level)


def test_ratio_refuses_numbers_below_zero_and_other_levels_refuse_nonsense() -> None:
    with pytest.raises(ValueError, match="below zero"):
        krippendorff_alpha([(-1, 1), (1, 1)], level="ratio")
    with pytest.raises(ValueError, match="no level"):
        krippendorff_alpha([(1, 1)], level="cardinal")  # type: ignore[arg-type]


def test_zero_against_zero_is_no_difference_on_the_ratio_level() -> None:
    # Three zeros and three ones, and of the latter the distance to zero is 1: Do = 2/6, De = 2·3·3/(6·5).
    assert krippendorff_alpha([(0, 0), (1, 1), (0, 1)], level="ratio").value == pytest.approx(1 - (2 / 6) / (18 / 30))


def test_names_are_compared_where_no_level_is_given() -> None:
    # Do = 2/4 and De = 2·3·1/(4·3): no better than chance.
    assert krippendorff_alpha([("a", "b"), ("a", "a")]).value == pytest.approx(0)
