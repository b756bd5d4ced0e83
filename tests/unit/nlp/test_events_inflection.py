"""Dutch inflection: forms that the trigger lexicon must know, and forms it must not invent."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.events.inflection import StrongParts, diminutive_of, noun_forms, verb_forms, with_e

STRONG = {
    "vallen": StrongParts("viel", "vielen", "gevallen"),
    "drijven": StrongParts("dreef", "dreven", "gedreven"),
    "breken": StrongParts("brak", "braken", "gebroken"),
    "slaan": StrongParts("sloeg", "sloegen", "geslagen"),
}
UNSTRESSED = frozenset({"heroveren", "plunderen"})


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("bombarderen", "bombardeer bombardeert bombardeerde bombardeerden gebombardeerd gebombardeerde"),
        ("evacueren", "evacueert evacueerde geëvacueerd geëvacueerde evacuerend"),
        ("heroveren", "herovert heroverde heroverden heroverd"),
        ("plunderen", "plundert plunderde geplunderd geplunderde plunderend"),
        ("omsingelen", "omsingelt omsingelde omsingeld"),
        ("vluchten", "vlucht vluchtte vluchtten gevlucht gevluchte vluchtend vluchtende"),
        ("doden", "doodt doodde doodden gedood gedode"),
        ("beschieten", "beschiet"),
        ("bezetten", "bezet bezette bezetten"),
        ("vuren", "vuurt vuurde gevuurd"),
        ("verdelen", "verdeelt verdeelde verdeeld"),
        ("arresteren", "arresteerde gearresteerd"),
        ("redden", "redt redde gered geredde"),
        ("verdrijven", "verdrijft verdreef verdreven"),
        ("doorbreken", "doorbreekt doorbrak doorbroken"),
        ("slaan", "sla slaat sloeg geslagen"),
        ("vallen", "val valt viel vielen gevallen vallend"),
    ],
)
def test_a_verb_has_its_forms(verb: str, expected: str) -> None:
    forms = verb_forms(verb, STRONG, unstressed=UNSTRESSED).every()
    assert set(expected.split()) <= forms


def test_a_prefix_takes_the_place_of_ge() -> None:
    forms = verb_forms("veroorzaken", STRONG, unstressed=UNSTRESSED)
    assert forms.participle == "veroorzaakt"
    assert verb_forms("verdrijven", STRONG, unstressed=UNSTRESSED).participle == "verdreven"
    assert verb_forms("openen", STRONG, unstressed=UNSTRESSED).participle == "geopend"


@pytest.mark.parametrize(
    ("participle", "inflected"),
    [
        ("gedood", "gedode"),
        ("bezet", "bezette"),
        ("gevlucht", "gevluchte"),
        ("veroverd", "veroverde"),
        ("verdreven", "verdreven"),
    ],
)
def test_participles_take_e(participle: str, inflected: str) -> None:
    assert with_e(participle) == inflected


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("aanval", "aanvallen"),
        ("bombardement", "bombardementen"),
        ("evacuatie", "evacuaties"),
        ("belegering", "belegeringen"),
        ("akkoord", "akkoorden"),
        ("moord", "moorden"),
        ("aanslag", "aanslagen"),
        ("verdrag", "verdragen"),
        ("bloedbad/bloedbaden", "bloedbaden"),
    ],
)
def test_nouns_have_plurals(noun: str, plural: str) -> None:
    assert plural in noun_forms(noun)


def test_a_noun_may_have_no_plural() -> None:
    assert noun_forms("strijd/-") == {"strijd"}


def test_diminutives() -> None:
    assert diminutive_of("oorlog") == "oorlogje"
    assert diminutive_of("aanval") == "aanvalletje"
