"""Organisations whose name has a form of its own: agencies at the head of an article, offices with a purpose, media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.gazetteers import keys_at
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.words import HYPHENS, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_LIST = 12  # words and marks between the brackets of "(belga/reuters/afp)"
_LONGEST_BEFORE = 6  # words before the noun for an office
_LONGEST_HEAD = 60  # characters of the place before them
_UNITS = words_of("Front Leger Legerkorps Korps Divisie Brigade Bataljon Regiment Legioen")
_UNIT_TAILS = ("brigade", "divisie", "bataljon", "regiment", "korps")
_LONGEST_UNIT = 3  # words between the number and the noun
_ORDINAL = re.compile(r"\d+(?:ste|de|e)\Z")
_PURPOSE = frozenset({"voor"})
_GOING_ON = words_of("van en voor tegen in")
_ARTICLES = words_of("de het een")
_NO_BODIES = frozenset({"Q&A", "B&B", "R&D", "M&A", "C&W", "R&B"})
_PLATFORM_BEFORE = words_of("op via platform mediaplatform berichtenplatform netwerk medium berichtendienst")


def find_bodies(reading: Reading) -> Iterator[Found]:
    """Organisations told by the form of the name alone."""
    book = lexicon()
    for index, word in enumerate(reading.words):
        if word.text == "(":
            yield from _wires_at(reading, index, book)
        if not word.is_capital:
            continue
        yield from _office_at(reading, index, book)
        yield from _medium_at(reading, index, book)
        yield from _unit_at(reading, index, book)
        yield from _initials_at(reading, index)
        if word.text == "X" and index and reading.words[index - 1].text.lower() in _PLATFORM_BEFORE:
            yield Found(word.start, word.end, "ORG", "gazetteer:bodies")


def _unit_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    """A unit of an army by its number: "93ste Brigade", "93e Gemechaniseerde Brigade", "131ste Maikop-brigade"."""
    number = reading.words[index - 1] if index else None
    if number is None or not _ORDINAL.match(number.text):
        return
    words, last = reading.words, index
    while last + 1 < len(words) and last - index < _LONGEST_UNIT and words[last + 1].is_capital:
        if words[last].text in _UNITS or words[last + 1].is_initial:
            break
        last += 1
    unit, following = words[last], words[last + 1 : last + 3]
    first = number.start
    if index > 1 and words[index - 2].text.lower() in book.adjectives:
        first = words[index - 2].start  # "Oekraïense 93ste Brigade"
    is_joined = len(following) == 2 and following[0].text in HYPHENS and following[0].is_glued and following[1].is_glued
    if is_joined and following[1].text.lower().endswith(_UNIT_TAILS):
        yield Found(first, following[1].end, "ORG", "organisation:form")
    elif unit.text in _UNITS or unit.text.lower().endswith(_UNIT_TAILS):
        yield Found(first, unit.end, "ORG", "organisation:form")


def _wires_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    """Agencies in brackets at the head of an article, in any case: "(belga/reuters) -", "KIEV (ANP/RTR) -"."""
    words = reading.words
    opening = words[index].start
    earliest = max(0, opening - _LONGEST_HEAD)
    line = reading.text.rfind("\n", earliest, opening)
    head = reading.text[line + 1 : opening] if line >= 0 or not earliest else ""
    if (line < 0 and earliest) or any(part[0].islower() for part in head.split()):
        return
    last = index + 1
    while last < len(words) and last - index < _LONGEST_LIST and words[last].text not in {")", "."}:
        last += 1
    if last + 1 >= len(words) or words[last].text != ")":
        return
    named = [word.text.lower() for word in words[index + 1 : last] if not word.is_mark]
    are_wires = len(named) > 1 and all(name in book.words["wires"] for name in named)
    if words[last + 1].text not in HYPHENS and not are_wires:
        return
    for word in words[index + 1 : last]:
        if word.text.lower() in book.words["wires"] or (
            word.is_shouted and word.text not in book.words["not_acronyms"]
        ):
            yield Found(word.start, word.end, "ORG", "gazetteer:media")


def is_office(word: Word, book: Lexicon) -> bool:
    """Whether the word with its capital is a noun for an office, or has grown onto one: "Mensenrechtenbureau"."""
    if not word.is_capital or word.is_shouted:
        return False
    lower = word.text.lower()
    return lower in book.words["offices"] or any(
        lower.endswith(tail) and len(lower) > len(tail) + 2 for tail in book.words["offices"]
    )


def _office_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    """ "VN-Mensenrechtenbureau", "Bureau voor de Coördinatie van Humanitaire Zaken", both together."""
    words = reading.words
    if not is_office(words[index], book):
        return
    is_of_body = (
        index > 1
        and words[index - 1].text in HYPHENS
        and words[index].is_glued
        and (words[index - 2].is_shouted or words[index - 2].key in book.phrases)
    )
    last = _with_purpose(reading, index + 1, book)
    if not is_of_body and last == index + 1:
        return
    first = index - 2 if is_of_body else index
    while first and index - first < _LONGEST_BEFORE and words[first - 1].is_capital and not words[first].is_initial:
        before = words[first - 1]
        if before.is_initial and before.text.lower() not in book.adjectives:
            break
        first -= 1
    yield Found(words[first].start, words[last - 1].end, "ORG", "organisation:form")


def _with_purpose(reading: Reading, index: int, book: Lexicon) -> int:
    """Index after "voor", a purpose with capitals, and what goes on from it."""
    words = reading.words
    wanted = _PURPOSE
    while index + 1 < len(words) and words[index].text in wanted:
        following = index + 1
        following += words[following].text in _ARTICLES
        last = following
        while last < len(words) and words[last].is_capital and not words[last].is_initial:
            last += 1
        if last == following or _is_listed(reading, following, book):
            return index
        index, wanted = last, _GOING_ON
    return index


def _is_listed(reading: Reading, index: int, book: Lexicon) -> bool:
    """Whether another name begins here: a country, a body, somebody."""
    if reading.words[index].key in book.given:
        return True
    return any(key in book.phrases and book.phrases[key].label for _, key in keys_at(reading, index))


def _medium_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    """A medium with "Nieuws" or a number behind: "VTM Nieuws", "Europe 1"."""
    words = reading.words
    for last, key in keys_at(reading, index):
        following = words[last] if last < len(words) else None
        if following is None or following.is_initial:
            continue
        entry = book.phrases.get(key)
        is_medium = entry is not None and entry.rule == "gazetteer:media"
        if is_medium and following.text in book.words["media_ends"]:
            yield Found(words[index].start, following.end, "ORG", "gazetteer:media")
    number = words[index + 1] if index + 1 < len(words) else None
    if (
        number is not None
        and words[index].text in book.words["numbered_media"]
        and number.text.isdigit()
        and len(number.text) < 3
        and not number.is_glued
    ):
        yield Found(words[index].start, number.end, "ORG", "gazetteer:media")


def _initials_at(reading: Reading, index: int) -> Iterator[Found]:
    """Capitals with "&" between: "CD&V"."""
    parts = reading.words[index : index + 3]
    text = "".join(part.text for part in parts)
    if (
        len(parts) == 3
        and parts[1].text == "&"
        and parts[1].is_glued
        and parts[2].is_glued
        and text.isupper()
        and text not in _NO_BODIES
    ):
        yield Found(parts[0].start, parts[2].end, "ORG", "organisation:acronym")
