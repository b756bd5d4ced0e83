"""The order of the queue: what teaches most, what is easiest, what is oldest, with near-duplicates side by side."""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Order = Literal["teaching", "easiest", "date"]

HASHES = 64  # of a MinHash sketch: the error of the estimated likeness is about 1/8
BANDS = 16  # of four hashes each: finds nearly all pairs alike by 0.7 or more
ALIKE = 0.6  # estimated Jaccard likeness of near-duplicates
SHINGLE = 3  # words
_WORD = re.compile(r"\w+")
_FAMILIAR = 0.5  # how much less a document teaches for each one of its kind before it

Sketch = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document not yet done: date (ISO, "" unknown), scores of its open suggestions, length, sketch."""

    id: str
    date: str
    scores: tuple[float, ...]
    characters: int
    sketch: Sketch = ()

    @property
    def unsureness(self) -> float:
        """Sum of the binary entropy of the scores, in bits, for a thousand characters: long articles are no better."""
        bits = sum(_entropy(score) for score in self.scores)
        return bits * 1000 / max(1000, self.characters)


def ordered(waiting: Sequence[Waiting], order: Order) -> list[str]:
    """The ids in that order; near-duplicates of a document follow right after it."""
    groups = _groups(waiting)
    first = [group[0] for group in groups]
    if order == "teaching":
        ranked = _by_teaching(groups)
    elif order == "easiest":
        ranked = sorted(range(len(groups)), key=lambda index: (_difficulty(first[index]), first[index].id))
    else:
        ranked = sorted(range(len(groups)), key=lambda index: (not first[index].date, first[index].date))
    return [one.id for index in ranked for one in groups[index]]


def sketch_of(text: str) -> Sketch:
    """A MinHash sketch of the text's word triples; () for a text of fewer words.

    Each triple is hashed once and falls into one slot (Li, Owen and Zhang 2012; empty slots by Shrivastava and Li
    2014): a fraction of the work of as many hash functions as there are slots (Broder 1997).
    """
    words = [match.group().lower() for match in _WORD.finditer(text)]
    shingles = {" ".join(words[index : index + SHINGLE]) for index in range(len(words) - SHINGLE + 1)}
    if not shingles:
        return ()
    least: list[int | None] = [None] * HASHES
    for one in shingles:
        number = int.from_bytes(hashlib.blake2s(one.encode("utf-8"), digest_size=8).digest(), "big")
        value, slot = divmod(number, HASHES)
        known = least[slot]
        if known is None or value < known:
            least[slot] = value
    return tuple(_borrowed(least))


def _borrowed(least: Sequence[int | None]) -> Iterable[int]:
    """Fills empty slots from the next one that is not, marked by how far off that is."""
    for slot in range(HASHES):
        for step in range(HASHES):
            value = least[(slot + step) % HASHES]
            if value is not None:
                yield value * HASHES + step
                break


def likeness(one: Sketch, other: Sketch) -> float:
    """The estimated share of word triples that two texts have in common, 0..1."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def near_duplicates(sketches: Mapping[str, Sketch]) -> list[tuple[str, ...]]:
    """Groups of two or more ids whose texts are nearly the same, each in the order given."""
    parent = {id: id for id in sketches}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    rows = HASHES // BANDS
    buckets: dict[tuple[int, Sketch], str] = {}
    for id, sketch in sketches.items():
        if not sketch:
            continue
        for band in range(BANDS):
            key = band, sketch[band * rows : (band + 1) * rows]
            other = buckets.setdefault(key, id)
            if root(other) != root(id) and likeness(sketches[other], sketch) >= ALIKE:
                parent[root(id)] = root(other)
    groups: dict[str, list[str]] = {}
    for id in sketches:
        groups.setdefault(root(id), []).append(id)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _entropy(score: float) -> float:
    if not 0 < score < 1:
        return 0.0
    return -score * math.log2(score) - (1 - score) * math.log2(1 - score)


def _difficulty(one: Waiting) -> float:
    """What is left to decide: suggestions that a key settles count little, unsure ones in full."""
    return sum(0.1 + _entropy(score) for score in one.scores) + one.characters / 10_000


def _groups(waiting: Sequence[Waiting]) -> list[list[Waiting]]:
    """Near-duplicates together, the rest alone, in order of first appearance."""
    by_id = {one.id: one for one in waiting}
    member = {id: group for group in near_duplicates({one.id: one.sketch for one in waiting}) for id in group}
    found: list[list[Waiting]] = []
    for one in waiting:
        group = member.get(one.id, (one.id,))
        if group[0] == one.id:
            found.append([by_id[id] for id in group])
    return found


def _by_teaching(groups: Sequence[Sequence[Waiting]]) -> list[int]:
    """Most unsure first, but each month's next document counts half as much as the one before: news goes in waves."""
    left = sorted(range(len(groups)), key=lambda index: (-groups[index][0].unsureness, groups[index][0].id))
    by_month: dict[str, list[int]] = {}
    for index in left:
        by_month.setdefault(groups[index][0].date[:7], []).append(index)
    ranked: list[tuple[float, str, int]] = []
    for indexes in by_month.values():
        for number, index in enumerate(indexes):
            one = groups[index][0]
            ranked.append((-one.unsureness * _FAMILIAR**number, one.id, index))
    return [index for _, _, index in sorted(ranked)]
