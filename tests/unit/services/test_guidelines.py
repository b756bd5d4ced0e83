"""The guideline: drafts from differences, versions that count, and spans to see again."""

from __future__ import annotations

import json

import pytest

from annotator.core.decision import Decision
from annotator.errors import KnownError
from annotator.services import guidelines
from annotator.services.projects import scheme_of
from annotator.services.reviewing import reviews
from annotator.store.assignments import Assignment
from tests.unit.services.versions import annotate, decide, entity


@pytest.fixture
def scheme(project):
    return scheme_of(project)


def change(project, scheme, text="Alleen bestuurlijke gebieden."):
    return guidelines.change(project, scheme, layer="entities", label="GPE", text=text, actor="gold")


def test_a_draft_shows_the_place_with_every_version(project, scheme) -> None:
    annotate(project, "anna", entity("Deir al-Zor", "GPE"))
    annotate(project, "bram", entity("Deir al-Zor", "GPE"))
    annotate(project, "carl", entity("Deir", "LOC"))
    annotate(project, "dora")
    (review,) = reviews(project, scheme)
    (place,) = review.compared.places
    draft = guidelines.draft(project, scheme, review, place)
    assert (draft.layer, draft.label) == ("entities", "GPE")
    assert draft.text == scheme.label("entities", "GPE").guideline["nl"]
    json.dumps(draft.example)
    assert draft.example["text"] == "Deir al-Zor"
    assert draft.example["before"].endswith("dinsdag ")
    versions = [(one["annotators"], one["label"]) for one in draft.example["versions"]]
    assert versions == [(["anna", "bram"], "GPE"), (["carl"], "LOC"), (["dora"], None)]
    assert list(draft.texts) == ["GPE", "LOC"]
    change(project, scheme, "Ook wijken.")
    assert guidelines.draft(project, scheme, review, place).text == "Ook wijken."


def test_the_words_around_an_example_are_whole() -> None:
    text = f"{'lang ' * 20}anti-IS-coalitie {'woord ' * 20}"
    start = text.index("IS")
    before, after = guidelines._before(text, start), guidelines._after(text, start + 2)
    assert before.endswith("lang anti-")
    assert set(before.split()[:-1]) == {"lang"}
    assert after.startswith("-coalitie woord")
    assert set(after.split()[1:]) == {"woord"}
    assert (guidelines._before("x" * 90, 80), guidelines._after("kort", 1)) == ("x" * 60, "ort")


def test_versions_count_and_are_checked(project, scheme) -> None:
    assert [change(project, scheme, text).version for text in ("Een.", " Twee. ")] == [1, 2]
    assert guidelines.in_force(project, scheme, "entities", "GPE") == "Twee."
    for fields, code in (({"label": "CAT"}, "A403"), ({"text": "  "}, "A401"), ({"text": "x" * 10_001}, "A401")):
        plain = {"layer": "entities", "label": "GPE", "text": "x", "actor": "gold"}
        with pytest.raises(KnownError) as caught:
            guidelines.change(project, scheme, **{**plain, **fields})
        assert caught.value.code == code


def seen(project, rule):
    return {(one.annotator, one.span.id) for one in guidelines.second_look(project, rule)}


def test_spans_from_before_a_change_are_listed_until_they_are_touched(project, scheme) -> None:
    before, other, org = entity("Raqqa", "GPE", id="s1"), entity("Deir al-Zor", "GPE", id="s2"), entity("IS", "ORG")
    annotate(project, "anna", before, other, org)
    rule = change(project, scheme)
    annotate(project, "bram", entity("Raqqa", "GPE", id="s3"))
    assert seen(project, rule) == {("anna", "s1"), ("anna", "s2")}
    decide(project, "anna", Decision("d1", "span", "s1", before, None))
    decide(project, "anna", Decision("d1", "span", "s1", None, before))
    assert seen(project, rule) == {("anna", "s2")}


def test_work_handed_out_before_a_change_is_from_before_it(project, scheme) -> None:
    project.add_assignment(Assignment("a1", "anna", "2026-01-01T00:00:00.000Z", 0, {"d1": False}, {}))
    project.bind_assignment("a1", project.replica)
    rule = change(project, scheme)
    annotate(project, "anna", entity("Raqqa", "GPE", id="s1"))
    assert seen(project, rule) == {("anna", "s1")}
