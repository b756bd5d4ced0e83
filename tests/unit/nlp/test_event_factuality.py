"""What is told as done, reported, possible or denied: the kinds that rules for factuality were mended for."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.events.elsewhere import Elsewhere
from tests.unit.nlp.test_events import document_of, factuality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De haven wordt gebombardeerd als de vloot niet wegvaart.", "gebombardeerd", "POSSIBLE"),
        ("De haven werd gebombardeerd als vergelding.", "gebombardeerd", "ASSERTED"),
        ("Wij geven ons niet over, ook niet als ze de dam opblazen.", "geven … over", "NEGATED"),
        ("Als de bergpas dichtsneeuwt, begint het gevecht om de mijn.", "gevecht", "POSSIBLE"),
        ("'Als ze ons weer opsluiten', zegt hij, 'loop ik weg.'", "opsluiten", "POSSIBLE"),
        ("'Als ze dat doen, wordt het een bloedbad', zegt Mosquera.", "bloedbad", "POSSIBLE"),
        ("Zodra de regen stopt, rukt het leger op.", "rukt … op", "POSSIBLE"),
        ("Zodra de regen stopte, rukte het leger op.", "rukte … op", "ASSERTED"),
        ("De scholen gaan open zodra er een bestand is.", "bestand", "POSSIBLE"),
        ("Wie zich overgeeft, krijgt soep.", "overgeeft", "POSSIBLE"),
        ("Wie zich overgaf, kreeg soep.", "overgaf", "ASSERTED"),
        ("Zonder de regen was de brug al veroverd.", "veroverd", "POSSIBLE"),
        ("Zonder verzet was de brug snel veroverd en de weg lag open.", "lag", "none"),
        ("De dorpelingen worden morgen geëvacueerd.", "geëvacueerd", "POSSIBLE"),
        ("De dorpelingen werden maandag geëvacueerd.", "geëvacueerd", "ASSERTED"),
        ("De generaal zegt dat zijn soldaten nog deze maand vertrekken.", "vertrekken", "POSSIBLE"),
        ("Volgende week begint een offensief.", "offensief", "POSSIBLE"),
        ("Vorige week begon een offensief.", "offensief", "ASSERTED"),
        ("De minister wil de zieken, die al dagen wachten, met bussen evacueren.", "evacueren", "POSSIBLE"),
        ("Het leger kan de enclave, zoals de generaal toegeeft, niet worden ontzet.", "ontzet", "NEGATED"),
        ("De kolonel kondigde aan dat de huurlingen worden teruggetrokken.", "teruggetrokken", "POSSIBLE"),
        ("Uit vrees dat de rebellen de brug zouden opblazen, sloot het leger de weg af.", "opblazen", "POSSIBLE"),
        ("Er ligt een akkoord waarbij de militie haar stellingen zou verlaten.", "verlaten", "POSSIBLE"),
    ],
)
def test_what_is_still_to_come(text: str, trigger: str, expected: str) -> None:
    if expected == "none":
        with pytest.raises(AssertionError):
            factuality(text, trigger)
    else:
        assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("In het paleis wordt gesproken over een wapenstilstand.", "wapenstilstand", "POSSIBLE"),
        ("In het paleis werd getreurd over de moordpartij.", "moordpartij", "ASSERTED"),
        ("De stamhoofden zijn bereid tot een vergelijk.", "vergelijk", "POSSIBLE"),
        ("De junta stemde in met de evacuatie van de zieken.", "evacuatie", "POSSIBLE"),
        ("Niemand gelooft in een bestand.", "bestand", "POSSIBLE"),
        ("Een doorbraak aan de rivier is een kwestie van tijd.", "doorbraak", "POSSIBLE"),
        ("Er ligt een deal op tafel.", "deal", "POSSIBLE"),
        ("De dokters trokken weg om een slachting te vermijden.", "slachting", "POSSIBLE"),
        ("De dokters kwamen om de slachting te onderzoeken.", "slachting", "ASSERTED"),
        ("Gisteren kondigde het leger een offensief aan.", "offensief", "POSSIBLE"),
        ("Gisteren kondigde het leger een wapenstilstand af.", "wapenstilstand", "ASSERTED"),
        ("De regering roept een wapenstilstand uit.", "wapenstilstand", "ASSERTED"),
        ("De regering roept op tot een wapenstilstand.", "wapenstilstand", "POSSIBLE"),
        ("Een colonne met hulpgoederen stond te wachten.", "hulpgoederen", "ASSERTED"),
        ("Of dat een overgave was, weet niemand.", "overgave", "POSSIBLE"),
        ("Wie nu het dorp controleert, is onduidelijk.", "controleert", "POSSIBLE"),
        ("Dat de stad is omsingeld, gelooft de burgemeester niet.", "omsingeld", "POSSIBLE"),
    ],
)
def test_what_is_talked_of_or_unknown(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De generaal noemt berichten over een aftocht onzin.", "aftocht", "NEGATED"),
        ("De generaal noemt de aftocht een ramp.", "aftocht", "ASSERTED"),
        ("De junta doet de slachting af als een verzinsel.", "slachting", "NEGATED"),
        ("Dat de brug is opgeblazen, is verzonnen.", "opgeblazen", "NEGATED"),
        ("De rebellen melden dat de brug is opgeblazen; de junta noemt dat leugens.", "opgeblazen", "REPORTED"),
        ("De minister sprak de inname van de haven tegen.", "inname", "NEGATED"),
        ("De rebellen wijzen een bestand af.", "bestand", "NEGATED"),
        ("Gezanten probeerden tevergeefs een bestand te sluiten.", "bestand", "NEGATED"),
        ("Van de beloofde hulpgoederen is niets gezien.", "hulpgoederen", "NEGATED"),
        ("De oproep tot een bestand werd in de wind geslagen.", "bestand", "NEGATED"),
        ("Hadden ze maar eerder gevochten.", "gevochten", "NEGATED"),
        ("Er is volgens de gouverneur nooit een bloedbad aangericht.", "bloedbad", "NEGATED"),
        ("Bij een brug buiten [Gondar|GPE] kwamen vier boeren om.", "kwamen … om", "ASSERTED"),
        ("De boeren, die vorige week werden geëvacueerd, vertrouwen het niet.", "geëvacueerd", "ASSERTED"),
    ],
)
def test_what_is_denied(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Verplegers telden [negen|CARDINAL] gewonden.", "gewonden", "REPORTED"),
        ("De stad telde voor de oorlog [50.000|CARDINAL] inwoners.", "oorlog", "ASSERTED"),
        ("[Amnesty|ORG] komt uit op [zestig|CARDINAL] doden.", "doden", "REPORTED"),
        ("Buren zeggen dat het schot viel; [Unicef|ORG] verzorgde [twee|CARDINAL] gewonden.", "gewonden", "ASSERTED"),
        ("Volgens buren zijn [tien|CARDINAL] man gedood; zes anderen werden ontvoerd.", "ontvoerd", "REPORTED"),
        ("De post werd bestormd; volgens het leger is er niemand gewond.", "bestormd", "ASSERTED"),
        ("De dokter zei dat hij bleef, maar toen werd het dorp bestormd.", "bestormd", "ASSERTED"),
        ("De dokter zei dat het dorp werd bestormd, maar dat hij bleef.", "bestormd", "REPORTED"),
        ("Een vrouw die anoniem blijft, vertelde huilend dat haar man is vermoord.", "vermoord", "REPORTED"),
        ("[Amnesty|ORG] verwijt de junta dat ze dorpen heeft platgebrand.", "platgebrand", "REPORTED"),
        ("In de haven, waar men zegt dat niemand bleef, werd gisteren een wachter gedood.", "gedood", "ASSERTED"),
        ("De brandweer meldt dat de wijk geheel of gedeeltelijk is verwoest.", "verwoest", "REPORTED"),
        ("Zij vrezen dat de soldaten de huizen zullen plunderen en platbranden.", "platbranden", "POSSIBLE"),
        ("Als de stad valt, zoals destijds, toen de bewoners vluchtten, dreigt een ramp.", "vluchtten", "ASSERTED"),
    ],
)
def test_what_is_said_by_others(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Als er geen akkoord komt, sluit de haven.", "akkoord", "POSSIBLE"),
        ("De rebellen eisen de terugtrekking van de troepen.", "terugtrekking", "POSSIBLE"),
        ("De rebellen vierden de terugtrekking van de troepen.", "terugtrekking", "ASSERTED"),
        ("Volgens het akkoord moeten de milities zich terugtrekken.", "terugtrekken", "POSSIBLE"),
        ("De soldaten zouden in september vertrekken.", "vertrekken", "POSSIBLE"),
        ("Aan de rivier zouden huurlingen meevechten.", "meevechten", "REPORTED"),
        ("De gevangenen worden vrijdag gedeporteerd.", "gedeporteerd", "POSSIBLE"),
        ("De gevangenen werden vrijdag gedeporteerd.", "gedeporteerd", "ASSERTED"),
        ("De dorpelingen konden over de rivier ontkomen.", "ontkomen", "ASSERTED"),
        ("De dokter opende een pad zodat de gewonden konden vluchten.", "vluchten", "POSSIBLE"),
        ("De politie kon een aanslag verijdelen.", "aanslag", "NEGATED"),
        ("Berichten over een putsch zijn uit de lucht gegrepen.", "putsch", "NEGATED"),
        ("Er zijn geruchten over gevechten aan de grens.", "gevechten", "REPORTED"),
        ("De haven is heroverd, aldus een woordvoerder.", "heroverd", "REPORTED"),
        ("De haven is heroverd, volgens een woordvoerder van de vloot.", "heroverd", "REPORTED"),
        ("De premier kondigde een feest aan nadat het leger de haven had ingenomen.", "ingenomen", "ASSERTED"),
        ("De minister noemde de moorden “waanzin”.", "moorden", "ASSERTED"),
        ("De minister noemde het een “tactische terugtocht”.", "terugtocht", "REPORTED"),
        ("De generaal eist dat alle bezette gebieden opengaan.", "bezette", "ASSERTED"),
        ("Zolang het regent, gaat de strijd door.", "strijd", "POSSIBLE"),
    ],
)
def test_what_words_around_an_event_make_of_it(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Niets wijst op een overval.", "overval", "NEGATED"),
        ("Voor een moord is geen enkel bewijs.", "moord", "NEGATED"),
        ("Er is geen teken dat de haven is gebombardeerd.", "gebombardeerd", "NEGATED"),
        ("De agenten hadden geen haast na de overval.", "overval", "ASSERTED"),
        ("Het is niet zo dat de haven is heroverd.", "heroverd", "NEGATED"),
        ("De majoor erkent fouten, maar niet dat vissers zijn gedood.", "gedood", "NEGATED"),
        ("De vissers zaten op een eiland, waar ze bijna werden gedood.", "gedood", "NEGATED"),
        ("De dag begon met een overval die mislukte.", "overval", "NEGATED"),
        ("Het leger had een aanval beloofd, maar zag daarvan af.", "aanval", "NEGATED"),
        ("Het hulpkonvooi kreeg geen toestemming.", "hulpkonvooi", "NEGATED"),
        ("Hij werd door de wacht opgepakt en nooit berecht.", "opgepakt", "ASSERTED"),
        ("De haven werd heroverd na nauwelijks [twee dagen|DURATION].", "heroverd", "ASSERTED"),
    ],
)
def test_what_did_not_happen(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De vloot wil de haven niet blokkeren, maar bombarderen.", "bombarderen", "POSSIBLE"),
        ("Ze kunnen meewerken of gedood worden.", "gedood", "POSSIBLE"),
        ("Na een week mochten de boeren hun dorp ontvluchten.", "ontvluchten", "ASSERTED"),
        ("De vissers werden ontvoerd, vermoedt hun baas.", "ontvoerd", "POSSIBLE"),
        ("De wachters graven kuilen voor het geval dat de stam aanvalt.", "aanvalt", "POSSIBLE"),
        ("Het is wachten op de volgende aanval.", "aanval", "POSSIBLE"),
        ("Daarvoor zou een tweede offensief nodig zijn.", "offensief", "POSSIBLE"),
        ("Daarna zou de belegering worden hervat.", "belegering", "POSSIBLE"),
        ("De raad zegt dat er over een wapenstilstand onderhandeld wordt.", "wapenstilstand", "POSSIBLE"),
        ("De premier belooft onderzoek naar bombardement.", "bombardement", "ASSERTED"),
        ("“Als de koning zwijgt,” zegt ze, “dan betogen wij hier.”", "betogen", "POSSIBLE"),
        ("Binnen een week bezetten zij de brug en dreven zij de wacht op de vlucht.", "bezetten", "ASSERTED"),
    ],
)
def test_what_may_come_and_what_came(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De raad meldt dat er ijs ligt in [Leer|GPE], waar in mei elf vissers stierven.", "stierven", "ASSERTED"),
        ("De raad meldt dat in mei elf vissers stierven.", "stierven", "REPORTED"),
        ("De haven werd heroverd op [Ansar|ORG], dat er volgens de raad vijf jaar zat.", "heroverd", "ASSERTED"),
        ("De koning riep dat de haven was heroverd.", "heroverd", "REPORTED"),
        ("Waarna de koning de haven bevrijd verklaarde.", "bevrijd", "REPORTED"),
        ("Ze sliepen toen om vier uur 's middags de haven werd gebombardeerd.", "gebombardeerd", "ASSERTED"),
    ],
)
def test_who_tells_it(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De vloot maakt zich op voor een bestorming.", "bestorming", "POSSIBLE"),
        ("De vissers houden rekening met een aanval.", "aanval", "POSSIBLE"),
        ("Een wapenstilstand is nog ver weg.", "wapenstilstand", "POSSIBLE"),
        ("De raad slaagde er niet in een akkoord te bereiken.", "akkoord", "NEGATED"),
        ("De vissers werden gedwongen te vluchten.", "vluchten", "ASSERTED"),
        ("De vissers moeten de haven voor vrijdag verlaten.", "verlaten", "POSSIBLE"),
        ("De admiraal riep de vissers op de haven te verlaten.", "verlaten", "POSSIBLE"),
        ("Wie achter de aanslag zit, is onduidelijk.", "aanslag", "ASSERTED"),
        ("Wie een aanslag plant, is onduidelijk.", "aanslag", "POSSIBLE"),
        ("De vloot gaat de haven aanvallen.", "aanvallen", "POSSIBLE"),
        ("Het bestand gaat vrijdag in.", "bestand", "POSSIBLE"),
        ("De strijd gaat vrijdag zijn tweede jaar in.", "strijd", "ASSERTED"),
        ("Volgens het akkoord trekken de troepen zich terug.", "trekken … terug", "POSSIBLE"),
        ("In ruil voor een bestand zouden ze zwijgen.", "bestand", "POSSIBLE"),
        ("De laatste huurlingen trekken zich eind dit jaar terug.", "trekken … terug", "POSSIBLE"),
        ("De troepen trekken zich tegen het einde van de lente terug.", "trekken … terug", "POSSIBLE"),
        ("De raad denkt dat de vissers zijn gedood.", "gedood", "REPORTED"),
        ("De raad onderzoekt of bij beschietingen vissers zijn gedood.", "beschietingen", "ASSERTED"),
        ("Om een bloedbad te voorkomen, gaf hij zich over.", "gaf … over", "ASSERTED"),
        ("Er gaan geruchten dat de haven is heroverd.", "heroverd", "REPORTED"),
    ],
)
def test_what_is_prepared_forced_agreed_or_rumoured(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De kans is groot dat vissers worden gedood.", "gedood", "POSSIBLE"),
        ("Het is niet uitgesloten dat er vissers zijn gedood.", "gedood", "POSSIBLE"),
        ("Het ziet ernaar uit dat de haven wordt heroverd.", "heroverd", "POSSIBLE"),
        ("Een aanval is onwaarschijnlijk.", "aanval", "POSSIBLE"),
        ("De raden willen de oorlog beëindigen.", "oorlog", "ASSERTED"),
        ("In plaats van te vluchten bleef hij.", "vluchten", "NEGATED"),
        ("Hij ontkent dat hij opdracht gaf voor de aanval.", "aanval", "REPORTED"),
        ("Dat hij is gedood, wordt bevestigd door de raad.", "gedood", "REPORTED"),
        ("Hij is gedood, heeft de raad bekendgemaakt.", "gedood", "REPORTED"),
        ("Hij is gedood, weet de krant.", "gedood", "REPORTED"),
    ],
)
def test_what_is_held_possible_and_what_is_confirmed(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize("text", ["Als er een akkoord komt, gaat het goed.", "Geen akkoord – niemand weet het."])
def test_a_mark_that_is_taken_for_an_event_is_described_too(text: str) -> None:
    document = document_of(text)
    asked = Elsewhere(document, [])
    marks = [place for place in document.tokens.ranges if not text[slice(*place)].isalnum()]
    assert marks
    assert all(asked.said_of("events", label, (place,)) for place in marks for label in ("AID", "ATTACK"))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Waarom wordt er zo hevig gevochten?", "gevochten", "ASSERTED"),
        ("Wordt er nog gevochten?", "gevochten", "POSSIBLE"),
        ("Zij wachten op de evacuatie van de wijk.", "evacuatie", "POSSIBLE"),
        ("Duizenden soldaten staan klaar voor de bestorming.", "bestorming", "POSSIBLE"),
        ("De zieken zouden worden geëvacueerd.", "geëvacueerd", "POSSIBLE"),
        ("De zieken zouden zijn geëvacueerd.", "geëvacueerd", "REPORTED"),
        ("De president heeft een nieuw bestand voorgesteld.", "bestand", "POSSIBLE"),
        ("Volgens de VN zijn sinds het begin van de aanval elf boeren gevlucht.", "aanval", "REPORTED"),
        ("Volgens de VN zijn na het begin van de aanval elf boeren gevlucht.", "aanval", "ASSERTED"),
    ],
)
def test_what_is_asked_why_awaited_planned_or_told_since(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De premier heeft aangekondigd dat er een offensief is begonnen.", "offensief", "REPORTED"),
        ("Het zou gaan om een aanslag van de [Dozo|ORG].", "aanslag", "REPORTED"),
        ("Zij zeggen dat zij de stad hebben veroverd en verder zullen oprukken.", "veroverd", "REPORTED"),
        ("De vrees bestaat dat zij zullen worden gemarteld of geëxecuteerd.", "geëxecuteerd", "POSSIBLE"),
        ("De hulpverlening ligt stil.", "hulpverlening", "NEGATED"),
        ("Het was een gaslek, aldus de brandweer; een aanval wordt uitgesloten.", "aanval", "NEGATED"),
        (
            "In mei doodden ze elf boeren, en in [Kara|GPE] zijn volgens de politie vijf artsen ontvoerd.",
            "doodden",
            "ASSERTED",
        ),
        (
            "De strijders, volgens schattingen [negentig|CARDINAL], zitten in het kamp, omsingeld door het leger.",
            "omsingeld",
            "ASSERTED",
        ),
    ],
)
def test_what_is_announced_as_done_and_what_stands_beside_a_source(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ('"En daarna vallen wij de haven aan", zei hij.', "vallen … aan", "POSSIBLE"),
        ('"Anders belegeren we de stad", zei hij.', "belegeren", "POSSIBLE"),
        ('"Daarna vielen wij de haven aan", zei hij.', "vielen … aan", "REPORTED"),
        ("De koning bood een wapenstilstand aan.", "wapenstilstand", "POSSIBLE"),
        ("Beide legers hebben ingestemd met een bestand.", "bestand", "ASSERTED"),
        ("Daarop staakte de kerk de voedselhulp.", "voedselhulp", "NEGATED"),
        ("De kerk zag af van een hulpkonvooi.", "hulpkonvooi", "NEGATED"),
        ("De boeren trokken weg om verdere vernieling te voorkomen.", "vernieling", "POSSIBLE"),
        ("Beschietingen eisten het leven van drie herders.", "Beschietingen", "ASSERTED"),
        ("De politie pakte een man op die een bomaanslag zou hebben voorbereid.", "pakte … op", "ASSERTED"),
        ("Doen ze dat niet, dan zal het leger het kamp bestormen.", "bestormen", "POSSIBLE"),
        ("Hij hoopt dat zij zonder gevecht vertrekken.", "gevecht", "NEGATED"),
        ("De herder probeerde te praten en werd doodgeschoten.", "doodgeschoten", "ASSERTED"),
        ("Volgende week vertrekt een hulpkonvooi.", "hulpkonvooi", "POSSIBLE"),
        ("De rebellen trokken zich terug, volgens de koning om de haven aan te vallen.", "trokken … terug", "ASSERTED"),
        ("De [Dozo|ORG] heeft [elf|CARDINAL] doden geteld.", "doden", "REPORTED"),
        ("Vorig jaar zijn [elf|CARDINAL] boeren ontvoerd, telt de [Dozo|ORG].", "ontvoerd", "REPORTED"),
    ],
)
def test_what_comes_next_what_is_offered_stopped_or_counted(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected
