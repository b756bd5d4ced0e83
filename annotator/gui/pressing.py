"""A button that Enter presses wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PressedButton(QPushButton):
    """Enter presses it while it has the focus, and at no other time unless it is made its dialog's default.

    Qt leaves that to the desktop: on some of them Enter on such a button presses the default one, or none.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # an Enter that is held opened what the button is in
            self.click()
