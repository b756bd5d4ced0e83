"""The window: queue, article and inspector side by side, a bar above and a line below, tied to one desk."""

from __future__ import annotations

import gc
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.errors import KnownError
from annotator.gui.afterwards import Afterwards
from annotator.gui.article import factory
from annotator.gui.article.view import READING_POINTS, ArticleView
from annotator.gui.desk import Desk
from annotator.gui.dialogs.hub import Dialogs
from annotator.gui.focus_line import FocusLine
from annotator.gui.key_names import use_keys
from annotator.gui.language import grouped
from annotator.gui.late_parts import NARROWEST_INSPECTOR, NARROWEST_QUEUE, LateParts, narrowest_article
from annotator.gui.parts import AFTER_PAINT
from annotator.gui.places import ANNOTATE, Places
from annotator.gui.preferences import Preferences
from annotator.gui.status_line import StatusLine
from annotator.gui.top_bar import TopBar
from annotator.services.keymap import Keymap
from annotator.services.session import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.background import Suggest
    from annotator.gui.theme import Theme
    from annotator.services.session import Session

IDLE = 1_500  # milliseconds without a decision after which there is time for upkeep
TICK = 1_000  # milliseconds between two looks at the active time
WIDTHS = (260, 840, 310)


class MainWindow(LateParts):
    """`suggest` fetches suggestions for a document that has none; without it none are fetched."""

    def __init__(
        self,
        session: Session,
        *,
        theme: Theme,
        keymap: Keymap | None = None,
        suggest: Suggest | None = None,
        language: str = "en",
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self.desk = Desk(session, parent=self)
        self.keymap = keymap or Keymap()
        use_keys(self.keymap)
        self.language = language
        name = session.project.path.stem
        self.setWindowTitle(f"{name} – {session.actor}")
        self.top = TopBar(name, session.actor, theme)
        factory.install()
        self.article = ArticleView(session.scheme, theme=theme)
        self.status = StatusLine(theme)
        self.afterwards = Afterwards(self.article.viewport())
        self._suggest = suggest
        self.dialogs = Dialogs(self, preferences or Preferences(parent=self))
        self._assemble()
        self._sides = [self.article]
        self._focus_line = FocusLine(self._sides, theme, parent=self)
        self.dialogs.apply()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_PAINT)
        self._later.timeout.connect(self._show_beside)
        self._stale: set[str] = set()
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._show_active)
        self._clock.start()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._use_idle_time)
        self._has_news = False  # whether it is still to be said what changed since the last sitting
        self._connect()
        if QAccessible.isActive():  # a reader hears what happens from the first on
            self.speaker  # noqa: B018  (making it is all)
        self.afterwards.add(
            partial(getattr, self, "queue"), partial(getattr, self, "inspector"), self._show_beside,
            lambda: self.queue.complete_later(), *self.modules_ahead(), partial(getattr, self, "keys"),
            partial(getattr, self, "speaker"),
        )  # fmt: skip

    def _assemble(self) -> None:
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        place_of_queue, place_of_inspector = QWidget(), QWidget()
        for part in (place_of_queue, self.article, place_of_inspector):
            self._parts.addWidget(part)
        place_of_queue.setMinimumWidth(NARROWEST_QUEUE)
        self.article.setMinimumWidth(narrowest_article())
        place_of_inspector.setMinimumWidth(NARROWEST_INSPECTOR)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes(list(WIDTHS))
        whole = QWidget()
        self._column = column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        self.places = Places(self, self._parts)
        column.addWidget(self.places.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def window_actions(self) -> dict[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "next_pane": lambda: self._go_to_part(1),
            "previous_pane": lambda: self._go_to_part(-1),
            "larger": lambda: self.article.set_points(self.article.points + 1),
            "smaller": lambda: self.article.set_points(self.article.points - 1),
            "plain_size": lambda: self.article.set_points(READING_POINTS),
            "show_hidden": self._show_hidden,
            "filter": self._filter,
            "quit": self.leave,
            **self.places.actions(),
        }

    def _connect(self) -> None:
        desk = self.desk
        desk.opened.connect(lambda state: self.status.follow_document(state.document.id))
        desk.opened.connect(self._show_document)
        desk.changed.connect(self._show_change)
        desk.suggested.connect(self._show_suggested)
        desk.touched.connect(self._note_touched)
        desk.said.connect(self.status.say)
        desk.refused.connect(self.status.refuse)
        desk.warned.connect(self.status.refuse)
        desk.alarmed.connect(self._sound_alarm)
        self.status.said.connect(lambda text: self.announce(text))
        self.status.urged.connect(lambda text: self.announce(text, is_urgent=True))
        desk.saved.connect(self.status.show_saved)
        self.top.place_wanted.connect(self.places.turn_to)
        self._parts.splitterMoved.connect(self._focus_line.follow)
        self.article.key_pressed.connect(lambda event: self.keys.in_article(event))
        self.article.edge_dropped.connect(lambda *dropped: self.keys.labelling.resize(*dropped))
        self.article.at_hand_changed.connect(self._at_hand_changed)
        self.article.at_hand_changed.connect(self.status.go_on)
        self.article.menu_wanted.connect(self._show_menu)

    # -- what is open -----------------------------------------------------------------------------------

    def open_first(self, document: str | None = None) -> None:
        """Opens the document named, else the one left at or the next that is not done, else the first."""
        is_open = document is not None and self.desk.open(document)
        first = None if is_open else self.desk.resumed() or self.queue.model.id_at(0)
        if first is not None:
            self.desk.open(first)
        elif not is_open:
            self.show_no_article()
        if document is not None and not is_open:
            said = self.tr("There is no article “{document}” here that can be opened; this is where the work goes on.")
            self.dialogs.tell(said.format(document=document[:100]))
        self._has_news = True
        self.article.setFocus()

    def _show_document(self, state: DocumentState) -> None:
        if self.is_made("hints"):
            self.hints.close_hints()
        self.article.show_state(state)
        if self.is_made("queue"):
            self.queue.show_open(state.document.id)
        self._request_suggestions(state)
        self._later.start()
        self._idle.start()

    def _show_change(self, state: DocumentState, targets: Iterable[str]) -> None:
        self.article.update_state(state, targets)
        self._later.start()
        self._idle.start()

    def _show_suggested(self, state: DocumentState) -> None:
        self.article.replace_state(state)
        many, count = self.tr("{count} suggestions"), len(state.suggestions)
        self.status.say(self.tr("1 suggestion") if count == 1 else many.format(count=grouped(count)))
        self._later.start()

    def _sound_alarm(self, what: str, way_back: str) -> None:
        self.status.alert(what, key=next(iter(self.keymap.chords(way_back)), ""))

    def _at_hand_changed(self) -> None:
        if self.is_made("hints"):
            self.hints.hand_moved()
        if self.is_made("keys"):
            self.keys.events.remember()
        self._later.start()

    def _note_touched(self, documents: set[str]) -> None:
        self._stale |= documents
        self._later.start()

    def _show_beside(self) -> None:
        """Brings inspector, status line and queue up to the article, after it was painted."""
        document = self.desk.document
        if document is None or self.places.at != ANNOTATE or not self.afterwards.has_begun:
            return
        if self._has_news:
            self._has_news = False
            news = self.beside.tell_changes()
            if news:
                self.dialogs.tell(news)  # until it is closed: the first article may give way to one that teaches more
        self.beside.show(number=self.queue.model.number_of(document) + 1, total=self.queue.model.rowCount())
        if self._stale:
            self.queue.model.rows_changed(self._stale)
            self._stale.clear()
            self.queue.count_again()

    def show_beside_soon(self) -> None:
        """Has inspector, status line and queue brought up to the article."""
        self._later.start()

    def _use_idle_time(self) -> None:
        """Upkeep that would cost more than a frame: folds the log into the file, collects garbage once."""
        if self.desk.work.is_running:  # all that it has planned would be looked through
            self._idle.start()
            return
        gc.collect()
        gc.freeze()
        with suppress(KnownError):  # an upkeep that fails now is done later; nothing depends on it
            self.desk.session.project.checkpoint()

    def tell_read_only(self) -> None:
        """Says that nothing can be decided, because another process holds the project."""
        self.status.refuse(self.tr("another process holds this project; it is open for reading only"))

    def settle(self) -> None:
        """Brings everything beside the article up to date at once, for pictures and tests."""
        self._later.stop()
        self.afterwards.finish()
        self._show_beside()

    def _show_menu(self, at: QPoint) -> None:
        from annotator.gui.menu import show_menu  # lazy: nobody asks for it while the window comes up

        show_menu(self.hand, self.keys, self.keymap, at)

    # -- suggestions from the background ----------------------------------------------------------------

    def _request_suggestions(self, state: DocumentState) -> None:
        project = self.desk.session.project
        if self._suggest is None or project.is_read_only or project.has_suggestions(state.document.id):
            return
        if self.desk.session.conduct.is_control(state.document.id):
            return
        is_new = not self.is_made("suggesting")
        thread = self.suggesting
        if thread is None:
            return
        if is_new:
            thread.found.connect(self._take_suggestions)
            thread.failed.connect(self._suggestions_failed)
        self.status.say(self.tr("fetching suggestions …"))
        thread.ask(state.document)

    def _take_suggestions(self, document: str, sha256: str, found: Sequence[Suggestion]) -> None:
        self.desk.take_suggestions(document, sha256, found, {"at": now(), "suggesters": ["rules"]})

    def _suggestions_failed(self, _document: str, why: str) -> None:
        self.status.refuse(self.tr("suggestions are not available: {why}").format(why=why))

    # -- actions of the window --------------------------------------------------------------------------

    def _show_active(self) -> None:
        self.status.show_active(self.desk.activity.in_document)
        if self.is_made("queue"):
            self.queue.show_sitting(self.desk.activity.sitting)

    def _show_hidden(self) -> None:
        self.status.say(self.beside.turn_hidden())
        self._later.start()

    def _filter(self) -> None:
        self.queue.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.queue.filter.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._focus_line.follow)  # when the parts have their new places

    def _go_to_part(self, step: int) -> None:
        parts: list[QWidget] = [self.queue.filter, self.queue.list, self.article, self.inspector]
        drawer = self.finding.drawer if self.is_made("finding") else None
        if drawer is not None and drawer.isVisible():
            parts.append(drawer)
        focused = self.focusWidget() or self
        held = next((number for number, part in enumerate(parts) if part.hasFocus()), 1)
        if drawer in parts and drawer.isAncestorOf(focused):
            held = len(parts) - 1
        parts[(held + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    # -- the window itself ------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look everywhere."""
        self._focus_line.set_theme(theme)
        self.top.set_theme(theme)
        self.article.set_theme(theme)
        if self.is_made("finding"):
            self.finding.set_theme()
        for name in ("queue", "inspector", "notice", "hints"):
            if self.is_made(name):
                getattr(self, name).set_theme(theme)
        self.status.set_theme(theme)
        self.places.set_theme(theme)
        self._show_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keys.in_window(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()  # what is under way is waited for below; nobody should see a window that does nothing
        self._clock.stop()
        self._later.stop()
        self._idle.stop()
        if self.is_made("queue"):
            self.queue.stop()
        self.places.close()
        self.afterwards.stop()
        if self.is_made("finding"):
            self.finding.stop()
        if self.is_made("beside"):
            self.beside.earlier.stop()
        self.dialogs.stop()
        if self.is_made("suggesting") and self.suggesting is not None:
            self.suggesting.close()
        event.accept()
