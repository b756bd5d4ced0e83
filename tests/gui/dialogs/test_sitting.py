"""A sitting goes by the settings from its first window to its last, and changes language without a restart."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.core.command import ApplyToAll, CreateSpan
from annotator.errors import KnownError
from annotator.gui.article import selection as selecting
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.learning.teaching import Teaching
from annotator.gui.parts import PlainLabel
from annotator.gui.preferences import Preferences
from annotator.gui.sitting import FRAME, Sitting, dress, opened, remember
from annotator.gui.upgrading import UpdateNote
from annotator.gui.window_place import first_division
from annotator.services.conduct import Conduct
from annotator.services.projects import open_session
from annotator.services.settings import MOST_RECENT
from annotator.services.settings_file import SettingsFile
from annotator.store import opening
from annotator.store.system_lock import SystemLock
from tests.gui.conftest import TEXT
from tests.samples import at

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def sitting(qapp, session, preferences, language, letters):
    preferences.change(language="en", look="light")
    made = Sitting(session, preferences, qapp, None)
    made.begin("d1")
    QApplication.processEvents()
    yield made
    made.window.close()
    made.end()
    preferences.change(look="light", reduced_motion=False, interface_scale=100, language="en", font_size=13.5)
    dress(qapp, preferences)


def test_a_project_beside_which_nothing_can_be_written_is_there_to_read(
    qapp, session, preferences, monkeypatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    project = session.project
    project.close()
    monkeypatch.setattr(SystemLock, "acquire", refuse)
    with opened(project.path, qapp, preferences) as found:
        assert found.is_read_only
        assert found.document_ids() == ["d1", "d2", "d3"]
        sitting = Sitting(open_session(found, "anna"), preferences, qapp, None)
        sitting.begin("d1")
        assert "another process" not in sitting.window.status.message.text()
        sitting.window.settle()
        assert f"nothing can be written in the folder of the project, {project.path.parent}" in (
            sitting.window.notice.shown.text
        )
        sitting.window.close()
        sitting.end()
    with pytest.raises(KnownError, match=r"^A001"):
        opened(project.path.with_name("nobody.annotator"), qapp, preferences)


def test_the_look_changes_at_once(sitting, preferences) -> None:
    window = sitting.window
    preferences.change(look="dark")
    assert window.article.theme.name == "dark"
    assert sitting.window is window


def test_the_language_changes_without_a_restart(qtbot, sitting, preferences) -> None:
    window = sitting.window
    window.keys.run("next_suggestion")
    at_hand = window.article.current.id
    activity = window.desk.activity
    reached, at = [], []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SettingsDialog) or dialog.windowTitle() in reached:
            return
        reached.append(dialog.windowTitle())
        if len(reached) == 1:
            control = dialog.pages[0].editors["language"].control
            control.setCurrentIndex(control.findData("nl"))
        else:
            at.append(dialog.focusWidget() is dialog.pages[0].editors["language"].control)
            dialog.reject()  # it has come back in the new window

    looking = QTimer()
    looking.setInterval(10)
    looking.timeout.connect(look)
    looking.start()
    window.dialogs.settings(0)
    qtbot.waitUntil(lambda: len(reached) == 2)
    looking.stop()
    assert reached == ["Settings", "Instellingen"]
    assert at == [True], "the keys are where they were"
    assert sitting.window is not window
    assert sitting.window.article.current.id == at_hand
    sitting.window.settle()
    assert sitting.window.status.document.text() == "Artikel 1 van 3"
    said = sitting.window.notice.shown
    assert said is not None, "what was said before is still to be seen"
    assert said.text.startswith("Deze artikelen"), "in the language of now"
    assert sitting.window.desk.activity is activity, "the active time of the sitting goes on"
    preferences.change(measure=60)  # the dialog that is gone must not be coloured


def test_the_count_of_the_sitting_and_the_filter_outlive_a_change_of_language(sitting, preferences) -> None:
    window = sitting.window
    window.desk.set_status("done")
    window.settle()
    window.queue.filter.setText("zwijgt")
    preferences.change(language="nl")
    window.dialogs.remake_wanted.emit(-1)
    assert sitting.window is not window
    assert sitting.window.queue._sitting.text().startswith("Deze zitting: 1 klaar")
    assert sitting.window.queue.filter.text() == "zwijgt"
    assert sitting.window.height() == window.height()  # in Dutch its parts need more width than this screen has


def test_the_place_in_the_article_outlives_a_change_of_language(sitting, preferences) -> None:
    window = sitting.window
    window.resize(900, 330)
    preferences.change(font_size=30.0)
    QApplication.processEvents()
    article = window.article
    article.set_selection(selecting.over(article.document, *at(TEXT, "burgemeester van Tal")))
    article.verticalScrollBar().setValue(article.verticalScrollBar().maximum() // 2)
    top = article.page.first_position()
    assert top > 0
    preferences.change(language="nl")
    window.dialogs.remake_wanted.emit(-1)
    QApplication.processEvents()
    again = sitting.window.article
    assert again is not article
    assert again.page.first_position() == top
    assert again.selected() == (at(TEXT, "burgemeester van Tal"),)


def test_long_work_is_finished_before_the_window_is_made_anew(qtbot, sitting, session, preferences) -> None:
    window = sitting.window
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=(at(TEXT, "Belga"),), id="s0"))
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.desk.work.begin(ApplyToAll(document="d1", span="s0", scope="undone"), "about", lambda _outcome: None)
    preferences.change(language="nl")
    window.dialogs.remake_wanted.emit(-1)
    assert sitting.window is window
    assert said == ["the window follows as soon as what is being written is done"]
    qtbot.waitUntil(lambda: sitting.window is not window, timeout=5_000)
    assert len(session.project.decided("d2", "anna").spans) == 1
    sitting.window.settle()
    assert sitting.window.status.document.text() == "Artikel 1 van 3"


def test_the_window_fits_a_laptop_at_twice_the_size(qapp, session, preferences, monkeypatch) -> None:
    class Small:
        def availableSize(self) -> QSize:
            return QSize(683, 384)

    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: Small())
    sitting = Sitting(session, preferences, qapp, None)
    sitting.begin("d1")
    try:
        assert sitting.window.width() + FRAME[0] <= 683
        assert sitting.window.article.width() >= 240
    finally:
        sitting.window.close()
        sitting.end()


def test_where_there_is_little_room_the_article_keeps_most_of_it() -> None:
    left, article, right = first_division(907, letters=1.0)
    assert article > 450
    assert left >= 180
    assert right >= 220
    assert first_division(1410, letters=1.0) == (260, 840, 310)
    assert first_division(1800, letters=1.0)[::2] == (260, 310)
    assert first_division(907, letters=1.5)[::2] == (260, 310), "large letters need the room"
    assert first_division(600, letters=1.0)[::2] == (180, 220)


def sit(session, preferences, qapp) -> Sitting:
    made = Sitting(session, preferences, qapp, None)
    made.begin("d1")
    QApplication.processEvents()
    return made


def test_the_next_window_is_as_the_last_one_was_left(qapp, session, preferences, letters) -> None:
    first = sit(session, preferences, qapp)
    first.window.resize(780, 510)
    first.window.move(9, 21)
    first.window.division = [190, 368, 220]
    QApplication.processEvents()
    widths = first.window.division
    first.window.close()
    first.end()
    assert preferences.settings.window == f"780x510+9+21 {'/'.join(map(str, widths))}"
    then = sit(session, Preferences(SettingsFile(preferences.file.path.parent)), qapp)
    try:
        assert (then.window.width(), then.window.height()) == (780, 510)
        assert (then.window.x(), then.window.y()) == (9, 21)
        then.window.settle()
        assert then.window.division == widths
    finally:
        then.window.close()
        then.end()


def test_a_window_that_filled_the_screen_does_so_again_and_keeps_what_it_goes_back_to(
    qapp, session, preferences
) -> None:
    preferences.change(window="770x500+5+7 185/363/220")
    made = sit(session, preferences, qapp)
    made.window.setWindowState(made.window.windowState() | Qt.WindowState.WindowMaximized)
    QApplication.processEvents()
    made.window.close()
    made.end()
    assert re.fullmatch(r"770x500\+5\+7 \d+/\d+/\d+ maximized", preferences.settings.window)
    then = sit(session, preferences, qapp)
    try:
        assert then.window.isMaximized()
    finally:
        then.window.close()
        then.end()


@pytest.mark.parametrize("left", ["", "wide", "780x510+90000+21 190/368/220", "9999x9999-9000+21 190/368/220"])
def test_a_window_is_seen_wherever_it_was_left(qapp, session, preferences, left) -> None:
    preferences.change(window=left)
    made = sit(session, preferences, qapp)
    try:
        room = made.window.screen().availableGeometry()
        assert room.contains(made.window.pos() + QPoint(60, 10))
        assert made.window.height() <= room.height() - FRAME[1]
    finally:
        made.window.close()
        made.end()


def test_the_window_with_its_frame_fits_the_screen(sitting) -> None:
    room = sitting.window.screen().availableSize()
    assert sitting.window.height() <= room.height() - 30


def test_reading_changes_the_article_at_once(sitting, preferences) -> None:
    article = sitting.window.article
    column, line = article.page.measures.column, article.page.measures.line
    preferences.change(font_size=20.0)
    assert article.points == 20.0
    preferences.change(font_size=13.5, measure=50)
    assert article.page.measures.column < column
    preferences.change(measure=77, line_height=150)
    assert article.page.measures.line > 1.3 * line
    preferences.change(line_height=100)
    assert article.page.measures.line == line


def test_the_size_given_by_key_is_kept(sitting, preferences) -> None:
    sitting.window.keys.run("larger")
    sitting.window.close()
    assert preferences.settings.font_size == 14.5


def test_work_follows_its_settings(sitting, preferences) -> None:
    preferences.change(idle_limit=30, accept_threshold=0.5)
    assert sitting.window.desk.activity.idle_after == 30
    assert sitting.window.keys.bulk._threshold == 0.5


def test_keys_of_ones_own_are_in_force(qapp, session, preferences, language) -> None:
    preferences.change(keys={"accept": ["Ctrl+J"]}, language="en")
    sitting = Sitting(session, preferences, qapp, None)
    assert sitting.window.keymap.action("Ctrl+J", place="article") == "accept"
    sitting.window.close()
    sitting.end()


def test_less_motion_stops_blinking_and_sliding(sitting, preferences, qapp) -> None:
    preferences.change(reduced_motion=True)
    assert QGuiApplication.styleHints().cursorFlashTime() == 0


def test_the_content_note_comes_with_the_project(sitting) -> None:
    sitting.window.settle()
    assert "violence" in sitting.window.notice.shown.text


def test_another_project_is_wanted(sitting) -> None:
    sitting.window.keys.run("other_project")
    assert sitting.wants_other
    assert not sitting.window.isVisible()


def test_projects_are_remembered_the_latest_first(tmp_path, preferences) -> None:
    for number in range(MOST_RECENT + 3):
        remember(tmp_path / f"{number}.annotator", preferences)
    remember(tmp_path / "5.annotator", preferences)
    names = [one.rpartition("/")[2] for one in preferences.settings.recent]
    assert names[0] == "5.annotator"
    assert len(names) == len(set(names)) == MOST_RECENT


def test_each_window_of_a_sitting_learns_and_the_old_one_stops(qtbot, sitting, preferences) -> None:
    first = sitting.window
    first.settle()
    teaching = first.findChild(Teaching)
    assert teaching is not None
    sitting._remake(-1)
    sitting.window.settle()
    assert sitting.window is not first
    assert sitting.window.findChild(Teaching) is not None
    assert teaching._thread is None


def test_that_suggestions_may_be_wrong_is_said_before_the_first(qapp, session, preferences, language, letters) -> None:
    session.conduct = Conduct(planted=0.1, seed=1)
    made = Sitting(session, preferences, qapp, None)
    made.begin("d1")
    made.window.settle()
    assert "wrong on purpose" in made.window.notice._shown.text
    made.window.close()
    made.end()


def test_a_large_project_of_an_older_version_says_what_takes_so_long(qapp, preferences, tmp_path, monkeypatch) -> None:
    path = Path(shutil.copy(DATA / "schema-1.annotator", tmp_path / "oud.annotator"))
    monkeypatch.setattr(opening, "LARGE", 10_000)
    shown = []
    migrate = opening.migrate

    def watched(*given, **more) -> None:
        shown.extend(one for one in QApplication.topLevelWidgets() if isinstance(one, UpdateNote) and one.isVisible())
        assert any("oud.annotator" in label.text() for label in shown[0].findChildren(PlainLabel))
        assert shown[0].is_painted
        migrate(*given, **more)

    monkeypatch.setattr(opening, "migrate", watched)
    with opened(path, qapp, preferences):
        assert len(shown) == 1
        assert not shown[0].isVisible()
    with opened(path, qapp, preferences):  # up to date by now: nothing is said
        assert len(shown) == 1


def test_the_first_window_is_painted_before_the_style_sheet_is_laid_on(qtbot, qapp, session, preferences) -> None:
    qapp.setStyleSheet("")
    sitting = Sitting(session, preferences, qapp, None)
    bar = sitting.window.article.verticalScrollBar()
    width = bar.sizeHint().width()
    sitting.begin("d1")
    assert qapp.styleSheet() == ""
    room = sitting.window.article.viewport().width()
    qtbot.waitUntil(lambda: bool(qapp.styleSheet()))
    QApplication.processEvents()
    assert bar.sizeHint().width() == width  # so no text moves
    assert sitting.window.article.viewport().width() == room
    sitting.window.close()
    sitting.end()
