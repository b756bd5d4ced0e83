"""Connections to a project file: pragmas, limits, transactions, and SQLite's errors in the user's words."""

from __future__ import annotations

import os
import sqlite3
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from annotator.errors import KnownError
from annotator.store import locks_kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

APPLICATION_ID = 0x414E4E4F  # "ANNO", in the header of every project file
BUSY_MS = 5_000
MAX_VALUE = 256 * 1024 * 1024  # bytes of one row or string; no article comes near
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100

_FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA, sqlite3.SQLITE_FORMAT})
# What has no code of its own: the header of a file, the search index's own tables, and values that functions in a query
# find are not for their column.
_DAMAGE = (
    "unsupported file format", "vtable constructor failed", "invalid fts5 file format", "malformed JSON",
    "JSON cannot hold", "user-defined function raised exception",
)  # fmt: skip
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class Interrupted(Exception):  # noqa: N818  (nothing is wrong: another thread does not wait for the answer any more)
    """A query was ended by `Project.interrupt`."""


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
    """A connection with this program's pragmas; autocommit, transactions are begun by hand.

    `immutable` reads a file on a medium where nothing can be written, without looking at its -wal.
    Raises sqlite3.Error; callers stand inside `known_errors`.
    """
    mode = "ro" if read_only else "rw"
    uri = f"{_uri(path)}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, cached_statements=256, factory=locks_kept.Connection
    )
    try:
        with suppress(OSError):  # gone already: nobody else will open it
            locks_kept.note(connection, path)
        harden(connection)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def harden(connection: sqlite3.Connection) -> None:
    """Sets what every connection to a project, a backup or a scratch copy has in common."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 8)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")  # first: before anything of the schema can be evaluated
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA mmap_size=0")  # a read error then is an error, not a signal
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA wal_autocheckpoint=0")  # a checkpoint belongs in idle time, not in a commit
        connection.execute("PRAGMA temp_store=DEFAULT")
    except UnicodeDecodeError as error:  # what SQLite says of a table whose name is bytes, Python cannot read
        raise sqlite3.DatabaseError("the names of its tables cannot be decoded") from error


def _uri(path: Path) -> str:
    posix = quote(os.fsencode(path.absolute().as_posix()))  # names of files need not be UTF-8
    return f"file://{posix}" if posix.startswith("/") else f"file:///{posix}"


def peek(path: Path) -> tuple[int, int]:
    """(application_id, user_version) from the file's header, without opening it as a database.

    Raises KnownError A001 where there is no file, A101 where it is no SQLite database.
    """
    todo = "choose a file made by `annotator new`"
    try:
        resolved = path.resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        raise KnownError("A001", f"{path} does not exist", "check the name") from None
    except PermissionError as error:
        raise _unreadable(path, error) from error
    except (OSError, RuntimeError):  # a loop of symbolic links is a RuntimeError before Python 3.13
        raise KnownError("A101", f"{path} leads nowhere", todo) from None
    if not resolved.is_file():
        raise KnownError("A101", f"{path} is not a file", todo)
    try:
        header = locks_kept.first_bytes(resolved, _HEADER_BYTES)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise KnownError("A101", f"{path} is not an annotator project", todo)
    return int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")


def _unreadable(path: Path, error: OSError) -> KnownError:
    return KnownError("A001", f"{path} cannot be read ({error.strerror})", "check its permissions")


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside the block into KnownError A103, A105 or A108, or Interrupted; others pass."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error


def _translated(error: sqlite3.Error, path: Path) -> Exception:
    # Bytes that are no UTF-8 are found by Python, not by SQLite, so that error has no code.
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT if "decode" in str(error) else 0) & 0xFF
    if primary == sqlite3.SQLITE_INTERRUPT:
        return Interrupted("the query was ended")
    if primary in _FULL:
        return KnownError(
            "A108", f"{path.name} cannot be written ({error})", "free disk space or check permissions; nothing was lost"
        )
    if primary in _HELD:
        return KnownError("A103", f"{path.name} is busy in another process", "try again, or open it read-only")
    if primary in _BROKEN or str(error).startswith(_DAMAGE):
        return KnownError("A105", f"{path.name} is damaged ({error})", "run `annotator check`, or restore a backup")
    return error


def is_in_transaction(connection: sqlite3.Connection) -> bool:
    """Whether a transaction is open; a call, since what a block does to it is not seen in the attribute's type."""
    return connection.in_transaction


def writing(connection: sqlite3.Connection, path: Path) -> AbstractContextManager[sqlite3.Connection]:
    """One BEGIN IMMEDIATE … COMMIT; whatever goes wrong, the file stays as it was.

    Inside another one it is a part of that: it takes back its own writes, and the outermost commits.
    """
    return part_of_transaction(connection, path) if connection.in_transaction else _Writing(connection, path)


class _Writing(AbstractContextManager["sqlite3.Connection"]):
    """The outermost transaction. A class: three generators inside one another were a dozen calls at every key."""

    __slots__ = ("_connection", "_path")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def __enter__(self) -> sqlite3.Connection:
        # Deferred would fail with BUSY_SNAPSHOT when a read comes before the write.
        self._execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._execute("COMMIT")
            return
        self._take_back()
        self._translate(error)

    def _execute(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except BaseException as error:
            self._take_back()
            self._translate(error)
            raise

    def _translate(self, error: BaseException) -> None:
        known = _translated(error, self._path) if isinstance(error, sqlite3.Error) else error
        if known is not error:
            raise known from error

    def _take_back(self) -> None:
        if is_in_transaction(self._connection):
            with known_errors(self._path):
                self._connection.execute("ROLLBACK")


@contextmanager
def part_of_transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Inside a transaction: takes back the writes of the block when it raises, and only those."""
    with known_errors(path):
        connection.execute("SAVEPOINT part")
        try:
            yield connection
        except BaseException:
            if is_in_transaction(connection):  # a full disk can have ended the whole transaction
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise
        connection.execute("RELEASE part")


def sync_file(path: Path) -> None:
    """Forces a finished file, and its entry in the folder, to the disk."""
    # Windows flushes only what is open for writing.
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Forces the names in a folder to the disk, where the system knows how to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sqlite_facts() -> str:
    """The version of SQLite and proof that it has FTS5, in words; raises sqlite3.OperationalError without it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE found USING fts5 (text)")
        connection.execute("INSERT INTO found VALUES ('Deir al-Zor')")
        rows = connection.execute("SELECT count(*) FROM found WHERE found MATCH 'zor'").fetchone()[0]
    return f"SQLite {sqlite3.sqlite_version}, FTS5 finds {rows} of 1"
