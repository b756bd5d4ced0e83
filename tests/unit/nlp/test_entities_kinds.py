"""Entity suggestions by kinds of words that rules were widened for: feasts, arms, peoples, institutions, names."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_entities import found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op eerste paasdag was het stil.", ("eerste paasdag", "DATE")),
        ("Tien dagen ervoor was het stil.", ("Tien dagen ervoor", "DATE")),
        ("Het was er die winter stil.", ("die winter", "DATE")),
        ("Het was stil in de nacht van 19 op 20 oktober.", ("nacht van 19 op 20 oktober", "TIME")),
        ("Tot zondag middernacht bleef het stil.", ("zondag middernacht", "TIME")),
        ("Het duurde nauwelijks drie dagen.", ("nauwelijks drie dagen", "DURATION")),
        ("De laatste paar duizend strijders vertrokken.", ("paar duizend", "CARDINAL")),
        ("Hij droeg een kapmes.", ("kapmes", "WEAPON")),
        ("De politie schoot met rubberkogels.", ("rubberkogels", "WEAPON")),
        ("Daar stond een bestelbus.", ("bestelbus", "VEHICLE")),
        ("Een Emiraats toestel.", ("Emiraats", "NORP")),
        ("De Singalese boeren.", ("Singalese", "NORP")),
        ("Het Sri Lankaanse leger zweeg.", ("Sri Lankaanse leger", "ORG")),
        ("Het Iraanse consulaat is dicht.", ("Iraanse consulaat", "ORG")),
        ("De luchtvaartmaatschappij Zebrair vliegt weer.", ("Zebrair", "ORG")),
        ("Dat deden de Leeuwenbrigades.", ("Leeuwenbrigades", "ORG")),
        ("Toen IS Tellafar in de zomer innam.", ("Tellafar", "GPE")),
        ("Ze kwamen tot bij Abu Drein.", ("Abu Drein", "GPE")),
        ("Hij kwam uit de Sint-Janskerk.", ("Sint-Janskerk", "FAC")),
    ],
)
def test_kinds(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Birmese boeren.", ("Birmese", "NORP")),
        ("De Costa Ricaanse boeren.", ("Costa Ricaanse", "NORP")),
        ("Een Wit-Russische boer.", ("Wit-Russische", "NORP")),
        ("Twee Nicaraguanen bleven.", ("Nicaraguanen", "NORP")),
        ("Daar lag een bulkcarrier.", ("bulkcarrier", "VEHICLE")),
        ("Ze droegen wapenstokken.", ("wapenstokken", "WEAPON")),
        ("Ze kwamen met messen en stokken.", ("stokken", "WEAPON")),
    ],
)
def test_peoples_and_arms(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_a_stick_alone_is_no_weapon() -> None:
    assert found_in("De herder had stokken bij zich.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij kwamen donderdagochtend vroeg in de stad.", ("donderdagochtend vroeg", "TIME")),
        ("Zij kwamen gisteravond laat.", ("gisteravond laat", "TIME")),
        ("Donderdagavond laat hij het weten.", ("Donderdagavond", "TIME")),
        ("Dat zei buurman Jan V. aan Reuters.", ("Jan V.", "PERSON")),
        ("Dat zei Jan V. De man zweeg.", ("Jan V.", "PERSON")),
        ("De Ier Aidan O'Hara bleef.", ("Aidan O'Hara", "PERSON")),
    ],
)
def test_times_and_persons(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_an_age_is_no_count() -> None:
    assert found_in("Een student van in de twintig.") == []
    assert ("twintig", "CARDINAL") in found_in("In de twintig dorpen was het stil.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat zegt deskundige Frans Osinga.", [("Frans Osinga", "PERSON")]),
        ("Daar ligt Frans Guyana.", [("Frans Guyana", "GPE")]),
        ("De operatie, met de naam 'Gouden Zege', begon.", []),
        ("De brug over de Hakari was stuk.", [("Hakari", "LOC")]),
        ("Dat is voor Assad meer dan genoeg.", [("Assad", "PERSON")]),
    ],
)
def test_names_that_look_like_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text) == expected
