"""Verified copies of a project file, made by SQLite's backup interface and moved into place whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.store import drafts, rights
from annotator.store.connection import APPLICATION_ID, harden, sync_file, sync_folder
from annotator.store.log import broken_links
from annotator.store.migrations import deviations

if TYPE_CHECKING:
    from pathlib import Path

# The source is open already, so that these are of the copy.
_OF_THE_COPY = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})


def copy_verified(source: sqlite3.Connection, to: Path, *, like: Path) -> None:
    """Copies a live database to `to`, replacing what is there only by a copy that verifies; the rights are of `like`.

    Raises KnownError A109 where the copy does not verify, A108 where it cannot be written.
    """
    drafts.clear_stale(to.parent)
    draft = drafts.draft_of(to)
    try:
        rights.make_empty(draft, like=like)
        write_copy(source, draft)
        problem = problem_of(draft)
        if problem is not None:
            raise KnownError("A109", f"the copy does not verify: {problem}", "run `annotator check` on the project")
        sync_file(draft)
        draft.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise KnownError("A108", f"{to} cannot be written ({error.strerror})", "choose another folder") from error
    except sqlite3.Error as error:
        if not is_of_the_copy(error):
            raise
        todo = "choose another folder, or free disk space"
        raise KnownError("A108", f"{to} cannot be written ({error})", todo) from error
    finally:
        drafts.discard(draft)


def is_of_the_copy(error: sqlite3.Error) -> bool:
    """Whether an error came from writing the copy rather than from reading what is copied."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_COPY


def write_copy(source: sqlite3.Connection, to: Path) -> None:
    """Copies a live database, its -wal included, into one file that needs no other beside it."""
    with closing(sqlite3.connect(to, isolation_level=None)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def problem_of(path: Path) -> str | None:
    """Why a closed copy is not usable, or None: SQLite's own check, keys, tables, hash chains, texts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        try:
            harden(connection)
            return _problem(connection)
        except sqlite3.Error as error:
            return str(error)


def _problem(connection: sqlite3.Connection) -> str | None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return "it is not a project"
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    wrong = deviations(connection, version)
    if wrong:
        return wrong[0]
    verdict = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if verdict != "ok":
        return verdict
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "a row points at another that is missing"
    broken = next(broken_links(connection), None)
    return _altered(connection) if broken is None else f"operation {broken.operation}: {broken.what}"


def _altered(connection: sqlite3.Connection) -> str | None:
    """Which scheme or text is not the one that its hash was taken of, or None."""
    for number, source, sha256 in connection.execute("SELECT number, source, sha256 FROM schemes"):
        if not isinstance(source, str) or sha256_of(source) != sha256:
            return f"scheme {number} does not match its hash"
    query = "SELECT d.id, t.text, d.sha256 FROM documents d LEFT JOIN texts t ON t.document = d.number"
    for document, text, sha256 in connection.execute(query):
        if not isinstance(text, str) or sha256_of(text) != sha256:
            return f"the text of document {document!r:.80} does not match its hash"
    return None
