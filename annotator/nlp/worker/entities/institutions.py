"""National institutions, ministries, regions, facilities and tribes: patterns of several words around a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.words import HYPHENS, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OF = words_of("van voor")
_LONGEST_PERSON = 3  # words of a name between "minister" and "van"
_OF_DEPARTMENTS = ("minister", "ministers", "staatssecretaris", "staatssecretarissen", "departement")
# After an adjective of a people these nouns make a name of it only where their own name does not follow.
_NAMED = words_of(
    "persbureau staatspersbureau nieuwsagentschap hulporganisatie mensenrechtenorganisatie zender staatszender"
    " televisiezender omroep"
)


def find_institutions(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """Organisations made of an adjective of a people and a noun, and ministries with their department."""
    book = lexicon()
    for one in finds:
        if one.label != "NORP" or not _is_adjective(reading.text[one.start : one.end], book):
            continue
        first = reading.index_at(one.end)
        last = _institution_end(reading, first, book)
        following = reading.words[last] if 0 < last < len(reading.words) else None
        is_named = following is not None and following.is_capital and not following.is_initial
        if last and not (is_named and reading.words[last - 1].text.lower() in _NAMED):  # "het Turkse persbureau X"
            last = _with_department(reading, last, book) or last
            yield Found(one.start, reading.words[last - 1].end, "ORG", "institution")
    for index, word in enumerate(reading.words):
        if word.text.lower() in book.words["with_department"]:
            last = _with_department(reading, index + 1, book)
            if last:
                yield Found(word.start, reading.words[last - 1].end, "ORG", "ministry")


def _is_adjective(text: str, book: Lexicon) -> bool:
    return (
        text.lower() in book.adjectives
        or text.replace("/", "-").replace(" ", "-").rsplit("-", 1)[-1].lower() in book.adjectives
    )


def _institution_end(reading: Reading, first: int, book: Lexicon) -> int:
    """Index after the institution noun that begins at `first`, 0 if there is none."""
    words = reading.words
    for pair in book.pairs:
        if tuple(word.text.lower() for word in words[first : first + len(pair)]) == pair:
            return first + len(pair)
    index = first
    while index < len(words) and words[index].text.lower() in book.words["institution_between"] and index < first + 2:
        index += 1
    if index < len(words) and is_institution(words[index].text, book) and not _is_compounded(reading, index):
        return index + 1
    return 0


def is_institution(word: str, book: Lexicon) -> bool:
    """Whether the noun names an institution of a state."""
    lower = word.lower()
    if lower in book.words["institutions"]:
        return True
    return lower not in book.words["not_institutions"] and any(
        lower.endswith(tail) and len(lower) > len(tail) + 2 for tail in book.words["institution_tails"]
    )


def _is_compounded(reading: Reading, index: int) -> bool:
    following = reading.words[index + 1 : index + 3]
    return len(following) == 2 and following[0].text in HYPHENS and following[0].is_glued and following[1].is_glued


def _with_department(reading: Reading, index: int, book: Lexicon) -> int:
    words = reading.words
    if (
        index >= len(words)
        or words[index].text not in _OF
        or words[index - 1].text.lower().endswith(("leger", "regering", "regime"))
    ):
        return 0
    for department in book.departments:
        parts = department.split()
        found = [word.text for word in words[index + 1 : index + 1 + len(parts)]]
        if [part.lower() for part in found] == [part.lower() for part in parts] and (
            found[0][0].isupper() or len(parts) == 1
        ):
            return index + 1 + len(parts)
    return 0


def is_department(reading: Reading, one: Found) -> bool:
    """Whether the name is but what a minister is of: "de minister van Volkshuisvesting"; a country's is a name."""
    index = reading.index_at(one.start)
    if index < 2 or one.rule.startswith("gazetteer:c") or reading.words[index - 1].text not in _OF:
        return False
    index -= 2
    least = max(0, index - _LONGEST_PERSON) if one.rule == "gazetteer:bodies" else index
    while index > least and reading.words[index].is_capital and not reading.words[index].is_initial:
        index -= 1  # "minister Voorhoeve van Defensie"
    return reading.words[index].text.lower().endswith(_OF_DEPARTMENTS)


def find_regions_of_places(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """LOC for a wind's name hyphenated before a country or region: "Oost-Syrië", "Noordwest-Pakistan"."""
    book = lexicon()
    for one in finds:
        if one.label not in {"GPE", "LOC"}:
            continue
        index = reading.index_at(one.start)
        if index >= 2 and reading.words[index - 1].text in HYPHENS and reading.words[index].is_glued:
            before = reading.words[index - 2]
            if before.text in book.words["regions_before"] and reading.words[index - 1].is_glued:
                yield Found(before.start, one.end, "LOC", "region")


def find_facilities(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """FAC from the facility noun on, before a name or before "van" and a place; and compounds that end in one."""
    book = lexicon()
    names = {one.start: one for one in finds if one.label in {"GPE", "LOC", "PERSON", "FAC", "ORG"}}
    for index, word in enumerate(reading.words):
        lower = word.text.lower()
        is_end = index > 1 and word.is_glued and reading.words[index - 1].text in HYPHENS  # "Mar Elias-ziekenhuis"
        before = reading.words[index - 1] if index else word
        if word.text in book.words["facility_words"] and before.is_capital and before.text.lower() in book.adjectives:
            yield Found(before.start, word.end, "FAC", "facility")  # "het Indonesische Ziekenhuis"
        if lower in book.words["facility_nouns"] and not is_end and (not word.is_capital or word.is_initial):
            found = _facility_at(reading, index, names, book)
            if found:
                yield found
    yield from _compounds(reading, finds, book)


def _facility_at(reading: Reading, index: int, names: dict[int, Found], book: Lexicon) -> Found | None:
    words = reading.words
    noun = words[index]
    following = index + 1
    if (
        following < len(words)
        and words[following].text == "van"
        and noun.text.lower() not in book.words["only_with_name"]
    ):
        following += 1
        if following < len(words) and words[following].text in {"de", "het"}:
            following += 1
    if following >= len(words) or words[following].is_initial:
        return None
    name = names.get(words[following].start)
    if name is None or (
        following > index + 1 and (name.label not in {"GPE", "LOC"} or name.rule == "gazetteer:countries")
    ):
        return None
    if following == index + 1 and name.label == "ORG":
        return None
    return Found(words[_facility_start(reading, index, book)].start, name.end, "FAC", "facility")


def _facility_start(reading: Reading, index: int, book: Lexicon) -> int:
    for phrase in book.fixed_facilities:
        first = index + 1 - len(phrase)
        if first >= 0 and tuple(word.text.lower() for word in reading.words[first : index + 1]) == phrase:
            return first
    return index


def _compounds(reading: Reading, finds: Sequence[Found], book: Lexicon) -> Iterator[Found]:
    for one in finds:
        index = reading.index_at(one.end)
        is_people = one.label == "NORP" and reading.text[one.start : one.end].lower() in book.peoples
        if not (is_people or one.label in {"GPE", "LOC", "PERSON", "FAC"}) or index + 1 >= len(reading.words):
            continue
        hyphen, noun = reading.words[index], reading.words[index + 1]
        if hyphen.text in HYPHENS and hyphen.is_glued and noun.is_glued and noun.text in book.words["facility_tails"]:
            yield Found(one.start, noun.end, "FAC", "facility:compound")
