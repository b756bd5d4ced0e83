"""The article for screen readers: its text with cursor and selection, the spans on the screen, and announcements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)

from annotator.core.text import covered
from annotator.core.utf16 import Utf16
from annotator.gui.article.page import MARGIN
from annotator.gui.article.placing import short_score
from annotator.gui.article.positions import shown
from annotator.gui.article.selection import at, over

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from annotator.core.document import Document
    from annotator.gui.article.marks import Mark
    from annotator.gui.article.view import ArticleView

translate = QCoreApplication.translate
_NOTHING = shiboken6.VoidPtr(0)  # None in its place ends the process as soon as a client asks


def described(mark: Mark, document: Document, standing: str | None = None) -> str:
    """A mark as it is read aloud: its label with its note, its words, and whether it is decided.

    With `standing`, that is read instead of what a suggestion is: how it stands with a place of Review.
    """
    label = f"{mark.label} {mark.note}".rstrip()
    text = " ".join(covered(shown(document.text), mark.fragments).split())
    if standing is not None:
        said = translate("Accessible", "{label}, {text}").format(label=label, text=text)
        return f"{said}, {standing}" if standing else said
    if mark.is_decided:
        return translate("Accessible", "{label}, {text}").format(label=label, text=text)
    score = short_score(mark.score or 0.0)
    return translate("Accessible", "{label}, {text}, suggested, score {score}").format(
        label=label, text=text, score=score
    )


class TextInterface(QAccessibleTextInterface):
    """The article's text in UTF-16 units, as clients count; the cursor is the token it is on."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view
        self._known: tuple[str, Utf16, str] = ("", Utf16(""), "")

    def _text(self) -> tuple[Utf16, str]:
        document = self._view.document
        if document is None:
            return Utf16(""), ""
        if self._known[0] != document.id:
            self._known = (document.id, Utf16(document.text), shown(document.text))
        return self._known[1], self._known[2]

    def _selected(self) -> tuple[int, int]:
        """What is at hand, in code points."""
        selected = self._view.selected()
        mark = self._view.current
        return selected[0] if selected is not None else mark.fragments[0] if mark is not None else (0, 0)

    def text(self, start: int, end: int) -> str:
        positions, text = self._text()
        return text[positions.to_code_point(max(0, start)) : positions.to_code_point(max(0, end))]

    def characterCount(self) -> int:
        return self._text()[0].units

    def cursorPosition(self) -> int:
        return self._text()[0].to_utf16(self._selected()[0])

    def setCursorPosition(self, position: int) -> None:
        document = self._view.document
        if document is not None:
            self._view.set_selection(at(document, self._text()[0].to_code_point(position)))

    def selectionCount(self) -> int:
        return 0 if self._selected() == (0, 0) else 1

    def selection(self, _index: int) -> tuple[int, int]:
        """Start and end of the selection."""
        positions = self._text()[0]
        start, end = self._selected()
        return positions.to_utf16(start), positions.to_utf16(end)

    def setSelection(self, index: int, start: int, end: int) -> None:
        document, positions = self._view.document, self._text()[0]
        if document is not None:
            self._view.set_selection(over(document, positions.to_code_point(start), positions.to_code_point(end)))

    def addSelection(self, start: int, end: int) -> None:
        self.setSelection(0, start, end)

    def removeSelection(self, index: int) -> None:
        self._view.set_selection(None)

    def characterRect(self, offset: int) -> QRect:
        page = self._view.page
        if page is None:
            return QRect()
        position = self._text()[0].to_code_point(offset)
        return _on_screen(self._view, page.rect_of(position, position + 1).toRect())

    def offsetAtPoint(self, point: QPoint) -> int:
        page = self._view.page
        if page is None:
            return -1
        place = self._view.viewport().mapFromGlobal(point)
        return self._text()[0].to_utf16(page.position_at(place.toPointF()))

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._view.scroll_to(self._text()[0].to_code_point(start))


class MarkInterface(QAccessibleInterface):
    """One span or open suggestion that can be seen."""

    def __init__(self, article: ArticleInterface, view: ArticleView, mark: str) -> None:
        super().__init__()
        self._article = article
        self._view = view
        self._mark = mark

    def _found(self) -> Mark | None:
        return self._view.book.mark(self._mark) if shiboken6.isValid(self._view) and self._view.book else None

    def isValid(self) -> bool:
        return self._found() is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a mark is no QObject, as the interface allows

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._article

    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self._view.current is not None and self._view.current.id == self._mark
        return state

    def text(self, t: QAccessible.Text) -> str:
        mark, document = self._found(), self._view.document
        if mark is None or document is None or t != QAccessible.Text.Name:
            return ""
        return described(mark, document, self._view.overlay.standing(mark.id))

    def setText(self, t: QAccessible.Text, text: str) -> None:
        return

    def rect(self) -> QRect:
        mark, page = self._found(), self._view.page
        if mark is None or page is None:
            return QRect()
        return _on_screen(self._view, page.rect_of(*mark.fragments[0]).toRect())

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return _NOTHING  # type: ignore[return-value]  # the stubs say int


class ArticleInterface(QAccessibleObject):
    """The article view; its children are the marks on the screen, in the order of the text."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._text = TextInterface(view)
        self._children: dict[str, MarkInterface] = {}

    def marks(self) -> list[str]:
        """Ids of the marks that can be seen."""
        page = self._view.page
        if page is None:
            return []
        top = page.scroll - MARGIN
        seen: dict[str, None] = {}
        for block in page.layout.visible(top, top + self._view.viewport().height()):
            seen |= dict.fromkeys(mark.id for mark in page.book.marks_in(block))
        return list(seen)

    def isValid(self) -> bool:
        return shiboken6.isValid(self._view)

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        parent = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(parent if parent is not None else self._view.window())

    def childCount(self) -> int:
        return len(self.marks())

    def child(self, index: int) -> QAccessibleInterface:
        marks = self.marks()
        if not 0 <= index < len(marks):
            return None  # type: ignore[return-value]
        return self._children.setdefault(marks[index], MarkInterface(self, self._view, marks[index]))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        for number in range(self.childCount()):
            child = self.child(number)
            if child.rect().contains(x, y):
                return child
        return None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        marks = self.marks()
        return next((marks.index(id) for id, one in self._children.items() if one is child and id in marks), -1)

    def focusChild(self) -> QAccessibleInterface:
        current = self._view.current
        marks = self.marks()
        return self.child(marks.index(current.id)) if current is not None and current.id in marks else self

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Document

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        for name in ("focusable", "readOnly", "multiLine", "selectableText"):
            setattr(state, name, True)
        state.focused = self._view.hasFocus()
        return state

    def text(self, t: QAccessible.Text) -> str:
        document = self._view.document
        if t == QAccessible.Text.Name:
            return self._view.accessibleName()
        if t == QAccessible.Text.Description and document is not None:
            return document.title
        if t == QAccessible.Text.Value and document is not None:
            return shown(document.text)
        return ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind == QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._text)[0])  # type: ignore[return-value]
        return _NOTHING  # type: ignore[return-value]


def _on_screen(view: ArticleView, rect: QRect) -> QRect:
    return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())


class Speaker(QObject):
    """Tells screen readers what came to hand and what was done; does nothing while there is none."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._last: object = None  # what was told last, and where it stands
        view.at_hand_changed.connect(self._at_hand)

    def say(self, text: str) -> None:
        """What was done; waits until the reader has ended its sentence."""
        self._announce(text, QAccessible.AnnouncementPoliteness.Polite)

    def urge(self, text: str) -> None:
        """What was refused or lost; breaks in."""
        self._announce(text, QAccessible.AnnouncementPoliteness.Assertive)

    def _announce(self, text: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if text and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._view, text)
            event.setPoliteness(politeness)
            QAccessible.updateAccessibility(event)

    def _at_hand(self) -> None:
        if not QAccessible.isActive():
            return
        view = self._view
        mark, document, selected = view.current, view.document, view.selected()
        if document is None:
            return
        place = selected[0] if selected is not None else mark.fragments[0] if mark is not None else None
        if place is None:
            return
        positions = Utf16(document.text[: place[1]])
        start, end = positions.to_utf16(place[0]), positions.to_utf16(place[1])
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, start, end))
        said = document.text[slice(*place)]
        if mark is not None:
            said = described(mark, document, view.overlay.standing(mark.id))
        told = (document.id, place, said)  # the same words elsewhere are another thing at hand
        if told != self._last:
            self._last = told
            self.say(said)
