"""Cuts an article into the blocks that are laid out one by one: its lines, long ones at sentence ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.document import Document

LONGEST = 2_000  # code points; laying out one block of this size takes well under a frame
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


class Block(NamedTuple):
    """A stretch [start, end) of the text without its line break; `is_paragraph` when space goes before it."""

    start: int
    end: int
    is_paragraph: bool


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The blocks in order; blank lines become paragraph space; at least one block, even of no text."""
    text = document.text
    ends = _sentence_ends(document)
    result: list[Block] = []
    is_paragraph = False
    position = 0
    for line_start, line_end in _lines(text):
        if not text[line_start:line_end].strip():
            is_paragraph = bool(result)
            continue
        for start, end in _pieces(document, line_start, line_end, ends):
            result.append(Block(start, end, is_paragraph))
            is_paragraph = False
        position = line_end
    if not result:
        result.append(Block(position, len(text) if not _BREAK.search(text) else position, False))
    return tuple(result)


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for match in _BREAK.finditer(text):
        lines.append((start, match.start()))
        start = match.end()
    lines.append((start, len(text)))
    return lines


def _sentence_ends(document: Document) -> list[int]:
    ranges = document.tokens.ranges
    return [ranges[last - 1][1] for first, last in document.sentences if last > first]


def _pieces(document: Document, start: int, end: int, sentence_ends: list[int]) -> list[tuple[int, int]]:
    """[start, end) in pieces of at most LONGEST, cut at a sentence end where there is one, else behind a token.

    The white space of a cut is in neither piece, as that of a line break is not: a line never begins with it.
    """
    pieces = []
    while end - start > LONGEST:
        cut = _last_to(start + LONGEST, sentence_ends)
        if cut <= start:
            cut = _last_to(start + LONGEST, document.tokens.ends)
        if cut <= start:
            cut = start + LONGEST
        pieces.append((start, cut))
        start = cut
        while start < end and document.text[start].isspace():
            start += 1
    if start < end or not pieces:
        pieces.append((start, end))
    return pieces


def _last_to(most: int, positions: Sequence[int]) -> int:
    """The last of the positions, which ascend, that is not beyond `most`; 0 where there is none."""
    index = bisect_right(positions, most)
    return positions[index - 1] if index else 0
