"""Starts the desk: the application with its look, the project, the worker for suggestions, the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from annotator.errors import KnownError
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import desk_font, lay_on, system_theme
from annotator.nlp.client import WorkerClient
from annotator.resources import resource
from annotator.services.projects import open_session
from annotator.services.suggesting import known_names, suggest_for
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion
    from annotator.gui.background import Suggest
    from annotator.services.session import Session

DESK_POINTS = 10.0
SIZE = (1440, 900)


def application(*, look: str = "system") -> QApplication:
    """The one application object of this process, made and dressed where it is not there yet.

    Raises KnownError A003 where there is no display to show anything on.
    """
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        _require_display()
        found = QApplication(sys.argv[:1])
        found.setApplicationName("annotator")
        found.setApplicationDisplayName("annotator")
        found.setWindowIcon(QIcon(str(resource("icons", "annotator.svg"))))
    found.setFont(desk_font(DESK_POINTS))
    lay_on(found, system_theme(look))
    return found


def run_desk(project: Path | None, actor: str | None, document: str | None) -> int:
    """Shows the desk until it is closed; the exit code of the process.

    Raises KnownError A003 without a display, and what opening the project raises.
    """
    qt = application()
    if project is None:
        from annotator.gui.welcome import ask_for_project  # lazy: only the bare command shows the welcome page

        project = ask_for_project(system_theme())
        if project is None:
            return 0
    with _opened(project) as opened, WorkerClient() as worker:
        session = open_session(opened, actor)
        window = MainWindow(session, theme=system_theme(), suggest=_suggester(session, worker), language=_language())
        _follow_the_system(window)
        _fit(window)
        window.open_first(document)
        window.show()
        if opened.is_read_only:
            window.tell_read_only()
        code = qt.exec()
        window.deleteLater()
    return code


def picture_of(session: Session, document: str, path: Path, *, look: str = "light", scale: float = 1.0) -> None:
    """Paints the desk with the document open into a PNG, at hand its first open suggestion; needs no display."""
    if QGuiApplication.instance() is None and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale != 1.0 and QGuiApplication.instance() is None:
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    qt = application(look=look)
    window = MainWindow(session, theme=system_theme(look))
    window.resize(*SIZE)
    window.grab()  # lays the parts out without showing them
    window.open_first(document)
    window.keys.run("next_suggestion")
    window.settle()
    qt.processEvents()
    window.grab()  # the inspector takes its height from what it was just given
    is_saved = window.grab().save(str(path), "PNG")
    window.close()
    window.deleteLater()
    qt.processEvents()
    if not is_saved:
        raise KnownError("A002", f"{path} cannot be written", "choose another folder")


def _opened(path: Path) -> Project:
    try:
        return Project.open(path)
    except KnownError as error:
        if error.code != "A103":
            raise
    return Project.open(path, read_only=True)


def _suggester(session: Session, worker: WorkerClient) -> Suggest:
    names = known_names(session.project)

    def suggest(document: Document) -> Sequence[Suggestion]:
        return suggest_for(document, session.scheme, worker.call, names=names)

    return suggest


def _follow_the_system(window: MainWindow) -> None:
    def changed() -> None:
        qt = QApplication.instance()
        if isinstance(qt, QApplication):
            lay_on(qt, system_theme())
            window.set_theme(system_theme())

    QGuiApplication.styleHints().colorSchemeChanged.connect(changed)


def _language() -> str:
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def _fit(window: MainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    space = screen.availableSize() if screen is not None else None
    width, height = (min(SIZE[0], space.width()), min(SIZE[1], space.height())) if space is not None else SIZE
    window.resize(width, height)


def _has_display() -> bool:
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_display() -> None:
    if not _has_display():
        raise KnownError("A003", "there is no display to show a window on", "log in on a desktop, or use the commands")
