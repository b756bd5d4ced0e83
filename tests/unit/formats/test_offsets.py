"""Offsets in code points or UTF-16 units are told apart by the text they cover, or refused with examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import KnownError
from annotator.formats.offsets import Claim, from_utf16, note_of, settle

TEXT = "💥 Raqqa 👩🏽 viel"


def claim(start, end, said=None):
    return Claim(((start, end),), said, "f:1")


def test_code_points_stay_as_they_are():
    assert settle(TEXT, [claim(2, 7, "Raqqa"), claim(11, 15)]) == [((2, 7),), ((11, 15),)]


def test_utf16_is_converted_as_a_whole_and_counted():
    options = {}
    assert settle(TEXT, [claim(3, 8, "Raqqa"), claim(9, 13), claim(14, 18, "viel")], options=options) == [
        ((2, 7),),
        ((8, 10),),
        ((11, 15),),
    ]
    assert "of 1 document counted" in note_of(options)


def test_without_covered_text_only_the_range_tells():
    assert settle(TEXT, [claim(14, 18)]) == [((11, 15),)]
    assert settle(TEXT, [claim(3, 8)]) == [((3, 8),)]


@pytest.mark.parametrize(
    "claims",
    [
        [claim(3, 8, "Raqqa"), claim(2, 7, "Raqqa")],  # each fits one way, none both
        [claim(2, 7, "Homs")],
        [claim(2, 99)],
        [claim(7, 2)],
        [claim(-1, 2)],
        [claim(1, 3, "💥")],  # within a pair of units
    ],
)
def test_what_fits_neither_way_is_refused_with_examples(claims):
    with pytest.raises(KnownError, match=r"A204: f:1: \[-?\d+, \d+\)"):
        settle(TEXT, claims)


def test_an_error_shows_three_examples_and_counts_the_rest():
    with pytest.raises(KnownError) as caught:
        settle("abcdef", [claim(n, n + 1, "?") for n in range(5)])
    assert caught.value.what.count("the text there is") == 3
    assert "and 2 more" in caught.value.what


def test_texts_of_one_plane_have_one_reading():
    assert from_utf16("café\u2028") is None


@given(st.text(alphabet="ab💥\U0001f1e7é\u200d", min_size=1, max_size=30), st.data())
def test_conversion_is_the_inverse_of_counting_units(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    units = [len(text[:place].encode("utf-16-le")) // 2 for place in (start, end)]
    convert = from_utf16(text)
    if convert is None:
        assert units == [start, end]
    else:
        assert convert(((units[0], units[1]),)) == ((start, end),)
