"""A list of very many rows of one height: only those in sight cost anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QStyledItemDelegate


class RowList(QTableView):
    """One column without grid or headers.

    A QListView asks the model for its number of rows once a row whenever the rows change: with a model in
    Python that is half a second for a hundred thousand. A table counts sections instead.
    """

    def __init__(self, model: QAbstractItemModel, delegate: QStyledItemDelegate, *, height: int) -> None:
        super().__init__()
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        down.setDefaultSectionSize(height)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selects the row at hand: Qt makes the first one current without selecting it, and nothing would show it."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(current)

    # The event's own old size is none after the list was laid among other parts, as for the first drawer below it.
    _seen_height = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the row at hand in sight: a note above the window, or a drawer below it, would push it out."""
        current = self.currentIndex()
        place = self.visualRect(current)
        was_seen = current.isValid() and place.top() >= 0 and place.bottom() < self._seen_height
        super().resizeEvent(event)
        self._seen_height = self.viewport().height()
        if was_seen and place.bottom() >= self.viewport().height():
            self.scrollTo(current)
