"""Tokens and sentences as ranges of code points, with the look-ups that snapping and moving need."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.text import Fragment, Fragments

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ENDERS = frozenset(".!?…。！？؟۔।॥")
_CLOSERS = frozenset("\"'”’»)]」』）")
_GOING_ON = frozenset(",;:")  # after a quotation: “Kom!”, zei hij
# Dutch abbreviations that a sentence seldom ends with.
_ABBREVIATIONS = frozenset((
    "dr", "drs", "ir", "ing", "mr", "mw", "dhr", "prof", "gen", "kol", "lt", "kpt", "st", "ca",
    "bijv", "bv", "nl", "o.a", "m.n", "d.w.z", "t.a.v", "nr", "art", "blz", "resp", "jl", "a.s",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one text: ascending, non-empty, non-overlapping ranges; white space belongs to none."""

    ranges: tuple[Fragment, ...]
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(start for start, _ in self.ranges))
        object.__setattr__(self, "ends", tuple(end for _, end in self.ranges))

    def __len__(self) -> int:
        return len(self.ranges)

    def index_at(self, position: int) -> int:
        """Index of the token that covers `position`, else of the next one (len(self) past the last)."""
        return bisect_right(self.ends, position)

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """Index range [first, last) of the tokens that share a character with [start, end)."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return first, max(first, last)

    def exactly(self, start: int, end: int) -> tuple[int, int] | None:
        """Index range [first, last) of the tokens that begin at `start` and end at `end`; None where none do."""
        first, last = self.touching(start, end)
        if first >= last or self.starts[first] != start or self.ends[last - 1] != end:
            return None
        return first, last

    def is_aligned(self, fragments: Fragments) -> bool:
        """Whether every fragment starts at a token's start and ends at a token's end."""
        return all(self.exactly(start, end) is not None for start, end in fragments)


def sentences_of(text: str, tokens: Tokens) -> tuple[Fragment, ...]:
    """Sentences as token index ranges [first, last), covering all tokens in order.

    A sentence ends at a blank line, and after . ! ? … (with closing quotes) where the next token
    does not go on in lower case and the word before a full stop is no known abbreviation or initial.
    """
    result: list[Fragment] = []
    first = 0
    for index in range(len(tokens)):
        is_last = index + 1 == len(tokens)
        if is_last or _is_break(text, tokens, index):
            result.append((first, index + 1))
            first = index + 1
    return tuple(result)


def _is_break(text: str, tokens: Tokens, index: int) -> bool:
    end = tokens.ends[index]
    following = tokens.starts[index + 1]
    if _BLANK_LINE.search(text, end, following):
        return True
    if text[following] in _CLOSERS and following == end:
        return False
    enders = index
    while enders > 0 and text[tokens.starts[enders]] in _CLOSERS and tokens.ends[enders - 1] == tokens.starts[enders]:
        enders -= 1  # what stands apart opens: a quotation in straight marks, or the word ’s
    mark_start, mark_end = tokens.ranges[enders]
    if text[mark_end - 1] not in _ENDERS:
        return "\n" in text[end:following] and text[following].isupper()
    word = text[mark_start:mark_end].rstrip(".").lower()
    if not word and enders > 0 and tokens.ends[enders - 1] == mark_start:
        word = text[tokens.starts[enders - 1] : tokens.ends[enders - 1]].lower()
    if text[mark_end - 1] == "." and (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())):
        return False
    return not text[following].islower() and text[following] not in _GOING_ON
