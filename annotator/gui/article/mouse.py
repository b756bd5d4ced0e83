"""What the mouse does in the article: click, drag with token snap, double click, dragging an edge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent

from annotator.core.graphemes import grapheme_edges
from annotator.errors import BugError
from annotator.gui.article import selection as selecting
from annotator.gui.article.bidi import is_from_right
from annotator.gui.article.drag_scroll import DragScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from annotator.core.text import Fragment, Fragments
    from annotator.gui.article.marks import Mark
    from annotator.gui.article.page import Page
    from annotator.gui.article.view import ArticleView

GRIP = 4.0  # pixels on either side of an edge that take hold of it
NOTCH = 120  # of a wheel, in Qt's eighths of a degree; touchpads tell of far less at a time
STILL = 4.0  # pixels a press may wander and still be a click


class Mouse:
    """The state of one press: where it began and which edge it holds."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._anchor: Fragment = (0, 0)  # what a selection keeps whichever way it goes on
        self._is_dragging = False
        self._turned = 0  # of the wheel with Ctrl, short of the next notch
        self._edge: tuple[Mark, int, bool] | None = None  # mark, fragment number, is the left edge
        self._scroll = DragScroll(view)

    @property
    def _page(self) -> Page:
        page = self._view.page
        if page is None:
            raise BugError("the mouse was asked about an article that is not there")
        return page

    def press(self, event: QMouseEvent) -> None:
        """Begins a click, a drag, or the drag of an edge of the mark at hand."""
        if event.button() == Qt.MouseButton.RightButton and self._view.page is not None:
            if self._view.pick is None:  # a question is answered by the left button alone
                self._take_for_menu(event.position())
            return
        if event.button() != Qt.MouseButton.LeftButton or self._view.document is None:
            return
        self._press_at(event.position())
        self._is_dragging = False
        self._edge = self._edge_at(event.position()) if self._view.pick is None else None
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._view.selection is not None:
            self._anchor = self._view.document.tokens.ranges[self._view.selection.anchor]
            self._select_to(event.position(), event.modifiers())
            self._is_dragging = True

    def move(self, event: QMouseEvent) -> None:
        """Extends the selection or moves the edge; shows what a press would do."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.let_go()  # a menu or a dialog that opened meanwhile was told of the release
        if self._pressed is None:
            shape = Qt.CursorShape.SizeHorCursor if self._edge_at(event.position()) else Qt.CursorShape.IBeamCursor
            if self._view.viewport().cursor().shape() != shape:
                self._view.viewport().setCursor(shape)
            return
        if not self._is_dragging and (event.position() - self._pressed).manhattanLength() < STILL:
            return
        self._is_dragging = True
        if self._view.pick is not None:
            return  # what is at hand stays there while something else is pointed at
        drag = partial(self._drag_to, event.position(), event.modifiers())
        drag()
        self._scroll.follow(event.position().y(), drag)

    def _drag_to(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Takes the edge that is held, or the end of the selection, to a point; it may be beyond what is seen."""
        if self._edge is None:
            self._select_to(point, modifiers)
            return
        fragment = self._dragged_edge(point)
        if fragment is not None and self._view.document is not None:
            chosen = selecting.over(self._view.document, *fragment)
            if chosen is not None:
                self._view.put(self._edge[0].id, chosen)

    def release(self, event: QMouseEvent) -> None:
        """Ends the press: a click takes what is under it to hand, a dragged edge is dropped."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        edge, is_dragging = self._edge, self._is_dragging
        self.let_go()
        if edge is not None and is_dragging:
            self._edge = edge
            fragment = self._dragged_edge(event.position())
            self._edge = None
            mark, number, _ = edge
            if fragment is not None and fragment != mark.fragments[number]:
                fragments: Fragments = (*mark.fragments[:number], fragment, *mark.fragments[number + 1 :])
                self._view.edge_dropped.emit(mark.id, fragments)
            else:
                self._view.set_current(mark.id, scroll=False)
        elif not is_dragging:
            self._click(event.position())
        elif self._view.pick is not None:
            self._pick_dragged(self._view.pick, event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Selects the token on purpose."""
        document = self._view.document
        if document is None or event.button() != Qt.MouseButton.LeftButton:
            return
        position = self._page.position_under(event.position())
        self._press_at(event.position())
        if position is not None:
            self._view.set_selection(selecting.over(document, position, position + 1), scroll=False)
            if self._view.selection is not None:
                self._anchor = document.tokens.ranges[self._view.selection.anchor]
        self._is_dragging = True  # the release that follows is no click

    def place_of_menu(self, event: QContextMenuEvent) -> QPoint:
        """Where on the screen the menu opens: below what it is about, where a key asked for it."""
        mark, fragments = self._view.current, self._view.selected()
        if fragments is None and mark is not None:
            fragments = mark.fragments
        if event.reason() != QContextMenuEvent.Reason.Keyboard or fragments is None:
            return event.globalPos()
        below, seen = self._page.rect_of(*fragments[0]).bottomLeft().toPoint(), self._view.viewport().rect()
        if not seen.contains(below):
            below = seen.center()
        return self._view.viewport().mapToGlobal(below)

    def turn(self, event: QWheelEvent) -> None:
        """The wheel with Ctrl: larger or smaller by a point a notch."""
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._view.set_points(self._view.points + notches)

    def let_go(self) -> None:
        """Forgets a press that is over, or is about an article that is not shown any more."""
        self._scroll.stop()
        self._pressed = self._edge = None
        self._is_dragging = False

    def _press_at(self, point: QPointF) -> None:
        self._pressed = point
        position = self._page.position_at(point)
        self._anchor = position, position

    def _click(self, point: QPointF) -> None:
        view = self._view
        position = self._page.position_under(point)
        if view.document is None or view.book is None:
            return
        marks = view.book.at(position) if position is not None else []
        if view.pick is not None:
            view.pick(tuple(marks))
            return
        if marks:
            ids = [mark.id for mark in marks]
            current = view.current
            # Another click on the same place goes on to the mark below.
            following = (ids.index(current.id) + 1) % len(ids) if current is not None and current.id in ids else 0
            view.set_current(ids[following], scroll=False)
        elif position is not None:
            view.set_selection(selecting.at(view.document, position), scroll=False)
        else:
            view.set_selection(None)

    def _pick_dragged(self, pick: Callable[[tuple[Mark, ...]], None], point: QPointF) -> None:
        """Offers the marks that were dragged over, or dragged to, the one dragged to first."""
        book, position = self._view.book, self._page.position_under(point)
        if book is None:
            return
        start, end = sorted((self._anchor[0], self._page.position_at(point)))
        under = book.at(position) if position is not None else []
        over = [mark for mark in book.at(start, end=max(end, start + 1)) if mark not in under]
        pick((*under, *over))

    def _take_for_menu(self, point: QPointF) -> None:
        """A right click is about what it hits, unless that is selected already."""
        view = self._view
        position = self._page.position_under(point)
        selected = view.selected()
        if position is None or (selected is not None and selected[0][0] <= position < selected[0][1]):
            return
        current = view.current
        if current is not None and any(start <= position < end for start, end in current.fragments):
            return
        self._click(point)

    def _select_to(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        document = self._view.document
        if document is None:
            return
        position = self._page.position_at(point)
        anchor = self._anchor[1 if position < self._anchor[0] else 0]
        chosen = selecting.over(document, anchor, position)
        if chosen is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            exact = grapheme_edges(document.text, *sorted((anchor, position)))
            chosen = selecting.Selection(chosen.anchor, chosen.focus, is_chosen=True, exact=exact)
        if chosen is not None:
            self._view.set_selection(chosen, scroll=False)

    def _edge_at(self, point: QPointF) -> tuple[Mark, int, bool] | None:
        """The edge of the mark at hand under the point."""
        mark = self._view.current
        if mark is None or self._view.page is None:
            return None
        for number, (start, end) in enumerate(mark.fragments):
            for position, is_left in ((start, True), (end, False)):
                rect = self._page.rect_of(position, position + 1) if is_left else self._page.rect_of(end - 1, end)
                is_turned = is_from_right(self._page.document.text[start if is_left else end - 1])
                x = rect.left() if is_left != is_turned else rect.right()
                if abs(point.x() - x) <= GRIP and rect.top() <= point.y() <= rect.bottom():
                    return mark, number, is_left
        return None

    def _dragged_edge(self, point: QPointF) -> Fragment | None:
        document = self._view.document
        if self._edge is None or document is None:
            return None
        mark, number, is_left = self._edge
        start, end = mark.fragments[number]
        position = self._page.position_at(point)
        tokens = document.tokens
        if is_left:
            index = min(tokens.index_at(position), len(tokens) - 1)
            start = min(tokens.starts[index], tokens.starts[max(0, tokens.touching(start, end)[1] - 1)])
        else:
            index = max(tokens.index_at(max(0, position - 1)), tokens.touching(start, end)[0])
            end = tokens.ends[min(index, len(tokens) - 1)]
        return (start, end) if start < end else None
