"""What the rules say of events that they did not find: factuality and roles at triggers no lexicon has."""

from __future__ import annotations

import pytest

from annotator.core.text import covered
from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.events.elsewhere import Elsewhere
from tests.unit.nlp.test_events import read


def said(marked: str, trigger: str, label: str = "ATTACK") -> tuple[str, set[tuple[str, str]]]:
    """Factuality, and (role, filler) of an event of that type at `trigger`, which no rule may find by itself."""
    document, entities = read(marked)
    start = document.text.index(trigger)
    assert all(event.start != start for event in suggest_events(document, entities))
    found = Elsewhere(document, entities).said_of("events", label, ((start, start + len(trigger)),))
    assert found is not None
    names = {one.id: covered(document.text, one.fragments) for one in entities}
    return found.attributes["factuality"], {(one.role, names[one.span]) for one in found.arguments}


@pytest.mark.parametrize(
    ("marked", "factuality"),
    [
        ("Het leger flimberde het dorp.", "ASSERTED"),
        ("Het leger heeft het dorp niet geflimberd.", "NEGATED"),
        ("Volgens [Belga|ORG] flimberde het leger het dorp.", "REPORTED"),
        ("Het leger wil het dorp flimberen.", "POSSIBLE"),
    ],
)
def test_factuality_of_a_verb_that_no_list_has(marked: str, factuality: str) -> None:
    trigger = next(word for word in marked.rstrip(".").split() if "flimber" in word)
    assert said(marked, trigger)[0] == factuality


def test_roles_of_a_verb_that_no_list_has() -> None:
    _, roles = said("Dinsdag flimberde [Hamas|ORG] het dorp [Kadra|GPE].", "flimberde")
    assert ("AGENT", "Hamas") in roles
    assert any(filler == "Kadra" for _, filler in roles)


def test_a_type_that_the_rules_do_not_know_is_not_described() -> None:
    document, entities = read("Het leger flimberde het dorp.")
    assert Elsewhere(document, entities).said_of("events", "CEREMONY", ((10, 19),)) is None


def test_a_place_off_every_sentence_is_not_described() -> None:
    document, entities = read("Het leger flimberde het dorp.")
    assert Elsewhere(document, entities).said_of("events", "ATTACK", ((900, 905),)) is None


def test_a_mark_is_described_like_any_other_place() -> None:
    document, entities = read("Het dorp, zegt [Hamas|ORG], is leeg.")
    assert Elsewhere(document, entities).said_of("events", "ATTACK", ((8, 9),)) is not None
