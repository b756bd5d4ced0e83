"""Files beside a project are as open as it is; what others left there does not keep its owner out."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotator.errors import KnownError
from annotator.store import rights
from annotator.store.backup import restore
from annotator.store.connection import connect
from annotator.store.project import Project
from annotator.store.system_lock import SystemLock
from tests.unit.store import drafts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are those of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[None]:
    """Files are for the user and the group, as in folders that a team shares."""
    before = os.umask(0o007)
    yield
    os.umask(before)


@pytest.fixture
def barred(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Paths that may not be written, also where the test runs as root."""
    found: set[Path] = set()
    real = os.access
    monkeypatch.setattr(rights.os, "access", lambda path, way: path not in found and real(path, way))
    return found


def test_a_new_project_has_the_rights_of_the_umask(path: Path, umask: None) -> None:
    drafts.create(path).close()
    assert mode(path) == 0o660
    assert mode(path.with_name(path.name + ".lock")) == 0o660


def test_backups_and_what_is_restored_are_as_private_as_the_project(project: Project, path: Path) -> None:
    path.chmod(0o600)
    copy = project.backup()
    assert mode(copy) == 0o600
    project.close()
    copy.chmod(0o644)
    restore(copy, path)
    assert mode(path) == 0o600
    restore(copy, path.with_name("elders.annotator"))
    assert mode(path.with_name("elders.annotator")) == 0o644


def test_what_is_restored_from_a_write_protected_backup_can_be_worked_on(project: Project, path: Path) -> None:
    copy = project.backup()
    copy.chmod(0o444)
    other = path.with_name("elders.annotator")
    restore(copy, other)
    assert mode(other) == 0o644
    with Project.open(other) as opened:
        opened.set_meta("x", 1)


def test_a_write_protected_project_is_told_at_once_and_can_be_read(project: Project, path: Path, barred) -> None:
    project.close()
    barred.add(path)
    with pytest.raises(KnownError, match=r"^A108: nieuws\.annotator is write-protected"):
        Project.open(path)
    with Project.open(path, read_only=True) as opened:
        assert opened.document_ids() == ["d1", "d2"]


def test_what_another_users_reading_left_does_not_keep_the_owner_out(project: Project, path: Path, barred) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("PRAGMA journal_mode").fetchone()
    left = [path.with_name(path.name + ending) for ending in ("-shm", "-wal")]
    for one in left:
        one.write_bytes(b"" if one.name.endswith("wal") else bytes(32_768))
        one.chmod(0o444)
    before = [one.stat().st_ino for one in left]
    barred.update(left)
    with Project.open(path) as opened:
        barred.clear()
        opened.set_meta("x", 1)
        assert all(mode(one) & 0o200 for one in left)
        assert [one.stat().st_ino for one in left] != before


@pytest.mark.skipif(sys.platform != "linux", reason="others are told to close the project")
def test_what_somebody_reads_with_just_now_stays(project: Project, path: Path, barred) -> None:
    project.close()
    shm = path.with_name(path.name + "-shm")
    ready, over = os.pipe(), os.pipe()
    child = os.fork()
    if not child:  # locks of the process that asks are not told to it
        with closing(connect(path, read_only=True)) as reader:
            reader.execute("SELECT count(*) FROM documents").fetchone()
            os.write(ready[1], b"x")
            os.read(over[0], 1)
        os._exit(0)
    os.read(ready[0], 1)
    barred.add(shm)
    try:
        with pytest.raises(KnownError, match=r"A108: nieuws\.annotator-shm cannot be written, and somebody reads"):
            Project.open(path)
        assert shm.exists()
    finally:
        os.write(over[1], b"x")
        os.waitpid(child, 0)
        for end in (*ready, *over):
            os.close(end)
    Project.open(path).close()


def test_a_wal_with_work_in_it_is_never_taken_away(project: Project, path: Path, barred) -> None:
    wal = path.with_name(path.name + "-wal")
    project.set_meta("x", 1)
    work = wal.read_bytes()
    project.close()
    wal.write_bytes(work)
    barred.add(wal)
    with pytest.raises(KnownError, match="holds the latest work and cannot be written"):
        Project.open(path)
    assert wal.read_bytes() == work


def test_a_lock_file_that_another_user_made_is_locked_all_the_same(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "p.lock"
    path.touch()
    real = os.open

    def opened(name: object, ways: int, *rest: int) -> int:
        if ways & os.O_RDWR and not ways & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(name, ways, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("annotator.store.system_lock.os.open", opened)
    one, two = SystemLock(path), SystemLock(path)
    assert one.acquire()
    assert not two.acquire()
    one.release()
    assert two.acquire()
    two.release()


def test_the_note_of_who_held_it_is_replaced_not_written_to(project: Project, path: Path) -> None:
    project.close()
    holder = path.with_name(path.name + ".holder")
    holder.write_text("{}")
    before = holder.stat().st_ino
    keep = holder.with_name("keep")
    os.link(holder, keep)
    with Project.open(path):
        assert holder.stat().st_ino != before
    assert keep.read_text() == "{}"
