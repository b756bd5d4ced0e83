"""Code points and UTF-16 positions against Qt's own counting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from annotator.core.utf16 import Utf16
from annotator.gui.article.positions import apart, shown

ODD = "aé̂e\u0301😀👨\u200d👩\u200d👧🇧🇪👍🏽\u00a0\u2028\t\r\n\ufeff\ud83d\udc4d\u0000\u007f\u0085\u202eع中"
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


@given(TEXTS)
def test_a_shown_text_reaches_qt_whole(text: str) -> None:
    copy = shown(text)
    assert len(copy) == len(text)
    # QTextLayout holds a QString: what comes back from it is what Qt counts in.
    back = QTextLayout(copy).text()
    assert back == copy
    assert Utf16(copy).units == len(back.encode("utf-16-le")) // 2


@given(TEXTS)
def test_positions_are_those_of_utf_16(text: str) -> None:
    copy = shown(text)
    positions = Utf16(copy)
    for position in range(len(copy) + 1):
        unit = len(copy[:position].encode("utf-16-le")) // 2
        assert positions.to_utf16(position) == unit
        assert positions.to_code_point(unit) == position


@given(TEXTS)
def test_a_position_inside_a_pair_is_that_of_its_start(text: str) -> None:
    copy = shown(text)
    positions = Utf16(copy)
    for position, character in enumerate(copy):
        if character > "\uffff":
            assert positions.to_code_point(positions.to_utf16(position) + 1) == position


@pytest.mark.parametrize("character", ["\ufeff", "\ud800"])
def test_what_qstring_would_drop_is_kept_in_place(character: str) -> None:
    copy = shown(f"{character}ab")
    assert len(QTextLayout(copy).text()) == 3
    assert copy.endswith("ab")


def test_control_characters_can_be_seen() -> None:
    assert shown("\x00\x07\x7f") == "␀␇␡"
    assert shown("a\tb") == "a\tb"


def test_what_would_turn_all_that_follows_is_shown_and_turns_nothing() -> None:
    assert shown("veilig\u202egnp.exe\u202d") == "veilig\ufffdgnp.exe\ufffd"


def test_what_a_line_turns_round_ends_with_it() -> None:
    for open_ended, ends in (("\u202babc", "\u202c"), ("\u2067a\u202bb", "\u202c\u2069"), ("\u2067a\u2069", "")):
        assert apart(open_ended) == open_ended + ends
    assert apart("gewoon") == "gewoon"
