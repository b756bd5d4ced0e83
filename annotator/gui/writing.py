"""Long work that writes, in a thread on a connection of its own, while the sessions it would disturb decide nothing."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import KnownError, StoppedError
from annotator.gui.turns import SIGNS, TURN, handed_on
from annotator.store.beside import open_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.services.session import Session
    from annotator.store.beside import ProjectBeside

    Tell = Callable[[int, int], None]  # done, of how many; raises where the work is to end
    Task = Callable[[ProjectBeside, Tell], object]

AT_A_TIME = 0.004  # seconds of work after which the window gets a turn with the interpreter


class _Thread(QThread):
    """Runs the task; afterwards `answer`, or `problem`, or neither: it was stopped, and nothing is kept."""

    advanced = Signal(int, int)

    def __init__(self, path: Path, task: Task, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._task = task
        self._stop = Event()
        self._told = self._turned = 0.0
        self.answer: object = None
        self.problem = ""
        self.is_stopped = False

    def stop(self) -> None:
        """Asks it to stop at the next occasion."""
        self._stop.set()

    def run(self) -> None:
        """The thread's own work."""
        try:
            with open_beside(self._path) as project:
                self.answer = self._task(project, self._tell)
        except StoppedError:
            self.is_stopped = True
        except KnownError as error:
            self.problem = error.said
        except Exception as error:  # noqa: BLE001  (it is handed on: who waits for the work is told)
            self.problem = handed_on(error)

    def _tell(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        now = time.monotonic()
        if now - self._told >= SIGNS or done == total:
            self._told = now
            self.advanced.emit(done, total)
        if now - self._turned >= AT_A_TIME:
            time.sleep(TURN)
            self._turned = time.monotonic()


class Writing(QObject):
    """One task at a time; `sessions` refuse to decide until it has ended, and read everything anew afterwards."""

    advanced = Signal(int, int)
    ended = Signal(object)  # what the task returned
    failed = Signal(str)  # why; nothing was kept
    stopped = Signal()  # nothing was kept
    released = Signal()  # in any case, after one of those: others may write again

    def __init__(self, sessions: Sequence[Session], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = tuple(sessions)
        self._thread: _Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is a task under way."""
        return self._thread is not None

    def begin(self, task: Task) -> None:
        """Runs the task; says why where nothing can be written now."""
        try:
            self._sessions[0].project.require_writable()
        except KnownError as error:
            self.failed.emit(error.said)
            return
        if any(one.is_held for one in self._sessions):
            self.failed.emit(self.tr("other long work is under way; wait a moment, or stop it"))
            return
        for one in self._sessions:
            one.is_held = True
        self._thread = _Thread(self._sessions[0].project.path, task, parent=self)
        self._thread.advanced.connect(self.advanced)
        self._thread.finished.connect(self._finish)
        self._thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Asks it to stop; then nothing of it has happened."""
        if self._thread is not None:
            self._thread.stop()

    def end(self) -> None:
        """Stops it and waits until it has."""
        if self._thread is not None:
            self._thread.stop()
            self._thread.wait()
            self._finish()

    def _finish(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.deleteLater()
        for one in self._sessions:
            one.is_held = False
            one.forget()
        if thread.is_stopped:
            self.stopped.emit()
        elif thread.problem:
            self.failed.emit(thread.problem)
        else:
            self.ended.emit(thread.answer)
        self.released.emit()
