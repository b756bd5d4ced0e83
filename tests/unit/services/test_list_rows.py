"""The rows of the list: they call open what the article shows as open."""

from __future__ import annotations

import random

import pytest

from annotator.core import command as c
from annotator.services.conduct import set_conduct
from annotator.services.list_rows import as_shown
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from tests.samples import at, suggestion

SCHEME = load_builtin("conflict-nl")


@pytest.fixture
def session(project) -> Session:
    return Session(project, SCHEME, "anna")


def told(session: Session, *ids: str) -> list[int]:
    return [as_shown(session, row, known={}).open_suggestions for row in session.project.rows(ids, session.actor)]


def shown(session: Session, *ids: str) -> list[int]:
    return [len(session.state(id).open_suggestions(SCHEME)) for id in ids]


def test_what_an_own_span_covers_is_not_open(session, project) -> None:
    read = project.document("d1")
    ranges = at(read.text, "Deir al-Zor"), at(read.text, "viel"), at(read.text, "aan"), at(read.text, "rukken")
    found = [
        suggestion(read, "entities", "GPE", ranges[0]),
        suggestion(read, "events", "CAPTURE", ranges[1], ranges[2]),
        suggestion(read, "events", "ADVANCE", ranges[3]),
    ]
    project.put_suggestions("d1", found, run={})
    assert told(session, "d1", "d2") == [3, 0]
    session.do(c.CreateSpan(document="d1", layer="entities", label="LOC", fragments=(at(read.text, "al"),)))
    assert told(session, "d1") == shown(session, "d1") == [2], "names never overlap"
    session.do(c.CreateEvent(document="d1", type="ADVANCE", fragments=(ranges[1],)))
    assert told(session, "d1") == shown(session, "d1") == [2], "events may: only the same words are in the way"
    session.do(c.CreateEvent(document="d1", type="RETREAT", fragments=(ranges[1], ranges[2])))
    assert told(session, "d1") == shown(session, "d1") == [1]
    session.do(c.Reject(document="d1", suggestion=found[2].id))
    assert told(session, "d1") == shown(session, "d1") == [0]
    assert told(Session(project, SCHEME, "bram"), "d1") == [3]
    for _ in range(2):
        session.do(c.Undo())
    assert told(session, "d1") == shown(session, "d1") == [2]


def test_it_is_told_as_it_is_shown_whatever_was_labelled(session, project) -> None:
    draw = random.Random(4)
    read = project.document("d1")
    tokens = read.tokens.ranges

    def place() -> tuple[int, int]:
        first = draw.randrange(len(tokens))
        return tokens[first][0], tokens[min(len(tokens) - 1, first + draw.randrange(3))][1]

    kinds = (("entities", "GPE"), ("events", "ATTACK"))
    found = {(kind, one): suggestion(read, *kind, one) for _ in range(20) for kind in kinds for one in (place(),)}
    project.put_suggestions("d1", list(found.values()), run={})
    for _ in range(30):
        if draw.random() < 0.5:
            session.do(c.CreateSpan(document="d1", layer="entities", label="LOC", fragments=(place(),)))
        elif draw.random() < 0.5:
            session.do(c.CreateEvent(document="d1", type="ATTACK", fragments=(place(),)))
        else:
            session.do(c.Accept(document="d1", suggestion=draw.choice(list(found.values())).id))
        assert told(session, "d1") == shown(session, "d1")
    assert 0 < shown(session, "d1")[0] < len(found)


def test_what_is_known_is_not_looked_for(session, project, monkeypatch) -> None:
    read = project.document("d1")
    project.put_suggestions("d1", [suggestion(read, "entities", "GPE", at(read.text, "Raqqa"))], run={})
    session.do(c.CreateSpan(document="d1", layer="entities", label="LOC", fragments=(at(read.text, "Belga"),)))
    asked: list[str] = []
    monkeypatch.setattr(type(project), "covered", lambda _self, id, _actor, flat: asked.append(id) or 0)
    (row,) = project.rows(["d1"], "anna")
    assert as_shown(session, row, known={"d1": 7}).open_suggestions == 7
    assert told(session, "d2") == [0]
    assert as_shown(session, row._replace(status="done"), known={}).open_suggestions == 1, "the row does not tell it"
    assert asked == []
    assert told(session, "d1") == [1]
    assert asked == ["d1"]


def test_what_others_were_given_in_a_control_document_is_not_open(session, project, monkeypatch) -> None:
    read = project.document("d1")
    project.put_suggestions("d1", [suggestion(read, "entities", "GPE", at(read.text, "Deir al-Zor"))], run={})
    given = next(iter(project.suggestions("d1")))
    assert Session(project, SCHEME, "bram").do(c.Accept(document="d1", suggestion=given)).operation is not None
    monkeypatch.setattr("annotator.services.safeguards.is_control", lambda document, **_: document == "d1")
    set_conduct(project, controls=0.2)
    anna = Session(project, SCHEME, "anna")
    assert project.rows(["d1"], "anna")[0].open_suggestions == 1
    assert told(anna, "d1") == shown(anna, "d1") == [0]
