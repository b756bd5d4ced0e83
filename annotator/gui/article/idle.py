"""Lays out what of an article is not yet laid out, in slices of idle time, holding still what is seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.gui.article.page import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.article.page import Page

SLICE = 0.004  # seconds of layout between two turns of the event loop


class IdleLayout(QTimer):
    """`move_to` takes the scroll bar's value to a new one without scrolling what is painted."""

    def __init__(self, page: Callable[[], Page | None], move_to: Callable[[int], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._move_to = move_to
        self.setInterval(0)
        self.timeout.connect(self._lay_a_slice)

    def _lay_a_slice(self) -> None:
        page = self._page()
        if page is None:
            self.stop()
            return
        layout = page.layout
        anchor = layout.index_at(page.scroll - MARGIN)
        before, height = layout.top(anchor), layout.height
        until = time.perf_counter() + SLICE
        is_more = True
        while is_more and time.perf_counter() < until:
            is_more = layout.lay_next()
        if not is_more:
            self.stop()
        if layout.height != height:
            self._move_to(page.scroll + round(layout.top(anchor) - before))
