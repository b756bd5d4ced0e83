"""Notes above the article: the content note, reminders of breaks, faults of the settings; none takes a key."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.activity import ActiveTime
from annotator.gui.breaks import PAUSE, Breaks
from annotator.gui.main_window import MainWindow
from annotator.gui.preferences import Preferences
from annotator.gui.theme import LIGHT
from annotator.services.settings_file import SettingsFile


@pytest.fixture
def desk(qtbot, session, preferences):
    made = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.open_first("d1")
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()


def test_the_content_note_leaves_the_keys_to_the_article(desk, session) -> None:
    desk.dialogs.show_content_note("r1")
    assert desk.notice.isVisible()
    assert "violence" in desk.notice.shown.text
    assert desk.article.hasFocus()
    QTest.keyClick(desk.article, Qt.Key.Key_Tab)
    assert desk.article.current is not None


def test_the_content_note_is_put_away_for_one_project_only(desk, preferences) -> None:
    desk.dialogs.show_content_note("r1")
    desk.notice.answer(0)
    assert not desk.notice.isVisible()
    assert preferences.settings.notes_put_away == ("r1",)
    desk.dialogs.show_content_note("r1")
    assert desk.notice.shown is None
    desk.dialogs.show_content_note("r2")
    assert desk.notice.shown is not None
    desk.notice.answer(1)
    desk.dialogs.show_content_note("r2")
    assert desk.notice.shown is not None, "closing alone does not put it away for good"


def test_a_scheme_of_ones_own_tells_what_its_articles_are_about_or_nothing(desk, session, monkeypatch) -> None:
    own = replace(session.scheme, name="medlaw")
    monkeypatch.setattr(session, "scheme", own)
    desk.dialogs.show_content_note("r1")
    assert not desk.is_made("notice") or desk.notice.shown is None, "rulings tell of no war"
    monkeypatch.setattr(session, "scheme", replace(own, note={"en": "Rulings on <b>births</b>.", "nl": "Vonnissen."}))
    desk.dialogs.show_content_note("r1")
    assert desk.notice.shown.text.startswith("Rulings on <b>births</b>. You may stop")


def test_the_note_is_reached_and_left_by_keys(desk) -> None:
    desk.dialogs.show_content_note("r1")
    QApplication.processEvents()
    QTest.keyClick(desk.article, Qt.Key.Key_F7)
    assert desk.focusWidget() is desk.notice._buttons[0]
    QTest.keyClick(desk.focusWidget(), Qt.Key.Key_Escape)
    assert desk.article.hasFocus()
    QTest.keyClick(desk.article, Qt.Key.Key_F7)
    QTest.keyClick(desk.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(desk.focusWidget(), Qt.Key.Key_Return)
    assert desk.notice.shown is None
    assert desk.article.hasFocus()
    QTest.keyClick(desk.article, Qt.Key.Key_F7)
    assert "no note" in desk.status.message.text()


def test_faults_of_the_settings_are_said(qtbot, session, tmp_path) -> None:
    (tmp_path / "settings.toml").write_text('language = "fr"\nmeasure = 3\n', "utf-8")
    window = MainWindow(session, theme=LIGHT, preferences=Preferences(SettingsFile(tmp_path)))
    qtbot.addWidget(window)
    window.dialogs.show_problems()
    assert "field language" in window.notice.shown.text
    window.notice.answer(0)
    assert "field measure" in window.notice.shown.text
    window.close()


def test_text_of_a_note_is_plain(desk) -> None:
    assert desk.notice._text.textFormat() == Qt.TextFormat.PlainText
    assert desk.notice._icon.textFormat() == Qt.TextFormat.PlainText


# -- breaks -------------------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_break_is_due_after_active_time() -> None:
    breaks = Breaks(Clock())
    assert not breaks.is_due(0.0, after=300)
    assert not breaks.is_due(100.0, after=300)
    assert not breaks.is_due(250.0, after=300)
    assert breaks.is_due(330.0, after=300)
    assert not breaks.is_due(340.0, after=300), "it begins anew"


def test_a_window_made_anew_reminds_of_no_break_at_once() -> None:
    assert not Breaks(Clock()).is_due(10_000.0, after=300)


def test_a_pause_is_a_break() -> None:
    clock = Clock()
    breaks = Breaks(clock)
    assert not breaks.is_due(0.0, after=300)
    assert not breaks.is_due(290.0, after=300)
    clock.now = PAUSE + 1
    assert not breaks.is_due(290.0, after=300)
    assert breaks.active_seconds == 0
    assert not breaks.is_due(310.0, after=300)


def test_what_is_read_before_the_next_document_counts_for_a_break(desk, preferences) -> None:
    preferences.change(break_reminder=True)
    clock = Clock()
    desk.desk.activity = ActiveTime(clock)
    for _ in range(26):  # each read for as long as counts, then done by one key; looked at a second later
        desk.dialogs.look_for_break()
        assert desk.notice.shown is None
        clock.now += 119.0
        desk.desk.activity.restart()
    desk.dialogs.look_for_break()
    assert "50 minutes" in desk.notice.shown.text


def test_reminders_are_off_until_they_are_wanted(desk, preferences, monkeypatch) -> None:
    monkeypatch.setattr(type(desk.desk.activity), "sitting", 100.0)
    desk.dialogs.look_for_break()
    monkeypatch.setattr(type(desk.desk.activity), "sitting", 3_200.0)
    desk.dialogs.look_for_break()
    assert desk.notice.shown is None
    preferences.change(break_reminder=True)
    monkeypatch.setattr(type(desk.desk.activity), "sitting", 6_300.0)
    desk.dialogs.look_for_break()
    assert "50 minutes" in desk.notice.shown.text
    assert desk.article.hasFocus()


def test_one_reminder_waits_for_its_answer_and_no_second(desk, preferences, monkeypatch) -> None:
    preferences.change(break_reminder=True)
    for hours in range(6):
        monkeypatch.setattr(type(desk.desk.activity), "sitting", 3_600.0 * hours)
        desk.dialogs.look_for_break()
    assert "50 minutes" in desk.notice.shown.text
    desk.notice.answer(0)
    assert desk.notice.shown is None
    monkeypatch.setattr(type(desk.desk.activity), "sitting", 3_600.0 * 7)
    desk.dialogs.look_for_break()
    assert "50 minutes" in desk.notice.shown.text


def test_a_second_window_says_who_has_the_project_open(desk, session) -> None:
    desk.dialogs.show_read_only_note(session.project.path)
    assert f"process {os.getpid()}" in desk.notice.shown.text
    desk.notice.answer(0)
    desk.dialogs.show_read_only_note(session.project.path.with_name("nobody.annotator"))
    assert "for reading only" in desk.notice.shown.text
    assert "process" not in desk.notice.shown.text


def test_a_project_of_two_names_is_to_be_copied_not_moved(desk, session, tmp_path) -> None:
    path = tmp_path / "linked.annotator"
    path.write_bytes(b"")
    os.link(path, tmp_path / "kept.annotator")
    desk.dialogs.show_read_only_note(path)
    assert "2 names on the disk" in desk.notice.shown.text
    assert "copy it" in desk.notice.shown.text
    assert "folder of your own" not in desk.notice.shown.text
