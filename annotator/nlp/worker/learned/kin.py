"""Spellings of one name: what was decided of "Deir al-Zor" holds for "DEIR AL-ZOR" and "Deir ez-Zors"."""

from __future__ import annotations

import difflib
from functools import lru_cache

from annotator.nlp.worker.entities.folding import fold, skeleton

BONES = 5  # consonants that hold spellings of one word together, whatever its vowels
BONES_OF_SEVERAL = 4  # of a name of several words
NEAR = 0.8  # how alike the letters of shorter ones have to be: "Kobani" and "Kobane"
SHORT = 3  # letters up to which a word in capitals is an abbreviation, and no other spelling of a word: "IS" and "is"
_LONG_VOWELS = "aiouyàáâãäïöüìíîòóôùúû"  # after which a genitive has an apostrophe: "Hama's", and "Hamas" is none


@lru_cache(maxsize=65536)
def groups(key: str) -> frozenset[str]:
    """What spellings of one name have in common, to look for them; `are_kin` tells which of them are."""
    return frozenset(one for form in _forms(key) for one in (fold(form), skeleton(form)) if one)


@lru_cache(maxsize=65536)
def are_kin(one: str, other: str) -> bool:
    """Whether two strings are spellings of one name, or a name and its genitive."""
    return any(_are_same(left, right) for left in _forms(one) for right in _forms(other))


def _forms(key: str) -> tuple[str, ...]:
    """The string, and what it is the genitive of."""
    for ending in ("'s", "’s"):
        if key.endswith(ending):
            return key, key.removesuffix(ending)
    if key[:1].isupper() and len(key) > SHORT + 1 and key.endswith("s") and key[-2].lower() not in _LONG_VOWELS:
        return key, key[:-1]
    return (key,)


def _is_abbreviation(key: str) -> bool:
    return len(key) <= SHORT and key.isupper()


def _are_same(one: str, other: str) -> bool:
    if _is_abbreviation(one) or _is_abbreviation(other):
        return one == other
    if fold(one) == fold(other):
        return True
    bones = skeleton(one)
    if not bones or bones != skeleton(other) or not (one[:1].isupper() and other[:1].isupper()):
        return False  # of words that are no names a vowel makes others: "dagen" and "degen"
    is_several = min(len(fold(one).split()), len(fold(other).split())) > 1
    if len(bones) >= (BONES_OF_SEVERAL if is_several else BONES):
        return True
    return difflib.SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio() >= NEAR
