"""Looks at a project's file without losing SQLite's locks on it: POSIX drops them all at the first close of the file.

Whoever opens and closes a file with a lock of this process on it takes that lock off, by whatever descriptor it was
set. The next program that reads the project then believes itself alone with it, and takes the -wal away at its end.
"""

from __future__ import annotations

import os
import sqlite3
from threading import RLock
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from pathlib import Path

_Inode = tuple[int, int]


class Connection(sqlite3.Connection):
    """One that is known to be open as long as it is."""

    inode: _Inode | None = None

    def close(self) -> None:
        """Closes it; what was opened beside it may be closed then, too."""
        super().close()
        with _GUARD:
            if self.inode is not None:
                _OPEN.get(self.inode, _NONE).discard(self)
            _sweep()


_GUARD = RLock()  # a connection may be thrown away, and so closed, while another is noted
_NONE: WeakSet[Connection] = WeakSet()
_OPEN: dict[_Inode, WeakSet[Connection]] = {}
_BESIDE: dict[_Inode, int] = {}  # descriptors that may not be closed yet, at most one for each file


def note(connection: Connection, path: Path) -> None:
    """Remembers that the connection is open on this file. Raises OSError where the file is gone."""
    if os.name == "nt":  # locks belong to handles there
        return
    inode = _inode(os.stat(path))  # noqa: PTH116  (a name that is no UTF-8 is taken as it is)
    with _GUARD:
        connection.inode = inode
        _OPEN.setdefault(inode, WeakSet()).add(connection)


def is_open(path: Path) -> bool:
    """Whether a connection of this process is noted for the file: nobody else may open it and close it then."""
    try:
        inode = _inode(path.stat())
    except (OSError, ValueError):  # a name with a NUL in it is none
        return False
    with _GUARD:
        return bool(_OPEN.get(inode))


def first_bytes(path: Path, count: int) -> bytes:
    """So many bytes from the beginning of a file, which may be open as a database. Raises OSError."""
    if os.name == "nt":
        with path.open("rb") as stream:
            return stream.read(count)
    with _GUARD:
        _sweep()
        inode = _inode(path.stat())
        beside = _BESIDE.get(inode)
        if beside is not None:
            return os.pread(beside, count, 0)
        descriptor = os.open(path, os.O_RDONLY)
        inode = _inode(os.fstat(descriptor))
        try:
            return os.pread(descriptor, count, 0)
        finally:
            if _OPEN.get(inode):
                _BESIDE[inode] = descriptor
            else:
                os.close(descriptor)


def _inode(found: os.stat_result) -> _Inode:
    return found.st_dev, found.st_ino


def _sweep() -> None:
    """Closes what was kept beside connections that are gone."""
    for inode in [one for one, connections in _OPEN.items() if not connections]:
        del _OPEN[inode]
        beside = _BESIDE.pop(inode, None)
        if beside is not None:
            os.close(beside)
