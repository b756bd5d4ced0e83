"""Where spans are: look-ups by place that stay fast in documents with thousands of spans."""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.span import Span
    from annotator.core.text import Fragments

_Row = tuple[int, int, str]  # start and end of a fragment, id of its span


class SpanIndex:
    """The fragments of each layer by start, and which spans have exactly which fragments.

    Built once for a state and then brought from one state to the next by `after`, which copies.
    """

    __slots__ = ("_is_disjoint", "_places", "_rows")

    def __init__(self) -> None:
        self._rows: dict[str, list[_Row]] = {}
        self._is_disjoint: dict[str, bool] = {}  # as flat layers are: then a look-up needs two neighbours only
        self._places: dict[tuple[str, Fragments], int] = {}

    @classmethod
    def of(cls, spans: Iterable[Span]) -> SpanIndex:
        """The index of these spans."""
        index = cls()
        for span in spans:
            index._rows.setdefault(span.layer, []).extend((a, b, span.id) for a, b in span.fragments)
            index._count(span, 1)
        for layer, rows in index._rows.items():
            rows.sort()
            index._is_disjoint[layer] = all(one[1] <= two[0] for one, two in itertools.pairwise(rows))
        return index

    def after(self, changes: Iterable[tuple[Span | None, Span | None]]) -> SpanIndex:
        """The index when each first span of the pairs is gone and each second one is there."""
        index = SpanIndex()
        index._rows = dict(self._rows)
        index._is_disjoint = dict(self._is_disjoint)
        index._places = dict(self._places)
        own: set[str] = set()  # layers whose rows are copied already
        for before, after in changes:
            for span, is_there in ((before, False), (after, True)):
                if span is None:
                    continue
                if span.layer not in own:
                    own.add(span.layer)
                    index._rows[span.layer] = list(index._rows.get(span.layer, ()))
                index._set(span, is_there=is_there)
        return index

    def overlapping(self, layer: str, fragments: Fragments) -> Iterator[str]:
        """Ids of the spans of the layer that share a character with the fragments."""
        rows = self._rows.get(layer, [])
        for start, end in fragments:
            first = bisect_left(rows, (start,))
            first = max(0, first - 1) if self._is_disjoint.get(layer, True) else 0
            for row_start, row_end, id in rows[first : bisect_left(rows, (end,))]:
                if row_start < end and start < row_end:
                    yield id

    def has(self, layer: str, fragments: Fragments) -> bool:
        """Whether a span of the layer has exactly these fragments."""
        return (layer, fragments) in self._places

    def _set(self, span: Span, *, is_there: bool) -> None:
        rows = self._rows[span.layer]
        for start, end in span.fragments:
            row = (start, end, span.id)
            if not is_there:
                del rows[bisect_left(rows, row)]
                continue
            insort(rows, row)
            place = bisect_left(rows, row)
            is_apart = (place == 0 or rows[place - 1][1] <= start) and (
                place + 1 == len(rows) or end <= rows[place + 1][0]
            )
            # Once two overlap the layer stays so for this index: the slower look-up is right in any case.
            self._is_disjoint[span.layer] = self._is_disjoint.get(span.layer, True) and is_apart
        self._count(span, 1 if is_there else -1)

    def _count(self, span: Span, by: int) -> None:
        key = (span.layer, span.fragments)
        number = self._places.get(key, 0) + by
        if number:
            self._places[key] = number
        else:
            del self._places[key]
