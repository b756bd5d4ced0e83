"""The lock between real processes: the second is told who holds the project; death sets it free."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock, Timeout

from annotator import __version__
from annotator.errors import KnownError
from annotator.store.lock import ProjectLock
from annotator.store.project import Project
from annotator.store.system_lock import SystemLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
import sys
from annotator.store.project import Project
project = Project.open(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
project.close()
"""


@contextmanager
def holding(path: Path, root: Path) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        yield child
    finally:
        child.kill()
        child.communicate()


@pytest.mark.parametrize("is_first_ours", [True, False])
def test_filelock_of_earlier_versions_and_flock_keep_each_other_out(tmp_path: Path, is_first_ours: bool) -> None:
    path = tmp_path / "p.lock"
    ours, theirs = SystemLock(path), FileLock(path, timeout=0)
    if is_first_ours:
        assert ours.acquire()
        with pytest.raises(Timeout):
            theirs.acquire()
        ours.release()
        theirs.acquire()
        theirs.release()
    else:
        theirs.acquire()
        assert not ours.acquire()
        assert not ours.is_locked
        theirs.release()
        assert ours.acquire()
        ours.release()


@pytest.mark.filterwarnings("ignore:flock not supported")
def test_where_there_is_no_flock_filelock_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", missing)
    lock = SystemLock(tmp_path / "p.lock")
    assert lock.acquire()
    assert lock.is_locked
    lock.release()
    assert not lock.is_locked


def test_a_second_process_is_told_who_holds_the_project_and_may_read(project: Project, path: Path, root: Path) -> None:
    project.close()
    with holding(path, root) as child:
        with pytest.raises(KnownError) as caught:
            Project.open(path)
        assert caught.value.code == "A103"
        assert f"process {child.pid}" in caught.value.what
        assert "read-only" in caught.value.todo
        holder = path.with_name(path.name + ".holder").read_text()
        assert __version__ in holder
        with Project.open(path, read_only=True) as reader:
            assert reader.document_ids() == ["d1", "d2"]
        child.communicate("")
    Project.open(path).close()


def test_the_lock_of_a_killed_process_is_free(project: Project, path: Path, root: Path) -> None:
    project.close()
    with holding(path, root) as child:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert path.with_name(path.name + ".holder").exists()
        with Project.open(path) as opened:
            assert opened.check() == []
    assert not path.with_name(path.name + ".holder").exists()


@pytest.mark.parametrize("pid", ["\x00", "../self", -1, None, [1]])
def test_a_holder_that_names_no_process_keeps_nobody_out(project: Project, path: Path, pid: object) -> None:
    holder = path.with_name(path.name + ".holder")
    named = {**json.loads(holder.read_text()), "pid": pid}
    project.close()
    holder.write_text(json.dumps(named))
    Project.open(path).close()


@pytest.mark.skipif(sys.platform != "linux", reason="only there it can be seen what another process has open")
def test_a_lock_file_that_is_deleted_lets_nobody_else_in(project: Project, path: Path, root: Path) -> None:
    project.close()
    lock = path.with_name(path.name + ".lock")
    with holding(path, root) as child:
        for _ in range(2):  # what was refused leaves a lock file behind
            lock.unlink()
            with pytest.raises(KnownError, match=rf"A103: .*process {child.pid}"):
                Project.open(path)
        with pytest.raises(KnownError, match="A103"):
            Project.open(path)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        Project.open(path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file is deleted there while it is open")
def test_a_lock_that_was_deleted_is_taken_again_with_the_next_decision(project: Project, path: Path) -> None:
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    project.set_meta("x", 1)
    other = SystemLock(lock)
    assert not other.acquire()
    project.close()
    assert other.acquire()
    other.release()


@pytest.mark.skipif(sys.platform == "win32", reason="no file is deleted there while it is open")
def test_who_lost_the_lock_to_another_writes_no_more(project: Project, path: Path) -> None:
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    other = SystemLock(lock)
    assert other.acquire()
    with pytest.raises(KnownError, match="A103"):
        project.set_meta("x", 1)
    assert project.meta("x") is None
    other.release()
    project.set_meta("x", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no file is deleted there while it is open")
@pytest.mark.parametrize("is_lost", [True, False])
def test_who_lost_the_lock_leaves_the_file_that_names_the_other(project: Project, path: Path, is_lost: bool) -> None:
    lock, holder = (path.with_name(path.name + ending) for ending in (".lock", ".holder"))
    lock.unlink()
    other = SystemLock(lock)
    if is_lost:
        assert other.acquire()
    project.close()
    assert holder.exists() == is_lost
    other.release()


def test_a_second_opening_in_the_same_process_is_refused(project: Project, path: Path) -> None:
    with pytest.raises(KnownError, match="A103"):
        Project.open(path)
    assert project.document_ids() == ["d1", "d2"]


def test_a_holder_file_that_says_nonsense_does_not_hide_the_lock(project: Project, path: Path) -> None:
    path.with_name(path.name + ".holder").write_text("[1, 2")
    with pytest.raises(KnownError, match="another process"):
        Project.open(path)


WAYS_OUT = [
    (errno.ENOSPC, "free disk space"),
    (errno.EACCES, "make its folder writable, or open it read-only"),
    (errno.ENAMETOOLONG, "choose a shorter name"),
    (errno.ENOLCK, "copy it to a disk of this computer, or open it read-only"),
]


@pytest.mark.parametrize(("number", "todo"), WAYS_OUT)
def test_a_lock_that_cannot_be_made_is_told_with_what_helps(tmp_path: Path, monkeypatch, number, todo) -> None:
    def refused(self: SystemLock) -> bool:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(SystemLock, "acquire", refused)
    with pytest.raises(KnownError) as caught:
        ProjectLock(tmp_path / "p.annotator").acquire()
    assert (caught.value.code, caught.value.todo) == ("A108", todo)


@pytest.mark.parametrize(("number", "todo"), WAYS_OUT)
def test_a_holder_that_cannot_be_written_is_told_with_what_helps(tmp_path: Path, monkeypatch, number, todo) -> None:
    path = tmp_path / "p.annotator"
    path.write_bytes(b"")

    def refused(self: Path, *_: object, **__: object) -> int:
        self.touch()  # a full disk still takes the name
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("pathlib.Path.write_text", refused)
    with pytest.raises(KnownError) as caught:
        ProjectLock(path).acquire()
    assert (caught.value.code, caught.value.todo) == ("A108", todo)
    assert not (tmp_path / "p.annotator.holder").exists()
