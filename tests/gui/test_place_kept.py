"""Letting go, taking back and looking lose no place, and decide nothing that was not meant."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.core.command import CreateEvent, CreateSpan, SetArgument
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.inspector.history import HistorySheet
from tests.gui.conftest import TEXT
from tests.samples import at, suggestion


def take(window, label: str) -> None:
    """Takes the first mark of that label to hand."""
    state = window.article.book.state
    found = [*state.spans.values(), *state.suggestions.values()]
    window.article.set_current(min((one for one in found if one.label == label), key=lambda one: one.start).id)


def select(window, words: str) -> None:
    window.article.set_selection(selecting.over(window.article.document, *at(TEXT, words)))


def said_of(window) -> list[str]:
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.desk.refused.connect(said.append)
    return said


def test_moving_goes_on_from_where_one_let_go(window, keys) -> None:
    take(window, "CARDINAL")
    held = window.article.current
    keys("Escape")
    assert window.article.current is None
    keys("Tab")
    assert window.article.current == held
    keys("Escape", "Right")
    assert window.article.selected() == held.fragments
    keys("Escape", "Alt+Right")
    assert window.article.current == held


def test_what_is_out_of_sight_is_not_where_moving_begins(window, keys, qtbot) -> None:
    window.resize(1200, 300)
    take(window, "CARDINAL")
    keys("Escape")
    bar = window.article.verticalScrollBar()
    assert bar.maximum() > 60, "the article is longer than the window"
    bar.setValue(0)
    window.article.page.was_at = len(TEXT) - 5
    keys("Right")
    assert window.article.selected()[0][0] < 20


def test_looking_at_the_roles_of_a_suggested_event_decides_nothing(window, keys, session) -> None:
    said = said_of(window)
    take(window, "ADVANCE")
    event = window.article.current.id
    keys("R", "p", "Escape", "Escape")
    assert not session.state("d1").spans
    take(window, "ADVANCE")
    keys("R", "p", "a")
    span = session.state("d1").spans[event]
    assert isinstance(span, Event)
    assert [one.role for one in span.arguments] == ["PLACE"]
    assert any(one.startswith("accepted “optrok” as ADVANCE") for one in said), said


def test_a_fragment_is_asked_of_an_event_that_is_said_to_be_accepted(window, keys) -> None:
    said = said_of(window)
    take(window, "ADVANCE")
    keys("+")
    assert said[-1] == "accepted “optrok” as ADVANCE"


def test_words_that_are_a_trigger_take_the_keys_of_events(window, keys, session) -> None:
    made = session.do(CreateEvent(document="d1", type="RETREAT", fragments=(at(TEXT, "vluchtte"),)))
    window.desk.open("d1")
    event = made.operation.decisions[0].target
    select(window, "vluchtte")
    assert window.article.current is None
    keys("f")
    assert session.state("d1").spans[event].attributes["factuality"] != "ASSERTED"
    assert window.article.current.id == event
    select(window, "vluchtte")
    keys("R")
    assert window.hints.isVisible()
    keys("Escape")
    select(window, "vluchtte")
    keys("+")
    assert window.hints.isVisible()


def test_what_has_attributes_is_told_to_be_gone_to_by_the_key_that_goes_there(window, keys) -> None:
    said = said_of(window)
    keys("f")
    assert "Alt →" in said[-1], said[-1]


def test_undoing_a_new_label_selects_its_words_again(window, keys, session) -> None:
    select(window, "burgemeester")
    keys("p", "Ctrl+z")
    assert not session.state("d1").spans
    assert window.article.selected() == (at(TEXT, "burgemeester"),)
    keys("o")
    (span,) = session.state("d1").spans.values()
    assert span.fragments == (at(TEXT, "burgemeester"),)


def test_what_a_removed_filler_was_is_said_and_its_undo_takes_the_filler_to_hand(window, keys, session) -> None:
    event = session.do(CreateEvent(document="d1", type="RETREAT", fragments=(at(TEXT, "vluchtte"),)))
    place = (at(TEXT, "burgemeester"),)
    filler = session.do(CreateSpan(document="d1", layer="entities", label="PERSON", fragments=place))
    ids = [one.operation.decisions[0].target for one in (event, filler)]
    session.do(SetArgument(document="d1", event=ids[0], role="AGENT", span=ids[1]))
    window.desk.open("d1")
    said = said_of(window)
    window.article.set_current(ids[1])
    keys("Delete")
    assert said[-1] == "removed PERSON from “burgemeester”; it was AGENT of RETREAT “vluchtte”"
    keys("Ctrl+z")
    assert window.article.current.id == ids[1]
    session.do(SetArgument(document="d1", event=ids[0], role="SOURCE", span=ids[1]))
    window.desk.open("d1")
    window.article.set_current(ids[1])
    keys("Delete")
    assert said[-1].endswith("; it filled 2 roles")


def test_choices_and_sheets_go_along_with_the_size_of_the_article(window, keys) -> None:
    view = window.article
    take(window, "ADVANCE")
    keys("R")
    for size in ((1300, 500), (900, 900)):
        window.resize(*size)
        QApplication.processEvents()
        assert window.hints.geometry().bottom() == view.rect().bottom()
        assert window.hints.width() == view.width()
        assert view._scrolling.covered == window.hints.height()
    keys("Escape")
    for asked in ("E", "Ctrl+H"):
        keys(asked)
        window.resize(1300, 420)
        QApplication.processEvents()
        over = window.hints if asked == "E" else view.findChild(HistorySheet)
        assert over.parentWidget().rect().contains(over.geometry())
        keys("Escape")
        window.resize(900, 900)


def test_an_edge_that_moves_takes_its_arc_along(window, keys) -> None:
    for label in ("ORG", "ADVANCE"):
        take(window, label)
        keys("Enter")
    spans = window.article.book.state.spans.values()
    event, agent = (next(one for one in spans if one.label == label) for label in ("ADVANCE", "ORG"))
    window.desk.do(SetArgument(document="d1", event=event.id, role="AGENT", span=agent.id))
    window.article.set_current(event.id)
    (before,) = window.article.overlay.arcs()
    keys("}")
    (after,) = window.article.overlay.arcs()
    assert after.corners[0][0] > before.corners[0][0]


def test_what_is_kept_back_stays_in_sight_in_another_size(window, keys) -> None:
    document = window.article.document
    keys("H")
    window.settle()
    window.beside.keep_back("d1", [(suggestion(document, "entities", "GPE", at(TEXT, "noorden")), "too unlikely")])
    window.settle()
    assert any(window.article.book.hidden_in(block) for block in range(window.article.book.block_count))
    keys("Ctrl+=")
    assert any(window.article.book.hidden_in(block) for block in range(window.article.book.block_count))


def test_undoing_a_role_takes_its_event_to_hand_also_where_it_accepted_the_filler(window, keys, session) -> None:
    keys("Ctrl+Down", "R", "g", "a")
    event = window.article.current
    assert event.is_event
    assert len(session.project.decided("d1", "anna").spans) == 2
    keys("Ctrl+Z")
    assert window.article.current.id == event.id
    keys("Ctrl+Shift+Z")
    assert window.article.current.id == event.id
    keys("R")
    assert window.hints.is_asking
