"""Recognises the codes that editors leave after a headline ("IVI", "KVDS TT")."""

from __future__ import annotations

import re

from annotator.core.document import Region
from annotator.core.header_patterns import CODE_RE, KNOWN_NAMES, OPEN_WORDS, PARTICLES_OF_VERBS, ROMAN_RE

MAX_HEADLINE = 250
_TELLING_LENGTH = 300  # characters of article in which a name of the headline comes back


def codes_of(text: str, start: int, end: int) -> list[Region]:
    """Editors' codes after a complete headline: one to three at its end, none of them a name of the article."""
    headline = text[start:end]
    words = headline.split() if len(headline) <= MAX_HEADLINE and end < len(text) else []
    run: list[str] = []
    while words and len(run) < 3 and _is_code(words[-1], text, end):
        run.insert(0, words.pop())
    while run and words and _is_open(words[-1], text, end):
        words.append(run.pop(0))
    if not run or len(words) < 2 or not any(word.islower() for word in words):
        return []
    is_closed = words[-1][-1] in ".!?…”\"’'»)"
    if len(run) == 1 and not is_closed and (len(run[0]) == 1 or ROMAN_RE.fullmatch(run[0])):
        return []
    regions: list[Region] = []
    for code in reversed(run):
        end = text.rindex(code, start, end)
        regions.insert(0, Region("code", end, end + len(code), code))
    return regions


def _is_open(word: str, text: str, end: int) -> bool:
    """Whether a headline cannot end with the word, so that what follows it belongs to the sentence."""
    word = word.strip("\"'“”‘’,:;").lower()
    # After a particle only the article can tell: one long enough would bring up the name again.
    return word in OPEN_WORDS or (word in PARTICLES_OF_VERBS and len(text) - end < _TELLING_LENGTH)


def _is_code(word: str, text: str, end: int) -> bool:
    """A code does not come back in the article; a name of its headline nearly always does."""
    if not CODE_RE.fullmatch(word) or word in KNOWN_NAMES:
        return False
    return re.compile(rf"(?<!\w){word}(?!\w)").search(text, end) is None
