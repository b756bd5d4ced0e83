"""Active time in one document: over all visits, by the log and by the clock."""

from __future__ import annotations

import pytest

from annotator.gui.activity import ActiveTime
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from tests.gui.conftest import Typist


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_what_the_log_has_comes_before_this_visit_and_nothing_counts_twice(clock: Clock) -> None:
    active = ActiveTime(clock)
    active.restart()
    clock.now = 20
    logged = active.lap_ms() / 1000  # decided before anybody asked what the log has
    clock.now = 25
    active.touch()
    active.go_on_from(100 + logged)
    assert active.in_document == 125
    clock.now = 500  # away
    active.touch()
    assert (active.in_document, active.seconds) == (125, 25)
    active.restart()
    assert not active.is_earlier_known
    assert active.in_document == 0


def test_the_active_time_goes_on_where_it_was_also_after_a_restart(qtbot, window, keys, session, clock) -> None:
    window.desk.activity = ActiveTime(clock)
    window.desk.open("d1")
    window.settle()
    assert window.status.active.text() == "active 0 min 0 s"
    keys("Tab")
    clock.now = 75
    keys("Enter")
    window.desk.open("d2")
    window.settle()
    assert window.status.active.text() == "active 0 min 0 s"
    clock.now = 80
    window.desk.activity.touch()
    window.desk.open("d1")
    window.settle()
    assert window.status.active.text() == "active 1 min 15 s"
    clock.now = 90
    window.desk.activity.touch()
    window._show_active()
    assert window.status.active.text() == "active 1 min 25 s"
    window.close()
    again = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(again)
    again.show()
    again.open_first("d1")
    again.settle()
    assert again.status.active.text() == "active 1 min 15 s"
    Typist(again)("Tab", "Enter")
    again.settle()
    assert again.status.active.text() == "active 1 min 15 s"
