"""Simulation: a perfect annotator works through gold data while the suggesters learn, and every action is counted."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median_high
from typing import TYPE_CHECKING, Any

from annotator.core import suggestion as suggestions
from annotator.core.document import Document
from annotator.core.header import find_regions
from annotator.core.suggestion import Provenance, Suggestion
from annotator.core.text import covered, sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.errors import KnownError
from annotator.formats import jsonl
from annotator.services.actions import BULK, actions_in
from annotator.services.lessons import decisions_hash, digest_of, shape_of, span_json
from annotator.services.measuring import shares
from annotator.services.safeguards import is_control, planted_in
from annotator.services.suggesting import to_payload

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.services.actions import Place
    from annotator.services.learning import Worker

    Progress = Callable[[int, int], None]

EVERY = 10  # documents in one row of the report
DEEP_AFTER = 5  # finished documents before the first learning in depth
DEEP_SHARE = 5  # then each time that a fifth more is finished
RULES, STRINGS, LEARNED = "rules", "strings", "learned"
NAMES = (RULES, STRINGS, LEARNED)
LONGEST = 8  # tokens of a string that is labelled again


@dataclass(frozen=True, slots=True)
class Settings:
    """Shares of documents without suggestions and of planted wrong ones, and the seed of the lot."""

    controls: float = 0.0
    planted: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A document with the spans and events that a perfect annotator ends with."""

    document: Document
    spans: tuple[Span, ...]

    def places(self) -> list[Place]:
        """What is there, by layer and label."""
        return [(one.layer, one.label, one.fragments) for one in self.spans]


@dataclass(slots=True)
class _Row:
    """Sums over some documents in a row."""

    first: int
    last: int = 0
    spans: int = 0
    controls: int = 0
    actions: Counter[str] = field(default_factory=Counter)
    tallies: dict[str, list[int]] = field(default_factory=dict)  # suggester -> right, proposed, existing
    by: Counter[str] = field(default_factory=Counter)  # suggester -> actions, had it been the only one

    def count(self, name: str, gold: Sequence[Place], found: Sequence[Suggestion]) -> None:
        """Adds a suggester's suggestions for one document."""
        wanted = set(gold)
        proposed = {(one.layer, one.label, one.fragments) for one in found}
        tally = self.tallies.setdefault(name, [0, 0, 0])
        for index, number in enumerate((len(wanted & proposed), len(proposed), len(wanted))):
            tally[index] += number

    def to_json(self) -> dict[str, Any]:
        """For the report."""
        return {
            "first": self.first,
            "last": self.last,
            "spans": self.spans,
            "controls": self.controls,
            "actions": dict(self.actions),
            "actions_per_span": self.actions["total"] / self.spans if self.spans else 0.0,
            "actions_per_span_by": {name: count / self.spans if self.spans else 0.0 for name, count in self.by.items()},
            "one_by_one_per_span": self.actions["one_by_one"] / self.spans if self.spans else 0.0,
            "suggesters": {name: shares(*tally) for name, tally in self.tallies.items()},
        }


def read_work(gold: Path, call: Worker) -> list[Finished]:
    """The documents of native JSONL, each as finished; raises A603 where there is none, and what reading raises."""
    records = list(jsonl.read(gold, {}))
    if not records:
        raise KnownError("A603", f"{gold} holds no document", "export some with --format jsonl")
    tokens = call("tokenize", {"texts": [record.text for record in records]})["tokens"]
    work = []
    for number, (record, ranges) in enumerate(zip(records, tokens, strict=True), start=1):
        read = Tokens(tuple((start, end) for start, end in ranges))
        id, text = record.id or f"document-{number}", record.text
        document = Document(
            id, record.title or id, text, sha256_of(text), read, sentences_of(text, read), find_regions(text)
        )
        work.append(Finished(document, record.spans))
    return work


def work_through(
    scheme: Scheme,
    work: Sequence[Finished],
    call: Worker,
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Actions per gold span and what the suggesters were worth, ten documents a row; nothing is stored.

    The documents are worked through in their order, each counts as finished.
    """
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        run = _Run(scheme, call, settings or Settings(), str(Path(folder) / "simulated"))
        return run.through(work, progress)


class _Strings:
    """What is compared with: every string once labelled is labelled so again, as it was last, the longest first."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str]] = {}

    def learn(self, one: Finished) -> None:
        """Takes the spans of one fragment; those of several are not found again."""
        for span in one.spans:
            if len(span.fragments) == 1:
                self._known[covered(one.document.text, span.fragments)] = span.layer, span.label

    def suggest(self, document: Document) -> list[Suggestion]:
        """Its suggestions for a document, all of score 1."""
        found, index = [], 0
        ranges = document.tokens.ranges
        while index < len(ranges):
            start, index = ranges[index][0], index + 1
            for last in range(min(len(ranges), index - 1 + LONGEST), index - 1, -1):
                place = ((start, ranges[last - 1][1]),)
                known = self._known.get(covered(document.text, place))
                if known is not None:
                    layer, label = known
                    id = suggestions.suggestion_id(document.sha256, layer, label, place)
                    found.append(Suggestion(id, layer, label, place, 1.0, Provenance(STRINGS, "1", "")))
                    index = last
                    break
        return found


class _Run:
    """One simulation: the documents finished so far and the worker that learns from them."""

    def __init__(self, scheme: Scheme, call: Worker, settings: Settings, model: str) -> None:
        self._scheme = scheme
        self._call = call
        self._settings = settings
        self._model = model
        self._shape = shape_of(scheme)
        self._names: dict[str, Any] = {}
        self._strings = _Strings()
        self._digests: dict[str, str] = {}
        self._deep_at = 0
        self._seconds: list[float] = []

    def through(self, work: Sequence[Finished], progress: Progress | None) -> dict[str, Any]:
        """The report."""
        for one in work:
            answer = self._call("survey", {"documents": [to_payload(one.document)], "names": self._names})
            self._names = answer["names"]
        texts = [{**to_payload(one.document), "decided": None, "digest": ""} for one in work]
        self._sync({one.document.id: "" for one in work})
        self._call("learn_documents", {"model": self._model, "documents": texts})
        rows: list[_Row] = []
        each: list[dict[str, Any]] = []
        for number, one in enumerate(work):
            if number % EVERY == 0:
                rows.append(_Row(first=number + 1))
            actions = self._one(one, rows[-1])
            rows[-1].by.update(actions)
            each.append({"document": one.document.id, "spans": len(one.spans), "actions": actions})
            rows[-1].last = number + 1
            self._learn(one, len(work))
            if progress:
                progress(number + 1, len(work))
        spans = sum(row.spans for row in rows)
        total = sum(row.actions["total"] for row in rows)
        return {
            "documents": len(work),
            "spans": spans,
            "actions_per_span": total / spans if spans else 0.0,
            "names": list(NAMES),
            "settings": {**asdict(self._settings), "bulk": BULK},
            "each": each,
            "points": [row.to_json() for row in rows],
            "updates": {"median": median_high(self._seconds or [0.0]), "most": max(self._seconds, default=0.0)},
        }

    def _one(self, one: Finished, row: _Row) -> dict[str, int]:
        """Counts a document, and says how many actions it takes by each suggester alone."""
        gold = one.places()
        row.spans += len(gold)
        is_blind = is_control(one.document.id, share=self._settings.controls, seed=self._settings.seed)
        shown: list[Suggestion] = []
        totals = {}
        for name in NAMES:
            found = self._strings.suggest(one.document) if name == STRINGS else self._suggest(one.document, name)
            row.count(name, gold, found)
            totals[name] = actions_in(one.document, gold, found, self._scheme).total
            shown = found
        if is_blind:
            row.controls += 1
            shown = []
        else:
            shown = [*shown, *self._planted(one.document, shown)]
        actions = actions_in(one.document, gold, shown, self._scheme)
        row.actions.update(actions.to_json())
        return {**totals, LEARNED: actions.total}

    def _planted(self, document: Document, shown: Sequence[Suggestion]) -> list[Suggestion]:
        settings = self._settings
        return planted_in(document, shown, self._scheme, share=settings.planted, seed=settings.seed)

    def _suggest(self, document: Document, name: str) -> list[Suggestion]:
        with_ = [LEARNED] if name == LEARNED and self._digests else [RULES]
        payload = {
            "documents": [to_payload(document)],
            "with": with_,
            "names": self._names,
            "model": self._model,
            "labels": self._shape["labels"],
        }
        (answer,) = self._call("suggest", payload)["documents"]
        return [suggestions.from_json(value) for value in answer["suggestions"]]

    def _sync(self, documents: dict[str, str]) -> None:
        self._call(
            "learn_sync",
            {"model": self._model, "shape": self._shape, "names": self._names, "documents": documents},
        )

    def _learn(self, one: Finished, total: int) -> None:
        self._strings.learn(one)
        decided = {"complete": True, "rejected": [], "spans": [span_json(span, self._scheme) for span in one.spans]}
        digest = self._digests[one.document.id] = digest_of(decided)
        lesson = {**to_payload(one.document), "decided": decided, "digest": digest}
        self._call("learn_documents", {"model": self._model, "documents": [lesson]})
        options = {"model": self._model, "decisions": decisions_hash(self._digests)}
        self._seconds.append(self._call("learn_update", options)["seconds"])
        count = len(self._digests)
        if DEEP_AFTER <= count < total and count >= self._deep_at + max(1, self._deep_at // DEEP_SHARE):
            self._deep_at = count
            self._call("learn_deep", {**options, "curve": False})
