"""Evidence that an unknown name is a person's: a given name, a title, an alias, somebody who speaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.chunks import is_titled
from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.words import HYPHENS, Reading

if TYPE_CHECKING:
    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.lexicon import Lexicon

_KUNYA = words_of("Abu Abou Aboe Umm Oum")  # "father of", "mother of"
_ALIASES = frozenset({("als", "bekend"), ("alias", "bekend")})
_NEAR_ALIAS = 6  # words before the comma in which the person is named
_WHO = frozenset({"een", "de", "zijn", "haar", "hun", "mijn", "moeder", "vader"})
WHERE = frozenset({"in", "naar", "rond", "nabij", "vanuit", "richting"})
Verdict = tuple[str, str] | None  # label, rule


def by_given_name(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A name that a given name or a kunya begins, a known family name alone, or a given name that is introduced."""
    first = reading.words[chunk.first]
    if first.text in _KUNYA and chunk.count == 2 and chunk.before in WHERE | {"bij", "uit", "tussen", "tot"}:
        return None  # "bij Abu Grein" is a town
    if chunk.count > 1 and (first.key in book.given or _hyphened_given(reading, chunk, book) or first.text in _KUNYA):
        return "PERSON", "person:given"
    if (
        chunk.count == 1
        and chunk.last - chunk.first == 1
        and chunk.key in book.family
        and chunk.key not in reading.lower
    ):
        return "PERSON", "gazetteer:family"
    return ("PERSON", "person:given") if _is_introduced(reading, chunk, book) else None


def _is_introduced(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    """Whether a lone given name says in its apposition who it is: "Mykola, de imker, werd gepakt"."""
    inner = reading.words[chunk.last + 1 : chunk.last + 2]
    is_lone = chunk.count == 1 and chunk.last - chunk.first == 1 and chunk.key in book.given
    is_told = chunk.after == "," and bool(inner) and (inner[0].text in _WHO or inner[0].text.isdigit())
    return is_lone and is_told and chunk.key not in book.stopwords and chunk.before not in WHERE


def _hyphened_given(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    words = reading.words[chunk.first : chunk.first + 3]
    return len(words) == 3 and words[1].text in HYPHENS and words[0].key in book.given and chunk.count > 2


def by_lone_given_name(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A given name alone, where no town is looked for: "Karine werkte op een school", "daar loopt Emina"."""
    is_lone = chunk.count == 1 and chunk.last - chunk.first == 1 and not chunk.is_compounded
    if not is_lone or chunk.key not in book.given or chunk.key in book.stopwords or chunk.key in reading.lower:
        return None
    is_place = chunk.before in book.words["place_prepositions"] - {"bij", "tussen"}
    is_place = is_place or chunk.before in book.adjectives  # "het alawitische Zahra"
    following = reading.words[chunk.last] if chunk.last < len(reading.words) else None
    is_told = following is not None and not following.is_mark and not following.is_capital
    return None if is_place or (chunk.is_initial and not is_told) else ("PERSON", "person:given")


def by_alias(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """What somebody is called as well: "X, beter bekend als Y", "X, alias Y"."""
    words, index = reading.words, chunk.first - 1
    if index > 2 and (words[index].text, words[index - 1].text) in _ALIASES:
        index -= 1 + (words[index - 2].text in {"beter", "ook"})
    elif index < 2 or words[index].text not in {"alias", "bijgenaamd"}:
        return None
    index -= 1
    if words[index].text not in {",", "("}:
        return None
    before = words[max(0, index - _NEAR_ALIAS) : index]
    is_person = any(one.key in book.given and other.is_capital for one, other in pairwise(before))
    return ("PERSON", "person:title") if is_person else None


def by_title(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A name that a title, a people's noun or an age stands beside: "president X", "de Syriër X", "de kleine X (4)"."""
    is_head = reading.words[chunk.first].text in book.words["heads"]
    is_told = chunk.before in book.titles or chunk.before == "jarige" or _has_age(reading, chunk)
    is_told = is_told or _is_one_of_people(reading, chunk, book)
    if is_told and not (chunk.count == 1 and (chunk.is_compounded or is_head)):
        return "PERSON", "person:title"
    if chunk.count > 1 and not is_head and not chunk.is_compounded and is_titled(reading, chunk.first, book):
        return "PERSON", "person:title"
    return None


def _is_one_of_people(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    """Whether the noun for one of a people stands before: "de Syriër Mahmoud"."""
    is_one = chunk.first > 1 and chunk.before in book.peoples and not chunk.before.endswith(("s", "en"))
    return is_one and reading.words[chunk.first - 2].text.lower() in {"de", "een"}


def _has_age(reading: Reading, chunk: Chunk) -> bool:
    """Whether an age in brackets follows: "de kleine Aya (4)"."""
    inner = reading.words[chunk.last + 1 : chunk.last + 3]
    is_age = len(inner) == 2 and inner[0].text.isdigit() and len(inner[0].text) < 3 and inner[1].text == ")"
    return chunk.after == "(" and is_age and not reading.words[chunk.first].is_shouted


def by_source(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """A lone name after "volgens" or "aldus" is most often a person's."""
    if chunk.before in {"volgens", "aldus"} and chunk.count == 1 and not reading.words[chunk.first].is_shouted:
        return "PERSON", "person:says"
    return None


def by_saying(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """Who says something: "X zei", "zei X"; a lone word that opens a sentence only where it is a given name."""
    if chunk.is_compounded:
        return None
    is_said = chunk.after in book.sayings or chunk.before in book.sayings - {"volgens"}
    if chunk.before in WHERE and chunk.after in ("liet", "laat"):
        return None  # "een post in X liet ontploffen"
    is_given = chunk.key in book.given and chunk.key not in book.stopwords and chunk.after in book.sayings
    if is_said and (not chunk.is_initial or chunk.count > 1 or is_given):
        return "PERSON", "person:says"
    return None
