"""Undo where something came in between: imports, that are no step of it, and other suggestions."""

from __future__ import annotations

import pytest

from annotator.core import command as c
from annotator.core.decision import Decision, Status
from annotator.core.span import Argument, Event, Span
from annotator.formats.records import ImportedDocument
from annotator.services.arriving import operation_for
from annotator.services.projects import open_session, scheme_of
from annotator.services.session import VOTE
from annotator.store.project import Project
from tests.samples import TEXT, at, document, suggestion

DEIR, VIEL = at(TEXT, "Deir al-Zor"), at(TEXT, "viel")


def span(**more) -> c.CreateSpan:
    return c.CreateSpan(document="d1", layer="entities", label="GPE", fragments=(DEIR,), id="s1", **more)


def bring_in(project: Project, *, actor: str = "anna", id: str = "d1", **fields) -> None:
    record = ImportedDocument(project.document(id).text, "file", **fields)
    operation = operation_for(
        record, id, project.document(id).sha256, actor=actor, replica=project.replica, scheme=scheme_of(project),
        there=project.decided(id, actor),
    )  # fmt: skip
    project.append(operation)


def in_the_way(text: str = "Deir") -> Span:
    return Span("x1", "entities", "ORG", (at(TEXT, text),))


@pytest.mark.parametrize(
    ("commands", "brought"),
    [
        ((c.SetStatus(document="d1", status="busy"),), {"status": "done"}),
        ((span(), c.DeleteSpan(document="d1", span="s1")), {"spans": (in_the_way(),)}),
        (
            (span(),),
            {
                "spans": (
                    Span("x1", "entities", "GPE", (DEIR,)),
                    Event("x2", "events", "ATTACK", (VIEL,), arguments=(Argument("TARGET", "x1"),)),
                )
            },
        ),
    ],
    ids=["status", "overlap", "filler"],
)
def test_what_an_import_stands_in_the_way_of_is_not_undone(project, commands, brought) -> None:
    session = open_session(project, "anna")
    for command in commands:
        assert session.do(command).operation is not None
    bring_in(project, **brought)
    session.forget()
    before = project.decided("d1", "anna")
    assert session.do(c.Undo()).rejection.code == "A406"
    assert project.decided("d1", "anna") == before
    assert session.next_reverted(c.Undo())
    assert project.check() == []


def test_an_import_that_is_in_nobodys_way_leaves_undo_and_redo_alone(project) -> None:
    session = open_session(project, "anna")
    session.do(span())
    bring_in(project, spans=(in_the_way("Raqqa"),))
    bring_in(project, actor="bram", status="done")
    session.forget()
    assert session.do(c.Undo()).operation is not None
    bring_in(project, id="d2", status="done")
    session.forget()
    assert session.do(c.Redo()).operation is not None
    assert set(session.state("d1").spans) == {"s1", "x1"}
    session.do(c.Undo())
    bring_in(project, spans=(in_the_way(),))
    session.forget()
    assert session.do(c.Redo()).rejection.code == "A406"
    assert project.check() == []


def test_a_vote_is_undone_whole_or_not_at_all(project) -> None:
    session = open_session(project, "gold")
    kind, origin = VOTE
    for id in ("d1", "d2"):
        done = Decision(id, "status", "", Status("todo"), Status("done"))
        session.record(kind, id, [done], origin=origin, at="moment")
    bring_in(project, actor="gold", status="flagged")
    session.forget()
    assert session.do(c.Undo()).rejection.code == "A406"
    assert (session.state("d1").status, session.state("d2").status) == ("flagged", "done")
    assert project.check() == []


def test_an_undo_brings_an_event_again_whose_filler_no_run_proposes_any_more(project) -> None:
    filler = suggestion(document(id="d1"), "entities", "GPE", DEIR)
    event = suggestion(document(id="d1"), "events", "ATTACK", VIEL, arguments=(Argument("TARGET", filler.id),))
    project.put_suggestions("d1", [filler, event], run={})
    session = open_session(project, "anna")
    session.do(c.Accept(document="d1", suggestion=event.id))
    session.do(c.DeleteSpan(document="d1", span=event.id))
    project.put_suggestions("d1", [], run={"at": "later"})
    session.refresh("d1", project.suggestions("d1"))
    session.do(c.Undo())
    assert session.state("d1").spans[event.id].arguments == (Argument("TARGET", filler.id),)
    assert project.check() == []
