"""Krippendorff's alpha_u: agreement on where units lie on a continuum, by category and together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.score import Score, defined, undefined

if TYPE_CHECKING:
    from numpy.typing import NDArray

Unit = tuple[Hashable, Hashable, int, int]  # rater, category, begin, length
Piece = tuple[int, int]  # begin, end

NO_UNITS = "no annotator marked a unit"
NO_EXPECTATION = "no disagreement could be expected: the units fill the continuum"
OVERLAPPING = "units of one annotator and category overlap, for which the measure is not defined"


def unitizing_alpha(units: Iterable[Unit], *, length: int, raters: int | Sequence[Hashable], start: int = 0) -> Score:
    """Alpha_u = 1 - observed / expected disagreement, both summed over the categories.

    Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological Methodology
    25, 47-76; expected disagreement as corrected in ditto (2004). Measuring the reliability of
    qualitative text analysis data. Quality & Quantity 38, 787-800.
    `units` are (rater, category, begin, length), positions in whole steps; the continuum goes from
    `start` over `length`; `raters` are all annotators (or how many), also those without a unit.
    Give the units of one category for its own alpha_u. ValueError for units outside the continuum.
    """
    rows = list(units)
    names = _names(rows, raters)
    if len(names) < 2:
        return undefined("there are fewer than two annotators", items=len(rows), annotators=len(names))
    if not rows:
        return undefined(NO_UNITS, items=0, annotators=len(names))
    observed = expected = 0.0
    for category in {row[1] for row in rows}:
        pieces = {name: _pieces(rows, name, category, start, length) for name in names}
        if any(after[0] < before[1] for found in pieces.values() for before, after in pairwise(found)):
            return undefined(OVERLAPPING, items=len(rows), annotators=len(names))
        gaps = {name: gaps_between(found, start, start + length) for name, found in pieces.items()}
        observed += observed_sum(pieces, gaps)
        expected += _expected(pieces, gaps, length)
    observed /= len(names) * (len(names) - 1) * float(length) ** 2
    if expected <= 0:
        return undefined(NO_EXPECTATION, items=len(rows), annotators=len(names))
    return defined(1 - observed / expected, items=len(rows), annotators=len(names))


def gaps_between(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """The stretches of [start, end) without a unit; the pieces are sorted and do not overlap."""
    gaps, position = [], start
    for begin, stop in pieces:
        if begin > position:
            gaps.append((position, begin))
        position = stop
    if position < end:
        gaps.append((position, end))
    return gaps


def observed_sum(pieces: Mapping[Hashable, Sequence[Piece]], gaps: Mapping[Hashable, Sequence[Piece]]) -> float:
    """Sum of squared differences over ordered pairs of annotators, for one category.

    Two units that intersect differ by the squares of their shifts at either end; a unit that lies
    within another's gap by the square of its length; all other pairs of sections by nothing.
    """
    total = 0.0
    for one, mine in pieces.items():
        for other, theirs in pieces.items():
            if one == other:
                continue
            intersecting = _pairs(mine, theirs)
            total += sum((a - c) ** 2 + (b - d) ** 2 for (a, b), (c, d) in intersecting)
            # Seen from both sides: once as unit against gap, once as gap against unit.
            total += 2 * sum((b - a) ** 2 for (a, b), (c, d) in _pairs(mine, gaps[other]) if c <= a and b <= d)
    return total


def expected_sum(
    lengths: NDArray[np.float64], number: NDArray[np.float64], room: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Numerator of the expected disagreement, without the factor 2 / L; arrays (…, distinct lengths).

    `lengths` are the distinct lengths of the category's units, `number` how many units have each,
    `room` the sum over all annotators' gaps at least as long of (gap - length + 1).
    """
    units = number.sum(axis=-1, keepdims=True)
    against_units = (units - 1) / 3 * (2 * lengths**3 - 3 * lengths**2 + lengths)
    against_gaps = lengths**2 * room
    total: NDArray[np.float64] = (number * (against_units + against_gaps)).sum(axis=-1)
    return total


def _expected(
    pieces: Mapping[Hashable, Sequence[Piece]], gaps: Mapping[Hashable, Sequence[Piece]], length: int
) -> float:
    sizes = np.array([end - begin for found in pieces.values() for begin, end in found], dtype=np.float64)
    holes = np.array([end - begin for found in gaps.values() for begin, end in found], dtype=np.float64)
    lengths, number = np.unique(sizes, return_counts=True)
    room = np.where(holes >= lengths[:, None], holes - lengths[:, None] + 1, 0.0).sum(axis=1)
    whole = len(pieces) * float(length)
    places = whole * (whole - 1) - (sizes * (sizes - 1)).sum()
    if places <= 0:
        return 0.0
    return float(2 / length * expected_sum(lengths, number.astype(np.float64), room) / places)


def _names(rows: Sequence[Unit], raters: int | Sequence[Hashable]) -> list[Hashable]:
    seen = list(dict.fromkeys(row[0] for row in rows))
    if isinstance(raters, int):
        if len(seen) > raters:
            raise ValueError(f"units of {len(seen)} annotators, but raters={raters}")
        return seen + [("no units", number) for number in range(raters - len(seen))]
    if strange := set(seen) - set(raters):
        raise ValueError(f"units of annotators that are not among the raters: {sorted(map(str, strange))[:5]}")
    return list(dict.fromkeys(raters))


def _pieces(rows: Sequence[Unit], rater: Hashable, category: Hashable, start: int, length: int) -> list[Piece]:
    pieces = sorted((begin, begin + size) for who, what, begin, size in rows if who == rater and what == category)
    for begin, end in pieces:
        if end <= begin or begin < start or end > start + length:
            raise ValueError(f"unit [{begin}, {end}) is empty or outside the continuum [{start}, {start + length})")
    return pieces


def _pairs(mine: Sequence[Piece], theirs: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """Pairs that share a place; both sides sorted and without overlaps."""
    found, first = [], 0
    for piece in mine:
        while first < len(theirs) and theirs[first][1] <= piece[0]:
            first += 1
        index = first
        while index < len(theirs) and theirs[index][0] < piece[1]:
            found.append((piece, theirs[index]))
            index += 1
    return found
