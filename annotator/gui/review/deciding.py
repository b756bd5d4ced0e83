"""The adjudicator at work on one document after the other: which place is at hand, and every decision on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.command import Redo, SetStatus, Undo
from annotator.errors import KnownError
from annotator.gui.activity import ActiveTime
from annotator.gui.review.once import Once
from annotator.gui.review.words import Version, versions_of
from annotator.services import adjudicating, amending, comparing, reviewing
from annotator.services.long_work import FEW_DOCUMENTS
from annotator.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.compare import Place, Strategy
    from annotator.core.text import Fragments
    from annotator.services.reviewing import Review
    from annotator.services.session import Outcome


class Deciding(QObject):
    """Decides as the adjudicator: the session's own actor where that is one, else `gold`."""

    shown = Signal(bool)  # another picture; whether it is of the same document
    moved = Signal()  # another place is at hand, or reason, note or names changed
    said = Signal(str)
    refused = Signal(str)
    decided = Signal(str)  # id of the document that gold changed in
    saved = Signal(str)  # when, UTC, ISO 8601
    many_changed = Signal()  # gold changed in several documents at once
    long_revert_wanted = Signal(object)  # Undo or Redo of a vote over many documents

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        is_own = session.actor in comparing.adjudicators(session.project)
        self.session = session if is_own else Session(session.project, session.scheme, comparing.GOLD)
        self.is_own_session = is_own
        self.activity = ActiveTime()
        self.annotators: tuple[str, ...] = ()  # whose versions are compared; everybody's where nobody is named
        self.review: Review | None = None
        self.reason = ""
        self.note = ""
        self._at: str | None = None
        self.tell_moved = Once(self.moved.emit)

    # -- what is at hand --------------------------------------------------------------------------------

    @property
    def document(self) -> str | None:
        """Id of the document under review."""
        return self.review.compared.document.id if self.review is not None else None

    @property
    def place(self) -> Place | None:
        """The place at hand."""
        return next((one for one in self.places if one.id == self._at), None)

    @property
    def places(self) -> tuple[Place, ...]:
        return self.review.compared.places if self.review is not None else ()

    def differences(self) -> list[Place]:
        """The places on which annotators differ."""
        return [one for one in self.places if not one.is_agreed]

    def is_open(self, place: Place) -> bool:
        """Whether gold has not decided the place."""
        return self.review is not None and self.review.view.verdict(place) is None

    def open_differences(self) -> list[Place]:
        """The places on which annotators differ and gold has not decided."""
        return [one for one in self.differences() if self.is_open(one)]

    def _is_waiting(self, place: Place) -> bool:
        """Whether something that fills a role of it is a difference, and open: no version can be taken before that."""
        fillers = {id for version in place.fillers.values() for _, id in version}
        return any(one.id in fillers and not one.is_agreed and self.is_open(one) for one in self.places)

    def versions(self) -> list[Version]:
        """The versions of the place at hand."""
        if self.review is None or self.place is None:
            return []
        return versions_of(self.review.compared, self.place)

    def refused_letters(self) -> list[str]:
        """The letters of the versions that were rejected where the place is open still."""
        review, place = self.review, self.place
        if review is None or place is None or not self.is_open(place):
            return []
        ids = review.view.version_ids(place)
        gone = {(one.label, one.fragments) for id, one in ids.items() if id in review.view.state.verdicts}
        return [one.letter for one in self.versions() if (one.span.label, one.span.fragments) in gone]

    def open(self, document: str, *, at: int | None = None) -> bool:
        """Opens a document at a position, else at its first open difference; False where nothing can be compared."""
        try:
            found = self._read(document)
        except KnownError as error:
            self.refused.emit(error.said)
            return False
        if found is None:
            self.refused.emit(self.tr("two annotators must have finished the article"))
            return False
        self.review = found
        self.activity.restart()
        self.activity.go_on_from(self.session.project.active_ms(document, self.session.actor) / 1000)
        goal: Place | None = None
        if at is not None:
            goal = min(found.compared.places, key=lambda one: _distance(one, at), default=None)
        first = next((one for one in self.open_differences() if not self._is_waiting(one)), None)
        goal = goal or first or next(iter(self.differences()), None)
        self._at = goal.id if goal is not None else None
        self.shown.emit(False)
        self.tell_moved()
        return True

    def _read(self, document: str) -> Review | None:
        project, scheme, who = self.session.project, self.session.scheme, self.annotators
        found = reviewing.reviews(project, scheme, annotators=who, documents=[document], actor=self.session.actor)
        return next(found, None)

    def go_to(self, place: str) -> None:
        """Takes a place to hand; what was said of the one before goes."""
        if place != self._at and any(one.id == place for one in self.places):
            self._at = place
            self.said.emit("")
            self.tell_moved()

    def step(self, count: int, *, is_any: bool = False) -> bool:
        """Goes to the next (1) or previous (-1) open difference, or place of any kind; False at the end.

        An event comes when what fills its roles is decided, wherever that stands.
        """
        wanted = self.places if is_any else tuple(self.open_differences())
        order = {one.id: number for number, one in enumerate(self.places)}
        here = order.get(self._at or "", -1)
        found = [one for one in wanted if (order[one.id] > here if count > 0 else order[one.id] < here)]
        if not is_any:
            found = [one for one in found if not self._is_waiting(one)]
        if not found:
            return False
        self.go_to(found[0 if count > 0 else -1].id)
        return True

    # -- deciding ---------------------------------------------------------------------------------------

    def take(self, letters: str) -> bool:
        """Takes the versions of these letters."""
        chosen = [one for one in self.versions() if one.letter and one.letter in letters]
        if len(chosen) < len(letters):
            self.refused.emit(self.tr("there is no version {letter} here").format(letter=letters))
            return False
        return self._choose([one.who[0] for one in chosen])

    def can_take_all(self) -> bool:
        """Whether all versions of the place can stand: only where their layer lets spans overlap."""
        place = self.place
        layer = self.session.scheme.layer(place.layer) if place is not None else None
        return layer is not None and layer.kind != "flat"

    def take_all(self) -> bool:
        """Takes all versions, where that can be."""
        if self.place is not None and not self.can_take_all():
            self.refused.emit(self.tr("labels of this layer do not overlap: take one version"))
            return False
        return self._choose([one.who[0] for one in self.versions()])

    def take_none(self) -> bool:
        """Nothing stands here."""
        return self._choose([])

    def _choose(self, names: Sequence[str]) -> bool:
        return self._run(
            lambda review, place, lap_ms: amending.choose(
                self.session, review, place, names, reason=self.reason, note=self.note, elapsed_ms=lap_ms
            )
        )

    def reject(self, letter: str) -> bool:
        """Rejects one version."""
        one = next((version for version in self.versions() if version.letter == letter), None)
        if one is None:
            self.refused.emit(self.tr("there is no version {letter} here").format(letter=letter))
            return False
        return self._run(
            lambda review, place, lap_ms: amending.refuse_version(
                self.session, review, place, one.who[0], elapsed_ms=lap_ms
            )
        )

    def change(self, base: str, label: str, fragments: Fragments) -> bool:
        """Takes the version of the annotator `base` under another label or edges, or changes what gold has."""
        return self._run(
            lambda review, place, lap_ms: amending.change(
                self.session, review, place, base=base, label=label, fragments=fragments,
                reason=self.reason, note=self.note, elapsed_ms=lap_ms,
            )
        )  # fmt: skip

    def _run(self, decide: Callable[[Review, Place, int], Outcome]) -> bool:
        review, place = self.review, self.place
        if review is None or place is None:
            self.refused.emit(self.tr("no place is at hand"))
            return False
        outcome = self._timed(lambda lap_ms: decide(review, place, lap_ms))
        if outcome is None:
            return False
        self.reason = self.note = ""
        self._settle(outcome)
        return True

    def _timed(self, decide: Callable[[int], Outcome]) -> Outcome | None:
        """Decides with the active time that went into it; None where that was refused, which has been said."""
        try:
            outcome = self.activity.spent_on(decide)
        except KnownError as error:
            self.refused.emit(error.said)
            return None
        if outcome.rejection is not None:
            self.refused.emit(outcome.rejection.why)
            return None
        return outcome

    def _settle(self, outcome: Outcome) -> None:
        if outcome.operation is None:
            return
        self.saved.emit(outcome.operation.at)
        document = outcome.operation.document
        if document == self.document:
            self.reread()
        self.decided.emit(document)

    def reread(self) -> None:
        """Reads the document anew; the place at hand stays."""
        document = self.document
        if document is None:
            return
        self.review = self._read(document)
        self.shown.emit(True)
        self.tell_moved()

    def revert(self, *, is_redo: bool = False) -> None:
        """Undoes or redoes the adjudicator's last decision, in whichever document it was; a vote as one."""
        command = Redo() if is_redo else Undo()
        if self.session.revert_size(command) > FEW_DOCUMENTS:
            self.long_revert_wanted.emit(command)
            return
        outcome = self._timed(lambda lap_ms: self.session.do(command, elapsed_ms=lap_ms))
        if outcome is not None:
            self.take_over(outcome)

    def take_over(self, outcome: Outcome) -> None:
        """Shows what an undo or a redo did."""
        if outcome.operation is None:
            return
        documents = {change.document for change in outcome.changes}
        if self.document not in documents:
            self.open(outcome.operation.document)
        if len(documents) > 1:
            self.reread()
            self.saved.emit(outcome.operation.at)
            self.many_changed.emit()
        else:
            self._settle(outcome)
            self._go_where(outcome)
        said = self.tr("taken back") if outcome.operation.kind == "undo" else self.tr("brought back")
        if len(documents) > 1:
            said = f"{said} · {self.tr('{count} articles').format(count=len(documents))}"
        self.said.emit(said)

    def _go_where(self, outcome: Outcome) -> None:
        """Takes the place to hand that an outcome is about: of an event and what was taken with it, the event."""
        if self.review is None:
            return
        changed, view = {change.target for change in outcome.changes}, self.review.view
        about = [one for one in self.places if not changed.isdisjoint(view.version_ids(one))]
        about.sort(key=lambda one: not one.is_event)
        if about:
            self.go_to(about[0].id)

    def finish(self) -> bool:
        """Takes what all agree on and has the document done in gold; refuses while differences are open."""
        document = self.document
        if document is None:
            return False
        count = len(self.open_differences())
        if count:
            one = self.tr("1 difference is open; 0 says that nothing stands there")
            many = self.tr("{count} differences are open; 0 says that nothing stands there")
            self.refused.emit(one if count == 1 else many.format(count=count))
            return False
        try:
            self.settle_documents([document], "unanimous")
            status = self.session.state(document).status
        except KnownError as error:
            self.refused.emit(error.said)
            return False
        done = SetStatus(document=document, status="done")
        if status != "done" and self._timed(lambda lap_ms: self.session.do(done, elapsed_ms=lap_ms)) is None:
            return False
        self.reread()
        self.decided.emit(document)
        return True

    def settle_documents(self, documents: Sequence[str], strategy: Strategy) -> adjudicating.AdjudicationReport:
        """Writes what a vote settles in these documents; what is open stays so."""
        session = self.session
        report = adjudicating.adjudicate(
            session.project, session.scheme, strategy=strategy, actor=session.actor, annotators=self.annotators,
            documents=documents,
        )  # fmt: skip
        session.forget()
        return report


def _distance(place: Place, position: int) -> tuple[int, bool]:
    if place.start <= position < place.end:
        return 0, place.is_agreed
    return min(abs(place.start - position), abs(place.end - position)) + 1, place.is_agreed
