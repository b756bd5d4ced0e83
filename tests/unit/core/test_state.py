"""The state of a document: which suggestions are open in it, and that a change costs what it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.decision import Decision, Verdict
from annotator.core.places import SpanIndex
from annotator.core.span import Event, Span
from annotator.core.state import apply
from annotator.errors import BugError
from tests.samples import SCHEME, TEXT, at, document, state, suggestion

DEIR, VIEL, AAN, RAQQA = (at(TEXT, part) for part in ("Deir al-Zor", "viel", "aan", "Raqqa"))
TOWN = suggestion(document(), "entities", "GPE", DEIR)
ATTACK = suggestion(document(), "events", "ATTACK", VIEL)


def with_spans(*spans: Span):
    return replace(state(TOWN, ATTACK), spans={span.id: span for span in spans})


@pytest.mark.parametrize(
    ("span", "of_town", "of_attack"),
    [
        (Span("s1", "entities", "ORG", (DEIR,)), "taken", None),
        (Span("s1", "entities", "ORG", (at(TEXT, "al"),)), "taken", None),
        (Span("s1", "entities", "ORG", (RAQQA,)), None, None),
        (Event("e1", "events", "ADVANCE", (VIEL,)), None, "taken"),
        # On a layer of overlapping spans a suggestion is in nobody's way but that of one on its very place.
        (Event("e1", "events", "ADVANCE", (VIEL, AAN)), None, None),
        (Event("e1", "events", "ADVANCE", (DEIR,)), None, None),
        (replace(Span("", "entities", "GPE", (RAQQA,)), id=TOWN.id), "decided", None),
    ],
)
def test_a_suggestion_is_hidden_where_its_place_is_taken(span: Span, of_town, of_attack) -> None:
    there = with_spans(span)
    assert (there.why_hidden(TOWN, SCHEME), there.why_hidden(ATTACK, SCHEME)) == (of_town, of_attack)
    is_open = {TOWN.id: of_town is None, ATTACK.id: of_attack is None}
    assert {one.id for one in there.open_suggestions(SCHEME)} == {id for id, is_it in is_open.items() if is_it}


def test_a_suggestion_is_hidden_once_it_is_judged_and_where_the_scheme_lacks_its_label() -> None:
    verdict = Verdict("rejected", TOWN.layer, TOWN.label, TOWN.fragments, TOWN.score, "rules")
    judged = apply(state(TOWN), [Decision("d1", "verdict", TOWN.id, None, verdict)])
    assert judged.why_hidden(TOWN, SCHEME) == "decided"
    for unknown in (TOWN._replace(label="CAT"), TOWN._replace(layer="animals")):
        assert state(unknown).why_hidden(unknown, SCHEME) == "unknown"


def test_a_change_is_made_to_the_index_that_is_there(monkeypatch) -> None:
    spans = [Span("s1", "entities", "GPE", (DEIR,)), Span("s2", "entities", "GPE", (RAQQA,))]
    before = apply(state(), [Decision("d1", "span", "s1", None, spans[0])])
    assert before.has_span_at("entities", (DEIR,))
    monkeypatch.setattr(SpanIndex, "of", lambda _: pytest.fail("all spans are gone through again"))
    after = apply(before, [Decision("d1", "span", "s2", None, spans[1]), Decision("d1", "span", "s1", spans[0], None)])
    assert (after.has_span_at("entities", (DEIR,)), after.has_span_at("entities", (RAQQA,))) == (False, True)


def test_a_state_of_before_still_answers_for_itself() -> None:
    span = Span("s1", "entities", "GPE", (DEIR,))
    before = state()
    after = apply(before, [Decision("d1", "span", "s1", None, span)])
    assert (before.has_span_at("entities", (DEIR,)), after.has_span_at("entities", (DEIR,))) == (False, True)
    assert before.suggestions_at("entities", (DEIR,)) == ()
    assert replace(before, suggestions={TOWN.id: TOWN}).suggestions_at("entities", (DEIR,)) == (TOWN,)


def test_a_decision_that_does_not_fit_is_a_defect_and_one_of_another_document_is_passed_over() -> None:
    span = Span("s1", "entities", "GPE", (DEIR,))
    with pytest.raises(BugError, match="does not fit"):
        apply(state(), [Decision("d1", "span", "s1", span, None)])
    assert apply(state(), [Decision("d2", "span", "s1", span, None)]).spans == {}
