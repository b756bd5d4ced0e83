"""The command palette: every command of the key table by name, in Dutch and English at once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
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
from annotator.gui.parts import PlainLabel, cap_text, paint_cap
from annotator.services.command_search import found_commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from annotator.gui.theme import Theme
    from annotator.services.keymap import Binding, Keymap

BINDING = Qt.ItemDataRole.UserRole
PAD, ABOVE, GAP = 10, 6, 5  # pixels beside and above the names, and between two keys
WIDTH, LINES = 640, 9
WRAPPED = int(Qt.TextFlag.TextWordWrap)


def sentence(text: str) -> str:
    """The text with a capital at its head, as a command is named."""
    return text[:1].upper() + text[1:]


class CommandDelegate(QStyledItemDelegate):
    """One command a row: its name, below it the name in the other language, its keys at the right.

    A name goes on to the next line where there is no room for all of it.
    """

    def __init__(self, theme: Theme, language: str, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.rect.width()
        view = option.widget
        if isinstance(view, QListWidget):
            # Whether the list scrolls comes out of these heights: they have to hold beside its bar too.
            width = view.contentsRect().width() - view.verticalScrollBar().sizeHint().width()
        needed = sum(height for _, height in self._names(index.data(BINDING), QFontMetricsF(option.font), width))
        return QSize(200, math.ceil(needed) + 2 * ABOVE)

    def _names(self, binding: Binding, metrics: QFontMetricsF, width: float) -> list[tuple[str, float]]:
        """The name in both languages, each with the height it takes in a row of that width."""
        other = "en" if self._language == "nl" else "nl"
        room = QRectF(0, 0, self._room(binding, metrics, width), 1e6)
        return [
            (text, max(metrics.lineSpacing(), metrics.boundingRect(room, WRAPPED, text).height()))
            for text in (sentence(binding.text(self._language)), binding.text(other))
        ]

    def _room(self, binding: Binding, metrics: QFontMetricsF, width: float) -> float:
        """What the keys leave of the width for the name."""
        caps = sum(_cap_width(cap_text(chord), metrics) + GAP for chord in binding.chords[:2])
        return max(1.0, width - caps - 3 * PAD)

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
            right = self._cap(painter, cap_text(chord), right, rect, metrics) - GAP
        room = self._room(binding, metrics, rect.width())
        y = rect.top() + ABOVE
        for (text, height), colour in zip(
            self._names(binding, metrics, rect.width()), (theme.ink, theme.muted), strict=True
        ):
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(rect.left() + PAD, y, room + 1, height), WRAPPED, text)
            y += height
        painter.restore()

    def _cap(self, painter: QPainter, text: str, right: float, rect: QRectF, metrics: QFontMetricsF) -> float:
        width = _cap_width(text, metrics)
        place = QRectF(right - width, rect.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4)
        paint_cap(painter, place, text, self._theme, is_on_field=True)
        return place.left()


def _cap_width(text: str, metrics: QFontMetricsF) -> float:
    return metrics.horizontalAdvance(text) + 12


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
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
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
        height = round((2 * QFontMetricsF(self.font()).lineSpacing() + 2 * ABOVE) * LINES + 80)
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
