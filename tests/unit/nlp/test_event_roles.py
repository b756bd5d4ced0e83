"""Who did it and where, by how Dutch clauses are built: the kinds that rules for roles were mended for."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "In [Gondar|GPE], dat in het Amhaars [Gonder|GPE] heet, vielen rebellen een kazerne aan.",
            "vielen … aan",
            {("PLACE", "Gondar")},
        ),
        (
            "Het leger heroverde [Jisr al-Shughur|GPE] (ook geschreven als [Jisr al-Sjoeghoer|GPE]).",
            "heroverde",
            {("PLACE", "Jisr al-Shughur")},
        ),
        (
            "Alleen [Kismayo|GPE], ook wel [Chisimaio|GPE], wordt nog door het leger beheerst.",
            "beheerst",
            {("PLACE", "Kismayo")},
        ),
        (
            "Troepen van [Prigozjin|PERSON], bijgenaamd [de Kok|PERSON], bezetten een kazerne.",
            "bezetten",
            {("AGENT", "Prigozjin")},
        ),
    ],
)
def test_the_first_name_of_two_fills_the_role(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Milities uit [Zintan|GPE] doodden elf mensen bij [Sabha|GPE].", "doodden", {("PLACE", "Sabha")}),
        ("De inwoners vluchtten uit [Sabha|GPE].", "vluchtten", {("PLACE", "Sabha")}),
        ("Op de weg naar [Mopti|GPE] werd zwaar gevochten.", "gevochten", set()),
        ("De colonne rukte op naar [Mopti|GPE].", "rukte … op", {("PLACE", "Mopti")}),
        ("Rebellen, gesteund door [Asmara|GPE], vielen een dorp aan.", "vielen … aan", set()),
        ("Het leger heroverde een post aan de grens met [Mali|GPE].", "heroverde", set()),
        ("In [Afgoye|GPE], een voorstad van [Mogadishu|GPE], ontplofte een bom.", "ontplofte", {("PLACE", "Afgoye")}),
        (
            "Na het vuurgevecht werden elf gewonden naar het [Medina-ziekenhuis|FAC] gebracht.",
            "gewonden",
            set(),
        ),
        ("Bij het [Medina-ziekenhuis|FAC] vielen elf doden.", "doden", {("PLACE", "Medina-ziekenhuis")}),
    ],
)
def test_a_place_is_told_from_whence_whither_and_with_whom(
    text: str, trigger: str, expected: set[tuple[str, str]]
) -> None:
    assert {pair for pair in roles(text, trigger) if pair[0] == "PLACE"} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "agent"),
    [
        ("Uit dat dorp in [Borno|GPE] ontvoerde [Boko Haram|ORG] elf meisjes.", "ontvoerde", "Boko Haram"),
        ("Elf doden bij een aanslag, [taliban|ORG] bezetten een politiepost.", "bezetten", "taliban"),
        ("Elf leerlingen vermist na overval [Boko Haram|ORG].", "overval", "Boko Haram"),
        ("Het offensief dat [Ethiopië|GPE] vorige week begon, is gestopt.", "offensief", "Ethiopië"),
        ("Twaalf monniken, die [M23|ORG] had ontvoerd, zijn vrij.", "ontvoerd", "M23"),
        ("Na dagen van hevige gevechten namen de [Tuaregs|NORP] de stad in.", "gevechten", "Tuaregs"),
        ("[Een week geleden|DATE] begon [Rwanda|GPE] een offensief.", "offensief", "Rwanda"),
        ("Vorige week zette [Addis Abeba|GPE] een “antiterreuroperatie” in.", "antiterreuroperatie", "Addis Abeba"),
        ("Het is er stil sinds [Tuaregs|NORP] het dorp bij de rivier heroverden.", "heroverden", "Tuaregs"),
        (
            "De soldaten van [Haftar|PERSON] hebben, dankzij hulp uit het buitenland, verschillende delen veroverd.",
            "veroverd",
            "Haftar",
        ),
    ],
)
def test_who_acts(text: str, trigger: str, agent: str) -> None:
    assert {filler for role, filler in roles(text, trigger) if role == "AGENT"} == {agent}


def test_losses_are_not_read_into_a_time() -> None:
    assert ("TARGET", "M23") not in roles("[Een week geleden|DATE] begon [M23|ORG] een offensief.", "offensief")
    assert ("TARGET", "M23") in roles("[M23|ORG] heeft onder de aanval geleden.", "aanval")


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Het akkoord dat zij [dinsdag|DATE] sloten, houdt geen stand.", "akkoord", "dinsdag"),
        ("De rebellen sloegen [maandag|DATE] een aanval af en vernielden elf tanks.", "vernielden", "maandag"),
    ],
)
def test_a_time_in_the_next_clause_or_the_one_before(text: str, trigger: str, time: str) -> None:
    assert ("TIME", time) in roles(text, trigger)


def test_another_time_is_not_taken_over() -> None:
    text = "De rebellen sloegen [maandag|DATE] een aanval af en vernielden daarna elf tanks."
    assert ("TIME", "maandag") not in roles(text, "vernielden")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("[Goïta|PERSON] sluit een aanval op de hoofdstad uit.", "aanval", ("SOURCE", "Goïta")),
        ("[Goïta|PERSON] sluit een bestand met de rebellen uit.", "bestand", ("AGENT", "Goïta")),
        ("De [politie|ORG] sprak tegen dat er meisjes waren ontvoerd.", "ontvoerd", ("SOURCE", "politie")),
    ],
)
def test_who_denies_or_rules_out(text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert expected in roles(text, trigger)


def test_nobody_is_the_source_of_what_is_only_reported() -> None:
    found = roles("[Codeco|ORG] bracht naar verluidt elf mensen om het leven.", "om het leven")
    assert not any(role == "SOURCE" for role, _ in found)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Granaten sloegen [dinsdag|DATE] in bij [Zhytomyr|GPE]; elf mensen kwamen om.",
            "kwamen … om",
            {("PLACE", "Zhytomyr"), ("TIME", "dinsdag")},
        ),
        (
            "Een bom ontplofte [dinsdag|DATE] buiten [Jalalabad|GPE], waarbij in een school elf mensen omkwamen.",
            "omkwamen",
            {("PLACE", "Jalalabad"), ("TIME", "dinsdag")},
        ),
        ("De minister was [dinsdag|DATE] in [Jalalabad|GPE]; de rebellen rukten op.", "rukten … op", set()),
    ],
)
def test_who_is_hit_was_hit_where_and_when_the_strike_before_was(
    text: str, trigger: str, expected: set[tuple[str, str]]
) -> None:
    assert {pair for pair in roles(text, trigger) if pair[0] in ("PLACE", "TIME")} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("Bij de brand liepen [elf|CARDINAL] bewoners brandwonden op.", "liepen … brandwonden op", {"elf"}),
        ("Bij de aanval vielen [elf|CARDINAL] gewonden.", "gewonden", {"elf"}),
        ("Het leger zag [elf|CARDINAL] rebellen die zich hadden overgegeven.", "overgegeven", {"elf"}),
        ("De jongens van wie er [elf|CARDINAL] zijn vrijgelaten, zwijgen.", "vrijgelaten", {"elf"}),
    ],
)
def test_how_many(text: str, trigger: str, counts: set[str]) -> None:
    assert {filler for role, filler in roles(text, trigger) if role == "COUNT"} == counts


def test_two_villages_of_which_a_relative_clause_tells() -> None:
    text = "Hulp bereikte [Nubl|GPE] en [Zahraa|GPE], twee dorpen in de provincie [Aleppo|GPE] die waren omsingeld."
    assert {filler for role, filler in roles(text, "omsingeld") if role == "PLACE"} == {"Nubl", "Zahraa"}


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("[Moskou|GPE] verloor elf soldaten.", "verloor", set()),
        ("Een [kruiser|VEHICLE] van [Moskou|GPE] is geraakt.", "geraakt", set()),
        ("In [Peking|GPE] werd een bestand getekend.", "bestand", {"Peking"}),
        ("Bronnen in [Bamako|GPE] zeggen dat de kazerne is aangevallen.", "aangevallen", set()),
    ],
)
def test_a_capital_may_stand_for_its_rulers_or_be_where_someone_speaks(
    text: str, trigger: str, places: set[str]
) -> None:
    assert {filler for role, filler in roles(text, trigger) if role == "PLACE"} == places


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        (
            "Het offensief dat [Tsjaad|GPE] vorige week begon tegen [Boko Haram|ORG], is gestopt.",
            "offensief",
            "Boko Haram",
        ),
        ("Bij de haven wordt gevochten met de [Houthi's|NORP].", "gevochten", "Houthi's"),
        ("In het oosten wordt tegen [Boko Haram|ORG] gestreden.", "gestreden", "Boko Haram"),
        ("Het was een slachting onder de [Tutsi's|NORP].", "slachting", "Tutsi's"),
    ],
)
def test_against_whom(text: str, trigger: str, target: str) -> None:
    assert {filler for role, filler in roles(text, trigger) if role == "TARGET"} == {target}
