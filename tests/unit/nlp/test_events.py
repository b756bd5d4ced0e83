"""The event suggester on sentences made for these tests: triggers, particles, guards, factuality, roles."""

from __future__ import annotations

import re

import pytest

from annotator.core.document import Document, Region
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import covered, fragments_problem, sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.events import clauses, suggest_events
from annotator.nlp.worker.events.clauses import LONGEST_SENTENCE, sentences
from annotator.nlp.worker.events.lexicon import LONGEST_HEAD, lexicon

_TOKEN = re.compile(r"\d[\d.,:]*\d|\w+|[^\w\s]")
_MARKED = re.compile(r"\[([^\]|]+)\|([A-Z]+)\]")


def document_of(text: str, *regions: Region) -> Document:
    tokens = Tokens(tuple(match.span() for match in _TOKEN.finditer(text)))
    return Document("d", "", text, sha256_of(text), tokens, sentences_of(text, tokens), regions)


def read(marked: str) -> tuple[Document, list[Suggestion]]:
    """A document from text in which names stand as [Name|LABEL], with these as entity suggestions."""
    text, found, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        found.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    document = document_of(text + marked[last:])
    entities = [
        Suggestion(
            suggestion_id(document.sha256, "entities", label, ((start, end),)),
            "entities", label, ((start, end),), 0.9, Provenance("test", "1"),
        )
        for start, end, label in found
    ]  # fmt: skip
    return document, entities


def triggers(marked: str) -> list[tuple[str, str]]:
    """(type, covered text) of all events."""
    document, entities = read(marked)
    return [(event.label, covered(document.text, event.fragments)) for event in suggest_events(document, entities)]


def factuality(marked: str, trigger: str) -> str:
    document, entities = read(marked)
    for event in suggest_events(document, entities):
        if covered(document.text, event.fragments) == trigger:
            return event.attributes["factuality"]
    raise AssertionError(f"no event {trigger!r} in {triggers(marked)}")


def roles(marked: str, trigger: str) -> set[tuple[str, str]]:
    document, entities = read(marked)
    names = {entity.id: covered(document.text, entity.fragments) for entity in entities}
    for event in suggest_events(document, entities):
        if covered(document.text, event.fragments) == trigger:
            return {(argument.role, names[argument.span]) for argument in event.arguments}
    raise AssertionError(f"no event {trigger!r} in {triggers(marked)}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het leger viel maandag het dorp aan met tanks.", [("ATTACK", "viel … aan")]),
        ("De rebellen trokken zich in de nacht uit de wijk terug.", [("RETREAT", "trokken … terug")]),
        ("De troepen rukken op naar de hoofdstad.", [("ADVANCE", "rukken … op")]),
        ("Soldaten namen na twee dagen de brug in.", [("CAPTURE", "namen … in")]),
        ("Het leger is de stad binnengetrokken.", [("ADVANCE", "binnengetrokken")]),
        ("Ze probeerden de weg naar de stad af te snijden.", [("SIEGE", "af te snijden")]),
        ("De milities legden gisteren hun wapens neer.", [("SURRENDER", "legden … wapens neer")]),
    ],
)
def test_separable_verbs_find_their_particle(text: str, expected: list[tuple[str, str]]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De jeep viel op de kade.",
        "De burgemeester nam in de zaal het woord.",
        "Hij gaf de bal op tijd terug.",
        "De delegatie trok naar de hoofdstad, waar het bestand al stand hield op papier.",
    ],
)
def test_a_preposition_is_no_particle(text: str) -> None:
    assert [event for event in triggers(text) if "…" in event[1]] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De heuvel viel in handen van de milities.", ("CAPTURE", "viel in handen")),
        ("Vorige week viel de heuvel in handen van de milities.", ("CAPTURE", "in handen")),
        ("De heuvel die in handen viel van de milities.", ("CAPTURE", "in handen viel")),
        ("Bij de brand kwamen vier mensen om het leven.", ("KILLING", "om het leven")),
        ("Duizenden dorpelingen sloegen op de vlucht.", ("DISPLACEMENT", "sloegen op de vlucht")),
        ("De strijders zouden de wapens hebben neergelegd.", ("SURRENDER", "wapens hebben neergelegd")),
        ("Later kwam de heuvel in Eritrese handen.", ("CAPTURE", "in Eritrese handen")),
    ],
)
def test_phrases_are_taken_whole_where_contiguous(text: str, expected: tuple[str, str]) -> None:
    assert expected in triggers(text)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("luchtbombardementen", "AIRSTRIKE"),
        ("drone-aanvallen", "AIRSTRIKE"),
        ("raketaanvallen", "AIRSTRIKE"),
        ("zelfmoordaanslagen", "BOMBING"),
        ("winteroffensief", "ATTACK"),
        ("evacuatieoperatie", "DISPLACEMENT"),
        ("bevrijdingsactie", "CAPTURE"),
        ("staakt-het-vuren", "AGREEMENT"),
        ("schoolontvoering", "ABDUCTION"),
    ],
)
def test_compounds_take_the_type_of_their_head_or_their_left_part(word: str, kind: str) -> None:
    assert triggers(f"De krant schreef over {word} in het noorden.") == [(kind, word)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rond het middaguur opende een schutter vanaf het dak het vuur.", ("ATTACK", "opende … het vuur")),
        ("De twee clans raakten bij de bron slaags.", ("ATTACK", "slaags")),
        ("Bij de grenspost losten soldaten schoten.", ("ATTACK", "schoten")),
        ("Boven de haven regende het de hele nacht granaten.", ("AIRSTRIKE", "regende")),
        ("Op de markt vielen twee bommen.", ("AIRSTRIKE", "vielen")),
        ("Drones namen het depot onder vuur.", ("AIRSTRIKE", "onder vuur")),
        ("De dorpelingen zaten in de kelder als ratten in de val.", ("SIEGE", "als ratten in de val")),
        ("De milities maakten zich gisteren van de brug meester.", ("CAPTURE", "meester")),
        ("[Kidal|GPE] is gevallen.", ("CAPTURE", "gevallen")),
        ("Het regiment plooide zich in de nacht terug.", ("RETREAT", "plooide … terug")),
        ("De garde blies in de nacht de aftocht.", ("RETREAT", "blies … de aftocht")),
        ("Een boer en zijn gezin namen met hun vee de benen.", ("DISPLACEMENT", "namen … de benen")),
        ("Duizend landgenoten zijn gerepatrieerd.", ("DISPLACEMENT", "gerepatrieerd")),
        ("De ramp kostte aan acht vissers het leven.", ("KILLING", "kostte … het leven")),
        ("In de kazerne vielen [veertien|CARDINAL] doden.", ("KILLING", "doden")),
        ("Een omstander werd door een kogel in de schouder geraakt.", ("INJURY", "geraakt")),
        ("Na drie weken streken de laatste verdedigers de vlag.", ("SURRENDER", "streken … de vlag")),
        ("De kampen hebben in mei de strijdbijl begraven.", ("AGREEMENT", "de strijdbijl begraven")),
        ("Uit een toestel werd meel en drinkwater gedropt.", ("AID", "gedropt")),
        ("De agenten sloegen na een klopjacht twee mannen in de boeien.", ("DETENTION", "in de boeien")),
        ("Voor de kust werd een tanker gekaapt.", ("ABDUCTION", "gekaapt")),
        ("Na de inslag stond het hele depot in lichterlaaie.", ("DESTRUCTION", "in lichterlaaie")),
        ("De leraren legden uit woede het werk neer.", ("PROTEST", "legden … het werk neer")),
        ("Officieren hebben de president afgezet.", ("OTHER", "afgezet")),
    ],
)
def test_idioms_and_ordinary_words_of_the_news(text: str, expected: tuple[str, str]) -> None:
    assert expected in triggers(text)


@pytest.mark.parametrize(
    "text",
    [
        "De ploeg boekte vooruitgang in de tweede helft.",
        "De minister vatte de plannen van de politie samen.",
        "De prijzen vielen tegen.",
        "Antwerpen valt onder het gewest.",
        "De bevolking trekt aan de alarmbel.",
        "Studenten verzamelden handtekeningen.",
        "Kinderen gingen op straat spelen.",
        "Het bedrijf lanceerde een nieuwe telefoon.",
        "De regen viel met bakken uit de lucht.",
        "Hij raakte betrokken bij een ongeval.",
    ],
)
def test_ordinary_words_without_a_conflict_around_them_are_no_triggers(text: str) -> None:
    assert triggers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "De aanvallers en de strijders waren jong.",
        "Er werden dit jaar zes vluchten uitgevoerd.",
        "De wedstrijd eindigde onbeslist.",
        "De hoofdstad is druk.",
        "Het gebouw is bestand tegen regen.",
        "Dat is in strijd met de afspraken.",
        "Hij kreeg een hartaanval.",
        "Het verslag telt tien bladzijden.",
        "De minister verliet de vergadering.",
    ],
)
def test_look_alikes_are_no_triggers(text: str) -> None:
    assert triggers(text) == []


def test_a_noun_after_an_article_is_no_particle() -> None:
    assert triggers("Burgerwachten versperren de weg.") == [("SIEGE", "versperren")]


def test_a_particle_of_an_infinitive_is_no_particle_of_the_verb_before() -> None:
    assert triggers("Hij riep de soldaten zich terug te trekken.") == [("RETREAT", "terug te trekken")]
    text = "Om hun woorden kracht te geven en te dreigen vuurde de batterij raketten af."
    assert triggers(text) == [("AIRSTRIKE", "vuurde … af")]


def test_civilians_that_leave_are_displaced() -> None:
    assert triggers("De soldaten verlieten de stad.") == [("RETREAT", "verlieten")]
    assert triggers("De inwoners verlieten de stad.") == [("DISPLACEMENT", "verlieten")]


def test_who_holds_whom_tells_detention_from_abduction() -> None:
    assert triggers("De politie hield drie betogers aan.") == [("DETENTION", "hield … aan")]
    assert triggers("De bende houdt hen vast voor losgeld.") == [("ABDUCTION", "houdt … vast")]


def test_an_attack_by_air_is_an_air_strike() -> None:
    text = "Gevechtsvliegtuigen vlogen over de vallei. De aanval duurde een uur."
    assert triggers(text) == [("AIRSTRIKE", "aanval")]
    assert triggers("Infanteristen kwamen uit de vallei. De aanval duurde een uur.") == [("ATTACK", "aanval")]
    assert triggers("Er zijn luchtaanvallen. Zulke aanvallen duren kort.")[1] == ("AIRSTRIKE", "aanvallen")
    assert triggers("De aanval vordert traag door bermbommen.") == [("ATTACK", "aanval")]


def test_a_name_in_a_compound_is_no_part_of_the_trigger() -> None:
    assert triggers("[IS|ORG]-aanvallen bleven uit.") == [("ATTACK", "aanvallen")]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Het leger heeft het dorp heroverd.", "heroverd", "ASSERTED"),
        ("Het leger heeft het dorp niet heroverd.", "heroverd", "NEGATED"),
        ("Er was geen aanval.", "aanval", "NEGATED"),
        ("De regering ontkent dat er burgers zijn gedood.", "gedood", "NEGATED"),
        ("Het leger ontkent elke rol in de moord.", "moord", "ASSERTED"),
        ("De militie weigert zich over te geven.", "over te geven", "NEGATED"),
        ("Niemand raakte gewond.", "gewond", "NEGATED"),
        ("Het leger zal het dorp heroveren.", "heroveren", "POSSIBLE"),
        ("Het leger begon een mars om het dorp te heroveren.", "heroveren", "POSSIBLE"),
        ("Het leger slaagde erin om het dorp te heroveren.", "heroveren", "ASSERTED"),
        ("Er dreigt een bloedbad.", "bloedbad", "POSSIBLE"),
        ("Het is niet bevestigd dat er een bestand komt.", "bestand", "POSSIBLE"),
        ("Als de rebellen vluchten, keert het leger terug.", "vluchten", "POSSIBLE"),
        ("Zij eisen dat het leger zich terugtrekt.", "terugtrekt", "POSSIBLE"),
        ("Het leger zou het dorp hebben heroverd.", "heroverd", "REPORTED"),
        ("Volgens de burgemeester is het dorp heroverd.", "heroverd", "REPORTED"),
        ("Het dorp is heroverd, meldt de staatsradio.", "heroverd", "REPORTED"),
        ("Het leger meldt dat het dorp is heroverd.", "heroverd", "REPORTED"),
        ("Het leger heeft naar eigen zeggen het dorp heroverd.", "heroverd", "REPORTED"),
        ("“Ze hebben ons gisteren beschoten. Ze komen terug.”", "beschoten", "REPORTED"),
        ("Het leger zal de belegerde stad helpen.", "belegerde", "ASSERTED"),
        ("De inwoners moesten vluchten.", "vluchten", "ASSERTED"),
        ("Zonder wapenstilstand gaat het gevecht door.", "wapenstilstand", "POSSIBLE"),
        ("De nacht verliep zonder bloedvergieten.", "bloedvergieten", "NEGATED"),
        ("De groep bevestigt noch ontkent dat hij is vermoord.", "vermoord", "POSSIBLE"),
        ("Een poging om de zieken te evacueren is gestrand.", "evacueren", "NEGATED"),
        ("Een mislukte landing aan de kust leidde tot tien doden.", "doden", "ASSERTED"),
        ("De wegen zijn afgezet en in de haven vaart geen boot meer.", "afgezet", "ASSERTED"),
        ("De minister dringt aan op een gevechtspauze.", "gevechtspauze", "POSSIBLE"),
        ("Er ligt een plan waarin de militie zich overgeeft.", "overgeeft", "POSSIBLE"),
        ("Het leger zou dan de wijk ontruimen.", "ontruimen", "POSSIBLE"),
        ("De premier wil de oorlog hervatten.", "oorlog", "POSSIBLE"),
        ("Dat er een kind is vermoord, spreekt de politie tegen.", "vermoord", "NEGATED"),
        ("De politie vond sporen van een aanslag in voorbereiding.", "aanslag", "POSSIBLE"),
        ("Een akkoord bleef uit.", "akkoord", "NEGATED"),
        ("Bewoners melden zware gevechten.", "gevechten", "REPORTED"),
        ("De burgemeester heeft het over twintig doden.", "doden", "REPORTED"),
        ("De generaal, die de stad controleert, zei dat hij blijft.", "controleert", "ASSERTED"),
        ("De gids, die anoniem wil blijven, zag hoe het dorp werd platgebrand.", "platgebrand", "ASSERTED"),
    ],
)
def test_factuality(text: str, trigger: str, expected: str) -> None:
    assert factuality(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Het [Malinese leger|ORG] heroverde [dinsdag|DATE] [Kidal|GPE].",
            "heroverde",
            {("AGENT", "Malinese leger"), ("TIME", "dinsdag"), ("PLACE", "Kidal")},
        ),
        (
            "[Kidal|GPE] werd heroverd door het [Malinese leger|ORG].",
            "heroverd",
            {("AGENT", "Malinese leger"), ("PLACE", "Kidal")},
        ),
        (
            "De leden van [Boko Haram|ORG] werden omsingeld door [Tsjadische|NORP] troepen.",
            "omsingeld",
            {("AGENT", "Tsjadische"), ("TARGET", "Boko Haram")},
        ),
        (
            "De [Houthi's|ORG], die uit [Aden|GPE] waren verdreven, keerden terug.",
            "verdreven",
            {("TARGET", "Houthi's"), ("PLACE", "Aden")},
        ),
        (
            "Volgens de [VN|ORG] zijn [ruim 900|CARDINAL] mensen gevlucht uit [Goma|GPE].",
            "gevlucht",
            {("SOURCE", "VN"), ("COUNT", "ruim 900"), ("PLACE", "Goma")},
        ),
        (
            "[Rusland|GPE] opende een offensief tegen de [Oekraïense|NORP] troepen.",
            "offensief",
            {("AGENT", "Rusland"), ("TARGET", "Oekraïense")},
        ),
        (
            "Het dorp werd beschoten met [mortieren|WEAPON].",
            "beschoten",
            {("INSTRUMENT", "mortieren")},
        ),
        (
            "Een bestand tussen [Hamas|ORG] en [Israël|GPE] werd bereikt.",
            "bestand",
            {("AGENT", "Hamas"), ("AGENT", "Israël")},
        ),
        (
            "De jihadisten hebben [Anefis|GPE] ingenomen.",
            "ingenomen",
            {("PLACE", "Anefis")},
        ),
    ],
)
def test_roles(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text, trigger) == expected


def test_arguments_stay_in_the_sentence_and_name_given_entities() -> None:
    document, entities = read("[Hamas|ORG] zweeg. De stad [Gaza|GPE] werd gebombardeerd. [Israël|GPE] zweeg ook.")
    (event,) = suggest_events(document, entities)
    assert {argument.span for argument in event.arguments} == {entities[1].id}


def test_header_noise_is_left_alone() -> None:
    text = "Bron: Aanval AFP\n\nHet leger viel het dorp aan."
    noisy = document_of(text, Region("source", 0, 16))
    assert [covered(text, event.fragments) for event in suggest_events(noisy, [])] == ["viel … aan"]
    assert len(suggest_events(document_of(text), [])) == 2


def test_suggestions_are_valid_and_repeatable() -> None:
    text = "Rebellen vielen 😀 het dorp aan. Daarbij kwamen tien mensen om; het vliegveld werd verwoest."
    document = document_of(text)
    first, second = suggest_events(document, []), suggest_events(document, [])
    assert first == second
    assert len({event.id for event in first}) == len(first) == 3
    for event in first:
        assert event.is_event
        assert event.layer == "events"
        assert 0 < event.score <= 1
        assert event.provenance.rule
        assert fragments_problem(event.fragments, len(text)) is None
        assert document.tokens.is_aligned(event.fragments)
    assert [event.fragments for event in first] == sorted(event.fragments for event in first)


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    document = document_of("aanval, " * 900)
    pieces = list(sentences(document, []))
    assert max(len(one.words) for one in pieces) <= LONGEST_SENTENCE
    assert sum(len(one.words) for one in pieces) == 1800
    assert len(suggest_events(document, [])) == 900


@pytest.mark.parametrize(
    "piece", ["van een bestand wil", "de inname van de stad gedood en", "aanval noteerde gehad komen twaalf", "aanval,"]
)
def test_a_long_sentence_takes_no_more_than_the_square_of_its_length(monkeypatch, piece: str) -> None:
    asked = [0]

    class Counted(clauses.Lows):
        def __getitem__(self, index: int) -> str:
            asked[0] += 1
            return super().__getitem__(index) if index in self else ""

    monkeypatch.setattr(clauses, "Lows", Counted)
    counts = []
    for words in (100, 200, 400):
        asked[0] = 0
        suggest_events(document_of(" ".join((f"{piece} " * words).split()[:words])), [])
        counts.append(asked[0])
    assert counts[2] < 5 * counts[1]  # twice the words: four times the work, not eight
    assert counts[1] < 5 * counts[0]


def test_nothing_comes_of_nothing() -> None:
    assert suggest_events(document_of(""), []) == []
    assert suggest_events(document_of("... - - ’’ “”"), []) == []


def test_no_head_of_the_lexicon_is_longer_than_is_looked_for() -> None:
    known = lexicon()
    assert max(map(len, (*known.heads, *known.neutral_heads))) <= LONGEST_HEAD
