"""A look at a project that is open in this process leaves SQLite's locks on it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.services.merging import merge
from annotator.services.schemes import load_builtin, load_file
from annotator.services.source_files import files_of
from annotator.store import locks_kept
from annotator.store.connection import peek
from annotator.store.project import Project
from tests.unit.store.drafts import draft, made, span

pytestmark = pytest.mark.skipif(os.name == "nt", reason="locks belong to handles there")
READ_AND_CLOSE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM operations").fetchone()[0])
connection.close()
"""


def read_elsewhere(path: Path) -> int:
    """As another program does that may write: the last to close such a file takes its -wal away."""
    done = subprocess.run([sys.executable, "-c", READ_AND_CLOSE, path], capture_output=True, check=True)
    return int(done.stdout)


def test_another_program_leaves_the_wal_of_a_project_that_was_looked_at(project: Project, path: Path) -> None:
    project.append(draft(made(span("s0", start=0, end=3)), id="o0"))
    peek(path)
    with Project.open(path, read_only=True) as second:
        second.meta("name")
    assert read_elsewhere(path) == 1
    assert path.with_name(path.name + "-wal").exists()
    project.append(draft(made(span("s1", start=4, end=6)), id="o1"))
    assert read_elsewhere(path) == 2


def test_what_was_kept_beside_a_project_is_closed_with_it(project: Project, path: Path) -> None:
    project.set_meta("x", 1)
    before = len(list(Path("/dev/fd").iterdir()))
    for _ in range(5):
        peek(path)
    assert len(list(Path("/dev/fd").iterdir())) == before + 1
    project.close()
    gc.collect()
    peek(path)
    assert not locks_kept._BESIDE


def test_a_project_that_is_open_is_not_looked_into_where_it_is_named_as_something_else(
    project: Project, path: Path
) -> None:
    project.append(draft(made(span("s0", start=0, end=3)), id="o0"))
    with pytest.raises(KnownError) as caught:
        list(files_of([path], None))
    assert caught.value.code == "A207"
    with pytest.raises(KnownError) as caught:
        list(files_of([path], "jsonl"))
    assert caught.value.code == "A207"
    report = merge(project, load_builtin("conflict-nl"), [path])
    assert [one.reason for one in report.files[0].refused]
    with pytest.raises(KnownError) as caught:
        load_file(path)
    assert caught.value.code == "A301"
    assert read_elsewhere(path) == 1
    assert path.with_name(path.name + "-wal").exists()
