"""The exclusive lock on a project: one process writes, and the next is told who that is."""

from __future__ import annotations

import contextlib
import json
import os
from datetime import UTC, datetime
from errno import EDQUOT, EINVAL, ENAMETOOLONG, ENOLCK, ENOSPC, EOPNOTSUPP
from pathlib import Path
from typing import NamedTuple

from annotator import __version__
from annotator.errors import KnownError
from annotator.store.system_lock import SystemLock


class Holder(NamedTuple):
    """Who holds a project: process, machine, user, since when (UTC), with which program version."""

    pid: int
    host: str
    user: str
    since: str
    version: str

    def __str__(self) -> str:
        return f"{self.user} on {self.host}, process {self.pid}, since {self.since}"


class ProjectLock:
    """Held from opening to closing; a lock of the operating system, so it is free when its process is gone.

    The holder is written to a file of its own, since lock files are emptied by some versions of filelock.
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        self._lock_path = project.with_name(project.name + ".lock")
        self._holder_path = project.with_name(project.name + ".holder")
        self._lock = SystemLock(self._lock_path, like=project)

    def acquire(self) -> None:
        """Raises KnownError A103 naming the holder, or A108 where no lock can be made in the folder."""
        try:
            is_ours = self._lock.acquire()
        except OSError as error:
            raise KnownError(
                "A108",
                f"no lock can be made beside {self._project.name} ({error.strerror or error})",
                _way_out(error),
            ) from error
        if is_ours and self._is_at_work_elsewhere():  # whose lock file was deleted
            self._lock.release()
            is_ours = False
        if not is_ours:
            raise self._held()
        try:
            self._write_holder()
        except OSError as error:
            with contextlib.suppress(OSError):  # what a full disk took of it names nobody
                self._holder_path.unlink()
            self._lock.release()
            what = f"{self._holder_path.name} cannot be written ({error.strerror or error})"
            raise KnownError("A108", what, _way_out(error)) from error

    def require_kept(self) -> None:
        """Raises KnownError A103 where the lock file was deleted, and another process has locked a new one since."""
        if not self._lock.is_kept():
            raise self._held()

    def _held(self) -> KnownError:
        return KnownError(
            "A103",
            f"{self._project.name} is held by {self.holder() or 'another process'}",
            "close it there, or open it read-only",
        )

    def _is_at_work_elsewhere(self) -> bool:
        """Whether the process that the holder's file names still has the project open; Linux alone tells.

        Who closes a project takes that file away: where it is found with a free lock, its process was killed, or the
        lock file was deleted under it.
        """
        holder = self.holder()
        if holder is None or holder.host != _host():
            return False
        try:
            opened = list(Path(f"/proc/{holder.pid}/fd").iterdir())
        except (OSError, ValueError):  # gone, another user's, no such folders here, or no number of a process
            return False
        for one in opened:
            with contextlib.suppress(OSError):  # closed by now
                if one.samefile(self._project):
                    return True
        return False

    def release(self) -> None:
        """Takes the holder's file away and frees the lock; harmless when it is not held."""
        if not self._lock.is_locked:
            return
        if self._lock.is_kept():  # else the holder's file is that of another process by now
            with contextlib.suppress(OSError):  # a stale one misleads nobody: the lock itself is asked
                self._holder_path.unlink(missing_ok=True)
        self._lock.release()

    def holder(self) -> Holder | None:
        """Who last wrote the holder's file, or None where it is absent or not readable."""
        try:
            return Holder(**json.loads(self._holder_path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _write_holder(self) -> None:
        holder = Holder(
            pid=os.getpid(),
            host=_host(),
            user=_user(),
            since=datetime.now(UTC).isoformat(timespec="seconds"),
            version=__version__,
        )
        self._holder_path.unlink(missing_ok=True)  # one that another user left cannot be written, only taken away
        self._holder_path.write_text(json.dumps(holder._asdict()), encoding="utf-8")


def _way_out(error: OSError) -> str:
    if error.errno in (ENOSPC, EDQUOT):
        return "free disk space"
    if error.errno == ENAMETOOLONG:
        return "choose a shorter name"
    if error.errno in (ENOLCK, EOPNOTSUPP, EINVAL):  # what shares of a network say that know no locks
        return "copy it to a disk of this computer, or open it read-only"
    return "make its folder writable, or open it read-only"


def _host() -> str:
    if hasattr(os, "uname"):  # spares the start the module of sockets
        return os.uname().nodename
    import socket  # lazy: Windows alone needs it

    return socket.gethostname()


def _user() -> str:
    import getpass  # lazy: it loads the module of terminals

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the password file, as in bare containers
        return "unknown"
