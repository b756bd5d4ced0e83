"""Tells when a widget has another size than before, to what lies over it and is in no layout of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Resized(QObject):
    """Calls `then` whenever `watched` has taken another size, as long as `parent` is there."""

    def __init__(self, watched: QWidget, then: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; the widget gets its event all the same."""
        if event.type() == QEvent.Type.Resize:
            self._then()
        return False
