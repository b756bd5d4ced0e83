"""A drag that leaves the article at its foot or its head scrolls on, and what is dragged goes along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.core.state import DocumentState
from annotator.gui.article.view import ArticleView
from annotator.gui.theme import LIGHT
from tests.gui.conftest import article

TEXT = "\n\n".join(f"Alinea {number} met enkele woorden." for number in range(60))


@pytest.fixture
def view(qtbot, scheme):
    made = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_state(DocumentState(article(TEXT, id="long")))
    QApplication.processEvents()
    return made


def drag_out(view: ArticleView, qtbot, way: int) -> None:
    """Presses in the middle and drags beyond the edge, without letting go."""
    middle, port = view.viewport().rect().center(), view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle)
    for beyond in (150, 200):
        qtbot.mouseMove(port, middle + QPoint(5, way * beyond))


def test_a_drag_below_the_article_scrolls_on_and_selects(view, qtbot) -> None:
    bar = view.verticalScrollBar()
    drag_out(view, qtbot, 1)
    before = view.selected()[0]
    qtbot.waitUntil(lambda: bar.value() > 200, timeout=10_000)
    start, end = view.selected()[0]
    assert start == before[0]
    assert end > before[1] + 60
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    held = bar.value()
    qtbot.wait(200)
    assert bar.value() == held


def test_a_drag_above_the_article_goes_back_to_its_head_and_ends_there(view, qtbot) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(400)
    drag_out(view, qtbot, -1)
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=10_000)
    qtbot.waitUntil(lambda: not view._mouse._scroll._timer.isActive(), timeout=10_000)
    assert view.selected()[0][0] < TEXT.index("\n"), "up to the first line"


def test_within_the_article_a_drag_does_not_scroll(view, qtbot) -> None:
    middle, port = view.viewport().rect().center(), view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(port, middle + QPoint(40, 60))
    qtbot.wait(150)
    assert view.verticalScrollBar().value() == 0
    assert not view._mouse._scroll._timer.isActive()
