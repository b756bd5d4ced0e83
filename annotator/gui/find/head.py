"""The head of the drawer: its two tabs, the words that are looked for, and what narrows the search, beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

LEAST = 200  # pixels of the field for words, before the options go below it
LEAST_PLACES = 3  # that are seen at once below the head on the lowest screen
FRAME = 2  # pixels above and below the list together
COUNTED = "1.000.000 …"  # the last of the options is written when the articles have been gone through


class Head(QWidget):
    """Puts the options beside the words where all of it has room on one line, else on lines of their own."""

    def __init__(self, tabs: Sequence[QWidget], words: QWidget, options: Sequence[QWidget], close: QWidget) -> None:
        super().__init__()
        self._words = words
        self._others = (*tabs, close)
        self._options = QWidget()
        flow = FlowLayout(gap=8, parent=self._options)
        for widget in options:
            flow.addWidget(widget)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        for widget in tabs:
            self._line.addWidget(widget)
        self._line.addWidget(words, 1)
        self._line.addWidget(self._options)
        self._line.addStretch(0)  # where there is no field for words, no button grows
        self._line.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._column.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.put_options()

    def put_options(self) -> None:
        """Beside or below, by the room there is."""
        has_words = not self._words.isHidden()
        taken = sum(one.sizeHint().width() + self._line.spacing() for one in (*self._others, self._options))
        room = self.width() - taken - self.fontMetrics().horizontalAdvance(COUNTED)
        is_beside = room >= (LEAST if has_words else 0)
        self._line.setStretchFactor(self._options, int(not has_words))
        if is_beside == (self._line.indexOf(self._options) >= 0):
            return
        if is_beside:
            self._column.removeWidget(self._options)
            self._line.insertWidget(self._line.indexOf(self._words) + 1, self._options, int(not has_words))
        else:
            self._line.removeWidget(self._options)
            self._column.addWidget(self._options)


def least_height(drawer: QWidget, head: Head, foot: QLayout, line: int) -> int:
    """What head and foot ask for at that width, with some places of one `line` each between them."""
    column = drawer.layout()
    margins = drawer.contentsMargins() if column is None else column.contentsMargins()
    spacing = 0 if column is None else 2 * column.spacing()
    width = drawer.width() - margins.left() - margins.right()
    fixed = max(head.heightForWidth(width), head.sizeHint().height()) + foot.sizeHint().height()
    return fixed + LEAST_PLACES * line + FRAME + spacing + margins.top() + margins.bottom()
