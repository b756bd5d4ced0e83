"""What lies over the article for a while: arcs from the event at hand to its fillers, and letters to pick marks by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.core.span import Event
from annotator.gui.article.page import MARGIN
from annotator.gui.article.painter import LETTER_OUT, letter_font, letter_width
from annotator.gui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QFont

    from annotator.core.span import Argument
    from annotator.core.text import Fragment
    from annotator.gui.article.marks import Mark
    from annotator.gui.article.page import Page

CORNER = 5.0  # radius where an arc turns
DOT = 1.8  # radius of the dot that an arc ends with
GUTTER = 11.0  # pixels left of the text where arcs to lines further off run
REACH = 2.5  # pixels by which dots and pens reach beyond their path
INSET = 6.0  # pixels from the right end of a span where arcs from another line arrive


class Arc(NamedTuple):
    """From the trigger to one filler, as the corners of a line on the page (not on the screen)."""

    filler: str
    role: str
    corners: tuple[tuple[float, float], ...]


class Overlay:
    """Knows the page that is shown through `page`; nothing here takes part in laying text out.

    `repaint` has rectangles of the viewport painted anew.
    """

    def __init__(self, page: Callable[[], Page | None], repaint: Callable[[Iterable[QRect]], None]) -> None:
        self.theme = LIGHT
        self._find_page = page
        self._repaint = repaint
        self._has_arcs = True
        self._has_hidden = False
        self._letters: Mapping[str, str] = {}
        self._key: object = None
        self._arcs: tuple[Arc, ...] = ()

    @property
    def has_arcs(self) -> bool:
        """Whether the roles of the event at hand are drawn as arcs; the inspector lists them in any case."""
        return self._has_arcs

    def set_arcs(self, has_arcs: bool) -> None:
        """Draws the roles of the event at hand as arcs, or leaves them to the inspector's list."""
        self.repaint()
        self._has_arcs = has_arcs
        self.repaint()

    @property
    def letters(self) -> Mapping[str, str]:
        """The letters that stand beside marks, by id."""
        return self._letters

    def set_letters(self, letters: Mapping[str, str]) -> None:
        """Paints a letter beside each of these marks, by which it can be picked."""
        if letters != self._letters:
            self.repaint()
            self._letters = letters
            self.repaint()

    def set_hidden(self, has_hidden: bool) -> None:
        """Marks the suggestions that are not shown with dots, or leaves them out."""
        self._has_hidden = has_hidden
        page = self._find_page()
        if page is not None:
            self._repaint([QRect(0, 0, page.room, 1 << 20)])

    def repaint(self) -> None:
        """Has all that arcs and letters stand on painted anew; at nearly every key there are none."""
        page = self._find_page()
        if page is not None and (self._letters or _arguments(page)):
            self._repaint(self.rects())

    # -- arcs -------------------------------------------------------------------------------------------

    def arcs(self) -> tuple[Arc, ...]:
        """The arcs of the event at hand; none where another thing is at hand, or a list is preferred."""
        page = self._find_page()
        if page is None:
            return ()
        arguments = _arguments(page) if self._has_arcs else ()
        if not arguments:  # as at nearly every key
            return ()
        ends = [page.book.mark(id) for id in (page.current or "", *(one.span for one in arguments))]
        key = (id(page), ends, arguments, page.layout.height, page.left)
        if key != self._key:
            self._key = key
            self._arcs = _made(page, arguments)
        return self._arcs

    def standing(self, mark: str) -> str | None:
        """How a mark stands, as a screen reader hears it; None where that follows from the mark itself."""
        return None

    def roles(self) -> dict[str, str]:
        """The roles that the marks on the page fill for the event at hand, by mark."""
        found: dict[str, str] = {}
        for arc in self.arcs():
            found[arc.filler] = f"{found[arc.filler]}, {arc.role}" if arc.filler in found else arc.role
        return found

    # -- what is to be painted anew ---------------------------------------------------------------------

    def rects(self) -> Iterator[QRect]:
        """The rectangles of the viewport that arcs and letters stand in, and of the lines they lead to."""
        page = self._find_page()
        if page is None:
            return
        arcs = self.arcs()
        if not arcs and not self._letters:
            return
        for arc in arcs:
            xs, ys = [x for x, _ in arc.corners], [y + MARGIN - page.scroll for _, y in arc.corners]
            box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
            yield box.adjusted(-REACH - 1, -REACH - 1, REACH + 1, REACH + 1).toAlignedRect()
        marks = [page.book.mark(id) for id in {*self._letters, *(arc.filler for arc in arcs)}]
        for mark in marks:
            if mark is not None:
                yield from page.rects_of(mark.fragments[:1])

    # -- painting ---------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, page: Page, tag_font: QFont) -> None:
        """Paints dots, arcs, then letters, in the coordinates of the viewport."""
        if self._has_hidden:
            self._paint_hidden(painter, page)
        arcs = self.arcs()
        if arcs:
            self._paint_arcs(painter, page, arcs)
        if self._letters:
            self._paint_letters(painter, page, tag_font)

    def _paint_hidden(self, painter: QPainter, page: Page) -> None:
        """Dotted below what was suggested and is not shown: rejected, taken, or unknown to the scheme."""
        painter.save()
        painter.setPen(QPen(QColor(self.theme.muted), 1.6, Qt.PenStyle.DotLine))
        top = page.scroll - MARGIN
        for block in page.layout.visible(top, top + painter.viewport().height()):
            for suggestion in page.book.hidden_in(block):
                place = page.rect_of(*suggestion.fragments[0])
                y = place.bottom() - page.measures.under * 0.55
                painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        painter.restore()

    def _paint_arcs(self, painter: QPainter, page: Page, arcs: tuple[Arc, ...]) -> None:
        colour = QColor(self.theme.accent)
        painter.save()
        painter.translate(0, MARGIN - page.scroll)
        painter.setPen(QPen(colour, 1.4))
        for arc in arcs:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_rounded(arc.corners))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(*arc.corners[-1]), DOT, DOT)
        painter.restore()

    def _paint_letters(self, painter: QPainter, page: Page, tag_font: QFont) -> None:
        painter.save()
        painter.setFont(letter_font(tag_font))
        for id, letter in self._letters.items():
            mark = page.book.mark(id)
            if mark is None:
                continue
            rect = letter_rect(page, mark, letter, tag_font)
            painter.setPen(QPen(QColor(self.theme.paper), 1.5))
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(rect, 3, 3)
            painter.setPen(QColor(self.theme.paper))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, letter)
        painter.restore()


def letter_rect(page: Page, mark: Mark, letter: str, tag_font: QFont) -> QRectF:
    """Where the letter of a mark stands on the screen: before its tag and as high.

    What lies above the lane is not painted anew with the line, and would be cut off.
    """
    place, measures = page.rect_of(*mark.fragments[0]), page.measures
    top = round(place.top() + measures.lane - measures.tag)
    return QRectF(round(place.left()) - LETTER_OUT, top, letter_width(tag_font, letter), measures.tag)


def _arguments(page: Page) -> tuple[Argument, ...]:
    """The arguments of the event at hand, decided or suggested."""
    state, at_hand = page.book.state, page.current or ""
    event = state.spans.get(at_hand)
    if event is not None:
        return event.arguments if isinstance(event, Event) else ()
    suggestion = state.suggestions.get(at_hand)
    return suggestion.arguments if suggestion is not None else ()


def _made(page: Page, arguments: Sequence[Argument]) -> tuple[Arc, ...]:
    event = page.book.mark(page.current) if page.current is not None else None
    if event is None:
        return ()
    made = []
    for argument in arguments:
        filler = page.book.mark(argument.span)
        if filler is not None:
            corners = _corners(page, event.fragments[0], filler.fragments[0], tag=page.tag_width(event))
            made.append(Arc(filler.id, argument.role, corners))
    return tuple(made)


def _corners(page: Page, trigger: Fragment, filler: Fragment, *, tag: float) -> tuple[tuple[float, float], ...]:
    """The way from trigger to filler: below the text of a line, and beside the column where lines lie between.

    `tag` is how wide the trigger's tag is.
    """
    measures = page.measures
    offset = page.scroll - MARGIN
    one, other = page.rect_of(*trigger), page.rect_of(*filler)
    depth = measures.under * 0.62
    foot, goal_foot = (rect.bottom() - measures.under + offset + 1 for rect in (one, other))
    x, goal = one.center().x(), other.center().x()
    between = (other.top() - one.top()) / measures.line
    over_tag = offset + measures.lane - measures.tag  # a line down to the text would run through the tag
    if abs(between) < 0.5:
        return (x, foot), (x, foot + depth), (goal, foot + depth), (goal, goal_foot)
    if 0 < between < 1.5 + measures.between / measures.line:
        goal = max(other.left() + 2, other.right() - INSET)
        end = other.top() + over_tag - DOT  # the dot lies above the tag, level with its line if it has to
        level = min(foot + depth, end)
        return (x, foot), (x, level), (goal, level), (goal, end)
    if -1.5 - measures.between / measures.line < between < 0:
        x = max(one.left() + 2, one.right() - INSET)
        is_beside = x > one.left() + tag + DOT  # where it can come down to the trigger itself
        end = one.top() + (offset + measures.lane if is_beside else over_tag)
        return (x, end), (x, goal_foot + depth), (goal, goal_foot + depth), (goal, goal_foot)
    gutter = page.left - GUTTER
    return (
        (x, foot), (x, foot + depth), (gutter, foot + depth), (gutter, goal_foot + depth), (goal, goal_foot + depth),
        (goal, goal_foot),
    )  # fmt: skip


def _rounded(corners: Sequence[tuple[float, float]]) -> QPainterPath:
    """The line through the corners, with its turns rounded."""
    points = [QPointF(*corner) for corner in corners]
    path = QPainterPath(points[0])
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(here, before))
        path.quadTo(here, _towards(here, after))
    path.lineTo(points[-1])
    return path


def _towards(here: QPointF, there: QPointF) -> QPointF:
    """The point at most CORNER (and half way) from here to there."""
    way = there - here
    length = abs(way.x()) + abs(way.y())  # one of them is nothing: arcs run upright or level
    return here if length == 0 else here + way * (min(CORNER, length / 2) / length)
