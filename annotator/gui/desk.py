"""The desk without its widgets: which document is open, what was decided, what is to be said about it."""

from __future__ import annotations

import time
from collections import Counter
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.errors import KnownError
from annotator.gui.activity import ActiveTime

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.command import Command
    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.long_work import LongWork
    from annotator.services.session import Outcome, Session

LEAST_LOSS = 5  # spans lost at one stroke below which no one need be alarmed
LARGEST_SHARE = 0.3  # of a document's spans that may go at one stroke without an alarm
PATIENCE = 5.0  # seconds after which someone may be reading what was opened for want of a better order


class Desk(QObject):
    """The one through which the window decides anything; views follow its signals."""

    opened = Signal(object)  # DocumentState
    changed = Signal(object, object)  # DocumentState, ids of what changed in it
    suggested = Signal(object)  # DocumentState with other suggestions
    touched = Signal(object)  # a set of ids of documents whose rows in the list are other ones now
    said = Signal(str)  # what was done
    refused = Signal(str)  # why something was not
    warned = Signal(str)  # what is odd about something that was done
    alarmed = Signal(str, str)  # that much was lost at one stroke ("" when all is well), the action that mends it
    guideline_changed = Signal()
    saved = Signal(str)  # when, UTC, ISO 8601

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._made_for = session.scheme
        self.activity = ActiveTime()
        self._waiting: list[tuple[str, str, Sequence[Suggestion], Mapping[str, object]]] = []
        self._document: str | None = None
        self._is_alarmed = False
        self._proposed: tuple[str | None, str | None, float] | None = None  # document, that before it, when
        # The list sets its own order here.
        self.follow: Callable[[str | None], str | None] = partial(session.project.next_undone, actor=session.actor)

    @cached_property
    def work(self) -> LongWork:
        """The command over many documents that runs beside the others."""
        from annotator.gui.long_work import LongWork  # lazy: the window is painted first

        return LongWork(self)

    @property
    def scheme(self) -> Scheme:
        return self.session.scheme

    @property
    def is_outdated(self) -> bool:
        """Whether the scheme was changed since: what was asked for before may have labels that are gone.

        A window made anew asks again. The project is asked, as it has the new one before the session knows.
        """
        made_for = self._made_for
        return self.session.scheme is not made_for or self.session.project.scheme_source != made_for.source

    @property
    def document(self) -> str | None:
        """Id of the open document."""
        return self._document

    @property
    def state(self) -> DocumentState | None:
        """The state of the open document."""
        return self.session.state(self._document) if self._document is not None else None

    def open(self, document: str) -> bool:
        """Opens a document; says so where it cannot, and leaves open what is."""
        try:
            state = self.session.state(document)
        except KnownError as error:
            self.refused.emit(error.said)
            return False
        self._document = document
        self.activity.restart()
        self.opened.emit(state)
        return True

    def do(self, command: Command) -> Outcome | None:
        """Runs a command and tells the views; None where the machine failed. A refusal has been said."""
        try:
            outcome = self.activity.spent_on(lambda lap_ms: self.session.do(command, elapsed_ms=lap_ms))
        except KnownError as error:
            self.refused.emit(error.said)
            return None
        if outcome.rejection is not None:
            self.refused.emit(outcome.rejection.why)
            return outcome
        self.tell(command, outcome)
        return outcome

    def do_at_length(self, command: Command, about: str, then: Callable[[Outcome], None]) -> None:
        """As `do`, but what may take longer than a key press is done in the background, with `about` above its bar.

        `then` gets the outcome when all of it is written; where nothing is, why has been said.
        """
        if _is_long()(self.session, command):
            self.work.begin(command, about, then)
            return
        outcome = self.do(command)
        if outcome is not None and outcome.operation is not None:
            then(outcome)

    def tell(self, command: Command, outcome: Outcome) -> None:
        """Tells the views of what was written."""
        if outcome.operation is None:
            return
        documents = {change.document for change in outcome.changes}
        if self._document not in documents and command.do in ("undo", "redo"):
            self.open(outcome.operation.document)  # what was taken back is shown
        elif self._document in documents:
            targets = {change.target for change in outcome.changes if change.document == self._document}
            self.changed.emit(self.state, targets)
        self.touched.emit(documents)
        self.saved.emit(outcome.operation.at)
        self._watch_losses(outcome.operation)

    def _watch_losses(self, operation: Operation) -> None:
        """Raises the alarm where one operation took many spans off a document; takes an earlier alarm back.

        An undo only takes off what was put there by the gesture that is taken back, as asked: no alarm.
        """
        if len(operation.decisions) < LEAST_LOSS:  # the way of nearly every key
            self._sound("", "")
            return
        lost: Counter[str] = Counter()
        for one in operation.decisions if operation.kind != "undo" else ():
            if one.kind == "span":
                lost[one.document] += (one.after is None) - (one.before is None)
        for document, count in lost.items():
            if count < LEAST_LOSS:
                continue
            left = len(self.session.glimpse(document).spans)
            if count > LARGEST_SHARE * (left + count):
                what = QCoreApplication.translate(
                    "Desk", "{count} of {total} spans of an article are gone at one stroke"
                )
                self._sound(what.format(count=count, total=left + count), "undo")
                return
        self._sound("", "")

    def _sound(self, alarm: str, way_back: str) -> None:
        if alarm or self._is_alarmed:
            self._is_alarmed = bool(alarm)
            self.alarmed.emit(alarm, way_back)

    def set_status(self, status: str) -> bool:
        """Gives the open document a status; True also where it has it already."""
        state = self.state
        if state is None or state.status == status:
            return state is not None
        from annotator.core.command import SetStatus  # lazy: commands are loaded after the first paint

        outcome = self.do(SetStatus(document=state.document.id, status=status))
        return outcome is not None and outcome.operation is not None

    def take_suggestions(
        self, document: str, sha256: str, found: Sequence[Suggestion], run: Mapping[str, object]
    ) -> None:
        """Stores suggestions that came from the background, unless they are for another text or another scheme."""
        if self.session.is_held:  # two may not write at once
            self._waiting.append((document, sha256, found, run))
            return
        try:
            if self.is_outdated or self.session.project.has_suggestions(document):
                return
            read = self.session.project.document(document)
            if read.sha256 != sha256:
                return
            shown = self.session.conduct.shown(read, found, self.session.scheme)
            self.session.project.put_suggestions(document, shown, run=run)
            state = self.session.refresh(document, self.session.project.suggestions(document))
        except KnownError as error:
            self.refused.emit(error.said)
            return
        self.touched.emit({document})
        if document == self._document:
            self.suggested.emit(state)

    def take_waiting(self) -> None:
        """Stores the suggestions that came while something else was written."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            self.take_suggestions(*one)

    def resumed(self) -> str | None:
        """The document to begin a sitting with: the one decided on last, or the next after it to be done."""
        left = self.session.project.left_at(self.session.actor)
        if left is not None and self.session.state(left).status in ("todo", "busy"):
            return left
        found = self.follow(left)
        self._proposed = found, left, time.monotonic()
        return found

    def propose_again(self) -> str | None:
        """What to begin a sitting with now that the list is in order; None where that is open, or work was begun.

        The order of the list comes from the background, after the first article was opened.
        """
        proposed, self._proposed = self._proposed, None
        if proposed is None or proposed[0] != self._document or self.activity.seconds > 0:
            return None
        if time.monotonic() - proposed[2] > PATIENCE:
            return None
        found = self.follow(proposed[1])
        return found if found != self._document else None

    def next_undone(self) -> str | None:
        """The next document after the open one, in the order of the list, that is still to be done; wraps round."""
        return self.follow(self._document)


@cache
def _is_long() -> Callable[[Session, Command], bool]:
    """Loaded once: an import statement costs at every key."""
    from annotator.services.long_work import is_long  # lazy: undo asks for it, and labelling in many articles

    return is_long
