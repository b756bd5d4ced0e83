"""Flag, skip, remarks, the history sheet and the alarm, by key events on a real project."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from annotator.core.command import CreateSpan, DeleteSpan
from annotator.errors import KnownError
from annotator.gui.inspector.guideline import GuidelineSheet
from annotator.gui.inspector.history import HistorySheet, line_of
from annotator.gui.inspector.remark import RemarkSheet
from annotator.gui.inspector.sources import suggester
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import LIGHT
from annotator.services import guidelines
from annotator.services.history import Entry
from annotator.services.session import now
from tests.gui.conftest import TEXT
from tests.samples import at


def comments(session, document: str = "d1") -> list[tuple[str, str | None]]:
    found = session.project.decided(document, session.actor).comments
    return [(comment.text, comment.about) for comment in found.values()]


def history(window) -> HistorySheet:
    return window.article.findChild(HistorySheet)


def test_flag_goes_on_and_off_and_skip_goes_on(window, keys, session) -> None:
    keys("F8")
    assert session.project.decided("d1", "anna").status == "flagged"
    keys("F8")
    assert session.project.decided("d1", "anna").status == "todo"
    keys("F9")
    assert session.project.decided("d1", "anna").status == "skipped"
    assert window.desk.document == "d2"
    keys("Ctrl+Z")
    assert session.project.decided("d1", "anna").status == "todo"


@pytest.mark.parametrize("height", [640, 800])
def test_a_remark_is_written_beside_what_it_is_about(window, keys, session, height) -> None:
    window.resize(1200, height)
    window.desk.do(CreateSpan(document="d1", layer="entities", label="PERSON", fragments=(at(TEXT, "burgemeester"),)))
    window.article.set_current(next(iter(session.state("d1").spans)))
    QApplication.processEvents()
    keys(";")
    sheet = window.article.findChild(RemarkSheet)
    place = window.article.page.rect_of(*at(TEXT, "burgemeester")).toAlignedRect()
    assert not sheet.geometry().intersects(place.translated(window.article.viewport().pos()))
    assert window.article.rect().contains(sheet.geometry())


def test_a_remark_on_an_open_suggestion_says_that_it_is_about_the_article(window, keys, session) -> None:
    keys("Tab", ";")
    sheet = window.article.findChild(RemarkSheet)
    assert "ORG “Belga” is only suggested: this remark will be about the article" in (sheet.accessibleDescription())
    sheet.field.setPlainText("ach")
    keys("Enter")
    assert comments(session) == [("ach", None)]
    keys("Escape", ";")
    assert all("suggested" not in one.accessibleDescription() for one in window.article.findChildren(RemarkSheet)[-1:])


def test_what_was_remarked_before_stands_line_by_line_above_the_field(window, keys, session) -> None:
    for text in ("eerste", "tweede"):
        keys(";")
        window.article.findChildren(RemarkSheet)[-1].field.setPlainText(text)
        keys("Enter")
    keys("Tab", ";")  # with an open suggestion at hand the first line tells where the remark goes
    sheet = window.article.findChildren(RemarkSheet)[-1]
    said = next(one.text() for one in sheet.findChildren(PlainLabel) if "tweede" in one.text())
    assert said.split("\n")[1:] == ["“eerste”", "“tweede”"]
    assert "\u240a" not in said


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("uit Word\vregel 2", "uit Word\nregel 2"), ("blad\fblad", "blad\nblad"), ("a\x00b\x1b[1m\tc", "ab[1m\tc")],
)
def test_a_remark_is_not_lost_for_signs_that_nobody_sees(window, keys, session, pasted, kept) -> None:
    keys(";")
    window.article.findChild(RemarkSheet).field.setPlainText(pasted)
    keys("Enter")
    assert [text for text, _ in comments(session)] == [kept]


def test_a_remark_on_what_was_deleted_meanwhile_goes_to_the_article(window, keys, session) -> None:
    window.desk.do(CreateSpan(document="d1", layer="entities", label="PERSON", fragments=(at(TEXT, "burgemeester"),)))
    (span,) = session.state("d1").spans
    window.article.set_current(span)
    keys(";")
    sheet = window.article.findChild(RemarkSheet)
    sheet.field.setPlainText("een lang verhaal")
    window.desk.do(DeleteSpan(document="d1", span=span))
    sheet.field.setFocus()
    keys("Enter")
    assert comments(session) == [("een lang verhaal", None)]
    assert "about the article" in window.status.message.text()


@pytest.fixture
def full(session, monkeypatch):
    """The disk is full from when this is called until it is called again."""
    real = session.do

    def no_room(*_: object, **__: object):
        raise KnownError("A002", "the disk is full", "make room")

    def switch() -> None:
        monkeypatch.setattr(session, "do", real if session.do is no_room else no_room)

    return switch


def test_a_remark_that_cannot_be_saved_stays_until_it_can(window, keys, session, full) -> None:
    keys(";", *"lang verhaal")
    sheet = window.article.findChild(RemarkSheet)
    full()
    keys("Enter")
    assert sheet.isVisible()
    assert sheet.field.toPlainText() == "lang verhaal"
    assert "Not saved" in sheet.accessibleDescription()
    assert "disk is full" in window.status.message.text()
    full()
    keys("Enter")
    assert comments(session) == [("lang verhaal", None)]
    assert window.article.hasFocus()


def test_a_window_does_not_close_over_a_remark_that_cannot_be_saved(window, keys, session, full) -> None:
    keys(";", *"half")
    full()
    window.close()
    assert window.isVisible()
    full()
    window.close()
    assert not window.isVisible()
    assert comments(session) == [("half", None)]


def test_a_guideline_that_cannot_be_saved_stays_as_it_was_written(window, keys, monkeypatch) -> None:
    keys("Tab", "Shift+G", *"Ook de krant.")
    sheet = window.article.findChild(GuidelineSheet)
    written = sheet.field.toPlainText()

    def no_room(*_: object, **__: object):
        raise KnownError("A002", "the disk is full", "make room")

    monkeypatch.setattr(guidelines, "rewrite", no_room)
    keys("Ctrl+Enter")
    assert sheet.isVisible()
    assert sheet.field.toPlainText() == written
    monkeypatch.undo()
    keys("Ctrl+Enter")
    assert not window.article.findChildren(GuidelineSheet) or not sheet.isVisible()


def test_in_a_window_for_reading_no_remark_is_begun(window, keys, session, monkeypatch) -> None:
    monkeypatch.setattr(session.project, "is_read_only", True)
    keys(";")
    assert not window.article.findChildren(RemarkSheet)
    assert window.status.message.text() == "this window is for reading only"


def test_it_is_said_that_done_takes_the_flag_off(window, keys, session) -> None:
    said: list[str] = []
    window.desk.warned.connect(said.append)
    keys("F8", "Ctrl+Enter", "Ctrl+Enter")
    assert session.project.decided("d1", "anna").status == "done"
    assert [one.split(" · ")[0] for one in said] == [
        "done, and not flagged any more; this is the next one", "done; this is the next one",
    ]  # fmt: skip


def test_it_is_said_that_skipping_takes_the_flag_off(window, keys) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    keys("F8", "F9")
    assert said[-1] == "skipped, and not flagged any more; this is the next one. Ctrl Z takes it back"


def test_done_with_suggestions_left_open_says_so_and_undo_goes_back_to_them(window, keys, session) -> None:
    said: list[str] = []
    window.desk.warned.connect(said.append)
    left = window.article.book.open_count
    keys("Ctrl+Enter")
    assert said == [f"done; this is the next one · {left} suggestions were left open; Ctrl Z goes back to them"]
    keys("Ctrl+Z")
    assert window.desk.document == "d1"
    assert session.project.decided("d1", "anna").status == "todo"
    keys(*["Tab", "x"] * (left - 1), "Ctrl+Enter")
    assert said[-1] == "done; this is the next one · 1 suggestion was left open; Ctrl Z goes back to it"
    keys("Alt+Up", "Ctrl+Enter")  # it is done already
    assert len(said) == 2


def test_done_with_nothing_left_open_says_no_more_than_that(window, keys) -> None:
    said: list[str] = []
    window.desk.warned.connect(said.append)
    keys(*["Tab", "x"] * window.article.book.open_count, "Ctrl+Enter")
    assert said == []
    assert window.status.message.text() == "done; this is the next one"


def test_a_remark_on_the_span_at_hand_and_on_the_document(window, keys, session) -> None:
    keys("Tab", "Enter", "Alt+Left")
    about = window.article.current.id
    assert window.article.current.is_decided
    keys(";")
    sheet = window.article.findChild(RemarkSheet)
    assert "Belga" in sheet.accessibleName()
    keys(*"zeker?")
    keys("Enter")
    assert comments(session) == [("zeker?", about)]
    assert window.article.hasFocus()
    keys("Alt+Shift+C", *"ok", "Enter")
    assert ("ok", None) in comments(session)
    keys(";", "Escape", ";", "Enter")
    assert len(comments(session)) == 2


def test_a_sheet_that_is_left_for_the_article_closes(window, keys) -> None:
    keys("Ctrl+H")
    sheet = history(window)
    window.article.setFocus()  # as a click beside the sheet does
    assert not sheet.isVisible()
    assert window.article.hasFocus()
    keys(";")
    window.queue.filter.setFocus()
    assert not window.article.findChild(RemarkSheet).isVisible()
    assert window.queue.filter.hasFocus()


def test_a_remark_that_was_begun_waits_and_goes_to_its_own_document(window, keys, session) -> None:
    keys(";", *"half")
    sheet = window.article.findChild(RemarkSheet)
    window.article.setFocus()
    assert sheet.isVisible()
    window.desk.open("d2")
    keys(";")
    assert [one for one in window.article.findChildren(RemarkSheet) if one.isVisible()] == [sheet]
    keys(*" af", "Enter")
    assert comments(session) == [("half af", None)]
    assert comments(session, "d2") == []
    assert not [one for one in window.article.findChildren(RemarkSheet) if one.isVisible()]


def test_the_history_tells_what_was_done_and_goes_back_to_a_point(window, keys, session) -> None:
    keys("Tab", "Enter", "Enter", "X", "Ctrl+H")
    lines = [history(window).list.item(row).text() for row in range(4)]
    assert "rejected DATE “dinsdag”" in lines[0]
    assert "suggested by the rules .91" in lines[1]
    assert "anna" in lines[2]
    keys("Down", "Down", "Enter")
    assert len(session.state("d1").spans) == 2  # asks first
    keys("Enter")
    assert len(session.state("d1").spans) == 1
    assert session.state("d1").verdicts.keys() == session.state("d1").spans.keys()
    keys("Ctrl+Z")
    assert len(session.state("d1").spans) == 2


def test_the_history_goes_back_in_its_own_document(window, keys, session) -> None:
    keys("Tab", "Enter")
    window.desk.open("d2")
    keys("Tab", "Enter")
    window.desk.open("d1")
    keys("Ctrl+H")
    window.desk.open("d2")  # as the list does that has come into its order
    keys("End", "Enter", "Enter")
    assert not session.state("d1").spans
    assert len(session.state("d2").spans) == 1


def test_who_proposed_it_is_said_in_words_people_know(window, keys, language) -> None:
    keys("Tab")
    window.settle()
    assert window.inspector._history._text == "suggested by the rules"
    language("nl")
    assert suggester("rules", "1") == suggester("events-nl", "1") == "de regels"
    assert suggester("learned", "1") == "wat er geleerd is"
    assert suggester("spacy:nl_core_news_lg", "3.8.0") == "de pipeline nl_core_news_lg 3.8.0"
    assert suggester("annotators", "1") == "de annotatoren"
    assert suggester("of_a_plugin", "1") == "of_a_plugin"


def test_what_is_of_today_needs_no_date_in_the_history() -> None:
    assert re.fullmatch(r"\d\d:\d\d:\d\d  ·  labelled  ·  anna", line_of(Entry("o1", now(), "anna", "create_span")))
    earlier = line_of(Entry("o1", "2020-01-02T12:00:00.000Z", "anna", "create_span"))
    assert re.fullmatch(r"2020-01-0\d \d\d:\d\d  ·  labelled  ·  anna", earlier)


def test_a_line_of_the_history_is_read_to_its_end_in_a_small_window(window, keys) -> None:
    window.resize(900, 560)
    keys("Tab", "Enter", "Ctrl+Z", "Ctrl+H")
    lines = history(window).list
    item = lines.item(0)
    assert lines.fontMetrics().horizontalAdvance(item.text()) > lines.viewport().width()
    assert lines.visualItemRect(item).height() >= 2 * lines.fontMetrics().height()


def test_what_was_undone_is_said_in_the_history(window, keys, session) -> None:
    keys("Tab", "Enter", "Ctrl+Z", "Ctrl+H")
    assert "undone since" in history(window).list.item(1).text()
    keys("Escape", "Ctrl+Shift+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+H")
    QApplication.sendPostedEvents()
    oldest = window.article.findChildren(HistorySheet)[-1].list
    assert not any("undone since" in oldest.item(row).text() for row in range(oldest.count()))


def test_the_history_says_what_was_suggested_where_another_label_was_given(window, keys) -> None:
    keys("Tab", "g", "Ctrl+H")
    assert history(window).list.item(0).text().split("  ·  ")[1] == "corrected to GPE “Belga”, ORG before"


def test_the_history_and_undo_name_the_role_and_the_value(window, keys, session, language) -> None:
    keys("Tab", "Tab", "Tab", "Tab", "f", "R", "g", "A", "Escape", "Ctrl+H")
    lines = [history(window).list.item(row).text().split("  ·  ")[1] for row in range(3)]
    assert lines[0].startswith("filled a role of ADVANCE “optrok”: Agent")
    assert lines[1] == "set an attribute of ADVANCE “optrok”: reported"
    keys("Escape", "Ctrl+Z")
    assert window.status.message.text().startswith("Undone: filled a role of ADVANCE “optrok”: Agent")
    keys("Ctrl+Z", "Ctrl+Shift+Z")
    assert window.status.message.text() == "Redone: set an attribute of ADVANCE “optrok”: reported"
    language("nl")
    keys("Ctrl+Z")
    assert "“optrok”: bericht" in window.status.message.text()


def test_undoing_a_remark_goes_to_the_label_it_is_about(window, keys, session) -> None:
    keys("Tab", "Enter", "Alt+Left", ";", *"zeker?", "Enter")
    about = window.article.current.id
    keys("End", "Ctrl+Z")
    assert comments(session) == []
    assert window.article.current.id == about


def test_the_history_says_what_was_undone_and_redone(window, keys) -> None:
    keys("F8", "Tab", "Enter", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+H")
    lines = [history(window).list.item(row).text().split("  ·  ")[1] for row in range(3)]
    assert lines == [
        "undid: status flagged",
        "undid: accepted ORG “Belga”",
        "redid: accepted ORG “Belga”",
    ]


def test_an_alarm_stands_where_many_spans_go_at_one_stroke(window, keys, session) -> None:
    keys("A", "-", "-", "-", "-", "-", "-", "Enter")
    assert len(session.state("d1").spans) == 7
    assert window.status.alarm.isHidden()
    keys("Ctrl+H", "Down", "Enter", "Enter")
    assert "7 of 7" in window.status.alarm.text()
    assert "Ctrl Z" in window.status.alarm.text()
    keys("Ctrl+Z")
    assert window.status.alarm.isHidden()


def test_a_window_that_closes_keeps_a_remark_that_was_begun(window, keys, session) -> None:
    keys("Tab", "Enter", "Alt+Left")
    about = window.article.current.id
    keys(";", *"half")
    window.close()
    assert comments(session) == [("half", about)]


def test_a_single_operation_is_not_told_in_the_plural(window, keys) -> None:
    keys("Tab", "Enter", "Enter", "Ctrl+H", "Down", "Enter")
    assert history(window).accessibleDescription().startswith("Enter again takes back the operation above")
    keys("Down", "Enter")
    assert "the 2 operations above" in history(window).accessibleDescription()


def test_the_lists_of_sheets_look_as_those_of_dialogs(window, keys) -> None:
    keys("Tab", "Enter", "Ctrl+z", "Ctrl+h")
    QApplication.processEvents()
    held = history(window).list
    picture = held.viewport().grab().toImage()
    chosen, undone = (held.visualItemRect(held.item(row)) for row in (0, 1))
    ground = {picture.pixelColor(chosen.right() - 3, y).name() for y in range(chosen.top() + 1, chosen.bottom())}
    assert ground == {QColor(LIGHT.selection).name()}, "one colour, not a shade of the desktop's"
    darkest = min(
        picture.pixelColor(x, y).lightness()
        for x in range(undone.left(), undone.right())
        for y in range(undone.top(), undone.bottom())
    )
    assert darkest > QColor(LIGHT.ink).lightness() + 20, "what was undone since is greyed"
