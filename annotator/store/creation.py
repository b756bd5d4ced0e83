"""Making a project file, and what stands in it about itself: settings and scheme versions."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator import __version__
from annotator.core.decision import canonical
from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.store import drafts, kinds, rights
from annotator.store.connection import APPLICATION_ID, harden, known_errors, sync_file, sync_folder
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.lock import ProjectLock
from annotator.store.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Scheme(NamedTuple):
    """One version of the tag set as it is stored: `source` is TOML."""

    name: str
    version: int
    source: str


def create(path: Path, scheme: Scheme, *, meta: Mapping[str, Any]) -> None:
    """Writes a project beside its place and moves it there whole; KnownError A106 if something is there, A108."""
    require_free(path)
    lock = ProjectLock(path)
    lock.acquire()
    drafts.clear_stale(path.parent)
    draft = drafts.draft_of(path)
    try:
        rights.make_empty(draft)
        with known_errors(path), closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            harden(connection)
            _fill(connection, scheme, {"replica": new_replica(), "program": __version__, **meta})
        sync_file(draft)
        move_into_place(draft, path)
    except OSError as error:
        raise KnownError("A108", f"{path} cannot be written ({error.strerror})", "choose another folder") from error
    finally:
        drafts.discard(draft)
        lock.release()


def require_free(path: Path) -> None:
    """Raises KnownError A106 where a file of that name is, A001 where its folder is not."""
    if not path.parent.is_dir():
        raise KnownError("A001", f"there is no folder {path.parent}", "make it first, or choose another")
    if os.path.lexists(path):
        raise KnownError("A106", f"{path} is there already", "open it, or choose another name")


def move_into_place(draft: Path, path: Path) -> None:
    """Gives a finished file its name, never over another one (A106)."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise KnownError("A106", f"{path} is there already", "open it, or choose another name") from None
    except OSError:
        # No hard links on FAT and some network drives; the lock keeps other annotators out meanwhile.
        require_free(path)
        draft.rename(path)
    sync_folder(path.parent)


def new_replica() -> str:
    """An identity for this copy of a project, under which its logs are chained."""
    return os.urandom(8).hex()


def _fill(connection: sqlite3.Connection, scheme: Scheme, meta: Mapping[str, Any]) -> None:
    # 4 KiB pages, UTF-8: SQLite's own defaults, set here lest a build has others.
    connection.execute("PRAGMA encoding='UTF-8'")
    connection.execute("PRAGMA page_size=4096")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    migrate(connection, since=0)
    for key, value in meta.items():
        put_meta(connection, key, value)
    add_scheme(connection, scheme)
    connection.execute("COMMIT")


def put_meta(connection: sqlite3.Connection, key: str, value: object) -> None:
    """Sets one setting, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, canonical(value)))


def meta(connection: sqlite3.Connection, key: str) -> object:
    """One setting, or None."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    try:
        return None if row is None else json.loads(row[0])
    except UNREADABLE as error:
        raise damaged(f"the setting {key}", error) from error


def add_scheme(connection: sqlite3.Connection, scheme: Scheme) -> None:
    """Stores a scheme version, inside the caller's transaction; one that is in force already adds nothing."""
    there = schemes(connection)
    if there and there[-1] == scheme:
        return
    connection.execute(
        "INSERT INTO schemes (name, version, source, sha256) VALUES (?,?,?,?)",
        (scheme.name, scheme.version, scheme.source, sha256_of(scheme.source)),
    )


def schemes(connection: sqlite3.Connection) -> list[Scheme]:
    """All scheme versions, oldest first."""
    query = "SELECT name, version, source FROM schemes ORDER BY number"
    found = [Scheme(*row) for row in connection.execute(query)]
    for number, one in enumerate(found, start=1):
        if tuple(map(type, one)) != (str, int, str):
            raise damaged(f"scheme {number}", ValueError("its columns hold values of another kind"))
    return found


def require_complete(connection: sqlite3.Connection, path: Path) -> None:
    """Raises KnownError A105 where the settings or the scheme are missing, or no row can be found by its name."""
    try:
        complete = isinstance(meta(connection, "replica"), str) and bool(schemes(connection))
    except KnownError:
        complete = False
    if not complete:
        raise KnownError("A105", f"{path.name} has no identity or no scheme", "restore a backup")
    kinds.require(connection)
