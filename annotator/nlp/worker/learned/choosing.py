"""Which candidates are shown: likely enough, by voters that have earned it, never what was rejected before."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from annotator.core.text import is_overlapping
from annotator.nlp.messages import REJECTED_AS
from annotator.nlp.worker.learned.candidates import RULES, Near, evidence_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from annotator.nlp.worker.learned.candidates import Candidate
    from annotator.nlp.worker.learned.combiner import Combiner
    from annotator.nlp.worker.learned.memory import Memory
    from annotator.nlp.worker.learned.passages import Placed

LIKELY = 0.5  # from here on one key accepts all of a document, so that only wrong ones cost anything
# A span that is there with another label takes one key where it is shown, and two actions where it is not: select and
# label. So a suggestion pays where a span is there in half of the cases; less, since one with a wrong edge helps too.
THERE = 0.4
NEVER = 1.1  # where what learning adds beside the rules cost more than it saved
EARNED = 0.4  # held-out precision below which a voter has to be silent on a label
ENOUGH = 8  # documents with held-out claims before that is judged
FEWEST = 5  # documents before anything learned may overrule the rules
Losses = tuple[float, float]  # of one document, for each of its spans: actions and mistakes


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its chance, and why it is not shown ("" where it is)."""

    candidate: Candidate
    chance: float
    why_hidden: str = ""


def score(
    candidates: Sequence[Candidate],
    combiner: Combiner,
    memory: Memory,
    *,
    finished: int,
    voters: Collection[str],
    places: Combiner | None = None,
) -> list[tuple[Candidate, float]]:
    """Each candidate with the combiner's chance; `places` tells the chance that a span is there at all."""
    scored, near = [], Near(candidates)
    for one in candidates:
        evidence = evidence_of(one, near, memory, finished=finished, voters=voters)
        if places is not None:
            one.there = places.chance(evidence)
        scored.append((one, combiner.chance(evidence)))
    return scored


def choose(
    scored: Sequence[tuple[Candidate, float]],
    memory: Memory,
    silent: Mapping[str, str],
    *,
    is_flat: bool,
    defers: bool = False,
    least: float = LIKELY,
) -> list[Scored]:
    """All candidates, the likeliest first, with the reason why one is not shown.

    `defers`: what the rules claim is neither too unlikely nor gives way to what only learners claim, unless that very
    string was passed over before. Everything else is shown from `least` on, and where the rules are not deferred to,
    from THERE on as well.
    """
    result: list[Scored] = []
    standing = Near()
    chances = {id(candidate): chance for candidate, chance in scored}

    def is_kept(candidate: Candidate) -> bool:
        return defers and RULES in candidate.claims and not memory.is_doubted(candidate.key, candidate.label)

    def rank(one: tuple[Candidate, float]) -> tuple[bool, float, object, str]:
        return not is_kept(one[0]), -one[1], one[0].fragments, one[0].label

    for candidate, chance in sorted(scored, key=rank):
        is_likely = is_kept(candidate) or chance >= least or (not defers and candidate.there >= THERE)
        why = _why_hidden(candidate, chance, memory, silent, least=0.0 if is_likely else least)
        around = standing.around(candidate.fragments)
        rival = next((one for one in around if _is_in_the_way(one, candidate, is_flat=is_flat)), None)
        if not why and rival is not None:
            name = f"{rival.label} “{rival.key:.40}”"
            is_likelier = chances[id(rival)] >= chance
            why = f"{name} is likelier there" if is_likelier else f"{name} is what the rules find there"
        if not why:
            standing.add(candidate)
        result.append(Scored(candidate, chance, why))
    return sorted(result, key=lambda one: (-one.chance, one.candidate.fragments, one.candidate.label))


def _why_hidden(candidate: Candidate, chance: float, memory: Memory, silent: Mapping[str, str], *, least: float) -> str:
    refused = memory.refused_as(candidate.key, candidate.label)
    if refused:
        return f"“{refused:.40}” {REJECTED_AS} {candidate.label}"
    reasons = [silent.get(f"{voter} {candidate.label}", "") for voter in candidate.claims]
    if all(reasons):
        return reasons[0]
    if chance < least:
        rather = (
            f"where {least} is shown" if least < NEVER else "and what rules do not find was mostly wrong here so far"
        )
        return f"too unlikely: {math.floor(100 * chance) / 100:.2f} {rather}"  # .499 is not 0.50, which is shown
    return ""


def cost(shown: Sequence[Scored], gold: Sequence[Placed]) -> float:
    """About how many actions a document takes by what is shown, for each of its spans; 2 where nothing is shown.

    One for each that is taken up below LIKELY, relabelled, or rejected; two for a moved edge and for what is added.
    """
    wanted = set(gold)
    open_places = {fragments for fragments, _ in gold}
    there = frozenset(open_places)
    actions = 0
    for one in sorted(shown, key=lambda found: found.candidate.fragments not in there):
        place = one.candidate.fragments
        if place in there:
            open_places.discard(place)
            actions += (place, one.candidate.label) not in wanted or one.chance < LIKELY
            continue
        met = next((other for other in sorted(open_places) if is_overlapping(other, place)), None)
        if met is not None:
            open_places.discard(met)
        actions += 1 if met is None else 2
    return (actions + 2 * len(open_places)) / max(1, len(wanted))


def _is_in_the_way(one: Candidate, other: Candidate, *, is_flat: bool) -> bool:
    if is_flat:
        return is_overlapping(one.fragments, other.fragments)
    # Of two triggers on one word, or one inside the other, the likelier stays.
    return one.fragments[0][0] < other.fragments[0][1] and other.fragments[0][0] < one.fragments[0][1]


def silences(judged: Sequence[tuple[int, Candidate, bool]]) -> dict[str, str]:
    """For each voter and label whose held-out claims were too often wrong: "voter label" -> why.

    `judged` gives the document of each claim: names come in bursts, so one list of results says little of the next
    article. The mean of the documents' shares has to be too low by its standard error, in ENOUGH documents.
    """
    shares: dict[tuple[str, str], dict[int, list[bool]]] = {}
    for document, candidate, is_right in judged:
        for voter in candidate.claims:
            shares.setdefault((voter, candidate.label), {}).setdefault(document, []).append(is_right)
    found = {}
    for (voter, label), documents in sorted(shares.items()):
        each = [sum(rights) / len(rights) for rights in documents.values()]
        if len(each) < ENOUGH or fmean(each) + stdev(each) / math.sqrt(len(each)) >= EARNED:
            continue
        total, right = sum(map(len, documents.values())), sum(map(sum, documents.values()))
        found[f"{voter} {label}"] = f"{voter} was right on {right} of {total} held-out claims of {label}"
    return found


def is_gain(gains: Sequence[float]) -> bool:
    """Whether documents gained on the whole: their mean is above zero by more than its standard error.

    One gain a document, since what happens in one article happens again in it.
    """
    return len(gains) >= FEWEST and fmean(gains) > stdev(gains) / math.sqrt(len(gains))


def is_better(ones: Sequence[Losses], others: Sequence[Losses]) -> bool:
    """Whether documents lost less one way than the other, in actions and in mistakes too, by more than chance."""
    return all(is_gain([other[kind] - one[kind] for one, other in zip(ones, others, strict=True)]) for kind in range(2))


def is_no_worse(ones: Sequence[Losses], others: Sequence[Losses]) -> bool:
    """Whether documents lost no more in all one way than the other, neither in actions nor in mistakes."""
    return all(sum(one[kind] for one in ones) <= sum(other[kind] for other in others) for kind in range(2))
