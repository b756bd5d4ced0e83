"""Starts the desk: the application with its look, the project, the worker for suggestions, the window."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.errors import KnownError
from annotator.gui.coming_up import Guards, Suggesting, collect_again
from annotator.gui.handed_in import project_of
from annotator.gui.language import speak, wanted_language
from annotator.gui.main_window import MainWindow
from annotator.gui.no_window import said_in_a_line
from annotator.gui.preferences import Preferences
from annotator.gui.sitting import DESK_POINTS, SIZE, Door, Sitting, ask_for_project, dress, opened, remember
from annotator.gui.theme import desk_font, lay_on, system_theme
from annotator.resources import resource
from annotator.services.projects import open_session
from annotator.services.safe_mode import is_safe_mode
from annotator.services.settings_file import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.dialogs.importing import Wanted
    from annotator.gui.theme import Theme
    from annotator.services.session import Session


def application(*, look: str = "system", with_sheet: bool = True) -> QApplication:
    """The one application object of this process, made and dressed where it is not there yet.

    Without its style sheet where the first window is to be there soon (`Sitting` sets it then).

    Raises KnownError A003 where there is no display to show anything on.
    """
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        _require_display()
        with said_in_a_line():
            found = QApplication(sys.argv[:1])
        found.setApplicationName("annotator")
        found.setApplicationDisplayName("annotator")
        found.setApplicationVersion(__version__)
        found.setDesktopFileName("annotator")  # by which Wayland and docks find the icon
    found.setFont(desk_font(DESK_POINTS))
    lay_on(found, system_theme(look), with_sheet=with_sheet)
    return found


def run_desk(project: Path | None, actor: str | None, document: str | None) -> int:
    """Shows the desk until it is closed; the exit code of the process.

    Raises KnownError A003 without a display, and what opening a project raises that the caller named.
    """
    qt = application(with_sheet=project is None)
    guards = Guards(qt)
    guards.install()
    try:
        return _sit_by_turns(qt, guards, project, actor, document)
    finally:
        guards.remove()
        gc.enable()


def say_refusal(error: KnownError) -> None:
    """Shows why the desk did not open, to someone who has no terminal to read it on."""
    from annotator.gui.refusals import in_words  # lazy: a desk that opens shows nothing of the kind
    from annotator.gui.safeguards import show_plainly  # lazy: as above

    _speak_as_set(application())
    show_plainly(f"{in_words(error.what)}\n\n{in_words(error.todo)}\n\n{error.code}")


def say_defect(error: Exception) -> None:
    """Shows that a defect kept the desk from opening, and where the log is; with as little of Qt as that takes."""
    from annotator.gui.safeguards import defect_words, show_plainly  # lazy: as in `say_refusal`
    from annotator.services.crash_log import log_path  # lazy: as in `say_refusal`

    found = QApplication.instance()
    qt = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    with suppress(Exception):  # settings or translation may be what is broken
        _speak_as_set(qt)
    show_plainly(defect_words(f"{type(error).__name__}: {error}"[:500], log_path()))


def _speak_as_set(qt: QApplication) -> None:
    settings = Preferences(None if is_safe_mode() else SettingsFile()).settings
    speak(qt, wanted_language(settings.language))


def _sit_by_turns(
    qt: QApplication, guards: Guards, project: Path | None, actor: str | None, document: str | None
) -> int:
    # In safe mode the settings are the program's own, and are not kept.
    preferences = Preferences(None if is_safe_mode() else SettingsFile())
    refusal = news = ""
    while True:
        is_named = project is not None
        if not is_named:
            collect_again()
            guards.complete()
        door = Door(project, False) if project else ask_for_project(qt, preferences, refusal)
        if door is None:
            return 0
        path = door.path
        try:
            path = project_of(path)
            first = "scheme" if door.wants_scheme else ""
            ended = _sit(qt, guards, path, preferences, actor, document, news, first=first)
        except KnownError as error:
            if is_named:
                raise
            refusal = error.said
            continue
        refusal = news = ""
        if ended.wanted_import is not None:
            news = _import(path, ended.wanted_import, dress(qt, preferences))
            project, document = path, ended.document
        elif ended.wants_other:
            project = document = None
        else:
            return ended.code


class _Ended(NamedTuple):
    """How a sitting ended: the exit code, whether another project is wanted, or an import into this one."""

    code: int
    wants_other: bool
    wanted_import: Wanted | None
    document: str | None  # that was open


def _import(path: Path, wanted: Wanted, theme: Theme) -> str:
    """Brings articles into a project that is closed; says how it ended."""
    from annotator.gui.importing.doing import Doing  # lazy: most sittings import nothing

    doing = Doing(path, wanted, theme)
    doing.exec()
    said = doing.said
    doing.deleteLater()
    return said


def _sit(
    qt: QApplication,
    guards: Guards,
    path: Path,
    preferences: Preferences,
    actor: str | None,
    document: str | None,
    news: str,
    *,
    first: str = "",
) -> _Ended:
    """One sitting at a project, with what is to be said at its beginning, and the action that it begins with."""
    with opened(path, qt, preferences) as project:
        name = actor or (None if project.meta("annotator") else preferences.settings.annotator) or None
        session = open_session(project, name)
        with closing(Suggesting(project.path, lambda: session.scheme)) as suggest:
            sitting = Sitting(session, preferences, qt, suggest)
            sitting.begin(document)
            if news:
                sitting.window.dialogs.tell(news)
            later = sitting.window.afterwards
            later.add(
                collect_again,
                guards.complete,
                partial(remember, project.path, preferences),
                partial(_show_icon, qt),
                sitting.back_up_hourly,
            )
            if first:
                later.add(lambda: QTimer.singleShot(0, sitting.window, lambda: sitting.window.keys.run(first)))
            code = qt.exec()
            sitting.end()
        return _Ended(code, sitting.wants_other, sitting.wanted_import, sitting.window.desk.document)


def picture_of(
    session: Session, document: str, path: Path, *, look: str = "light", scale: float = 1.0, language: str = "en"
) -> None:
    """Paints the desk with the document open into a PNG, at hand its first open suggestion; needs no display.

    Raises KnownError A002 where the picture cannot be written.
    """
    if QGuiApplication.instance() is None and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale != 1.0 and QGuiApplication.instance() is None:
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    qt = application(look=look)
    speak(qt, language)
    window = MainWindow(session, theme=system_theme(look), language=language)
    window.resize(*SIZE)
    _show_unseen(window)  # never shown, it would keep the heights from before its parts were filled
    qt.processEvents()
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


def _show_unseen(window: MainWindow) -> None:
    """Shows the window without putting it on a screen; what the platform says it cannot do with it goes unsaid."""
    from PySide6.QtCore import Qt, qInstallMessageHandler  # lazy: for pictures alone

    def say(_kind: object, _context: object, message: str) -> None:
        if "propagateSizeHints" not in message:
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(say)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()


def _show_icon(qt: QApplication) -> None:
    from PySide6.QtGui import QIcon  # lazy: it loads Qt's SVG

    qt.setWindowIcon(QIcon(str(resource("icons", "annotator.svg"))))


def _has_display() -> bool:
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_display() -> None:
    if not _has_display():
        raise KnownError("A003", "there is no display to show a window on", "log in on a desktop, or use the commands")
