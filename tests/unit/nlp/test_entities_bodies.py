"""Entity suggestions: organisations told by the form of the name, or by whose members are told of."""

from __future__ import annotations

import time

import pytest

from tests.unit.nlp.test_entities import found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(belga/afp) - Oekraïense troepen trokken weg.", ("belga", "ORG")),
        ("(belga/afp) - Oekraïense troepen trokken weg.", ("Oekraïense", "NORP")),
        ("KIEV (ANP/RTR) - Het leger trok weg.", ("RTR", "ORG")),
        ("Strijders van al-Kaida in de Islamitische Maghreb.", ("al-Kaida in de Islamitische Maghreb", "ORG")),
        ("Het VN-Bureau voor Drugs en Criminaliteit.", ("VN-Bureau voor Drugs en Criminaliteit", "ORG")),
        ("Het EU-Agentschap zweeg.", ("EU-Agentschap", "ORG")),
        ("Het Comité voor de Bescherming van Vissers.", ("Comité voor de Bescherming van Vissers", "ORG")),
        ("Dat zei Janssens (CD&V) nog.", ("CD&V", "ORG")),
        ("B&Q sluit winkels.", ("B&Q", "ORG")),
        ("Dat hoorde VTM Nieuws.", ("VTM Nieuws", "ORG")),
        ("Dat zei hij op Europe 1.", ("Europe 1", "ORG")),
        ("Dat schreef hij op X. Velen lazen het.", ("X", "ORG")),
        ("De leden van de Kambara zwegen.", ("Kambara", "ORG")),
        ("Hij zag Jund wal Sham niet meer.", ("Jund wal Sham", "ORG")),
        ("Hij zag de Nationale Overgangsraad.", ("Nationale Overgangsraad", "ORG")),
        ("Het Amerikaanse Centraal Commando zweeg.", ("Amerikaanse Centraal Commando", "ORG")),
        ("Een aanval van het Arakan Rohingya Heilsleger.", ("Arakan Rohingya Heilsleger", "ORG")),
        ("In Mosoba meer dan vijftig doden.", ("Mosoba", "GPE")),
    ],
)
def test_bodies(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_what_is_no_body() -> None:
    assert found_in("De operatie Zilverster begon. Met Zilverster kwam hoop.") == []
    assert ("IS in West-Afrika", "ORG") not in found_in("De strijd tegen IS in West-Afrika.")


@pytest.mark.parametrize("scrap", ["(A/B) ", "Rohingya Heilsleger ", "VN-Bureau voor X ", "X & Y voor de Z "])
def test_scraps_in_great_number_take_no_square_of_time(scrap: str) -> None:
    start = time.perf_counter()
    found_in(f"een {scrap * 2500}")
    assert time.perf_counter() - start < 20
