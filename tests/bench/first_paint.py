"""Says how long a window takes to its first paint: `python -m tests.bench.first_paint SINCE [PROJECT]`.

SINCE is `time.time()` of just before the process was started. Without a project it is an empty PySide6 window
with one text widget. Prints seconds, those the processor worked of them, and megabytes of memory at that moment.
"""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False  # as typing has it, which would be loaded for this alone
if TYPE_CHECKING:
    from pathlib import Path


def memory() -> tuple[float, float]:
    """(resident, resident of its own) megabytes of this process; (0, 0) where the system does not say."""
    try:
        with open("/proc/self/status", encoding="ascii") as lines:  # noqa: PTH123  (nothing more is imported for it)
            found = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "RssAnon"))}
    except OSError:
        return 0.0, 0.0
    return int(found["VmRSS"]) / 1024, int(found["RssAnon"]) / 1024


def report(since: float, *, settle: bool) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    app = QCoreApplication.instance()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.window() is not watched:
                app.removeEventFilter(self)
                QTimer.singleShot(0, self, self.painted)
            return False

        def painted(self) -> None:
            self.seconds, self.worked = time.time() - since, time.process_time()
            QTimer.singleShot(2_500 if settle else 0, self, self.end)

        def end(self) -> None:
            resident, own = memory()
            sys.stdout.write(f"{self.seconds:.4f} {self.worked:.4f} {resident:.1f} {own:.1f}\n")
            sys.stdout.flush()
            app.closeAllWindows() if settle else app.quit()
            QTimer.singleShot(0, app.quit)

    watch = Watch(app)
    app.installEventFilter(watch)


def empty(since: float) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit("Belga"))
    window.resize(1440, 900)
    window.show()
    report(since, settle=False)
    app.exec()


def desk(since: float, project: str, *, settle: bool) -> None:
    """The program as its command starts it; only the event loop is told to watch for the first paint."""
    from annotator import entry

    show = entry.show_window

    def show_watched(path: Path | None, actor: str | None, document: str | None) -> int:
        from annotator.gui.qt_start import bring_in_qt

        bring_in_qt()  # before the watch needs Qt, as the program does before anything else does
        from PySide6.QtWidgets import QApplication

        run = QApplication.exec

        def exec_watched(*_self: object) -> int:
            report(since, settle=settle)
            return run()

        QApplication.exec = exec_watched
        return show(path, actor, document)

    entry.show_window = show_watched
    entry.has_display = lambda: True
    entry.run(["open", project, "--as", "anna"])


if __name__ == "__main__":
    start = float(sys.argv[1])
    if len(sys.argv) > 2:
        desk(start, sys.argv[2], settle="--settle" in sys.argv)
    else:
        empty(start)
