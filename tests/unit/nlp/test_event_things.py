"""What an event was done with and to, by how Dutch sentences tell it: weapons and vehicles, and who stands by them."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


def _of(role: str, text: str, trigger: str) -> set[str]:
    return {name for given, name in roles(text, trigger) if given == role}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Elf boeren stierven dinsdag toen een [landmijn|WEAPON] onder hun kar ontplofte.", "stierven", {"landmijn"}),
        ("Zes agenten kwamen om toen hun post door een [raket|WEAPON] werd getroffen.", "kwamen … om", {"raket"}),
        ("[Drone|VEHICLE] treft markt: elf doden", "doden", {"Drone"}),
        ("Er ontplofte een [bom|WEAPON]; elf boeren kwamen om.", "kwamen … om", set()),
        ("De [tank|VEHICLE] die de stad binnenreed, werd toegejuicht.", "binnenreed", {"tank"}),
        ("Een [bus|VEHICLE] met strijders verlaat de stad.", "verlaat", {"bus"}),
        ("[Bommen|WEAPON] sloegen in op een school, waarbij elf kinderen stierven.", "stierven", {"Bommen"}),
        ("Een man blies zich op in een [auto|VEHICLE].", "blies … op", {"auto"}),
        ("De [Karen|NORP] gebruikten [drones|VEHICLE] bij de aanval.", "aanval", {"drones"}),
        ("Het leger vertrok, gesteund door [tanks|VEHICLE] en [schepen|VEHICLE].", "vertrok", set()),
        ("Het leger liet er voedsel en [munitie|WEAPON] afwerpen.", "afwerpen", set()),
        ("Ze schoten vanuit een [helikopter|VEHICLE] op betogers.", "schoten", {"helikopter"}),
    ],
)
def test_what_it_was_done_with_may_stand_in_the_clause_beside(text: str, trigger: str, expected: set[str]) -> None:
    assert _of("INSTRUMENT", text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Bij een aanslag op een konvooi [bussen|VEHICLE] vielen elf doden.", "aanslag", {"bussen"}),
        ("[Autobom|WEAPON] treft [bussen|VEHICLE].", "treft", {"bussen"}),
        ("Het leger viel een kamp van [M23|ORG] aan.", "viel … aan", {"M23"}),
        (
            "Soldaten zijn terug en zijn volgens de politie [negen|CARDINAL] [moslims|NORP] aangehouden.",
            "aangehouden",
            {"moslims"},
        ),
        ("Er werd op een [ambulance|VEHICLE] geschoten.", "geschoten", {"ambulance"}),
        ("Een [bus|VEHICLE] werd door een luchtaanval getroffen.", "luchtaanval", {"bus"}),
        ("Op het plein stonden uitgebrande [voertuigen|VEHICLE].", "uitgebrande", {"voertuigen"}),
        ("Duizenden mensen demonstreren tegen premier [Selim|PERSON].", "demonstreren", {"Selim"}),
        ("Soldaten doorbreken de linies van [M23|ORG].", "doorbreken", {"M23"}),
        ("Ze bezetten de school en gijzelden pastoor [Ruiz|PERSON] en elf leerlingen.", "gijzelden", {"Ruiz"}),
        (
            "Soldaten doodden [Ruiz|PERSON], de leider van [M23|ORG], en het dorp juichte.",
            "doodden",
            {"Ruiz"},
        ),
    ],
)
def test_who_and_what_is_hit(text: str, trigger: str, expected: set[str]) -> None:
    assert _of("TARGET", text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("[Vliegtuigen|VEHICLE] van [Turkije|GPE] bombardeerden het dorp.", "bombardeerden", {"Turkije"}),
        ("Na een aanval met [Iraanse|NORP] [drones|VEHICLE] was het stil.", "aanval", set()),
        ("Hij zei dat [Russische|NORP] [raketten|WEAPON] [Sumy|GPE] hadden getroffen.", "getroffen", {"Russische"}),
        ("De [Karen|NORP] gebruikten [drones|VEHICLE] bij de aanval.", "aanval", {"Karen"}),
        ("Dat zegt [Umar|PERSON], een visser die met zijn gezin vluchtte.", "vluchtte", {"Umar"}),
        ("De steun komt van [M23|ORG], de Congolese rebellen die het dorp innamen.", "innamen", {"M23"}),
        (
            "[Libische|NORP] strijders die trouw zijn, hebben de haven en enkele oostelijke wijken ingenomen.",
            "ingenomen",
            {"Libische"},
        ),
    ],
)
def test_who_did_it_is_named_before_what_describes_them(text: str, trigger: str, expected: set[str]) -> None:
    assert _of("AGENT", text, trigger) == expected
