"""The bar at the top: the project, the annotator, and the place one is in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from annotator.gui.key_names import chord_of
from annotator.gui.language import spoken_language
from annotator.gui.parts import ElidedLabel, PlainLabel, cap_text, paint_cap
from annotator.gui.theme import desk_font, fill, small_of
from annotator.services.keymap import BINDINGS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from annotator.gui.theme import Theme
    from annotator.gui.ways import Way

SHORTEST = 60  # pixels of a project's name that are shown whatever else there is
GAP = 10  # between two parts

PLACES = ("place_annotate", "place_review", "place_agreement", "place_learning")  # the actions that lead there


class Place(QAbstractButton):
    """The name of a place and the key that leads there; that of the place one is in on a raised ground."""

    def __init__(self, text: str, about: str, chord: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._chord = self._cap = cap_text(chord) if chord else ""
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{text} {self._cap}".strip())
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def be_brief(self, *, has_cap: bool) -> None:
        """Leaves the key out where the bar has no room for it; the name for screen readers keeps it."""
        self._cap = self._chord if has_cap else ""
        self.updateGeometry()
        self.update()

    def _cap_width(self) -> float:
        return QFontMetricsF(small_of(self.font())).horizontalAdvance(self._cap) + 10 if self._cap else 0.0

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self.text()) + 26 + (self._cap_width() + 6 if self._cap else 0)
        return QSize(round(width), round(metrics.height()) + 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(self.theme.rule), 1))
            painter.setBrush(QColor(self.theme.field))
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(self.theme.ink if self.isChecked() else self.theme.muted))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(13, 0, 0, 0), align, self.text())
        if not self._cap:
            return
        small = QFontMetricsF(small_of(self.font()))
        width, height = self._cap_width(), small.height() + 2
        cap = QRectF(rect.right() - 11 - width, round(rect.center().y() - height / 2) + 0.5, width, height)
        painter.setFont(small_of(self.font()))
        paint_cap(painter, cap, self._cap, self.theme)


class TopBar(QWidget):
    """Project and annotator on the left, the places in the middle, ways to more at the right."""

    place_wanted = Signal(int)  # 0 Annotate, 1 Review, 2 Agreement, 3 Learning

    def __init__(self, project: str, actor: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._project = ElidedLabel()
        self._project.set_outside_text(project)
        self._project.setFont(desk_font(10, bold=True))
        self._project.setMinimumWidth(min(SHORTEST, self._project.sizeHint().width()))
        self._actor = PlainLabel()
        self._actor.set_outside_text(actor)
        names = (self.tr("Annotate"), self.tr("Review"), self.tr("Agreement"), self.tr("Learning"))
        about = {one.action: one.text(spoken_language()) for one in BINDINGS if one.action in PLACES}
        self.places = [
            Place(name, about[action], chord_of(action), theme) for name, action in zip(names, PLACES, strict=True)
        ]
        self.places[0].setChecked(True)
        left = QWidget()
        side = QHBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(18)
        side.addWidget(self._project)
        side.addWidget(self._actor)
        side.addStretch(1)
        line = QHBoxLayout(self)
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # `_fit` sees to it that all have room
        line.setContentsMargins(14, 5, 14, 6)
        line.addWidget(left, 1)
        for number, place in enumerate(self.places):
            place.clicked.connect(partial(self._want, number))
            line.addWidget(place)
        right = QWidget()
        self._right = QHBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addStretch(1)
        self._ways: list[Way] = []
        line.addWidget(right, 1)
        self.set_theme(theme)

    def _want(self, number: int, _checked: bool = False) -> None:
        self.place_wanted.emit(number)

    def show_place(self, number: int) -> None:
        """Raises the name of the place one is in."""
        self.places[number].setChecked(True)

    def add_way(self, way: Way) -> None:
        """Puts one more button at the right end."""
        self._ways.append(way)
        self._right.addWidget(way)
        self._fit()

    def _fit(self) -> None:
        """Says as much as there is room for: first the keys give way, then the annotator and what the ways are."""
        for has_caps, has_words in ((True, True), (False, True), (False, False)):
            for place in self.places:
                place.be_brief(has_cap=has_caps)
            for way in self._ways:
                way.be_brief(has_cap=has_caps or not has_words, has_words=has_words)
            self._actor.setVisible(has_words)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        """The width that all parts take as they are now; the middle stands in the middle only where there is room."""
        parts: list[QWidget] = [self._project, *self.places, *self._ways]
        if not self._actor.isHidden():
            parts.append(self._actor)
        return sum(part.sizeHint().width() for part in parts) + GAP * (len(parts) + 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(SHORTEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        for place in self.places:
            place.theme = theme
            place.update()
        self._actor.set_colour(theme.muted)
        self._project.set_colour(theme.ink)
        for way in self._ways:
            way.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.rule)
