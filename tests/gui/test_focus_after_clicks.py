"""After a click beside the article the next key is the article's: the mouse chose, and work goes on there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.inspector.painted import Steps


def test_a_value_clicked_in_the_inspector_leaves_the_keys_with_the_article(window, keys) -> None:
    keys("Tab", "Enter", "Enter", "Tab")
    assert window.article.current.is_event
    window.settle()
    QApplication.processEvents()
    steps = next(one for one in window.inspector.findChildren(Steps) if one.isVisible())
    QTest.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps._rects()[1].center().toPoint())
    assert window.article.hasFocus()
    before = window.article.current.id
    keys("Tab")
    assert window.article.current.id != before


def test_an_article_clicked_in_the_list_has_the_keys(window, keys) -> None:
    window.settle()
    articles = window.queue.list
    place = articles.visualRect(window.queue.model.index(1)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desk.document == "d2"
    assert window.article.hasFocus()
    keys("Tab")
    assert window.article.current is not None


def test_enter_in_the_list_goes_to_the_article_and_the_arrows_stay_in_it(window, keys) -> None:
    window.settle()
    window.queue.list.setFocus()
    keys("Down")
    assert window.queue.list.hasFocus()
    keys("Enter")
    assert window.desk.document == "d2"
    assert window.article.hasFocus()


def test_the_inspector_can_still_be_gone_to_by_keys(window, keys) -> None:
    window.settle()
    keys("F6")
    assert window.inspector.hasFocus()
    QTest.mouseClick(window.article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert window.article.hasFocus()
