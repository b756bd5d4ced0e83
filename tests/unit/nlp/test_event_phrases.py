"""Roles by the phrases that fill them: heads of lists, places that lie in others, vehicles, bases, speakers."""

from __future__ import annotations

import pytest

from tests.unit.nlp.test_event_participants import of_role
from tests.unit.nlp.test_events import factuality


@pytest.mark.parametrize(
    ("role", "text", "trigger", "expected"),
    [
        # a date that heads an entry of a list
        ("TIME", "- [Mei 2015|DATE]: rebellen veroveren de haven; elf boeren vluchten.", "veroveren", {"Mei 2015"}),
        ("TIME", "- [Mei 2015|DATE]: rebellen veroveren de haven; elf boeren vluchten.", "vluchten", {"Mei 2015"}),
        # two times that tell one, and a clause with "wanneer"
        ("TIME", "Ze hoorden [maandag|DATE] [urenlang|DURATION] schoten.", "schoten", {"maandag", "urenlang"}),
        ("TIME", "De vlucht eindigt [dinsdag|DATE], wanneer de troepen de stad verlaten.", "verlaten", {"dinsdag"}),
        # a place that lies in another
        ("PLACE", "De inname van [Adwa|GPE] in de regio [Tigray|GPE].", "inname", {"Adwa", "Tigray"}),
        ("PLACE", "De inname van [Adwa|GPE], in het noorden van [Tigray|GPE].", "inname", {"Adwa"}),
        # vehicles hit, and bases held
        ("TARGET", "De rebellen raakten een [Grieks|NORP] [vrachtschip|VEHICLE] met raketten.",
         "raakten", {"vrachtschip"}),
        ("TARGET", "Rebellen bestormden een [Malinese|NORP] basis.", "bestormden", {"Malinese"}),
        ("TARGET", "De betogers zijn bij de haven onder vuur genomen door het leger.", "onder vuur genomen", set()),
        ("TARGET", "Ze zeggen dat rebellen de [bussen|VEHICLE] onder vuur namen.", "onder vuur namen", {"bussen"}),
        ("INSTRUMENT", "[Elf|CARDINAL] [raketten|WEAPON] zijn ingeslagen.", "ingeslagen", {"raketten"}),
        # into whose hands
        ("TARGET", "De basis van het [leger|ORG] viel in handen van [Fatah|ORG].", "viel in handen", {"leger"}),
        ("AGENT", "De basis van het [leger|ORG] viel in handen van [Fatah|ORG].", "viel in handen", {"Fatah"}),
        # a country that acts
        ("AGENT", "Vorige week doodde [Mali|GPE] leider [Musa|PERSON].", "doodde", {"Mali"}),
        ("TARGET", "Vorige week doodde [Mali|GPE] leider [Musa|PERSON].", "doodde", {"Musa"}),
        ("AGENT", "Buurland [Tsjaad|GPE] bombardeerde de haven.", "bombardeerde", {"Tsjaad"}),
        ("AGENT", "'[Tsjaad|GPE] heeft de vissers aangevallen', zei hij.", "aangevallen", {"Tsjaad"}),
        # adverbs before the verb
        ("AGENT", "Kort daarna trokken [Malinese|NORP] troepen de stad binnen.", "trokken … binnen", {"Malinese"}),
        ("AGENT", "De slag begint, wanneer [Malinese|NORP] troepen de stad verlaten.", "verlaten", {"Malinese"}),
        ("PLACE", "Er zijn maar [elf|CARDINAL] wagens met noodhulp in [Gao|GPE] aangekomen.", "noodhulp", {"Gao"}),
        # who speaks
        ("SOURCE", "Het [leger|ORG] heeft bevestigd dat elf soldaten zijn gesneuveld.", "gesneuveld", {"leger"}),
        ("SOURCE", "Jihadisten claimen de inname van gasstad [Gao|GPE].", "inname", set()),
        ("SOURCE", "[Musa|PERSON] hoopt op een bestand.", "bestand", set()),
        ("SOURCE", "[Fatah|ORG] zegt dat elf man zijn gedood, [Hamas|ORG] beweert dat er tien zijn gevlucht.",
         "gevlucht", {"Hamas"}),
        ("SOURCE", "[Fatah|ORG] zegt dat elf man zijn gedood, [Hamas|ORG] beweert dat er tien zijn gevlucht.",
         "gedood", {"Fatah"}),
        # whom he who speaks did it to
        ("TARGET", "Het [leger|ORG] zegt dat het elf [Fatah|ORG]-leden heeft gedood.", "gedood", {"Fatah"}),
        ("TARGET", "Elf [Egyptische|NORP] militairen die gevangen werden genomen, zijn vrij.",
         "gevangen werden genomen", {"Egyptische"}),
        # who is left how, and how many there are by now
        ("COUNT", "[Elfduizend|CARDINAL] bewoners zijn ontheemd.", "ontheemd", {"Elfduizend"}),
        ("COUNT", "Het dodental in de haven komt op [elf|CARDINAL].", "dodental", {"elf"}),
        ("COUNT", "Van de [elf|CARDINAL] bewoners is de helft gevlucht.", "gevlucht", set()),
        ("AGENT", "[Oxfam|ORG] brengt voedsel naar ontheemde gezinnen.", "ontheemde", set()),
        ("TARGET", "[Malinese|NORP] helikopters vlogen gewonde vissers naar de haven.", "gewonde", set()),
        # who struck, and whom it is said of
        ("AGENT", "Bij de door [Fatah|ORG] geleide aanval kwamen elf boeren om.", "aanval", {"Fatah"}),
        ("AGENT", "[Fatah|ORG] doodde bij een aanval op de markt elf boeren.", "aanval", {"Fatah"}),
        ("AGENT", "Bij een aanslag van [Fatah|ORG] zijn elf boeren gedood.", "gedood", {"Fatah"}),
        ("AGENT", "De stad werd na een belegering door [Malinese|NORP] troepen ingenomen.", "ingenomen", {"Malinese"}),
        ("AGENT", "In de stad zijn na de inname door [Fatah|ORG] elf boeren vermoord.", "vermoord", set()),
        ("AGENT", "Rebellen vielen samen met [Fatah|ORG] het dorp aan.", "vielen … aan", {"Fatah"}),
        ("TARGET", "Familieleden van de ontvoerde [Fulani|NORP] hebben de weg bezet.", "bezet", set()),
        ("TARGET", "Bendes hebben de cel van de [Malinese|NORP] hoofdstad [Bamako|GPE] aangevallen.",
         "aangevallen", set()),
        # when somebody spoke, and a clause with "sinds"
        ("TIME", "Hij waarschuwde [zondag|DATE] voor een aanval.", "aanval", set()),
        ("TIME", "Het is de zwaarste aanval sinds de oorlog in [mei|DATE] begon.", "aanval", set()),
        ("AGENT", "Er is rust sinds de [Malinese|NORP] [Karen|NORP] in mei begonnen met hun aanvallen op de haven.",
         "aanvallen", {"Karen"}),
        ("AGENT", "[Fatah|ORG] weet dat [Gao|GPE] zwijgt, omdat zij het dorp hadden ingesloten.", "ingesloten", set()),
        # places of offices, efforts and homes, and where a road leads
        ("PLACE", "De gouverneur van [Gao|GPE] werd aan het front gedood.", "gedood", set()),
        ("PLACE", "Een bestand werd onder leiding van [Mali|GPE] gesloten.", "bestand", set()),
        ("PLACE", "In [Gao|GPE] rukken rebellen op naar de mijnen van [Kidal|GPE].", "rukken … op", {"Gao", "Kidal"}),
        # things that are brought to go off, and loads
        ("INSTRUMENT", "Een man heeft een [auto|VEHICLE] tot ontploffing gebracht.", "ontploffing", {"auto"}),
        ("INSTRUMENT", "De hulpkonvooien werden onderweg met [drones|VEHICLE] bestookt.", "hulpkonvooien", set()),
        ("SOURCE", "Het [leger|ORG] noemt dat aantal overdreven en houdt het op elf doden.", "doden", {"leger"}),
    ],
)  # fmt: skip
def test_who_what_where_and_when(role: str, text: str, trigger: str, expected: set[str]) -> None:
    assert of_role(role, text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("De haven is verwoest, volgens het [Malinese|NORP] Openbaar Ministerie.", "verwoest", "REPORTED"),
        ("Het [leger|ORG] heeft erkend dat elf boeren zijn gedood.", "gedood", "REPORTED"),
    ],
)
def test_what_is_told_by_somebody(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected
