"""Runs of capitalised words that could be one name, with particles and glued hyphens inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.words import HYPHENS, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINING = frozenset("van der den de von bin ben ibn al el la le di da del dos".split())
_DUTCH = frozenset("van der den de von Van De Den Der".split())
# After these a name may go on in lower case only where a hyphen glues the rest on ("al-Zor").
_ARTICLES = frozenset("al el ad ar as ash at ath az an ed ez es ul ud ur oul".split())
LONGEST = 7  # words of one name


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words [first, last) that could be a name; `is_initial`: its first capital may be a sentence's."""

    first: int
    last: int
    key: str
    count: int  # words with a capital
    is_initial: bool
    before: str  # the word before, in lower case; "" at a start
    after: str
    is_compounded: bool  # a hyphen and a noun follow


def find_chunks(reading: Reading) -> Iterator[Chunk]:
    """All chunks, in order, not overlapping."""
    book = lexicon()
    index = 0
    while index < len(reading.words):
        last = _chunk_end(reading, index, book)
        if last > index:
            first = _without_sentence_word(reading, index, last, book)
            if any(word.is_capital and word.key not in _ARTICLES for word in reading.words[first:last]):
                yield _chunk(reading, first, last)
            index = last
        else:
            index += 1


def _chunk_end(reading: Reading, first: int, book: Lexicon) -> int:
    words = reading.words
    if not _begins(reading, first, book):
        return first
    last = first + (3 if not words[first].is_capital else 1)
    while last < len(words) and last - first < 2 * LONGEST:
        word = words[last]
        if word.text in HYPHENS and word.is_glued and last + 1 < len(words) and words[last + 1].is_glued:
            following = words[last + 1]
            # "Kim Jong-un", "Deir ez-Zor": a hyphen joins a capital, a short lower syllable of an Asian name, or an article.
            if following.is_capital or (following.text.islower() and _is_syllable(words, last)):
                last += 2
                continue
            if following.text in _ARTICLES and last + 3 < len(words) and words[last + 2].text in HYPHENS and words[last + 3].is_capital:
                last += 4
                continue
            return last
        if word.text == "." and word.is_glued and len(words[last - 1].text) == 1 and last + 1 < len(words) and words[last + 1].is_capital and not words[last + 1].is_initial:
            last += 2  # "Thomas L. Friedman"
            continue
        if word.text == "van" and not _is_family_van(words, first, last, book):
            return last
        step = _step(words, last, book)
        if not step:
            return last
        last += step
    return last


def _is_syllable(words: tuple[Word, ...], hyphen: int) -> bool:
    before, following = words[hyphen - 1], words[hyphen + 1]
    return len(following.text) <= 3 and before.is_capital and hyphen >= 2 and words[hyphen - 2].is_capital and len(before.text) <= 6 and before.text[-1] in "gnkmelo" and following.text[0] not in "l" and not before.is_shouted


def _is_family_van(words: tuple[Word, ...], first: int, last: int, book: Lexicon) -> bool:
    """Whether "van" goes on with a family name: after one given name, or one word after a title ("kolonel Bram van Zet")."""
    is_titled = first > 0 and words[first - 1].text.lower() in book.titles
    return last - first == 1 and (words[first].key in book.given or is_titled or words[first].is_initial)


def _is_other(word: Word, book: Lexicon) -> bool:
    """Whether a word with a capital begins another name: an adjective or noun of a people, an abbreviation, a listed name."""
    lower = word.text.lower()
    return lower in book.adjectives or lower in book.peoples or word.is_shouted


def _step(words: tuple[Word, ...], index: int, book: Lexicon) -> int:
    """How many words from `index` on continue a name, 0 if none."""
    word = words[index]
    if word.is_initial or word.is_mark:
        return 0
    if word.is_capital:
        return 0 if word.text.lower() in book.adjectives else 1
    run = 0
    while index + run < len(words) and words[index + run].text in _JOINING and run < 3:
        run += 1
    following = words[index + run : index + run + 3]
    if run and following and following[0].is_capital and not following[0].is_initial:
        is_dutch = word.text in _DUTCH
        return 0 if is_dutch and (_is_other(following[0], book) or following[0].key in book.phrases) else run + 1
    if run and len(following) > 1 and following[0].text in HYPHENS and following[0].is_glued and following[1].is_capital:
        return run + 2
    if word.text in _ARTICLES and len(words) > index + 2 and words[index + 1].text in HYPHENS and words[index + 2].is_capital:
        return 3
    return 0


def _begins(reading: Reading, index: int, book: Lexicon) -> bool:
    words = reading.words
    word = words[index]
    if word.is_mark:
        return False
    if word.text in _ARTICLES and index + 2 < len(words):
        return words[index + 1].text in HYPHENS and words[index + 1].is_glued and words[index + 2].is_capital
    return word.is_capital and word.text.lower() not in book.adjectives


def _without_sentence_word(reading: Reading, first: int, last: int, book: Lexicon) -> int:
    """The chunk's first word after a sentence's opening word that is no name ("Volgens Assad")."""
    while first < last:
        word = reading.words[first]
        is_common = word.key in book.stopwords or word.text.lower() in book.titles or word.text in book.never
        following = reading.words[first + 1] if first + 1 < last else None
        if word.is_initial and word.text in _DUTCH:
            first += 1  # "De VN"
        elif word.is_initial and following is not None and following.text in _DUTCH and word.key not in book.given:
            first += 1  # "Sluipschutters van IS"
        elif word.is_initial and word.text not in book.starters and not word.is_shouted and (is_common or (word.key in reading.lower and word.key not in book.given)):
            first += 1
        elif word.text in book.never or (word.text.lower() in book.titles and last - first > 1) or word.text in {"'s", "’s"}:
            first += 1
        elif not word.is_capital and word.text not in _ARTICLES:
            first += 1  # what joined the dropped word to the name
        else:
            break
    return first


def _chunk(reading: Reading, first: int, last: int) -> Chunk:
    words = reading.words
    inside = [word for word in words[first:last] if not word.is_mark]
    before = words[first - 1] if first and not words[first].is_initial else None
    after = words[last] if last < len(words) and not words[last].is_initial else None
    is_compounded = after is not None and after.text in HYPHENS and after.is_glued and last + 1 < len(words) and words[last + 1].is_glued
    return Chunk(
        first,
        last,
        " ".join(word.key for word in inside),
        sum(word.is_capital and word.key not in _ARTICLES for word in inside),
        words[first].is_initial,
        before.text.lower() if before is not None else "",
        after.text.lower() if after is not None else "",
        is_compounded,
    )
