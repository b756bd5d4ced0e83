"""The heading of the list of articles and how far one is; on a low screen both give way to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.flow import EndsLayout
from annotator.gui.parts import Bar, PlainLabel, QuietLabel

if TYPE_CHECKING:
    from annotator.gui.theme import Theme


class Figures(QWidget):
    """Heading and what is done at both ends of a line, a bar below it, then this sitting."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading, self.done = PlainLabel(""), PlainLabel("")
        self.progress, self.sitting = Bar(theme), QuietLabel()
        ends = EndsLayout(gap=10)
        ends.addWidget(self.heading)
        ends.addWidget(self.done)
        heading = QVBoxLayout()
        heading.setContentsMargins(14, 10, 14, 4)
        heading.addLayout(ends)
        bar = QVBoxLayout()
        bar.setContentsMargins(14, 0, 14, 8)
        bar.setSpacing(5)
        bar.addWidget(self.progress)
        bar.addWidget(self.sitting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(bar)

    def give_way(self, room: int, others: int) -> None:
        """Is seen where `room` is enough for it besides the `others`; two lines of a heading are reckoned with."""
        own = self.sizeHint().height() + self.fontMetrics().lineSpacing()
        self.setVisible(room >= own + others)
