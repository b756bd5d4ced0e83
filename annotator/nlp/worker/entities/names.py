"""Names that no lexicon knows: what their words, their neighbours and the rest of the corpus say they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.words import HYPHENS, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.survey import KnownNames

Verdict = tuple[str, str] | None  # label, rule
_GUESSED = {"person:shape", "name:shape", "place:preposition", "person:says", "organisation:acronym", "known"}


def find_names(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found], known: KnownNames) -> list[Found]:
    """Finds for the chunks the lexicons leave open, those with evidence first, then those named like them elsewhere."""
    book = lexicon()
    taken = {offset for one in finds for offset in range(one.start, one.end)}
    open_chunks = [chunk for chunk in chunks if not _is_taken(reading, chunk, taken)]
    found: list[Found] = []
    verdicts: dict[str, tuple[str, str]] = {}
    waiting: list[Chunk] = []
    for chunk in open_chunks:
        verdict = _first_verdict(reading, chunk, book, _STRONG)
        if verdict is None:
            waiting.append(chunk)
            continue
        found.append(Found(*reading.span(chunk.first, chunk.last), *verdict))
        verdicts.setdefault(chunk.key, verdict)
    weak = _weak_verdicts(reading, waiting, verdicts, known, book)
    for chunk in waiting:
        verdict = weak.get(chunk.key)
        if verdict is not None:
            found.append(Found(*reading.span(chunk.first, chunk.last), *verdict))
    return found


def _is_taken(reading: Reading, chunk: Chunk, taken: set[int]) -> bool:
    """Whether a longer or equal find covers the chunk, or the greater part of it."""
    start, end = reading.span(chunk.first, chunk.last)
    return sum(offset in taken for offset in range(start, end)) * 2 > end - start and not _is_person_around(reading, chunk)


def _is_person_around(reading: Reading, chunk: Chunk) -> bool:
    """Whether a name of a person merely holds a town's name: a given name first ("Omar al-Homsi")."""
    book = lexicon()
    return chunk.count > 1 and reading.words[chunk.first].key in book.given


def _weak_verdicts(
    reading: Reading, chunks: Sequence[Chunk], strong: Mapping[str, tuple[str, str]], known: KnownNames, book: Lexicon
) -> dict[str, tuple[str, str]]:
    """One verdict per key: from strong mentions, from the corpus, else the best of the weak evidence of all mentions."""
    result: dict[str, tuple[str, str]] = {}
    for chunk in chunks:
        if chunk.key in strong:
            result[chunk.key] = (strong[chunk.key][0], "repeat")
            continue
        label = known.label_of(chunk.key)
        if label:
            result[chunk.key] = (label, "known")
            continue
        verdict = _first_verdict(reading, chunk, book, _WEAK)
        held = result.get(chunk.key)
        if verdict is not None and (held is None or _WEIGHT[verdict[1]] > _WEIGHT[held[1]]):
            result[chunk.key] = verdict
    return result


def _first_verdict(reading: Reading, chunk: Chunk, book: Lexicon, tests: Sequence[Callable[[Reading, Chunk, Lexicon], Verdict]]) -> Verdict:
    for test in tests:
        verdict = test(reading, chunk, book)
        if verdict is not None:
            return verdict
    return None


def _by_head(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    inside = [word.text for word in reading.words[chunk.first : chunk.last]]
    if len(inside) > 1 and (inside[-1] in book.words["heads"] or inside[0] in book.words["heads"]):
        return "ORG", "organisation:head"
    return None


def _by_given_name(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    first = reading.words[chunk.first]
    if chunk.count > 1 and (first.key in book.given or _hyphened_given(reading, chunk, book) or first.text in {"Abu", "Abou", "Aboe"}):
        return "PERSON", "person:given"
    if chunk.count == 1 and chunk.last - chunk.first == 1 and chunk.key in book.family and not chunk.is_initial:
        return "PERSON", "gazetteer:family"
    return None


def _hyphened_given(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    words = reading.words[chunk.first : chunk.first + 3]
    return len(words) == 3 and words[1].text in HYPHENS and words[0].key in book.given and chunk.count > 2


def _by_title(_reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before in book.titles and not (chunk.count == 1 and chunk.is_compounded):
        return "PERSON", "person:title"
    return None


def _by_noun(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before in book.words["before_gpe"]:
        return "GPE", "place:noun"
    if chunk.before in book.words["before_loc"] or chunk.after in book.words["after_loc"]:
        return "LOC", "water:noun"
    if chunk.before in book.words["before_name"]:
        return "ORG", "organisation:noun"
    if chunk.is_compounded:
        noun = reading.words[chunk.last + 1].text.lower()
        if noun in book.words["tribe_heads"]:
            return "NORP", "tribe"
        if noun in book.words["compound_heads"]:
            return "ORG", "organisation:noun"
    return None


def _by_acronym(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    word = reading.words[chunk.first]
    if chunk.last - chunk.first == 1 and word.is_shouted and 2 <= len(word.text) <= 6 and word.text not in book.words["not_acronyms"]:
        if _is_shouted_line(reading, chunk.first):
            return None
        return "ORG", "organisation:acronym"
    return None


def _is_shouted_line(reading: Reading, index: int) -> bool:
    around = [word for word in reading.words[max(0, index - 2) : index + 3] if word.text.isalpha()]
    return sum(word.is_shouted for word in around) > 2


def _by_saying(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.is_compounded:
        return None
    is_said = chunk.after in book.sayings or chunk.before in book.sayings - {"volgens"}
    if is_said and (not chunk.is_initial or chunk.count > 1):
        return "PERSON", "person:says"
    return None


def _by_preposition(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before in book.words["place_prepositions"]:
        return "GPE", "place:preposition"
    if chunk.before in {"en", ","} and chunk.first > 1:
        return _listed_with_places(reading, chunk, book)
    return None


def _listed_with_places(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A name in a list whose first member follows a preposition: "in Arbin, Harasta en Zamalka"."""
    index = chunk.first - 1
    while index > 0 and (reading.words[index].is_capital or reading.words[index].text in {",", "en"} or reading.words[index].text in HYPHENS):
        index -= 1
    if reading.words[index].text in book.words["place_prepositions"] or reading.words[index].text in book.words["before_gpe"]:
        return "GPE", "place:preposition"
    return None


def _by_shape(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    del book
    word = reading.words[chunk.first]
    if chunk.is_initial and chunk.count == 1:
        return None
    if chunk.count in {2, 3} and not chunk.is_compounded and not word.is_shouted:
        return "PERSON", "person:shape"
    if chunk.is_compounded or chunk.count > 3 or word.is_shouted:
        return ("GPE", "name:shape") if chunk.count == 1 and not word.is_shouted else None
    return "PERSON" if chunk.before in {"van", "door", "voor", "met"} else "ORG", "name:shape"


_STRONG = (_by_head, _by_given_name, _by_title, _by_noun)
_WEAK = (_by_acronym, _by_saying, _by_preposition, _by_shape)
_WEIGHT = {"organisation:acronym": 4, "person:says": 4, "place:preposition": 3, "person:shape": 2, "name:shape": 1, "repeat": 9, "known": 8}


def find_introduced(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """An abbreviation in brackets after an organisation ("Syrische Democratische Strijdkrachten (SDF)"), and every later use."""
    book = lexicon()
    introduced: set[str] = set()
    ends = {one.end: one for one in finds if one.label == "ORG"}
    for index, word in enumerate(reading.words[:-2]):
        inner, closing = reading.words[index + 1], reading.words[index + 2]
        if word.text == "(" and closing.text == ")" and inner.is_shouted and index and reading.words[index - 1].end in ends:
            introduced.add(inner.text)
    for word in reading.words:
        if word.text in introduced and word.text not in book.words["not_acronyms"]:
            yield Found(word.start, word.end, "ORG", "organisation:introduced")


def find_parts(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found]) -> Iterator[Found]:
    """A person named in full once, later by the last name ("Issam Zahreddine", "Zahreddine")."""
    parts: set[str] = set()
    taken = {offset for one in finds if one.label != "" and one.rule not in _GUESSED for offset in range(one.start, one.end)}
    for one in finds:
        if one.label == "PERSON":
            words = [word.key for word in reading.words[reading.index_at(one.start) : reading.index_at(one.end)] if not word.is_mark]
            if len(words) > 1 and one.rule not in _GUESSED:
                parts.add(words[-1])
                parts.add(" ".join(words[-2:]))
                parts |= {" ".join(words[1:])} if len(words) > 2 else set()
                parts |= {words[0]} if one.rule == "person:title" else set()
            elif one.rule == "person:title":
                parts.add(words[-1])
    for chunk in chunks:
        start, end = reading.span(chunk.first, chunk.last)
        if chunk.key in parts and not taken.intersection(range(start, end)):
            yield Found(start, end, "PERSON", "repeat:part")
