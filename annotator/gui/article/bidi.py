"""Text that is read from right to left: which way a block of an article reads, and where such text stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLine

JOINED = 0.5  # pixels between two stretches that are one to the eye
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LETTER = re.compile(f"[{_LETTERS}]")
_TURNING = re.compile(f"[{_LETTERS}\u200f\u202b\u202e\u2067]")  # marks that turn other text round as well


def is_turned(text: str) -> bool:
    """Whether some of the text may stand in another order than it is read in."""
    return not text.isascii() and _TURNING.search(text) is not None


def is_from_right(character: str) -> bool:
    """Whether a character is a letter of a script that is read from right to left; numbers in it are not."""
    return _LETTER.match(character) is not None and not character.isdecimal()


def direction_of(text: str) -> Qt.LayoutDirection:
    """The way most of the letters run: a Dutch sentence that begins with a name in Arabic is read as Dutch."""
    from_right = len(_LETTER.findall(text))
    is_mostly = 2 * from_right > sum(character.isalpha() for character in text)
    return Qt.LayoutDirection.RightToLeft if is_mostly else Qt.LayoutDirection.LeftToRight


def extents(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Where the UTF-16 units [first, last) stand on their line: left and right edges, from left to right.

    What is one stretch to read may be several to the eye; where two directions meet, the place of the cursor
    does not tell where a character stands, as its glyphs do.
    """
    found = []
    for run in line.glyphRuns(first, last - first):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places = [(at.x(), at.x() + by.x()) for at, by in zip(run.positions(), advances, strict=True)]
        if places:
            found.append((min(left for left, _ in places), max(right for _, right in places)))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(found):
        if joined and left - joined[-1][1] <= JOINED:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined
