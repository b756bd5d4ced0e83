"""The consistency view: the same words labelled differently, or left without a label elsewhere, the worst first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.header import MAX_CHARACTERS, find_regions, noise_of
from annotator.core.tokens import Tokens
from annotator.services.searching import in_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.text import Fragment
    from annotator.services.searching import Batch, Breathe
    from annotator.store.concordance import PlacedSpan, ReadText
    from annotator.store.project import Project

STEP = 256  # documents between two words on how far it is
MOST = 1_000  # findings that are shown
_HEADS = (4, 3, 2, 1)  # code points by which words are looked up; those of fewer come after, so longest first
LONGEST = 120  # code points of words that are looked for elsewhere


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Words that one annotator treats in more than one way in a layer.

    `treatments` are (label, number of places), the most frequent first; "" stands for no label at all.
    """

    layer: str
    text: str
    treatments: tuple[tuple[str, int], ...]

    @property
    def deviating(self) -> int:
        """How many places are not treated as most are."""
        return sum(count for _, count in self.treatments[1:])

    @property
    def places(self) -> int:
        return sum(count for _, count in self.treatments)


class Passed(NamedTuple):
    """How many steps of how many are done."""

    done: int
    total: int


def inconsistencies(project: Project, actor: str, breathe: Breathe) -> Iterator[Passed | list[Inconsistency]]:
    """What the annotator treats in more than one way, in the documents with own work or done; the worst first.

    A place without a label counts where the words stand on token edges and no span of the layer covers
    any of them, once that is decided: where the document is done, or the suggestion of just that place was
    rejected. Says from time to time how far it is, and in the end what it found; not where `breathe`
    ended it early.
    """
    ids = project.worked_on(actor)
    undecided = project.left_open(actor)
    decided = [id for id in ids if undecided.get(id, True)]
    counts: dict[tuple[str, str], Counter[str]] = {}
    for number, one in enumerate(project.texts(ids, actor)):
        for span in one.spans:
            words = _words(one, span)
            if words:
                counts.setdefault((span.layer, words), Counter())[span.label] += 1
        if not breathe():
            return
        if number % STEP == 0:
            yield Passed(number, len(ids) + len(decided))
    known = _Known(counts)
    for number, one in enumerate(project.texts(decided, actor)):
        refused = undecided.get(one.document)
        for layer, (start, end) in known.unlabelled(one, project.token_ranges(one.document, length=len(one.text))):
            if refused is None or (layer, start, end) in refused:
                counts[layer, one.text[start:end]][""] += 1
        if not breathe():
            return
        if number % STEP == 0:
            yield Passed(len(ids) + number, len(ids) + len(decided))
    found = [
        Inconsistency(layer, text, tuple(counter.most_common()))
        for (layer, text), counter in counts.items()
        if len(counter) > 1
    ]
    found.sort(key=lambda one: (-one.deviating, one.places, one.text, one.layer))
    yield found[:MOST]


def places(project: Project, actor: str, one: Inconsistency, breathe: Breathe) -> Iterator[Batch]:
    """The places of an inconsistency, a batch at a time; without a label those that are decided."""
    undecided = project.left_open(actor)

    def is_decided(document: str, place: Fragment) -> bool:
        refused = undecided.get(document)
        return refused is None or (one.layer, *place) in refused

    ids = project.worked_on(actor)
    yield from in_documents(project, ids, actor, one.text, one.layer, breathe, is_bare=is_decided)


def _words(one: ReadText, span: PlacedSpan) -> str:
    """The text of a span of one fragment, "" for another."""
    if len(span.fragments) > 1:
        return ""
    start, end = span.fragments[0]
    return one.text[start:end] if end - start <= LONGEST else ""


def _noise(text: str) -> tuple[Fragment, ...]:
    return noise_of(text, find_regions(text))


class _Known:
    """The words that have a label somewhere, by their first token, so that texts are gone through once."""

    def __init__(self, keys: dict[tuple[str, str], Counter[str]]) -> None:
        self._layers: dict[str, set[str]] = {}
        for layer, words in keys:
            self._layers.setdefault(layer, set()).add(words)
        self._by_layer: dict[str, dict[str, list[str]]] = {}

    def unlabelled(self, one: ReadText, ranges: tuple[Fragment, ...]) -> Iterator[tuple[str, Fragment]]:
        """Layer and place wherever the text has such words and no span of the layer on any of them."""
        tokens = Tokens(ranges)
        ends = frozenset(tokens.ends)
        noise: tuple[Fragment, ...] | None = None
        for layer, words in self._layers.items():
            taken = bytearray(len(one.text))
            for span in one.spans:
                if span.layer == layer:
                    for start, end in span.fragments:
                        taken[start:end] = b"\x01" * (end - start)
            for start, end in self._places(one.text, tokens, ends, words, layer):
                if any(taken[start:end]):
                    continue
                if start < MAX_CHARACTERS:  # what is greyed is not to be labelled, and so was not forgotten
                    noise = _noise(one.text) if noise is None else noise
                    if any(start < last and first < end for first, last in noise):
                        continue
                yield layer, (start, end)

    def _places(
        self, text: str, tokens: Tokens, ends: frozenset[int], words: set[str], layer: str
    ) -> Iterator[Fragment]:
        """Places on token edges, the longest words first where some begin alike, none inside another."""
        heads = self._heads(layer, words)
        past = 0
        for start in tokens.starts:
            if start < past:
                continue
            found = (one for width in _HEADS for one in heads.get(text[start : start + width], ()))
            for candidate in found:
                end = start + len(candidate)
                if end in ends and text.startswith(candidate, start):
                    yield start, end
                    past = end
                    break

    def _heads(self, layer: str, words: set[str]) -> dict[str, list[str]]:
        heads = self._by_layer.get(layer)
        if heads is None:
            heads = self._by_layer[layer] = {}
            for one in sorted(words, key=len, reverse=True):
                heads.setdefault(one[: _HEADS[0]], []).append(one)
        return heads
