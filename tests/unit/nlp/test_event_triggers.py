"""Which words are triggers, where their document tells of war, and which words an idiom's trigger is made of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.unit.nlp.test_events import triggers

ROOT = Path(__file__).parents[3]

WAR = " Het leger en de rebellen tellen hun soldaten en tanks."  # makes a document one about war


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In mei lieten tien vissers het leven.", ("KILLING", "lieten … het leven")),
        ("De wachters openden na een uur het vuur.", ("ATTACK", "openden … het vuur")),
        ("Toen het dorp brandde, streken de verdedigers de vlag.", ("SURRENDER", "streken … de vlag")),
        ("Maandag zochten duizend herders hun toevlucht in Niger.", ("DISPLACEMENT", "zochten … hun toevlucht")),
        ("De post schoot vier raketten uit de lucht.", ("DESTRUCTION", "schoot … uit de lucht")),
        ("De wacht geeft zich na een dag gewonnen.", ("SURRENDER", "geeft … gewonnen")),
        ("Ze staken gisteren twee schuren in brand.", ("DESTRUCTION", "staken … in brand")),
        ("De post kwam na twee weken in handen van de militie.", ("CAPTURE", "in handen")),
        ("Soldaten namen gisteren de wijk [Tahrir|GPE] in.", ("CAPTURE", "namen … in")),
        ("De brug is hermetisch afgesloten voor de enclave.", ("SIEGE", "afgesloten")),
        ("De boeren zijn halsoverkop gevlucht.", ("DISPLACEMENT", "gevlucht")),
        ("De herders werden van huis en haard verdreven.", ("DISPLACEMENT", "van huis en haard verdreven")),
        ("Ze sneden elf mannen de keel door.", ("KILLING", "sneden … de keel door")),
        ("In mei schortten de partijen de gevechten op.", ("AGREEMENT", "schortten … de gevechten op")),
    ],
)
def test_which_words_an_idiom_takes(text: str, expected: tuple[str, str]) -> None:
    assert expected in triggers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De operatie begon woensdag.", ("ATTACK", "operatie")),
        ("Herders en boeren slaags", ("ATTACK", "slaags")),
        ("Twintig vrouwen zochten onderdak in een kerk.", ("DISPLACEMENT", "zochten onderdak")),
        ("De patiënten werden verhuisd.", ("DISPLACEMENT", "verhuisd")),
        ("Herders en boeren gaan elkaar te lijf.", ("ATTACK", "gaan elkaar te lijf")),
        ("Alle wegen zijn dicht.", ("SIEGE", "dicht")),
        ("De blauwhelmen zijn weg.", ("RETREAT", "weg")),
        ("Een tweede knal volgde bij het hotel.", ("BOMBING", "knal")),
        ("De duikboot vuurde twee [Zalko's|WEAPON] af.", ("AIRSTRIKE", "vuurde … af")),
        ("Sinds het begin van de operatie ligt het ziekenhuis vol.", ("ATTACK", "operatie")),
        ("Ze namen ook jongeren uit het dorp mee; jongeren werden meegenomen.", ("ABDUCTION", "meegenomen")),
        ("Operatie Zonsopgang begon woensdag.", ("ATTACK", "Operatie")),
        ("De vrouw kon met twee kinderen ontkomen.", ("DISPLACEMENT", "ontkomen")),
        ("De neven schoten door de ruiten.", ("ATTACK", "schoten")),
        ("Hulp bereikt de boeren.", ("AID", "Hulp")),
        ("Het leger verliest [Zalin|GPE].", ("CAPTURE", "verliest")),
        ("Kind dood door granaat", ("KILLING", "dood")),
        ("Wie vertrekt, verliest alles.", ("DISPLACEMENT", "vertrekt")),
        ("De wachters schoten op iedereen die wilde vertrekken.", ("DISPLACEMENT", "vertrekken")),
        ("De zieken werden naar een kliniek gebracht.", ("DISPLACEMENT", "gebracht")),
        ("Vier trucks met meel zijn gelost.", ("AID", "gelost")),
        ("Er komt een pauze van twee dagen.", ("AGREEMENT", "pauze")),
    ],
)
def test_plain_words_are_triggers_where_the_document_tells_of_war(text: str, expected: tuple[str, str]) -> None:
    assert expected in triggers(text + WAR)
    assert expected not in triggers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het garnizoen koos in de nacht het hazenpad.", "RETREAT"),
        ("De dorpelingen kozen in de nacht het hazenpad.", "DISPLACEMENT"),
        ("Burgers die het dorp verlaten, huilen.", "DISPLACEMENT"),
        ("Soldaten die het dorp verlaten, huilen.", "RETREAT"),
        ("Er was een chemische aanval.", "AIRSTRIKE"),
        ("[Duizenden|CARDINAL] anderen staken de rivier over.", "DISPLACEMENT"),
        ("Soldaten staken de rivier over.", "ADVANCE"),
        ("Niemand werd verjaagd.", "DISPLACEMENT"),
        ("Een scherf verbrijzelde zijn knie.", "INJURY"),
        ("De brug is verbrijzeld.", "DESTRUCTION"),
    ],
)
def test_types_by_who_and_what(text: str, expected: str) -> None:
    assert [kind for kind, _ in triggers(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Dat aantal valt in [Gaza|GPE] niet te controleren.",
        "De president voert een strijd om miljarden.",
        "Bij de stad is een massagraf gevonden.",
        "Een hulpschip ligt in de haven.",
        "Een tankstation is ontploft.",
        "Winkels werden geplunderd.",
        "De mannen worden van verkrachting beschuldigd.",
        "De mannen zouden zijn gemarteld.",
        "De gouverneur kondigde een avondklok af.",
        "Niemand weet of ze kunnen terugkeren.",
        "De directeur is ontzet.",
        "De ouders vragen zijn vrijlating.",
        "Sinds de staatsgreep is het stil.",
        "Dat deed hij als vergelding.",
        "Zijn neef stapte op een mijn.",
        "De generaal greep in mei de macht.",
        "Het geweld laait op.",
        "Dat was in bloed gesmoord.",
        "Hij won een bokswedstrijd.",
        "De nonnen hielden een nachtwake.",
        "Het toestel maakte een noodlanding.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert not triggers(text + WAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bij de haven ontplofte een munitiedepot.", [("OTHER", "ontplofte")]),
        ("Een bermbom ontplofte naast een munitiedepot.", [("BOMBING", "ontplofte")]),
        ("Gemaskerde mannen beschoten de stoet.", [("ATTACK", "beschoten")]),
        ("Het leger beschoot de stoet met houwitsers.", [("AIRSTRIKE", "beschoot")]),
        ("De ngo trekt haar medewerkers terug.", [("DISPLACEMENT", "trekt … terug")]),
        ("De natie trekt haar soldaten terug.", [("RETREAT", "trekt … terug")]),
        ("Een tent vol gewonde vissers.", [("INJURY", "gewonde")]),
        ("Hij stierf aan zijn verwondingen.", [("KILLING", "stierf")]),
        ("Boven de stad vlogen granaten.", [("AIRSTRIKE", "vlogen")]),
        ("Boven de stad vlogen meeuwen.", []),
        ("De granaat viel op hun hut.", [("AIRSTRIKE", "viel")]),
        ("De bandieten namen elf leerlingen mee.", [("ABDUCTION", "namen … mee")]),
        ("Boven de stad ontplofte een drone.", [("AIRSTRIKE", "ontplofte")]),
        ("De zieken zijn verhongerd.", [("KILLING", "verhongerd")]),
        ("Het garnizoen werd ontzet.", [("CAPTURE", "ontzet")]),
        ("Boeren worden verdreven door de honger.", [("DISPLACEMENT", "verdreven")]),
        ("Een munitiedepot ging de lucht in.", [("OTHER", "ging de lucht in")]),
        ("Twee helikopters zijn op elkaar gebotst.", [("OTHER", "gebotst")]),
        ("Een scholier werd door een projectiel van de politie getroffen.", [("INJURY", "getroffen")]),
        ("Het leger heeft de mannen vrijgelaten.", [("OTHER", "vrijgelaten")]),
    ],
)
def test_what_stands_beside_a_word_tells_its_type(text: str, expected: list[tuple[str, str]]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het vliegtuig wierp rijst en dekens af.", [("AID", "wierp … af")]),
        ("Bussen reden de kazerne binnen.", []),
        ("Tanks reden de kazerne binnen.", [("ADVANCE", "reden … binnen")]),
        ("De autobom trof een markt.", [("BOMBING", "trof")]),
        ("De raket trof een markt.", [("AIRSTRIKE", "trof")]),
        ("De president riep de staat van beleg uit.", []),
        ("Het beleg van de stad duurt.", [("SIEGE", "beleg")]),
        ("De boer heulde met de guerrilla.", []),
        ("In het bos zijn de rebellen ingesloten.", [("SIEGE", "ingesloten")]),
        ("De militie verloor de citadel.", [("CAPTURE", "verloor")]),
        ("De kustwacht onderschepte migranten.", [("DETENTION", "onderschepte")]),
        ("Op zee schoten bewakers.", [("ATTACK", "schoten")]),
        ("Het bestuur wil militairen sturen.", []),
        ("Ze sloegen toe met bommen.", [("BOMBING", "sloegen … toe")]),
        ("De vijand verloor twee tanks.", [("DESTRUCTION", "verloor")]),
        ("Aan de grens wisselden ze schoten uit.", [("ATTACK", "schoten")]),
        ("Soldaten bliezen de dam achter zich op.", [("DESTRUCTION", "bliezen … op")]),
        ("Gewapende mannen voerden scholieren weg.", [("ABDUCTION", "voerden … weg")]),
        ("Soldaten voerden zijn vader in een bus weg.", [("DETENTION", "voerden … weg")]),
        ("De slag kostte levens.", [("ATTACK", "slag"), ("KILLING", "kostte levens")]),
        ("De militie moet gevangenen overdragen.", []),
        ("[F-16's|VEHICLE] vielen doelen aan.", [("AIRSTRIKE", "vielen … aan")]),
        ("Troepen, gesteund door straaljagers, vielen doelen aan.", [("ATTACK", "vielen … aan")]),
    ],
)
def test_who_and_what_is_beside_a_verb_tells_what_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De rebellen hebben de hulp tegengehouden.", ("AID", "hulp")),
        ("Een helikopter moet dorpelingen naar [Gao|GPE] brengen.", ("DISPLACEMENT", "brengen")),
        ("Wie gepakt wordt, verdwijnt.", ("DETENTION", "gepakt")),
        ("De groep zal nooit vertrekken.", ("RETREAT", "vertrekken")),
        ("Ze trokken langs de rivier op.", ("ADVANCE", "trokken … op")),
        ("Ze bereikten de rand van het dal.", ("ADVANCE", "bereikten")),
        ("Met bootjes staken de troepen de rivier over.", ("ADVANCE", "staken … over")),
        ("We staan klaar om de stad binnen te gaan.", ("ADVANCE", "binnen te gaan")),
        ("Ze strijden mee aan de kust.", ("ATTACK", "strijden … mee")),
        ("Ze willen de vijand terugslaan.", ("ATTACK", "terugslaan")),
        ("In mei greep [Ghana|GPE] in.", ("ATTACK", "greep … in")),
        ("De eerste hulp bereikte de burgers.", ("AID", "hulp")),
        ("In mei vertrokken de Duitsers, troepen en al.", ("RETREAT", "vertrokken")),
    ],
)
def test_plain_words_beside_their_people(text: str, expected: tuple[str, str]) -> None:
    assert expected in triggers(text + WAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het kamp telt honderd ontheemde gezinnen.", ["DISPLACEMENT"]),
        ("Een man bracht zijn gordel tot ontploffing.", ["BOMBING"]),
        ("De patrouille liep in een hinderlaag.", ["ATTACK"]),
        ("Piraten houden het schip vast.", ["ABDUCTION"]),
        ("De politie houdt drie mannen vast.", ["DETENTION"]),
        ("Rebellen houden al een maand boeren vast.", ["ABDUCTION"]),
        ("De man werd voor verhoor meegenomen.", ["DETENTION"]),
        ("Hun broer werd van straat geplukt.", ["DETENTION"]),
        ("Het verdrag voorziet in wapens.", ["AGREEMENT"]),
        ("Een konvooi werd op de weg beschoten.", ["ATTACK"]),
        ("Ze gooiden met handgranaten.", ["ATTACK"]),
        ("Een drone schakelde drie leden uit.", ["KILLING"]),
        ("Soldaten kropen door een buis het dorp binnen.", ["ADVANCE"]),
        ("Drones raken raffinaderij", ["AIRSTRIKE"]),
        ("Bij de aanslag werden herders doodgeschoten.", ["ATTACK", "KILLING"]),
        ("Onder de doden is een arts.", ["KILLING"]),
        ("Betogers bezetten het kruispunt.", ["PROTEST"]),
        ("Een konvooi van het Wereldvoedselprogramma wacht.", ["AID"]),
        ("De oppositie kondigde een mars naar het plein aan.", ["PROTEST"]),
        ("Vluchten naar de kust zijn geschrapt.", []),
        ("De dorpelingen sluiten zich aan bij de opstand.", []),
        ("De lichamen lagen op straat.", []),
        ("De oppositie noemt het een zware slag voor het bestand.", ["AGREEMENT"]),
        ("De soldaten vluchtten.", ["RETREAT"]),
        ("Vier meisjes zijn nog in handen van de militie.", ["ABDUCTION"]),
        ("De brug is in handen van de militie.", ["CAPTURE"]),
        ("Blauwhelmen nemen posities in.", []),
        ("Er werd een tentenkamp getroffen.", ["AIRSTRIKE"]),
        ("Twee helikopters botsten in de lucht.", []),
        ("De meisjes zijn bevrijd.", []),
        ("Ze schoten een [helikopter|VEHICLE] neer.", ["DESTRUCTION"]),
        ("De vrouwen verbrandden hun kleren.", []),
        ("Ze bliezen in de kerk twee bommen op.", ["BOMBING"]),
        ("De markt lag onder een regen van granaten.", ["AIRSTRIKE"]),
        ("De coalitie sluit alle havens af.", ["SIEGE"]),
        ("De bewoners vluchtten.", ["DISPLACEMENT"]),
        ("Duizenden vluchtten voor het leger.", ["DISPLACEMENT"]),
        ("Volgens het leger vluchtten de herders.", ["DISPLACEMENT"]),
        ("Ze vluchtten toen het leger kwam.", ["DISPLACEMENT"]),
        ("Moslims vluchten onder begeleiding van soldaten.", ["DISPLACEMENT"]),
        ("Een zelfmoordenaar ramde met explosieven de poort.", ["BOMBING"]),
        ("De artsen van [Zalhulp|ORG] staken de hulp.", []),
        ("Tien gezinnen weten niet of ze kunnen vertrekken.", ["DISPLACEMENT"]),
        ("Tien soldaten weten niet of ze kunnen vertrekken.", ["RETREAT"]),
        ("De uit hun dorpen verdreven boeren willen terug.", ["DISPLACEMENT"]),
        ("Het bombarderen van de stad ging door.", ["AIRSTRIKE"]),
        ("Hij verloor zijn tas bij het vluchten.", ["DISPLACEMENT"]),
        ("Ze schoten om zich heen.", ["ATTACK"]),
        ("Buurlanden volgen de strijd met zorg.", ["ATTACK"]),
        ("Piraten overmeesterden de tanker.", ["ABDUCTION"]),
        ("Een zelfmoordenaar reed met explosieven de kazerne binnen.", ["BOMBING"]),
        ("Te voet staken duizend gezinnen de grens over.", ["DISPLACEMENT"]),
    ],
)
def test_what_a_word_means_by_whom_it_is_said_of(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in triggers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raketten troffen een markt. Niemand eiste de aanval op.", "AIRSTRIKE"),
        ("Een autobom ontplofte op een markt. De mannen zwegen. Niemand begreep de aanval.", "BOMBING"),
        ("Raketten troffen een markt. Later begon de aanval op de haven.", "ATTACK"),
        ("Raketten troffen een markt. Niemand eiste deze aanval op.", "AIRSTRIKE"),
    ],
)
def test_the_strike_that_is_spoken_of_is_the_last_one_told(text: str, expected: str) -> None:
    assert [kind for kind, words in triggers(text) if words == "aanval"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De vijand werd naar de kust teruggeworpen.", [("RETREAT", "teruggeworpen")]),
        ("De overvallers gingen er op brommers vandoor.", [("RETREAT", "gingen … vandoor")]),
        ("Het leger joeg [Jabha|ORG] uit de kazerne.", [("RETREAT", "joeg")]),
        ("De soldaten zijn aan het front weggerend.", [("RETREAT", "weggerend")]),
        ("Bij de uitbraak uit de stad dropen de rebellen af.", [("RETREAT", "uitbraak"), ("RETREAT", "dropen … af")]),
        ("De regering eist een vertrek van de militie.", [("RETREAT", "vertrek")]),
        ("Het ziekenhuis werd ontruimd.", [("DISPLACEMENT", "ontruimd")]),
        ("De kazerne werd ontruimd.", [("RETREAT", "ontruimd")]),
        ("Op ezels trekken gezinnen naar de kust.", [("DISPLACEMENT", "trekken")]),
        ("Een konvooi met bonen vertrok gisteren.", [("AID", "konvooi")]),
        ("Twintig mensen stierven van honger.", []),
        ("Er is huis na huis gemoord.", [("KILLING", "gemoord")]),
        ("Bewoners melden dood van drie vissers.", [("KILLING", "dood")]),
        ("De wacht bood weinig tegenstand.", []),
        ("Bij de slag waren huurlingen.", [("ATTACK", "slag")]),
        ("Ze bliezen bruggen op en legden bermbommen.", [("DESTRUCTION", "bliezen … op")]),
        ("Na de bom ging een hele wijk de lucht in.", [("DESTRUCTION", "ging … de lucht in")]),
        ("De stad [Zalin|GPE] dreigt te vallen.", [("CAPTURE", "vallen")]),
        ("Actievoerders bezetten het station.", [("PROTEST", "bezetten")]),
        ("De militie moet zware wapens inleveren.", [("SURRENDER", "inleveren")]),
        ("Ze hielden de bus aan.", []),
        ("Negen van hen zijn in handen van de militie.", [("ABDUCTION", "in handen")]),
        ("De vrouwen zijn als menselijk schild meegevoerd.", [("ABDUCTION", "meegevoerd")]),
        ("Alle herders werden uit hun dorpen verdreven.", [("DISPLACEMENT", "verdreven")]),
        ("Alle soldaten werden uit hun kampen verdreven.", [("RETREAT", "verdreven")]),
        ("De laatste strijders zijn uit de wijk vertrokken.", [("RETREAT", "vertrokken")]),
        ("De laatste strijders zijn met hun gezinnen naar [Idlib|GPE] vertrokken.", [("DISPLACEMENT", "vertrokken")]),
        ("De daders verdwenen in het bos.", [("RETREAT", "verdwenen")]),
        ("De rebellen ruimden hun stellingen.", [("RETREAT", "ruimden")]),
        ("De soldaten keerden naar hun kazernes terug.", [("RETREAT", "keerden … terug")]),
        ("De eenheden zijn naar een tweede linie teruggevallen.", [("RETREAT", "teruggevallen")]),
        ("[Zalfront|ORG] vertrekt uit [Mali|GPE].", [("RETREAT", "vertrekt")]),
        ("Wie kon, verliet de stad.", [("DISPLACEMENT", "verliet")]),
        ("De helft van de inwoners is weg.", [("DISPLACEMENT", "weg")]),
        ("Mensen lopen te voet naar de grens.", [("DISPLACEMENT", "lopen")]),
        ("Op hun vlucht werden ze beroofd.", [("DISPLACEMENT", "vlucht")]),
        ("De militie trok in mei de rivier over.", [("ADVANCE", "trok … over")]),
        ("De troepen trekken naar het zuiden.", [("ADVANCE", "trekken")]),
        ("Het leger heeft de snelweg bereikt.", [("ADVANCE", "bereikt")]),
        ("De rebellen zijn hun laatste bolwerk kwijt.", [("CAPTURE", "kwijt")]),
        ("De overname van de stad verliep rustig.", [("CAPTURE", "overname")]),
        ("De schutter werd overmeesterd.", [("DETENTION", "overmeesterd")]),
        ("Rebellen houden vissers gevangen.", [("ABDUCTION", "houden … gevangen")]),
        ("Ze wachten op de uitdeling van voedsel.", [("AID", "uitdeling")]),
        ("Huurlingen maken jacht op herders.", [("ATTACK", "jacht")]),
        ("Ze sloegen toe met raketten.", [("AIRSTRIKE", "sloegen … toe")]),
        ("Agenten bestookten de menigte met traangas.", [("ATTACK", "bestookten")]),
        ("De ngo stuurde medicijnen naar het dorp.", [("AID", "medicijnen")]),
        ("De gezinnen worden van dekens en water voorzien.", [("AID", "dekens")]),
        ("De ngo deelde dekens uit.", [("AID", "deelde … uit")]),
        ("In het dorp is geen voedsel.", []),
        ("Anderen vertrokken in mei.", [("DISPLACEMENT", "vertrokken")]),
        ("De minister vertrok in mei.", []),
        ("Na het vertrek van de missie werd het stil.", [("RETREAT", "vertrek")]),
        ("Na het vertrek uit de belegerde wijk werd het stil.", [("DISPLACEMENT", "vertrek"), ("SIEGE", "belegerde")]),
        ("[Zalfront|ORG] verliet de heuvel.", [("RETREAT", "verliet")]),
        ("Met karren trokken ze naar de kust.", [("DISPLACEMENT", "trokken")]),
        ("Dit is geen vlucht.", [("DISPLACEMENT", "vlucht")]),
        ("Ze probeerden in een colonne te ontkomen.", [("DISPLACEMENT", "ontkomen")]),
        ("De vrouw is naar een school overgebracht.", [("DISPLACEMENT", "overgebracht")]),
        ("In mei raakte de militie het dal kwijt.", [("CAPTURE", "raakte … kwijt")]),
        ("In de loods ontplofte een voorraad granaten.", [("OTHER", "ontplofte")]),
    ],
)
def test_who_goes_and_what_is_done_to_whom(text: str, expected: list[tuple[str, str]]) -> None:
    told = triggers(text + WAR)
    assert told == expected


def test_every_word_of_a_guard_can_be_met() -> None:
    source = tomllib.loads((ROOT / "resources" / "lexicons" / "triggers-nl.toml").read_text("utf-8"))
    lists = [
        one for group in source["group"] for name, one in group.items() if isinstance(one, list) and name != "phrases"
    ]
    words = [word for one in lists for word in one]
    assert len(words) > 1000
    assert [
        word for word in words if " " in word or "*" in word[1:-1]
    ] == []  # guards hold single words, wild at an end
