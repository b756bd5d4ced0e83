"""CAS in JSON: both ways with dkpro-cassis, and what is refused."""

from __future__ import annotations

import json
import time

import cassis
import pytest

from annotator.core.span import Argument
from annotator.errors import KnownError
from annotator.formats import cas_json, cas_xmi
from tests.unit.formats.exported import entity, event, exported, options
from tests.unit.formats.test_cas_xmi import found, made_by_cassis

TEXT = "👩 Jan viel Gent aan."


def ours(tmp_path):
    document = exported(
        TEXT,
        entity("s1", "PER", 2, 5),
        event("e1", "ATTACK", (6, 10), (16, 19), arguments=[Argument("AGENT", "s1")]),
        id="d1",
    )
    cas_json.write(iter([document]), tmp_path / "out", options(document))
    return json.loads((tmp_path / "out" / "d1.json").read_text("utf-8"))


def read(tmp_path, content, **choices):
    path = tmp_path / "stuk.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (document,) = cas_json.read(path, choices)
    return document


def test_cassis_reads_ours(tmp_path):
    ours(tmp_path)
    with (tmp_path / "out" / "d1.json").open("rb") as handle:
        cas = cassis.load_cas_from_json(handle)
    (made,) = cas.select("annotator.Event")
    assert [part.get_covered_text() for part in made.fragments.elements] == ["viel", "aan"]
    assert made.arguments.elements[0].target.get_covered_text() == "Jan"


def test_we_read_what_cassis_writes_as_we_read_its_xmi(tmp_path):
    _, cas = made_by_cassis(tmp_path / "stuk.xmi")
    cas.to_json(tmp_path / "stuk.json")
    (document,) = cas_json.read(tmp_path / "stuk.json", {})
    (other,) = cas_xmi.read(tmp_path / "stuk.xmi", {})
    assert found(document) == found(other)
    assert {one.label for one in document.relations} == {"wie", "roles", "woont"}
    assert (document.id, document.text) == (other.id, other.text)


def test_structures_by_id_are_read_too(tmp_path):
    value = ours(tmp_path)
    value["%FEATURE_STRUCTURES"] = {str(one.pop("%ID")): one for one in value["%FEATURE_STRUCTURES"]}
    assert found(read(tmp_path, json.dumps(value))) == [
        ("entities", "PER", "Jan"),
        ("events", "ATTACK", "viel … aan"),
    ]


def changed(tmp_path, type_name, **features):
    value = ours(tmp_path)
    for one in value["%FEATURE_STRUCTURES"]:
        if one["%TYPE"] == type_name:
            one.update(features)
    return json.dumps(value)


@pytest.mark.parametrize(
    ("type_name", "features", "code"),
    [
        ("annotator.Span", {"begin": 4}, "A204"),
        ("annotator.Span", {"begin": -1}, "A204"),
        ("annotator.Span", {"begin": 3.0}, "A204"),
        ("annotator.Span", {"begin": "3"}, "A204"),
        ("annotator.Span", {"begin": True}, "A204"),
        ("annotator.Span", {"begin": None}, "A204"),
        ("annotator.Span", {"begin": 10**14}, "A204"),
        ("annotator.Span", {"label": ""}, "A202"),
        ("annotator.Span", {"label": True}, "A202"),
        ("annotator.Span", {"label": "a\u0000"}, "A206"),
        ("annotator.Span", {"label": "x" * 2000}, "A203"),
        ("annotator.Span", {"score": 7}, "A202"),
        ("annotator.Span", {"%ID": 1}, "A208"),
        ("annotator.Span", {"%ID": "x"}, "A202"),
        ("annotator.Span", {"%TYPE": 3}, "A202"),
        ("annotator.Argument", {"@target": 99_999}, "A208"),
        ("annotator.Argument", {"@target": 1}, "A208"),
        ("annotator.Argument", {"@target": "x"}, "A202"),
        ("annotator.Event", {"@fragments": 99_999}, "A208"),
        ("uima.cas.Sofa", {"sofaString": 3}, "A202"),
        ("uima.cas.Sofa", {"sofaString": "a\u0000b"}, "A206"),
        ("annotator.Article", {"meta": "{"}, "A202"),
    ],
)
def test_refused_with_the_file(tmp_path, type_name, features, code):
    with pytest.raises(KnownError) as error:
        read(tmp_path, changed(tmp_path, type_name, **features))
    assert error.value.code == code
    assert "stuk.json" in error.value.what


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "A202"),
        ("[]", "A202"),
        ("{}", "A202"),
        ('{"%FEATURE_STRUCTURES": [1]}', "A202"),
        ('{"%FEATURE_STRUCTURES": []}', "A202"),
        ('{"%FEATURE_STRUCTURES": NaN}', "A202"),
        ('{"%VIEWS": 1, "%VIEWS": 2}', "A202"),
        ('{"%FEATURE_STRUCTURES": ' + "[" * 100_000, "A202"),
        ('{"%FEATURE_STRUCTURES": [{"%ID": ' + "9" * 100_000 + "}]}", "A202"),
        ('{"%FEATURE_STRUCTURES": [' + "0," * 400_000 + "0]}", "A203"),
        ('{"a": "\\ud800"}', "A206"),
        ("{".encode("utf-16"), "A201"),
    ],
)
def test_hostile_files_are_refused_soon(tmp_path, content, code):
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        read(tmp_path, content)
    assert error.value.code == code
    assert "stuk.json" in error.value.what
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_lists_of_words_and_further_texts_are_told(tmp_path):
    def sofa(number, name):
        return {"%ID": number, "%TYPE": "uima.cas.Sofa", "sofaNum": number, "sofaID": name, "sofaString": "Jan"}

    def name(number, text, **features):
        return {"%ID": number, "%TYPE": "custom.Naam", "@sofa": text, "begin": 0, "end": 3, "value": "PER", **features}

    listed = {"%ID": 5, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["mens", "man"]}
    value = {"%FEATURE_STRUCTURES": [sofa(1, "_InitialView"), sofa(2, "B"), name(3, 1, **{"@soort": 5}), name(4, 2)]}
    value["%FEATURE_STRUCTURES"].append(listed)
    told = {}
    (tmp_path / "a.json").write_text(json.dumps(value), "utf-8")
    (document,) = cas_json.read(tmp_path / "a.json", told)
    assert [(one.label, one.attributes) for one in document.spans] == [("PER", {})]
    assert set(told["notes"]) == {
        "further texts (views) of the file are left out: B",
        "features of several values are left out: soort",
    }


def test_flags_numbers_and_references_of_a_file_that_cassis_makes(tmp_path):
    system = cassis.TypeSystem()
    mention = system.create_type("org.example.Mention", supertypeName="uima.tcas.Annotation")
    for name, kind in (("kind", "String"), ("sure", "Boolean"), ("grade", "Integer"), ("weight", "Double")):
        system.create_feature(mention, name, f"uima.cas.{kind}")
    system.create_feature(mention, "of", "org.example.Mention")
    system.create_feature(mention, "many", "uima.cas.FSArray", elementType="org.example.Mention")
    system.create_feature(mention, "notes", "uima.cas.StringArray")
    cas = cassis.Cas(system)
    cas.sofa_string = "💥 Jan ziet Piet."
    jan = mention(begin=2, end=5, kind="mens", sure=True, grade=3, weight=0.5)
    piet = mention(begin=11, end=15, kind="mens", sure=False)
    seen = mention(begin=6, end=10, kind="zien", of=jan)
    seen.many = system.get_type("uima.cas.FSArray")(elements=[jan, piet])
    seen.notes = system.get_type("uima.cas.StringArray")(elements=["a", "b"])
    cas.add_all([jan, piet, seen])
    path = tmp_path / "a.json"
    cas.to_json(path)
    options = {}
    (document,) = cas_json.read(path, options)
    words = {one.id: document.text[one.start : one.end] for one in document.spans}
    assert sorted((words[one.id], one.label) for one in document.spans) == [
        ("Jan", "mens"), ("Piet", "mens"), ("ziet", "zien"),
    ]  # fmt: skip
    attributes = {words[one.id]: dict(one.attributes) for one in document.spans}
    assert attributes == {"Jan": {"sure": "true", "grade": "3", "weight": "0.5"}, "Piet": {"sure": "false"}, "ziet": {}}
    assert sorted((one.label, words[one.head], words[one.child]) for one in document.relations) == [
        ("many", "ziet", "Jan"), ("many", "ziet", "Piet"), ("of", "ziet", "Jan"),
    ]  # fmt: skip
    assert any("several values" in one and "notes" in one for one in options["notes"])
