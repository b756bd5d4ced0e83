"""What Review asks in dialogs: votes over all documents with their preview, and rules drafted from a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.gui.review.alone import Alone, AloneDialog, count_alone
from annotator.gui.review.bulk import RevertDialog, Vote, VoteDialog
from annotator.gui.review.rule import RuleDialog, drafted, second_looks
from annotator.gui.review.whose import LEAST, WhoseDialog
from annotator.gui.writing import Writing
from annotator.services import adjudicating, comparing
from annotator.services.session import now

if TYPE_CHECKING:
    from annotator.core.command import Redo, Undo
    from annotator.core.compare import Strategy
    from annotator.gui.review.place import ReviewPlace
    from annotator.gui.review.reader import Reader
    from annotator.services.session import Outcome
    from annotator.store.assignments import Rule

PREVIEW, LOOKS = "review preview", "review looks"


class Asking(QObject):
    """Opens the dialogs of the place; what takes long is read in the background."""

    def __init__(self, place: ReviewPlace, reader: Reader, *, language: str) -> None:
        super().__init__(place)
        self._place = place
        self._reader = reader
        self._language = language
        self.deciding = place.deciding
        sessions = [self.deciding.session] if self.deciding.is_own_session else [self.deciding.session, place.session]
        self.writing = Writing(sessions, parent=self)
        self.deciding.long_revert_wanted.connect(self.revert)
        self.deciding.many_changed.connect(place.enter)
        self.vote: VoteDialog | None = None
        self.rule: RuleDialog | None = None

    def end(self) -> None:
        """Stops what is being written, before the window ends."""
        self.writing.end()

    def revert(self, command: Undo | Redo) -> None:
        """Takes a vote over many documents back, or brings it back, with its progress shown."""
        dialog = RevertDialog(self.deciding.session, command, self.writing, self._place.theme, parent=self._place)
        dialog.reverted.connect(self._reverted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin()

    def _reverted(self, outcome: Outcome) -> None:
        self.deciding.take_over(outcome)
        self._place.view.setFocus()

    def show_counting(self, done: int, total: int) -> None:
        """How far the preview is."""
        if self.vote is not None:
            self.vote.show_counting(done, total)

    def take_answer(self, name: str, answer: object) -> None:
        """Shows what was read for a dialog."""
        if name == PREVIEW and self.vote is not None and isinstance(answer, adjudicating.AdjudicationReport):
            self.vote.show_preview(answer)
        elif name == PREVIEW and isinstance(self.vote, AloneDialog) and isinstance(answer, Alone):
            self.vote.show_alone(answer)
        elif name == LOOKS and self.rule is not None and isinstance(answer, list):
            self.rule.show_again(answer)

    def ask_vote(self, strategy: Strategy) -> None:
        """Asks whether to settle by this vote, with the counts."""
        session = self.deciding.session
        if not self._place.queue.model.rows:
            self.deciding.refused.emit(self.tr("there is nothing to compare yet"))
            return
        vote = Vote(strategy, self.deciding.annotators)
        self.vote = VoteDialog(session, vote, self.writing, self._place.theme, parent=self._place)
        self.vote.settled.connect(self._voted)
        scheme, actor = session.scheme, session.actor
        self._reader.ask(
            PREVIEW,
            lambda project, going: vote.carry_out(project, scheme, actor, tell=going, is_dry_run=True),
        )
        self.vote.open()

    def ask_alone(self) -> None:
        """Asks whether to take the articles that one annotator alone finished, with the counts."""
        vote = Vote("unanimous", self.deciding.annotators, is_alone=True)
        dialog = AloneDialog(self.deciding.session, vote, self.writing, self._place.theme, parent=self._place)
        dialog.settled.connect(self._voted)
        dialog.count_wanted.connect(self._count_alone)
        self.vote = dialog
        self._count_alone(False)
        dialog.open()

    def _count_alone(self, with_awaited: bool) -> None:
        session = self.deciding.session
        scheme, actor = session.scheme, session.actor
        vote = Vote("unanimous", self.deciding.annotators, is_alone=True)
        self._reader.ask(
            PREVIEW,
            lambda project, going: count_alone(project, scheme, actor, vote, going, with_awaited=with_awaited),
        )

    def ask_whose(self) -> None:
        """Asks whose versions are compared, and compares those."""
        session = self.deciding.session
        if len(comparing.annotators_of(session.project)) <= LEAST:
            self.deciding.refused.emit(self.tr("there are no more than two annotators here: both are compared"))
            return
        asked = WhoseDialog(session.project, self.deciding.annotators, self._place.theme, parent=self._place)
        is_taken = asked.exec() == WhoseDialog.DialogCode.Accepted
        asked.deleteLater()
        if is_taken:
            self._place.compare(asked.chosen)
        self._place.front().setFocus()

    def _voted(self, count: int) -> None:
        self._reader.stop(PREVIEW)
        if self.vote is not None:
            self.vote.deleteLater()
            self.vote = None
        if count:
            self.deciding.saved.emit(now())
            self._place.enter()
            said = self.tr("articles gone through: {count}; one undo takes all of it back")
            self.deciding.said.emit(said.format(count=count))
        self._place.front().setFocus()

    def draft_rule(self) -> None:
        """Opens the draft of a rule for the place at hand."""
        draft = drafted(self.deciding, self._language, self.deciding.refused.emit)
        if draft is None:
            return
        self.rule = RuleDialog(self.deciding, draft, self._place.names(), self._place.theme, parent=self._place)
        self.rule.saved.connect(self._rule_saved)
        self.rule.annotate_wanted.connect(self._place.annotate_wanted)
        self.rule.finished.connect(self._rule_closed)
        self.rule.open()

    def _rule_saved(self, rule: Rule) -> None:
        self._place.guidelines.read()
        self._place.guideline_changed.emit()
        self._reader.ask(LOOKS, lambda project, going: second_looks(project, rule, going))

    def _rule_closed(self) -> None:
        self._reader.stop(LOOKS)
        if self.rule is not None:
            self.rule.deleteLater()
            self.rule = None
        self._place.show_place()
        self._place.view.setFocus()
