"""A small panel over the article that shows what the next key may be, and takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.gui.article.positions import shown
from annotator.gui.hint_shapes import (
    EMPTY,
    MOST_WRAPPED,
    Choice,
    cap_width,
    cramped,
    pitch_of,
    shaped,
    wrapped_height,
)
from annotator.gui.parts import cap_text, paint_cap
from annotator.gui.resized import Resized
from annotator.gui.theme import bold_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from annotator.gui.theme import Theme

PAD = 12.0


class Hints(QWidget):
    """Hidden until `ask`; then it gets every chord first, by `take`."""

    closed = Signal()
    fitted = Signal()  # it has another size, as what it lies over has

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.over = parent
        self._title = ""
        self._notes: tuple[str, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._silent: tuple[Choice, ...] = ()
        self._is_docked = self._is_gentle = self._is_lasting = False
        self._shape = EMPTY
        self._at: QPointF | None = None
        Resized(parent, self._fit, parent=self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.hide()

    @property
    def is_asking(self) -> bool:
        return not self.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.update()

    @property
    def is_docked(self) -> bool:
        """Whether it is asking in a strip at the foot."""
        return self.is_asking and self._is_docked

    @property
    def is_gentle(self) -> bool:
        """Whether keys that are no choice here do what they always do."""
        return self._is_gentle

    def ask(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        notes: Sequence[str] = (),
        silent: Sequence[Choice] = (),
        at: QPointF | None = None,
        is_docked: bool = False,
        is_gentle: bool = False,
        is_lasting: bool = False,
    ) -> None:
        """Shows the choices near a point of the parent; the next chord that is one of them runs it.

        Docked, it is a strip at the foot of the parent, so that no text near what is at hand is covered.
        `silent` choices are taken as well but stand elsewhere, as letters in the text do.
        A gentle question gives way to every other key; a lasting one stays when another thing comes to hand.
        """
        if self.is_asking:
            self.close_hints()
        self._title, self._choices, self._silent = title, tuple(choices), tuple(silent)
        self._is_docked, self._is_gentle, self._is_lasting = is_docked, is_gentle, is_lasting
        self._notes = tuple(shown(note) for note in notes)
        words = [f"{cap_text(choice.chord)} {choice.text}" for choice in (*self._choices, *self._silent)]
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join([*self._notes, *words]))
        self._at = at
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _place(self) -> None:
        if self._is_docked:
            self._lie_over(self.over)
            self._dock()
        else:
            self.adjust(self._at)

    def _fit(self) -> None:
        """Goes along where what it lies over has another size."""
        if self.is_asking:
            self._place()
            self.show()  # it may lie over another widget now
            self.raise_()
            self.update()
            self.fitted.emit()

    def retitle(self, title: str) -> None:
        """Says in other words what is asked, where it still is."""
        if self.is_asking:
            self._title = title
            self.setAccessibleName(title)
            if not self._is_docked:
                self.resize(self.width(), round(self._height(self.width())))
            self.update()

    def close_hints(self) -> None:
        """Lets go of the question."""
        was_asking = self.is_asking
        self.hide()
        if was_asking:
            self.closed.emit()

    def hand_moved(self) -> None:
        """Another thing is at hand; a question about the one before is void."""
        if not self._is_lasting:
            self.close_hints()

    def take(self, chord: str) -> bool:
        """Runs the choice of that chord; whether the chord was dealt with.

        A character that is no choice is passed over, so that a slip labels nothing; any other chord ends
        the question and is then free to do what it does. A gentle question lets both through and stays,
        until another thing comes to hand.
        """
        for choice in (*self._choices, *self._silent):
            if choice.chord == chord:
                self.close_hints()
                choice.run()
                return True
        if len(chord) == 1 and not self._is_gentle:
            return True
        if chord == "Escape" or not self._is_gentle:
            self.close_hints()
        return chord == "Escape"

    def knows(self, chord: str) -> bool:
        """Whether the chord is one of the choices."""
        return any(choice.chord == chord for choice in (*self._choices, *self._silent))

    def repeats(self, chord: str) -> bool:
        """Whether the chord is a choice that is taken over and over while its key is held."""
        return any(choice.chord == chord and choice.is_repeated for choice in self._choices)

    def adjust(self, at: QPointF | None) -> None:
        """Takes the size the choices need, below `at` where there is room, above it else."""
        parent = self._take_shape()
        shape, bold, plain = self._shape, QFontMetricsF(bold_of(self.font())), QFontMetricsF(self.font())
        width = max(
            shape.columns * shape.column + 2 * PAD,
            bold.horizontalAdvance(self._title) + 2 * PAD + 1,
            *(plain.horizontalAdvance(note) + 2 * PAD + 1 for note in self._notes),
        )
        width = min(width, parent.width() - 2 * PAD)
        height = self._height(round(width))
        at = QPointF(self.over.mapTo(parent, at.toPoint())) if at is not None else None
        at = at or QPointF(parent.width() / 2 - width / 2, parent.height() / 3)
        x = min(max(PAD, at.x()), parent.width() - width - PAD)
        y = at.y() + 8
        if y + height > parent.height() - PAD:
            y = max(PAD, at.y() - height - self._pitch() * 2.4)
        if y + height > parent.height() - PAD:  # room neither below nor above
            y = max(PAD, parent.height() - PAD - height)
        self.setGeometry(round(x), round(y), round(width), round(height))

    def _lie_over(self, over: QWidget) -> None:
        if self.parentWidget() is not over:
            self.setParent(over)

    def _take_shape(self) -> QWidget:
        """Finds the shape in which all choices are read whole, and what to lie over for it.

        That is the article; the window where letters are so large that the article has no room for all of them.
        """
        whole, metrics = self.over.window(), QFontMetricsF(self.font())
        for over, lines in ((self.over, 1), (self.over, 2), (whole, 1), (whole, 2), (whole, MOST_WRAPPED)):
            width = over.width() - 4 * PAD
            height = over.height() - 4 * PAD - 6 - self._head(width) - self._notes_height(width)
            shape = shaped(self._choices, metrics, width=width, height=height, lines=lines)
            if shape is not None:
                break
        self._shape = shape or cramped(self._choices, metrics, width=width)
        self._lie_over(over)
        return over

    def _notes_height(self, room: float) -> float:
        """The height of the notes, which go on to further lines as the title does."""
        return sum(self._note_height(note, room) for note in self._notes)

    def _note_height(self, note: str, room: float) -> float:
        return wrapped_height(note, room, QFontMetricsF(self.font())) + 5

    def _height(self, width: float) -> float:
        """The height of a panel that is so wide."""
        room = width - 2 * PAD
        return 2 * PAD + self._head(room) + self._notes_height(room) + sum(self._shape.rows) + 6

    def _head(self, room: float) -> float:
        """The height of the title, which goes on to further lines where it must: in it stands what is asked."""
        bold = QFontMetricsF(bold_of(self.font()))
        needed = bold.boundingRect(QRectF(0, 0, room, 1e6), self._wrapping(room), self._title)
        return max(self._pitch(), needed.height() + 5)

    def _wrapping(self, room: float) -> int:
        """Title lines end between words, unless a word alone has no room."""
        bold = QFontMetricsF(bold_of(self.font()))
        is_ample = all(bold.horizontalAdvance(word) <= room for word in self._title.split())
        return int(Qt.TextFlag.TextWordWrap if is_ample else Qt.TextFlag.TextWrapAnywhere)

    def _dock(self) -> None:
        """Takes the foot of the parent, as many rows as the choices need."""
        parent = self.over
        rects = self._cells(parent.width() - 2 * PAD)
        height = (rects[-1].bottom() if rects else self._pitch() + PAD) + PAD
        height += self._notes_height(parent.width() - 2 * PAD)
        self.setGeometry(0, round(parent.height() - height), parent.width(), round(height))

    def _cells(self, room: float) -> list[QRectF]:
        """Where the choices of a strip stand, after its title, row by row."""
        metrics, bold = QFontMetricsF(self.font()), QFontMetricsF(bold_of(self.font()))
        pitch = self._pitch()
        x, y = PAD + bold.horizontalAdvance(self._title) + 18, PAD
        if x - 18 > room + PAD:  # a title of several lines has them to itself
            x, y = PAD, PAD + self._head(room)
        cells = []
        for choice in self._choices:
            width = cap_width(choice, metrics) + 8 + metrics.horizontalAdvance(shown(choice.text)) + 18
            width = min(width, room)
            if x > PAD and x + width > room + PAD:
                x, y = PAD, y + pitch
            cells.append(QRectF(x, y, width, pitch))
            x += width
        return cells

    def _places(self) -> list[QRectF]:
        """Where each choice stands."""
        if self._is_docked:
            return self._cells(self.width() - 2 * PAD)
        room = self.width() - 2 * PAD
        top = PAD + self._head(room) + self._notes_height(room) + 4
        return self._shape.places(len(self._choices), left=PAD, top=top, room=room)

    def _pitch(self) -> float:
        return pitch_of(QFontMetricsF(self.font()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for choice, place in zip(self._choices, self._places(), strict=True):
            if place.contains(event.position()):
                self.take(choice.chord)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self._is_docked:
            painter.fillRect(self.rect(), QColor(theme.field))
            painter.fillRect(0, 0, self.width(), 1, QColor(theme.rule))
        else:
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.setBrush(QColor(theme.field))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        metrics = QFontMetricsF(self.font())
        painter.setPen(QColor(theme.ink))
        painter.setFont(bold_of(self.font()))
        room = self.width() - 2 * PAD
        painter.drawText(QRectF(PAD, PAD, room, self._head(room)), self._wrapping(room), self._title)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        places = self._places()
        y = places[-1].bottom() if self._is_docked and places else PAD + self._head(room)
        for note in self._notes:
            height = self._note_height(note, room)
            painter.drawText(QRectF(PAD, y, room, height), int(Qt.TextFlag.TextWordWrap), note)
            y += height
        lefts = self._words(metrics)
        for choice, place, left in zip(self._choices, places, lefts, strict=True):
            self._paint_choice(painter, choice, place, place.left() + left)

    def _words(self, metrics: QFontMetricsF) -> list[float]:
        """From the left of each choice to its words."""
        if self._is_docked:
            return [cap_width(choice, metrics) + 8 for choice in self._choices]
        return self._shape.words(self._choices, metrics)

    def _paint_choice(self, painter: QPainter, choice: Choice, place: QRectF, left: float) -> None:
        metrics = QFontMetricsF(self.font())
        width = cap_width(choice, metrics)
        rect = QRectF(place.left(), place.top() - 1, width, metrics.height() + 2)
        paint_cap(painter, rect, cap_text(choice.chord), self._theme, is_on_field=True)
        painter.setPen(QColor(choice.colour or self._theme.ink))
        room = min(place.right(), self.width()) - left - 6
        text = shown(choice.text)
        if self._is_docked:  # on one line, which is as wide as it must be
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, place.top() + metrics.ascent()), text)
        else:
            painter.drawText(QRectF(left, place.top(), room, place.height()), int(Qt.TextFlag.TextWordWrap), text)
