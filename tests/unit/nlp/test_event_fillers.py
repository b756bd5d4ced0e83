"""Who and what fills the roles of an event, by kinds of sentences that news is written in."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


def _fillers(text: str, trigger: str, role: str) -> set[str]:
    return {name for one, name in roles(text, trigger) if one == role}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("[TSJAAD|GPE] Man blaast zich op in bus", "blaast … op", "PLACE", {"TSJAAD"}),
        ("[TSJAAD|GPE] Man blaast zich op in bus", "blaast … op", "AGENT", set()),
        ("[TSJAAD|GPE] In [Bol|GPE] zijn elf boeren vermoord.", "vermoord", "PLACE", {"Bol"}),
        ("[TSJAAD|GPE] De [Dozo|NORP] bestormden het kamp.", "bestormden", "AGENT", {"Dozo"}),
    ],
)
def test_a_place_in_capitals_heads_a_short_message(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("Aan [Malinese|NORP] kant sneuvelden elf soldaten.", "sneuvelden", "TARGET", {"Malinese"}),
        ("Aan [Malinese|NORP] zijde raakte niemand gewond.", "gewond", "TARGET", {"Malinese"}),
        ("Bij de brand vonden elf [Dogon|NORP] de dood.", "vonden … de dood", "TARGET", {"Dogon"}),
        ("[Mali|GPE] geeft de stad [Bol|GPE] prijs.", "geeft … prijs", "TARGET", {"Mali"}),
        ("[Mali|GPE] geeft de stad [Bol|GPE] prijs.", "geeft … prijs", "PLACE", {"Bol"}),
        ("Een menigte stak de grens met [Togo|GPE] over.", "stak … over", "PLACE", {"Togo"}),
        ("De [Dozo|ORG] bood een bestand aan.", "bestand", "AGENT", {"Dozo"}),
        ("[Mali|GPE] belooft een wapenstilstand.", "wapenstilstand", "AGENT", {"Mali"}),
        ("Zij drongen volgens eigen zeggen de wijk [Bol|GPE] binnen.", "drongen … binnen", "PLACE", {"Bol"}),
    ],
)
def test_sides_losers_and_offers(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected
