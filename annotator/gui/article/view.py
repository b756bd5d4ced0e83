"""The article: a scroll area that paints text and marks itself and repaints only the lines that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.gui.article.idle import IdleLayout
from annotator.gui.article.layout import MEASURE, measures_of
from annotator.gui.article.mouse import Mouse
from annotator.gui.article.overlay import Overlay
from annotator.gui.article.page import Page
from annotator.gui.article.painter import LinePainter
from annotator.gui.article.scrolling import Scrolling
from annotator.gui.theme import LIGHT, Theme, bar_sheet, desk_font, fill, reading_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QRegion, QResizeEvent, QWheelEvent

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragments
    from annotator.gui.article.marks import Mark, MarkBook
    from annotator.gui.article.selection import Selection

SIDES = (20.0, 54.0)  # least space left and right of the text, in a narrow and in a wide window
NARROWEST = 120.0
READING_POINTS = 13.5
POINTS = (8.0, 40.0)
TAG_SHARE = 0.5  # size of a tag's letters, of that of the text


class ArticleView(QAbstractScrollArea):
    """Shows one document state; knows what is at hand, but decides nothing itself."""

    at_hand_changed = Signal()
    key_pressed = Signal(object)  # QKeyEvent; accept() it to keep it from the window
    edge_dropped = Signal(str, object)  # id of a mark, its new fragments
    menu_wanted = Signal(object)  # QPoint, global

    def __init__(self, scheme: Scheme, *, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One of Qt's own would have PySide6 look through all its types for what it is, a twentieth of a start.
        self.setViewport(QWidget())
        self._scheme = scheme
        self._theme = theme
        self._points = READING_POINTS
        self._reading = ("", 1.0, MEASURE)
        self._page: Page | None = None
        self.overlay = Overlay(lambda: self._page, self._repaint)
        self._scrolling = Scrolling(lambda: self._page, self.verticalScrollBar(), self.viewport)
        self.pick: Callable[[tuple[Mark, ...]], None] | None = None  # gets what is clicked while an answer is wanted
        self.painted_over: Callable[[QPainter, QRegion], None] | None = None  # what was found in the text
        self._idle = IdleLayout(lambda: self._page, self._scrolling.silently, parent=self)
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
        self._dress()

    # -- what is shown ----------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def book(self) -> MarkBook | None:
        return self._page.book if self._page is not None else None

    @property
    def document(self) -> Document | None:
        return self._page.document if self._page is not None else None

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def points(self) -> float:
        return self._points

    def show_state(self, state: DocumentState) -> None:
        """Shows a document from its top, nothing at hand."""
        self._mouse.let_go()
        self._lay_out(state)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self.at_hand_changed.emit()

    def update_state(self, state: DocumentState, targets: Iterable[str]) -> None:
        """Takes over a state that differs in `targets` only, and repaints the lines that look different."""
        page = self._page
        if page is None:
            return
        self.overlay.repaint()
        dirty = page.book.update(state, targets)
        page.let_go_of_what_is_gone()
        self._repaint(page.placed_anew(dirty))
        self.overlay.repaint()
        self.at_hand_changed.emit()

    def replace_state(self, state: DocumentState) -> None:
        """Takes over a state of the same document whose suggestions are others; the place stays."""
        page = self._page
        if page is None:
            return
        page.replace_state(state)
        page.let_go_of_what_is_gone()
        self.viewport().update()
        self.at_hand_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Repaints all in another look."""
        self._theme = theme
        self._start_again()

    def set_points(self, points: float) -> None:
        """Sets the article in another size, within POINTS."""
        self._points = min(POINTS[1], max(POINTS[0], points))
        self._start_again()

    def set_reading(self, *, family: str, points: float, spacing: float, measure: int) -> None:
        """Sets the article in another font, its lines `spacing` times as far apart and `measure` characters long."""
        self._reading = (family, spacing, measure)
        self.set_points(points)

    def _start_again(self) -> None:
        """Lays the article out anew, with the same text at the top and the same at hand."""
        self._dress()
        old = self._page
        if old is not None:
            place = self._scrolling.place()
            self._lay_out(old.book.state).go_on_from(old)
            self._scrolling.back_to(place)
            self.viewport().update()

    def go_on_from(self, other: ArticleView) -> None:
        """Shows what another view of this document does: the same text at the top, the same at hand."""
        if other.page is not None and self._page is not None:
            self._page.go_on_from(other.page)
            self._scrolling.back_to(other._scrolling.place())
            self.viewport().update()
            self.at_hand_changed.emit()

    def _dress(self) -> None:
        self.overlay.theme = self._theme
        family, spacing, measure = self._reading
        self._font = reading_font(self._points, family=family)
        self._tag_font = tag_font = desk_font(max(6.5, self._points * TAG_SHARE), bold=True, is_scaled=False)
        tag_font.setLetterSpacing(tag_font.SpacingType.PercentageSpacing, 104)
        self._measures = measures_of(self._font, tag_font, spacing=spacing, measure=measure)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(self._theme.paper))
        self.setPalette(palette)  # the ground of the scroll bar
        bar = self.verticalScrollBar()
        if bar.styleSheet() != (sheet := bar_sheet(self._theme)):
            bar.setStyleSheet(sheet)
        self._painter = LinePainter(self._scheme, self._theme, self._measures, tag_font)

    def _width(self) -> float:
        return min(self._measures.column, max(NARROWEST, self._across() - 2.0 * self._side()))

    def _across(self) -> int:
        """The width beside a scroll bar, whether it is there or not: text must not move when it comes or goes."""
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def _side(self) -> float:
        return min(SIDES[1], max(SIDES[0], round(self._across() * 0.065)))

    def _lay_out(self, state: DocumentState) -> Page:
        self._page = Page(state, self._scheme, self._painter, self._font, width=self._width())
        self._place()
        self._scrolling.sync_range()
        self._idle.start()
        return self._page

    def _place(self) -> None:
        page = self._page
        if page is not None:
            page.room = self.viewport().width()
            # A wide window gives more of its room to the right: eyes start on the left.
            page.left = max(self._side(), float(round((self._across() - page.layout.width) / 2.4)))
            page.scroll = self.verticalScrollBar().value()

    # -- what is at hand --------------------------------------------------------------------------------

    @property
    def current(self) -> Mark | None:
        """The span or suggestion at hand."""
        page = self._page
        return page.book.mark(page.current) if page is not None and page.current is not None else None

    @property
    def selection(self) -> Selection | None:
        return self._page.selection if self._page is not None else None

    def selected(self) -> Fragments | None:
        """The fragment under cursor or selection."""
        page = self._page
        if page is None or page.selection is None:
            return None
        return (page.selection.fragment(page.document),)

    def set_current(self, id: str | None, *, scroll: bool = True) -> None:
        """Takes a mark to hand (the selection is let go), or lets go of it."""
        self.put(id, None)
        mark = self.current
        if mark is not None and scroll:
            self.scroll_to(mark.fragments[0][0])

    def set_selection(self, selection: Selection | None, *, scroll: bool = True) -> None:
        """Puts the cursor; a mark under a cursor that selects nothing on purpose comes to hand."""
        page = self._page
        if page is None:
            return
        current = None
        if selection is not None and not selection.is_chosen:
            start, end = selection.fragment(page.document)
            under = page.book.at(start, end=end)
            current = under[0].id if under else None
        self.put(current, selection)
        if selection is not None and scroll:
            self.scroll_to(page.document.tokens.ranges[selection.focus][0])

    def put(self, current: str | None, selection: Selection | None) -> None:
        """Takes mark and selection to hand together, and repaints where either was and is."""
        page = self._page
        if page is None or (current, selection) == (page.current, page.selection):
            return
        is_other = current != page.current
        if is_other:
            self.overlay.repaint()
            for id in (page.current, current):
                mark = page.book.mark(id) if id is not None else None
                if mark is not None:
                    self._repaint(page.rects_of(mark.fragments))
        if selection != page.selection:
            for one in (page.selection, selection):
                if one is not None:
                    self._repaint(page.rects_of((one.fragment(page.document),)))
        page.take(current, selection)
        if is_other:
            self.overlay.repaint()
        self.at_hand_changed.emit()

    # -- painting and scrolling -------------------------------------------------------------------------

    def _repaint(self, rects: Iterable[QRect]) -> None:
        viewport = self.viewport()
        height = viewport.height()
        for rect in rects:
            if rect.top() < height and rect.bottom() >= 0:
                viewport.update(rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._theme.paper)
        if self._page is None:
            return
        self._page.bleed = 0 if self.devicePixelRatioF().is_integer() else 1  # the screen may be another one
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_higher = self._page.paint(painter, event.region(), roles=self.overlay.roles(), lettered=self.overlay.letters)
        self.overlay.paint(painter, self._page, self._tag_font)
        if self.painted_over is not None:
            self.painted_over(painter, event.region())
        painter.end()
        if is_higher:
            QTimer.singleShot(0, self, self._scrolling.sync_range)
            if event.rect() != self.viewport().rect():  # what stands below was painted for another height above it
                self.viewport().update()

    def scroll_to(self, position: int) -> None:
        """Scrolls so that the line of the position has two lines about it; not at all where it has."""
        self._scrolling.to(position)

    def clear_of(self, covered: int, fragments: Fragments = ()) -> None:
        """Keeps the fragments above what lies over so many pixels at the foot."""
        self._scrolling.clear_of(covered, fragments)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._page is not None:
            self._page.scroll = self.verticalScrollBar().value()
        if not self._scrolling.is_silent:
            self.viewport().scroll(0, dy)

    # -- events -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is None:
            return
        if self._width() != self._page.layout.width:
            self._start_again()
        self._place()
        self._scrolling.sync_range()
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
        self.menu_wanted.emit(self._mouse.place_of_menu(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mouse.turn(event)
        else:
            super().wheelEvent(event)
