"""A second connection for writing to a project that is open already: for long work in a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.connection import connect, known_errors
from annotator.store.lock import ProjectLock
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _HeldLock(ProjectLock):
    """Stands for the lock of who opened the project first, and leaves it to them."""

    def release(self) -> None:
        """Nothing: whoever acquired the lock frees it."""


class ProjectBeside(Project):
    """The project once more; `told` is called for each decision that is read or written, and may raise to end it.

    What it raises takes back all that the transaction under way has written.
    """

    told: Callable[[], None] | None = None

    def _number_of(self, document_id: str) -> int:
        # Asked once for each decision while an operation is stored: the one place that all of them pass.
        if self.told is not None:
            self.told()
        return super()._number_of(document_id)


def open_beside(path: Path) -> ProjectBeside:
    """Opens a project that this process holds for writing, which it has to go on holding until this one is closed.

    For another thread, while the one that holds the project writes nothing. Raises KnownError A105, A108.
    """
    with known_errors(path):
        connection = connect(path)
        try:
            return ProjectBeside(path, connection, _HeldLock(path))
        except BaseException:
            connection.close()
            raise
