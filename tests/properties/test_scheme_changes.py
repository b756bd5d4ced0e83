"""Whatever is taken out of a scheme: either nothing used it, or it is told; and what is left can be read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.scheme import Scheme
from annotator.core.scheme_changes import Part, Use, compare, gone, obstacles, parts_of, uses
from annotator.core.scheme_editing import Problem, without
from annotator.core.scheme_file import load
from annotator.core.scheme_writing import to_toml
from annotator.core.span import Argument, Event, Span
from annotator.services.schemes import load_builtin

SCHEME = load_builtin("conflict-nl")
THINGS = (*SCHEME.labels, *SCHEME.roles, *SCHEME.attributes)
ENTITIES = [one.name for one in SCHEME.labels_of("entities")]


@st.composite
def spans(draw) -> list[Span]:
    """Entities, and events whose roles they fill as the scheme allows."""
    entities = [
        Span(f"s{number}", "entities", label, ((number, number + 1),))
        for number, label in enumerate(draw(st.lists(st.sampled_from(ENTITIES), max_size=4)))
    ]
    events: list[Span] = []
    for number, label in enumerate(draw(st.lists(st.sampled_from(SCHEME.labels_of("events")), max_size=3))):
        pairs = [
            Argument(role.name, one.id)
            for role in SCHEME.roles_of("events", label.name)
            for one in entities
            if one.label in role.fillers and draw(st.booleans())
        ]
        value = draw(st.sampled_from(SCHEME.attributes[0].values))
        events.append(
            Event(f"e{number}", "events", label.name, ((9, 10),), {"factuality": value}, arguments=tuple(pairs))
        )
    return [*entities, *events]


def used_by(there: list[Span]) -> dict[Part, Use]:
    label_of = {one.id: one.label for one in there}
    return dict.fromkeys((part for one in there for part in uses(one, label_of)), Use(1, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, len(THINGS) - 1), max_size=6, unique=True), spans())
def test_what_is_allowed_leaves_every_span_with_all_it_uses(removed, there) -> None:
    wanted = SCHEME
    for number in removed:
        after = without(wanted, THINGS[number])
        if isinstance(after, Scheme):
            wanted = after
        else:
            assert isinstance(after, Problem)
    assert load(to_toml(wanted), name="s.toml").label_names() == wanted.label_names()
    assert bool(compare(SCHEME, wanted)) == bool(gone(SCHEME, wanted))
    used = used_by(there)
    found = obstacles(SCHEME, wanted, used)
    is_whole = set(used) <= parts_of(wanted)
    assert is_whole == (not found)
    assert {one.part for one in found} <= gone(SCHEME, wanted) & set(used)
