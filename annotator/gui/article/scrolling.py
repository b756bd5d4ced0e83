"""Where the article is scrolled to: the range of the bar, going to a place, moving without moving what is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.gui.article.page import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollBar, QWidget

    from annotator.core.text import Fragments
    from annotator.gui.article.page import Page


class Place(NamedTuple):
    """The position that is seen first, its height in the view, and whether the article is seen from its top."""

    position: int
    height: float
    is_top: bool


class Scrolling:
    """Knows the page that is shown through `page`; `is_silent` while pixels must not follow the bar."""

    def __init__(self, page: Callable[[], Page | None], bar: QScrollBar, viewport: Callable[[], QWidget]) -> None:
        self.is_silent = False
        self.covered = 0  # pixels at the foot of the view that something lies over
        self._page = page
        self._bar = bar
        self._viewport = viewport
        bar.valueChanged.connect(self._follow)

    def to(self, position: int) -> None:
        """Scrolls so that the line of the position has two lines about it; not at all where it has."""
        page, height = self._page(), self._viewport().height() - self.covered
        if page is None:
            return
        before = page.scroll
        self.by(page.way_to(position, height=height))
        while page.scroll != before:
            # What was only estimated above the goal is laid out now; the goal must not be pushed away by that.
            before = page.scroll
            top = page.rect_of(position, position + 1).top()
            page.layout.visible(page.scroll - MARGIN, page.scroll - MARGIN + height)
            self.by(page.rect_of(position, position + 1).top() - top)

    def clear_of(self, covered: int, fragments: Fragments) -> None:
        """Scrolls so that the fragments, and a line after them, stand above what covers so many pixels at the foot."""
        self.covered = covered
        self.sync_range()
        page = self._page()
        if page is None or not fragments:
            return
        top, bottom = page.rect_of(*fragments[0]).top(), page.rect_of(*fragments[-1]).bottom()
        beyond = bottom + page.measures.line - (self._viewport().height() - covered)
        if beyond > 0:
            self.by(min(beyond, max(0.0, top)))

    def by(self, pixels: float) -> None:
        """Scrolls by so many pixels, as far as the article goes."""
        if pixels:
            self.sync_range()
            self._bar.setValue(self._bar.value() + round(pixels))

    def place(self) -> Place:
        """What is seen first, and how high."""
        page = self._page()
        if page is None:
            return Place(0, 0.0, is_top=True)
        position = page.first_position()
        return Place(position, page.rect_of(position, position + 1).top(), is_top=self._bar.value() == 0)

    def back_to(self, place: Place) -> None:
        """Has that seen first, on a page that is laid out in another way."""
        page = self._page()
        self._bar.setValue(0)
        if page is not None and not place.is_top:
            self.by(page.rect_of(place.position, place.position + 1).top() - place.height)

    def silently(self, value: int) -> None:
        """Takes the bar to a value because what is above grew, without scrolling what is painted."""
        self.is_silent = True
        self.sync_range()
        self._bar.setValue(value)
        self.is_silent = False

    def sync_range(self) -> None:
        """Gives the bar the height of the article as it is known now."""
        page = self._page()
        if page is None:
            return
        seen, line = self._viewport().height(), round(page.measures.line)
        self._bar.setPageStep(max(1, seen - line))
        self._bar.setSingleStep(line)
        self._bar.setRange(0, max(0, round(page.layout.height) + 2 * MARGIN + self.covered - seen))

    def _follow(self, value: int) -> None:
        page = self._page()
        if page is not None:
            page.scroll = value
