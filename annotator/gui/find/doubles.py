"""The list of words that are labelled in more than one way, with how often in which."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.article.positions import shown
from annotator.gui.theme import bold_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.gui.theme import Theme
    from annotator.services.consistency import Inconsistency
    from annotator.services.searching import Hit

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DoublesModel(QAbstractListModel):
    """The inconsistencies, the worst first."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Inconsistency] = ()

    def set_found(self, found: Sequence[Inconsistency]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def renew(self, row: int, hits: Iterable[Hit]) -> None:
        """Says of one of them how its places, all of them, are labelled by now, also where that is in one way."""
        one = self.found[row]
        labels = Counter(hit.label if hit.layer == one.layer else "" for hit in hits if not hit.inside)
        changed = replace(one, treatments=tuple(labels.most_common()))
        self.found = [*self.found[:row], changed, *self.found[row + 1 :]]
        self.dataChanged.emit(self.index(row), self.index(row))

    def treatments(self, one: Inconsistency) -> str:
        """How often it is labelled how, in words."""
        return " · ".join(f"{label or self.tr('no label')} {count}" for label, count in one.treatments)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's signature)
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role == ROW:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.text}: {self.treatments(one)}"
        return None


class DoublesDelegate(QStyledItemDelegate):
    """Two lines each: the words, and how they are treated."""

    def __init__(self, model: DoublesModel, theme: Theme, font: QFont, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._small = QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.88)
        self._bold = bold_of(font)
        self._metrics, self._small_metrics = QFontMetricsF(self._bold), QFontMetricsF(self._small)

    def set_theme(self, theme: Theme) -> None:
        """Paints in the colours of another look from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, round(self._metrics.lineSpacing() + self._small_metrics.lineSpacing() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Inconsistency = index.data(ROW)
        rect, theme = QRectF(option.rect), self._theme
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(theme.selection if is_current else theme.field))
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(theme.rule))
        width, x = rect.width() - 22, rect.left() + 12
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.ink))
        words = self._metrics.elidedText(shown(" ".join(one.text.split())), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(x, rect.top() + 5 + self._metrics.ascent()), words)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        how = self._small_metrics.elidedText(self._model.treatments(one), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(x, rect.top() + 7 + self._metrics.lineSpacing() + self._small_metrics.ascent()), how)
        painter.restore()
