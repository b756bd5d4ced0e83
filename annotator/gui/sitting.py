"""A sitting: welcome page and window by turns, the window made anew when its language or its fonts change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from annotator.errors import KnownError
from annotator.gui.language import speak, spoken_language, wanted_language
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import desk_font, lay_on, set_scale, system_theme
from annotator.gui.window_place import FRAME, first_division, left_as, put_as
from annotator.services.keymap import Keymap
from annotator.services.settings import MOST_RECENT
from annotator.store.opening import takes_long
from annotator.store.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from annotator.gui.background import Suggest
    from annotator.gui.dialogs.importing import Wanted
    from annotator.gui.preferences import Preferences
    from annotator.gui.safeguards import HourlyBackups
    from annotator.gui.theme import Theme
    from annotator.services.session import Session

DESK_POINTS = 10.0
SIZE = (1440, 900)
FLASH = 1_000  # milliseconds of a cursor's blinking, Qt's own


def dress(application: QApplication, preferences: Preferences, *, with_sheet: bool = True) -> Theme:
    """Gives the application the look, the fonts, the language and the motion of the settings; returns the look."""
    settings = preferences.settings
    theme = system_theme(settings.look)
    set_scale(settings.interface_scale / 100)
    application.setFont(desk_font(DESK_POINTS))
    lay_on(application, theme, with_sheet=with_sheet)
    if spoken_language() != wanted_language(settings.language):
        speak(application, wanted_language(settings.language))
    QGuiApplication.styleHints().setCursorFlashTime(0 if settings.reduced_motion else FLASH)
    for effect in (
        Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
    ):  # fmt: skip
        application.setEffectEnabled(effect, not settings.reduced_motion)
    return theme


class Door(NamedTuple):
    """The project that somebody wants to sit at, and whether to its scheme first: one that was made just now."""

    path: Path
    wants_scheme: bool


def ask_for_project(application: QApplication, preferences: Preferences, refusal: str = "") -> Door | None:
    """Shows the welcome page, with why the last door did not open, until one is taken; None when it is closed."""
    from annotator.gui.welcome.page import Welcome  # lazy: only a start without a project shows it

    while True:
        page = Welcome(preferences, dress(application, preferences))
        page.refuse(refusal)
        page.exec()
        path, is_stale = page.path, page.is_stale
        door = Door(path, page.wants_scheme) if path is not None else None
        page.deleteLater()
        if door is not None or not is_stale:
            return door


class Sitting(QObject):
    """One annotator at one project, from the first window to the last."""

    def __init__(
        self, session: Session, preferences: Preferences, application: QApplication, suggest: Suggest | None
    ) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._application = application
        self._suggest = suggest
        self._backups: HourlyBackups | None = None
        self.wants_other = False  # whether another project is wanted after this one
        self.wanted_import: Wanted | None = None  # articles to bring in before the next sitting at this project
        has_sheet = bool(application.styleSheet())
        theme = dress(application, preferences, with_sheet=has_sheet)
        self.window = self._made(theme)
        if not has_sheet:
            self.window.afterwards.add_first(partial(lay_on, application, theme))
        preferences.changed.connect(self._changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_look)

    def begin(self, document: str | None) -> None:
        """Shows the window with the document, with what is to be said before."""
        settings = self._preferences.settings
        if not put_as(self.window, settings.window):
            _fit(self.window)
            self.window.division = first_division(self.window.width(), letters=settings.interface_scale / 100)
        self.window.open_first(document)
        self.window.show()
        if self._session.project.is_read_only and _is_held(self._session.project.path):
            self.window.tell_read_only()
        self.window.afterwards.add(self._say_before)

    def back_up_hourly(self) -> None:
        """Makes backups from now on until the sitting ends."""
        from annotator.gui.safeguards import HourlyBackups  # lazy: the window is painted first

        self._backups = HourlyBackups(self._session.project.path)

    def _say_before(self) -> None:
        if self._session.project.is_read_only:
            self.window.dialogs.show_read_only_note(self._session.project.path)
        self.window.dialogs.show_problems()
        if self._session.conduct.planted:
            self.window.dialogs.tell_planted()
        self.window.dialogs.show_content_note(self._session.project.replica)

    def end(self) -> None:
        """Goes by the settings no more, and backs up no more; the next window will be as this one was left."""
        if self._backups is not None:
            self._backups.stop()
        self._preferences.changed.disconnect(self._changed)
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_look)
        before = self._preferences.settings.window
        left = left_as(self.window, before)
        if left != before:
            self._preferences.change(window=left)
        self.window.deleteLater()

    def _made(self, theme: Theme) -> MainWindow:
        settings = self._preferences.settings
        window = MainWindow(
            self._session, theme=theme, keymap=Keymap(settings.keys), suggest=self._suggest,
            language=spoken_language(), preferences=self._preferences,
        )  # fmt: skip
        window.dialogs.remake_wanted.connect(self._remake)
        window.dialogs.other_wanted.connect(self._leave)
        window.dialogs.import_wanted.connect(self._leave_to_import)
        window.afterwards.add(partial(_teach, window), partial(_divide, window, settings.interface_scale / 100))
        return window

    def _leave(self) -> None:
        self.wants_other = True
        self.window.close()

    def _leave_to_import(self, wanted: Wanted) -> None:
        # Nothing else may have the project open for writing meanwhile, and what is in it is read anew afterwards.
        self.wanted_import = wanted
        self.window.close()

    def _changed(self, names: frozenset[str]) -> None:
        if names & {"look", "reduced_motion"}:
            self._follow_look()

    def _follow_look(self) -> None:
        self.window.set_theme(dress(self._application, self._preferences))

    def _remake(self, page: int) -> None:
        """Puts a window made anew in the place of the present one: same document, same place, same mark at hand.

        What is being written over many articles is finished first.
        """
        old = self.window
        if old.desk.work.is_running:
            self._remake_later(old)
            return
        document = old.desk.document
        old.afterwards.finish()  # what the sitting put off is not lost with the window
        has_notices = bool(old.notice.take_all())
        new = self.window = self._made(dress(self._application, self._preferences))
        new.desk.activity = old.desk.activity  # the sitting goes on: its active time, and what it counts from
        new.queue.go_on_from(old.queue)
        new.queue.show_sitting(new.desk.activity.sitting)
        new.restoreGeometry(old.saveGeometry())
        new.division = old.division
        new.open_first(document)
        new.show()
        if new.desk.document == document:
            new.article.go_on_from(old.article)
        if has_notices:  # said anew: the old ones are in the old language, and their answers go to the old window
            self._say_before()
        old.close()
        old.deleteLater()
        if page >= 0:
            new.dialogs.settings_soon(page)

    def _remake_later(self, window: MainWindow) -> None:
        def remake() -> None:
            if window is self.window and window.isVisible():  # and not asked twice, or closed meanwhile
                self._remake(-1)

        window.desk.work.ended.connect(remake, Qt.ConnectionType.QueuedConnection)  # its outcome is told before
        window.desk.said.emit(self.tr("the window follows as soon as what is being written is done"))


def _teach(window: MainWindow) -> None:
    """Has a window learn from what is decided in it."""
    from annotator.gui.learning.teaching import Teaching  # lazy: the window is painted first

    Teaching(window).begin()


def _divide(window: MainWindow, letters: float) -> None:
    """Has list and inspector give way where the window is made narrower."""
    from annotator.gui.dividing import Dividing  # lazy: as above

    Dividing(window, letters=letters)


def remember(path: Path, preferences: Preferences) -> None:
    """Puts the project at the head of the recent ones."""
    here = str(path.resolve())
    recent = [here, *(one for one in preferences.settings.recent if one != here)]
    preferences.change(recent=tuple(recent[:MOST_RECENT]))


def opened(path: Path, application: QApplication, preferences: Preferences) -> Project:
    """The project, for reading only where another process holds it or nothing can be written beside it.

    Raises what opening raises.
    """
    try:
        if takes_long(path):
            from annotator.gui.upgrading import told  # lazy: once a version, for a large project

            dress(application, preferences)
            with told(path.name):
                return Project.open(path)
        return Project.open(path)
    except KnownError as error:
        if error.code not in ("A103", "A108"):
            raise
        try:
            return Project.open(path, read_only=True)
        except KnownError as again:
            raise (again if error.code == "A103" else error) from again


def _is_held(path: Path) -> bool:
    from annotator.store.lock import ProjectLock  # lazy: for reading only is the exception

    return ProjectLock(path).holder() is not None


def _fit(window: MainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    space = screen.availableSize() if screen is not None else None
    width, height = SIZE
    if space is not None:  # the status line must not lie below the screen
        width, height = min(width, space.width() - FRAME[0]), min(height, space.height() - FRAME[1])
    window.resize(width, height)
