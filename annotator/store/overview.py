"""What a project file holds, in a few figures: told apart from a backup of it, or from an older state."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.store import opening
from annotator.store.connection import APPLICATION_ID, known_errors, peek

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one log: how many operations it has, and the time of the last."""

    operations: int
    at: str


@dataclass(frozen=True, slots=True)
class Overview:
    """`heads` by (replica, actor); logs only grow, so two heads say which of two files knows more of it."""

    documents: int
    suggested: int  # documents that a run of suggestions was stored for
    schemes: int
    guidelines: int
    assignments: int
    heads: dict[tuple[str, str], Head]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was imported and nothing decided."""
        return not self.documents and not self.heads


def overview(path: Path) -> Overview:
    """Reads the figures of any version's project file without opening it as a project.

    Raises KnownError A001, A101, A102 (made by a newer program), A105 (damaged), A108.
    """
    opening.require_ours(path, *peek(path))
    with known_errors(path), closing(opening.connect_reading(path.resolve())) as connection:
        opening.require_ours(path, APPLICATION_ID, opening.version_of(connection))
        return overview_of(connection)


def overview_of(connection: sqlite3.Connection) -> Overview:
    """The same of an open file."""
    there = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def count(table: str) -> int:
        # The name is one of those below, never one from outside.
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) if table in there else 0

    heads = connection.execute("SELECT replica, actor, max(sequence), max(at) FROM operations GROUP BY replica, actor")
    return Overview(
        documents=count("documents"),
        suggested=count("suggested"),
        schemes=count("schemes"),
        guidelines=count("guidelines"),
        assignments=count("assignments"),
        heads={(replica, actor): Head(int(sequence), str(at)) for replica, actor, sequence, at in heads},
    )
