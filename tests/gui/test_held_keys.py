"""A key that is held down decides once, however often the keyboard repeats it; and a key that does nothing says so."""

from __future__ import annotations

from functools import partial

import pytest

from annotator.gui.inspector.history import HistorySheet
from annotator.gui.inspector.places import PlacesSheet
from tests.gui.conftest import TEXT, hold_in
from tests.samples import at


@pytest.fixture
def hold(window):
    """Presses a chord and keeps it pressed for so many repeats."""
    return partial(hold_in, window)


def said(window) -> str:
    return window.status.message.text()


def decided(session, document: str = "d1"):
    return session.project.decided(document, "anna")


@pytest.mark.parametrize(
    ("chord", "outcome"), [("Enter", "accepted"), ("Space", "accepted"), ("x", "rejected"), ("p", "corrected")]
)
def test_a_held_key_decides_about_one_suggestion(window, keys, session, hold, chord, outcome) -> None:
    keys("Tab")
    hold(chord)
    assert [one.outcome for one in decided(session).verdicts.values()] == [outcome]
    assert "is held down" in said(window)
    keys(chord)  # pressed anew it counts
    assert len(decided(session).verdicts) == 2


def test_done_and_skip_that_are_held_end_one_article(window, keys, session, hold) -> None:
    hold("Ctrl+Enter")
    assert [decided(session, one).status for one in ("d1", "d2", "d3")] == ["done", "todo", "todo"]
    hold("F9")
    assert [decided(session, one).status for one in ("d1", "d2", "d3")] == ["done", "skipped", "todo"]


def test_moving_edges_and_undo_go_on_while_their_key_is_held(window, keys, session, hold) -> None:
    hold("Tab", 2)
    assert window.article.current.fragments == (at(TEXT, "dinsdag"),)
    hold("}", 1)
    assert window.article.current.fragments == ((at(TEXT, "dinsdag")[0], at(TEXT, "naar")[1]),)
    hold("Ctrl+Z", 3)
    assert decided(session).verdicts == {}


def test_the_threshold_goes_on_while_its_key_is_held_and_nothing_is_accepted_by_the_key_that_asks(
    window, keys, session, hold
) -> None:
    hold("a")
    assert window.hints.is_asking
    assert not decided(session).verdicts
    title = window.hints._title
    hold("-", 3)
    assert window.hints._title != title
    assert ".60" in window.hints._title


def test_the_key_that_asks_for_identical_strings_does_not_answer(window, keys, session, hold) -> None:
    keys("Tab")
    hold("Shift+Enter")
    assert window.article.findChild(PlacesSheet).isVisible()
    assert not decided(session).spans


def test_an_enter_that_is_held_in_the_history_goes_nowhere(window, keys, session, hold) -> None:
    keys("Tab", "Enter", "Enter", "Ctrl+H", "Down")
    hold("Enter")
    assert window.article.findChild(HistorySheet).isVisible()
    assert len(decided(session).verdicts) == 2


@pytest.mark.parametrize("chord", ["j", "1", "F4", "Ctrl+B", "Shift+X"])
def test_a_key_that_does_nothing_says_so(window, keys, chord) -> None:
    keys("Tab", chord)
    assert said(window) == f"{chord.replace('j', 'J').replace('+', ' ')} does nothing here; F1 shows all keys"


def test_modifiers_alone_and_the_key_of_the_menu_say_nothing(window, keys) -> None:
    keys("Tab", "Shift", "Control", "Alt", "Menu", "CapsLock")
    assert said(window) == ""
