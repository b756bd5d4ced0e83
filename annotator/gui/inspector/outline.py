"""All that is labelled in the article as a list: each event with its roles, then each name with how often it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from annotator.core.span import Event
from annotator.core.suggestion import Suggestion
from annotator.core.text import covered
from annotator.gui.article.positions import shown
from annotator.gui.inspector.contents import named, remarks
from annotator.gui.inspector.sheet import Lines, Sheet, spare_of
from annotator.gui.language import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.core.text import Fragments
    from annotator.gui.article.marks import Mark, MarkBook
    from annotator.gui.theme import Theme

translate = QCoreApplication.translate
_ID = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(NamedTuple):
    """What is said of a label, and the mark to go to."""

    id: str
    text: str


class OutlineSheet(Sheet):
    """Events and names in the order of the text; Enter goes to one, a letter to the next label that begins with it."""

    wanted = Signal(str)  # id of a mark

    def __init__(self, title: str, lines: Sequence[Line], at: str | None, theme: Theme, *, over: QWidget) -> None:
        super().__init__(title, theme, over=over)
        self.list = Lines()
        self.list.setAccessibleName(title)
        self.list.installEventFilter(self)
        for line in lines:
            item = QListWidgetItem(shown(line.text), self.list)
            item.setData(_ID, line.id)
        here = next((row for row, line in enumerate(lines) if line.id == at), 0)
        self.list.setCurrentRow(here)
        self.list.itemClicked.connect(self._go)
        self.column.addWidget(self.list, 1)
        self.add_keys([("Enter", translate("Outline", "go there")), ("Escape", translate("Outline", "leave it"))])
        if not lines:
            self.set_note(translate("Outline", "nothing is labelled here yet"))

    def spare(self) -> int:
        return spare_of(self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is ours; the list would only say that a line was activated."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._go()
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        item = self.list.currentItem()
        self.close_sheet()
        if item is not None:
            self.wanted.emit(item.data(_ID))


def outline(book: MarkBook, scheme: Scheme, language: str) -> list[Line]:
    """The lines of an article: events by place, then names by the scheme's order of labels and by place."""
    state = book.state
    marks = [mark for mark in map(book.mark, (*state.spans, *book.open_ids())) if mark is not None]
    marks.sort(key=_place)
    events = [Line(mark.id, _event_line(mark, book, scheme, language)) for mark in marks if mark.is_event]
    rank = {(label.layer, label.name): number for number, label in enumerate(scheme.labels)}
    names: dict[tuple[int, str, str], list[Mark]] = {}
    for mark in marks:
        if not mark.is_event:
            number = rank.get((mark.layer, mark.label), len(rank))
            names.setdefault((number, mark.label, _quoted(mark, book)), []).append(mark)
    return [*events, *(_name_line(alike, book) for _, alike in sorted(names.items(), key=_by_label))]


def _by_label(item: tuple[tuple[int, str, str], list[Mark]]) -> tuple[int, str, int]:
    (number, label, _), alike = item
    return number, label, alike[0].fragments[0][0]


def _quoted(mark: Mark, book: MarkBook) -> str:
    text = " ".join(covered(book.state.document.text, mark.fragments).split())
    return f"“{text}”" if mark.is_decided else f"“{text}”?"


def _name_line(alike: Sequence[Mark], book: MarkBook) -> Line:
    mark = alike[0]
    count = f" × {grouped(len(alike))}" if len(alike) > 1 else ""
    said = (text for one in alike for text in remarks(book.state, one.id))
    return Line(mark.id, "  ·  ".join([f"{mark.label}  {_quoted(mark, book)}{count}", *said]))


def _event_line(mark: Mark, book: MarkBook, scheme: Scheme, language: str) -> str:
    state = book.state
    found: Span | Suggestion | None = state.spans.get(mark.id) or state.suggestions.get(mark.id)
    label = f"{mark.label} ({mark.note})" if mark.note else mark.label
    parts = [f"{label}  {_quoted(mark, book)}"]
    for role in scheme.roles_of(mark.layer, mark.label):
        fillers = _fillers(found, role.name, book)
        if fillers:
            parts.append(f"{named(role.names, language, role.name)}: {', '.join(fillers)}")
    return "  ·  ".join([*parts, *remarks(state, mark.id)])


def _fillers(found: Span | Suggestion | None, role: str, book: MarkBook) -> list[str]:
    arguments = found.arguments if isinstance(found, Event | Suggestion) else ()
    held = [one for one in arguments if one.role == role]
    marks = sorted((mark for mark in (book.mark(one.span) for one in held) if mark is not None), key=_place)
    texts = [" ".join(covered(book.state.document.text, mark.fragments).split()) for mark in marks]
    return texts or [translate("Outline", "not mentioned") for one in held if not one.is_mentioned]


def _place(mark: Mark) -> Fragments:
    return mark.fragments
