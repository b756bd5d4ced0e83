"""Moving about: the cursor by token, line and sentence, from mark to mark, and a page at a time; and copying words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent, QGuiApplication

from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.document import Document
    from annotator.gui.article.selection import Selection
    from annotator.gui.gestures.hand import Hand


class Moving:
    """Gestures that decide nothing."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._view = hand.view

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "left": lambda: self._by_token(-1),
            "right": lambda: self._by_token(1),
            "up": lambda: self._by_line(-1),
            "down": lambda: self._by_line(1),
            "sentence_left": lambda: self._by_sentence(-1),
            "sentence_right": lambda: self._by_sentence(1),
            "start": lambda: self._to(0),
            "end": lambda: self._to(10**9),
            "extend_left": lambda: self._by_token(-1, extend=True),
            "extend_right": lambda: self._by_token(1, extend=True),
            "extend_up": lambda: self._by_line(-1, extend=True),
            "extend_down": lambda: self._by_line(1, extend=True),
            "extend_sentence_left": lambda: self._by_sentence(-1, extend=True),
            "extend_sentence_right": lambda: self._by_sentence(1, extend=True),
            "next_mark": lambda: self._by_mark(1),
            "previous_mark": lambda: self._by_mark(-1),
            "next_event": lambda: self._by_mark(1, is_event=True),
            "previous_event": lambda: self._by_mark(-1, is_event=True),
            "page_up": lambda: self._by_page(-1),
            "page_down": lambda: self._by_page(1),
            "copy": self._copy,
            "menu": self._menu,
        }

    def _copy(self) -> None:
        """To the clipboard as they stand in the article; of a span in pieces with a space between these."""
        place, document = self._hand.place(), self._view.document
        if place is None or document is None:
            self._hand.refuse(translate("Gestures", "select the words to copy first"))
            return
        QGuiApplication.clipboard().setText(" ".join(document.text[start:end] for start, end in place))
        self._hand.desk.said.emit(translate("Gestures", "copied: {text}").format(text=self._hand.text(place)))

    def _menu(self) -> None:
        """As the keyboard's menu key would, which many a laptop has not."""
        middle = self._view.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QGuiApplication.sendEvent(self._view, QContextMenuEvent(reason, middle, self._view.mapToGlobal(middle)))

    def _cursor(self) -> tuple[Document, Selection, bool] | None:
        """The article, the cursor, and whether it was there before; it begins at the mark at hand or on screen."""
        document = self._view.document
        if document is None or not document.tokens.ranges:
            return None
        if self._view.selection is not None:
            return document, self._view.selection, True
        mark = self._view.current
        if mark is not None:
            chosen = selecting.over(document, *mark.fragments[0])
            if chosen is not None:
                return document, chosen, True
        begun = selecting.at(document, self._hand.first_position())
        return (document, begun, False) if begun is not None else None

    def _by_token(self, step: int, *, extend: bool = False) -> None:
        found = self._cursor()
        if found is None:
            return
        document, cursor, was_there = found
        if not was_there:
            self._view.set_selection(cursor)
            return
        step, edge = self._read(document, cursor, step), cursor.focus
        if not extend and cursor.anchor != cursor.focus:  # out of a longer selection to the side
            edge = min(cursor.anchor, cursor.focus) if step < 0 else max(cursor.anchor, cursor.focus)
        self._view.set_selection(cursor.moved(document, edge + step, extend=extend))

    def _by_line(self, step: int, *, extend: bool = False) -> None:
        found = self._cursor()
        if found is None:
            return
        document, cursor, _ = found
        page = self._view.page
        if page is None:
            return
        position = page.position_beside(document.tokens.starts[cursor.focus], lines=step)
        index = min(document.tokens.index_at(position), len(document.tokens) - 1)
        self._view.set_selection(cursor.moved(document, index, extend=extend))

    def _by_sentence(self, step: int, *, extend: bool = False) -> None:
        found = self._cursor()
        if found is None:
            return
        document, cursor, _ = found
        step = self._read(document, cursor, step)
        focus = selecting.sentence_start(document, cursor.focus, step=step, extend=extend)
        self._view.set_selection(cursor.moved(document, focus, extend=extend))

    def _read(self, document: Document, cursor: Selection, step: int) -> int:
        """A step to the right as it is read: backwards, where the paragraph is read from right to left."""
        page = self._view.page
        is_turned = page is not None and page.is_from_right(document.tokens.starts[cursor.focus])
        return -step if is_turned else step

    def _to(self, token: int) -> None:
        found = self._cursor()
        if found is not None:
            self._view.set_selection(found[1].moved(found[0], token, extend=False))

    def _by_mark(self, step: int, *, is_event: bool = False) -> None:
        view = self._view
        if view.book is None or view.document is None:
            return
        selected = view.selected()
        position = selected[0][0] if selected else self._hand.first_position()
        of = view.current.id if view.current else None
        id = view.book.beside(position, of=of, step=step, is_event=is_event)
        if id is not None:
            view.set_current(id)
        elif is_event:
            self._hand.refuse(translate("Gestures", "there is no further event that way"))
        else:
            self._hand.refuse(translate("Gestures", "there is no further label or suggestion that way"))

    def _by_page(self, step: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())
