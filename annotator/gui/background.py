"""Fetches suggestions for documents that have none, in a thread that never touches the project."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import KnownError
from annotator.gui.turns import handed_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

    Suggest = Callable[[Document], Sequence[Suggestion]]


class SuggestionThread(QThread):
    """Takes one document after the other, the last asked for first; `close` ends it."""

    found = Signal(str, str, object)  # id of the document, SHA-256 of its text, suggestions
    failed = Signal(str, str)  # id of the document, why

    def __init__(self, suggest: Suggest, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._wanted: queue.LifoQueue[Document | None] = queue.LifoQueue()
        self._asked: set[str] = set()
        self._is_closing = False

    def ask(self, document: Document) -> None:
        """Asks for suggestions, unless they are awaited already; starts the thread with the first."""
        if document.id in self._asked:
            return
        self._asked.add(document.id)
        self._wanted.put(document)
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def run(self) -> None:
        """The thread's own work."""
        while not self._is_closing:
            document = self._wanted.get()
            if document is None:
                return
            try:
                suggestions = self._suggest(document)
            except KnownError as error:
                if not self._is_closing:
                    self.failed.emit(document.id, error.said)
                continue
            except Exception as error:  # noqa: BLE001  (it is handed on; the thread has to outlive it)
                if not self._is_closing:
                    self.failed.emit(document.id, handed_on(error))
                continue
            finally:
                self._asked.discard(document.id)  # who comes back to an article that failed asks again
            if not self._is_closing:
                self.found.emit(document.id, document.sha256, suggestions)

    def close(self) -> None:
        """Ends the thread after the document it is at."""
        self._is_closing = True
        self._wanted.put(None)
        self.wait()
