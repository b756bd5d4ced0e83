"""Going through suggestions: next, accept, reject, accept all above a threshold, the same for identical text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.bulk import accepted_above, same_places
from annotator.core.command import Accept, AcceptAbove, ApplyToAll, DeleteSpan, Reject
from annotator.core.span import Span
from annotator.gui.article import selection as selecting
from annotator.gui.article.placing import short_score
from annotator.gui.gestures.hand import Hand, tr
from annotator.gui.hints import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.gui.article.marks import Mark

THRESHOLD = 0.80
STEP = 0.05
SHOWN_PLACES = 6
AROUND = 24  # characters of context on either side of a place in the preview


class Suggestions:
    """Gestures that decide about what was proposed."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._threshold = THRESHOLD

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "next_suggestion": lambda: self._go(1),
            "previous_suggestion": lambda: self._go(-1),
            "accept": self._accept,
            "reject": self._reject,
            "delete": self._delete,
            "accept_above": self._ask_accept_above,
            "apply_to_all": self._ask_apply_to_all,
        }

    def set_threshold(self, threshold: float) -> None:
        """The score from which on all are accepted, until it is lowered or raised there."""
        self._threshold = threshold

    def _go(self, step: int) -> None:
        view, book = self._hand.view, self._hand.book
        if book is None:
            return
        selected = view.selected()
        mark = view.current
        position = selected[0][0] if selected else mark.fragments[0][0] if mark else self._hand.first_position()
        open_one = mark.id if mark is not None and not mark.is_decided else None
        find = book.next_open if step > 0 else book.previous_open
        id = find(position, **{"after" if step > 0 else "before": open_one})
        if id is None:
            self._hand.desk.refused.emit(tr("no open suggestions; Ctrl Enter: document done"))
            return
        view.set_current(id)

    def _at_hand(self) -> Mark | None:
        mark = self._hand.view.current
        if mark is None:
            self._hand.desk.refused.emit(tr("no suggestion is at hand; Tab takes the next one"))
        return mark

    def _accept(self) -> None:
        hand = self._hand
        mark, state = hand.view.current, hand.state
        if mark is None or state is None or mark.is_decided:
            self._go(1)
            return
        said = tr("accepted “{text}” as {label}").format(text=hand.text(mark.fragments), label=mark.label)
        if hand.do(Accept(document=state.document.id, suggestion=mark.id), said=said) is not None:
            hand.go_on(mark.id)

    def _reject(self) -> None:
        hand = self._hand
        mark, state = self._at_hand(), hand.state
        if mark is None or state is None:
            return
        if mark.is_decided:
            hand.desk.refused.emit(tr("this span is decided; Delete removes it"))
            return
        said = tr("rejected “{text}” as {label}").format(text=hand.text(mark.fragments), label=mark.label)
        if hand.do(Reject(document=state.document.id, suggestion=mark.id), said=said) is not None:
            hand.go_on(mark.id)

    def _delete(self) -> None:
        hand = self._hand
        mark, state = hand.view.current, hand.state
        if mark is None or state is None:
            hand.desk.refused.emit(tr("no span is at hand to be removed"))
            return
        if not mark.is_decided:
            self._reject()
            return
        said = tr("removed {label} from “{text}”").format(text=hand.text(mark.fragments), label=mark.label)
        if hand.do(DeleteSpan(document=state.document.id, span=mark.id), said=said) is not None:
            hand.view.set_selection(selecting.at(state.document, mark.fragments[0][0]), scroll=False)

    # -- many at once -----------------------------------------------------------------------------------

    def _ask_accept_above(self) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        command = AcceptAbove(document=state.document.id, threshold=round(self._threshold, 2))
        count = len(accepted_above(command, state, hand.desk.scheme))
        title = tr("Accept {count} suggestions scored {threshold} or more?").format(
            count=count, threshold=short_score(self._threshold)
        )
        choices = [
            Choice("-", tr("lower the threshold"), lambda: self._shift(-STEP)),
            Choice("+", tr("raise the threshold"), lambda: self._shift(STEP)),
            Choice("Escape", tr("leave it"), lambda: None),
        ]
        if count:
            said = tr("accept all {count}, one undo").format(count=count)
            choices.insert(0, Choice("Enter", said, self._accept_above))
        hand.ask(title, choices)

    def _shift(self, step: float) -> None:
        self._threshold = min(1.0, max(0.0, round(self._threshold + step, 2)))
        self._ask_accept_above()

    def _accept_above(self) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        before = hand.book.open_count if hand.book is not None else 0
        command = AcceptAbove(document=state.document.id, threshold=round(self._threshold, 2))
        if hand.do(command) is not None and hand.book is not None:
            hand.desk.said.emit(
                tr("accepted all from {threshold} on; {count} of {before} suggestions are left").format(
                    threshold=short_score(self._threshold), count=hand.book.open_count, before=before
                )
            )
            self._go_quietly()

    def _go_quietly(self) -> None:
        book = self._hand.book
        if book is not None and book.open_count and self._hand.view.current is None:
            id = book.next_open(self._hand.first_position())
            if id is not None:
                self._hand.view.set_current(id)

    def _ask_apply_to_all(self) -> None:
        hand = self._hand
        mark, state = hand.view.current, hand.state
        if mark is None or state is None:
            hand.desk.refused.emit(tr("take a span to hand first; its label can then go to all identical strings"))
            return
        if len(mark.fragments) > 1:
            hand.desk.refused.emit(tr("a trigger of several fragments cannot be applied to other places"))
            return
        model = Span(mark.id, mark.layer, mark.label, mark.fragments)
        start, end = mark.fragments[0]
        text = state.document.text[start:end]
        places = [one for one in same_places(state, hand.desk.scheme, model, text) if one != (start, end)]
        if not places:
            said = tr("“{text}” stands nowhere else without a span").format(text=hand.text(mark.fragments))
            hand.desk.refused.emit(said)
            return
        notes = [self._around(state.document.text, *place) for place in places[:SHOWN_PLACES]]
        if len(places) > SHOWN_PLACES:
            notes.append(tr("… and {count} more").format(count=len(places) - SHOWN_PLACES))
        title = tr("{label} for {count} more × “{text}”?").format(
            label=mark.label, count=len(places), text=hand.text(mark.fragments)
        )
        choices = [
            Choice("Enter", tr("label them all, one undo"), lambda: self._apply_to_all(mark)),
            Choice("Escape", tr("leave it"), lambda: None),
        ]
        hand.ask(title, choices, notes=notes)

    def _around(self, text: str, start: int, end: int) -> str:
        left = " ".join(text[max(0, start - AROUND) : start].split())
        right = " ".join(text[end : end + AROUND].split())
        return f"… {left} [{text[start:end]}] {right} …"

    def _apply_to_all(self, mark: Mark) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        id: str | None = mark.id
        if not mark.is_decided:
            id = hand.do(Accept(document=state.document.id, suggestion=mark.id))
        if id:
            said = tr("labelled every “{text}” as {label}").format(text=hand.text(mark.fragments), label=mark.label)
            hand.do(ApplyToAll(document=state.document.id, span=id), said=said)
            hand.view.set_current(id, scroll=False)
