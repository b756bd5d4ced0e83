"""What hangs on each part of the scheme, as SQL counts it; and suggestions that are withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.scheme_changes import Part
from annotator.core.span import Argument, Event, Span
from tests import samples
from tests.unit.store.drafts import draft, made

if TYPE_CHECKING:
    from annotator.store.project import Project

GPE = Part("label", "entities", "GPE")
ORG = Part("label", "entities", "ORG")


def put_suggestions(project: Project) -> dict[str, str]:
    document = project.document("d1")
    org = samples.suggestion(document, "entities", "ORG", (0, 2))
    gpe = samples.suggestion(document, "entities", "GPE", (16, 28))
    event = samples.suggestion(document, "events", "ATTACK", (3, 7), arguments=(Argument("AGENT", org.id),))
    project.put_suggestions("d1", [org, gpe, event], run={})
    return {"org": org.id, "gpe": gpe.id, "event": event.id}


def test_spans_of_everybody_are_counted(project: Project) -> None:
    project.append(draft(made(Span("s1", "entities", "GPE", ((0, 2),))), actor="anna"))
    project.append(draft(made(Span("s2", "entities", "GPE", ((3, 7),))), actor="bram"))
    project.append(draft(made(Span("s3", "entities", "GPE", ((0, 2),)), document="d2"), actor="bram", document="d2"))
    used = project.uses()
    assert used[GPE][:3] == (3, 2, ("anna", "bram"))
    assert used[Part("layer", "entities")].spans == 3
    assert ORG not in used


def test_events_are_counted_by_role_type_filler_and_value(project: Project) -> None:
    ids = put_suggestions(project)
    project.append(draft(made(Span("s1", "entities", "GPE", ((16, 28),)))))
    pairs = (Argument("PLACE", "s1"), Argument("AGENT", ids["org"]), Argument("TARGET", ""))
    event = Event("e1", "events", "ATTACK", ((3, 7),), {"factuality": "REPORTED"}, arguments=pairs)
    project.append(draft(made(event)))
    used = project.uses()
    for part in (
        Part("value", "events", "factuality", "REPORTED"), Part("attribute", "events", "factuality"),
        Part("role", "events", "TARGET"), Part("type", "events", "PLACE", "ATTACK"),
        Part("filler", "events", "PLACE", "GPE"), Part("filler", "events", "AGENT", "ORG"),
    ):  # fmt: skip
        assert used[part].spans == 1, part
    assert used[ORG].spans == 1  # no span, but what fills a role
    assert (used[ORG].suggestions, used[Part("role", "events", "AGENT")].suggestions) == (1, 1)
    assert used[Part("filler", "events", "AGENT", "ORG")].suggestions == 1


def test_what_is_withdrawn_is_what_uses_the_part_and_fills_no_role(project: Project) -> None:
    ids = put_suggestions(project)
    assert project.count_suggestions_using({GPE}) == project.withdraw_suggestions({GPE}) == 1
    assert set(project.suggestions("d1")) == {ids["org"], ids["event"]}
    event = Event("e1", "events", "ATTACK", ((3, 7),), arguments=(Argument("AGENT", ids["org"]),))
    project.append(draft(made(event)))
    assert project.withdraw_suggestions({ORG}) == 0
    assert project.withdraw_suggestions({Part("filler", "events", "AGENT", "ORG")}) == 1
    assert set(project.suggestions("d1")) == {ids["org"]}
    assert project.check() == []
