"""The thread that learns from decisions and judges articles by what was learned; it never touches what is shown."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import AnnotatorError, KnownError
from annotator.gui.turns import hand_over_soon, handed_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.core.document import Document
    from annotator.services.learning import Learner, Way
    from annotator.services.suggesting import Judged

    Judge = Callable[[Document], Judged]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was found for a document by the decisions that were known when it was asked for."""

    document: str
    sha256: str
    judged: Judged
    decisions: str


class LearningThread(QThread):
    """Runs what the learner has queued of one way, before anything else; then judges the documents asked for.

    Learning in depth has a thread of its own, so that updates go on beside it. `stop` is called, in the window's
    thread, to end what a worker is at.
    """

    progressed = Signal(str, int, int)  # way, done, total
    learned = Signal(object)  # learning.Outcome
    renewed = Signal(object)  # Renewed
    failed = Signal(str)  # why

    def __init__(
        self,
        learner: Learner,
        judge: Judge | None,
        stop: Callable[[], None],
        *,
        way: Way = "update",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._learner = learner
        self._judge = judge
        self._stop = stop
        self._lock = threading.Lock()
        self._is_wanted = threading.Event()
        self._documents: deque[tuple[Document, str]] = deque()
        self._way = way
        self._is_learning = False
        self._is_closing = False
        self._is_mended = False  # a model that could not be used was asked to be made anew: once

    # -- in the window's thread -------------------------------------------------------------------------

    def learn(self, way: Way) -> bool:
        """Queues a run; False where one is queued that will do the same."""
        is_new = self._learner.request(way)
        self._wake()
        return is_new

    @property
    def is_learning(self) -> bool:
        """Whether a run is queued or going on."""
        return self._is_learning or self._learner.is_pending

    def judge(self, documents: Iterable[Document], decisions: str) -> None:
        """Has these documents judged, in place of those that still wait."""
        with self._lock:
            self._documents = deque((document, decisions) for document in documents)
        self._wake()

    def _wake(self) -> None:
        self._is_wanted.set()
        if not self.isRunning() and not self._is_closing:
            self.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """Ends the thread, and what it is at."""
        self._is_closing = True
        self._is_wanted.set()
        self._stop()
        self.wait()

    # -- in its own -------------------------------------------------------------------------------------

    def run(self) -> None:
        """The thread's own work."""
        hand_over_soon()
        while not self._is_closing:
            self._is_wanted.wait()
            self._is_wanted.clear()
            while not self._is_closing and self._one():
                pass

    def _one(self) -> bool:
        """Does one piece of work; False where there is none."""
        try:
            if self._learner.pending == self._way:
                self._is_learning = True
                outcome = self._learner.run(self._tell)
                self._is_learning = False
                if outcome is not None and not self._is_closing:
                    self.learned.emit(outcome)
                return True
            with self._lock:
                if not self._documents or self._judge is None:
                    return False
                document, decisions = self._documents.popleft()
            judged = self._judge(document)
            if not self._is_closing:
                self.renewed.emit(Renewed(document.id, document.sha256, judged, decisions))
        except KnownError as error:
            was_judging, self._is_learning = not self._is_learning, False
            if was_judging and error.code == "A504" and not self._is_mended:
                self._is_mended = True
                self._learner.request()  # an update puts one in its place that can be used
            elif not self._is_closing:
                self.failed.emit(error.said)
        except Exception as error:  # noqa: BLE001  (it is handed on; the thread has to outlive it)
            self._is_learning = False
            if self._is_closing and isinstance(error, AnnotatorError):
                return True  # the worker was ended amid a call
            self.failed.emit(handed_on(error))
        return True

    def _tell(self, done: int, total: int) -> None:
        if not self._is_closing:
            self.progressed.emit(self._way, done, total)
