"""Who tells of an event, where the sentence names more than one, none before the verb, or goes on behind the name."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "“De stad is gevallen”, zei [Umar|PERSON] tegen het persbureau [Anadolu|ORG].",
            "gevallen",
            {"Umar", "Anadolu"},
        ),
        ("“De stad is gevallen”, zei [Umar|PERSON] tegen [Anadolu|ORG].", "gevallen", {"Umar"}),
        (
            "Volgens het [ziekenhuis van Nalut|FAC] zijn elf strijders gesneuveld.",
            "gesneuveld",
            {"ziekenhuis van Nalut"},
        ),
        ("“We hopen dat de stad wordt bevrijd”, klonk het in [Londen|GPE].", "bevrijd", {"Londen"}),
        ("Zolang hij aarzelt, zegt [Umar|PERSON], is het wachten op een aanval.", "aanval", {"Umar"}),
        ("“Als niemand helpt,” zegt [Umar|PERSON], “dan vluchten we morgen allemaal.”", "vluchten", {"Umar"}),
        ("[Umar|PERSON] voorspelde de val van de stad.", "val", {"Umar"}),
    ],
)
def test_who_tells_it(text: str, trigger: str, expected: set[str]) -> None:
    assert {name for role, name in roles(text, trigger) if role == "SOURCE"} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role"),
    [
        ("Vissers zijn gevlucht, meldt de [VN|ORG]-hulpdienst [UNZ|ORG].", "gevlucht", ("SOURCE", "UNZ")),
        ("De junta in [Zembla|GPE] houdt vol dat vissers zijn gevlucht.", "gevlucht", ("SOURCE", "Zembla")),
        ("De [Unie|ORG] had haar evacuaties al stopgezet.", "evacuaties", ("AGENT", "Unie")),
        ("Volgens [Jan Smit|PERSON], bevelhebber van de vloot, hebben honderden [Karen|NORP] zich overgegeven.",
         "overgegeven", ("AGENT", "Karen")),
        ("[Karen|NORP], bekend als wrede vechters, vielen donderdag de haven aan.", "vielen … aan", ("AGENT", "Karen")),
    ],
)  # fmt: skip
def test_who_tells_and_who_does_beside_a_description(text: str, trigger: str, role: tuple[str, str]) -> None:
    assert role in roles(text, trigger)


def test_who_denies_something_else_does_not_tell_of_what_is_known() -> None:
    assert not roles("[Jan Smit|PERSON] weerspreekt dat rijken voorrang kregen bij de evacuatie.", "evacuatie")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Zonder de brug kan het volgens hem geen offensief tegen de [Dozo|ORG] beginnen.", "offensief", set()),
        (
            "Terwijl [Traoré|PERSON] volhoudt dat de stad veilig is, zegt arts [Awa Barry|PERSON] dat er elf boeren"
            " zijn gedood.",
            "gedood",
            {"Awa Barry"},
        ),
        ("[Amnesty|ORG] heeft aanwijzingen dat er elf boeren zijn gedood.", "gedood", {"Amnesty"}),
        ("De [Dozo|ORG] heeft maandag de inname van [Kara|GPE] gemeld.", "inname", {"Dozo"}),
        ("[Togo|GPE], dat met beide praat, sprak van een kort bestand.", "bestand", {"Togo"}),
    ],
)
def test_who_speaks_where_the_word_for_it_closes_or_starts_anew(text: str, trigger: str, expected: set[str]) -> None:
    assert {name for role, name in roles(text, trigger) if role == "SOURCE"} == expected
