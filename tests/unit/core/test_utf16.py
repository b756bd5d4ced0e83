"""Code points and UTF-16 units of one text against the codec, at every place of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.utf16 import Utf16

EDGES = "aé\u0301👩🏽\u200d\uffff\U00010000\U0010ffff"  # the last character of one unit and the first of two among them


@given(st.text(alphabet=EDGES, max_size=20))
@example(EDGES)
def test_places_are_those_of_the_codec(text: str) -> None:
    positions = Utf16(text)
    units = [len(text[:point].encode("utf-16-le")) // 2 for point in range(len(text) + 1)]
    assert (positions.length, positions.units) == (len(text), units[-1])
    assert [positions.to_utf16(point) for point in range(len(text) + 1)] == units
    whole = {unit: point for point, unit in enumerate(units)}
    for unit in range(units[-1] + 1):
        assert positions.point(unit) == whole.get(unit)
        # Between the halves of a pair is the place before the pair.
        assert positions.to_code_point(unit) == whole.get(unit, whole.get(unit - 1))


@pytest.mark.parametrize("text", ["", "abc", "a👩b"])
def test_a_unit_outside_of_the_text_is_no_place(text: str) -> None:
    positions = Utf16(text)
    assert positions.point(-1) is None
    assert positions.point(positions.units + 1) is None
    assert positions.point(positions.units) == len(text)
