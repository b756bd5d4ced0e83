"""Which names belong to an event where clauses share, insert or leave out a part, and in headlines."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_event_participants import of_role


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        # the object of a subordinate clause right behind its subject
        ("Toen het [Malinese leger|ORG] [Kidal|GPE] verliet, was het stil.", "verliet", {"Malinese leger"}),
        ("Toen de [Fransen|NORP] [Kidal|GPE] verlieten, was het stil.", "verlieten", {"Fransen"}),
        # a subject shared over "en"
        ("[Fatah|ORG] vuurde [raketten|WEAPON] af en doodde elf [Egyptische|NORP] boeren.", "doodde", {"Fatah"}),
        ("[Fatah|ORG] vuurde terug en vluchtten de [Druzen|NORP].", "vluchtten", {"Druzen"}),
        # a relative clause about the object
        ("[M23|ORG] liet elf soldaten vrij die ze had ontvoerd.", "ontvoerd", {"M23"}),
        ("In de cel zitten [elf|CARDINAL] boeren die de [RSF|ORG] gevangenhouden.", "gevangenhouden", {"RSF"}),
        ("Zij haalden [raketten|WEAPON] neer die de [RSF|ORG] op de stad hadden afgevuurd.", "afgevuurd", {"RSF"}),
        ("[Musa|PERSON], die het oosten van [Mali|GPE] beheerst, zwijgt.", "beheerst", {"Musa"}),
        # who lets or gives leave
        ("[Wagner|ORG] liet elf [Fulani|NORP] het dorp ontvluchten.", "ontvluchten", {"Fulani"}),
        ("[Abiy|PERSON] gaf de [Oromo|NORP] elf dagen om zich over te geven.", "over te geven", {"Oromo"}),
        # what a verb carries
        ("[Musa|PERSON] beval een luchtaanval.", "luchtaanval", {"Musa"}),
        ("[Musa|PERSON] beval de aftocht van de [Fransen|NORP].", "aftocht", {"Fransen"}),
        ("Aan de aanval namen strijders van [Fatah|ORG] deel.", "aanval", {"Fatah"}),
        ("[Fatah|ORG] staat klaar voor een offensief.", "offensief", {"Fatah"}),
        ("[Fatah|ORG] stemt in met een bestand.", "bestand", {"Fatah"}),
        ("De aanslag is opgeëist door terreurgroep [M23|ORG].", "aanslag", {"M23"}),
        ("De aanval van [Ankara|GPE] was hevig.", "aanval", {"Ankara"}),
        ("De invasie van [Ankara|GPE] was hevig.", "invasie", set()),
        # attributes inside a phrase
        ("De door [Fatah|ORG] gesteunde [Druzen|NORP] vielen het dorp aan.", "vielen … aan", {"Druzen"}),
        # a participle that goes on after "en"
        ("[Fulani|NORP] hebben een dorp aangevallen en daarbij elf boeren gedood.", "gedood", {"Fulani"}),
        # what is fled from, and what another suffers after it
        ("De boeren zijn gevlucht voor het geweld tussen [Fatah|ORG] en [Hamas|ORG].", "gevlucht", set()),
        ("Na een aanval van rebellen worden elf [Malinese|NORP] soldaten vermist.", "aanval", set()),
        # a headline of two parts
        ("[Fatah|ORG] neemt de haven in, president [Musa|PERSON] gevlucht", "gevlucht", {"Musa"}),
    ],
)
def test_who_does_it(text: str, trigger: str, agents: set[str]) -> None:
    assert of_role("AGENT", text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("[M23|ORG] ontving elf [Twa|NORP]-boeren die ze had ontvoerd.", "ontvoerd", {"Twa"}),
        ("[Fatah|ORG] neemt de haven in, president [Musa|PERSON] zwijgt", "neemt … in", set()),
        ("[Fatah|ORG] verloor de controle over de stad.", "controle", {"Fatah"}),
        ("De leider van [Fatah|ORG], [Musa|PERSON], is gedood.", "gedood", {"Musa"}),
        ("De leider van [Fatah|ORG] is gedood.", "gedood", {"Fatah"}),
        (
            "De broers van [Musa|PERSON], [Ode|PERSON] en [Ali|PERSON] zijn weg; [Ode|PERSON] is gedood.",
            "gedood",
            {"Ode"},
        ),
        ("De mannen van [Musa|PERSON], [Ode|PERSON] en [Ali|PERSON] zijn gedood.", "gedood", {"Musa", "Ode", "Ali"}),
        ("De moord op bisschop [Musa|PERSON] schokte het land.", "moord", {"Musa"}),
        ("Bij een mislukte actie van de [Druzen|NORP] is [Musa|PERSON] gedood.", "gedood", {"Musa"}),
        ("De rebellen dreigen [schepen|VEHICLE] aan te vallen.", "aan te vallen", {"schepen"}),
        ("Er kwam een [schip|VEHICLE] aan dat het elf huizen had verwoest.", "verwoest", set()),
    ],
)
def test_whom_it_befalls(text: str, trigger: str, targets: set[str]) -> None:
    assert of_role("TARGET", text, trigger) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("De stad [Homa|GPE], die door rebellen werd belegerd, is leeg.", "belegerd", {"Homa"}),
        (
            "Elf boeren ontsnapten uit een gevangenis in [Homa|GPE] nadat daar een bom was ontploft.",
            "ontploft",
            {"Homa"},
        ),
        ("Zij bestormden het kamp [Homa|FAC] en doodden er elf mensen.", "doodden", {"Homa"}),
        ("Rebellen doodden [Musa|PERSON], de leider van een partij in [Homa|GPE].", "doodden", set()),
        ("Vanuit [Juba|GPE] vuurden zij raketten af op het noorden van [Homa|GPE].", "vuurden … af", {"Juba", "Homa"}),
        ("[Homa|GPE] hekelt de moord op elf boeren in [Juba|GPE].", "moord", {"Juba"}),
        ("[Fatah|ORG] neemt [Homa|GPE] in, ook [Juba|GPE] gevallen", "gevallen", {"Juba"}),
        ("[Fatah|ORG] neemt [Homa|GPE] in, ook [Juba|GPE] gevallen", "neemt … in", {"Homa"}),
    ],
)
def test_where_it_was(text: str, trigger: str, places: set[str]) -> None:
    assert of_role("PLACE", text, trigger) == places


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("[M23|ORG] zegt de stad te beheersen, maar volgens [Oxfam|ORG] wordt er gevochten.", "gevochten", {"Oxfam"}),
        ("Volgens het in [Rome|GPE] gevestigde [WFP|ORG] vielen er elf doden.", "doden", {"WFP"}),
        ("Volgens activisten heeft het regime van [Musa|PERSON] een aanval uitgevoerd.", "aanval", set()),
        ("De minister van Defensie [Musa|PERSON] meldde dat elf boeren zijn gedood.", "gedood", {"Musa"}),
        ("De [Malinese|NORP] minister van Defensie [Musa|PERSON] zei dat er elf doden zijn.", "doden", {"Musa"}),
        ("Premier [Musa|PERSON]: wij hebben de stad veroverd", "veroverd", {"Musa"}),
        ("Er zijn elf doden, blijkt uit beelden die [Amaq|ORG] verspreidde.", "doden", {"Amaq"}),
    ],
)
def test_who_tells_it(text: str, trigger: str, sources: set[str]) -> None:
    assert of_role("SOURCE", text, trigger) == sources


@pytest.mark.parametrize(
    ("role", "text", "trigger", "expected"),
    [
        ("TIME", "Het was de zwaarste aanval sinds [2022|DATE].", "aanval", set()),
        ("TIME", "De aanval was [zondag|DATE].", "aanval", {"zondag"}),
        ("COUNT", "De moord op [elf|CARDINAL] boeren schokte het land.", "moord", {"elf"}),
        ("INSTRUMENT", "Het leger, gesteund door [vliegtuigen|VEHICLE], heroverde het dorp.", "heroverde", set()),
    ],
)
def test_when_and_how_many(role: str, text: str, trigger: str, expected: set[str]) -> None:
    assert of_role(role, text, trigger) == expected
