"""Evidence for what an unknown name is: its own words, the words beside it, its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.chunks import NAMING_TAILS
from annotator.nlp.worker.entities.folding import ARTICLES, MIN_CONSONANTS, PERSIAN_LINKS, skeleton, words_of
from annotator.nlp.worker.entities.gazetteers import arms_label
from annotator.nlp.worker.entities.persons import (
    Verdict,
    by_alias,
    by_given_name,
    by_lone_given_name,
    by_saying,
    by_source,
    by_title,
)
from annotator.nlp.worker.entities.survey import likeness
from annotator.nlp.worker.entities.words import HYPHENS, Reading, Word

if TYPE_CHECKING:
    from annotator.nlp.worker.entities.chunks import Chunk
    from annotator.nlp.worker.entities.lexicon import Lexicon

_DETERMINERS = words_of("de het")
_CONNECTING = words_of("wa wal wel fi bil li")  # Arabic for and, in, by, for
MIN_VARIANT = 0.55  # likeness of an unknown name to a listed place with the same consonants
MIN_VARIANT_SHORT = 0.8  # with three consonants, or where the capital may be the sentence's
_TAKINGS = words_of(
    "val inname verovering herovering bevrijding bezetting belegering omsingeling beleg ontzet evacuatie inwoners"
    " bewoners burgemeester gouverneur verlies buitenwijken rand centrum binnenstad voorsteden omgeving"
)
_TAKEN = words_of(
    "veroveren verovert veroverde veroverden heroveren herovert heroverde heroverden bezetten bezet bezette"
    " belegeren belegert belegerde belegerden omsingelen omsingelt omsingelde omsingelden bevrijdde bevrijdden"
    " bombardeert bombarderen bombardeerde bombardeerden bestoken bestookt bestookte bestookten"
    " ontruimen ontruimt ontruimde ontruimden"
)
_CROSSED = frozenset({"over", "overgestoken", "oversteken", "overstak", "overstaken", "oversteekt"})
_DATELINE = frozenset({"(", "-", "–", "—", "/"})
_ROADS = "AEMNR"  # letters before the number of a road: "de M5"
_PEOPLE_OF = (
    "leden", "leider", "leiders", "strijder", "strijders", "militant", "militanten", "kopstuk", "kopstukken",
    "aanhanger", "aanhangers", "commandant", "commandanten", "rebellen", "rebel", "soldaten", "troepen", "terroristen",
)  # fmt: skip
_HOUSES = frozenset({"kerk", "kathedraal", "basiliek", "klooster", "ziekenhuis", "kapel", "school"})
_ARMED = frozenset({"brigade", "brigades", "bataljon", "bataljons", "militie", "milities", "strijdkrachten"})
_ON_WAYS = frozenset({"de", "langs", "op", "via"})
_SHORES = frozenset({"brug", "bruggen", "oever", "oevers", "dijk", "dam", "monding"})


def by_head(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """ORG for a name that begins or ends with a noun such as "Front", "Partij", "Brigade"."""
    words = reading.words[chunk.first : chunk.last]
    inside = [word.text for word in words]
    if len(inside) == 1 and chunk.before not in book.adjectives and chunk.before not in _DETERMINERS:
        return None
    if _is_grown_head(words[-1], book) and words[0].key not in book.given:
        return "ORG", "organisation:head"
    if len(inside) == 1 and chunk.before not in book.adjectives:
        return None
    starts = book.words["group_starts"] if len(inside) > 1 and chunk.count > 1 else frozenset()
    if inside[-1] in book.words["heads"] or inside[0] in book.words["heads"] or inside[0] in starts:
        return "ORG", "organisation:head"
    return ("ORG", "organisation:head") if _CONNECTING.intersection(inside[1:-1]) else None


def _is_grown_head(word: Word, book: Lexicon) -> bool:
    """Whether the word, in mid-sentence, has grown onto a noun for an organisation: "Overgangsraad"."""
    lower = word.text.lower()
    return (
        word.is_capital
        and not word.is_initial
        and not word.is_shouted
        and any(lower.endswith(tail) and len(lower) > len(tail) + 2 for tail in book.words["head_tails"])
    )


def _by_abbreviation(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """Its own initials in brackets follow: "Bangsamoro Islamic Freedom Fighters (BIFF)"."""
    inner = reading.words[chunk.last + 1 : chunk.last + 2]
    if chunk.after != "(" or chunk.count < 2 or not inner or not inner[0].is_shouted:
        return None
    initials = "".join(word.text[0] for word in reading.words[chunk.first : chunk.last] if word.is_capital)
    is_its_own = inner[0].text.startswith(initials[:2]) or sorted(inner[0].text) == sorted(initials)
    return ("ORG", "organisation:introduced") if is_its_own else None


def _is_called(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    """Whether it is what a place is called: "het dorp heet X"."""
    is_name = chunk.first > 1 and chunk.before in ("heet", "heette", "genaamd")
    return is_name and reading.words[chunk.first - 2].text.lower() in book.words["before_gpe"]


def _is_example(reading: Reading, chunk: Chunk, book: Lexicon) -> bool:
    """Whether it is one of the places before it: "dorpen als X"."""
    is_like = chunk.before in ("als", "zoals") and chunk.first > 1
    return is_like and reading.words[chunk.first - 2].text.lower() in book.words["before_gpe"]


def _by_noun(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if chunk.before == "staat" and (
        chunk.first < 2 or reading.words[chunk.first - 2].text.lower() not in {"de", "het", "een"}
    ):
        return None  # the verb
    if (
        chunk.before in book.words["before_gpe"]
        or _is_example(reading, chunk, book)
        or _is_called(reading, chunk, book)
        or _is_facility_before(reading, chunk, book)
    ):
        return "GPE", "place:noun"
    if chunk.before in book.words["before_loc"] or _is_water_after(chunk, book):
        return "LOC", "water:noun"
    if _is_grown(reading, chunk, _ARMED):
        return "ORG", "organisation:head"
    if chunk.before in book.words["before_name"] or chunk.before.endswith(NAMING_TAILS):
        return "ORG", "organisation:noun"
    if chunk.is_compounded:
        noun = reading.words[chunk.last + 1].text.lower()
        arms = arms_label(reading.words[chunk.last + 1], book)
        if arms is not None and chunk.count == 1 and not reading.words[chunk.first].is_shouted:
            return arms, f"{arms.lower()}:name"  # "Scorpion-tanks"
        if noun in book.words["tribe_heads"]:
            return "NORP", "tribe"
        if noun in book.words["compound_heads"]:
            return "ORG", "organisation:noun"
        if noun in book.words["facility_tails"]:
            return "GPE", "place:noun"  # the whole will be a FAC: "Antonivka-brug"
    if _is_grown(reading, chunk, book.words["water_tails"]):
        return "LOC", "water:noun"
    return None


def _is_water_after(chunk: Chunk, book: Lexicon) -> bool:
    """Whether a noun for a water or height follows; "meer" is more than that: "in X meer dan vijftig"."""
    if chunk.after == "meer" and chunk.before != "het":
        return False
    return chunk.after in book.words["after_loc"]


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
    words = reading.words[chunk.first : chunk.last]
    is_persian = len(words) == 4 and words[2].text in PERSIAN_LINKS  # "Sar-e Pol"
    is_ended = words[-1].text in book.words["place_ends"] and words[0].key not in book.given
    if (
        chunk.count > 1
        and (words[0].text in book.words["place_starts"] or is_persian or is_ended)
        and chunk.before not in book.titles
    ):
        is_house = _is_grown(reading, chunk, _HOUSES)
        return ("FAC", "facility:word") if is_house else ("GPE", "place:noun")  # "de Sint-Janskerk", "Tell Abyad"
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


def _by_members(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """Whose members or fighters are told of: "leden van X", "de commandant van de X"; no place has an article."""
    of = chunk.first - 1
    has_article = chunk.before in _DETERMINERS
    of -= has_article
    if of < 1 or chunk.is_compounded or chunk.is_initial or reading.words[of].text != "van":
        return None
    nouns = book.words["members_with_article" if has_article else "members"]
    is_member = reading.words[of - 1].text.lower() in nouns
    return ("ORG", "organisation:members") if is_member and (has_article or chunk.count == 1) else None


def _by_acronym(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    word = reading.words[chunk.first]
    if (
        chunk.last - chunk.first == 1
        and word.is_shouted
        and 2 <= len(word.text) <= 6
        and word.text not in book.words["not_acronyms"]
    ):
        if word.text[1].isdigit() and word.text[0] in _ROADS:
            return ("FAC", "facility:word") if chunk.before == "de" else None
        if chunk.is_initial and chunk.after in _DATELINE:
            return ("GPE", "place:preposition") if chunk.key in book.towns else None  # "JOS (AFP) -", "FLASH - Leger"
        if _is_shouted_line(reading, chunk.first):
            return None
        return "ORG", "organisation:acronym"
    return None


def _is_shouted_line(reading: Reading, index: int) -> bool:
    around = [word for word in reading.words[max(0, index - 2) : index + 3] if word.text.isalpha()]
    return sum(word.is_shouted for word in around) > 2


def _by_preposition(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    if reading.words[chunk.first].text in book.words["not_acronyms"]:
        return None  # "via DNA"
    if chunk.before in book.words["place_prepositions"]:
        return "GPE", "place:preposition"
    if _is_by_water(reading, chunk):
        return "LOC", "water:noun"
    if chunk.before in {"en", ","} and chunk.first > 1:
        return _listed_with_places(reading, chunk, book)
    return None


def _by_conquest(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    """What is taken, besieged or shelled is a place: "de inname van X", "rebellen heroverden X"."""
    is_of = chunk.before == "van" and chunk.first > 1 and reading.words[chunk.first - 2].text.lower() in _TAKINGS
    is_object = chunk.before in _TAKEN and not chunk.is_compounded
    return ("GPE", "place:preposition") if is_of or is_object else None


def _is_by_water(reading: Reading, chunk: Chunk) -> bool:
    """Whether a name with an article, which a town has not, stands after "langs" or "een brug over"."""
    if chunk.before != "de" or chunk.first < 2 or chunk.count > 1:
        return False
    if chunk.after in _CROSSED:
        return True  # "staken de Evros over"
    preposition = reading.words[chunk.first - 2].text
    if preposition == "langs":
        return True
    return chunk.first > 2 and preposition in {"over", "aan"} and reading.words[chunk.first - 3].text in _SHORES


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
    parts = {part.text for part in reading.words[chunk.first : chunk.last]}
    if len(parts) > 1 and parts & book.words["facility_words"]:
        return "FAC", "facility:word"
    is_way = reading.words[chunk.last - 1].text.endswith("weg")  # also the end of surnames
    if _is_grown(reading, chunk, book.words["facility_tails"]) and (not is_way or chunk.before in _ON_WAYS):
        return "FAC", "facility:word"
    return None


def _is_grown(reading: Reading, chunk: Chunk, tails: frozenset[str]) -> bool:
    """Whether the name, in mid-sentence, has grown onto one of the nouns: "Zuidziekenhuis", "Panjshirvallei"."""
    word = reading.words[chunk.last - 1].text.lower()
    return not chunk.is_initial and any(word.endswith(tail) and len(word) > len(tail) + 2 for tail in tails)


def _by_shape(reading: Reading, chunk: Chunk, book: Lexicon) -> Verdict:
    word = reading.words[chunk.first]
    if chunk.count == 1 and (chunk.is_initial or chunk.key in book.stopwords):
        return None
    if reading.words[chunk.last - 1].text.lower() in book.titles:
        return None  # "Hoge Commissaris"
    if chunk.count in {2, 3} and not chunk.is_compounded and not word.is_shouted:
        return "PERSON", "person:shape"
    if word.is_shouted:
        return None
    if chunk.count == 1 and word.text.endswith((*_PEOPLE_OF, "'ers", "’ers", "'er", "’er")):
        return None  # "Hezbollahleden", "PKK'ers"
    has_article = _has_article(reading, chunk) and not chunk.is_compounded  # towns have none
    return "GPE" if chunk.count == 1 and not has_article else "ORG", "name:shape"


def _has_article(reading: Reading, chunk: Chunk) -> bool:
    """Whether an article stands before the name, or "de" and an adjective: "de laatste Tijgers"."""
    if chunk.before in _DETERMINERS:
        return True
    return chunk.before.endswith("e") and chunk.first > 1 and reading.words[chunk.first - 2].text.lower() == "de"


STRONG = (_by_abbreviation, by_alias, by_head, by_title, _by_noun, by_given_name, _by_start)
WEAK = (
    _by_acronym,
    _by_members,
    _by_variant,
    by_saying,
    by_source,
    by_lone_given_name,
    _by_building,
    _by_preposition,
    _by_conquest,
    _by_shape,
)
# How much each kind of weak evidence counts when the mentions of one name are summed.
WEIGHT = {
    "facility:word": 4,
    "place:variant": 3,
    "water:noun": 3,
    "organisation:acronym": 4,
    "person:says": 4,
    "person:given": 2,
    "organisation:members": 2.9,
    "place:preposition": 3,
    "person:shape": 2,
    "name:shape": 0.5,
}
