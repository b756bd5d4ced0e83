"""Backups: a verified copy out, and a verified copy back in the place of the present file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.endings import PROJECT
from annotator.errors import KnownError
from annotator.store import copying, drafts, opening, rights
from annotator.store.connection import connect, known_errors, peek, sync_file, sync_folder, writing
from annotator.store.creation import meta, new_replica, put_meta
from annotator.store.lock import ProjectLock

if TYPE_CHECKING:
    from pathlib import Path

_COMPANIONS = ("", "-wal", "-shm", "-journal")


def back_up(connection: sqlite3.Connection, project: Path, to: Path | None = None) -> Path:
    """Writes a verified copy of an open project; returns where. Without `to` it lies beside, named by the time.

    Only an older backup of this very project is replaced, and only once the new one has verified.
    Raises KnownError A001 (no such folder), A106 (something else is there), A108, A109.
    """
    target = to or free_name(project, "backup")
    if not target.parent.is_dir():
        raise KnownError("A001", f"there is no folder {target.parent}", "make it first, or choose another")
    if os.path.lexists(target) and not _is_backup_of(target, connection, project):
        raise KnownError("A106", f"{target} is there and is no backup of this project", "choose another name")
    with known_errors(project):
        copying.copy_verified(connection, target, like=project)
    return target


def _is_backup_of(target: Path, connection: sqlite3.Connection, project: Path) -> bool:
    if target.resolve() == project.resolve():
        return False
    try:
        opening.require_ours(target, *peek(target))
        with closing(connect(target.resolve(), read_only=True)) as other:
            return meta(other, "replica") == meta(connection, "replica")
    except (KnownError, sqlite3.Error, ValueError):
        return False


def free_name(project: Path, word: str) -> Path:
    """A name beside the project that is not taken: NAME.20260131T120000.WORD.annotator."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    candidate = project.with_name(f"{project.stem}.{stamp}.{word}{PROJECT}")
    number = 1
    while candidate.exists():
        number += 1
        candidate = project.with_name(f"{project.stem}.{stamp}-{number}.{word}{PROJECT}")
    return candidate


def restore(backup: Path, project: Path) -> Path | None:
    """Puts a backup in the place of a project; returns where the file before was kept, None if there was none.

    The backup is verified before anything is touched. The restored project is a new replica: what was
    decided after the backup may live on elsewhere under the old one, and two logs must not share numbers.
    Raises KnownError A001, A101 (what is there is no file), A102, A103 (the project is open somewhere), A108, A109 (not
    usable).
    """
    if not project.parent.is_dir():
        raise KnownError("A001", f"there is no folder {project.parent}", "make it first, or choose another")
    try:
        application_id, version = peek(backup)
        opening.require_ours(backup, application_id, version)
    except KnownError as error:
        if error.code == "A101":
            raise KnownError("A109", f"{backup} is no backup ({error.what})", "choose another backup") from error
        raise
    if project.exists() and not project.is_file():  # a folder would be moved aside with all that is in it
        raise KnownError("A101", f"{project} is not a file", "name the file that the project shall be")
    target = project.resolve() if project.exists() else project
    if target.exists() and target == backup.resolve():
        raise KnownError("A109", "the backup and the project are the same file", "choose another backup")
    lock = ProjectLock(target)
    lock.acquire()
    drafts.clear_stale(target.parent)
    draft = drafts.draft_of(target)
    try:
        rights.make_empty(draft, like=target if target.exists() else backup)
        _copy_of(backup, draft, target)
        return _swap(draft, target)
    except OSError as error:
        raise KnownError("A108", f"{target} cannot be written ({error.strerror})", "free disk space") from error
    finally:
        drafts.discard(draft)
        lock.release()


def _copy_of(backup: Path, draft: Path, target: Path) -> None:
    try:
        with closing(opening.connect_reading(backup.resolve())) as source:
            copying.write_copy(source, draft)
    except sqlite3.DatabaseError as error:
        if copying.is_of_the_copy(error):
            raise KnownError("A108", f"{target} cannot be written ({error})", "free disk space") from error
        raise KnownError("A109", f"{backup.name} cannot be read ({error})", "choose another backup") from error
    problem = copying.problem_of(draft)
    if problem is not None:
        raise KnownError("A109", f"{backup.name} does not verify: {problem}", "choose another backup")
    with known_errors(target), closing(sqlite3.connect(draft, isolation_level=None)) as copy, writing(copy, target):
        put_meta(copy, "replica", new_replica())
    sync_file(draft)


def _swap(draft: Path, target: Path) -> Path | None:
    if not target.exists():
        # A -wal left without its file would be played into the new one.
        for companion in _COMPANIONS[1:]:
            target.with_name(target.name + companion).unlink(missing_ok=True)
        draft.replace(target)
        sync_folder(target.parent)
        return None
    kept = free_name(target, "replaced")
    _fold(target)
    is_linked = _is_alone(target) and _is_linked(target, kept)
    if not is_linked:
        # The file and its -wal belong together, damaged or not: they move together, under one new name.
        for companion in reversed(_COMPANIONS):
            part = target.with_name(target.name + companion)
            if part.exists():
                part.rename(kept.with_name(kept.name + companion))
    try:
        draft.replace(target)
    except OSError:
        if is_linked:  # a file of two names could not be opened for writing
            kept.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return kept


def _is_alone(target: Path) -> bool:
    return not any(target.with_name(target.name + companion).exists() for companion in _COMPANIONS[1:])


def _is_linked(target: Path, kept: Path) -> bool:
    """Gives the present file a second name, so that at no moment there is no project; False where links are not."""
    try:
        os.link(target, kept)
    except OSError:
        return False
    return True


def _fold(target: Path) -> None:
    try:
        with closing(connect(target)) as connection:
            opening.fold_wal(connection)
    except sqlite3.Error:
        return  # damaged: it is kept as it is, with its -wal
