"""Comparing versions: one place each, every difference by its name, and votes that settle what they can."""

from __future__ import annotations

from itertools import permutations

import pytest

from annotator.core.compare import KINDS, compare, has_status_conflict, settle
from annotator.core.span import Argument, Event, Span


def span(id, start, end, label="GPE", **fields):
    return Span(id, "entities", label, ((start, end),), **fields)


def event(id, *fragments, type="ATTACK", factuality="ASSERTED", arguments=()):
    attributes = {"factuality": factuality}
    return Event(id, "events", type, fragments, attributes, arguments=tuple(Argument(*one) for one in arguments))


def versions(**annotators):
    return {name: {one.id: one for one in spans} for name, spans in annotators.items()}


def kinds(**annotators):
    return [place.kinds for place in compare(versions(**annotators))]


def test_nothing_differs_from_nothing() -> None:
    assert compare({}) == ()
    assert compare(versions(anna=[], bram=[])) == ()


def test_the_same_under_other_ids_and_origins_is_agreed() -> None:
    (place,) = compare(versions(anna=[span("a", 3, 7)], bram=[span("b", 3, 7, origin="accepted", score=0.4)]))
    assert place.is_agreed
    assert place.kind == ""
    assert list(place.spans) == ["anna", "bram"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([span("a", 3, 7)], [], ("only_one",)),
        ([span("a", 3, 7)], [span("b", 3, 7, "ORG")], ("label",)),
        ([span("a", 3, 7)], [span("b", 0, 7)], ("boundary",)),
        ([span("a", 3, 7)], [span("b", 0, 7, "ORG")], ("label", "boundary")),
        ([event("a", (3, 7))], [event("b", (3, 7), type="CAPTURE")], ("type",)),
        ([event("a", (3, 7))], [event("b", (3, 9))], ("boundary",)),
        ([event("a", (3, 7))], [event("b", (3, 7), (9, 11))], ("fragments",)),
        ([event("a", (3, 7))], [event("b", (3, 7), factuality="REPORTED")], ("attribute",)),
    ],
)
def test_each_kind_of_difference_has_its_name(one, other, expected) -> None:
    assert kinds(anna=one, bram=other) == [expected]
    assert kinds(anna=other, bram=one) == [expected]
    assert set(expected) <= set(KINDS)


def test_a_role_differs_by_role_or_by_filler_and_not_by_the_filler_s_edges() -> None:
    cities = [span("x", 10, 14), span("y", 20, 24)]

    def with_argument(*arguments):
        return [*cities, event("e", (0, 4), arguments=arguments)]

    def of_event(one, other):
        return kinds(anna=one, bram=other)[0]

    assert of_event(with_argument(("PLACE", "x")), with_argument(("PLACE", "x"))) == ()
    assert of_event(with_argument(("PLACE", "x")), with_argument(("TARGET", "x"))) == ("role",)
    assert of_event(with_argument(("PLACE", "x")), with_argument(("PLACE", "y"))) == ("role",)
    assert of_event(with_argument(("PLACE", "x")), with_argument()) == ("role",)
    wider = [span("x", 9, 14), event("e", (0, 4), arguments=[("PLACE", "x")])]
    assert kinds(anna=with_argument(("PLACE", "x")), bram=wider) == [(), ("boundary",), ("only_one",)]
    # A filler that is still an open suggestion is nobody's decision.
    assert of_event(with_argument(("PLACE", "g1")), with_argument()) == ()


def test_spans_are_brought_together_one_to_one_the_most_alike_first() -> None:
    whole, left, right = span("w", 0, 10, "ORG"), span("l", 0, 4, "NORP"), span("r", 5, 10, "ORG")
    found = compare(versions(anna=[whole], bram=[left, right]))
    assert [({name: one.id for name, one in place.spans.items()}, place.kinds) for place in found] == [
        ({"bram": "l"}, ("only_one",)),
        ({"anna": "w", "bram": "r"}, ("boundary",)),
    ]


def test_events_on_one_trigger_are_told_apart_by_type() -> None:
    anna = [event("a1", (0, 4)), event("a2", (0, 4), type="CAPTURE")]
    bram = [event("b1", (0, 4), type="CAPTURE"), event("b2", (0, 4))]
    assert kinds(anna=anna, bram=bram) == [(), ()]


def test_layers_are_never_mixed_and_touching_is_not_overlapping() -> None:
    assert kinds(anna=[span("a", 0, 4)], bram=[event("b", (0, 4))]) == [("only_one",), ("only_one",)]
    assert kinds(anna=[span("a", 0, 4)], bram=[span("b", 4, 8)]) == [("only_one",), ("only_one",)]


def test_places_do_not_depend_on_the_order_of_annotators() -> None:
    mine = {
        "anna": [span("a", 0, 4), span("a2", 6, 9)],
        "bram": [span("b", 0, 5)],
        "carl": [span("c", 4, 9, "ORG"), event("e", (0, 2))],
    }
    found = [compare(versions(**{name: mine[name] for name in order})) for order in permutations(mine)]
    assert len({tuple((p.id, p.kinds, frozenset(p.spans.items())) for p in one) for one in map(_hashable, found)}) == 1


def _hashable(places):
    return [
        type(place)(place.id, place.layer, place.is_event, {n: s.id for n, s in place.spans.items()}, place.kinds, {})
        for place in places
    ]


def test_a_thing_that_one_annotator_has_twice_makes_two_places() -> None:
    twice = [event("e1", (0, 4)), event("e2", (0, 4))]
    found = compare(versions(anna=twice, bram=[event("b", (0, 4))]))
    assert len({place.id for place in found}) == 2
    assert sorted(place.kinds for place in found) == [(), ("only_one",)]


def test_status_conflicts_are_between_ends_not_between_stages() -> None:
    assert has_status_conflict({"anna": "done", "bram": "flagged"})
    assert has_status_conflict({"anna": "skipped", "bram": "done", "carl": "todo"})
    assert not has_status_conflict({"anna": "done", "bram": "busy"})
    assert not has_status_conflict({"anna": "done", "bram": "done"})


# Votes


def vote(strategy, **annotators):
    """By the place's first character: (label, fragments, attributes, fillers' places), None (nothing) or "open"."""
    places = compare(versions(**annotators))
    start_of = {place.id: place.start for place in places}
    settled = settle(places, tuple(annotators), strategy)

    def said(place):
        one = settled.get(place.id)
        if one is None:
            return "open"
        if one.span is None:
            return None
        fillers = [(role, start_of[id] if id else None) for role, id in one.fillers]
        return one.span.label, one.span.fragments, dict(one.span.attributes), fillers, one.voters

    return {place.start: said(place) for place in places}


def test_unanimous_settles_what_all_have_and_nothing_else() -> None:
    anna = [span("a", 0, 4), span("a2", 6, 9), span("a3", 10, 12)]
    bram = [span("b", 0, 4), span("b2", 6, 9, "ORG")]
    assert vote("unanimous", anna=anna, bram=bram) == {
        0: ("GPE", ((0, 4),), {}, [], ("anna", "bram")),
        6: "open",
        10: "open",
    }


def test_of_two_the_majority_is_both() -> None:
    anna, bram = [span("a", 0, 4), span("a2", 6, 9)], [span("b", 0, 4)]
    assert vote("majority", anna=anna, bram=bram) == vote("unanimous", anna=anna, bram=bram)


def test_of_three_two_settle_presence_absence_label_and_edges() -> None:
    found = vote(
        "majority",
        anna=[span("a1", 0, 4), span("a2", 10, 14), span("a3", 20, 24), span("a4", 30, 34)],
        bram=[span("b1", 0, 4), span("b2", 10, 14, "ORG"), span("b3", 20, 25)],
        carl=[span("c2", 10, 14, "ORG"), span("c3", 20, 26)],
    )
    assert found == {
        0: ("GPE", ((0, 4),), {}, [], ("anna", "bram")),
        10: ("ORG", ((10, 14),), {}, [], ("bram", "carl")),
        20: "open",
        30: None,
    }


def test_two_against_two_stays_open() -> None:
    one, other = [span("a", 0, 4)], [span("a", 0, 4, "ORG")]
    assert vote("majority", anna=one, bram=one, carl=other, dora=other) == {0: "open"}
    assert vote("majority", anna=one, bram=one, carl=[], dora=[]) == {0: "open"}


def test_attributes_and_arguments_are_voted_one_by_one() -> None:
    city = [span("x", 10, 14), span("y", 20, 24)]
    both = [("AGENT", "x"), ("PLACE", "y")]
    found = vote(
        "majority",
        anna=[*city, event("e", (0, 4), factuality="REPORTED", arguments=both)],
        bram=[*city, event("e", (0, 4), factuality="REPORTED", arguments=[("AGENT", "x")])],
        carl=[*city, event("e", (0, 4), factuality="NEGATED", arguments=[("TARGET", "y")])],
    )
    assert found[0] == ("ATTACK", ((0, 4),), {"factuality": "REPORTED"}, [("AGENT", 10)], ("anna", "bram", "carl"))


def test_that_none_is_mentioned_is_an_answer_that_can_win_and_never_a_difference() -> None:
    silent, unanswered = event("e", (0, 4), arguments=[("PLACE", "")]), event("e", (0, 4))
    assert kinds(anna=[silent], bram=[unanswered]) == [()]
    assert vote("unanimous", anna=[silent], bram=[unanswered])[0][3] == []
    assert vote("unanimous", anna=[silent], bram=[silent])[0][3] == [("PLACE", None)]
    city = span("x", 10, 14)
    filled = event("e", (0, 4), arguments=[("PLACE", "x")])
    assert vote("majority", anna=[silent, city], bram=[filled, city], carl=[filled, city])[0][3] == [("PLACE", 10)]
    assert vote("majority", anna=[silent, city], bram=[silent, city], carl=[filled, city])[0][3] == [("PLACE", None)]


def test_no_value_wins_as_any_value_does() -> None:
    bare = Event("e", "events", "ATTACK", ((0, 4),), {})
    given = event("e", (0, 4), factuality="REPORTED")
    assert vote("majority", anna=[bare], bram=[bare], carl=[given])[0][2] == {}
    assert vote("majority", anna=[bare], bram=[given], carl=[given])[0][2] == {"factuality": "REPORTED"}
    assert vote("unanimous", anna=[bare], bram=[given])[0] == "open"


def test_roles_that_none_is_mentioned_for_stand_in_the_order_of_their_names() -> None:
    names = ["TARGET", "PLACE", "AGENT", "SOURCE", "COUNT", "TIME"]
    silent = [event("e", (0, 4), arguments=[(name, "") for name in order]) for order in (names, names[::-1])]
    assert vote("unanimous", anna=[silent[0]], bram=[silent[1]])[0][3] == [(name, None) for name in sorted(names)]


def test_the_span_of_the_first_of_those_who_agree_is_the_model() -> None:
    told = versions(carl=[span("c", 0, 4)], anna=[span("a", 0, 4, "ORG")], bram=[span("b", 0, 4)])
    (settled,) = settle(compare(told), tuple(told), "majority").values()
    assert settled.span == span("c", 0, 4)


def test_one_open_matter_leaves_the_place_open() -> None:
    city = [span("x", 10, 14)]
    event_with = event("e", (0, 4), arguments=[("AGENT", "x")])
    plain = event("e", (0, 4))
    assert vote("unanimous", anna=[*city, event_with], bram=[*city, plain])[0] == "open"
    assert vote("majority", anna=[*city, event_with], bram=[*city, plain], carl=city)[0] == "open"
    other = event("e", (0, 4), factuality="NEGATED")
    assert vote("majority", anna=[plain], bram=[other], carl=[])[0] == "open"
