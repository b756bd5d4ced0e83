"""Labels, types and roles without a key of their own are given by key from a list, however many there are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.scheme import Label, Scheme
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.label_lists import KEYS, spare_keys
from annotator.gui.main_window import MainWindow
from annotator.services.session import Session
from tests.gui.conftest import TEXT
from tests.samples import at

NAMED = st.tuples(st.text(alphabet="ABCXYZ_É9", max_size=6), st.sampled_from(["", *KEYS]))


@given(st.lists(NAMED, max_size=60))
def test_no_key_is_given_twice_and_none_is_left_while_a_label_has_none(ones: list[tuple[str, str]]) -> None:
    keys = spare_keys(ones)
    given_ones = [key for key in keys if key]
    assert len(given_ones) == len(set(given_ones)) == min(len(ones), len(KEYS))
    first = {key: number for number, (_, key) in reversed(list(enumerate(ones))) if key}
    assert all(keys[number] == key for key, number in first.items())


def test_a_label_without_a_key_has_the_first_letter_of_its_name_that_is_free() -> None:
    assert spare_keys([("GPE", "g"), ("GUN", ""), ("UNIT", ""), ("GUNUNIT", "")]) == ["g", "u", "n", "i"]


def bare(scheme: Scheme) -> Scheme:
    """The scheme with no key for FAC, SIEGE and AGENT, as one that an import has added to."""
    return replace(
        scheme,
        labels=tuple(one._replace(key="") if one.name in ("FAC", "SIEGE") else one for one in scheme.labels),
        roles=tuple(one._replace(key="") if one.name == "AGENT" else one for one in scheme.roles),
    )


@pytest.fixture
def session(project, scheme) -> Session:
    return Session(project, bare(scheme), "anna")


def select(window: MainWindow, word: str) -> None:
    window.article.set_selection(selecting.over(window.article.document, *at(TEXT, word)))


def spans(session: Session) -> dict[str, str]:
    found = session.state("d1").spans.values()
    return {TEXT[one.fragments[0][0] : one.fragments[-1][1]]: one.label for one in found}


def test_a_label_without_a_key_is_given_by_key(window, keys, session) -> None:
    select(window, "woordvoerder")
    keys("Shift+E")
    choices = {choice.text.partition(" ")[0]: choice.chord for choice in window.hints._choices}
    assert choices["GPE"] == "G"  # as everywhere
    assert len(choices) == sum(1 for one in session.scheme.labels if one.layer == "entities")
    keys(choices["FAC"])
    assert spans(session) == {"woordvoerder": "FAC"}


def test_a_type_and_a_role_without_a_key_are_given_by_key(window, keys, session) -> None:
    select(window, "zweeg")
    keys("E")
    keys(next(choice.chord for choice in window.hints._choices if choice.text.startswith("SIEGE")))
    (event,) = session.state("d1").spans.values()
    assert isinstance(event, Event)
    assert event.label == "SIEGE"
    agent = next(choice for choice in window.hints._choices if choice.text == "Agent")
    keys(agent.chord)
    assert window.hints.accessibleName() == "Who or what is Agent?"


def test_where_there_are_more_labels_than_keys_tab_shows_the_others(window, keys, session) -> None:
    model: Label = session.scheme.labels[0]
    more = tuple(model._replace(name=f"T{number}", key="", names={}) for number in range(50))
    window.hand.desk.session.scheme = replace(session.scheme, labels=(*session.scheme.labels, *more))
    select(window, "woordvoerder")
    keys("Shift+E")
    first = {choice.text.partition(" ")[0] for choice in window.hints._choices}
    keys("Tab")
    second = {choice.text.partition(" ")[0]: choice.chord for choice in window.hints._choices}
    assert {"GPE", "T0", "T49"} <= first | set(second)
    assert not (first & set(second)) - {"other"}
    keys(second["T49"])
    assert spans(session) == {"woordvoerder": "T49"}


def test_all_of_a_kind_can_be_given_a_label_that_found_no_key(window, keys, session) -> None:
    model: Label = session.scheme.labels[0]
    more = tuple(model._replace(name=f"T{number}", key="", names={}) for number in range(50))
    window.hand.desk.session.scheme = replace(session.scheme, labels=(*session.scheme.labels, *more))
    select(window, "woordvoerder")
    keys("G", "Shift+R")
    assert "T49" not in {choice.text for choice in window.hints._choices}
    keys("Tab")
    assert window.hints.knows("Shift+R")
    keys(next(choice.chord for choice in window.hints._choices if choice.text == "T49"))
    assert spans(session) == {"woordvoerder": "T49"}


def test_without_words_the_list_of_labels_says_what_to_do(window, keys) -> None:
    window.article.set_current(None)
    keys("Shift+E")
    assert not window.hints.is_asking
