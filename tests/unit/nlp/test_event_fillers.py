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


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De [Dozo|ORG] beschoten een dorp, doodden elf boeren en staken een school in brand.", "doodden", {"Dozo"}),
        (
            "De [Dozo|ORG] beschoten een dorp, doodden elf boeren en staken een school in brand.",
            "staken … in brand",
            {"Dozo"},
        ),
        ("Om de stad te heroveren zet de [Dozo|ORG] tanks in.", "heroveren", {"Dozo"}),
        (
            "Het [Malinese leger|ORG] ([FAMA|ORG]) en milities van de [Dozo|ORG] sloten de stad in.",
            "sloten … in",
            {"Malinese leger", "Dozo"},
        ),
        ("Mannen, vermoedelijk leden van de [Dozo|ORG], overvielen het dorp.", "overvielen", {"Dozo"}),
        ("Een aanslag, die door de [Dozo|ORG] werd opgeëist, doodde elf boeren.", "aanslag", {"Dozo"}),
        ("[Togo|GPE] mengt zich in de oorlog.", "oorlog", {"Togo"}),
        ("[Dogon|NORP] liepen zondag mee in een protestmars.", "protestmars", {"Dogon"}),
        ('"Ik moet weer vluchten", zegt [Moussa Traoré|PERSON].', "vluchten", {"Moussa Traoré"}),
        ("De [Dozo|ORG] wijst dat af en belooft de stad te heroveren.", "heroveren", {"Dozo"}),
        ("De [Dozo|ORG] geeft een overval toe, maar ontkent elf boeren te hebben gedood.", "gedood", {"Dozo"}),
        ("De [Dozo|ORG] trok de stad toen van het zuiden binnen en bezette de helft van de stad.", "bezette", {"Dozo"}),
    ],
)
def test_who_acts_is_named_in_another_part(text: str, trigger: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, "AGENT") == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        (
            "Dinsdag bestookten [vliegtuigen|VEHICLE] van het leger stellingen van de [Dozo|ORG].",
            "bestookten",
            "TARGET",
            {"Dozo"},
        ),
        ("In de kliniek schoten soldaten [Dogon|NORP] dood.", "schoten … dood", "TARGET", {"Dogon"}),
        ("[Dogon|NORP] betogen tegen de junta; [elf|CARDINAL] van hen zijn opgepakt.", "opgepakt", "TARGET", {"Dogon"}),
        (
            "Het leger probeert [Moussa Traoré|PERSON], leider van de [Dozo|ORG], op te pakken.",
            "op te pakken",
            "TARGET",
            {"Moussa Traoré"},
        ),
        (
            "[Duizenden|CARDINAL] vluchtten te voet of per [boot|VEHICLE] naar [Mopti|GPE].",
            "vluchtten",
            "INSTRUMENT",
            {"boot"},
        ),
        (
            "[Duizenden|CARDINAL] vluchtten te voet of per [boot|VEHICLE] naar [Mopti|GPE].",
            "vluchtten",
            "PLACE",
            {"Mopti"},
        ),
        (
            "Duizend boeren betoogden tegen de junta en trokken in een protestmars door [Mopti|GPE].",
            "protestmars",
            "PLACE",
            {"Mopti"},
        ),
    ],
)
def test_phrases_without_article_and_phrases_tied_by_or(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("[Elf|CARDINAL] [Malinese|NORP] doden en gewonden zijn geteld.", "gewonden", "TARGET", {"Malinese"}),
        ("Een [boot|VEHICLE] zou onder vuur zijn genomen.", "onder vuur zijn genomen", "TARGET", {"boot"}),
        ("Een patrouille met twee [jeeps|VEHICLE] werd beschoten.", "beschoten", "TARGET", {"jeeps"}),
        ("De boeren trokken zich op [brommers|VEHICLE] terug.", "trokken … terug", "INSTRUMENT", {"brommers"}),
        (
            "De stad werd ingenomen door de [Dozo|ORG], gesteund door [Togolese|NORP] militairen en de [MNLA|ORG].",
            "ingenomen",
            "AGENT",
            {"Dozo"},
        ),
        ("Het door de [Dozo|ORG] belegerde [Bol|GPE] hongert.", "belegerde", "AGENT", {"Dozo"}),
        ("[Mali|GPE] en [Togo|GPE] beschuldigen elkaar van een aanval.", "aanval", "AGENT", set()),
        ("De [Dozo|ORG] heeft [elf|CARDINAL] doden geteld.", "doden", "SOURCE", {"Dozo"}),
        ("De [Dozo|ORG] schat het aantal doden op [elf|CARDINAL].", "doden", "SOURCE", {"Dozo"}),
        ('"Zij zijn gedood", vertelt hij aan de [Malinese|NORP] krant [Essor|ORG].', "gedood", "SOURCE", {"Essor"}),
    ],
)
def test_dead_of_a_people_things_that_are_struck_and_backers(
    text: str, trigger: str, role: str, expected: set[str]
) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("[Vorige maand|DATE] spraken zij een bestand af.", "bestand", "TIME", {"Vorige maand"}),
        ("In [mei|DATE] sloten zij een bestand van [drie weken|DURATION].", "bestand", "TIME", {"mei", "drie weken"}),
        (
            "- [Mei 2012|DATE]: rebellen nemen [Bol|GPE] in [twee dagen|DURATION] in.",
            "nemen … in",
            "TIME",
            {"Mei 2012", "twee dagen"},
        ),
        (
            "Het bestand hield [maandag|DATE] maar [drie uur|DURATION] stand.",
            "bestand",
            "TIME",
            {"maandag", "drie uur"},
        ),
        ("Hij vluchtte, eerst naar [Bol|GPE] en toen naar [Rig|GPE].", "vluchtte", "PLACE", {"Bol", "Rig"}),
        ("Het leger nam de kust in, van [Bol|GPE] tot [Rig|GPE].", "nam … in", "PLACE", {"Bol", "Rig"}),
        ("Op het eiland [Kouri|LOC] veroverden rebellen het dorp [Bol|GPE].", "veroverden", "PLACE", {"Kouri", "Bol"}),
        ("Boeren staken de rivier de [Bani|LOC] over naar [Rig|GPE].", "staken … over", "PLACE", {"Bani", "Rig"}),
    ],
)
def test_times_and_places_that_stand_apart(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De aanslag is het werk van de [Dozo|ORG].", "aanslag", {"Dozo"}),
        ("De aanslag wordt toegeschreven aan de [Dozo|ORG].", "aanslag", {"Dozo"}),
        ("De [Dozo|ORG] wordt verantwoordelijk gehouden voor de aanslag.", "aanslag", {"Dozo"}),
        ("De [Dozo|ORG] kondigt een tegenoffensief aan.", "tegenoffensief", {"Dozo"}),
        ("De [Dozo|ORG] zegt elf dorpen in handen te hebben.", "in handen", {"Dozo"}),
        ("Als vergelding bestookte [Mali|GPE] stellingen van de [Dozo|ORG].", "bestookte", {"Mali"}),
        ("Met de inname van [Bol|GPE] boekt de [Dozo|ORG] terreinwinst.", "inname", {"Dozo"}),
        ("Nu het leger oprukt, vluchten de [Dogon|NORP].", "vluchten", {"Dogon"}),
    ],
)
def test_whose_work_it_is_and_who_says_so_of_himself(text: str, trigger: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, "AGENT") == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        (
            "Rebellen vielen [Bol|GPE] aan uit wraak voor de moord op [Moussa Traoré|PERSON].",
            "vielen … aan",
            "TARGET",
            set(),
        ),
        ("Het was de zwaarste aanval in [tien jaar|DURATION].", "aanval", "TIME", set()),
        ("Voor het eerst sinds [mei|DATE] zijn boeren vermoord.", "vermoord", "TIME", set()),
        (
            "Boeren zijn vermoord in [Mali|GPE], [Togo|GPE] en [Niger|GPE].",
            "vermoord",
            "PLACE",
            {"Mali", "Togo", "Niger"},
        ),
    ],
)
def test_what_another_noun_or_a_comparison_takes(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("De [Dozo|ORG] werden teruggeslagen door [Malinese|NORP] soldaten.", "teruggeslagen", "TARGET", {"Dozo"}),
        ("[Mali|GPE] is een offensief begonnen tegen de [Dozo|ORG].", "offensief", "TARGET", {"Dozo"}),
        (
            "De daders, vermoedelijk leden van de [Dozo|ORG], zwegen en bliezen een brug op.",
            "bliezen … op",
            "AGENT",
            {"Dozo"},
        ),
        ("In het dorp [Bol|GPE], ook wel [Boll|GPE], doodden soldaten elf boeren.", "doodden", "AGENT", set()),
        ("[Mali|GPE] ontkent dat het [tanks|VEHICLE] heeft vernietigd.", "vernietigd", "AGENT", {"Mali"}),
        ("Via de radio werden [Dogon|NORP] opgeroepen [Bol|GPE] te verlaten.", "verlaten", "AGENT", {"Dogon"}),
        ("De [Dogon|NORP] kregen het bevel [Bol|GPE] te verlaten.", "verlaten", "AGENT", {"Dogon"}),
        (
            "In [Bol|GPE] zijn gisteren in de loop van de lange dag [elf|CARDINAL] boeren gedood en raakten er in"
            " totaal [tien|CARDINAL] gewond.",
            "gewond",
            "PLACE",
            {"Bol"},
        ),
    ],
)
def test_who_is_told_to_go_and_what_else_a_sentence_goes_on_with(
    text: str, trigger: str, role: str, expected: set[str]
) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("Artsen brachten met een [schip|VEHICLE] [elf|CARDINAL] gewonden weg.", "gewonden", "INSTRUMENT", set()),
        ("Twee [helikopters|VEHICLE] zijn op elkaar gebotst.", "gebotst", "TARGET", {"helikopters"}),
        ("Een depot met [munitie|WEAPON] is ontploft.", "ontploft", "INSTRUMENT", {"munitie"}),
    ],
)
def test_vehicles_that_only_carry_crash_or_blow_up(text: str, trigger: str, role: str, expected: set[str]) -> None:
    assert _fillers(text, trigger, role) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("[Moussa Traoré|PERSON] belde de krant: “De boeren zijn gevlucht.”", "gevlucht", "SOURCE", {"Moussa Traoré"}),
        (
            '"Wij zullen de stad heroveren", beloofde president [Moussa Traoré|PERSON].',
            "heroveren",
            "SOURCE",
            {"Moussa Traoré"},
        ),
        (
            "Inwoners van [Bol|GPE] zochten hun toevlucht in [Togo|GPE].",
            "zochten hun toevlucht",
            "PLACE",
            {"Bol", "Togo"},
        ),
        ("In [Bol|GPE], [een half uur|DURATION] verderop, vielen zij een post aan.", "vielen … aan", "TIME", set()),
    ],
)
def test_who_speaks_before_a_colon_and_where_refuge_is_sought(
    text: str, trigger: str, role: str, expected: set[str]
) -> None:
    assert _fillers(text, trigger, role) == expected
