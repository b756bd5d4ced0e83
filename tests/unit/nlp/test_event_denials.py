"""How far a denial, a wish and a modal reach: what is denied, what is taken for granted, what was managed."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_events import factuality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De gouverneur ontkent iets met de moord te maken te hebben.", "moord", "ASSERTED"),
        ("De consul weerspreekt dat rijken voorrang kregen bij de evacuatie.", "evacuatie", "ASSERTED"),
        ("De consul ontkent de moord.", "moord", "NEGATED"),
        ("De raad ontkende dat er boeren worden vermoord en sprak van strijd tegen dieven.", "vermoord", "NEGATED"),
        ("De raad ontkende dat er boeren worden vermoord en sprak van strijd tegen dieven.", "strijd", "REPORTED"),
        ("De premier noemde de beschuldiging van genocide vals.", "genocide", "NEGATED"),
        ("De premier noemde de genocide vals en laf.", "genocide", "ASSERTED"),
    ],
)
def test_what_a_denial_reaches(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De koning wil niet dat vreemde soldaten meevechten.", "meevechten", "NEGATED"),
        ("De koning wil dat vreemde soldaten meevechten.", "meevechten", "POSSIBLE"),
        ("De commandant sloot uit dat er burgers zijn gedood.", "gedood", "NEGATED"),
        ("De commandant sloot niet uit dat er burgers zijn gedood.", "gedood", "POSSIBLE"),
        ("De koning eist dat ook gewonde inwoners worden geëvacueerd.", "gewonde", "ASSERTED"),
        ("De koning eist dat ook gewonde inwoners worden geëvacueerd.", "geëvacueerd", "POSSIBLE"),
        ("Paus eist einde offensief.", "offensief", "ASSERTED"),
        ("De krijgsheer eist een offensief.", "offensief", "POSSIBLE"),
        ("Beide legers hebben met de gevechtspauze ingestemd.", "gevechtspauze", "ASSERTED"),
    ],
)
def test_what_a_wish_reaches(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De generaal liet weten dat een offensief niet op het programma staat.", "offensief", "NEGATED"),
        ("De minister zei dat een evacuatie van de Denen nog niet aan de orde is.", "evacuatie", "NEGATED"),
        ("De evacuatie is voorlopig van de baan.", "evacuatie", "NEGATED"),
        ("Een wapenstilstand, waarover wordt gepraat, is nog niet in zicht.", "wapenstilstand", "NEGATED"),
        ("Een akkoord had in mei getekend moeten worden, maar dat ging niet door.", "akkoord", "NEGATED"),
        ("Onze soldaten zullen niet deelnemen aan gevechten.", "gevechten", "NEGATED"),
        ("Onze soldaten namen niet deel aan de gevechten.", "gevechten", "ASSERTED"),
    ],
)
def test_what_does_not_come_about(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Het leger heeft veertig zieken kunnen evacueren.", "evacueren", "ASSERTED"),
        ("Het leger heeft de zieken niet kunnen evacueren.", "evacueren", "NEGATED"),
        ("Het leger zal de zieken kunnen evacueren.", "evacueren", "POSSIBLE"),
        ("Ook zouden leden van de garde, de lijfwacht van de gouverneur, twee dorpen hebben aangevallen en de imam "
         "vermoord.", "aangevallen", "REPORTED"),
        ("Ook zouden leden van de garde, de lijfwacht van de gouverneur, twee dorpen hebben aangevallen en de imam "
         "vermoord.", "vermoord", "REPORTED"),
        ("De minister waarschuwde dat er straffen volgen als de rebellen de haven aanvallen.", "aanvallen", "POSSIBLE"),
        ("De evacuatie moet dinsdag eindigen, wanneer de troepen het land verlaten.", "verlaten", "POSSIBLE"),
    ],
)  # fmt: skip
def test_what_a_modal_and_a_condition_reach(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De woordvoerder hield het [maandagavond|TIME] op [zes|CARDINAL] gewonden.", "gewonden", "REPORTED"),
        ("Het ministerie zet het dodental op 340.", "dodental", "REPORTED"),
        ("Dat zet het dodental op 340.", "dodental", "ASSERTED"),
        ("De gouverneur noemde de aanval het werk van dronken huurlingen.", "aanval", "REPORTED"),
        ("De gouverneur noemde de aanval laf.", "aanval", "ASSERTED"),
        ("Leger [Zembla|GPE]: zestig rebellen gedood in een week", "gedood", "REPORTED"),
        ('De consul zei dat een evacuatie van de Denen "nog niet aan de orde" is.', "evacuatie", "NEGATED"),
        ("De dienst hoopt zaterdag de evacuatie te hervatten.", "evacuatie", "POSSIBLE"),
    ],
)
def test_what_is_told_by_somebody_or_only_hoped(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected
