"""Who acts and who suffers, by constructions in which the one is named far from the verb."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import roles


def _fillers(text: str, trigger: str, role: str) -> set[str]:
    return {name for one, name in roles(text, trigger) if one == role}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "De operatie wordt gevoerd door de politie, het leger en strijders van de [Dozo|ORG].",
            "operatie",
            {"Dozo"},
        ),
        ("De leiders van [Mali|GPE], [Togo|GPE] en [Benin|GPE] hebben een akkoord bereikt.", "akkoord",
         {"Mali", "Togo", "Benin"}),
        ("Met de val van de stad heeft [Mali|GPE] de oever in handen.", "in handen", {"Mali"}),
        ("De [Dozo|ORG] belooft dat het zal doorvechten.", "doorvechten", {"Dozo"}),
        ("In mei beval [Traoré|PERSON] zijn troepen om het kamp te bestormen.", "bestormen", {"Traoré"}),
        (
            "Het begon nadat strijders van de [Dozo|ORG] posten hadden aangevallen en er elf boeren hadden meegenomen.",
            "aangevallen",
            {"Dozo"},
        ),
        (
            "Het begon nadat strijders van de [Dozo|ORG] posten hadden aangevallen en er [elf|CARDINAL] agenten"
            " hadden gevangengenomen.",
            "gevangengenomen",
            {"Dozo"},
        ),
        ("Maandag nam de [Dozo|ORG] de brug in, maar dinsdag trok de groep zich terug.", "trok … terug", {"Dozo"}),
        (
            "Getuigen zagen hoe leden van de [Dozo|ORG], een gewapende groep, [zestien|CARDINAL] boeren executeerden.",
            "executeerden",
            {"Dozo"},
        ),
        ("Bij de door de [Dozo|ORG] geleide aanval kwamen elf boeren om.", "kwamen … om", {"Dozo"}),
        ("De [Dozo|ORG] verweert zich met zelfmoordaanslagen.", "zelfmoordaanslagen", {"Dozo"}),
        ("De [Dozo|ORG] wil een bestand.", "bestand", {"Dozo"}),
        ("[Togo|GPE] wil een bestand.", "bestand", set()),
    ],
)  # fmt: skip
def test_who_acts(text: str, trigger: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, "AGENT") == expected


def test_who_fights_beside_another_is_none_of_those_fought() -> None:
    found = roles("Soldaten vechten samen met het [Togolese leger|ORG] tegen de [Dozo|ORG].", "vechten")
    assert found == {("AGENT", "Togolese leger"), ("TARGET", "Dozo")}


def test_who_loses_a_town_that_an_aside_describes() -> None:
    text = "Het [Togolese leger|ORG] heeft de stad [Kara|GPE], in het noorden van [Togo|GPE], verloren aan rebellen."
    assert {("TARGET", "Togolese leger"), ("PLACE", "Kara")} <= roles(text, "verloren")


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Er ontplofte een [bermbom|WEAPON] onder een [jeep|VEHICLE].", "TARGET", {"jeep"}),
        ("Er ontplofte een [bermbom|WEAPON] naast hun [minibus|VEHICLE].", "TARGET", {"minibus"}),
    ],
)
def test_a_bomb_beneath_a_vehicle_is_meant_for_it(text: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, "ontplofte", role) == expected


def test_the_dead_of_an_attack_have_its_day() -> None:
    assert _fillers("Bij de aanval van [7 mei|DATE] kwamen elf boeren om.", "kwamen … om", "TIME") == {"7 mei"}


def test_who_expects_it_behind_what_is_expected() -> None:
    text = "De troepen zullen oprukken naar [Kara|GPE], verwacht het [Instituut Marin|ORG]."
    assert _fillers(text, "oprukken", "SOURCE") == {"Instituut Marin"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De junta brak met [Togo|GPE], dat zijn soldaten in mei uit het kamp terugtrok.", "terugtrok",
         ("AGENT", "Togo")),
        ("Twee artsen, [Awa Barry|PERSON] en [Ali Sow|PERSON], die in mei werden gegijzeld, zijn vrij.", "gegijzeld",
         ("TARGET", "Awa Barry")),
        ("Het ergste was de moord van [mei 2012|DATE], toen elf boeren werden geëxecuteerd.", "geëxecuteerd",
         ("TIME", "mei 2012")),
        ("Zij trokken weg uit de stad [Kara|GPE], die ze twee weken in handen hadden.", "in handen",
         ("PLACE", "Kara")),
    ],
)  # fmt: skip
def test_a_clause_takes_from_the_one_before(text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert expected in roles(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Bij de gevechten sneuvelden elf strijders van de [Dozo|ORG].", "gevechten", ("TARGET", "Dozo")),
        ("Bij een luchtaanval werd [Ali Sow|PERSON] gedood.", "luchtaanval", ("TARGET", "Ali Sow")),
        ("Het [Togolese leger|ORG] doodde bij een luchtaanval elf rebellen.", "luchtaanval",
         ("AGENT", "Togolese leger")),
        ("[Straaljagers|VEHICLE] uit [Togo|GPE] hebben posten gebombardeerd.", "gebombardeerd", ("AGENT", "Togo")),
        ("Milities onder leiding van [Ali Sow|PERSON] bezetten de haven.", "bezetten", ("AGENT", "Ali Sow")),
    ],
)  # fmt: skip
def test_who_is_struck_and_whose_craft_it_is(text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert expected in roles(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("De [Togolese|NORP] gezant [Ali Sow|PERSON] praat over een bestand.", "bestand"),
        ("[Togo|GPE] opende het vuur na de inname van [Kara|GPE].", "inname"),
        ("De [Dozo|ORG] voert strijd om de opmars te stuiten.", "opmars"),
    ],
)
def test_who_only_mediates_follows_or_stops_does_not_do_it(text: str, trigger: str) -> None:
    assert "AGENT" not in {role for role, _ in roles(text, trigger)}


def test_where_one_pleads_for_it_is_not_where_it_is() -> None:
    assert not _fillers("Zij pleitten in [Kara|GPE] voor een bestand.", "bestand", "PLACE")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("[Dozo|ORG] verdreven uit [Kara|GPE]", "verdreven", {("TARGET", "Dozo"), ("PLACE", "Kara")}),
        ("[Dozo|ORG] treft schip, drie zeelieden gedood", "gedood", set()),
        ("Het leger nam de heuvel in, het bolwerk van de [Dozo|ORG].", "nam … in", set()),
        ("Tijdens de [vier jaar|DURATION] durende strijd kwamen er boeren om.", "kwamen … om", set()),
        ("Bij [drie|CARDINAL] bomaanslagen werden boeren gedood.", "gedood", set()),
    ],
)
def test_headlines_descriptions_and_what_is_counted(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De [Dozo|ORG] heeft een colonne van het [Togolese leger|ORG] in een hinderlaag gelokt.", "hinderlaag",
         {("AGENT", "Dozo"), ("TARGET", "Togolese leger")}),
        ("Soldaten van het [Togolese leger|ORG] liepen in een hinderlaag.", "hinderlaag",
         {("TARGET", "Togolese leger")}),
        ("De [Dozo|ORG] heeft regeringssoldaten [48 uur|DURATION] gegeven om zich over te geven.", "over te geven",
         set()),
        ("Op [eerste paasdag|DATE], [een maand geleden|DATE], werden elf boeren gedood.", "gedood",
         {("TIME", "eerste paasdag"), ("TIME", "een maand geleden")}),
    ],
)  # fmt: skip
def test_ambushes_terms_and_days_named_twice(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert {one for one in roles(text, trigger) if one[0] != "PLACE"} >= expected
    assert {name for role, name in roles(text, trigger) if role == "AGENT"} == {n for r, n in expected if r == "AGENT"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("In mei doodde [Togo|GPE] leider [Ali Sow|PERSON] bij een luchtaanval.", "luchtaanval",
         {("AGENT", "Togo"), ("TARGET", "Ali Sow")}),
        ("De [VS|GPE] houden toezicht op de wapenstilstand.", "wapenstilstand", set()),
        ("De [Dozo|ORG], een [Togolese|NORP] beweging uit het noorden, veroverden de heuvel.", "veroverden",
         {("AGENT", "Dozo")}),
    ],
)  # fmt: skip
def test_whom_a_strike_killed_who_oversees_and_what_a_name_is(
    text: str, trigger: str, expected: set[tuple[str, str]]
) -> None:
    found = roles(text, trigger)
    assert {one for one in found if one[0] in ("AGENT", "TARGET")} == expected
