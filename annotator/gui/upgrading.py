"""Says so while a large project of an older version is brought up to date, which takes seconds without a window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.parts import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

LONGEST = 500  # milliseconds to wait for the system to show the word


class UpdateNote(QWidget):
    """A window with a line of text, on the screen before what it tells of begins."""

    def __init__(self, name: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self.setWindowTitle("annotator")
        head = PlainLabel()
        head.set_outside_text(self.tr("{name} is being brought up to date").format(name=name))
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        more = PlainLabel(
            self.tr(
                "It was made by an earlier version. A copy of it as it is now is kept beside it. This is done once."
            )
        )
        more.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(more)
        self.setMinimumWidth(420)
        self.is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        self.is_painted = True

    def show_now(self) -> None:
        """Returns when the window was painted, or the system takes too long over it."""
        clock = QElapsedTimer()
        clock.start()
        self.show()
        while not self.is_painted and clock.elapsed() < LONGEST:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Shows the note while the block opens the project of that name."""
    note = UpdateNote(name)
    note.show_now()
    try:
        yield
    finally:
        note.close()
        note.deleteLater()
