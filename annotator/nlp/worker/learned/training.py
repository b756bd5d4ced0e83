"""Learning in depth: taggers, memory, events and combiner from all decisions, with figures on held-out documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.learned import fillers, sequences
from annotator.nlp.worker.learned.candidates import (
    CRF,
    FAST,
    MEMORY,
    PIPELINE,
    RULES,
    Candidate,
    Near,
    claims_of_tags,
    evidence_of,
    gather,
)
from annotator.nlp.worker.learned.choosing import (
    LIKELY,
    NEVER,
    choose,
    cost,
    is_better,
    is_gain,
    is_no_worse,
    silences,
)
from annotator.nlp.worker.learned.combiner import cross_fitted, evened, fit
from annotator.nlp.worker.learned.figures import LayerFigures
from annotator.nlp.worker.learned.memory import ACCEPTED, PASSED, REJECTED, Memory, key_of
from annotator.nlp.worker.learned.model import Layer, Learned
from annotator.nlp.worker.learned.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.nlp.worker.learned.candidates import Found
    from annotator.nlp.worker.learned.choosing import Losses, Scored
    from annotator.nlp.worker.learned.combiner import Evidence
    from annotator.nlp.worker.learned.features import Features
    from annotator.nlp.worker.learned.lessons import Prepared, Shape

    Progress = Callable[[int, int], None]

Fast = dict[str, dict[str, "Found"]]  # document -> layer -> what the fast learner said before it learned from it
Contribution = tuple[str, str, int, int]  # what one document adds to a memory: string, label, which way, when


@dataclass(slots=True)
class Material:
    """What there is to learn from: finished documents, those with some decisions, and texts without any."""

    shape: Shape
    finished: list[Prepared]
    partial: list[Prepared] = field(default_factory=list)
    unfinished: list[Prepared] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    decisions: str = ""
    fast: Fast = field(default_factory=dict)
    lessons: Mapping[str, str] = field(default_factory=dict)  # document -> hash of what was decided about it
    source: str = ""  # whose decisions they are


@dataclass(slots=True)
class Rows:
    """Held-out candidates of all layers with their evidence: what the combiner learns from."""

    documents: list[int] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    there: list[bool] = field(default_factory=list)  # a span is exactly there, whatever its label
    candidates: list[Candidate] = field(default_factory=list)
    judged: dict[str, list[int]] = field(default_factory=dict)  # layer -> held-out documents, also without candidates

    def numbered(self) -> list[tuple[int, Evidence, bool]]:
        """Document, evidence, and whether it was right."""
        return list(zip(self.documents, self.evidence, self.right, strict=True))

    def placed(self) -> list[tuple[int, Evidence, bool]]:
        """Document, evidence, and whether a span was there."""
        return list(zip(self.documents, self.evidence, self.there, strict=True))


def learn(material: Material, *, report: Progress | None = None) -> tuple[Learned, Rows]:
    """A suggester that knows all decisions, with its figures in `report`, and the rows its combiner learned from."""
    shape = material.shape
    statistics = Statistics()
    for prepared in (*material.finished, *material.partial, *material.unfinished):
        statistics.add(prepared.passages, prepared.name_cues)
    rows, layers, judged = Rows(), {}, {}
    features: Features | None = None
    words = sum(len(passage.words) for prepared in material.finished for passage in prepared.passages)
    features = sequences.features_for(statistics, words)
    for number, layer in enumerate(shape.labels):
        show = None if report is None else _shifted(report, number, len(shape.labels))
        memory = memory_of(material, layer)
        trained = _tagger(material, layer, features, show)
        events = fillers.EventModel()
        about_events: dict[str, dict[str, float]] = {}
        if layer in shape.event_layers:
            events, about_events = fillers.learn(material.finished, layer, shape)
        judged[layer] = (trained.held, about_events)
        layers[layer] = Layer(memory, trained.model, events)
        _collect(rows, material, layer, memory, trained.held)
    learned = Learned(
        shape=shape,
        statistics=statistics,
        layers=layers,
        combiner=fit(evened(rows.numbered()), documents=len(set(rows.documents))),
        places=fit(evened(rows.placed()), documents=len(set(rows.documents))),
        decisions=material.decisions,
        finished=len(material.finished),
        names=material.names,
        has_pieces=features.has_pieces,
        lessons=dict(material.lessons),
        deep=len(material.finished),
        source=material.source,
    )
    learned.report = {
        "documents": len(material.finished),
        "words": words,
        "layers": _figures(material, learned, rows, {layer: about for layer, (_, about) in judged.items()}),
    }
    return learned, rows


def _shifted(report: Progress, number: int, count: int) -> Progress:
    def show(done: int, total: int) -> None:
        report(number * total + done, count * total)

    return show


def _tagger(material: Material, layer: str, features: Features, report: Progress | None) -> sequences.Trained:
    readings = [one.reading(layer) for one in material.finished]
    if not any(tag != "O" for reading in readings for line in reading.tags for tag in line):
        return sequences.Trained(sequences.Model(b""), {})
    unfinished = [one.reading_by_rules(layer) for one in (*material.partial, *material.unfinished)]
    return sequences.train(features, readings, unfinished=unfinished, is_judged=True, report=report)


# -- memory -------------------------------------------------------------------------------------------------


def memory_of(material: Material, layer: str) -> Memory:
    """The memory of a layer from all decisions: what was accepted first, then what was passed over."""
    memory = Memory(layer in material.shape.event_layers)
    for prepared in (*material.finished, *material.partial):
        for contribution in decided_in(prepared, layer, is_event=memory.is_event):
            remember(memory, contribution)
    passed = [passed_in(prepared, layer, memory) for prepared in material.finished]
    for found in passed:
        for contribution in found:
            remember(memory, contribution)
    return memory


def remember(memory: Memory, contribution: Contribution, by: int = 1) -> None:
    """Adds it to the memory, or takes it back."""
    key, label, kind, at = contribution
    memory.add(key, label, kind, by, at=at)


def decided_in(prepared: Prepared, layer: str, *, is_event: bool) -> list[Contribution]:
    """What was accepted or rejected in the document, with one date for all that was decided alike of one string.

    A string that the document has more often than it was rejected there is not rejected by it: the place was wrong.
    """
    text = prepared.document.text
    found = [
        (key_of(text, one.fragments, is_event=is_event), one.label, ACCEPTED, one.at)
        for one in prepared.decided.spans
        if one.layer == layer
    ]
    found += [
        (key_of(text, fragments, is_event=is_event), label, REJECTED, at)
        for name, label, fragments, at in prepared.decided.rejected
        if name == layer
    ]
    counts = Counter((key, label, kind) for key, label, kind, _ in found)
    latest: dict[tuple[str, str, int], int] = {}
    for key, label, kind, at in found:
        is_outvoted = kind == REJECTED and counts[key, label, ACCEPTED] > counts[key, label, REJECTED]
        latest[key, label, kind] = 0 if is_outvoted else max(at, latest.get((key, label, kind), 0))
    return [(key, label, kind, latest[key, label, kind]) for key, label, kind, _ in found]


def passed_in(prepared: Prepared, layer: str, memory: Memory) -> list[Contribution]:
    """What rules and memory would have labelled in a finished document, and a person did not."""
    gold = set(prepared.placed(layer))
    rejected = {(fragments, label) for name, label, fragments, _ in prepared.decided.rejected if name == layer}
    proposed = {(one.fragments, one.label) for one in prepared.ruled if one.layer == layer}
    proposed |= {
        (fragments, label) for passage in prepared.passages for fragments, label, _ in memory.proposals(passage)
    }
    return [
        (key_of(prepared.document.text, fragments, is_event=memory.is_event), label, PASSED, 0)
        for fragments, label in sorted(proposed - gold - rejected)
    ]


# -- held-out rows and figures ------------------------------------------------------------------------------


def _collect(rows: Rows, material: Material, layer: str, memory: Memory, held: Mapping[int, sequences.Judged]) -> None:
    """Adds the candidates of every held-out document of a layer, with a memory that forgot that document."""
    for index, prepared in enumerate(material.finished):
        if held and index not in held:
            continue
        rows.judged.setdefault(layer, []).append(index)
        claims: dict[str, Found] = {CRF: claims_of_tags(prepared, *held[index])} if held else {}
        fast = material.fast.get(prepared.document.id, {}).get(layer)
        if fast is not None:
            claims[FAST] = fast
        own = [*decided_in(prepared, layer, is_event=memory.is_event), *passed_in(prepared, layer, memory)]
        for contribution in own:
            remember(memory, contribution, -1)
        gold = set(prepared.placed(layer))
        places = {fragments for fragments, _ in gold}
        found = gather(prepared, layer, claims, memory, prepared.others)
        near = Near(found)
        for one in found:
            rows.documents.append(index)
            rows.evidence.append(
                evidence_of(one, near, memory, finished=len(material.finished) - 1, voters=claims.keys())
            )
            rows.right.append((one.fragments, one.label) in gold)
            rows.there.append(one.fragments in places)
            rows.candidates.append(one)
        for contribution in own:
            remember(memory, contribution)


def _figures(
    material: Material, learned: Learned, rows: Rows, about_events: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Figures by layer on held-out documents; scores are those of combiners that did not see the document."""
    chances = cross_fitted(rows.numbered())
    for candidate, there in zip(rows.candidates, cross_fitted(rows.placed()), strict=True):
        candidate.there = there
    result: dict[str, Any] = {}
    has_pipelines = any(prepared.others for prepared in material.finished)
    voters = (RULES, CRF, FAST, MEMORY, *((PIPELINE,) if has_pipelines else ()))
    for layer, one in learned.layers.items():
        here = [index for index, candidate in enumerate(rows.candidates) if candidate.layer == layer]
        one.silent = silences([(rows.documents[index], rows.candidates[index], rows.right[index]) for index in here])
        figures = LayerFigures()
        by_document: dict[int, list[int]] = {}
        for index in here:
            by_document.setdefault(rows.documents[index], []).append(index)
        scored = {
            number: [(rows.candidates[index], chances[index]) for index in indexes]
            for number, indexes in by_document.items()
        }
        by_rules, beside, freely = (
            [
                _losses(material.finished[number], layer, learned, found, defers=defers, least=least)
                for number, found in scored.items()
            ]
            for defers, least in ((True, NEVER), (True, LIKELY), (False, LIKELY))
        )
        one.defers = not is_better(freely, beside)
        one.least = LIKELY if not one.defers or is_no_worse(beside, by_rules) else NEVER
        if layer in learned.shape.event_layers:
            one.events.has_reach = is_gain(
                [_reach(material.finished[number], layer, learned, found) for number, found in scored.items()]
            )
        for number in rows.judged.get(layer, ()):
            _count(figures, material.finished[number], layer, learned, scored.get(number, []), voters)
        result[layer] = {**figures.to_json(), "silent": one.silent, "events": about_events.get(layer, {})}
    return result


def _count(
    figures: LayerFigures,
    prepared: Prepared,
    layer: str,
    learned: Learned,
    scored: list[tuple[Candidate, float]],
    voters: tuple[str, ...],
) -> None:
    gold = prepared.placed(layer)
    for voter in voters:
        proposed = [(one.fragments, one.label) for one, _ in scored if voter in one.claims]
        figures.add(voter, gold, proposed)
    known = learned.layers[layer]
    shown = _shown(layer, learned, scored, defers=known.defers, least=known.least)
    placed = [(one.candidate.fragments, one.candidate.label) for one in shown]
    figures.add("combined", gold, placed)
    figures.add_confusion(gold, placed)
    right = set(gold)
    figures.scored += [(one.chance, (one.candidate.fragments, one.candidate.label) in right) for one in shown]


def _reach(prepared: Prepared, layer: str, learned: Learned, scored: list[tuple[Candidate, float]]) -> int:
    known = learned.layers[layer]
    shown = _shown(layer, learned, scored, defers=known.defers, least=known.least)
    placed = [(one.candidate.fragments, one.candidate.label) for one in shown if one.candidate.ruled is None]
    return fillers.reach(prepared, layer, placed, learned.shape)


def _shown(
    layer: str, learned: Learned, scored: list[tuple[Candidate, float]], *, defers: bool, least: float
) -> list[Scored]:
    is_flat = layer not in learned.shape.event_layers and layer not in learned.shape.overlapping
    empty = Memory(layer in learned.shape.event_layers)  # this document's own rejections must not help it
    found = choose(scored, empty, learned.layers[layer].silent, is_flat=is_flat, defers=defers, least=least)
    return [one for one in found if not one.why_hidden]


def _losses(
    prepared: Prepared,
    layer: str,
    learned: Learned,
    scored: list[tuple[Candidate, float]],
    *,
    defers: bool,
    least: float,
) -> Losses:
    """What the document would cost, and how many spans are shown though they are wrong, or missing, for each of its."""
    found = _shown(layer, learned, scored, defers=defers, least=least)
    gold = prepared.placed(layer)
    wrong = set(gold) ^ {(one.candidate.fragments, one.candidate.label) for one in found}
    return cost(found, gold), len(wrong) / max(1, len(gold))
