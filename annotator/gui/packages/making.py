"""Making a work package: three steps with the count of what goes in, then progress, then where the file is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.core.endings import PACKAGE
from annotator.errors import KnownError
from annotator.gui.dialogs.frame import Frame, button, call, stacked, told
from annotator.gui.language import grouped
from annotator.gui.packages.steps import ArticlesStep, FileStep, SuggestionsStep
from annotator.services import comparing, packages
from annotator.services.assigning import Selection

if TYPE_CHECKING:
    from annotator.gui.review.reader import Reader
    from annotator.gui.theme import Theme
    from annotator.gui.writing import Tell, Writing
    from annotator.services.packages import MakeReport, Preview
    from annotator.services.session import Session
    from annotator.store.beside import ProjectBeside

COUNT = "package count"
PATIENCE = 150  # milliseconds without a change after which the count is made anew


class MakeDialog(Frame):
    """Counts in the background whenever something changes; writes in a thread, to be stopped at any time."""

    said = Signal(str)

    def __init__(
        self, session: Session, reader: Reader, writing: Writing, theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._session = session
        self._reader = reader
        self._writing = writing
        self._began = 0.0
        project = session.project
        rows = project.rows(project.document_ids(), session.actor)
        # Who has worked or was given work before; the one who sits here leads.
        names = dict.fromkeys([*comparing.annotators_of(project), *(one.annotator for one in project.assignments())])
        self.articles = ArticlesStep(list(names), [(row.id, row.title) for row in rows], theme)
        self.suggestions = SuggestionsStep(theme)
        self.file = FileStep(theme)
        self.where = self.muted("")
        self.count = self.muted("")
        self.count.setAccessibleName(self.tr("What the package would hold"))
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How many articles are packed"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.preview: Preview | None = None
        self.steps = stacked(self.articles, self.suggestions, self.file)
        self.put_above_heading(self.where)  # as in the wizard
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self.count)
        self.body.addWidget(self.bar)
        self.back = button(self.tr("Back"), self.tr("To the step before"))
        self.on = button(self.tr("Next"), self.tr("To the next step"))
        self.on.setDefault(True)
        self.close_button = button(self.tr("Cancel"), self.tr("Makes no package"))
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.on)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PATIENCE)
        self._later.timeout.connect(self._count)
        self._connect()
        self.set_title(self.tr("Work package"))
        self.fit(640, 560)
        self.turn(0)

    def _connect(self) -> None:
        self.articles.changed.connect(self._changed)
        self.suggestions.changed.connect(self._changed)
        self.back.clicked.connect(lambda: self.turn(self.steps.currentIndex() - 1))
        self.on.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.reject)
        self._reader.answered.connect(self._answered)
        self._reader.failed.connect(self._failed)
        self._writing.advanced.connect(self._advance)
        self._writing.ended.connect(self._ended)
        self._writing.failed.connect(self._refused)
        self._writing.stopped.connect(super().reject)

    # -- steps ------------------------------------------------------------------------------------------

    def turn(self, step: int) -> None:
        """Shows a step."""
        self.refuse("")
        self.steps.setCurrentIndex(step)
        headings = (
            self.tr("For whom, and which articles?"), self.tr("With suggestions?"), self.tr("Look and make"),
        )  # fmt: skip
        self.heading.setText(headings[step])
        self.where.setText(self.tr("Work package · step {step} of {count}").format(step=step + 1, count=len(headings)))
        is_last = step == len(headings) - 1
        if is_last:
            call(self.on, self.tr("Make the package"), self.tr("Writes the file; the work in it is handed out then"))
        else:
            call(self.on, self.tr("Next"), self.tr("To the next step"))
        self.back.setEnabled(step > 0)
        self.count.setVisible(not is_last)
        if is_last and not self.file.path.text():
            name = "".join(letter if letter.isalnum() else "-" for letter in self.articles.name())
            self.file.path.setText(str(self._session.project.path.with_name(f"{name}{PACKAGE}")))
        first = (self.articles.who, self.suggestions.with_them, self.on)
        first[step].setFocus()
        self._changed()

    def _selection(self) -> Selection:
        if self.articles.by_share.isChecked():
            share, overlap = self.articles.share.value() / 100, self.articles.overlap.value() / 100
            return Selection((), share, overlap, self._blind())
        return Selection(self.articles.chosen(), None, 0.0, self._blind())

    def _blind(self) -> float:
        return self.suggestions.blind.value() / 100 if self.suggestions.with_them.isChecked() else 0.0

    def _go_on(self) -> None:
        step = self.steps.currentIndex()
        why = self._problem(step)
        if why:
            self.refuse(why)
        elif step < self.steps.count() - 1:
            self.turn(step + 1)
        else:
            self._make()

    def _problem(self, step: int) -> str:
        """Why one cannot go on from a step, or ""."""
        if step == 0:
            try:
                packages.check_annotator(self._session.project, self.articles.name())
            except KnownError as error:
                self.articles.who.setFocus()
                return error.what if self.articles.name() else self.tr("Give the name of the annotator.")
            if self.articles.by_hand.isChecked() and not self.articles.chosen():
                return self.tr("Tick the articles, with Space or the mouse.")
        if step == self.steps.count() - 1 and not self.file.path.text().strip():
            return self.tr("Say where the file goes.")
        return ""

    # -- counting ---------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self.preview = None
        self._later.start()

    def _count(self) -> None:
        if not self.articles.name() or (self.articles.by_hand.isChecked() and not self.articles.chosen()):
            self._show_count("")
            return
        name, selection = self.articles.name(), self._selection()
        with_suggestions = self.suggestions.with_them.isChecked()
        self._reader.ask(
            COUNT,
            lambda project, _going: packages.preview(
                project, annotator=name, selection=selection, with_suggestions=with_suggestions
            ),
        )

    def _answered(self, name: str, answer: object) -> None:
        if name == COUNT and isinstance(answer, packages.Preview):
            self.preview = answer
            self.refuse("")
            self._show_count(self._words(answer))

    def _failed(self, name: str, error: KnownError) -> None:
        if name == COUNT:
            self._show_count("")
            self._refused(error.said)

    def _refused(self, why: str) -> None:
        self.refuse(why)
        self._set_writing(False)

    def _show_count(self, text: str) -> None:
        self.count.setText(text)
        self.file.counts.setText(text)

    def _words(self, found: Preview) -> str:
        lines = [
            self.tr("Articles: {count} of {total} · with others too: {common} · then with nobody: {left}").format(
                count=found.documents, total=found.total, common=found.common, left=found.left
            )
        ]
        if not self.suggestions.with_them.isChecked():
            lines.append(self.tr("Without suggestions"))
            return "\n".join(lines)
        lines.append(
            self.tr("Suggestions: {count} · control articles without: {blind}").format(
                count=found.suggestions, blind=found.blind
            )
        )
        if found.without:
            unseen = self.tr("⚠ Without suggestions so far: {count}; an article gets them when it is opened here")
            lines.append(unseen.format(count=found.without))
        return "\n".join(lines)

    # -- making -----------------------------------------------------------------------------------------

    def _make(self) -> None:
        scheme, name, out = self._session.scheme, self.articles.name(), self.file.file()
        selection, with_suggestions = self._selection(), self.suggestions.with_them.isChecked()

        def make(project: ProjectBeside, tell: Tell) -> MakeReport:
            return packages.make(
                project, scheme, annotator=name, out=out, selection=selection,
                with_suggestions=with_suggestions, progress=tell,
            )  # fmt: skip

        self.refuse("")
        self._began = time.monotonic()
        self._set_writing(True)
        self._writing.begin(make)

    def _set_writing(self, is_writing: bool) -> None:
        self.steps.setEnabled(not is_writing)
        self.on.setEnabled(not is_writing)
        self.back.setEnabled(not is_writing and self.steps.currentIndex() > 0)
        self.bar.setVisible(is_writing)
        self.bar.setRange(0, 0)
        self.where.setText(self.tr("Packing …") if is_writing else "")
        if is_writing:
            self.close_button.setFocus()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        rate = done / max(0.2, time.monotonic() - self._began)
        self.where.setText(
            self.tr("{done} of {total} articles · {rate} a second").format(
                done=grouped(done), total=grouped(total), rate=grouped(round(rate))
            )
        )

    def _ended(self, report: object) -> None:
        if isinstance(report, packages.MakeReport):
            count = len(report.documents)
            one = self.tr("{file} is made: 1 article for {name}")
            many = self.tr("{file} is made: {count} articles for {name}")
            self.said.emit(
                (one if count == 1 else many).format(file=Path(report.file).name, count=count, name=report.annotator)
            )
        self.accept()

    def reject(self) -> None:
        """Stops what is going on and closes when it has; else closes."""
        if self._writing.is_running:
            self._writing.stop()
            return
        super().reject()

    def done(self, result: int) -> None:
        self._later.stop()
        self._reader.stop(COUNT)
        super().done(result)
