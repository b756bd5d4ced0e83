"""Figures on the work done: per annotator and per document, from the log and its projection."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from annotator.store.active_time import active_ms
from annotator.store.damage import damaged
from annotator.store.log import actors

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Figures:
    """What one annotator did.

    `added` counts spans and events that stand, were made here, one by one or in bulk, and rest on no suggestion;
    `keys` counts gestures made by hand (operations of origin `user`); `active_seconds` is their active
    time (see `active_time`).
    """

    documents: int
    done: int
    spans: int
    events: int
    accepted: int
    corrected: int
    rejected: int
    added: int
    active_seconds: float
    keys: int


@dataclass(frozen=True, slots=True)
class DocumentStats:
    """The figures of one annotator for one document; `figures.documents` is 1."""

    document: str
    figures: Figures


def overall(connection: sqlite3.Connection) -> dict[str, Any]:
    """{"documents": n, "done": n, "annotators": {actor: {…}}}; done is by anyone."""
    total = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    done = connection.execute("SELECT count(DISTINCT document) FROM statuses WHERE status = 'done'").fetchone()[0]
    return {
        "documents": total,
        "done": done,
        "annotators": {actor: asdict(_of_actor(connection, actor)) for actor in actors(connection)},
    }


def _of_actor(connection: sqlite3.Connection, actor: str) -> Figures:
    sums = _Sums()
    for kind, _, number in _counted(connection, actor):
        sums.add(kind, number)
    documents = "SELECT count(DISTINCT document) FROM touched WHERE actor = ?"
    sums.counts["documents"] = connection.execute(documents, (actor,)).fetchone()[0]
    return sums.figures()


def by_document(connection: sqlite3.Connection, actor: str) -> list[DocumentStats]:
    """One annotator's figures for each document touched, in order of import."""
    sums: dict[int, _Sums] = {}
    touched = "SELECT DISTINCT d.number, d.id FROM touched t JOIN documents d ON d.number = t.document WHERE actor = ?"
    names = dict(connection.execute(touched, (actor,)).fetchall())
    for number in names:
        sums[number] = _Sums()
        sums[number].counts["documents"] = 1
    for kind, document, number in _counted(connection, actor):
        if document in sums:
            sums[document].add(kind, number)
    return [DocumentStats(names[number], sums[number].figures()) for number in sorted(sums)]


def accepts(connection: sqlite3.Connection, actor: str) -> list[tuple[int, str]]:
    """(active milliseconds before it, id) of each suggestion that was accepted by hand, in their order."""
    query = (
        "SELECT elapsed_ms, id FROM operations WHERE actor = ? AND kind = 'accept' AND origin = 'user' ORDER BY number"
    )
    return connection.execute(query, (actor,)).fetchall()


def verdict_counts(connection: sqlite3.Connection, actor: str, suggester: str) -> dict[str, int]:
    """How many suggestions of one suggester the actor decided, by outcome."""
    query = (
        "SELECT outcome, count(*) FROM verdicts WHERE actor = ? AND json_extract(value, '$.suggester') = ? GROUP BY 1"
    )
    return dict(connection.execute(query, (actor, suggester)).fetchall())


def comments(connection: sqlite3.Connection, document_id: str | None = None) -> list[tuple[str, str, str | None, str]]:
    """(document id, actor, id of what it is about or None, text) of everybody's comments, in order of import.

    Those on one document where it is named.
    """
    query = (
        "SELECT d.id, c.actor, json_extract(c.value, '$.about'), json_extract(c.value, '$.text') FROM comments c "
        "JOIN documents d ON d.number = c.document {} ORDER BY c.document, c.actor, c.target"
    )
    if document_id is None:
        return connection.execute(query.format("")).fetchall()
    return connection.execute(query.format("WHERE d.id = ?"), (document_id,)).fetchall()


def answers(connection: sqlite3.Connection, actor: str) -> list[tuple[str, str, str, str]]:
    """(document id, suggestion id, outcome, suggester) of each suggestion that the actor decided."""
    query = (
        "SELECT d.id, v.target, v.outcome, json_extract(v.value, '$.suggester') FROM verdicts v "
        "JOIN documents d ON d.number = v.document WHERE v.actor = ?"
    )
    return connection.execute(query, (actor,)).fetchall()


def suggested_by(connection: sqlite3.Connection, suggester: str) -> list[tuple[str, str]]:
    """(document id, suggestion id) of all suggestions of one suggester."""
    query = (
        "SELECT d.id, s.id FROM suggestions s JOIN documents d ON d.number = s.document "
        "WHERE instr(s.value, ?1) AND json_extract(s.value, '$.provenance[0]') = ?1"
    )
    return connection.execute(query, (suggester,)).fetchall()


class _Sums:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {field.name: 0 for field in fields(Figures)}

    def add(self, kind: str, number: int) -> None:
        if kind not in self.counts:
            raise damaged("an answer to a suggestion", ValueError(f"it is {kind!r:.40}"))
        self.counts[kind] += number

    def figures(self) -> Figures:
        values: dict[str, Any] = dict(self.counts)
        values["active_seconds"] = round(values["active_seconds"] / 1000, 3)
        return Figures(**values)


def _counted(connection: sqlite3.Connection, actor: str) -> list[tuple[str, int | None, int]]:
    """(figure, document number, count or milliseconds) for all that is counted."""
    queries = (
        "SELECT iif(is_event, 'events', 'spans'), document, count(*) FROM annotations WHERE actor = :actor "
        "GROUP BY 1, 2",
        "SELECT 'added', document, count(*) FROM annotations WHERE actor = :actor AND (origin = 'added' "
        "OR (origin = 'bulk' AND json_extract(value, '$.suggestion') IS NULL)) GROUP BY 2",
        "SELECT outcome, document, count(*) FROM verdicts WHERE actor = :actor GROUP BY 1, 2",
        "SELECT 'done', document, count(*) FROM statuses WHERE actor = :actor AND status = 'done' GROUP BY 2",
        "SELECT 'keys', d.number, count(*) FROM operations o LEFT JOIN documents d ON d.id = o.document "
        "WHERE o.actor = :actor AND o.origin = 'user' GROUP BY 2",
    )
    counts = [row for query in queries for row in connection.execute(query, {"actor": actor})]
    return counts + [("active_seconds", number, spent) for number, spent in active_ms(connection, actor)]
