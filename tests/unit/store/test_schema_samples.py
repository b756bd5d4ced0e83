"""A frozen project of each released schema: this program brings it up to date and loses nothing of it."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services.backups import backups_of
from annotator.store.check import check_file
from annotator.store.listing import Listing
from annotator.store.migrations import newest
from annotator.store.overview import overview
from annotator.store.project import Project

DATA = Path(__file__).parents[2] / "data"
VERSIONS = range(1, newest() + 1)
# A sample never changes once it is there: what it tests is what the program of then wrote.
FROZEN = {
    1: "65a0691a36bf958fcb9bb47d9f9bd6323885b03bb3a1d75542f7d784dde7e42d",
    2: "37e42b2529bf8d30293f555185e2dc63bf00fb1de46c188f4516c78bdf89d04c",
    3: "0f6b42e4ea99e8d4a04c3c0d90167026056c9445049ddf809d991edf01ad97c9",
    4: "047c54aaac5bb5f9687ace0951bb2732caf769bc968f233b87dcbbbe4663e0f1",
    5: "05ab02f7c0041e9c073106c49dba4c3c72e12521a14c8eafb32192e4e7b8ec4e",
    6: "1c20da1b1bf7dd15422dedea1e14044cd243dbc6e5f8ccc858d250096191ceb7",
}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def state_of(state: list[tuple[object, ...]], document: int) -> list[tuple[object, ...]]:
    return [row for row in state if row[0] == document]


@pytest.fixture(params=VERSIONS, ids=lambda version: f"schema {version}")
def sample(request, tmp_path) -> Path:
    return Path(shutil.copy(DATA / f"schema-{request.param}.annotator", tmp_path / "old.annotator"))


@pytest.mark.parametrize("version", VERSIONS)
def test_each_released_schema_has_a_sample_that_is_as_it_was(version) -> None:
    path = DATA / f"schema-{version}.annotator"
    assert digest(path) == FROZEN[version], "see tests/data/make_schema_sample.py"
    assert table(path, "PRAGMA user_version") == [(version,)]


def test_it_is_brought_up_to_date_and_verifies(sample) -> None:
    version = table(sample, "PRAGMA user_version")[0][0]
    log = table(sample, "SELECT * FROM operations ORDER BY number")
    state = table(sample, "SELECT * FROM annotations ORDER BY document, actor, target")
    before = overview(sample)
    with Project.open(sample) as project:
        first, _ = project.document_ids()
        assert project.decided(first, "anna").status == "done"
        assert project.actors() == ["anna", "bram"]
    assert table(sample, "PRAGMA user_version") == [(newest(),)]
    assert check_file(sample) == []
    assert table(sample, "SELECT * FROM operations ORDER BY number") == log
    assert table(sample, "SELECT * FROM annotations ORDER BY document, actor, target") == state
    assert overview(sample) == before
    with Project.open(sample) as project:
        assert [row.spans for row in project.rows(project.document_ids(), "anna")] == [len(state_of(state, 1)), 0]
        assert project.listed(Listing(has_open=False), "anna") == [first]
    assert len(log) == 7
    assert len(state) > 50
    made = [one for one in backups_of(sample) if one.reason == "migration"]
    assert len(made) == (version < newest())
    assert [table(one.path, "PRAGMA user_version") for one in made] == [[(version,)]] * len(made)


def test_the_log_still_gives_the_state(sample) -> None:
    with Project.open(sample) as project:
        project.rebuild_projection()
    assert table(sample, "SELECT actor, status FROM statuses ORDER BY actor") == [("anna", "done")]
    assert check_file(sample) == []


def test_what_was_undone_then_can_be_undone_now(sample) -> None:
    with Project.open(sample) as project:
        rows = project.undo_candidates("anna")
    assert [kind for _, kind, _ in rows][-2:] == ["comment", "set_status"]
