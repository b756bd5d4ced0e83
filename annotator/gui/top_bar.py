"""The bar at the top: the project, the annotator, and the place one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.gui.parts import PlainLabel
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.gui.theme import Theme
    from annotator.gui.ways import Way


class Place(QWidget):
    """The name of the place one is in, on a raised ground."""

    def __init__(self, text: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(round(metrics.horizontalAdvance(self._text)) + 28, round(metrics.height()) + 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.rule), 1))
        painter.setBrush(QColor(self.theme.field))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)


class TopBar(QWidget):
    """Project and annotator on the left, the place in the middle, ways to more at the right."""

    def __init__(self, project: str, actor: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._project = PlainLabel()
        self._project.set_outside_text(project)
        self._project.setFont(desk_font(10, bold=True))
        self._actor = PlainLabel()
        self._actor.set_outside_text(actor)
        self._place = Place(self.tr("Annotate"), theme)
        left = QWidget()
        side = QHBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(18)
        side.addWidget(self._project)
        side.addWidget(self._actor)
        side.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 5, 14, 6)
        line.addWidget(left, 1)
        line.addWidget(self._place)
        right = QWidget()
        self._right = QHBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addStretch(1)
        self._ways: list[Way] = []
        line.addWidget(right, 1)
        self.set_theme(theme)

    def add_way(self, way: Way) -> None:
        """Puts one more button at the right end."""
        self._ways.append(way)
        self._right.addWidget(way)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = self._place.theme = theme
        self._actor.set_colour(theme.muted)
        self._project.set_colour(theme.ink)
        for way in self._ways:
            way.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.rule))
