"""Places that a clause means without naming them, and those that an apposition adds."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.entities import merge, suggest_entities, survey
from annotator.nlp.worker.events import suggest_events
from tests.unit.nlp.test_events import document_of, roles


def _places(text: str, trigger: str) -> set[str]:
    return {name for role, name in roles(text, trigger) if role == "PLACE"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("- [Tsjaad|GPE]: elf boeren vermoord bij [Bol|GPE]", "vermoord", {"Tsjaad", "Bol"}),
        ("- [Tsjaad|GPE]: ondanks bestand weer gevechten", "gevechten", {"Tsjaad"}),
    ],
)
def test_a_line_of_a_list_tells_of_the_place_that_heads_it(text: str, trigger: str, expected: set[str]) -> None:
    assert _places(text, trigger) == expected


@pytest.mark.parametrize("text", ["JEMEN – Mijn doodt elf boeren", "JEMEN – Overval op markt"])
def test_a_country_before_a_dash_is_where_the_line_happens(text: str) -> None:
    document = document_of(text)
    entities = suggest_entities(document, merge([survey(document)]))
    (event,) = suggest_events(document, entities)
    names = {entity.id: document.text[entity.start : entity.end] for entity in entities}
    assert ("PLACE", "JEMEN") in {(one.role, names[one.span]) for one in event.arguments}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Zij hielden [Bol|GPE] lang bezet, tot ze er door het leger werden verdreven.", "verdreven", {"Bol"}),
        ("Uit [Bol|GPE] komt het bericht dat de artsen er zijn opgepakt.", "opgepakt", {"Bol"}),
        ("Rebellen naderen [Bol|GPE], leger verlaat de stad", "verlaat", {"Bol"}),
        ("De gouverneur van [Bol|GPE] zweeg toen het leger de stad bevrijdde.", "bevrijdde", set()),
        (
            "Ze kwamen uit [Bol|GPE] en [Rig|GPE], twee door milities belegerde dorpen.",
            "belegerde",
            {"Bol", "Rig"},
        ),
        ("Zij veroverden [Bol|GPE], een gehucht in de provincie [Kanem|GPE].", "veroverden", {"Bol", "Kanem"}),
        ("Zij veroverden [Bol|GPE], de hoofdstad van de provincie [Kanem|GPE].", "veroverden", {"Bol"}),
    ],
)
def test_there_the_town_and_what_an_apposition_describes(text: str, trigger: str, expected: set[str]) -> None:
    assert _places(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Vanuit [Rig|GPE] zijn elf raketten afgevuurd op een basis bij [Bol|GPE].", "afgevuurd", {"Rig", "Bol"}),
        ("In [Rig|GPE] betoogden boeren voor [hotel Sahel|FAC].", "betoogden", {"Rig", "hotel Sahel"}),
        ("In de provincie [Kanem|GPE] viel het leger maandag [Bol|GPE] aan.", "viel … aan", {"Kanem", "Bol"}),
    ],
)
def test_an_event_has_its_region_and_its_spot(text: str, trigger: str, expected: set[str]) -> None:
    assert _places(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De groep eiste de aanslag [zondag|DATE] op.", "aanslag", set()),
        ("In [mei 2012|DATE], kort na de val van [Bol|GPE], werd het kamp omsingeld.", "val", set()),
        ("Er kwam een einde aan een beleg door het leger, dat al sinds [mei|DATE] duurde.", "beleg", {"mei"}),
    ],
)
def test_a_time_is_not_that_of_a_claim_nor_of_what_came_later(text: str, trigger: str, expected: set[str]) -> None:
    assert {name for role, name in roles(text, trigger) if role == "TIME"} == expected


def test_a_hyphen_between_spaces_parts_a_label_from_what_is_told() -> None:
    assert roles("FLASH - Boeren gegijzeld in [Bol|GPE]", "gegijzeld") == {("PLACE", "Bol")}
