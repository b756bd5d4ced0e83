"""What tells two schemes apart, and what may not go because something hangs on it."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.scheme import Colour, Layer, Role
from annotator.core.scheme_changes import Change, Field, Part, Use, compare, gone, obstacles, parts_of, uses
from annotator.core.span import Argument, Event, Span
from tests.samples import SCHEME, label


def labels(*names: str, **more):
    """The small scheme with only these labels, or further ones."""
    known = {one.name: one for one in SCHEME.labels}
    return replace(SCHEME, labels=tuple(known.get(name) or label("entities", name, "") for name in names), **more)


def without(name: str):
    return replace(
        SCHEME,
        labels=tuple(one for one in SCHEME.labels if one.name != name),
        roles=tuple(one._replace(fillers=tuple(f for f in one.fillers if f != name)) for one in SCHEME.roles),
    )


def test_the_same_scheme_under_another_version_changes_nothing() -> None:
    assert compare(SCHEME, replace(SCHEME, version=7, source="x")) == ()
    assert gone(SCHEME, replace(SCHEME, version=7)) == frozenset()


def test_what_is_added_and_removed_is_told_by_what_it_is() -> None:
    wanted = replace(
        SCHEME,
        labels=(*SCHEME.labels[:2], *SCHEME.labels[3:], label("entities", "RIVER", "r"), label("events", "FLOOD", "")),
        roles=(*SCHEME.roles, Role("events", "WATER", "", ("RIVER",), (), {}, {})),
    )
    assert compare(SCHEME, wanted) == (
        Change("removed", "label", "entities", "DATE"),
        Change("added", "label", "entities", "RIVER"),
        Change("added", "type", "events", "FLOOD"),
        Change("added", "role", "events", "WATER"),
    )
    assert gone(SCHEME, wanted) == {Part("label", "entities", "DATE")}


def test_what_only_looks_other_is_told_apart() -> None:
    first = SCHEME.labels[0]._replace(key="q", colour=Colour("#000000", "#ffffff"), names={"nl": "Groep"})
    values = SCHEME.attributes[0]._replace(values=("ASSERTED", "REPORTED", "NEGATED", "ASKED"))
    wanted = replace(SCHEME, labels=(first, *SCHEME.labels[1:]), attributes=(values,), note={"nl": "let op"})
    of_scheme, of_label, of_attribute = compare(SCHEME, wanted)
    assert of_scheme == Change("changed", "scheme", "", "small", (Field("note", "", "nl: let op"),))
    assert [one.name for one in of_label.fields] == ["key", "colour", "names"]
    assert (of_scheme.is_looks, of_label.is_looks, of_attribute.is_looks) == (True, True, False)
    assert gone(SCHEME, wanted) == frozenset()


def test_another_order_is_a_change_of_looks() -> None:
    (one,) = compare(SCHEME, replace(SCHEME, labels=(SCHEME.labels[1], SCHEME.labels[0], *SCHEME.labels[2:])))
    assert one.fields == (Field("order", "ORG GPE DATE", "GPE ORG DATE"),)
    assert one.is_looks


def test_a_layer_of_another_kind_is_another_layer() -> None:
    wanted = replace(SCHEME, layers=(Layer("entities", "overlapping", False, {}), SCHEME.layers[1]))
    assert gone(SCHEME, wanted) == {Part("layer", "entities")}


def test_an_obstacle_is_named_once_by_its_largest_part() -> None:
    used = {part: Use(2, 1, ("anna",)) for part in parts_of(SCHEME)}
    assert [one.part for one in obstacles(SCHEME, without("GPE"), used)] == [Part("label", "entities", "GPE")]
    no_target = replace(SCHEME, roles=SCHEME.roles[:2])
    assert [one.part for one in obstacles(SCHEME, no_target, used)] == [Part("role", "events", "TARGET")]
    fewer = replace(SCHEME, attributes=(SCHEME.attributes[0]._replace(values=("ASSERTED", "REPORTED")),))
    assert [one.part for one in obstacles(SCHEME, fewer, used)] == [Part("value", "events", "factuality", "NEGATED")]
    narrower = replace(SCHEME, roles=(SCHEME.roles[0]._replace(fillers=("ORG",), types=("ATTACK",)), *SCHEME.roles[1:]))
    assert [one.part for one in obstacles(SCHEME, narrower, used)] == [
        Part("filler", "events", "AGENT", "GPE"), Part("type", "events", "AGENT", "ADVANCE"),
    ]  # fmt: skip


def test_what_nothing_hangs_on_may_go() -> None:
    assert obstacles(SCHEME, without("GPE"), {}) == ()
    assert obstacles(SCHEME, without("GPE"), {Part("label", "entities", "GPE"): Use()}) == ()
    used = {Part("label", "entities", "GPE"): Use(suggestions=3, suggested_documents=1)}
    assert [one.use.suggestions for one in obstacles(SCHEME, without("GPE"), used)] == [3]


def test_what_looks_renamed_is_told() -> None:
    used = {Part("label", "entities", "DATE"): Use(1, 1)}
    (one,) = obstacles(SCHEME, labels("ORG", "GPE", "DAG", "ATTACK", "ADVANCE"), used)
    assert one.renamed == ""
    called = label("entities", "DAG", "d")
    (one,) = obstacles(SCHEME, replace(without("DATE"), labels=(*without("DATE").labels, called)), used)
    assert one.renamed == "DAG"


def test_what_a_span_uses() -> None:
    assert set(uses(Span("s1", "entities", "GPE", ((0, 2),)), {})) == {
        Part("layer", "entities"), Part("label", "entities", "GPE")
    }  # fmt: skip
    pairs = (Argument("AGENT", "s1"), Argument("PLACE", ""))
    event = Event("e1", "events", "ATTACK", ((3, 7),), {"factuality": "REPORTED"}, arguments=pairs)
    found = set(uses(event, {"s1": "GPE"}))
    assert found <= parts_of(SCHEME)
    assert {one for one in found if one.kind in ("filler", "value", "type")} == {
        Part("filler", "events", "AGENT", "GPE"), Part("value", "events", "factuality", "REPORTED"),
        Part("type", "events", "AGENT", "ATTACK"), Part("type", "events", "PLACE", "ATTACK"),
    }  # fmt: skip
