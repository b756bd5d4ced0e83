"""What a worker keeps of one project between requests: documents read, the fast learner, and the model in use."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.errors import BugError, KnownError
from annotator.nlp.worker.learned.candidates import FAST, Near, claims_of_tags, evidence_of, gather
from annotator.nlp.worker.learned.combiner import Combiner, fit
from annotator.nlp.worker.learned.features import Features
from annotator.nlp.worker.learned.memory import Memory
from annotator.nlp.worker.learned.model import Layer, Learned, load, save
from annotator.nlp.worker.learned.passages import FURTHER, OUTSIDE
from annotator.nlp.worker.learned.perceptron import Perceptron
from annotator.nlp.worker.learned.sequences import rows_of
from annotator.nlp.worker.learned.statistics import Statistics
from annotator.nlp.worker.learned.suggester import Suggester
from annotator.nlp.worker.learned.training import Fast, Material, decided_in, learn, passed_in, remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from annotator.nlp.worker.learned.candidates import Found
    from annotator.nlp.worker.learned.combiner import Evidence
    from annotator.nlp.worker.learned.lessons import Prepared, Shape
    from annotator.nlp.worker.learned.sequences import Reading
    from annotator.nlp.worker.learned.training import Contribution

    Progress = Callable[[int, int], None]
    Lines = list[tuple[list[NDArray[np.int64]], list[str]]]
    Remembered = tuple[str, list[tuple[str, Contribution]]]  # hash of a document's decisions, what they added by layer

REPLAYED = 12  # earlier documents gone over again with each new one
AT_FIRST = 40  # documents that a fast learner begins with
ONE_BY_ONE = 22  # a combiner that takes one document after the other is held as firmly as one of so many


@dataclass(slots=True)
class Pupil:
    """Documents by id as they were read, with the hash of their decisions ("" for texts without any)."""

    shape: Shape
    names: dict[str, Any]
    source: str = ""  # whose decisions are learned from; a model of another's is of no use
    documents: dict[str, Prepared] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    applied: dict[str, str] = field(default_factory=dict)
    fast: dict[str, Perceptron] = field(default_factory=dict)
    said: Fast = field(default_factory=dict)
    _lines: dict[str, dict[str, Lines]] = field(default_factory=dict)  # document -> layer -> numbered features
    _features: Features | None = None  # of the fast learners: their numbers stay, whatever model is put in place
    _suggester: Suggester | None = None
    _stamp: int = 0
    _is_useless: bool = False  # the model in place: all that it knew is to be learned anew in depth
    _remembered: dict[str, Remembered] = field(default_factory=dict)

    # Reading

    def take(self, prepared: Prepared, digest: str) -> None:
        """Keeps a document; one that is there is replaced."""
        self.documents[prepared.document.id] = prepared
        self.digests[prepared.document.id] = digest
        self._lines.pop(prepared.document.id, None)

    def drop(self, id: str) -> None:
        """Forgets a document; what was learned from it goes with the next learning in depth."""
        self.documents.pop(id, None)
        self.digests.pop(id, None)
        self._lines.pop(id, None)

    def finished(self) -> list[Prepared]:
        """The complete documents, in the order they came."""
        return [one for one in self.documents.values() if one.decided.is_complete]

    # Learning

    def learn_deep(self, decisions: str, path: Path, report: Progress | None = None) -> Learned:
        """Learns everything anew and puts the model in place."""
        partial = [one for one in self.documents.values() if not one.decided.is_complete]
        touched = [one for one in partial if self.digests[one.document.id]]
        untouched = [one for one in partial if not self.digests[one.document.id]]
        material = Material(
            self.shape, self.finished(), touched, untouched, self.names, decisions, self.said,
            {id: digest for id, digest in self.digests.items() if digest}, self.source,
        )  # fmt: skip
        learned, _ = learn(material, report=report)
        save(learned, path)
        return learned

    def update(
        self, decisions: str, path: Path, report: Progress | None = None, *, gone: Sequence[str] = ()
    ) -> tuple[list[str], list[str]]:
        """Learns from what is new since the model in place; returns the ids of these documents.

        `gone` are documents about which nothing is decided any more: what they taught is taken back.
        The second list are those of all these that were decided otherwise before, by a model whose parts are not known
        here: what they had added to its memory stays until the next learning in depth. They are all documents where the
        model in place could not be used.
        """
        suggester = self._current(path)
        learned = suggester.learned
        new = [id for id, digest in self.digests.items() if digest and self.applied.get(id) != digest]
        self._begin(set(new))
        gone = [id for id in gone if id in self.applied]
        stale = [id for id in (*new, *gone) if id in self.applied and id not in self._remembered]
        for id in gone:
            self._forget(learned, id)
            del self.applied[id]
        rows: list[tuple[Evidence, bool, bool]] = []
        for number, id in enumerate(new, start=1):
            prepared = self.documents[id]
            self._forget(learned, id)  # what it added when it was half read must not help it
            if prepared.decided.is_complete:
                rows += self._judged(suggester, prepared)
            self._remember(learned, prepared)
            if prepared.decided.is_complete:
                self._practise(prepared)
            self.applied[id] = self.digests[id]
            if report:
                report(number, len(new))
        judged = [(evidence, is_right) for evidence, is_right, _ in rows]
        learned.combiner = fit(judged, learned.combiner, documents=ONE_BY_ONE)
        placed = [(evidence, is_there) for evidence, _, is_there in rows]
        learned.places = fit(placed, learned.places, documents=ONE_BY_ONE)
        learned.finished = max(learned.finished, sum(one.decided.is_complete for one in self.documents.values()))
        learned.decisions = decisions
        learned.lessons = dict(self.applied)
        save(learned, path)
        self._stamp = path.stat().st_mtime_ns
        if self._is_useless:
            stale, self._is_useless = list(self.applied), False
        return new, stale

    def suggester(self, path: Path) -> Suggester:
        """The suggester of the model in place, as this pupil has brought it up to date."""
        return self._current(path)

    def more(self, prepared: Prepared) -> dict[str, dict[str, Found]]:
        """What the fast learner says of a document, by layer."""
        if not any(perceptron.steps > 1 for perceptron in self.fast.values()):
            return {}
        return {layer: {FAST: self._claims(perceptron, prepared, layer)} for layer, perceptron in self.fast.items()}

    # Parts

    def _current(self, path: Path) -> Suggester:
        """The model in place, read again when another process has put a new one there; else an empty one."""
        stamp = path.stat().st_mtime_ns if path.exists() else 0
        if self._suggester is None or stamp != self._stamp:
            self._suggester = (self._loaded(path) if stamp else None) or Suggester(self._blank())
            self._stamp = stamp
            self.applied = dict(self._suggester.learned.lessons)
            # What was learned elsewhere since, of a document decided otherwise, was never added here.
            self._remembered = {id: one for id, one in self._remembered.items() if self.applied.get(id) == one[0]}
        return self._suggester

    def _loaded(self, path: Path) -> Suggester | None:
        """The model in place, or None where it is of no use: damaged, of another version, annotator or scheme."""
        with suppress(KnownError):
            learned = load(path)
            if learned.shape == self.shape and learned.source == self.source:
                return Suggester(learned)
        self._is_useless = True
        return None

    def _blank(self) -> Learned:
        statistics = Statistics()
        for prepared in self.documents.values():
            statistics.add(prepared.passages, prepared.name_cues)
        layers = {layer: Layer(Memory(layer in self.shape.event_layers)) for layer in self.shape.labels}
        return Learned(self.shape, statistics, layers, Combiner(), names=self.names, source=self.source)

    def _begin(self, new: set[str]) -> None:
        """Makes the fast learners where there are none, on documents that are not new."""
        if self.fast:
            return
        statistics = Statistics()
        for prepared in self.documents.values():
            statistics.add(prepared.passages, prepared.name_cues)
        self._features = Features(statistics)
        for layer, labels in self.shape.labels.items():
            tags = [OUTSIDE, *(f"{head}-{label}" for label in labels for head in "BI")]
            self.fast[layer] = Perceptron([*tags, FURTHER] if layer in self.shape.event_layers else tags)
        known = [one for one in self.finished() if one.document.id not in new]
        for prepared in known[-AT_FIRST:]:
            self._practise(prepared, replayed=0)

    def _judged(self, suggester: Suggester, prepared: Prepared) -> Iterator[tuple[Evidence, bool, bool]]:
        """The candidates of a document that nobody has learned from yet: evidence, right, and whether one is there."""
        id = prepared.document.id
        said = self.more(prepared)
        self.said[id] = {layer: claims[FAST] for layer, claims in said.items()}
        is_unseen = id not in self.applied
        for layer, known in suggester.learned.layers.items():
            claims = {**(suggester.claims(prepared, layer) if is_unseen else {}), **said.get(layer, {})}
            gold = set(prepared.placed(layer))
            places = {fragments for fragments, _ in gold}
            found = gather(prepared, layer, claims, known.memory, prepared.others)
            near = Near(found)
            for one in found:
                evidence = evidence_of(
                    one, near, known.memory, finished=suggester.learned.finished, voters=claims.keys()
                )
                yield evidence, (one.fragments, one.label) in gold, one.fragments in places

    def _remember(self, learned: Learned, prepared: Prepared) -> None:
        """Adds a document's decisions to the memories; what it added before has to be forgotten."""
        id = prepared.document.id
        added: list[tuple[str, Contribution]] = []
        for layer, known in learned.layers.items():
            found = decided_in(prepared, layer, is_event=known.memory.is_event)
            for contribution in found:
                remember(known.memory, contribution)
            passed = passed_in(prepared, layer, known.memory) if prepared.decided.is_complete else []
            for contribution in passed:
                remember(known.memory, contribution)
            added += [(layer, contribution) for contribution in (*found, *passed)]
        self._remembered[id] = self.digests[id], added

    def _forget(self, learned: Learned, id: str) -> None:
        """Takes what a document added here back out of the memories."""
        _, added = self._remembered.pop(id, ("", []))
        for layer, contribution in added:
            remember(learned.layers[layer].memory, contribution, -1)

    def _practise(self, prepared: Prepared, *, replayed: int = REPLAYED) -> None:
        """The fast learner goes over a document twice, between a few earlier ones."""
        id = prepared.document.id
        earlier = [one for one in self._lines if one != id]
        chance = random.Random(len(earlier))
        again = chance.sample(earlier, min(replayed, len(earlier)))
        for layer, perceptron in self.fast.items():
            lines = self._lines.setdefault(id, {})
            if layer not in lines:
                reading = prepared.reading(layer)
                lines[layer] = [
                    (perceptron.numbers_of(rows, is_new=True), list(tags))
                    for rows, tags in zip(self._rows(reading), reading.tags, strict=True)
                ]
            for one in (id, *again, id):
                for numbers, tags in self._lines[one].get(layer, ()):
                    perceptron.learn(numbers, tags)

    def _rows(self, reading: Reading) -> Iterator[list[list[str]]]:
        if self._features is None:
            raise BugError("the fast learner was not begun")
        return rows_of(self._features, reading)

    def _claims(self, perceptron: Perceptron, prepared: Prepared, layer: str) -> Found:
        tagged = [perceptron.tag(rows) for rows in self._rows(prepared.reading(layer))]
        return claims_of_tags(prepared, [tags for tags, _ in tagged], [sure for _, sure in tagged])


def digests_wanted(pupil: Pupil, wanted: Mapping[str, str]) -> list[str]:
    """Ids of the documents that are missing here, or whose decisions are others; what is not wanted is dropped."""
    for id in [one for one in pupil.documents if one not in wanted]:
        pupil.drop(id)
    return [id for id, digest in wanted.items() if pupil.digests.get(id) != digest]
