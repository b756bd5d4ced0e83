"""Suggestions that nobody answered and that are not open all the same: a span of the annotator stands there."""

from __future__ import annotations

import json
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

_SPANS = """
SELECT a.layer, a.start, a.stop, CASE WHEN a.is_event THEN json_extract(a.value, '$.fragments') END
FROM documents d CROSS JOIN annotations a ON a.document = d.number AND a.actor = :actor WHERE d.id = :id
"""
_UNANSWERED = """
SELECT json_extract(g.value, '$.layer'), g.start, g.stop,
    CASE WHEN json_extract(g.value, '$.event') THEN json_extract(g.value, '$.fragments') END
FROM documents d CROSS JOIN suggestions g ON g.document = d.number
WHERE d.id = :id AND NOT EXISTS (
    SELECT 1 FROM verdicts v WHERE v.document = d.number AND v.actor = :actor AND v.target = g.id)
"""
_Row = tuple[str, int, int, str | None]  # layer, start, end, fragments as JSON where there may be several
_Fragments = list[list[int]]


def covered(connection: sqlite3.Connection, document_id: str, actor: str, *, flat: Collection[str]) -> int:
    """How many unanswered suggestions of the document `DocumentState.why_hidden` calls taken.

    On layers that are `flat` a span is in the way that shares a character, on others one of the same fragments.
    """
    values = {"id": document_id, "actor": actor}
    spans = _Spans(connection.execute(_SPANS, values), flat)
    return sum(spans.are_in_the_way(row) for row in connection.execute(_UNANSWERED, values))


def _fragments(row: _Row) -> _Fragments:
    found: _Fragments = json.loads(row[3]) if row[3] else [[row[1], row[2]]]
    return found


class _Spans:
    """The spans of one annotator in one document by place."""

    def __init__(self, rows: Iterable[_Row], flat: Collection[str]) -> None:
        self._flat = flat
        self._places: set[tuple[str, str]] = set()
        ranges: dict[str, _Fragments] = {}
        for row in rows:
            if row[0] in flat:
                ranges.setdefault(row[0], []).extend(_fragments(row))
            else:
                self._places.add((row[0], str(_fragments(row))))
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}  # how far the fragments up to each reach
        for layer, found in ranges.items():
            found.sort()
            self._starts[layer] = [start for start, _ in found]
            self._ends[layer] = list(accumulate((end for _, end in found), max))

    def are_in_the_way(self, row: _Row) -> bool:
        """Whether that suggestion finds its place taken."""
        layer = row[0]
        if layer not in self._flat:
            return bool(self._places) and (layer, str(_fragments(row))) in self._places
        starts, ends = self._starts.get(layer, []), self._ends.get(layer, [])
        for start, end in _fragments(row):
            before = bisect_left(starts, end)  # so many begin before it ends
            if before and ends[before - 1] > start:
                return True
        return False
