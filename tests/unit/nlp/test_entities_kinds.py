"""Entity suggestions by kinds of words that rules were widened for: feasts, arms, peoples, institutions, names."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_entities import found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op eerste paasdag was het stil.", ("eerste paasdag", "DATE")),
        ("Tien dagen ervoor was het stil.", ("Tien dagen ervoor", "DATE")),
        ("Het was er die winter stil.", ("die winter", "DATE")),
        ("Het was stil in de nacht van 19 op 20 oktober.", ("nacht van 19 op 20 oktober", "TIME")),
        ("Tot zondag middernacht bleef het stil.", ("zondag middernacht", "TIME")),
        ("Het duurde nauwelijks drie dagen.", ("nauwelijks drie dagen", "DURATION")),
        ("De laatste paar duizend strijders vertrokken.", ("paar duizend", "CARDINAL")),
        ("Hij droeg een kapmes.", ("kapmes", "WEAPON")),
        ("De politie schoot met rubberkogels.", ("rubberkogels", "WEAPON")),
        ("Daar stond een bestelbus.", ("bestelbus", "VEHICLE")),
        ("Een Emiraats toestel.", ("Emiraats", "NORP")),
        ("De Singalese boeren.", ("Singalese", "NORP")),
        ("Het Sri Lankaanse leger zweeg.", ("Sri Lankaanse leger", "ORG")),
        ("Het Iraanse consulaat is dicht.", ("Iraanse consulaat", "ORG")),
        ("De luchtvaartmaatschappij Zebrair vliegt weer.", ("Zebrair", "ORG")),
        ("Dat deden de Leeuwenbrigades.", ("Leeuwenbrigades", "ORG")),
        ("Toen IS Tellafar in de zomer innam.", ("Tellafar", "GPE")),
        ("Ze kwamen tot bij Abu Drein.", ("Abu Drein", "GPE")),
        ("Hij kwam uit de Sint-Janskerk.", ("Sint-Janskerk", "FAC")),
        ("Drie augustus was zwart.", ("Drie augustus", "DATE")),
        ("In de nacht van 2 op 3 juni 2015 was het stil.", ("nacht van 2 op 3 juni 2015", "TIME")),
        ("Dat gebeurde in één nacht.", ("één nacht", "TIME")),
        ("Ze waren na een uur leeg.", ("een uur", "DURATION")),
        ("Er is al een week geen water.", ("een week", "DURATION")),
        ("Het was een dag na de slag.", ("een dag", "DURATION")),
        ("Het trof een kwart miljoen bewoners.", ("een kwart miljoen", "CARDINAL")),
        ("Ze stonden op enkele honderden meters.", ("enkele honderden meters", "QUANTITY")),
        ("De bussen staan in Aleppo al-Jadida klaar.", ("Aleppo al-Jadida", "GPE")),
        ("Dat zei Aleppo al-Jadida niet.", ("Aleppo", "GPE")),
        ("In dorpen als La Mirabel is het stil.", ("La Mirabel", "GPE")),
        ("Dat deed het 33ste Front.", ("33ste Front", "ORG")),
        ("Eén boer kwam om.", ("Eén", "CARDINAL")),
        ("Er zijn driekwart miljoen boeren.", ("driekwart miljoen", "CARDINAL")),
        ("Ze hebben twee dozijn wagens.", ("twee dozijn", "CARDINAL")),
        ("Dat was voor het eerst in jaren zo.", ("jaren", "DURATION")),
        ("Ze kregen een week om te gaan.", ("een week", "DURATION")),
        ("Een uur later was het stil.", ("Een uur", "DURATION")),
        ("Het begon om half zes.", ("half zes", "TIME")),
        ("De dag daarna was het stil.", ("dag daarna", "DATE")),
        ("Ze verjoegen het Nusra-front.", ("Nusra-front", "ORG")),
        ("Er kunnen tot 900 boeren dakloos worden.", ("tot 900", "CARDINAL")),
        ("Slechts twee wagens kwamen aan.", ("Slechts twee", "CARDINAL")),
        ("De halve miljoen boeren bleven.", ("halve miljoen", "CARDINAL")),
        ("Net geen 40 boeren bleven.", ("Net geen 40", "CARDINAL")),
        ("Bijgewerkt op 3/12.", ("3/12", "DATE")),
        ("Iedere maand komt er meel.", ("Iedere maand", "DATE")),
        ("Het stond er zomer vorig jaar nog.", ("zomer vorig jaar", "DATE")),
        ("Op één nacht was alles weg.", ("één nacht", "TIME")),
        ("Tegen de avond was het stil.", ("avond", "TIME")),
        ("Het begon rond halfzes.", ("halfzes", "TIME")),
        ("Een Saoedi-Arabische boer.", ("Saoedi-Arabische", "NORP")),
        ("De Sierra Leoonse boeren.", ("Sierra Leoonse", "NORP")),
        ('"Het is stil", zei Zalamea, een boerin.', ("Zalamea", "PERSON")),
        ("Furaha vertelt dat het stil is.", ("Furaha", "PERSON")),
        ("Dat zei hij aan BBC Hausa.", ("BBC Hausa", "ORG")),
        ("Er stonden drie humvees.", ("humvees", "VEHICLE")),
        ("Dat deed de 7e Gepantserde Brigade.", ("7e Gepantserde Brigade", "ORG")),
        ("Dat deed het 21ste Zalin-korps.", ("21ste Zalin-korps", "ORG")),
        ("Ze zetten Zalindra-tanks in.", ("Zalindra-tanks", "VEHICLE")),
        ("Het is stil in de Zuidwestelijke Regio.", ("Zuidwestelijke Regio", "GPE")),
        ("Toen viel de laatste Zalinder.", ("Zalinder", "ORG")),
        ("Daar woonde de Noor Zalko Zalindra.", ("Zalko Zalindra", "PERSON")),
        ("JOS (Zalpers) - Het is stil.", ("JOS", "GPE")),
        ("Ze zaten in het congrescentrum Zalindra.", ("congrescentrum Zalindra", "FAC")),
        ("ZALINDRA (AP/Belga) Het is stil", ("Belga", "ORG")),
        ("Het is stil in Nove Zalino.", ("Nove Zalino", "GPE")),
        ("Ze sliepen in hotel Zalin du Zal.", ("hotel Zalin du Zal", "FAC")),
        ("19.15 Leger meldt rust", ("19.15", "TIME")),
        ("De Syriër Zalko zweeg.", ("Zalko", "PERSON")),
        ("Ze lagen in het Indonesische Ziekenhuis.", ("Indonesische Ziekenhuis", "FAC")),
        ("Dat deed het Vijfde Legerkorps.", ("Vijfde Legerkorps", "ORG")),
        ("De MSC Zalindra lag stil.", ("MSC Zalindra", "VEHICLE")),
        ("Ze eisten drie miljoen peso.", ("drie miljoen peso", "QUANTITY")),
        ("Kort voor halfzeven was het stil.", ("halfzeven", "TIME")),
    ],
)
def test_kinds(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Birmese boeren.", ("Birmese", "NORP")),
        ("De Costa Ricaanse boeren.", ("Costa Ricaanse", "NORP")),
        ("Een Wit-Russische boer.", ("Wit-Russische", "NORP")),
        ("Twee Nicaraguanen bleven.", ("Nicaraguanen", "NORP")),
        ("Daar lag een bulkcarrier.", ("bulkcarrier", "VEHICLE")),
        ("Ze droegen wapenstokken.", ("wapenstokken", "WEAPON")),
        ("Ze kwamen met messen en stokken.", ("stokken", "WEAPON")),
    ],
)
def test_peoples_and_arms(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_a_stick_alone_is_no_weapon() -> None:
    assert found_in("De herder had stokken bij zich.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij kwamen donderdagochtend vroeg in de stad.", ("donderdagochtend vroeg", "TIME")),
        ("Zij kwamen gisteravond laat.", ("gisteravond laat", "TIME")),
        ("Donderdagavond laat hij het weten.", ("Donderdagavond", "TIME")),
        ("Dat zei buurman Jan V. aan Reuters.", ("Jan V.", "PERSON")),
        ("Dat zei Jan V. De man zweeg.", ("Jan V.", "PERSON")),
        ("De Ier Aidan O'Hara bleef.", ("Aidan O'Hara", "PERSON")),
    ],
)
def test_times_and_persons(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_an_age_is_no_count() -> None:
    assert found_in("Een student van in de twintig.") == []
    assert ("twintig", "CARDINAL") in found_in("In de twintig dorpen was het stil.")
    assert found_in("Daar lag een meisje van dertien, en een kind van amper twee.") == []
    assert ("vijf", "CARDINAL") in found_in("Ze is moeder van vijf.")
    assert ("twaalf", "CARDINAL") in found_in("De kinderen van twaalf dorpen waren er.")
    assert found_in("Dat gebeurde tientallen keren.") == []


def test_who_does_a_trade_is_told_before_the_name() -> None:
    assert found_in("Metselaar Nesroullah sprong van het dak.") == [("Nesroullah", "PERSON")]
    assert found_in("Dat vraagt lezer Rita Goossens.") == [("Rita Goossens", "PERSON")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat zegt deskundige Frans Osinga.", [("Frans Osinga", "PERSON")]),
        ("Daar ligt Frans Guyana.", [("Frans Guyana", "GPE")]),
        ("De operatie, met de naam 'Gouden Zege', begon.", []),
        ("De brug over de Hakari was stuk.", [("Hakari", "LOC")]),
        ("Dat is voor Assad meer dan genoeg.", [("Assad", "PERSON")]),
    ],
)
def test_names_that_look_like_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ze wonen in Mont-des-Sources en in Fort-o-Grand.", ("Mont-des-Sources", "GPE")),
        ("Ze wonen in Mont-des-Sources en in Fort-o-Grand.", ("Fort-o-Grand", "GPE")),
        ("Het bleef rustig in de regio Zalindra.", ("Zalindra", "GPE")),
        ("Dat zegt het Malinese Openbaar Ministerie.", ("Malinese Openbaar Ministerie", "ORG")),
        ("Dat meldt BBC Verify.", ("BBC Verify", "ORG")),
        ("Dat staat in de Zalin Herald.", ("Zalin Herald", "ORG")),
        ("Hij bleef in het Saudi-ziekenhuis.", ("Saudi-ziekenhuis", "FAC")),
        ("Onderzoeksgroep Zalindra telt de tanks.", ("Zalindra", "ORG")),
        ("Het was Jimmy Zalindra, beter bekend als Marmelade.", ("Marmelade", "PERSON")),
        ("Christelijke strijders, bekend als anti-balaka, trokken weg.", ("anti-balaka", "ORG")),
        ("Langs de Line of Control is het stil.", ("Line of Control", "LOC")),
        ("Ze sloegen er een groep zeventien mannen.", ("zeventien", "CARDINAL")),
        ("De afgelopen 24 uur was het stil.", ("afgelopen 24 uur", "DATE")),
        ("Ze verwachten de stad binnen 72 uur te bereiken.", ("72 uur", "DATE")),
        ("Na een strijd van een maand was het stil.", ("een maand", "DURATION")),
        ("Hij stak met een kano over.", ("kano", "VEHICLE")),
        ("Ze schoten vier drones neer.", ("drones", "WEAPON")),
        ("Het werd bestookt met 40 drones en drie kruisraketten.", ("drones", "WEAPON")),
        ("Een drone vloog over met een granaat.", ("drone", "VEHICLE")),
        ("Zijn broer liep op een mijn.", ("mijn", "WEAPON")),
        ("Ze schuilden op de berg Sinjar.", ("Sinjar", "LOC")),
        ("Ze schuilden in Sinjar.", ("Sinjar", "GPE")),
        ("Daar woonde pater Frans van der Zalm.", ("Frans van der Zalm", "PERSON")),
        ("De gezant van de VN, Ghaluk Zalindra, zweeg.", ("Ghaluk Zalindra", "PERSON")),
        ("Op het plein stond de Zalkoet opgesteld.", ("Zalkoet", "ORG")),
        ("Ze woonden in de Zalinstraat.", ("Zalinstraat", "FAC")),
        ("Een Tu-22M3 steeg op.", ("Tu-22M3", "VEHICLE")),
        ("Ze staken gisteren de Dvirna over.", ("Dvirna", "LOC")),
        ("Provincie Zalindra bleef rustig.", ("Zalindra", "GPE")),
        ("Bendebaas Zalindra zweeg.", ("Zalindra", "PERSON")),
        ("De Kurden zwegen.", ("Kurden", "NORP")),
        ("Manila ontkent dat.", ("Manila", "GPE")),
        ("Ze lagen in het Mar Zal-ziekenhuis van Goma.", ("Mar Zal-ziekenhuis", "FAC")),
        ("Tanks naderen het dorp Sheikh Zalin.", ("Sheikh Zalin", "GPE")),
        ("Op de M7 reden tanks.", ("M7", "FAC")),
        ("Een 14-jarige Zalko vertelt.", ("Zalko", "PERSON")),
        ("Zijn been zat vol granaatscherven.", ("granaatscherven", "WEAPON")),
        ("Ze vuurden anti-tankraketten af.", ("anti-tankraketten", "WEAPON")),
        ("De herovering van Zalin Dakra duurde lang.", ("Zalin Dakra", "GPE")),
        ("Rebellen omsingelden Zalin Dakra.", ("Zalin Dakra", "GPE")),
        ("Er staan drie- tot vierduizend man klaar.", ("drie- tot vierduizend", "CARDINAL")),
        ("Ze vielen aan met tot zestig drones per dag.", ("tot zestig", "CARDINAL")),
        ("Het aantal is opgelopen tot 800.000.", ("800.000", "CARDINAL")),
        ("Ze beperkten de wachten tot twee man.", ("twee", "CARDINAL")),
        ("Er kwamen naar schatting tweeënhalfduizend mensen om.", ("naar schatting tweeënhalfduizend", "CARDINAL")),
        ("Het was stil op vr 11/01/2013.", ("vr 11/01/2013", "DATE")),
        ("Het was stil op wo 24 sep 1997.", ("wo 24 sep 1997", "DATE")),
        ("Het begon vorig jaar oktober.", ("vorig jaar oktober", "DATE")),
        ("Op zaterdagavond 2 maart vielen ze binnen.", ("zaterdagavond 2 maart", "TIME")),
        ("Ze slapen overdag.", ("overdag", "TIME")),
        ("De Oekraïense 93ste Brigade is er.", ("Oekraïense 93ste Brigade", "ORG")),
        ("Het Islamitisch Reddingsfront verloor.", ("Islamitisch Reddingsfront", "ORG")),
        ("Honderden Sindhi's liepen mee.", ("Sindhi's", "NORP")),
        ("Hij kwam op een motor.", ("motor", "VEHICLE")),
        ("Toen bleef de wagen thuis.", ("wagen", "VEHICLE")),
        ("Ze renden naar de Chari.", ("Chari", "LOC")),
        ("Ze stonden op de Zandenpas.", ("Zandenpas", "LOC")),
        ("Ze zijn in het Zuidpark gezien.", ("Zuidpark", "FAC")),
        ("Daar loopt Karine.", ("Karine", "PERSON")),
        ("Karine werkte op een school.", ("Karine", "PERSON")),
        ("Mykola, de imker, werd gepakt.", ("Mykola", "PERSON")),
        ("Automonteur Maksym Zalenko zat er vast.", ("Maksym Zalenko", "PERSON")),
        ("Haar dorp heet Zala Roli.", ("Zala Roli", "GPE")),
    ],
)
def test_more_kinds(text: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(text)


def test_the_heading_of_an_entry_in_a_live_blog_begins_with_a_capital_that_says_nothing() -> None:
    assert found_in("14.12 uur – Dodental loopt op") == [("14.12 uur", "TIME")]


def test_the_people_of_a_group_are_no_place() -> None:
    assert found_in("Toen gingen de Zalbollahleden weg.") == []


def test_a_time_at_the_head_of_a_line_begins_a_sentence() -> None:
    assert found_in("21:15 Leger meldt rust") == [("21:15", "TIME")]


def test_numbers_behind_a_group_count_where_they_are_words_or_estimates() -> None:
    assert ("meer dan 200", "CARDINAL") in found_in("Toen telde de groep meer dan 200 mannen.")
    assert ("Negen", "CARDINAL") in found_in("Mannen op de vlucht\nNegen mannen bleven")
    assert found_in("Dat deed groep 7.") == []


def test_offices_are_no_persons() -> None:
    assert found_in("De Hoge Commissaris zweeg.") == []


def test_mines_that_something_is_dug_from_are_no_weapons() -> None:
    assert found_in("De rebellen naderen de jademijnen.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens het ministerie van Defensie is het stil.", []),
        ("Er klonken aan één stuk door schoten.", []),
        ("De Barí-indianen zwijgen.", [("Barí", "NORP")]),
        ("Achter de opslagtanks was het stil.", []),
        ("Minister Zalindra van Defensie zweeg.", [("Zalindra", "PERSON")]),
        ("Operatie Zalkwoes duurde kort.", []),
        ("BLITS - Het is stil", []),
        ("Hij is via DNA herkend.", []),
        ("Daar zaten de PKK'ers.", []),
        ("De kleine Zalko (4) zweeg.", [("Zalko", "PERSON")]),
        ("Het kan dit maanden duren.", []),
        ("Slechts twee van hen bleven.", [("twee", "CARDINAL")]),
        ("Hij was elf.", []),
        ("Zij is net twintig geworden.", []),
        ("Jongens van een jaar of veertien keken toe.", []),
        ("Ze delen brood en T-shirts uit.", []),
        ("De motor van de handel hapert.", []),
        ("Wie durft het te wagen?", []),
    ],
)
def test_what_is_no_name_or_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text) == expected
