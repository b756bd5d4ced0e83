"""Where moving about begins while nothing is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.gui.article.view import ArticleView


def is_in_sight(view: ArticleView, position: int) -> bool:
    """Whether the line of the position is seen, half of it at least."""
    page = view.page
    if page is None:
        return False
    middle = page.rect_of(position, position + 1).center().y()
    return 0 <= middle <= view.viewport().height()


def beginning(view: ArticleView) -> int:
    """Where one was before letting go, while that is in sight; else the first position on the screen."""
    page = view.page
    if page is None:
        return 0
    return page.was_at if page.was_at >= 0 and is_in_sight(view, page.was_at) else page.first_position()
