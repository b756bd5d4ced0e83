"""Long work in a thread of its own that says how far it is and can be stopped, and the page that shows it."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from annotator.errors import KnownError, StoppedError
from annotator.gui.dialogs.frame import button, told
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import reading_font
from annotator.gui.turns import SIGNS, handed_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.theme import Theme
    from annotator.services.new_project import Report

    Task = Callable[[Report], object]


class Work(QThread):
    """Runs `task`, which opens whatever it needs itself; nothing that belongs to another thread goes in."""

    advanced = Signal(str, int, int)  # step, done, of how many (0: not known)
    succeeded = Signal(object)  # what the task returned
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, task: Task, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._stop = Event()
        self._last = ("", 0.0)

    def stop(self) -> None:
        """Asks the task to stop at the next occasion."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        return self._stop.is_set()

    def report(self, step: str, done: int, total: int) -> None:
        """Called by the task: tells the page, or ends the task where that was asked for."""
        if self._stop.is_set():
            raise StoppedError
        now = time.monotonic()
        if step != self._last[0] or now - self._last[1] >= SIGNS or done == total:
            self._last = (step, now)
            self.advanced.emit(step, done, total)

    def run(self) -> None:
        """The thread's own work."""
        try:
            result = self._task(self.report)
        except StoppedError:
            self.stopped.emit()
        except KnownError as error:
            self.failed.emit(error.said)
        except Exception as error:  # noqa: BLE001  (it is handed on: who waits for the work is told)
            self.failed.emit(handed_on(error))
        else:
            self.succeeded.emit(result)


class WorkPage(QWidget):
    """A heading, a bar, a count with its rate, and the way to stop."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel()
        self.heading.setFont(reading_font(self.font().pointSizeF() * 1.5))
        self.heading.setWordWrap(True)
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How much of the work is done"))
        self.bar.setTextVisible(False)
        self.count = PlainLabel()
        self.count.setWordWrap(True)
        self.count.set_colour(theme.muted)
        self.stop = button(self.tr("Stop"), self.tr("Stops the work at the next occasion"))
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self.heading)
        column.addWidget(self.bar)
        column.addWidget(self.count)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._began = ("", 0.0)

    def begin(self, heading: str) -> None:
        """Starts anew at nothing."""
        self.heading.setText(heading)
        self.count.setText(self.tr("Starting …"))
        self.stop.setEnabled(True)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.stop.setFocus()

    def show_progress(self, step: str, done: int, total: int) -> None:
        """Shows how far the step is; without a total the bar waits and the count goes on."""
        now = time.monotonic()
        if step != self._began[0]:
            self._began = (step, now)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(min(done, total))
        if not done:
            words = {"import": self.tr("Reading the articles …"), "suggest": self.tr("Looking for names and events …")}
            self.count.setText(words.get(step, self.tr("Working …")))
            return
        rate = done / max(0.2, now - self._began[1])
        words = {
            "import": self.tr("{done} articles read · {rate} a second"),
            "suggest": self.tr("Suggestions for {done} of {total} articles · {rate} a second"),
        }
        text = words.get(step, self.tr("{done} of {total} · {rate} a second"))
        self.count.setText(
            text.format(done=grouped(done), total=grouped(total), rate=f"{rate:.0f}" if rate >= 1 else "< 1")
        )

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.count.setText(self.tr("Stopping …"))
        self.stop_wanted.emit()
