"""Paints one line of the queue: a glyph for the status, the title on two lines, a line of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.utf16 import Utf16
from annotator.gui.article.positions import shown
from annotator.gui.language import grouped
from annotator.gui.queue.model import ROW, status_word
from annotator.gui.theme import small_of

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from annotator.gui.theme import Theme
    from annotator.store.documents import DocumentRow

LEFT = 34
RIGHT = 12
ABOVE = 9
GLYPH = 9.0
KEPT_TITLES = 2_048


def meta_line(row: DocumentRow, *, with_date: bool = True) -> str:
    """Date, source and figures of a document in one line."""
    words = [row.date] if row.date and with_date else []
    if row.status in ("flagged", "skipped"):
        words.append(status_word(row.status))
    elif row.source and row.status in ("done", "todo") and not row.spans:
        words.append(row.source)
    if row.spans:
        one, many = QCoreApplication.translate("Queue", "1 span"), QCoreApplication.translate("Queue", "{count} spans")
        words.append(one if row.spans == 1 else many.format(count=grouped(row.spans)))
    if row.open_suggestions and row.status not in ("done", "skipped"):
        words.append(QCoreApplication.translate("Queue", "{count} open").format(count=grouped(row.open_suggestions)))
    return " · ".join(words)


class QueueDelegate(QStyledItemDelegate):
    """All lines have the same height, so that a hundred thousand of them cost nothing."""

    def __init__(self, theme: Theme, font: QFont, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: QAbstractItemView | None = None  # the list that is painted
        self._small = small_of(font)
        self._font = font
        self.set_theme(theme)
        self._metrics = metrics = QFontMetricsF(font)
        self._small_metrics = QFontMetricsF(self._small)
        self._broken: dict[tuple[str, float], tuple[str, str]] = {}
        self._pitch, self._ascent = metrics.lineSpacing(), metrics.ascent()
        self.height = round(2 * ABOVE + 2 * self._pitch + self._small_metrics.lineSpacing() + 2)

    def set_theme(self, theme: Theme) -> None:
        """Paints in the colours of another look from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: DocumentRow | None = index.data(ROW)
        rect = QRectF(option.rect)
        theme = self._theme
        # Asked of the list, not of `option.state`: that would load all of QStyle, a tenth of the time of a start.
        is_chosen = self.view is not None and self.view.currentIndex() == index
        painter.save()
        painter.fillRect(rect, QColor(theme.field if is_chosen else theme.panel))
        if is_chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        if is_chosen and self.view is not None and self.view.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(5, 2, -3, -3))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(theme.rule))
        if row is not None:
            title, width = row.title or row.id, rect.width() - LEFT - RIGHT
            down = self._down(title, width)
            self._glyph(painter, row, rect.translated(0, down))
            top = rect.top() + ABOVE + down
            lines = self._title(painter, title, QPointF(rect.left() + LEFT, top), width)
            painter.setFont(self._small)
            painter.setPen(QColor(theme.muted))
            metrics = self._small_metrics
            text = self.figures_of(row, width)
            painter.drawText(QPointF(rect.left() + LEFT, top + lines * self._pitch + 2 + metrics.ascent()), text)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tells the whole of a title that has no room, where the mouse stays on it."""
        row: DocumentRow | None = index.data(ROW)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        from html import escape  # lazy: most work by keys

        from PySide6.QtWidgets import QToolTip  # lazy: as above

        title = row.title or row.id
        is_cut = self._lines(title, option.rect.width() - LEFT - RIGHT)[1].endswith("…")
        # A paragraph of its own: Qt takes a title for markup where it looks like some.
        QToolTip.showText(event.globalPos(), f"<p>{escape(shown(title))}</p>" if is_cut else "", view)
        return True

    def figures_of(self, row: DocumentRow, width: float) -> str:
        """The line of figures as far as there is room: how much is still to be done comes before the date."""
        metrics, text = self._small_metrics, shown(meta_line(row))
        if metrics.horizontalAdvance(text) > width:
            text = shown(meta_line(row, with_date=False))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _down(self, title: str, width: float) -> float:
        """By how much a row goes down whose title has one line: the room of the other is above and below it."""
        return 0.0 if self._lines(title, width)[1] else self._pitch / 2

    def _title(self, painter: QPainter, title: str, at: QPointF, width: float) -> int:
        """Draws the title on at most two lines, the second elided; returns how many."""
        first, second = self._lines(title, width)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(self._font)
        painter.drawText(QPointF(at.x(), at.y() + self._ascent), first)
        if not second:
            return 1
        painter.drawText(QPointF(at.x(), at.y() + self._pitch + self._ascent), second)
        return 2

    def _lines(self, title: str, width: float) -> tuple[str, str]:
        """The title's two lines at that width, kept for the next time they are painted."""
        found = self._broken.get((title, width))
        if found is None:
            if len(self._broken) >= KEPT_TITLES:
                self._broken.clear()
            found = self._broken[title, width] = self._break(shown(title), width)
        return found

    def _break(self, title: str, width: float) -> tuple[str, str]:
        layout = QTextLayout(title, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        end = Utf16(title).to_code_point(line.textLength())
        rest = title[end:].strip()
        return title[:end].rstrip(), self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)

    def _glyph(self, painter: QPainter, row: DocumentRow, rect: QRectF) -> None:
        """todo an empty ring, busy a half one, done a full one, flagged a square, skipped a bar."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(rect.left() + 14, rect.top() + ABOVE + (self._pitch - GLYPH) / 2, GLYPH, GLYPH)
        status = "busy" if row.status == "todo" and row.spans else row.status
        if status == "flagged":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.warn))
            painter.drawRoundedRect(place, 2, 2)
            return
        if status == "skipped":
            painter.fillRect(QRectF(place.left(), place.center().y() - 1, GLYPH, 2), QColor(theme.muted))
            return
        colour = QColor(theme.muted if status == "todo" else theme.accent)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if status == "done" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place)
        if status == "busy":
            painter.setBrush(colour)
            painter.drawPie(place, 90 * 16, 180 * 16)
