"""An open project file: its connection and lock, its settings, its transactions and its upkeep."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from annotator.errors import KnownError
from annotator.store import creation, opening
from annotator.store.connection import known_errors, part_of_transaction, writing
from annotator.store.lock import ProjectLock
from annotator.store.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from types import TracebackType

    from annotator.store.check import Finding

WAL_LIMIT = 16 * 1024 * 1024  # bytes; beyond it a checkpoint is due even without idle time
LOOK_EVERY = 16  # decisions of half a megabyte at most; to ask for the size of the -wal costs as much as two queries


class ProjectFile:
    """What is true of the file whatever stands in it; `Project` adds what annotators do with it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: ProjectLock | None) -> None:
        """Takes over an open connection; without a lock it is for reading only."""
        self.path = path
        self.is_read_only = lock is None
        self._connection = connection
        self._lock = lock
        self._wal = path.with_name(path.name + "-wal")
        self._checkpoint_at = WAL_LIMIT
        self._single = 0  # decisions written one by one since the size of the -wal was asked for
        self._is_open = True
        self._whereabouts = Whereabouts(path)
        self.replica = str(self.meta("replica"))

    def close(self) -> None:
        """Folds the -wal into the file and frees the lock; harmless when closed already."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            if not self.is_read_only and not self._connection.in_transaction:
                # What a full disk leaves in the -wal is safe there, and is folded at the next closing.
                with contextlib.suppress(KnownError), known_errors(self.path):
                    opening.fold_wal(self._connection)
        finally:
            self._connection.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Settings

    def meta(self, key: str) -> object:
        """A setting of the project (replica, language, tokenizer_hash, program, …), or None."""
        with known_errors(self.path):
            return creation.meta(self._connection, key)

    def set_meta(self, key: str, value: object) -> None:
        """Stores a setting of the project, as JSON."""
        with self._writing() as connection:
            creation.put_meta(connection, key, value)

    @property
    def tokenizer(self) -> dict[str, Any]:
        """The settings of the tokenizer that all documents were cut with."""
        return dict(cast("dict[str, Any]", self.meta("tokenizer") or {}))

    # Transactions

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes all writes inside the block one transaction: all are kept when it ends well, else none."""
        with self._writing():
            yield
        self._checkpoint_if_due()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Inside a transaction: takes back the writes of the block when it raises, and only those."""
        with part_of_transaction(self._connection, self.path):
            yield

    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        self.require_writable()
        if not self._connection.in_transaction:
            if not self._whereabouts.are_kept():
                raise self._whereabouts.refusal(self._connection)
            if self._lock is not None:
                self._lock.require_kept()
        return writing(self._connection, self.path)

    def require_writable(self) -> None:
        """Raises KnownError A104 where the project is open for reading only."""
        if self.is_read_only:
            is_held = ProjectLock(self.path).holder() is not None
            todo = "close it elsewhere, then open it for writing"
            if not is_held:  # to close it elsewhere would be looked for in vain
                todo = "open it for writing, from a folder of your own and with room on its disk"
            raise KnownError("A104", f"{self.path.name} is open read-only", todo)

    # Upkeep

    def checkpoint(self) -> None:
        """Folds the -wal into the file as far as no reader is in the way; for idle time, never waits for one."""
        if self.is_read_only or self._connection.in_transaction:
            return
        with known_errors(self.path):
            opening.fold_wal(self._connection)
        self._checkpoint_at = opening.size_of(self._wal) + WAL_LIMIT

    def _note_single(self) -> None:
        self._single += 1
        if self._single >= LOOK_EVERY:
            self._checkpoint_if_due()

    def _checkpoint_if_due(self) -> None:
        """After a commit: what is kept has been kept, so an upkeep that fails is none of the caller's errors."""
        self._single = 0
        size = opening.size_of(self._wal)
        if size <= self._checkpoint_at:
            return
        try:
            self.checkpoint()
        except (KnownError, sqlite3.Error):  # a full disk: the -wal holds everything until there is room
            self._checkpoint_at = size + WAL_LIMIT

    def interrupt(self) -> None:
        """Ends a running search; the one method that another thread may call."""
        self._connection.interrupt()

    def check(self) -> list[Finding]:
        """Everything that is wrong with the file; [] is the answer to hope for."""
        from annotator.store import check  # lazy: not needed to open a project

        with known_errors(self.path):
            return check.findings(self._connection)

    def rebuild_projection(self) -> None:
        """Derives the current state anew from the log, all or nothing; A105 where the log does not verify."""
        from annotator.store import check  # lazy: not needed to open a project

        self.require_writable()
        with known_errors(self.path):
            check.rebuild(self._connection, self.path)
        self._checkpoint_if_due()

    def copy_to(self, path: Path) -> None:
        """Writes the project as it is now to a file that is thrown away again, unverified; A108 where that fails."""
        from annotator.store import copying  # lazy: not needed to open a project

        with known_errors(path):
            copying.write_copy(self._connection, path)

    def backup(self, to: Path | str | None = None) -> Path:
        """Writes a verified copy, beside the project unless told where; returns its path (A106, A108, A109)."""
        from annotator.store import backup  # lazy: not needed to open a project

        return backup.back_up(self._connection, self.path, None if to is None else Path(to))
