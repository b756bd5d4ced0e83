"""A window that gets narrower takes the room from list and inspector as well, not from the article alone."""

from __future__ import annotations

from PySide6.QtTest import QTest

from annotator.gui.dividing import Dividing
from annotator.gui.window_place import first_division


def sides(window) -> tuple[int, int]:
    left, _, right = window.division
    return left, right


def resized(window, width: int) -> None:
    window.resize(width, 800)
    QTest.qWait(20)


def test_the_sides_give_way_with_the_window_and_come_back(window) -> None:
    Dividing(window, letters=1.0)
    resized(window, 1410)
    window.division = first_division(1410, letters=1.0)
    assert sides(window) == (260, 310)
    resized(window, 1024)
    left, _, right = first_division(1024, letters=1.0)
    assert sides(window) == (left, right)
    assert left < 260
    line = window._focus_line
    window.article.setFocus()
    assert (line.x(), line.width()) == (window.article.x(), window.article.width())
    resized(window, 800)  # as narrow as it can be: some parts need more than they were given
    resized(window, 1410)
    assert sides(window) == (260, 310)


def test_a_division_of_one_s_own_stays(window) -> None:
    Dividing(window, letters=1.0)
    resized(window, 1410)
    window.division = (300, 800, 310)
    own = sides(window)
    resized(window, 1200)
    assert sides(window) == own
