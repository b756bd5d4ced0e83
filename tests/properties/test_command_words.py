"""Whatever words and numbers a command has, what is decided on it is sound, and can be handed in."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import Rejection
from annotator.core.command import (
    COMMANDS,
    MAX_FRAGMENTS,
    MAX_TEXT,
    AcceptAbove,
    AddComment,
    AddFragment,
    ApplyToAll,
    Redo,
    RelabelAll,
    RevertTo,
    SetStatus,
    Undo,
    parse,
)
from annotator.core.decision import STATUSES, Operation
from annotator.core.plan import plan
from annotator.core.span import Argument, Event
from annotator.core.state import apply
from annotator.errors import KnownError
from annotator.formats.json_fields import Fields
from annotator.formats.operation_json import operation_line, read_operation
from tests.properties.test_decisions import is_whole
from tests.samples import SCHEME, TEXT, at, document, ids, state, suggestion

DOC = document()
GPE = suggestion(DOC, "entities", "GPE", at(TEXT, "Deir al-Zor"), score=0.9)
ATTACK = suggestion(DOC, "events", "ATTACK", at(TEXT, "viel"), score=0.8, arguments=(Argument("PLACE", GPE.id),))
UNPLANNED = (Undo, Redo, RevertTo)  # they invert what is in the log

# Words of every field, right and wrong ones: a command may be given any of them for any of its fields.
WORDS = (
    "d1", GPE.id, ATTACK.id, "n1", "n2", "entities", "events", "ORG", "GPE", "DATE", "ATTACK", "ADVANCE", "AGENT",
    "PLACE", "TARGET", "factuality", "ASSERTED", "MAYBE", *STATUSES, "klaar", "Done", "document", "undone", "all", "",
    " ", "\x00", "é" * 65, "id with spaces", "x" * (MAX_TEXT + 1),
)  # fmt: skip
words = st.sampled_from(WORDS)
edges = st.sampled_from([-1, 0, 2, 3, 7, 16, 27, len(TEXT), len(TEXT) + 1])
pair = st.tuples(edges, edges) | st.sampled_from([at(TEXT, "viel"), at(TEXT, "aan"), at(TEXT, "Belga")])
pairs = st.lists(pair, min_size=0, max_size=3).map(tuple)
VALUES = {
    "fragment": pair,
    "fragments": pairs,
    "attributes": st.dictionaries(words, words, max_size=2),
    "arguments": st.lists(st.tuples(words, st.none() | words), max_size=2).map(tuple),
    "places": st.none() | st.dictionaries(words, pairs, max_size=2),
    "layers": st.none() | st.lists(words, max_size=2).map(tuple),
    "threshold": st.sampled_from([-1.0, 0.0, 0.5, 1.0, 7.0, math.nan, math.inf]),
}


def of(kind):
    """Commands of a kind with any words in their fields; `document` is right, as services see to that."""
    given_fields = {
        field.name: VALUES.get(field.name, st.none() | words if "None" in str(field.type) else words)
        for field in fields(kind)
        if field.name != "document"
    }
    if kind.__name__ == "LabelPlaces":
        given_fields["places"] = st.dictionaries(words, pairs, max_size=2)
    return st.builds(kind, document=st.just("d1"), **given_fields)


planned = st.one_of(*(of(kind) for kind in COMMANDS.values() if kind not in UNPLANNED))


@settings(max_examples=400, deadline=None)
@given(st.lists(planned, max_size=10))
def test_what_is_decided_is_sound_and_can_be_handed_in(commands) -> None:
    current, new_id = state(GPE, ATTACK, doc=DOC), ids()
    for command in commands:
        decisions = plan(command, current, SCHEME, new_id=new_id)
        if isinstance(decisions, Rejection):
            continue
        current = apply(current, decisions)
        assert is_whole(current)
        assert current.status in STATUSES
        for span in current.spans.values():
            known = {one.name: one.values for one in SCHEME.attributes_of(span.layer)}
            assert all(value in known.get(name, ()) for name, value in span.attributes.items())
        made = Operation("o1", "r", "anna", 1, command.do, "d1", "2026-01-01T00:00:00.000Z", decisions).sealed()
        line = json.loads(json.dumps(operation_line(made)))
        assert read_operation(Fields(line, where="a.jsonl:1")) == made


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_line_with_any_values_is_a_command_or_is_refused(data) -> None:
    kind = data.draw(st.sampled_from(list(COMMANDS.values())))
    names = [field.name for field in fields(kind)]
    line = {"do": kind.do, **{name: data.draw(anything) for name in data.draw(st.sets(st.sampled_from(names)))}}
    try:
        command = parse(line)
    except KnownError as error:
        assert error.code == "A401"  # noqa: PT017  (a line may be right)
        return
    if kind in UNPLANNED:
        return
    decisions = plan(command, state(GPE, ATTACK, doc=DOC), SCHEME, new_id=ids())
    assert isinstance(decisions, Rejection) or is_whole(apply(state(GPE, ATTACK, doc=DOC), decisions))


@pytest.mark.parametrize(
    "command",
    [
        SetStatus(document="d1", status="klaar"),
        SetStatus(document="d1", status="Done"),
        ApplyToAll(document="d1", span=GPE.id, scope="all"),
        RelabelAll(document="d1", span=GPE.id, label="ORG", scope="all"),
        AcceptAbove(document="d1", threshold=math.nan),
        AcceptAbove(document="d1", threshold=-0.5),
        AddComment(document="d1", text="x" * (MAX_TEXT + 1)),
    ],
)
def test_words_and_numbers_that_are_none_are_refused(command) -> None:
    answer = plan(command, state(GPE, ATTACK, doc=DOC), SCHEME, new_id=ids())
    assert isinstance(answer, Rejection)
    assert answer.code == "A401"


@pytest.mark.parametrize("text", ["a\x00", "\x07", "\x1b[1m", "\ud800"])
def test_a_remark_has_no_character_that_no_file_may_hold(text) -> None:
    answer = plan(AddComment(document="d1", text=text), state(doc=DOC), SCHEME, new_id=ids())
    assert isinstance(answer, Rejection)
    assert answer.code == "A206"
    assert not isinstance(plan(AddComment(document="d1", text="a\tb\n"), state(), SCHEME, new_id=ids()), Rejection)


def test_an_event_has_no_more_fragments_than_can_be_handed_in() -> None:
    text = "a " * (MAX_FRAGMENTS + 1)
    places = tuple((2 * number, 2 * number + 1) for number in range(MAX_FRAGMENTS))
    there = replace(state(doc=document(text)), spans={"e1": Event("e1", "events", "ATTACK", places)})
    more = AddFragment(document="d1", event="e1", fragment=(2 * MAX_FRAGMENTS, 2 * MAX_FRAGMENTS + 1))
    answer = plan(more, there, SCHEME, new_id=ids())
    assert isinstance(answer, Rejection)
    assert answer.code == "A404"
