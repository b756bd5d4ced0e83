"""Finding words in a text whatever their case and accents, at the places where they stand in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.text import SOFT_HYPHEN

if TYPE_CHECKING:
    from annotator.core.text import Fragment

_MARKS = re.compile(f"[\u0300-\u036f\u0653-\u0655\u064b-\u0652{SOFT_HYPHEN}]")
_ANY_MARKS = f"{_MARKS.pattern}*+"
_ALIKE = {
    **dict.fromkeys(map(ord, "’‘ʼʻ`´′ʿʾ"), "'"),
    **dict.fromkeys(map(ord, "“”„«»″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **{ord(one): other for one, other in zip("ıøđłə", "iodle", strict=True)},
}


class _Table(dict[int, str]):
    """What each character folds to, always to one character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = _ALIKE.get(ord(character.lower()) if len(character.lower()) == 1 else code)
        if found is None:
            base = unicodedata.normalize("NFD", character)[0].lower()
            found = base if len(base) == 1 else character
        self[code] = found
        return found


_TABLE = _Table()


def folded(text: str) -> str:
    """The text in lower case, without accents, quotes and dashes in one form; code point for code point as long."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


@lru_cache(maxsize=64)
def _pattern(query: str, *, is_exact: bool, is_whole: bool) -> re.Pattern[str]:
    words = (query if is_exact else folded(query)).split()
    marks = f"{SOFT_HYPHEN}*+" if is_exact else _ANY_MARKS
    spelled = [marks.join(map(re.escape, word)) + marks for word in words]
    body = r"\s+".join(spelled)
    return re.compile(rf"(?<![\w{SOFT_HYPHEN}]){body}(?!\w)" if is_whole else body)


def occurrences(
    text: str, query: str, *, is_exact: bool = False, is_whole: bool = False, fold: str | None = None
) -> list[Fragment]:
    """Where the query's words stand one after the other, in order, not overlapping; [] for a blank query.

    White space matches any white space. `is_exact` minds case and accents; `is_whole` wants word edges.
    `fold` is the text as `folded` gives it, where the caller keeps that.
    """
    query = query.replace(SOFT_HYPHEN, "") if is_exact else _MARKS.sub("", query)
    if not query.strip():
        return []
    among = text if is_exact else (folded(text) if fold is None else fold)
    words = query.split()
    has_marks = SOFT_HYPHEN in among if is_exact else _MARKS.search(among)
    if not is_whole and len(words) == 1 and not has_marks:
        return _plain(among, words[0] if is_exact else folded(words[0]))
    pattern = _pattern(query, is_exact=is_exact, is_whole=is_whole)
    return [match.span() for match in pattern.finditer(among)]


def _plain(text: str, word: str) -> list[Fragment]:
    """As the pattern would find one word, several times faster."""
    found = []
    position = text.find(word)
    while position >= 0:
        found.append((position, position + len(word)))
        position = text.find(word, position + len(word))
    return found
