"""Reads a project in a thread of its own: long work with progress that can be stopped, in its own open copy."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import KnownError, StoppedError
from annotator.gui.turns import hand_over_soon, handed_on
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Work = Callable[[Project, "Going"], object]


class Going:
    """What work tells while it goes on; telling raises StoppedError where nobody waits for it any more."""

    def __init__(self, reader: Reader, name: str, ticket: int) -> None:
        self._reader = reader
        self._name = name
        self._ticket = ticket

    def __call__(self, done: int, total: int, what: str = "") -> None:
        if not self._reader.is_wanted(self._name, self._ticket):
            raise StoppedError
        self._reader.progressed.emit(self._name, done, total)

    def hand(self, part: object) -> None:
        """Gives away a part of the answer before all of it is there."""
        if not self._reader.is_wanted(self._name, self._ticket):
            raise StoppedError
        self._reader.handed.emit(self._name, part)


class Reader(QThread):
    """Does one piece of work after the other; asking for work of a name again stops the earlier of that name."""

    progressed = Signal(str, int, int)  # name of the work, done, total
    handed = Signal(str, object)  # name of the work, a part of the answer
    answered = Signal(str, object)  # name of the work, the answer
    failed = Signal(str, object)  # name of the work, the KnownError

    def __init__(self, path: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._waiting: queue.Queue[tuple[str, int, Work] | None] = queue.Queue()
        self._tickets: dict[str, int] = {}
        self._is_closing = False

    def ask(self, name: str, work: Work) -> None:
        """Has the work done; starts the thread with the first."""
        ticket = self._tickets[name] = self._tickets.get(name, 0) + 1
        self._waiting.put((name, ticket, work))
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def stop(self, name: str) -> None:
        """Waits for work of that name no more."""
        self._tickets[name] = self._tickets.get(name, 0) + 1

    def is_wanted(self, name: str, ticket: int) -> bool:
        """Whether the answer is still waited for."""
        return not self._is_closing and self._tickets.get(name) == ticket

    def run(self) -> None:
        """The thread's own work."""
        hand_over_soon()
        while not self._is_closing:
            asked = self._waiting.get()
            if asked is None:
                return
            name, ticket, work = asked
            if not self.is_wanted(name, ticket):
                continue
            try:
                # Opened for each piece of work: a reader at rest must not keep the log from being folded in.
                with Project.open(self._path, read_only=True) as project:
                    answer = work(project, Going(self, name, ticket))
            except StoppedError:
                continue
            except KnownError as error:
                if self.is_wanted(name, ticket):
                    self.failed.emit(name, error)
                continue
            except Exception as error:  # noqa: BLE001  (it is handed on: who waits for the work is told)
                if self.is_wanted(name, ticket):
                    self.failed.emit(name, KnownError("A501", handed_on(error), "start again"))
                continue
            if self.is_wanted(name, ticket):
                self.answered.emit(name, answer)

    def close(self) -> None:
        """Ends the thread at the next step of what it is at."""
        self._is_closing = True
        self._waiting.put(None)
        self.wait()
