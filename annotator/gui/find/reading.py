"""Reads the project in the background, on a connection of its own, for lists that must never hold up the article."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import KnownError
from annotator.gui.turns import TURN, hand_over_soon, handed_on
from annotator.store.connection import Interrupted
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from pathlib import Path

    Breathe = Callable[[], bool]
    Job = Callable[[Project, Breathe], Iterable[object]]

AT_A_TIME = 0.002  # seconds of work after which the window gets a turn with the interpreter


class _Wanted(NamedTuple):
    ticket: int
    job: Job


class ReadingThread(QThread):
    """Does one job at a time; a further one ends the one before, whose answers are dropped.

    A job gets a project that is open for reading, and `breathe`, to be called often: it lets the window
    have its turn, and is False once nobody waits for the job any more. What the job yields is delivered
    one by one in the window's thread.
    """

    delivered = Signal(object)  # what a job yielded
    done = Signal()  # the job asked for last has come to its end
    failed = Signal(str)  # why it could not
    _answered = Signal(int, object)
    _ended = Signal(int)
    _broke = Signal(int, str)

    def __init__(self, path: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._lock = threading.Lock()
        self._is_wanted = threading.Event()
        self._wanted: _Wanted | None = None
        self._ticket = 0
        self._reader: Project | None = None
        self._is_busy = False
        self._is_closing = False
        self._answered.connect(self._deliver)
        self._ended.connect(self._end)
        self._broke.connect(self._fail)

    # -- in the window's thread -------------------------------------------------------------------------

    def ask(self, job: Job) -> None:
        """Ends the job at hand and does this one; once it is closed it does none."""
        if self._is_closing:
            return
        with self._lock:
            self._ticket += 1
            # Under the lock, so that only the job before is interrupted and never this one.
            if self._is_busy and self._reader is not None:
                self._reader.interrupt()
            self._wanted = _Wanted(self._ticket, job)
            self._is_wanted.set()
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def drop(self) -> None:
        """Ends the job at hand; nothing more of it is delivered."""
        with self._lock:
            self._ticket += 1
            self._wanted = None
            if self._is_busy and self._reader is not None:
                self._reader.interrupt()

    def close(self) -> None:
        """Ends the thread, and what it is at."""
        self._is_closing = True
        self.drop()
        self._is_wanted.set()
        self.wait()

    def _deliver(self, ticket: int, answer: object) -> None:
        if ticket == self._ticket and not self._is_closing:
            self.delivered.emit(answer)

    def _end(self, ticket: int) -> None:
        if ticket == self._ticket and not self._is_closing:
            self.done.emit()

    def _fail(self, ticket: int, why: str) -> None:
        if ticket == self._ticket and not self._is_closing:
            self.failed.emit(why)

    # -- in its own -------------------------------------------------------------------------------------

    def run(self) -> None:
        """The thread's own work."""
        hand_over_soon()
        try:
            while True:
                self._is_wanted.wait()
                with self._lock:
                    self._is_wanted.clear()
                    wanted, self._wanted = self._wanted, None
                    self._is_busy = wanted is not None
                if self._is_closing:
                    return
                if wanted is not None:
                    self._do(wanted)
                with self._lock:
                    self._is_busy = False
        finally:
            with self._lock:
                reader, self._reader, self._is_busy = self._reader, None, False
            if reader is not None:
                reader.close()

    def _do(self, wanted: _Wanted) -> None:
        ticket = wanted.ticket
        since = time.perf_counter()

        def breathe() -> bool:
            nonlocal since
            if time.perf_counter() - since > AT_A_TIME:
                time.sleep(TURN)
                since = time.perf_counter()
            return ticket == self._ticket

        try:
            if self._reader is None:
                self._reader = Project.open(self._path, read_only=True)
            # Closed at once when it is dropped: a statement left open would be interrupted with the next job.
            with closing(_as_generator(wanted.job(self._reader, breathe))) as answers:
                for answer in answers:
                    if not breathe():
                        return
                    self._answered.emit(ticket, answer)
        except Interrupted:
            return
        except KnownError as error:
            self._broke.emit(ticket, error.said)
            return
        except Exception as error:  # noqa: BLE001  (it is handed on; the thread has to outlive it)
            self._broke.emit(ticket, handed_on(error))
            return
        self._ended.emit(ticket)


def _as_generator(answers: Iterable[object]) -> Generator[object]:
    yield from answers
