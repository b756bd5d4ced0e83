"""Suggestions whose place is taken, counted in SQL, are those that the state of a document calls taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Decision, Verdict
from annotator.core.span import Event, Span
from annotator.store import covered
from tests.samples import SCHEME, document, state, suggestion
from tests.unit.store.drafts import draft, made

if TYPE_CHECKING:
    from annotator.store.project import Project

EDGES = st.tuples(st.integers(0, 6), st.integers(1, 3)).map(lambda one: (one[0], one[0] + one[1]))
PARTED = st.tuples(EDGES, EDGES.map(lambda one: (one[0] + 12, one[1] + 12)))
PLACES = st.one_of(EDGES.map(lambda one: (one,)), PARTED)
KINDS = st.sampled_from([("entities", "ORG"), ("events", "ATTACK"), ("events", "ADVANCE")])
FLAT = [layer.name for layer in SCHEME.layers if layer.kind == "flat"]


def rows(found) -> list[tuple]:
    """As the queries give them: fragments where there may be several."""
    return [
        (one.layer, one.start, one.end, str([list(place) for place in one.fragments]) if is_event else None)
        for one, is_event in found
    ]


@given(st.lists(st.tuples(KINDS, PLACES), max_size=5), st.lists(st.tuples(KINDS, PLACES), max_size=5))
def test_places_are_taken_as_in_the_state(spans, proposed) -> None:
    there: dict[str, Span] = {}
    for number, ((layer, label), place) in enumerate(spans):
        kind = Event if layer == "events" else Span
        place = place if layer == "events" else place[:1]
        there[f"s{number}"] = kind(f"s{number}", layer, label, place)
    suggested = [
        suggestion(document(), layer, label, *(place if layer == "events" else place[:1]))
        for (layer, label), place in proposed
    ]
    now = replace(state(*suggested), spans=there)
    asked = covered._Spans(rows((one, one.layer == "events") for one in there.values()), FLAT)
    for one in suggested:
        (row,) = rows([(one, one.is_event)])
        assert asked.are_in_the_way(row) == (now.why_hidden(one, SCHEME) == "taken")


def test_unanswered_suggestions_alone_are_counted(project: Project) -> None:
    text = project.document("d1")
    town, attack = suggestion(text, "entities", "GPE", (16, 28)), suggestion(text, "events", "ATTACK", (3, 7))
    project.put_suggestions("d1", [town, attack], run={})
    assert project.covered("d1", "anna", flat=FLAT) == 0
    advance = Event("e1", "events", "ADVANCE", ((3, 7),))
    project.append(draft(made(Span("s1", "entities", "ORG", ((20, 24),))), made(advance)))
    assert project.covered("d1", "anna", flat=FLAT) == 2
    assert project.covered("d1", "bram", flat=FLAT) == 0
    verdict = Verdict("rejected", attack.layer, attack.label, attack.fragments, attack.score, "rules")
    project.append(draft(Decision("d1", "verdict", attack.id, None, verdict)))
    assert project.covered("d1", "anna", flat=FLAT) == 1
