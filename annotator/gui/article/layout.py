"""Lays the blocks of an article out, each when it is first needed, and says where text stands on the page."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from annotator.core.graphemes import grapheme_edges
from annotator.core.utf16 import Utf16
from annotator.gui.article.bidi import direction_of, extents, is_from_right, is_turned
from annotator.gui.article.blocks import Block, blocks_of
from annotator.gui.article.positions import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QTextLine

    from annotator.core.document import Document

BAR = 2.5  # pixels: how thick the bars are that stand for marks on other marks
FIRST_BAR = 3.75
BAR_PITCH = 4.0
TAB = 8  # characters from one tab stop to the next, as tables with tabs are made for
MEASURE = 77  # times the font's average width: 66 to 80 characters of running Dutch


class Strip(NamedTuple):
    """Where a stretch of text stands on one line of a block: left and right edge in the line's coordinates."""

    line: int
    left: float
    right: float


class Measures(NamedTuple):
    """Lengths that follow from the font, in device independent pixels."""

    lane: float  # reserved above each line for tags
    body: float  # ascent and descent of the text
    under: float  # below it, for underlines and bars
    between: float  # between paragraphs
    column: float  # width of the widest line
    tag: float  # what of the lane, from its foot up, tags stand in

    @property
    def line(self) -> float:
        return self.lane + self.body + self.under

    def bar(self, slot: int) -> float:
        """From the bottom of the body to the middle of the bar of that slot; from the third on they share one."""
        return FIRST_BAR + BAR_PITCH * min(slot, 2)

    def beyond(self, bars: int) -> int:
        """Whole pixels by which that many bars reach into the next line."""
        return max(0, math.ceil(self.bar(bars - 1) + BAR / 2 - self.under)) if bars else 0


def measures_of(font: QFont, tag_font: QFont, *, spacing: float = 1.0, measure: int = MEASURE) -> Measures:
    """The measures for an article set in `font` with tags in `tag_font`, lines `spacing` times as far apart."""
    text, tag = QFontMetricsF(font), QFontMetricsF(tag_font)
    return Measures(
        tag=round(tag.ascent() + 3),
        lane=round(tag.ascent() + 3 + (spacing - 1) * 1.3 * text.height()),
        body=round(text.height()),
        under=round(text.height() * 0.3),
        between=round(text.height() * 0.75),
        column=round(text.averageCharWidth() * measure),
    )


class LaidBlock:
    """One block with its QTextLayout; positions are code points of the whole article, places block pixels."""

    __slots__ = (
        "_begins", "_is_turned", "_layout", "_pitch", "_positions", "_strips", "block", "height", "is_from_right",
        "lines", "top_of_text",
    )  # fmt: skip

    def __init__(
        self, block: Block, document: Document, font: QFont, *, width: float, measures: Measures, noise: str
    ) -> None:
        text = shown(document.text[block.start : block.end])
        self.block = block
        self._positions = Utf16(text)
        self._strips: dict[tuple[int, int], tuple[Strip, ...]] = {}
        self._layout = QTextLayout(text, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(QFontMetricsF(font).averageCharWidth() * TAB)
        self._is_turned = is_turned(text)
        self.is_from_right = self._is_turned and direction_of(text) is Qt.LayoutDirection.RightToLeft
        if self._is_turned:
            option.setTextDirection(direction_of(text))
        if self.is_from_right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)  # a layout of its own does not turn the edge round
        self._layout.setTextOption(option)
        self._grey(document, noise)
        self.lines: list[QTextLine] = []
        self.top_of_text = measures.between if block.is_paragraph else 0.0
        y = self.top_of_text
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + measures.lane))
            self.lines.append(line)
            y += measures.line
        self._layout.endLayout()
        self.height = y
        self._pitch = measures.line
        self._begins = [line.textStart() for line in self.lines]

    def _grey(self, document: Document, noise: str) -> None:
        """Colours header noise; regions never change, so this costs no re-shaping later."""
        formats = []
        for region in document.regions:
            start, end = max(region.start, self.block.start), min(region.end, self.block.end)
            if start >= end:
                continue
            wanted = QTextLayout.FormatRange()
            wanted.start = self._unit(start)
            wanted.length = self._unit(end) - wanted.start
            style = QTextCharFormat()
            style.setForeground(QColor(noise))  # Qt makes the brush: one made here would bring in every gradient
            wanted.format = style
            formats.append(wanted)
        if formats:
            self._layout.setFormats(formats)

    def _unit(self, position: int) -> int:
        return self._positions.to_utf16(min(max(position, self.block.start), self.block.end) - self.block.start)

    def _code_point(self, unit: int) -> int:
        return self._positions.to_code_point(unit) + self.block.start

    def strips(self, start: int, end: int) -> tuple[Strip, ...]:
        """Where [start, end) stands, line by line; nothing for lines it only shares white space with."""
        found = self._strips.get((start, end))
        if found is None:
            found = self._strips[start, end] = self._measured(start, end)
        return found

    def _measured(self, start: int, end: int) -> tuple[Strip, ...]:
        first, last = self._unit(start), self._unit(end)
        if first >= last:
            return ()
        strips = []
        for index in range(self._line_of(first), len(self.lines)):
            line = self.lines[index]
            line_start = line.textStart()
            if line_start >= last:
                break
            for left, right in self._extents(line, max(first, line_start), last):
                if right > left:
                    strips.append(Strip(index, left, right))
        return tuple(strips)

    def _extents(self, line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
        """Where [first, last) stands on the line, which it may go beyond; only turned text is several stretches."""
        line_end = line.textStart() + line.textLength()
        if self._is_turned:
            if last >= line_end:
                text, last = self._layout.text(), line_end
                while last > first and text[self._positions.to_code_point(last - 1)].isspace():
                    last -= 1
            return extents(line, first, last) if last > first else []
        left = _x(line, first)
        # Past the last visible character of a wrapped line there is only the white space it was wrapped at.
        right = _x(line, last) if last < line_end else line.naturalTextWidth() + line.x()
        return [(min(left, right), max(left, right))]

    def _line_of(self, unit: int) -> int:
        return max(0, bisect_right(self._begins, unit) - 1)

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line that [start, end) stands on, as far as it is in the block."""
        first, last = self._unit(start), self._unit(end)
        return self._line_of(first), self._line_of(max(first, last - 1))

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """The code points on the lines from first to last, both included."""
        start = self._code_point(self._begins[first])
        return start, self._code_point(self._begins[last + 1]) if last + 1 < len(self._begins) else self.block.end

    def line_at(self, y: float) -> int:
        """Index of the line at the height, clamped to the block."""
        count = len(self.lines)
        if count < 2:
            return 0
        return min(count - 1, max(0, int((y - self.top_of_text) // self._pitch)))

    def line_span(self, index: int) -> tuple[float, float]:
        """Top (with its lane) and bottom of the line, in the block."""
        top = self.top_of_text + index * self._pitch
        return top, top + self._pitch

    def line_range(self, index: int) -> tuple[int, int]:
        """The code points on the line."""
        line = self.lines[index]
        return self._code_point(line.textStart()), self._code_point(line.textStart() + line.textLength())

    def position_at(self, index: int, x: float) -> int:
        """The code point position between characters nearest to x on the line."""
        under = self.under(index, x)
        if under is None:
            return self._code_point(self.lines[index].xToCursor(x))
        # In turned text Qt takes the further edge of a character for the nearer one.
        text = self._layout.text()
        start, end = grapheme_edges(text, under - self.block.start, under - self.block.start + 1)
        start, end = start + self.block.start, end + self.block.start
        strip = next(one for one in self.strips(start, end) if one.left <= x < one.right)
        is_left = x < (strip.left + strip.right) / 2
        return end if is_left == self._runs_left(index, start) else start

    def _runs_left(self, index: int, position: int) -> bool:
        """Whether what follows the character on its line stands at its left; a sign goes with its neighbour."""
        character = self._layout.text()[position - self.block.start]
        if character.isalnum():
            return is_from_right(character)
        here, line_end = self.strips(position, position + 1), self.line_range(index)[1]
        following = self.strips(position + 1, position + 2) if position + 1 < line_end else ()
        return following[0].left < here[0].left if here and following else self.is_from_right

    def under(self, index: int, x: float) -> int | None:
        """The code point whose character is at x on a line with turned text, where `position_at` may be far off."""
        if not self._is_turned:
            return None
        on_line = range(*self.line_range(index))
        return next((one for one in on_line if any(a <= x < b for _, a, b in self.strips(one, one + 1))), None)

    def line_and_x(self, position: int) -> tuple[int, float]:
        """The line a position is on, and its x."""
        unit = self._unit(position)
        index = self._line_of(unit)
        return index, _x(self.lines[index], unit)


def _x(line: QTextLine, unit: int) -> float:
    found = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # stubs say object


class ArticleLayout:
    """All blocks of one article at one width; unlaid ones have an estimated height."""

    def __init__(self, document: Document, font: QFont, measures: Measures, *, width: float, noise: str) -> None:
        self.document = document
        self.measures = measures
        self.width = width
        self._font = font
        self._noise = noise
        self.blocks: tuple[Block, ...] = blocks_of(document)
        self._starts = [block.start for block in self.blocks]
        self._laid: list[LaidBlock | None] = [None] * len(self.blocks)
        per_line = max(20.0, width / max(1.0, QFontMetricsF(font).averageCharWidth()))
        self._heights = [self._estimated(block, per_line) for block in self.blocks]
        self._tops: list[float] | None = None
        self._next_idle = 0

    def _estimated(self, block: Block, per_line: float) -> float:
        lines = 1 + int((block.end - block.start) / per_line)
        return lines * self.measures.line + (self.measures.between if block.is_paragraph else 0)

    def laid(self, index: int) -> LaidBlock:
        """The block, laid out now if it was not yet."""
        block = self._laid[index]
        if block is None:
            block = LaidBlock(
                self.blocks[index], self.document, self._font, width=self.width, measures=self.measures,
                noise=self._noise,
            )  # fmt: skip
            self._laid[index] = block
            if block.height != self._heights[index]:
                self._heights[index] = block.height
                self._tops = None
        return block

    def lay_next(self) -> bool:
        """Lays out one more block; False when all are."""
        while self._next_idle < len(self._laid) and self._laid[self._next_idle] is not None:
            self._next_idle += 1
        if self._next_idle >= len(self._laid):
            return False
        self.laid(self._next_idle)
        return True

    def _all_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops

    def top(self, index: int) -> float:
        """Top of the block on the page."""
        return (self._tops or self._all_tops())[index]

    @property
    def height(self) -> float:
        return (self._tops or self._all_tops())[-1]

    def index_at(self, y: float) -> int:
        """The block at the height, clamped."""
        return min(max(0, bisect_right(self._tops or self._all_tops(), y) - 1), len(self.blocks) - 1)

    def block_of(self, position: int) -> int:
        """The block that holds the code point position (the one before it, for a position in a line break)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def visible(self, top: float, bottom: float) -> list[int]:
        """Blocks that show between the two heights, all laid out."""
        index = self.index_at(top)
        y = self.top(index)
        found = []
        while index < len(self.blocks) and y < bottom:
            found.append(index)
            y += self.laid(index).height
            index += 1
        return found
