"""The order of the queue: what teaches most, what is easiest, what is oldest, with near-duplicates side by side."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Order = Literal["teaching", "easiest", "date"]

_FAMILIAR = 0.5  # how much less a document teaches for each one of its kind before it


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document not yet done: date (ISO, "" unknown), scores of its open suggestions, length.

    `copy_of` is the id of the first document that has nearly the same text, "" where no other has.
    """

    id: str
    date: str
    scores: tuple[float, ...]
    characters: int
    copy_of: str = ""

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


def _entropy(score: float) -> float:
    if not 0 < score < 1:
        return 0.0
    return -score * math.log2(score) - (1 - score) * math.log2(1 - score)


def _difficulty(one: Waiting) -> float:
    """What is left to decide: suggestions that a key settles count little, unsure ones in full."""
    return sum(0.1 + _entropy(score) for score in one.scores) + one.characters / 10_000


def _groups(waiting: Sequence[Waiting]) -> list[list[Waiting]]:
    """Near-duplicates together, the rest alone, in order of first appearance."""
    found: dict[str, list[Waiting]] = {}
    for one in waiting:
        found.setdefault(one.copy_of or one.id, []).append(one)
    return list(found.values())


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
