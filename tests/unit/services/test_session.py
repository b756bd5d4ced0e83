"""The session: what it does is on disk, can be undone across documents and after a restart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.errors import KnownError
from annotator.services.conduct import Conduct, set_conduct
from annotator.services.projects import open_session
from annotator.store.project import Project
from tests.samples import TEXT, at, document, suggestion

BELGA = at(TEXT, "Belga")


def org(document="d1", place=BELGA, **more) -> c.CreateSpan:
    return c.CreateSpan(document=document, layer="entities", label="ORG", fragments=(place,), **more)


def test_a_decision_is_in_the_file_when_do_returns(project) -> None:
    outcome = open_session(project, "anna").do(org(id="s1"), elapsed_ms=1500)
    assert [change.target for change in outcome.changes] == ["s1"]
    with Project.open(project.path, read_only=True) as other:
        assert list(other.decided("d1", "anna").spans) == ["s1"]
        (operation,) = other.operations(actor="anna")
        assert (operation.kind, operation.elapsed_ms, operation.scheme_version) == ("create_span", 1500, 2)


def test_a_refusal_changes_nothing(project) -> None:
    session = open_session(project, "anna")
    outcome = session.do(org(place=(0, 3)))
    assert outcome.operation is None
    assert outcome.rejection is not None
    assert outcome.rejection.code == "A408"
    assert list(project.operations()) == []
    with pytest.raises(KnownError, match="nowhere"):
        session.do(org("nowhere"))


def test_undo_and_redo_go_across_documents_and_restarts(project) -> None:
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    session.do(c.SetStatus(document="d2", status="done"))
    session.do(org("d2", (0, 5), id="s2"))
    path = project.path
    project.close()
    with Project.open(path) as again:
        session = open_session(again, "anna")
        assert [session.do(c.Undo()).operation.document for _ in range(3)] == ["d2", "d2", "d1"]
        assert session.do(c.Undo()).rejection.code == "A407"
        assert session.state("d2").status == "todo"
        assert session.next_reverted(c.Undo()) is None
    with Project.open(path) as again:
        session = open_session(again, "anna")
        assert session.next_reverted(c.Redo())
        assert session.do(c.Redo()).operation.document == "d1"
        assert list(session.state("d1").spans) == ["s1"]
        session.do(c.Undo())
        session.do(c.Redo())
        session.do(org(place=at(TEXT, "IS"), id="s3"))
        assert session.do(c.Redo()).rejection.code == "A407"
        assert set(again.decided("d1", "anna").spans) == {"s1", "s3"}
        assert again.check() == []


def test_annotators_do_not_see_or_undo_one_another(project) -> None:
    anna, bram = open_session(project, "anna"), open_session(project, "bram")
    anna.do(org(id="s1"))
    assert bram.state("d1").spans == {}
    assert bram.do(c.Undo()).rejection.code == "A407"
    bram.do(org(id="s1"))
    assert anna.do(c.Undo()).operation.actor == "anna"
    assert list(bram.state("d1").spans) == ["s1"]


def test_one_bulk_gesture_over_documents_is_one_undo(project) -> None:
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    outcome = session.do(c.ApplyToAll(document="d1", span="s1", scope="undone"))
    assert sorted({change.document for change in outcome.changes}) == ["d1", "d2"]
    assert len(session.state("d2").spans) == 2
    session.do(c.Undo())
    assert session.state("d2").spans == {}
    assert list(session.state("d1").spans) == ["s1"]


def test_done_documents_are_left_alone_by_bulk(project) -> None:
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    session.do(c.SetStatus(document="d2", status="done"))
    session.do(c.ApplyToAll(document="d1", span="s1", scope="undone"))
    assert session.state("d2").spans == {}


def test_bulk_labels_nothing_in_a_control_that_its_annotator_has_not_begun(project) -> None:
    """Whoever opened it would be told what to label there; once it is begun it is as any other."""
    seed = next(n for n in range(1, 99) if Conduct(controls=0.5, seed=n).is_control("d2"))
    set_conduct(project, controls=0.5, seed=seed)
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    open_session(project, "bram").do(c.SetStatus(document="d2", status="busy"))
    everywhere = c.ApplyToAll(document="d1", span="s1", scope="undone")
    session.do(everywhere)
    assert session.state("d2").spans == {}
    assert session.do(replace(everywhere, places={"d2": ((0, 5),)})).rejection.code == "A402"
    session.do(c.SetStatus(document="d2", status="busy"))
    session.do(everywhere)
    assert len(session.state("d2").spans) == 2


def test_nor_in_an_article_that_a_work_package_brought_without_suggestions(project) -> None:
    project.put_suggestions("d2", [], run={"package": "a1"})
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    session.do(c.ApplyToAll(document="d1", span="s1", scope="undone"))
    assert session.state("d2").spans == {}


def test_a_rejected_suggestion_stays_rejected_after_a_new_run(project) -> None:
    one = suggestion(document(id="d1"), "entities", "ORG", BELGA)
    project.put_suggestions("d1", [one], run={"suggesters": ["rules"]})
    session = open_session(project, "anna")
    session.do(c.Reject(document="d1", suggestion=one.id))
    project.put_suggestions("d1", [one], run={"suggesters": ["rules"], "at": "later"})
    state = session.refresh("d1", project.suggestions("d1"))
    assert state.open_suggestions(session.scheme) == ()


def test_many_documents_do_not_stay_in_memory(project) -> None:
    project.add_documents([document(f"Tekst {n}.", id=f"n{n}") for n in range(20)])
    session = open_session(project, "anna")
    for n in range(20):
        session.state(f"n{n}")
    assert len(session._states) <= 8


def test_going_back_to_a_point_is_one_operation_that_cites_what_it_takes_back(project) -> None:
    session = open_session(project, "anna")
    first = session.do(org(id="s1")).operation.id
    session.do(c.RelabelSpan(document="d1", span="s1", label="GPE"))
    session.do(c.RelabelSpan(document="d1", span="s1", label="LOC"))
    session.do(org(id="s2", place=at(TEXT, "IS")))
    session.do(c.ApplyToAll(document="d1", span="s1", scope="undone"))
    session.do(c.SetStatus(document="d1", status="flagged"))
    before, elsewhere = session.state("d1"), session.state("d2").spans
    outcome = session.do(c.RevertTo(document="d1", operation=first))
    state = session.state("d1")
    assert {id: span.label for id, span in state.spans.items()} == {"s1": "ORG"}
    assert state.status == "todo"
    assert session.state("d2").spans == elsewhere
    assert len(outcome.operation.sources) == 5
    assert outcome.operation.kind == "revert_to"
    session.do(c.Undo())
    assert (session.state("d1").spans, session.state("d1").status) == (before.spans, "flagged")
    session.do(c.Redo())
    assert list(session.state("d1").spans) == ["s1"]
    assert project.check() == []


def test_going_back_to_before_everything_and_to_nowhere(project) -> None:
    session, other = open_session(project, "anna"), open_session(project, "bram")
    assert session.do(c.RevertTo(document="d1", operation=None)).rejection.code == "A406"
    theirs = other.do(org(id="s9")).operation.id
    session.do(org(id="s1"))
    assert session.do(c.RevertTo(document="d1", operation=theirs)).rejection.code == "A402"
    assert session.do(c.RevertTo(document="d1", operation=None)).operation is not None
    assert session.state("d1").spans == {}
    assert session.do(c.RevertTo(document="d1", operation=None)).rejection.code == "A406"


def test_bulk_over_places_reads_only_the_documents_named(project) -> None:
    project.add_documents([document("Belga zwijgt.", id="d3")])
    session = open_session(project, "anna")
    session.do(org(id="s1"))
    outcome = session.do(c.ApplyToAll(document="d1", span="s1", scope="undone", places={"d2": ((16, 21),)}))
    assert [span.fragments for span in session.state("d2").spans.values()] == [((16, 21),)]
    assert {change.document for change in outcome.changes} == {"d2"}
    relabelled = session.do(c.RelabelAll(document="d1", span="s1", label="PERSON", scope="undone"))
    assert {change.document for change in relabelled.changes} == {"d1", "d2"}
