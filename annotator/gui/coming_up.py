"""What a desk that comes up promises before it has it: guards against crashes, and suggestions from a worker."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.gui.safeguards import CrashGuard, EndingSignals
    from annotator.nlp.client import WorkerClient

COLLECTOR = "collector of garbage"
EVERY = 500  # milliseconds between two looks at whether there is garbage to be collected


def collect_again() -> None:
    """Collects garbage from now on, after a start without; what the start made is never gone through.

    Only the window's own thread does: one of the background would destroy parts of Qt that the window may be using.
    """
    gc.freeze()
    made = QCoreApplication.instance()
    if made is not None and made.findChild(QTimer, COLLECTOR) is None:
        from annotator.services.collecting import collect_due  # lazy: the window is painted first

        timer = QTimer(made)
        timer.setObjectName(COLLECTOR)
        timer.setInterval(EVERY)
        timer.timeout.connect(collect_due)
        timer.start()


class Guards:
    """Crash guard and ending signals: whole after the first paint, or with the first error if that comes before."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._before = sys.excepthook
        self._made: tuple[CrashGuard, EndingSignals] | None = None

    def install(self) -> None:
        """From now on, until `remove`."""
        sys.excepthook = self._first_error

    def complete(self) -> None:
        """Puts the real guards up; harmless when they are."""
        if self._made is not None:
            return
        from annotator.gui.safeguards import CrashGuard, EndingSignals  # lazy: the window is painted first

        sys.excepthook = self._before
        guard = CrashGuard()
        guard.install()
        self._made = guard, EndingSignals(self._application)

    def _first_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.complete()
        sys.excepthook(kind, error, trace)

    def remove(self) -> None:
        """Gives hooks and signals back."""
        if self._made is None:
            sys.excepthook = self._before
            return
        guard, signals = self._made
        signals.remove()
        guard.remove()


class Suggesting:
    """Suggests for the documents of one project; the worker is started for the first that wants any.

    To be called from one thread, and closed when that thread has ended.
    """

    def __init__(self, project: Path, scheme: Callable[[], Scheme]) -> None:
        """`scheme` gives the one in force, which the lead may change meanwhile."""
        self._project = project
        self._scheme = scheme
        self._worker: WorkerClient | None = None
        self._names: dict[str, object] = {}

    def __call__(self, document: Document) -> Sequence[Suggestion]:
        """Suggestions for one document; raises KnownError A501 where the worker fails."""
        from annotator.services.suggesting import judged_for, known_names  # lazy: most articles have theirs

        if self._worker is None:
            from annotator.nlp.client import WorkerClient  # lazy: as above

            with Project.open(self._project, read_only=True) as project:  # the other connection is another thread's
                self._names = known_names(project)
            self._worker = WorkerClient()
        return judged_for(document, self._scheme(), self._worker.call, names=self._names).shown

    def close(self) -> None:
        """Ends the worker."""
        if self._worker is not None:
            self._worker.close()
