"""Plans over many places: what is accepted above a score, and what is made where the same text stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import command as c
from annotator.core.bulk import accepted_above, model_of, same_places
from annotator.core.changes import Rejection
from annotator.core.plan import plan
from annotator.core.span import Argument, Event, Span
from annotator.core.state import DocumentState, apply
from annotator.core.text import trimmed
from tests.samples import SCHEME, TEXT, at, document, ids, state, suggestion

BELGA, AGAIN, VIEL = at(TEXT, "Belga"), at(TEXT, "Belga", nth=1), at(TEXT, "viel")
EDGES = (
    st.tuples(st.integers(0, 12), st.integers(1, 5))
    .map(lambda one: trimmed(TEXT, one[0], one[0] + one[1]))
    .filter(lambda place: place[0] < place[1])
)
KINDS = st.sampled_from([("entities", "ORG"), ("entities", "GPE"), ("events", "ATTACK"), ("events", "ADVANCE")])
PROPOSED = st.builds(
    lambda kind, place, score: suggestion(document(), *kind, place, score=score / 4), KINDS, EDGES, st.integers(1, 4)
)


def run(start: DocumentState, command: c.Command) -> DocumentState:
    decisions = plan(command, start, SCHEME, new_id=ids())
    assert not isinstance(decisions, Rejection), decisions
    return apply(start, decisions)


@given(st.lists(PROPOSED, max_size=8), st.sampled_from([0.25, 0.5, 1.0]))
def test_what_is_accepted_above_a_score_is_what_one_by_one_would_be(proposed, threshold: float) -> None:
    start = state(*proposed)
    above = c.AcceptAbove(document="d1", threshold=threshold)
    after = start
    for one in sorted(start.suggestions.values(), key=lambda one: (-one.score, one.fragments)):
        if one.score >= threshold and after.why_hidden(one, SCHEME) is None:
            after = run(after, c.Accept(document="d1", suggestion=one.id))
    assert {one.id for one in accepted_above(above, start, SCHEME)} == set(after.spans)
    if after.spans:
        assert set(run(start, above).spans) == set(after.spans)


def test_a_score_on_the_threshold_is_above_it_and_layers_narrow_it() -> None:
    town = suggestion(document(), "entities", "ORG", BELGA, score=0.5)
    event = suggestion(document(), "events", "ATTACK", VIEL, score=0.75)

    def chosen(threshold: float, layers=None) -> list[str]:
        command = c.AcceptAbove(document="d1", threshold=threshold, layers=layers)
        return [one.id for one in accepted_above(command, state(event, town), SCHEME)]

    assert chosen(0.5) == [event.id, town.id]  # in the order of the text
    assert chosen(0.51) == [event.id]
    assert chosen(0.5, ("entities",)) == [town.id]
    assert chosen(0.5, ()) == []


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [((0, 5), (5, 9), {(0, 5), (5, 9)}), ((0, 5), (4, 9), {(0, 5)}), ((4, 9), (0, 5), {(0, 5)})],
    ids=["beside", "over", "the earlier of two alike"],
)
def test_two_of_a_flat_layer_that_share_a_character_are_never_both_taken(first, second, chosen) -> None:
    both = [suggestion(document(), "entities", "ORG", place) for place in (first, second)]
    found = accepted_above(c.AcceptAbove(document="d1", threshold=0.5), state(*both), SCHEME)
    assert {one.fragments[0] for one in found} == chosen


def test_a_suggested_event_is_the_model_of_events_without_its_arguments() -> None:
    doc = document("IS viel aan. Later viel IS weer aan.")
    proposed = suggestion(doc, "events", "ATTACK", (3, 7), arguments=(Argument("AGENT", "s1"),))
    there = replace(state(proposed, doc=doc), spans={"s1": Span("s1", "entities", "ORG", ((0, 2),))})
    model, found = model_of(there, SCHEME, proposed.id)
    assert (type(model), found) == (Event, proposed)
    after = run(there, c.ApplyToAll(document="d1", span=proposed.id))
    first, second = after.events()
    assert first.arguments == (Argument("AGENT", "s1"),)
    assert (second.fragments, second.arguments, second.suggestion) == (((19, 23),), (), None)
    assert second.attributes == {"factuality": "ASSERTED"}
    again = run(there, c.ApplyToAll(document="d1", span="s1"))
    assert [type(one) for one in again.spans.values()] == [Span, Span]


def test_what_is_hidden_or_gone_is_no_model() -> None:
    town = suggestion(document(), "entities", "ORG", BELGA)
    rejected = run(state(town), c.Reject(document="d1", suggestion=town.id))
    assert model_of(rejected, SCHEME, town.id) == model_of(state(), SCHEME, "s9") == (None, None)


def test_places_of_the_same_text_are_on_token_edges_and_free() -> None:
    doc = document("aa aaa aa-aa aa")
    plain = Span("s1", "entities", "ORG", ((0, 2),))
    there = replace(state(doc=doc), spans={"s1": plain})
    assert same_places(there, SCHEME, plain, "aa") == ((7, 9), (10, 12), (13, 15))
    assert same_places(there, SCHEME, Event("e1", "events", "ATTACK", ((0, 2),)), "aa")[0] == (0, 2)
    assert same_places(state(doc=document("a a a")), SCHEME, plain, "a a") == ((0, 3),)


def test_a_place_wanted_twice_is_labelled_once() -> None:
    there = run(state(), c.CreateSpan(document="d1", layer="entities", label="ORG", fragments=(BELGA,), id="s1"))
    after = run(there, c.ApplyToAll(document="d1", span="s1", places={"d1": (AGAIN, AGAIN)}))
    assert len(after.spans) == 2
