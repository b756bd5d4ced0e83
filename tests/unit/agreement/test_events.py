"""Events in layers: each figure rests on the agreement of the layer before."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.agreement.report import agreement
from annotator.core.span import Argument, Event, Span
from tests.unit.agreement.desk import event, material, span

WHO, WHEN, WHERE = span("troepen", "ORG"), span("zondag", "TIME"), span("Deir al-Zor", "GPE")
SHORT = span("Deir", "GPE")
ENTITIES = [WHO, WHEN, WHERE, SHORT]


def pair(anna: list[Span], bram: list[Span]) -> dict[str, Any]:
    found = material({"anna": {"d1": [*ENTITIES, *anna]}, "bram": {"d1": [*ENTITIES, *bram]}})
    return agreement(found, samples=10, layers=["events"])["layers"]["events"]["pairs"][0]


def advance(**kwargs: Any) -> Event:
    return event(["rukken", "op"], "ADVANCE", **kwargs)


def test_the_same_event_agrees_in_every_layer() -> None:
    one = advance(fillers=[("AGENT", WHO), ("TIME", WHEN)], attributes={"factuality": "ASSERTED"})
    other = event(["vliegveld"], "CAPTURE", fillers=[("PLACE", WHERE)], attributes={"factuality": "REPORTED"})
    report = pair([one, other], [one, other])
    assert report["trigger"]["exact_f1"]["value"] == report["trigger"]["overlap_f1"]["value"] == 1
    assert report["type"]["kappa"]["value"] == 1
    assert report["roles"]["f1"]["value"] == report["fillers"]["exact_f1"]["value"] == 1
    assert report["factuality"]["kappa"]["value"] == 1
    assert report["factuality"] is report["attributes"]["factuality"]


def test_a_lost_fragment_is_an_overlap_but_not_the_same_trigger() -> None:
    report = pair([advance()], [event(["rukken"], "ADVANCE")])
    assert report["trigger"]["exact_f1"]["value"] == 0
    assert report["trigger"]["overlap_f1"]["value"] == 1
    assert report["type"]["percent"]["value"] == 1


def test_words_between_the_fragments_are_no_overlap() -> None:
    report = pair([advance()], [event(["zondag"], "ADVANCE")])
    assert report["trigger"]["overlap_f1"]["value"] == 0
    assert report["roles"]["f1"]["undefined"] is not None


def test_another_type_ends_the_comparison_there() -> None:
    one = advance(fillers=[("AGENT", WHO)], attributes={"factuality": "ASSERTED"})
    other = event(["rukken", "op"], "ATTACK", fillers=[("AGENT", WHO)], attributes={"factuality": "ASSERTED"})
    report = pair([one], [other])
    assert report["trigger"]["exact_f1"]["value"] == 1
    assert report["type"]["percent"]["value"] == 0
    assert report["roles"]["f1"]["value"] is None
    assert "same type" in report["roles"]["f1"]["undefined"]
    assert report["attributes"] == {}


def test_roles_are_compared_on_events_of_one_type() -> None:
    report = pair(
        [advance(fillers=[("AGENT", WHO), ("TIME", WHEN)])],
        [advance(fillers=[("AGENT", WHO), ("PLACE", WHERE)])],
    )
    assert report["roles"]["f1"]["value"] == pytest.approx(2 / 4)
    assert report["roles"]["labels"]["AGENT"]["value"] == 1
    assert report["roles"]["labels"]["TIME"]["value"] == 0
    assert report["fillers"]["exact_f1"] | {"low": 0, "high": 0} == {
        "value": 1.0,
        "low": 0,
        "high": 0,
        "n": 2,
        "undefined": None,
    }


def test_fillers_are_compared_on_roles_both_used_by_place() -> None:
    report = pair([advance(fillers=[("PLACE", WHERE)])], [advance(fillers=[("PLACE", SHORT)])])
    assert report["roles"]["f1"]["value"] == 1
    assert report["fillers"]["exact_f1"]["value"] == 0
    assert report["fillers"]["overlap_f1"]["value"] == 1


def test_one_role_may_have_several_fillers() -> None:
    report = pair(
        [advance(fillers=[("PLACE", WHERE), ("PLACE", WHO)])],
        [advance(fillers=[("PLACE", WHERE)])],
    )
    assert report["roles"]["f1"]["value"] == pytest.approx(2 / 3)
    assert report["fillers"]["exact_f1"]["value"] == pytest.approx(2 / 3)


def test_attributes_are_compared_where_both_gave_one() -> None:
    anna = [
        advance(attributes={"factuality": "ASSERTED"}),
        event(["vliegveld"], "CAPTURE", attributes={"factuality": "POSSIBLE"}),
    ]
    bram = [advance(attributes={"factuality": "REPORTED"}), event(["vliegveld"], "CAPTURE")]
    report = pair(anna, bram)
    factuality = report["factuality"]
    assert factuality["percent"] | {"low": None, "high": None} == {
        "value": 0.0,
        "low": None,
        "high": None,
        "n": 1,
        "undefined": None,
    }
    assert factuality["given"]["value"] == 0.5
    assert factuality["confusion"] == {"labels": ["ASSERTED", "REPORTED"], "matrix": [[0, 1], [0, 0]]}


def test_an_argument_that_points_nowhere_has_no_place_but_a_role() -> None:
    lost = Event("x", "events", "ADVANCE", advance().fragments, arguments=(Argument("AGENT", "gone"),))
    report = pair([lost], [advance(fillers=[("AGENT", WHO)])])
    assert report["roles"]["f1"]["value"] == 1
    assert report["fillers"]["exact_f1"]["value"] == 0


def test_a_layer_of_events_that_nobody_marked_is_still_one() -> None:
    found = material({"anna": {"d1": ENTITIES}, "bram": {"d1": ENTITIES}})
    report = agreement(found, samples=10, layers=["events"], events_in=["events"])["layers"]["events"]["pairs"][0]
    assert report["trigger"]["exact_f1"]["value"] is None
    assert report["fillers"]["exact_f1"]["undefined"] is not None


def test_alpha_u_of_discontinuous_triggers_is_on_their_fragments() -> None:
    report = pair([advance()], [event(["rukken"], "ADVANCE")])
    assert report["alpha_u"]["ADVANCE"]["n"] == 3


def test_an_attribute_of_the_scheme_is_told_of_where_nobody_gave_it() -> None:
    for bram, why in (([], "shares a character"), ([advance()], "has this attribute from both")):
        found = material({"anna": {"d1": [*ENTITIES, advance()]}, "bram": {"d1": [*ENTITIES, *bram]}})
        report = agreement(
            found, samples=10, layers=["events"], events_in=["events"], attributes_in={"events": ["factuality"]}
        )
        (pair,) = report["layers"]["events"]["pairs"]
        assert pair["factuality"]["kappa"]["value"] is None
        assert why in pair["factuality"]["kappa"]["undefined"]
        assert pair["factuality"]["confusion"] == {"labels": [], "matrix": []}
