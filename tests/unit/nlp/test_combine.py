"""Several suggesters made one: doubles, overlap, labels of the scheme, arguments that follow their fillers."""

from __future__ import annotations

from annotator.core.document import Document, Region
from annotator.core.span import Argument
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens
from annotator.nlp.worker.combine import combine, label_map
from annotator.resources import resource

TEXT = "Bron: Belga Het Syrische leger nam Deir al-Zor in"
SHA = sha256_of(TEXT)
DOCUMENT = Document("d", "t", TEXT, SHA, Tokens(()), regions=(Region("source", 0, 11, "Belga"),))
CONFLICT = {"entities": frozenset({"ORG", "NORP", "GPE", "LOC", "PERSON"}), "events": frozenset({"CAPTURE"})}
CONLL = {"entities": frozenset({"PER", "ORG", "LOC", "MISC"})}


def made(covered: str, label: str, score: float, by: str = "rules", **more: object) -> Suggestion:
    start = TEXT.index(covered)
    fragments = ((start, start + len(covered)),)
    layer = str(more.pop("layer", "entities"))
    return Suggestion(
        id=suggestion_id(SHA, layer, label, fragments),
        layer=layer,
        label=label,
        fragments=fragments,
        score=score,
        provenance=Provenance(by, "1"),
        **more,  # type: ignore[arg-type]
    )


def summary(found: list[Suggestion]) -> list[tuple[str, str, str]]:
    return [(TEXT[one.start : one.end], one.label, one.provenance.suggester) for one in found]


def test_of_doubles_the_higher_score_stays_with_its_provenance() -> None:
    found = combine(DOCUMENT, [made("Deir al-Zor", "GPE", 0.6), made("Deir al-Zor", "GPE", 0.75, "spacy:x")], CONFLICT)
    assert summary(found) == [("Deir al-Zor", "GPE", "spacy:x")]


def test_in_a_flat_layer_score_then_length_decide() -> None:
    by_score = [made("Syrische leger", "ORG", 0.7), made("Syrische", "NORP", 0.8)]
    assert summary(combine(DOCUMENT, by_score, CONFLICT)) == [("Syrische", "NORP", "rules")]
    by_length = [made("Syrische", "NORP", 0.7), made("Syrische leger", "ORG", 0.7)]
    assert summary(combine(DOCUMENT, by_length, CONFLICT)) == [("Syrische leger", "ORG", "rules")]
    both = combine(DOCUMENT, by_length, CONFLICT, overlapping=["entities"])
    assert len(both) == 2


def test_order_of_suggesters_does_not_matter() -> None:
    found = [
        made("Syrische", "NORP", 0.7),
        made("Syrische leger", "ORG", 0.7, "spacy:x"),
        made("Syrische leger", "GPE", 0.7),
        made("Deir", "PERSON", 0.7),
    ]
    assert combine(DOCUMENT, found, CONFLICT) == combine(DOCUMENT, reversed(found), CONFLICT)


def test_labels_the_scheme_lacks_are_mapped_or_dropped() -> None:
    found = [made("Syrische", "NORP", 0.7), made("Deir al-Zor", "GPE", 0.7), made("leger", "WEAPON", 0.9)]
    mapped = combine(DOCUMENT, found, CONLL)
    assert summary(mapped) == [("Syrische", "MISC", "rules"), ("Deir al-Zor", "LOC", "rules")]
    assert mapped[1].id == suggestion_id(SHA, "entities", "LOC", mapped[1].fragments)
    assert combine(DOCUMENT, found, {"events": frozenset({"WEAPON"})}) == []
    assert summary(combine(DOCUMENT, [made("Deir", "PER", 0.7), made("leger", "MISC", 0.7)], CONFLICT)) == [
        ("Deir", "PERSON", "rules")
    ]


def test_header_noise_is_passed_over_and_what_is_open_in_it_is_not() -> None:
    found = combine(DOCUMENT, [made("Bron", "ORG", 0.9), made("Belga", "ORG", 0.9)], CONFLICT)
    assert summary(found) == [("Belga", "ORG", "rules")]


def test_arguments_follow_their_fillers() -> None:
    place = made("Deir al-Zor", "GPE", 0.7)
    agent = made("Syrische leger", "ORG", 0.6)
    event = made(
        "nam",
        "CAPTURE",
        0.8,
        layer="events",
        is_event=True,
        arguments=(Argument("PLACE", place.id), Argument("AGENT", agent.id), Argument("TIME", "gone")),
    )
    stronger = made("Syrische", "NORP", 0.9, "spacy:x")
    found = combine(DOCUMENT, [place, agent, event, stronger], CONFLICT)
    assert next(one for one in found if one.is_event).arguments == (Argument("PLACE", place.id),)
    labels = {"entities": CONLL["entities"], "events": frozenset({"CAPTURE"})}
    mapped = combine(DOCUMENT, [place, event], labels)
    renamed = next(one for one in mapped if not one.is_event)
    assert renamed.label == "LOC"
    assert next(one for one in mapped if one.is_event).arguments == (Argument("PLACE", renamed.id),)


def test_events_may_overlap_entities_and_one_another() -> None:
    trigger = made("leger nam", "CAPTURE", 0.5, layer="events", is_event=True)
    other = made("nam", "CAPTURE", 0.4, layer="events", is_event=True)
    assert len(combine(DOCUMENT, [trigger, other, made("Syrische leger", "ORG", 0.9)], CONFLICT)) == 3


def test_the_map_leads_into_the_schemes_that_are_shipped() -> None:
    conll = resource("schemes", "conll-nl.toml").read_text(encoding="utf-8")
    conflict = resource("schemes", "conflict-nl.toml").read_text(encoding="utf-8")
    for label, others in label_map().items():
        assert others
        for other in others:
            assert f'name = "{other}"' in conll + conflict, label
