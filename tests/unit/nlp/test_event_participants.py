"""Who and what takes part in an event and when, by how Dutch sentences are built: kinds mended by the second round."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.events.chunks import _Builder
from tests.unit.nlp.test_events import read, roles


def of_role(role: str, text: str, trigger: str) -> set[str]:
    """The entities in one role of the event."""
    return {name for found, name in roles(text, trigger) if found == role}


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        # a country with its article
        ("De [Emiraten|GPE] hebben de haven gebombardeerd.", "gebombardeerd", {"Emiraten"}),
        ("Het dorp is ingenomen door de [Emiraten|GPE] gesteunde milities.", "ingenomen", set()),
        # a phrase ends where another name, article or verb begins
        ("Volgens hem hebben rebellen [Kutum|GPE] veroverd op [Musa|PERSON].", "veroverd", set()),
        ("[Zenko|ORG] meldt dat [Houthi|NORP]-rebellen [Dhamar|GPE] bestookten.", "bestookten", {"Houthi"}),
        # whose it is by a pronoun
        ("De [Fransen|NORP] lieten bij hun vertrek uit [Gao|GPE] tenten achter.", "vertrek", {"Fransen"}),
        ("Bij het dorp zijn aanvallen gemeld door [AFP|ORG].", "aanvallen", {"AFP"}),
        ("[Oxfam|ORG] heeft zijn noodhulp in [Gao|GPE] opgeschort.", "noodhulp", {"Oxfam"}),
        # partners of an agreement
        ("[Karenni|NORP]-leiders hebben met [Hanoi|GPE] een bestand gesloten.", "bestand", {"Karenni", "Hanoi"}),
        ("Tussen [Fulani|NORP] en [Bambara|NORP] hield een bestand stand.", "bestand", {"Fulani", "Bambara"}),
        ("Waarom niemand in een bestand gelooft tussen [Asmara|GPE] en [Juba|GPE].", "bestand", {"Asmara", "Juba"}),
        # who is bidden does it
        ("[Hamas|ORG] heeft de bewoners opgeroepen om te vertrekken.", "vertrekken", set()),
        ("[Ndayi|PERSON] heeft de [Twa|NORP] bevolen het dorp te verlaten.", "verlaten", {"Twa"}),
        ("[Oxfam|ORG] zag elfduizend gezinnen vluchten.", "vluchten", set()),
        ("[Hamas|ORG] besloot om de stad te verlaten.", "verlaten", {"Hamas"}),
        # through a relative clause with "dat"
        ("[Wagner|ORG], dat vorig jaar elf dorpen had veroverd, is weg.", "veroverd", {"Wagner"}),
        ("[Gao|GPE], dat het leger dagelijks bestookt, ligt in puin.", "bestookt", set()),
        # the relations of somebody
        ("Elf familieleden van [Fatah|ORG]-leden zijn gevlucht.", "gevlucht", set()),
        ("Elf leden van [Fatah|ORG] zijn gevlucht.", "gevlucht", {"Fatah"}),
        # who helps
        ("[Fatah|ORG] viel samen met [Hamas|ORG] de basis aan.", "viel … aan", {"Fatah", "Hamas"}),
        ("De boeren, onder wie [Hutu|NORP]-leiders, zijn gevlucht.", "gevlucht", {"Hutu"}),
        # who is blamed
        ("Na de aanslag hield [Musa|PERSON] de militie [M23|ORG] verantwoordelijk.", "aanslag", {"M23"}),
        ("Achter de aanslag zit [M23|ORG].", "aanslag", {"M23"}),
        ("[Musa|PERSON] acht zich verantwoordelijk voor de aanslag.", "aanslag", set()),
        ("[M23|ORG] claimt de inname van [Goma|GPE].", "inname", {"M23"}),
        # forms of verbs that carry a noun
        ("De [Fransen|NORP] beloofden luchtsteun.", "luchtsteun", {"Fransen"}),
        # what is said of "it"
        ("[Fatah|ORG] zegt dat het [Jenin|GPE] volledig heeft omsingeld.", "omsingeld", {"Fatah"}),
    ],
)
def test_who_does_it(text: str, trigger: str, agents: set[str]) -> None:
    assert of_role("AGENT", text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("Het leger viel binnen om [Fatah|ORG] te verdrijven.", "verdrijven", {"Fatah"}),
        ("Rebellen hebben [vannacht|TIME] stellingen van de [Druze|NORP] militie [Amal|ORG] bestookt.", "bestookt",
         {"Amal"}),
        ("Voor [Fatah|ORG] is het verlies van [Jenin|GPE] een dreun.", "verlies", {"Fatah"}),
        ("De troepen konden door de linies van [Fatah|ORG] breken.", "breken", {"Fatah"}),
        ("Het leger veroverde het laatste stuk grondgebied van [Fatah|ORG].", "veroverde", {"Fatah"}),
        ("Het leger voerde een aanval uit op een [Fatah|ORG]-dorp.", "aanval", {"Fatah"}),
        ("Het leger voerde een aanval uit op een [Druze|NORP] dorp.", "aanval", set()),
        ("Bij de kazerne werd een neef van [Musa|PERSON] vermoord.", "vermoord", set()),
        ("Volgens [Ode|PERSON], het hoofd van de [VN|ORG], moeten zieken worden geëvacueerd.", "geëvacueerd", set()),
        ("[M23|ORG], de tak van [Fatah|ORG], belegert de stad.", "belegert", set()),
        ("[Fatah|ORG], die de leiding kreeg over het offensief, zwijgt.", "offensief", set()),
        ("Er werden elf mensen gedood, onder wie drie [Hutu|NORP]-leiders.", "gedood", {"Hutu"}),
        ("[Oxfam|ORG] verzorgde elf gewonden.", "gewonden", set()),
        ("Elf van de [tanks|VEHICLE] zouden zijn opgeblazen.", "opgeblazen", set()),
        ("[Elf|CARDINAL] van de [tanks|VEHICLE] zouden zijn opgeblazen.", "opgeblazen", {"tanks"}),
        ("Een [fregat|VEHICLE] is geraakt.", "geraakt", {"fregat"}),
        ("Langs de weg zijn [vrachtwagens|VEHICLE] in brand gestoken.", "in brand gestoken", {"vrachtwagens"}),
        ("Wel meldt [Sana|ORG] dat oud-premier [Musa|PERSON] in de boeien is geslagen.", "in de boeien is geslagen",
         {"Musa"}),
    ],
)  # fmt: skip
def test_whom_it_befalls(text: str, trigger: str, targets: set[str]) -> None:
    assert of_role("TARGET", text, trigger) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "things"),
    [
        ("Een [tank|VEHICLE] rolt richting [Gao|GPE].", "rolt", {"tank"}),
        ("[Tanks|VEHICLE] omsingelen het ziekenhuis.", "omsingelen", {"Tanks"}),
        ("De [Fransen|NORP] zijn in [helikopters|VEHICLE] vertrokken.", "vertrokken", {"helikopters"}),
        ("De zieken werden op [karren|VEHICLE] geëvacueerd.", "geëvacueerd", {"karren"}),
        ("Er vlogen [drones|VEHICLE], die elf huizen hebben verwoest.", "verwoest", {"drones"}),
        ("[Oxfam|ORG] leverde elf [trucks|VEHICLE] met dekens af.", "leverde … af", {"trucks"}),
        ("Woensdag sloeg op een kilometer van de kazerne een [granaat|WEAPON] in.", "sloeg … in", {"granaat"}),
        ("Er zijn [tanks|VEHICLE] gezien sinds het begin van het offensief.", "offensief", set()),
    ],
)
def test_what_it_is_done_with(text: str, trigger: str, things: set[str]) -> None:
    assert of_role("INSTRUMENT", text, trigger) == things


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("Over het lot van de [elf|CARDINAL] gewonden is niets bekend.", "gewonden", {"elf"}),
        ("Er kwamen [elf|CARDINAL] gegijzelde boeren vrij.", "gegijzelde", {"elf"}),
        ("Sindsdien zijn er [zes miljoen|CARDINAL] ontheemd geraakt.", "ontheemd", {"zes miljoen"}),
        ("Hij kreeg opdracht om de [elf|CARDINAL] soldaten weg te halen.", "weg te halen", {"elf"}),
        ("Het leger sloeg [elf|CARDINAL] aanvallen af.", "aanvallen", set()),
    ],
)
def test_how_many_it_befalls(text: str, trigger: str, counts: set[str]) -> None:
    assert of_role("COUNT", text, trigger) == counts


@pytest.mark.parametrize(
    ("text", "trigger", "times"),
    [
        ("[17u18|TIME] [Asmara|GPE] kondigt een bestand af.", "bestand", set()),
        ("Om [17u18|TIME] ontplofte een bom.", "ontplofte", {"17u18"}),
        ("Er zijn [vrijdag|DATE] trucks geteld, het hoogste aantal sinds het begin van de oorlog.", "oorlog", set()),
        ("Dat was [drie weken|DURATION] na de val van [Gao|GPE].", "val", set()),
        ("De wapenstilstand ging [zondag|DATE] om [elf uur|TIME] in.", "wapenstilstand", {"zondag", "elf uur"}),
        ("Van [mei|DATE] tot [juli|DATE] belegerde het leger de stad.", "belegerde", {"mei", "juli"}),
        ("De stad werd [in 2016|DATE] na [zeven weken|DURATION] van strijd heroverd.", "heroverd", {"in 2016"}),
        ("Toen rebellen in [mei|DATE] kwamen, vluchtten de bewoners.", "vluchtten", {"mei"}),
        ("[Zondag|DATE] wordt gepraat over een bestand.", "bestand", set()),
    ],
)
def test_when_it_was(text: str, trigger: str, times: set[str]) -> None:
    assert of_role("TIME", text, trigger) == times


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        (
            "De zieken zijn uit de oude havenstad [Homa|GPE] naar [Juba|GPE] geëvacueerd.",
            "geëvacueerd",
            {"Homa", "Juba"},
        ),
        ("Ze rukten vanuit [Homa|GPE] naar [Juba|GPE] op.", "rukten … op", {"Homa", "Juba"}),
        ("Milities uit [Homa|GPE] doodden elf boeren nabij [Juba|GPE].", "doodden", {"Juba"}),
        ("Het leger sneed [Homa|GPE] af van [Juba|GPE].", "sneed … af", {"Homa", "Juba"}),
        ("In [Homa|GPE], in de [Sahel|LOC], is een school verwoest.", "verwoest", {"Homa", "Sahel"}),
        ("In [Homa|GPE] vuurden rebellen raketten af op de wijk [Zara|GPE].", "vuurden … af", {"Homa", "Zara"}),
        ("De inname is voor [Togo|GPE] een succes.", "inname", set()),
    ],
)
def test_where_it_was(text: str, trigger: str, places: set[str]) -> None:
    assert of_role("PLACE", text, trigger) == places


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("“Wij geven ons niet over”, zei hij tegen [Reuters|ORG].", "geven … over", {"Reuters"}),
        ("“Zij zijn verdreven”, zei een officier op de [staatstelevisie|ORG].", "verdreven", {"staatstelevisie"}),
        ("Een officier schreef op [Facebook|ORG] dat hij de stad heeft verlaten.", "verlaten", set()),
        ("[M23|ORG] ([AFC|ORG]) zegt dat ze de stad heeft veroverd.", "veroverd", {"M23"}),
        ("[Qassam|ORG], de tak van [Hamas|ORG], claimt dat elf soldaten zijn gedood.", "gedood", {"Qassam"}),
        ("[Musa|PERSON] heeft een onderzoek gelast en laten weten dat elf mensen zijn gedood.", "gedood", {"Musa"}),
        ("Wel meldt [Sana|ORG] dat oud-premier [Musa|PERSON] is opgepakt.", "opgepakt", {"Sana"}),
        ("[Oxfam|ORG] telde elf boeren die omkwamen.", "omkwamen", {"Oxfam"}),
        ("[Oxfam|ORG] vreest een bloedbad.", "bloedbad", {"Oxfam"}),
        ("De stad vreest een bloedbad, [Oxfam|ORG] zwijgt.", "bloedbad", set()),
    ],
)
def test_who_tells_it(text: str, trigger: str, sources: set[str]) -> None:
    assert of_role("SOURCE", text, trigger) == sources


@pytest.mark.parametrize(
    "piece",
    ["telde telde aanval [twee|CARDINAL]", "houdt verantwoordelijk [IS|ORG] aanval", "volgens aanval [acht|CARDINAL]"],
)
def test_who_tells_and_who_is_blamed_is_found_once_a_sentence(monkeypatch, piece: str) -> None:
    """Not once a trigger and a word of saying: 390 words took 13 s."""
    taken = [0]
    take = _Builder.take

    def counted(self: _Builder, index: int) -> None:
        taken[0] += 1
        take(self, index)

    monkeypatch.setattr(_Builder, "take", counted)
    counts = []
    for times in (24, 48, 96):
        document, entities = read(f"{piece} " * times)
        taken[0] = 0
        suggest_events(document, entities)
        counts.append(taken[0])
    assert counts[0] > 0
    assert counts[2] < 5 * counts[1]  # twice the words: four times the work, not eight
    assert counts[1] < 5 * counts[0]
