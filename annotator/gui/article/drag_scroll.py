"""Scrolls on while the mouse drags beyond the upper or lower edge of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea

PACE = 40  # milliseconds from one step to the next
LEAST, MOST = 4, 60  # pixels of a step; the further beyond the edge, the more


class DragScroll(QObject):
    """Steps while `follow` was told of a place beyond the edge, until `stop`; `then` is called after each step."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._step = 0
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PACE)
        self._timer.timeout.connect(self._go_on)

    def follow(self, y: float, then: Callable[[], None]) -> None:
        """The mouse drags at that height of the viewport."""
        height = self._view.viewport().height()
        beyond = y if y < 0 else max(0.0, y - height)
        pace = min(MOST, max(LEAST, round(abs(beyond) / 2)))
        self._step = 0 if not beyond else -pace if beyond < 0 else pace
        self._then = then
        if not self._step:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()
        self._then = None

    def _go_on(self) -> None:
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._step)
        if bar.value() == before:  # at the end of the article
            self._timer.stop()
        elif self._then is not None:
            self._then()
