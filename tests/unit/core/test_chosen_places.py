"""Chosen places in several documents get a label, or lose theirs, as one plan."""

from __future__ import annotations

from annotator.core import command as c
from annotator.core.changes import Rejection
from annotator.core.plan import plan
from annotator.core.span import Event, Span
from annotator.core.state import DocumentState, apply
from annotator.core.versions import Overlay
from tests.samples import SCHEME, TEXT, at, document, ids, state, suggestion

DOC = document()
BELGA, LATER = at(TEXT, "Belga"), at(TEXT, "Belga", nth=1)
OTHER = state(doc=document("Bij Belga, niet Belga.", id="d2"))


def label(start: DocumentState, *others: DocumentState, name: str | None = "ORG", layer: str = "entities", **places):
    command = c.LabelPlaces(document=start.document.id, layer=layer, label=name, places=places)
    answer = plan(command, start, SCHEME, new_id=ids(), others=others)
    if isinstance(answer, Rejection):
        return answer.code
    return [apply(one, answer) for one in (start, *others)]


def spans(one: DocumentState) -> list[tuple[str, tuple[int, int], str]]:
    return [(span.label, span.fragments[0], span.origin) for span in one.spans.values()]


def test_places_are_labelled_in_all_documents_named() -> None:
    here, there = label(state(doc=DOC), OTHER, d1=(BELGA, LATER), d2=((16, 21),))
    assert spans(here) == [("ORG", BELGA, "bulk"), ("ORG", LATER, "bulk")]
    assert spans(there) == [("ORG", (16, 21), "bulk")]


def test_open_suggestions_are_accepted_and_spans_relabelled() -> None:
    proposed = suggestion(DOC, "entities", "GPE", BELGA)
    (here,) = label(state(proposed), d1=(BELGA, LATER))
    assert here.verdicts[proposed.id].outcome == "corrected"
    (again,) = label(here, d1=(BELGA, LATER), name="GPE")
    assert {span.label for span in again.spans.values()} == {"GPE"}
    assert set(again.spans) == set(here.spans)
    assert label(again, d1=(BELGA, LATER), name="GPE") == "A406"


def test_labels_are_taken_off_with_the_roles_they_fill() -> None:
    (start,) = label(state(doc=DOC), d1=(BELGA, LATER))
    filler = next(iter(start.spans))
    event = c.CreateEvent(document="d1", type="ATTACK", fragments=(at(TEXT, "viel"),), arguments=(("AGENT", filler),))
    start = apply(start, plan(event, start, SCHEME, new_id=lambda: "e1"))
    (after,) = label(start, d1=(BELGA,), name=None)
    assert [one.fragments[0] for one in after.spans.values() if not isinstance(one, Event)] == [LATER]
    assert after.events()[0].arguments == ()
    assert label(after, d1=(BELGA,), name=None) == "A406"


def test_triggers_become_events() -> None:
    (after,) = label(state(doc=DOC), d1=(at(TEXT, "viel"),), name="ATTACK", layer="events")
    assert after.events()[0].attributes == {"factuality": "ASSERTED"}


def test_what_cannot_be_is_refused_whole() -> None:
    (start,) = label(state(doc=DOC), d1=((BELGA[0], BELGA[1] + 7),))
    assert label(start, d1=(LATER, BELGA)) == "A405"
    assert label(state(doc=DOC), d1=((0, 5), (3, 8))) == "A405"
    assert label(state(doc=DOC), d1=((0, 9_999),)) == "A404"
    assert label(state(doc=DOC), d9=(BELGA,)) == "A402"
    assert label(state(doc=DOC), d1=(BELGA,), name="ATTACK") == "A403"
    assert label(state(doc=DOC), d1=(BELGA,), name=None, layer="nothing") == "A403"


def test_the_json_form_says_null_for_taking_off() -> None:
    line = {"do": "label_places", "document": "d1", "layer": "entities", "label": None, "places": {"d1": [[0, 2]]}}
    assert c.parse(line) == c.LabelPlaces(document="d1", layer="entities", label=None, places={"d1": ((0, 2),)})


def test_what_is_taken_off_many_places_costs_as_much_as_their_number(monkeypatch) -> None:
    """Each of them may fill a role: only events are looked at for that, not all that was changed before."""
    looked_up = []
    plain = Overlay.__getitem__
    monkeypatch.setattr(Overlay, "__getitem__", lambda self, key: looked_up.append(key) or plain(self, key))
    counts = []
    for number in (50, 200):
        doc = document("ab " * number, id="d9")
        places = [(3 * place, 3 * place + 2) for place in range(number)]
        spans = {f"s{start}": Span(f"s{start}", "entities", "ORG", ((start, end),)) for start, end in places}
        command = c.LabelPlaces(document="d9", layer="entities", label=None, places={"d9": tuple(places)})
        looked_up.clear()
        assert len(plan(command, DocumentState(doc, spans=spans), SCHEME, new_id=ids())) == number
        counts.append(len(looked_up))
    assert counts[1] <= 4 * counts[0]


def test_a_trigger_of_several_fragments_is_relabelled_and_taken_off_from_its_first_to_its_last_word() -> None:
    fragments = (at(TEXT, "Belga"), at(TEXT, "Belga", nth=1))
    event = c.CreateEvent(document="d1", type="ATTACK", fragments=fragments)
    start = apply(state(doc=DOC), plan(event, state(doc=DOC), SCHEME, new_id=lambda: "e1"))
    whole = (fragments[0][0], fragments[1][1])
    (after,) = label(start, d1=(whole,), name="ADVANCE", layer="events")
    assert [(one.id, one.label, one.fragments) for one in after.events()] == [("e1", "ADVANCE", fragments)]
    (bare,) = label(start, d1=(whole,), name=None, layer="events")
    assert not bare.spans
