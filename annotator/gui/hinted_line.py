"""A line to type in whose hint has the room it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

AROUND_TEXT = 22  # pixels of the line that are no room for text


class HintedLine(QLineEdit):
    """A line that says what to type while it is empty, in fewer words where there is no room for all of them."""

    _hints = ("", "")

    def set_hint(self, whole: str, *, shorter: str) -> None:
        """What stands in it while nothing is typed."""
        self._hints = whole, shorter
        self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        whole, shorter = self._hints
        is_ample = self.fontMetrics().horizontalAdvance(whole) + AROUND_TEXT <= self.width()
        self.setPlaceholderText(whole if is_ample else shorter)
