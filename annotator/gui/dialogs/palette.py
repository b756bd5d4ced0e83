"""The command palette: every command of the key table by name, in Dutch and English at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dialogs.frame import sheet, told
from annotator.gui.language import spoken_language
from annotator.gui.parts import PlainLabel, cap_text
from annotator.services.command_search import found_commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from annotator.gui.theme import Theme
    from annotator.services.keymap import Binding, Keymap

BINDING = Qt.ItemDataRole.UserRole
PAD = 10
WIDTH, LINES = 640, 9


def sentence(text: str) -> str:
    """The text with a capital at its head, as a command is named."""
    return text[:1].upper() + text[1:]


class CommandDelegate(QStyledItemDelegate):
    """One command a line: its name, below it the name in the other language, its keys at the right."""

    def __init__(self, theme: Theme, language: str, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, round(2 * QFontMetricsF(option.font).lineSpacing()) + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        binding: Binding = index.data(BINDING)
        theme, rect = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        metrics = QFontMetricsF(option.font)
        right = rect.right() - PAD
        for chord in reversed(binding.chords[:2]):
            right = self._cap(painter, cap_text(chord), right, rect, metrics) - 5
        room = right - rect.left() - 2 * PAD
        other = "en" if self._language == "nl" else "nl"
        y = rect.top() + 6
        for text, colour in ((sentence(binding.text(self._language)), theme.ink), (binding.text(other), theme.muted)):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(rect.left() + PAD, y, room + 1, metrics.lineSpacing()), shown)
            y += metrics.lineSpacing()
        painter.restore()

    def _cap(self, painter: QPainter, text: str, right: float, rect: QRectF, metrics: QFontMetricsF) -> float:
        width = metrics.horizontalAdvance(text) + 12
        place = QRectF(right - width, rect.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4)
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()


class CommandPalette(QDialog):
    """Letters narrow the list, the arrows choose, Enter takes; `chosen` then names the action."""

    def __init__(self, keymap: Keymap, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self._bindings: Sequence[Binding] = [one for one in keymap.bindings if one.action != "palette"]
        self._language = spoken_language()
        self.setWindowTitle(self.tr("Run a command"))
        self.setAccessibleName(self.tr("Run a command"))
        self.setStyleSheet(sheet(theme))
        self.query = told(
            QLineEdit(),
            self.tr("Name of the command"),
            self.tr("A few letters of what it does, in Dutch or in English; arrows choose, Enter runs it"),
        )
        self.query.setPlaceholderText(self.tr("Run a command: a few letters, in Dutch or in English"))
        self.list = told(
            QListWidget(), self.tr("Commands"), self.tr("The commands that fit, the likeliest first; Enter runs one")
        )
        self.list.setItemDelegate(CommandDelegate(theme, self._language, parent=self))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel(self.tr("No command fits these letters."))
        self.nothing.set_colour(theme.muted)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.query)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.query.textChanged.connect(self.narrow)
        self.query.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.narrow("")
        share = self.font().pointSizeF() / 10
        height = round((2 * QFontMetricsF(self.font()).lineSpacing() + 12) * LINES + 80)
        room = self.screen().availableSize()
        self.resize(min(round(WIDTH * share), room.width() - 20), min(height, room.height() - 40))
        self.query.setFocus()

    def narrow(self, text: str) -> None:
        """Shows the commands that fit the letters."""
        self.list.clear()
        for binding in found_commands(text, self._bindings):
            item = QListWidgetItem(self.list)
            item.setData(BINDING, binding)
            keys = ", ".join(cap_text(chord) for chord in binding.chords)
            name = sentence(binding.text(self._language))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {keys}" if keys else name)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(BINDING).action
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: LINES, Qt.Key.Key_PageUp: -LINES}
        step = moves.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.list.setCurrentRow(min(max(0, self.list.currentRow() + step), self.list.count() - 1))

    def place_over(self, window: QWidget) -> None:
        """Stands in the upper third of the window."""
        corner = window.mapToGlobal(QPoint(0, 0))
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + round(window.height() * 0.12))
