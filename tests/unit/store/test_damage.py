"""A file that passes for a project may hold anything in its columns: what is read of it is an error, never a defect."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import Comment, Decision, Verdict
from annotator.core.suggestion import Provenance, Suggestion
from annotator.errors import KnownError
from annotator.store.backup import restore
from annotator.store.check import check_file
from annotator.store.project import Project
from tests.samples import document
from tests.unit.store.drafts import draft, made, span, status

if TYPE_CHECKING:
    from collections.abc import Callable

NONSENSE = (4, 1.5, "", "null", "x", '{"a": NaN}', "[[1]]", "[" * 100_000, b"\xff\x00", "9" * 5_000)
READERS: dict[str, Callable[[Project], object]] = {
    "operations.decisions": lambda project: list(project.operations()),
    "operations.sources": lambda project: project.operation("o-damaged"),
    "annotations.value": lambda project: project.decided("d1", "anna"),
    "suggestions.value": lambda project: project.suggestions("d1"),
    "suggestion_runs.description": lambda project: project.suggestion_run("d1"),
    "documents.title": lambda project: (project.rows(["d1"], "anna"), project.document("d1")),
    "documents.date": lambda project: project.rows(["d1"], "anna"),
    "documents.source": lambda project: project.rows(["d1"], "anna"),
    "documents.meta": lambda project: project.document("d1"),
    "texts.regions": lambda project: project.document("d1"),
    "texts.tokens": lambda project: project.document("d1"),
    "meta.value": lambda project: project.meta("x"),
    "guidelines.examples": lambda project: project.rules(),
}


def put(path: Path, place: str, value: object) -> None:
    """Writes the value into a column of all rows (of `meta`, one), past triggers and checks."""
    table, column = place.split(".")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        where = " WHERE key = 'x'" if table == "meta" else ""
        connection.execute(f"UPDATE {table} SET {column} = ?{where}", (value,))
        for _, source in triggers:
            connection.execute(source)


def put_first(path: Path, place: str, value: object) -> None:
    """As `put`, into the first row alone."""
    table, column = place.split(".")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE number = 1", (value,))
        for _, source in triggers:
            connection.execute(source)


@pytest.mark.parametrize("place", READERS)
def test_nonsense_in_a_column_is_damage_and_no_defect(project: Project, path: Path, place: str) -> None:
    project.append(draft(made(span()), id="o-damaged"))
    found = Suggestion("s", "entities", "ORG", ((0, 2),), 0.5, Provenance("rules", "1", ""))
    project.put_suggestions("d1", [found], run={"with": ["rules"]})
    project.set_meta("x", {"a": 1})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO guidelines (version, layer, label, text, examples, actor, at, operations) "
            "VALUES (1, 'entities', 'ORG', 't', '[]', 'gold', '2026', 0)"
        )
    project.close()
    for value in NONSENSE:
        put(path, place, value)
        with Project.open(path, read_only=True) as opened:
            try:
                READERS[place](opened)
            except KnownError as error:
                assert error.code == "A105", (place, value)  # noqa: PT017  (some nonsense is a setting like any other)
        check_file(path)


COUNTERS: dict[str, Callable[[Project], object]] = {
    "annotations.value": lambda project: project.stats(),
    "verdicts.value": lambda project: (project.answers("anna"), project.verdict_counts("anna", "rules")),
    "comments.value": lambda project: project.comments(),
    "suggestions.value": lambda project: project.open_scores(["d1"], "anna"),
}


@pytest.mark.parametrize("place", COUNTERS)
def test_nonsense_that_a_query_looks_into_is_damage_and_no_defect(project: Project, path: Path, place: str) -> None:
    project.append(draft(made(replace(span(), origin="bulk"))))
    verdict = Verdict("accepted", "entities", "ORG", ((0, 2),), 0.5, "rules")
    remark = Decision("d1", "comment", "c", None, Comment("kijk", None))
    project.append(draft(Decision("d1", "verdict", "v", None, verdict)))
    project.append(draft(remark))
    found = Suggestion("s", "entities", "ORG", ((0, 2),), 0.5, Provenance("rules", "1", ""))
    project.put_suggestions("d1", [found], run={"with": ["rules"]})
    project.close()
    codes = set()
    for value in NONSENSE:
        put(path, place, value)
        with Project.open(path, read_only=True) as opened:
            try:
                COUNTERS[place](opened)
            except KnownError as error:
                codes.add(error.code)
    assert codes == {"A105"}


def test_a_table_whose_name_is_bytes_is_damage_and_no_defect(project: Project, path: Path, tmp_path: Path) -> None:
    copy = project.backup(tmp_path / "copy.annotator")
    project.close()
    for file in (path, copy):
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute("UPDATE sqlite_master SET name = 'x' || x'f3', sql = 'y' WHERE name = 'verdicts'")
    assert [finding.code for finding in check_file(path)] == ["sqlite"]
    with pytest.raises(KnownError, match="A105"):
        Project.open(path)
    with pytest.raises(KnownError, match="A109"):
        restore(copy, tmp_path / "other.annotator")


def test_a_header_of_a_format_that_sqlite_does_not_have_is_damage_and_no_defect(project: Project, path: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # so that the header of the file is the one that holds
    content = bytearray(path.read_bytes())
    content[47] = 208  # the number of the format of the schema, of which there are four
    path.write_bytes(content)
    assert [finding.code for finding in check_file(path)] == ["sqlite"]
    with pytest.raises(KnownError, match="A105"):
        Project.open(path)


def test_a_search_index_that_cannot_be_opened_is_damage_and_no_defect(project: Project, path: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM documents_fts_config")
    with Project.open(path) as opened, pytest.raises(KnownError, match="A105"):
        opened.search("woord")
    with Project.open(path) as opened, pytest.raises(KnownError, match="A105"):
        opened.add_documents([document("Een ander artikel.", id="d9")])


@pytest.mark.parametrize("table", ["documents_fts_config", "verdicts"])
def test_a_view_that_never_ends_is_told_and_not_read(project: Project, path: Path, table: str, root: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema=ON")
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        connection.execute("DELETE FROM sqlite_master WHERE tbl_name = ?", (table,))
        counting = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
        view = f"CREATE VIEW {table} AS {counting} SELECT {', '.join(f'x AS {name}' for name in columns)} FROM c"
        connection.execute("INSERT INTO sqlite_master VALUES ('view', ?, ?, 0, ?)", (table, table, view))
    command = [sys.executable, "-m", "annotator", "check", str(path)]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=30)
    assert told.returncode == 1
    assert f"schema: view {table} on {table} is not ours" in told.stdout
    with pytest.raises(KnownError, match="A105"):
        Project.open(path)


# What everything goes by: such a file is opened by nobody.
@pytest.mark.parametrize(
    "place", ["schemes.source", "schemes.name", "schemes.version", "operations.actor", "operations.id", "documents.id"]
)
def test_names_that_are_bytes_are_told_on_opening(project: Project, path: Path, place: str) -> None:
    project.append(draft(made(span()), id="o-damaged"))
    project.close()
    table, _ = place.split(".")
    put_first(path, place, b"\xff\x00")
    for read_only in (True, False):
        with pytest.raises(KnownError, match="A105"):
            Project.open(path, read_only=read_only)
    assert ("column", f"table {table}") in {(one.code, one.where) for one in check_file(path)}


def test_an_operation_that_is_numbered_below_one_is_told_on_opening(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    project.close()
    put_first(path, "operations.number", -1)
    with pytest.raises(KnownError, match=r"A105: the table operations .*number -1"):
        Project.open(path)


def test_a_log_that_ends_in_bytes_is_not_continued(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    project.close()
    put(path, "operations.hash", b"\xff")
    with Project.open(path) as opened, pytest.raises(KnownError, match="A105: the log of 'anna'"):
        opened.append(draft(made(span("s2", 16, 28, "GPE"))))


def test_times_without_end_are_damage(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    project.close()
    put(path, "operations.elapsed_ms", "9" * 400)
    with Project.open(path) as opened, pytest.raises(KnownError, match="A105: the time of 'anna'"):
        opened.stats()


@pytest.mark.parametrize("value", [b"\xff", "almost"])
def test_statuses_and_answers_that_are_none_are_damage(project: Project, path: Path, value: object) -> None:
    answer = Verdict("rejected", "entities", "ORG", ((0, 2),), 0.5, "rules")
    project.append(draft(status("todo", "done"), Decision("d1", "verdict", "g1", None, answer)))
    project.close()
    put(path, "statuses.status", value)
    put(path, "verdicts.outcome", value)
    with Project.open(path) as opened:
        assert sum(opened.counts("anna").values()) == 2
        for read in (lambda: opened.rows(["d1"], "anna"), lambda: opened.decided("d1", "anna"), opened.stats):
            with pytest.raises(KnownError, match="A105"):
                read()


def test_bytes_for_an_actor_of_the_state_are_found_and_mended(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    project.append(draft(made(span()), actor="bram"))
    project.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE annotations SET actor = x'ff' WHERE actor = 'bram'")
    assert {"column", "projection"} <= {one.code for one in check_file(path)}
    with Project.open(path) as opened:
        opened.rebuild_projection()
    assert check_file(path) == []


@pytest.mark.parametrize("place", ["documents.title", "annotations.value"])
def test_an_older_project_that_cannot_be_read_is_damage_and_stays_as_it_was(tmp_path: Path, place: str) -> None:
    path = Path(shutil.copy(Path(__file__).parents[2] / "data" / "schema-1.annotator", tmp_path / "old.annotator"))
    put(path, place, b"\xff")
    with pytest.raises(KnownError, match="A105"):
        Project.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
