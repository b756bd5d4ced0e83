"""The labels of the scheme with their keys, shown where nothing is at hand: what there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.inspector.contents import named
from annotator.gui.key_names import chord_of, label_key
from annotator.gui.language import spoken_language
from annotator.gui.parts import cap_text, paint_cap
from annotator.gui.theme import colour_of, desk_font

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from annotator.core.scheme import Label, Scheme
    from annotator.gui.theme import Theme

ABOVE_HEAD = 10  # pixels between a layer's labels and the heading of the next
BEHIND_CAP = 8
INSIDE_CAP = 10  # pixels of a cap beside its letter
LEAST_CAP = 20.0
BETWEEN = 5  # pixels between two lines
KEPT_WIDTHS = 8
IN_LETTERS = int(Qt.TextFlag.TextWrapAnywhere)  # a label is one word
IN_WORDS = int(Qt.TextFlag.TextWordWrap)


class Line(NamedTuple):
    """A label with its key, or with `label` None the heading of a layer and the key that goes before its own."""

    key: str
    text: str
    caption: str
    label: Label | None


def lines_of(scheme: Scheme) -> list[Line]:
    """The layers in the scheme's order, below each its labels; a key that a command has is none of a label's."""
    language = spoken_language()
    found = []
    for layer in scheme.layers:
        before = cap_text(chord_of("event")) if layer.is_event else ""
        found.append(Line(before, named(layer.names, language, layer.name), "", None))
        for label in scheme.labels_of(layer.name):
            key = label.key if layer.is_event else label_key(label.key)
            caption = named(label.names, language)
            is_same = caption.casefold() == label.name.casefold().replace("_", " ")
            found.append(Line(key.upper(), label.name, "" if is_same else caption, label))
    return found


class KeyList(QWidget):
    """Painted, one line a label; a click on one asks for it as its key does."""

    wanted = Signal(object)  # Label

    def __init__(self, scheme: Scheme, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines_of(scheme)
        self._placed: dict[float, list[tuple[Line, QRectF]]] = {}  # by width; layouts ask for the same again and again
        self._head = QFont(desk_font(8.5, bold=True))
        self._head.setCapitalization(QFont.Capitalization.AllUppercase)
        self._head.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Labels and their keys"))
        told = (f"{line.key} {line.text} {line.caption}".strip() for line in self._lines)
        self.setAccessibleDescription(shown(" · ".join(told)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.places(width)[-1][1].bottom()) + 1

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def places(self, width: float = 0.0) -> list[tuple[Line, QRectF]]:
        """Each line and where it stands, in a list so wide, else in this one."""
        width = width or self.width()
        if width not in self._placed:
            if len(self._placed) >= KEPT_WIDTHS:
                self._placed.clear()
            self._placed[width] = self._place(width)
        return self._placed[width]

    def _place(self, width: float) -> list[tuple[Line, QRectF]]:
        found, y = [], 0.0
        room, plain = width - self._left(), QFontMetricsF(self.font()).lineSpacing()
        for line in self._lines:
            y += ABOVE_HEAD if line.label is None else 0
            height = plain if line.label is None else self._words(line, room)[1].bottom()
            found.append((line, QRectF(0, y, width, height + BETWEEN)))
            y += height + BETWEEN
        return found

    def _left(self) -> float:
        """From the left to the words, which stand one below the other."""
        metrics = QFontMetricsF(self.font())
        widest = max((self._cap_width(line, metrics) for line in self._lines if line.key), default=0.0)
        return widest + BEHIND_CAP if widest else 0.0

    def _words(self, line: Line, room: float) -> tuple[QRectF, QRectF]:
        """Where a label stands, and what it is called: behind it, or below where there is no room for all of that."""
        metrics = QFontMetricsF(self.font())
        name = metrics.boundingRect(QRectF(0, 0, room, 1e6), IN_LETTERS, shown(line.text))
        behind = name.right() + BEHIND_CAP
        if not line.caption or behind + metrics.horizontalAdvance(shown(line.caption)) <= room:
            return name, QRectF(behind, name.top(), max(0.0, room - behind), name.height())
        caption = metrics.boundingRect(QRectF(0, name.bottom(), room, 1e6), IN_WORDS, shown(line.caption))
        return name, QRectF(0, name.bottom(), room, caption.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for line, place in self.places():
            if line.label is not None and place.contains(event.position()):
                self.wanted.emit(line.label)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._left()
        for line, place in self.places():
            if not place.intersects(QRectF(event.rect())):
                continue
            if line.label is None:
                self._paint_head(painter, line, place)
            else:
                self._paint_cap(painter, line, place.left(), place)
                self._paint_words(painter, line, place.adjusted(left, 0, 0, 0))

    def _cap_width(self, line: Line, metrics: QFontMetricsF) -> float:
        return max(LEAST_CAP, metrics.horizontalAdvance(line.key) + INSIDE_CAP)

    def _paint_head(self, painter: QPainter, line: Line, place: QRectF) -> None:
        painter.setFont(self._head)
        painter.setPen(QColor(self._theme.muted))
        metrics = QFontMetricsF(self._head)
        cap = self._cap_width(line, QFontMetricsF(self.font())) + BEHIND_CAP if line.key else 0.0
        text = metrics.elidedText(shown(line.text).upper(), Qt.TextElideMode.ElideRight, place.width() - cap)
        painter.drawText(place.adjusted(0, 0, 0, -BETWEEN), Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_cap(painter, line, place.left() + metrics.horizontalAdvance(text) + BEHIND_CAP, place)

    def _paint_cap(self, painter: QPainter, line: Line, left: float, place: QRectF) -> None:
        if not line.key:
            return
        metrics = QFontMetricsF(self.font())
        rect = QRectF(left + 0.5, place.top() - 0.5, self._cap_width(line, metrics) - 1, metrics.height() + 1)
        painter.setFont(self.font())
        paint_cap(painter, rect, line.key, self._theme)

    def _paint_words(self, painter: QPainter, line: Line, place: QRectF) -> None:
        """The label in its colour, and what it is called."""
        name, caption = self._words(line, place.width())
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.lettering(colour_of(line.label, self._theme))))
        painter.drawText(name.translated(place.topLeft()).adjusted(0, 0, 1, 0), IN_LETTERS, shown(line.text))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(caption.translated(place.topLeft()).adjusted(0, 0, 1, 0), IN_WORDS, shown(line.caption))
