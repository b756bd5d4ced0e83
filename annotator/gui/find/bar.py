"""The bar above the article in which one finds words in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.folding import folded, occurrences
from annotator.gui.article import selection as selecting
from annotator.gui.article.sight import is_in_sight
from annotator.gui.chords import is_bare
from annotator.gui.dialogs.frame import button, sheet
from annotator.gui.find.highlights import Highlights
from annotator.gui.hinted_line import HintedLine
from annotator.gui.parts import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from annotator.core.document import Document
    from annotator.core.text import Fragment
    from annotator.gui.article.view import ArticleView
    from annotator.gui.theme import Theme

PAUSE = 40  # milliseconds after a letter
LONGEST = 500
LEAST = 14  # letters of the words that are seen at once, before the buttons go below them


class FindLine(HintedLine):
    """A line that goes from place to place on Enter, and is left with Escape."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        is_back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(-1 if is_back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and is_bare(event):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfLine):
            event.ignore()  # Ctrl K on some systems: the window's
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Stands in the margin above the article's text while it is open."""

    closed = Signal()

    def __init__(self, view: ArticleView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._highlights = Highlights(view)
        self._document: Document | None = None
        self._folded = ""
        self._places: list[Fragment] = []
        self._at = -1
        self.line = FindLine()
        self.line.set_hint(self.tr("Find in this article"), shorter=self.tr("Find"))
        self.line.setAccessibleName(self.tr("Find in this article"))
        self.line.setAccessibleDescription(self.tr("Enter goes to the next place, Shift Enter to the one before"))
        self.line.setMaxLength(LONGEST)
        self.count = PlainLabel("")
        self.count.setAccessibleName(self.tr("Places found"))
        self.count.setMinimumWidth(90)
        self._previous = self._small("↑", self.tr("Previous place"))
        self._next = self._small("↓", self.tr("Next place"))
        self._exact = self._small("Aa", self.tr("Mind case and accents"), is_checkable=True)
        self._whole = self._small("|ab|", self.tr("Whole words only"), is_checkable=True)
        self._close = self._small("✕", self.tr("Close"))
        self._others = (self.count, self._previous, self._next, self._exact, self._whole)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(6)
        self._rows = QHBoxLayout(), QHBoxLayout()
        for row in self._rows:
            row.setSpacing(6)
            column.addLayout(row)
        for widget in (self.line, *self._others, self._close):
            self._rows[0].addWidget(widget, int(widget is self.line))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._typing.timeout.connect(self.find_words)
        self.line.textChanged.connect(lambda _text: self._typing.start())
        self.line.stepped.connect(self.step)
        self.line.left.connect(self.leave)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._exact.toggled.connect(lambda _on: self.find_words())
        self._whole.toggled.connect(lambda _on: self.find_words())
        self._close.clicked.connect(self.leave)
        self.set_theme(theme)
        view.installEventFilter(self)
        self.hide()

    def _small(self, text: str, name: str, *, is_checkable: bool = False) -> QPushButton:
        made = button(text, name)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setCheckable(is_checkable)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        checked = f"QPushButton:checked {{ background: {theme.selection}; border-color: {theme.accent}; }}"
        narrow = "QPushButton { padding: 4px 9px; } QPushButton:focus { padding: 3px 8px; }"
        self.setStyleSheet(sheet(theme) + checked + narrow)
        self.count.set_colour(theme.muted)
        self.update()

    # -- opening and closing ----------------------------------------------------------------------------

    def open(self, text: str = "") -> None:
        """Shows the bar with the words selected, ready to be typed over."""
        if text:
            self.line.setText(text)
        if self.isHidden():
            self.show()
            self._place()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.find_words()

    def leave(self) -> None:
        """Closes the bar; the place one is at stays selected, and the article has the keys."""
        self._typing.stop()
        self._highlights.show((), -1)
        if not self.isHidden():
            self.hide()
            self._view.setViewportMargins(0, 0, 0, 0)
        self._view.setFocus()
        self.closed.emit()

    def _place(self) -> None:
        bar = self._view.verticalScrollBar()
        room = self._view.width() - (bar.width() if bar.isVisible() else 0)
        self._put_others(room)
        height = self.sizeHint().height()
        if self._view.viewportMargins().top() != height:
            self._view.setViewportMargins(0, height, 0, 0)
        self.setGeometry(0, 0, room, height)

    def _put_others(self, room: int) -> None:
        """Puts all but the words and the way out beside the words, or below where those would have no room."""
        taken = sum(one.sizeHint().width() + 6 for one in (*self._others, self._close)) + 20
        taken += max(0, self.fontMetrics().horizontalAdvance(self.tr("nothing found")) - self.count.sizeHint().width())
        first, second = self._rows
        is_below = room - taken < self.fontMetrics().averageCharWidth() * LEAST
        if is_below == (second.count() > 0):
            return
        for number, widget in enumerate(self._others):
            (first if is_below else second).removeWidget(widget)
            second.addWidget(widget) if is_below else first.insertWidget(1 + number, widget)
        second.setStretchFactor(self.count, int(is_below))
        self._column.activate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    # -- finding ----------------------------------------------------------------------------------------

    def find_words(self, *, is_going: bool = True) -> None:
        """Finds the words in the article as it is open now, and goes to the first place from where one is."""
        self._typing.stop()
        if self.isHidden():
            return
        document = self._view.document
        if document is not self._document:
            self._document, self._folded = document, folded(document.text) if document is not None else ""
        text = self.line.text()
        self._places = (
            occurrences(
                document.text, text, is_exact=self._exact.isChecked(), is_whole=self._whole.isChecked(),
                fold=None if self._exact.isChecked() else self._folded,
            )
            if document is not None
            else []
        )  # fmt: skip
        position = self._position()
        number = bisect_left(self._places, (position, 0))
        self._at = number % len(self._places) if self._places else -1
        self._show(is_going=is_going)

    def follow(self) -> None:
        """Finds the same words in another article, without going anywhere in it."""
        self._at = -1
        if not self.isHidden():
            self.find_words(is_going=False)

    def step(self, step: int) -> None:
        """Goes to the next or previous place, round the ends."""
        if self._typing.isActive():
            self.find_words()
            return
        if self._places:
            self._at = (self._at + step) % len(self._places)
        self._show()

    def is_at(self, place: Fragment | None) -> bool:
        """Whether the place found is the one that was selected, or a part of its words."""
        if place is None or self._document is None or not 0 <= self._at < len(self._places):
            return False
        found = selecting.found(self._document, *self._places[self._at])
        return place == self._places[self._at] or (found is not None and found.fragment(self._document) == place)

    def _position(self) -> int:
        """From where on is looked: what is selected or at hand where that is in sight, else what is seen first."""
        view, page = self._view, self._view.page
        if page is None:
            return 0
        mark = view.current
        place = (view.selected() or (mark.fragments if mark is not None else ((0, 0),)))[0]
        if 0 <= self._at < len(self._highlights.places):
            found = self._highlights.places[self._at]
            if place[0] <= found[0] and found[1] <= place[1]:  # it may be a part of the word that is selected
                place = found
        return place[0] if is_in_sight(view, place[0]) else page.first_position()

    def _show(self, *, is_going: bool = True) -> None:
        count, document = len(self._places), self._document
        if not self.line.text().strip():
            text = ""
        elif not count:
            text = self.tr("nothing found")
        else:
            text = self.tr("{number} of {count}").format(number=self._at + 1, count=count)
        self.count.setText(text)
        self.count.setAccessibleDescription(text)
        self.count.set_colour(self._theme.warn if not count and self.line.text().strip() else self._theme.muted)
        self._highlights.show(self._places, self._at)
        if is_going and count and document is not None:
            start, end = self._places[self._at]
            self._view.set_selection(selecting.found(document, start, end))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.rule))
