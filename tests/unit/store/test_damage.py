"""A file that passes for a project may hold anything in its columns: what is read of it is an error, never a defect."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from annotator.core.suggestion import Provenance, Suggestion
from annotator.errors import KnownError
from annotator.store.check import check_file
from annotator.store.project import Project
from tests.unit.store.drafts import draft, made, span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NONSENSE = (4, 1.5, "", "null", "x", '{"a": NaN}', "[[1]]", "[" * 100_000, b"\xff\x00", "9" * 5_000)
READERS: dict[str, Callable[[Project], object]] = {
    "operations.decisions": lambda project: list(project.operations()),
    "operations.sources": lambda project: project.operation("o-damaged"),
    "annotations.value": lambda project: project.decided("d1", "anna"),
    "suggestions.value": lambda project: project.suggestions("d1"),
    "suggestion_runs.description": lambda project: project.suggestion_run("d1"),
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
