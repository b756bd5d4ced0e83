"""Numbered migrations of the project file, and what its schema must look like at each number."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import BugError, KnownError
from annotator.store import documents, schema, schema_leads, schema_listing, tallies
from annotator.store.damage import UNREADABLE, damaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database


class Migration(NamedTuple):
    """One step to schema version `number`: SQL, or a function of a sqlite-utils database; `fill` fills new tables."""

    number: int
    name: str
    sql: str = ""
    step: Callable[[Database], None] | None = None
    fill: Callable[[sqlite3.Connection], None] | None = None


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "first tables", schema.FIRST + "".join(map(schema.append_only_triggers, schema.APPEND_ONLY))),
    Migration(
        2,
        "guideline versions and assignments",
        schema_leads.SECOND + "".join(schema.append_only_triggers(*row) for row in schema_leads.APPEND_ONLY.items()),
    ),
    Migration(3, "labels by annotator", "CREATE INDEX annotations_by_label ON annotations (actor, label, document);"),
    Migration(4, "what the list is asked for", schema_listing.FOURTH, fill=tallies.fill_all),
    Migration(5, "words with soft hyphens are found", fill=documents.index_whole_words),
    Migration(6, "letters that Unicode does not take apart are found", fill=documents.index_plain_letters),
)

Schema = frozenset[tuple[str, str, str, str]]

# Made by SQLite itself: FTS5's own tables (their SQL may differ between versions), and statistics.
_MADE_BY_SQLITE = frozenset(
    {f"documents_fts_{part}" for part in ("data", "idx", "docsize", "config", "content")}
    | {"sqlite_stat1", "sqlite_stat4"}
)


def newest() -> int:
    """The schema version that this program writes."""
    return max(migration.number for migration in MIGRATIONS)


def migrate(connection: sqlite3.Connection, *, since: int, up_to: int | None = None) -> None:
    """Runs the steps after version `since`, all or `up_to` one, inside the transaction that the caller began."""
    if not connection.in_transaction:
        raise BugError("a migration needs a transaction around it")
    last = newest() if up_to is None else up_to
    for migration in sorted(MIGRATIONS, key=lambda one: one.number):
        if not since < migration.number <= last:
            continue
        for statement in statements(migration.sql):
            connection.execute(statement)
        if migration.step is not None:
            # lazy: sqlite_utils imports pandas where that is installed, half a second that few files need
            from sqlite_utils import Database

            migration.step(Database(connection, execute_plugins=False, strict=True))
        if migration.fill is not None:
            try:
                migration.fill(connection)
            except UNREADABLE as error:
                raise damaged("what an earlier version wrote", error) from error
        connection.execute(f"PRAGMA user_version={migration.number:d}")


def statements(script: str) -> list[str]:
    """The single statements of a script; executescript() would commit the transaction around it."""
    found, pending = [], ""
    for piece in script.split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            if pending.strip(" \n;"):
                found.append(pending.strip())
            pending = ""
    if pending.strip(" \n;"):
        raise BugError(f"a migration ends in an unfinished statement: {pending.strip()[:80]}")
    return found


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Every object of the database as (type, name, table, SQL), but those SQLite makes itself."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return frozenset(
        (kind, name, table, sql)
        for kind, name, table, sql in rows
        if not (table in _MADE_BY_SQLITE and kind == "table") and not name.startswith("sqlite_autoindex_")
    )


@lru_cache(maxsize=8)
def _expected(version: int, _migrations: tuple[Migration, ...]) -> Schema:
    """The schema that the table of migrations, by which it is kept, gives up to `version`."""
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    try:
        scratch.execute("BEGIN")
        migrate(scratch, since=0, up_to=version)
        return schema_of(scratch)
    finally:
        scratch.close()


def deviations(connection: sqlite3.Connection, version: int) -> list[str]:
    """What the schema has too much or too little at that version, in words; empty where all is well."""
    found, wanted = schema_of(connection), _expected(version, MIGRATIONS)
    words = [f"{kind} {name} on {table} is not ours" for kind, name, table, _ in sorted(found - wanted)]
    there = {(kind, name) for kind, name, _, _ in found}
    words += [f"{kind} {name} is missing" for kind, name, _, _ in sorted(wanted - found) if (kind, name) not in there]
    return words


def require_expected(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises KnownError A105 where the file holds triggers, views or tables that are not ours.

    A trigger of a stranger could rewrite labels, a view could never end: nothing of such a file is read.
    """
    wrong = deviations(connection, version)
    if wrong:
        more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise KnownError(
            "A105",
            f"the tables of {path.name} are not those of a project ({wrong[0]}{more})",
            "restore a backup, or have the sender export JSONL",
        )
