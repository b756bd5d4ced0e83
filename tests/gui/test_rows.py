"""A list of rows: the one at hand stays in sight where something takes room from the list."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from annotator.gui.find.rows import RowList


def rows(qtbot) -> RowList:
    model = QStandardItemModel()
    for number in range(40):
        model.appendRow(QStandardItem(str(number)))
    made = RowList(model, QStyledItemDelegate(), height=30)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.show()
    QApplication.processEvents()
    return made


def is_seen(made: RowList) -> bool:
    place = made.visualRect(made.currentIndex())
    return place.top() >= 0 and place.bottom() < made.viewport().height()


def test_the_row_at_hand_stays_in_sight_when_the_list_becomes_lower(qtbot) -> None:
    made = rows(qtbot)
    made.setCurrentIndex(made.model().index(8, 0))
    assert is_seen(made)
    made.resize(200, 100)
    QApplication.processEvents()
    assert is_seen(made)


def test_it_stays_in_sight_also_where_the_list_is_laid_among_other_parts(qtbot) -> None:
    made = rows(qtbot)
    made.setCurrentIndex(made.model().index(8, 0))
    made.hide()  # a new parent, such as that of the first drawer, hides it as well
    made.resize(200, 100)
    made.show()
    QApplication.processEvents()
    assert is_seen(made)


def test_who_has_scrolled_elsewhere_stays_there(qtbot) -> None:
    made = rows(qtbot)
    made.setCurrentIndex(made.model().index(2, 0))
    made.scrollToBottom()
    made.resize(200, 150)
    QApplication.processEvents()
    assert not is_seen(made)
