"""Values of a kind that their column does not hold: SQLite itself lets any value stand in any column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.damage import damaged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# Columns with an index: bytes come after all texts, so the last value is asked for, and no other is read.
_LAST = (("documents", "id"), ("operations", "actor"), ("operations", "id"))
_NUMBERED = ("documents", "operations")
_KINDS = {"TEXT": "text", "INTEGER": "integer", "BLOB": "blob"}  # as declared, and as typeof() says


def require(connection: sqlite3.Connection) -> None:
    """Raises KnownError A105 where names that everything goes by are bytes, or rows are not numbered from 1.

    Costs a few look-ups, however large the project. What else is of a wrong kind is found where it is read.
    """
    for table, column in _LAST:
        last = connection.execute(f"SELECT max({column}) FROM {table}").fetchone()[0]
        if not isinstance(last, str | None):
            raise damaged(f"the column {column} of {table}", ValueError("it holds bytes"))
    for table in _NUMBERED:
        first = connection.execute(f"SELECT min(number) FROM {table}").fetchone()[0]
        if first is not None and first < 1:
            raise damaged(f"the table {table}", ValueError(f"a row has number {first}"))


def wrong(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """(table, column, how many rows) of each column of ours that holds values of another kind."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'documents_fts%' ORDER BY name"
    for (table,) in connection.execute(tables).fetchall():
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        kinds = {name: _KINDS[kind] for _, name, kind, *_ in columns if kind in _KINDS}
        sums = ", ".join(f"total(typeof({column}) NOT IN ('{kind}', 'null'))" for column, kind in kinds.items())
        if not sums:
            continue  # of SQLite's own
        for column, number in zip(kinds, connection.execute(f"SELECT {sums} FROM {table}").fetchone(), strict=True):
            if number:
                yield table, column, int(number)
