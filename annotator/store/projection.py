"""The current state as tables that follow from the log: kept up with each operation, rebuildable, comparable."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from annotator.core.decision import (
    STATUSES,
    Comment,
    Decision,
    Kind,
    Operation,
    Status,
    Verdict,
    Written,
    value_from_json,
    written,
)
from annotator.core.span import Event, Span, from_json
from annotator.errors import BugError
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.schema import PROJECTION
from annotator.store.tallies import Tallying

NumberOf = Callable[[str], int]
_RANKS: dict[type, int] = {int: 1, float: 1, str: 2, bytes: 3}
_TABLE_OF = {"span": "annotations", "verdict": "verdicts", "comment": "comments"}
_KEYS = {
    "annotations": ("document", "actor", "target"),
    "verdicts": ("document", "actor", "target"),
    "comments": ("document", "actor", "target"),
    "statuses": ("actor", "document"),
    "touched": ("actor", "document", "operation"),
    "tallies": ("document", "actor"),
}


class Decided(NamedTuple):
    """What one annotator decided about one document: spans by position, verdicts, comments, status."""

    spans: dict[str, Span]
    verdicts: dict[str, Verdict]
    comments: dict[str, Comment]
    status: str


def project(
    connection: sqlite3.Connection,
    operation: Operation,
    number: int,
    number_of: NumberOf,
    rows: Sequence[Written] | None = None,
) -> None:
    """Brings the tables up to one more operation; raises BugError where a `before` is not what is there.

    `rows` are its decisions as `written` gives them, where they are at hand.
    """
    by_document: dict[str, list[tuple[Decision, Written]]] = {operation.document: []} if operation.document else {}
    for decision, row in zip(operation.decisions, written(operation.decisions) if rows is None else rows, strict=True):
        by_document.setdefault(decision.document, []).append((decision, row))
    is_much = len(operation.decisions) > 2  # one key makes two at most
    documents: set[int] = set()
    for id, decisions in by_document.items():
        document = number_of(id)
        documents.add(document)
        tallying = Tallying(connection, document, operation.actor, [decision for decision, _ in decisions])
        for index, (decision, row) in enumerate(decisions):
            if index and is_much:
                number_of(id)  # once a decision: work in another thread tells by it how far it is
            if decision.kind == "status":
                _put_status(connection, document, operation.actor, decision)
            else:
                _put(connection, (document, operation.actor, decision.target), decision, row)
        tallying.finish()
    connection.executemany(
        "INSERT INTO touched (actor, document, operation) VALUES (?,?,?)",
        [(operation.actor, document, number) for document in sorted(documents)],
    )


def _put_status(connection: sqlite3.Connection, document: int, actor: str, decision: Decision) -> None:
    row = connection.execute(
        "SELECT status FROM statuses WHERE actor = ? AND document = ?", (actor, document)
    ).fetchone()
    # No row and "todo" are one and the same: so a document nobody opened needs no row.
    if (row[0] if row else "todo") != _status(decision.before):
        raise _misfit(decision)
    after = _status(decision.after)
    if after == "todo":
        connection.execute("DELETE FROM statuses WHERE actor = ? AND document = ?", (actor, document))
    else:
        connection.execute(
            "INSERT INTO statuses (document, actor, status) VALUES (?,?,?) "
            "ON CONFLICT (actor, document) DO UPDATE SET status = excluded.status",
            (document, actor, after),
        )


def _status(value: object) -> str:
    if value is None:
        return "todo"
    if not isinstance(value, Status):
        raise BugError(f"a decision on a status holds {type(value).__name__}")
    return value.value


def _put(connection: sqlite3.Connection, key: tuple[int, str, str], decision: Decision, row: Written) -> None:
    """One statement for what goes and one for what comes, each of which fails where another thing is there."""
    table = _TABLE_OF[decision.kind]
    if decision.before is not None:
        gone = connection.execute(
            f"DELETE FROM {table} WHERE document = ? AND actor = ? AND target = ? AND value = ?",
            (*key, row.before),
        )
        if gone.rowcount != 1:
            raise _misfit(decision)
    if decision.after is not None:
        try:
            _insert(connection, key, decision, row.after)
        except sqlite3.IntegrityError as error:  # one is there
            raise _misfit(decision) from error


def _misfit(decision: Decision) -> BugError:
    return BugError(
        f"decision on {decision.kind} {decision.target!r} of document {decision.document!r} does not fit what is there"
    )


def _insert(connection: sqlite3.Connection, key: tuple[int, str, str], decision: Decision, value: str) -> None:
    match decision.kind, decision.after:
        case "span", Span() as span:
            connection.execute(
                "INSERT INTO annotations (document, actor, target, layer, label, start, stop, is_event, origin, value)"
                " VALUES (?,?,?,?,?,?,?,?,?,?)",
                (*key, span.layer, span.label, span.start, span.end, isinstance(span, Event), span.origin, value),
            )
        case "verdict", Verdict() as verdict:
            connection.execute(
                "INSERT INTO verdicts (document, actor, target, outcome, value) VALUES (?,?,?,?,?)",
                (*key, verdict.outcome, value),
            )
        case "comment", Comment():
            connection.execute("INSERT INTO comments (document, actor, target, value) VALUES (?,?,?,?)", (*key, value))
        case _:
            raise BugError(f"a decision on a {decision.kind} holds {type(decision.after).__name__}")


def decided(connection: sqlite3.Connection, document: int, actor: str) -> Decided:
    """What `actor` decided about the document of that number."""

    def values(kind: Kind, order: str) -> dict[str, Any]:
        query = f"SELECT target, value FROM {_TABLE_OF[kind]} WHERE document = ? AND actor = ? ORDER BY {order}"
        rows = connection.execute(query, (document, actor)).fetchall()
        try:
            return {target: value_from_json(kind, json.loads(value)) for target, value in rows}
        except UNREADABLE as error:
            raise damaged(f"a {kind} of {actor!r:.80}", error) from error

    row = connection.execute(
        "SELECT status FROM statuses WHERE actor = ? AND document = ?", (actor, document)
    ).fetchone()
    return Decided(
        spans=cast("dict[str, Span]", values("span", "start, stop, target")),
        verdicts=cast("dict[str, Verdict]", values("verdict", "target")),
        comments=cast("dict[str, Comment]", values("comment", "target")),
        status=_known_status(row[0], actor) if row else "todo",
    )


def _known_status(status: object, actor: str) -> str:
    if status not in STATUSES:
        raise damaged(f"a status of {actor!r:.80}", ValueError(f"it is {status!r:.40}"))
    return str(status)


def spans_by_actor(connection: sqlite3.Connection, document: int) -> dict[str, tuple[Span, ...]]:
    """All spans of the document of that number, by actor, in order of position: one query for everybody."""
    query = "SELECT actor, value FROM annotations WHERE document = ? ORDER BY actor, start, stop, target"
    rows = connection.execute(query, (document,)).fetchall()
    found: dict[str, list[Span]] = {}
    try:
        for (actor, _), value in zip(rows, json.loads(f"[{','.join(row[1] for row in rows)}]"), strict=True):
            found.setdefault(actor, []).append(from_json(value))
    except UNREADABLE as error:
        raise damaged("a span", error) from error
    return {actor: tuple(spans) for actor, spans in found.items()}


def clear(connection: sqlite3.Connection) -> None:
    """Empties the tables of the projection, inside the caller's transaction."""
    for table in PROJECTION:
        connection.execute(f"DELETE FROM {table}")


def replay(connection: sqlite3.Connection, log: Iterable[tuple[int, Operation]], number_of: NumberOf) -> None:
    """Projects numbered operations, in their order of arrival, onto empty tables."""
    for number, operation in log:
        project(connection, operation, number, number_of)


def differences(one: sqlite3.Connection, other: sqlite3.Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """(table, key) of each row that is in one of two projections only, or differs between them."""
    for table in PROJECTION:
        order = _KEYS[table]
        rest = [row[1] for row in one.execute(f"PRAGMA table_info({table})") if row[1] not in order]
        query = f"SELECT {', '.join((*order, *rest))} FROM {table} ORDER BY {', '.join(order)}"
        yield from ((table, key) for key in _merged(one.execute(query), other.execute(query), len(order)))


def _merged(one: Iterator[tuple[Any, ...]], other: Iterator[tuple[Any, ...]], width: int) -> Iterator[tuple[Any, ...]]:
    left, right = next(one, None), next(other, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(one, None), next(other, None)
            continue
        # SQLite's BINARY order of UTF-8 is Python's order of code points, so keys compare alike.
        behind = _is_before(left, right, width)
        ahead = _is_before(right, left, width)
        yield cast("tuple[Any, ...]", right if ahead else left)[:width]
        if not ahead:
            left = next(one, None)
        if not behind:
            right = next(other, None)


def _is_before(one: tuple[Any, ...] | None, other: tuple[Any, ...] | None, width: int) -> bool:
    if one is None:
        return False
    return other is None or _in_order(one[:width]) < _in_order(other[:width])


def _in_order(key: tuple[Any, ...]) -> list[tuple[int, Any]]:
    """A key that compares as SQLite sorts it, whatever kinds of values a damaged file has in it."""
    return [(_RANKS.get(type(value), 0), "" if value is None else value) for value in key]
