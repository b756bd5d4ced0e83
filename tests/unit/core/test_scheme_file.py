"""Scheme files: what is read, and that every slip is refused with its line and field."""

from __future__ import annotations

import pytest

from annotator.core import scheme_file, toml_lines
from annotator.core.scheme import Colour
from annotator.core.scheme_file import load
from annotator.errors import KnownError

GOOD = """\
name = "rivers"
version = 3
language = "nl"
names = { nl = "Rivieren", en = "Rivers" }

[colours]
water = { light = "#286CA9", dark = "#aecef8" }

[[layers]]
name = "entities"
kind = "flat"

[[layers]]
name = "events"
kind = "overlapping"
is_event = true
names.nl = "Gebeurtenissen"

[[labels]]
layer = "entities"
name = "RIVER"
key = "r"
colour = "water"
guideline.nl = \"\"\"
Stromend water
met een naam.

Zonder lidwoord.
\"\"\"
examples = [
  "langs de [Maas]", # een
  "de [Schelde]",
]

[[labels]]
layer = "events"
name = "FLOOD"
key = "x"
[labels.colour]
light = "#82260c"
dark = "#d37a5e"

[[labels]]
layer = "events"
name = "DROUGHT"
colour = "water"

[[roles]]
layer = "events"
name = "WATER"
key = "w"
fillers = ["RIVER"]
types = ["FLOOD"]

[[attributes]]
layer = "events"
name = "certainty"
key = "f"
values = ["SURE", "UNSURE"]
default = "UNSURE"
value_names.UNSURE = { nl = "onzeker" }
"""


def refusal(source: str) -> KnownError:
    with pytest.raises(KnownError) as caught:
        load(source, name="my.toml")
    assert caught.value.code == "A301"
    assert "\n" not in str(caught.value)
    return caught.value


def swapped(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def test_an_attribute_may_have_the_key_of_an_event_type() -> None:
    """Types are chosen while an event is made, attributes afterwards; the keys of entities work at any time."""
    source = swapped('key = "f"', 'key = "q"').replace('key = "x"', 'key = "q"')
    scheme = load(source, name="my.toml")
    assert scheme.attributes[0].key == scheme.labels_of("events")[0].key == "q"


def test_a_good_file_is_read_whole() -> None:
    scheme = load(GOOD, name="my.toml")
    assert (scheme.name, scheme.version, scheme.language) == ("rivers", 3, "nl")
    assert scheme.names == {"nl": "Rivieren", "en": "Rivers"}
    assert [(one.name, one.kind, one.is_event) for one in scheme.layers] == [
        ("entities", "flat", False),
        ("events", "overlapping", True),
    ]
    river = scheme.label("entities", "RIVER")
    assert river is not None
    assert river.colour == Colour("#286ca9", "#aecef8")
    assert river.guideline == {"nl": "Stromend water met een naam.\n\nZonder lidwoord."}
    assert river.examples == ("langs de [Maas]", "de [Schelde]")
    flood, drought = scheme.labels_of("events")
    assert (flood.key, flood.colour.light) == ("x", "#82260c")  # event types have their own key space
    assert drought.key == ""
    assert [role.name for role in scheme.roles_of("events", "FLOOD")] == ["WATER"]
    assert scheme.roles_of("events", "DROUGHT") == ()
    assert scheme.defaults_of("events") == {"certainty": "UNSURE"}
    assert scheme.attributes[0].value_names == {"UNSURE": {"nl": "onzeker"}}
    assert load(scheme.source, name="again") == scheme


def test_a_scheme_may_say_what_its_articles_are_about() -> None:
    assert load(GOOD, name="f.toml").note == {}
    told = GOOD.replace("version = 3", 'version = 3\nnote = { en = "Floods that killed." }')
    assert load(told, name="f.toml").note == {"en": "Floods that killed."}


def test_items_and_headings_of_a_guideline_stay_on_lines_of_their_own() -> None:
    listed = GOOD.replace("Zonder lidwoord.", "# Niet\n- het\n  lidwoord\n* bijnamen\n1. eerste\nZomer 2. Geen item.")
    river = load(listed, name="f.toml").label("entities", "RIVER")
    assert river is not None
    assert river.guideline["nl"].split("\n\n")[1].split("\n") == [
        "# Niet", "- het lidwoord", "* bijnamen", "1. eerste Zomer 2. Geen item.",
    ]  # fmt: skip


def test_windows_line_ends_and_lines() -> None:
    assert load(GOOD.replace("\n", "\r\n"), name="my.toml").labels == load(GOOD, name="my.toml").labels
    broken = swapped('key = "r"', 'key = "R"').replace("\n", "\r\n")
    assert "line 22, labels[1].key:" in refusal(broken).what


# what is written in place of what, the line and field named, and a word of the reason
SLIPS = [
    ('name = "rivers"\n', "", 1, "name", "is missing"),
    ('name = "rivers"', 'name = "../rivers"', 1, "name", "cannot be used"),
    ("version = 3", "version = 0", 2, "version", "out of range"),
    ("version = 3", "version = 2000001", 2, "version", "out of range"),
    ("version = 3", "version = true", 2, "version", "true or false"),
    ("version = 3", "version = 3.0", 2, "version", "with a point"),
    ("version = 3", "version = 2020-01-01", 2, "version", "a date"),
    ("version = 3", "version = 0x" + "f" * 3000, 2, "version", "out of range"),
    ('language = "nl"', 'language = "Dutch"', 3, "language", "no language"),
    ('language = "nl"', 'lang = "nl"', 3, "lang", "no such field"),
    ('en = "Rivers"', '"??" = "Rivers"', 4, "names.??", "no language"),
    ('en = "Rivers"', 'en = ""', 4, "names.en", "0 characters"),
    ('en = "Rivers"', 'en = "a\\u0007"', 4, "names.en", "U+0007"),
    ('en = "Rivers"', "en = 1", 4, "names.en", "whole number"),
    ('light = "#286CA9"', 'light = "blue"', 7, "colours.water.light", "no colour"),
    ('light = "#286CA9", ', "", 7, "colours.water.light", "is missing"),
    ("[colours]\nwater = {", "[colours]\nwater = 1 #", 7, "colours.water", "whole number"),
    ('kind = "flat"', 'kind = "nested"', 11, "layers[1].kind", "no kind"),
    ('name = "events"\nkind', 'name = "Entities"\nkind', 14, "layers[2].name", "already"),
    ("is_event = true", 'is_event = "yes"', 16, "layers[2].is_event", "text in quotes"),
    ("is_event = true", "is_events = true", 16, "layers[2].is_events", "no such field"),
    ('name = "RIVER"', 'name = "RI VER"', 21, "labels[1].name", "white space"),
    ('name = "RIVER"', 'name = "RI\\u200bVER"', 21, "labels[1].name", "control character"),
    ('name = "RIVER"', 'name = ""', 21, "labels[1].name", "0 characters"),
    ('name = "RIVER"', f'name = "{"R" * 65}"', 21, "labels[1].name", "65 characters"),
    ('name = "RIVER"\n', "", 19, "labels[1].name", "is missing"),
    ('layer = "entities"', 'layer = "entity"', 20, "labels[1].layer", "no layer"),
    ('key = "r"', 'key = "f"', 22, "labels[1].key", "command's key"),
    ('key = "r"', 'key = "a"', 22, "labels[1].key", "command's key"),
    ('key = "r"', 'key = "rr"', 22, "labels[1].key", "no key"),
    ('key = "r"', 'key = "["', 22, "labels[1].key", "no key"),
    ('key = "r"', 'key = ""', 22, "labels[1].key", "no key"),
    ('key = "r"', "key = 1", 22, "labels[1].key", "whole number"),
    ('key = "r"\ncolour = "water"', 'key = "r"\ncolour = "waters"', 23, "labels[1].colour", "[colours]"),
    ('key = "r"\ncolour = "water"', 'key = "r"', 19, "labels[1].colour", "is missing"),
    ("guideline.nl", "guideline.nl.be", 24, "labels[1].guideline.nl", "a table"),
    ('"langs de [Maas]"', "3", 30, "labels[1].examples", "no text"),
    ('"langs de [Maas]"', '"de [Schelde]"', 30, "labels[1].examples", "twice"),
    ('light = "#82260c"', 'light = "#82260"', 40, "labels[2].colour.light", "no colour"),
    ('light = "#82260c"', 'lite = "#82260c"', 40, "labels[2].colour.lite", "no such field"),
    ('name = "DROUGHT"', 'name = "FLOOD"', 45, "labels[3].name", "already"),
    ('name = "DROUGHT"', 'name = "DROUGHT"\nkey = "x"', 46, "labels[3].key", "key of FLOOD"),
    ('fillers = ["RIVER"]', 'fillers = ["RIVERS"]', 52, "roles[1].fillers", "no label"),
    ('fillers = ["RIVER"]', 'fillers = ["FLOOD"]', 52, "roles[1].fillers", "no label of spans"),
    ('fillers = ["RIVER"]', "fillers = []", 52, "roles[1].fillers", "names no label"),
    ('fillers = ["RIVER"]', 'fillers = "RIVER"', 52, "roles[1].fillers", "text in quotes"),
    ('types = ["FLOOD"]', 'types = ["RIVER"]', 53, "roles[1].types", "no event type"),
    ('layer = "events"\nname = "WATER"', 'layer = "entities"\nname = "WATER"', 49, "roles[1].layer", "holds no events"),
    ('default = "UNSURE"', 'default = "MAYBE"', 60, "attributes[1].default", "no value"),
    ('values = ["SURE", "UNSURE"]', "values = []", 59, "attributes[1].values", "names no value"),
    ('values = ["SURE", "UNSURE"]', 'values = ["SURE", "UN SURE"]', 59, "attributes[1].values", "white space"),
    ('key = "f"', 'key = "e"', 58, "attributes[1].key", "command's key"),
    ('key = "f"', 'key = "r"', 58, "attributes[1].key", "key of a label"),
    ("value_names.UNSURE", "value_names.MAYBE", 61, "attributes[1].value_names.MAYBE", "no value"),
    ("[[attributes]]", "[[attribute]]", 55, "attribute", "did you mean attributes"),
    ("[[roles]]", "[roles]", 48, "roles", "a table"),
]


@pytest.mark.parametrize(("old", "new", "line", "field", "reason"), SLIPS)
def test_each_slip_is_named_with_line_and_field(old: str, new: str, line: int, field: str, reason: str) -> None:
    assert old in GOOD
    error = refusal(GOOD.replace(old, new, 1))
    assert error.what.startswith(f"my.toml, line {line}, {field}: "), error.what
    assert reason in str(error)


def test_a_layer_without_labels_is_named_by_its_header() -> None:
    source = GOOD + '\n[[layers]]\nname = "more"\nkind = "flat"\n'
    error = refusal(source)
    assert error.what.startswith(f"my.toml, line {GOOD.count(chr(10)) + 2}, layers[3]: ")


def test_one_name_in_two_unicode_spellings_is_one_name() -> None:
    extra = '\n[[labels]]\nlayer = "events"\nname = "CRU\u00c9"\ncolour = "water"\n'
    again = extra.replace("\u00c9", "E\u0301")
    assert "already in layer 'events'" in refusal(GOOD + extra + again).what
    load(GOOD + extra, name="my.toml")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('name = "a"\nversion = \n', "my.toml, line 2, column 11: "),
        ('name = "a"\nname = "b"\n', "my.toml, line 2, column 11: "),
        ('name = "a\nb"\n', "my.toml, line 1, column 10: "),
        ("# yes\n\n[[labels]\n", "my.toml, line 3, column 9: "),
        ('name = """ never closed\n\n', "my.toml, line 3: "),
        ("# 1\nversion = " + "9" * 5000, "my.toml, line 2: Exceeds the limit"),
        ("# 1\n" + "a . " * 20 + "a = 1", "my.toml, line 2: more than 8 names joined by dots"),
        ("x = { " + "'a'.\"b\"." * 10 + "a = 1 }", "my.toml, line 1: more than 8 names joined by dots"),
        ("a = [\n" * 5000, "my.toml, line 2, column 1: "),
        ("a = " + "[" * 50000, "my.toml, line 1: brackets are nested too deeply"),
        ("name = '\ud800'", "my.toml, line 1: a character that is no Unicode text"),
        ("name = '\x00'", "my.toml, line 1, column 9: "),
        ("", "my.toml, line 1, name: is missing"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(source: str, place: str) -> None:
    assert refusal(source).what.startswith(place)


def test_a_number_too_long_for_the_machine_is_refused() -> None:
    assert "out of range" in refusal('name = "a"\nversion = ' + "9" * 3900).what


def test_size_limits() -> None:
    comment = "#" + "x" * 999 + "\n"
    fitting = GOOD + comment * ((scheme_file.MOST_BYTES - len(GOOD)) // len(comment))
    load(fitting, name="my.toml")
    assert "bytes" in refusal(fitting + comment).what
    many = "".join(f'[[labels]]\nlayer = "events"\nname = "T{number}"\ncolour = "water"\n' for number in range(497))
    assert len(load(GOOD + many, name="my.toml").labels) == scheme_file.MOST_LABELS
    one_more = '[[labels]]\nlayer = "events"\nname = "LAST"\ncolour = "water"\n'
    assert "has 501 entries; the limit is 500" in refusal(GOOD + many + one_more).what


def test_text_of_the_user_cannot_break_the_message() -> None:
    error = refusal('"a\\nb\\u001b" = 1\n')
    assert "\x1b" not in str(error)
    assert "'a\\nb\\x1b'" in error.what


def test_lines_survive_what_looks_like_toml_inside_strings() -> None:
    source = (
        'one = """\n[[labels]]\nkey = "\\"""\n""""\n'  # ends with a quote of its own
        "two = '''\n[x]\n'''\n"
        "three = [ # ]\n  1, [2,\n 3], \"]\", '#',\n]\n"
        "[a.'b c']\nfour.\"five\" = { six = 1 } # seven = 7\n"
        "[[z]]\n[[z.y]]\nk = 1\n[[z.y]]\nk = 2\n[z.y.w]\nk = 3\n"
    )
    lines = toml_lines.lines_of(source)
    assert lines == {
        ("one",): 1,
        ("two",): 5,
        ("three",): 8,
        ("a", "b c"): 12,
        ("a", "b c", "four"): 13,
        ("a", "b c", "four", "five"): 13,
        ("z",): 14,
        ("z", 0): 14,
        ("z", 0, "y"): 15,
        ("z", 0, "y", 0): 15,
        ("z", 0, "y", 0, "k"): 16,
        ("z", 0, "y", 1): 17,
        ("z", 0, "y", 1, "k"): 18,
        ("z", 0, "y", 1, "w"): 19,
        ("z", 0, "y", 1, "w", "k"): 20,
    }
    assert toml_lines.line_of(lines, ("z", 0, "y", 1, "missing", "field")) == 17
    assert toml_lines.line_of(lines, ("missing",)) == 1
