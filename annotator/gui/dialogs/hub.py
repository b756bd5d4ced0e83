"""The window's dialogs: opens each when it is asked for, and has the window go by what was set in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.breaks import Breaks
from annotator.gui.focus_line import FocusLine
from annotator.gui.refusals import in_words
from annotator.gui.ways import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from annotator.gui.article.view import ArticleView
    from annotator.gui.gestures.bulk import Bulk
    from annotator.gui.main_window import MainWindow
    from annotator.gui.notice import NoticeBar
    from annotator.gui.preferences import Preferences

# Settings that are read while the window is made: with another value it is made anew.
AT_ONCE = frozenset({"language"})
AFTERWARDS = frozenset({"interface_scale", "keys"})
READING = frozenset({"font_family", "font_size", "line_height", "measure", "role_arcs"})
LOOK_FOR_BREAKS = 20_000  # milliseconds between two looks at whether a break is due


class Dialogs(QObject):
    """Opens the dialogs over a window."""

    remake_wanted = Signal(int)  # the page of the settings to show in the new window, -1 for none
    other_wanted = Signal()
    import_wanted = Signal(object)  # dialogs.importing.Wanted

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._breaks = Breaks()
        self._has_stale_parts = False
        self._read: list[ArticleView] = []  # the articles that go by the settings
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_FOR_BREAKS)
        self._clock.timeout.connect(self.look_for_break)

    def apply(self) -> None:
        """Has the window go by the settings, now and whenever they change; once its parts are there."""
        self._preferences.changed.connect(self._changed)
        self._show_ways()
        self.give_reading(self._window.article)
        self._follow_work()

    def _show_ways(self) -> None:
        window = self._window
        ways = [
            ("palette", self.tr("Run a command"), self.tr("Any command by a few letters of its name")),
            ("overview", self.tr("Keys"), self.tr("All keys at a glance")),
        ]
        if window.desk.session.project.meta("package") is not None:
            ways.insert(
                0, ("package_return", self.tr("Hand in"), self.tr("Writes your work into one file to send back"))
            )
        for action, text, about in ways:
            chord = next(iter(window.keymap.chords(action)), "")
            way = Way(text, chord, about, window.article.theme)
            way.clicked.connect(partial(self._run, action))
            window.top.add_way(way)

    def _run(self, action: str, _checked: bool = False) -> None:
        self._window.keys.run(action)

    def tend(self, notice: NoticeBar) -> None:
        """Follows the bar of notes, once it is there."""
        notice.left.connect(self._window.places.take_focus)
        notice.moved.connect(lambda: QTimer.singleShot(0, self, self._move_focus_line))

    def _move_focus_line(self) -> None:
        line = self._window.findChild(FocusLine)
        if line is not None:
            line.follow()

    def stop(self) -> None:
        """Goes by nothing any more, before the window ends; keeps the size the article was given."""
        self._clock.stop()
        self._keep_size()

    def _keep_size(self) -> None:
        points = self._window.article.points
        if points != self._preferences.settings.font_size:
            self._preferences.change(font_size=points)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "palette": self.palette,
            "overview": self.overview,
            "settings": self.settings,
            "about": self.about,
            "note": self._to_note,
            "arcs": self._switch_arcs,
            "other_project": self.other_wanted.emit,
            "import_articles": self.import_articles,
            "export_labels": self.export_labels,
        }

    # -- dialogs ----------------------------------------------------------------------------------------

    def palette(self) -> None:
        """Asks for a command by name and runs it."""
        from annotator.gui.dialogs.palette import CommandPalette  # lazy: the window starts without its dialogs

        asked = CommandPalette(self._window.keymap, self._window.article.theme, parent=self._window)
        asked.place_over(self._window)
        asked.exec()
        chosen = asked.chosen
        asked.deleteLater()
        if chosen:
            self._window.places.take_focus()  # commands are about what is at hand there
            self._window.keys.run(chosen)

    def overview(self) -> None:
        """Shows all keys."""
        from annotator.gui.dialogs.overview import KeyOverview  # lazy: the window starts without its dialogs

        window = self._window
        shown = KeyOverview(window.keymap, window.desk.scheme, window.article.theme, parent=window)
        shown.exec()
        shown.deleteLater()

    def import_articles(self) -> None:
        """Asks for articles and shows what they would bring; the import itself is for whoever holds the project."""
        from annotator.gui.dialogs.importing import ImportDialog  # lazy: the window starts without its dialogs

        window = self._window
        project = window.desk.session.project
        if project.is_read_only:
            window.tell_read_only()
            return
        asked = ImportDialog(project.path, window.desk.scheme, window.article.theme, parent=window)
        asked.exec()
        wanted = asked.wanted
        asked.deleteLater()
        if wanted is not None:
            self.import_wanted.emit(wanted)

    def export_labels(self) -> None:
        """Asks whose labels go where, as what, and writes them beside the window."""
        from annotator.gui.dialogs.exporting import ExportDialog  # lazy: the window starts without its dialogs

        window = self._window
        shown = ExportDialog(window.desk.session.project, window.desk.scheme, window.article.theme, parent=window)
        shown.exec()
        shown.deleteLater()

    def tell(self, text: str) -> None:
        """Says something above the article until it is closed."""
        from annotator.gui.notice import Answer, Notice  # lazy: a window without a note needs none

        close = Answer(self.tr("Close"), self.tr("Closes the note"))
        self._window.notice.tell(Notice(text, "note", (close,)))

    def tell_planted(self) -> None:
        """Says that some suggestions are wrong on purpose, where the lead has set that."""
        self.tell(
            self.tr(
                "Some suggestions in this project may be wrong on purpose, to see whether they are read. Reject them "
                "as you would any other."
            )
        )

    def about(self) -> None:
        """Shows versions and licences."""
        from annotator.gui.dialogs.about import About  # lazy: the window starts without its dialogs

        shown = About(self._window.article.theme, parent=self._window)
        shown.exec()
        shown.deleteLater()

    def settings(self, page: int = 0, *, at: Collection[str] = ()) -> None:
        """Shows the settings, with the keys at one of those named; what they change holds at once."""
        from annotator.gui.dialogs.settings import SettingsDialog  # lazy: the window starts without its dialogs

        window = self._window
        self._keep_size()  # it is to show the size that is seen
        shown = SettingsDialog(
            self._preferences, [window.desk.scheme], window.article.theme, page=page, at=at, parent=window
        )
        again = -1

        def follow(names: frozenset[str]) -> None:
            nonlocal again
            shown.set_theme(window.article.theme)
            if names & AT_ONCE:
                again = shown.stack.currentIndex()
                shown.accept()

        self._preferences.changed.connect(follow)
        shown.exec()
        # The preferences outlive the dialog: left connected, the next change would colour one that is gone.
        self._preferences.changed.disconnect(follow)
        shown.deleteLater()
        if again >= 0 or self._has_stale_parts:
            self._has_stale_parts = False
            self.remake_wanted.emit(again)

    def settings_soon(self, page: int) -> None:
        """Shows the settings as soon as the window made anew is up, where they were: at what had it made anew."""
        QTimer.singleShot(0, self, lambda: self.settings(page, at=AT_ONCE))

    def _to_note(self) -> None:
        if not (self._window.is_made("notice") and self._window.notice.take_focus()):
            self._window.status.refuse(self.tr("there is no note above the article"))

    def _switch_arcs(self) -> None:
        has_arcs = not self._preferences.settings.role_arcs
        why = self._preferences.change(role_arcs=has_arcs)
        if why:  # the settings cannot be kept; what was asked for is done all the same
            self._window.article.overlay.set_arcs(has_arcs)
        self._window.desk.said.emit(
            self.tr("roles are drawn as arcs") if has_arcs else self.tr("roles are listed in the inspector only")
        )

    # -- notes ------------------------------------------------------------------------------------------

    def show_read_only_note(self, path: Path) -> None:
        """Says that nothing can be decided in this window, and who has the project open or what its folder lacks."""
        from annotator.gui.notice import Answer, Notice  # lazy: a window without a note needs none
        from annotator.gui.reading_only import why_reading_only  # lazy: as above

        close = Answer(self.tr("Close"), self.tr("Closes the note; the window stays as it is"))
        self._window.notice.tell(Notice(why_reading_only(path), "note", (close,)))

    def show_content_note(self, replica: str) -> None:
        """Says what the articles are about, unless this user has put that away for this project."""
        told = self._content_told()
        if not told or replica in self._preferences.settings.notes_put_away:
            return
        from annotator.gui.notice import Answer, Notice  # lazy: a window without a note needs none

        skip = next(iter(self._window.keymap.chords("skip")), "")
        text = f"{told} {self.tr('You may stop at any article and take a break whenever you like.')}"
        if skip:
            text = f"{text} {self.tr('{key} skips an article.').format(key=skip)}"
        put_away = Answer(
            self.tr("Don't show again for this project"),
            self.tr("Closes the note for good, for this project and for you"),
            lambda: self._put_away(replica),
        )
        close = Answer(self.tr("Close"), self.tr("Closes the note; it comes back when the project is opened again"))
        self._window.notice.tell(Notice(text, "note", (put_away, close)))

    def _content_told(self) -> str:
        """What the scheme tells of the articles; of war where it is one of the program's own, made for such news."""
        scheme, language = self._window.desk.scheme, self._window.language
        if scheme.note:
            return scheme.note.get(language) or scheme.note.get("en") or next(iter(scheme.note.values()))
        from annotator.services.schemes import builtin_names  # lazy: the window is painted first

        if scheme.name in builtin_names():
            return self.tr("These articles tell of war: of violence, wounded and dead.")
        return ""

    def _put_away(self, replica: str) -> None:
        why = self._preferences.change(notes_put_away=(*self._preferences.settings.notes_put_away, replica)[-500:])
        if why:
            self._window.status.refuse(why)

    def show_problems(self) -> None:
        """Says which settings in the file did not count."""
        from annotator.gui.notice import Answer, Notice  # lazy: a window without a note needs none

        for problem in self._preferences.problems:
            said = self.tr("A setting does not count: {what} · {todo}").format(
                what=in_words(problem.what), todo=in_words(problem.todo)
            )
            close = Answer(self.tr("Close"), self.tr("Closes the note"))
            opening = Answer(self.tr("Settings …"), self.tr("Opens the settings"), self.settings)
            self._window.notice.tell(Notice(said, "settings", (close, opening)))

    def look_for_break(self) -> None:
        """Reminds of a break where one is due and wanted."""
        settings = self._preferences.settings
        is_due = self._breaks.is_due(self._window.desk.activity.sitting, after=settings.break_minutes * 60.0)
        if not (is_due and settings.break_reminder):
            return
        if self._window.is_made("notice") and self._window.notice.holds("break"):
            return  # who did not answer the last one has not seen it: two would say no more
        from annotator.gui.notice import Answer, Notice  # lazy: a window without a note needs none

        text = self.tr("{minutes} minutes of work: time for a break. Everything is saved.")
        close = Answer(self.tr("Close"), self.tr("Closes the reminder; the next one comes after as long again"))
        self._window.notice.tell(Notice(text.format(minutes=settings.break_minutes), "break", (close,)))

    # -- what settings do -------------------------------------------------------------------------------

    def _changed(self, names: frozenset[str]) -> None:
        if names & READING:
            for view in self._read:
                self._set(view, None if "font_size" in names else view.points)
        self._follow_work()
        self._has_stale_parts = self._has_stale_parts or bool(names & AFTERWARDS)

    def give_reading(self, view: ArticleView) -> None:
        """Has an article be set as the settings have it, from now on."""
        self._read.append(view)
        self._set(view)

    def _set(self, view: ArticleView, points: float | None = None) -> None:
        """Sets an article by the settings, in the size that it has by keys or wheel where that is given."""
        one = self._preferences.settings
        view.set_reading(
            family=one.font_family, points=points or one.font_size, spacing=one.line_height / 100, measure=one.measure
        )
        if view.overlay.has_arcs != one.role_arcs:
            view.overlay.set_arcs(one.role_arcs)

    def give_threshold(self, bulk: Bulk) -> None:
        """Has suggestions be accepted together from the score that the settings have."""
        bulk.set_threshold(self._preferences.settings.accept_threshold)

    def _follow_work(self) -> None:
        one = self._preferences.settings
        self._window.desk.activity.idle_after = float(one.idle_limit)
        if self._window.is_made("keys"):
            self.give_threshold(self._window.keys.bulk)
        self._clock.start() if one.break_reminder else self._clock.stop()
