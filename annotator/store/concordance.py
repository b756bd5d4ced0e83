"""What a concordance reads: texts in order, the spans that stand in them, and the words of the search index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from annotator.store.packing import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from annotator.core.text import Fragment, Fragments

    Refused = tuple[str, int, int]  # layer, start, end

_BATCH = 64  # documents read at a time, so that no read lasts long


class PlacedSpan(NamedTuple):
    """A span of one annotator as a concordance needs it."""

    id: str
    layer: str
    label: str
    fragments: Fragments


class ReadText(NamedTuple):
    """A document's text with the spans that one annotator has in it, by position."""

    document: str
    title: str
    text: str
    spans: tuple[PlacedSpan, ...]


def texts(connection: sqlite3.Connection, ids: Sequence[str], actor: str) -> Iterator[ReadText]:
    """The documents named, in that order; ids that are not there are left out."""
    for first in range(0, len(ids), _BATCH):
        wanted = json.dumps(list(ids[first : first + _BATCH]))
        spans: dict[int, list[PlacedSpan]] = {}
        for number, *row in connection.execute(
            "SELECT a.document, a.target, a.layer, a.label, a.start, a.stop, "
            "CASE WHEN a.is_event THEN json_extract(a.value, '$.fragments') END "
            "FROM json_each(:ids) wanted CROSS JOIN documents d ON d.id = wanted.value "
            "CROSS JOIN annotations a ON a.document = d.number AND a.actor = :actor ORDER BY a.start, a.stop",
            {"ids": wanted, "actor": actor},
        ):
            spans.setdefault(number, []).append(_placed(*row))
        rows = connection.execute(
            "SELECT d.number, d.id, d.title, t.text FROM json_each(:ids) wanted CROSS JOIN documents d "
            "ON d.id = wanted.value CROSS JOIN texts t ON t.document = d.number ORDER BY wanted.key",
            {"ids": wanted},
        ).fetchall()
        for number, document, title, text in rows:
            yield ReadText(document, title, text, tuple(spans.get(number, ())))


def _placed(target: str, layer: str, label: str, start: int, stop: int, fragments: str | None) -> PlacedSpan:
    places = ((start, stop),) if fragments is None else tuple((a, b) for a, b in json.loads(fragments))
    return PlacedSpan(target, layer, label, places)


def token_ranges(connection: sqlite3.Connection, document_id: str, *, length: int) -> tuple[Fragment, ...]:
    """The tokens of one document whose text has that many code points; ValueError where they are damaged."""
    row = connection.execute(
        "SELECT t.tokens FROM texts t JOIN documents d ON d.number = t.document WHERE d.id = ?", (document_id,)
    ).fetchone()
    return unpack(row[0], limit=length) if row is not None else ()


def with_label(connection: sqlite3.Connection, label: str, actor: str) -> list[str]:
    """Ids of the documents in which one annotator has a span of that label, in order of import."""
    query = (
        "SELECT id FROM documents INDEXED BY documents_listed WHERE number IN "
        "(SELECT document FROM annotations WHERE actor = ? AND label = ?) ORDER BY number"
    )
    return [row[0] for row in connection.execute(query, (actor, label))]


def worked_on(connection: sqlite3.Connection, actor: str) -> list[str]:
    """Ids of the documents in which one annotator has spans or answers, or that are done, in order of import."""
    query = (
        "SELECT id FROM documents INDEXED BY documents_listed "
        "WHERE number IN (SELECT document FROM tallies WHERE actor = :actor AND (spans > 0 OR verdicts > 0)) "
        "OR number IN (SELECT document FROM statuses WHERE actor = :actor AND status = 'done') ORDER BY number"
    )
    return [row[0] for row in connection.execute(query, {"actor": actor})]


def left_open(connection: sqlite3.Connection, actor: str) -> dict[str, frozenset[Refused]]:
    """The documents worked on by one annotator that are not done, with the places where a suggestion was rejected."""
    query = (
        "SELECT d.id, json_extract(v.value, '$.layer'), json_extract(v.value, '$.fragments') "
        "FROM tallies t CROSS JOIN documents d ON d.number = t.document "
        "LEFT JOIN verdicts v ON v.document = t.document AND v.actor = t.actor AND v.outcome = 'rejected' "
        "WHERE t.actor = :actor AND (t.spans > 0 OR t.verdicts > 0) AND NOT EXISTS "
        "(SELECT 1 FROM statuses s WHERE s.actor = t.actor AND s.document = t.document AND s.status = 'done')"
    )
    found: dict[str, set[Refused]] = {}
    for id, layer, fragments in connection.execute(query, {"actor": actor}):
        places = found.setdefault(id, set())
        if layer is not None:
            place, *others = json.loads(fragments)
            if not others:
                places.add((layer, *place))
    return {id: frozenset(places) for id, places in found.items()}


def terms(connection: sqlite3.Connection, *, initials: str, shortest: int, longest: int) -> Iterator[str]:
    """The words of all texts, folded as the search index folds them, that begin with one of these characters."""
    connection.execute("PRAGMA query_only=OFF")  # a table of this connection alone; the file is open for reading
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, documents_fts, 'row')")
    connection.execute("PRAGMA query_only=ON")
    for initial in sorted(set(initials)):
        rows = connection.execute(
            "SELECT term FROM temp.terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
            (initial, chr(ord(initial) + 1), shortest, longest),
        )
        for (term,) in rows:
            yield str(term)
