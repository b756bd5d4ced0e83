"""Tallies are kept up by what changes: their digest is the one that all spans give, whatever moves at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import Decision
from annotator.core.span import Argument, Event, Span
from annotator.store.tallies import digest_of
from tests.unit.store.drafts import draft, made, span

if TYPE_CHECKING:
    from annotator.store.project import Project

FIRST, SECOND = span("s1", 0, 2), span("s2", 16, 28)
EVENTS = [
    Event(f"e{number}", "events", "ATTACK", ((3, 7 + number),), arguments=(Argument("AGENT", filler),))
    for number, filler in enumerate(["s1", "s2"])
]


def kept(project: Project) -> int:
    """The digest in the table; `check` would make it again by the same steps."""
    with closing(sqlite3.connect(project.path)) as connection:
        (found,) = connection.execute("SELECT digest FROM tallies WHERE actor = 'anna'").fetchone()
    return int(found)


@pytest.mark.parametrize("changed", [(FIRST,), (SECOND,), (FIRST, SECOND)], ids=["one", "the other", "both"])
@pytest.mark.parametrize("change", [{"label": "GPE"}, {"fragments": ((8, 15),)}, None], ids=["label", "place", "gone"])
def test_events_are_counted_anew_when_their_fillers_change(project: Project, changed, change) -> None:
    there: dict[str, Span] = {one.id: one for one in (FIRST, SECOND, *EVENTS)}
    project.append(draft(*map(made, there.values())))
    assert kept(project) == digest_of(there)
    decisions = []
    for one in changed:
        after = None if change is None else replace(one, **change)
        decisions.append(Decision("d1", "span", one.id, one, after))
        if after is None:
            del there[one.id]
        else:
            there[one.id] = after
    project.append(draft(*decisions))
    assert kept(project) == digest_of(there)
