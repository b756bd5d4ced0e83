"""A sheet over the article: a title, something to choose from or to write in, and the keys that end it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.article.positions import shown
from annotator.gui.dialogs.frame import sheet
from annotator.gui.flow import FlowLayout
from annotator.gui.parts import BrokenLabel, Cap, PlainLabel, cap_text
from annotator.gui.resized import Resized
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from annotator.gui.theme import Theme

WIDEST = 760
PADDING = 12  # on both sides of a line of a list together
TICK = 6  # and between its tick and its words
MARGIN = 24  # between the sheet and the edges of what it lies over
BESIDE = 20  # between the sheet and what it is about: tags and bars are part of that


class _Wrapping(QStyledItemDelegate):
    """Breaks lines as they are painted: inside the padding of the style sheet, of which Qt knows nothing here."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        inside = QStyleOptionViewItem(option)
        has_tick = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        inside.rect = option.rect.adjusted(0, 0, -PADDING - TICK * has_tick, 0)
        return super().sizeHint(inside, index)


class Lines(QListWidget):
    """A list whose lines go on below where they are wider than the sheet: nothing else would tell their ends."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapping(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # its own scroll bar makes it narrower
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def spare_of(view: QListWidget) -> int:
    """How much higher a list is than its lines, one of which it has room for at the least."""
    view.doItemsLayout()
    if not view.count():
        return view.viewport().height() - view.fontMetrics().lineSpacing() - 2
    # Where they stand, as a line may be broken: the size that the view hints at takes all for as high as the first.
    first, last = (view.visualItemRect(view.item(row)) for row in (0, view.count() - 1))
    return view.viewport().height() - (last.bottom() - first.top() + 1) - 2


class Sheet(QWidget):
    """Made for one question and thrown away after it; the focus goes back to what it lies over.

    Who goes on elsewhere, by a click beside it or by a key of the window, has left the question: it closes.
    """

    closed = Signal()

    def __init__(self, title: str, theme: Theme, *, over: QWidget) -> None:
        super().__init__(over)
        self.theme = theme
        self.over = over
        self._about: QRect | None = None
        self._told = ""  # which key does what, for a reader of the screen
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setStyleSheet(sheet(theme))  # lists and fields look as they do in dialogs
        self._title = BrokenLabel()
        self._title.setFont(desk_font(11, bold=True))
        self._title.set_colour(theme.ink)
        self._note = PlainLabel()
        self._note.set_colour(theme.muted)
        self._note.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 13, 16, 12)
        self.column.setSpacing(7)
        self.column.addWidget(self._title)
        self.column.addWidget(self._note)
        self.set_title(title)
        self.set_note("")

    def set_title(self, title: str) -> None:
        """What the sheet is about."""
        self._title.set_outside_text(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """What stands below the title, in one line or in several; none where there is nothing to say."""
        self._note.setText("\n".join(shown(line) for line in note.split("\n")))  # a line feed is shown as a sign
        self._note.setVisible(bool(note))
        self.setAccessibleDescription(note)

    def add_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """The last line, or lines where one has no room for all: which key does what."""
        line = FlowLayout(gap=14)
        self._told = " · ".join(f"{cap_text(chord)} {text}" for chord, text in keys)
        for chord, text in keys:
            line.addWidget(Cap(chord, text, self.theme, desk_font(9.5)))
        self.column.addLayout(line)

    def show_over(self, *, height: int, focus: QWidget, about: QRect | None = None) -> None:
        """Lays the sheet over the middle of the article, beside what it is about, and gives it the focus."""
        self._about = about
        if not focus.accessibleDescription():
            focus.setAccessibleDescription(self._told)
        self._fit(height)
        Resized(self.over, partial(self._fit, height), parent=self)
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def spare(self) -> int:
        """Pixels of its height that hold nothing, and would only hide the article; told when it is laid out."""
        return 0

    def _fit(self, height: int) -> None:
        self._lay_over(height)
        self.column.activate()
        spare = self.spare()
        if spare > 0:
            self._lay_over(self.height() - spare, is_least=True)

    def _lay_over(self, height: int, *, is_least: bool = False) -> None:
        """Lays it over the article, so high and no lower than its parts wish, or with `is_least` than they need."""
        room = self.over
        width = min(WIDEST, room.width() - 2 * MARGIN)
        needed = self.column.totalMinimumHeightForWidth(width) if is_least else self.column.totalHeightForWidth(width)
        height = min(max(height, needed), room.height() - 2 * MARGIN)
        top = max(MARGIN, (room.height() - height) // 3)
        about = self._about
        if about is not None and top < about.bottom() + BESIDE and about.top() - BESIDE < top + height:
            below, above = about.bottom() + BESIDE, about.top() - BESIDE - height
            places = [one for one in (below, above) if MARGIN <= one <= room.height() - height - MARGIN]
            top = places[0] if places else top
        self.setGeometry((room.width() - width) // 2, top, width, height)

    def holds_work(self) -> bool:
        """Whether something was begun here that must not go with the sheet."""
        return False

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Of another program's window nothing is known here: then the sheet waits.
        if now is None or now is self or self.isAncestorOf(now) or self.holds_work():
            return
        self._end()

    def close_sheet(self) -> None:
        """Takes the sheet away."""
        if self.isHidden():
            return
        self._end()
        self.over.setFocus(Qt.FocusReason.PopupFocusReason)

    def _end(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()  # what is behind the sheet must not act on keys meant for it

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        painter.setBrush(QColor(self.theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
