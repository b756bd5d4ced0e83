"""The cursor and selection in an article: a run of tokens between an anchor and a focus."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.graphemes import beside, grapheme_edges, is_cut, is_spaceless, is_unseen

if TYPE_CHECKING:
    from annotator.core.document import Document
    from annotator.core.text import Fragment


class Selection(NamedTuple):
    """Tokens from `anchor` to `focus` (indexes, in either order).

    `is_chosen`: made on purpose (dragged, extended, double clicked), and so stands before the mark at
    hand; else it is only where the cursor is. `exact` overrides the tokens' edges: a selection that is
    not on token edges.
    """

    anchor: int
    focus: int
    is_chosen: bool = False
    exact: Fragment | None = None

    def fragment(self, document: Document) -> Fragment:
        """[start, end) in code points; never half of what reads as one character, of which a token may be a part."""
        if self.exact is not None:
            return self.exact
        ranges = document.tokens.ranges
        start, end = ranges[min(self.anchor, self.focus)][0], ranges[max(self.anchor, self.focus)][1]
        return grapheme_edges(document.text, start, end)

    def moved(self, document: Document, focus: int, *, extend: bool) -> Selection:
        """The cursor put on the token `focus` (clamped); with `extend` the anchor stays.

        Tokens that begin within what reads as one character, as those of older projects may, are gone through.
        """
        starts, last = document.tokens.starts, len(document.tokens) - 1
        focus = min(max(0, focus), last)
        step = 1 if focus > self.focus else -1
        while 0 < focus < last and is_cut(document.text, starts[focus]):
            focus += step
        if not extend:
            return Selection(focus, focus)
        return self._replace(focus=focus, is_chosen=True, exact=None)


def at(document: Document, position: int) -> Selection | None:
    """The cursor on the token at or after the position; None in an article of no tokens."""
    count = len(document.tokens)
    if not count:
        return None
    index = min(document.tokens.index_at(position), count - 1)
    return Selection(index, index)


def over(document: Document, start: int, end: int) -> Selection | None:
    """The tokens touched by [start, end), in whatever order they are given, chosen on purpose."""
    low, high = min(start, end), max(start, end)
    first, last = document.tokens.touching(low, max(high, low + 1))
    if first >= last:
        return None
    if start <= end:
        return Selection(first, last - 1, is_chosen=True)
    return Selection(last - 1, first, is_chosen=True)


def found(document: Document, start: int, end: int) -> Selection | None:
    """The words that a find is in, chosen on purpose; where a script sets none apart just what was found."""
    words = over(document, start, end)
    if words is None or not is_spaceless(document.text[start]) or words.fragment(document) == (start, end):
        return words
    return words._replace(exact=grapheme_edges(document.text, start, end))


def sentence_of(document: Document, position: int) -> int:
    """The number of the sentence that the position is in; 0 where no sentences are known."""
    token = document.tokens.index_at(position)
    return max(0, bisect_right(document.sentences, token, key=itemgetter(0)) - 1)


def sentence_start(document: Document, token: int, *, step: int, extend: bool) -> int:
    """The token to go to by sentence: backwards the start of this or the one before, forwards of the next.

    When extending forwards it is the last token of the sentence instead, or of the next one.
    """
    sentences = document.sentences
    if not sentences:
        return 0 if step < 0 else len(document.tokens) - 1
    index = next((i for i, (_, last) in enumerate(sentences) if token < last), len(sentences) - 1)
    first, last = sentences[index]
    if step < 0:
        return first if token > first else sentences[max(0, index - 1)][0]
    if extend:
        return last - 1 if token < last - 1 else sentences[min(len(sentences) - 1, index + 1)][1] - 1
    return sentences[index + 1][0] if index + 1 < len(sentences) else len(document.tokens) - 1


def moved_edge(document: Document, fragment: Fragment, *, is_left: bool, step: int) -> Fragment | None:
    """The fragment with one edge moved by a token; off token edges, first onto one. None if it cannot move.

    Tokens of a project from before may end within an emoji: it goes on to where one ends with what is seen.
    """
    tokens, text = document.tokens, document.text
    first, last = tokens.touching(*fragment)
    if first >= last:
        return None
    start, end = fragment
    if is_left:
        index = first + step
        if step > 0 and tokens.starts[first] < start:
            index = first + 1
        if step < 0 and tokens.starts[first] < start:
            index = first
        while 0 <= index < last and is_cut(text, tokens.starts[index]):
            index += step
        if not 0 <= index < last:
            return None
        return tokens.starts[index], end
    index = last - 1 + step
    if tokens.ends[last - 1] > end:
        index = last - 1 if step > 0 else last - 2
    while first <= index < len(tokens) and is_cut(text, tokens.ends[index]):
        index += step
    if not first <= index < len(tokens):
        return None
    return start, tokens.ends[index]


def shifted_edge(document: Document, fragment: Fragment, *, is_left: bool, step: int) -> Fragment | None:
    """The fragment with one edge moved by a character as people count them, on to the next that is seen.

    None if it cannot move: at the ends of the article, and where no character would be left.
    """
    text, edge = document.text, fragment[0] if is_left else fragment[1]
    while True:
        edge = beside(text, edge, step)
        start, end = (edge, fragment[1]) if is_left else (fragment[0], edge)
        if not 0 <= start < end <= len(text):
            return None
        last = text[start : beside(text, start, 1)] if is_left else text[beside(text, end, -1) : end]
        if not is_unseen(last):
            return start, end
