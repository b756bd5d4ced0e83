"""The import itself, in a thread of its own, while no window is open on the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.dialogs.frame import Frame
from annotator.gui.language import grouped
from annotator.gui.refusals import in_words, left_out_in_words
from annotator.gui.welcome.work import Work, WorkPage
from annotator.services.importing import import_chosen
from annotator.services.projects import scheme_of
from annotator.services.working import worker
from annotator.store.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.dialogs.importing import Wanted
    from annotator.gui.theme import Theme
    from annotator.services.importing import ImportReport
    from annotator.services.new_project import Report

MOST_LEFT_OUT = 5  # kinds of things left out that are named


class Doing(Frame):
    """Ends when the import has; `said` tells how, in words for whoever wanted it."""

    def __init__(self, project: Path, wanted: Wanted, theme: Theme) -> None:
        super().__init__(theme)
        self.said = ""
        self._project = project
        self._wanted = wanted
        self.page = WorkPage(theme)
        self.body.addWidget(self.page, 1)
        self.set_title(self.tr("Importing into {name}").format(name=project.stem))
        self.heading.hide()
        self.fit(640, 320)
        self.page.begin(self.windowTitle())
        work = self._work = Work(self._task, parent=self)
        work.advanced.connect(self.page.show_progress)
        work.succeeded.connect(self._succeeded)
        work.failed.connect(lambda why: self._end(self.tr("Nothing was imported: {why}").format(why=in_words(why))))
        work.stopped.connect(lambda: self._end(self.tr("The import was stopped; nothing was imported.")))
        self.page.stop_wanted.connect(work.stop)
        work.start()

    def _task(self, report: Report) -> ImportReport:
        paths, choices = self._wanted
        report("import", 0, 0)
        with Project.open(self._project) as project, worker() as call:
            return import_chosen(
                project, scheme_of(project), call, paths, choices,
                progress=lambda done, total: report("import", done, total),
            )  # fmt: skip

    def _succeeded(self, report: ImportReport) -> None:
        self._end(in_short(report))

    def _end(self, said: str) -> None:
        self._work.wait()
        self.said = said
        self.accept()

    def reject(self) -> None:
        self._work.stop()  # Escape and the window's own button: the import ends first


def in_short(report: ImportReport) -> str:
    """What an import did, in a few sentences."""
    translate = QCoreApplication.translate
    text = translate("Import", "Articles added: {count}.").format(count=grouped(len(report.added)))
    if report.duplicates:
        there = translate("Import", "There already: {count}.").format(count=grouped(report.duplicates))
        text = f"{text} {there}"
    if report.annotated:
        kept = translate("Import", "Annotations recorded: {count}, in articles: {articles}.")
        text = f"{text} {kept.format(count=grouped(report.annotations), articles=grouped(report.annotated))}"
    if report.off_token:
        off = translate("Import", "Begin or end inside a word and stay as they are: {count}.")
        text = f"{text} {off.format(count=grouped(report.off_token))}"
    if report.left_out:
        names = [f"{grouped(count)} × {left_out_in_words(what)}" for what, count in report.left_out.items()]
        more = f" · +{len(names) - MOST_LEFT_OUT}" if len(names) > MOST_LEFT_OUT else ""
        out = translate("Import", "Left out: {what}.").format(what=" · ".join(names[:MOST_LEFT_OUT]) + more)
        text = f"{text} {out}"
    return text
