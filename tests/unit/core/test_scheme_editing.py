"""What a thing of a scheme may be given, and that a scheme stays one that can be read whatever is done to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.scheme_editing import (
    Problem,
    key_problem,
    name_problem,
    names_beside,
    replaced,
    text_problem,
    with_attribute,
    with_label,
    with_role,
    with_text,
    without,
)
from annotator.core.scheme_file import load
from annotator.core.scheme_writing import to_toml
from tests.samples import COLOUR, SCHEME, label


def read_again(scheme):
    return replace(load(to_toml(scheme), name="s.toml"), source="")


def test_keys_have_spaces_of_their_own() -> None:
    org, attack = SCHEME.label("entities", "ORG"), SCHEME.label("events", "ATTACK")
    agent, factuality = SCHEME.roles[0], SCHEME.attributes[0]
    assert key_problem(SCHEME, org, "g") == Problem("taken", "GPE")
    assert key_problem(SCHEME, org, "o") is None
    assert key_problem(SCHEME, org, "v") is None  # an event type's
    assert key_problem(SCHEME, attack, "v") == Problem("taken", "ADVANCE")
    assert key_problem(SCHEME, attack, "x") is None
    assert key_problem(SCHEME, agent, "p") == Problem("taken", "PLACE")
    assert key_problem(SCHEME, factuality, "o") == Problem("taken", "ORG")
    assert key_problem(SCHEME, factuality, "f") is None
    assert key_problem(SCHEME, org, "f") == Problem("command", "f")
    assert key_problem(SCHEME, factuality, "k") == Problem("command", "k")
    assert key_problem(SCHEME, org, "é") == Problem("no_key")
    assert key_problem(SCHEME, org, "") is None


@pytest.mark.parametrize(
    ("name", "kind"), [("", "empty"), ("x" * 65, "long"), ("a b", "space"), ("a\tb", "space"), ("GPE", "taken")]
)
def test_what_is_no_name(name, kind) -> None:
    org = SCHEME.label("entities", "ORG")
    assert name_problem(names_beside(SCHEME, org), name).kind == kind
    assert name_problem(names_beside(SCHEME, org), "ORG") is None
    assert name_problem(["e\u0301"], "\u00e9").kind == "taken"


def test_what_cannot_be_shown() -> None:
    assert text_problem("x" * 200) is None
    assert text_problem("x" * 201).kind == "long"
    assert text_problem("a\nb").kind == "text"
    assert with_text({"nl": "a", "en": "b"}, "en", " ") == {"nl": "a"}


def test_what_is_added_can_be_read_at_once() -> None:
    scheme, made = with_label(SCHEME, "entities", COLOUR)
    scheme, again = with_label(scheme, "entities", COLOUR)
    scheme, role = with_role(scheme, "events")
    scheme, attribute = with_attribute(scheme, "entities")
    assert (made.name, again.name, role.name, attribute.name) == ("NEW", "NEW_2", "NEW", "NEW")
    assert [one.name for one in scheme.labels_of("entities")][-2:] == ["NEW", "NEW_2"]
    assert "NEW" in role.fillers
    assert read_again(scheme).label_names() == scheme.label_names()


def test_roles_follow_a_label_that_is_new_and_called_otherwise() -> None:
    scheme, made = with_label(SCHEME, "entities", COLOUR)
    scheme, role = with_role(scheme, "events")
    after = replaced(scheme, made, made._replace(name="RIVER"))
    assert next(one for one in after.roles if one.name == role.name).fillers[-1] == "RIVER"
    types, typed = with_label(after, "events", COLOUR)
    target = types.roles[2]
    types = replaced(types, target, target._replace(types=("ATTACK", typed.name)))
    assert replaced(types, typed, typed._replace(name="FLOOD")).roles[2].types == ("ATTACK", "FLOOD")


def test_what_is_taken_out_leaves_a_scheme_that_can_be_read() -> None:
    after = without(SCHEME, SCHEME.label("entities", "ORG"))
    assert [one.fillers for one in after.roles] == [("GPE",), ("GPE",), ("GPE",)]
    assert read_again(after).label_names() == after.label_names()
    assert without(SCHEME, SCHEME.roles[0]).roles == SCHEME.roles[1:]
    assert without(SCHEME, SCHEME.attributes[0]).attributes == ()


def test_what_would_leave_something_empty_is_refused() -> None:
    assert without(SCHEME, SCHEME.label("entities", "GPE")) == Problem("only_filler", "PLACE")
    assert without(SCHEME, SCHEME.label("events", "ATTACK")) == Problem("only_type", "TARGET")
    alone = replace(SCHEME, labels=SCHEME.labels[1:2] + SCHEME.labels[3:])
    assert without(alone, alone.labels[0]) == Problem("last", "entities")


def test_a_filler_of_two_layers_stays_with_the_other() -> None:
    layers = (*SCHEME.layers, SCHEME.layers[0]._replace(name="names"))
    twice = replace(SCHEME, layers=layers, labels=(*SCHEME.labels, label("names", "GPE", "")))
    assert without(twice, twice.label("entities", "GPE")).roles == SCHEME.roles
