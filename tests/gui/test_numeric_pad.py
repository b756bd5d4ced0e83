"""Keys of the numeric pad do what their fellows do: Qt tells of the pad as of a modifier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.agreement.contents import Bars
from annotator.gui.agreement.plots import BarPlot
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.theme import LIGHT


def press(target: QWidget, key: Qt.Key) -> None:
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.KeypadModifier))


@pytest.mark.parametrize("key", [Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_the_filter_gives_the_keys_to_the_list(window, key: Qt.Key) -> None:
    window.queue.filter.setFocus()
    press(window.queue.filter, key)
    assert window.queue.list.hasFocus()


def test_the_list_opens_its_article(window) -> None:
    window.queue.list.setFocus()
    window.queue.list.setCurrentIndex(window.queue.model.index(2))
    window.desk.open("d1")
    rested = []
    window.queue.list.rested.connect(lambda: rested.append(True))
    press(window.queue.list, Qt.Key.Key_Enter)
    assert rested


def test_a_figure_is_opened(qtbot) -> None:
    table = FigureTable(["label", "F1"], [["ORG", "1"]], LIGHT, title="labels")
    plot = BarPlot(Bars("edges", ["-1"], [2]), LIGHT)
    for one in (table, plot):
        qtbot.addWidget(one)
        with qtbot.waitSignal(one.wanted):
            if one is table:
                table.setCurrentCell(0, 1)
            press(one, Qt.Key.Key_Enter)


def test_nobody_takes_the_numeric_pad_for_a_modifier(root: Path) -> None:
    asks = re.compile(r"(?:not|bool\()\s*(?:event\.)?modifiers(?:\(\))?(?!\w|\s*&|\()")
    found = [path.name for path in sorted((root / "annotator" / "gui").rglob("*.py")) if asks.search(path.read_text())]
    assert found == [], "annotator.gui.chords.is_bare knows better"
