"""Where and when events are, with what and of whom, where another clause, phrase or participle tells it."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_event_participants import of_role


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # the place before the verbs that close its clause
        ("Zij waren uit [Gao|GPE] gevlucht, waar het leger dorpen platbrandde.", "platbrandde", {"Gao"}),
        ("Het leger nam [Gao|GPE] in, de laatste stad in [Azawad|LOC] die in handen van rebellen was.",
         "in handen", {"Gao"}),
        ("[Gao|GPE] was in [mei|DATE] de eerste [Malinese|NORP] stad die rebellen veroverden.", "veroverden", {"Gao"}),
        # whence people fled
        ("Duizend inwoners van [Gao|GPE] vluchtten naar [Niger|GPE].", "vluchtten", {"Gao", "Niger"}),
        ("De boeren hebben [Gao|GPE] verlaten.", "verlaten", {"Gao"}),
        # of another move, of what all is compared with, and of how large it is
        ("Zij werden opgepakt toen ze naar [Gao|GPE] liepen.", "opgepakt", set()),
        ("Mannen worden vastgehouden en naar [Gao|GPE] gebracht.", "vastgehouden", set()),
        ("De slag om de stad is de grootste sinds de oorlog in [Mali|GPE] losbarstte.", "slag", set()),
        ("De rebellen beheersten een gebied zo groot als [Mali|GPE].", "beheersten", set()),
        # of the clause before
        ("Toen [Fatah|ORG] [Gao|GPE] innam, werden boeren verjaagd.", "verjaagd", {"Gao"}),
        ("[Gao|GPE], de grootste stad van het hele noorden, werd ingesloten en is nog in handen van rebellen.",
         "in handen", {"Gao"}),
        ("In [Gao|GPE] kwamen elf boeren om en werden er tien gegijzeld.", "gegijzeld", {"Gao"}),
        # an example of what the preposition governs
        ("Het leger sloot een akkoord met hulp van [Niger|GPE] en [Togo|GPE].", "akkoord", set()),
    ],
)  # fmt: skip
def test_where_it_is(text: str, trigger: str, places: set[str]) -> None:
    assert of_role("PLACE", text, trigger) == places


@pytest.mark.parametrize(
    ("role", "text", "trigger", "fillers"),
    [
        # when: a length beside a date, and what is seen
        ("TIME", "In [mei|DATE] bestookte het leger de stad [een week|DURATION] lang.", "bestookte", {"mei",
         "een week"}),
        ("TIME", "Mijn vader zag in [1994|DATE] hoe ze de stad binnenvielen.", "binnenvielen", {"1994"}),
        ("TIME", "De slag om de stad is de grootste sinds de oorlog in [mei|DATE] losbarstte.", "slag", set()),
        # two verbs, of which a comma parts those told of
        ("COUNT", "[Elf|CARDINAL] boeren werden gedood, [zes|CARDINAL] kinderen ontvoerd.", "gedood", {"Elf"}),
        ("COUNT", "[Elf|CARDINAL] boeren werden gedood, [zes|CARDINAL] kinderen ontvoerd.", "ontvoerd", {"zes"}),
        ("COUNT", "[Elf|CARDINAL] soldaten zouden zich toen hebben overgegeven.", "overgegeven", {"Elf"}),
        ("COUNT", "In [Gao|GPE] hielden [honderden|CARDINAL] boeren een protestmars.", "protestmars", {"honderden"}),
        # who does it
        ("AGENT", "In de winter verjoegen de [Twaregs|NORP] [Fatah|ORG] uit de stad.", "verjoegen", {"Twaregs"}),
        ("AGENT", "Vrijdag hebben [Fatah|ORG] en zijn [Druzische|NORP] bondgenoten de stad ingenomen.", "ingenomen",
         {"Fatah", "Druzische"}),
        ("AGENT", "[Mali|GPE] beheerst nog zes van zijn provincies.", "beheerst", {"Mali"}),
        ("AGENT", "[Al-Qaida|ORG]-tak [JNIM|ORG] voerde een aanval uit.", "aanval", {"JNIM"}),
        ("AGENT", "Bij een aanval van [Franse|NORP] [vliegtuigen|VEHICLE] zijn elf boeren gedood.", "gedood",
         {"Franse"}),
        ("AGENT", "[Mali|GPE] deed mee aan de strijd.", "strijd", {"Mali"}),
        ("AGENT", "[Mali|GPE] deed niet mee aan de strijd.", "strijd", set()),
        ("AGENT", "[Fatah|ORG] nam het dorp zonder strijd in.", "strijd", {"Fatah"}),
        ("AGENT", "De generaal raadde de [Fulbe|NORP] aan zich over te geven.", "over te geven", {"Fulbe"}),
        # to whom
        ("TARGET", "Het leger blijft vanuit de lucht stellingen van [Fatah|ORG] bestoken.", "bestoken", {"Fatah"}),
        ("TARGET", "Huizen van [Malinese|NORP] [Fulbe|NORP] zijn platgebrand.", "platgebrand", {"Malinese", "Fulbe"}),
        ("TARGET", "Zijn broer, een [Fulbe|NORP], werd maandag doodgeschoten.", "doodgeschoten", {"Fulbe"}),
        # with what
        ("INSTRUMENT", "Het vliegveld lag onder vuur van [drones|VEHICLE].", "onder vuur", {"drones"}),
        ("INSTRUMENT", "Gisteren vielen mannen op [motoren|VEHICLE] de post aan.", "vielen … aan", {"motoren"}),
        ("INSTRUMENT", "Rebellen voerden de kinderen in [vrachtwagens|VEHICLE] weg.", "voerden … weg",
         {"vrachtwagens"}),
        ("INSTRUMENT", "De rebellen verlieten de stad in een colonne van [auto's|VEHICLE].", "verlieten", {"auto's"}),
        ("INSTRUMENT", "Een [bus|VEHICLE] met vluchtende boeren is geraakt.", "vluchtende", {"bus"}),
        ("INSTRUMENT", "Zij toonden [vuurpijlen|WEAPON] waarmee [Fatah|ORG] aanvallen pleegt.", "aanvallen",
         {"vuurpijlen"}),
        ("INSTRUMENT", "[Franse|NORP] [vliegtuigen|VEHICLE] brachten hulpgoederen.", "hulpgoederen", {"vliegtuigen"}),
        # who tells it
        ("SOURCE", "[Airwars|ORG], een kleine waakhond, telde elf doden.", "doden", {"Airwars"}),
        ("SOURCE", "[Fatah|ORG] noemt de moorden verzinsels.", "moorden", {"Fatah"}),
    ],
)  # fmt: skip
def test_who_what_and_when(role: str, text: str, trigger: str, fillers: set[str]) -> None:
    assert of_role(role, text, trigger) == fillers


@pytest.mark.parametrize(
    ("role", "text", "trigger", "fillers"),
    [
        # a participle that describes, and the place of another verb
        ("PLACE", "Een arts in [Gao|GPE] telde elf gesneuvelde soldaten.", "gesneuvelde", set()),
        ("PLACE", "De rebellen zouden de stad overdragen, maar de gesprekken in [Gao|GPE] leverden niets op.",
         "overdragen", set()),
        ("PLACE", "Duizend boeren zijn weggevlucht, vooral naar [Gao|GPE]", "weggevlucht", {"Gao"}),
        ("PLACE", "[Fatah|ORG] controleert nog delen van de provincie, waaronder [Gao|GPE].", "controleert", {"Gao"}),
        # two offices side by side
        ("AGENT", "Vrijdag zette kapitein [Musa|PERSON] juntaleider [Ode|PERSON] af, die de stad had veroverd.",
         "veroverd", {"Ode"}),
        ("AGENT", "[Musa|PERSON] eist een onvoorwaardelijke aftocht.", "aftocht", set()),
        # how many another clause counts
        ("COUNT", "[Vier|CARDINAL] mannen moesten uitstappen en zijn meegenomen.", "meegenomen", {"Vier"}),
        ("COUNT", "[Vier|CARDINAL] mannen kwamen om en [zes|CARDINAL] anderen zijn gewond.", "gewond", {"zes"}),
    ],
)  # fmt: skip
def test_what_another_clause_tells(role: str, text: str, trigger: str, fillers: set[str]) -> None:
    assert of_role(role, text, trigger) == fillers


@pytest.mark.parametrize(
    ("role", "text", "trigger", "fillers"),
    [
        ("SOURCE", "[Musa|PERSON] schepte erover op dat hij elf boeren heeft gedood.", "gedood", {"Musa"}),
        ("SOURCE", "[Fatah|ORG] bezweert dat het dorp is gevallen.", "gevallen", {"Fatah"}),
        ("SOURCE", "Beide kanten onderstrepen dat het dorp is gevallen.", "gevallen", set()),
        ("AGENT", "[Fatah|ORG] hernam de luchtaanvallen.", "luchtaanvallen", {"Fatah"}),
        ("AGENT", "[Fatah|ORG] handhaaft de blokkade.", "blokkade", {"Fatah"}),
        ("AGENT", "[Fatah|ORG] bekrachtigde het bestand.", "bestand", {"Fatah"}),
    ],
)  # fmt: skip
def test_verbs_of_saying_and_of_carrying_out(role: str, text: str, trigger: str, fillers: set[str]) -> None:
    assert of_role(role, text, trigger) == fillers


@pytest.mark.parametrize(
    ("role", "text", "trigger", "fillers"),
    [
        # by which name they are known
        ("AGENT", "[Christelijke|NORP] milities, bekend als [anti-balaka|ORG], vielen de stad aan.", "vielen … aan",
         {"Christelijke", "anti-balaka"}),
        ("AGENT", "Een strijder met de bijnaam [Musa|PERSON] doodde elf boeren.", "doodde", {"Musa"}),
        # what one says of oneself goes on over "en"
        ("AGENT", "[Fatah|ORG] zegt dat het elf boeren heeft gedood en tien tunnels heeft opgeblazen.", "opgeblazen",
         {"Fatah"}),
        ("INSTRUMENT", "Elf boeren kwamen om, toen hun auto op een [bermbom|WEAPON] reed.", "kwamen … om", {"bermbom"}),
        # at whom another event was
        ("TARGET", "Bij een aanval met drones op een basis van [Fatah|ORG] zijn elf boeren gedood.", "gedood", set()),
        ("TARGET", "Zware bombardementen op [Gao|GPE], [VN|ORG] waarschuwt voor honger", "bombardementen", set()),
        # most of those told of
        ("AGENT", "Duizend boeren, vooral [Fulbe|NORP], vluchtten naar de kust.", "vluchtten", {"Fulbe"}),
    ],
)  # fmt: skip
def test_names_beside_those_told_of(role: str, text: str, trigger: str, fillers: set[str]) -> None:
    assert of_role(role, text, trigger) == fillers
