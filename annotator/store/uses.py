"""Who uses what of the scheme: everybody's live spans and suggestions by part; and suggestions taken away."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.scheme_changes import Part, Use
from annotator.core.suggestion import from_json
from annotator.store import suggestions
from annotator.store.damage import UNREADABLE, damaged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from annotator.core.suggestion import Suggestion

# The projection has layer and label in columns of their own; the rest is asked of the JSON that it keeps.
_LABELS = "SELECT layer, label, document, actor, count(*) FROM annotations GROUP BY 1, 2, 3, 4"
_VALUES = (
    "SELECT a.layer, j.key, j.value, a.document, a.actor, count(*) "
    "FROM annotations a, json_each(a.value, '$.attributes') j GROUP BY 1, 2, 3, 4, 5"
)
# A role is filled by a span of the same annotator, or by a suggestion that nobody has answered yet.
_ROLES = """
SELECT a.layer, a.label, json_extract(j.value, '$[0]'), a.document, a.actor, f.label,
  json_extract(s.value, '$.label'), json_extract(s.value, '$.layer')
FROM annotations a, json_each(a.value, '$.arguments') j
LEFT JOIN annotations f ON f.document = a.document AND f.actor = a.actor AND f.target = json_extract(j.value, '$[1]')
LEFT JOIN suggestions s ON s.document = a.document AND s.id = json_extract(j.value, '$[1]')
WHERE a.is_event
"""
_SUGGESTED = (
    "SELECT json_extract(value, '$.layer'), json_extract(value, '$.label'), document, count(*) "
    "FROM suggestions GROUP BY 1, 2, 3"
)
_SUGGESTED_VALUES = (
    "SELECT json_extract(s.value, '$.layer'), j.key, j.value, s.document, count(*) "
    "FROM suggestions s, json_each(s.value, '$.attributes') j GROUP BY 1, 2, 3, 4"
)
_SUGGESTED_ROLES = """
SELECT json_extract(s.value, '$.layer'), json_extract(s.value, '$.label'), json_extract(j.value, '$[0]'), s.document,
  coalesce(json_extract(f.value, '$.label'), '')
FROM suggestions s, json_each(s.value, '$.arguments') j
LEFT JOIN suggestions f ON f.document = s.document AND f.id = json_extract(j.value, '$[1]')
"""


@dataclass(slots=True)
class _Count:
    """What hangs on one part, while it is counted."""

    spans: int = 0
    documents: set[int] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    suggestions: int = 0
    suggested: set[int] = field(default_factory=set)

    def use(self) -> Use:
        return Use(self.spans, len(self.documents), tuple(sorted(self.actors)), self.suggestions, len(self.suggested))


class _Counts:
    def __init__(self) -> None:
        self.found: dict[Part, _Count] = {}

    def span(self, part: Part, document: int, actor: str, count: int = 1) -> None:
        one = self.found.setdefault(part, _Count())
        one.spans += count
        one.documents.add(document)
        one.actors.add(actor)

    def suggestion(self, part: Part, document: int, count: int = 1) -> None:
        one = self.found.setdefault(part, _Count())
        one.suggestions += count
        one.suggested.add(document)


def uses(connection: sqlite3.Connection) -> dict[Part, Use]:
    """How much hangs on each part that anything hangs on; of a role, the places it is filled or answered.

    A suggestion that an event names as a filler counts as a span of its label: it cannot be taken away.
    """
    counts = _Counts()
    for layer, label, document, actor, count in connection.execute(_LABELS):
        counts.span(Part("layer", layer), document, actor, count)
        counts.span(Part("label", layer, label), document, actor, count)
    for layer, name, value, document, actor, count in connection.execute(_VALUES):
        counts.span(Part("attribute", layer, name), document, actor, count)
        counts.span(Part("value", layer, name, str(value)), document, actor, count)
    for layer, label, role, document, actor, filler, suggested, suggested_layer in connection.execute(_ROLES):
        counts.span(Part("role", layer, role), document, actor)
        counts.span(Part("type", layer, role, label), document, actor)
        if filler or suggested:
            counts.span(Part("filler", layer, role, filler or suggested), document, actor)
        if suggested and not filler:
            counts.span(Part("label", suggested_layer, suggested), document, actor)
            counts.span(Part("layer", suggested_layer), document, actor)
    _count_suggestions(connection, counts)
    return {part: one.use() for part, one in counts.found.items()}


def _count_suggestions(connection: sqlite3.Connection, counts: _Counts) -> None:
    for layer, label, document, count in connection.execute(_SUGGESTED):
        counts.suggestion(Part("layer", layer), document, count)
        counts.suggestion(Part("label", layer, label), document, count)
    for layer, name, value, document, count in connection.execute(_SUGGESTED_VALUES):
        counts.suggestion(Part("attribute", layer, name), document, count)
        counts.suggestion(Part("value", layer, name, str(value)), document, count)
    for layer, label, role, document, filler in connection.execute(_SUGGESTED_ROLES):
        counts.suggestion(Part("role", layer, role), document)
        counts.suggestion(Part("type", layer, role, label), document)
        if filler:
            counts.suggestion(Part("filler", layer, role, filler), document)


def using(connection: sqlite3.Connection, gone: Collection[Part]) -> dict[int, list[str]]:
    """Number of a document -> ids of its suggestions that use one of these parts and that can be taken away.

    What roles point at, or pointed at, stays, as it does when suggestions are made anew.
    """
    layers = json.dumps(sorted({part.layer for part in gone}))
    query = (
        "SELECT DISTINCT document FROM suggestions "
        "WHERE json_extract(value, '$.layer') IN (SELECT value FROM json_each(?)) ORDER BY document"
    )
    found = {}
    for (number,) in connection.execute(query, (layers,)).fetchall():
        ids = set(_using(connection, number, gone))
        if ids and (going := ids - suggestions.cited(connection, number)):
            found[number] = sorted(going)
    return found


def withdraw(connection: sqlite3.Connection, gone: Collection[Part]) -> int:
    """Takes away the suggestions that `using` finds, inside the caller's transaction; returns how many."""
    found = using(connection, gone)
    for number, ids in found.items():
        suggestions.take_away(connection, number, ids)
    return sum(map(len, found.values()))


def _using(connection: sqlite3.Connection, number: int, gone: Collection[Part]) -> Iterator[str]:
    rows = connection.execute("SELECT value FROM suggestions WHERE document = ?", (number,)).fetchall()
    try:
        found = [from_json(json.loads(value)) for (value,) in rows]
    except UNREADABLE as error:
        raise damaged("a suggestion", error) from error
    label_of = {one.id: one.label for one in found}
    for one in found:
        if any(part in gone for part in _parts(one, label_of)):
            yield one.id


def _parts(one: Suggestion, label_of: Mapping[str, str]) -> Iterator[Part]:
    yield from (Part("layer", one.layer), Part("label", one.layer, one.label))
    for name, value in one.attributes.items():
        yield from (Part("attribute", one.layer, name), Part("value", one.layer, name, value))
    for role, filler in one.arguments:
        yield from (Part("role", one.layer, role), Part("type", one.layer, role, one.label))
        if filler in label_of:
            yield Part("filler", one.layer, role, label_of[filler])
