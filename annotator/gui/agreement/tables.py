"""Tables of figures as large as their contents: each cell can be opened by Enter or a click; a long one is unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
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
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent

    from annotator.gui.theme import Theme

MOST_ROWS = 14  # of a long table that are seen at first; the row below them has the others shown
LONG = 20  # rows; a table with no more than that is shown whole
MEASURED = 100  # rows that the width of a column is taken from
ROW_PAD = 7  # pixels above and below the text of a row
BELOW = 6  # pixels below the last row
BAR = 10  # pixels of a scroll bar below those


class FigureTable(QTableWidget):
    """`rows` are a name and its cells; `wanted` names row and column of a cell, the name's column being 0.

    It never scrolls up and down: the page around it does, and follows the cell at hand. Where the page has no room for
    it, headings and intervals go on to a second line; only where that is too wide as well it scrolls sideways.
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
        self._headings = [shown(one) for one in headings]
        self._widths = (0, 0)  # of all columns: with cells of one line, and of two
        self._is_narrow = False
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setHorizontalHeaderLabels(self._headings)
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
        self._measure()
        self.setCurrentCell(MOST_ROWS, 0)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.setStyleSheet(
            f"QTableView {{ background: transparent; color: {theme.ink}; outline: 0; border: 0;"
            f" selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}"
            "QTableView::item { padding: 1px 3px; border: 1px solid transparent; }"
            f"QTableView::item:focus {{ border: 1px solid {theme.accent}; }}"
            f"QTableView::item:selected:active {{ background: {theme.selection}; color: {theme.ink}; }}"
            f"QTableView::item:selected:!active {{ background: transparent; color: {theme.ink}; }}"
            f"QHeaderView {{ background: transparent; border: 0; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.muted}; border: 0;"
            f" border-bottom: 1px solid {theme.rule}; padding: 4px 5px; }}"
            f"QScrollBar:horizontal {{ background: transparent; height: {BAR}px; margin: 0; }}"
            f"QScrollBar::handle:horizontal {{ background: {theme.rule}; border-radius: 4px; min-width: 30px; }}"
            "QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }"
            "QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal { background: transparent; }"
        )
        self._measure()

    # -- its size ---------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Takes the widths of both forms."""
        widths = []
        for self._is_narrow in (False, True):
            self._write()
            widths.append(sum(map(self._width_of, range(self.columnCount()))))
        self._widths = (widths[0], widths[1])
        self._fit()

    def _width_of(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def _write(self) -> None:
        model = self.model()
        with QSignalBlocker(model):  # for each cell that it hears of the view measures all columns anew
            for column, heading in enumerate(self._headings):
                item = self.horizontalHeaderItem(column)
                if item is not None:
                    item.setText(_in_two_lines(heading) if self._is_narrow else heading)
            before, after = (" [", "\n[") if self._is_narrow else ("\n[", " [")
            for row in range(self.rowCount()):
                for column in range(1, self.columnCount()):
                    cell = self.item(row, column)
                    if cell is not None and before in cell.text():
                        cell.setText(cell.text().replace(before, after))
        model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), model.index(self.rowCount() - 1, self.columnCount() - 1))

    def _fit(self) -> None:
        """Takes the form that there is room for, and the height of that."""
        is_narrow = self.width() < self._widths[0]
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._write()
        # One height for all rows: asking each of a thousand for its own takes a third of a second.
        first = [self.item(0, column) for column in range(self.columnCount())]
        lines = 2 if any(cell is not None and "\n" in cell.text() for cell in first) else 1
        below = BELOW + (BAR if self.width() < self._widths[1] else 0)
        height = lines * self.fontMetrics().height() + 2 * ROW_PAD
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.rowCount() * height + below)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() >= 0:  # Qt has the first cell at hand then, but nobody would see which
            self.setCurrentCell(self.currentRow(), self.currentColumn())

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


def _in_two_lines(text: str) -> str:
    """The text broken at the space nearest its middle; as it is where it has none."""
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not spaces:
        return text
    middle = min(spaces, key=lambda place: abs(2 * place - len(text)))
    return f"{text[:middle]}\n{text[middle + 1 :]}"
