"""Where and when an event happened, by how Dutch sentences tell it: other clauses, places that say something else."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


def _places(text: str, trigger: str) -> set[str]:
    return {name for role, name in roles(text, trigger) if role == "PLACE"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Elf doden vielen bij een overval van milities uit vooral [Zintan|GPE] en [Nalut|GPE].",
            "overval",
            set(),
        ),
        (
            "De beweging uit het bergachtige [Dohuk|GPE] veroverde in mei de stad [Zakho|GPE].",
            "veroverde",
            {"Zakho"},
        ),
        ("'We willen de stad heroveren', zei minister [Selim|PERSON] in [Amman|GPE].", "heroveren", set()),
        ("Tientallen gewonden werden naar klinieken in [Kayseri|GPE] gebracht.", "gewonden", set()),
    ],
)
def test_whence_who_speaks_and_where_the_wounded_went_is_no_place(text: str, trigger: str, expected: set[str]) -> None:
    assert _places(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Het kamp ligt op [30 kilometer|QUANTITY] van [Bartella|GPE], dat in mei werd heroverd.",
            "heroverd",
            {"Bartella"},
        ),
        ("Wie kon, vluchtte [Kocho|GPE] in, waar de inwoners werden omsingeld.", "omsingeld", {"Kocho"}),
        (
            "Ze trokken weg uit [Popasna|GPE], het spoorwegknooppunt waar zij waren omsingeld.",
            "omsingeld",
            {"Popasna"},
        ),
        ("[Marib|GPE] is de laatste provincie die door het leger wordt gecontroleerd.", "gecontroleerd", {"Marib"}),
        (
            "Daar mochten strijders en burgers [Madaya|GPE] en [Zabadani|GPE] verlaten, stadjes nabij [Homs|GPE].",
            "verlaten",
            {"Madaya", "Zabadani"},
        ),
        ("Boeren stonden op de markt van [Togoga|GPE] toen een bom insloeg.", "insloeg", {"Togoga"}),
        (
            "In de provincie [Anbar|GPE] overvielen jihadisten een post bij [Rutba|GPE].",
            "overvielen",
            {"Anbar", "Rutba"},
        ),
    ],
)
def test_a_clause_has_the_place_that_it_is_about(text: str, trigger: str, expected: set[str]) -> None:
    assert _places(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Na [drie jaar|DURATION] belegering en een offensief dat [elf weken|DURATION] duurde, is de stad heroverd.",
            "offensief",
            "elf weken",
        ),
        (
            "In [2009|DATE] keerde het tij, toen het leger na [elf weken|DURATION] strijd de stad innam.",
            "innam",
            "2009",
        ),
    ],
)
def test_a_time_is_that_of_the_noun_beside_it(text: str, trigger: str, expected: str) -> None:
    assert {name for role, name in roles(text, trigger) if role == "TIME"} == {expected}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "[Zondag|DATE] bezetten zij de brug, staken een school in brand en doodden elf boeren.",
            "doodden",
            {"Zondag"},
        ),
        ("[Zaterdag|DATE], een dag na de bevrijding, werd een graf gevonden.", "bevrijding", set()),
        ("De post werd [vorige maand|DATE] ontruimd, uit angst voor een overval.", "overval", set()),
        ("Hij sprak [maandag|DATE] van het einde van de oorlog.", "oorlog", set()),
    ],
)
def test_a_time_carries_on_through_deeds_but_not_to_what_only_dates_them(
    text: str, trigger: str, expected: set[str]
) -> None:
    assert {name for role, name in roles(text, trigger) if role == "TIME"} == expected
