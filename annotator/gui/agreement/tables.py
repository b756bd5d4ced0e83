"""Tables of figures as high as their contents: each cell can be opened by Enter or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.chords import is_bare
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent

    from annotator.gui.theme import Theme

MOST_ROWS = 14  # that are seen at once; more are scrolled to
MEASURED = 100  # rows that the width of a column is taken from
ROW_PAD = 7  # pixels above and below the text of a row


class FigureTable(QTableWidget):
    """`rows` are a name and its cells; `wanted` names row and column of a cell, the name's column being 0."""

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
        super().__init__(len(rows), len(headings), parent)
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
        self.setWordWrap(False)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(shown(text))
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, column, item)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellClicked.connect(self.wanted)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.setStyleSheet(
            f"QTableView {{ background: transparent; color: {theme.ink}; outline: 0; border: 0;"
            f" selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}"
            "QTableView::item { padding: 2px 7px; }"
            f"QTableView::item:selected:active {{ background: {theme.selection}; color: {theme.ink}; }}"
            f"QTableView::item:selected:!active {{ background: transparent; color: {theme.ink}; }}"
            f"QHeaderView {{ background: transparent; border: 0; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.muted}; border: 0;"
            f" border-bottom: 1px solid {theme.rule}; padding: 4px 7px; }}"
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
        shown_rows = min(MOST_ROWS, self.rowCount())
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown_rows * height + 16)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and is_bare(event):
            if self.currentRow() >= 0:
                self.wanted.emit(self.currentRow(), self.currentColumn())
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.text().isalnum():
            event.ignore()  # keys of the window
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.rowCount() > MOST_ROWS and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls
