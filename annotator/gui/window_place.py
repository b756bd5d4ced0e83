"""How the window was left: its size, its place and its division, in words that the settings keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from annotator.gui.late_parts import NARROWEST_INSPECTOR, NARROWEST_QUEUE
from annotator.gui.main_window import WIDTHS

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

_WORDS = re.compile(r"(\d{2,5})x(\d{2,5})([+-]\d{1,5})([+-]\d{1,5}) (\d{1,5})/(\d{1,5})/(\d{1,5})( maximized)?")
FRAME = (4, 40)  # pixels that borders and a title bar take, where the system's own are not known yet
NARROW = 680  # pixels of a window in which list and inspector are no wider than they must
HELD = QSize(120, 30)  # what must be seen of its upper edge, or nobody could take hold of it


def left_as(window: MainWindow, before: str) -> str:
    """How the window is left, `1440x900+20+40 260/840/310`; `before` is how it was put."""
    widths = "/".join(str(width) for width in window.division)
    is_filling = bool(window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
    size, at = window.size(), window.pos()
    if is_filling:
        # What a window goes back to is told without its frame: kept, it would wander by that much each time.
        known = _WORDS.fullmatch(before)
        held = window.normalGeometry()
        size = QSize(int(known[1]), int(known[2])) if known else held.size()
        at = QPoint(int(known[3]), int(known[4])) if known else held.topLeft()
    place = f"{size.width()}x{size.height()}{at.x():+}{at.y():+} {widths}"
    return f"{place} maximized" if is_filling else place


def first_division(width: int, *, letters: float) -> tuple[int, int, int]:
    """How wide list, article and inspector are at first in a window so wide, its letters larger by that share."""
    return divided(width, WIDTHS, least=(NARROWEST_QUEUE, NARROWEST_INSPECTOR), letters=letters)


def divided(
    width: int, widths: tuple[int, int, int], *, least: tuple[int, int], letters: float
) -> tuple[int, int, int]:
    """How wide an article and what stands on either side of it are, which are to have `widths` where there is room.

    Where there is little the sides give way before the article does, which is read, down to `least`.
    """
    room = min(1.0, max(0.0, (width - NARROW) / (sum(widths) - NARROW)))
    left, right = (
        round(min(most, letters * (narrowest + room * (most - narrowest))))
        for narrowest, most in zip(least, (widths[0], widths[2]), strict=True)
    )
    return left, max(0, width - left - right), right


def put_as(window: MainWindow, left: str) -> bool:
    """Puts a window that is not shown yet as one was left; False where that is not known.

    It is no larger than its screen, and where its place is on no screen any more the system chooses one.
    """
    known = _WORDS.fullmatch(left)
    if known is None:
        return False
    wide, high, x, y, *widths = (int(number) for number in known.groups()[:7])
    handle = QRect(QPoint(x, y), HELD)
    screen = next((one for one in QGuiApplication.screens() if one.availableGeometry().contains(handle)), None)
    space = (screen or QGuiApplication.primaryScreen()).availableSize()
    window.resize(min(wide, space.width() - FRAME[0]), min(high, space.height() - FRAME[1]))
    if screen is not None:
        window.move(x, y)
    window.division = widths
    if known[8]:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    return True
