"""A small article annotated by key events alone, through the real session into a real project."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.command import SetStatus
from annotator.core.span import Event
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.gui.article import selection as selecting
from annotator.gui.background import SuggestionThread
from annotator.gui.inspector.painted import RoleRow
from annotator.gui.inspector.places import PlacesSheet
from annotator.gui.inspector.remark import RemarkSheet
from annotator.gui.main_window import MainWindow
from annotator.gui.menu import menu_for
from annotator.gui.no_article import NoArticle
from annotator.gui.theme import LIGHT
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.keymap import BINDINGS
from annotator.services.session import Session
from annotator.store.project import Project
from tests.gui.conftest import TEXT, Typist, article
from tests.samples import at, suggestion


def spans(session, document: str = "d1") -> set[tuple[str, str]]:
    found = session.project.decided(document, session.actor).spans
    text = session.project.document(document).text
    return {(span.label, covered(text, span.fragments)) for span in found.values()}


def outcomes(session) -> list[str]:
    """What the project has on suggestions of the first document."""
    return sorted(verdict.outcome for verdict in session.project.decided("d1", "anna").verdicts.values())


def said(window) -> str:
    return window.status.message.text()


def test_tab_goes_through_suggestions_in_order(window, keys) -> None:
    keys("Tab")
    assert window.article.current.label == "ORG"
    keys("Tab", "Tab")
    assert window.article.current.label == "DATE"
    keys("Shift+Tab")
    assert window.article.selected() is None
    assert window.hand.text(window.article.current.fragments) == "Iraakse leger"


def test_accept_and_reject_are_in_the_project_at_once(window, keys, session) -> None:
    keys("Tab", "Enter", "Space", "X")
    assert spans(session) == {("ORG", "Belga"), ("ORG", "Iraakse leger")}
    assert outcomes(session) == ["accepted", "accepted", "rejected"]
    assert window.article.current.label == "ADVANCE"
    assert "dinsdag" in said(window)


def test_a_label_key_corrects_a_suggestion(window, keys, session) -> None:
    keys("Tab", "Tab", "Tab", "Tab", "Tab")
    assert window.article.current.label == "LOC"
    keys("g")
    assert ("GPE", "Tal Afar") in spans(session)
    assert outcomes(session) == ["corrected"]


def test_arrows_and_shift_select_words_for_a_label_key(window, keys, session) -> None:
    window.article.set_selection(None)
    keys("Home", "Right", "Right", "Right")  # date, 2018, -, 05
    keys("Right")
    assert window.hand.text(window.article.selected()) == "Belga"
    keys("Down", "Down", "Down")
    start = at(TEXT, "burgemeester")[0]
    while window.article.selected()[0][0] < start:
        keys("Right")
    keys("Right", "Right", "Shift+Right", "g")
    assert ("GPE", "Tal Afar") in spans(session)
    assert window.article.current.label == "GPE"


def test_the_words_at_hand_or_selected_are_copied_as_they_stand(window, keys) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    keys("Ctrl+C")
    assert clipboard.text() == "before"
    assert "select the words to copy first" in window.status.message.text()
    keys("Tab", "Ctrl+C")
    start, end = window.article.current.fragments[0]
    assert clipboard.text() == window.article.document.text[start:end]
    keys("Home", "Shift+Right", "Shift+Right", "Ctrl+C")
    start, end = window.article.selected()[0]
    assert clipboard.text() == window.article.document.text[start:end]
    assert window.status.message.text().startswith("copied: ")


def test_brackets_move_edges_and_correct_a_suggestion(window, keys, session) -> None:
    keys("Tab", "Tab", "[")
    assert ("ORG", "het Iraakse leger") in spans(session)
    keys("]", "]")
    assert ("ORG", "leger") in spans(session)
    keys("{")
    assert "cannot" in said(window)
    keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert spans(session) == set()
    assert window.article.book.is_open(window.article.current.id)


def test_an_event_with_role_factuality_and_fragment(window, keys, session) -> None:
    keys("Tab", "Tab", "Enter", "Tab")  # accepted Iraakse leger, past dinsdag, at optrok
    keys("E")
    assert window.hints.is_asking
    keys("a")
    assert window.hints.is_gentle  # a role's key may follow
    assert ("ATTACK", "optrok") in spans(session)
    keys("F")
    keys("g")
    assert window.hints.is_asking
    letter = next(one.chord for one in window.hints._choices if one.text.startswith("Iraakse"))
    keys(letter)
    event = next(one for one in session.state("d1").spans.values() if isinstance(one, Event))
    assert [argument.role for argument in event.arguments] == ["AGENT"]
    assert event.attributes["factuality"] == "REPORTED"
    place = at(TEXT, "naar Tal Afar")
    window.article.set_selection(selecting.over(window.article.document, place[0], place[0] + 1))
    keys("+")
    event = next(one for one in session.state("d1").spans.values() if isinstance(one, Event))
    assert len(event.fragments) == 2


def test_where_no_score_is_high_enough_the_highest_is_told(window, keys) -> None:
    keys("A", *["+"] * 4)
    assert window.hints._title.startswith("Accept 0 ")
    assert list(window.hints._notes) == ["The highest score in this article is .97."]
    keys("-", "-")
    assert list(window.hints._notes) == []


def test_accept_above_says_how_many_first(window, keys, session) -> None:
    keys("A")
    assert "4" in window.hints._title
    keys("-")
    keys("+")
    assert spans(session) == set()
    keys("Enter")
    assert len(spans(session)) == 4
    keys("Ctrl+Z")
    assert spans(session) == set()


def test_the_same_for_all_identical_strings(window, keys, session) -> None:
    keys("Tab", "Shift+Enter")
    sheet = window.article.findChild(PlacesSheet)
    assert "2 of 2" in sheet.accessibleName()
    assert sheet.list.count() == 2
    keys("Enter")
    labelled = [span for span in session.state("d1").spans.values() if span.label == "ORG"]
    assert len(labelled) == 3
    keys("Ctrl+Z")
    assert spans(session) == set()


def test_repeat_gives_the_last_label_again(window, keys, session) -> None:
    window.article.set_selection(None)
    keys("Home", "Right", "Right", "Right", "Right", "p")
    window.hints.close_hints()
    keys("End", "Left", "Left", "Left", ".")
    assert {label for label, _ in spans(session)} == {"PERSON"}
    assert len(spans(session)) == 2


def test_delete_removes_and_undo_brings_back(window, keys, session) -> None:
    keys("Tab", "Enter", "Shift+Tab")
    first = next(iter(session.state("d1").spans))
    window.article.set_current(first)
    keys("Delete")
    assert spans(session) == set()
    keys("Ctrl+Z")
    assert spans(session) == {("ORG", "Belga")}
    keys("Ctrl+Shift+Z")
    assert spans(session) == set()


def test_what_was_flagged_and_skipped_is_not_said_to_be_done(window, keys, session) -> None:
    keys("F8", "Alt+PageDown", "F9", "Ctrl+Enter")
    assert [session.state(id).status for id in ("d1", "d2", "d3")] == ["flagged", "skipped", "done"]
    assert said(window) == "all else is done; flagged: 1, skipped: 1"
    keys("F8", "F9")
    assert said(window) == "all else is done; flagged: 1, skipped: 2"


def test_done_goes_to_the_next_and_undo_comes_back(window, keys, session) -> None:
    keys("Ctrl+Enter")
    assert window.desk.document == "d2"
    assert session.state("d1").status == "done"
    keys("Ctrl+Enter", "Ctrl+Enter")
    assert "every article is done" in said(window)
    keys("Ctrl+Z")
    assert window.desk.document == "d3" or session.state("d3").status == "todo"
    keys("Ctrl+Z")
    assert window.desk.document == "d2"
    assert session.state("d2").status == "todo"


def test_a_refusal_says_why_in_the_status_line(window, keys, session) -> None:
    keys("Tab", "Enter")
    place = at(TEXT, "meldt")
    window.article.set_selection(selecting.over(window.article.document, at(TEXT, "Belga")[0], place[1]))
    keys("g")
    assert "overlaps" in said(window)
    assert len(spans(session)) == 1


def test_its_own_label_on_other_words_moves_the_edges_of_a_span(window, keys, session) -> None:
    keys("Tab", "Enter")
    (span,) = session.state("d1").spans.values()
    start, end = at(TEXT, "Belga")[0], at(TEXT, "meldt")[1]
    window.article.set_selection(selecting.over(window.article.document, start, end))
    keys("o")
    (grown,) = session.state("d1").spans.values()
    assert (grown.id, grown.label, grown.fragments) == (span.id, "ORG", ((start, end),))
    window.article.set_selection(selecting.over(window.article.document, *at(TEXT, "meldt")))
    keys("o")
    assert session.state("d1").spans[span.id].fragments == (at(TEXT, "meldt"),)
    keys("Ctrl+Z", "Ctrl+Z")
    assert session.state("d1").spans == {span.id: span}


def test_a_label_over_two_spans_is_refused(window, keys, session) -> None:
    keys("Tab", "Enter", "Enter")
    place = (at(TEXT, "Belga")[0], at(TEXT, "Iraakse leger")[1])
    window.article.set_selection(selecting.over(window.article.document, *place))
    keys("o")
    assert "overlaps" in said(window)
    assert len(spans(session)) == 2


def test_the_inspector_follows(window, keys, session) -> None:
    keys("Tab")
    window.settle()
    assert window.inspector._text.text() == "Belga"
    assert window.inspector._standing.text() == "suggested"
    assert ".97" in window.inspector._origin.text()
    while window.article.current.label != "ADVANCE":
        keys("Tab")
    window.settle()
    assert not window.inspector._roles[0].isHidden()
    keys("Escape")
    window.settle()
    assert "Tab" in window.inspector._empty.text()


def test_a_project_without_articles_shows_no_empty_parts(qtbot, tmp_path, scheme) -> None:
    with Project.create(
        tmp_path / "empty.annotator", scheme=scheme.source, scheme_name=scheme.name, scheme_version=scheme.version,
        tokenizer=SETTINGS, tokenizer_hash=settings_hash(SETTINGS),
    ) as made:  # fmt: skip
        window = MainWindow(Session(made, scheme, "lead"), theme=LIGHT)
        qtbot.addWidget(window)
        window.show()
        window.open_first()
        for _ in range(2):
            seen = [one.text() for one in window.inspector.findChildren(QLabel) if one.isVisible()]
            assert [text for text in seen if text] == ["There is no article yet. Ctrl I imports articles."]
            assert not [one for one in window.inspector.findChildren(RoleRow) if one.isVisible()]
            window.inspector.set_theme(LIGHT)
        on_paper = window.article.findChild(NoArticle)
        assert "Ctrl I" in on_paper.text.text()
        ran = []
        window.keys.actions["import_articles"] = lambda: ran.append(True)
        on_paper.door.click()
        assert ran == [True]
        assert not window.status.document.isVisible(), "no room is kept for what is not there"
        window.close()


def test_of_an_article_that_is_done_it_is_said_that_it_is(window, keys, session) -> None:
    window.desk.open("d3")
    window.settle()
    assert "Ctrl Enter" in window.inspector._empty.text()
    session.do(SetStatus(document="d1", status="done"))
    session.do(SetStatus(document="d2", status="done"))
    keys("Ctrl+Enter")  # the last one: it stays open
    window.settle()
    assert window.inspector._empty.text() == "This article is done. You can still change it."
    keys("Ctrl+Z")
    window.settle()
    assert "Ctrl Enter" in window.inspector._empty.text()


def test_the_status_line_counts(window, keys) -> None:
    keys("Tab", "Enter")
    window.settle()
    assert window.status.figures.text() == "1 span · 6 open"
    assert window.status.document.text() == "Article 1 of 3"
    assert window.status.saved.text().startswith("saved ")


def test_the_filter_shows_only_what_matches(window, keys, qtbot) -> None:
    keys("Shift+F6", "Shift+F6")
    assert window.queue.filter.hasFocus()
    window.queue.filter.setText("Raqqa")
    window.queue.apply_filter()
    assert [window.queue.model.id_at(n) for n in range(window.queue.model.rowCount())] == ["d2"]
    window.queue.filter.setText("done")
    window.queue.apply_filter()
    assert window.queue.model.rowCount() == 0
    assert not window.queue._nothing.isHidden()


def test_label_keys_do_nothing_outside_the_article(window, keys, session) -> None:
    keys("Tab")
    window.queue.filter.setFocus()
    keys("g", "x", "Enter")
    assert spans(session) == set()


def test_choosing_in_the_queue_opens(window) -> None:
    window.queue.list.setCurrentIndex(window.queue.model.index(1))
    assert window.desk.document == "d2"


@pytest.mark.parametrize(
    ("scan_code", "modifier", "edge"),
    [(34, "No", "het Iraakse leger"), (35, "Shift", "Iraakse leger dinsdag")],
)
def test_brackets_by_their_place_on_belgian_azerty(window, keys, session, scan_code, modifier, edge) -> None:
    """There the key right of P sends ^ (dead) and $."""
    keys("Tab", "Tab")
    key = Qt.Key.Key_Dead_Circumflex if scan_code == 34 else Qt.Key.Key_Asterisk
    modifiers = getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0, "" if scan_code == 34 else "*")
    QGuiApplication.sendEvent(window.article, event)
    QApplication.processEvents()
    assert ("ORG", edge) in spans(session)


def test_late_suggestions_for_another_text_are_dropped(window, session) -> None:
    third = session.project.document("d3")
    found = [suggestion(third, "entities", "PERSON", at(third.text, "Niemand"))]
    window.desk.take_suggestions("d3", "0" * 64, found, {})
    assert not session.project.has_suggestions("d3")
    window.desk.take_suggestions("d3", third.sha256, found, {})
    assert session.project.has_suggestions("d3")
    window.desk.take_suggestions("d3", third.sha256, [], {})
    assert len(session.state("d3").suggestions) == 1


def test_suggestions_come_from_the_background(qtbot, session) -> None:
    def suggest(document):
        return [suggestion(document, "entities", "PERSON", at(document.text, "Niemand"))]

    made = MainWindow(session, theme=LIGHT, suggest=suggest)
    qtbot.addWidget(made)
    made.show()
    made.open_first("d3")
    qtbot.waitUntil(lambda: made.article.book.open_count == 1, timeout=5_000)
    assert session.project.has_suggestions("d3")
    made.close()


def test_a_defect_in_the_background_is_told_and_does_not_end_it(qtbot, session, monkeypatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))

    def suggest(document):
        if document.id == "d1":
            raise ZeroDivisionError("by nought")
        return [suggestion(document, "entities", "PERSON", at(document.text, "Niemand"))]

    thread, failed, found = SuggestionThread(suggest), [], []
    thread.failed.connect(lambda id, why: failed.append((id, why)))
    thread.found.connect(lambda id, *_: found.append(id))
    thread.ask(session.project.document("d1"))
    qtbot.waitUntil(lambda: failed == [("d1", "ZeroDivisionError: by nought")], timeout=5_000)
    assert caught == [ZeroDivisionError]
    thread.ask(session.project.document("d3"))
    qtbot.waitUntil(lambda: found == ["d3"], timeout=5_000)
    thread.close()


def test_an_article_whose_suggestions_failed_is_asked_for_again_when_one_comes_back(qtbot, session) -> None:
    asked = []

    def suggest(document):
        asked.append(document.id)
        if len(asked) == 1:
            raise KnownError("A501", "the worker was ended", "start again")
        return [suggestion(document, "entities", "PERSON", at(document.text, "Niemand"))]

    made = MainWindow(session, theme=LIGHT, suggest=suggest)
    qtbot.addWidget(made)
    made.open_first("d3")
    said = made.status.message
    qtbot.waitUntil(lambda: "not available" in said.text(), timeout=5_000)
    made.desk.open("d1")
    made.desk.open("d3")
    assert "fetching" in said.text()
    qtbot.waitUntil(lambda: made.article.book.open_count == 1, timeout=5_000)
    assert asked == ["d3", "d3"]
    made.close()


def test_an_article_can_be_done_flagged_and_remarked_on_with_the_mouse_alone(window, keys, session) -> None:
    def choose(words: str) -> None:
        menu = menu_for(window.hand, window.keys, window.keymap)
        own = next(one for one in menu.actions() if one.text() == "This article").menu()
        next(one for one in own.actions() if one.text().split("\t")[0] == words).trigger()
        menu.deleteLater()

    choose("Flag it")
    assert session.project.decided("d1", "anna").status == "flagged"
    choose("Take the flag off")
    assert session.project.decided("d1", "anna").status == "todo"
    choose("Remark on it …")
    assert window.article.findChild(RemarkSheet) is not None
    keys("Escape")
    choose("Done, to the next one")
    assert session.project.decided("d1", "anna").status == "done"
    assert window.desk.document == "d2"
    choose("Skip it")
    assert session.project.decided("d2", "anna").status == "skipped"


def test_a_window_that_waits_for_work_to_end_is_not_seen_any_more(qtbot, session) -> None:
    going, seen = threading.Event(), []

    def suggest(_document):
        going.set()
        time.sleep(0.3)
        seen.append(made.isVisible())
        return []

    made = MainWindow(session, theme=LIGHT, suggest=suggest)
    qtbot.addWidget(made)
    made.show()
    made.open_first("d3")
    assert going.wait(5)
    made.close()
    assert seen == [False]


def test_the_menu_offers_what_the_keys_do(window, keys, session) -> None:
    keys("Tab")
    menu = menu_for(window.hand, window.keys, window.keymap)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert any(text.startswith("Accept the suggestion\tEnter") for text in texts)
    menu.actions()[0].trigger()
    assert spans(session) == {("ORG", "Belga")}
    menu.deleteLater()


def test_the_menu_steps_the_attribute_that_the_scheme_has(window, keys) -> None:
    def texts() -> list[str]:
        menu = menu_for(window.hand, window.keys, window.keymap)
        found = [action.text() for action in menu.actions()]
        menu.deleteLater()
        return found

    keys("Tab")
    assert not any("next value" in text for text in texts()), "a name has none"
    keys("Tab", "Tab", "Tab")
    assert window.article.current.is_event
    assert "Factuality: the next value\tF" in texts()


def test_outside_text_is_never_markup(window, session) -> None:
    doc = article("<b>vet</b> & <img src='x'> Belga", id="html")
    session.project.add_documents([doc])
    window.queue.apply_filter()
    window.desk.open("html")
    window.settle()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))


def test_a_slip_after_a_question_labels_nothing(window, keys, session) -> None:
    keys("Tab", "E", "j")
    assert window.hints.is_asking
    assert spans(session) == set()
    assert window.status.message.text() == "“J” is none of the choices; Esc leaves them"
    keys("Escape")
    assert not window.hints.is_asking
    assert window.article.current is not None


def test_enter_with_nothing_at_hand_takes_the_first_to_hand(window, keys, session) -> None:
    keys("Enter")
    assert spans(session) == set()
    assert window.hand.text(window.article.current.fragments) == "Belga"


def test_the_end_of_the_suggestions_is_said(window, keys) -> None:
    keys(*["Enter"] * 8)
    assert window.article.book.open_count == 0
    assert "no open suggestions" in said(window)


def test_an_article_without_suggestions_is_not_called_done(window, keys) -> None:
    window.desk.open("d3")
    keys("Tab")
    assert said(window) == "there are no suggestions in this article; select words, then a label's key"


def test_going_round_the_end_of_the_suggestions_is_said_both_ways(window, keys) -> None:
    keys("Tab")
    assert "beginning" not in said(window)
    keys("Shift+Tab")
    assert window.hand.text(window.article.current.fragments) == "twaalf"
    assert "on from the end" in said(window)
    keys("Tab")
    assert window.hand.text(window.article.current.fragments) == "Belga"
    assert "on from the beginning" in said(window)
    keys(*["X"] * 6)
    keys("Tab")
    assert "the only open suggestion" in said(window)


def test_a_read_only_project_refuses_with_a_reason(qtbot, session) -> None:
    path = session.project.path
    session.project.close()
    with Project.open(path, read_only=True) as project:
        made = MainWindow(Session(project, session.scheme, "anna"), theme=LIGHT)
        qtbot.addWidget(made)
        made.show()
        made.open_first("d1")
        Typist(made)("Tab", "Enter")
        assert "read-only" in said(made)
        assert made.article.book.open_count == 7
        made.close()


def test_the_next_document_is_reached_from_every_part(window, keys) -> None:
    for part in (window.article, window.inspector, window.queue.filter, window.queue.list):
        window.desk.open("d1")
        part.setFocus()
        keys("Ctrl+PageDown")
        assert window.desk.document == "d2", part
    window.inspector.setFocus()
    keys("Alt+Up")  # by which a page to be scrolled scrolls
    assert window.desk.document == "d1"


def test_the_part_with_the_focus_is_marked(window, keys) -> None:
    keys("F6")
    QApplication.processEvents()
    window._focus_line.mark(window.inspector)
    assert window._focus_line.geometry().left() == window.inspector.mapTo(window, QPoint(0, 0)).x()
    assert window._focus_line.isVisible()


def test_every_action_of_the_table_is_done_by_something(window) -> None:
    assert set(window.keys.actions) == {binding.action for binding in BINDINGS}


@pytest.mark.parametrize("key", ["[", "]", "{", "}"])
def test_an_edge_with_nothing_at_hand_is_refused_aloud(window, keys, key) -> None:
    keys("Escape", key)
    assert "nothing is at hand" in said(window)
