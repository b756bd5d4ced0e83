"""Layers of other programs, names that have to be letters, and offsets in UTF-16."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import Argument, Event, Span
from annotator.core.utf16 import Utf16
from annotator.formats import mapped_layers
from annotator.formats.records import ANY_LAYER


def test_a_layer_is_found_by_the_last_part_of_a_name():
    options = {"layers": ("entities", "mijn-laag"), "event_layers": ()}
    assert mapped_layers.layer_of("webanno.custom.Entities", options) == "entities"
    assert mapped_layers.layer_of("webanno.custom." + mapped_layers.escaped("mijn-laag"), options) == "mijn-laag"
    assert mapped_layers.layer_of("de.example.NamedEntity", options) == ANY_LAYER


def test_a_layer_with_dots_in_its_name_is_found_by_the_whole_of_it():
    options = {"layers": ("y_z", "Nested-x.y_z"), "event_layers": ()}
    assert mapped_layers.layer_of("nested-X.y_z", options) == "Nested-x.y_z"
    assert mapped_layers.layer_of("webanno.custom.y_z", options) == "y_z"


def test_spans_of_event_layers_are_events():
    roles = [Argument("PLACE", "s1"), Argument("PLACE", "s1")]
    found = mapped_layers.span("e1", "events", "ATTACK", ((0, 1),), {}, arguments=roles)
    assert isinstance(found, Event)
    assert found.arguments == (Argument("PLACE", "s1"),)
    assert type(mapped_layers.span("s1", "entities", "PER", ((0, 1),), {})) is Span


def test_labels_are_in_a_feature_of_a_known_name_else_the_first():
    assert mapped_layers.label_feature(["identifier", "Value"]) == "Value"
    assert mapped_layers.label_feature(["kleur", "maat"]) == "kleur"
    assert mapped_layers.label_feature([]) is None


@given(st.text(min_size=1, max_size=20))
def test_names_can_be_turned_back(name):
    made = mapped_layers.escaped(name)
    assert made.isascii()
    assert made.isalnum()
    assert not made[0].isdigit()
    assert mapped_layers.unescaped(made) == name
    assert mapped_layers.unescaped(mapped_layers.escaped(name, keep="_")) == name


@given(st.text(alphabet="aé\u2028👩🏽\U0001f1e7\u200d", max_size=30))
def test_utf16_offsets_are_those_of_the_codec(text):
    offsets = Utf16(text)
    units = [len(text[:point].encode("utf-16-le")) // 2 for point in range(len(text) + 1)]
    assert [offsets.to_utf16(point) for point in range(len(text) + 1)] == units
    back = {unit: point for point, unit in enumerate(units)}
    for unit in range(-1, units[-1] + 2):
        assert offsets.point(unit) == back.get(unit)
