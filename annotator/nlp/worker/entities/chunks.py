"""Runs of capitalised words that could be one name, with particles and glued hyphens inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import PERSIAN_LINKS, words_of
from annotator.nlp.worker.entities.lexicon import Lexicon, lexicon
from annotator.nlp.worker.entities.words import HYPHENS, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINING = words_of("van der den de von bin ben ibn al el la le di da del du dos wa wal wel fi bil li")
_DUTCH = words_of("van der den de von Van De Den Der")
_FAMILY = words_of("van der den de von ter ten")
# After these a name may go on in lower case only where a hyphen glues the rest on ("al-Zor").
_ARTICLES = words_of("al el ad ar as ash at ath az an ed ez es ul ud ur oul")
# Inside names of parties and provinces: "Hizb-i-Islami", "Tehrik-e-Taliban".
_LINKS = _ARTICLES | words_of("i e ye wa ve u aan de la le sur")
# Groups by their letters, behind which another name may stand: "Toen IS Talafar innam".
_GROUPS = words_of("IS ISIS IS-K YPG PKK SDF FSA RSF LNA FARC ELN M23 ADF TPLF LTTE IDF")
_ONE_OF = words_of("de een die deze")
# A noun that ends so introduces the name of what it says: "het satellietbedrijf Maxar".
NAMING_TAILS = (
    "bedrijf", "organisatie", "beweging", "groepering", "persbureau", "zender", "militie", "brigade", "fabrikant",
    "maatschappij", "concern", "vakbond", "stichting", "agentschap", "denktank", "instituut", "rederij", "factie",
    "kartel", "rebellengroep", "verzetsgroep", "terreurgroep", "splintergroep", "strijdgroep", "mensenrechtengroep",
    "onderzoeksgroep", "belangengroep", "actiegroep", "hulpgroep", "waarnemersgroep", "jihadgroep",
)  # fmt: skip
_NAMED = words_of("vlucht operatie missie")
# Between hyphens these join two things rather than the parts of one name.
_PARTING = words_of("en of tot met")
LONGEST = 7  # words of one name
LONGEST_LINK = 3  # letters of a word between two hyphens of a name
LONGEST_OFFICE = 4  # words that say what somebody is minister or governor of


# What nouns for trades end in, at the head of a sentence: "Automonteur Maksym Hrytsenko".
_TRADE_TAILS = (
    "eur", "ster", "ist", "iste", "arts", "man", "vrouw", "houder", "aar", "aarster", "maker", "maakster", "meester",
    "werker", "werkster", "loog", "loge", "koper", "koopster", "kundige", "wacht", "bakker", "zetter", "rijder",
)  # fmt: skip


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
    last = first + (1 if words[first].is_capital else 3)
    while last < len(words) and last - first < 2 * LONGEST:
        step = _step(words, first, last, book)
        if not step:
            break
        last += step
    return last


def _step(words: tuple[Word, ...], first: int, index: int, book: Lexicon) -> int:
    """How many words from `index` on continue the name that began at `first`, 0 if none."""
    word = words[index]
    if word.text in HYPHENS and word.is_glued:
        return _hyphen_step(words, index)
    if word.text == "." and word.is_glued and len(words[index - 1].text) == 1:
        return 2 if _goes_on(words[index + 1 : index + 3], book) else 0  # "Thomas L. Friedman"
    if word.is_initial or word.is_mark or (word.text == "van" and not _is_family_van(words, first, index, book)):
        return 0
    if word.is_capital:
        is_beside = words[index - 1].text in _GROUPS and not word.is_shouted and word.text not in book.words["heads"]
        return 0 if word.text.lower() in book.adjectives or is_beside else 1
    return _particle_step(words, index, book)


def _goes_on(following: tuple[Word, ...], book: Lexicon) -> bool:
    """Whether a name goes on behind an initial; "De" and its like do so only before a capital: "Jan V. De Man"."""
    if not following or not following[0].is_capital or following[0].is_initial:
        return False
    return following[0].key not in book.stopwords or (len(following) > 1 and following[1].is_capital)


def _hyphen_step(words: tuple[Word, ...], index: int) -> int:
    """A hyphen joins a capital ("Hajar al-Aswad"), a syllable ("Kim Jong-un") or an article ("Deir-ez-Zor")."""
    following = words[index + 1 : index + 4]
    if not following or not following[0].is_glued:
        return 0
    if following[0].is_capital or _is_syllable(words, index):
        return 2
    if _is_link(following[0]) and len(following) > 2 and following[1].text in HYPHENS and following[2].is_capital:
        return 4
    if following[0].text in PERSIAN_LINKS and len(following) > 1 and following[1].is_capital:
        return 3
    return 0


def _is_link(word: Word) -> bool:
    """Whether a short word between hyphens holds a name together: "Croix-des-Bouquets", "Sar-e-Pol"."""
    is_short = word.text.islower() and len(word.text) <= LONGEST_LINK and word.text not in _PARTING
    return word.text in _LINKS or is_short


def _particle_step(words: tuple[Word, ...], index: int, book: Lexicon) -> int:
    """Particles in lower case count where a capital follows: "van der Berg", "al-Zor"."""
    run = 0
    while index + run < len(words) and words[index + run].text in _JOINING and run < 3:
        run += 1
    following = words[index + run : index + run + 3]
    if run and following and following[0].is_capital and not following[0].is_initial:
        is_other = _is_other(following[0], book) or following[0].key in book.phrases
        return 0 if words[index].text in _DUTCH and is_other else run + 1
    if (
        run
        and len(following) > 1
        and following[0].text in HYPHENS
        and following[0].is_glued
        and following[1].is_capital
    ):
        return run + 2
    is_article = words[index].text in _ARTICLES and len(words) > index + 2
    return 3 if is_article and words[index + 1].text in HYPHENS and words[index + 2].is_capital else 0


def _is_syllable(words: tuple[Word, ...], hyphen: int) -> bool:
    """Whether a short syllable in lower case ends a name of Asian make: "Kim Jong-un", "Ban Ki-moon"."""
    before, following = words[hyphen - 1], words[hyphen + 1]
    if hyphen < 2 or not words[hyphen - 2].is_capital or not before.is_capital or before.is_shouted:
        return False
    return (
        following.text.islower() and len(following.text) <= 4 and len(before.text) <= 5 and before.text[-1] in "gnkmeio"
    )


def _is_family_van(words: tuple[Word, ...], first: int, last: int, book: Lexicon) -> bool:
    """Whether "van" goes on with a family name: after one given name, or one word after a title."""
    is_titled = first > 0 and words[first - 1].text.lower() in book.titles
    if words[first].text in book.words["heads"] or words[last - 1].text in book.words["heads"]:
        return True  # "Alliantie van Sahelstaten"
    if words[last - 1].text in book.words["facility_words"]:
        return True  # "Grote Moskee van al-Nuri"
    if words[first].text.lower() in book.titles:
        first, is_titled = first + 1, True
    return last - first == 1 and (words[first].key in book.given or is_titled or words[first].is_initial)


def _is_other(word: Word, book: Lexicon) -> bool:
    """Whether a word with a capital begins another name: an adjective or noun of a people, an abbreviation."""
    lower = word.text.lower()
    return lower in book.adjectives or lower in book.peoples or word.is_shouted


def _begins(reading: Reading, index: int, book: Lexicon) -> bool:
    words = reading.words
    word = words[index]
    if word.is_mark:
        return False
    if word.text in _ARTICLES and index + 2 < len(words):
        return words[index + 1].text in HYPHENS and words[index + 1].is_glued and words[index + 2].is_capital
    return word.is_capital and (word.text.lower() not in book.adjectives or _is_given(words, index, book))


def _is_given(words: tuple[Word, ...], index: int, book: Lexicon) -> bool:
    """Whether what is also an adjective is a given name here: "Frans Jansen", not "Frans" nor "Frans Guyana"."""
    after = index + 1
    while after < len(words) and words[after].text in _FAMILY:
        after += 1  # "Frans van der Lugt"
    following = words[after] if after < len(words) and words[index].key in book.given else None
    return (
        following is not None
        and following.is_capital
        and not (following.is_initial or following.is_shouted or _is_other(following, book))
        and following.key not in book.phrases
        and following.text not in book.words["heads"]
    )


def _without_sentence_word(reading: Reading, first: int, last: int, book: Lexicon) -> int:
    """Where the chunk begins without words that only head the sentence ("Volgens Assad") or name a function."""
    is_inside = first > 0 and not reading.words[first].is_initial
    if is_inside and last - first > 1 and reading.words[first - 1].text.lower() in book.words["before_gpe"]:
        return first  # "het dorp Sheikh Miskeen"
    first = _after_people(reading, _after_department(reading, first, last, book), last, book)
    while first < last:
        following = reading.words[first + 1] if first + 1 < last else None
        if not _is_dropped(reading, reading.words[first], following, book):
            break
        first += 1
    return first


def _after_department(reading: Reading, first: int, last: int, book: Lexicon) -> int:
    """Where the chunk begins after what a minister is of: "minister van Defensie Jim Mattis"."""
    words = reading.words
    if first < 2 or words[first - 1].text != "van" or words[first - 2].text.lower() not in book.titles:
        return first
    for department in book.departments:
        parts = department.split()
        if [word.text for word in words[first : first + len(parts)]] == parts and first + len(parts) < last:
            return first + len(parts)
    return first


def is_titled(reading: Reading, first: int, book: Lexicon) -> bool:
    """Whether a title with what it is of stands before the name: "hoofd van Goma, X", "minister van Defensie X"."""
    words = reading.words
    index = first - 1
    if index > 1 and words[index].text == "," and not words[index - 1].is_mark:
        index -= 1
    elif index < 2 or not words[index].is_capital:
        return False
    start = index
    while index > 1 and start - index < LONGEST_OFFICE and words[index].text != "van":
        index -= 1
    return words[index].text == "van" and words[index - 1].text.lower() in book.titles


def _after_people(reading: Reading, first: int, last: int, book: Lexicon) -> int:
    """Where the name begins behind the noun for somebody's people: "de Ier Sean O'Neill"."""
    words = reading.words
    noun = first + (words[first].text in {"De", "Een"})
    is_people = 0 < noun < last and words[noun].text.lower() in book.peoples and words[noun - 1].text.lower() in _ONE_OF
    following = words[noun + 1 : min(last, noun + 3)]
    is_one = not words[noun].text.endswith(("s", "en")) if noun < last else False
    is_named = bool(following) and (is_one or following[0].key in book.given or len(following) > 1)
    return noun + 1 if is_people and is_named and all(word.is_capital for word in following) else first


def _is_dropped(reading: Reading, word: Word, following: Word | None, book: Lexicon) -> bool:
    is_title = word.text.lower() in book.titles
    if word.key in _ARTICLES and following is not None and following.text in HYPHENS and following.is_glued:
        return False  # "Al-Waer"
    if word.text in book.never or (is_title and following is not None):
        return True
    if not word.is_capital:
        return word.text not in _ARTICLES  # what joined a dropped word to the name
    if not word.is_initial:
        return False
    if word.text in _DUTCH:
        return True  # "De VN"
    if word.key in book.given or word.text in book.starters or word.is_shouted:
        return word.key in book.stopwords and not word.is_shouted
    if following is not None and following.text in _DUTCH and word.text not in book.words["heads"]:
        return True  # "Sluipschutters van IS"
    if following is not None and following.is_capital and _introduces(word, book):
        return True  # "Onderzoeksgroep X"
    if following is not None and following.key in book.given and word.text.endswith(_TRADE_TAILS):
        return True  # "Automonteur Maksym Hrytsenko"
    return word.key in book.stopwords or is_title or word.key in reading.lower


def _introduces(word: Word, book: Lexicon) -> bool:
    """Whether the word, at the head of a sentence, is but a noun for what the name behind it is: "Provincie X"."""
    lower = word.text.lower()
    if word.text in book.words["heads"] or word.text in book.words["place_starts"]:
        return False
    return lower.endswith(NAMING_TAILS) or lower in book.words["before_gpe"] or lower in _NAMED


def _chunk(reading: Reading, first: int, last: int) -> Chunk:
    words = reading.words
    inside = [word for word in words[first:last] if not word.is_mark]
    before = words[first - 1] if first and not words[first].is_initial else None
    after = words[last] if last < len(words) and not words[last].is_initial else None
    is_compounded = (
        after is not None
        and after.text in HYPHENS
        and after.is_glued
        and last + 1 < len(words)
        and words[last + 1].is_glued
    )
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
