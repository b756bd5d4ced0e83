"""Which spans of two annotators share characters, found for all documents at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Pairs (span of a, span of b) that share characters, each pair once, and how many they share."""

    a: Ints
    b: Ints
    shared: Ints

    def where(self, kept: NDArray[np.bool_]) -> Overlaps:
        """Only the pairs for which the mask is True."""
        return Overlaps(self.a[kept], self.b[kept], self.shared[kept])


@dataclass(frozen=True, slots=True)
class Fragments:
    """Fragments of spans on one axis: of which span, start, end (code points, end exclusive)."""

    span: Ints
    start: Ints
    end: Ints


def overlaps_of(a: Fragments, b: Fragments) -> Overlaps:
    """All pairs of spans of which a fragment of one overlaps a fragment of the other.

    Fragments may nest, so the candidates of each are bounded by the greatest end so far, then checked.
    """
    order = np.argsort(b.start, kind="stable")
    start, end, span = b.start[order], b.end[order], b.span[order]
    furthest = np.maximum.accumulate(end) if len(end) else end
    first = np.searchsorted(furthest, a.start, side="right")
    last = np.maximum(np.searchsorted(start, a.end, side="left"), first)
    number = last - first
    left = np.repeat(np.arange(len(a.start)), number)
    right = np.arange(int(number.sum())) - np.repeat(np.cumsum(number) - number, number) + np.repeat(first, number)
    shared = np.minimum(a.end[left], end[right]) - np.maximum(a.start[left], start[right])
    kept = shared > 0
    return _by_pair(a.span[left[kept]], span[right[kept]], shared[kept])


def _by_pair(a: Ints, b: Ints, shared: Ints) -> Overlaps:
    """Sums the fragments' shares for each pair of spans."""
    if not len(a):
        return Overlaps(a, b, shared)
    order = np.lexsort((b, a))
    a, b, shared = a[order], b[order], shared[order]
    is_new = np.concatenate(([True], (a[1:] != a[:-1]) | (b[1:] != b[:-1])))
    heads = np.flatnonzero(is_new)
    return Overlaps(a[heads], b[heads], np.add.reduceat(shared, heads))
