"""A small panel over the article that shows what the next key may be, and takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.gui.article.positions import shown
from annotator.gui.parts import cap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from annotator.gui.theme import Theme

PAD = 12.0
CAP = 30.0  # width of the column of keys
COLUMN = 250.0
MOST_LINES = 10


class Choice(NamedTuple):
    """A key, what it stands for, and what happens when it is pressed."""

    chord: str
    text: str
    run: Callable[[], None]
    colour: str = ""


class Hints(QWidget):
    """Hidden until `ask`; then it gets every chord first, by `take`."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.over = parent
        self._title = ""
        self._notes: tuple[str, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.hide()

    @property
    def is_asking(self) -> bool:
        return not self.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.update()

    def ask(
        self, title: str, choices: Sequence[Choice], *, notes: Sequence[str] = (), at: QPointF | None = None
    ) -> None:
        """Shows the choices near a point of the parent; the next chord that is one of them runs it."""
        self._title, self._choices = title, tuple(choices)
        self._notes = tuple(shown(note) for note in notes)
        words = [f"{cap_text(choice.chord)} {choice.text}" for choice in self._choices]
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join([*self._notes, *words]))
        self.adjust(at)
        self.show()
        self.raise_()
        self.update()

    def close_hints(self) -> None:
        """Lets go of the question."""
        self.hide()

    def take(self, chord: str) -> bool:
        """Runs the choice of that chord; whether the chord was dealt with.

        A character that is no choice is passed over, so that a slip labels nothing; any other chord ends
        the question and is then free to do what it does.
        """
        for choice in self._choices:
            if choice.chord == chord:
                self.close_hints()
                choice.run()
                return True
        if len(chord) == 1:
            return True
        self.close_hints()
        return chord == "Escape"

    def knows(self, chord: str) -> bool:
        """Whether the chord is one of the choices."""
        return any(choice.chord == chord for choice in self._choices)

    def adjust(self, at: QPointF | None) -> None:
        """Takes the size the choices need, below `at` where there is room, above it else."""
        lines = self._lines()
        columns = -(-len(self._choices) // max(1, lines))
        pitch = self._pitch()
        bold = QFontMetricsF(self._bold())
        plain = QFontMetricsF(self.font())
        width = max(
            columns * COLUMN + PAD,
            bold.horizontalAdvance(self._title) + 2 * PAD,
            *(plain.horizontalAdvance(note) + 2 * PAD for note in self._notes),
        )
        parent = self.over
        width = min(width, parent.width() - 2 * PAD)
        height = 2 * PAD + pitch * (1 + len(self._notes) + lines) + 6
        at = at or QPointF(parent.width() / 2 - width / 2, parent.height() / 3)
        x = min(max(PAD, at.x()), parent.width() - width - PAD)
        y = at.y() + 8
        if y + height > parent.height() - PAD:
            y = max(PAD, at.y() - height - self._pitch() * 2.4)
        self.setGeometry(round(x), round(y), round(width), round(height))

    def _lines(self) -> int:
        count = len(self._choices)
        columns = -(-count // MOST_LINES) if count else 1
        return -(-count // columns)

    def _pitch(self) -> float:
        return QFontMetricsF(self.font()).lineSpacing() + 5

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def mousePressEvent(self, event: QMouseEvent) -> None:
        lines = self._lines()
        y = event.position().y() - PAD - self._pitch() * (1 + len(self._notes)) - 4
        column, line = int((event.position().x() - PAD) // COLUMN), int(y // self._pitch())
        number = column * lines + line
        if 0 <= line < lines and 0 <= number < len(self._choices):
            self.take(self._choices[number].chord)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        metrics = QFontMetricsF(self.font())
        pitch = self._pitch()
        y = PAD
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._bold())
        painter.drawText(QPointF(PAD, y + metrics.ascent()), self._title)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        for note in self._notes:
            y += pitch
            text = metrics.elidedText(note, Qt.TextElideMode.ElideRight, self.width() - 2 * PAD)
            painter.drawText(QPointF(PAD, y + metrics.ascent()), text)
        y += pitch + 4
        lines = self._lines()
        for number, choice in enumerate(self._choices):
            place = QPointF(PAD + (number // lines) * COLUMN, y + (number % lines) * pitch)
            self._paint_choice(painter, choice, place, metrics)

    def _paint_choice(self, painter: QPainter, choice: Choice, place: QPointF, metrics: QFontMetricsF) -> None:
        cap = cap_text(choice.chord)
        width = max(20.0, metrics.horizontalAdvance(cap) + 10)
        rect = QRectF(place.x(), place.y() - 1, width, metrics.height() + 2)
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cap)
        painter.setPen(QColor(choice.colour or self._theme.ink))
        left = place.x() + max(CAP, width + 8)
        room = min(COLUMN, self.width() - place.x()) - (left - place.x()) - 6
        text = metrics.elidedText(shown(choice.text), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, place.y() + metrics.ascent()), text)
