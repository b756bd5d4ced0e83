"""From event to event by one key, past all names: roles and factuality are often gone through after them."""

from __future__ import annotations

import pytest

from annotator.core.text import covered
from tests.gui.conftest import TEXT


def at_hand(window) -> str:
    mark = window.article.current
    return " … ".join(covered(TEXT, (one,)) for one in mark.fragments) if mark is not None else ""


def test_events_are_gone_through_decided_or_not(window, keys) -> None:
    keys("Ctrl+Down")
    assert at_hand(window) == "optrok"
    keys("Enter", "Ctrl+Up")  # the suggestion after it is at hand by then
    assert at_hand(window) == "optrok"
    assert window.article.current.is_decided
    keys("Ctrl+Down")
    assert at_hand(window) == "rukken … op"
    keys("Ctrl+Down")
    assert at_hand(window) == "rukken … op"
    assert window.status.message.text() == "there is no further event that way"


def test_the_way_begins_at_the_cursor(window, keys) -> None:
    keys("End", "Ctrl+Up")
    assert at_hand(window) == "rukken … op"
    keys("Ctrl+Up", "Ctrl+Up")
    assert at_hand(window) == "optrok"
    assert window.status.message.text() == "there is no further event that way"


@pytest.mark.parametrize(("to", "key"), [("End", "Alt+Right"), ("Home", "Alt+Left")])
def test_where_nothing_follows_it_is_said(window, keys, to, key) -> None:
    keys(to, *[key] * 8)
    assert window.status.message.text() == "there is no further label or suggestion that way"


def test_a_name_s_key_on_a_trigger_in_pieces_is_refused_in_plain_words(window, keys, session) -> None:
    keys("Ctrl+Down", "Ctrl+Down", "Enter", "Ctrl+Up", "Ctrl+Down", "p")
    assert at_hand(window) == "rukken … op"
    assert window.status.message.text() == (
        "“rukken … op” is in pieces, and PERSON goes to words in one piece: select them first"
    )
    assert len(session.project.decided("d1", "anna").spans) == 1
