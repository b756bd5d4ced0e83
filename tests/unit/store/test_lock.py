"""The lock between real processes: the second is told who holds the project; death sets it free."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from annotator import __version__
from annotator.errors import KnownError
from annotator.store.project import Project

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


def test_a_second_opening_in_the_same_process_is_refused(project: Project, path: Path) -> None:
    with pytest.raises(KnownError, match="A103"):
        Project.open(path)
    assert project.document_ids() == ["d1", "d2"]


def test_a_holder_file_that_says_nonsense_does_not_hide_the_lock(project: Project, path: Path) -> None:
    path.with_name(path.name + ".holder").write_text("[1, 2")
    with pytest.raises(KnownError, match="another process"):
        Project.open(path)
