"""The small manners of the desk: what is said of an undo, singulars, no false alarms, one undo for one gesture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from annotator.core.command import ClearRole
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.article.placing import short_score
from annotator.gui.chip import Chip
from annotator.gui.focus_line import FocusLine
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.notice import Answer, Notice
from annotator.gui.parts import PlainLabel, cap_text
from annotator.gui.preferences import Preferences
from annotator.gui.queue.delegate import meta_line
from annotator.gui.review.place import ROWS
from annotator.gui.theme import LIGHT
from annotator.store.documents import DocumentRow
from tests.gui.conftest import TEXT, article
from tests.samples import at


def row(spans: int, *, date: str = "", open: int = 0) -> DocumentRow:
    return DocumentRow("d1", "Titel", date, "", 10, "busy", spans, open, 0)


@pytest.mark.parametrize(("language", "one", "many"), [("en", "1 span", "2 spans"), ("nl", "1 label", "2 labels")])
def test_one_span_is_not_spoken_of_in_the_plural(qapp, language, one, many) -> None:
    speak(qapp, language)
    try:
        assert meta_line(row(1)) == one
        assert meta_line(row(2)) == many
    finally:
        speak(qapp, "en")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1,200 spans · 3,428 open"), ("nl", "1.200 labels · 3.428 open")]
)
def test_large_counts_of_an_article_have_their_thousands_apart(qapp, language, said) -> None:
    speak(qapp, language)
    try:
        assert meta_line(row(1_200, open=3_428)) == said
    finally:
        speak(qapp, "en")


def test_where_a_line_of_the_list_is_narrow_its_date_goes_first(window) -> None:
    one = row(12, date="2019-03-12", open=35)
    said = [window.queue.delegate.figures_of(one, width) for width in (390, 130)]
    assert said == ["2019-03-12 · 12 spans · 35 open", "12 spans · 35 open"]


def test_undo_and_redo_say_what_they_took_back(window, keys) -> None:
    keys("Tab", "Enter")
    said = window.status.message
    keys("Ctrl+Z")
    assert said.text() == "Undone: accepted ORG “Belga”"
    keys("Ctrl+Shift+Z")
    assert said.text() == "Redone: accepted ORG “Belga”"
    keys("Ctrl+Z")  # takes the redo back; what it was about is still told
    assert said.text() == "Undone: accepted ORG “Belga”"


def test_undoing_a_bulk_raises_no_alarm_and_leaves_the_view_where_it_was(window, keys, session) -> None:
    keys("Tab", "Tab", "Tab", "Tab")
    window.resize(700, 240)  # so that the first suggestion is out of sight
    keys("A", "-", "-", "-", "-", "-", "-", "Enter")
    assert len(session.state("d1").spans) == 7
    bar = window.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    at_hand, height = window.article.current, bar.value()
    assert height > 0
    keys("Ctrl+Z")
    QApplication.processEvents()
    assert not session.state("d1").spans
    assert window.status.alarm.isHidden()
    assert window.article.current is not None
    assert at_hand is not None
    assert (window.article.current.id, bar.value()) == (at_hand.id, height)
    assert window.status.message.text() == "Undone: accepted all above the threshold: ORG “Belga” and 6 more"


def test_a_role_with_two_fillers_is_cleared_in_one_step(window, keys, session) -> None:
    keys("Tab", "Enter", "Enter", "Tab", "R", "g", "a", "g", "s")
    event = next(one for one in session.state("d1").spans.values() if isinstance(one, Event))
    assert [one.role for one in event.arguments] == ["AGENT", "AGENT"]
    keys("g", "Delete")
    assert session.state("d1").spans[event.id].arguments == ()
    keys("Ctrl+Z")
    assert session.state("d1").spans[event.id].arguments == event.arguments
    refused = session.do(ClearRole(document="d1", event=event.id, role="PLACE"))
    assert refused.rejection is not None
    assert "PLACE" in refused.rejection.why


def test_arcs_or_list_is_a_setting_that_its_key_keeps(qtbot, session) -> None:
    preferences = Preferences()
    made = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(made)
    made.open_first("d1")
    assert made.article.overlay.has_arcs
    made.keys.run("arcs")
    assert not made.article.overlay.has_arcs
    assert preferences.settings.role_arcs is False
    assert "list" in made.status.message.text()
    made.close()
    other = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(other)
    assert not other.article.overlay.has_arcs
    preferences.change(role_arcs=True)
    assert other.article.overlay.has_arcs
    other.close()


def test_the_bar_without_a_name_is_named_in_the_windows_language(qapp) -> None:
    assert [cap_text(chord) for chord in ("Space", "Ctrl+Space", "Ctrl++")] == ["Space", "Ctrl Space", "Ctrl +"]
    try:
        speak(qapp, "nl")
        assert cap_text("Ctrl+Space") == "Ctrl Spatie"
    finally:
        speak(qapp, "en")


@pytest.mark.parametrize(("room", "is_told"), [(400, True), (80, True), (22, False)])
def test_a_chip_shows_no_single_letters_of_a_name(qtbot, room, is_told) -> None:
    chip = Chip(LIGHT)
    qtbot.addWidget(chip)
    chip.set_contents("ATTACK", "· Aanval, gevecht", LIGHT.accent)
    said = chip._that_fits(room)
    assert bool(said) == is_told
    assert not said or len(said.strip("·… ")) >= 3


def test_the_empty_review_shows_no_marks_of_markdown(window) -> None:
    window.places.go(1)
    window.places.review()._answered(ROWS, [])
    assert "returned packages" in window.places.review().nothing.text()
    assert "`" not in window.places.review().nothing.text()
    assert window.focusWidget() is window.places.review().nothing


def test_what_is_annotates_alone_does_not_stay_over_another_place(window) -> None:
    window.settle()
    window.article.setFocus()
    line = window.findChild(FocusLine)
    line.follow()
    assert line.isVisible()
    assert window.status.document.text()
    window.status.refuse("a role needs an event at hand")
    window.keys.run("place_review")
    assert not window.status.message.text()
    assert not line.isVisible()
    assert not window.status.document.text()
    window.keys.run("place_annotate")
    assert line.isVisible()
    assert window.status.document.text()


def test_the_line_of_the_focus_goes_along_with_a_note_above(window, qtbot) -> None:
    def top() -> int:
        return window.article.mapTo(window, QPoint(0, 0)).y()

    window.settle()
    window.article.setFocus()
    line, bare = window.findChild(FocusLine), top()
    window.notice.tell(Notice("Read on", "note", (Answer("Close", "Closes it"),)))
    qtbot.waitUntil(lambda: top() > bare)
    line.follow()
    window.notice.answer(0)
    window.centralWidget().layout().activate()  # as Qt does before the next paint
    assert line.isVisible()
    assert line.y() == top() == bare


def test_the_dots_between_fragments_do_not_run_through_tags(window) -> None:
    chip, _ = window.article.page._painter._chip("GPE", "entities", "GPE", 1.0)
    assert chip.toImage().pixelColor(0, chip.height() - 1).alpha() == 255


def test_what_was_said_of_one_article_does_not_stand_below_another(window, keys) -> None:
    said = window.status.message
    keys("Ctrl+Enter")
    assert said.text().startswith("done; this is the next one")
    keys("Alt+Up")
    assert window.desk.document == "d1"
    assert not said.text()
    keys("Ctrl+z")
    assert said.text().startswith("Undone"), "what is said of the change itself stays"


def test_what_was_said_is_still_read_whole_when_a_fact_beside_it_has_more_to_say(window, qtbot) -> None:
    status, fact = window.status, PlainLabel("learning")
    status.add_part(fact)
    window.resize(1_000, 700)
    metrics = status.message.fontMetrics()
    status.say("x")
    qtbot.waitUntil(lambda: status.message.width() > 0 and not status._room.isActive(), timeout=5_000)
    said = "x"
    while metrics.horizontalAdvance(said + "x") + 8 < status.message.width():
        said += "x"
    status.say(said)
    qtbot.waitUntil(lambda: not status._room.isActive(), timeout=5_000)
    fact.setText("learning anew …")
    status.layout().activate()
    assert metrics.horizontalAdvance(said) > status.message.width(), "there is less room at first"
    qtbot.waitUntil(lambda: metrics.horizontalAdvance(said) <= status.message.width(), timeout=5_000)
    assert status.message.lines == 1


def test_a_score_is_written_as_the_language_has_it(language) -> None:
    assert (short_score(0.65), short_score(0.999)) == (".65", "1")
    language("nl")
    assert (short_score(0.65), short_score(0.999)) == ("0,65", "1")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_punctuation_alone_gets_no_label_and_is_no_trigger(window, keys, session, language) -> None:
    speak(QApplication.instance(), language)
    said: list[str] = []
    window.desk.refused.connect(said.append)
    document = window.article.document
    try:
        window.article.set_selection(selecting.at(document, TEXT.index(".\n")))
        keys("o", "E")
        window.article.set_selection(selecting.over(document, *at(TEXT, ".\n\n")))
        keys("o")
        assert session.state("d1").spans == {}
        assert not window.hints.is_asking
        words = {"en": "“.” is no word: go to one with ← or →, or select it",
                 "nl": "“.” is geen woord: ga met ← of → naar een woord, of selecteer het"}  # fmt: skip
        assert said == [words[language]] * 3
    finally:
        speak(QApplication.instance(), "en")


def test_an_edge_leaves_a_word_in_the_span_and_a_trigger_takes_no_comma(window, keys, session) -> None:
    document = window.article.document
    start, end = at(TEXT, "Afar.\n\n")
    window.article.set_selection(selecting.over(document, start, end - 2))
    keys("o", "]")
    assert [TEXT[slice(*one.fragments[0])] for one in session.state("d1").spans.values()] == ["Afar."]
    window.article.set_current(next(id for id, one in session.state("d1").suggestions.items() if one.is_event))
    keys("Enter", "Alt+Left")
    window.article.set_selection(selecting.over(document, end - 3, end - 2))
    keys("+")
    assert all(len(one.fragments) == 1 for one in session.state("d1").spans.values())


def test_signs_that_are_amounts_or_names_may_be_labelled(window, keys, session) -> None:
    window.article.set_selection(selecting.at(window.article.document, TEXT.index("😀")))
    keys("o")
    assert [one.label for one in session.state("d1").spans.values()] == ["ORG"]


@pytest.mark.parametrize(("sign", "is_amount"), [("%", True), ("‰", True), ("§", True), ("€", True), (",", False)])
def test_signs_of_measures_are_no_mere_punctuation(window, project, keys, session, sign: str, is_amount: bool) -> None:
    project.add_documents([article(f"Zo een {sign} te veel", id="signs")])
    window.open_first("signs")
    window.article.set_selection(selecting.at(window.article.document, len("Zo een ")))
    keys("q")
    assert [one.label for one in session.state("signs").spans.values()] == ["QUANTITY"] * is_amount


def test_a_reason_that_was_read_goes_when_one_goes_on(window, keys, monkeypatch) -> None:
    said = window.status.message
    keys("+", "Tab")
    assert said.text().startswith("take an event to hand"), "nobody has read it yet"
    monkeypatch.setattr("annotator.gui.status_line.READ", -1.0)
    keys("Tab")
    assert said.text() == ""
    keys("Enter")
    done = said.text()
    keys("Tab")
    assert said.text() == done, "what was done stays said"


def test_a_reason_goes_once_it_could_be_read_though_no_further_key_comes(qtbot, window, keys, monkeypatch) -> None:
    said = window.status.message
    monkeypatch.setattr("annotator.gui.status_line.READ", 0.1)
    keys("+", "Tab")
    assert said.text().startswith("take an event to hand"), "nobody has read it yet"
    qtbot.waitUntil(lambda: not said.text(), timeout=3_000)


def test_no_room_is_kept_for_the_time_where_there_is_none(window, keys) -> None:
    window._show_active()
    assert not window.status.active.isHidden()
    keys("Ctrl+3")
    assert window.status.active.isHidden()
    window.status.refuse("a reason that takes room, so much of it that all facts have to give way to it " * 5)
    assert window.status.active.isHidden()
    keys("Ctrl+1")
    window._show_active()
    assert not window.status.active.isHidden()
