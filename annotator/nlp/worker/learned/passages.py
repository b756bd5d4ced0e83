"""Sentences as the learner reads them: words with their places, what the rules said of each, and tags for spans."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.header import noise_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragment, Fragments

OUTSIDE = "O"
FURTHER = "X"  # a later fragment of the nearest trigger before it: the particle of a separable verb
Cue = tuple[str, str]  # "B-GPE" and the rule behind it; ("O", "") where the rules say nothing
NO_CUE: Cue = (OUTSIDE, "")
Placed = tuple["Fragments", str]  # where, and which label


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence without its noise: words and their ranges in code points, of equal length."""

    words: tuple[str, ...]
    ranges: tuple[Fragment, ...]


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The sentences of the document, tokens of header noise left out, none empty."""
    noise = noise_of(document.text, document.regions)
    found = []
    for first, last in document.sentences:
        ranges = tuple(
            (start, end)
            for start, end in document.tokens.ranges[first:last]
            if not any(start < stop and begin < end for begin, stop in noise)
        )
        if ranges:
            found.append(Passage(tuple(document.text[start:end] for start, end in ranges), ranges))
    return tuple(found)


def cues_of(passages: Sequence[Passage], found: Iterable[Suggestion]) -> list[list[Cue]]:
    """What the rules said of each word; a find that cuts a word is marked with ~."""
    ordered = sorted(found, key=lambda one: one.fragments)
    starts = [one.start for one in ordered]
    result = []
    for passage in passages:
        cues = [NO_CUE] * len(passage.words)
        low, high = bisect_left(starts, passage.ranges[0][0]), bisect_left(starts, passage.ranges[-1][1])
        for one in ordered[low:high]:
            _mark(passage, one, cues)
        result.append(cues)
    return result


def _mark(passage: Passage, one: Suggestion, cues: list[Cue]) -> None:
    for number, (start, end) in enumerate(one.fragments):
        touched = [index for index, (a, b) in enumerate(passage.ranges) if a < end and start < b]
        if not touched:
            continue
        is_whole = passage.ranges[touched[0]][0] == start and passage.ranges[touched[-1]][1] == end
        rule = one.provenance.rule
        for index in touched:
            head = FURTHER if number else "B" if index == touched[0] else "I"
            cues[index] = (f"{head}-{one.label}{'' if is_whole else '~'}", rule)


def tags_of(passages: Sequence[Passage], spans: Iterable[Placed]) -> list[list[str]]:
    """IOB2 tags of the spans that sit on words, the longer first where two overlap; later fragments are X."""
    tags = [[OUTSIDE] * len(passage.words) for passage in passages]
    beginnings = {
        start: (number, index)
        for number, passage in enumerate(passages)
        for index, (start, _) in enumerate(passage.ranges)
    }
    for fragments, label in sorted(spans, key=lambda one: (one[0][0][0] - one[0][0][1], one)):
        places = [_place(passages, beginnings, fragment) for fragment in fragments]
        if not places or any(place is None for place in places):
            continue
        known = [place for place in places if place is not None]
        is_free = all(tags[number][i] == OUTSIDE for number, first, last in known for i in range(first, last))
        if not is_free or len({number for number, _, _ in known}) > 1:
            continue
        for part, (number, first, last) in enumerate(known):
            for index in range(first, last):
                tags[number][index] = FURTHER if part else f"{'B' if index == first else 'I'}-{label}"
    return tags


def _place(
    passages: Sequence[Passage], beginnings: dict[int, tuple[int, int]], fragment: Fragment
) -> tuple[int, int, int] | None:
    """(passage, first word, word after the last) of a fragment on word edges, else None."""
    start, end = fragment
    if start not in beginnings:
        return None
    number, first = beginnings[start]
    ranges = passages[number].ranges
    for last in range(first, len(ranges)):
        if ranges[last][1] == end:
            return number, first, last + 1
        if ranges[last][1] > end:
            break
    return None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span read from tags: where, which label, and its words in the passage (first fragment first)."""

    fragments: Fragments
    label: str
    words: tuple[int, ...]


def spans_of(passage: Passage, tags: Sequence[str]) -> list[Tagged]:
    """The spans that the tags stand for; an I- without its beginning begins one, an X joins the span before it."""
    runs: list[tuple[str, list[int]]] = []
    for index, tag in enumerate(tags):
        head, _, label = tag.partition("-")
        if head == OUTSIDE:
            continue
        before = runs[-1] if runs else None
        is_next = before is not None and before[1][-1] == index - 1
        if before is not None and is_next and ((head == "I" and before[0] == label) or (head == before[0] == FURTHER)):
            before[1].append(index)
        else:
            runs.append((FURTHER if head == FURTHER else label, [index]))
    found: list[tuple[str, list[list[int]]]] = []
    for label, words in runs:
        if label != FURTHER:
            found.append((label, [words]))
        elif found:
            found[-1][1].append(words)
    return [_tagged(passage, label, parts) for label, parts in found]


def _tagged(passage: Passage, label: str, parts: Sequence[Sequence[int]]) -> Tagged:
    fragments = tuple((passage.ranges[part[0]][0], passage.ranges[part[-1]][1]) for part in parts)
    return Tagged(fragments, label, tuple(index for part in parts for index in part))
