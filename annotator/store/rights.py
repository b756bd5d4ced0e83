"""Who may read and write the files of a project: what is made beside it is no more open, and no less, than it is."""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.store import drafts

if TYPE_CHECKING:
    from pathlib import Path

_ANYBODY = 0o666  # less what the umask takes away
_BITS = 0o777
_OWNER = 0o600  # a copy of what may only be read is there to be worked on
_COMPANIONS = ("-shm", "-wal")
# Of a -shm file: each connection holds the byte 128 as long as it lives (SQLite's os_unix.c: UNIX_SHM_DMS).
_IN_USE_BYTE = 128


def make_empty(path: Path, *, like: Path | None = None) -> None:
    """Makes a file for SQLite to fill, with the rights of `like`, or what the umask leaves; OSError where it cannot.

    SQLite would make it readable by everybody, whatever the project is, and writable by nobody else.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _ANYBODY if like is None else _OWNER)
    try:
        if like is not None and sys.platform != "win32":
            with suppress(FileNotFoundError):  # a project that was deleted while it was open is rescued
                os.fchmod(descriptor, (like.stat().st_mode & _BITS) | _OWNER)
    finally:
        os.close(descriptor)


def require_writable(path: Path) -> None:
    """Raises KnownError A108 for a project whose file may not be written: at once, not at the first decision."""
    if not os.access(path, os.W_OK):
        raise KnownError("A108", f"{path.name} is write-protected", "change its permissions, or open it read-only")


def names_of(path: Path) -> int:
    """How many names (hard links) the file has; 0 where it is not there."""
    try:
        return path.stat().st_nlink
    except OSError:
        return 0


def require_one_name(path: Path) -> None:
    """Raises KnownError A108 for a file with several names (hard links): under each it would have a -wal of its own.

    What is written under one name spoils what is written under another, and no lock knows of both.
    """
    if names_of(path) < 2:
        return
    drafts.clear_links(path)
    names = names_of(path)
    if names > 1:
        raise KnownError(
            "A108",
            f"{path.name} has {names} names on the disk (hard links), and can be written under none of them",
            "copy it and open the copy, or open it read-only",
        )


def free_companions(path: Path) -> None:
    """Takes away the -shm and the -wal that another user's reading left, or reading before the file could be written.

    SQLite leaves them with the rights of whoever read, and can then not write to the project. To be called by who
    holds the lock. Raises KnownError A108 where they are in use, hold work, or cannot be taken away.
    """
    if sys.platform == "win32":  # nothing there is anybody else's, and files in use stay
        return
    barred = [one for one in (path.with_name(path.name + ending) for ending in _COMPANIONS) if _is_barred(one)]
    if not barred:
        return
    wal = path.with_name(path.name + "-wal")
    if wal in barred and wal.stat().st_size:
        raise _refusal(path, barred[0], "holds the latest work and cannot be written")
    if _is_in_use(path.with_name(path.name + "-shm")):
        raise _refusal(path, barred[0], "cannot be written, and somebody reads the project")
    for one in barred:
        try:
            one.unlink()
        except OSError as error:
            raise _refusal(path, one, f"cannot be written ({error.strerror})") from error


def _is_barred(path: Path) -> bool:
    return path.exists() and not os.access(path, os.W_OK)


def _is_in_use(shm: Path) -> bool:
    if sys.platform != "linux":
        return True  # the question is put in a form of Linux's own
    import fcntl  # lazy: Windows has none

    question = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _IN_USE_BYTE, 1, 0)
    try:
        descriptor = os.open(shm, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # nobody knows
    try:
        answer = fcntl.fcntl(descriptor, fcntl.F_GETLK, question)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return bool(struct.unpack("hhqqi4x", answer)[0] != fcntl.F_UNLCK)


def _refusal(path: Path, file: Path, why: str) -> KnownError:
    todo = f"close {path.name} everywhere, then make that file writable; or open the project read-only"
    return KnownError("A108", f"{file.name} {why}", todo)
