"""Garbage is collected in the window's own thread, so that no part of Qt is destroyed in another."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QTimer

from annotator.gui.coming_up import COLLECTOR, collect_again


@pytest.fixture
def started(qapp):
    """A desk that has come up without collecting, as it does."""
    was = gc.isenabled()
    gc.disable()
    collect_again()
    yield qapp
    timer = qapp.findChild(QTimer, COLLECTOR)
    if timer is not None:
        timer.stop()
        timer.setParent(None)
    gc.unfreeze()
    if was:
        gc.enable()


class Ring:
    """Garbage that only a collection finds, and that notes in which thread that was."""

    ends: list[int]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Ring.ends.append(threading.get_ident())


def test_a_thread_of_the_background_destroys_nothing_of_the_windows(qtbot, started) -> None:
    Ring.ends = []
    Ring()

    def busy() -> None:
        kept = [[number] for number in range(20_000)]
        del kept

    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert Ring.ends == []
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(Ring.ends), timeout=5_000)
    assert Ring.ends == [threading.get_ident()]
    del kept


def test_it_is_collected_by_one_clock_however_often_a_window_comes_up(started) -> None:
    collect_again()
    assert len(started.findChildren(QTimer, COLLECTOR)) == 1
