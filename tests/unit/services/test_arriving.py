"""Annotations from outside: recorded once, refused with their place when they do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument, Event, Span
from annotator.errors import KnownError
from annotator.formats.records import ImportedDocument
from annotator.services.arriving import operation_for, require_fit
from annotator.services.projects import scheme_of
from tests.samples import TEXT, at, document

ORG = Span("s1", "entities", "ORG", (at(TEXT, "IS"),), origin="accepted", score=0.9)
GPE = Span("s2", "entities", "GPE", (at(TEXT, "Deir al-Zor"),))
EVENT = Event(
    "e1", "events", "ATTACK", (at(TEXT, "viel"), at(TEXT, "aan")), {"factuality": "REPORTED"},
    arguments=(Argument("AGENT", "s1"), Argument("PLACE", "s2")),
)  # fmt: skip
RECORD = ImportedDocument(
    text=TEXT,
    where="file.jsonl, line 3",
    status="done",
    spans=(ORG, GPE, EVENT),
    rejected=(Verdict("rejected", "entities", "ORG", (at(TEXT, "Raqqa"),), 0.4, "rules"),),
    comments=(Comment("twijfel"),),
)


def arrive(project, record, actor="anna"):
    require_fit(record, scheme_of(project))
    operation = operation_for(
        record,
        "d1",
        document().sha256,
        actor=actor,
        replica=project.replica,
        scheme=scheme_of(project),
        there=project.decided("d1", actor),
    )
    return None if operation is None else project.append(operation)


def test_everything_becomes_one_import_operation(project) -> None:
    operation = arrive(project, RECORD)
    assert (operation.kind, operation.origin) == ("import", "import")
    decided = project.decided("d1", "anna")
    assert set(decided.spans) == {"s1", "s2", "e1"}
    assert decided.spans["s1"].origin == "import"
    assert decided.spans["e1"].arguments == EVENT.arguments
    assert decided.spans["e1"].attributes == {"factuality": "REPORTED"}
    assert (decided.status, len(decided.verdicts), len(decided.comments)) == ("done", 1, 1)
    assert project.check() == []


def test_the_same_again_records_nothing(project) -> None:
    arrive(project, RECORD)
    assert arrive(project, RECORD) is None


def test_what_is_new_is_added_under_free_ids_and_roles_follow(project) -> None:
    arrive(project, replace(RECORD, spans=(replace(ORG, id="x"), replace(GPE, id="s9"))))
    arrive(
        project,
        replace(
            RECORD,
            spans=(
                replace(ORG, id="s9"),
                replace(GPE, id="bad id"),
                replace(EVENT, arguments=(Argument("AGENT", "s9"), Argument("PLACE", "bad id"))),
            ),
        ),
    )
    decided = project.decided("d1", "anna")
    assert set(decided.spans) == {"x", "s9", "e1"}
    assert decided.spans["e1"].arguments == (Argument("AGENT", "x"), Argument("PLACE", "s9"))


def test_imports_are_not_undone_by_ctrl_z(project) -> None:
    arrive(project, RECORD)
    assert project.undo_candidates("anna") == []


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        ((replace(ORG, label="CAT"),), "A205"),
        ((replace(ORG, layer="animals"),), "A205"),
        ((replace(ORG, layer="events", label="ATTACK"),), "A205"),
        ((replace(ORG, fragments=((0, 9999),)),), "A204"),
        ((replace(ORG, fragments=((0, 2), (1, 7))),), "A204"),
        ((replace(ORG, fragments=((0, 2), (8, 9))), replace(ORG, id="s3", label="GPE", fragments=((7, 9),))), "A209"),
        ((ORG, replace(ORG, id="s3", label="GPE")), "A209"),
        ((replace(EVENT, arguments=(Argument("AGENT", "s7"),)),), "A208"),
        ((ORG, replace(EVENT, arguments=(Argument("OWNER", "s1"),))), "A205"),
        ((ORG, replace(EVENT, arguments=(Argument("AGENT", "s1"), Argument("AGENT", NOT_MENTIONED)))), "A205"),
        ((replace(EVENT, arguments=(), attributes={"factuality": "MAYBE"}),), "A205"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(project, spans, code) -> None:
    with pytest.raises(KnownError, match=r"file\.jsonl, line 3") as caught:
        arrive(project, replace(RECORD, spans=spans))
    assert caught.value.code == code
    assert list(project.operations()) == []


def test_a_span_off_token_edges_is_taken_as_it_is(project) -> None:
    arrive(project, replace(RECORD, spans=(replace(ORG, fragments=((0, 3),)),)))
    assert project.decided("d1", "anna").spans["s1"].fragments == ((0, 3),)


def test_a_name_of_several_pieces_is_taken_as_it_is_and_leaves_room_between_them(project) -> None:
    pieces, between = replace(ORG, fragments=((0, 2), (8, 9))), replace(ORG, id="s3", fragments=((3, 7),))
    arrive(project, replace(RECORD, spans=(pieces, between)))
    assert project.decided("d1", "anna").spans["s1"].fragments == ((0, 2), (8, 9))
    assert project.check() == []


def test_an_unknown_status_is_refused(project) -> None:
    with pytest.raises(KnownError) as caught:
        arrive(project, replace(RECORD, status="perfect"))
    assert caught.value.code == "A205"


def test_not_mentioned_arrives_as_an_answer(project) -> None:
    answered = replace(EVENT, arguments=(Argument("AGENT", "s1"), Argument("PLACE", NOT_MENTIONED)))
    arrive(project, replace(RECORD, spans=(ORG, answered)))
    assert Argument("PLACE", NOT_MENTIONED) in project.decided("d1", "anna").spans["e1"].arguments
    assert project.check() == []


def test_a_remark_follows_its_span_to_the_id_that_it_gets(project) -> None:
    arrive(project, replace(RECORD, spans=(replace(ORG, id="x"), replace(GPE, id="s1")), rejected=(), comments=()))
    again = replace(RECORD, spans=(ORG,), comments=(Comment("over IS", "s1"), Comment("over iets anders", "gone")))
    arrive(project, again)
    comments = {one.text: one.about for one in project.decided("d1", "anna").comments.values()}
    assert comments == {"over IS": "x", "over iets anders": "gone"}
    assert arrive(project, again) is None


def test_what_a_file_rejects_twice_is_rejected_once(project) -> None:
    verdict = RECORD.rejected[0]
    arrive(project, replace(RECORD, rejected=(verdict, verdict._replace(score=0.1))))
    assert list(project.decided("d1", "anna").verdicts.values()) == [verdict]
