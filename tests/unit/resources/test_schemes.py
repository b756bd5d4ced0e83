"""The built-in schemes: complete, true to their description in docs/schemes.md, and readable in every light."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from annotator.core import scheme_file
from annotator.core.colour import contrast_ratio
from annotator.errors import KnownError
from annotator.gui.theme import DARK, LIGHT
from annotator.services.schemes import builtin_names, load_builtin, palette
from tests.colour_vision import VISIONS, distance, simulate
from tests.conftest import ROOT

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme

LOOKS = {"light": LIGHT, "dark": DARK}

FAMILIES = {
    "people": {"PERSON", "NORP", "ORG"},
    "places": {"GPE", "LOC", "FAC"},
    "time": {"DATE", "TIME", "DURATION"},
    "numbers": {"CARDINAL", "QUANTITY"},
    "materiel": {"WEAPON", "VEHICLE"},
}
# In conll-nl organisations and other names have hues of their own.
CONLL_FAMILIES = {"persons": {"PER"}, "organisations": {"ORG"}, "places": {"LOC"}, "other": {"MISC"}}

# CIE76 distances between families: as everyone sees them, and as the colour-blind do. 2.3 is just noticeable.
TAGS_APART, TAGS_APART_SIMULATED = 20.0, 12.0
TINTS_APART, TINTS_APART_SIMULATED = 7.0, 4.5
TINTS_SEEN, TINTS_SEEN_SIMULATED = 9.0, 5.5  # from the paper they are on

NAMES = builtin_names()
THEMES = tuple(LOOKS)


def hues(scheme: Scheme, theme: str) -> dict[str, set[str]]:
    """Family -> the colours its labels have in that theme."""
    families = CONLL_FAMILIES if scheme.name == "conll-nl" else FAMILIES
    found: dict[str, set[str]] = {}
    for label in scheme.labels:
        layer = scheme.layer(label.layer)
        assert layer is not None
        owners = ["events"] if layer.is_event else [name for name, labels in families.items() if label.name in labels]
        assert len(owners) == 1, label.name
        found.setdefault(owners[0], set()).add(getattr(label.colour, theme))
    return found


@pytest.mark.parametrize("look", THEMES)
def test_the_colours_that_are_offered_can_be_read(look: str) -> None:
    theme = LOOKS[look]
    for name, colour in palette().items():
        own = getattr(colour, look)
        assert contrast_ratio(own, theme.paper) >= 4.5, name
        assert contrast_ratio(theme.ink, theme.ground(own)) >= 4.5, name
        assert contrast_ratio(theme.lettering(own), theme.ground(own)) >= 4.5, name


def test_both_schemes_are_there() -> None:
    assert NAMES == ("conflict-nl", "conll-nl")
    assert [load_builtin(name).name for name in NAMES] == list(NAMES)


def test_conflict_nl_has_the_labels_of_the_task() -> None:
    scheme = load_builtin("conflict-nl")
    assert [(layer.name, layer.kind, layer.is_event) for layer in scheme.layers] == [
        ("entities", "flat", False),
        ("events", "overlapping", True),
    ]
    entities = "PERSON NORP ORG GPE LOC FAC WEAPON VEHICLE DATE TIME DURATION CARDINAL QUANTITY"
    assert {label.name for label in scheme.labels_of("entities")} == set(entities.split())
    events = (
        "ATTACK AIRSTRIKE SIEGE CAPTURE ADVANCE RETREAT DISPLACEMENT KILLING INJURY SURRENDER AGREEMENT AID DETENTION "
        "DESTRUCTION BOMBING ABDUCTION PROTEST OTHER"
    )
    assert {label.name for label in scheme.labels_of("events")} == set(events.split())
    roles = {role.name: set(role.fillers) for role in scheme.roles}
    assert set(roles) == {"AGENT", "TARGET", "PLACE", "TIME", "INSTRUMENT", "COUNT", "SOURCE"}
    assert roles["PLACE"] == {"GPE", "LOC", "FAC"}
    assert roles["TIME"] == {"DATE", "TIME", "DURATION"}
    assert {"PERSON", "NORP", "ORG"} <= roles["AGENT"] & roles["TARGET"] & roles["SOURCE"]
    assert scheme.defaults_of("events") == {"factuality": "ASSERTED"}
    assert scheme.attributes[0].values == ("ASSERTED", "REPORTED", "POSSIBLE", "NEGATED")


def test_conll_nl_is_flat_and_has_no_events() -> None:
    scheme = load_builtin("conll-nl")
    assert [(layer.kind, layer.is_event) for layer in scheme.layers] == [("flat", False)]
    assert [label.name for label in scheme.labels] == ["PER", "ORG", "LOC", "MISC"]
    assert scheme.roles == ()
    assert scheme.attributes == ()


@pytest.mark.parametrize("name", NAMES)
def test_everything_has_a_key_both_names_and_both_guidelines(name: str) -> None:
    scheme = load_builtin(name)
    for thing in (*scheme.labels, *scheme.roles, *scheme.attributes):
        assert thing.key, thing.name
        assert set(thing.names) == {"nl", "en"}, thing.name
        assert set(thing.guideline) == {"nl", "en"}, thing.name
    for layer in scheme.layers:
        assert set(layer.names) == {"nl", "en"}
    for attribute in scheme.attributes:
        assert set(attribute.value_names) == set(attribute.values)
    for label in scheme.labels:
        assert len(label.examples) >= 2, label.name
        for text in label.guideline.values():
            assert 1 <= len(re.findall(r"[.?!](?:\s|$)", text)) <= 4, (label.name, text)


@pytest.mark.parametrize("name", NAMES)
def test_examples_mark_what_is_labelled(name: str) -> None:
    scheme = load_builtin(name)
    for label in scheme.labels:
        layer = scheme.layer(label.layer)
        assert layer is not None
        for example in label.examples:
            marked = re.findall(r"\[([^\[\]]+)\]", example)
            assert marked, example
            assert example.count("[") == example.count("]") == len(marked), example
            assert layer.is_event or len(marked) == 1, example
            assert all(part == part.strip() for part in marked), example


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_text_is_readable_on_every_tint_and_every_tag_on_the_ground(name: str, theme: str) -> None:
    look = LOOKS[theme]
    for label in load_builtin(name).labels:
        colour = getattr(label.colour, theme)
        assert contrast_ratio(colour, look.paper) >= 4.5, label.name
        assert contrast_ratio(look.ink, look.ground(colour)) >= 4.5, label.name


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_families_stay_apart_for_colour_blind_readers(name: str, theme: str) -> None:
    tint = LOOKS[theme].ground
    for (one, ours), (other, theirs) in combinations(hues(load_builtin(name), theme).items(), 2):
        for a in ours:
            for b in theirs:
                where = (one, a, other, b)
                assert distance(a, b) >= TAGS_APART, where
                assert distance(tint(a), tint(b)) >= TINTS_APART, where
                for vision in VISIONS:
                    seen = distance(simulate(a, vision), simulate(b, vision))
                    assert seen >= TAGS_APART_SIMULATED, (*where, vision)
                    seen = distance(simulate(tint(a), vision), simulate(tint(b), vision))
                    assert seen >= TINTS_APART_SIMULATED, (*where, vision, "tints")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_tint_is_seen_on_the_paper(name: str, theme: str) -> None:
    look = LOOKS[theme]
    for family, colours in hues(load_builtin(name), theme).items():
        for tint in map(look.ground, colours):
            assert distance(tint, look.paper) >= TINTS_SEEN, family
            for vision in VISIONS:
                seen = distance(simulate(tint, vision), simulate(look.paper, vision))
                assert seen >= TINTS_SEEN_SIMULATED, (family, vision)


def described(name: str) -> list[list[str]]:
    """Rows of the tables in the scheme's section of docs/schemes.md, heads and rules left out."""
    text = (ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `{name}` \(version (\d+)\)$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section, f"docs/schemes.md has no section for {name}"
    assert int(section[1]) == load_builtin(name).version
    rows = [line.strip("|").split("|") for line in section[2].splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if row[0] not in ("label", "type", "role", "attribute")]


@pytest.mark.parametrize("name", NAMES)
def test_the_tables_in_the_docs_are_those_of_the_files(name: str) -> None:
    scheme = load_builtin(name)
    labels = [[one.name, one.key, one.names["nl"], one.names["en"]] for one in scheme.labels]
    roles = [[one.name, one.key, one.names["nl"], one.names["en"], " ".join(one.fillers)] for one in scheme.roles]
    steps = [[one.name, one.key, one.names["nl"], one.names["en"], " ".join(one.values)] for one in scheme.attributes]
    assert described(name) == labels + roles + steps


def test_the_example_in_the_docs_loads_and_its_error_is_what_is_said() -> None:
    text = (ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert example
    scheme = scheme_file.load(example[1], name="rivers.toml")
    assert [label.name for label in scheme.labels] == ["RIVER", "FLOOD"]
    with pytest.raises(KnownError) as caught:
        scheme_file.load(example[1].replace('key = "v"', 'key = "x"'), name="my-scheme.toml")
    assert f"    error {caught.value}\n" in text


def test_every_field_of_the_layout_is_in_the_docs() -> None:
    text = (ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    source = (ROOT / "annotator" / "core" / "scheme_file.py").read_text(encoding="utf-8")
    fields = {
        name for call in re.findall(r"check_keys\((.*?)\)", source, re.DOTALL) for name in re.findall(r'"(\w+)"', call)
    }
    assert len(fields) > 15
    assert not [name for name in fields if not re.search(rf"`{name}`|\[{name}\]", text)]


def test_the_limits_in_the_docs_are_those_of_the_reader() -> None:
    text = (ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    assert f"at most {scheme_file.MOST_BYTES:,} bytes" in text
    for number in (
        scheme_file.MOST_LABELS,
        scheme_file.MOST_LAYERS,
        scheme_file.MOST_ROLES,
        scheme_file.MOST_ATTRIBUTES,
    ):
        assert f"at most {number}\n" in text


def test_the_gold_of_the_sample_articles_fits_the_scheme() -> None:
    seeds = sorted((ROOT / "seeds" / "gold").glob("*.jsonl"))
    assert seeds
    scheme = load_builtin("conflict-nl")
    for path in seeds:
        record = json.loads(path.read_text(encoding="utf-8"))
        labels = {span["id"]: span["label"] for span in record["spans"]}
        assert all(scheme.label("entities", label) for label in labels.values()), path.name
        for event in record["events"]:
            roles = {role.name: role for role in scheme.roles_of("events", event["type"])}
            assert scheme.label("events", event["type"]), (path.name, event["type"])
            assert event["attributes"]["factuality"] in scheme.attributes[0].values
            for argument in event["arguments"]:
                assert labels[argument["span"]] in roles[argument["role"]].fillers, (path.name, event["id"], argument)
