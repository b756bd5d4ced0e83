"""What token-based formats can carry: which spans sit on tokens, which fit a flat layer, and why others do not."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.span import arguments_of
from annotator.core.suggestion import OF_VERSIONS
from annotator.core.text import covered
from annotator.formats.records import Listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.span import Span
    from annotator.formats.records import ExportedDocument, ExportOptions

# Readers split lines and columns at these; some take the invisible ones for white space too.
BLANK = re.compile(r"[\s\x1c-\x1f\x85\u180e\u200b\u2028\u2029\ufeff]")
SEVERAL_FRAGMENTS = "several fragments; the format holds one"
OFF_TOKEN = "does not begin and end on the edges of tokens"


class NotTaken:
    """What somebody turned down: suggestions, and, where the adjudicator is exported, versions of annotators."""

    def __init__(self) -> None:
        self.suggestions = 0
        self.versions = 0

    def take(self, document: ExportedDocument) -> None:
        """Counts those of a document."""
        versions = sum(one.suggester == OF_VERSIONS for one in document.rejected)
        self.versions += versions
        self.suggestions += len(document.rejected) - versions

    def notes(self) -> tuple[str, ...]:
        """What a format says that has no room for them."""
        counted = (
            (
                self.suggestions,
                "1 rejected suggestion is left out; the jsonl format has it"
                if self.suggestions == 1
                else f"{self.suggestions} rejected suggestions are left out; the jsonl format has them",
            ),
            (
                self.versions,
                "1 version of an annotator that was not taken is left out; the jsonl format has it"
                if self.versions == 1
                else f"{self.versions} versions of annotators that were not taken are left out; "
                "the jsonl format has them",
            ),
        )
        return tuple(what for number, what in counted if number)


def with_attributes(document: ExportedDocument, options: ExportOptions) -> int:
    """How many spans that are no events have attributes; of events every format says what becomes of those."""
    events = {layer for layer, (_, is_event) in options.layer_kinds.items() if is_event}
    return sum(bool(span.attributes) and span.layer not in events for span in document.spans)


class LeftAttributes(NamedTuple):
    """So many spans with attributes that a format has no room for; the file `beside` it has them, else jsonl."""

    spans: int
    beside: str = ""

    def notes(self) -> tuple[str, ...]:
        """What the format says of them."""
        if not self.spans:
            return ()
        if self.beside and self.spans == 1:
            return (f"attributes of 1 span are left out; {self.beside} has them",)
        if self.beside:
            return (f"attributes of {self.spans} spans are left out; {self.beside} has them",)
        if self.spans == 1:
            return ("attributes of 1 span are left out; the jsonl format has them",)
        return (f"attributes of {self.spans} spans are left out; the jsonl format has them",)


class TagsAlone:
    """What formats of tags alone leave out of documents, beyond the spans that they list."""

    def __init__(self) -> None:
        self._attributed = self._roles = self._remarks = 0
        self._not_taken = NotTaken()

    def take(self, document: ExportedDocument) -> None:
        """Counts what a document has of it; of events, attributes too, as these formats hold trigger and type."""
        self._attributed += sum(bool(span.attributes) for span in document.spans)
        self._roles += sum(len(arguments_of(span)) for span in document.spans)
        self._remarks += len(document.comments)
        self._not_taken.take(document)

    def notes(self) -> tuple[str, ...]:
        """What such a format says of it."""
        roles, remarks = self._roles, self._remarks
        counted = (
            (
                roles,
                "1 role of an event is left out; the jsonl format has it"
                if roles == 1
                else f"{roles} roles of events are left out; the jsonl format has them",
            ),
            (
                remarks,
                "1 remark is left out; the jsonl format has it"
                if remarks == 1
                else f"{remarks} remarks are left out; the jsonl format has them",
            ),
        )
        said = tuple(what for number, what in counted if number)
        return (*LeftAttributes(self._attributed).notes(), *said, *self._not_taken.notes())


class Placed(NamedTuple):
    """A span on the tokens [first, last) of its document."""

    first: int
    last: int
    span: Span


def listed(document: ExportedDocument, span: Span, reason: str) -> Listed:
    """The entry of the report for a span that is not carried."""
    return Listed(document.id, span.layer, span.label, span.fragments, covered(document.text, span.fragments), reason)


def once_a_span(lost: Iterable[Listed]) -> list[Listed]:
    """What spans of a document went out without, an entry a span with all its reasons: entries count as spans."""
    found: dict[tuple[object, ...], Listed] = {}
    for one in lost:
        key = (one.layer, one.label, one.fragments)
        before = found.get(key)
        found[key] = one if before is None else replace(before, reason=f"{before.reason}; {one.reason}")
    return list(found.values())


def on_tokens(document: ExportedDocument, spans: Iterable[Span]) -> tuple[list[Placed], list[Listed]]:
    """The spans of one fragment that sit on token edges, and the others with the reason."""
    placed: list[Placed] = []
    rest: list[Listed] = []
    for span in spans:
        if len(span.fragments) > 1:
            rest.append(listed(document, span, SEVERAL_FRAGMENTS))
            continue
        tokens = document.tokens.exactly(*span.fragments[0])
        if tokens is None:
            rest.append(listed(document, span, OFF_TOKEN))
        else:
            placed.append(Placed(*tokens, span))
    return placed, rest


def without_overlap(document: ExportedDocument, spans: Iterable[Placed]) -> tuple[list[Placed], list[Listed]]:
    """The spans that can stand side by side, by position: of two that overlap the longer one, then the first."""
    ordered = sorted(spans, key=lambda one: one.first)
    if all(left.last <= right.first for left, right in pairwise(ordered)):
        return ordered, []
    owner: dict[int, Span] = {}
    kept: list[Placed] = []
    rest: list[Listed] = []
    for placed in sorted(ordered, key=lambda one: (one.first - one.last, one.first)):
        places = range(placed.first, placed.last)
        other = next((owner[index] for index in places if index in owner), None)
        if other is not None:
            over = covered(document.text, other.fragments)
            rest.append(listed(document, placed.span, f"overlaps {other.label} “{over:.60}” in the same layer"))
            continue
        kept.append(placed)
        owner.update(dict.fromkeys(places, placed.span))
    return sorted(kept, key=lambda one: one.first), rest


def iob2_tags(count: int, placed: Iterable[Placed]) -> list[str]:
    """IOB2 tags of so many tokens by spans that do not overlap."""
    tags = ["O"] * count
    for first, last, span in placed:
        tags[first:last] = [f"I-{span.label}"] * (last - first)
        tags[first] = f"B-{span.label}"
    return tags


def by_layer(document: ExportedDocument, layers: Iterable[str]) -> dict[str, list[Span]]:
    """The document's spans under each of the layers, and under further ones it has."""
    found: dict[str, list[Span]] = {layer: [] for layer in layers}
    for span in document.spans:
        found.setdefault(span.layer, []).append(span)
    return found


def layers_of(options: ExportOptions) -> tuple[str, ...]:
    """The layers to export: those asked for, else all of the scheme."""
    return options.layers or tuple(options.layer_kinds)
