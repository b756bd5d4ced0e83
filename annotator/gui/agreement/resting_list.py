"""The list of the places that a figure rests on: each is as high as all of its lines take, broken or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

ABOVE, BESIDE = 7, 4  # padding of an item, in pixels; the style sheet of the place has the same
_TEXT_MARGIN = 8  # that styles leave on either side of a text, and a little more: a line too many is no harm


class RestingList(QListWidget):
    """Wraps its texts, also after the width has changed, by a scroll bar or by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_WholeText(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _WholeText(QStyledItemDelegate):
    """Measures in the width that the text is painted in: Qt leaves the padding out, and cuts the last line off."""

    def __init__(self, view: RestingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        room = self._view.viewport().width() - 2 * (BESIDE + _TEXT_MARGIN)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        taken = self._view.fontMetrics().boundingRect(QRect(0, 0, max(1, room), 1_000_000), flags, text)
        return QSize(self._view.viewport().width(), taken.height() + 2 * ABOVE + 1)
