"""Restoring a backup: the backups of a project, and what would change before anything is touched."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem

from annotator.core import endings
from annotator.errors import KnownError
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import Frame, button, stretching, told
from annotator.gui.language import decimal, grouped
from annotator.gui.parts import PlainLabel
from annotator.services.backups import Backup, backup_folder, backups_of, preview

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.gui.theme import Theme
    from annotator.services.backups import Difference, Preview

PATH = Qt.ItemDataRole.UserRole
PROJECT = 16  # letters of a project that are seen at least


class Restoring(Frame):
    """Ends accepted with `backup` and `project` set; `projects` are those to choose from, the likeliest first."""

    def __init__(self, projects: Sequence[Path], theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.set_title(self.tr("Restore a backup"))
        self.projects = stretching(
            told(Choice(), self.tr("Project"), self.tr("The project that the backup takes the place of"))
        )
        # A path is longer than a screen is wide; its name comes first.
        self.projects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.projects.setMinimumContentsLength(PROJECT)
        self.other = button(self.tr("Another project …"), self.tr("Chooses a project file, also one that is gone"))
        self.backups = told(
            QListWidget(), self.tr("Backups"), self.tr("The arrows choose a backup; below stands what it would change")
        )
        self.file = button(self.tr("Another backup …"), self.tr("Chooses a backup that lies elsewhere"))
        self.changes = told(PlainLabel(), self.tr("What would change"), "")
        self.changes.setWordWrap(True)
        self.leave = button(self.tr("Cancel"), self.tr("Changes nothing; Escape does it too"))
        self.accepting = button(
            self.tr("Restore"), self.tr("Puts the backup in the place of the project; the file before is kept")
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.projects, 1)
        line.addWidget(self.other)
        self.body.addLayout(line)
        self.body.addWidget(self.backups, 1)
        self.body.addWidget(self.changes)
        self.buttons.addWidget(self.file)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.leave)
        self.buttons.addWidget(self.accepting)
        for path in projects:
            self._add_project(path)
        self.projects.currentIndexChanged.connect(self._list)
        self.backups.currentItemChanged.connect(self._preview)
        self.backups.itemActivated.connect(lambda _item: self.accepting.click())
        self.other.clicked.connect(self._choose_project)
        self.file.clicked.connect(self._choose_backup)
        self.leave.clicked.connect(self.reject)
        self.accepting.clicked.connect(self.accept)
        self.fit(680, 560)
        self._list()
        self.backups.setFocus()

    @property
    def project(self) -> Path | None:
        """The project that is chosen; it need not be there."""
        chosen = self.projects.currentData(PATH)
        return Path(chosen) if chosen else None

    @property
    def backup(self) -> Path | None:
        """The backup that is chosen."""
        item = self.backups.currentItem()
        return Path(item.data(PATH)) if item is not None else None

    def take_project(self, path: Path) -> None:
        """Chooses a project, put into the list where it is not in it."""
        at = self.projects.findData(str(path), PATH)
        self.projects.setCurrentIndex(at if at >= 0 else self._add_project(path))

    def take_backup(self, path: Path) -> None:
        """Chooses a backup by its file, and the project it is likely to be of."""
        self.take_project(_project_of(path))
        for row in range(self.backups.count()):
            if Path(self.backups.item(row).data(PATH)) == path:
                self.backups.setCurrentRow(row)
                return
        self._add_backup(shown(path.name), path)
        self.backups.setCurrentRow(self.backups.count() - 1)

    def _add_project(self, path: Path) -> int:
        self.projects.addItem(f"{shown(path.stem)}   ·   {shown(str(path.parent))}", str(path))
        return self.projects.count() - 1

    def _add_backup(self, text: str, path: Path) -> None:
        item = QListWidgetItem(text, self.backups)
        item.setData(PATH, str(path))

    def _list(self) -> None:
        self.backups.clear()
        project = self.project
        for one in backups_of(project) if project is not None else ():
            self._add_backup(self._line(one), one.path)
        self.backups.setCurrentRow(0 if self.backups.count() else -1)
        self._preview()

    def _line(self, one: Backup) -> str:
        reasons = {
            "hourly": self.tr("while you worked"),
            "import": self.tr("before an import"),
            "merge": self.tr("before work was merged"),
            "restore": self.tr("before a restore"),
            "migration": self.tr("before the file took a newer form"),
            "command": self.tr("on command"),
        }
        return f"{one.at.astimezone():%Y-%m-%d %H:%M}   ·   {reasons[one.reason]}   ·   {decimal(one.size / 1e6, 1)} MB"

    def _preview(self) -> None:
        self.refuse("")
        project, backup = self.project, self.backup
        text = ""
        if project is not None and backup is not None:
            try:
                lines = self._words(preview(backup, project), is_there=project.exists())
                text = "\n".join(shown(line) for line in lines)
            except KnownError as error:
                self.refuse(error.said)
        elif project is not None:
            words = self.tr("There is no backup of this project in {folder}.")
            text = shown(words.format(folder=backup_folder(project).name))
        self.changes.setText(text)
        self.changes.setAccessibleDescription(text)
        self.accepting.setEnabled(bool(text) and backup is not None)

    def _words(self, one: Preview, *, is_there: bool) -> Iterator[str]:
        if not one.is_related:
            yield self.tr("Mind: this is a backup of another project.")
        if is_there and one.project_problem:
            yield self.tr("The present project cannot be read: {why}").format(why=one.project_problem)
        elif not is_there:
            yield self.tr("There is no such project now; it is made from the backup.")
        elif one.documents_before != one.documents_after:
            words = self.tr("Articles: {before} now, {after} in the backup.")
            yield words.format(before=grouped(one.documents_before), after=grouped(one.documents_after))
        if is_there and not one.project_problem:
            if not one.differences:
                yield self.tr("All decisions of the project are in the backup.")
            for each in one.differences:
                yield from self._difference(each)
        if one.last:
            words = self.tr("The latest decision in the backup is of {when}.")
            yield words.format(when=f"{datetime.fromisoformat(one.last).astimezone():%Y-%m-%d %H:%M}")
        if is_there:
            yield self.tr("The present file is kept beside it, under a name with the date.")

    def _difference(self, one: Difference) -> Iterator[str]:
        if one.lost:
            yield self.tr("Decisions of {name} that would be gone: {count}").format(
                name=one.actor, count=grouped(one.lost)
            )
        if one.gained:
            yield self.tr("Decisions of {name} that would come back: {count}").format(
                name=one.actor, count=grouped(one.gained)
            )

    def _choose_project(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("In the place of which project?"),
            str(self.project or ""),
            self.tr("Projects (*.annotator)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            backup = self.backup
            self.take_project(Path(chosen if chosen.endswith(endings.PROJECT) else f"{chosen}{endings.PROJECT}"))
            if backup is not None and not self.backups.count():
                self._add_backup(shown(backup.name), backup)
                self.backups.setCurrentRow(0)

    def _choose_backup(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Which backup?"), "", self.tr("Backups (*.annotator *.backup);;All files (*)")
        )
        if chosen:
            self.take_backup(Path(chosen))


def _project_of(backup: Path) -> Path:
    """The project a backup is likely to be of: the one whose folder of backups it lies in, else one beside it."""
    folder = backup.parent
    if folder.suffix == ".backups":
        return folder.with_suffix(endings.PROJECT)
    return backup.with_name(backup.name.split(".")[0] + endings.PROJECT)
