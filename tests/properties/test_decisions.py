"""The laws of decisions: any sequence of commands keeps a state whole, can be undone, and survives JSON."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import command as c
from annotator.core.changes import Rejection
from annotator.core.decision import Operation, operation_from_json, operation_to_json
from annotator.core.plan import plan
from annotator.core.span import Argument, Event
from annotator.core.state import apply
from annotator.core.text import is_overlapping
from tests.samples import SCHEME, TEXT, at, document, ids, replay, state, suggestion

DOC = document()
PLACE = suggestion(DOC, "entities", "GPE", at(TEXT, "Deir al-Zor"), score=0.9)
PART = suggestion(DOC, "entities", "ORG", at(TEXT, "Zor"), score=0.6)
RAQQA = suggestion(DOC, "entities", "GPE", at(TEXT, "Raqqa"), score=0.7)
EVENT = suggestion(
    DOC, "events", "ATTACK", at(TEXT, "viel"), at(TEXT, "aan"), score=0.8, arguments=(Argument("PLACE", PLACE.id),)
)
SUGGESTIONS = (PLACE, PART, RAQQA, EVENT)
KNOWN = [one.id for one in SUGGESTIONS] + ["n1", "n2", "n3", "n4", "nowhere"]

edges = st.sampled_from(sorted({edge for token in DOC.tokens.ranges for edge in token} | {0, 3, len(TEXT) + 1}))
fragment = st.tuples(edges, edges)
fragments = st.lists(fragment, min_size=1, max_size=2).map(lambda pairs: tuple(sorted(pairs)))
known = st.sampled_from(KNOWN)
role = st.sampled_from(["AGENT", "PLACE", "TARGET", "COUNT"])
kind = st.sampled_from(["ATTACK", "ADVANCE", "ORG"])
name = st.sampled_from(["ORG", "GPE", "DATE", "ATTACK"])

commands = st.one_of(
    st.builds(c.CreateSpan, document=st.just("d1"), layer=st.just("entities"), label=name, fragments=fragments),
    st.builds(c.CreateEvent, document=st.just("d1"), type=kind, fragments=fragments,
              arguments=st.lists(st.tuples(role, known), max_size=2).map(tuple)),
    st.builds(c.RelabelSpan, document=st.just("d1"), span=known, label=name),
    st.builds(c.SetType, document=st.just("d1"), event=known, type=kind),
    st.builds(c.ResizeSpan, document=st.just("d1"), span=known, fragments=fragments),
    st.builds(c.DeleteSpan, document=st.just("d1"), span=known),
    st.builds(c.AddFragment, document=st.just("d1"), event=known, fragment=fragment),
    st.builds(c.RemoveFragment, document=st.just("d1"), event=known, fragment=fragment),
    st.builds(c.SetArgument, document=st.just("d1"), event=known, role=role, span=st.none() | known),
    st.builds(c.RemoveArgument, document=st.just("d1"), event=known, role=role, span=st.none() | known),
    st.builds(c.SetAttribute, document=st.just("d1"), target=known, name=st.just("factuality"),
              value=st.sampled_from(["ASSERTED", "REPORTED", "MAYBE"])),
    st.builds(c.Accept, document=st.just("d1"), suggestion=known, label=st.none() | name,
              fragments=st.none() | fragments),
    st.builds(c.Reject, document=st.just("d1"), suggestion=known),
    st.builds(c.AcceptAbove, document=st.just("d1"), threshold=st.sampled_from([0.5, 0.75, 1.0])),
    st.builds(c.ApplyToAll, document=st.just("d1"), span=known),
    st.builds(c.RelabelAll, document=st.just("d1"), span=known, label=name | kind),
    st.builds(c.SetStatus, document=st.just("d1"), status=st.sampled_from(["busy", "done", "todo"])),
    st.builds(c.AddComment, document=st.just("d1"), text=st.sampled_from(["", "twijfel"])),
)  # fmt: skip


def is_whole(current) -> bool:
    """Flat layers without overlap, unique triggers, arguments that point at a span or an open suggestion."""
    spans = list(current.spans.values())
    flat = [span for span in spans if span.layer == "entities"]
    for index, one in enumerate(flat):
        assert not any(is_overlapping(one.fragments, other.fragments) for other in flat[index + 1 :])
    for span in spans:
        assert SCHEME.label(span.layer, span.label)
        assert all(not TEXT[edge].isspace() for start, end in span.fragments for edge in (start, end - 1))
        if isinstance(span, Event):
            roles = {role.name for role in SCHEME.roles_of(span.layer, span.label)}
            for argument in span.arguments:
                assert argument.role in roles
                if not argument.is_mentioned:
                    assert [one.role for one in span.arguments].count(argument.role) == 1
                    continue
                pending = argument.span in current.suggestions and argument.span not in current.verdicts
                assert argument.span in current.spans or pending
            assert len(set(span.arguments)) == len(span.arguments)
        if span.suggestion:
            verdict = current.verdicts[span.suggestion]
            assert verdict.outcome in ("accepted", "corrected")
            assert (span.origin == "corrected") == (verdict.outcome == "corrected")
            if (span.label, span.fragments) != (verdict.label, verdict.fragments):
                assert verdict.outcome == "corrected"
            elif span.layer == "entities":  # which have no attributes that could differ
                assert verdict.outcome == "accepted"
    return True


@settings(max_examples=150, deadline=None)
@given(st.lists(commands, max_size=14))
def test_any_sequence_keeps_the_state_whole_and_can_be_taken_back(sequence) -> None:
    start = state(*SUGGESTIONS, doc=DOC)
    new_id = ids()
    states, operations = [start], []
    for number, command in enumerate(sequence):
        decisions = plan(command, states[-1], SCHEME, new_id=new_id)
        if isinstance(decisions, Rejection):
            continue
        operations.append(Operation(f"o{number}", "r", "anna", number, command.do, "d1", "", decisions).sealed())
        states.append(apply(states[-1], decisions))
        assert is_whole(states[-1])
    assert replay(start, operations) == states[-1]
    for operation, before, after in zip(reversed(operations), states[-2::-1], states[:0:-1], strict=True):
        assert apply(after, [one.inverted() for one in reversed(operation.decisions)]) == before


@settings(max_examples=100, deadline=None)
@given(st.lists(commands, max_size=8))
def test_operations_survive_json_with_their_hash(sequence) -> None:
    current, new_id = state(*SUGGESTIONS, doc=DOC), ids()
    for command in sequence:
        decisions = plan(command, current, SCHEME, new_id=new_id)
        if isinstance(decisions, Rejection):
            continue
        operation = Operation("o1", "r", "anna", 1, command.do, "d1", "2026-01-01T00:00:00.000Z", decisions).sealed()
        read = operation_from_json(json.loads(json.dumps(operation_to_json(operation))), digest=operation.hash)
        assert read == operation
        assert read.digest() == operation.hash
        assert read._replace(actor="bram").digest() != operation.hash
        current = apply(current, decisions)
