"""A label's chip: its name on a tint of its colour, and behind it what it is called."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.parts import LEAST_LETTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.gui.theme import Theme

WHOLE_LETTERS = 14  # of a label's own name that are shown in any case


class Chip(QWidget):
    """A tinted rounded box: a label, or the text of a filler; with a frame instead of a tint while undecided."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strong = self._text = ""
        self._colour = theme.muted
        self._is_decided = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_contents(self, strong: str, text: str, colour: str, *, is_decided: bool = True) -> None:
        """Shows `strong` in bold in the label's colour, then `text`."""
        contents = (shown(strong), shown(text), colour, is_decided)
        if contents == (self._strong, self._text, self._colour, self._is_decided):
            return
        self._strong, self._text, self._colour, self._is_decided = contents
        self.setAccessibleName(f"{strong} {text}".strip())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look; the colour comes with the next contents."""
        self._theme = theme
        self._strong = ""

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._bold()).horizontalAdvance(self._strong)
        metrics = QFontMetricsF(self.font())
        if self._text:
            width += metrics.horizontalAdvance(self._text) + (5 if self._strong else 0)
        return QSize(round(width) + 14, round(metrics.height()) + 5)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        hint = self.sizeHint()
        return hint.height() + (round(QFontMetricsF(self.font()).height()) if self._is_broken_at(width) else 0)

    def _is_broken_at(self, width: int) -> bool:
        """Whether the text stands below the label, for want of room behind it."""
        return bool(self._strong and self._text) and width < self.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        # The text behind the label can be shortened, and in the end the label, but to no less than most have.
        least = self._strong if len(self._strong) <= WHOLE_LETTERS else f"{self._strong[:WHOLE_LETTERS]}…"
        strong = QFontMetricsF(self._bold()).horizontalAdvance(least)
        return QSize(max(24, math.ceil(strong) + 14), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._is_decided:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.ground(self._colour)))
        else:
            pen = QPen(QColor(self._colour), 1)
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4, 4)
        x = 7.0
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._strong:
            painter.setFont(self._bold())
            painter.setPen(QColor(self._theme.lettering(self._colour)))
            is_broken = self._is_broken_at(self.width()) and self.height() >= self.heightForWidth(self.width())
            line = self.height() / 2 if is_broken else self.height()
            room = max(0.0, self.width() - 2 * x + 2)
            strong = QFontMetricsF(self._bold()).elidedText(self._strong, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(QRectF(x, 0, self.width() - x, line), align, strong)
            x, y = (
                (x, line) if is_broken else (x + QFontMetricsF(self._bold()).horizontalAdvance(self._strong) + 5, 0.0)
            )
        else:
            y, line = 0.0, float(self.height())
        if self._text:
            painter.setFont(self.font())
            painter.setPen(QColor(self._theme.ink))
            room = max(0.0, self.width() - x - 6)
            text = self._that_fits(room)
            painter.drawText(QRectF(x, y, room + 2, line), align, text.removeprefix("· ") if y else text)

    def _that_fits(self, room: float) -> str:
        """The text or its beginning; behind a label nothing rather than a letter or two of its name."""
        text = QFontMetricsF(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        is_told = text == self._text or not self._strong or len(text.strip("·… ")) >= LEAST_LETTERS
        return text if is_told else ""
