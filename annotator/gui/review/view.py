"""The article in Review: painted once, with every annotator's version on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.article.marks import MarkBook
from annotator.gui.article.overlay import Overlay
from annotator.gui.article.view import ArticleView
from annotator.gui.review.marks import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QRect

    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.article.blocks import Block
    from annotator.gui.article.marks import Mark
    from annotator.gui.article.page import Page
    from annotator.gui.review.marks import Picture
    from annotator.gui.theme import Theme


class _Book(MarkBook):
    """All versions are shown, whatever they overlap; those refused are dotted."""

    def __init__(self, picture: Picture, scheme: Scheme, blocks: Sequence[Block]) -> None:
        self._refused = frozenset(one.id for one in picture.refused)
        super().__init__(picture.state, scheme, blocks)

    def _is_open(self, suggestion: Suggestion) -> bool:
        return suggestion.id not in self._refused

    def _proposed(self, suggestion: Suggestion) -> Mark:
        return super()._proposed(suggestion)._replace(score=None)  # no score: it would stand on the tag at hand

    def hidden_in(self, block: int) -> list[Suggestion]:
        return [self.state.suggestions[id] for id in sorted(self._suggestions[block] & self._refused)]


class _Notes(Overlay):
    """Notes stand where the roles of an event stand in Annotate: before the label on its tag."""

    notes: Mapping[str, str] = {}
    picture: Picture | None = None

    def standing(self, mark: str) -> str:
        return standing_of(self.picture, mark) if self.picture is not None else ""

    def roles(self) -> dict[str, str]:
        return dict(self.notes)

    def rects(self) -> Iterator[QRect]:
        return iter(())  # nothing is painted beside the marks


class ReviewView(ArticleView):
    """Shows pictures of `review.marks`; what is at hand is a mark of one of its places."""

    def __init__(self, scheme: Scheme, *, theme: Theme) -> None:
        self._picture: Picture | None = None
        super().__init__(scheme, theme=theme)
        self.overlay: _Notes = _Notes(lambda: self.page, lambda rects: self.viewport().update())
        self.overlay.theme = theme
        self.overlay.set_hidden(True)
        self.setAccessibleName(self.tr("Article with all versions"))

    def show_picture(self, picture: Picture, *, is_same: bool) -> None:
        """Shows a picture, from its top unless it is of the same document."""
        self._picture = picture
        self.overlay.notes = picture.notes
        self.overlay.picture = picture
        page = self.page
        if is_same and page is not None:
            page.replace_state(picture.state)
            self._take_book(page)
            if page.current is not None and page.book.mark(page.current) is None:
                page.current = None
            self.viewport().update()
            return
        self.show_state(picture.state)

    def _lay_out(self, state: DocumentState) -> Page:
        page = super()._lay_out(state)
        self._take_book(page)
        return page

    def _take_book(self, page: Page) -> None:
        if self._picture is not None:
            page.book = _Book(self._picture, self._scheme, page.layout.blocks)

    def scroll_by_key(self, chord: str) -> bool:
        """Scrolls for a plain key of moving; whether it is one."""
        bar = self.verticalScrollBar()
        steps = {
            "Down": bar.singleStep(), "Up": -bar.singleStep(), "PageDown": bar.pageStep(), "PageUp": -bar.pageStep(),
            "Home": -bar.maximum(), "End": bar.maximum(),
        }  # fmt: skip
        if chord not in steps:
            return False
        bar.setValue(bar.value() + steps[chord])
        return True
