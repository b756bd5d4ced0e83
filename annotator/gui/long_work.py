"""A command over many documents while one reads on: the thread it runs in, and the strip that shows how far it is."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.errors import KnownError, StoppedError
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.gui.parts import Bar, BrokenLabel
from annotator.gui.pressing import PressedButton
from annotator.gui.turns import SIGNS, hand_over_soon, handed_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from annotator.core.command import Command
    from annotator.gui.desk import Desk
    from annotator.gui.theme import Theme
    from annotator.services.long_work import LongCommand
    from annotator.services.session import Outcome

    Then = Callable[[Outcome], None]

PATIENCE = 200  # milliseconds of work before the strip shows: what is over sooner needs none


class CommandThread(QThread):
    """Runs one command; afterwards `outcome` is what came of it, or `problem` why nothing did, or neither: stopped."""

    advanced = Signal(str, int, int)  # step, done, of how many

    def __init__(self, work: LongCommand, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._last = ("", 0.0)
        self.outcome: Outcome | None = None
        self.problem = ""
        self.is_stopped = False

    def stop(self) -> None:
        """Asks it to stop at the next occasion."""
        self._stop.set()

    def run(self) -> None:
        """The thread's own work."""
        hand_over_soon()
        try:
            self.outcome = self._work.run(self._tell)
        except StoppedError:
            self.is_stopped = True
        except KnownError as error:
            self.problem = error.said
        except Exception as error:  # noqa: BLE001  (it is handed on: who waits for the work is told)
            self.problem = handed_on(error)

    def _tell(self, step: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        now = time.monotonic()
        if step != self._last[0] or now - self._last[1] >= SIGNS:
            self._last = (step, now)
            self.advanced.emit(step, done, total)


class AtClosing(QObject):
    """Runs something before a window closes: a thread must not outlive what it answers to."""

    def __init__(self, window: QObject, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; closes nothing and stops nothing from closing."""
        if event.type() == QEvent.Type.Close and watched is self.parent():
            self._then()
        return False


class LongWork(QObject):
    """One command at a time; while it runs, the session refuses every other."""

    began = Signal(str)  # what is being done
    advanced = Signal(str, int, int)
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._thread: CommandThread | None = None
        self._closing: AtClosing | None = None
        self._command: Command | None = None
        self._then: Then | None = None
        self._lap_ms = 0  # the active time that went into the command

    @property
    def is_running(self) -> bool:
        """Whether there is a command under way."""
        return self._thread is not None

    def begin(self, command: Command, about: str, then: Then) -> None:
        """Runs the command; `then` gets the outcome once all of it is written, in the window's thread."""
        from annotator.services.long_work import LongCommand  # lazy: most sittings label nothing in all articles

        desk = self._desk
        if self._thread is not None:
            desk.do(command)  # is refused, and says why
            return
        self._lap_ms = desk.activity.lap_ms()
        try:
            work = LongCommand(desk.session, command, elapsed_ms=self._lap_ms)
        except KnownError as error:
            desk.activity.give_back(self._lap_ms)
            desk.refused.emit(error.said)
            return
        window = desk.parent()
        if self._closing is None and window is not None:
            self._closing = AtClosing(window, self.end)
        desk.session.is_held = True
        self._command, self._then = command, then
        self._thread = CommandThread(work, parent=self)
        self._thread.advanced.connect(self.advanced)
        self._thread.finished.connect(self._finish)
        self.began.emit(about)
        self._thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Asks it to stop; then nothing of it has happened."""
        if self._thread is not None:
            self._thread.stop()

    def end(self) -> None:
        """Stops it and waits until it has."""
        thread = self._thread
        if thread is not None:
            thread.stop()
            thread.wait()
            self._finish()

    def _finish(self) -> None:
        thread, command, then = self._thread, self._command, self._then
        if thread is None or command is None or then is None:
            return
        self._thread = self._command = self._then = None
        thread.deleteLater()
        desk = self._desk
        desk.session.is_held = False
        self.ended.emit()
        outcome = thread.outcome
        if outcome is None or outcome.operation is None:
            desk.activity.give_back(self._lap_ms)
        if outcome is not None and outcome.rejection is not None:
            desk.refused.emit(outcome.rejection.why)
        elif outcome is not None:
            desk.session.take_over(outcome)
            desk.tell(command, outcome)
            if outcome.operation is not None:
                then(outcome)
        elif thread.is_stopped:
            desk.said.emit(self.tr("stopped; nothing has changed"))
        else:
            desk.refused.emit(thread.problem or self.tr("that could not be done; nothing has changed"))
        desk.take_waiting()


class WorkStrip(QWidget):
    """A line below the article: what is being done, a bar, a count with its rate, and the way to stop."""

    def __init__(self, work: LongWork, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about = ""
        self._began = ("", 0.0)
        self.text = BrokenLabel()
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = Bar(theme)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setAccessibleDescription(self.tr("How much of the work is done"))
        self.button = PressedButton(self.tr("Stop"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the article keeps the keys, and one there stops it too
        self.button.setAccessibleName(self.tr("Stop"))
        said = self.tr("Stops it; then nothing of it has happened. {key:clear} does it too")
        self.button.setAccessibleDescription(with_keys(said))
        self.button.clicked.connect(work.stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(14)
        line.addWidget(self.text, 1)
        line.addWidget(self.bar)
        line.addWidget(self.button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.show)
        work.advanced.connect(self._advance)
        work.ended.connect(self._end)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        from annotator.gui.dialogs.frame import sheet  # lazy: the window starts without the style of its dialogs

        self._theme = theme
        self.text.set_colour(theme.ink)
        self.bar.theme = theme
        self.button.setStyleSheet(sheet(theme))
        self.update()

    def begin(self, about: str) -> None:
        """Shows the strip once the work has taken its time."""
        self._about = about
        self._began = ("", 0.0)
        self.bar.set_share(0.0)
        self.text.set_outside_text(f"{about} …")
        self.setAccessibleName(about)
        self._patience.start()

    def _advance(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        if step != self._began[0]:
            self._began = (step, now)
        self.bar.set_share(done / total if total else 0.0)
        rate = done / max(0.2, now - self._began[1])
        words = self.tr("{about} · {done} of {total} articles looked at · {rate} a second")
        if step == "write":
            words = self.tr("{about} · {done} of {total} decisions written · {rate} a second")
        self.text.set_outside_text(
            words.format(about=self._about, done=grouped(done), total=grouped(total), rate=grouped(round(rate)))
        )
        self.setAccessibleDescription(self.text.text())

    def _end(self) -> None:
        self._patience.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.selection))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.rule))
