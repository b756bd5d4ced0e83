"""Active time in one document: over all visits, by the log and by the clock."""

from __future__ import annotations

import pytest

from annotator.core.command import ApplyToAll, CreateSpan, SetStatus
from annotator.errors import KnownError
from annotator.gui.activity import ActiveTime
from annotator.gui.main_window import MainWindow
from annotator.gui.review import deciding
from annotator.gui.theme import LIGHT
from annotator.services.session import Session
from tests.gui.conftest import ANNA, BRAM, Typist
from tests.unit.services.versions import annotate


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_time_elsewhere_is_of_the_sitting_and_not_of_the_document(clock: Clock) -> None:
    active = ActiveTime(clock)
    clock.now = 10
    active.leave()
    clock.now = 50
    active.touch()
    active.come_back()
    clock.now = 53
    assert active.lap_ms() == 13_000
    assert (active.in_document, active.sitting) == (13, 53)


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


def elapsed(session) -> list[int]:
    return [one.elapsed_ms for one in session.project.operations(actor="anna")]


def test_the_time_of_a_command_that_is_refused_counts_to_the_next_decision(window, session, clock) -> None:
    desk = window.desk
    desk.activity = ActiveTime(clock)
    desk.open("d1")
    clock.now = 30
    outcome = desk.do(CreateSpan(document="d1", layer="entities", label="NONSENSE", fragments=((20, 25),)))
    assert outcome.rejection is not None
    clock.now = 40
    assert desk.do(SetStatus(document="nowhere", status="done")) is None
    clock.now = 45
    desk.do(SetStatus(document="d1", status="flagged"))
    clock.now = 47
    desk.do(SetStatus(document="d1", status="done"))
    assert elapsed(session) == [45_000, 2_000]
    desk.activity.go_on_from(session.project.active_ms("d1", "anna") / 1000)
    assert desk.activity.in_document == 47


def test_the_time_of_long_work_that_is_stopped_counts_to_the_next_decision(qtbot, window, session, clock) -> None:
    desk = window.desk
    desk.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=((20, 25),), id="s0"))
    desk.activity = ActiveTime(clock)
    clock.now = 30
    desk.work.begin(ApplyToAll(document="d1", span="s0", scope="undone"), "about", lambda _outcome: None)
    desk.work.stop()
    desk.work.end()
    before = len(elapsed(session))
    clock.now = 31
    desk.do(SetStatus(document="d1", status="done"))
    assert elapsed(session)[before:] == [31_000]


def test_the_time_of_what_is_refused_in_review_counts_to_the_next_decision(
    qtbot, project, scheme, clock, monkeypatch
) -> None:
    annotate(project, "anna", *ANNA)
    annotate(project, "bram", *BRAM)
    at_work = deciding.Deciding(Session(project, scheme, "lead"))
    at_work.activity = ActiveTime(clock)
    at_work.open("d1")
    clock.now = 30
    assert not at_work.change("anna", "NONSENSE", ((20, 25),))
    clock.now = 40

    def fail(*_arguments, **_named) -> None:
        raise KnownError("A002", "the disk is full", "make room")

    with monkeypatch.context() as patched:
        patched.setattr(deciding.amending, "choose", fail)
        assert not at_work.take("A")
    clock.now = 42
    at_work.revert()  # there is nothing to take back
    clock.now = 45
    assert at_work.take("A")
    assert [one.elapsed_ms for one in project.operations(actor="gold")] == [45_000]
