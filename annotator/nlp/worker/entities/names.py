"""Names that no lexicon knows: a verdict per name from the evidence of all its mentions and from the corpus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.chunks import LONGEST
from annotator.nlp.worker.entities.evidence import STRONG, WEAK, WEIGHT, by_head
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.persons import Verdict
    from annotator.nlp.worker.entities.survey import KnownNames
    from annotator.nlp.worker.entities.words import Reading

_OPERATIONS = ("operatie", "missie")
_QUOTES = frozenset("'‘’\"“„")
_NEAR = 9  # words before a name in which an operation is spoken of
_TOWNS = "gazetteer:towns"


def find_names(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found], known: KnownNames) -> list[Found]:
    """Finds for the chunks the lexicons leave open, those with evidence first, then those named like them elsewhere."""
    book = lexicon()
    taken = {offset for one in finds if one.rule != _TOWNS for offset in range(one.start, one.end)}
    towns = {(one.start, one.end) for one in finds if one.rule == _TOWNS}
    open_chunks = [chunk for chunk in _names_of_something(reading, chunks) if not _is_taken(reading, chunk, taken)]
    found: list[Found] = []
    verdicts: dict[str, tuple[str, str]] = {}
    waiting: list[Chunk] = []
    for chunk in open_chunks:
        verdict = _first_verdict(reading, chunk, book, STRONG)
        if verdict is None:
            if reading.span(chunk.first, chunk.last) not in towns:
                waiting.append(chunk)
            continue
        start, end = reading.span(chunk.first, chunk.last)
        if verdict[1] == "organisation:head" and chunk.before in book.adjectives:
            start = reading.words[_whole_from(reading, chunk.first - 1)].start  # "Rwandees Patriottisch Front"
        found.append(Found(start, end, *verdict))
        verdicts.setdefault(chunk.key, verdict)
    labels = {one.end: one.label for one in (*finds, *found)}
    for key, label in _by_neighbour(reading, waiting, labels):
        verdicts.setdefault(key, (label, "neighbour"))
    weak = _weak_verdicts(reading, waiting, verdicts, known, book)
    for chunk in waiting:
        verdict = weak.get(chunk.key)
        if verdict is not None:
            found.append(Found(*reading.span(chunk.first, chunk.last), *verdict))
    return [_with_full_stop(reading, one) for one in found]


def _with_full_stop(reading: Reading, one: Found) -> Found:
    """A person told by an initial has its full stop in the name: "Jan V."."""
    last = reading.index_at(one.end) - 1
    is_initial = one.label == "PERSON" and len(reading.words[last].text) == 1 and reading.words[last].start > one.start
    return replace(one, end=one.end + 1) if is_initial and reading.text[one.end : one.end + 1] == "." else one


def _names_of_something(reading: Reading, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks less names of operations, which no label has ("operatie Serval"), and less lone letters."""
    barred = {chunk.key for chunk in chunks if _names_operation(reading, chunk)}
    kept = [chunk for chunk in chunks if chunk.key not in barred]
    return [chunk for chunk in kept if not (chunk.is_compounded and len(chunk.key) == 1)]  # "T-shirts"


def _names_operation(reading: Reading, chunk: Chunk) -> bool:
    """Whether the name is an operation's: behind the noun, or called so: "de operatie, met de naam 'X'"."""
    if reading.words[chunk.first].is_shouted:
        return False
    if chunk.before.endswith(_OPERATIONS):
        return True
    near = reading.words[max(0, chunk.first - _NEAR) : chunk.first]
    is_called = chunk.before in _QUOTES or chunk.before.endswith("naam")
    return is_called and any(word.text.endswith((*_OPERATIONS, "offensief", "aanval")) for word in near)


def _whole_from(reading: Reading, index: int) -> int:
    """Where a name that reaches back over an adjective begins: "Arakan" of "Arakan Rohingya Heilsleger"."""
    words, earliest = reading.words, max(0, index - LONGEST)
    while (
        index > earliest and words[index].is_capital and words[index - 1].is_capital and not words[index - 1].is_initial
    ):
        index -= 1
    return index


def without_part_towns(reading: Reading, finds: Iterable[Found], chunks: Sequence[Chunk]) -> list[Found]:
    """The finds less the towns of the great table that are but a part of a longer unknown name ("Krasna Hora")."""
    finds = list(finds)
    sure = {offset for one in finds if one.rule != _TOWNS for offset in range(one.start, one.end)}
    wholes: dict[int, tuple[int, int]] = {}
    for chunk in chunks:
        start, end = reading.span(chunk.first, chunk.last)
        if chunk.count > 1 and not chunk.is_initial and sure.isdisjoint(range(start, end)):
            wholes.update(dict.fromkeys(range(start, end), (start, end)))
    return [
        one
        for one in finds
        if one.rule != _TOWNS or wholes.get(one.start, (one.start, one.end)) == (one.start, one.end)
    ]


def _is_taken(reading: Reading, chunk: Chunk, taken: set[int]) -> bool:
    """Whether a listed name covers the chunk, or a good part of one that nothing else speaks for."""
    start, end = reading.span(chunk.first, chunk.last)
    covered = sum(offset in taken for offset in range(start, end))
    return covered == end - start or (covered > 0 and not _is_spoken_for(reading, chunk))


def _is_spoken_for(reading: Reading, chunk: Chunk) -> bool:
    """Whether the whole chunk is a name that merely holds a listed one: "Omar al-Homsi", "het dorp Krasna Hora"."""
    book = lexicon()
    first = reading.words[chunk.first]
    if first.text.split("-")[0] in book.words["regions_before"]:
        return False
    return chunk.count > 1 and (
        first.key in book.given
        or chunk.before in book.titles
        or (chunk.before in book.words["before_gpe"] and not first.is_shouted)
        or by_head(reading, chunk, book) is not None
    )


def _weak_verdicts(
    reading: Reading, chunks: Sequence[Chunk], strong: Mapping[str, tuple[str, str]], known: KnownNames, book: Lexicon
) -> dict[str, tuple[str, str]]:
    """One verdict per key: from strong mentions, from the corpus, else the weak evidence of all mentions."""
    result: dict[str, tuple[str, str]] = {}
    votes: dict[str, dict[str, list[str]]] = {}
    for chunk in chunks:
        if chunk.key in strong:
            result[chunk.key] = (strong[chunk.key][0], "neighbour" if strong[chunk.key][1] == "neighbour" else "repeat")
            continue
        label = known.label_of(chunk.key)
        if label:
            result[chunk.key] = (label, "known")
            continue
        verdict = _first_verdict(reading, chunk, book, WEAK)
        if verdict is not None:
            votes.setdefault(chunk.key, {}).setdefault(verdict[0], []).append(verdict[1])
    for key, labels in votes.items():
        label = max(labels, key=lambda name: (sum(WEIGHT[rule] for rule in labels[name]), name))
        result[key] = (label, max(labels[label], key=lambda rule: WEIGHT[rule]))
    return result


def _first_verdict(
    reading: Reading, chunk: Chunk, book: Lexicon, tests: Sequence[Callable[[Reading, Chunk, Lexicon], Verdict]]
) -> Verdict:
    for test in tests:
        verdict = test(reading, chunk, book)
        if verdict is not None:
            return verdict
    return None


def _by_neighbour(reading: Reading, chunks: Sequence[Chunk], labels: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """(key, label) of names joined by "en", "of" or a comma to one with a label; `labels` by its end."""
    for chunk in chunks:
        if chunk.first < 2 or chunk.is_initial or chunk.before not in {"en", ",", "of"}:
            continue
        label = labels.get(reading.words[chunk.first - 2].end)
        is_holder = label == "ORG" and chunk.before == "," and chunk.count > 1  # "de gezant van de VN, Jan de Wit"
        if label in {"GPE", "PERSON", "ORG"} and not reading.words[chunk.first].is_shouted and not is_holder:
            yield chunk.key, label
