"""Entity suggestions: one behaviour a test, on sentences made up for it."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest

from annotator.core.document import Document
from annotator.core.header import find_regions
from annotator.core.suggestion import suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.entities import KnownNames, merge, suggest_entities, survey
from annotator.nlp.worker.entities.lexicon import lexicon
from annotator.nlp.worker.entities.rules import HIGHEST, LOWEST, RULES, Found, settle

LABELS = {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "WEAPON", "VEHICLE"} | {
    "DATE", "TIME", "DURATION", "CARDINAL", "QUANTITY",
}  # fmt: skip


def document_of(text: str) -> Document:
    tokens = Tokens(tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text)))
    return Document("d1", "", text, sha256_of(text), tokens, sentences_of(text, tokens), find_regions(text))


def found_in(text: str, names: KnownNames | None = None) -> list[tuple[str, str]]:
    suggestions = suggest_entities(document_of(text), names or KnownNames())
    return [(text[one.start : one.end], one.label) for one in suggestions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # peoples, and institutions made of them
        ("Volgens de Oekraïners kwamen Syrische militairen aan.", [("Oekraïners", "NORP"), ("Syrische", "NORP")]),
        ("Het Malinese leger en de Turkse luchtmacht.", [("Malinese leger", "ORG"), ("Turkse luchtmacht", "ORG")]),
        ("Het Turkse en Iraanse leger.", [("Turkse", "NORP"), ("Iraanse leger", "ORG")]),
        ("Dat zegt het Franse ministerie van Defensie.", [("Franse ministerie van Defensie", "ORG")]),
        ("In een Oost-Congolese stad.", [("Oost-Congolese", "NORP")]),
        ("Een Arabisch-soennitische stam.", [("Arabisch-soennitische", "NORP")]),
        ("De pro-Russische separatisten.", [("Russische", "NORP")]),
        ("Druzen, alawieten en de Houthi's.", [("Druzen", "NORP"), ("alawieten", "NORP"), ("Houthi's", "ORG")]),
        ("De Turkse president zweeg.", [("Turkse", "NORP")]),
        ("Volgens het Syrische observatorium.", [("Syrische observatorium", "ORG")]),
        ("Leden van de Rashaida-stam.", [("Rashaida", "NORP")]),
        # organisations
        ("Dat is wat IS wil.", [("IS", "ORG")]),
        ("Ze is er, en de IS-strijders zijn weg.", [("IS", "ORG")]),
        ("De anti-IS-coalitie viel aan.", [("IS", "ORG")]),
        ("De taliban en de VN praten.", [("taliban", "ORG"), ("VN", "ORG")]),
        ("Het leger en de regering zwijgen.", []),
        ("De Alliantie van Meren (AVM) sprak. Later week de AVM.",
         [("Alliantie van Meren", "ORG"), ("AVM", "ORG"), ("AVM", "ORG")]),
        ("Sluipschutters van IS schieten.", [("IS", "ORG")]),
        # places
        ("Hij kwam uit de VS. Toen ging hij.", [("VS", "GPE")]),
        ("De stad al-Qaim viel.", [("al-Qaim", "GPE")]),
        ("De bewoners van het dorp Wurmbakke vluchtten.", [("Wurmbakke", "GPE")]),
        ("In Zonderloo en Tegenrijt viel regen.", [("Zonderloo", "GPE"), ("Tegenrijt", "GPE")]),
        ("In Oost-Syrië en Noord-Korea.", [("Oost-Syrië", "LOC"), ("Noord-Korea", "GPE")]),
        ("Bij de Eufraat en de Middellandse Zee.", [("Eufraat", "LOC"), ("Middellandse Zee", "LOC")]),
        ("Het Tabqa-scenario.", [("Tabqa", "GPE")]),
        ("Het militaire vliegveld van Tikrit.", [("vliegveld van Tikrit", "FAC")]),
        ("Bij de militaire basis Taji.", [("militaire basis Taji", "FAC")]),
        ("Het vluchtelingenkamp van Zonderloo.", [("vluchtelingenkamp van Zonderloo", "FAC")]),
        ("Het vliegveld is dicht.", []),
        ("KIEV (DPA) - De Oekraïense graanschuur.", [("KIEV", "GPE"), ("DPA", "ORG"), ("Oekraïense", "NORP")]),
        ("Hij aarzelde. ,,Vreemd genoeg lukte het'', zei ze.", []),
        ("Bijgewerkt om 08u55 Laatste stand: rustig.", [("08u55", "TIME")]),
        ("Ook Wurm-e Bakke en Zonder-i-Loo zwijgen.", [("Wurm-e Bakke", "GPE"), ("Zonder-i-Loo", "GPE")]),
        ("Op de Wurmbakkeweg en de Zonderloo-brug.", [("Wurmbakkeweg", "FAC"), ("Zonderloo-brug", "FAC")]),
        ("Het gemeentehuis van Zonderloo.", [("gemeentehuis van Zonderloo", "FAC")]),
        ("In de Wurmbakkevallei en in Oost-Ghouta.", [("Wurmbakkevallei", "LOC"), ("Oost-Ghouta", "LOC")]),
        ("Dat toont satellietbedrijf Wurmbakke.", [("Wurmbakke", "ORG")]),
        ("Taliban rukken op. De taliban zwijgen.", [("Taliban", "ORG"), ("taliban", "ORG")]),
        ("De minister van Zonderzaken zwijgt, de minister van Togo ook.", [("Togo", "GPE")]),
        ("Sinds de operatie Wurmbakke is het stil.", []),
        ("Het Turkse persbureau Wurm zweeg. De Turkse omroep niet.",
         [("Turkse", "NORP"), ("Wurm", "ORG"), ("Turkse omroep", "ORG")]),
        ("De wijk al-Waer is leeg. Al-Waer zwijgt.", [("al-Waer", "GPE"), ("Al-Waer", "GPE")]),
        ("Bij de Wurmbrigade en de brug over de Zonderloo.", [("Wurmbrigade", "ORG"), ("Zonderloo", "LOC")]),
        # persons
        ("Generaal Issam Zahreddine wacht. Zahreddine zwijgt.",
         [("Issam Zahreddine", "PERSON"), ("Zahreddine", "PERSON")]),
        ("President Bashar al-Assad sprak.", [("Bashar al-Assad", "PERSON")]),
        ("Analist Pieter van Aalst twijfelt. Van Aalst weet het niet.",
         [("Pieter van Aalst", "PERSON"), ("Van Aalst", "PERSON")]),
        ("Het regime van Assad.", [("Assad", "PERSON")]),
        ("Dat schrijft Thomas L. Bakker.", [("Thomas L. Bakker", "PERSON")]),
        # arms
        ("Tanks en pantservoertuigen vuurden kruisraketten af.",
         [("Tanks", "VEHICLE"), ("pantservoertuigen", "VEHICLE"), ("kruisraketten", "WEAPON")]),
        ("Het fregat Admiral Essen voer uit.", [("Admiral Essen", "VEHICLE")]),
        ("Een fregat voer uit.", [("fregat", "VEHICLE")]),
        ("Een Mi-35 en twee F-16's.", [("Mi-35", "VEHICLE"), ("twee", "CARDINAL"), ("F-16's", "VEHICLE")]),
        ("De munitiedepots brandden.", []),
        # numbers, measures, lengths of time
        ("Er leven naar schatting 41.500 geiten.", [("naar schatting 41.500", "CARDINAL")]),
        ("Meer dan tweehonderd doden.", [("Meer dan tweehonderd", "CARDINAL")]),
        ("Tientallen gewonden en zo’n 700 doden.", [("Tientallen", "CARDINAL"), ("zo’n 700", "CARDINAL")]),
        ("Tussen de 200 en 400 doden.", [("Tussen de 200 en 400", "CARDINAL")]),
        ("Op 250 kilometer, over 700 vierkante meter.",
         [("250 kilometer", "QUANTITY"), ("700 vierkante meter", "QUANTITY")]),
        ("Dat duurde bijna drie jaar.", [("bijna drie jaar", "DURATION")]),
        ("Minder dan 24 uur na het bestand.", [("Minder dan 24 uur", "DURATION")]),
        ("Een dag nadat het bestand inging.", [("Een dag", "DURATION")]),
        ("Binnen enkele dagen vielen tientallen dorpen.", [("enkele dagen", "DURATION"), ("tientallen", "CARDINAL")]),
        ("Het hield nog geen week stand, en dat in een week met twee feesten.",
         [("nog geen week", "DURATION"), ("een week", "DURATION"), ("twee", "CARDINAL")]),
        ("Die maand bleef het stil, dezelfde nacht niet.", [("Die maand", "DATE"), ("dezelfde nacht", "TIME")]),
        ("Dat zegt Azad (31), een van de 31.", [("Azad", "PERSON"), ("31", "CARDINAL")]),
        ("Er vielen doden (45).", [("45", "CARDINAL")]),
        ("Hij zegt dat dag na dag bommen vallen.", [("bommen", "WEAPON")]),
        ("Binnen een week valt Homs.", [("een week", "DURATION"), ("Homs", "GPE")]),
        ("Dat zal binnen enkele dagen blijken.", [("enkele dagen", "DATE")]),
        ("Volgens Overweg is dat zo. De speler Eric Overweg zweeg.",
         [("Overweg", "PERSON"), ("Eric Overweg", "PERSON")]),
        ("Men sprak over de Tweede en aan de Koning.", []),
        ("Op een kilometer van het Offerfeest.", [("een kilometer", "QUANTITY"), ("Offerfeest", "DATE")]),
        ("Het duurde nog geen halfuur.", [("nog geen halfuur", "DURATION")]),
        ("Dat was in de jaren negentig.", [("jaren negentig", "DATE")]),
        ("De eerste van een groep.", []),
        ("Hij acht het kansloos en kwam drie keer.", []),
        # dates and times
        ("Op 19 april en begin september.", [("19 april", "DATE"), ("begin september", "DATE")]),
        ("Sinds 2014, in augustus 2016.", [("2014", "DATE"), ("augustus 2016", "DATE")]),
        ("Tussen 2012 en 2022.", [("2012", "DATE"), ("2022", "DATE")]),
        ("Een week geleden en eind vorig jaar.", [("Een week geleden", "DATE"), ("eind vorig jaar", "DATE")]),
        ("De voorbije dagen, vandaag.", [("voorbije dagen", "DATE"), ("vandaag", "DATE")]),
        ("Dat volgt over enkele dagen.", [("enkele dagen", "DATE")]),
        ("De nacht van dinsdag op woensdag.", [("nacht van dinsdag op woensdag", "TIME")]),
        ("Gisteravond en zondagochtend om 14.30 uur.",
         [("Gisteravond", "TIME"), ("zondagochtend", "TIME"), ("14.30 uur", "TIME")]),
    ],
)  # fmt: skip
def test_finds_exactly(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text) == expected


def test_header_gives_agencies_authors_and_dates_and_nothing_else() -> None:
    header = "date 2017-09 Rust keert terug in Homs HA\n\n21 mei 2018\n\n17u14\n\nBron: ANP, Belga 8 "
    text = header + "Het is stil.\n\nMeer volgt."
    assert found_in(text) == [
        ("Homs", "GPE"),
        ("21 mei 2018", "DATE"),
        ("17u14", "TIME"),
        ("ANP", "ORG"),
        ("Belga", "ORG"),
    ]


def test_suggestions_are_apart_in_order_and_say_where_they_come_from() -> None:
    document = document_of("Een Russisch fregat, Admiral Grigorovitsj, lag in 2019 voor Tartous, zei generaal Jan Bok.")
    suggestions = suggest_entities(document, KnownNames())
    assert suggestions
    for one, other in pairwise(suggestions):
        assert one.end <= other.start
    for one in suggestions:
        assert one.label in LABELS
        assert one.layer == "entities"
        assert not one.is_event
        assert one.provenance.suggester == "rules"
        assert one.score == min(HIGHEST, max(LOWEST, RULES[one.provenance.rule].score))
        assert one.id == suggestion_id(document.sha256, "entities", one.label, one.fragments)
    assert suggest_entities(document, KnownNames()) == suggestions


def test_offsets_are_code_points() -> None:
    text = "🕊️ Vrede in Aleppo, zegt İbrahim 🙂 in Raqqa."
    assert ("Aleppo", "GPE") in found_in(text)
    assert ("Raqqa", "GPE") in found_in(text)


def test_a_name_of_another_document_helps_its_spelling_variant() -> None:
    first = document_of("Het leger trok de stad Wadi Sabranta binnen.")
    names = merge([survey(first)])
    assert names.label_of("Wadi Sabrantah") == "GPE"
    assert ("Wadi Sabrantah", "GPE") in found_in("Gisteren was Wadi Sabrantah stil.", names)


def test_the_longest_find_stands_then_the_higher_rank() -> None:
    finds = [
        Found(0, 5, "GPE", "gazetteer:towns"),
        Found(0, 5, "PERSON", "person:title"),
        Found(0, 9, "ORG", "name:shape"),
    ]
    assert settle(finds) == [finds[2]]
    assert settle(finds[:2]) == [finds[1]]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "-", "'s", "…", "(", "1", "A", "al-", "De ", "IS", "\u00a0\u2028"])
def test_scraps_of_text_do_no_harm(text: str) -> None:
    for covered, label in found_in(text):
        assert covered.strip()
        assert label in LABELS


def test_no_phrase_of_a_lexicon_is_longer_than_the_look_up_reaches() -> None:
    assert max(len(key.split()) for key in lexicon().phrases) <= 9


def test_every_rule_has_a_score_in_range() -> None:
    assert all(LOWEST <= rule.score <= HIGHEST for rule in RULES.values())


def test_an_article_takes_a_small_part_of_a_second() -> None:
    sentence = (
        "Het Syrische leger veroverde dinsdag de stad Deir al-Zor op IS, zei generaal Issam Zahreddine tegen AFP. "
    )
    document = document_of(sentence * 35)
    suggest_entities(document, KnownNames())
    started = time.process_time()
    suggest_entities(document, KnownNames())
    # Ten times what it takes on the machine it was measured on: this guards against loops, not against slow machines.
    assert time.process_time() - started < 20  # a guard against hanging, not a timing
