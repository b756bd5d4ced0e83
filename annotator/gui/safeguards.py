"""What keeps the desk safe as a process: a log and a plain dialog for errors, an orderly end, hourly backups."""

from __future__ import annotations

import faulthandler
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.errors import KnownError
from annotator.services import crash_log
from annotator.services.backups import back_up_file, is_due

if TYPE_CHECKING:
    from types import FrameType, TracebackType

translate = QCoreApplication.translate
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
FIRST_LOOK = 60_000  # milliseconds after the start: until then the annotator waits for the first article
LOOKS = 300_000  # milliseconds between two looks at whether a backup is due
_native = None


def show_plainly(text: str) -> None:
    """A dialog that interprets nothing of its text as markup."""
    box = QMessageBox(QMessageBox.Icon.Critical, "annotator", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()


class CrashGuard(QObject):
    """Takes over errors that nothing caught: each goes to the log, the first of a row is shown.

    PySide6 hands what breaks the `run` of a QThread to the same hook, in that thread, where no dialog may be made.
    """

    _elsewhere = Signal(str, str)  # what, and where it is noted or "": from another thread to the window's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self._shown: set[str] = set()
        self._before = sys.excepthook
        self._before_in_threads = threading.excepthook
        self._elsewhere.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on, until `remove`."""
        global _native
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        if _native is None:
            _native = crash_log.native_log()
            if _native is not None:
                faulthandler.enable(_native)

    def remove(self) -> None:
        """Gives the hooks back."""
        sys.excepthook, threading.excepthook = self._before, self._before_in_threads

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error in the window's own thread, or in the `run` of another."""
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        path = crash_log.record(kind, error, trace)
        what = f"{kind.__name__}: {error}"[:500]
        if QThread.currentThread() is self.thread():
            self._show(what, str(path or ""))
        else:
            self._elsewhere.emit(what, str(path or ""))

    def _show(self, what: str, path: str) -> None:
        if self._is_showing or what in self._shown:
            return
        self._shown.add(what)
        self._is_showing = True
        try:
            show_plainly(defect_words(what, Path(path) if path else None))
        finally:
            self._is_showing = False

    def _caught_in_thread(self, given: threading.ExceptHookArgs) -> None:
        self._before_in_threads(given)
        if given.exc_value is not None:
            crash_log.record(given.exc_type, given.exc_value, given.exc_traceback)


def defect_words(what: str, log: Path | None) -> str:
    """What is said of an error that nothing caught, and where it is noted."""
    lines = [translate("CrashGuard", "Something went wrong in the program. What you decided is on disk."), what]
    if log is not None:
        noted = translate("CrashGuard", "It is noted in {path}; please send that file along when you report it.")
        lines.append(noted.format(path=log))
    return "\n\n".join(lines)


class EndingSignals(QObject):
    """Lets SIGTERM, SIGHUP and Ctrl+C close the windows in order; Python alone would wait for its next turn."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self.is_ending = False
        self._before = {number: signal.signal(number, self._note) for number in ENDING}
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.is_ending = True

    def _arrived(self) -> None:
        try:
            self._read.recv(64)
        except BlockingIOError:
            return
        if self.is_ending:
            # Every decision is on disk already; closing is for the lock, the worker and the -wal file.
            self._application.closeAllWindows()
            self._application.exit(0)

    def remove(self) -> None:
        """Gives the signals back."""
        signal.set_wakeup_fd(self._wakeup)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()


class _BackupWork(QThread):
    def __init__(self, project: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.problem = ""

    def run(self) -> None:
        """The thread's own work."""
        try:
            back_up_file(self._project)
        except KnownError as error:
            self.problem = f"{error.code}: {error.said}"


class HourlyBackups(QObject):
    """Makes a backup in every hour in which something was decided, in a thread; what fails is noted in the log."""

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._work: _BackupWork | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_LOOK)

    def look(self) -> None:
        """Begins a backup if one is due and none is under way."""
        self._timer.setInterval(LOOKS)
        if self._work is not None or not is_due(self._project):
            return
        self._work = _BackupWork(self._project, self)
        self._work.finished.connect(self._finished)
        self._work.start(QThread.Priority.LowPriority)

    def _finished(self) -> None:
        if self._work is not None:
            if self._work.problem:
                crash_log.write(f"backup of {self._project}: {self._work.problem}\n")
            self._work.deleteLater()
            self._work = None

    def stop(self) -> None:
        """Waits for the backup under way."""
        self._timer.stop()
        if self._work is not None:
            self._work.wait()
