"""What a start of the window loads, in a process of its own, and the article it begins with."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from annotator.core import command as c
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.services.conduct import Conduct

SCRIPT = """
import sys
from pathlib import Path
from annotator.gui.app import picture_of
from annotator.gui.inspector.painted import Prose
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.services.projects import open_session
from annotator.store.project import Project
close = MainWindow.close
def close_looked_at(window):
    said = [prose for prose in window.findChildren(Prose) if prose.isVisibleTo(window) and prose.heightForWidth(200)]
    print(len(said) > 0, [prose.height() for prose in said if prose.height() < prose.heightForWidth(prose.width())])
    return close(window)
MainWindow.close = close_looked_at
with Project.open(Path(sys.argv[1])) as project:
    picture_of(open_session(project, "anna"), "d1", Path(sys.argv[2]))
print([name for name in ("spacy", "pandas", "numpy", "sqlite_utils", "typer", "rich") if name in sys.modules])
"""


def test_a_picture_needs_no_display_and_nothing_heavy(project, tmp_path, root) -> None:
    project.close()
    picture = tmp_path / "window.png"
    environment = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project.path), str(picture)],
        cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert not result.stderr
    assert result.stdout.split("\n")[:2] == ["True []", "[]"]  # no text is cut; nothing heavy was loaded
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


class Watch(QObject):
    """Notes which parts of a window were there when its article was first painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.there = window, None
        window.article.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.there is None:
            self.there = {name for name in ("queue", "inspector", "keys", "hints") if self.window.is_made(name)}
        return False


def test_a_sitting_begins_where_the_last_one_was_left(qtbot, session) -> None:
    def opened() -> str | None:
        window = MainWindow(session, theme=LIGHT)
        qtbot.addWidget(window)
        window.open_first()
        document = window.desk.document
        window.close()
        return document

    assert opened() == "d1"
    session.do(c.AddComment(document="d2", text="hm"))
    assert opened() == "d2"
    session.do(c.SetStatus(document="d2", status="done"))
    assert opened() == "d3", "the next after it, not the first again"
    session.do(c.SetStatus(document="d3", status="skipped"))
    assert opened() == "d1"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_article_that_is_not_there_is_told_and_the_work_goes_on_at_another(qtbot, session, language) -> None:
    speak(QApplication.instance(), language)
    try:
        window = MainWindow(session, theme=LIGHT)
        qtbot.addWidget(window)
        window.show()
        window.open_first("UNKNOWN")
        window.settle()
        assert window.desk.document == window.article.document.id == "d1"
        said = {"en": "There is no article “UNKNOWN” here", "nl": "Een artikel “UNKNOWN” is hier niet te openen"}
        assert window.notice.isVisible()
        assert said[language] in window.notice._shown.text
        window.close()
    finally:
        speak(QApplication.instance(), "en")


@pytest.fixture
def begun(qtbot, session):
    """A window that opened its first article, in a project whose lead has set an order, and its list in order."""
    session.conduct = Conduct(order="easiest")

    def begin(meanwhile=lambda _window: None) -> MainWindow:
        window = MainWindow(session, theme=LIGHT)
        qtbot.addWidget(window)
        window.open_first()
        window.show()
        window.settle()
        assert window.desk.document == "d1", "nobody waits for the order"
        meanwhile(window)
        qtbot.waitUntil(lambda: list(window.queue.model.ids) == ["d3", "d2", "d1"], timeout=5_000)
        return window

    return begin


def test_a_sitting_begins_with_the_first_of_the_order_that_the_lead_has_set(begun) -> None:
    window = begun()
    assert window.desk.document == "d3", "there is nothing to decide in it"
    window.settle()
    assert window.status.document.text() == "Article 1 of 3"
    window.close()


def test_who_has_begun_meanwhile_is_left_at_the_article(begun) -> None:
    window = begun(lambda window: window.keys.run("next_suggestion"))
    assert window.desk.document == "d1"
    window.settle()
    assert window.status.document.text() == "Article 3 of 3"
    window.close()


def test_who_may_be_reading_by_now_is_left_at_the_article(begun, monkeypatch) -> None:
    monkeypatch.setattr("annotator.gui.desk.PATIENCE", -1.0)
    window = begun()
    assert window.desk.document == "d1"
    window.close()


def test_the_article_is_painted_before_its_neighbours_are_made(qtbot, session) -> None:
    window = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    watch = Watch(window)
    window.open_first("d2")
    window.show()
    place = window.article.geometry()
    qtbot.waitUntil(lambda: window.is_made("speaker"))
    assert watch.there == set()
    assert window.article.geometry().left() == place.left()  # the list stands where room was kept for it
    assert [part.isVisible() for part in (window.queue, window.inspector)] == [True, True]
    assert window.queue.model.id_at(window.queue.list.currentIndex().row()) == "d2"
    assert QApplication.focusWidget() is window.article
    order = [window.queue.filter, window.queue.list, window.article]
    chain, at = [], window
    while (at := at.nextInFocusChain()) is not window:
        chain.append(at)
    assert [part for part in chain if part in order] == order
    window.close()
