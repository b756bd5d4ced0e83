"""Entities and events together, on sentences about conflicts of all kinds made for these tests: a class each."""

from __future__ import annotations

import pytest

from annotator.core.document import Document
from annotator.core.suggestion import Suggestion
from annotator.core.text import covered
from annotator.nlp.worker.entities import KnownNames, suggest_entities
from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.events.lexicon import WordSet
from tests.unit.nlp.test_entities import document_of


def read(text: str) -> tuple[Document, list[Suggestion], list[Suggestion]]:
    document = document_of(text)
    entities = suggest_entities(document, KnownNames())
    return document, entities, suggest_events(document, entities)


def event(text: str, trigger: str) -> tuple[Suggestion, dict[str, str]]:
    """The event with that trigger and the names of all entities by id."""
    _, entities, events = read(text)
    names = {one.id: covered(text, one.fragments) for one in entities}
    for one in events:
        if covered(text, one.fragments) == trigger:
            return one, names
    raise AssertionError(f"no {trigger!r} among {[(one.label, covered(text, one.fragments)) for one in events]}")


def roles(text: str, trigger: str) -> set[tuple[str, str]]:
    found, names = event(text, trigger)
    return {(argument.role, names[argument.span]) for argument in found.arguments}


@pytest.mark.parametrize(
    ("text", "label", "trigger"),
    [
        # what a weapon beside the verb makes of it
        ("De batterij vuurde granaten naar de kazerne.", "AIRSTRIKE", "vuurde"),
        ("Een granaat explodeerde naast de waterput.", "AIRSTRIKE", "explodeerde"),
        ("Bij de poort explodeerde een autobom.", "BOMBING", "explodeerde"),
        ("Een lijnbus werd geraakt bij Sumy.", "AIRSTRIKE", "geraakt"),
        ("Een jongen blies zich op in de moskee.", "BOMBING", "blies … op"),
        # particles, apart and with their infinitive
        ("Twee raketten sloegen in vlak achter de markt.", "AIRSTRIKE", "sloegen … in"),
        ("Colonnes staken met tanks de rivier over.", "ADVANCE", "staken … over"),
        ("Vliegtuigen kwamen om landgenoten weg te halen.", "DISPLACEMENT", "weg te halen"),
        ("Israël viel in maart het zuiden van Libanon binnen.", "ADVANCE", "viel … binnen"),
        ("De daders sneden de wachter de keel door.", "KILLING", "sneden … de keel door"),
        ("Kenia trok in maart zijn laatste troepen uit Kismayo terug.", "RETREAT", "trok … terug"),
        ("Honderden gezinnen vluchtten de besneeuwde bergen op.", "DISPLACEMENT", "vluchtten"),
        ("De rebellen smeten hun geweren neer.", "SURRENDER", "smeten … neer"),
        (
            "Een voltreffer deed de bibliotheek in rook opgaan en tanks schoten de brug aan flarden.",
            "DESTRUCTION",
            "aan flarden",
        ),
        ("Het garnizoen droeg zijn zware wapens over.", "SURRENDER", "droeg … over"),
        ("De junta sloeg hard terug.", "ATTACK", "sloeg … terug"),
        # who flees, and who is but told to have gone
        ("Duizenden Armeniërs zijn weggetrokken.", "DISPLACEMENT", "weggetrokken"),
        ("Twee brigades zijn weggetrokken.", "RETREAT", "weggetrokken"),
        ("Ontheemden stroomden het buurland binnen.", "DISPLACEMENT", "stroomden … binnen"),
        # a participle before "en" is no noun
        ("Bandieten hebben een gehucht overvallen en vee gestolen.", "ATTACK", "overvallen"),
        # participles of verbs with a prefix without stress
        ("In de kelder zijn gevangenen mishandeld.", "INJURY", "mishandeld"),
        ("De grensposten wisselden twee keer van eigenaar.", "CAPTURE", "van eigenaar"),
        # a noun of place with its direction after it is no particle
        ("Boeren vluchtten te voet de heuvels in.", "DISPLACEMENT", "vluchtten"),
        # ground given up, taken away or lost
        ("De regering gaf ook Bunia op.", "CAPTURE", "gaf … op"),
        ("De rebellen maakten zich meester van de kazerne.", "CAPTURE", "maakten zich meester"),
        ("Voor de junta is het verlies van Gao pijnlijk.", "CAPTURE", "verlies"),
        # what an operation and a battle are known by, and what a raid is flown with
        ("De generaal kondigde de operatie van het leger aan.", "ATTACK", "operatie"),
        ("De slag duurde zes weken.", "ATTACK", "slag"),
        ("Er werd geschoten op een brandweerman.", "ATTACK", "geschoten"),
        ("Bij een raid van de luchtmacht brandde een schuur af.", "AIRSTRIKE", "raid"),
        # people brought away
        ("De zwaargewonden werden weggebracht.", "DISPLACEMENT", "weggebracht"),
        ("Sinds maandag zijn 900 mensen overgevlogen.", "DISPLACEMENT", "overgevlogen"),
        ("Vrouwen mochten vertrekken uit de belegerde wijk.", "DISPLACEMENT", "vertrekken"),
        ("Rebellen schoten een straaljager neer.", "DESTRUCTION", "schoten … neer"),
        ("Twaalf opvarenden verdronken.", "KILLING", "verdronken"),
        ("De laatste bussen zijn de wijk uitgereden.", "DISPLACEMENT", "uitgereden"),
        ("De Belgische troepen zijn weg uit Gao.", "RETREAT", "weg"),
        ("Het dorp is met de grond gelijkgemaakt.", "DESTRUCTION", "met de grond gelijkgemaakt"),
        ("Vijf dorpen zijn sinds juni in het bezit van M23.", "CAPTURE", "in het bezit"),
        ("Soldaten braken door het front.", "ADVANCE", "braken"),
        ("Wij geven ons niet over.", "SURRENDER", "geven … over"),
        ("Een konvooi met meel bereikte Gao.", "AID", "konvooi"),
        ("Zonder slag of stoot namen zij Bunia in.", "CAPTURE", "namen … in"),
    ],
)
def test_triggers(text: str, label: str, trigger: str) -> None:
    assert event(text, trigger)[0].label == label


@pytest.mark.parametrize(
    "text",
    [
        "Er hing sneeuw in de lucht boven het dal.",
        "De jongens gooiden hun petten in de lucht.",
        "De partijen kwamen een wapenstilstand overeen.",  # one agreement, not two
        "Veel landen in de regio zwijgen.",
        "De kinderen zijn nog in handen van de ontvoerders.",
        # said of parliaments
        "De premier werd met vragen bestookt.",
        "Dat werd een politieke veldslag.",
        "Het voorstel sneuvelde in de Senaat.",
        "De VN houdt haar hart vast.",
        "Het verlies van België tegen Frankrijk deed pijn.",
        "De koers van koper rukt op naar een record.",
        "De bank zette een diplomatiek offensief in.",
        "Ze lag wegens haar uitspraken onder vuur.",
        "Onze turnsters veroverden in Osaka zilver.",
        "Klanten bestormden het dessertbuffet.",
        "Vorige week werd het kamp bezocht.",
        "Het gezin vertrekt uit Brussel met vakantie.",
        "De kinderen reden naar school met de bus.",
        "De boeren dreven hun vee naar de grens.",
        "De directeur stuurt tenten naar het festival.",
        "De wielrenner naderde Gent op drie kilometer.",
        "De speler gaf Gent op als reisdoel.",
    ],
)
def test_what_is_no_event_of_its_own(text: str) -> None:
    _, _, events = read(text)
    assert [one.label for one in events if one.label in ("DESTRUCTION", "ADVANCE", "CAPTURE")] == []
    assert len([one for one in events if one.label == "AGREEMENT"]) <= 1


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # who tells of his own doings is source and agent
        (
            "De RSF zegt vijftig soldaten te hebben gedood.", "gedood",
            {("SOURCE", "RSF"), ("AGENT", "RSF"), ("COUNT", "vijftig")},
        ),
        (
            "Kenia ontkent dat zijn soldaten Kismayo hebben beschoten.", "beschoten",
            {("SOURCE", "Kenia"), ("AGENT", "Kenia"), ("PLACE", "Kismayo")},
        ),
        (
            "Het Oegandese leger meldt dat het in Bunia zes rebellen heeft gedood.", "gedood",
            {("SOURCE", "Oegandese leger"), ("AGENT", "Oegandese leger"), ("PLACE", "Bunia"), ("COUNT", "zes")},
        ),
        # who is accused is the agent
        (
            "Amnesty International beschuldigt Rwanda van een aanval op Goma.", "aanval",
            {("SOURCE", "Amnesty International"), ("AGENT", "Rwanda"), ("PLACE", "Goma")},
        ),
        (
            "De M23 wordt ervan beschuldigd in Masisi dertig boeren te hebben vermoord.", "vermoord",
            {("AGENT", "M23"), ("PLACE", "Masisi"), ("COUNT", "dertig")},
        ),
        # each of two participles has its own count
        (
            "In Homs zijn negen burgers gedood en twintig anderen opgepakt.", "gedood",
            {("PLACE", "Homs"), ("COUNT", "negen")},
        ),
        (
            "In Homs zijn negen burgers gedood en twintig anderen opgepakt.", "opgepakt",
            {("PLACE", "Homs"), ("COUNT", "twintig")},
        ),
        # what goes on after "en" has the same subject, what follows a colon the same place
        ("Marib ligt onder vuur en is ingesloten.", "ingesloten", {("PLACE", "Marib")}),
        ("In Kramatorsk werd een flat getroffen: een kind kwam om.", "kwam … om", {("PLACE", "Kramatorsk")}),
        # the goal of an advance, and both ends of a flight
        (
            "In het oosten van Congo rukken de rebellen van M23 op naar Goma.", "rukken … op",
            {("AGENT", "M23"), ("PLACE", "Goma")},
        ),
        (
            "Uit Soemy werden zestig patiënten met bussen geëvacueerd naar Poltava.", "geëvacueerd",
            {("PLACE", "Soemy"), ("PLACE", "Poltava"), ("COUNT", "zestig"), ("INSTRUMENT", "bussen")},
        ),
        (
            "In Najaf en Basra werden kantoren in brand gestoken.", "in brand gestoken",
            {("PLACE", "Najaf"), ("PLACE", "Basra")},
        ),
        # names that stand for whom they describe
        (
            "Bosnische Serviërs namen dinsdag Žepa in.", "namen … in",
            {("AGENT", "Serviërs"), ("TIME", "dinsdag"), ("PLACE", "Žepa")},
        ),
        (
            "Twee F-16's van de NAVO voerden een luchtaanval uit op Pale.", "luchtaanval",
            {("AGENT", "NAVO"), ("INSTRUMENT", "F-16's"), ("PLACE", "Pale")},
        ),
        (
            "Het leger van Myanmar bombardeerde met straaljagers het dorp Hpakant.", "bombardeerde",
            {("AGENT", "Myanmar"), ("INSTRUMENT", "straaljagers"), ("PLACE", "Hpakant")},
        ),
        # brackets do not end a clause, "onder wie" adds a count
        (
            "In Kayin zou de Karen National Union (KNU) hebben ingestemd.", "ingestemd",
            {("AGENT", "Karen National Union"), ("PLACE", "Kayin")},
        ),
        (
            "Bij de brug kwamen zeven mensen om, onder wie drie kinderen.", "kwamen … om",
            {("COUNT", "zeven"), ("COUNT", "drie")},
        ),
        # a bomb is what it is done with
        (
            "In Kismayo is vrijdag een autobom ontploft.", "ontploft",
            {("PLACE", "Kismayo"), ("TIME", "vrijdag"), ("INSTRUMENT", "autobom")},
        ),
        (
            "Rusland en Oekraïne praten in Istanbul over een bestand.", "bestand",
            {("AGENT", "Rusland"), ("AGENT", "Oekraïne"), ("PLACE", "Istanbul")},
        ),
        # the place that a report comes from does nothing, nor does a place that acts in another clause
        (
            "JUBA (AFP) - Het Soedanese leger veroverde maandag Bentiu.", "veroverde",
            {("AGENT", "Soedanese leger"), ("TIME", "maandag"), ("PLACE", "Bentiu")},
        ),
        ("De rebellen dreigen met een raketaanval, maar Parijs aarzelt.", "raketaanval", set()),
        # who holds what is hit; whose planes and shells hit it
        ("De Belgische luchtmacht bestookte stellingen van Al-Shabaab.", "bestookte",
         {("AGENT", "Belgische luchtmacht"), ("TARGET", "Al-Shabaab")}),
        ("Deense Rafales en Noorse houwitsers beschoten Gao.", "beschoten",
         {("AGENT", "Deense"), ("INSTRUMENT", "Rafales"), ("AGENT", "Noorse"), ("INSTRUMENT", "houwitsers"),
          ("PLACE", "Gao")}),
        # the group IS is no verb
        ("Deense Rafales beschoten doelen van IS bij Gao.", "beschoten",
         {("AGENT", "Deense"), ("INSTRUMENT", "Rafales"), ("TARGET", "IS"), ("PLACE", "Gao")}),
        # a phrase in apposition is nobody else, a country that denies is no place
        ("Zondag sneuvelde kolonel Piet Bakker, de Russische bevelhebber.", "sneuvelde",
         {("TIME", "Zondag"), ("TARGET", "Piet Bakker")}),
        ("Kiev heeft de overgave ontkend.", "overgave", set()),
        # subjects go on in a purpose
        ("Turkse troepen en Al-Shabaab kwamen om Bunia te veroveren.", "veroveren",
         {("AGENT", "Turkse"), ("AGENT", "Al-Shabaab"), ("PLACE", "Bunia")}),
        # a relative clause about a place has a subject of its own, an adverb is none, an order of words either way
        ("Bij Bunia, de stad die Al-Shabaab in mei veroverde, is het stil.", "veroverde",
         {("AGENT", "Al-Shabaab"), ("TIME", "mei"), ("PLACE", "Bunia")}),
        ("Officieel vechten Togo en Benin tegen M23.", "vechten",
         {("AGENT", "Togo"), ("AGENT", "Benin"), ("TARGET", "M23")}),
        ("Daarna vuurde Hezbollah raketten af op Haifa.", "vuurde … af",
         {("AGENT", "Hezbollah"), ("INSTRUMENT", "raketten"), ("PLACE", "Haifa")}),
        ("Leger verdrijft IS uit Palmyra.", "verdrijft",
         {("TARGET", "IS"), ("PLACE", "Palmyra")}),
        ("Togo, de VS, Benin en Al-Shabaab bestookten Gao.", "bestookten",
         {("AGENT", "Togo"), ("AGENT", "VS"), ("AGENT", "Benin"), ("AGENT", "Al-Shabaab"), ("PLACE", "Gao")}),
        ("Togo - dat Benin aanviel - zwijgt.", "aanviel", {("AGENT", "Togo"), ("PLACE", "Benin")}),
        ("Gent: drie doden bij aanval.", "aanval", {("PLACE", "Gent")}),
        # what befalls a bus, who hands out aid, who is accused without a named accuser
        ("Bij Gao kwam een bus onder vuur.", "onder vuur", {("PLACE", "Gao"), ("TARGET", "bus")}),
        ("De UNRWA mocht voedselpakketten uitdelen in Gao.", "voedselpakketten",
         {("AGENT", "UNRWA"), ("PLACE", "Gao")}),
        ("Een dominee beschuldigt M23 ervan dat het dertig boeren heeft vermoord.", "vermoord",
         {("AGENT", "M23"), ("COUNT", "dertig")}),
        # who perishes is the target of a killing
        ("Zondag sneuvelde kolonel Piet Bakker bij Gao.", "sneuvelde",
         {("TIME", "Zondag"), ("TARGET", "Piet Bakker"), ("PLACE", "Gao")}),
        # what carries people or aid
        ("Zestig patiënten werden in ambulances overgebracht naar Poltava.", "overgebracht",
         {("COUNT", "Zestig"), ("INSTRUMENT", "ambulances"), ("PLACE", "Poltava")}),
        # a clause with "toen" or "waarbij" has the time of its main clause, one with "die" counts whom it is about
        ("Dinsdag brak paniek uit toen een raket insloeg.", "insloeg", {("TIME", "Dinsdag"), ("INSTRUMENT", "raket")}),
        ("Van de 900 mensen die ontheemd raakten, is niemand terug.", "ontheemd", {("COUNT", "900")}),
        # a name and a colon say the rest
        ("Oeganda: rebellen verlaten Bunia", "verlaten", {("SOURCE", "Oeganda"), ("PLACE", "Bunia")}),
        ("De troepen trokken op naar Bukavu, dat ondanks alle beloften onophoudelijk wordt gebombardeerd.",
         "gebombardeerd", {("PLACE", "Bukavu")}),
        ("In Kharkiv, een industriestad nabij de grens die wekenlang werd gebombardeerd, rijdt de tram weer.",
         "gebombardeerd", {("PLACE", "Kharkiv"), ("TIME", "wekenlang")}),
        ("Het dorp, op dertig kilometer van Bukavu, werd platgebrand.", "platgebrand", set()),
        ("Mariam Keita, die met haar zoon in het kamp woont, vertelt dat haar broer is vermoord.",
         "vermoord", {("SOURCE", "Mariam Keita")}),
        ("De commandant van de post, Juma Okello, zei dat twee soldaten zijn gedood.",
         "gedood", {("SOURCE", "Juma Okello"), ("COUNT", "twee")}),
        ("Er zijn naar schatting van de organisatie Oxfam duizend mensen gevlucht.",
         "gevlucht", {("SOURCE", "Oxfam"), ("COUNT", "duizend")}),
        ("Na een belegering van acht dagen werd Bunia veroverd.", "veroverd", {("PLACE", "Bunia")}),
        ("Een woordvoerder in Nairobi zei dat er hevig werd gevochten.", "gevochten", set()),
        ("Bukavu, ook de grootste stad van het zuiden van Kivu, is ingesloten.", "ingesloten", {("PLACE", "Bukavu")}),
        ("Goma werd als eerste grote stad door M23 veroverd.", "veroverd", {("PLACE", "Goma"), ("AGENT", "M23")}),
        # the source stands after its verb, not in the relative clause about it
        ("“Ze schoten op iedereen”, vertelt een vrouw die naar Tsjaad vluchtte.", "schoten", set()),
    ],
)  # fmt: skip
def test_roles(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De stad wordt bestookt, maar is volgens Kiev nog niet gevallen.", "bestookt", "ASSERTED"),
        ("Premier opgelucht: “Bunia heroverd”", "heroverd", "REPORTED"),
        ("Ze riep: ,,De rebellen hebben Bunia veroverd''.", "veroverd", "REPORTED"),
        ("Het leger houdt het voorlopig op elf doden.", "doden", "REPORTED"),
        ("Kolonel Bakker heeft officieel verklaard dat Bunia heroverd is.", "heroverd", "REPORTED"),
        ("Er zouden zes mensen zijn omgekomen toen hun school instortte.", "instortte", "REPORTED"),
        ("De regering heeft die overgave niet bevestigd.", "overgave", "POSSIBLE"),
        ("De premier was gewaarschuwd voor een aanslag.", "aanslag", "POSSIBLE"),
        ("De generaal zei dat zijn mannen een offensief voorbereiden.", "offensief", "POSSIBLE"),
        ("De president maakte bekend dat de troepen in mei zouden vertrekken.", "vertrekken", "POSSIBLE"),
        ("Zes boeren zijn tegen hun wil gedeporteerd.", "gedeporteerd", "ASSERTED"),
        ("De strijd om Bunia eist steeds meer burgerdoden.", "strijd", "ASSERTED"),
        ("Het leger had Bunia weten te heroveren.", "heroveren", "ASSERTED"),
        ("Hij zou als een van de laatsten zijn gevlucht.", "gevlucht", "REPORTED"),
        ("Zij sneuvelden, mogelijk door een kogel uit eigen rangen.", "sneuvelden", "ASSERTED"),
        ("Bunia viel zonder dat er een schot gelost werd.", "schot", "NEGATED"),
        ("De rebellen houden elk hulpkonvooi tegen.", "hulpkonvooi", "NEGATED"),
        ("Het uitdelen van tenten en dekens is nog niet begonnen.", "uitdelen", "NEGATED"),
        ("Hij ontkent dat Bunia gevallen is en dat zes mensen zijn gedood.", "gedood", "REPORTED"),
        ("Na de aanval was het onmogelijk om te slapen.", "aanval", "ASSERTED"),
        ("Het leger hield de rebellen tegen na de aanslag.", "aanslag", "ASSERTED"),
        ("De strijd tegen M23 houdt Gent bezig.", "strijd", "ASSERTED"),
        ("Het bevoorraden van Bunia is onmogelijk.", "bevoorraden", "NEGATED"),
        ("Maandag heeft het leger op burgers geschoten.", "geschoten", "ASSERTED"),
        ("De aanslag werd maandag nog bevestigd door de politie.", "aanslag", "ASSERTED"),
        ("Togo eist een bestand en hulp voor de gewonden.", "bestand", "POSSIBLE"),
        ("Komt Bunia in handen van M23, dan vluchten duizenden.", "in handen", "POSSIBLE"),
        ("Van een wapenstilstand wil de junta niets weten.", "wapenstilstand", "NEGATED"),
        ("De rebellen willen het verlies van Gao wreken.", "verlies", "ASSERTED"),
        ("Gao zou dinsdag bijna gevallen zijn.", "gevallen", "REPORTED"),
        ("Wij vertrekken niet als M23 aanvalt.", "aanvalt", "POSSIBLE"),
        ("Liever vluchten dan zwijgen.", "vluchten", "POSSIBLE"),
        ("Zijn komst betekent niet dat Gao heroverd is.", "heroverd", "NEGATED"),
        ("De boeren werden zonder genade afgeslacht.", "afgeslacht", "ASSERTED"),
        ("Zij trokken weg zonder Gao te heroveren.", "heroveren", "NEGATED"),
        ("De dorpen worden niet meer bevoorraad.", "bevoorraad", "NEGATED"),
        ("De gijzelaars zijn vrijgelaten, naar verluidt tegen losgeld.", "vrijgelaten", "ASSERTED"),
        ("Rebellen vielen Gao aan, waarbij volgens artsen zes mensen omkwamen.", "vielen … aan", "ASSERTED"),
        ("Rebellen vielen Gao aan, waarbij volgens artsen zes mensen omkwamen.", "omkwamen", "REPORTED"),
        ("De rebellen zouden zijn verslagen, maar dat ontkent Rwanda.", "verslagen", None),
        ("In Kayin zou de Karen National Union (KNU) hebben ingestemd.", "ingestemd", "REPORTED"),
        ("Daar zouden tussen de tien en vijftien mensen zijn vermoord.", "vermoord", "REPORTED"),
        ("Zij zeggen tien agenten gevangen te hebben genomen.", "gevangen te hebben genomen", "REPORTED"),
        ("Als er opnieuw wordt gebombardeerd, sluit de school.", "gebombardeerd", "POSSIBLE"),
        ("Mogelijk vielen er twee doden.", "doden", "POSSIBLE"),
        ("De bisschoppen vragen om een humanitaire pauze.", "humanitaire pauze", "POSSIBLE"),
        ("Wie de brug oversteekt, riskeert te worden gedood.", "gedood", "POSSIBLE"),
        ("Van een terugtrekking is geen sprake.", "terugtrekking", "NEGATED"),
        ("De evacuatie ging niet door.", "evacuatie", "NEGATED"),
        ("Hulpkonvooien worden niet doorgelaten.", "Hulpkonvooien", "NEGATED"),
        ("De bommen vielen, zo liet de burgemeester weten.", "vielen", "REPORTED"),
    ],
)
def test_factuality(text: str, trigger: str, expected: str | None) -> None:
    if expected is None:  # words of defeat are no events
        assert all(covered(text, one.fragments) != trigger for one in read(text)[2])
    else:
        assert event(text, trigger)[0].attributes["factuality"] == expected


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        # an office as the head of a compound
        ("Bendeleider Vitelhomme Innocent dreigt.", "Vitelhomme Innocent", "PERSON"),
        ("Dat meldt ziekenhuisdirecteur Awad Hilles.", "Awad Hilles", "PERSON"),
        ("Militiewoordvoerder Lawrence Kanyuka ontkent dat.", "Lawrence Kanyuka", "PERSON"),
        ("De chef, alias Izo, is gevlucht.", "Izo", "PERSON"),
        # numbers
        ("Meer dan een miljoen mensen vluchtten.", "Meer dan een miljoen", "CARDINAL"),
        ("Hooguit enkele honderden strijders bleven.", "Hooguit enkele honderden", "CARDINAL"),
        ("De partijen praten morgen verder.", "morgen", "DATE"),
        ("In het weekend bleef het rustig.", "weekend", "DATE"),
        # groups, bodies, places and vehicles of other conflicts
        ("Volgens Acled was het de ergste maand.", "Acled", "ORG"),
        ("De Lord's Resistance Army trok weg.", "Lord's Resistance Army", "ORG"),
        ("De bende Kraze Barye viel aan.", "Kraze Barye", "ORG"),
        ("Er werd gevochten in Soeweida.", "Soeweida", "GPE"),
        ("De mensen in Catatumbo zijn bang.", "Catatumbo", "LOC"),
        ("Een schoolbus reed voorop.", "schoolbus", "VEHICLE"),
        # what somebody is minister or governor of stands before the name
        ("De minister van Defensie Oumar Traoré zweeg.", "Oumar Traoré", "PERSON"),
        ("De gouverneur van Bunia, Salif al-Nasri, zweeg.", "Salif al-Nasri", "PERSON"),
    ],
)
def test_entities(text: str, name: str, label: str) -> None:
    document, entities, _ = read(text)
    assert (name, label) in [(covered(document.text, one.fragments), one.label) for one in entities]


@pytest.mark.parametrize(
    "text",
    [
        "Bel ons op +31 20 555 12 34.",
        "1. De brug blijft dicht.",
        "Twee: de brug blijft dicht.",
        "In het Arabisch klinkt dat zo.",
    ],
)
def test_what_counts_and_names_nothing(text: str) -> None:
    assert not {"CARDINAL", "NORP"} & {one.label for one in read(text)[1]}


@pytest.mark.parametrize("text", ["De morgen was stil.", "Elke morgen klinkt de sirene.", "Een goede morgen!"])
def test_a_morning_is_no_date(text: str) -> None:
    assert all(one.label != "DATE" for one in read(text)[1])


def test_a_list_of_neighbours_may_name_labels() -> None:
    listed = WordSet.of(["raket*", "%VEHICLE"])
    assert listed.holds_any(["de", "raketten"], [])
    assert listed.holds_any(["de", "stad"], ["GPE", "VEHICLE"])
    assert not listed.holds_any(["de", "vehicle"], ["GPE"])
    assert not listed.holds("%vehicle")


def test_a_date_between_two_lines_breaks_no_event() -> None:
    _, _, events = read("De rebellen forceerden een doorbraak.\nvrijdag, 2 juni 2000\n(CG)")
    assert [one.label for one in events] == ["ADVANCE"]
