"""The welcome page: the doors into a project when the program starts without one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QThread, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout

from annotator.errors import KnownError
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import desk_font, reading_font
from annotator.nlp.client import WorkerClient
from annotator.services.demo import build

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.gui.theme import Theme


class SampleThread(QThread):
    """Builds the sample project beside the window."""

    built = Signal(str)
    failed = Signal(str)
    advanced = Signal(int, int)

    def __init__(self, folder: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    def run(self) -> None:
        """The thread's own work."""
        try:
            with WorkerClient() as worker:
                path = build(self._folder, worker.call, progress=self.advanced.emit)
        except KnownError as error:
            self.failed.emit(f"{error.what} · {error.todo}")
            return
        self.built.emit(str(path))


class Welcome(QDialog):
    """Two doors: the sample project, and a project that is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.path: Path | None = None
        self._thread: SampleThread | None = None
        self.setWindowTitle(self.tr("annotator"))
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 36, 44, 36)
        column.setSpacing(12)
        title = PlainLabel(self.tr("annotator"))
        title.setFont(reading_font(24))
        about = PlainLabel(self.tr("A desk for labelling Dutch conflict news. It works without a network."))
        about.set_colour(theme.muted)
        self.sample = QPushButton(self.tr("Open the sample project"))
        self.existing = QPushButton(self.tr("Open a project …"))
        how = self.tr("New projects are made with: annotator new PROJECT, then annotator import PROJECT PATH")
        self.note = PlainLabel(how)
        self.note.setWordWrap(True)
        self.note.set_colour(theme.muted)
        column.addWidget(title)
        column.addWidget(about)
        column.addSpacing(12)
        for button in (self.sample, self.existing):
            button.setFont(desk_font(11))
            button.setMinimumHeight(40)
            column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(self.note)
        self.sample.clicked.connect(self._open_sample)
        self.existing.clicked.connect(self._choose)
        self.setMinimumWidth(460)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a project"), "", self.tr("Projects (*.annotator);;All files (*)")
        )
        if chosen:
            self.path = Path(chosen)
            self.accept()

    def _open_sample(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        self._thread = SampleThread(Path(place) / "sample", parent=self)
        self._thread.built.connect(self._built)
        self._thread.failed.connect(self._failed)
        self._thread.advanced.connect(self._advanced)
        self.sample.setEnabled(False)
        self.existing.setEnabled(False)
        self.note.setText(self.tr("Making the sample project …"))
        self._thread.start()

    def _advanced(self, done: int, total: int) -> None:
        self.note.setText(self.tr("Suggestions for {done} of {total} articles …").format(done=done, total=total))

    def _built(self, path: str) -> None:
        self.path = Path(path)
        self.accept()

    def _failed(self, why: str) -> None:
        self.sample.setEnabled(True)
        self.existing.setEnabled(True)
        self.note.setText(why)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._thread is not None:
            self._thread.wait()
        super().closeEvent(event)


def ask_for_project(theme: Theme) -> Path | None:
    """Shows the page until a door is taken; None when it is closed instead."""
    page = Welcome(theme)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    page.exec()
    path = page.path
    page.deleteLater()
    return path
