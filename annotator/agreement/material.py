"""What is compared: articles, who finished which with what spans, and these as arrays on one axis."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.overlap import Fragments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from annotator.core.span import Span
    from annotator.core.tokens import Tokens

    Ints = NDArray[np.int64]

PLACE_BITS = 21  # a text is shorter than two million code points


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was annotated."""

    id: str
    text: str
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """What one annotator decided on in one article that they finished: spans and events of all layers.

    `groups` says how it was read, to report apart: {"suggestions": "with", "guideline": "2"}.
    """

    annotator: str
    document: str
    spans: tuple[Span, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """One annotator's spans in one layer, by document; positions are on the axis of `Material`.

    `place` is equal exactly for equal fragments in one document; `label` indexes the layer's labels.
    """

    annotator: str
    sources: tuple[Span, ...]
    document: Ints
    label: Ints
    place: Ints
    start: Ints
    end: Ints
    fragments: Fragments
    has_finished: NDArray[np.bool_]  # for each document

    def __len__(self) -> int:
        return len(self.sources)

    def within(self, documents: NDArray[np.bool_]) -> Marks:
        """The spans in the documents of the mask."""
        kept = documents[self.document]
        if bool(kept.all()):
            return self
        number = np.cumsum(kept) - 1
        pieces = kept[self.fragments.span]
        return replace(
            self,
            sources=tuple(span for span, is_kept in zip(self.sources, kept.tolist(), strict=True) if is_kept),
            document=self.document[kept],
            label=self.label[kept],
            place=self.place[kept],
            start=self.start[kept],
            end=self.end[kept],
            fragments=Fragments(
                number[self.fragments.span[pieces]], self.fragments.start[pieces], self.fragments.end[pieces]
            ),
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """All annotators' marks in one layer, and the labels used there."""

    name: str
    labels: tuple[str, ...]
    marks: Mapping[str, Marks]
    is_events: bool


class Material:
    """Articles and finished readings, laid end to end on one axis so that all are compared at once.

    Annotators who finished nothing are left out. The others stand in the `order` that is given, so that who is `a` in
    a pair does not hang on who finished what; those it does not name come after them, as their readings do.
    ValueError if a reading names an unknown article, or two readings the same annotator and article.
    """

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading], *, order: Sequence[str] = ()) -> None:
        self.articles = tuple(articles)
        self.number = {article.id: index for index, article in enumerate(self.articles)}
        lengths = np.array([len(article.text) for article in self.articles], dtype=np.int64)
        self.lengths = lengths
        self.base = np.concatenate(([0], np.cumsum(lengths + 1)[:-1])) if len(lengths) else lengths
        found = dict.fromkeys(reading.annotator for reading in readings)
        self.annotators = tuple(dict.fromkeys([*(name for name in order if name in found), *found]))
        self._readings: dict[str, dict[int, Reading]] = {name: {} for name in self.annotators}
        for reading in readings:
            mine, document = self._readings[reading.annotator], self.number.get(reading.document)
            if document is None:
                raise ValueError(f"reading of an unknown article {reading.document!r}")
            if document in mine:
                raise ValueError(f"two readings of {reading.document!r} by {reading.annotator!r}")
            mine[document] = reading

    def reading(self, annotator: str, document: int) -> Reading:
        """The reading of that annotator of the document of that number."""
        return self._readings[annotator][document]

    def readings_at(self, document: int) -> tuple[Reading, ...]:
        """All readings of the document of that number, in the order of the annotators."""
        return tuple(mine[document] for mine in self._readings.values() if document in mine)

    def readings_of(self, annotator: str) -> tuple[Reading, ...]:
        """All readings of that annotator, in the order of the articles."""
        return tuple(reading for _, reading in sorted(self._readings[annotator].items()))

    def layer_names(self) -> tuple[str, ...]:
        """The layers that have a span, in order of first appearance."""
        return tuple(
            dict.fromkeys(span.layer for mine in self._readings.values() for r in mine.values() for span in r.spans)
        )

    def layer(self, name: str, *, is_events: bool) -> Layer:
        """The marks of all annotators in a layer."""
        spans: dict[str, list[Span]] = {}
        documents: dict[str, list[int]] = {}
        for annotator, mine in self._readings.items():
            spans[annotator], documents[annotator] = [], []
            for document, reading in sorted(mine.items()):
                found = [span for span in reading.spans if span.layer == name]
                spans[annotator] += found
                documents[annotator] += [document] * len(found)
        labels = tuple(sorted({span.label for found in spans.values() for span in found}))
        places: dict[object, int] = {}
        marks = {
            annotator: self._marks(annotator, found, documents[annotator], labels, places)
            for annotator, found in spans.items()
        }
        return Layer(name, labels, marks, is_events)

    def _marks(
        self,
        annotator: str,
        found: Sequence[Span],
        documents: Sequence[int],
        labels: Sequence[str],
        places: dict[object, int],
    ) -> Marks:
        code = {label: number for number, label in enumerate(labels)}
        document = np.array(documents, dtype=np.int64)
        number = np.array([len(span.fragments) for span in found], dtype=np.int64)
        flat = [edge for span in found for piece in span.fragments for edge in piece]
        owner = np.repeat(np.arange(len(found)), number)
        edges = np.array(flat, dtype=np.int64).reshape(len(owner), 2) + self.base[document[owner]][:, None]
        after = np.cumsum(number)
        start, end = edges[after - number, 0], edges[after - 1, 1]
        place = (start << PLACE_BITS) + (end - start)
        for index in np.flatnonzero(number > 1).tolist():  # discontinuous: numbered apart, below zero
            key = documents[index], found[index].fragments
            place[index] = places.setdefault(key, -1 - len(places))
        finished = np.zeros(len(self.articles), dtype=bool)
        finished[list(self._readings[annotator])] = True
        return Marks(
            annotator,
            tuple(found),
            document,
            np.array([code[span.label] for span in found], dtype=np.int64),
            place,
            start,
            end,
            Fragments(owner, edges[:, 0], edges[:, 1]),
            finished,
        )
