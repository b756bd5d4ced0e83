"""Suggestions: ids that hold from run to run and version to version, and what of one the scheme can take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.span import Argument
from annotator.core.suggestion import fitting, from_json, suggestion_id, to_json
from tests.samples import SCHEME, TEXT, at, document, suggestion

DEIR, VIEL = at(TEXT, "Deir al-Zor"), at(TEXT, "viel")


def test_an_id_stays_what_it_was() -> None:
    # Rejections that projects hold name suggestions by these: another id would propose again what was rejected.
    assert suggestion_id("00ff", "entities", "GPE", ((3, 9),)) == "gbbc0d4321ab0ae884a"
    assert suggestion_id("00ff", "events", "RETREAT", ((3, 9), (20, 22))) == "g15333fe7cf73ff3109"


def test_each_part_of_a_proposal_makes_another_id() -> None:
    one = ("00ff", "entities", "GPE", ((3, 9),))
    others = [("00fe", *one[1:]), (one[0], "events", *one[2:]), (*one[:2], "ORG", one[3]), (*one[:3], ((3, 8),))]
    assert len({suggestion_id(*parts) for parts in (one, *others)}) == 5


def test_a_suggestion_reads_back_whole() -> None:
    event = suggestion(document(), "events", "ATTACK", VIEL, arguments=(Argument("TARGET", "s1"),))
    event = event._replace(attributes={"factuality": "NEGATED"}, score=0.25)
    assert from_json(to_json(event)) == event
    assert (event.start, event.end) == VIEL


@pytest.mark.parametrize(
    "unknown",
    [
        suggestion(document(), "entities", "CAT", DEIR),
        suggestion(document(), "animals", "GPE", DEIR),
        suggestion(document(), "entities", "GPE", DEIR)._replace(is_event=True),
        suggestion(document(), "events", "ATTACK", VIEL)._replace(is_event=False),
    ],
    ids=["label", "layer", "an event of entities", "no event of events"],
)
def test_what_the_scheme_does_not_know_does_not_fit(unknown) -> None:
    assert fitting(unknown, SCHEME) is None


def test_what_fits_keeps_the_roles_and_values_of_the_scheme() -> None:
    both = (Argument("TARGET", "s1"), Argument("CAUSE", "s2"))
    event = suggestion(document(), "events", "ATTACK", VIEL, arguments=both)
    event = event._replace(attributes={"factuality": "NEGATED", "colour": "red"})
    assert fitting(event, SCHEME) == event._replace(arguments=both[:1], attributes={"factuality": "NEGATED"})
    # An advance has no TARGET, and neither has a type of a scheme without that role.
    assert fitting(event._replace(label="ADVANCE"), SCHEME).arguments == ()
    assert fitting(event, replace(SCHEME, roles=())).arguments == ()
    bare = suggestion(document(), "entities", "GPE", DEIR)
    assert fitting(bare, SCHEME) is bare
