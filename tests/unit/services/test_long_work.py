"""Commands over many documents in a thread of their own: told, stopped without a trace, taken over, one undo."""

from __future__ import annotations

import threading

import pytest

from annotator.core import command as c
from annotator.errors import KnownError, StoppedError
from annotator.services.adjudicating import adjudicate
from annotator.services.long_work import LongCommand, is_long
from annotator.services.projects import open_session
from annotator.services.session import Session
from annotator.store.project import Project
from tests.samples import document

COUNT = 60


@pytest.fixture
def session(project):
    project.add_documents([document(f"Belga meldt {n} keer dat Belga zwijgt.", id=f"x{n}") for n in range(COUNT)])
    made = open_session(project, "anna")
    made.do(c.CreateSpan(document="x0", layer="entities", label="ORG", fragments=((0, 5),), id="s0"))
    return made


APPLY = c.ApplyToAll(document="x0", span="s0", scope="undone")


def in_a_thread(session, command, tell):
    """The outcome, or what was raised, of running the command where the window would."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(work.run(tell))
        except (KnownError, StoppedError) as error:
            found.append(error)

    work = LongCommand(session, command, elapsed_ms=7)
    session.is_held = True
    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    session.is_held = False
    return found[0]


def spans_of(session) -> int:
    return sum(len(session.project.decided(id, "anna").spans) for id in session.project.document_ids())


def test_it_tells_how_far_it_is_and_is_one_undo(session, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.AT_A_TIME", 0.0)
    told: list[tuple[str, int, int]] = []
    outcome = in_a_thread(session, APPLY, lambda *one: told.append(one))
    session.take_over(outcome)
    assert spans_of(session) == 2 * COUNT + 4  # two as well in d1 and d2
    assert {step for step, _, _ in told} == {"read", "write"}
    last = [one for one in told if one[0] == "write"][-1]
    assert last[1] == last[2] == len(outcome.operation.decisions)
    assert outcome.operation.elapsed_ms == 7
    assert len(session.state("x0").spans) == 2  # the state in memory knows of it
    assert session.do(c.Undo()).reverted.id == outcome.operation.id
    assert spans_of(session) == 1
    assert session.project.check() == []


@pytest.mark.parametrize("step", ["read", "write"])
def test_stopped_on_the_way_it_leaves_nothing(session, monkeypatch, step) -> None:
    monkeypatch.setattr("annotator.services.long_work.AT_A_TIME", 0.0)

    def tell(now: str, done: int, _total: int) -> None:
        if now == step and done > 20:
            raise StoppedError

    before = len(list(session.project.operations()))
    assert isinstance(in_a_thread(session, APPLY, tell), StoppedError)
    assert spans_of(session) == 1
    assert len(list(session.project.operations())) == before
    assert session.do(c.Undo()).operation is not None  # the project is free again
    assert session.project.check() == []


def test_undo_of_a_large_operation_is_long_and_can_run_there_too(session, monkeypatch) -> None:
    outcome = in_a_thread(session, APPLY, lambda *_: None)
    session.take_over(outcome)
    assert not is_long(session, c.Undo())  # 120 spans are nothing
    monkeypatch.setattr("annotator.services.long_work.SMALL", 1_000)
    assert is_long(session, c.Undo())
    undone = in_a_thread(session, c.Undo(), lambda *_: None)
    session.take_over(undone)
    assert undone.reverted.id == outcome.operation.id
    assert spans_of(session) == 1
    assert session.next_reverted(c.Redo())
    assert session.do(c.Redo()).operation is not None
    assert spans_of(session) == 2 * COUNT + 4


def test_what_is_long() -> None:
    def places(count: int) -> c.ApplyToAll:
        return c.ApplyToAll(document="a", span="s", scope="undone", places={str(n): ((0, 5),) for n in range(count)})

    assert is_long(None, APPLY)
    assert not is_long(None, places(3))
    assert is_long(None, places(100))
    assert not is_long(None, c.RelabelAll(document="a", span="s", label="GPE"))
    assert is_long(None, c.RelabelAll(document="a", span="s", label="GPE", scope="undone"))
    assert not is_long(None, c.SetStatus(document="a", status="done"))


def test_meanwhile_decisions_are_refused_and_say_how_to_go_on(session) -> None:
    session.is_held = True
    refused = session.do(c.SetStatus(document="x1", status="done"))
    assert refused.rejection.code == "A411"
    assert "stop that" in refused.rejection.why
    assert session.do(c.Undo()).rejection.code == "A411"
    session.is_held = False
    assert session.do(c.SetStatus(document="x1", status="done")).operation is not None


def test_a_project_for_reading_only_is_refused(session) -> None:
    path = session.project.path
    session.project.close()
    with Project.open(path, read_only=True) as other, pytest.raises(KnownError, match="read-only"):
        LongCommand(open_session(other, "anna"), APPLY)


def test_the_undo_of_a_vote_over_many_documents_is_long_and_taken_over_whole(session) -> None:
    project, scheme = session.project, session.scheme
    for name in ("bram", "cees"):
        other = Session(project, scheme, name)
        for number in range(COUNT):
            other.do(c.CreateSpan(document=f"x{number}", layer="entities", label="ORG", fragments=((0, 5),)))
            other.do(c.SetStatus(document=f"x{number}", status="done"))
    adjudicate(project, scheme, strategy="unanimous", annotators=["bram", "cees"])
    gold = Session(project, scheme, "gold")
    gold.state("x0")
    assert gold.revert_size(c.Undo()) == COUNT
    assert is_long(gold, c.Undo())
    gold.take_over(in_a_thread(gold, c.Undo(), lambda *_: None))
    assert not gold.state("x0").spans
    assert gold.next_reverted(c.Undo()) is None
    assert gold.revert_size(c.Redo()) == COUNT
    gold.take_over(in_a_thread(gold, c.Redo(), lambda *_: None))
    assert gold.state("x0").spans
    assert gold.revert_size(c.Undo()) == COUNT
