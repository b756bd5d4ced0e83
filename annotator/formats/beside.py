"""A file that is written beside its place and then moved there, by one writer, however many are at it at once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from errno import EBUSY, EISDIR
from typing import TYPE_CHECKING

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AT_ONCE = 20  # writers of one file


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, this writer's alone; moved into its place when the block ends well, else gone.

    What a killed program left is written over by the next one. Whoever opens it closes it within the block. OSError.
    """
    if path.is_dir():  # “.” and “/” have no name that anything could be written beside
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    part, claim = _claimed(path)
    try:
        yield part
        part.replace(path)
    except BaseException:
        with suppress(OSError):  # a barred folder: the reason is told by what could not be written
            part.unlink(missing_ok=True)
        raise
    finally:
        if claim is not None:
            os.close(claim)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keeps other exports out of a folder that is there; KnownError A002 where one is at it.

    Where folders cannot be locked (Windows, some network drives) each file still comes from one export alone.
    """
    descriptor = None
    if sys.platform != "win32":
        import fcntl  # lazy: Windows has none

        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
        try:
            if descriptor is not None:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if descriptor is not None:
                os.close(descriptor)
            raise KnownError(
                "A002", f"{folder}: another export is being written there", "wait for it, or choose another folder"
            ) from None
        except OSError:  # a file system without locks
            pass
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _claimed(path: Path) -> tuple[Path, int | None]:
    """The first of the names beside `path` that nobody is writing under, and the open file that holds it."""
    for number in range(1, _AT_ONCE + 1):
        part = path.with_name(f".{path.name}.part" if number == 1 else f".{path.name}.{number}.part")
        is_ours, claim = _claim(part)
        if is_ours:
            return part, claim
    raise OSError(EBUSY, "others are writing it just now", str(path))


def _claim(part: Path) -> tuple[bool, int | None]:
    if sys.platform == "win32":
        try:
            part.unlink(missing_ok=True)  # refused while somebody has it open
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        except (FileExistsError, PermissionError):
            if not part.exists():
                raise
            return False, None
        return True, None
    import fcntl  # lazy: Windows has none

    while True:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False, None
        except OSError:  # a file system without locks: then as if nobody else were at it
            return True, descriptor
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), part.stat()):
                os.ftruncate(descriptor, 0)
                return True, descriptor
        os.close(descriptor)  # whoever had it moved it into its place meanwhile
