"""Tables of figures as high as their contents: each cell can be opened by Enter or a click; a long one is unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.gui.article.positions import shown
from annotator.gui.chords import is_bare
from annotator.gui.language import grouped
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent

    from annotator.gui.theme import Theme

MOST_ROWS = 14  # of a long table that are seen at first; the row below them has the others shown
LONG = 20  # rows; a table with no more than that is shown whole
MEASURED = 100  # rows that the width of a column is taken from
ROW_PAD = 7  # pixels above and below the text of a row


class FigureTable(QTableWidget):
    """`rows` are a name and its cells; `wanted` names row and column of a cell, the name's column being 0.

    It never scrolls of itself: the page around it does, and follows the cell at hand.
    """

    wanted = Signal(int, int)

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        theme: Theme,
        *,
        title: str,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._rest = list(rows[MOST_ROWS:]) if len(rows) > LONG else []
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setHorizontalHeaderLabels([shown(one) for one in headings])
        self.setFont(desk_font(9.5))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self._add(rows[: len(rows) - len(self._rest)])
        if self._rest:
            self._add([[self.tr("{count} more …").format(count=grouped(len(self._rest)))]])
            self.setSpan(self.rowCount() - 1, 0, 1, len(headings))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellClicked.connect(self._open)
        self.set_theme(theme)

    def _add(self, rows: Sequence[Sequence[str]]) -> None:
        first = self.rowCount()
        self.setRowCount(first + len(rows))
        for number, row in enumerate(rows, start=first):
            for column, text in enumerate(row):
                item = QTableWidgetItem(shown(text))
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, column, item)

    def _open(self, row: int, column: int) -> None:
        if not self._rest or row < MOST_ROWS:
            self.wanted.emit(row, column)
            return
        rest, self._rest = self._rest, []
        self.clearSpans()
        self.setRowCount(MOST_ROWS)
        self._add(rest)
        self._fit()
        self.setCurrentCell(MOST_ROWS, 0)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.setStyleSheet(
            f"QTableView {{ background: transparent; color: {theme.ink}; outline: 0; border: 0;"
            f" selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}"
            "QTableView::item { padding: 2px 4px; }"
            f"QTableView::item:selected:active {{ background: {theme.selection}; color: {theme.ink}; }}"
            f"QTableView::item:selected:!active {{ background: transparent; color: {theme.ink}; }}"
            f"QHeaderView {{ background: transparent; border: 0; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.muted}; border: 0;"
            f" border-bottom: 1px solid {theme.rule}; padding: 4px 5px; }}"
            "QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }"
            f"QScrollBar::handle:horizontal {{ background: {theme.rule}; border-radius: 4px; min-width: 30px; }}"
            "QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }"
            "QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal { background: transparent; }"
        )
        self._fit()

    def _fit(self) -> None:
        # One height for all rows: asking each of a thousand for its own takes a third of a second.
        height = self.fontMetrics().height() + 2 * ROW_PAD
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.rowCount() * height + 16)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and is_bare(event):
            if self.currentRow() >= 0:
                self._open(self.currentRow(), self.currentColumn())
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.text().isalnum():
            event.ignore()  # keys of the window
            return
        super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        page = self._page()
        inside = page.widget() if page is not None else None
        if page is not None and inside is not None and current.isValid():
            cell = self.visualRect(current)
            at = self.viewport().mapTo(inside, cell.center())
            page.ensureVisible(page.horizontalScrollBar().value(), at.y(), 0, 2 * cell.height())

    def _page(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls
