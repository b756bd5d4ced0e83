"""Places that a clause means without naming them: what heads the line, "er", "de stad"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.cutting import DASHES
from annotator.nlp.worker.events.misplaced import RELATIVE
from annotator.nlp.worker.events.words import is_place_noun, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.subjects import Roles
    from annotator.nlp.worker.events.triggers import Trigger

# What a town is called again: "de stad" behind its name.
TOWNS = (
    "stad", "stadje", "dorp", "dorpje", "plaats", "plaatsje", "voorstad", "enclave", "gehucht", "oase", "vesting",
)  # fmt: skip
POINTING = frozenset({"de", "het", "die", "dat", "deze", "dit"})
# What opens a clause with its verb at the end, in which "er" behind the subject is a place.
VERB_LAST = frozenset(
    {"dat", "tot", "totdat", "nadat", "voordat", "omdat", "doordat", "terwijl", "zodat", "hoewel", "waarna", "sinds"}
)
LONGEST_ATTRIBUTE = 8  # words from the comma behind a name to the participle that describes it
OPENING = frozenset({"een", "de", "het", "in", "aan", "pal", "twee", "vlak"})  # an apposition to a place
LONGEST_APPOSITION = 10  # words of it
HEADING = 8  # words of a clause among which it is told where all of it is
LEADING = frozenset({"in", "bij", "op", "nabij", "buiten", "rond", "rondom", "aan", "voor", "langs"})
SUFFERED = frozenset({"KILLING", "INJURY", "DESTRUCTION"})  # what a strike told just before it brought about
BULLETS = frozenset("-•*–")


def heading(sentence: Sentence) -> Suggestion | None:
    """The place that heads the line, of which all of it tells: "-Mali: tien doden", "JEMEN – Bermbom doodt"."""
    if sentence.heading is not None:
        return sentence.heading
    first = 1 if sentence.words[0].text in BULLETS else 0
    entity = sentence.entity.get(first)
    if entity is None or entity.label not in role_table().labels["PLACE"]:
        return None
    last = sentence.place_of(entity)[1]
    is_headed = last + 1 < len(sentence.words) and sentence.words[last].text in (":", "–", "—")
    is_aside = is_headed and any(word.text in DASHES for word in sentence.words[last + 1 :])
    return entity if is_headed and not is_aside else None


def meant_by_there(places: Sequence[Suggestion], roles: Roles) -> list[Suggestion]:
    """The place of the clause before, of one with "er" behind its subject: "tot zij er werden verdreven"."""
    sentence = roles.sentence
    clause = sentence.clause_of(roles.trigger.head)
    behind = [index for index in clause[2:] if sentence.low(index) == "er"]
    if sentence.low(clause[0]) not in VERB_LAST or not behind:
        return []
    if any(sentence.is_finite(index) for index in clause if index < behind[0]):
        return []
    before = set(sentence.clause_before(roles.trigger.head))
    return [one for one in places if sentence.place_of(one)[0] in before]


def meant_by_town(places: Sequence[Suggestion], roles: Roles) -> list[Suggestion]:
    """The town named before, that the clause calls "de stad": "Rebellen naderen X, het leger verlaat de stad"."""
    sentence = roles.sentence
    for index in sentence.clause_of(roles.trigger.head)[1:]:
        if not _is_town_again(index, sentence):
            continue
        told = [one for one in places if sentence.place_of(one)[1] <= index and _is_town(one, sentence)]
        return told[-1:]
    return []


def described_before(
    trigger: Trigger, spans: Mapping[str, tuple[int, int]], places: Sequence[Suggestion], sentence: Sentence
) -> list[Suggestion]:
    """The places of which a participle behind their comma tells: "A en B, twee door rebellen belegerde dorpen"."""
    noun = trigger.head + 1 + sentence.low(trigger.head + 1).endswith("e")
    if not is_place_noun(sentence.low(noun)) and not is_place_noun(sentence.low(trigger.head + 1)):
        return []
    comma = trigger.head - 1
    while comma > max(0, trigger.head - LONGEST_ATTRIBUTE) and not sentence.words[comma].is_mark:
        if sentence.is_finite(comma):
            return []
        comma -= 1
    ends = {spans[one.id][1]: one for one in places}
    found: list[Suggestion] = []
    last = comma if sentence.low(comma) == "," else 0
    while last in ends:
        found.append(ends[last])
        before = spans[ends[last].id][0] - 1
        last = before if sentence.low(before) in ("en", ",") else 0
    return found


def add_wider(roles: Roles) -> None:
    """Adds the place in which an apposition says that a place of the event lies: "X, een dorp in de provincie Y"."""
    sentence, labels = roles.sentence, role_table().labels["PLACE"]
    first = sentence.clause_of(roles.trigger.head)[0]
    is_told = sentence.low(first) == "dat" and sentence.low(first - 1) != ","  # "zegt dat X is gevallen, een dorp in Y"
    if sentence.low(first) in RELATIVE and not is_told:
        return  # "A en B, twee dorpen in de provincie X die zijn ingesloten"
    ordered = sorted((one for one in sentence.entities if one.label in labels), key=lambda one: one.start)
    given = {one.span for one in roles.found if one.role == "PLACE"}
    for narrow, wide in pairwise(ordered):
        gap = range(sentence.place_of(narrow)[1], sentence.place_of(wide)[0])
        if narrow.id in given and 1 < len(gap) <= LONGEST_APPOSITION and _says_it_lies_in(gap, sentence):
            roles.add("PLACE", wide)


def _says_it_lies_in(gap: range, sentence: Sentence) -> bool:
    """Whether the words between two places say that the one lies in or on the other, and not what it is of it."""
    words = [sentence.low(index) for index in gap]
    if words[0] != "," or words[1] not in OPENING or any(sentence.is_finite(index) for index in gap):
        return False
    if any(sentence.words[index].is_mark for index in gap[1:]) or {"die", "dat", "en", "waar"} & set(words):
        return False
    prepositions = word_classes().classes["prepositions"]
    governing = [place for place, word in enumerate(words) if word in prepositions]
    if not governing or words[governing[-1]] not in ("in", "aan"):
        return False
    rest = words[governing[-1] + 1 :]
    return all(word in ("de", "het") or word.endswith("e") or is_place_noun(word) for word in rest)


def heading_clause(places: Sequence[Suggestion], clause: Sequence[int], sentence: Sentence) -> list[Suggestion]:
    """The place that stands before the verb of a clause which another goes on with: "In X zijn … gedood en …"."""
    verbs = [index for index in clause if sentence.is_finite(index)]
    heads = [one for one in places if sentence.place_of(one)[0] in clause[:HEADING]]
    return [one for one in heads if verbs and sentence.place_of(one)[0] < verbs[0] and _is_led_by(one, sentence)]


def _is_led_by(entity: Suggestion, sentence: Sentence) -> bool:
    first = sentence.place_of(entity)[0]
    return any(sentence.low(first - back) in LEADING for back in (1, 2, 3))


def strike_before(trigger: Trigger, sentence: Sentence) -> Sequence[int]:
    """The words of the strike that killed, hurt or destroyed, where it is told before these; () where it is not."""
    if trigger.type not in SUFFERED:
        return ()
    if sentence.low(sentence.clause_of(trigger.head)[0]) in ("waarbij", "waardoor"):
        return sentence.clause_before(trigger.head)
    marks = [index for index in range(trigger.words[0]) if sentence.words[index].text in (";", ":")]
    return range(marks[-1]) if marks else ()


def _is_town(entity: Suggestion, sentence: Sentence) -> bool:
    """Whether it is no country, nor who speaks or comes from there: "Kaboel zegt", "de man van Benghazi"."""
    first = sentence.place_of(entity)[0]
    if entity.label != "GPE" or entity.provenance.rule == "gazetteer:countries":
        return False
    if sentence.low(first - 1) == "van":
        return is_place_noun(sentence.low(first - 2))
    is_seat = sentence.low(first) in word_classes().classes["seats"]
    return not is_seat or sentence.low(first - 1) in word_classes().classes["prepositions"]


def _is_town_again(index: int, sentence: Sentence) -> bool:
    low, after = sentence.low(index), sentence.low(index + 1)
    if low not in TOWNS or sentence.low(index - 1) not in POINTING or index + 1 in sentence.entity:
        return False
    return after not in ("van", "die", "dat", "waar") and after not in word_classes().classes["determiners"]
