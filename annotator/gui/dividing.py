"""The division of the window when its size changes: the sides give way with it, unless somebody set them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator.gui.window_place import first_division

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.main_window import MainWindow

CLOSE = 3  # pixels that the lines between the parts take


class Dividing(QObject):
    """Divides a window of another width as it would have been divided at first, where it still is divided so.

    Else all that a window gets narrower by is taken from the article, which is what is read. `letters` is how much
    larger than usual the window's letters are, as a share.
    """

    def __init__(self, window: MainWindow, *, letters: float) -> None:
        super().__init__(window)
        self._window = window
        self._letters = letters
        self._width = window.width()
        self._given: tuple[int, int] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)  # when the parts have the widths that Qt gives them
        self._later.timeout.connect(self._follow)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._later.start()
        return False

    def _follow(self) -> None:
        before, self._width = self._width, self._window.width()
        if before == self._width:
            return
        at_first = _sides(first_division(before, letters=self._letters))
        if _sides(self._window.division) == self._given or _are_close(_sides(self._window.division), at_first):
            self._window.division = first_division(self._width, letters=self._letters)
            self._given = _sides(self._window.division)  # as Qt has it, which knows how narrow each part may be


def _sides(division: Sequence[int]) -> tuple[int, int]:
    return division[0], division[-1]


def _are_close(sides: tuple[int, int], others: tuple[int, int]) -> bool:
    return all(abs(one - other) <= CLOSE for one, other in zip(sides, others, strict=True))
