"""Names that no lexicon knows: what their words, their neighbours and the rest of the corpus say they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import ARTICLES, MIN_CONSONANTS, skeleton, words_of
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.survey import likeness
from annotator.nlp.worker.entities.words import HYPHENS, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.survey import KnownNames

_KUNYA = words_of("Abu Abou Aboe Umm Oum")  # "father of", "mother of"
_TOWNS = "gazetteer:towns"
MIN_VARIANT = 0.55  # likeness of an unknown name to a listed place with the same consonants
MIN_VARIANT_SHORT = 0.8  # with three consonants, or where the capital may be the sentence's
Verdict = tuple[str, str] | None  # label, rule
_GUESSED = {"person:shape", "name:shape", "place:preposition", "person:says", "organisation:acronym", "known"}


def find_names(reading: Reading, chunks: Sequence[Chunk], finds: Sequence[Found], known: KnownNames) -> list[Found]:
    """Finds for the chunks the lexicons leave open, those with evidence first, then those named like them elsewhere."""
    book = lexicon()
    taken = {offset for one in finds if one.rule != _TOWNS for offset in range(one.start, one.end)}
    towns = {(one.start, one.end) for one in finds if one.rule == _TOWNS}
    open_chunks = [chunk for chunk in chunks if not _is_taken(reading, chunk, taken)]
    found: list[Found] = []
    verdicts: dict[str, tuple[str, str]] = {}
    waiting: list[Chunk] = []
    for chunk in open_chunks:
        verdict = _first_verdict(reading, chunk, book, _STRONG)
        if verdict is None:
            if reading.span(chunk.first, chunk.last) not in towns:
                waiting.append(chunk)
            continue
        start, end = reading.span(chunk.first, chunk.last)
        if verdict[1] == "organisation:head" and chunk.before in book.adjectives:
            start = reading.words[chunk.first - 1].start  # "Rwandees Patriottisch Front"
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
    return found


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
        or _by_head(reading, chunk, book) is not None
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
        verdict = _first_verdict(reading, chunk, book, _WEAK)
        if verdict is not None:
            votes.setdefault(chunk.key, {}).setdefault(verdict[0], []).append(verdict[1])
    for key, labels in votes.items():
        label = max(labels, key=lambda name: (sum(_WEIGHT[rule] for rule in labels[name]), name))
        result[key] = (label, max(labels[label], key=lambda rule: _WEIGHT[rule]))
    return result


def _first_verdict(
    reading: Reading, chunk: Chunk, book: Lexicon, tests: Sequence[Callable[[Reading, Chunk, Lexicon], Verdict]]
) -> Verdict:
    for test in tests:
        verdict = test(reading, chunk, book)
        if verdict is not None:
            return verdict
    return None


def _by_head(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    inside = [word.text for word in reading.words[chunk.first : chunk.last]]
    if (len(inside) > 1 or chunk.before in book.adjectives) and (
        inside[-1] in book.words["heads"] or inside[0] in book.words["heads"]
    ):
        return "ORG", "organisation:head"
    return None


def _by_abbreviation(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """Its own initials in brackets follow: "Bangsamoro Islamic Freedom Fighters (BIFF)"."""
    del book
    inner = reading.words[chunk.last + 1 : chunk.last + 2]
    if chunk.after != "(" or chunk.count < 2 or not inner or not inner[0].is_shouted:
        return None
    initials = "".join(word.text[0] for word in reading.words[chunk.first : chunk.last] if word.is_capital)
    return ("ORG", "organisation:introduced") if inner[0].text.startswith(initials[:2]) else None


def _by_given_name(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    first = reading.words[chunk.first]
    if chunk.count > 1 and (first.key in book.given or _hyphened_given(reading, chunk, book) or first.text in _KUNYA):
        return "PERSON", "person:given"
    if (
        chunk.count == 1
        and chunk.last - chunk.first == 1
        and chunk.key in book.family
        and chunk.key not in reading.lower
    ):
        return "PERSON", "gazetteer:family"
    return None


def _hyphened_given(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    words = reading.words[chunk.first : chunk.first + 3]
    return len(words) == 3 and words[1].text in HYPHENS and words[0].key in book.given and chunk.count > 2


def _by_title(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    is_head = reading.words[chunk.first].text in book.words["heads"]
    if chunk.before in book.titles and not (chunk.count == 1 and (chunk.is_compounded or is_head)):
        return "PERSON", "person:title"
    return None


def _by_noun(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before == "staat" and (
        chunk.first < 2 or reading.words[chunk.first - 2].text.lower() not in {"de", "het", "een"}
    ):
        return None  # the verb
    if chunk.before in book.words["before_gpe"] or _is_facility_before(reading, chunk, book):
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


def _is_facility_before(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    """Whether a noun for a facility stands before, with or without "van": the name will be part of a FAC."""
    nouns = book.words["facility_nouns"]
    if chunk.before in nouns:
        return True
    return (
        chunk.before == "van"
        and chunk.first > 1
        and reading.words[chunk.first - 2].text in nouns - book.words["only_with_name"]
    )


def _by_start(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if (
        chunk.count > 1
        and reading.words[chunk.first].text in book.words["place_starts"]
        and chunk.before not in book.titles
    ):
        return "GPE", "place:noun"
    return None


def _by_variant(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A spelling of a place of the hand list: the same consonants and alike ("Kefraya", "Kafraya")."""
    name = reading.text[slice(*reading.span(chunk.first, chunk.last))]
    bones = skeleton(name)
    has_article = "-" in name and name.split("-")[0].lower() in ARTICLES
    if chunk.is_initial and len(bones) == MIN_CONSONANTS and not has_article and chunk.after != ",":
        return None
    least = MIN_VARIANT if has_article or (len(bones) > MIN_CONSONANTS and not chunk.is_initial) else MIN_VARIANT_SHORT
    if any(likeness(name, listed) >= least for listed in book.places.get(bones, ())):
        return "GPE", "place:variant"
    return None


def _by_source(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A lone name after "volgens" or "aldus" is most often a person's."""
    if chunk.before in {"volgens", "aldus"} and chunk.count == 1 and not reading.words[chunk.first].is_shouted:
        return "PERSON", "person:says"
    del book
    return None


def _by_acronym(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    word = reading.words[chunk.first]
    if (
        chunk.last - chunk.first == 1
        and word.is_shouted
        and 2 <= len(word.text) <= 6
        and word.text not in book.words["not_acronyms"]
    ):
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


def _by_neighbour(reading: Reading, chunks: Sequence[Chunk], labels: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """(key, label) of names joined by "en", "of" or a comma to one with a label; `labels` by its end."""
    for chunk in chunks:
        if chunk.first < 2 or chunk.is_initial or chunk.before not in {"en", ",", "of"}:
            continue
        label = labels.get(reading.words[chunk.first - 2].end)
        if label in {"GPE", "PERSON", "ORG"} and not reading.words[chunk.first].is_shouted:
            yield chunk.key, label


def _by_preposition(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before in book.words["place_prepositions"]:
        return "GPE", "place:preposition"
    if chunk.before in {"en", ","} and chunk.first > 1:
        return _listed_with_places(reading, chunk, book)
    return None


def _listed_with_places(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A name in a list whose first member follows a preposition: "in Arbin, Harasta en Zamalka"."""
    index = chunk.first - 1
    while index > 0 and (
        reading.words[index].is_capital
        or reading.words[index].text in {",", "en"}
        or reading.words[index].text in HYPHENS
    ):
        index -= 1
    if (
        reading.words[index].text in book.words["place_prepositions"]
        or reading.words[index].text in book.words["before_gpe"]
    ):
        return "GPE", "place:preposition"
    return None


def _by_building(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A capitalised compound in mid-sentence that ends in a noun for a facility: "Zuidziekenhuis"."""
    word = reading.words[chunk.last - 1].text.lower()
    parts = {part.text for part in reading.words[chunk.first : chunk.last]}
    if len(parts) > 1 and parts & book.words["facility_words"]:
        return "FAC", "facility:word"
    if not chunk.is_initial and any(
        word.endswith(tail) and len(word) > len(tail) + 2 for tail in book.words["facility_tails"]
    ):
        return "FAC", "facility:word"
    return None


def _by_shape(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    del book
    word = reading.words[chunk.first]
    if chunk.is_initial and chunk.count == 1:
        return None
    if chunk.count in {2, 3} and not chunk.is_compounded and not word.is_shouted:
        return "PERSON", "person:shape"
    if word.is_shouted:
        return None
    return "GPE" if chunk.count == 1 else "ORG", "name:shape"


_STRONG = (_by_abbreviation, _by_head, _by_title, _by_noun, _by_given_name, _by_start)
_WEAK = (_by_acronym, _by_variant, _by_saying, _by_source, _by_preposition, _by_building, _by_shape)
_WEIGHT = {
    "facility:word": 4,
    "place:variant": 3,
    "organisation:acronym": 4,
    "person:says": 4,
    "place:preposition": 3,
    "person:shape": 2,
    "name:shape": 0.5,
}


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
