"""Finds articles that are nearly the same text: sketches of their words, compared where they share any."""

from __future__ import annotations

import re
import zlib
from array import array
from typing import TYPE_CHECKING

from annotator.core.graphemes import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Sketch = array  # of unsigned 32-bit hashes, in order: the smallest of those of all runs of words
SIZE = 48  # hashes a sketch has at most
TOLD_BY = 8  # smallest hashes by which texts find one another: of two near copies at least one is the same
RUN = 4  # words that are hashed together
LIKE = 0.5  # share of the hashes of two texts together that both have, from which they are near copies
MOST_BEARERS = 32  # texts compared by one hash: what more texts share is a phrase of the agency, not a copy
BITS = 256  # of what a sketch is told apart by at a glance
# A script that sets no words apart has its characters instead: a whole clause is too much to have in common.
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+")


def sketch_of(text: str) -> Sketch[int]:
    """The sketch of a text; upper case, punctuation and white space do not count."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    runs = {b" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
    return array("I", sorted({zlib.crc32(run) for run in runs})[:SIZE])


def likeness(one: Sketch[int], other: Sketch[int]) -> float:
    """About which share of the runs of words of both texts is in both, 0 to 1."""
    if not one or not other:
        return 0.0
    size = min(SIZE, max(len(one), len(other)))
    shared = {*one}.intersection(other)
    if len(shared) < LIKE * size:
        return len(shared) / size  # at most that: too little to look closer
    return sum(hash in shared for hash in sorted({*one, *other})[:size]) / size


def groups_of(sketches: Sequence[Sketch[int]]) -> list[list[int]]:
    """The numbers of all texts, near copies together, each group and all groups in order of the first.

    Likeness is passed on: where B is like A and C like B, the three are a group.
    """
    heads = array("I", range(len(sketches)))
    glances = [_glance(sketch) for sketch in sketches]
    for members in _sharing(sketches):
        for place, number in enumerate(members[1:], start=1):
            glance, size = glances[number], len(sketches[number])
            least = LIKE * size - (size - glance.bit_count())  # hashes that fell on one bit may all be shared
            for other in members[: min(place, MOST_BEARERS)]:
                if (glance & glances[other]).bit_count() < least:
                    continue  # as nearly all are that share a sentence alone
                one, its = _head(heads, other), _head(heads, number)
                if one != its and likeness(sketches[number], sketches[other]) >= LIKE:
                    heads[max(one, its)] = min(one, its)
    found: dict[int, list[int]] = {}
    for number in range(len(sketches)):
        found.setdefault(_head(heads, number), []).append(number)
    return list(found.values())


def _glance(sketch: Sketch[int]) -> int:
    """The bits that the hashes of a sketch fall on: two sketches share no more than the bits that both have."""
    bits = 0
    for hash in sketch:
        bits |= 1 << hash % BITS
    return bits


def _sharing(sketches: Sequence[Sketch[int]]) -> Iterator[array[int]]:
    """The numbers of the texts that share one of the hashes they are told by, for each such hash, in order.

    Hash and number are one integer, of eight bytes each, so that a list of all of them stays small.
    """
    bearing = array("Q")
    for number, sketch in enumerate(sketches):
        bearing.extend(hash << 32 | number for hash in sketch[:TOLD_BY])
    members = array("I")
    before = -1
    for both in sorted(bearing):
        if both >> 32 != before:
            if len(members) > 1:
                yield members
            members, before = array("I"), both >> 32
        members.append(both & 0xFFFF_FFFF)
    if len(members) > 1:
        yield members


def _head(heads: array[int], number: int) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number
