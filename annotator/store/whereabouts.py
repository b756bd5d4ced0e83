"""Whether a project's file is where it was opened: SQLite would go on writing to one that was moved or deleted."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.store.system_lock import inode_of

if TYPE_CHECKING:
    from pathlib import Path


class Whereabouts:
    """The project's file and its -wal as they were found; asked before each transaction, so it costs two looks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places = (str(path), f"{path}-wal")
        self._found = [inode_of(self._places[0]), 0]  # SQLite makes the -wal when it first needs it
        self._rescued: Path | None = None

    def are_kept(self) -> bool:
        """Whether what is decided now goes into the file of that name, and into the -wal beside it."""
        file, wal = map(inode_of, self._places)
        if not self._found[1]:
            self._found[1] = wal
        return [file, wal] == self._found

    def refusal(self, connection: sqlite3.Connection) -> KnownError:
        """The error for a file that is not there any more; all that is in the open one is copied beside it, once.

        The -wal is emptied into the open file: left beside another file of that name, it would be played into that.
        """
        from annotator.store import backup, opening  # lazy: hardly ever needed

        what = f"{self._path.name} was moved, deleted or replaced while it was open"
        try:
            if self._rescued is None or not self._rescued.exists():
                self._rescued = backup.back_up(connection, self._path, backup.free_name(self._path, "rescued"))
            with suppress(sqlite3.Error):
                opening.fold_wal(connection)
        except (KnownError, OSError):
            return KnownError("A108", what, "put it back in its place before you close the program")
        # One sentence, not two put together: the window looks for it as a whole.
        copied = (
            f"{self._path.name} was moved, deleted or replaced while it was open; "
            f"all that was decided is in {self._rescued.name} beside it"
        )
        return KnownError("A108", copied, "put the file back in its place, or open that copy")
