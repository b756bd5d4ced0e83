"""How the choices of a question are laid out: as many columns and lines as it takes to read all of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

from annotator.gui.article.positions import shown
from annotator.gui.parts import cap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFontMetricsF

CAP = 30.0  # width of the column of keys
COLUMN = 200.0  # the narrowest column of choices
MOST_LINES = 10
MOST_WRAPPED = 4  # lines of one choice


class Choice(NamedTuple):
    """A key, what it stands for, and what happens when it is pressed; or over and over while it is held."""

    chord: str
    text: str
    run: Callable[[], None]
    colour: str = ""
    is_repeated: bool = False


class Shape(NamedTuple):
    """How choices stand in a panel: columns of a width, rows each as high as its choice of most lines."""

    columns: int
    column: float
    rows: tuple[float, ...]

    def places(self, count: int, *, left: float, top: float, room: float) -> list[QRectF]:
        """Where each of so many choices stands, down the first column, then the next."""
        column = min(self.column, room / self.columns)
        cells = (divmod(number, len(self.rows)) for number in range(count))
        return [
            QRectF(left + across * column, top + sum(self.rows[:down]), column, self.rows[down])
            for across, down in cells
        ]

    def words(self, choices: Sequence[Choice], metrics: QFontMetricsF) -> list[float]:
        """From the left of each choice to its words, which stand one below the other in a column."""
        columns = _columns(choices, len(self.rows))
        return [left for column in columns for left in [words_at(column, metrics)] * len(column)]


EMPTY = Shape(1, COLUMN, ())


def pitch_of(metrics: QFontMetricsF) -> float:
    """From one line of choices to the next."""
    return metrics.lineSpacing() + 5


def cap_width(choice: Choice, metrics: QFontMetricsF) -> float:
    """Width of the key's cap."""
    return max(20.0, metrics.horizontalAdvance(cap_text(choice.chord)) + 10)


def words_at(choices: Sequence[Choice], metrics: QFontMetricsF) -> float:
    """From the left of a column of choices to their words."""
    return max([CAP, *(cap_width(one, metrics) + 8 for one in choices)])


def _columns(choices: Sequence[Choice], deep: int) -> list[Sequence[Choice]]:
    return [choices[first : first + deep] for first in range(0, len(choices), deep)]


def column_of(choices: Sequence[Choice], metrics: QFontMetricsF) -> float:
    """The width in which the widest of a column's choices stands on one line."""
    words = max((metrics.horizontalAdvance(shown(one.text)) for one in choices), default=0.0)
    return max(COLUMN, words_at(choices, metrics) + words + 16)


def wrapped_height(text: str, room: float, metrics: QFontMetricsF) -> float:
    """The height of a text that goes on to the next line where it must."""
    return metrics.boundingRect(QRectF(0, 0, room, 1e6), int(Qt.TextFlag.TextWordWrap), text).height()


def shaped(
    choices: Sequence[Choice], metrics: QFontMetricsF, *, width: float, height: float, lines: int
) -> Shape | None:
    """The shape in so much room in which no choice takes more lines; None where there is none."""
    count = len(choices)
    if not count:
        return EMPTY
    wanted = -(-count // MOST_LINES)
    for columns in (*range(wanted, 0, -1), *range(wanted + 1, count + 1)):
        deep = -(-count // columns)
        parts = _columns(choices, deep)
        column = min(max(column_of(part, metrics) for part in parts), width / columns)
        needed = [
            _lines_of(choice, column - left, metrics)
            for part in parts for left in [words_at(part, metrics)] for choice in part
        ]  # fmt: skip
        more = (max(needed[row::deep]) - 1 for row in range(deep))
        rows = tuple(pitch_of(metrics) + lines_more * metrics.lineSpacing() for lines_more in more)
        if max(needed) <= lines and sum(rows) <= height:
            return Shape(columns, column, rows)
    return None


def cramped(choices: Sequence[Choice], metrics: QFontMetricsF, *, width: float) -> Shape:
    """The shape where nothing makes all choices readable: as they were always laid out."""
    widest = column_of(choices, metrics)
    columns = max(1, int(width // widest))
    return Shape(columns, min(widest, width), (pitch_of(metrics),) * -(-len(choices) // columns))


def _lines_of(choice: Choice, room: float, metrics: QFontMetricsF) -> int:
    """How many lines a choice takes right of its cap; too many where one of its words has no room."""
    room, text = room - 6, shown(choice.text)
    if any(metrics.horizontalAdvance(word) > room for word in text.split()):
        return MOST_WRAPPED + 1
    return max(1, round(wrapped_height(text, room, metrics) / metrics.lineSpacing()))
