"""Candidates: what each voter claims for one document, and the evidence that the combiner weighs."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.text import is_overlapping
from annotator.nlp.worker.learned.memory import key_of
from annotator.nlp.worker.learned.passages import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments
    from annotator.nlp.worker.learned.lessons import Prepared
    from annotator.nlp.worker.learned.memory import Memory

RULES, CRF, FAST, MEMORY, PIPELINE = "rules", "crf", "fast", "memory", "pipeline"
KIN = "kin"  # the memory's claim by another spelling, as evidence
LEARNED = frozenset((CRF, FAST, MEMORY))
RIPE = 30  # finished documents from which a tagger's silence counts in full
_EDGE = 4.0  # log-odds at which a score is cut off
_STRETCH = 64  # characters
Found = list[tuple["Fragments", str, float]]  # where, label, score


@dataclass(slots=True)
class Candidate:
    """A place and label that one or more voters claim, with their scores.

    `there`: the chance that a span is there, whatever its label.
    """

    layer: str
    label: str
    fragments: Fragments
    claims: dict[str, float] = field(default_factory=dict)
    key: str = ""
    rule: str = ""
    ruled: Suggestion | None = None
    there: float = 0.0

    @property
    def is_learned(self) -> bool:
        """Whether any voter that learns claims it."""
        return not LEARNED.isdisjoint(self.claims)


class Near:
    """Candidates by where they stand: of thousands in a long document only those close by are looked at."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._ones: list[Candidate] = []
        self._at: dict[int, list[int]] = {}
        for one in candidates:
            self.add(one)

    def add(self, one: Candidate) -> None:
        """Takes one more in."""
        number = len(self._ones)
        self._ones.append(one)
        for stretch in _stretches(one.fragments):
            self._at.setdefault(stretch, []).append(number)

    def around(self, fragments: Fragments) -> list[Candidate]:
        """All that may overlap these fragments, in the order they were taken in."""
        found = {number for stretch in _stretches(fragments) for number in self._at.get(stretch, ())}
        return [self._ones[number] for number in sorted(found)]


def _stretches(fragments: Fragments) -> set[int]:
    return {number for start, end in fragments for number in range(start // _STRETCH, (end - 1) // _STRETCH + 1)}


def gather(
    prepared: Prepared,
    layer: str,
    claims: Mapping[str, Found],
    memory: Memory,
    others: Iterable[Suggestion],
) -> list[Candidate]:
    """The candidates of a layer, by position; `claims` are those of the taggers, `others` those of pipelines."""
    found: dict[tuple[Fragments, str], Candidate] = {}

    def at(fragments: Fragments, label: str) -> Candidate:
        if (fragments, label) not in found:
            key = key_of(prepared.document.text, fragments, is_event=memory.is_event)
            found[fragments, label] = Candidate(layer, label, fragments, key=key)
        return found[fragments, label]

    for one in prepared.ruled:
        if one.layer == layer:
            candidate = at(one.fragments, one.label)
            candidate.claims[RULES], candidate.rule, candidate.ruled = one.score, one.provenance.rule, one
    for other in others:
        if other.layer == layer:
            candidate = at(other.fragments, other.label)
            candidate.claims[PIPELINE] = max(other.score, candidate.claims.get(PIPELINE, 0.0))
            candidate.rule = candidate.rule or other.provenance.suggester
    for voter, rows in claims.items():
        for fragments, label, score in rows:
            at(fragments, label).claims[voter] = score
    for passage in prepared.passages:
        for fragments, label, share in memory.proposals(passage):
            at(fragments, label).claims[MEMORY] = share
    instead = [(one.fragments, memory.instead(one.key, one.label)) for one in found.values()]
    for fragments, label in ((fragments, label) for fragments, label in instead if label):
        at(fragments, label).claims[MEMORY] = 1.0
    return sorted(found.values(), key=lambda one: (one.fragments, one.label))


def claims_of_tags(prepared: Prepared, tags: Sequence[Sequence[str]], chances: Sequence[Sequence[float]]) -> Found:
    """A tagger's spans with the least chance among their words."""
    return [
        (one.fragments, one.label, min(line[index] for index in one.words))
        for passage, tagged, line in zip(prepared.passages, tags, chances, strict=True)
        for one in spans_of(passage, tagged)
    ]


def evidence_of(
    candidate: Candidate, near: Near, memory: Memory, *, finished: int, voters: Iterable[str]
) -> dict[str, float]:
    """What speaks for and against a candidate; `voters` are the taggers that were asked, `finished` documents.

    `near` holds all candidates of the document and layer.
    """
    label = f"{candidate.layer}/{candidate.label}"
    found = {"bias": 1.0, f"{label}": 1.0}
    # Another spelling's word is weighed by itself: what it is worth says nothing of that of the string's own.
    is_by_kin = MEMORY in candidate.claims and not memory.knows(candidate.key)
    names = {voter: KIN if is_by_kin and voter == MEMORY else voter for voter in candidate.claims}
    for voter, score in candidate.claims.items():
        found[names[voter]] = 1.0
        if voter in (RULES, CRF, FAST):
            found[f"{voter}:score"] = _log_odds(score)
    for voter in voters:
        if voter not in candidate.claims:
            found[f"no {voter}"] = min(1.0, finished / RIPE)
            found[f"{label} no {voter}"] = 1.0
    if len(candidate.claims) == 1:
        found["alone"] = 1.0
        found[f"{label} alone {next(iter(names.values()))}"] = 1.0
    tier = "+".join(sorted(names.values()))
    found[f"tier {tier}"] = 1.0
    told = memory.told_of_kin if is_by_kin else memory.told
    accepted, rejected, passed = told(candidate.key, candidate.label)
    if accepted + rejected + passed:
        found[f"{KIN if is_by_kin else MEMORY}:odds"] = _cut(math.log((accepted + 0.5) / (rejected * 2 + passed + 0.5)))
    if memory.variants(candidate.key, candidate.label):
        found["variant"] = 1.0
    rivals = {
        voter
        for other in near.around(candidate.fragments)
        if other is not candidate and is_overlapping(other.fragments, candidate.fragments)
        for voter in other.claims
    } - set(candidate.claims)
    if rivals:
        found["rivals"] = float(len(rivals))
        for voter in rivals:
            found[f"rival {voter}"] = 1.0
    if candidate.rule:
        found[f"rule {candidate.rule.partition(':')[0] if memory.is_event else candidate.rule}"] = 1.0
    return found


def _log_odds(score: float) -> float:
    score = min(0.9999, max(0.0001, score))
    return _cut(math.log(score / (1 - score)))


def _cut(value: float) -> float:
    return max(-_EDGE, min(_EDGE, value))
