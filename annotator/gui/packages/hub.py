"""Opens what has to do with work packages, and has the window show what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.endings import PACKAGE
from annotator.gui.article.positions import shown
from annotator.gui.language import grouped
from annotator.gui.packages.making import MakeDialog
from annotator.gui.packages.merging import MergeDialog
from annotator.gui.writing import Writing
from annotator.services import handed_out

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.gui.review.reader import Reader
    from annotator.gui.writing import Tell
    from annotator.services.handed_out import ReturnReport
    from annotator.services.merging import MergeReport
    from annotator.store.beside import ProjectBeside


class Packages(QObject):
    """Made when one of its actions is first wanted; `writing` is shared by all of them, one at a time."""

    def __init__(self, window: MainWindow, reader: Reader) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self.writing: Writing | None = None
        self.making: MakeDialog | None = None
        self.merging: MergeDialog | None = None

    def _is_refused(self) -> bool:
        """Whether nothing can be written here; says why."""
        is_read_only = self._window.desk.session.project.is_read_only
        if is_read_only:
            self._window.status.refuse(self.tr("this project is open for reading only"))
        return is_read_only

    def _new_writing(self) -> Writing | None:
        """For one dialog; None, and why, where nothing can be written."""
        if self._is_refused():
            return None
        desk = self._window.desk
        if self.writing is not None:
            self.writing.end()
            self.writing.deleteLater()
        self.writing = Writing(self._window.places.sessions(), parent=self)
        self.writing.released.connect(desk.take_waiting)
        return self.writing

    def end(self) -> None:
        """Stops what is being written, before the window ends."""
        if self.writing is not None:
            self.writing.end()

    def make(self) -> None:
        """Makes a work package."""
        writing = self._new_writing()
        if writing is None:
            return
        window = self._window
        self.making = MakeDialog(window.desk.session, self._reader, writing, window.article.theme, parent=window)
        self.making.said.connect(window.status.say)
        self.making.finished.connect(self.making.deleteLater)
        self.making.open()

    def merge(self) -> None:
        """Asks for what came back, where it could be taken over."""
        if self._is_refused():
            return
        start = str(self._window.desk.session.project.path.parent)
        found, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Returned work"), start, self.tr("Returned work (*.annopack);;All files (*)")
        )
        if found:
            self.merge_files([Path(one) for one in found])

    def merge_files(self, files: list[Path]) -> None:
        """Checks these files, tells, and takes them over when told to."""
        writing = self._new_writing()
        if writing is None:
            return
        window = self._window
        self.merging = MergeDialog(window.desk.session, files, writing, window.article.theme, parent=window)
        self.merging.merged.connect(self._merged)
        self.merging.finished.connect(self.merging.deleteLater)
        self.merging.open()
        self.merging.begin()

    def _merged(self, report: MergeReport) -> None:
        self._window.places.read_anew()
        count = sum(one.new for one in report.files)
        said = self.tr("1 decision taken over") if count == 1 else self.tr("{count} decisions taken over")
        self._window.status.say(said.format(count=grouped(count)))

    def give_back(self) -> None:
        """Writes what was done on the package that this project was made from, into one file."""
        window = self._window
        project = window.desk.session.project
        if project.meta(handed_out.PACKAGE) is None:
            window.status.refuse(self.tr("this project was not made from a work package; there is nothing to hand in"))
            return
        start = project.path.with_name(f"{project.path.stem}.return{PACKAGE}")
        name, _ = QFileDialog.getSaveFileName(window, self.tr("Hand in the work"), str(start), f"*{PACKAGE}")
        if name:
            self.give_back_to(Path(name if name.endswith(PACKAGE) else f"{name}{PACKAGE}"))

    def give_back_to(self, out: Path) -> None:
        """Writes the return to this file."""
        writing = self._new_writing()
        if writing is None:
            return

        def give(project: ProjectBeside, _tell: Tell) -> ReturnReport:
            return handed_out.give_back(project, out)

        writing.ended.connect(self._given)
        writing.failed.connect(self._window.status.refuse)
        self._window.status.say(self.tr("writing what you did …"))
        writing.begin(give)

    def _given(self, report: object) -> None:
        if isinstance(report, handed_out.ReturnReport):
            said = self.tr("{file} holds your work (articles done: {done} of {count}): send it back").format(
                file=shown(Path(report.file).name), done=report.done, count=report.documents
            )
            if report.left:  # work that is thought to have gone out and has not
                other, count = next(iter(report.left.items()))
                behind = self.tr("not in it: what was decided as {name} (articles: {count})")
                said += " · " + behind.format(name=shown(other), count=count)
            self._window.status.say(said)
