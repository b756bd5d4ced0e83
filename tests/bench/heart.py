"""A heartbeat in the window's thread: how long its turns are, its own work apart from waiting, and what went on."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 2  # milliseconds between two beats where nothing keeps the thread
LONG = 0.02  # seconds without a beat after which the stacks of all threads are noted


@dataclass
class Turns:
    """Milliseconds of the turns of one stretch of work: by the clock, and of the thread's own processor time."""

    walls: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)
    stacks: list[tuple[float, str]] = field(default_factory=list)  # milliseconds so far, what all threads were at
    seconds: float = 0.0

    def said(self) -> str:
        """The longest and the 99th percentile, by the clock; the longest of the thread's own work."""
        ordered = sorted(self.walls)
        late = ordered[round(0.99 * (len(ordered) - 1))]
        return (
            f"longest {ordered[-1]:6.1f}  p99 {late:6.1f}  own work {max(self.works):6.1f} ms"
            f"   {len(ordered)} turns in {self.seconds:.1f} s"
        )


class Heart(QObject):
    """Beats in the thread that made it; `listen` collects the turns of a block."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._last = self._worked = 0.0
        self._turns = Turns()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._turns.walls.append(max(0.0, 1_000 * (now - self._last) - BEAT))
        self._turns.works.append(1_000 * (worked - self._worked))
        self._last, self._worked = now, worked

    @contextmanager
    def listen(self, *, with_stacks: bool = False) -> Iterator[Turns]:
        """Collects the turns until the block ends; with the stacks of long ones, which cost something themselves."""
        self._turns = turns = Turns()
        self._last, self._worked = time.perf_counter(), time.thread_time()
        begun, is_over = self._last, threading.Event()
        watch = threading.Thread(target=self._watch, args=(turns, is_over, threading.get_ident()), daemon=True)
        if with_stacks:
            watch.start()
        self._timer.start()
        try:
            yield turns
        finally:
            self._timer.stop()
            is_over.set()
            if with_stacks:
                watch.join()
            turns.seconds = time.perf_counter() - begun

    def _watch(self, turns: Turns, is_over: threading.Event, window: int) -> None:
        noted = 0.0
        while not is_over.wait(0.004):
            since = time.perf_counter() - self._last
            if since > LONG and noted != self._last:
                noted = self._last
                frames = sys._current_frames()
                names = {thread.ident: thread.name for thread in threading.enumerate()}
                said = [
                    f"-- {'window' if id == window else names.get(id, id)}\n"
                    + "".join(traceback.format_stack(frame)[-6:])
                    for id, frame in frames.items()
                    if id != threading.get_ident()
                ]
                turns.stacks.append((1_000 * since, "\n".join(said)))
