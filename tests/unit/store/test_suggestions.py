"""Suggestions of a run replace those before, but not what roles point at; nonsense is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.core.span import Argument, Event
from annotator.errors import KnownError
from tests import samples
from tests.unit.store.drafts import draft, made

if TYPE_CHECKING:
    from annotator.store.project import Project


def test_suggestions_come_back_by_position_with_their_run(project: Project) -> None:
    document = project.document("d1")
    late = samples.suggestion(document, "entities", "GPE", (16, 28), score=0.5)
    early = samples.suggestion(document, "entities", "ORG", (0, 2))
    event = samples.suggestion(document, "events", "ATTACK", (3, 7), (29, 32), arguments=(Argument("AGENT", early.id),))
    assert not project.has_suggestions("d1")
    project.put_suggestions("d1", [late, event, early], run={"with": ["rules"], "version": "1"})
    assert list(project.suggestions("d1").values()) == [early, event, late]
    assert project.suggestion_run("d1") == {"with": ["rules"], "version": "1"}
    assert project.suggestions("d2") == {}


def test_a_run_that_proposes_nothing_is_remembered(project: Project) -> None:
    project.put_suggestions("d2", [], run={})
    assert project.has_suggestions("d2")
    assert project.suggestions("d2") == {}


def test_a_new_run_replaces_the_old_but_keeps_fillers(project: Project) -> None:
    document = project.document("d1")
    filler = samples.suggestion(document, "entities", "ORG", (0, 2))
    other = samples.suggestion(document, "entities", "DATE", (8, 15))
    new = samples.suggestion(document, "entities", "GPE", (16, 28))
    project.put_suggestions("d1", [filler, other], run={"version": "1"})
    event = Event("e1", "events", "ATTACK", ((3, 7),), arguments=(Argument("AGENT", filler.id),))
    project.append(draft(made(event)))
    project.put_suggestions("d1", [new], run={"version": "2"})
    assert set(project.suggestions("d1")) == {filler.id, new.id}
    changed = filler._replace(score=0.1)
    project.put_suggestions("d1", [changed], run={"version": "3"})
    assert project.suggestions("d1") == {filler.id: changed}
    assert project.check() == []


def test_what_an_event_named_before_stays_for_an_undo(project: Project) -> None:
    document = project.document("d1")
    filler = samples.suggestion(document, "entities", "ORG", (0, 2))
    project.put_suggestions("d1", [filler], run={"version": "1"})
    event = Event("e1", "events", "ATTACK", ((3, 7),), arguments=(Argument("AGENT", filler.id),))
    project.append(draft(made(event)))
    project.append(draft(made(event).inverted(), kind="undo"))
    project.put_suggestions("d1", [], run={"version": "2"})
    assert set(project.suggestions("d1")) == {filler.id}
    project.put_suggestions("d2", [], run={"version": "2"})
    assert project.suggestions("d2") == {}


@pytest.mark.parametrize(
    "change",
    [
        {"fragments": ((0, 5000),)},
        {"fragments": ()},
        {"fragments": ((5, 5),)},
        {"score": float("nan")},
        {"score": 1.5},
        {"score": -0.01},
    ],
)
def test_a_suggestion_that_does_not_fit_is_refused_and_the_old_ones_stay(
    project: Project, change: dict[str, object]
) -> None:
    good = samples.suggestion(project.document("d1"), "entities", "ORG", (0, 2))
    project.put_suggestions("d1", [good], run={"version": "1"})
    with pytest.raises(KnownError, match="A504"):
        project.put_suggestions("d1", [good._replace(**change)], run={"version": "2"})  # type: ignore[arg-type]
    assert project.suggestions("d1") == {good.id: good}
    assert project.suggestion_run("d1") == {"version": "1"}


def test_an_id_that_comes_twice_is_refused(project: Project) -> None:
    good = samples.suggestion(project.document("d1"), "entities", "ORG", (0, 2))
    with pytest.raises(KnownError, match="twice"):
        project.put_suggestions("d1", [good, good], run={})


def test_scores_reach_from_none_at_all_to_certain(project: Project) -> None:
    document = project.document("d1")
    unlikely = samples.suggestion(document, "entities", "ORG", (0, 2), score=0.0)
    certain = samples.suggestion(document, "entities", "GPE", (16, 28), score=1.0)
    project.put_suggestions("d1", [unlikely, certain], run={})
    assert [one.score for one in project.suggestions("d1").values()] == [0.0, 1.0]
