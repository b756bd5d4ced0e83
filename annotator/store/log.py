"""The append-only log of operations: sealing, appending, reading, and verifying its chains."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.decision import (
    FIRST_LINK,
    Operation,
    Written,
    canonical,
    list_from_canonical,
    list_text,
    operation_from_json,
    written,
)
from annotator.errors import BugError, KnownError
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.projection import NumberOf, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIELDS = (
    "id", "replica", "actor", "sequence", "kind", "document", "at", "elapsed_ms", "reverts", "sources", "origin",
    "scheme_version", "previous", "hash", "decisions",
)  # fmt: skip
_COLUMNS = ", ".join(_FIELDS)
_INSERT = f"INSERT INTO operations ({_COLUMNS}) VALUES ({', '.join('?' * len(_FIELDS))})"


class UndoRow(NamedTuple):
    """What undo and redo need to know of an operation."""

    id: str
    kind: str
    reverts: str | None


class BrokenLink(NamedTuple):
    """An operation that does not verify: `code` is hash, link, sequence or unreadable."""

    code: str
    what: str
    operation: str


def append(connection: sqlite3.Connection, draft: Operation, *, replica: str, number_of: NumberOf) -> Operation:
    """Seals the draft as the next of its actor's log and stores it with its effect, in the caller's transaction.

    Raises BugError for a draft that does not fit the state or the log, KnownError A206 for text that
    cannot be kept, A107 for a document that is not there.
    """
    if not draft.actor or not draft.id:
        raise BugError("an operation needs an id and an actor")
    sequence, previous = last_link(connection, replica, draft.actor)
    linked = draft._replace(replica=replica, sequence=sequence + 1, previous=previous, hash="")
    try:
        rows = written(linked.decisions)
        sealed = linked.sealed(rows)
    except UnicodeEncodeError as error:
        raise KnownError(
            "A206", f"a lone surrogate cannot be kept (character {error.start})", "leave that character out"
        ) from error
    except ValueError as error:
        raise BugError(f"operation {draft.id} cannot be written down: {error}") from error
    insert(connection, sealed, number_of=number_of, rows=rows)
    return sealed


def insert(
    connection: sqlite3.Connection, sealed: Operation, *, number_of: NumberOf, rows: Sequence[Written] | None = None
) -> None:
    """Stores a sealed operation with its effect, in the caller's transaction; BugError where it does not fit.

    `rows` are its decisions as `written` gives them, where they are at hand.
    """
    rows = written(sealed.decisions) if rows is None else rows
    try:
        cursor = connection.execute(_INSERT, _row(sealed, rows))
    except sqlite3.IntegrityError as error:
        raise BugError(f"operation {sealed.id} does not fit the log: {error}") from error
    if cursor.lastrowid is None:
        raise BugError("an inserted operation has no number")
    project(connection, sealed, cursor.lastrowid, number_of, rows)


def last_link(connection: sqlite3.Connection, replica: str, actor: str) -> tuple[int, str]:
    """Sequence and hash of the last operation of one log, or (0, FIRST_LINK)."""
    row = connection.execute(
        "SELECT sequence, hash FROM operations WHERE replica = ? AND actor = ? ORDER BY sequence DESC LIMIT 1",
        (replica, actor),
    ).fetchone()
    if row is None:
        return 0, FIRST_LINK
    if not isinstance(row[1], str):
        raise damaged(f"the log of {actor!r:.80}", ValueError("the hash of its last operation is no text"))
    return row[0], row[1]


def _row(operation: Operation, rows: Sequence[Written]) -> tuple[Any, ...]:
    plain = {name: getattr(operation, name) for name in _FIELDS}
    plain["sources"] = canonical(operation.sources)
    plain["decisions"] = list_text(rows)
    return tuple(plain.values())


def _operation(row: tuple[Any, ...]) -> Operation:
    fields = dict(zip(_FIELDS, row, strict=True))
    digest = fields.pop("hash")
    fields["sources"] = json.loads(fields["sources"])
    fields["decisions"] = list_from_canonical(fields["decisions"])
    return operation_from_json(fields, digest=digest)


def _sound(row: tuple[Any, ...]) -> Operation:
    try:
        return _operation(row)
    except UNREADABLE as error:
        raise damaged(f"operation {row[0]!s:.80}", error) from error


def read(connection: sqlite3.Connection, operation_id: str) -> Operation:
    """One operation; raises KnownError A402 where there is none of that id."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM operations WHERE id = ?", (operation_id,)).fetchone()
    if row is None:
        raise KnownError("A402", f"there is no operation {operation_id!r:.80}", "see the log with `annotator export`")
    return _sound(row)


def is_there(connection: sqlite3.Connection, operation_id: str) -> bool:
    """Whether there is an operation of that id."""
    return connection.execute("SELECT 1 FROM operations WHERE id = ?", (operation_id,)).fetchone() is not None


def each(
    connection: sqlite3.Connection, *, actor: str | None = None, document: int | None = None, after: int = 0
) -> Iterator[tuple[int, Operation]]:
    """Numbered operations in their order of arrival, those with a number above `after`."""
    conditions, values = ["number > :after"], {"after": after, "actor": actor, "document": document}
    if document is not None:
        whose = "SELECT :actor AS actor" if actor is not None else ACTORS
        conditions.append(
            f"number IN (SELECT t.operation FROM ({whose}) o "
            "JOIN touched t ON t.actor = o.actor AND t.document = :document)"
        )
    elif actor is not None:
        conditions.append("actor = :actor")
    query = f"SELECT number, {_COLUMNS} FROM operations WHERE {' AND '.join(conditions)} ORDER BY number"
    for number, *row in connection.execute(query, values):
        yield number, _sound(tuple(row))


# A loose index scan: one look-up an actor, however long the logs are.
ACTORS = """
WITH RECURSIVE named (actor) AS (
    SELECT min(actor) FROM operations
    UNION ALL
    SELECT (SELECT min(actor) FROM operations WHERE actor > named.actor) FROM named WHERE named.actor IS NOT NULL
)
SELECT actor FROM named WHERE actor IS NOT NULL
"""


def actors(connection: sqlite3.Connection) -> list[str]:
    """Everyone who has a log, in order of name."""
    return [row[0] for row in connection.execute(ACTORS)]


class Last(NamedTuple):
    """An actor's last operation on a document: its number in the log, and the copy it was made in.

    `is_imported` where all that the actor has there was brought in from files.
    """

    number: int
    replica: str
    is_imported: bool


def last_on_documents(connection: sqlite3.Connection, actor: str) -> dict[str, Last]:
    """The actor's last operation on each document, by the document's id."""
    query = (
        "SELECT d.id, t.number, o.replica, t.is_imported FROM "
        "(SELECT t.document, max(t.operation) AS number, min(o.kind = 'import') AS is_imported "
        "FROM touched t JOIN operations o ON o.number = t.operation WHERE t.actor = ? GROUP BY t.document) t "
        "JOIN operations o ON o.number = t.number JOIN documents d ON d.number = t.document"
    )
    rows = connection.execute(query, (actor,))
    return {id: Last(number, replica, bool(is_imported)) for id, number, replica, is_imported in rows}


def gesture_of(connection: sqlite3.Connection, operation_id: str) -> tuple[str, str, str]:
    """Kind, origin and moment of what an operation did first of all: undos and redos are followed back."""
    query = (
        "WITH RECURSIVE back (reverts, kind, origin, at) AS ("
        "SELECT reverts, kind, origin, at FROM operations WHERE id = ? UNION ALL "
        "SELECT o.reverts, o.kind, o.origin, o.at FROM operations o JOIN back b ON o.id = b.reverts) "
        "SELECT kind, origin, at FROM back WHERE reverts IS NULL"
    )
    row = connection.execute(query, (operation_id,)).fetchone()
    return (row[0], row[1], row[2]) if row else ("", "", "")


def undo_rows(connection: sqlite3.Connection, actor: str) -> list[UndoRow]:
    """The actor's log without imports, oldest first."""
    query = "SELECT id, kind, reverts FROM operations WHERE actor = ? AND kind <> 'import' ORDER BY number"
    return [UndoRow(*row) for row in connection.execute(query, (actor,))]


def broken_links(connection: sqlite3.Connection) -> Iterator[BrokenLink]:
    """Walks every chain; an operation changed, missing, inserted or out of order shows here."""
    query = f"SELECT {_COLUMNS} FROM operations ORDER BY replica, actor, sequence"
    log: tuple[str, str] | None = None
    sequence, previous = 0, FIRST_LINK
    for row in connection.execute(query):
        identity = str(row[0])
        if (row[1], row[2]) != log:
            log, sequence, previous = (row[1], row[2]), 0, FIRST_LINK
        try:
            operation = _operation(row)
            digest = operation.digest()
        except UNREADABLE as error:
            yield BrokenLink("unreadable", f"operation cannot be read ({error})", identity)
            sequence, previous = sequence + 1, str(row[_FIELDS.index("hash")])
            continue
        if operation.sequence != sequence + 1:
            yield BrokenLink("sequence", f"sequence {operation.sequence} comes after {sequence}", identity)
        if operation.previous != previous:
            yield BrokenLink("link", "does not point at the operation before it", identity)
        if digest != operation.hash:
            yield BrokenLink("hash", "content does not match its hash", identity)
        sequence, previous = operation.sequence, operation.hash
