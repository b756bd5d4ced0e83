"""Going from document to document, and taking decisions back wherever they were taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.command import Redo, Undo
from annotator.core.span import Span
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.inspector.history import what_of
from annotator.services.history import entry_of_reverted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.decision import Decision
    from annotator.gui.queue.panel import QueuePanel
    from annotator.services.session import Outcome

# Gestures on many things: none of them is the one to look at, so the view stays where it is.
MANY = frozenset({"accept_above", "apply_to_all", "label_places", "relabel_all", "revert_to"})


class Documents:
    """Gestures that concern more than what is at hand."""

    def __init__(self, hand: Hand, queue: QueuePanel) -> None:
        self._hand = hand
        self._queue = queue

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "done": self._done,
            "next_document": partial(self._go, 1),
            "previous_document": partial(self._go, -1),
            "next_undone": self._go_to_undone,
            "undo": lambda: self._revert(Undo()),
            "redo": lambda: self._revert(Redo()),
            "save": lambda: self._hand.desk.said.emit(translate("Gestures", "every decision is saved as it is made")),
        }

    def _done(self) -> None:
        desk = self._hand.desk
        is_flagged = desk.state is not None and desk.state.status == "flagged"
        if desk.document is None or not desk.set_status("done"):
            return
        following = desk.next_undone()
        said = translate("Gestures", "every document is done")
        if following is not None:
            desk.open(following)
            said = translate("Gestures", "done; this is the next one")
            if is_flagged:  # a status takes the place of the other, and who flagged may count on its being found
                said = translate("Gestures", "done, and not flagged any more; this is the next one")
        desk.said.emit(said)

    def _go(self, step: int) -> None:
        desk = self._hand.desk
        document = self._queue.beside(desk.document or "", step)
        if document is None:
            self._hand.refuse(translate("Gestures", "there is no further document that way"))
            return
        desk.open(document)

    def _go_to_undone(self) -> None:
        desk = self._hand.desk
        following = desk.next_undone()
        if following is None or following == desk.document:
            self._hand.refuse(translate("Gestures", "every other document is done"))
            return
        desk.open(following)

    def _revert(self, command: Undo | Redo) -> None:
        about = translate("Gestures", "Taking back what was done at one stroke")
        if isinstance(command, Redo):
            about = translate("Gestures", "Bringing back what was undone")
        self._hand.desk.do_at_length(command, about, partial(self._say_reverted, command))

    def _say_reverted(self, command: Undo | Redo, outcome: Outcome) -> None:
        hand = self._hand
        if outcome.operation is None or outcome.reverted is None:
            return
        said = translate("Gestures", "Undone: {what}")
        if isinstance(command, Redo):
            said = translate("Gestures", "Redone: {what}")
        entry = entry_of_reverted(hand.desk.session, outcome.reverted)
        hand.desk.said.emit(said.format(what=what_of(entry)))
        if entry.kind not in MANY:
            self._show_reverted(outcome.operation.decisions)

    def _show_reverted(self, decisions: Sequence[Decision]) -> None:
        """Takes what is different now to hand; where a span is gone, its words are selected, as they may have been."""
        hand, book, document = self._hand, self._hand.book, self._hand.view.document
        if book is None or document is None:
            return
        # What came or went is meant before what changed along with it, as an event does with a filler.
        ordered = sorted(decisions, key=lambda one: one.before is not None and one.after is not None)
        for one in ordered:
            if one.kind in ("span", "verdict") and book.mark(one.target) is not None:
                hand.view.set_current(one.target)
                return
        gone = next((one.before for one in ordered if isinstance(one.before, Span)), None)
        if gone is not None:
            hand.view.set_selection(selecting.over(document, *gone.fragments[0]))
