"""Finding words in a text whatever their case and accents, at the places where they stand in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.graphemes import is_cut, is_spaceless
from annotator.core.text import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.text import Fragment

# Accents that stand by themselves, the points of Hebrew, and the vowel signs and the lengthening stroke of Arabic.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0655\u0670"
    f"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed{SOFT_HYPHEN}]"
)
_ANY_MARKS = f"{_MARKS.pattern}*+"
_ALIKE = {
    **dict.fromkeys(map(ord, "’‘ʼʻ`´′ʿʾ"), "'"),
    **dict.fromkeys(map(ord, "“”„«»″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **{ord(one): other for one, other in zip("ıøđłə", "iodle", strict=True)},
}
# One character in a text, several as people type them; a PDF has the ligatures of its letters.
_LONG = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st",
    "ﬆ": "st",
}  # fmt: skip
_ANY_LONG = re.compile(f"[{''.join(_LONG)}]")
_AS_TYPED = str.maketrans(_LONG)
_LONGEST_RUN = 6  # letters whose ways are all tried; no word of a language has more


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
    spelled = [(marks.join(map(re.escape, word)) + marks) if is_exact else _spelled(word, marks) for word in words]
    body = r"\s+".join(spelled)
    if is_whole and not is_spaceless(query[0]):
        body = rf"(?<![\w{SOFT_HYPHEN}]){body}"
    if is_whole and not is_spaceless(query[-1]):
        body = rf"{body}(?!\w)"
    return re.compile(body)


def _spelled(word: str, marks: str) -> str:
    """A pattern for the word, however many of its letters stand in one character of the text."""
    typed = word.translate(_AS_TYPED)
    said = ""
    at = 0
    while at < len(typed):
        end = _end_of_run(typed, at)
        ways = [marks.join(map(re.escape, way)) for way in _ways(typed[at:end])]
        said += f"(?:{'|'.join(ways)}){marks}" if len(ways) > 1 else ways[0] + marks
        at = end
    return said


def _end_of_run(typed: str, start: int) -> int:
    """Where letters end that go together in more than one way, as the i of fijn with the f or with the j."""
    at, end = start, start + 1
    while at < end < start + _LONGEST_RUN:
        end = max([end, *(at + len(long) for long in _LONG.values() if typed.startswith(long, at))])
        at += 1
    return end


def _ways(letters: str) -> Iterator[tuple[str, ...]]:
    """The characters that the letters may stand in, each by itself first."""
    if not letters:
        yield ()
        return
    yield from ((letters[0], *others) for others in _ways(letters[1:]))
    for one, long in _LONG.items():
        if letters.startswith(long):
            yield from ((one, *others) for others in _ways(letters[len(long) :]))


def occurrences(
    text: str, query: str, *, is_exact: bool = False, is_whole: bool = False, fold: str | None = None
) -> list[Fragment]:
    """Where the query's words stand one after the other, in order, not overlapping; [] for a blank query.

    White space matches any white space. `is_exact` minds case and accents; `is_whole` wants word edges. No place
    cuts what reads as one character.
    `fold` is the text as `folded` gives it, where the caller keeps that.
    """
    query = (query.replace(SOFT_HYPHEN, "") if is_exact else _MARKS.sub("", query)).strip()
    if not query:
        return []
    among = text if is_exact else (folded(text) if fold is None else fold)
    words = query.split()
    has_more = SOFT_HYPHEN in among if is_exact else _has_more(among) or _ANY_LONG.search(folded(words[0]))
    if not is_whole and len(words) == 1 and not has_more:
        found = _plain(among, words[0] if is_exact else folded(words[0]))
    else:
        pattern = _pattern(query, is_exact=is_exact, is_whole=is_whole)
        found = [match.span() for match in pattern.finditer(among)]
    if text.isascii():
        return found
    return [(start, end) for start, end in found if not is_cut(text, start) and not is_cut(text, end)]


def _has_more(text: str) -> bool:
    """Whether a text has characters that a search must pass over, or that stand for several."""
    return not text.isascii() and (_MARKS.search(text) or _ANY_LONG.search(text)) is not None


def _plain(text: str, word: str) -> list[Fragment]:
    """As the pattern would find one word, several times faster."""
    found = []
    position = text.find(word)
    while position >= 0:
        found.append((position, position + len(word)))
        position = text.find(word, position + len(word))
    return found
