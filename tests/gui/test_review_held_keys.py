"""Keys that are held down in Review: what settles a difference counts once a press."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Typist, hold_in


@pytest.fixture
def hold(lead, review):
    return partial(hold_in, lead)


@pytest.fixture
def press(lead, review) -> Typist:
    return Typist(lead)


def gold(lead):
    return lead.desk.session.project.decided("d1", "gold")


def said(lead) -> str:
    return lead.status.message.text()


@pytest.mark.parametrize("chord", ["b", "2", "0", "Backspace"])
def test_one_difference_is_settled_however_long_its_key_is_held(lead, review, hold, chord) -> None:
    before = len(review.deciding.open_differences())
    hold(chord)
    assert len(review.deciding.open_differences()) == before - 1
    assert "is held down" in said(lead)
    hold(chord)
    assert len(review.deciding.open_differences()) == before - 2


def test_a_held_enter_begins_an_edit_and_does_not_keep_it(lead, review, hold) -> None:
    hold("Enter")
    assert review.keys.edit is not None
    assert not gold(lead).spans


def test_an_edge_goes_on_while_its_key_is_held_and_enter_then_counts_once(lead, review, hold) -> None:
    before = len(review.deciding.open_differences())
    hold("Enter", 0)
    first = review.keys.edit.fragments
    hold("}", 2)
    assert review.keys.edit.fragments[0][1] > first[0][1] + 3
    hold("Enter")
    assert review.keys.edit is None
    assert len(review.deciding.open_differences()) == before - 1


def test_going_on_and_undo_go_on_while_their_key_is_held(lead, review, hold, press) -> None:
    at = review.deciding.place.id
    hold("Tab", 1)
    assert review.deciding.place.id != at
    press("b", "b")
    assert gold(lead).spans
    hold("Ctrl+Z", 3)
    assert not gold(lead).spans


def test_a_key_that_asks_does_not_answer_and_a_modifier_alone_says_nothing(lead, review, hold) -> None:
    hold("r")
    QApplication.processEvents()
    assert review.deciding.reason == ""
    hold("Shift")
    assert not gold(lead).spans


@pytest.mark.parametrize(("chord", "answer"), [("r", "ambiguous text"), ("x", "A, B"), ("Enter", "Esc leaves it")])
def test_what_a_held_key_asks_can_still_be_read(lead, review, hold, chord, answer) -> None:
    hold(chord)
    assert answer in said(lead)
