"""A note takes as little of the window as it can."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from annotator.gui.notice import Answer, Notice, NoticeBar
from annotator.gui.theme import LIGHT
from tests.gui.dialogs.conftest import letters

__all__ = ["letters"]  # the fixture
TEXT = "Deze artikelen gaan over oorlog, over gewonden en doden. U mag bij elk artikel ophouden en een pauze nemen."
ANSWERS = (Answer("Niet meer tonen voor dit project", "…"), Answer("Sluiten", "…"))


@pytest.mark.parametrize(("width", "share", "is_below"), [(1_400, 1.0, False), (1_000, 2.0, True), (1_024, 1.0, False)])
def test_the_answers_stand_below_the_text_where_that_is_lower(qtbot, letters, width, share, is_below) -> None:
    letters(share)
    window, bar = QWidget(), NoticeBar(LIGHT)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(QWidget(), 1)
    window.resize(width, 700)
    window.show()
    bar.tell(Notice(TEXT, "note", ANSWERS))
    for _ in range(3):
        QApplication.processEvents()
    text, (first, *_) = bar._text, bar.findChildren(QPushButton)
    assert (first.geometry().top() >= text.geometry().bottom()) == is_below
    assert text.height() >= text.heightForWidth(text.width())
    assert all(one.geometry().bottom() < bar.height() for one in bar.findChildren(QPushButton))
    beside = text.heightForWidth(width - 40 - sum(one.width() + 10 for one in bar.findChildren(QPushButton)))
    assert bar.height() <= max(beside, first.height()) + 24
