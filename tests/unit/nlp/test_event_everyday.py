"""Events told in everyday words, in a story of war: found there, and left alone where life goes on as ever."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import triggers

LEAD = "In de burgeroorlog zijn bij gevechten tussen rebellen en het leger honderden doden gevallen. "


def told(sentence: str) -> list[tuple[str, str]]:
    """The events of a sentence after one that tells of war."""
    before = len(triggers(LEAD))
    return triggers(LEAD + sentence)[before:]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mijn buurman is doodgegaan door een granaat.", ("KILLING", "doodgegaan")),
        ("Elke dag gaan er mensen dood in het kamp.", ("KILLING", "gaan … dood")),
        ("We verloren die nacht vier vrienden.", ("KILLING", "verloren")),
        ("De daders maakten de bewakers koud.", ("KILLING", "maakten … koud")),
        ("De rebellen heersten over [Gao|GPE].", ("CAPTURE", "heersten")),
        ("De rebellen overmanden de stad.", ("CAPTURE", "overmanden")),
        ("De soldaten overliepen drie posten van het leger.", ("CAPTURE", "overliepen")),
        ("De rebellen hebben het vliegveld te pakken.", ("CAPTURE", "te pakken")),
        ("Op straat was het knokken.", ("ATTACK", "knokken")),
        ("Inwoners horen nog steeds geknal.", ("ATTACK", "geknal")),
        ("Een paar soldaten boden nog tegenstand.", ("ATTACK", "tegenstand")),
        ("Na een jaar sloeg het leger de opstand van de stammen neer.", ("ATTACK", "opstand")),
        ("[Frankrijk|GPE] smeet tien bommen op de stad.", ("AIRSTRIKE", "smeet")),
        ("Het leger ontkent dat het zware wapens afvuurt op het kamp.", ("AIRSTRIKE", "afvuurt")),
        ("Omdat de rebellen alle wegen afgrendelen, komt er niets meer binnen.", ("SIEGE", "afgrendelen")),
        ("Er wordt geen voedsel meer aangevoerd.", ("AID", "aangevoerd")),
        ("Wij kunnen niemand meer te eten geven.", ("AID", "te eten geven")),
        ("We zijn naar het bos gerend.", ("DISPLACEMENT", "gerend")),
        ("Iedereen wil weg.", ("DISPLACEMENT", "weg")),
        ("De zieken zijn met een schip naar de overkant gebracht.", ("DISPLACEMENT", "gebracht")),
        ("De rebellen glipten weg uit de stad.", ("RETREAT", "glipten … weg")),
        ("De rebellen kwamen de stad in.", ("ADVANCE", "kwamen … in")),
        ("De rebellen marcheren naar [Kinshasa|GPE].", ("ADVANCE", "marcheren")),
        ("Bij de ambassade werd brand gesticht.", ("DESTRUCTION", "brand gesticht")),
        ("De strijders sloegen de beelden stuk.", ("DESTRUCTION", "sloegen … stuk")),
        ("Er is een wapenpauze van drie uur.", ("AGREEMENT", "wapenpauze")),
        ("Het leger heeft een piloot te pakken.", ("DETENTION", "te pakken")),
        ("Er zijn relletjes in de hoofdstad.", ("PROTEST", "relletjes")),
        ("De chauffeur was op slag dood.", ("KILLING", "dood")),
        ("Onze buren liggen dood onder het puin.", ("KILLING", "dood")),
        ("De generaal denkt niet aan opgeven.", ("SURRENDER", "opgeven")),
        ("De mariniers gingen bij [Kismayo|GPE] aan land.", ("ADVANCE", "aan land")),
        ("De rebellen kwamen van de heuvels af.", ("ADVANCE", "kwamen … af")),
        ("Vannacht werd [Charkiv|GPE] met raketten bekogeld.", ("AIRSTRIKE", "bekogeld")),
        ("We slaan pas toe als iedereen er is.", ("ATTACK", "slaan … toe")),
        ("Als [Mueda|GPE] valt, is alles voorbij.", ("CAPTURE", "valt")),
        ("Twintigduizend burgers konden niet op tijd weg.", ("DISPLACEMENT", "weg")),
        ("Twaalf voorbijgangers liepen wonden op.", ("INJURY", "liepen wonden op")),
        ("De artsen verzorgen de gewonden.", ("AID", "verzorgen")),
        ("In het dorp brandde de markt.", ("DESTRUCTION", "brandde")),
        ("Overal zijn ruiten gesneuveld.", ("DESTRUCTION", "gesneuveld")),
        ("De kapper raakte een voet kwijt.", ("INJURY", "raakte … kwijt")),
        ("Het leger was er al vandoor.", ("RETREAT", "vandoor")),
        ("De daders gingen er op motoren vandoor.", ("RETREAT", "gingen … vandoor")),
        ("Bendeleden plukten zes leraren van straat.", ("ABDUCTION", "plukten")),
        ("Studenten bekogelden het gebouw.", ("PROTEST", "bekogelden")),
        ("De mortieren beukten op de wijk.", ("AIRSTRIKE", "beukten")),
        ("Vrijwilligers brengen er brood en drinkwater.", ("AID", "brengen")),
        ("Een loods met oude granaten is in de lucht gevlogen.", ("OTHER", "in de lucht gevlogen")),
        ("Zij liep vijf dagen naar een kamp bij de grens.", ("DISPLACEMENT", "liep")),
        ("Door de klap begaf het dak het.", ("DESTRUCTION", "begaf")),
        ("Hij kreeg een kogel in zijn schouder.", ("INJURY", "kreeg")),
        ("De stad zit al maanden op slot.", ("SIEGE", "op slot")),
        ("Wie zich verzette, werd doodgemaakt.", ("KILLING", "doodgemaakt")),
        ("In tien jaar zijn duizenden mensen aan hun eind gekomen.", ("KILLING", "aan hun eind gekomen")),
        ("De stad is al een paar keer van baas gewisseld.", ("CAPTURE", "van baas gewisseld")),
        ("Er komen elke nacht mensen aangelopen uit [Bentiu|GPE].", ("DISPLACEMENT", "aangelopen")),
        ("De mensen trokken met karren de woestijn in.", ("DISPLACEMENT", "trokken … in")),
        ("Het gezin nam de wijk naar [Jordanië|GPE].", ("DISPLACEMENT", "nam de wijk")),
        ("De stad viel in [drie dagen|DURATION].", ("CAPTURE", "viel")),
        ("Het leger beheerst nu de weg.", ("CAPTURE", "beheerst")),
        ("De rebellen braken door de linies heen.", ("ADVANCE", "braken … heen")),
        ("De soldaten lieten hun posten in de steek.", ("RETREAT", "in de steek")),
        ("Hij zit al [twee jaar|DURATION] vast.", ("DETENTION", "zit … vast")),
        ("Van de school is niets over.", ("DESTRUCTION", "niets over")),
        ("Ze gooiden een granaat in de tuin.", ("ATTACK", "gooiden")),
        ("Mijn opa en mijn tante zijn er niet meer.", ("KILLING", "zijn er niet meer")),
        ("Drie wachters hebben het niet gered.", ("KILLING", "het niet gered")),
        ("De twee jongens kwamen niet levend terug.", ("KILLING", "kwamen niet levend terug")),
        ("De hele familie moest eraan geloven.", ("KILLING", "eraan geloven")),
        ("De gasten werden overhoop geschoten.", ("KILLING", "overhoop geschoten")),
        ("Ze sneden de wachter de strot door.", ("KILLING", "sneden … de strot door")),
        ("Zijn neef is bij de brug in de modder blijven liggen.", ("KILLING", "blijven liggen")),
        ("Bij de put bleven er negen vrouwen dood achter.", ("KILLING", "dood")),
        ("Ze hebben iedereen afgemaakt.", ("KILLING", "afgemaakt")),
        ("Mijn tante werd geraakt in haar schouder.", ("INJURY", "geraakt")),
        ("De visser verloor twee vingers.", ("INJURY", "verloor")),
        ("De jongen mist sinds de beschieting een arm.", ("INJURY", "mist")),
        ("Niemand wordt een haar gekrenkt.", ("INJURY", "een haar gekrenkt")),
        ("Soldaten hebben hem uit de trein gehaald.", ("DETENTION", "uit de trein gehaald")),
        ("Wie te laat was, werd in een hok gezet.", ("DETENTION", "in een hok gezet")),
        ("Soldaten namen mijn buurman mee naar de kazerne.", ("DETENTION", "namen … mee")),
        ("Gewapende mannen plukten twee artsen uit een bus.", ("ABDUCTION", "plukten")),
        ("Toen hebben ze hem meegenomen.", ("ABDUCTION", "meegenomen")),
        ("Mijn zus is in mei uit [Homs|GPE] weggelopen.", ("DISPLACEMENT", "weggelopen")),
        ("Mijn oma is de grens overgevlucht.", ("DISPLACEMENT", "overgevlucht")),
        ("Duizend gezinnen zijn de stad uit.", ("DISPLACEMENT", "de stad uit")),
        ("Alle mensen zijn al de grens over.", ("DISPLACEMENT", "de grens over")),
        ("Duizenden mensen zijn op pad gegaan.", ("DISPLACEMENT", "op pad gegaan")),
        ("Honderden gezinnen zijn in het kamp neergestreken.", ("DISPLACEMENT", "neergestreken")),
        ("De schipper weigert te vertrekken.", ("DISPLACEMENT", "vertrekken")),
        ("Ze dreven alle dorpelingen naar het plein.", ("DISPLACEMENT", "dreven")),
        ("De kustwacht stuurde twee boten terug.", ("DISPLACEMENT", "stuurde … terug")),
        ("Wie kan lopen, loopt.", ("DISPLACEMENT", "loopt")),
        ("De agenten gingen ervandoor.", ("RETREAT", "gingen ervandoor")),
        ("Het leger had zijn koffers al gepakt.", ("RETREAT", "zijn koffers al gepakt")),
        ("De tanks keerden om.", ("RETREAT", "keerden … om")),
        ("De generaal haalde zijn mannen weg.", ("RETREAT", "haalde … weg")),
        ("De rebellen kwamen over de brug aanlopen.", ("ADVANCE", "aanlopen")),
        ("Zij kwamen op motoren het dorp in.", ("ADVANCE", "kwamen … in")),
        ("Toen kwamen de soldaten.", ("ADVANCE", "kwamen")),
        ("Ze kunnen morgen terugkomen.", ("ADVANCE", "terugkomen")),
        ("[Rwanda|GPE] ontkent dat het tanks heeft gestuurd.", ("ADVANCE", "gestuurd")),
        ("Het leger breekt de ring om de stad open.", ("ADVANCE", "breekt … open")),
        ("De jihadisten zijn nu de baas in het dorp.", ("CAPTURE", "de baas")),
        ("Hebben de rebellen het hier voor het zeggen?", ("CAPTURE", "voor het zeggen")),
        ("[Gao|GPE] is weer van ons.", ("CAPTURE", "van ons")),
        ("Eerst pakken we [Gao|GPE].", ("CAPTURE", "pakken")),
        ("Anders nemen we ook de rest af.", ("CAPTURE", "nemen … af")),
        ("Het regent raketten op de stad.", ("AIRSTRIKE", "Het regent raketten")),
        ("Vliegtuigen gooiden hun lading uit boven het dorp.", ("AIRSTRIKE", "gooiden … uit")),
        ("Het dorp werd met artillerie onder vuur genomen.", ("AIRSTRIKE", "onder vuur genomen")),
        ("Bij de brug wordt er nog geknald.", ("ATTACK", "geknald")),
        ("Mannen vielen de gevangenis binnen.", ("ATTACK", "vielen … binnen")),
        ("Op de markt ging er weer een af.", ("BOMBING", "ging … af")),
        ("Het leger hield de weg naar de haven maanden potdicht.", ("SIEGE", "potdicht")),
        ("Het leger wil de stad uithongeren.", ("SIEGE", "uithongeren")),
        ("Twee mannen kwamen met hun handen omhoog naar buiten.", ("SURRENDER", "met hun handen omhoog")),
        ("Nonnen brachten zalf en zeep naar de kelders.", ("AID", "brachten")),
        ("De bakkers delen soep en jassen uit.", ("AID", "delen … uit")),
        ("Alles ligt plat in het dorp.", ("DESTRUCTION", "plat")),
        ("Onze straat bestaat niet meer.", ("DESTRUCTION", "bestaat niet meer")),
        ("De flat is doormidden gebroken.", ("DESTRUCTION", "gebroken")),
        ("Buurtbewoners liepen te hoop tegen de regering.", ("PROTEST", "liepen te hoop")),
        ("„Geef u over!”, riep een soldaat.", ("SURRENDER", "Geef … over")),
        ("[Rusland|GPE] smeet er gisteren tien bommen op.", ("AIRSTRIKE", "smeet")),
        ("De bewoners werd gevraagd de wijk te verlaten.", ("DISPLACEMENT", "verlaten")),
        ("Het leger sloeg terug met houwitsers.", ("AIRSTRIKE", "sloeg … terug")),
        ("De rebellen overrompelden de kazerne.", ("ATTACK", "overrompelden")),
        ("Daarna begon het schieten weer.", ("ATTACK", "schieten")),
        ("De daders bliezen de deuren op.", ("DESTRUCTION", "bliezen … op")),
        ("De militie maakte zich uit de voeten.", ("RETREAT", "uit de voeten")),
        ("De tanks trekken door het dorp.", ("ADVANCE", "trekken")),
        ("Straks trekken de rebellen naar de haven.", ("ADVANCE", "trekken")),
        ("Een vliegtuig heeft de medewerkers opgehaald.", ("DISPLACEMENT", "opgehaald")),
        ("De militairen verbrandden zes mensen in een kerk.", ("KILLING", "verbrandden")),
        ("Hulporganisaties kunnen niemand iets brengen.", ("AID", "brengen")),
        ("Het leger dreigt met vergelding.", ("ATTACK", "vergelding")),
        ("Wie een baard heeft, moet mee.", ("ABDUCTION", "moet mee")),
    ],
)
def test_everyday_words_tell_of_war_in_a_story_of_war(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De planten gaan dood door de droogte.",
        "Hij verloor zijn werk en zijn geduld.",
        "In de hoofdstad heersten rust en stilte.",
        "Vijf minuten na het ingaan van de rust werd er gegeten.",
        "De dorpelingen boden nauwelijks tegenstand.",
        "We renden naar de bus om op tijd te zijn.",
        "De kinderen liepen naar school.",
        "Zij bezit drie huizen aan de kust.",
        "Hij werd ter dood veroordeeld.",
        "Wie wordt er straks de baas?",
        "In het huis brandde nog een lamp.",
        "In de streek liep het al jaren uit de hand.",
        "De dieven gingen er met het geld vandoor.",
        "De mensen kenden de weg uit de stad.",
        "De deur van de school ging op slot.",
        "Hij kreeg een brief van zijn dochter.",
        "De minister gaf drie miljoen euro aan defensie.",
        "De vrachtwagen zit al [twee uur|DURATION] vast in de modder.",
        "Er is niets over te zeggen.",
        "Zij lieten hun vrienden in de steek.",
        "Mijn oma is er niet meer bij.",
        "De winkel is er niet meer.",
        "Wij zijn er geweest, het was mooi.",
        "De bakker bracht zijn dochter elke ochtend naar haar werk.",
        "De mensen liepen naar de winkel.",
        "Zijn telefoon ging af tijdens het gesprek.",
        "De kinderen komen terug van school.",
        "Ze pakken de bus naar hun werk.",
        "De kurk knalde van de fles.",
        "Het internet ligt plat in de stad.",
        "De oude vrouw is in bed blijven liggen.",
        "Mijn moeder was de baas in huis.",
        "De boeren strijken neer op een terras.",
        "De trein kwam aanrijden.",
        "De leraar kwam de klas in.",
        "De minister kreeg de volle laag van het parlement.",
        "Zijn buurvrouw mist haar kat.",
        "Ze pakte het schrift van haar broer af.",
        "Hij maakte zijn studie af.",
        "Ruim drieduizend mensen deden op school iets op.",
        "Hij verliet de winkel na een gesprek.",
        "De boeren trekken een hek langs de akkers.",
        "De chauffeur moest mee naar de garage.",
    ],
)
def test_everyday_life_goes_on_in_a_story_of_war(sentence: str) -> None:
    assert not told(sentence)


def test_a_quarter_that_is_taken_under_fire_is_not_taken_flight_from() -> None:
    assert told("Het leger nam de wijk onder vuur.") == [("ATTACK", "onder vuur")]


@pytest.mark.parametrize(
    ("lead", "is_of_war"),
    [
        ("Een soldaat met een geweer zat in de bezette school. Een granaat viel, en er lagen gewonden en doden bij het "
         "checkpoint, dicht bij een massagraf.", True),
        ("Het leger deelde soep uit bij de ontploffing in de fabriek.", False),
        ("De spits schoot de bal in het doel en de strijd was gewonnen.", False),
    ],
)  # fmt: skip
def test_eyewitnesses_tell_of_war_in_plain_words(lead: str, is_of_war: bool) -> None:
    found = triggers(lead + " Alle wegen zijn dicht.")
    assert (("SIEGE", "dicht") in found) == is_of_war


@pytest.mark.parametrize(
    "sentence", ["De mannen kwamen over de grote weg.", "De mensen kwamen zaterdag over de weg uit [Gao|GPE]."]
)
def test_who_comes_by_road_is_not_gone(sentence: str) -> None:
    assert not [trigger for kind, trigger in told(sentence) if kind == "DISPLACEMENT"]
