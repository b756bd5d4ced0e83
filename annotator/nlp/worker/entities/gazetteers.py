"""Names that stand in the lexicons: phrases, towns, peoples, arms; each with what its spelling and place must be."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import ARTICLES, words_of
from annotator.nlp.worker.entities.lexicon import LONGEST_PHRASE, Lexicon, lexicon
from annotator.nlp.worker.entities.rules import Found
from annotator.nlp.worker.entities.words import HYPHENS, Reading, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_DETERMINERS = words_of("de het een den der")
_GENITIVES = frozenset(("'s", "’s"))
# Peoples of countries with names of two words, by the first letters of the second: "Sri Lankaanse".
_IN_TWO_WORDS = {("Sri", "Lank"), ("Costa", "Rica"), ("Puerto", "Rica"), ("Sierra", "Leon"), ("Sierra", "Leoo")}
_HEIGHTS_AND_WATERS = words_of(
    "berg heuvel gebergte rivier grensrivier meer stuwmeer vallei woestijn vlakte schiereiland moeras kanaal hoogvlakte"
)
_ONE = words_of("een één zo'n zo’n")
# Words that are vehicles after these alone: "wagen" is also to dare, "motor" also an engine.
_AFTER_OTHERS = words_of("de een die deze mijn zijn haar hun onze ons elke iedere eigen")
_VEHICLES_AFTER = {"wagen": (_AFTER_OTHERS, None), "motor": (_AFTER_OTHERS, words_of("op achterop"))}
_TOLD_BY = words_of("volgens aldus")  # capitals speak so: "aldus Minsk"
_SHORT = 5  # an abbreviation is at most so long


def find_listed(reading: Reading) -> Iterator[Found]:
    """All finds in the lexicons, overlapping ones too."""
    book = lexicon()
    for index, word in enumerate(reading.words):
        if word.is_mark:
            continue
        if word.is_capital or word.text[0].isdigit() or word.text in book.particles or word.text in book.lower_names:
            yield from _phrases_at(reading, index, book)
        yield from _people_at(reading, index, book)
        yield from _arms_at(reading, index, book)
        yield from _series_at(reading, index, book)
        if (
            word.text.lower() == "pick"
            and index + 2 < len(reading.words)
            and reading.words[index + 2].text.startswith("up")
        ):
            yield Found(word.start, reading.words[index + 2].end, "VEHICLE", "vehicle:noun")


def keys_at(reading: Reading, index: int) -> Iterator[tuple[int, str]]:
    """(end index, key) of the phrases that begin at a word, hyphens skipped, shortest first."""
    parts: list[str] = []
    last = index
    while last < len(reading.words) and len(parts) < LONGEST_PHRASE:
        word = reading.words[last]
        if word.text in HYPHENS and word.is_glued and parts:
            last += 1
            continue
        if word.text == "." and word.is_glued and len(reading.words[last - 1].text) == 1:
            last += 1
            if len(parts) > 1:
                yield last, "".join(parts)  # "V.S."
            continue
        if word.text in _GENITIVES and word.is_glued and parts:
            parts[-1] += "s"  # "Houthi's"
            last += 1
            yield last, " ".join(parts)
            continue
        if word.text == "&" and word.is_glued and parts and last + 1 < len(reading.words):
            parts[-1] += f"&{reading.words[last + 1].key}"  # "CD&V"
            last += 2
            yield last, " ".join(parts)
            continue
        if word.is_mark or (word.is_initial and parts):
            return
        parts.append(word.key)
        last += 1
        yield last, " ".join(parts)


def _phrases_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    for last, key in keys_at(reading, index):
        start, end = reading.span(index, last)
        entry = book.phrases.get(key)
        if (
            entry is not None
            and _is_spelled(reading.text[start:end], entry.surfaces)
            and _is_fitting(reading, index, last, book)
        ):
            start = _with_article(reading, index, book)
            if entry.label == "GPE" and _is_height_or_water(reading, index, last):
                yield Found(start, end, "LOC", "water:named")
            else:
                if entry.rule == "gazetteer:places":
                    end = _with_quarter(reading, index, last, book)
                yield Found(start, end, entry.label, entry.rule)
        elif entry is None and key in book.towns and _is_town(reading, index, last, book.towns[key], book):
            end = _with_quarter(reading, index, last, book)
            yield Found(_with_article(reading, index, book), end, "GPE", "gazetteer:towns")
        named = book.arms.get(key)
        if named is not None and _is_spelled(reading.text[start:end], named[1]):
            yield Found(start, end, named[0], f"{named[0].lower()}:name")


def _is_height_or_water(reading: Reading, first: int, last: int) -> bool:
    """Whether the place lends its name to a mountain or river just before: "de berg Sinjar"."""
    is_alone = last >= len(reading.words) or reading.words[last].text not in HYPHENS
    return first > 0 and is_alone and reading.words[first - 1].text in _HEIGHTS_AND_WATERS


def _with_article(reading: Reading, index: int, book: Lexicon) -> int:
    """Start of the name with an Arabic article glued before it ("al-" of "al-Qaim")."""
    words = reading.words
    if index >= 2 and words[index - 1].text in HYPHENS and words[index].is_glued and words[index - 1].is_glued:
        before = words[index - 2]
        if before.key in ARTICLES and before.key in book.particles and not before.is_glued:
            return before.start
    return words[index].start


def _with_quarter(reading: Reading, index: int, last: int, book: Lexicon) -> int:
    """End of the town with the Arabic name of a part of it: "in Daraa al-Balad"."""
    _, end = reading.span(index, last)
    words = reading.words[last : last + 3]
    if len(words) < 3 or words[0].text not in ("al", "el") or words[0].start != end + 1:
        return end
    is_name = words[1].text in HYPHENS and words[1].is_glued and words[2].is_glued and words[2].is_capital
    return words[2].end if is_name and has_place_context(reading, index, book) else end


def _is_spelled(found: str, surfaces: frozenset[str]) -> bool:
    """Case as listed for abbreviations; else a capital somewhere before the last word is over."""
    if found in surfaces:
        return True
    listed = {surface for surface in surfaces if not surface.isupper() or len(surface) > _SHORT}
    if not listed:
        return False
    if found.endswith(" meer") and not any(" " in surface for surface in listed):
        return False  # "voor Assad meer dan dat" is not the lake "Assad-meer"
    if found.isupper():
        return any(len(surface) > 3 for surface in listed)
    parts = [part for part in found.replace("-", " ").split() if part.lower() not in ARTICLES]
    capitals = sum(part[0].isupper() for part in parts)
    wanted = min(
        sum(part[0].isupper() for part in surface.replace("-", " ").split() if part.lower() not in ARTICLES)
        for surface in listed
    )
    return capitals >= max(1, wanted)


def _is_fitting(reading: Reading, index: int, last: int, book: Lexicon) -> bool:
    word = reading.words[index]
    if last - index > 1:
        return True
    before = reading.words[index - 1] if index else None
    if word.text in book.words["waters_with_article"]:
        return not word.is_initial and before is not None and before.text.lower() in _DETERMINERS
    if word.text in book.words["only_in_context"]:
        return has_place_context(reading, index, book)
    if word.is_initial and word.text in {"IS", "RIA", "AP", "SP", "AU", "MIT"}:
        return True
    is_common = word.key in book.stopwords or (word.key in reading.lower and word.text.lower() not in book.lower_names)
    if word.is_initial and not word.is_shouted and is_common:
        return False
    # Bodies with common names need a capital that says something: "Congres", "Senaat", "Observatorium", "Defensie".
    return not (
        word.is_initial
        and word.text
        in {"Congres", "Senaat", "Defensie", "Justitie", "Observatorium", "Burgerbescherming", "Care", "Time", "Map"}
    )


def has_place_context(reading: Reading, index: int, book: Lexicon) -> bool:
    """Whether the word before says that a place is named here."""
    if index == 0:
        return False
    before = reading.words[index - 1]
    if before.text in {",", "en"}:
        return index > 1 and reading.words[index - 2].is_capital and not reading.words[index - 2].is_initial
    if before.is_capital and not before.is_initial:
        return False
    lower = before.text.lower()
    return any(lower in book.words[table] for table in ("place_prepositions", "before_gpe", "before_loc"))


def _is_town(reading: Reading, index: int, last: int, flag: str, book: Lexicon) -> bool:
    first = reading.words[index]
    if not first.is_capital or first.text in book.never:
        return False
    if index and reading.words[index - 1].text.lower().endswith("operatie"):
        return False
    if last - index > 1:
        words = reading.words[index:last]
        return (
            all(word.is_capital or word.text in book.particles or word.is_mark for word in words)
            and first.text not in book.starters
        )
    if first.key in book.stopwords or first.text in book.words["not_acronyms"] or first.is_shouted:
        return False
    in_context = has_place_context(reading, index, book)
    if _is_speaker(reading, index, last, book):
        return False
    if (
        flag == "w"
        or len(first.text) < 4
        or first.key in book.given
        or first.key in book.family
        or first.key in reading.lower
    ):
        return in_context
    return in_context or not first.is_initial


def _is_speaker(reading: Reading, first: int, last: int, book: Lexicon) -> bool:
    """Whether the name is who a verb of saying before it is about: "zei Selam, een verpleegster"."""
    before = reading.words[first - 1].text if first else ""
    is_end = last >= len(reading.words) or reading.words[last].text in {",", "."}
    return is_end and before in book.sayings and before not in _TOLD_BY


def _is_language(reading: Reading, index: int) -> bool:
    """Whether an adjective without its ending is what somebody speaks: "in het Arabisch", "op zijn Russisch"."""
    words = reading.words
    if index < 2 or words[index].text.endswith("e") or words[index - 1].text not in ("het", "zijn", "hun", "haar"):
        return False
    return words[index - 2].text.lower() in ("in", "op", "uit", "naar")


def _people_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    word = reading.words[index]
    lower = word.text.lower()
    kind, length = book.adjectives.get(lower) or book.peoples.get(lower), 1
    if (
        index + 2 < len(reading.words)
        and reading.words[index + 1].text in HYPHENS
        and reading.words[index + 1].is_glued
    ):
        joined = f"{lower}-{reading.words[index + 2].text.lower()}"
        whole = book.adjectives.get(joined) or book.peoples.get(joined)
        kind, length = (whole, 3) if whole is not None else (kind, 1)  # "Saoedi-Arabische", not "Saoedi"
    if index + 1 < len(reading.words) and reading.words[index + 1].text in _GENITIVES:
        plural = book.peoples.get(f"{lower}'s") or (kind if lower.endswith("i") else None)  # "Sindhi's"
        kind, length = (plural, 2) if plural else (kind, length)
    if kind is None or (kind == "people" and not word.is_capital and lower not in book.peoples):
        return
    if kind == "people" and not word.is_capital and book.peoples.get(lower) != "faiths":
        return
    if kind == "people" and lower in book.adjectives and _is_language(reading, index):
        return
    if lower not in book.adjectives and not word.is_capital and _is_grown_on_name(reading, index):
        return  # "Barí-indianen": only the name is one
    _, end = reading.span(index, index + length)
    yield Found(
        _prefixed(reading, index, book), end, "NORP", f"gazetteer:{kind}" if lower in book.peoples else "adjective"
    )


def _is_grown_on_name(reading: Reading, index: int) -> bool:
    hyphen = reading.words[index - 1] if index > 1 else None
    is_grown = hyphen is not None and hyphen.text in HYPHENS and hyphen.is_glued and reading.words[index].is_glued
    return is_grown and reading.words[index - 2].is_capital


def _prefixed(reading: Reading, index: int, book: Lexicon) -> int:
    """Start with what is hyphenated before it: "Oost-" in "Oost-Syrische", "Arabisch-" in "Arabisch-soennitische"."""
    start = reading.words[index].start
    if index and (reading.words[index - 1].text, reading.words[index].text[:4]) in _IN_TWO_WORDS:
        return reading.words[index - 1].start
    while (
        index >= 2
        and reading.words[index - 1].text in HYPHENS
        and reading.words[index].is_glued
        and reading.words[index - 1].is_glued
    ):
        before = reading.words[index - 2].text
        if before not in book.words["regions_before"] and before.lower() not in book.adjectives:
            break
        index -= 2
        start = reading.words[index].start
    return start


def _arms_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    word = reading.words[index]
    label = arms_label(word, book)
    if label is None and word.text in book.beside_weapons and _is_beside_weapon(reading, index, book):
        label = "WEAPON"
    if label is None and word.text == "mijn" and index and reading.words[index - 1].text.lower() in _ONE:
        label = "WEAPON"  # "mijn" alone is mostly "my"
    if label is None and _is_ridden(reading, index):
        label = "VEHICLE"
    if label is None:
        return
    end = word.end
    following = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if (
        following is not None
        and following.text in HYPHENS
        and following.is_glued
        and index + 2 < len(reading.words)
        and reading.words[index + 2].is_glued
    ):
        return  # the head of the compound is another word
    before = reading.words[index - 1] if index else word
    if (before.text, word.text) == ("de", "bus") and following is not None and following.text.startswith("k"):
        return  # "uit de bus komen"
    start = before.start if label == "WEAPON" and before.text.lower() in book.weapon_adjectives else word.start
    if index > 1 and before.text in HYPHENS and before.is_glued and word.is_glued:
        prefix = reading.words[index - 2]
        start = prefix.start if prefix.text.islower() else start  # "anti-tankraketten"
    if following is not None and following.text in _GENITIVES and following.is_glued:
        end = following.end
    yield Found(start, end, label, f"{label.lower()}:noun")


def _is_ridden(reading: Reading, index: int) -> bool:
    """Whether a word that mostly means something else is a vehicle here: "de wagen", "op een motor"."""
    after, before_that = _VEHICLES_AFTER.get(reading.words[index].text, (frozenset(), None))
    if index < 1 or reading.words[index - 1].text.lower() not in after:
        return False
    return before_that is None or (index > 1 and reading.words[index - 2].text.lower() in before_that)


def _is_beside_weapon(reading: Reading, index: int, book: Lexicon) -> bool:
    """Whether a weapon stands next to the word in a list: "messen, stokken en stenen"."""
    words = reading.words
    near = (
        words[other].text
        for joint, other in ((index - 1, index - 2), (index + 1, index + 2))
        if 0 <= other < len(words) and words[joint].text in {",", "en", "of"}
    )
    return any(_noun_label(text.lower(), book) == "WEAPON" for text in near)


def _series_at(reading: Reading, index: int, book: Lexicon) -> Iterator[Found]:
    """A type by its letters and number: "Mi-35", "S-400's"."""
    words = reading.words[index : index + 4]
    if (
        len(words) < 3
        or words[0].text not in book.series
        or words[1].text != "-"
        or not (words[1].is_glued and words[2].is_glued)
    ):
        return
    if words[2].text[0].isdigit():
        end = words[3].end if len(words) > 3 and words[3].text in _GENITIVES else words[2].end
        label = book.series[words[0].text]
        yield Found(words[0].start, end, label, f"{label.lower()}:name")


def joined_arms(reading: Reading, finds: list[Found]) -> Iterator[Found]:
    """One find for a type and a noun of the same kind with a hyphen between: "Kalibr-kruisraketten"."""
    arms = [one for one in finds if one.label in {"WEAPON", "VEHICLE"}]
    for one, other in pairwise(arms):
        if one.label == other.label and other.start == one.end + 1 and reading.text[one.end] in HYPHENS:
            yield Found(one.start, other.end, one.label, one.rule)


def arms_label(word: Word, book: Lexicon) -> str | None:
    """WEAPON or VEHICLE for a common noun of that kind or a compound of one, else None."""
    if word.is_capital and not word.is_initial:
        return None
    return _noun_label(word.text.lower(), book)


def _noun_label(lower: str, book: Lexicon) -> str | None:
    label = book.nouns.get(lower)
    if lower in book.not_nouns:
        return None
    if label is not None or not lower.endswith(book.any_tail):
        return label
    return next((label for tail, label in book.tails if lower.endswith(tail) and len(lower) > len(tail) + 2), None)
