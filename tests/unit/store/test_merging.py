"""Merging a log kept elsewhere: a union, once and again the same, and nothing that breaks a chain."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.errors import BugError, KnownError
from annotator.store.assignments import Assignment, Rule
from tests import samples
from tests.unit.store import drafts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.decision import Operation
    from annotator.store.project import Project


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Project]:
    with drafts.create(tmp_path / "elders.annotator") as opened:
        opened.add_documents([samples.document()])
        opened.append(drafts.draft(drafts.made(drafts.span())))
        opened.append(drafts.draft(drafts.made(drafts.span("s2", 3, 7, "DATE"))))
        opened.append(drafts.draft(drafts.status("todo", "done"), kind="set_status"))
        yield opened


def log_of(project: Project) -> list[Operation]:
    return list(project.operations(actor="anna"))


def test_a_log_arrives_as_it_was_sealed_with_its_effect(project: Project, elsewhere: Project) -> None:
    project.append(drafts.draft(drafts.made(drafts.span("g", 3, 7, "DATE")), actor="bram"))
    assert project.merge(log_of(elsewhere)) == 3
    assert log_of(project) == log_of(elsewhere)
    decided = project.decided("d1", "anna")
    assert (set(decided.spans), decided.status) == ({"s1", "s2"}, "done")
    assert project.check() == []


def test_merging_again_and_in_parts_is_merging_once(project: Project, elsewhere: Project) -> None:
    operations = log_of(elsewhere)
    assert project.merge(operations[:2]) == 2
    assert project.merge(operations) == 1
    assert project.merge(operations) == 0
    assert project.merge(operations[:1]) == 0
    assert log_of(project) == operations


def forged(operation: Operation, **fields: object) -> Operation:
    return operation._replace(**{**fields, "hash": ""}).sealed()  # type: ignore[arg-type]


def test_what_breaks_the_chain_is_refused_whole(project: Project, elsewhere: Project) -> None:
    first, second, third = log_of(elsewhere)
    project.merge([first])
    for wrong in (
        [third],
        [forged(second, previous="0" * 64)],
        [second._replace(elapsed_ms=9)],
        [forged(first, elapsed_ms=9)],
        [forged(second, id=first.id)],
        [second, forged(third, sequence=9)],
    ):
        with pytest.raises(KnownError) as caught:
            project.merge(wrong)
        assert caught.value.code == "A803"
        assert log_of(project) == [first]
    assert project.check() == []


def test_a_decision_that_does_not_fit_is_refused_whole(project: Project, elsewhere: Project) -> None:
    project.append(drafts.draft(drafts.made(drafts.span("s2", 0, 2))))
    with pytest.raises(BugError):
        project.merge(log_of(elsewhere))
    assert len(log_of(project)) == 1


def test_assignments_are_kept_with_what_came_back(project: Project) -> None:
    one = Assignment("a1", "anna", "2026-01-01T00:00:00.000Z", 0, {"d1": False, "d2": True}, {"version": 1})
    project.add_assignment(one)
    assert project.assignments() == [one]
    project.add_assignment(replace(one, id="a2"))
    for replica in ("r1", "r2", "r1"):
        project.bind_assignment("a1", replica)
    with pytest.raises(KnownError, match="A803"):
        project.bind_assignment("a2", "r2")
    assert project.assignments() == [replace(one, replicas=("r1", "r2")), replace(one, id="a2")]
    for statement in ("UPDATE assignments SET annotator = 'x'", "DELETE FROM assigned", "DELETE FROM returned"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            project._connection.execute(statement)
    with pytest.raises(KnownError, match="A107"):
        project.add_assignment(replace(one, id="a3", documents={"d9": False}))
    assert len(project.assignments()) == 2


def test_the_guideline_counts_its_versions(project: Project) -> None:
    rule = Rule(0, "entities", "GPE", "Ook wijken.", ({"document": "d1"},), "gold", "2026-01-01T00:00:00.000Z")
    project.append(drafts.draft(drafts.made(drafts.span())))
    assert [project.add_rule(rule).version, project.add_rule(replace(rule, text="Ook dorpen.")).version] == [1, 2]
    assert [(one.version, one.text, one.operations) for one in project.rules()] == [
        (1, "Ook wijken.", 1),
        (2, "Ook dorpen.", 1),
    ]


def test_fillers_that_came_along_stand_beside_the_others(project: Project) -> None:
    document = project.document("d1")
    here = samples.suggestion(document, "entities", "ORG", (0, 2))
    more = samples.suggestion(document, "entities", "GPE", (16, 27))
    project.put_suggestions("d1", [here], run={})
    project.keep_suggestions("d1", [here._replace(score=0.1), more])
    assert project.suggestions("d1") == {here.id: here, more.id: more}
