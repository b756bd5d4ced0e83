"""Type systems beside a CAS in XMI: found, read as untrusted XML, and what they tell of features."""

from __future__ import annotations

import os

import cassis
import pytest

from annotator.errors import KnownError
from annotator.formats import cas_xmi, uima_type_system
from annotator.formats.records import Relation

TEXT = "De arts zag koorts bij Jan."
HEAD = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:c="http:///webanno/custom.ecore" xmlns:m="http:///org/example/clinic.ecore" xmi:version="2.0">'
    '<cas:NULL xmi:id="0"/>'
)
MADE = (
    '<m:Mention xmi:id="10" sofa="1" begin="12" end="18" sort="ziekte" subject="patient" number="10" negated="true" '
    'grade="2.5" of="11" codes="20 21" best="30"><notes>a</notes><notes>b</notes></m:Mention>'
    '<m:Mention xmi:id="11" sofa="1" begin="23" end="26" sort="mens" subject="mens" number="11" negated="false"/>'
    '<m:Code xmi:id="20" code="R50"/><m:Code xmi:id="21" code="R51"/>'
    '<cas:NonEmptyFSList xmi:id="30" head="11" tail="31"/><cas:EmptyFSList xmi:id="31"/>'
)
TAIL = (
    f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{TEXT}"/>'
    '<cas:View sofa="1" members="10 11"/></xmi:XMI>'
)


def feature(name, range_name, more=""):
    return (
        f"<featureDescription><name>{name}</name><description>wat</description>"
        f"<rangeTypeName>{range_name}</rangeTypeName>{more}</featureDescription>"
    )


SYSTEM = (
    '<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
    "<types><typeDescription><name>org.example.clinic.Sort</name><description/>"
    "<supertypeName>uima.cas.String</supertypeName><allowedValues><value><string>ziekte</string></value>"
    "</allowedValues></typeDescription>"
    "<typeDescription><name>org.example.clinic.Base</name><description/><supertypeName>uima.tcas.Annotation"
    "</supertypeName><features>"
    + feature("sort", "org.example.clinic.Sort")
    + feature("number", "uima.cas.Integer")
    + feature("grade", "uima.cas.Double")
    + feature("negated", "uima.cas.Boolean")
    + "</features></typeDescription><typeDescription><name>org.example.clinic.Mention</name>"
    "<supertypeName>org.example.clinic.Base</supertypeName><features>"
    + feature("subject", "uima.cas.String")
    + feature("of", "org.example.clinic.Mention")
    + feature("notes", "uima.cas.StringArray")
    + feature("codes", "uima.cas.FSArray", "<elementType>org.example.clinic.Code</elementType>")
    + feature("best", "uima.cas.FSList", "<multipleReferencesAllowed>true</multipleReferencesAllowed>")
    + "</features></typeDescription><typeDescription><name>org.example.clinic.Code</name>"
    "<supertypeName>uima.cas.TOP</supertypeName><features>"
    + feature("code", "uima.cas.String")
    + "</features></typeDescription></types></typeSystemDescription>"
)


def read(tmp_path, *, system=None, name="TypeSystem.xml", made=MADE):
    path = tmp_path / "stuk.xmi"
    path.write_text(HEAD + made + TAIL, "utf-8")
    if system is not None:
        (tmp_path / name).write_text(system, "utf-8")
    options = {}
    (document,) = cas_xmi.read(path, options)
    return document, options.get("notes", [])


@pytest.mark.parametrize(
    "name", ["TypeSystem.xml", "typesystem.xml", "stuk.xml", "stuk-typesystem.xml", "stuk_TypeSystem.xml", "my-ts.xml"]
)
def test_a_type_system_beside_the_file_tells_numbers_from_references(tmp_path, name):
    document, notes = read(tmp_path, system=SYSTEM, name=name)
    if name == "my-ts.xml":  # nothing says that it is one for this file
        assert any("no type system tells" in one for one in notes)
        return
    first, second = document.spans
    assert (first.label, second.label) == ("Mention", "Mention")
    assert first.attributes == {
        "sort": "ziekte", "subject": "patient", "number": "10", "negated": "true", "grade": "2.5"
    }  # fmt: skip
    assert document.relations == (Relation("of", first.id, second.id), Relation("best", first.id, second.id))
    assert any("several values" in one and "notes" in one for one in notes)
    assert any("other things than spans" in one and "codes" in one for one in notes)


def test_cassis_reads_the_same_references(tmp_path):
    # cassis knows no closed sets of strings.
    document, _ = read(tmp_path, system=SYSTEM.replace(">org.example.clinic.Sort</range", ">uima.cas.String</range"))
    system = cassis.load_typesystem(tmp_path / "TypeSystem.xml")
    cas = cassis.load_cas_from_xmi(tmp_path / "stuk.xmi", typesystem=system)
    told = [(one.get_covered_text(), one.of.get_covered_text() if one.of else None) for one in cas.select("Mention")]
    at = {one.id: document.text[one.start : one.end] for one in document.spans}
    ours = {at[one.head]: at[one.child] for one in document.relations if one.label == "of"}
    assert told == [(at[one.id], ours.get(at[one.id])) for one in document.spans]


def test_without_one_what_may_be_a_reference_is_no_value(tmp_path):
    document, notes = read(tmp_path)
    first, second = document.spans
    # Codes are in no view: they are there because something names them. `of` and `number` may be either.
    assert "codes" not in first.attributes
    assert not {"of", "number", "best"} & {*first.attributes, *second.attributes}
    assert {name for name in ("of", "number") if any(f": {name} of Mention" in one for one in notes)} == {
        "of",
        "number",
    }
    assert Relation("best", first.id, second.id) in document.relations
    assert first.attributes["grade"] == "2.5"


def test_numbers_that_name_nothing_are_numbers(tmp_path):
    made = MADE.replace('number="10"', 'number="77"').replace('11" negated', '10" negated')
    document, _ = read(tmp_path, made=made)
    assert [one.attributes["number"] for one in document.spans] == ["77", "10"]


def test_a_text_of_digits_stays_a_text(tmp_path):
    made = MADE.replace('subject="patient"', 'subject="11"').replace('subject="mens"', 'subject="10"')
    document, _ = read(tmp_path, made=made, system=SYSTEM)
    assert [one.attributes["subject"] for one in document.spans] == ["11", "10"]


def test_the_first_feature_names_a_layer_that_somebody_made_and_the_type_any_other(tmp_path):
    made = '<c:Ding xmi:id="10" sofa="1" begin="3" end="7" soort="PER" wie="arts"/>'
    document, _ = read(tmp_path, made=made)
    assert [(one.label, one.attributes) for one in document.spans] == [("PER", {"wie": "arts"})]
    document, _ = read(tmp_path, made=made.replace("c:Ding", "m:Ding"))
    assert [(one.label, one.attributes) for one in document.spans] == [("Ding", {"soort": "PER", "wie": "arts"})]


def test_one_of_several_that_are_named_alike_is_not_guessed(tmp_path):
    (tmp_path / "a-typesystem.xml").write_text(SYSTEM, "utf-8")
    (tmp_path / "b-typesystem.xml").write_text(SYSTEM, "utf-8")
    _, notes = read(tmp_path)
    assert any("no type system tells" in one for one in notes)


HOSTILE = {
    "dtd": '<!DOCTYPE x [<!ENTITY a "b">]>' + SYSTEM.partition("?>")[2],
    "external": '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + SYSTEM.partition("?>")[2],
    "cut off": SYSTEM[:-40],
    "deep": SYSTEM.replace("<types>", "<types>" + "<a>" * 10_000),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_type_system_refuses_the_file_and_is_named(tmp_path, content):
    with pytest.raises(KnownError, match=r"A20[23].*TypeSystem\.xml"):
        read(tmp_path, system=content)


def test_circles_end_and_other_descriptors_are_not_looked_for(tmp_path):
    around = SYSTEM.replace(
        "<supertypeName>uima.tcas.Annotation</supertypeName>",
        "<supertypeName>org.example.clinic.Mention</supertypeName>",
    ).replace("<types>", '<imports><import location="http://example.org/x.xml"/></imports><types>')
    _, notes = read(tmp_path, system=around)
    assert "the type system names others, which are not looked for" in notes
    with pytest.raises(KnownError, match="A202"):
        uima_type_system.load(b"<other/>", "x.xml")


def test_one_in_the_folder_above_holds_for_its_folders(tmp_path):
    (tmp_path / "TypeSystem.xml").write_text(SYSTEM, "utf-8")
    (tmp_path / "a").mkdir()
    document, notes = read(tmp_path / "a")
    assert [one.attributes["number"] for one in document.spans] == ["10", "11"]
    assert not any("no type system tells" in one for one in notes)


def test_a_type_system_that_comes_later_is_seen(tmp_path):
    _, notes = read(tmp_path)
    assert any("no type system tells" in one for one in notes)
    (tmp_path / "TypeSystem.xml").write_text(SYSTEM, "utf-8")
    os.utime(tmp_path, (2_000_000_000, 2_000_000_000))  # clocks of file systems may tick slowly
    document, _ = read(tmp_path)
    assert [one.attributes["number"] for one in document.spans] == ["10", "11"]
