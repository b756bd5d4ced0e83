"""What is at hand, and the commands on it that several gestures share."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING
from unicodedata import category

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt

from annotator.core.command import Accept
from annotator.core.span import Event, Span
from annotator.core.text import covered
from annotator.gui.article import selection as selecting
from annotator.gui.article.sight import beginning
from annotator.gui.key_names import with_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.command import Command
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments
    from annotator.gui.article.marks import Mark, MarkBook
    from annotator.gui.article.view import ArticleView
    from annotator.gui.desk import Desk
    from annotator.gui.hint_shapes import Choice
    from annotator.gui.hints import Hints
    from annotator.gui.theme import Theme

translate = QCoreApplication.translate
SHORT = 48  # characters of covered text that a message quotes


class Hand:
    """Desk, article and hints together, for the modules that turn gestures into commands."""

    def __init__(self, desk: Desk, view: ArticleView, hints: Hints) -> None:
        self.desk = desk
        self.view = view
        self.hints = hints
        self.language = "en"
        self._about: Fragments = ()  # what the strip at the foot is about
        hints.closed.connect(lambda: view.clear_of(0))
        # Queued: the article has its own new size only after what lies over it was told.
        hints.fitted.connect(self._give_way, Qt.ConnectionType.QueuedConnection)

    @property
    def theme(self) -> Theme:
        return self.view.theme

    @property
    def state(self) -> DocumentState | None:
        """The state that is shown."""
        return self.view.book.state if self.view.book is not None else None

    @property
    def book(self) -> MarkBook | None:
        return self.view.book

    def first_position(self) -> int:
        """Where moving about begins while nothing is at hand."""
        return beginning(self.view)

    def chosen(self) -> Fragments | None:
        """The fragment selected on purpose."""
        selection = self.view.selection
        return self.view.selected() if selection is not None and selection.is_chosen else None

    def place(self) -> Fragments | None:
        """Where a new label would go: the selection made on purpose, else the mark, else the cursor's token."""
        chosen = self.chosen()
        if chosen is not None:
            return chosen
        mark = self.view.current
        return mark.fragments if mark is not None else self.view.selected()

    def mark_to_change(self, layer: str) -> Mark | None:
        """The mark of that layer which a label key is about: the one at hand, or the one exactly selected."""
        chosen = self.chosen()
        if chosen is None:
            mark = self.view.current
            return mark if mark is not None and mark.layer == layer else None
        if self.book is None:
            return None
        same = [mark for mark in self.book.at(chosen[0][0]) if mark.layer == layer and mark.fragments == chosen]
        return same[0] if same else None

    def mark_meant(self, *, is_event: bool = False) -> Mark | None:
        """The mark at hand, else the only one (or the only event) exactly on the words selected on purpose."""
        chosen = self.chosen()
        if self.view.current is not None or chosen is None or self.book is None:
            return self.view.current
        same = [one for one in self.book.at(chosen[0][0]) if one.fragments == chosen and one.is_event >= is_event]
        return same[0] if len(same) == 1 else None

    def do(self, command: Command, *, said: str = "") -> str | None:
        """Runs the command; the id of the span it made or changed ("" where it is another thing), None if refused."""
        outcome = self.desk.do(command)
        if outcome is None or outcome.operation is None:
            return None
        if said:
            self.desk.said.emit(said)
        made = [d.target for d in outcome.operation.decisions if d.kind == "span" and d.after is not None]
        own = getattr(command, "suggestion", None)
        return own if own in made else (made[0] if made else "")

    def refuse(self, why: str) -> None:
        """Says why something is not done."""
        self.desk.refused.emit(why)

    def text(self, fragments: Fragments) -> str:
        """The covered text, short enough to be quoted."""
        state = self.state
        found = " ".join(covered(state.document.text, fragments).split()) if state is not None else ""
        return found if len(found) <= SHORT else found[: SHORT - 1] + "…"

    def seen_at(self, fragments: Fragments) -> QRect | None:
        """Where the fragments are seen in the article."""
        if not fragments or self.view.page is None:
            return None
        rects = [self.view.page.rect_of(*one).toAlignedRect() for one in fragments]
        return reduce(QRect.united, rects).translated(self.view.viewport().pos())

    def refuse_signs(self, fragments: Fragments) -> bool:
        """Whether nothing but punctuation stands there, which no label is meant for: a key too many. Says so."""
        state = self.state
        if state is None or any(map(_is_wordy, covered(state.document.text, fragments))):
            return False
        said = translate("Gestures", "“{text}” is no word: go to one with {key:left} or {key:right}, or select it")
        self.refuse(with_keys(said, text=self.text(fragments)))
        return True

    def go_on(self, after: str) -> None:
        """Takes the next open suggestion to hand; where none is left, says so and stays."""
        book = self.book
        if book is None:
            return
        following = book.next_open(self._position(), after=after)
        if following is not None:
            self.view.set_current(following)
            return
        self.desk.said.emit(with_keys(translate("Gestures", "no open suggestions are left; {key:done}: article done")))
        mark = book.mark(after)
        if mark is not None:
            self.view.set_current(after)
        elif self.view.document is not None:
            state = self.state
            suggestion = state.suggestions.get(after) if state is not None else None
            if suggestion is not None:
                self.view.set_selection(selecting.at(self.view.document, suggestion.start))

    def _position(self) -> int:
        place = self.place()
        return place[0][0] if place else 0

    def event_meant(self) -> Event | Suggestion | None:
        """The event at hand, decided or only suggested. Says why where there is none."""
        mark = self.taken(is_event=True)
        state = self.state
        if mark is None or state is None or not mark.is_event:
            said = translate(
                "Gestures", "no event is at hand; take one with a click, {key:right} or {key:next_suggestion}"
            )
            self.refuse(with_keys(said))
            return None
        span = state.spans.get(mark.id)
        return span if isinstance(span, Event) else state.suggestions.get(mark.id)

    def decided_event(self) -> Event | None:
        """The event at hand; a suggested one is accepted first. Says why where there is none."""
        span = self.decided_span() if self.event_meant() is not None else None
        return span if isinstance(span, Event) else None

    def decided_span(self) -> Span | None:
        """The span at hand; a suggested one is accepted first. Says why where there is none."""
        mark = self.taken()
        if mark is None or self.state is None:
            said = translate(
                "Gestures", "no span is at hand; take one with a click, {key:right} or {key:next_suggestion}"
            )
            self.refuse(with_keys(said))
            return None
        return self.state.spans.get(mark.id) if mark.is_decided or self.accept(mark) else None

    def accept(self, mark: Mark) -> bool:
        """Accepts the suggestion and keeps it at hand; says so, as one may have meant another thing by the key."""
        said = translate("Gestures", "accepted “{text}” as {label}").format(
            text=self.text(mark.fragments), label=mark.label
        )
        if not self.do(Accept(document=self.desk.document or "", suggestion=mark.id), said=said):
            return False
        self.view.set_current(mark.id, scroll=False)
        return True

    def taken(self, *, is_event: bool = False) -> Mark | None:
        """What `mark_meant` finds, taken to hand; of several that stand exactly there the event, where one is asked."""
        mark = self.mark_meant(is_event=is_event)
        if mark is not None and mark is not self.view.current:
            self.view.set_current(mark.id, scroll=False)
        return mark

    def ask(self, title: str, choices: Sequence[Choice], *, notes: Sequence[str] = ()) -> None:
        """Shows the choices below what is at hand."""
        place = self.place()
        at = None
        if place is not None and self.view.page is not None:
            rect = self.view.page.rect_of(*place[0])
            at = QPointF(self.view.viewport().mapTo(self.hints.over, rect.bottomLeft().toPoint()))
        self.hints.ask(title, choices, notes=notes, at=at)

    def dock(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        about: Fragments,
        notes: Sequence[str] = (),
        silent: Sequence[Choice] = (),
        is_gentle: bool = False,
        is_lasting: bool = False,
    ) -> None:
        """Shows the choices in a strip at the foot; the article gives way, so that what they are about is seen."""
        self.hints.ask(
            title, choices, notes=notes, silent=silent, is_docked=True, is_gentle=is_gentle, is_lasting=is_lasting
        )
        self._about = about
        self.view.clear_of(self.hints.height(), about)

    def _give_way(self) -> None:
        """The strip has another height now; what it is about is to be seen all the same."""
        if self.hints.is_docked:
            self.view.clear_of(self.hints.height(), self._about)


def _is_wordy(sign: str) -> bool:
    """Letters, digits, and signs that may be names or amounts: €, %, an emoji."""
    return sign.isalnum() or sign in "%‰§" or category(sign).startswith("S")
