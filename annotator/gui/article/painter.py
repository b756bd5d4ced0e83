"""Paints one line of the article: grounds and outlines behind the text, tags and ties above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from annotator.gui.article.layout import BAR
from annotator.gui.article.placing import LETTER, spread
from annotator.gui.theme import colour_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.core.scheme import Scheme
    from annotator.gui.article.layout import LaidBlock, Measures
    from annotator.gui.article.placing import Box, LinePicture, Tag
    from annotator.gui.theme import Theme

_MOST_CHIPS = 512
LETTER_OUT = 3.0  # pixels by which the box of a letter begins before its mark


def letter_font(tag_font: QFont) -> QFont:
    """The font of the letters by which marks are picked: in proportion to the tags they stand before."""
    font = QFont(tag_font)
    font.setPointSizeF(max(tag_font.pointSizeF() + 1, 8.0))
    font.setBold(True)
    return font


def letter_width(tag_font: QFont, letter: str) -> float:
    """Width of a letter's box in pixels."""
    return max(14.0, float(QFontMetricsF(letter_font(tag_font)).horizontalAdvance(letter)) + 6)


class LinePainter:
    """Knows the colours of a scheme on a theme and keeps tags as pixmaps."""

    def __init__(self, scheme: Scheme, theme: Theme, measures: Measures, tag_font: QFont) -> None:
        self.theme = theme
        self.measures = measures
        self._scheme = scheme
        self._font = tag_font
        self._metrics = QFontMetricsF(tag_font)
        self._letter = max(LETTER, letter_width(tag_font, "W") - LETTER_OUT + 3)
        self._chips: dict[tuple[str, str, str, float], tuple[QPixmap, float]] = {}
        self._widths: dict[str, float] = {}
        self._colours: dict[tuple[str, str], tuple[QColor, QColor]] = {}
        # A pen, since an enum that is handed to Qt costs two calls in Python, at every box.
        self._no_pen = QPen(Qt.PenStyle.NoPen)
        self._ink = QPen(QColor(theme.ink))
        self._accent = QPen(QColor(theme.accent), 2)
        self._edge = QPen(QColor(theme.accent), 1)
        self._selection = QColor(theme.selection)
        self._cursor = QColor(theme.cursor)

    def tag_width(self, text: str) -> float:
        """Width of a tag's text in pixels."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = float(self._metrics.horizontalAdvance(text)) + 1
        return width

    def colours(self, layer: str, label: str) -> tuple[QColor, QColor]:
        """The label's colour and the tint made from it."""
        found = self._colours.get((layer, label))
        if found is None:
            colour = colour_of(self._scheme.label(layer, label), self.theme)
            found = self._colours[layer, label] = (QColor(colour), QColor(self.theme.ground(colour)))
        return found

    def paint(
        self,
        painter: QPainter,
        laid: LaidBlock,
        line: int,
        picture: LinePicture,
        *,
        origin: QPointF,
        current: str | None,
        selected: tuple[tuple[float, float, bool], ...],
        roles: Mapping[str, str],
        lettered: Collection[str],
        ratio: float,
        edge: float,
    ) -> None:
        """Paints the line; `origin` is the block's corner; `selected` are stretches (left, right, is_cursor).

        The painter smooths edges and has no brush, before and after.
        `ratio` is the number of device pixels to a pixel, `edge` the width of what is seen.
        """
        body = origin.y() + laid.line_span(line)[0] + self.measures.lane
        for left, right, is_cursor in selected:
            rect = QRectF(origin.x() + left - 1, body, right - left + 2, self.measures.body)
            painter.fillRect(rect, self._cursor if is_cursor else self._selection)
        decided = [box for box in picture.boxes if box.is_decided]
        for box in decided:
            self._paint_decided(painter, box, origin.x(), body)
        if decided:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right, is_cursor in selected:
            if not is_cursor:  # the tint of what is decided covers the ground of the selection
                painter.setPen(self._edge)
                x, width = round(origin.x() + left) - 0.5, round(right - left)
                painter.drawRect(QRectF(x, round(body) + 0.5, width, self.measures.body - 1))
        for box in picture.boxes:
            if not box.is_decided and box.mark != current:
                self._paint_open(painter, box, origin.x(), body)
        for tie in picture.ties:
            self._dotted(painter, self.colours(tie.layer, tie.label)[0], origin.x(), tie.left, tie.right, body)
        for box in picture.boxes:  # before the text: a full stop behind the mark is to be seen over its frame
            if box.mark == current:
                self._paint_current(painter, box, origin.x(), body)
        painter.setPen(self._ink)
        laid.lines[line].draw(painter, origin)
        tags = spread(
            picture.tags, current=current, width=self.tag_width, roles=roles, lettered=lettered,
            letter=self._letter, edge=edge - origin.x(),
        )  # fmt: skip
        for tag, x, room in tags:
            self._paint_tag(painter, tag, QPointF(round(origin.x() + x) - 1, body), room, ratio)

    def _rect(self, box: Box, x: float, body: float) -> QRectF:
        # Half pixels, so that outlines of one pixel are sharp.
        left, right = round(x + box.left) - 1.5, round(x + box.right) + 0.5
        return QRectF(left, round(body) + 0.5, right - left, self.measures.body - 1)

    def _paint_decided(self, painter: QPainter, box: Box, x: float, body: float) -> None:
        colour, tint = self.colours(box.layer, box.label)
        rect = self._rect(box, x, body)
        if box.bar is not None:
            self._bar(painter, box, rect, colour)
            return
        painter.setPen(self._no_pen)
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, 2.5, 2.5)
        if box.is_event:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.5, rect.width(), 2), colour)

    def _paint_open(self, painter: QPainter, box: Box, x: float, body: float) -> None:
        colour = self.colours(box.layer, box.label)[0]
        rect = self._rect(box, x, body)
        if box.bar is not None:
            self._bar(painter, box, rect, colour)
            return
        pen = QPen(colour, 1)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.drawRoundedRect(rect, 2.5, 2.5)

    def _paint_current(self, painter: QPainter, box: Box, x: float, body: float) -> None:
        # Whole pixels, as the pen is two wide; below the tag, whose ground would cut it, and beside what follows.
        rect = self._rect(box, x, body).adjusted(-0.5, 0.5, 0.5, 1.5)
        if box.bar is not None:
            self._bar(painter, box, self._rect(box, x, body), self.colours(box.layer, box.label)[0])
        painter.setPen(self._accent)
        painter.drawRoundedRect(rect, 4, 4)

    def _bar(self, painter: QPainter, box: Box, rect: QRectF, colour: QColor) -> None:
        y = rect.bottom() + 0.5 + self.measures.bar(box.bar or 0)
        if box.is_decided:
            painter.fillRect(QRectF(rect.left() + 1, y - BAR / 2, rect.width() - 2, BAR), colour)
            return
        pen = QPen(colour, 2)
        pen.setDashPattern([2, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))

    def _dotted(self, painter: QPainter, colour: QColor, x: float, left: float, right: float, body: float) -> None:
        pen = QPen(colour, 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.6])
        painter.setPen(pen)
        y = body - 1
        painter.drawLine(QPointF(x + left + 3, y), QPointF(x + right - 3, y))

    def _paint_tag(self, painter: QPainter, tag: Tag, foot: QPointF, room: float, ratio: float) -> None:
        text = tag.text
        if self.tag_width(text) > room + 0.5:  # dots also where the label alone had room: something is not told
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            if len(text) < 2:  # no more than the dots
                return
        chip, height = self._chip(text, tag.layer, tag.label, ratio)
        painter.drawPixmap(QPointF(foot.x(), round(foot.y() - height)), chip)

    def _chip(self, text: str, layer: str, label: str, ratio: float) -> tuple[QPixmap, float]:
        """The tag as a pixmap with its height, kept by text, label and device pixel ratio."""
        key = (text, layer, label, ratio)
        found = self._chips.get(key)
        if found is not None:
            return found
        if len(self._chips) >= _MOST_CHIPS:  # scores make many texts; starting afresh is rare and cheap
            self._chips.clear()
        width = self._metrics.horizontalAdvance(text) + 2
        height = self._metrics.ascent() + 2
        chip = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        chip.setDevicePixelRatio(ratio)
        chip.fill(QColor(self.theme.paper))  # the dots that tie fragments run behind the letters, not through them
        painter = QPainter(chip)
        painter.setFont(self._font)
        painter.setPen(self.colours(layer, label)[0])
        painter.drawText(QPointF(0, self._metrics.ascent()), text)
        painter.end()
        self._chips[key] = chip, chip.height() / ratio
        return self._chips[key]
