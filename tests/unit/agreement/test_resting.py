"""Which places keep each measure below 1, for every way in which two annotators can differ on one."""

from __future__ import annotations

import pytest

from annotator.agreement.events import _overlapping
from annotator.agreement.resting import Rest, is_different, of_event_part, of_label, of_measure
from annotator.core.span import Event, Span


def span(label: str = "GPE", start: int = 0) -> Span:
    return Span("s", "entities", label, ((start, 5),))


PLACES = {
    "same": Rest(0, span(), span()),
    "label": Rest(0, span(), span("ORG")),
    "edges": Rest(0, span(), span(start=1)),
    "both": Rest(0, span(), span("ORG", 1)),
    "only a": Rest(0, span(), None),
    "only b": Rest(0, None, span()),
}


@pytest.mark.parametrize(
    ("measure", "against"),
    [
        ("found_f1", {"edges", "both", "only a", "only b"}),
        ("coverage", {"only a", "only b"}),
        ("overlap_f1", {"label", "both", "only a", "only b"}),
        ("kappa", {"label", "both"}),
        ("alpha", {"label", "both"}),
        ("exact_f1", {"label", "edges", "both", "only a", "only b"}),
    ],
)
def test_what_keeps_a_measure_below_1(measure: str, against: set[str]) -> None:
    assert {name for name, place in PLACES.items() if of_measure(measure)(place)} == against


def test_a_label_rests_on_the_differences_that_either_called_so() -> None:
    assert {name for name, place in PLACES.items() if of_label("ORG")(place)} == {"label", "both"}
    assert {name for name, place in PLACES.items() if of_label("GPE")(place)} == set(PLACES) - {"same"}
    assert {name for name, place in PLACES.items() if is_different(place)} == set(PLACES) - {"same"}


@pytest.mark.parametrize(
    ("mine", "theirs", "is_against"),
    [
        (("ATTACK", "REPORTED"), ("ATTACK", "ASSERTED"), True),
        (("ATTACK", "REPORTED"), ("ATTACK", "REPORTED"), False),
        (("ATTACK", "REPORTED"), ("ADVANCE", "ASSERTED"), False),
        (("ATTACK", "REPORTED"), ("ATTACK", None), False),
        (("ATTACK", "REPORTED"), None, False),
    ],
)
def test_an_attribute_rests_on_events_of_one_type_that_both_gave_a_value(mine, theirs, is_against: bool) -> None:
    def event(given) -> Event | None:
        if given is None:
            return None
        label, value = given
        return Event("e", "events", label, ((0, 4),), {} if value is None else {"factuality": value})

    keep = of_event_part(None, "factuality")  # type: ignore[arg-type]  # nothing else is asked of the pairing
    assert [keep(Rest(0, event(mine), event(theirs))), keep(Rest(0, event(theirs), event(mine)))] == [is_against] * 2


def test_fillers_are_matched_within_their_own_event_and_role() -> None:
    early, late = ((0, 1),), ((5, 6),)
    assert _overlapping([([early], [late]), ([early], [late]), ([late], [early])]) == [0, 0, 0]
    assert _overlapping([([early, late], [late]), ([], [early]), ([early], [((0, 6),)])]) == [1, 0, 1]
    assert _overlapping([]) == []
