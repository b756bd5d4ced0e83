"""Where a text quotes: the ranges inside quotation marks that hold more than a term."""

from __future__ import annotations

import re

QUOTES = frozenset('"“”„«»')
MIN_QUOTED = 4  # words that make a quotation more than a term in quotation marks
MIN_AFTER_COLON = 2  # the same where a colon announces it: Abadi: “Stad is vrij”
_INSIDE = "{0,2000}"  # bounded: an opening mark that nothing closes must not be looked for to the end each time
_NO_QUOTE = r"(?!(?:[stnmkrd]|ns)\b)"  # "'s middags", "'t dorp": the mark stands for letters
_QUOTATION = re.compile(
    f'\u201c[^\u201d\\n]{_INSIDE}[\u201d\\n]|"[^"\\n]{_INSIDE}["\\n]|\u201e[^\u201d\u201c\\n]{_INSIDE}[\u201d\u201c\\n]'
    f"|\u00ab[^\u00bb\\n]{_INSIDE}[\u00bb\\n]|,,[^\\n]{_INSIDE}?(?:''|[\u201d\\n])"
    f"|(?<![^\\s(,])\u2018{_NO_QUOTE}(?:[^\u2019\\n]|\u2019(?=\\w)){_INSIDE}[\u2019\\n]"
    f"|(?<![^\\s(,])'{_NO_QUOTE}(?=\\w)(?:[^'\\n]|'(?=\\w)){_INSIDE}['\\n]"
)


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Ranges inside quotation marks, double or single, that end in their paragraph and are no mere term."""
    result = []
    for match in _QUOTATION.finditer(text):
        start = match.start() + (2 if match.group().startswith(",,") else 1)
        end = match.end() - 1
        is_announced = text[max(0, start - 3) : start - 1].rstrip().endswith(":")
        if len(text[start:end].split()) >= (MIN_AFTER_COLON if is_announced else MIN_QUOTED):
            result.append((start, end))
    return result
