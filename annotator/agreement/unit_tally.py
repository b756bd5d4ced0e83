"""Alpha_u of one label over many documents, as statistics that add up over documents.

Each document is a piece of continuum of its own: a unit cannot lie across two, so gaps end at its edges.
With one document the value is that of `unitizing_alpha`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.overlap import Fragments, overlaps_of
from annotator.agreement.tallies import by_document, by_document_and, ratio
from annotator.agreement.unitizing import expected_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from annotator.agreement.bootstrap import Formula

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SUMS = 3  # columns before those by length: observed, places taken by units, length


@dataclass(frozen=True, slots=True)
class Pieces:
    """The units of one annotator and label, by place: of which document, begin, end (on one axis)."""

    document: Ints
    begin: Ints
    end: Ints

    @property
    def is_overlapping(self) -> bool:
        """Whether one begins before the one before it ends; they are in order of their begins."""
        return bool((self.begin[1:] < self.end[:-1]).any())


@dataclass(frozen=True, slots=True)
class UnitTally:
    """Documents × columns, with the formula that turns their sums into alpha_u."""

    table: Floats
    lengths: Floats
    raters: int

    @property
    def formula(self) -> Formula:
        """Sums of shape (…, columns) to alpha_u; NaN where no disagreement could be expected."""
        return self._alpha

    def _alpha(self, sums: Floats) -> Floats:
        size = len(self.lengths)
        observed, taken, length = (sums[..., column] for column in range(SUMS))
        number, room = sums[..., SUMS : SUMS + size], sums[..., SUMS + size :]
        whole = self.raters * length
        expected = ratio(2 * expected_sum(self.lengths, number, room), length * (whole * (whole - 1) - taken))
        return 1 - ratio(ratio(observed, self.raters * (self.raters - 1) * length**2), expected)


def unit_tally(pieces: Sequence[Pieces], *, base: Ints, length: Ints) -> UnitTally:
    """The tally of one label; `pieces` has one entry for each annotator, `base` and `length` for each document."""
    documents = len(base)
    document = np.concatenate([piece.document for piece in pieces])
    sizes = np.concatenate([piece.end - piece.begin for piece in pieces])
    lengths, which = np.unique(sizes, return_inverse=True)
    observed = np.zeros(documents)
    for one, other in combinations(pieces, 2):
        observed += _observed(one, other, documents)
    room = np.zeros((documents, len(lengths)))
    for piece in pieces:
        room += _room(piece, lengths, base, length)
    return UnitTally(
        np.column_stack(
            [
                observed,
                by_document(documents, document, (sizes * (sizes - 1)).astype(np.float64)),
                length.astype(np.float64),
                by_document_and(documents, len(lengths), document, which),
                room,
            ]
        ),
        lengths.astype(np.float64),
        len(pieces),
    )


def _observed(one: Pieces, other: Pieces, documents: int) -> Floats:
    """Squared differences, counted in both directions, by document."""
    pairs = overlaps_of(_numbered(one), _numbered(other))
    shift = (one.begin[pairs.a] - other.begin[pairs.b]) ** 2 + (one.end[pairs.a] - other.end[pairs.b]) ** 2
    total = by_document(documents, one.document[pairs.a], shift.astype(np.float64))
    for piece, met in ((one, pairs.a), (other, pairs.b)):
        is_alone = np.ones(len(piece.begin), dtype=bool)
        is_alone[met] = False  # what meets no unit lies within a gap
        squares = (piece.end - piece.begin)[is_alone].astype(np.float64) ** 2
        total += by_document(documents, piece.document[is_alone], squares)
    return 2 * total


def _numbered(piece: Pieces) -> Fragments:
    return Fragments(np.arange(len(piece.begin)), piece.begin, piece.end)


def _room(piece: Pieces, lengths: Ints, base: Ints, length: Ints) -> Floats:
    """For each document and length: the sum over the gaps at least as long of (gap - length + 1)."""
    begins = np.sort(np.concatenate([piece.end, base]))  # a gap begins where a unit or nothing ends
    ends = np.sort(np.concatenate([piece.begin, base + length]))
    document = np.searchsorted(base, begins, side="right") - 1
    gaps = ends - begins
    short = np.flatnonzero((gaps > 0) & (gaps < lengths[-1]))
    # All gaps give (sum of gaps) - (length - 1) · (number of gaps); those too short are taken out again.
    sums = by_document(len(base), document, gaps.astype(np.float64))
    number = by_document(len(base), document, (gaps > 0).astype(np.float64))
    result: Floats = sums[:, None] - (lengths - 1)[None, :] * number[:, None]
    which, column = np.nonzero(gaps[short][:, None] < lengths[None, :])
    gap = short[which]
    excess = gaps[gap] - lengths[column] + 1
    return result - by_document_and(len(base), len(lengths), document[gap], column, excess.astype(np.float64))
