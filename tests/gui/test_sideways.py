"""A plot wider than its page goes sideways by itself, and the cell at hand is seen wherever the keys take it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar

from annotator.gui.agreement.figure_page import FigurePage
from annotator.gui.agreement.plots import Grid, GridPlot
from annotator.gui.agreement.sideways import Sideways
from annotator.gui.theme import LIGHT

NAMES = [f"LABEL{number:02}" for number in range(24)]


def grid() -> Grid:
    return Grid("confusion", NAMES, NAMES, [["1"] * 24] * 24, [[0.5] * 24] * 24)


class Page(FigurePage):
    def __init__(self, plot: GridPlot) -> None:
        super().__init__(LIGHT)
        self._heading("A heading", "An explanation that is long enough to go on to a second line of a narrow page.")
        self._plot("confusion", plot)


def shown(qtbot, width: int) -> tuple[QScrollArea, GridPlot, Sideways]:
    area, plot = QScrollArea(), GridPlot(grid(), LIGHT)
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(Page(plot))
    area.resize(width, 260)
    area.show()
    for _ in range(3):
        QApplication.processEvents()
    return area, plot, area.findChild(Sideways)


def seen(area: QScrollArea, plot: GridPlot) -> bool:
    cell = plot.rect_of(*plot.at).toAlignedRect()
    for one in (area, area.findChild(Sideways)):
        corner = plot.mapTo(one.viewport(), cell.topLeft())
        if not one.viewport().rect().contains(QRect(corner, cell.size())):
            return False
    return True


def test_the_page_stays_as_wide_as_the_window(qtbot) -> None:
    area, plot, aside = shown(qtbot, 480)
    assert area.horizontalScrollBar().maximum() == 0
    assert plot.height() == plot.sizeHint().height()
    bar: QScrollBar = aside.horizontalScrollBar()
    assert bar.maximum() > 0
    assert aside.viewport().height() >= plot.height(), "its bar lies over no row"


def test_there_is_no_bar_where_there_is_room(qtbot) -> None:
    _area, plot, aside = shown(qtbot, 1_400)
    assert aside.size() == plot.sizeHint()
    assert aside.horizontalScrollBar().maximum() == 0


def test_the_cell_at_hand_is_seen_wherever_the_keys_take_it(qtbot) -> None:
    area, plot, _aside = shown(qtbot, 480)
    plot.setFocus()
    for key in [Qt.Key.Key_Right] * 23 + [Qt.Key.Key_Down] * 23 + [Qt.Key.Key_Left] * 23 + [Qt.Key.Key_Up] * 23:
        QTest.keyClick(plot, key)
        QApplication.processEvents()
        assert seen(area, plot), plot.at
