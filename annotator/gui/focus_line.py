"""A line over that part of the window to which the keys go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.theme import Theme

THICK = 2
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class FocusLine(QWidget):
    """Lies over the upper edge of one of the `parts`, all of them in `parent`."""

    def __init__(self, parts: Sequence[QWidget], theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = parent
        self._watched: set[QWidget] = set()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.set_theme(theme)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.accent))
        self.setPalette(palette)

    def follow(self) -> None:
        """Goes where the focus is, after the parts have been moved."""
        self.mark(self._window.focusWidget())

    def mark(self, focused: QWidget | None) -> None:
        """Marks the part that holds the widget; none where it is in no part."""
        part = None
        if focused is not None:
            held = (one for one in self._parts if one is focused or one.isAncestorOf(focused))
            part = next((one for one in held if one.isVisibleTo(self._window)), None)
        self.setVisible(part is not None)
        if part is not None:
            self._watch(part)
            corner = part.mapTo(self._window, QPoint(0, 0))
            self.setGeometry(corner.x(), corner.y(), part.width(), THICK)
            self.raise_()

    def _watch(self, part: QWidget) -> None:
        # A note above the parts, or a bar below them, moves what holds the part, and no signal tells of it.
        holder = part.parentWidget()
        while holder is not None and holder is not self._window:
            if holder not in self._watched:
                self._watched.add(holder)
                holder.installEventFilter(self)
            holder = holder.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.follow()
        return False

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.mark(now)
