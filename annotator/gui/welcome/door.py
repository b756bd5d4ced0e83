"""A door of the welcome page: a large button with an icon, what it leads to, and a line about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.gui.icons import pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from annotator.gui.theme import Theme

ICON = 28
PAD = 16
LEAST_WIDTH = 300


class Door(QAbstractButton):
    """Pressed by mouse, Space or Enter."""

    def __init__(self, icon: str, text: str, about: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._about = about
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.1)
        return font

    def _room(self, width: int) -> int:
        return width - ICON - 3 * PAD

    def _height_of(self, font: QFont, text: str, width: int) -> int:
        flags = Qt.TextFlag.TextWordWrap
        return QFontMetrics(font).boundingRect(QRect(0, 0, self._room(width), 10_000), flags, text).height()

    def heightForWidth(self, width: int) -> int:
        text = self._height_of(self._bold(), self.text(), width) + 3 + self._height_of(self.font(), self._about, width)
        return max(ICON, text) + 2 * PAD - 4

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = max(LEAST_WIDTH, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(max(LEAST_WIDTH, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        is_raised = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(QColor(theme.selection if is_raised else theme.field))
        has_focus = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if has_focus else theme.rule), 2 if has_focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        picture = pixmap(self._icon, theme.accent, size=ICON, scale=self.devicePixelRatioF())
        painter.drawPixmap(PAD, (self.height() - ICON) // 2, picture)
        left, room = 2 * PAD + ICON, self._room(self.width())
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        title = self._height_of(self._bold(), self.text(), self.width())
        about = self._height_of(self.font(), self._about, self.width())
        y = (self.height() - title - 3 - about) // 2
        painter.setFont(self._bold())
        painter.setPen(QColor(theme.ink if self.isEnabled() else theme.muted))
        painter.drawText(QRect(left, y, room, title), flags, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRect(left, y + title + 3, room, about), flags, self._about)
