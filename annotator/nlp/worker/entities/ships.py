"""Named ships and rivers: told once by a noun, a prefix or what befell them, and then by name in the whole article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.gazetteers import arms_label
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.words import HYPHENS, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUOTES = frozenset("\"'‘“„’”")
_LONGEST_NAME = 3  # words
_BRIDGES = words_of("brug bruggen")
_RIVERS = ("rivier", "stroom")
_ARTICLES = words_of("de het")
_ABOARD = words_of(
    "opvarenden bemanning bemanningsleden gezagvoerder kapitein eigenaar eigenaars reder lading dek brug"
)
_AN = words_of("een het dat die")
_NEAR = 4  # words between "een" and the noun: "de X, een Grieks varend autoschip"
_BEFALLEN = words_of(
    "zonk zinkt gezonken zinken kapseisde gekapseisd gekaapt geënterd getorpedeerd kelderde gekelderd voer vaart vaarde"
    " gevaren uitgevaren aangemeerd afgemeerd vastgelopen gestrand strandde gebouwd meerde ankerde geankerd"
)
_WITHIN = 12  # words behind the name in which it is told what befell the ship
_GUESSED = "gazetteer:towns"


def find_ships(reading: Reading, listed: Sequence[Found]) -> Iterator[Found]:
    """The names of ships, up to three words with a capital; a noun right before the name then says nothing."""
    book = lexicon()
    names: set[tuple[str, ...]] = set()
    for found, noun in _after_nouns(reading, book):
        names.add(_keys(reading, found))
        yield Found(noun.start, noun.end, "", "vehicle:ship")
        yield found
    for found in _with_prefix(reading, book):
        names.add(_keys(reading, found)[1:])
        yield found
    if names or any(_is_vessel(reading, index, book) for index in range(len(reading.words))):
        known = {offset for one in listed if one.rule != _GUESSED for offset in range(one.start, one.end)}
        for found in _told(reading, known, book):
            names.add(_keys(reading, found))
            yield found
    names -= {()}
    yield from _again(reading, names, listed)


def _keys(reading: Reading, one: Found) -> tuple[str, ...]:
    words = reading.words[reading.index_at(one.start) : reading.index_at(one.end)]
    return tuple(word.key for word in words)


def _name_end(reading: Reading, first: int) -> int:
    """Index after a name of a ship that begins at `first`, `first` if none does."""
    words = reading.words
    last = first
    while (
        last < len(words)
        and last < first + _LONGEST_NAME
        and (words[last].is_capital or (last > first and words[last].text.isdigit()))
        and not words[last].is_initial
    ):
        last += 1
        is_joined = last + 1 < len(words) and words[last].text in HYPHENS and words[last].is_glued
        if last > first and is_joined and words[last + 1].is_capital and words[last + 1].is_glued:
            return last + 2  # "Louise-Marie"
    return last


def _after_nouns(reading: Reading, book: Lexicon) -> Iterator[tuple[Found, Found]]:
    """(name, noun) for "het fregat Admiral Essen"."""
    words = reading.words
    for index, word in enumerate(words):
        if word.text.lower() not in book.words_of_ships:
            continue
        first = index + 1
        if first < len(words) and words[first].text in _QUOTES and words[first].is_mark:
            first += 1
        last = _name_end(reading, first)
        if last > first and words[first].text.lower() not in book.adjectives:
            name = Found(words[first].start, words[last - 1].end, "VEHICLE", "vehicle:ship")
            yield name, Found(word.start, word.end, "", "vehicle:ship")


def _with_prefix(reading: Reading, book: Lexicon) -> Iterator[Found]:
    """ "USS Nimitz", "Zr.Ms. Tromp": the prefix belongs to the name."""
    words = reading.words
    for index, word in enumerate(words):
        first = index + 1
        if word.text in {"Zr", "Hr"} and [one.text for one in words[first : first + 3]] == [".", "Ms", "."]:
            first += 3
        elif word.text in {"M", "m"} and [one.text for one in words[first : first + 2]] in (["/", "V"], ["/", "v"]):
            first += 2
        elif word.text not in book.ship_prefixes:
            continue
        last = first
        while (
            last < len(words) and last < first + _LONGEST_NAME and words[last].is_capital and not words[last].is_glued
        ):
            last += 1
        if last > first and not (words[first].is_shouted and first == index + 1):
            yield Found(word.start, words[last - 1].end, "VEHICLE", "vehicle:ship")


def _is_vessel(reading: Reading, index: int, book: Lexicon) -> bool:
    word = reading.words[index]
    return word.text in book.words_of_ships or (
        word.text.endswith(book.tails_of_ships) and arms_label(word, book) == "VEHICLE"
    )


def _told(reading: Reading, known: set[int], book: Lexicon) -> Iterator[Found]:
    """Names behind "de", in an article with ships, of which is told what only a ship is or does."""
    words = reading.words
    for index in range(1, len(words) - 1):
        article, word = words[index - 1], words[index]
        if article.text.lower() != "de" or not word.is_capital or word.is_initial or word.is_shouted:
            continue
        last = _name_end(reading, index)
        if last == index or word.text.lower() in book.adjectives or _is_compounded(reading, last):
            continue
        start, end = reading.span(index, last)
        if known.isdisjoint(range(start, end)) and _is_ships_own(reading, index - 1, last, book):
            yield Found(start, end, "VEHICLE", "vehicle:ship")


def _is_compounded(reading: Reading, last: int) -> bool:
    return last < len(reading.words) and reading.words[last].text in HYPHENS and reading.words[last].is_glued


def _is_ships_own(reading: Reading, article: int, last: int, book: Lexicon) -> bool:
    words = reading.words
    before = [word.text.lower() for word in words[max(0, article - 2) : article]]
    if before and before[-1] in _BEFALLEN - {"gebouwd"}:
        return True  # "zonk de X"
    if len(before) == 2 and before[1] == "van" and before[0] in _ABOARD:
        return True
    if last + 1 < len(words) and words[last].text in {",", "("}:
        start = last + 1 + (words[last + 1].text in _AN)
        if any(_is_vessel(reading, index, book) for index in range(start, min(start + _NEAR, len(words)))):
            return start > last + 1 or _is_vessel(reading, start, book)
    for word in words[last : last + _WITHIN]:
        if word.text in {".", "!", "?", ";"}:
            break
        if word.text in _BEFALLEN:
            return True
    return _is_in_list_of_ships(reading, article, book)


def _is_in_list_of_ships(reading: Reading, article: int, book: Lexicon) -> bool:
    """Whether the sentence named a ship before: "België levert het fregat X, Duitsland zendt de Y"."""
    words = reading.words
    for index in range(article - 1, max(0, article - _WITHIN), -1):
        if words[index].text in {".", "!", "?", ";"}:
            return False
        if words[index].text in book.words_of_ships and words[index + 1].is_capital:
            return words[article - 1].text in words_of("zendt stuurt stuurde zond levert leverde en of met ,")
    return False


def _again(reading: Reading, names: set[tuple[str, ...]], listed: Sequence[Found]) -> Iterator[Found]:
    """Later and earlier mentions; a name that is another's as well only behind "de"."""
    words = reading.words
    known = {(one.start, one.end) for one in listed}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for keys in sorted(names):
        by_first.setdefault(keys[0], []).append(keys)
    for index, word in enumerate(words):
        for keys in by_first.get(word.key, ()) if word.is_capital else ():
            if tuple(one.key for one in words[index : index + len(keys)]) != keys:
                continue
            span = reading.span(index, index + len(keys))
            is_with_article = index > 0 and words[index - 1].text.lower() == "de"
            is_long = len(keys) > 1
            if is_with_article or (is_long and span not in known):
                yield Found(*span, "VEHICLE", "vehicle:ship")


def find_rivers(reading: Reading) -> Iterator[Found]:
    """A river with its noun ("de rivier de Naf", "grensrivier Naf"), and later with its article alone ("in de Naf")."""
    words = reading.words
    rivers: set[str] = set()
    for index, word in enumerate(words[:-1]):
        if word.text in _BRIDGES and [one.text for one in words[index + 1 : index + 3]] == ["over", "de"]:
            yield from _river(reading, index + 3)
        if not word.text.lower().endswith(_RIVERS):
            continue
        first = index + 1 + (words[index + 1].text in _ARTICLES)
        if first < len(words) and words[first].is_capital and not words[first].is_initial:
            rivers.add(words[first].key)
            if first == index + 2 or word.text.endswith("rivier"):
                yield from _river(reading, first)
    for index, word in enumerate(words[1:], 1):
        if word.key in rivers and word.is_capital and words[index - 1].text.lower() == "de":
            yield from _river(reading, index)


def _river(reading: Reading, index: int) -> Iterator[Found]:
    """The find, unless the name goes on: another finds it then."""
    if index >= len(reading.words) or not reading.words[index].is_capital:
        return
    following = reading.words[index + 1] if index + 1 < len(reading.words) else None
    is_longer = following is not None and (following.is_capital or (following.is_glued and following.text in HYPHENS))
    if not is_longer or (following is not None and following.is_initial):
        yield Found(*reading.span(index, index + 1), "LOC", "water:named")
