"""The list of hits: each a line with the words found in its middle, a tick before it and its label behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.article.bidi import direction_of
from annotator.gui.article.positions import shown
from annotator.gui.chords import is_bare
from annotator.gui.find.rows import RowList
from annotator.gui.theme import bold_of, colour_of
from annotator.services.searching import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.services.searching import Hit, Query

ROW = Qt.ItemDataRole.UserRole
TICKED = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
TICK = 34.0  # width of the column of ticks
LABEL = 132.0  # of that of labels, at the least
AROUND_LABEL = 22.0  # pixels in it that are not the label's letters
MOST_LABEL = 0.3  # of a line that it may take
TITLE = 220.0  # of that of titles, where there is room
WIDE = 900.0  # from which width on there is
SHARE = 0.4  # of what is wider than that which titles get: the words around a hit are no more than CONTEXT


def words_before(hit: Hit) -> str:
    """What stands before a hit, from a whole word on, with dots where there is more in the article."""
    _words, space, rest = hit.before.partition(" ")
    return f"… {rest}" if hit.start > CONTEXT and space and rest.strip() else hit.before


def words_after(hit: Hit) -> str:
    """What stands behind a hit, up to a whole word, with dots where there is more in the article."""
    rest, space, _ = hit.after.rpartition(" ")
    return f"{rest} …" if len(hit.after) >= CONTEXT and space and rest.strip() else hit.after


class HitsModel(QAbstractListModel):
    """Hits as they come in, and which of them are ticked."""

    ticks_changed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._ticked: set[int] = set()
        self._of: dict[str, list[int]] = {}  # lines by document

    def clear(self) -> None:
        """Shows none."""
        self.beginResetModel()
        self.hits, self._ticked, self._of = [], set(), {}
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, hits: Sequence[Hit]) -> None:
        """Shows further ones below those that are there."""
        if not hits:
            return
        first = len(self.hits)
        self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self.hits.extend(hits)
        for number, hit in enumerate(hits, start=first):
            self._of.setdefault(hit.document, []).append(number)
        self.endInsertRows()

    def documents(self) -> frozenset[str]:
        """The documents that have hits."""
        return frozenset(self._of)

    def renew(self, document: str, change: Callable[[list[Hit]], list[Hit]]) -> None:
        """Puts what `change` makes of a document's hits in their place."""
        numbers = self._of.get(document, [])
        for number, hit in zip(numbers, change([self.hits[number] for number in numbers]), strict=True):
            self.hits[number] = hit
        if numbers:
            self.dataChanged.emit(self.index(numbers[0]), self.index(numbers[-1]))

    @staticmethod
    def can_tick(hit: Hit) -> bool:
        """Whether the place can be labelled: no other span shares a character with it."""
        return not hit.inside

    def tick(self, number: int, *, is_on: bool | None = None) -> None:
        """Ticks a line, or takes its tick off; without `is_on` the other way round."""
        if not 0 <= number < len(self.hits) or not self.can_tick(self.hits[number]):
            return
        wanted = number not in self._ticked if is_on is None else is_on
        (self._ticked.add if wanted else self._ticked.discard)(number)
        self.dataChanged.emit(self.index(number), self.index(number))
        self.ticks_changed.emit()

    def tick_all(self, *, is_on: bool) -> None:
        """Ticks all lines that can be labelled, or none."""
        self._ticked = {number for number, hit in enumerate(self.hits) if self.can_tick(hit)} if is_on else set()
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))
        self.ticks_changed.emit()

    def ticked(self) -> list[Hit]:
        """The hits that are ticked, in their order."""
        return [self.hits[number] for number in sorted(self._ticked)]

    @property
    def tick_count(self) -> int:
        return len(self._ticked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's signature)
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == ROW:
            return hit
        if role == TICKED:
            return index.row() in self._ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.before}{hit.text}{hit.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("ticked") if index.row() in self._ticked else self.tr("not ticked")
            label = hit.label or hit.inside or self.tr("no label")
            return f"{hit.before[-40:]}{hit.text}{hit.after[:40]}, {label}, {hit.title}, {state}"
        return None


def label_text(hit: Hit) -> str:
    """What is said of the label of a hit."""
    if hit.inside:
        return QCoreApplication.translate("Find", "in {label}").format(label=hit.inside)
    return hit.label or "–"


class HitsDelegate(QStyledItemDelegate):
    """Paints a hit on one line; words found stand one below the other."""

    def __init__(self, scheme: Scheme, theme: Theme, font: QFont, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = {(label.layer, label.name): label for label in scheme.labels}
        self._font = font
        self._bold = bold_of(font)
        self._metrics, self._bold_metrics = QFontMetricsF(font), QFontMetricsF(self._bold)
        self._widest = max((self._metrics.horizontalAdvance(label.name) for label in scheme.labels), default=0.0)
        self.height = round(self._metrics.lineSpacing() + 9)
        self._grounds: dict[str, tuple[QColor, QColor]] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paints in the colours of another look from now on."""
        self._theme = theme
        self._grounds.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(ROW)
        rect, theme = QRectF(option.rect), self._theme
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(theme.selection if is_current else theme.field))
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        self._tick(painter, rect, is_on=bool(index.data(TICKED)), can_be=HitsModel.can_tick(hit))
        right = rect.right() - 10
        muted, ink = QColor(theme.muted), QColor(theme.ink)
        base = rect.top() + (rect.height() + self._metrics.ascent() - self._metrics.descent()) / 2
        painter.setFont(self._font)
        if rect.width() >= WIDE:
            taken = max(TITLE, SHARE * (rect.width() - WIDE))
            right -= taken
            painter.setPen(muted)
            title = self._metrics.elidedText(shown(hit.title), Qt.TextElideMode.ElideRight, taken - 12)
            painter.drawText(QPointF(right + 12, base), title)
        taken = self.label_room(rect.width())
        right -= taken
        self._label(painter, hit, QRectF(right + 8, rect.top(), taken - 8, rect.height()), base)
        self._context(painter, hit, QRectF(rect.left() + TICK, rect.top(), right - rect.left() - TICK, 0), base, ink)
        painter.restore()

    def label_room(self, width: float) -> float:
        """How much of a line so wide its label gets: all that the longest needs, unless too little were left."""
        return min(max(LABEL, self._widest + AROUND_LABEL), MOST_LABEL * width)

    def _context(self, painter: QPainter, hit: Hit, room: QRectF, base: float, ink: QColor) -> None:
        text = self._bold_metrics.elidedText(shown(hit.text), Qt.TextElideMode.ElideRight, room.width() * 0.5)
        width = self._bold_metrics.horizontalAdvance(text)
        x = room.left() + room.width() * 0.42
        is_turned = direction_of(hit.before + hit.text + hit.after) is Qt.LayoutDirection.RightToLeft
        if is_turned:  # what was read before the words stands at their right
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        sides = (x - room.left(), room.right() - x - width)
        before = self._metrics.elidedText(shown(words_before(hit)), Qt.TextElideMode.ElideLeft, sides[is_turned])
        after = self._metrics.elidedText(shown(words_after(hit)), Qt.TextElideMode.ElideRight, sides[not is_turned])
        at_left, at_right = (after, before) if is_turned else (before, after)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(x - self._metrics.horizontalAdvance(at_left), base), at_left)
        painter.drawText(QPointF(x + width, base), at_right)
        painter.setFont(self._bold)
        painter.setPen(ink)
        painter.drawText(QPointF(x, base), text)

    def _label(self, painter: QPainter, hit: Hit, room: QRectF, base: float) -> None:
        text = self._metrics.elidedText(label_text(hit), Qt.TextElideMode.ElideRight, room.width() - 12)
        if not hit.label:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(room.left() + 6, base), text)
            return
        key = f"{hit.layer}/{hit.label}"
        colours = self._grounds.get(key)
        if colours is None:
            colour = colour_of(self._labels.get((hit.layer, hit.label)), self._theme)
            colours = self._grounds[key] = (QColor(self._theme.ground(colour)), QColor(self._theme.lettering(colour)))
        width = min(room.width(), self._metrics.horizontalAdvance(text) + 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours[0])
        painter.drawRoundedRect(QRectF(room.left(), room.top() + 3, width, room.height() - 6), 4, 4)
        painter.setPen(colours[1])
        painter.drawText(QPointF(room.left() + 6, base), text)

    def _tick(self, painter: QPainter, rect: QRectF, *, is_on: bool, can_be: bool) -> None:
        box = QRectF(rect.left() + 12, rect.center().y() - 6.5, 13, 13)
        painter.setPen(QPen(QColor(self._theme.accent if is_on else self._theme.muted), 1.4))
        painter.setBrush(QColor(self._theme.accent) if is_on else Qt.BrushStyle.NoBrush)
        if not can_be:
            painter.drawLine(QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()))
            return
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            painter.setPen(QPen(QColor(self._theme.field), 1.8))
            painter.drawPolyline([
                box.topLeft() + QPointF(3, 6.5), box.topLeft() + QPointF(5.6, 9.2), box.topLeft() + QPointF(10, 3.8),
            ])  # fmt: skip


class HitsList(RowList):
    """Ticks with Space or a click on the box, jumps with Enter; other keys are offered as label keys."""

    ticked = Signal(int)
    jumped = Signal()
    left = Signal()
    key_pressed = Signal(object)  # QKeyEvent; accept() it to keep it from the list

    def __init__(self, model: HitsModel, delegate: HitsDelegate) -> None:
        super().__init__(model, delegate, height=delegate.height)
        self.said_of_nothing = ""  # what stands in the list while it is empty
        model.modelReset.connect(lambda: self._say(""))

    def invite(self, query: Query) -> None:
        """Says what to do, where nothing is looked for yet."""
        what = self.tr("Type words, or choose a label: every place in all articles is listed here.")
        self._say(what if query.is_blank else "")

    def say_nothing_found(self) -> None:
        """Says so, and what else can be tried."""
        self._say(self.tr("Nothing found. * before a word finds it inside words too."))

    def _say(self, text: str) -> None:
        self.said_of_nothing = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.said_of_nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = self.viewport().rect().adjusted(round(TICK), 8, -round(TICK), -8)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), self.said_of_nothing
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and is_bare(event):
            self.ticked.emit(self.currentIndex().row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_bare(event):
            self.jumped.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()
            self.key_pressed.emit(event)
            if event.isAccepted():
                return
            if event.text() and event.text().isprintable() and is_bare(event):
                return  # a letter that is no label's key does not search the list
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and is_left and event.position().x() < TICK:
            self.ticked.emit(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= TICK:
            self.jumped.emit()
