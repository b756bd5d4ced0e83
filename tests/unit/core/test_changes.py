"""Drafts: the same again decides nothing, a taken-over filler takes its place in events, and what came in may stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.core.changes import Draft, Refused, Rejection, check_place
from annotator.core.plan import plan
from annotator.core.span import NOT_MENTIONED, Argument, Event, Span
from annotator.core.state import DocumentState, apply
from tests.samples import SCHEME, TEXT, at, document, ids, state, suggestion

DEIR, VIEL, AAN = at(TEXT, "Deir al-Zor"), at(TEXT, "viel"), at(TEXT, "aan")


def answer(start: DocumentState, command: c.Command):
    return plan(command, start, SCHEME, new_id=ids())


@pytest.mark.parametrize("is_known", [True, False], ids=["suggested still", "suggested no more"])
def test_the_label_that_a_span_has_already_changes_nothing(is_known: bool) -> None:
    proposed = suggestion(document(), "entities", "GPE", DEIR)
    bulk = apply(state(proposed), answer(state(proposed), c.AcceptAbove(document="d1", threshold=0.5)))
    assert bulk.spans[proposed.id].origin == "bulk"
    there = bulk if is_known else replace(bulk, suggestions={})
    refused = answer(there, c.RelabelSpan(document="d1", span=proposed.id, label="GPE"))
    assert isinstance(refused, Rejection)
    assert refused.code == "A406"


def test_an_event_follows_its_filler_when_that_becomes_a_span_of_another_id() -> None:
    place = suggestion(document(), "entities", "GPE", DEIR)
    beside = Argument("TARGET", NOT_MENTIONED)
    event = Event("e1", "events", "ATTACK", (VIEL,), {}, arguments=(beside, Argument("PLACE", place.id)))
    there = replace(state(place), spans={"e1": event})
    made = c.CreateSpan(document="d1", layer="entities", label="ORG", fragments=(DEIR,), id="mine")
    after = apply(there, answer(there, made))
    assert after.events()[0].arguments == (beside, Argument("PLACE", "mine"))


@pytest.mark.parametrize(
    ("filler", "said"), [("s1", "AGENT is not filled by 's1'"), (None, "AGENT is not said to be not mentioned")]
)
def test_an_argument_that_is_not_there_is_named(filler: str | None, said: str) -> None:
    there = replace(state(), spans={"e1": Event("e1", "events", "ATTACK", (VIEL,), {})})
    refused = answer(there, c.RemoveArgument(document="d1", event="e1", role="AGENT", span=filler))
    assert (refused.code, refused.why) == ("A409", said)


@pytest.mark.parametrize("place", [((0, 3),), ((2, 7),), ((0, 2), (3, 7))], ids=["after", "before", "parted"])
def test_what_came_in_may_have_white_space_at_its_edges_and_parts(place) -> None:
    draft = Draft(state(), SCHEME)
    check_place(draft, "entities", place, as_it_came=True)
    with pytest.raises(Refused):
        check_place(draft, "entities", place)


def test_what_came_in_overlaps_nothing_all_the_same() -> None:
    draft = Draft(replace(state(), spans={"s1": Span("s1", "entities", "GPE", (DEIR,))}), SCHEME)
    with pytest.raises(Refused) as caught:
        check_place(draft, "entities", ((DEIR[1] - 1, DEIR[1] + 1),), as_it_came=True)
    assert caught.value.rejection.code == "A405"
    check_place(draft, "entities", ((DEIR[1], DEIR[1] + 1),), as_it_came=True)
    check_place(draft, "entities", (DEIR,), but="s1")
