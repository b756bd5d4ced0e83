"""The parts of the window that its first paint does not need: each is made after it, or as soon as one is wanted."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.scheme import Label
    from annotator.gui.article.accessible import Speaker
    from annotator.gui.article.view import ArticleView
    from annotator.gui.background import Suggest, SuggestionThread
    from annotator.gui.beside import Beside
    from annotator.gui.desk import Desk
    from annotator.gui.dialogs.hub import Dialogs
    from annotator.gui.find.finding import Finding
    from annotator.gui.focus_line import FocusLine
    from annotator.gui.gestures.hand import Hand
    from annotator.gui.gestures.keys import Keys
    from annotator.gui.hints import Hints
    from annotator.gui.inspector.panel import Inspector
    from annotator.gui.notice import NoticeBar
    from annotator.gui.places import Places
    from annotator.gui.queue.panel import QueuePanel
    from annotator.gui.status_line import StatusLine
    from annotator.services.keymap import Keymap

NARROWEST_QUEUE = 180
NARROWEST_INSPECTOR = 220
NARROWEST_ARTICLE = (240, 360)  # on the smallest of screens: some twenty letters a line; and where there is room
AROUND_PARTS = 6  # pixels: the lines between the parts and the frame of the window
NOTICE_AT = 1  # its line in the column of the window


def narrowest_article() -> int:
    """Least width of the article, with which the window still fits the screen: at 200 % a laptop is 683 wide."""
    least, usual = NARROWEST_ARTICLE
    screen = QGuiApplication.primaryScreen().availableSize()
    room = screen.width() - AROUND_PARTS - NARROWEST_QUEUE - NARROWEST_INSPECTOR
    return max(least, min(usual, room))


class LateParts(QMainWindow):
    """What `MainWindow` makes before it is shown stands here by name; the rest makes itself when it is asked for."""

    desk: Desk
    article: ArticleView
    status: StatusLine
    dialogs: Dialogs
    places: Places
    keymap: Keymap
    language: str
    _parts: QSplitter
    _column: QVBoxLayout
    _focus_line: FocusLine
    _sides: list[QWidget]  # the parts that the keys may go to, for the line over the one they go to
    _suggest: Suggest | None

    @property
    def division(self) -> list[int]:
        """How wide list, article and inspector are."""
        return self._parts.sizes()

    @division.setter
    def division(self, widths: Sequence[int]) -> None:
        self._parts.setSizes(list(widths))
        self._focus_line.follow()

    def is_made(self, name: str) -> bool:
        """Whether that part is there already."""
        return name in self.__dict__

    def show_beside_soon(self) -> None:
        """Has inspector, status line and queue brought up to the article."""
        raise NotImplementedError

    def window_actions(self) -> dict[str, Callable[[], None]]:
        """The actions of the key table that are the window's own."""
        raise NotImplementedError

    def leave(self) -> None:
        """Closes the window."""
        self.close()

    def show_no_article(self) -> None:
        """Says on the paper that there is no article, and what to do."""
        from annotator.gui.no_article import NoArticle  # lazy: nearly every project has articles

        NoArticle(self)

    @cached_property
    def notice(self) -> NoticeBar:
        """The bar above the places for what is to be noted."""
        from annotator.gui.notice import NoticeBar  # lazy: a window without a note needs none

        made = NoticeBar(self.article.theme)
        self._column.insertWidget(NOTICE_AT, made)
        self.dialogs.tend(made)
        return made

    @cached_property
    def queue(self) -> QueuePanel:
        """The list of articles; takes the place that was kept for it, and leads from then on."""
        from annotator.gui.queue.panel import QueuePanel  # lazy: the article is painted first

        made = QueuePanel(self.desk.session, self.article.theme)
        made.setMinimumWidth(NARROWEST_QUEUE)
        kept = self._parts.replaceWidget(0, made)
        if kept is not None:
            kept.deleteLater()
        made.show()
        QWidget.setTabOrder(made.list, self.article)
        self._sides.insert(0, made)
        made.wanted.connect(self.desk.open)
        made.list.left.connect(self.article.setFocus)
        self.desk.follow = made.next_undone
        made.filtered.connect(self._follow_order)
        made.open_counts = self._open_counts
        if self.desk.document is not None:
            made.show_open(self.desk.document)
        return made

    def _open_counts(self) -> dict[str, int]:
        """How many suggestions are open in the document that is shown."""
        book = self.article.book
        return {} if book is None else {book.state.document.id: book.open_count}

    def _follow_order(self) -> None:
        """The list is in order: begins with the first of it where nobody has begun, and says which line is open."""
        is_untouched = self.article.current is None and self.article.selection is None
        if is_untouched and not self.article.verticalScrollBar().value() and not self.queue.filter.text():
            first = self.desk.propose_again()
            if first is not None:
                self.desk.open(first)
        self.show_beside_soon()

    @cached_property
    def inspector(self) -> Inspector:
        """What is at hand, with its guideline; takes the place that was kept for it."""
        from annotator.gui.inspector.panel import Inspector  # lazy: filled after the first paint only

        made = Inspector(self.desk.scheme, self.article.theme)
        made.setMinimumWidth(NARROWEST_INSPECTOR)
        kept = self._parts.replaceWidget(self._parts.count() - 1, made)
        if kept is not None:
            kept.deleteLater()
        made.show()
        self._sides.append(made)
        made.role_wanted.connect(lambda name: self.keys.roles.ask_named(name))
        made.label_wanted.connect(lambda label: self.keys.events.give(label))
        made.value_wanted.connect(lambda name, value: self.keys.events.choose_value(name, value))
        return made

    @cached_property
    def beside(self) -> Beside:
        """Keeps inspector and status line up to the article."""
        from annotator.gui.beside import Beside  # lazy: as the inspector

        made = Beside(self.desk, self.article, self.inspector, self.status, self.keymap, language=self.language)
        made.earlier.found.connect(self.show_beside_soon)
        self.desk.guideline_changed.connect(made.guidelines.read)
        self.desk.guideline_changed.connect(self.show_beside_soon)
        return made

    @cached_property
    def hints(self) -> Hints:
        """The panel that shows what the next key may be."""
        from annotator.gui.hints import Hints  # lazy: no key was pressed yet

        return Hints(self.article.theme, parent=self.article)

    @cached_property
    def hand(self) -> Hand:
        """Desk, article and hints for the gestures."""
        from annotator.gui.gestures.hand import Hand  # lazy: as the hints

        made = Hand(self.desk, self.article, self.hints)
        made.language = self.language
        return made

    @cached_property
    def finding(self) -> Finding:
        """Finding in the article and in all."""
        from annotator.gui.find.finding import Finding  # lazy: as the hints

        def label_of(chord: str) -> Label | None:
            return self.keys.labelling.label_of(chord)

        return Finding(self.desk, self.article, self._parts, label_of, parent=self)

    @cached_property
    def keys(self) -> Keys:
        """What keys do."""
        from annotator.gui.gestures.documents import Documents  # lazy: as the hints
        from annotator.gui.gestures.keys import Keys  # lazy: as the hints

        more = {
            **Documents(self.hand, self.queue).actions(), **self.finding.actions(), **self.dialogs.actions(),
            **self.window_actions(),
        }  # fmt: skip
        made = Keys(self.hand, self.keymap, more)
        self.places.guard(made.actions)
        self.dialogs.give_threshold(made.bulk)
        made.events.remember()
        return made

    @cached_property
    def speaker(self) -> Speaker:
        """Tells screen readers what happens."""
        from annotator.gui.article.accessible import Speaker  # lazy: made at once only where a reader is at work

        return Speaker(self.article)

    def announce(self, text: str, *, is_urgent: bool = False) -> None:
        """Tells a screen reader, where there is one, what the line at the bottom says."""
        if QAccessible.isActive():
            self.speaker.urge(text) if is_urgent else self.speaker.say(text)

    @cached_property
    def suggesting(self) -> SuggestionThread | None:
        """Fetches suggestions in the background; None where none are wanted."""
        if self._suggest is None:
            return None
        from annotator.gui.background import SuggestionThread  # lazy: most articles have theirs

        return SuggestionThread(self._suggest, parent=self)

    def modules_ahead(self) -> list[Callable[[], object]]:
        """Loads, piece by piece, what the keys need, so that the first key need not wait for all of it."""
        names = (
            "annotator.core.command", "annotator.gui.hints", "annotator.gui.gestures.hand",
            "annotator.services.searching", "annotator.gui.find.finding", "annotator.gui.inspector.places",
            "annotator.gui.inspector.history", "annotator.gui.gestures.bulk", "annotator.gui.gestures.roles",
            "annotator.gui.gestures.keys", "annotator.gui.gestures.documents", "annotator.services.planning",
        )  # fmt: skip
        return [partial(import_module, name) for name in names]
