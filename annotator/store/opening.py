"""Opening a project file: refusing what is not one, locking, migrating, and reading where nothing can be written."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.errors import KnownError
from annotator.store import rights
from annotator.store.connection import APPLICATION_ID, BUSY_MS, connect, known_errors, peek, writing
from annotator.store.creation import require_complete
from annotator.store.lock import ProjectLock
from annotator.store.migrations import migrate, newest, require_expected

if TYPE_CHECKING:
    from pathlib import Path

LARGE = 20_000_000  # bytes of a file that is migrated before anybody could read a word about it


def open_file(path: Path, *, read_only: bool) -> tuple[Path, sqlite3.Connection, ProjectLock | None]:
    """(real path, connection, lock or None when reading); for the errors see `Project.open`."""
    # The header is looked at first, so that a file that is not ours or too new is not touched at all.
    require_ours(path, *peek(path))
    target = path.resolve()
    if read_only:
        return target, _open_reading(target), None
    rights.require_writable(target)
    rights.require_one_name(target)
    lock = ProjectLock(target)
    lock.acquire()
    try:
        rights.free_companions(target)
        return target, _open_writing(target), lock
    except BaseException:
        lock.release()
        raise


def require_ours(path: Path, application_id: int, version: int) -> None:
    """Raises KnownError A101 for a stranger's database, A102 for one of a newer program."""
    if application_id != APPLICATION_ID:
        raise KnownError("A101", f"{path} is a database of another program", "choose a file made by `annotator new`")
    if version > newest():
        raise KnownError(
            "A102",
            f"{path.name} has schema version {version}; annotator {__version__} knows versions up to {newest()}",
            "update the program; the file was not touched",
        )


def takes_long(path: Path) -> bool:
    """Whether opening the file for writing will migrate so much that it takes seconds; False where it will not open."""
    try:
        application_id, version = peek(path)
    except KnownError:
        return False
    return application_id == APPLICATION_ID and version < newest() and size_of(path) > LARGE


def _open_writing(path: Path) -> sqlite3.Connection:
    with known_errors(path):
        connection = connect(path)
        try:
            version = version_of(connection)
            require_ours(path, APPLICATION_ID, version)  # the -wal may know a newer version than the header
            require_expected(connection, path, version)
            if version < newest():
                _migrate(connection, path, version)
            require_complete(connection, path)
            connection.execute("PRAGMA journal_mode=WAL")
        except BaseException:
            connection.close()
            raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    from datetime import UTC, datetime  # lazy: only an older file is migrated

    from annotator.store import copying  # lazy: as above

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    copying.copy_verified(connection, path.with_name(f"{path.name}.v{version}-{stamp}.backup"), like=path)
    connection.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
    try:
        with writing(connection, path):
            migrate(connection, since=version)
            require_expected(connection, path, newest())
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise KnownError("A105", f"{path.name} did not survive its migration", "it was left as it was")
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _open_reading(path: Path) -> sqlite3.Connection:
    with known_errors(path):
        connection = connect_reading(path)
        try:
            version = version_of(connection)
            require_ours(path, APPLICATION_ID, version)
            if version < newest():
                raise KnownError(
                    "A104",
                    f"{path.name} has schema version {version} and must be brought to {newest()} first",
                    "open it once for writing",
                )
            require_expected(connection, path, version)
            require_complete(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """A read-only connection, also where SQLite cannot make its -shm file; A108 where work lies in a -wal then."""
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path, read_only=True)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if not _lacks_companion(error):
            raise
        # Without its -wal the file is whole only if that is empty: else the latest work would be missing.
        if size_of(path.with_name(path.name + "-wal")):
            raise KnownError(
                "A108",
                f"the latest work on {path.name} lies in {path.name}-wal, which cannot be read where nothing can "
                "be written",
                "copy both files to a folder of your own and open that copy",
            ) from error
        return connect(path, read_only=True, immutable=True)
    return connection


def _lacks_companion(error: sqlite3.OperationalError) -> bool:
    """Whether SQLite could not make its -shm file: on a medium where nothing can be written, or a full disk."""
    return error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE or error.sqlite_errorcode & 0xFF in {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version as the database itself knows it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def fold_wal(connection: sqlite3.Connection) -> None:
    """Checkpoints and empties the -wal as far as no reader is in the way, without waiting for one."""
    connection.execute("PRAGMA busy_timeout=0")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def size_of(path: Path) -> int:
    """Bytes of a file, 0 where it is not."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
