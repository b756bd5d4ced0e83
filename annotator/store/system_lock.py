"""A lock file that one process holds: flock itself where the system has it, filelock elsewhere."""

from __future__ import annotations

import contextlib
import os
import sys
from errno import EACCES, EAGAIN, ENOSYS, EWOULDBLOCK
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

_HELD = frozenset({EACCES, EAGAIN, EWOULDBLOCK})


class SystemLock:
    """Free when its process is gone. filelock takes the same flock on the same file: each keeps the other out.

    filelock is not loaded where flock will do, since it takes a tenth of the time of a start.
    """

    def __init__(self, path: Path, *, like: Path | None = None) -> None:
        """A lock file that is made here may be opened by all who may open `like`, where that is there."""
        self._path = path
        self._place = str(path)
        self._like = like
        self._descriptor: int | None = None
        self._inode = 0  # of the file that is locked
        self._elsewhere: BaseFileLock | None = None

    @property
    def is_locked(self) -> bool:
        """Whether this object holds it."""
        return self._descriptor is not None or self._elsewhere is not None

    def acquire(self) -> bool:
        """Takes the lock without waiting; False where another holds it, OSError where none can be made."""
        if self.is_locked:
            return True
        if sys.platform == "win32":
            return self._acquire_elsewhere()
        import fcntl  # lazy: Windows has none

        # The file stays when the lock is freed: taking it away would give two who wait two files to lock.
        is_new = not self._path.exists()
        descriptor, inode = self._opened()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                return False
            if error.errno == ENOSYS:  # a file system without flock: there the file itself is filelock's lock
                if is_new:
                    self._path.unlink(missing_ok=True)
                return self._acquire_elsewhere()
            raise
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor, self._inode = descriptor, inode
        return True

    def is_kept(self) -> bool:
        """Whether nobody else can have the lock; one whose file was deleted is taken anew, False if it is too late.

        Windows deletes no file that is open, so that there is nothing to look after.
        """
        if self._descriptor is None or inode_of(self._place) == self._inode:
            return True
        held, self._descriptor = self._descriptor, None
        try:
            is_ours = self.acquire()
        except OSError:  # no file can be made here: not by others, either
            self._descriptor = held
            return True
        if not is_ours:
            self._descriptor = held
            return False
        os.close(held)
        return True

    def _opened(self) -> tuple[int, int]:
        descriptor = self._found_or_made()
        return descriptor, os.fstat(descriptor).st_ino

    def _found_or_made(self) -> int:
        ways = os.O_NONBLOCK | os.O_NOFOLLOW
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | ways, 0o666)
        except FileExistsError:
            with contextlib.suppress(PermissionError):
                return os.open(self._path, os.O_RDWR | ways)
            return os.open(self._path, os.O_RDONLY | ways)  # another user's; a flock takes no more than that
        with contextlib.suppress(OSError):  # the umask's rights then
            if self._like is not None:
                os.fchmod(descriptor, self._like.stat().st_mode & 0o666)
        return descriptor

    def _acquire_elsewhere(self) -> bool:
        from filelock import FileLock, Timeout  # lazy: see above

        lock = FileLock(self._path, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return False
        self._elsewhere = lock
        return True

    def release(self) -> None:
        """Frees the lock; harmless when it is not held."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)  # nobody else has this open file: closing it frees the flock
        if self._elsewhere is not None:
            lock, self._elsewhere = self._elsewhere, None
            lock.release(force=True)


def inode_of(path: Path | str) -> int:
    """What tells a file from all others of its disk; 0 where it is not there. SQLite goes by it, too."""
    try:
        return os.stat(path).st_ino  # noqa: PTH116  (at every decision, where a Path's costs five times as much)
    except OSError:
        return 0
