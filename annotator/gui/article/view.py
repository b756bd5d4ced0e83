"""The article: a scroll area that paints text and marks itself and repaints only the lines that changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from annotator.gui.article import selection as selecting
from annotator.gui.article.layout import ArticleLayout, Strip, measures_of
from annotator.gui.article.marks import Mark, MarkBook
from annotator.gui.article.mouse import Mouse
from annotator.gui.article.painter import LinePainter
from annotator.gui.article.placing import LinePicture, pictures
from annotator.gui.theme import LIGHT, Theme, desk_font, reading_font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragments
    from annotator.gui.article.selection import Selection

IDLE_SLICE = 0.004  # seconds of layout between two turns of the event loop
MARGIN = 28  # above and below the text
SIDE = 54  # least space left and right of it
READING_POINTS = 14.0
TAG_SHARE = 0.5  # size of a tag's letters, of that of the text


class ArticleView(QAbstractScrollArea):
    """Shows one document state; knows what is at hand, but decides nothing itself."""

    at_hand_changed = Signal()
    key_pressed = Signal(object)  # QKeyEvent; accept() it to keep it from the window
    edge_dropped = Signal(str, object)  # id of a mark, its new fragments
    menu_wanted = Signal(object)  # QPoint, global

    def __init__(self, scheme: Scheme, *, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._theme = theme
        self._points = READING_POINTS
        self._layout: ArticleLayout | None = None
        self._book: MarkBook | None = None
        self._painter: LinePainter
        self._pictures: dict[int, list[LinePicture]] = {}
        self._current: str | None = None
        self._selection: Selection | None = None
        self._is_silent = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_in_idle_time)
        self._mouse = Mouse(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Article"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # dead keys are keys here
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self._rebuild_painter()

    # -- what is shown ----------------------------------------------------------------------------------

    def show_state(self, state: DocumentState, *, scheme: Scheme | None = None) -> None:
        """Shows a document from its top, nothing at hand."""
        self._scheme = scheme or self._scheme
        self._current = self._selection = None
        self._rebuild_painter()
        self._lay_out(state)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self.at_hand_changed.emit()

    def update_state(self, state: DocumentState, targets: Iterable[str]) -> None:
        """Takes over a state that differs in `targets` only, and repaints the lines that look different."""
        if self._book is None:
            return
        dirty = self._book.update(state, targets)
        if self._current is not None and self._book.mark(self._current) is None:
            self._current = None
        self._refresh(dirty)
        self.at_hand_changed.emit()

    def replace_state(self, state: DocumentState) -> None:
        """Takes over a state of the same document whose suggestions are others; the place stays."""
        if self._layout is None:
            return
        self._book = MarkBook(state, self._scheme, self._layout.blocks)
        if self._current is not None and self._book.mark(self._current) is None:
            self._current = None
        self._pictures.clear()
        self.viewport().update()
        self.at_hand_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Repaints all in another look."""
        self._theme = theme
        self._restart()

    def set_points(self, points: float) -> None:
        """Sets the article in another size, 8 to 40 points."""
        self._points = min(40.0, max(8.0, points))
        self._restart()

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def points(self) -> float:
        return self._points

    @property
    def book(self) -> MarkBook | None:
        return self._book

    @property
    def document(self) -> Document | None:
        return self._layout.document if self._layout is not None else None

    def _restart(self) -> None:
        self._rebuild_painter()
        if self._book is not None:
            self._lay_out(self._book.state)
        self.viewport().update()

    def _rebuild_painter(self) -> None:
        font = reading_font(self._points)
        tag_font = desk_font(max(6.5, self._points * TAG_SHARE), bold=True)
        tag_font.setLetterSpacing(tag_font.SpacingType.PercentageSpacing, 104)
        self._font = font
        self._measures = measures_of(font, tag_font)
        self._painter = LinePainter(self._scheme, self._theme, self._measures, tag_font)

    def _lay_out(self, state: DocumentState) -> None:
        width = min(self._measures.column, max(120.0, self.viewport().width() - 2.0 * SIDE))
        self._layout = ArticleLayout(state.document, self._font, self._measures, width=width, noise=self._theme.noise)
        self._book = MarkBook(state, self._scheme, self._layout.blocks)
        self._pictures.clear()
        self._sync_range()
        self._idle.start()

    # -- what is at hand --------------------------------------------------------------------------------

    @property
    def current(self) -> Mark | None:
        """The span or suggestion at hand."""
        if self._book is None or self._current is None:
            return None
        return self._book.mark(self._current)

    @property
    def selection(self) -> Selection | None:
        return self._selection

    def selected(self) -> Fragments | None:
        """The fragment under cursor or selection."""
        if self._selection is None or self._layout is None:
            return None
        return (self._selection.fragment(self._layout.document),)

    def set_current(self, id: str | None, *, scroll: bool = True) -> None:
        """Takes a mark to hand (the selection is let go), or lets go of it."""
        self._put(id, None)
        if id is not None and scroll:
            self.scroll_to_mark(id)

    def set_selection(self, selection: Selection | None, *, scroll: bool = True) -> None:
        """Puts the cursor; a mark under a cursor that selects nothing on purpose comes to hand."""
        if self._layout is None or self._book is None:
            return
        current = None
        if selection is not None and not selection.is_chosen:
            start, end = selection.fragment(self._layout.document)
            under = self._book.at(start, end=end)
            current = under[0].id if under else None
        self._put(current, selection)
        if selection is not None and scroll:
            token = self._layout.document.tokens.ranges[selection.focus]
            self.scroll_to(token[0])

    def _put(self, current: str | None, selection: Selection | None) -> None:
        if self._book is None or (current, selection) == (self._current, self._selection):
            return
        touched: set[int] = set()
        for id in {self._current, current} - {None}:
            mark = self._book.mark(str(id))
            if mark is not None and self._current != current:
                touched.update(self._book.blocks_of(mark.fragments))
                self._update_fragments(mark.fragments)
        for old_or_new in (self._selection, selection):
            if old_or_new is not None and self._layout is not None:
                self._update_fragments((old_or_new.fragment(self._layout.document),))
        self._current, self._selection = current, selection
        self._refresh(touched)
        self.at_hand_changed.emit()

    # -- painting ---------------------------------------------------------------------------------------

    def _origin_x(self) -> float:
        width = self._layout.width if self._layout is not None else 0.0
        return float(max(SIDE, round((self.viewport().width() - width) / 2.4)))

    def _scroll(self) -> int:
        return self.verticalScrollBar().value()

    def _picture(self, index: int) -> list[LinePicture]:
        found = self._pictures.get(index)
        if found is None and self._layout is not None and self._book is not None:
            found = pictures(
                self._layout.laid(index), self._book.marks_in(index), current=self._current,
                tag_width=self._painter.tag_width,
            )  # fmt: skip
            self._pictures[index] = found
        return found or []

    def _refresh(self, blocks: Iterable[int]) -> None:
        """Places the marks of these blocks anew and asks for a repaint of the lines that differ."""
        for index in blocks:
            before = self._pictures.pop(index, None)
            if before is None:
                continue
            after = self._picture(index)
            for line, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self._update_line(index, line)

    def _update_line(self, index: int, line: int) -> None:
        if self._layout is None:
            return
        top, bottom = self._layout.laid(index).line_span(line)
        y = self._layout.top(index) + MARGIN - self._scroll()
        rect = QRect(0, round(y + top) - 2, self.viewport().width(), round(bottom - top) + 4)
        if rect.intersects(self.viewport().rect()):
            self.viewport().update(rect)

    def _update_fragments(self, fragments: Fragments) -> None:
        if self._layout is None or self._book is None:
            return
        for index in self._book.blocks_of(fragments):
            if index not in self._pictures:
                continue  # never painted
            for start, end in fragments:
                for strip in self._clipped(index, start, end):
                    self._update_line(index, strip.line)

    def _clipped(self, index: int, start: int, end: int) -> tuple[Strip, ...]:
        if self._layout is None:
            return ()
        laid = self._layout.laid(index)
        start, end = max(start, laid.block.start), min(end, laid.block.end)
        return laid.strips(start, end) if start < end else ()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.paper))
        layout = self._layout
        if layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = layout.height
        offset = MARGIN - self._scroll()
        dirty = event.region()
        x = self._origin_x()
        for index in layout.visible(event.rect().top() - offset, event.rect().bottom() + 1 - offset):
            laid = layout.laid(index)
            top = layout.top(index) + offset
            picture = self._picture(index)
            selected = self._selected_strips(index)
            for line in range(len(laid.lines)):
                low, high = laid.line_span(line)
                area = QRectF(0, top + low - 2, self.viewport().width(), high - low + 4).toAlignedRect()
                if dirty.intersects(area):
                    self._painter.paint(
                        painter, laid, line, picture[line], origin=QPointF(x, top), current=self._current,
                        selected=selected.get(line, ()),
                    )  # fmt: skip
        painter.end()
        if layout.height != height:
            QTimer.singleShot(0, self._sync_range)

    def _selected_strips(self, index: int) -> dict[int, tuple[tuple[float, float, bool], ...]]:
        if self._selection is None or self._layout is None:
            return {}
        is_cursor = not self._selection.is_chosen
        strips = self._clipped(index, *self._selection.fragment(self._layout.document))
        return {strip.line: ((strip.left, strip.right, is_cursor),) for strip in strips}

    # -- places -----------------------------------------------------------------------------------------

    def position_at(self, point: QPointF) -> int:
        """The code point position nearest to a point of the viewport."""
        if self._layout is None:
            return 0
        y = point.y() - MARGIN + self._scroll()
        index = self._layout.index_at(y)
        laid = self._layout.laid(index)
        line = laid.line_at(y - self._layout.top(index))
        return laid.position_at(line, point.x() - self._origin_x())

    def position_under(self, point: QPointF) -> int | None:
        """The code point whose character is under the point; None beside the text."""
        if self._layout is None:
            return None
        position = self.position_at(point)
        for candidate in (position, position - 1):
            rect = self.rect_of(candidate, candidate + 1)
            if 0 <= candidate < len(self._layout.document.text) and rect.adjusted(-1, 0, 1, 0).contains(point):
                return candidate
        return None

    def rect_of(self, start: int, end: int) -> QRectF:
        """Where the first line of [start, end) stands, lane included, in the viewport."""
        if self._layout is None:
            return QRectF()
        index = self._layout.block_of(start)
        laid = self._layout.laid(index)
        strips = self._clipped(index, start, end)
        strip = strips[0] if strips else Strip(*laid.line_and_x(start), laid.line_and_x(start)[1] + 1)
        top, bottom = laid.line_span(strip.line)
        y = self._layout.top(index) + MARGIN - self._scroll()
        return QRectF(self._origin_x() + strip.left, y + top, strip.right - strip.left, bottom - top)

    def position_beside(self, position: int, *, lines: int) -> int:
        """The position that many lines above (negative) or below, at the same x."""
        if self._layout is None:
            return position
        rect = self.rect_of(position, position + 1)
        y = rect.center().y() + lines * self._measures.line
        document = self._layout.document
        found = self.position_at(QPointF(rect.left() + 1, y))
        if found == position or (found > position) != (lines > 0):  # space between paragraphs
            y += lines * self._measures.between
            found = self.position_at(QPointF(rect.left() + 1, y))
        return min(max(0, found), len(document.text))

    def first_position(self) -> int:
        """The first position that can be seen whole."""
        return self.position_at(QPointF(self._origin_x(), self._measures.lane + 1))

    def scroll_to(self, position: int) -> None:
        """Scrolls so that the line of the position has two lines about it; not at all where it has."""
        rect = self.rect_of(position, position + 1)
        height = self.viewport().height()
        near = 2 * self._measures.line
        if rect.top() < near:
            self._scroll_by(rect.top() - max(near, height * 0.3))
        elif rect.bottom() > height - near:
            self._scroll_by(rect.bottom() - height * 0.4)

    def scroll_to_mark(self, id: str) -> None:
        """Scrolls the mark into sight."""
        mark = self._book.mark(id) if self._book is not None else None
        if mark is not None:
            self.scroll_to(mark.fragments[0][0])

    def _scroll_by(self, pixels: float) -> None:
        self._sync_range()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._is_silent:
            self.viewport().scroll(0, dy)

    def _sync_range(self) -> None:
        if self._layout is None:
            return
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(max(1, page - round(self._measures.line)))
        bar.setSingleStep(round(self._measures.line))
        bar.setRange(0, max(0, round(self._layout.height) + 2 * MARGIN - page))

    def _lay_in_idle_time(self) -> None:
        """Lays out a slice of what is not yet, holding still what is on the screen."""
        layout = self._layout
        if layout is None:
            self._idle.stop()
            return
        anchor = layout.index_at(self._scroll() - MARGIN)
        before, height = layout.top(anchor), layout.height
        until = time.perf_counter() + IDLE_SLICE
        is_more = True
        while is_more and time.perf_counter() < until:
            is_more = layout.lay_next()
        if not is_more:
            self._idle.stop()
        if layout.height != height:
            self._is_silent = True
            value = self._scroll() + round(layout.top(anchor) - before)
            self._sync_range()
            self.verticalScrollBar().setValue(value)
            self._is_silent = False

    # -- events -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._layout is None or self._book is None:
            return
        width = min(self._measures.column, max(120.0, self.viewport().width() - 2.0 * SIDE))
        if width != self._layout.width:
            position = self.position_at(QPointF(self._origin_x(), MARGIN))
            is_top = self._scroll() == 0
            self._lay_out(self._book.state)
            if not is_top:
                self._scroll_by(self.rect_of(position, position + 1).top() - MARGIN)
        self._sync_range()
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab goes from suggestion to suggestion; F6 leaves the article

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_points(self._points + (1 if event.angleDelta().y() > 0 else -1))
            return
        super().wheelEvent(event)

    def show_edge(self, mark: Mark, selection: Selection) -> None:
        """Shows where an edge being dragged would come to lie; the mark stays at hand."""
        self._put(mark.id, selection)

    def select_at(self, position: int) -> None:
        """Puts the cursor on the token at the position."""
        if self._layout is not None:
            self.set_selection(selecting.at(self._layout.document, position))
