"""Going through suggestions one by one: next, accept, reject; and removing what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.command import Accept, DeleteSpan, Reject
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.key_names import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.gui.article.marks import Mark


class Suggestions:
    """Gestures that decide about what was proposed."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "next_suggestion": lambda: self._go(1),
            "previous_suggestion": lambda: self._go(-1),
            "accept": self._accept,
            "reject": self._reject,
            "delete": self._delete,
        }

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
            said = translate("Gestures", "no open suggestions; {key:done}: article done")
            if not book.state.suggestions:  # a control article, as a rule: that it were done must not be suggested
                said = translate(
                    "Gestures", "there are no suggestions in this article; select words, then a label's key"
                )
            self._hand.refuse(with_keys(said))
            return
        view.set_current(id)
        self._say_round(position, id, open_one, step)

    def _say_round(self, position: int, id: str, before: str | None, step: int) -> None:
        """Says so where the way to a suggestion led round the end of the article, or back to where it began."""
        mark = self._hand.view.current
        at = mark.fragments[0][0] if mark is not None else position
        if id == before:
            self._hand.desk.said.emit(translate("Gestures", "this is the only open suggestion"))
        elif step > 0 and at < position:
            self._hand.desk.said.emit(translate("Gestures", "no open suggestions below; on from the beginning"))
        elif step < 0 and (at > position or (at == position and before is None)):
            self._hand.desk.said.emit(translate("Gestures", "no open suggestions above; on from the end"))

    def _at_hand(self) -> Mark | None:
        mark = self._hand.view.current
        if mark is None:
            said = translate("Gestures", "no suggestion is at hand; {key:next_suggestion} takes the next one")
            self._hand.refuse(with_keys(said))
        return mark

    def _accept(self) -> None:
        hand = self._hand
        mark, state = hand.view.current, hand.state
        if mark is None or state is None or mark.is_decided:
            self._go(1)
            return
        said = translate("Gestures", "accepted “{text}” as {label}").format(
            text=hand.text(mark.fragments), label=mark.label
        )
        if hand.do(Accept(document=state.document.id, suggestion=mark.id), said=said) is not None:
            hand.go_on(mark.id)

    def _reject(self) -> None:
        hand = self._hand
        mark, state = self._at_hand(), hand.state
        if mark is None or state is None:
            return
        if mark.is_decided:
            hand.refuse(with_keys(translate("Gestures", "this span is decided; {key:delete} removes it")))
            return
        said = translate("Gestures", "rejected “{text}” as {label}").format(
            text=hand.text(mark.fragments), label=mark.label
        )
        if hand.do(Reject(document=state.document.id, suggestion=mark.id), said=said) is not None:
            hand.go_on(mark.id)

    def _lost_with(self, mark: Mark) -> str:
        """What events lose when the mark is removed: it may be far from where one looks."""
        state = self._hand.state
        events = [one for one in state.spans.values() if isinstance(one, Event)] if state is not None else []
        held = [(event, one.role) for event in events for one in event.arguments if one.span == mark.id]
        if not held:
            return ""
        if len(held) > 1:
            return translate("Gestures", "; it filled {count} roles").format(count=len(held))
        event, role = held[0]
        return translate("Gestures", "; it was {role} of {label} “{text}”").format(
            role=role, label=event.label, text=self._hand.text(event.fragments)
        )

    def _delete(self) -> None:
        hand = self._hand
        mark, state = hand.mark_meant(), hand.state
        if mark is None or state is None:
            hand.refuse(translate("Gestures", "no span is at hand to be removed"))
            return
        if not mark.is_decided:
            hand.view.set_current(mark.id, scroll=False)
            self._reject()
            return
        said = translate("Gestures", "removed {label} from “{text}”").format(
            text=hand.text(mark.fragments), label=mark.label
        )
        said += self._lost_with(mark)
        if hand.do(DeleteSpan(document=state.document.id, span=mark.id), said=said) is not None:
            hand.view.set_selection(selecting.at(state.document, mark.fragments[0][0]), scroll=False)
