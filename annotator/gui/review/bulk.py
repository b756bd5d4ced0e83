"""Settling by vote over all documents, and taking such a vote back: counts beforehand, progress, and a way to stop."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from annotator.core.command import Redo, Undo
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel
from annotator.gui.review.words import kind_name
from annotator.services import adjudicating
from annotator.services.session import Outcome, Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.core.compare import Strategy
    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.gui.writing import Tell, Writing
    from annotator.services.adjudicating import AdjudicationReport
    from annotator.store.beside import ProjectBeside
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Vote:
    """What is to be settled in all documents: how, whose versions count (all where nobody is named), in which.

    `is_alone`: in those that only one of them finished; `but` are documents to be left out.
    """

    strategy: Strategy
    annotators: tuple[str, ...] = ()
    is_alone: bool = False
    but: frozenset[str] = frozenset()

    def carry_out(
        self, project: Project, scheme: Scheme, actor: str, *, tell: Callable[[int, int], None], is_dry_run: bool
    ) -> AdjudicationReport:
        """Writes it into gold as one step, or counts what that would be."""
        return adjudicating.adjudicate(
            project, scheme, strategy=self.strategy, actor=actor, annotators=self.annotators,
            only_alone=self.is_alone, but=self.but, is_dry_run=is_dry_run, progress=tell,
        )  # fmt: skip


class _Telling(Session):
    """Tells of each operation that it takes back."""

    def __init__(self, project: ProjectBeside, scheme: Scheme, actor: str, tell: Callable[[int], None]) -> None:
        super().__init__(project, scheme, actor)
        self._tell = tell
        self._done = 0

    def _revert_one(self, command: Undo | Redo, *, elapsed_ms: int, origin: str) -> Outcome:
        outcome = super()._revert_one(command, elapsed_ms=elapsed_ms, origin=origin)
        self._done += 1
        self._tell(self._done)
        return outcome


class _WritingDialog(Frame):
    """A dialog over work that writes: a bar with a count and a rate; stopping leaves everything as it was."""

    def __init__(self, writing: Writing, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._writing = writing
        self._began = time.monotonic()
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How many articles are done"))
        self.bar.setTextVisible(False)
        self.rate = self.muted("")
        self.close_button = button(self.tr("Cancel"), self.tr("Stops; then nothing has changed"))
        self.close_button.clicked.connect(self.reject)
        writing.advanced.connect(self._advance)
        writing.failed.connect(self.refuse)
        writing.stopped.connect(super().reject)

    def begin_writing(self) -> None:
        """To be called as the work begins."""
        self._began = time.monotonic()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.close_button.setFocus()

    def show_rate(self, done: int, total: int) -> None:
        """How far it is, and how fast."""
        rate = done / max(0.2, time.monotonic() - self._began)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.rate.setText(
            self.tr("{done} of {total} articles · {rate} a second").format(
                done=grouped(done), total=grouped(total), rate=grouped(round(rate))
            )
        )

    def _advance(self, done: int, total: int) -> None:
        self.show_rate(done, total)

    def reject(self) -> None:
        """Stops what is going on and closes when it has; else closes."""
        if self._writing.is_running:
            self.close_button.setEnabled(False)
            self._writing.stop()
            return
        super().reject()


class VoteDialog(_WritingDialog):
    """Waits for the preview, shows its counts, and settles when told to: all of it, as one step of undo."""

    settled = Signal(int)  # documents that were gone through; 0 where nothing was written

    def __init__(
        self, session: Session, vote: Vote, writing: Writing, theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(writing, theme, parent=parent)
        self._session = session
        self.vote = vote
        title, about = self._words()
        self.set_title(title)
        self._about = self.muted(about)
        self.counts = PlainLabel(self.tr("Counting …"))
        self.counts.setWordWrap(True)
        for widget in (self._about, self.counts, self.bar, self.rate):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.go = button(self.tr("Take them"), self.tr("Writes this into gold; one undo takes all of it back"))
        self.go.setEnabled(False)
        self.go.clicked.connect(self._begin)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.go)
        self._documents = 0
        self._is_written = False
        writing.ended.connect(self._end)
        self.fit(520, 340)

    def _words(self) -> tuple[str, str]:
        """Its title, and what it does."""
        if self.vote.strategy == "unanimous":
            said = self.tr("A place is settled where every annotator has the very same.")
            return self.tr("Take what all agree on"), said
        said = self.tr("A place is settled where more than half of the annotators have the very same.")
        return self.tr("Take what most agree on"), said

    def show_counting(self, done: int, total: int) -> None:
        """How far the preview is."""
        self.show_rate(done, total)

    def show_preview(self, report: AdjudicationReport) -> None:
        """Shows what would be settled."""
        self.bar.hide()
        self.rate.setText("")
        self._documents = report.documents
        lines = self._lines(report)
        self.counts.setText("\n".join(lines))
        self.counts.setAccessibleDescription(". ".join(lines))
        self.go.setEnabled(bool(report.taken or report.nothing or report.finished))
        self.go.setDefault(True)
        self.go.setFocus()

    def _lines(self, report: AdjudicationReport) -> list[str]:
        kinds = ", ".join(f"{kind_name(kind)} {grouped(count)}" for kind, count in report.open_kinds.items())
        by_kind = self.tr("by kind, where a place can be of several: {kinds}").format(kinds=kinds)
        return [
            self.tr("Places: {count}, articles: {documents}").format(
                count=grouped(report.places), documents=grouped(report.documents)
            ),
            self.tr("Taken: {count}, settled as nothing: {nothing}").format(
                count=grouped(report.taken), nothing=grouped(report.nothing)
            ),
            self.tr("Decided before, and kept: {count}").format(count=grouped(report.kept)),
            self.tr("Still open: {count}").format(count=grouped(report.open)) + (f" ({by_kind})" if kinds else ""),
            self.tr("Articles with nothing open then: {count}").format(count=grouped(report.finished)),
        ]

    def _begin(self) -> None:
        self.go.setEnabled(False)
        self.refuse("")
        scheme, actor, vote = self._session.scheme, self._session.actor, self.vote

        def settle(project: ProjectBeside, tell: Tell) -> AdjudicationReport:
            return vote.carry_out(project, scheme, actor, tell=tell, is_dry_run=False)

        self.begin_writing()
        self._writing.begin(settle)

    def _end(self, _report: object) -> None:
        self._is_written = True
        self.accept()

    def done(self, result: int) -> None:
        self.settled.emit(self._documents if self._is_written else 0)
        super().done(result)


class RevertDialog(_WritingDialog):
    """Takes a vote over many documents back, or brings it back, all at one stroke."""

    reverted = Signal(object)  # the Outcome

    def __init__(
        self, session: Session, command: Undo | Redo, writing: Writing, theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(writing, theme, parent=parent)
        self._session = session
        self._command: Undo | Redo = command
        self._total = session.revert_size(command)
        self.set_title(
            self.tr("Taking the vote back") if isinstance(command, Undo) else self.tr("Bringing the vote back")
        )
        for widget in (self.muted(self.tr("It was one step, and is taken back as one.")), self.bar, self.rate):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        writing.ended.connect(self._end)
        self.fit(460, 240)

    def begin(self) -> None:
        """Begins at once."""
        scheme, actor, command, total = self._session.scheme, self._session.actor, self._command, self._total

        def revert(project: ProjectBeside, tell: Tell) -> Outcome:
            return _Telling(project, scheme, actor, lambda done: tell(done, total)).do(command)

        self.begin_writing()
        self._writing.begin(revert)

    def _end(self, outcome: object) -> None:
        self.accept()
        self.reverted.emit(outcome)
