"""Where the article is scrolled to: the range of the bar, going to a place, moving without moving what is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.article.page import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollBar, QWidget

    from annotator.core.text import Fragments
    from annotator.gui.article.page import Page


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
