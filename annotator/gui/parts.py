"""Small painted parts used all over the desk: key caps, label chips, plain text labels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.theme import small_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.gui.theme import Theme

AFTER_PAINT = 12  # milliseconds by which what is beside the article may lag behind it
LEAST_LETTERS = 3  # of a label's name that are shown where there is no room for all of it
# How keys are written on their caps; all others bear their own name.
CAPS = {
    "Backspace": "⌫", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PageUp": "PgUp", "PageDown": "PgDn",
    "Delete": "Del", "Escape": "Esc",
}  # fmt: skip


def cap_text(chord: str) -> str:
    """A chord as it stands on a key cap: `Ctrl Z`; the bar without one is named in the window's language."""
    if chord.endswith("+"):
        return " ".join([*[part for part in chord[:-1].split("+") if part], "+"])
    space = QCoreApplication.translate("Caps", "Space")
    return " ".join(space if part == "Space" else CAPS.get(part, part) for part in chord.split("+"))


def paint_cap(painter: QPainter, place: QRectF, text: str, theme: Theme, *, is_on_field: bool = False) -> None:
    """A key cap as it looks all over the desk, in the painter's font; another where what it stands on is a field."""
    painter.setPen(QPen(QColor(theme.rule), 1))
    painter.setBrush(QColor(theme.panel if is_on_field else theme.field))
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(QColor(theme.ink if is_on_field else theme.muted))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class PlainLabel(QLabel):
    """A label that never takes its text for markup; outside text is shown with its control characters visible."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def set_outside_text(self, text: str) -> None:
        """Shows text that came from a file or a person."""
        self.setText(shown(text))

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for the width they have to give, also where the label may take less of it.
        return super().heightForWidth(min(width, self.maximumWidth()))

    def set_colour(self, colour: str) -> None:
        """Paints the text in this colour."""
        palette, wanted = self.palette(), QColor(colour)
        if palette.color(self.foregroundRole()) != wanted:  # a palette that is set costs even where it is the same
            palette.setColor(self.foregroundRole(), wanted)
            self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """One line that ends in … where there is no room for all of it; a screen reader still hears all.

    `shorter` says the same in fewer words, and is shown where the whole text finds no room.
    """

    shorter = ""

    def shown_text(self) -> str:
        """What there is room for."""
        metrics, text = QFontMetricsF(self.font()), self.text()
        if self.shorter and metrics.horizontalAdvance(text) > self.width():
            text = self.shorter
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), self.shown_text())


class BrokenLabel(PlainLabel):
    """Goes on to the next line wherever it must, in the middle of a path too; nothing of it is ever cut off."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._laid_out(max(1, width)).boundingRect().height())

    def sizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))


def go_to_part(parts: Sequence[QWidget], step: int, *, at: int = 0) -> None:
    """Gives the focus to the part `step` (1 or -1) after the one that has it, or after number `at` where none has.

    What cannot be seen or used just now is passed over.
    """
    held = next((number for number, part in enumerate(parts) if part.hasFocus()), at)
    for far in range(1, len(parts) + 1):
        part = parts[(held + step * far) % len(parts)]
        if part.isVisible() and part.isEnabled():
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return


class QuietLabel(ElidedLabel):
    """As its base, but its size is not what it says: for lines that change with every key.

    A label that is given another text has the whole window laid out anew; this one is only painted, and a
    frame later: the article comes first.
    """

    def __init__(self, *, widest: str = "", parent: QWidget | None = None) -> None:
        """It is as wide as `widest`, where that is given."""
        self._said = ""
        self._colour = ""
        self.lines = 1
        super().__init__(parent=parent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_PAINT)
        self._later.timeout.connect(self.update)
        if widest:
            self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 4)

    def setText(self, text: str) -> None:
        if text != self._said:
            self._said = text
            self._later.start()

    def set_colour(self, colour: str) -> None:
        if colour != self._colour:  # asking a widget for its palette costs more than all the rest
            self._colour = colour
            super().set_colour(colour)

    def text(self) -> str:
        return self._said

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._said), self.lines * metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def break_within(self, room: int) -> None:
        """Takes as many lines as its text needs in so much room; one where that is enough."""
        metrics = self.fontMetrics()
        taken = metrics.boundingRect(0, 0, max(1, room), 100_000, int(Qt.TextFlag.TextWordWrap), self._said).height()
        lines = max(1, round(taken / metrics.lineSpacing())) if metrics.horizontalAdvance(self._said) > room else 1
        if lines != self.lines:
            self.lines = lines
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.lines == 1:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()) | int(Qt.TextFlag.TextWordWrap), self.text())


class Cap(QWidget):
    """A key cap with the chord that does something, and in plain words what it does."""

    def __init__(self, chord: str, text: str, theme: Theme, font: QFont, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = small_of(font)
        self._font = font
        self._cap = self._text = ""
        self._room = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_contents(chord, text)

    def set_contents(self, chord: str, text: str) -> None:
        """Shows another chord and text."""
        cap = cap_text(chord) if chord else ""
        if (cap, text) == (self._cap, self._text):
            return
        self._cap, self._text = cap, text
        self.setAccessibleName(f"{cap} {text}".strip())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.update()

    def align(self, room: float) -> None:
        """Has the words begin where they would behind a cap so wide: in a column they stand below one another."""
        self._room = room
        self.updateGeometry()

    def cap_width(self) -> float:
        return QFontMetricsF(self._small).horizontalAdvance(self._cap) + 10 if self._cap else 0.0

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font)
        words = metrics.horizontalAdvance(self._text) + 6 if self._text else 0
        return QSize(round(max(self.cap_width(), self._room) + words) + 1, round(metrics.height()) + 3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Words that have no room beside their cap go on to the next line.
        hint = self.sizeHint()
        return hint.height() if width >= hint.width() else math.ceil(self._words_at(width).height()) + 3

    def _words_at(self, width: int) -> QRectF:
        """What the words take in a cap so wide."""
        room = QRectF(0, 0, max(1.0, width - self._words_left()), 1e6)
        return QFontMetricsF(self._font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._text)

    def _words_left(self) -> float:
        return max(self.cap_width(), self._room) + 5 if self._cap else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.cap_width(), float(min(self.height(), self.sizeHint().height()))
        if self._cap:
            small = QFontMetricsF(self._small)
            rect = QRectF(0.5, (height - small.height()) / 2 - 1, width - 1, small.height() + 2)
            painter.setFont(self._small)
            paint_cap(painter, rect, self._cap, self._theme)
        if self._text:
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme.ink))
            left = self._words_left()
            rest = rect_centred(QRectF(left, 0, self.width() - left + 1, self.height()))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            is_broken = self.width() < self.sizeHint().width()
            painter.drawText(rest, int(flags) | int(Qt.TextFlag.TextWordWrap if is_broken else 0), self._text)


def rect_centred(rect: QRectF) -> QRectF:
    """The rectangle on whole pixels, so that text on it is sharp."""
    return QRectF(rect.toRect())


class Bar(QWidget):
    """A thin bar that is filled up to a share."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._share = 0.0
        self.setFixedHeight(4)

    def set_share(self, share: float) -> None:
        """Fills the bar up to a share of 0..1."""
        share = min(1.0, max(0.0, share))
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        painter.setBrush(QColor(self.theme.rule))
        painter.drawRoundedRect(rect, 2, 2)
        if self._share > 0:
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(QRectF(0, 0, max(4.0, rect.width() * self._share), rect.height()), 2, 2)
