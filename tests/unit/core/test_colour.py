"""Colour arithmetic against published values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.colour import channels, contrast_ratio, is_colour, mix, relative_luminance
from tests.colour_vision import VISIONS, distance, lab, simulate

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("text", ["#12345", "#1234567", "123456", "#12345g", "", " #123456", "#123456\n", "red"])
def test_what_is_no_colour(text: str) -> None:
    assert not is_colour(text)
    with pytest.raises(ValueError, match="not a colour"):
        channels(text)


def test_channels() -> None:
    assert channels("#01aBff") == (1, 171, 255)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the well-known grey that just fails AA
        ("#767676", "#ffffff", 4.54),  # and the one that just passes
        ("#ff0000", "#ffffff", 4.00),
    ],
)
def test_contrast_ratio_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


def test_luminance_of_the_primaries() -> None:
    assert [relative_luminance(c) for c in ("#ff0000", "#00ff00", "#0000ff")] == pytest.approx([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize(
    ("colour", "expected"),
    [  # sRGB primaries and white in CIELAB (D65)
        ("#ffffff", (100.0, 0.0, 0.0)),
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ff0000", (53.24, 80.09, 67.20)),
        ("#00ff00", (87.73, -86.18, 83.18)),
        ("#0000ff", (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_known_colours(colour: str, expected: tuple[float, float, float]) -> None:
    assert lab(colour) == pytest.approx(expected, abs=0.02)


def test_mix() -> None:
    assert mix("#000000", "#ffffff", 0.0) == "#ffffff"
    assert mix("#000000", "#ffffff", 1.0) == "#000000"
    assert mix("#ff0000", "#0000ff", 0.25) == "#4000bf"


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("grey", ["#000000", "#808080", "#ffffff"])
def test_greys_stay_as_they_are_under_simulation(vision: str, grey: str) -> None:
    assert distance(simulate(grey, vision), grey) < 0.5


def test_simulation_merges_what_the_reader_confuses() -> None:
    # Red and green of one lightness meet for red-green blindness and stay apart for blue-yellow blindness.
    red, green = "#c06060", "#6f8a5a"
    seen = distance(red, green)
    assert distance(simulate(red, "deuteranopia"), simulate(green, "deuteranopia")) < seen / 2
    assert distance(simulate(red, "tritanopia"), simulate(green, "tritanopia")) > seen / 2
    # Published matrix, first row, for pure red: 0.152286 in linear light is 109 of 255.
    assert simulate("#ff0000", "protanopia") == "#6d5f00"


@given(colours, colours)
def test_distance_is_symmetric_and_zero_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert (distance(one, other) == 0) == (one == other)
