"""Small buttons in the top bar that say what a key does, for those who do not know the key yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.gui.parts import cap_text, paint_cap
from annotator.gui.theme import small_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.gui.theme import Theme

PAD = 5.0


class Way(QAbstractButton):
    """A few words and the key that does the same; a click does it too."""

    def __init__(self, text: str, chord: str, description: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chord = self._cap = cap_text(chord) if chord else ""
        self._words = text
        self.setText(text)
        self.setAccessibleName(f"{text} {self._cap}".strip() or description)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def be_brief(self, *, has_cap: bool, has_words: bool) -> None:
        """Leaves the key or the words out where the bar has no room for both; the name for screen readers stays."""
        self._cap = self._chord if has_cap else ""
        self.setText(self._words if has_words or not self._cap else "")
        self.setToolTip("" if self.text() else self._words)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.update()

    def _cap_width(self) -> float:
        return QFontMetricsF(small_of(self.font())).horizontalAdvance(self._cap) + 2 * PAD if self._cap else 0.0

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        words = metrics.horizontalAdvance(self.text()) + (PAD if self.text() and self._cap else 0)
        return QSize(round(words + self._cap_width() + 2 * PAD) + 1, round(metrics.height() + 2 * PAD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(self._theme.muted))
        whole = QRectF(self.rect()).adjusted(PAD, 0, -PAD, 0)
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if not self._cap:
            return
        small = QFontMetricsF(small_of(self.font()))
        width, height = self._cap_width(), small.height() + 2
        cap = QRectF(whole.right() - width, round((self.height() - height) / 2) + 0.5, width - 1, height)
        painter.setFont(small_of(self.font()))
        paint_cap(painter, cap, self._cap, self._theme)
