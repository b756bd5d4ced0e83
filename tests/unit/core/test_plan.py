"""Plans: what each command decides, and what each refusal says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.core.advice import misfits
from annotator.core.changes import Rejection
from annotator.core.plan import plan
from annotator.core.span import NOT_MENTIONED, Argument, Event
from annotator.core.state import DocumentState, apply
from tests.samples import SCHEME, TEXT, at, document, ids, state, suggestion

DOC = document()
IS, RAQQA = at(TEXT, "IS"), at(TEXT, "Raqqa")
DEIR, BELGA = at(TEXT, "Deir al-Zor"), at(TEXT, "Belga")
VIEL, AAN = at(TEXT, "viel"), at(TEXT, "aan")


def run(start: DocumentState, command: c.Command, *, new_id=None, others=()) -> DocumentState:
    decisions = plan(command, start, SCHEME, new_id=new_id or ids(), others=others)
    assert not isinstance(decisions, Rejection), decisions
    return apply(start, decisions)


def refused(start: DocumentState, command: c.Command) -> str:
    answer = plan(command, start, SCHEME, new_id=ids())
    assert isinstance(answer, Rejection), answer
    assert answer.why
    return answer.code


def org(place=IS, **more) -> c.CreateSpan:
    return c.CreateSpan(document="d1", layer="entities", label="ORG", fragments=(place,), **more)


def attack(**more) -> c.CreateEvent:
    return c.CreateEvent(document="d1", type="ATTACK", fragments=(VIEL, AAN), **more)


def test_a_span_is_added_and_deleted() -> None:
    after = run(state(), org(id="s1"))
    assert (after.spans["s1"].label, after.spans["s1"].origin) == ("ORG", "added")
    assert run(after, c.DeleteSpan(document="d1", span="s1")).spans == {}


@pytest.mark.parametrize(
    ("fragments", "code"),
    [
        (((0, 0),), "A404"),
        (((3, 1),), "A404"),
        (((-1, 2),), "A404"),
        (((0, 10_000),), "A404"),
        (((0, 3),), "A408"),
        (((0, 2), (3, 7)), "A404"),
        (((0, 2), (1, 7)), "A404"),
        ((), "A404"),
    ],
)
def test_places_that_are_none_are_refused(fragments, code) -> None:
    assert refused(state(), replace(org(), fragments=fragments)) == code


def test_flat_layers_admit_no_overlap_but_event_layers_do() -> None:
    one = run(state(), org(DEIR, id="s1"))
    assert refused(one, org(at(TEXT, "al"))) == "A405"
    two = run(one, attack(id="e1"))
    three = run(two, c.CreateEvent(document="d1", type="ADVANCE", fragments=(VIEL,), id="e2"))
    assert set(three.spans) == {"s1", "e1", "e2"}
    assert refused(three, attack()) == "A405"


def test_unknown_names_are_refused() -> None:
    assert refused(state(), replace(org(), label="CAT")) == "A403"
    assert refused(state(), replace(org(), layer="animals")) == "A403"
    assert refused(state(), replace(org(), layer="events", label="ATTACK")) == "A403"
    assert refused(state(), attack(attributes={"factuality": "MAYBE"})) == "A403"
    assert refused(state(), attack(attributes={"colour": "red"})) == "A403"
    assert refused(state(), org(id="two words")) == "A410"
    assert refused(run(state(), org(id="s1")), org(BELGA, id="s1")) == "A410"


def test_accepting_keeps_the_id_and_records_the_verdict() -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    after = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    span = after.spans[proposed.id]
    assert (span.origin, span.score, span.suggestion) == ("accepted", 0.9, proposed.id)
    assert after.verdicts[proposed.id].outcome == "accepted"
    assert after.open_suggestions(SCHEME) == ()
    assert refused(after, c.Accept(document="d1", suggestion=proposed.id)) == "A406"


def test_a_value_that_the_scheme_lacks_is_not_taken_over_from_a_suggestion() -> None:
    values = {"factuality": "POSSIBLE", "colour": "red"}
    proposed = suggestion(DOC, "events", "ATTACK", VIEL)._replace(attributes=values)
    after = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    assert after.spans[proposed.id].attributes == {"factuality": "ASSERTED"}
    there = run(after, c.SetAttribute(document="d1", target=proposed.id, name="factuality", value="NEGATED"))
    back = run(there, c.SetAttribute(document="d1", target=proposed.id, name="factuality", value="ASSERTED"))
    assert [one.spans[proposed.id].origin for one in (there, back)] == ["corrected", "accepted"]


@pytest.mark.parametrize("change", [{"label": "ORG"}, {"type": "ORG"}, {"fragments": (at(TEXT, "Deir"),)}])
def test_accepting_with_another_label_or_place_is_a_correction(change) -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    after = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id, **change))
    assert after.spans[proposed.id].origin == "corrected"
    assert after.verdicts[proposed.id].outcome == "corrected"


def test_a_span_made_where_a_suggestion_stands_takes_it_over() -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    same = run(state(proposed), replace(org(DEIR), label="GPE"))
    assert same.spans[proposed.id].origin == "accepted"
    other = run(state(proposed), org(DEIR))
    assert other.spans[proposed.id].origin == "corrected"
    named = run(state(proposed), org(DEIR, id="mine"))
    assert named.spans["mine"].suggestion == proposed.id


def test_deleting_an_accepted_span_rejects_its_suggestion() -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    accepted = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    after = run(accepted, c.DeleteSpan(document="d1", span=proposed.id))
    assert after.verdicts[proposed.id].outcome == "rejected"
    assert after.open_suggestions(SCHEME) == ()


def test_relabelling_an_accepted_span_makes_it_corrected() -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    accepted = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    after = run(accepted, c.RelabelSpan(document="d1", span=proposed.id, label="ORG"))
    assert after.spans[proposed.id].origin == "corrected"
    assert after.verdicts[proposed.id].outcome == "corrected"
    assert refused(after, c.RelabelSpan(document="d1", span=proposed.id, label="ORG")) == "A406"


def test_what_ends_as_it_was_suggested_is_accepted() -> None:
    proposed = suggestion(DOC, "entities", "GPE", DEIR)
    accepted = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    moved = run(accepted, c.ResizeSpan(document="d1", span=proposed.id, fragments=(at(TEXT, "Deir"),)))
    assert moved.verdicts[proposed.id].outcome == "corrected"
    other = run(moved, c.RelabelSpan(document="d1", span=proposed.id, label="ORG"))
    half = run(other, c.ResizeSpan(document="d1", span=proposed.id, fragments=(DEIR,)))
    assert (half.spans[proposed.id].origin, half.verdicts[proposed.id].outcome) == ("corrected", "corrected")
    back = run(half, c.RelabelSpan(document="d1", span=proposed.id, label="GPE"))
    assert (back.spans, back.verdicts) == (accepted.spans, accepted.verdicts)
    at_first = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id, label="ORG"))
    assert run(at_first, c.RelabelSpan(document="d1", span=proposed.id, label="GPE")).spans == accepted.spans


def test_an_attribute_that_is_another_than_suggested_stays_a_correction() -> None:
    proposed = suggestion(DOC, "events", "ATTACK", VIEL, AAN)
    accepted = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    was = accepted.spans[proposed.id].attributes["factuality"]

    def with_factuality(value: str, before):
        return run(before, c.SetAttribute(document="d1", target=proposed.id, name="factuality", value=value))

    stepped = with_factuality("REPORTED" if was != "REPORTED" else "ASSERTED", accepted)
    moved = run(stepped, c.ResizeSpan(document="d1", span=proposed.id, fragments=(VIEL,)))
    back = run(moved, c.ResizeSpan(document="d1", span=proposed.id, fragments=(VIEL, AAN)))
    assert back.verdicts[proposed.id].outcome == back.spans[proposed.id].origin == "corrected"
    assert with_factuality(was, back).verdicts == accepted.verdicts
    gone = replace(back, suggestions={})  # after a new run of the suggesters it is not known what they said
    assert with_factuality(was, gone).verdicts[proposed.id].outcome == "corrected"


def test_rejection_takes_the_filler_off_events() -> None:
    place = suggestion(DOC, "entities", "GPE", DEIR)
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", place.id),))
    accepted = run(state(place, event), c.Accept(document="d1", suggestion=event.id))
    assert accepted.events()[0].arguments == (Argument("PLACE", place.id),)
    after = run(accepted, c.Reject(document="d1", suggestion=place.id))
    assert after.events()[0].arguments == ()
    assert after.verdicts[place.id].outcome == "rejected"


def test_an_event_accepted_after_its_filler_was_taken_over_points_at_the_span() -> None:
    place = suggestion(DOC, "entities", "GPE", DEIR)
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", place.id),))
    taken = run(state(place, event), org(DEIR, id="mine"))
    after = run(taken, c.Accept(document="d1", suggestion=event.id))
    assert after.events()[0].arguments == (Argument("PLACE", "mine"),)


def test_an_event_accepted_where_its_filler_is_covered_keeps_none_that_nobody_sees() -> None:
    place = suggestion(DOC, "entities", "GPE", DEIR)
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", place.id),))
    accept = c.Accept(document="d1", suggestion=event.id)
    covered = run(state(event), org((DEIR[0], DEIR[0] + 4), id="part"))
    suggested = replace(covered, suggestions={place.id: place, event.id: event})  # a later run proposes it
    assert run(suggested, accept).events()[0].arguments == ()
    same = replace(run(state(event), org(DEIR, id="mine")), suggestions={place.id: place, event.id: event})
    assert run(same, accept).events()[0].arguments == (Argument("PLACE", "mine"),)
    unknown = suggestion(DOC, "entities", "PERSON", DEIR)
    strange = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", unknown.id),))
    assert run(state(unknown, strange), accept).events()[0].arguments == ()


def test_in_bulk_a_filler_that_another_suggestion_covers_is_none() -> None:
    place, part = suggestion(DOC, "entities", "GPE", DEIR), suggestion(DOC, "entities", "ORG", at(TEXT, "Zor"))
    weak = place._replace(score=0.6)
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", place.id),))
    above = c.AcceptAbove(document="d1", threshold=0.5)
    after = run(state(weak, part, event), above)
    assert set(after.spans) == {part.id, event.id}
    assert after.events()[0].arguments == ()
    every = run(state(place, event), above)
    assert every.events()[0].arguments == (Argument("PLACE", place.id),)


def test_a_filler_whose_place_is_taken_by_now_gives_way_to_another() -> None:
    place, raqqa = suggestion(DOC, "entities", "GPE", DEIR), suggestion(DOC, "entities", "GPE", RAQQA)
    arguments = (Argument("PLACE", place.id), Argument("PLACE", raqqa.id))
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=arguments)
    start = run(state(place, raqqa, event), c.Accept(document="d1", suggestion=event.id))
    start = run(start, org((DEIR[0], DEIR[0] + 4), id="part"))
    after = run(start, c.SetArgument(document="d1", event=event.id, role="PLACE", span="part"))
    assert after.events()[0].arguments == (Argument("PLACE", raqqa.id), Argument("PLACE", "part"))


def test_roles_are_filled_and_cleared() -> None:
    start = run(run(state(), org(id="s1")), attack(id="e1", arguments=(("AGENT", "s1"),)))
    assert start.events()[0].arguments == (Argument("AGENT", "s1"),)
    assert refused(start, c.SetArgument(document="d1", event="e1", role="AGENT", span="s1")) == "A406"
    assert refused(start, c.SetArgument(document="d1", event="e1", role="COUNT", span="s1")) == "A403"
    assert refused(start, c.SetArgument(document="d1", event="e1", role="AGENT", span="s9")) == "A409"
    assert refused(start, c.SetArgument(document="d1", event="e1", role="AGENT", span="e1")) == "A409"
    cleared = run(start, c.RemoveArgument(document="d1", event="e1", role="AGENT", span="s1"))
    assert cleared.events()[0].arguments == ()
    gone = run(start, c.DeleteSpan(document="d1", span="s1"))
    assert gone.events()[0].arguments == ()


def test_choosing_an_open_suggestion_as_filler_accepts_it() -> None:
    place = suggestion(DOC, "entities", "GPE", DEIR)
    start = run(state(place), attack(id="e1"))
    after = run(start, c.SetArgument(document="d1", event="e1", role="PLACE", span=place.id))
    assert after.spans[place.id].origin == "accepted"
    assert after.events()[0].arguments == (Argument("PLACE", place.id),)


def test_changing_the_type_drops_roles_the_new_type_lacks() -> None:
    start = run(run(state(), org(id="s1")), attack(id="e1", arguments=(("TARGET", "s1"), ("AGENT", "s1"))))
    after = run(start, c.SetType(document="d1", event="e1", type="ADVANCE"))
    assert after.events()[0].arguments == (Argument("AGENT", "s1"),)


def test_fragments_of_a_trigger() -> None:
    one = run(state(), c.CreateEvent(document="d1", type="ATTACK", fragments=(VIEL,), id="e1"))
    two = run(one, c.AddFragment(document="d1", event="e1", fragment=AAN))
    assert two.spans["e1"].fragments == (VIEL, AAN)
    assert refused(two, c.AddFragment(document="d1", event="e1", fragment=AAN)) == "A404"
    back = run(two, c.RemoveFragment(document="d1", event="e1", fragment=VIEL))
    assert back.spans["e1"].fragments == (AAN,)
    assert refused(back, c.RemoveFragment(document="d1", event="e1", fragment=AAN)) == "A404"


def test_attributes_status_and_comment() -> None:
    one = run(state(), attack(id="e1"))
    assert one.spans["e1"].attributes == {"factuality": "ASSERTED"}
    two = run(one, c.SetAttribute(document="d1", target="e1", name="factuality", value="NEGATED"))
    assert two.spans["e1"].attributes["factuality"] == "NEGATED"
    done = run(two, c.SetStatus(document="d1", status="done"))
    assert done.status == "done"
    assert refused(done, c.SetStatus(document="d1", status="done")) == "A406"
    said = run(done, c.AddComment(document="d1", text="twijfel", target="e1"))
    assert [comment.text for comment in said.comments.values()] == ["twijfel"]
    assert refused(done, c.AddComment(document="d1", text="  ")) == "A401"


def test_accept_above_takes_the_best_of_colliding_suggestions() -> None:
    wide = suggestion(DOC, "entities", "GPE", DEIR, score=0.8)
    narrow = suggestion(DOC, "entities", "ORG", at(TEXT, "Deir"), score=0.85)
    low = suggestion(DOC, "entities", "GPE", RAQQA, score=0.4)
    event = suggestion(DOC, "events", "ATTACK", VIEL, AAN, arguments=(Argument("PLACE", wide.id),))
    start = state(wide, narrow, low, event)
    after = run(start, c.AcceptAbove(document="d1", threshold=0.8))
    assert set(after.spans) == {narrow.id, event.id}
    assert after.spans[narrow.id].origin == "bulk"
    assert refused(after, c.AcceptAbove(document="d1", threshold=0.8)) == "A406"


def test_apply_to_all_labels_identical_strings_here_and_elsewhere() -> None:
    start = run(state(), org(BELGA, id="s1"))
    other = state(doc=document("Bij Belga. Belgacom niet.", id="d2"))
    decisions = plan(
        c.ApplyToAll(document="d1", span="s1", scope="undone"), start, SCHEME, new_id=ids(), others=[other]
    )
    assert not isinstance(decisions, Rejection)
    places = [(one.document, one.after.fragments) for one in decisions]
    assert places == [("d1", (at(TEXT, "Belga", nth=1),)), ("d2", ((4, 9),))]
    assert {one.after.origin for one in decisions} == {"bulk"}


def test_events_know_their_kind() -> None:
    assert isinstance(run(state(), attack(id="e1")).spans["e1"], Event)


def test_not_mentioned_takes_the_place_of_fillers_and_the_other_way_round() -> None:
    start = run(run(state(), org(id="s1")), attack(id="e1", arguments=(("AGENT", "s1"), ("TARGET", None))))
    assert start.events()[0].arguments == (Argument("AGENT", "s1"), Argument("TARGET", NOT_MENTIONED))
    none = run(start, c.SetArgument(document="d1", event="e1", role="AGENT", span=None))
    assert none.events()[0].arguments == (Argument("TARGET", NOT_MENTIONED), Argument("AGENT", NOT_MENTIONED))
    again = c.SetArgument(document="d1", event="e1", role="AGENT", span=None)
    assert refused(none, again) == "A406"
    filled = run(none, c.SetArgument(document="d1", event="e1", role="TARGET", span="s1"))
    assert filled.events()[0].arguments == (Argument("AGENT", NOT_MENTIONED), Argument("TARGET", "s1"))
    open_again = run(filled, c.RemoveArgument(document="d1", event="e1", role="AGENT", span=None))
    assert open_again.events()[0].arguments == (Argument("TARGET", "s1"),)
    assert refused(open_again, c.RemoveArgument(document="d1", event="e1", role="AGENT", span=None)) == "A409"
    assert refused(open_again, c.SetArgument(document="d1", event="e1", role="COUNT", span=None)) == "A403"


def test_deleting_another_span_leaves_not_mentioned_alone() -> None:
    start = run(run(state(), org(id="s1")), attack(id="e1", arguments=(("AGENT", "s1"), ("TARGET", None))))
    after = run(start, c.DeleteSpan(document="d1", span="s1"))
    assert after.events()[0].arguments == (Argument("TARGET", NOT_MENTIONED),)


def test_apply_to_all_keeps_to_the_places_named() -> None:
    start = run(state(), org(BELGA, id="s1"))
    other = state(doc=document("Bij Belga, niet Belga.", id="d2"))

    def places_of(**places):
        command = c.ApplyToAll(document="d1", span="s1", scope="undone", places=places)
        answer = plan(command, start, SCHEME, new_id=ids(), others=[other])
        if isinstance(answer, Rejection):
            return answer.code
        return [(one.document, one.after.fragments) for one in answer]

    assert places_of(d2=((16, 21),)) == [("d2", ((16, 21),))]
    assert places_of(d2=()) == "A406"
    assert places_of(d2=((4, 8),)) == "A404"
    assert places_of(d1=(BELGA,)) == "A404"
    assert places_of(d3=((0, 2),)) == "A402"


def test_relabel_all_takes_every_span_of_that_text_and_label() -> None:
    start = run(run(state(), org(BELGA, id="s1")), org(at(TEXT, "Belga", nth=1), id="s2"))
    start = run(start, org(id="s3"))
    other = run(state(doc=document("Bij Belga, niet Belga.", id="d2")), replace(org((4, 9), id="o1"), document="d2"))
    command = c.RelabelAll(document="d1", span="s1", label="GPE", scope="undone")
    decisions = plan(command, start, SCHEME, new_id=ids(), others=[other])
    assert not isinstance(decisions, Rejection)
    assert [(one.document, one.target, one.after.label) for one in decisions] == [
        ("d1", "s1", "GPE"), ("d1", "s2", "GPE"), ("d2", "o1", "GPE"),
    ]  # fmt: skip
    assert refused(start, c.RelabelAll(document="d1", span="s1", label="ORG")) == "A406"
    assert refused(start, c.RelabelAll(document="d1", span="s1", label="ATTACK")) == "A403"
    assert refused(start, c.RelabelAll(document="d1", span="s9", label="GPE")) == "A402"


def test_relabel_all_corrects_what_rested_on_suggestions_and_drops_roles_that_fall_away() -> None:
    proposed = suggestion(DOC, "events", "ATTACK", VIEL)
    start = run(state(proposed), c.Accept(document="d1", suggestion=proposed.id))
    start = run(start, org(id="s1"))
    start = run(start, c.SetArgument(document="d1", event=proposed.id, role="TARGET", span="s1"))
    after = run(start, c.RelabelAll(document="d1", span=proposed.id, label="ADVANCE"))
    assert after.events()[0].arguments == ()
    assert after.verdicts[proposed.id].outcome == "corrected"


def test_apply_to_all_accepts_the_open_suggestion_it_is_modelled_on_in_the_same_step() -> None:
    proposed = suggestion(DOC, "entities", "ORG", BELGA)
    after = run(state(proposed), c.ApplyToAll(document="d1", span=proposed.id))
    assert sorted((span.fragments[0], span.origin) for span in after.spans.values()) == [
        (BELGA, "accepted"), (at(TEXT, "Belga", nth=1), "bulk"),
    ]  # fmt: skip
    lone = suggestion(DOC, "entities", "ORG", IS)
    assert refused(state(lone), c.ApplyToAll(document="d1", span=lone.id)) == "A406"


def test_fillers_that_the_scheme_does_not_name_are_worth_a_warning_only() -> None:
    start = run(run(state(), org(id="s1")), attack(id="e1"))
    start = run(start, c.SetArgument(document="d1", event="e1", role="PLACE", span="s1"))
    event = start.events()[0]
    (odd,) = misfits(event.layer, event.label, event.arguments, start, SCHEME)
    assert (odd.role.name, odd.filler, odd.label) == ("PLACE", "s1", "ORG")
    fine = run(start, c.RelabelSpan(document="d1", span="s1", label="GPE"))
    assert misfits(event.layer, event.label, event.arguments, fine, SCHEME) == ()


def test_two_fillers_of_a_new_event_that_stand_on_one_place_are_refused() -> None:
    whole, part = suggestion(DOC, "entities", "GPE", DEIR), suggestion(DOC, "entities", "ORG", (DEIR[0], DEIR[0] + 4))
    both = (("AGENT", part.id), ("PLACE", whole.id))
    assert refused(state(whole, part), attack(arguments=both)) == "A405"
    after = run(state(whole, part), attack(id="e1", arguments=(("AGENT", whole.id), ("PLACE", whole.id))))
    assert [span.id for span in after.spans.values() if span.layer == "entities"] == [whole.id]


def test_of_two_suggestions_of_a_place_the_one_of_the_label_is_taken() -> None:
    own = suggestion(DOC, "entities", "ORG", BELGA, score=0.4)
    other = suggestion(DOC, "entities", "GPE", BELGA, score=0.9)
    second = at(TEXT, "Belga", nth=1)
    for start in (state(own, other), state(other, own)):
        after = run(start, org(BELGA))
        assert {id: one.outcome for id, one in after.verdicts.items()} == {own.id: "accepted"}
        spread = run(run(start, org(second, id="s2")), c.ApplyToAll(document="d1", span="s2"))
        assert {id: one.outcome for id, one in spread.verdicts.items()} == {own.id: "accepted"}
    trigger = suggestion(DOC, "events", "ATTACK", VIEL, score=0.4), suggestion(DOC, "events", "ADVANCE", VIEL)
    event = run(state(*trigger), c.CreateEvent(document="d1", type="ATTACK", fragments=(VIEL,)))
    assert {id: one.outcome for id, one in event.verdicts.items()} == {trigger[0].id: "accepted"}


def test_an_event_made_with_another_attribute_than_suggested_is_a_correction() -> None:
    proposed = suggestion(DOC, "events", "ATTACK", VIEL, AAN)
    for value, outcome in (("REPORTED", "corrected"), ("ASSERTED", "accepted")):
        after = run(state(proposed), attack(attributes={"factuality": value}))
        assert after.spans[proposed.id].attributes == {"factuality": value}
        assert (after.spans[proposed.id].origin, after.verdicts[proposed.id].outcome) == (outcome, outcome)
