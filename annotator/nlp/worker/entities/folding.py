"""Fold the spellings of a name: the look-up key of the lexicons and the consonant skeleton of variants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def words_of(block: str) -> frozenset[str]:
    """The words of a text, separated by blanks."""
    return frozenset(block.split())


_LOOSE = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "-": " ", "‑": " ", "–": " "}
    | dict.fromkeys("'’‘ʼʻ`´.ˈʿʾ")
)
ARTICLES = words_of("al el ul as es us ad ed az ez uz ar er ash esh at et an en ath")
PERSIAN_LINKS = words_of("e i ye yi")  # "Sar-e Pol"
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLE = re.compile(r"(.)\1+")
# Letters and groups that transliterations of one sound swap, longest first.
_SWAPPED = "sjtsj>s tsch>s tsj>s sch>s sh>s sj>s ch>k zh>s zj>s kh>k gh>g dzj>j dj>j ph>f th>t dh>d q>k c>k v>f z>s h>"
_ALIKE = tuple(pair.split(">") for pair in _SWAPPED.split(" "))
MIN_CONSONANTS = 3


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without diacritics or apostrophes, hyphens as single spaces."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.lower().translate(_LOOSE).split())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants that spellings of one name share: "drzr" style, "" where fewer than three are left.

    Arabic articles, vowels and doubled letters are dropped, swapped transliterations are made one.
    An article grown onto the name ("Ezzor") is taken off as well: a vowel before a doubled sun letter.
    """
    bones = bones_of(name)
    return bones if len(bones) >= MIN_CONSONANTS else ""


@lru_cache(maxsize=65536)
def bones_of(name: str) -> str:
    """As `skeleton`, however few consonants are left: for the parts of a name."""
    return "".join(_bones(part) for part in fold(name).split() if part not in ARTICLES)


def _bones(part: str) -> str:
    for spelled, sound in _ALIKE:
        part = part.replace(spelled, sound)
    if not part:
        return ""
    # The first letter counts even where it is a vowel or a glide, else "Oman" and "Amman" would meet "Yemen".
    is_article = len(part) > 3 and part[0] in "aeu" and part[1] == part[2]
    head = "a" if part[0] in "aeiouy" and not is_article else ""
    return head + _DOUBLE.sub(r"\1", _VOWELS.sub("", part))
