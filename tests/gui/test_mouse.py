"""The mouse in the article: what it selects, what a press is about, and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.article import selection as selecting
from annotator.gui.article.view import ArticleView
from annotator.gui.inspector.painted import RoleRow, Steps
from tests.gui.conftest import TEXT
from tests.samples import at

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton


def middle(view: ArticleView, words: str) -> QPoint:
    return view.page.rect_of(*at(TEXT, words)).center().toPoint()


def move(view: ArticleView, point: QPoint, *, held: Qt.MouseButton) -> None:
    there = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), there, NONE, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def turn(view: ArticleView, x: int, y: int) -> None:
    point = QPointF(view.viewport().rect().center())
    there = QPointF(view.viewport().mapToGlobal(point.toPoint()))
    event = QWheelEvent(
        point, there, QPoint(), QPoint(x, y), NONE, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize(
    ("other", "selected"),
    [("langzaam", "langzaam naar het noorden"), ("op. In Tal", "noorden op. In"), ("noorden", "noorden")],
)
def test_a_click_with_shift_keeps_the_word_that_was_selected(window, qtbot, other: str, selected: str) -> None:
    view = window.article
    qtbot.mouseDClick(view.viewport(), LEFT, pos=middle(view, "noorden"))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(view, "noorden"))
    for _ in range(2):
        qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, middle(view, other))
        assert view.selected() == (at(TEXT, selected),)


def test_a_double_click_that_goes_on_as_a_drag_keeps_its_word(window, qtbot) -> None:
    view = window.article
    first = view.page.rect_of(*at(TEXT, "noorden"))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=(first.topLeft() + QPointF(1, first.height() / 2)).toPoint())
    move(view, middle(view, "langzaam"), held=LEFT)
    assert view.selected() == (at(TEXT, "langzaam naar het noorden"),)


def test_a_press_whose_release_went_to_a_menu_is_over(window, qtbot) -> None:
    view = window.article
    qtbot.mousePress(view.viewport(), LEFT, pos=middle(view, "Volgens"))
    move(view, middle(view, "noorden"), held=NONE)
    assert view.selection is None
    move(view, middle(view, "noorden"), held=LEFT)
    assert view.selection is None


def test_a_press_is_not_about_the_article_that_is_opened_meanwhile(window, qtbot) -> None:
    view = window.article
    qtbot.mousePress(view.viewport(), LEFT, pos=middle(view, "Volgens"))
    window.desk.open("d3")
    move(view, view.page.rect_of(0, 7).center().toPoint(), held=LEFT)
    assert view.selection is None


def test_the_right_button_answers_no_question(window, keys, qtbot, session) -> None:
    view = window.article
    view.set_current(view.book.at(at(TEXT, "optrok")[0])[0].id)
    keys("R", "G")
    assert view.pick is not None
    qtbot.mousePress(view.viewport(), RIGHT, pos=middle(view, "Iraakse leger"))
    assert not session.state("d1").spans
    assert view.pick is not None


def test_only_the_left_button_chooses(window, keys, qtbot, session) -> None:
    view = window.article
    view.set_current(view.book.at(at(TEXT, "optrok")[0])[0].id)
    keys("Space", "Alt+Left", "R")
    window.settle()
    before = session.state("d1").spans
    qtbot.mouseClick(window.hints, RIGHT, pos=window.hints._places()[0].center().toPoint())
    assert view.pick is None
    steps = next(one for one in window.inspector.findChildren(Steps) if one.isVisible())
    qtbot.mouseClick(steps, RIGHT, pos=steps._rects()[-1].center().toPoint())
    assert session.state("d1").spans == before
    row = next(one for one in window.inspector.findChildren(RoleRow) if one.isVisible())
    qtbot.mouseClick(row, RIGHT)
    assert view.pick is None
    qtbot.mouseClick(row, LEFT)
    assert view.pick is not None


def test_the_wheel_with_ctrl_changes_the_size_by_a_point_a_notch(window) -> None:
    view = window.article
    before = view.points
    turn(view, 120, 0)  # to the side
    assert view.points == before
    for _ in range(8):  # a touchpad tells of parts of a notch
        turn(view, 0, 15)
    assert view.points == before + 1
    turn(view, 0, -240)
    assert view.points == before - 1


def test_the_menu_opens_below_what_it_is_about_where_a_key_asked_for_it(window) -> None:
    view, asked = window.article, []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(asked.append)

    def ask() -> QPoint:
        middle = view.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(view, QContextMenuEvent(reason, middle, view.mapToGlobal(middle)))
        return view.viewport().mapFromGlobal(asked[-1])

    assert ask() == view.viewport().mapFromGlobal(view.mapToGlobal(view.rect().center()))
    view.set_current(view.book.at(at(TEXT, "optrok")[0])[0].id)
    assert ask() == view.page.rect_of(*at(TEXT, "optrok")).bottomLeft().toPoint()
    view.set_selection(selecting.over(view.document, *at(TEXT, "noorden")))
    assert ask() == view.page.rect_of(*at(TEXT, "noorden")).bottomLeft().toPoint()


def test_a_key_of_the_table_opens_the_same_menu(window, keys) -> None:
    asked: list[QPoint] = []
    window.article.menu_wanted.disconnect()
    window.article.menu_wanted.connect(asked.append)
    keys("Tab", "Shift+F10")
    below = window.article.page.rect_of(*window.article.current.fragments[0]).bottomLeft().toPoint()
    assert [window.article.viewport().mapFromGlobal(one) for one in asked] == [below]
