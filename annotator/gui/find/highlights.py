"""Paints what was found over the lines of the article that are seen, and no others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from annotator.gui.article.page import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter, QRegion

    from annotator.core.text import Fragment
    from annotator.gui.article.view import ArticleView

WASH = {"light": "#f2b705", "dark": "#ffd54a"}
STRENGTH = {"light": 74, "dark": 66}  # of 255: the text below stays readable on every tint


class Highlights:
    """The places found, ascending, and which of them one is at; the view asks it to paint."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._starts: list[int] = []
        self.places: Sequence[Fragment] = ()
        self.at = -1  # the number of the place one is at, -1 for none

    def show(self, places: Sequence[Fragment], at: int) -> None:
        """Paints these places, and the one of that number as the one that one is at."""
        if (places, at) == (self.places, self.at):
            return
        is_same = places is self.places
        before = self.at
        self.places, self.at = places, at
        if is_same:
            for number in (before, at):
                if 0 <= number < len(places):
                    self._repaint(places[number])
            return
        self._starts = [start for start, _ in places]
        self._view.painted_over = self.paint if places else None
        self._view.viewport().update()

    def _repaint(self, place: Fragment) -> None:
        for box in self._boxes(place):
            self._view.viewport().update(box.adjusted(-3, -3, 3, 3).toAlignedRect())

    def paint(self, painter: QPainter, dirty: QRegion) -> None:
        """Washes the places in the dirty part; a frame is about the one that one is at."""
        page = self._view.page
        if page is None:
            return
        theme, bounds = self._view.theme, dirty.boundingRect()
        offset = MARGIN - page.scroll
        blocks = page.layout.visible(bounds.top() - offset, bounds.bottom() + 1 - offset)
        if not blocks:
            return
        first, last = page.layout.blocks[blocks[0]].start, page.layout.blocks[blocks[-1]].end
        wash = QColor(WASH[theme.name])
        wash.setAlpha(STRENGTH[theme.name])
        frame = QPen(QColor(theme.ink), 1.6)
        begin = max(0, bisect_left(self._starts, first) - 1)
        for number in range(begin, bisect_right(self._starts, last)):
            for box in self._boxes(self.places[number]):
                if not dirty.intersects(box.adjusted(-3, -3, 3, 3).toAlignedRect()):
                    continue
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(wash)
                painter.drawRoundedRect(box, 2, 2)
                if number == self.at:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(frame)
                    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)

    def _boxes(self, place: Fragment) -> Iterator[QRectF]:
        """Where the place stands in the viewport, line by line."""
        page = self._view.page
        if page is None:
            return
        layout, measures = page.layout, page.layout.measures
        start, end = place
        for index in range(layout.block_of(start), layout.block_of(max(start, end - 1)) + 1):
            laid = layout.laid(index)
            first, last = max(start, laid.block.start), min(end, laid.block.end)
            if first >= last:
                continue
            top = layout.top(index) + MARGIN - page.scroll
            for strip in laid.strips(first, last):
                y = top + laid.line_span(strip.line)[0] + measures.lane
                yield QRectF(page.left + strip.left - 1, y, strip.right - strip.left + 2, measures.body)
