"""Starts the desk: the application with its look, the project, the worker for suggestions, the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.errors import KnownError
from annotator.gui.handed_in import project_of
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.preferences import Preferences
from annotator.gui.safeguards import CrashGuard, EndingSignals, HourlyBackups, show_plainly
from annotator.gui.sitting import DESK_POINTS, SIZE, Sitting, ask_for_project, opened, remember
from annotator.gui.theme import desk_font, lay_on, system_theme
from annotator.nlp.client import WorkerClient
from annotator.resources import resource
from annotator.services.projects import open_session
from annotator.services.safe_mode import is_safe_mode
from annotator.services.settings_file import SettingsFile
from annotator.services.suggesting import known_names, suggest_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion
    from annotator.gui.background import Suggest
    from annotator.services.session import Session


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
        found.setApplicationVersion(__version__)
        found.setDesktopFileName("annotator")  # by which Wayland and docks find the icon
        found.setWindowIcon(QIcon(str(resource("icons", "annotator.svg"))))
    found.setFont(desk_font(DESK_POINTS))
    lay_on(found, system_theme(look))
    return found


def run_desk(project: Path | None, actor: str | None, document: str | None) -> int:
    """Shows the desk until it is closed; the exit code of the process.

    Raises KnownError A003 without a display, and what opening a project raises that the caller named.
    """
    qt = application()
    guard, signals = CrashGuard(), EndingSignals(qt)
    guard.install()
    try:
        return _sit_by_turns(qt, project, actor, document)
    finally:
        signals.remove()
        guard.remove()


def say_refusal(error: KnownError) -> None:
    """Shows why the desk did not open, to someone who has no terminal to read it on."""
    application()
    show_plainly("annotator", f"{error.what}\n\n{error.todo}\n\n{error.code}")


def _sit_by_turns(qt: QApplication, project: Path | None, actor: str | None, document: str | None) -> int:
    # In safe mode the settings are the program's own, and are not kept.
    preferences = Preferences(None if is_safe_mode() else SettingsFile())
    refusal = ""
    while True:
        is_named = project is not None
        path = project or ask_for_project(qt, preferences, refusal)
        if path is None:
            return 0
        try:
            path = project_of(path)
            code, wants_other = _sit(qt, path, preferences, actor, document)
        except KnownError as error:
            if is_named:
                raise
            refusal = f"{error.what} · {error.todo}"
            continue
        if not wants_other:
            return code
        project, document, refusal = None, None, ""


def _sit(
    qt: QApplication, path: Path, preferences: Preferences, actor: str | None, document: str | None
) -> tuple[int, bool]:
    """One sitting at a project: the exit code, and whether another project is wanted now."""
    with opened(path) as project, WorkerClient() as worker:
        name = actor or (None if project.meta("annotator") else preferences.settings.annotator) or None
        session = open_session(project, name)
        remember(project.path, preferences)
        sitting = Sitting(session, preferences, qt, _suggester(session, worker))
        backups = HourlyBackups(project.path)
        sitting.begin(document)
        code = qt.exec()
        backups.stop()
        sitting.end()
        return code, sitting.wants_other


def picture_of(
    session: Session, document: str, path: Path, *, look: str = "light", scale: float = 1.0, language: str = "en"
) -> None:
    """Paints the desk with the document open into a PNG, at hand its first open suggestion; needs no display."""
    if QGuiApplication.instance() is None and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale != 1.0 and QGuiApplication.instance() is None:
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    qt = application(look=look)
    speak(qt, language)
    window = MainWindow(session, theme=system_theme(look), language=language)
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


def _suggester(session: Session, worker: WorkerClient) -> Suggest:
    names = known_names(session.project)

    def suggest(document: Document) -> Sequence[Suggestion]:
        return suggest_for(document, session.scheme, worker.call, names=names)

    return suggest


def _has_display() -> bool:
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_display() -> None:
    if not _has_display():
        raise KnownError("A003", "there is no display to show a window on", "log in on a desktop, or use the commands")
