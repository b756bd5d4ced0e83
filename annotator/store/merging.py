"""Merging a log that was kept elsewhere: set union on (replica, actor, sequence), checked link by link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.store import log

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from annotator.core.decision import Operation
    from annotator.store.projection import NumberOf

_TODO = "nothing was merged; ask the sender for the whole return, made anew"


def merge(connection: sqlite3.Connection, operations: Iterable[Operation], *, number_of: NumberOf) -> int:
    """Adds the operations that are not there yet, as they are sealed, in the caller's transaction; returns how many.

    Operations of one log come in the order of their sequence. One that is there already with the same hash
    is passed over, so that merging twice is merging once.

    Raises KnownError A803 for an operation that differs from the one there, that does not continue the
    chain, or whose id is another's; BugError where a decision does not fit the state.
    """
    added = 0
    for operation in operations:
        there = hash_at(connection, operation)
        if there == operation.hash:
            continue
        if there is not None:
            raise _refused(operation, "differs from the one that is here under that number")
        sequence, previous = log.last_link(connection, operation.replica, operation.actor)
        if operation.sequence != sequence + 1:
            raise _refused(operation, f"comes after number {sequence}")
        if operation.previous != previous:
            raise _refused(operation, "does not continue the log that is here")
        if operation.digest() != operation.hash:
            raise _refused(operation, "does not match its hash")
        if log.is_there(connection, operation.id):
            raise _refused(operation, f"has the id {operation.id!r:.80} of another operation")
        log.insert(connection, operation, number_of=number_of)
        added += 1
    return added


def hash_at(connection: sqlite3.Connection, operation: Operation) -> str | None:
    """The hash of the operation stored under this replica, actor and sequence, or None."""
    row = connection.execute(
        "SELECT hash FROM operations WHERE replica = ? AND actor = ? AND sequence = ?",
        (operation.replica, operation.actor, operation.sequence),
    ).fetchone()
    return None if row is None else str(row[0])


def _refused(operation: Operation, why: str) -> KnownError:
    return KnownError("A803", f"operation {operation.sequence} of {operation.actor!r:.80}: {why}", _TODO)
