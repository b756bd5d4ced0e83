"""The rules that find entities: their scores, their precedence, and how overlapping finds are settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Rule(NamedTuple):
    """`score`: how often the rule is expected to be right; `rank` decides between finds of equal length."""

    score: float
    rank: int


# Scores are set by hand, after the precision on thirteen articles before any of them was looked at and on news of
# other kinds; for rules that seldom spoke there they are estimates (docs/adr/0005).
RULES: dict[str, Rule] = {
    "header": Rule(0.97, 9),
    "gazetteer:armed": Rule(0.95, 8),
    "gazetteer:bodies": Rule(0.94, 8),
    "gazetteer:media": Rule(0.92, 8),
    "gazetteer:countries": Rule(0.97, 7),
    "gazetteer:places": Rule(0.96, 6),
    "gazetteer:towns": Rule(0.84, 4),
    "gazetteer:waters": Rule(0.94, 7),
    "gazetteer:landmarks": Rule(0.85, 7),
    "gazetteer:people": Rule(0.92, 5),
    "gazetteer:faiths": Rule(0.85, 5),
    "gazetteer:persons": Rule(0.95, 7),
    "gazetteer:family": Rule(0.93, 5),
    "gazetteer:other": Rule(0.3, 8),
    "adjective": Rule(0.97, 6),
    "institution": Rule(0.94, 8),
    "ministry": Rule(0.88, 8),
    "region": Rule(0.85, 5),
    "facility": Rule(0.9, 8),
    "facility:compound": Rule(0.7, 7),
    "tribe": Rule(0.8, 6),
    "person:given": Rule(0.95, 7),
    "person:title": Rule(0.95, 6),
    "person:says": Rule(0.7, 4),
    "person:shape": Rule(0.5, 2),
    "place:noun": Rule(0.9, 6),
    "place:variant": Rule(0.65, 4),
    "facility:word": Rule(0.6, 4),
    "place:preposition": Rule(0.75, 3),
    "water:noun": Rule(0.7, 6),
    "water:named": Rule(0.92, 8),
    "organisation:noun": Rule(0.85, 6),
    "organisation:head": Rule(0.8, 6),
    "organisation:acronym": Rule(0.7, 3),
    "organisation:form": Rule(0.9, 8),
    "organisation:members": Rule(0.7, 3),
    "organisation:introduced": Rule(0.93, 7),
    "known": Rule(0.7, 3),
    "neighbour": Rule(0.7, 4),
    "repeat": Rule(0.85, 5),
    "repeat:part": Rule(0.95, 5),
    "name:shape": Rule(0.4, 1),
    "weapon:noun": Rule(0.9, 3),
    "weapon:name": Rule(0.88, 7),
    "vehicle:noun": Rule(0.94, 3),
    "vehicle:name": Rule(0.88, 7),
    "vehicle:ship": Rule(0.9, 8),
    "date": Rule(0.97, 6),
    "date:relative": Rule(0.95, 6),
    "time": Rule(0.93, 7),
    "duration": Rule(0.93, 5),
    "quantity": Rule(0.96, 5),
    "cardinal": Rule(0.96, 4),
    "cardinal:word": Rule(0.93, 3),
}
LOWEST, HIGHEST = 0.3, 0.98


@dataclass(frozen=True, slots=True)
class Found:
    """One find: a place in the text, its label and the rule. A label of "" takes the place and says nothing."""

    start: int
    end: int
    label: str
    rule: str

    @property
    def score(self) -> float:
        """The rule's expected precision, clamped."""
        return min(HIGHEST, max(LOWEST, RULES[self.rule].score))


def settle(finds: Iterable[Found]) -> list[Found]:
    """The finds that stand, none overlapping: the longest first, then the higher rank, then the earlier."""
    kept: list[Found] = []
    taken: set[int] = set()
    order = sorted(finds, key=lambda one: (one.start - one.end, -RULES[one.rule].rank, one.start, one.label))
    for one in order:
        if taken.isdisjoint(range(one.start, one.end)):
            kept.append(one)
            taken.update(range(one.start, one.end))
    return sorted(kept, key=lambda one: one.start)
