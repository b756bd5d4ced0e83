"""Tallies are kept up by what changes: the digest is the same as one made of all spans, whatever moves at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import Decision
from annotator.core.span import Argument, Event, Span
from tests.unit.store.drafts import draft, made, span

if TYPE_CHECKING:
    from annotator.store.project import Project

FIRST, SECOND = span("s1", 0, 2), span("s2", 16, 28)
EVENTS = [
    Event(f"e{number}", "events", "ATTACK", ((3, 7 + number),), arguments=(Argument("AGENT", filler),))
    for number, filler in enumerate(["s1", "s2"])
]


def moved(*spans: Span) -> list[Decision]:
    return [Decision("d1", "span", one.id, one, replace(one, label="GPE")) for one in spans]


@pytest.mark.parametrize("changed", [(FIRST,), (SECOND,), (FIRST, SECOND)], ids=["one", "the other", "both"])
def test_events_are_counted_anew_when_their_fillers_change(project: Project, changed: tuple[Span, ...]) -> None:
    project.append(draft(made(FIRST), made(SECOND), *map(made, EVENTS)))
    assert project.check() == []
    project.append(draft(*moved(*changed)))
    assert project.check() == []
    project.append(draft(*(Decision("d1", "span", one.id, replace(one, label="GPE"), None) for one in changed)))
    assert {found.code for found in project.check()} == {"role"}  # what fills no role is told; the tally is right
