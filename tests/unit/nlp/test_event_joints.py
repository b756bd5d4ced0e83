"""Roles and factuality where words join, liken, describe or stand for others: "of", "als", "zoals", "het", "zijn"."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_event_participants import of_role
from tests.unit.nlp.test_events import factuality


@pytest.mark.parametrize(
    ("role", "text", "trigger", "fillers"),
    [
        # "of" between two verbs or names joins, and asks nothing
        ("AGENT", "Wie bleef, werd door [Fatah|ORG] gedood of opgepakt.", "opgepakt", {"Fatah"}),
        ("COUNT", "Sinds de winter zijn [elf|CARDINAL] boeren gesneuveld of vermoord.", "vermoord", {"elf"}),
        ("PLACE", "De boeren vluchtten naar [Gao|GPE] of [Kidal|GPE].", "vluchtten", {"Gao", "Kidal"}),
        ("TIME", "De aanval zou in [april|DATE] of [mei|DATE] beginnen.", "aanval", {"april", "mei"}),
        # "zijn" that says whose they are
        ("AGENT", "[Fatah|ORG] en zijn [Libanese|NORP] bondgenoten hebben het dorp ingenomen.", "ingenomen",
         {"Fatah", "Libanese"}),
        ("TARGET", "[Fatah|ORG] en zijn bondgenoten hebben het dorp ingenomen.", "ingenomen", set()),
        # a people and the group that they fight for
        ("AGENT", "[Druzische|NORP] strijders van [Fatah|ORG] vielen het dorp aan.", "vielen … aan",
         {"Druzische", "Fatah"}),
        # who backs them
        ("AGENT", "Het dorp viel in handen van door [Mali|GPE] gesteunde milities.", "viel in handen", set()),
        ("PLACE", "Door [Mali|GPE] gesteunde rebellen hebben naar eigen zeggen [Gao|GPE] veroverd.", "veroverd",
         {"Gao"}),
        ("SOURCE", "Rebellen hebben naar eigen zeggen [Gao|GPE] veroverd.", "veroverd", set()),
        # what others call it
        ("TARGET", "Rebellen omsingelen [Gao|GPE], zoals de [Fulbe|NORP] zeggen, sinds [mei|DATE].", "omsingelen",
         set()),
        ("TIME", "Rebellen omsingelen [Gao|GPE], zoals de [Fulbe|NORP] zeggen, sinds [mei|DATE].", "omsingelen",
         {"mei"}),
        # what is one of a kind, or like something
        ("PLACE", "Het leger heroverde steden als [Gao|GPE] en [Kidal|GPE].", "heroverde", {"Gao", "Kidal"}),
        ("AGENT", "[Fatah|ORG] gebruikte ons als menselijk schild en schoot iedereen dood.", "schoot … dood",
         {"Fatah"}),
        # whoever does it has no name
        ("AGENT", "Wie [Gao|GPE] wilde ontvluchten, zat vast.", "ontvluchten", set()),
        ("PLACE", "Wie [Gao|GPE] wilde ontvluchten, zat vast.", "ontvluchten", {"Gao"}),
        # "het" that stands for a group
        ("AGENT", "[Fatah|ORG] trok naar de kust, nadat het in het zuiden dorpen had ingenomen.", "ingenomen",
         {"Fatah"}),
        ("AGENT", "[Fatah|ORG] ontkent dat het burgers gijzelt of doodt.", "doodt", {"Fatah"}),
        # the medium behind what describes it
        ("SOURCE", "Er vielen doden, meldt het [Malinese|NORP] persbureau [AMAP|ORG].", "doden", {"AMAP"}),
        ("SOURCE", "Er vielen doden, zeggen [Malinese|NORP] bronnen tegen [AMAP|ORG].", "doden", {"Malinese"}),
        # a country that only helps
        ("PLACE", "De rebellen sloten met hulp van [Mali|GPE] en [Niger|GPE] een bestand.", "bestand", set()),
        ("PLACE", "De luchtaanvallen gebeuren onder leiding van de [VS|GPE].", "luchtaanvallen", set()),
        # participles that describe, though they have no ending
        ("TARGET", "De president vroeg de gevangengenomen [Fulbe|NORP] te wachten.", "gevangengenomen", {"Fulbe"}),
        ("TARGET", "[Fatah|ORG] toonde twee gevangengenomen [Druzen|NORP].", "gevangengenomen", {"Druzen"}),
        ("COUNT", "[Elf|CARDINAL] vrachtwagens reden naar belegerd [Gao|GPE].", "belegerd", set()),
    ],
)  # fmt: skip
def test_who_and_what_takes_part(role: str, text: str, trigger: str, fillers: set[str]) -> None:
    assert of_role(role, text, trigger) == fillers


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De bommen zouden elf soldaten hebben gedood of verminkt.", "verminkt", "REPORTED"),
        ("In dorpen als [Gao|GPE] slachtten rebellen elf boeren af.", "slachtten … af", "ASSERTED"),
        ("De verovering van [Gao|GPE], zoals de [Fulbe|NORP] de stad noemen, zou weken duren.", "verovering",
         "POSSIBLE"),
        ("De gevechten gaan door.", "gevechten", "ASSERTED"),
        ("De militie wil de haven heroveren en daarna oprukken.", "oprukken", "POSSIBLE"),
        ("De organisatoren willen tot [mei|DATE] blijven demonstreren.", "demonstreren", "POSSIBLE"),
        ("Een bestand is voor ons geen optie.", "bestand", "NEGATED"),
        ("Een bombardement sluit hij uit.", "bombardement", "NEGATED"),
        ("Een confrontatie wil niemand.", "confrontatie", "NEGATED"),
        ("De militie wordt beschuldigd van moorden op boeren.", "moorden", "REPORTED"),
        ("De militie eiste een aanslag op in de haven.", "aanslag", "ASSERTED"),
        ("Zij executeerden elf boeren, stelt [Amnesty|ORG].", "executeerden", "REPORTED"),
        ("Bij een brand, volgens de politie veroorzaakt door een monteur, werden elf boeren gedood.", "gedood",
         "ASSERTED"),
        # how many there were is told by who counted them
        ("Een arts telde [elf|CARDINAL] gesneuvelde soldaten.", "gesneuvelde", "REPORTED"),
        ("Een arts zegt dat de gesneuvelde soldaten wachten.", "gesneuvelde", "ASSERTED"),
        ("In een brief, waarvan niet is vastgesteld wie hem schreef, spot [Musa|PERSON] met zijn dood.", "dood",
         "ASSERTED"),
    ],
)  # fmt: skip
def test_what_is_told_as_done(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected
