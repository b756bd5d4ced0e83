"""The wizard's first step: which files and folders, and what was found in them, looked at in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.dialogs.frame import button, told
from annotator.gui.flow import FlowLayout
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel
from annotator.gui.refusals import in_words
from annotator.gui.welcome.work import Work
from annotator.services.new_project import FoundFile, look_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from annotator.gui.theme import Theme
    from annotator.services.new_project import Report

MOST_LINES = 500  # files listed; the rest is only counted


class ArticlesStep(QWidget):
    """Takes files and folders by button or by drop; says through `changed` that something else was found."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources: tuple[Path, ...] = ()
        self.found: list[FoundFile] = []
        self._work: Work | None = None
        self._number = 0  # of the latest look: what an earlier one still sends does not count
        self.setAcceptDrops(True)
        self.files = button(self.tr("Add files …"), self.tr("Text, JSONL, CSV and the other formats of articles"))
        self.folder = button(self.tr("Add a folder …"), self.tr("With all articles in it and in its folders"))
        self.clear = button(self.tr("Start again"), self.tr("Takes everything off the list"))
        self.list = told(
            QTreeWidget(), self.tr("Files found"), self.tr("What will be read; a fault stands beside its file")
        )
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([self.tr("File"), self.tr("Size"), self.tr("Begins with, or what is wrong")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().resizeSection(0, 210)
        self.say = PlainLabel(self.tr("Nothing yet. Files and folders can also be dropped here."))
        self.say.setWordWrap(True)
        self.say.set_colour(theme.muted)
        self.say.setAccessibleName(self.tr("Found so far"))
        line = FlowLayout()
        for one in (self.files, self.folder, self.clear):
            line.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.say)
        self.files.clicked.connect(self._ask_files)
        self.folder.clicked.connect(self._ask_folder)
        self.clear.clicked.connect(lambda: self.show_sources(()))
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._look)

    @property
    def good(self) -> list[FoundFile]:
        """The files that can be read."""
        return [one for one in self.found if not one.problem]

    @property
    def is_looking(self) -> bool:
        return self._work is not None

    def _ask_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Articles"))
        self.add([Path(path) for path in chosen])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder with articles"))
        self.add([Path(chosen)] if chosen else [])

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders."""
        if paths:
            self.show_sources(tuple(dict.fromkeys((*self.sources, *paths))))

    def show_sources(self, sources: tuple[Path, ...]) -> None:
        """Looks at these files and folders, and at no others."""
        self.sources = sources
        self.end()
        self._again.start(0)

    def end(self) -> None:
        """Stops looking."""
        work, self._work = self._work, None
        if work is not None:
            work.stop()
            work.wait()

    def _look(self) -> None:
        self._number += 1
        sources, number = self.sources, self._number

        def look(report: Report) -> tuple[int, list[FoundFile]]:
            found = []
            for one in look_at(sources):
                found.append(one)
                report(str(number), len(found), 0)
            return number, found

        work = self._work = Work(look, parent=self)
        work.advanced.connect(self._count)
        work.succeeded.connect(self._show)
        work.failed.connect(lambda why: self._fail(number, why))
        self.say.setText(self.tr("Looking …"))
        self.changed.emit()
        work.start()

    def _count(self, number: str, done: int, _total: int) -> None:
        if number == str(self._number) and self._work is not None:
            self.say.setText(self.tr("Looking … files so far: {count}").format(count=grouped(done)))

    def _show(self, result: tuple[int, list[FoundFile]]) -> None:
        number, found = result
        if number != self._number:
            return
        self.end()
        self.found = found
        self.list.clear()
        for one in sorted(found, key=lambda one: not one.problem)[:MOST_LINES]:
            self._add_line(one)
        self.say.setText(self._summary())
        self.changed.emit()

    def _fail(self, number: int, why: str) -> None:
        if number == self._number:
            self.end()
            self.say.set_outside_text(in_words(why))
            self.changed.emit()

    def _add_line(self, one: FoundFile) -> None:
        about = in_words(one.problem) or one.excerpt
        size = "" if one.problem else self.tr("{size} kB").format(size=grouped(max(1, round(one.size / 1000))))
        item = QTreeWidgetItem(self.list, [shown(one.path.name), size, shown(about)])
        item.setToolTip(0, "")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = self.tr("{file}, refused: {why}") if one.problem else self.tr("{file}: {why}")
        text = words.format(file=one.path.name, why=about)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, text)
        if one.problem:
            font = item.font(2)
            font.setBold(True)
            item.setFont(2, font)

    def _summary(self) -> str:
        good, bad = len(self.good), len(self.found) - len(self.good)
        if not self.found:
            return self.tr("Nothing yet. Files and folders can also be dropped here.")
        text = (
            self.tr("1 file to read.") if good == 1 else self.tr("{count} files to read.").format(count=grouped(good))
        )
        if bad:
            one = self.tr("One file cannot be read and is left out; it stands at the top.")
            many = self.tr("{count} files cannot be read and are left out; they stand at the top.")
            text = f"{text} {one if bad == 1 else many.format(count=grouped(bad))}"
        if len(self.found) > MOST_LINES:
            text = f"{text} {self.tr('The first {count} are listed.').format(count=MOST_LINES)}"
        return text

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
