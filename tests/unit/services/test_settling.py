"""Labels, roles and attributes from outside: found by label, mapped, left out and counted, or refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import Argument, Event, Span
from annotator.errors import KnownError
from annotator.formats.records import ImportedDocument, Relation
from annotator.services.settling import LabelMap, Settler, load_map
from tests.samples import SCHEME, TEXT, at

ORG = Span("s1", "", "ORG", (at(TEXT, "IS"),))
TRIGGER = Span("e1", "", "ATTACK", (at(TEXT, "viel"),))
MISC = Span("s2", "", "MISC", (at(TEXT, "Belga"),))


def record(*spans, **others):
    return ImportedDocument(text=TEXT, where="f.jsonl:3", spans=spans, **others)


def test_spans_without_a_layer_go_where_their_label_is() -> None:
    first, second = Settler(SCHEME).settle(record(ORG, TRIGGER)).spans
    assert (first.layer, type(first)) == ("entities", Span)
    assert (second.layer, type(second)) == ("events", Event)


def test_relations_become_roles_whichever_way_the_arrow_points() -> None:
    for head, child in (("e1", "s1"), ("s1", "e1")):
        settled = Settler(SCHEME).settle(record(ORG, TRIGGER, relations=(Relation("AGENT", head, child),)))
        assert settled.spans[1].arguments == (Argument("AGENT", "s1"),)
        assert settled.relations == ()


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        (record(MISC), "label MISC"),
        (record(replace(ORG, layer="animals")), "ORG of layer animals"),
        (record(replace(ORG, attributes={"certainty": "low"})), "attribute certainty=low"),
        (record(ORG, TRIGGER, relations=(Relation("OWNER", "e1", "s1"),)), "role OWNER of ATTACK"),
        (record(ORG, replace(ORG, id="s9"), relations=(Relation("x", "s1", "s9"),)), "two spans that are no events"),
        (record(TRIGGER, replace(TRIGGER, id="e2"), relations=(Relation("x", "e1", "e2"),)), "between two events"),
        (record(rejected=(Verdict("rejected", "", "MISC", ((0, 2),), 0.1, "x"),)), "rejected label MISC"),
    ],
)
def test_what_has_no_place_is_refused_or_left_out_and_counted(bad, what) -> None:
    with pytest.raises(KnownError, match=r"f\.jsonl:3") as caught:
        Settler(SCHEME).settle(bad)
    assert caught.value.code == "A205"
    assert what in caught.value.what
    assert "--label-map" in caught.value.todo
    settler = Settler(SCHEME, unknown="skip")
    settler.settle(bad)
    assert any(what in name for name in settler.left_out)


def test_what_hangs_on_a_span_left_out_goes_with_it() -> None:
    settler = Settler(SCHEME, unknown="skip")
    settled = settler.settle(
        record(MISC, TRIGGER, relations=(Relation("AGENT", "e1", "s2"),), comments=(Comment("?", "s2"),))
    )
    assert [span.id for span in settled.spans] == ["e1"]
    assert settled.comments == (Comment("?", None),)
    assert settler.left_out == {"label MISC": 1, "relation AGENT with a span that was left out": 1}


def test_a_map_renames_moves_and_leaves_out(tmp_path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(
        'MISC = ""\n"entities/CITY" = "GPE"\nTake = "events/ATTACK"\n[roles]\nTheme = "TARGET"\nSite = ""\n'
        '[attributes]\nNegation = "factuality=NEGATED"\n"Certainty=low" = "factuality=REPORTED"\nCertainty = ""\n',
        "utf-8",
    )
    settler = Settler(SCHEME, load_map(path))
    settled = settler.settle(
        record(
            MISC,
            ORG,
            replace(MISC, id="s3", layer="entities", label="CITY"),
            replace(TRIGGER, label="Take", attributes={"Negation": "true"}),
            replace(TRIGGER, id="e2", attributes={"Certainty": "high"}),
            relations=(Relation("Theme", "e1", "s1"), Relation("Site", "e1", "s3")),
        )
    )
    assert [(span.id, span.layer, span.label) for span in settled.spans] == [
        ("s1", "entities", "ORG"),
        ("s3", "entities", "GPE"),
        ("e1", "events", "ATTACK"),
        ("e2", "events", "ATTACK"),
    ]
    first, second = settled.spans[2:]
    assert first.arguments == (Argument("TARGET", "s1"),)
    assert (first.attributes, second.attributes) == ({"factuality": "NEGATED"}, {})
    assert settler.left_out == {"label MISC": 1, "role Site": 1, "attribute Certainty": 1}


@pytest.mark.parametrize(
    "source",
    ["MISC = 1\n", "a b\n", "[colours]\nx = 'y'\n", "[attributes]\nx = 'y'\n", "PER = 'a'\nPER = 'b'\n"],
)
def test_a_map_that_is_none_is_refused(tmp_path, source) -> None:
    path = tmp_path / "map.toml"
    path.write_text(source, "utf-8")
    with pytest.raises(KnownError, match="A211"):
        load_map(path)


def test_a_map_to_a_label_that_is_not_there_is_refused() -> None:
    with pytest.raises(KnownError, match="A205"):
        Settler(SCHEME, LabelMap({"MISC": "NOWHERE"}))


def test_what_fits_is_left_as_it_is() -> None:
    whole = record(
        Span("s1", "entities", "ORG", (at(TEXT, "IS"),)), Event("e1", "events", "ATTACK", (at(TEXT, "viel"),))
    )
    assert Settler(SCHEME).settle(whole).spans == whole.spans
