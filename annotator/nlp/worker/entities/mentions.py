"""Later mentions of names an article has brought in: abbreviations, parts of a person's name, sentence starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.lexicon import lexicon
from annotator.nlp.worker.entities.rules import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.words import Reading

_TOWNS = "gazetteer:towns"
_GUESSED = {"person:shape", "name:shape", "place:preposition", "person:says", "organisation:acronym", "known"}


def find_introduced(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """An abbreviation in brackets after an organisation ("Vrije Leger (VL)"), and every later use."""
    book = lexicon()
    introduced: set[str] = set()
    ends = {one.end: one for one in finds if one.label == "ORG"}
    for index, word in enumerate(reading.words[:-2]):
        inner, closing = reading.words[index + 1], reading.words[index + 2]
        if (
            word.text == "("
            and closing.text == ")"
            and inner.is_shouted
            and index
            and reading.words[index - 1].end in ends
        ):
            introduced.add(inner.text)
    for word in reading.words:
        if word.text in introduced and word.text not in book.words["not_acronyms"]:
            yield Found(word.start, word.end, "ORG", "organisation:introduced")


def find_parts(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found]) -> Iterator[Found]:
    """A person named in full once, later by the last name ("Issam Zahreddine", "Zahreddine")."""
    parts: dict[str, tuple[str, ...]] = {}  # part of a name -> the words before it in the full name
    taken = {
        offset
        for one in finds
        if one.rule not in _GUESSED and one.rule != _TOWNS
        for offset in range(one.start, one.end)
    }
    for one in finds:
        if one.label == "PERSON":
            words = reading.words[reading.index_at(one.start) : reading.index_at(one.end)]
            keys = tuple(word.key for word in words if not word.is_mark)
            forms = _parts_of(keys, is_titled=one.rule == "person:title")
            parts.update({part: before for part, before in forms.items() if before or part not in parts})
    for chunk in chunks:
        start, end = reading.span(chunk.first, chunk.last)
        if chunk.key in parts and not taken.intersection(range(start, end)):
            yield Found(_with_particles(reading, chunk.first, parts[chunk.key]), end, "PERSON", "repeat:part")


def find_repeats(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found]) -> Iterator[Found]:
    """Mentions that only their place at a sentence's start left open, of names found elsewhere in the article."""
    labels: dict[str, str] = {}
    for one in finds:
        words = reading.words[reading.index_at(one.start) : reading.index_at(one.end)]
        if words[0].is_capital and one.label not in {"", "NORP", "DATE"}:
            labels.setdefault(" ".join(word.key for word in words if not word.is_mark), one.label)
    taken = {offset for one in finds for offset in range(one.start, one.end)}
    for chunk in chunks:
        start, end = reading.span(chunk.first, chunk.last)
        if chunk.key in labels and taken.isdisjoint(range(start, end)):
            yield Found(start, end, labels[chunk.key], "repeat")


def _parts_of(keys: tuple[str, ...], *, is_titled: bool) -> dict[str, tuple[str, ...]]:
    """The short forms of a full name: the rest without the first word, the last two words, single later words."""
    if len(keys) == 1:
        return {keys[0]: ()}
    found = {" ".join(keys[first:]): keys[:first] for first in range(1, len(keys))}
    found.update({key: keys[:index] for index, key in enumerate(keys) if index and len(key) > 3})
    if is_titled:
        found.setdefault(keys[0], ())
    return found


def _with_particles(reading: Reading, first: int, before: Sequence[str]) -> int:
    """Start of a family name with the particles of the full name before it: "Van" of "Van Aalst"."""
    start = reading.words[first].start
    for key in reversed(before):
        first -= 1
        word = reading.words[first] if first >= 0 else None
        if word is None or word.key != key or key not in lexicon().particles or not word.is_capital:
            break
        start = word.start
    return start
