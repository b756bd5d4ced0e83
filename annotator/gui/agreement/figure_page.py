"""What the pages of figures have in common: one column of headings, explanations, tables and plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.gui.agreement.plots import Plot
from annotator.gui.agreement.sideways import Sideways
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.gui.theme import Theme

WIDEST = 820  # pixels of an explanation


class AtHand(NamedTuple):
    """What has the focus on a page: its number among all that can have it, and the cell at hand in each of those."""

    number: int
    cells: tuple[tuple[int, int], ...]


class FigureArea(QScrollArea):
    """What the page scrolls in."""

    spoken_role = QAccessible.Role.Pane


class FigurePage(QWidget):
    """Parts are added at the foot; `plots` are those that can be exported, by name.

    A page may be made in pieces, so that no turn of the window takes longer than its longest piece.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.plots: dict[str, Plot] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 20, 28, 28)
        self._column.setSpacing(8)
        self._pieces: Iterator[None] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    # -- made in pieces ---------------------------------------------------------------------------------

    def _make(self, pieces: Iterator[None]) -> None:
        """Makes the first piece at once, the others in turns of their own."""
        self._pieces = pieces
        self._column.addStretch(1)  # what is there stays at the top while the rest comes
        self._put()
        self._next.start(0)

    @property
    def is_complete(self) -> bool:
        """Whether all of the page is there."""
        return not self._next.isActive()

    def complete(self) -> None:
        """Makes what is left of it at once."""
        self._next.stop()
        while self._put():
            pass

    def _go_on(self) -> None:
        if self._put():
            self._next.start(0)
        else:
            self._next.stop()

    def _put(self) -> bool:
        """Makes the next piece; False where there is none."""
        foot = self._column.takeAt(self._column.count() - 1)
        is_there = next(self._pieces, self) is not self
        if foot is not None:
            self._column.addItem(foot)
        return is_there

    # -- its parts --------------------------------------------------------------------------------------

    def _heading(self, text: str, about: str = "") -> None:
        label = PlainLabel(text)
        label.setFont(desk_font(11, bold=True))
        label.setWordWrap(True)  # a long one, of large letters, must not make the page wider than the window
        label.set_colour(self._theme.ink)
        label.setContentsMargins(0, 14, 0, 0)
        self._column.addWidget(label)
        if about:
            self._column.addWidget(self._muted(about))

    def _muted(self, text: str, colour: str = "") -> PlainLabel:
        label = PlainLabel()
        label.set_outside_text(text)
        label.setWordWrap(True)
        label.setFont(desk_font(9.5))
        label.setMaximumWidth(WIDEST)
        # A scrolled page asks its parts for a height before it tells them their width.
        label.setMinimumHeight(label.heightForWidth(WIDEST - 20))
        label.set_colour(colour or self._theme.muted)
        return label

    def _plot(self, name: str, plot: Plot) -> Plot:
        self.plots[name] = plot
        self._column.addWidget(Sideways(plot, self._theme))
        return plot

    # -- a page that is made anew -----------------------------------------------------------------------

    def _parts(self) -> list[QWidget]:
        return [one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def at_hand(self) -> AtHand:
        """What is at hand on the page; number -1 where nothing of it has the focus."""
        parts = self._parts()
        number = next((number for number, one in enumerate(parts) if one.hasFocus()), -1)
        return AtHand(number, tuple(map(_cell, parts)))

    def take_to_hand(self, found: AtHand) -> None:
        """Has at hand what was so on a page of the same parts."""
        parts = self._parts()
        if len(parts) != len(found.cells):
            return
        for one, cell in zip(parts, found.cells, strict=True):
            if isinstance(one, Plot):
                one.at = cell
            elif isinstance(one, FigureTable):
                one.setCurrentCell(*cell)
        if found.number >= 0:
            parts[found.number].setFocus()


def _cell(part: QWidget) -> tuple[int, int]:
    if isinstance(part, Plot):
        return part.at
    return (part.currentRow(), part.currentColumn()) if isinstance(part, FigureTable) else (-1, -1)
