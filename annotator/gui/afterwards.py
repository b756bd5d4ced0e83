"""What is put off until the window was painted for the first time, then done piece by piece, keys before pieces."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Afterwards(QObject):
    """Runs what was added, in its order, once `watched` was painted; each piece in a turn of its own."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._pieces: deque[Callable[[], object]] = deque()
        self.has_begun = False  # whether the first paint is over, or nobody waited for it
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._next)
        self._watched = watched
        watched.installEventFilter(self)

    def add(self, *pieces: Callable[[], object]) -> None:
        """Puts pieces of work at the end."""
        self._pieces.extend(pieces)
        if self.has_begun:
            self._turn.start(0)

    def add_first(self, piece: Callable[[], object]) -> None:
        """Puts a piece of work before all others that are left."""
        self._pieces.appendleft(piece)
        if self.has_begun:
            self._turn.start(0)

    def finish(self) -> None:
        """Does at once what is left."""
        self._begin()
        while self._pieces:
            self._pieces.popleft()()

    def stop(self) -> None:
        """Does nothing more."""
        self._pieces.clear()
        self._turn.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.has_begun:
            self._begin()
            self._turn.start(0)
        return False

    def _begin(self) -> None:
        if not self.has_begun:
            self.has_begun = True
            self._watched.removeEventFilter(self)

    def _next(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if self._pieces:
            self._turn.start(0)
