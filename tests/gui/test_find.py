"""Finding in the article and over all articles: by key, with ticks, in one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from annotator.core.command import Accept, CreateSpan, SetStatus, Undo
from annotator.core.text import covered
from annotator.gui.article import selection as selecting
from annotator.gui.find.hits import words_after, words_before
from annotator.gui.theme import DARK
from annotator.services.searching import Hit
from tests.gui.conftest import TEXT, article, hold_in
from tests.samples import at

# What the offscreen platform says of every menu and popup.
popup = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def selected(window) -> str:
    return covered(window.article.document.text, window.article.selected())


@pytest.fixture
def bar(window, keys):
    keys("Ctrl+F")
    return window.finding.bar


def test_words_are_found_counted_and_gone_through(window, keys, bar) -> None:
    bar.line.setText("BELGA")
    bar.find_words()
    assert bar.count.text() == "1 of 3"
    assert window.article.selected()[0] == at(TEXT, "Belga")
    keys("Enter", "F3")
    assert bar.count.text() == "3 of 3"
    keys("Enter")
    assert bar.count.text() == "1 of 3"
    keys("Shift+F3")
    assert bar.count.text() == "3 of 3"
    assert window.article.selected()[0] == at(TEXT, "Belga", nth=2)
    assert window.article.viewport().grab().toImage() != _without(window, bar)


def _without(window, bar):
    bar._highlights.show((), -1)
    return window.article.viewport().grab().toImage()


def test_it_is_looked_for_from_what_is_at_hand_where_that_is_in_sight(window, keys, project, bar) -> None:
    text = (TEXT + "\n") * 12
    view = window.article
    project.add_documents([article(text, id="d9")])
    window.desk.open("d9")
    QApplication.processEvents()
    scroll = view.verticalScrollBar()

    def found_from(position: int, scrolled: int) -> int:
        keys("Escape")
        view.set_selection(selecting.at(view.document, position), scroll=False)
        scroll.setValue(scrolled)
        keys("Ctrl+F")
        bar.line.setText("Belga")
        bar.find_words()
        return view.selected()[0][0]

    third = at(text, "Belga", nth=3)[0]
    scroll.setValue(0)
    seen = view.page.rect_of(third, third + 1).center().y()
    assert 0 < seen < view.viewport().height()
    assert found_from(third - 1, 0) == third  # the cursor is in sight, and not the first that is
    middle = scroll.maximum() // 2
    scroll.setValue(middle)
    first = view.page.first_position()
    assert first > third
    assert found_from(third - 1, middle) == text.index("Belga", first)  # it is not
    keys("Ctrl+F")
    view.set_selection(selecting.at(view.document, 0))  # the bar stays open where one goes elsewhere
    bar.find_words()
    assert view.selected()[0][0] == text.index("Belga")


def test_typing_finds_after_a_moment(qtbot, window, bar) -> None:
    qtbot.keyClicks(bar.line, "tal af")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 3", timeout=3_000)
    qtbot.keyClicks(bar.line, "x")
    qtbot.waitUntil(lambda: bar.count.text() == "nothing found", timeout=3_000)


def test_case_and_whole_words_are_minded_when_asked(window, bar) -> None:
    bar.line.setText("in")
    bar.find_words()
    assert bar.count.text().endswith("of 2")
    bar._whole.click()
    assert bar.count.text() == "1 of 1"
    bar._exact.click()
    assert bar.count.text() == "nothing found"


def test_escape_leaves_the_place_selected_and_the_keys_in_the_article(window, keys, bar) -> None:
    bar.line.setText("burgemeester")
    bar.find_words()
    keys("Escape")
    assert bar.isHidden()
    assert window.article.hasFocus()
    assert selected(window) == "burgemeester"
    assert window.article.painted_over is None
    keys("p")
    assert any(span.label == "PERSON" for span in window.desk.state.spans.values())


def test_next_with_the_bar_closed_goes_to_the_first_place_and_on_from_one_that_is_selected(window, keys, bar) -> None:
    bar.line.setText("Belga")
    keys("Escape")
    view = window.article
    places = [at(TEXT, "Belga", nth=number) for number in range(3)]

    def gone_to(chord: str) -> int:
        keys(chord)
        found = places.index(view.selected()[0])
        keys("Escape")
        return found

    view.set_selection(selecting.at(view.document, 0))
    assert gone_to("F3") == 0  # not over it
    assert gone_to("F3") == 1
    assert gone_to("F3") == 2
    assert gone_to("Shift+F3") == 1
    between = at(TEXT, "troepen")
    view.set_selection(selecting.over(view.document, *between))
    assert gone_to("F3") == 2  # the words looked for last, not those that are selected
    view.set_selection(selecting.over(view.document, *between))
    assert gone_to("Shift+F3") == 1


def test_next_without_words_looked_for_takes_those_selected_and_goes_on(window, keys) -> None:
    window.article.set_selection(selecting.over(window.article.document, *at(TEXT, "Belga")))
    keys("F3")
    assert window.finding.bar.line.text() == "Belga"
    assert window.article.selected()[0] == at(TEXT, "Belga", nth=1)


def test_the_bar_takes_the_selection_over_and_follows_to_other_articles(qtbot, window, keys) -> None:
    window.article.set_selection(selecting.over(window.article.document, *at(TEXT, "Belga")))
    keys("Ctrl+F")
    bar = window.finding.bar
    assert bar.line.text() == "Belga"
    window.desk.open("d2")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1", timeout=3_000)
    assert window.article.selection is None


# -- over all articles --------------------------------------------------------------------------------------


@pytest.fixture
def drawer(qtbot, window, keys):
    keys("Ctrl+Shift+F")
    return window.finding.drawer


def looked_for(qtbot, drawer, text: str, count: int) -> list[tuple[str, str]]:
    drawer.look_for(text)
    qtbot.waitUntil(lambda: len(drawer.hits.hits) == count, timeout=5_000)
    return [(hit.document, hit.text) for hit in drawer.hits.hits]


def test_hits_are_listed_jumped_to_and_labelled_in_one_step(qtbot, window, keys, session, drawer) -> None:
    assert looked_for(qtbot, drawer, "belga", 4) == [("d1", "Belga")] * 3 + [("d2", "Belga")]
    keys("Enter")
    assert drawer.list.hasFocus()
    assert [one.row() for one in drawer.list.selectionModel().selectedRows()] == [0]  # and it can be seen
    keys("Down", "Down", "Down", "Enter")
    assert window.desk.document == "d2"
    assert selected(window) == "Belga"
    assert window.article.hasFocus()
    drawer.list.setFocus()
    keys("Up", "Space", "Down", "Space")
    assert drawer.ticked.text() == "2 ticked"
    keys("o")
    assert [hit.label for hit in drawer.hits.hits] != []
    qtbot.waitUntil(lambda: [hit.label for hit in drawer.hits.hits] == ["", "", "ORG", "ORG"], timeout=5_000)
    assert len(session.state("d2").spans) == 1
    session_undone = session.do(Undo())
    assert {one.document for one in session_undone.changes} == {"d1", "d2"}
    assert not session.state("d1").spans
    assert not session.state("d2").spans


def test_a_control_that_is_not_begun_is_left_out_until_it_is_open(qtbot, window, keys, session, drawer) -> None:
    session.project.put_suggestions("d2", [], run={"conduct": "control"})
    session.forget()
    looked_for(qtbot, drawer, "belga", 4)
    drawer._all.click()
    drawer.list.setFocus()
    keys("o")
    assert window.status.message.text().endswith("1 control article is left out: you have not begun it")
    assert (len(session.state("d1").spans), session.state("d2").spans) == (3, {})
    drawer.hits.tick_all(is_on=False)
    drawer.list.setCurrentIndex(drawer.hits.index(3))
    drawer.give(session.scheme.label("entities", "ORG"))
    assert session.state("d2").spans == {}
    window.desk.open("d2")
    drawer.give(session.scheme.label("entities", "ORG"))
    assert len(session.state("d2").spans) == 1


def test_undo_in_the_window_brings_the_list_up_to_date(qtbot, window, keys, drawer) -> None:
    looked_for(qtbot, drawer, "tal afar", 3)
    drawer._all.click()
    drawer.list.setFocus()
    keys("g")
    qtbot.waitUntil(lambda: {hit.label for hit in drawer.hits.hits} == {"GPE"}, timeout=5_000)
    assert drawer.hits.tick_count == 0
    keys("Ctrl+Z")
    qtbot.waitUntil(lambda: {hit.label for hit in drawer.hits.hits} == {""}, timeout=5_000)


def test_labels_are_taken_off(qtbot, window, keys, session, drawer) -> None:
    place = at(TEXT, "Belga")
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=(place,)))
    looked_for(qtbot, drawer, "belga", 4)
    drawer.list.setFocus()
    drawer.list.setCurrentIndex(drawer.hits.index(0))
    drawer._take.click()
    assert not session.state("d1").spans
    qtbot.waitUntil(lambda: not drawer.hits.hits[0].label, timeout=3_000)
    drawer._take.click()
    assert "no label" in window.status.message.text()


@popup
def test_places_inside_another_label_cannot_be_ticked(qtbot, window, keys, session, drawer) -> None:
    place = at(TEXT, "het Iraakse leger")
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=(place,)))
    looked_for(qtbot, drawer, "leger", 1)
    drawer._all.click()
    assert drawer.hits.tick_count == 0
    assert drawer.hits.hits[0].inside == "ORG"
    drawer._give.click()
    drawer.give(session.scheme.labels[0])
    assert "tick" in window.status.message.text()


def test_a_label_alone_lists_its_spans(qtbot, drawer, session) -> None:
    session.do(
        CreateSpan(document="d2", layer="entities", label="GPE", fragments=(at("Belga zwijgt. In Raqqa", "Raqqa"),))
    )
    drawer.label.setCurrentIndex(drawer.label.findData("GPE"))
    qtbot.waitUntil(lambda: [hit.text for hit in drawer.hits.hits] == ["Raqqa"], timeout=5_000)


def test_nothing_found_is_said_and_escape_closes(qtbot, window, keys, drawer) -> None:
    drawer.look_for("nergens te vinden")
    qtbot.waitUntil(lambda: drawer.count.text() == "nothing found", timeout=5_000)
    keys("Escape")
    assert drawer.isHidden()
    assert window.article.hasFocus()
    keys("Ctrl+Shift+F")
    assert not drawer.isHidden()


def test_an_empty_concordance_says_what_to_do(qtbot, drawer) -> None:
    assert drawer.line.placeholderText() == "Find in all articles"
    assert drawer.list.said_of_nothing.startswith("Type words, or choose a label")
    assert not drawer._give.isEnabled()
    drawer.look_for("nergens")
    qtbot.waitUntil(lambda: drawer.list.said_of_nothing.startswith("Nothing found"), timeout=5_000)
    drawer.look_for("Belga")
    qtbot.waitUntil(drawer._give.isEnabled, timeout=5_000)


def test_what_is_labelled_in_two_ways_is_listed_and_mended(qtbot, window, keys, session) -> None:
    for nth, label in ((0, "GPE"), (1, "LOC")):
        place = at(TEXT, "Tal Afar", nth=nth)
        session.do(CreateSpan(document="d1", layer="entities", label=label, fragments=(place,)))
    session.do(SetStatus(document="d1", status="done"))
    keys("Ctrl+Shift+L")
    drawer = window.finding.drawer
    qtbot.waitUntil(lambda: len(drawer.hits.hits) == 3, timeout=5_000)
    assert [one.text for one in drawer.doubles.found] == ["Tal Afar"]
    assert drawer.counted.isVisible(), "what counts as no label is said"
    assert drawer.doubles.treatments(drawer.doubles.found[0]).endswith("no label 1")
    assert [hit.label for hit in drawer.hits.hits] == ["GPE", "LOC", ""]
    drawer._all.click()
    drawer.list.setFocus()
    keys("g")
    assert {span.label for span in session.state("d1").spans.values()} == {"GPE"}
    qtbot.waitUntil(lambda: drawer.doubles.treatments(drawer.doubles.found[0]) == "GPE 3", timeout=5_000)
    keys("Ctrl+Z")
    assert "GPE “Tal Afar”" in window.status.message.text()
    qtbot.waitUntil(lambda: drawer.doubles.treatments(drawer.doubles.found[0]).endswith("no label 1"), timeout=5_000)
    keys("Ctrl+Shift+Z")
    drawer.again.click()
    qtbot.waitUntil(lambda: not drawer.doubles.found, timeout=5_000)
    assert not drawer.hits.hits


def test_a_letter_that_is_no_label_does_nothing(qtbot, window, keys, session, drawer) -> None:
    looked_for(qtbot, drawer, "belga", 4)
    keys("Enter")
    keys("j", "z")
    assert drawer.list.currentIndex().row() == 0
    assert not session.state("d1").spans


def test_every_control_has_a_name_and_the_dark_look_is_taken_over(window, bar, drawer) -> None:
    window.set_theme(DARK)
    for part in (bar, drawer, window.queue):
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for control in part.findChildren(kind):
                if not control.objectName().startswith("qt_"):  # a table's corner, never shown
                    assert control.accessibleName(), type(control).__name__
    assert drawer.list.accessibleName()
    assert drawer._theme is bar._theme is DARK


def test_closing_the_window_ends_the_search(qtbot, window, drawer) -> None:
    drawer.look_for("belga")
    window.close()
    assert window.finding._thread.isFinished()
    assert window.testAttribute(Qt.WidgetAttribute.WA_WState_Hidden)


def test_escape_closes_the_drawer_from_wherever_the_keys_are(qtbot, window, keys) -> None:
    for action, part in (("consistency", "doubles_list"), ("consistency", "again"), ("concordance", "exact")):
        window.keys.run(action)
        QApplication.processEvents()
        drawer = window.finding.drawer
        assert drawer.isVisible()
        getattr(drawer, part).setFocus()
        QTest.keyClick(getattr(drawer, part), Qt.Key.Key_Escape)
        assert not drawer.isVisible(), part


def test_what_was_found_is_taken_off_with_delete(window, keys, session, bar) -> None:
    window.article.setFocus()
    keys("Tab", "Enter", "Escape")
    (span,) = session.state("d1").spans.values()
    bar.line.setFocus()
    bar.line.setText(window.hand.text(span.fragments))
    bar.find_words()
    keys("Escape")
    assert window.article.current is None
    assert window.article.selected() == span.fragments
    keys("Delete")
    assert not session.state("d1").spans


def test_what_was_found_spreads_and_takes_a_remark(window, keys, session, bar) -> None:
    window.article.setFocus()
    keys("Tab", "Enter", "Escape")
    (span,) = session.state("d1").spans.values()
    bar.line.setFocus()
    bar.line.setText(window.hand.text(span.fragments))
    bar.find_words()
    keys("Escape", ";", *"zeker?", "Enter")
    assert window.article.current is None
    assert window.article.selected() == span.fragments
    assert [one.about for one in session.state("d1").comments.values()] == [span.id]
    keys("Shift+Enter", "Enter")
    assert {window.hand.text(one.fragments) for one in session.state("d1").spans.values()} == {"Belga"}
    assert len(session.state("d1").spans) == 3


class Deleting(QKeyEvent):
    """A key that deletes to the end of a line where windows are X11's, as Ctrl K does there."""

    def matches(self, key: QKeySequence.StandardKey) -> bool:
        return key == QKeySequence.StandardKey.DeleteEndOfLine


def test_the_key_of_the_palette_is_not_kept_by_a_field(window, keys, bar, monkeypatch) -> None:
    opened = []
    monkeypatch.setitem(window.keys.actions, "palette", lambda: opened.append(window.focusWidget()))
    for line in (bar.line, window.queue.filter):
        line.setFocus()
        keys("Ctrl+K")
        event = Deleting(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k")
        line.keyPressEvent(event)
        assert not event.isAccepted()
        assert line.text() == ""
    assert opened == [bar.line, window.queue.filter]


def test_the_drawer_is_a_part_of_the_window_that_its_key_goes_to(window, keys) -> None:
    keys("Ctrl+Shift+F")
    drawer = window.finding.drawer
    keys("F6")
    assert window.queue.filter.hasFocus()
    keys("F6", "F6", "F6", "F6")
    assert drawer.list.hasFocus()
    keys("Shift+F6")
    assert window.inspector.hasFocus()
    drawer.closed.emit()
    keys("Shift+F6", "F6", "F6")
    assert not drawer.isVisible()
    assert window.queue.filter.hasFocus() or window.inspector.hasFocus()


def test_what_was_labelled_is_counted_and_one_place_is_not_spoken_of_in_the_plural(qtbot, window, keys, drawer) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    looked_for(qtbot, drawer, "belga", 4)
    keys("Enter", "Space", "o")
    drawer.hits.tick_all(is_on=True)
    keys("o")  # one of the four has it
    qtbot.waitUntil(lambda: {hit.label for hit in drawer.hits.hits} == {"ORG"})
    drawer.hits.tick_all(is_on=True)
    drawer.give(None)
    keys("g")  # the current line alone
    qtbot.waitUntil(lambda: [hit.label for hit in drawer.hits.hits].count("GPE") == 1)
    drawer.hits.tick_all(is_on=True)
    drawer.give(None)
    assert [text.partition(";")[0] for text in said] == [
        "ORG on 1 place", "ORG on 3 places", "labels taken off 4 places", "GPE on 1 place", "label taken off 1 place",
    ]  # fmt: skip


def test_a_label_s_key_that_is_held_labels_what_is_ticked_and_not_the_current_line(
    qtbot, window, keys, session, drawer
) -> None:
    looked_for(qtbot, drawer, "belga", 4)
    keys("Enter", "Space", "Down", "Down")
    hold_in(window, "g")
    assert [span.fragments for span in session.state("d1").spans.values()] == [(drawer.hits.hits[0].place,)]


def test_a_trigger_in_pieces_that_a_label_finds_is_labelled_anew_and_stays_as_it_is(
    qtbot, window, keys, session, drawer
) -> None:
    take = next(one for one in session.state("d1").suggestions.values() if len(one.fragments) > 1)
    session.do(Accept(document="d1", suggestion=take.id))
    drawer.label.setCurrentIndex(drawer.label.findData("ADVANCE"))
    qtbot.waitUntil(lambda: len(drawer.hits.hits) == 1)
    drawer.list.setFocus()
    drawer.list.setCurrentIndex(drawer.hits.index(0))
    keys("Space")
    drawer.give(window.desk.scheme.label("events", "RETREAT"))
    (event,) = session.state("d1").events()
    assert (event.label, event.fragments) == ("RETREAT", take.fragments)
    qtbot.waitUntil(lambda: drawer.hits.hits[0].label == "RETREAT")


def test_words_around_a_hit_are_whole_and_dots_say_that_there_are_more() -> None:
    cut = Hit("d1", "t", 500, 505, "rgroep Islamitische Staat zegt ", "leger", " trok " + "naar " * 17 + "Raqq")
    assert words_before(cut) == "… Islamitische Staat zegt "
    assert words_after(cut) == " trok " + "naar " * 16 + "naar …"
    whole = Hit("d1", "t", 31, 36, "Een groep zegt ", "leger", " trok op.")
    assert (words_before(whole), words_after(whole)) == ("Een groep zegt ", " trok op.")
