"""Where a plot stands that may be wider than its page: it goes sideways by itself, and the page does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from annotator.gui.agreement.plots import Plot
    from annotator.gui.theme import Theme

BAR = 10  # pixels of a scroll bar, as below a table
AROUND = 4  # pixels beside a cell that are seen too


class Sideways(QScrollArea):
    """As large as the plot where there is room; narrower, it has a bar below it."""

    def __init__(self, plot: Plot, theme: Theme) -> None:
        super().__init__()
        self._plot = plot
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the plot has it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            "QScrollArea { background: transparent; border: 0; }"
            f"QScrollBar:horizontal {{ background: transparent; height: {BAR}px; margin: 0; }}"
            f"QScrollBar::handle:horizontal {{ background: {theme.rule}; border-radius: 4px; min-width: 30px; }}"
            "QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }"
            "QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal { background: transparent; }"
        )
        self.setWidget(plot)
        self.viewport().setAutoFillBackground(False)
        plot.setAutoFillBackground(False)
        plot.resize(plot.sizeHint())
        self.setFixedHeight(plot.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self._plot.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._plot.sizeHint()
        self.setFixedHeight(wanted.height() + (BAR if self.width() < wanted.width() else 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls


def show_cell(plot: QWidget, cell: QRectF) -> None:
    """Scrolls whatever the plot stands in until the cell is seen."""
    place, around = cell.toAlignedRect(), plot.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            middle = plot.mapTo(inside, place.center())
            around.ensureVisible(middle.x(), middle.y(), place.width() // 2 + AROUND, place.height() // 2 + AROUND)
        around = around.parentWidget()
