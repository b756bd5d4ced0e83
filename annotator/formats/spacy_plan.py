"""What of each document goes where in a spaCy corpus: entities, groups, rejections, and what is listed instead."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

from annotator.formats import carrying, corpus_split, spacy_config
from annotator.formats.records import ExportedDocument, ExportOptions, Listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.span import Span
    from annotator.formats.spooled import Spooled

ENTS = "ents"  # what the worker calls doc.ents
EVENTS = "events.jsonl"
TAKEN = (ENTS, spacy_config.INCORRECT_SPANS)  # names of groups that mean something else in a corpus
REASON_TAKEN = "its layer is called as something else of the corpus is"
NER, SPANCAT = "config-ner.cfg", "config-spancat.cfg"


@dataclass(slots=True)
class Plan:
    """Documents that wait for the worker in the file `spool`, and what their files cannot hold.

    Of each document some hundred bytes are held: where it begins in the spool, and what the split weighs.
    """

    options: ExportOptions
    spool: IO[bytes]
    listed: Spooled
    ents: str = ""  # the layer that becomes doc.ents
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)  # carried, by layer and label
    undone: int = 0
    attributed: int = 0  # spans with attributes that are no events
    rejections: int = 0
    lost_rejections: int = 0
    tokens: array[int] = field(default_factory=lambda: array("I"))  # of each document
    _starts: array[int] = field(default_factory=lambda: array("Q"))
    _weights: corpus_split.Weights = field(default_factory=corpus_split.Weights)

    def __post_init__(self) -> None:
        layers = carrying.layers_of(self.options)
        kinds = self.options.layer_kinds
        flat = [layer for layer in layers if kinds.get(layer, ("flat", False)) == ("flat", False)]
        self.ents = flat[0] if flat else ""

    def take(self, document: ExportedDocument) -> None:
        """Plans one document."""
        layers = carrying.layers_of(self.options)
        groups: dict[str, list[Any]] = {layer: [] for layer in layers if layer not in (self.ents, *TAKEN)}
        ents: list[Any] = []
        for layer, spans in carrying.by_layer(document, layers).items():
            if layer in TAKEN and layer != self.ents:
                self.listed += (carrying.listed(document, span, REASON_TAKEN) for span in spans)
                continue
            placed, off = carrying.on_tokens(document, spans)
            if layer == self.ents:
                placed, covered = carrying.without_overlap(document, placed)
                off += covered
                ents = [_triple(one.span) for one in placed]
            else:
                groups[layer] = [_triple(one.span) for one in placed]
            self.listed += off
            self.counts.update((layer, one.span.label) for one in placed)
        groups[spacy_config.INCORRECT_SPANS] = self._rejected(document, ents)
        is_done = document.status == "done"
        self.undone += not is_done
        self.attributed += carrying.with_attributes(document, self.options)
        value = {
            "id": document.id,
            "sha256": document.sha256,
            "text": document.text,
            "tokens": document.tokens.ranges,
            ENTS: ents if self.ents else None,
            "spans": groups,
            "missing": [] if is_done or not document.text else [[0, len(document.text)]],
        }
        used = frozenset(layer for layer, spans in {self.ents: ents, **groups}.items() if spans)
        used -= {spacy_config.INCORRECT_SPANS}
        self._weights.append(corpus_split.weighed(document, used, self.options.spread))
        self.tokens.append(len(document.tokens))
        self._starts.append(self.spool.tell())
        self.spool.write(json.dumps(value, ensure_ascii=False).encode("utf-8") + b"\n")

    def value(self, number: int) -> dict[str, Any]:
        """What the worker takes of a document, with its sha256."""
        self.spool.seek(self._starts[number])
        value: dict[str, Any] = json.loads(self.spool.readline())
        return value

    def splits(self) -> dict[str, array[int]]:
        """The numbers of the documents of each split that is used; train and dev always are, if need be both all."""
        assigned = corpus_split.assign(self._weights, shares=self.options.split, seed=self.options.seed)
        found = {split: array("I") for split in corpus_split.SPLITS}
        for number, split in enumerate(assigned):
            found[split].append(number)
        # spaCy cannot train without a dev set: with too few documents it is the training set once more.
        found["dev"] = found["dev"] or found["train"]
        return {split: numbers for split, numbers in found.items() if numbers}

    def refused(self, id: str, group: str, start: int, end: int, label: str, reason: str, text: str) -> None:
        """Notes what the worker could not put on spaCy's tokens."""
        if group == spacy_config.INCORRECT_SPANS:
            self.rejections -= 1
            self.lost_rejections += 1
            return
        layer = self.ents if group == ENTS else group
        self.counts[layer, label] -= 1
        self.listed.append(Listed(id, layer, label, ((start, end),), text[start:end], f"on spaCy's tokens: {reason}"))

    def notes(self, splits: Mapping[str, Sequence[int]]) -> Iterator[str]:
        """What the user should know of the corpus beyond the list of spans."""
        if is_copy(splits):
            yield "no document is left for dev.spacy: it holds those of train.spacy, and scores on it mean nothing"
        if self.undone:
            yield (
                "1 document is not done: its unlabelled tokens are missing values for ner, but spancat takes them for "
                "negatives (--only-done leaves it out)"
                if self.undone == 1
                else f"{self.undone} documents are not done: their unlabelled tokens are missing values for ner, but "
                "spancat takes them for negatives (--only-done leaves them out)"
            )
        if self.rejections:
            key = spacy_config.INCORRECT_SPANS
            yield (
                f"1 refused span is in doc.spans[{key!r}] for ner"
                if self.rejections == 1
                else f"{self.rejections} refused spans are in doc.spans[{key!r}] for ner"
            )
        if self.lost_rejections:
            yield (
                "1 refused span is off the tokens, of another layer, or labelled so after all; left out"
                if self.lost_rejections == 1
                else f"{self.lost_rejections} refused spans are off the tokens, of another layer, or labelled so after "
                "all; left out"
            )
        if any(is_event for _, is_event in self.options.layer_kinds.values()):
            yield f"roles, attributes and further fragments of events, and remarks, are in {EVENTS}"
        yield from carrying.LeftAttributes(self.attributed, EVENTS).notes()
        if "train" not in splits:
            yield f"no article is for train: {NER} and {SPANCAT} are not written"
            return
        there = {layer for (layer, _), count in self.counts.items() if count > 0}
        if self.ents and self.ents not in there:
            yield f"there is no entity to train on: {NER} is not written"
        if not there - {self.ents}:
            yield f"there is no span group to train on: {SPANCAT} is not written"

    def has_ents(self) -> bool:
        """Whether any document has an entity."""
        return any(count > 0 for (layer, _), count in self.counts.items() if layer == self.ents)

    def _rejected(self, document: ExportedDocument, ents: list[Any]) -> list[Any]:
        """Rejected suggestions on tokens that no entity of the same place and label contradicts."""
        found = []
        for verdict in document.rejected:
            place = [*verdict.fragments[0], verdict.label]
            is_one = verdict.layer == self.ents and len(verdict.fragments) == 1
            if not is_one or place in ents or not document.tokens.is_aligned(verdict.fragments):
                self.lost_rejections += 1
            elif place not in found:
                found.append(place)
        self.rejections += len(found)
        return found


def is_copy(splits: Mapping[str, object]) -> bool:
    """Whether dev holds the very documents of train."""
    return "dev" in splits and splits["dev"] == splits.get("train")


def _triple(span: Span) -> list[Any]:
    return [*span.fragments[0], span.label]
