"""Entity suggestions: ships and rivers by name."""

from __future__ import annotations

import time

import pytest

from tests.unit.nlp.test_entities import found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het veerschip Zilver Ster vertrok.", ("Zilver Ster", "VEHICLE")),
        ("De USS Zomer en de Zr.Ms. Herfst kwamen.", ("USS Zomer", "VEHICLE")),
        ("De USS Zomer en de Zr.Ms. Herfst kwamen.", ("Zr.Ms. Herfst", "VEHICLE")),
        ("Het schip brak. De opvarenden van de Blauwe Reiger leven.", ("Blauwe Reiger", "VEHICLE")),
        ("Vorige week zonk de Parelmoer, een schip met graan.", ("Parelmoer", "VEHICLE")),
        ("Toen kwam de Parelmoer, een Grieks autoschip.", ("Parelmoer", "VEHICLE")),
        ("Hij zag de grensrivier de Zilva.", ("Zilva", "LOC")),
        ("Hij stak de rivier de Niger over.", ("Niger", "LOC")),
        ("Hij woont in Niger.", ("Niger", "GPE")),
    ],
)
def test_ships_and_rivers(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_ships_and_rivers_are_known_in_the_whole_article() -> None:
    text = "De Blauwe Reiger kwam. De tanker Blauwe Reiger zonk. Boten gingen de rivier de Zilva op, in de Zilva."
    found = found_in(text)
    assert found.count(("Blauwe Reiger", "VEHICLE")) == 2
    assert found.count(("Zilva", "LOC")) == 2


def test_a_country_stays_one_beside_its_river() -> None:
    found = found_in("De rivier de Niger stroomt door Niger. Daar is de Niger breed.")
    assert [label for name, label in found if name == "Niger"] == ["LOC", "GPE", "LOC"]


def test_many_ships_take_no_square_of_time() -> None:
    names = [f"Het schip {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}x kwam." for n in range(3000)]
    start = time.perf_counter()
    found_in(" ".join(names))
    assert time.perf_counter() - start < 20
