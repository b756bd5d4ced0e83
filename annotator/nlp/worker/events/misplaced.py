"""Places that do not say where an event happened, but who or whence somebody is, how far it is or who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attribution import attributions
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.words import is_doer, is_place_noun, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.subjects import Roles
    from annotator.nlp.worker.events.triggers import Trigger

RULERS_DO = frozenset({"AGREEMENT", "KILLING", "INJURY", "AID", "DETENTION", "RETREAT"})
OFFICES = (
    "woordvoerder", "woordvoerster", "ministerie", "correspondent", "diplomaat", "diplomaten", "verslaggever",
    "gouverneur", "burgemeester", "ambassade", "bron", "bronnen", "analist", "waarnemers",
)  # fmt: skip
# Whose start and goal are both places of it, and the prepositions of these.
MOVES = frozenset({"DISPLACEMENT", "RETREAT"})
# Types of which a place after "uit", and after "naar", says where.
LEAVING = MOVES | {"ABDUCTION", "DETENTION"}
HEADING = LEAVING | {"ADVANCE", "AID", "OTHER", "SIEGE", "AIRSTRIKE", "BOMBING"}
RELATIVE = frozenset({"dat", "die", "waar", "waarin"})
LONGEST_APPOSITION = 12  # words between a place and a relative clause that only say what it is
# What a country does: "pogingen van X", "onder leiding van X".
EFFORTS = frozenset(
    {"poging", "pogingen", "plan", "plannen", "voorstel", "voorstellen", "oproep", "eis", "eisen", "druk", "leiding",
     "bemiddeling", "hulp", "steun", "medewerking", "goedkeuring", "bondgenoot", "bondgenoten",
     "verzoek", "besluit", "dreigement", "ultimatum", "belofte", "tussenkomst", "toezicht"}
)  # fmt: skip
POINTS = ("noord", "oost", "zuid", "west", "midden", "centrum")
PLEADING = (
    "pleit", "gepleit", "riep", "roept", "roep", "opgeroepen", "onderhandel", "overleg", "vergader",
    "dring", "drong", "aangedrongen", "gesproken",
)  # fmt: skip
LONGEST_LIST = 12  # words and names from the last name of a list to the preposition before it
_BROUGHT = frozenset({"gebracht", "overgebracht", "weggebracht", "vervoerd", "geëvacueerd", "overgevlogen", "gevlogen"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
LONGEST_PHRASE = 5  # words from a preposition to the name that ends its phrase


def saying_where(places: Sequence[Suggestion], spans: Mapping[str, tuple[int, int]], roles: Roles) -> list[Suggestion]:
    """Those of the places that may say where the event was; `spans` by id of the place."""
    trigger, sentence = roles.trigger, roles.sentence
    ends = {spans[entity.id][1] for entity in places}
    return [
        entity
        for entity in places
        if not _takes_part(spans[entity.id][0], trigger, sentence)
        and not _is_apposed_to_place(spans[entity.id][0], ends, sentence)
        and not _describes_person(spans[entity.id][0], sentence)
        and not _is_concerned(spans[entity.id][0], trigger, sentence)
        and not _is_where_they_came(entity, trigger, sentence)
        and not _stands_for_its_rulers(entity, trigger, sentence)
        and not _is_in_an_office(entity, sentence)
        and not _is_home(entity, trigger, sentence)
        and not _is_compared(spans[entity.id][0], sentence)
        and not _is_pleaded_at(spans[entity.id][0], trigger, sentence)
        and not is_of_earlier(spans[entity.id][0], trigger, sentence)
    ]


def measures_distance(span: tuple[int, int], sentence: Sentence) -> bool:
    """Whether the place only tells how far away something is: "op 25 kilometer (ten noorden) van Damascus"."""
    if sentence.low(span[0] - 1) != "van":
        return False
    return any(
        (entity := sentence.entity.get(index)) is not None
        and entity.label == "QUANTITY"
        and sentence.low(sentence.place_of(entity)[1] - 1).startswith(("kilometer", "km", "meter", "mijl"))
        for index in range(max(0, span[0] - 4), span[0] - 1)
    )


def _takes_part(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the preposition before word `first` says with, by or from whom, or where to, and not where."""
    before = _phrase_opener(first, sentence)
    is_crossed = trigger.type in MOVES | {"ADVANCE"} and sentence.low(first - 2) == "grens"
    if before == "door" and _is_passed_through(first, trigger, sentence):
        return False
    if before == "door" or (before == "met" and not is_crossed):
        return True  # "gesteund door Washington"; "staken de grens met Turkije over"
    if before == "uit":
        is_topic = sentence.words[0].text == "Uit"
        return not is_topic and trigger.type not in LEAVING  # "milities uit Misrata"
    is_town = first in sentence.entity and sentence.entity[first].label == "GPE"
    is_headed_for = sentence.low(first - 1) == "naar" or (before == "naar" and is_town)
    return is_headed_for and trigger.type not in HEADING  # "de weg naar Sanaa"


def _is_passed_through(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "door" before the place says which way they went: "marcheerden door X"."""
    is_way = trigger.type in MOVES | {"ADVANCE", "PROTEST"} and (trigger.is_verb or trigger.type == "PROTEST")
    return is_way and not is_passive(trigger, sentence) and not rules(sentence.entity[first], sentence)


def _phrase_opener(first: int, sentence: Sentence) -> str:
    """The word that opens the phrase of the name at word `first`, or of the first name of its list.

    "uit het bergachtige X", "uit vooral X, Y en Z": only what may stand between a preposition and a name is passed.
    """
    classes = word_classes().classes
    index = first - 1
    for _ in range(LONGEST_LIST):
        listed = sentence.entity.get(index - 1)
        if sentence.low(index) in ("en", ",", "of") and listed is not None and listed.label in _PLACES:
            index = sentence.place_of(listed)[0] - 1
            continue
        low = sentence.low(index)
        is_passed = low in classes["determiners"] or low in ("vooral", "onder", "meer", "andere", "met", "name")
        if index in sentence.entity or not (is_passed or (low.endswith("e") and low.isalpha()) or is_place_noun(low)):
            return low
        if low == "met" and sentence.low(index + 1) != "name":
            return low
        index -= 1
    return ""


def rules(entity: Suggestion, sentence: Sentence) -> bool:
    """Whether the place is a country, or a capital that stands for one."""
    first, _ = sentence.place_of(entity)
    return entity.provenance.rule == "gazetteer:countries" or sentence.low(first) in word_classes().classes["seats"]


def _stands_for_its_rulers(entity: Suggestion, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a country or capital is who acts: "Peking dringt aan op een bestand", "een drone van de Emiraten"."""
    first, last = sentence.place_of(entity)
    if entity.label != "GPE":
        return False
    is_ruled = rules(entity, sentence)
    noun = first - 1 if sentence.low(first - 1) == "van" else first - 2
    if is_ruled and sentence.low(noun) == "van":
        owned = sentence.entity.get(noun - 1)
        return owned is not None and owned.label in ("WEAPON", "VEHICLE")
    led = _list_head(first, sentence)
    is_told_where = any(sentence.low(led - back) in word_classes().classes["prepositions"] for back in (1, 2))
    is_told_where = is_told_where or is_place_noun(sentence.low(first - 1)) or sentence.low(last) in ("in", "binnen")
    is_told_where = is_told_where or (
        trigger.is_verb and trigger.type == "RETREAT" and _is_left(first, trigger, sentence)
    )
    return is_ruled and not is_told_where and last < len(sentence.words) and trigger.type in RULERS_DO


def _list_head(first: int, sentence: Sentence) -> int:
    """The first word of the list of places that the one at word `first` is in."""
    for _ in range(LONGEST_LIST):
        listed = sentence.entity.get(first - 2)
        if listed is None or listed.label not in _PLACES or sentence.low(first - 1) not in (",", "en", "of"):
            break
        first = sentence.place_of(listed)[0]
    return first


def _is_left(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether those who leave stand before the place: "hebben de troepen X verlaten"."""
    before = [index for index in sentence.clause_of(trigger.head) if index < first]
    named = [sentence.entity.get(index) for index in before]
    if first not in sentence.clause_of(trigger.head):
        return False
    return any(is_doer(sentence.low(index)) for index in before) or any(
        one is not None and one.label in role_table().labels["party"] for one in named
    )


def _describes_person(first: int, sentence: Sentence) -> bool:
    """Whether the place only says who the person before it is: "X, de leider van Y in Z"."""
    for index in range(first - 1, max(0, first - LONGEST_APPOSITION), -1):
        if sentence.low(index) == ",":
            named = sentence.entity.get(index - 1)
            is_apposed = sentence.low(index + 1) in ("de", "het", "een") or _is_office(index + 1, sentence)
            return named is not None and named.label == "PERSON" and is_apposed
        if sentence.words[index].is_mark or sentence.is_finite(index) or sentence.low(index) in RELATIVE:
            return False
    return False


def _is_in_an_office(entity: Suggestion, sentence: Sentence) -> bool:
    """Whether it only says of what somebody is the head, or whose effort it is: "de gouverneur van X", "plan van Y"."""
    first = _first_listed(sentence.place_of(entity)[0], sentence)
    first -= sentence.low(first - 1) in ("de", "het")
    if sentence.low(first - 1) != "van":
        return False
    is_headed = sentence.low(first - 2) in role_table().words["titles"] and not rules(entity, sentence)
    return is_headed or sentence.low(first - 2) in EFFORTS


def _is_compared(first: int, sentence: Sentence) -> bool:
    """Whether the place only says how large something is: "een gebied zo groot als X", "kleiner dan X"."""
    before = [sentence.low(first - back) for back in (1, 2, 3)]
    return before[0] == "dan" or (before[0] == "als" and before[2] in ("zo", "even"))


def is_of_earlier(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it tells of what all has been compared with since: "de grootste slag sinds de oorlog in X in 2015"."""
    since = [index for index in range(trigger.words[-1] + 1, first - 1) if sentence.low(index) == "sinds"]
    return bool(since) and sentence.low(since[-1] - 1).endswith("ste")


def _is_pleaded_at(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is where somebody asked for what the noun tells: "pleitten in X voor een bestand"."""
    if trigger.is_verb or trigger.type not in ("AGREEMENT", "PROTEST") or first > trigger.head:
        return False
    is_asked = any(sentence.low(trigger.words[0] - back) in ("voor", "tot", "over", "op") for back in (1, 2, 3))
    return is_asked and any(word.startswith(PLEADING) for word in sentence.lows_of(trigger.head))


def _first_listed(first: int, sentence: Sentence) -> int:
    """The first word of the place that "en" ties the one at word `first` to, or that itself."""
    listed = sentence.entity.get(first - 2)
    is_listed = sentence.low(first - 1) == "en" and listed is not None and listed.label in _PLACES
    return sentence.place_of(listed)[0] if is_listed and listed is not None else first


def _is_home(entity: Suggestion, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a country is where those come from who are held: "toeristen uit Zweden"."""
    if trigger.type not in ("ABDUCTION", "DETENTION") or entity.provenance.rule != "gazetteer:countries":
        return False
    return _phrase_opener(sentence.place_of(entity)[0], sentence) == "uit"


def _is_concerned(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is to whom the event matters: "is voor Rusland een succes"."""
    is_facade = first in sentence.entity and sentence.entity[first].label == "FAC"
    is_for = sentence.low(first - 1) == "voor" and not is_facade
    return is_for and trigger.type not in ("AGREEMENT", "AID") and trigger.head < first


def _is_where_they_came(entity: Suggestion, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is the hospital to which dead and wounded were brought: "het Nasserziekenhuis telde elf doden"."""
    if trigger.type not in ("KILLING", "INJURY"):
        return False
    first, last = sentence.place_of(entity)
    if entity.label != "FAC":
        is_people = not trigger.is_verb and sentence.low(trigger.words[-1]).endswith(("gewonden", "doden", "lijken"))
        is_brought = bool(_BROUGHT & sentence.lows_of(trigger.head)) and first in sentence.clause_of(trigger.head)
        return is_people and is_brought and first > trigger.head
    is_hospital = any("ziekenhuis" in sentence.low(index) for index in range(first, last))
    return is_hospital and bool(word_classes().classes["tending"] & sentence.lows)


def _is_apposed_to_place(first: int, ends: set[int], sentence: Sentence) -> bool:
    """Whether the place at word `first` only says what or where the one before is: "Ardamata, een voorstad van …"."""
    is_placed = False
    for index in range(first - 1, max(0, first - LONGEST_APPOSITION), -1):
        low = sentence.low(index)
        if low in (",", "("):
            return is_placed and index in ends and _begins_apposition(index + 1, sentence)
        if sentence.words[index].is_mark or sentence.is_finite(index) or low == "en":
            return False
        is_placed = is_placed or is_place_noun(low) or low.startswith(POINTS)
    return False


def _begins_apposition(index: int, sentence: Sentence) -> bool:
    low = sentence.low(index)
    is_new = low in word_classes().classes["places"] and low.endswith("en")  # "…, dorpen in Burkina Faso lopen leeg"
    return low not in RELATIVE and not is_new


def describes_source(entity: Suggestion, roles: Roles) -> bool:
    """Whether the place stands in the phrase after "volgens": "volgens de vanuit Londen werkende groep"."""
    sentence = roles.sentence
    first, _ = sentence.place_of(entity)
    if sentence.low(first - 1) == "in" and _is_office(first - 2, sentence):
        return True
    if any(roles.trigger.head < index < first for index in _said_after(sentence, first)):
        return True  # "…", zei de minister in X
    return any(sentence.low(index) in word_classes().hedges["according"] for index in range(max(0, first - 3), first))


def _said_after(sentence: Sentence, first: int) -> list[int]:
    """The words before word `first` of its stretch that attribute no more than what stands before them."""
    start = first
    while start > 0 and not (sentence.words[start - 1].is_mark and sentence.low(start - 1) not in ("-", "'")):
        start -= 1
    return [index for index, _, end in attributions(sentence) if end <= index and start <= index]


def _is_office(index: int, sentence: Sentence) -> bool:
    """Whether the word is, or ends the name of, who speaks from a place: "een woordvoerder in Tripoli"."""
    entity = sentence.entity.get(index)
    if entity is not None:
        return entity.label == "ORG" and entity.provenance.rule == "ministry"
    return sentence.low(index).endswith(OFFICES)


def governor(first: int, sentence: Sentence) -> str:
    """The preposition of the phrase that ends with the name at word `first`: "uit de havenstad X"; "" if none."""
    prepositions = word_classes().classes["prepositions"]
    for index in range(first - 1, max(-1, first - 1 - LONGEST_PHRASE), -1):
        low = sentence.low(index)
        is_part = low == "van" and sentence.low(index - 1).startswith(POINTS)  # "op het noorden van X"
        if low in prepositions and not is_part:
            return low
        if sentence.words[index].is_mark or sentence.is_finite(index):
            return ""
    return ""
