"""Taking the only version there is: articles that one annotator alone finished, counted before, as one step of undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from annotator.gui.dialogs.frame import told
from annotator.gui.language import grouped
from annotator.gui.review.bulk import Vote, VoteDialog
from annotator.services import comparing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.scheme import Scheme
    from annotator.gui.review.reader import Going
    from annotator.gui.theme import Theme
    from annotator.gui.writing import Writing
    from annotator.services.adjudicating import AdjudicationReport
    from annotator.services.session import Session
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Alone:
    """What taking them would come to; `awaited` are documents that somebody else is to finish yet."""

    report: AdjudicationReport
    awaited: frozenset[str]


def count_alone(project: Project, scheme: Scheme, actor: str, vote: Vote, going: Going, *, with_awaited: bool) -> Alone:
    """Counts what the vote would write; for a thread of its own."""
    awaited = comparing.awaited(project, comparing.annotators_of(project, vote.annotators))
    asked = replace(vote, but=frozenset() if with_awaited else awaited)
    return Alone(asked.carry_out(project, scheme, actor, tell=going, is_dry_run=True), awaited)


class AloneDialog(VoteDialog):
    """Leaves out what somebody else was given or has begun, unless the box for that is ticked."""

    count_wanted = Signal(bool)  # with those that somebody else is to finish yet

    def __init__(
        self, session: Session, vote: Vote, writing: Writing, theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, vote, writing, theme, parent=parent)
        about = self.tr("They were given to somebody else as well, or somebody else has begun them")
        self.others = told(QCheckBox(), self.tr("Those that somebody else is to finish yet"), about)
        self.others.hide()
        self.others.toggled.connect(self._ask_again)
        self.body.insertWidget(self.body.indexOf(self.counts) + 1, self.others)

    def _words(self) -> tuple[str, str]:
        said = self.tr(
            "Takes the version of articles that only one annotator finished into gold as it is. Planted suggestions "
            "that were accepted stay out."
        )
        return self.tr("Take articles that one annotator did alone"), said

    def show_alone(self, found: Alone) -> None:
        """Shows what would be taken."""
        awaited = len(found.awaited)
        self.vote = replace(self.vote, but=frozenset() if self.others.isChecked() else found.awaited)
        said = self.tr("Also those that somebody else was given or has begun, and has not finished: {count}")
        self.others.setText(said.format(count=grouped(awaited)))
        self.others.setVisible(bool(awaited))
        self.show_preview(found.report)
        if not self.go.isEnabled():
            (self.others if awaited else self.close_button).setFocus()

    def _lines(self, report: AdjudicationReport) -> list[str]:
        lines = [
            self.tr("Articles: {count}").format(count=grouped(report.documents)),
            self.tr("Taken: {count}").format(count=grouped(report.taken)),
            self.tr("Decided before, and kept: {count}").format(count=grouped(report.kept)),
        ]
        return [*lines, self.tr("Still open: {count}").format(count=grouped(report.open))] if report.open else lines

    def _ask_again(self, with_others: bool) -> None:
        self.go.setEnabled(False)
        self.counts.setText(self.tr("Counting …"))
        self.count_wanted.emit(with_others)
