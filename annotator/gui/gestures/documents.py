"""Going from document to document, and taking decisions back wherever they were taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.command import Redo, Undo
from annotator.core.decision import Comment
from annotator.core.span import Span
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.inspector.history import what_of
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.services.history import entry_of_reverted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.decision import Decision
    from annotator.gui.desk import Desk
    from annotator.gui.queue.panel import QueuePanel
    from annotator.services.session import Outcome

# Gestures on many things: none of them is the one to look at, so the view stays where it is.
MANY = frozenset({"accept_above", "apply_to_all", "label_places", "relabel_all", "revert_to"})

FILLED = "set_argument"


def put_aside(desk: Desk) -> str:
    """What was flagged and skipped, which going on passes over; "" where nothing was: then all is done indeed."""
    counts = desk.session.project.counts(desk.session.actor)
    flagged, skipped = counts["flagged"], counts["skipped"]
    if not flagged and not skipped:
        return ""
    said = translate("Gestures", "all else is done; flagged: {flagged}, skipped: {skipped}")
    return said.format(flagged=grouped(flagged), skipped=grouped(skipped))


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
        status, book = desk.state.status if desk.state is not None else "", self._hand.book
        left = book.open_count if book is not None and status != "done" else 0
        if desk.document is None or not desk.set_status("done"):
            return
        following = desk.next_undone()
        said = put_aside(desk) or translate("Gestures", "every article is done")
        if following is not None:
            desk.open(following)
            said = translate("Gestures", "done; this is the next one")
            if status == "flagged":  # one status takes the other's place; who flagged may count on its being found
                said = translate("Gestures", "done, and not flagged any more; this is the next one")
            if self._queue.model.number_of(following) < 0:  # else one works on, on articles that one did not ask for
                said = translate("Gestures", "done, and nothing is left in the filter; this is the next of the others")
        if not left:
            desk.said.emit(said)
            return
        # What is left open counts as passed over and teaches so; it may as well have been overlooked.
        also = translate("Gestures", "{said} · {count} suggestions were left open; {key:undo} goes back to them")
        if left == 1:
            also = translate("Gestures", "{said} · 1 suggestion was left open; {key:undo} goes back to it")
        desk.warned.emit(with_keys(also, said=said, count=grouped(left)))

    def _go(self, step: int) -> None:
        desk = self._hand.desk
        document = self._queue.beside(desk.document or "", step)
        if document is None:
            self._hand.refuse(translate("Gestures", "there is no further article that way"))
            return
        desk.open(document)

    def _go_to_undone(self) -> None:
        desk = self._hand.desk
        following = desk.next_undone()
        if following is None or following == desk.document:
            self._hand.refuse(put_aside(desk) or translate("Gestures", "every other article is done"))
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
            self._show_reverted(outcome.operation.decisions, is_about_event=entry.kind == FILLED)

    def _show_reverted(self, decisions: Sequence[Decision], *, is_about_event: bool) -> None:
        """Takes what is different now to hand; where a span is gone, its words are selected, as they may have been."""
        hand, book, document = self._hand, self._hand.book, self._hand.view.document
        if book is None or document is None:
            return
        # What came or went is meant before what changed along with it, as an event does with a filler that is deleted;
        # but of a role that was filled the event, also where that accepted its filler.
        ordered = sorted(decisions, key=lambda one: (one.before is not None and one.after is not None) ^ is_about_event)
        for one in ordered:
            if one.kind in ("span", "verdict") and book.mark(one.target) is not None:
                hand.view.set_current(one.target)
                return
            remark = one.after or one.before
            if isinstance(remark, Comment) and remark.about is not None and book.mark(remark.about) is not None:
                hand.view.set_current(remark.about)
                return
        gone = next((one.before for one in ordered if isinstance(one.before, Span)), None)
        if gone is not None:
            hand.view.set_selection(selecting.over(document, *gone.fragments[0]))
