"""Remarks on a document under review: whose, and at which place."""

from __future__ import annotations

import pytest

from annotator.core.decision import Comment, Decision
from annotator.core.span import Span
from annotator.services import remarks, reviewing
from annotator.services.schemes import load_builtin
from tests.samples import TEXT, at
from tests.unit.services.versions import annotate, decide, entity


def comment(project, actor, text, *, about=None, document="d1") -> None:
    made = Decision(document, "comment", f"c-{actor}-{text}", None, Comment(text, about))
    decide(project, actor, made, document=document, kind="comment")


@pytest.fixture
def two(project):
    """anna and bram finished d1 and differ on Deir al-Zor; what they say of it, and of the rest."""
    anna, bram = entity("Deir al-Zor", "GPE"), entity("Deir al-Zor", "LOC")
    agreed = entity("Raqqa", "GPE", id="a9")
    annotate(project, "anna", anna, agreed)
    annotate(project, "bram", bram, entity("Raqqa", "GPE", id="b9"))
    comment(project, "bram", "een streek?", about=bram.id)
    comment(project, "anna", "of de provincie", about=agreed.id)
    comment(project, "anna", "over iets dat weg is", about="gone")
    comment(project, "anna", "een lang stuk")
    comment(project, "anna", "elders", document="d2")
    return project


def found(project):
    review = next(reviewing.reviews(project, load_builtin("conflict-nl"), documents=["d1"]))
    places = {place.id: TEXT[place.start : place.end] for place in review.compared.places}
    return [
        (one.who, one.kind, one.text, one.words, places.get(one.place or ""))
        for one in remarks.remarks_under(project, review, adjudicator="gold")
    ]


def test_a_remark_stands_at_the_place_of_its_span_and_those_on_the_document_at_the_end(two) -> None:
    assert found(two) == [
        ("bram", "comment", "een streek?", "Deir al-Zor", "Deir al-Zor"),
        ("anna", "comment", "of de provincie", "Raqqa", "Raqqa"),
        ("anna", "comment", "een lang stuk", "", None),
        ("anna", "comment", "over iets dat weg is", "", None),
    ]


def test_who_did_not_finish_is_heard_too_at_the_place_that_the_span_touches(two) -> None:
    span = Span("c1", "entities", "FAC", (at(TEXT, "al-Zor"),))
    alone = Span("c2", "entities", "DATE", (at(TEXT, "dinsdag"),))
    annotate(two, "carla", span, alone, status="flagged")
    comment(two, "carla", "deel van een naam", about="c1")
    comment(two, "carla", "wanneer?", about="c2")
    assert [one for one in found(two) if one[0] == "carla"] == [
        ("carla", "comment", "wanneer?", "dinsdag", None),
        ("carla", "comment", "deel van een naam", "al-Zor", "Deir al-Zor"),
        ("carla", "flagged", "", "", None),
    ]


def test_of_gold_what_it_said_of_spans_that_stand_is_there(two) -> None:
    annotate(two, "gold", entity("Deir al-Zor", "GPE", id="g1"), status="todo")
    comment(two, "gold", "taste: zo staat het er", about="g1")
    comment(two, "gold", "other: niets", about=None)
    assert [one for one in found(two) if one[0] == "gold"] == [
        ("gold", "comment", "taste: zo staat het er", "Deir al-Zor", "Deir al-Zor")
    ]
