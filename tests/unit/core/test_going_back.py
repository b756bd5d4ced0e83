"""Going back in a log: what is left to decide, and what an undo or a redo stumbles over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import going_back
from annotator.core.changes import Refused
from annotator.core.decision import Comment, Decision, Operation, Status
from annotator.core.scheme import Scheme
from annotator.core.span import NO_ATTRIBUTES, Argument, Event, Span
from annotator.core.state import DocumentState
from tests.samples import SCHEME, TEXT, at, document, state, suggestion

DEIR, VIEL, AAN, RAQQA = (at(TEXT, part) for part in ("Deir al-Zor", "viel", "aan", "Raqqa"))
TOWN = Span("s1", "entities", "GPE", (DEIR,))
ATTACK = Event("e1", "events", "ATTACK", (VIEL,), {"factuality": "ASSERTED"}, arguments=(Argument("TARGET", "s1"),))


def made(*spans: Span) -> list[Decision]:
    return [Decision("d1", "span", span.id, None, span) for span in spans]


def gone(*spans: Span) -> list[Decision]:
    return [Decision("d1", "span", span.id, span, None) for span in spans]


def holding(*spans: Span, **more) -> DocumentState:
    return replace(state(), spans={span.id: span for span in spans}, **more)


def operation(id: str, *decisions: Decision) -> Operation:
    return Operation(id, "r", "anna", 1, "any", "d1", "2018-05-21T00:00:00.000Z", tuple(decisions))


def without(scheme: Scheme, field: str, name: str) -> Scheme:
    return replace(scheme, **{field: tuple(one for one in getattr(scheme, field) if one.name != name)})


def code(what, *arguments) -> str:
    with pytest.raises(Refused) as caught:
        what(*arguments)
    return caught.value.rejection.code


def test_what_comes_after_a_point() -> None:
    log = [operation(f"o{number}") for number in range(4)]
    assert [one.id for one in going_back.after(log, "o1")] == ["o2", "o3"]
    assert going_back.after(log, "o3") == ()
    assert going_back.after(iter(log), None) == tuple(log)
    assert code(going_back.after, log, "o4") == "A402"


def test_going_back_is_from_the_last_to_the_first_and_passes_over_what_came_to_nothing() -> None:
    other = Decision("d2", "status", "", Status("todo"), Status("done"))
    steps = [Decision("d1", "status", "", Status(a), Status(b)) for a, b in [("todo", "busy"), ("busy", "done")]]
    log = [operation("o1", *made(TOWN), steps[0], other), operation("o2", steps[1]), operation("o3", *gone(TOWN))]
    assert going_back.decisions_back("d1", log) == (Decision("d1", "status", "", Status("done"), Status("todo")),)
    assert going_back.decisions_back("d1", log[:2]) == (
        *gone(TOWN), Decision("d1", "status", "", Status("done"), Status("todo")),
    )  # fmt: skip
    assert going_back.decisions_back("d2", log) == (Decision("d2", "status", "", Status("done"), Status("todo")),)
    assert code(going_back.decisions_back, "d1", [log[0], operation("o4", steps[0])]) == "A406"


@pytest.mark.parametrize(
    ("there", "decisions"),
    [
        (holding(), gone(TOWN)),
        (holding(TOWN), made(TOWN)),
        (holding(replace(TOWN, label="ORG")), gone(TOWN)),
        (holding(), [Decision("d1", "comment", "c1", Comment("ja", None), None)]),
        (holding(status="busy"), [Decision("d1", "status", "", Status("done"), Status("todo"))]),
        (holding(Span("s2", "entities", "ORG", (at(TEXT, "al"),))), made(TOWN)),
        (holding(TOWN, ATTACK), gone(TOWN)),
    ],
    ids=["gone", "back", "changed", "comment", "status", "overlap", "filler"],
)
def test_what_was_changed_in_between_is_refused(there: DocumentState, decisions: list[Decision]) -> None:
    assert code(going_back.require_fit, there, decisions, SCHEME) == "A406"


@pytest.mark.parametrize(
    ("there", "decisions"),
    [
        (holding(TOWN), gone(TOWN)),
        (holding(TOWN), [*gone(TOWN), *made(TOWN)]),
        (holding(TOWN, ATTACK), [*gone(ATTACK), *gone(TOWN)]),
        (holding(Span("s2", "entities", "ORG", (RAQQA,))), made(TOWN)),
        # Events may share words; only flat layers are kept free of overlap.
        (holding(TOWN, Event("e2", "events", "ADVANCE", (VIEL, AAN))), made(ATTACK)),
        (holding(TOWN), [Decision("d2", "span", "s1", None, TOWN)]),
    ],
    ids=["gone", "twice", "with its event", "beside", "events", "elsewhere"],
)
def test_what_fits_is_let_through(there: DocumentState, decisions: list[Decision]) -> None:
    going_back.require_fit(there, decisions, SCHEME)


def test_a_filler_that_is_a_suggestion_again_may_go() -> None:
    proposed = suggestion(document(), "entities", "GPE", DEIR)
    accepted = Span(proposed.id, "entities", "GPE", (DEIR,), suggestion=proposed.id)
    event = replace(ATTACK, arguments=(Argument("TARGET", proposed.id),))
    there = replace(state(proposed), spans={accepted.id: accepted, event.id: event})
    going_back.require_fit(there, gone(accepted), SCHEME)


@pytest.mark.parametrize("is_suggested", [False, True])
def test_an_event_does_not_come_back_with_a_filler_of_before(is_suggested: bool) -> None:
    scheme = without(SCHEME, "labels", "GPE")
    proposed = suggestion(document(), "entities", "GPE", DEIR)
    event = replace(ATTACK, arguments=(Argument("TARGET", proposed.id),)) if is_suggested else ATTACK
    there = state(proposed) if is_suggested else holding(TOWN)
    assert code(going_back.require_fit, there, made(event), scheme) == "A403"
    going_back.require_fit(there, made(event), SCHEME)


@pytest.mark.parametrize(
    ("span", "scheme"),
    [
        (TOWN, without(SCHEME, "labels", "GPE")),
        (TOWN, without(SCHEME, "layers", "entities")),
        (ATTACK, without(SCHEME, "roles", "TARGET")),
        (ATTACK, without(SCHEME, "attributes", "factuality")),
        (replace(ATTACK, attributes={"factuality": "POSSIBLE"}), SCHEME),
        (replace(ATTACK, label="ADVANCE"), SCHEME),
        (Span("s1", "events", "ATTACK", (VIEL,)), SCHEME),
        (Event("e1", "entities", "GPE", (VIEL,), NO_ATTRIBUTES), SCHEME),
    ],
    ids=["label", "layer", "role", "attribute", "value", "role of the type", "no event", "no span"],
)
def test_what_the_scheme_has_no_more_does_not_come_back(span: Span, scheme: Scheme) -> None:
    assert code(going_back.require_known, made(span), scheme) == "A403"
    going_back.require_known(gone(span), scheme)


def test_what_the_scheme_has_comes_back() -> None:
    going_back.require_known([*made(TOWN, ATTACK), Decision("d1", "status", "", None, Status("done"))], SCHEME)
