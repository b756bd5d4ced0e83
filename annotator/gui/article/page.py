"""One article at one width and font: where everything stands, what each line looks like, and its painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF

from annotator.core.graphemes import grapheme_edges
from annotator.gui.article.bidi import is_from_right
from annotator.gui.article.layout import ArticleLayout, LaidBlock, Measures, Strip
from annotator.gui.article.marks import MarkBook
from annotator.gui.article.placing import BlockPicture, LinePicture, pictures, placed_anew

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QFont, QPainter, QRegion

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragments
    from annotator.gui.article.marks import Mark
    from annotator.gui.article.painter import LinePainter
    from annotator.gui.article.selection import Selection

MARGIN = 28  # above and below the text


class Page:
    """Coordinates are those of the viewport; the view keeps `scroll`, `left` and `room` up to date.

    `scroll` is the scroll bar's value, `left` the x of the column of text, `room` the viewport's width, `bleed`
    the pixels by which neighbours are painted with a line: lines stand on whole pixels, and only a screen that
    divides those needs any.
    """

    def __init__(
        self, state: DocumentState, scheme: Scheme, painter: LinePainter, font: QFont, *, width: float
    ) -> None:
        self.scroll = 0
        self.left = 0.0
        self.room = 0
        self.bleed = 0
        self.measures: Measures = painter.measures
        self.layout = ArticleLayout(state.document, font, painter.measures, width=width, noise=painter.theme.noise)
        self.book = MarkBook(state, scheme, self.layout.blocks)
        self.current: str | None = None
        self.selection: Selection | None = None
        self.was_at = -1  # where the last thing at hand began; stays when that is let go of
        self._scheme = scheme
        self._painter = painter
        self._pictures: dict[int, BlockPicture] = {}

    @property
    def document(self) -> Document:
        return self.layout.document

    def replace_state(self, state: DocumentState) -> None:
        """Takes over a state of the same document that may differ in everything else."""
        self.book = MarkBook(state, self._scheme, self.layout.blocks)
        self._pictures.clear()

    def take(self, current: str | None, selection: Selection | None) -> None:
        """Takes mark and selection to hand, and keeps in mind where that is."""
        self.current, self.selection = current, selection
        mark = self.book.mark(current) if current is not None else None
        if selection is not None:
            self.was_at = self.document.tokens.starts[selection.focus]
        elif mark is not None:
            self.was_at = mark.fragments[0][0]

    def let_go_of_what_is_gone(self) -> None:
        """Has nothing at hand where that is not there any more."""
        if self.current is not None and self.book.mark(self.current) is None:
            self.current = None

    def go_on_from(self, old: Page) -> None:
        """Has at hand what was so on another page of this document."""
        self.current, self.selection, self.was_at = old.current, old.selection, old.was_at
        self.book.kept_back = old.book.kept_back

    def tag_width(self, mark: Mark) -> float:
        """How wide the tag of a mark at hand is, with its note or its score."""
        return self._painter.tag_width(f"{mark.label} · {mark.note}" if mark.note else f"{mark.label} 0,00")

    # -- what lines look like ---------------------------------------------------------------------------

    def _picture(self, index: int) -> list[LinePicture]:
        found = self._pictures.get(index)
        if found is None:
            marks = self.book.marks_in(index)
            found = self._pictures[index] = BlockPicture(marks, pictures(self.layout.laid(index), marks))
        return found.lines

    def placed_anew(self, blocks: Iterable[int]) -> Iterator[QRect]:
        """Places the marks of these blocks anew; the rectangles of the lines that look different now."""
        for index in blocks:
            before = self._pictures.get(index)
            if before is None:
                continue  # never painted
            after = self._pictures[index] = placed_anew(self.layout.laid(index), before, self.book.marks_in(index))
            for line, (old, new) in enumerate(zip(before.lines, after.lines, strict=True)):
                if old is not new and old != new:
                    yield self._line_rect(index, line, max(old.bars, new.bars))

    def rects_of(self, fragments: Fragments) -> Iterator[QRect]:
        """The rectangles of the lines that the fragments stand on, as far as they were painted."""
        for index in self.book.blocks_of(fragments):
            picture = self._pictures.get(index)
            if picture is not None:
                for start, end in fragments:
                    for strip in self._strips(index, start, end):
                        yield self._line_rect(index, strip.line, picture.lines[strip.line].bars)

    def _line_rect(self, index: int, line: int, bars: int) -> QRect:
        """Where a line paints, with that many stacked bars below it: a third one reaches into the next line."""
        top, bottom = self.layout.laid(index).line_span(line)
        y = round(self.layout.top(index) + top) + MARGIN - self.scroll
        height = round(bottom - top) + self.measures.beyond(bars)
        return QRect(0, y - self.bleed, self.room, height + 2 * self.bleed)

    def paint(
        self, painter: QPainter, dirty: QRegion, *, roles: Mapping[str, str], lettered: Collection[str] = ()
    ) -> bool:
        """Paints what of the lines is dirty; whether the height of the article is another now.

        `roles` are what marks are to the event at hand, by id; `lettered` marks are about to get a letter.
        """
        layout, height = self.layout, self.layout.height
        offset = MARGIN - self.scroll
        bounds = dirty.boundingRect()
        # All that is painted anew is as wide as the view. (The stubs do not know that a region is iterable.)
        strips = [(rect.top(), rect.bottom()) for rect in dirty]  # type: ignore[attr-defined]
        ratio = painter.device().devicePixelRatioF()
        for index in layout.visible(bounds.top() - offset, bounds.bottom() + 1 - offset):
            laid = layout.laid(index)
            top = layout.top(index) + offset
            picture = self._picture(index)
            selected = self._selected(index)
            origin = QPointF(self.left, top)
            for line in self._lines_in(laid, top, picture, strips):
                self._painter.paint(
                    painter, laid, line, picture[line], origin=origin, current=self.current,
                    selected=selected.get(line, ()), roles=roles, lettered=lettered, ratio=ratio, edge=self.room - 2,
                )  # fmt: skip
        return layout.height != height

    def _lines_in(
        self, laid: LaidBlock, top: float, picture: Sequence[LinePicture], strips: Sequence[tuple[int, int]]
    ) -> list[int]:
        """The lines of a block at `top` that paint on one of the strips (first and last row of pixels)."""
        found: set[int] = set()
        for first, last in strips:
            start = max(0, laid.line_at(first - top) - 1)  # the bars of the line above may reach into it
            for line in range(start, laid.line_at(last - top) + 1):
                above, below = laid.line_span(line)
                reach = self.measures.beyond(picture[line].bars) + self.bleed
                if top + above - self.bleed <= last and first < top + below + reach:
                    found.add(line)
        return sorted(found)

    def _selected(self, index: int) -> dict[int, tuple[tuple[float, float, bool], ...]]:
        if self.selection is None:
            return {}
        is_cursor = not self.selection.is_chosen
        found: dict[int, tuple[tuple[float, float, bool], ...]] = {}
        for strip in self._strips(index, *self.selection.fragment(self.document)):
            found[strip.line] = (*found.get(strip.line, ()), (strip.left, strip.right, is_cursor))
        return found

    def _strips(self, index: int, start: int, end: int) -> tuple[Strip, ...]:
        laid = self.layout.laid(index)
        start, end = max(start, laid.block.start), min(end, laid.block.end)
        return laid.strips(start, end) if start < end else ()

    # -- places -----------------------------------------------------------------------------------------

    def position_at(self, point: QPointF) -> int:
        """The code point position nearest to a point."""
        y = point.y() - MARGIN + self.scroll
        index = self.layout.index_at(y)
        laid = self.layout.laid(index)
        return laid.position_at(laid.line_at(y - self.layout.top(index)), point.x() - self.left)

    def position_under(self, point: QPointF) -> int | None:
        """The code point whose character is under the point; None beside the text."""
        position, text = self.position_at(point), self.document.text
        for candidate in (position, position - 1):
            if not 0 <= candidate < len(text):
                continue
            # The signs that make one character up have no places of their own.
            start, end = grapheme_edges(text, candidate, candidate + 1)
            if self.rect_of(start, end).adjusted(-1, 0, 1, 0).contains(point):
                return candidate
        y = point.y() - MARGIN + self.scroll
        index = self.layout.index_at(y)
        laid, below = self.layout.laid(index), y - self.layout.top(index)
        line = laid.line_at(below)
        top, bottom = laid.line_span(line)
        return laid.under(line, point.x() - self.left) if top <= below <= bottom else None

    def rect_of(self, start: int, end: int) -> QRectF:
        """Where the first line of [start, end) stands, its lane included."""
        index = self.layout.block_of(start)
        laid = self.layout.laid(index)
        strips = self._strips(index, start, end)
        line, x = laid.line_and_x(start)
        strip = strips[0] if strips else Strip(line, x, x + 1)
        top, bottom = laid.line_span(strip.line)
        y = self.layout.top(index) + MARGIN - self.scroll
        return QRectF(self.left + strip.left, y + top, strip.right - strip.left, bottom - top)

    def position_beside(self, position: int, *, lines: int) -> int:
        """The position that many lines above (negative) or below, at the same x."""
        rect = self.rect_of(position, position + 1)
        is_turned = is_from_right(self.document.text[position : position + 1])
        x, y = rect.right() - 1 if is_turned else rect.left() + 1, rect.center().y() + lines * self.measures.line
        found = self.position_at(QPointF(x, y))
        if found == position or (found > position) != (lines > 0):  # space between paragraphs
            y += (1 if lines > 0 else -1) * self.measures.between
            found = self.position_at(QPointF(x, y))
        return min(max(0, found), len(self.document.text))

    def first_position(self) -> int:
        """The first position that can be seen whole."""
        y = self.measures.lane + 1 - MARGIN + self.scroll
        index = self.layout.index_at(y)
        laid = self.layout.laid(index)
        return laid.line_range(laid.line_at(y - self.layout.top(index)))[0]

    def is_from_right(self, position: int) -> bool:
        """Whether the paragraph there is read from right to left, where what comes next stands at the left."""
        return self.layout.laid(self.layout.block_of(position)).is_from_right

    def way_to(self, position: int, *, height: int) -> int:
        """By how much to scroll so that the position has two lines about it; 0 where it has."""
        rect = self.rect_of(position, position + 1)
        near = 2 * self.measures.line
        if rect.top() < near:
            return round(rect.top() - max(near, height * 0.3))
        if rect.bottom() > height - near:
            return round(rect.bottom() - height * 0.4)
        return 0
