"""The alignment of several annotators' units with the least disorder: exact for two, searched for more."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.assignment import greatest_matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.dissimilarity import Dissimilarity, Track

MOST_STATES = 4_000  # partial alignments kept at once; beyond it the worst are dropped and the result may not be exact


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sum of the disorders of its unitary alignments, how many these are, and whether none better exists."""

    disorder: float
    size: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A unitary alignment: the units in it as bits counted from the first one, and its disorder."""

    bits: int
    cost: float


def best_alignment(tracks: Sequence[Track], dissimilarity: Dissimilarity, *, most: int = MOST_STATES) -> Alignment:
    """The alignment of least disorder of two or more annotators' units.

    A unitary alignment holds at most one unit of each annotator; its disorder is the mean dissimilarity
    over the pairs of annotators, a pair in which one or both have no unit counting delta_empty. An
    alignment puts every unit into exactly one unitary alignment (Mathet et al. 2015, section 4.3).

    Two annotators: an assignment problem, solved exactly by the Hungarian method. More: the units are
    taken in order of place and all partial alignments worth keeping are carried along, so the result is
    exact as long as no more than `most` of them stand at once; `is_exact` tells.
    """
    if len(tracks) == 2:
        return _of_two(tracks[0], tracks[1], dissimilarity)
    return _of_many(tracks, dissimilarity, most)


def _of_two(one: Track, other: Track, dissimilarity: Dissimilarity) -> Alignment:
    """Leaving two units alone costs 2 · delta_empty, so pairing them gains what they are closer than that."""
    gain = 2 * dissimilarity.delta_empty - dissimilarity.between(one, other)
    rows, columns = np.nonzero(gain > 0)
    chosen = greatest_matching(rows, columns, gain[rows, columns])
    total = len(one) + len(other)
    saved = float(gain[rows[chosen], columns[chosen]].sum())
    return Alignment(total * dissimilarity.delta_empty - saved, total - len(chosen), True)


def _of_many(tracks: Sequence[Track], dissimilarity: Dissimilarity, most: int) -> Alignment:
    order = sorted(
        (
            (float(track.begin[unit] + track.end[unit]), rater, unit)
            for rater, track in enumerate(tracks)
            for unit in range(len(track))
        )
    )
    place = {(rater, unit): index for index, (_, rater, unit) in enumerate(order)}
    by_first: list[list[_Candidate]] = [[] for _ in order]
    for members, cost in _candidates(tracks, dissimilarity):
        places = [place[member] for member in members]
        first = min(places)
        by_first[first].append(_Candidate(sum(1 << (index - first) for index in places), cost))
    empty = dissimilarity.delta_empty
    # A unit taken out of a unitary alignment of n annotators raises its disorder by at most this much.
    loss = 2 * empty / len(tracks)
    states: dict[int, tuple[float, int]] = {0: (0.0, 0)}  # units covered from here on -> least disorder, size
    is_exact = True
    for candidates in by_first:
        states = _step(states, candidates)
        states = _worth_keeping(states, empty, loss)
        if len(states) > most:
            is_exact = False
            states = dict(sorted(states.items(), key=lambda item: item[1][0] - item[0].bit_count() * empty)[:most])
    disorder, size = states[0]
    return Alignment(disorder, size, is_exact)


def _step(states: dict[int, tuple[float, int]], candidates: Sequence[_Candidate]) -> dict[int, tuple[float, int]]:
    """The states after the next unit is covered, by what covered it before or by each candidate it is first in."""
    following: dict[int, tuple[float, int]] = {}
    for covered, (disorder, size) in states.items():
        if covered & 1:
            options = [(covered >> 1, disorder, size)]
        else:
            options = [
                ((covered | candidate.bits) >> 1, disorder + candidate.cost, size + 1)
                for candidate in candidates
                if not covered & candidate.bits
            ]
        for key, cost, number in options:
            known = following.get(key)
            if known is None or cost < known[0]:
                following[key] = (cost, number)
    return following


def _worth_keeping(states: dict[int, tuple[float, int]], empty: float, loss: float) -> dict[int, tuple[float, int]]:
    """Without the states that the best one beats whatever follows.

    From the best state one can follow any other's completion: units only the other has covered are
    left alone (`empty` each), units only the best has covered are taken out of it (`loss` each).
    """
    if len(states) < 2:
        return states
    best, (least, _) = min(states.items(), key=lambda item: item[1][0] - item[0].bit_count() * empty)
    return {
        covered: value
        for covered, value in states.items()
        if covered == best
        or value[0] <= least + empty * (covered & ~best).bit_count() + loss * (best & ~covered).bit_count() + 1e-12
    }


def _candidates(tracks: Sequence[Track], dissimilarity: Dissimilarity) -> Iterator[tuple[list[tuple[int, int]], float]]:
    """Unitary alignments that cost less than leaving their units alone (section 5.1.1), and the lone units."""
    pairs = comb(len(tracks), 2)
    empty = dissimilarity.delta_empty
    near = {
        (one, other): dissimilarity.between(tracks[one], tracks[other])
        for one, other in combinations(range(len(tracks)), 2)
    }

    def cost(members: Sequence[tuple[int, int]], apart: float) -> float:
        return (apart + empty * (pairs - comb(len(members), 2))) / pairs

    def grow(members: list[tuple[int, int]], apart: float) -> Iterator[tuple[list[tuple[int, int]], float]]:
        if len(members) == 1 or cost(members, apart) < len(members) * empty:
            yield members, cost(members, apart)
        for rater in range(members[-1][0] + 1, len(tracks)):
            added = np.zeros(len(tracks[rater]))
            for other, unit in members:
                added = added + near[other, rater][unit]
            # However the rest is filled, n units are worth n · delta_empty at most.
            for unit in np.flatnonzero(apart + added < len(tracks) * empty * pairs).tolist():
                yield from grow([*members, (rater, unit)], apart + float(added[unit]))

    for rater, track in enumerate(tracks):
        for unit in range(len(track)):
            yield from grow([(rater, unit)], 0.0)


def mean_units(tracks: Sequence[Track]) -> float:
    """Average number of units per annotator."""
    return float(np.mean([len(track) for track in tracks]))


def positions_of(tracks: Sequence[Track]) -> NDArray[np.float64]:
    """All begins and ends."""
    return np.concatenate([edge for track in tracks for edge in (track.begin, track.end)])
