"""kill -9 at any moment: every operation that was acknowledged is there, and the file checks out."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.store.check import check_file
from annotator.store.project import Project
from tests import samples
from tests.unit.store import drafts

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 12

APPEND = """
import itertools, sys
from annotator.core.decision import Comment, Decision, Operation
from annotator.core.span import Span
from annotator.store import projectfile
from annotator.store.project import Project

projectfile.WAL_LIMIT = 200_000  # so that some are killed in the middle of a checkpoint
project = Project.open(sys.argv[1])
for number in itertools.count():
    name = f"{sys.argv[2]}-{number}"
    decisions = (
        Decision("d1", "span", name, None, Span(name, "entities", "ORG", ((0, 2),))),
        Decision("d1", "comment", name, None, Comment("woorden " * (number % 50))),
    )
    project.append(Operation(name, "", "anna", 0, "create_span", "d1", "2026-01-31T12:00:00.000+00:00", decisions))
    print(name, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with drafts.create(tmp_path / "p.annotator") as project:
        project.add_documents([samples.document()])
        return project.path


def killed_while_appending(path: Path, root: Path, label: str, acknowledged: int) -> list[str]:
    """Ids that a child had acknowledged when it was killed, some time after so many of them."""
    child = subprocess.Popen(
        [sys.executable, "-c", APPEND, str(path), label], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(acknowledged)]
    child.kill()
    rest, _ = child.communicate()
    # A last line without its end was not yet told in full.
    return told + [line.strip() for line in rest.splitlines(keepends=True) if line.endswith("\n")]


def test_nothing_acknowledged_is_lost(path: Path, root: Path) -> None:
    choice = random.Random(20260131)
    acknowledged: list[str] = []
    for number in range(ROUNDS):
        told = killed_while_appending(path, root, f"r{number}", choice.randint(1, 150))
        assert all(told)
        acknowledged += told
        if number % 3 == 0:
            assert check_file(path) == []  # also before anyone opens it for writing
        with Project.open(path) as project:
            stored = [operation.id for operation in project.operations()]
            assert set(acknowledged) <= set(stored)
            # At most the one being written when the child died was stored and not told.
            assert len(stored) - len(acknowledged) <= number + 1
            assert set(project.decided("d1", "anna").spans) == set(stored)
    assert check_file(path) == []


IMPORT = """
import sys
from annotator.store.project import Project
from tests import samples

project = Project.open(sys.argv[1])

def rows():
    for number in range(5000):
        if number == 600:
            print("half way", flush=True)
        yield samples.document(f"Bericht {number} over de stad.", id=f"n{number}")

project.add_documents(rows())
print("done", flush=True)
"""


def test_an_import_that_is_killed_leaves_nothing_of_itself(path: Path, root: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", IMPORT, str(path)], cwd=root, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "half way\n"
    child.kill()
    rest, _ = child.communicate()
    assert rest == ""
    with Project.open(path) as project:
        assert project.document_ids() == ["d1"]
        assert project.search("bericht") == []
        assert project.check() == []


MIGRATE = """
import os, signal, sys
from annotator.store import opening
from annotator.store.project import Project

steps, plainly = 0, opening.connect

def die():
    global steps
    steps += 1
    if steps == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

def connect(*arguments, **choices):
    connection = plainly(*arguments, **choices)
    connection.set_progress_handler(die, 200)  # steps of SQLite's machine
    return connection

opening.connect = connect
Project.open(sys.argv[1]).close()
print(steps)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process ends itself there as if it were killed")
def test_a_migration_that_is_killed_is_done_again(tmp_path: Path, root: Path) -> None:
    sample, path = root / "tests/data/schema-1.annotator", tmp_path / "old.annotator"

    def migrated(dies_at: int) -> str:
        child = [sys.executable, "-c", MIGRATE, str(path), str(dies_at)]
        return subprocess.run(child, cwd=root, stdout=subprocess.PIPE, text=True, check=False).stdout

    shutil.copy(sample, path)
    steps = int(migrated(0))
    assert steps > 20
    for dies_at in range(1, steps + 1, steps // 10):
        shutil.copy(sample, path)
        assert migrated(dies_at) == ""
        if dies_at % 2:
            assert migrated(dies_at + 1) == ""  # and killed once more on the way
        with Project.open(path) as project:
            assert len(project.document_ids()) == 2
        assert check_file(path) == []
