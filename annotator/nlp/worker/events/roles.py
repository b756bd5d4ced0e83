"""Roles of an event from the entities of its sentence, by label, preposition and place around the trigger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.core.span import Argument
from annotator.core.suggestion import Suggestion
from annotator.nlp.worker.events.clauses import Sentence, is_finite
from annotator.nlp.worker.events.factuality import attributions, is_attributive
from annotator.nlp.worker.events.triggers import Trigger
from annotator.nlp.worker.events.words import role_table, word_classes

LOOK_BACK = 7  # words from a name back to the preposition that governs it
SOURCE_REACH = 7  # words from "volgens" or a verb of saying to the name of the source
NEAR = 8  # words from a trigger to a time or place in another clause of the sentence


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in its sentence: words, the preposition that governs it ("" if none), whether by way of "van"."""

    entity: Suggestion
    first: int
    last: int
    preposition: str
    is_of: bool
    is_coordinated: bool


@dataclass(slots=True)
class _Roles:
    trigger: Trigger
    sentence: Sentence
    taken: dict[tuple[str, str], None] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def add(self, role: str, party: Party) -> None:
        allowed = role_table().types[self.trigger.type] | {"PLACE", "TIME", "SOURCE"}
        if role in allowed and party.entity.id not in self.used:
            self.taken[role, party.entity.id] = None
            self.used.add(party.entity.id)


def arguments_of(trigger: Trigger, sentence: Sentence) -> tuple[Argument, ...]:
    """The arguments of an event, each entity in one role, in the order AGENT … SOURCE of the rules."""
    if not sentence.entities:
        return ()
    parties = parties_of(sentence)
    roles = _Roles(trigger, sentence)
    sources = _sources(roles, parties)
    actors = [party for party in parties if _is_actor(party, roles) and party.entity.id not in sources]
    _fill_parties(roles, actors)
    for party in sources.values():
        roles.used.discard(party.entity.id)
        roles.add("SOURCE", party)
    _fill_places(roles, parties)
    _fill_times(roles, parties)
    _fill_things(roles, parties)
    return tuple(Argument(role, identifier) for role, identifier in roles.taken)


def parties_of(sentence: Sentence) -> list[Party]:
    """All entities of the sentence with what governs them, by position."""
    result = []
    for entity in sentence.entities:
        first, last = sentence.place_of(entity)
        if last:
            preposition, is_of = _governor(sentence, first)
            result.append(Party(entity, first, last, preposition, is_of, sentence.low(first - 1) in ("en", "of")))
    return sorted(result, key=lambda party: party.first)


def _governor(sentence: Sentence, first: int) -> tuple[str, bool]:
    """The preposition that a name's phrase hangs on, looking back through "van" and coordination."""
    classes = word_classes().classes
    is_of = False
    is_closed = False  # an article was met: only a preposition right before it can govern
    for index in range(first - 1, max(-1, first - 1 - LOOK_BACK), -1):
        word = sentence.words[index]
        if word.is_mark and word.text != "-":
            return "", is_of
        if word.low == "van":
            is_of, is_closed = True, False
            continue
        if word.low in classes["prepositions"]:
            return word.low, is_of
        if is_closed or word.low in classes["openers"] - {"of"} or is_finite(word.low):
            if word.low in ("en", "of"):
                is_closed = False
                continue
            return "", is_of
        if word.low in classes["determiners"]:
            is_closed = True
    return "", is_of


def _is_party(entity: Suggestion) -> bool:
    return entity.label in role_table().labels["party"]


def _is_place(entity: Suggestion) -> bool:
    return entity.label in role_table().labels["PLACE"]


def _is_actor(party: Party, roles: _Roles) -> bool:
    """Whether the entity can act or be acted on here: a group or person, or a country where a doer would stand."""
    if _is_party(party.entity):
        return True
    if not _is_place(party.entity) or party.entity.label != "GPE":
        return False
    if party.preposition == role_agent() and not party.is_of:
        return roles.trigger.entry.group.frame == "act"
    if party.preposition or party.is_of:
        return False
    return roles.trigger.entry.kind == "noun" or party.first == 0


def role_agent() -> str:
    """The preposition of the doer in a passive clause."""
    return next(iter(role_table().prepositions["agent"]))


def _sources(roles: _Roles, parties: Iterable[Party]) -> dict[str, Party]:
    """Who says it: the name after "volgens" or "aldus", or the subject of the verb of saying."""
    sentence, found = roles.sentence, {}
    named = [party for party in parties if _is_party(party.entity)]
    for index, start, end in attributions(sentence):
        if not start <= roles.trigger.head < end:
            continue
        source = _source_of(sentence, index, named)
        if source is not None:
            found[source.entity.id] = source
    return found


def _source_of(sentence: Sentence, index: int, named: list[Party]) -> Party | None:
    is_verb = sentence.low(index) in word_classes().hedges["saying"] and sentence.low(index) != "aldus"
    if is_verb:
        first, _ = sentence.clause_range(index)
        before = [party for party in named if first <= party.first < index and not party.preposition]
        if before:
            return before[0]
    for party in named:
        if index < party.first <= index + SOURCE_REACH:
            between = [sentence.words[position] for position in range(index + 1, party.first)]
            if not any(word.low in ("dat", ",", ":") or word.text in "\"“”" for word in between):
                return party
            return None
    return None


def _fill_parties(roles: _Roles, actors: list[Party]) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    if is_attributive(trigger, sentence):
        _attributive(roles, actors)
    elif trigger.entry.kind in ("noun", "word") and trigger.entry.group.van:
        _noun_roles(roles, actors)
    else:
        _verb_roles(roles, actors)


def _attributive(roles: _Roles, actors: list[Party]) -> None:
    """ "de door IS bezette stad", "gevluchte Syriërs": a doer just before, the one described just after."""
    head, group = roles.trigger.head, roles.trigger.entry.group
    for party in actors:
        if party.preposition == role_agent() and 0 < head - party.last + 1 <= 3:
            roles.add("AGENT", party)
        elif party.first == head + 1 or (party.is_of and 0 < party.first - head <= 4):
            roles.add("AGENT" if group.frame == "move" else "TARGET", party)


def _noun_roles(roles: _Roles, actors: list[Party]) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    group, head = trigger.entry.group, trigger.words[-1]
    first, last = sentence.clause_range(head)
    against = role_table().prepositions["against"]
    for party in actors:
        if head < party.first < last:
            role = _after_noun(party, sentence, head, group.van, against)
            if role:
                roles.add(role, party)
    _noun_subject(roles, [party for party in actors if first <= party.first < last])


def _after_noun(party: Party, sentence: Sentence, head: int, van: str, against: frozenset[str]) -> str:
    between = {sentence.low(index) for index in range(head + 1, party.first)}
    if any(is_finite(word) for word in between):
        return ""
    if party.preposition == role_agent():
        return "AGENT"
    if party.preposition == "tussen":
        return "AGENT"
    if party.preposition in against:
        return "TARGET"
    if party.preposition == "met" and van == "AGENT":
        return "AGENT"
    is_direct = party.is_of and party.preposition == "" and party.first - head <= 5
    if is_direct:
        return "TARGET" if van == "PLACE" else van
    return ""


def _noun_subject(roles: _Roles, actors: list[Party]) -> None:
    """The subject of the verb that carries the noun: "IS opende de aanval", "het leger krijgt klappen"."""
    sentence, trigger = roles.sentence, roles.trigger
    first, last = sentence.clause_range(trigger.head)
    words = {sentence.low(index) for index in range(first, last)}
    table = role_table().support
    subject = _subject(actors, sentence, first)
    if subject is None:
        return
    if trigger.entry.group.frame == "undergo" or (words & table["undergo"] and not words & {"hulp", "luchtsteun"}):
        role = "TARGET"
    elif words & table["verbs"] and not words & word_classes().classes["passive"]:
        role = "AGENT"
    else:
        return
    roles.add(role, subject)
    for party in _joined_to(subject, actors):
        roles.add(role, party)


def _subject(actors: list[Party], sentence: Sentence, first: int) -> Party | None:
    """The first party that no preposition governs, unless a common noun is the subject before it."""
    for party in actors:
        if party.preposition or party.is_of:
            if party.is_of and not party.preposition and not _has_plain_subject(sentence, first, party, is_of=True):
                return party
            continue
        return None if _has_plain_subject(sentence, first, party, is_of=False) else party
    return None


def _has_plain_subject(sentence: Sentence, first: int, party: Party, *, is_of: bool) -> bool:
    """Whether a pronoun or a noun phrase without a name stands before the party in its clause."""
    classes = word_classes().classes
    start = sentence.low(first)
    if start in classes["relatives"] and party.first > first:
        return True
    is_open = False  # inside a noun phrase that no preposition governs
    is_governed = False
    for index in range(first, party.first):
        word = sentence.low(index)
        if word in classes["prepositions"]:
            is_governed = not is_open or word != "van"
            is_open = is_open and word == "van"
        elif word in classes["pronouns"] - classes["determiners"] and not is_governed:
            return True
        elif word in classes["determiners"]:
            is_open = is_open or not is_governed
            is_governed = False
        elif is_finite(word):
            if is_open:
                return True
            is_governed = False
    return False if is_of else is_open and _is_apart(sentence, party)


def _is_apart(sentence: Sentence, party: Party) -> bool:
    """Whether the party has an article or adverb of its own, so that the noun before it is another phrase."""
    before = sentence.low(party.first - 1)
    classes = word_classes().classes
    return before in classes["determiners"] or before in classes["adverbs"] or is_finite(before)


def _joined_to(party: Party, actors: Iterable[Party]) -> list[Party]:
    """Those that "en" ties to the party."""
    return [other for other in actors if other.is_coordinated and 0 < other.first - party.last <= 3]


def _verb_roles(roles: _Roles, actors: list[Party]) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    first, last = _reach(trigger, sentence)
    inside = [party for party in actors if first <= party.first < last]
    frame = trigger.entry.group.frame
    passive = is_passive(trigger, sentence)
    for party in inside:
        if party.preposition == role_agent() and frame != "move" and passive:
            roles.add("AGENT", party)
        elif party.preposition in ("tegen", "op") and not party.is_of and frame == "act":
            roles.add("TARGET", party)
    bare = [party for party in inside if not party.preposition and party.entity.id not in roles.used]
    subject = _subject(bare, sentence, first)
    if subject is not None:
        role = "TARGET" if frame == "undergo" or (passive and frame == "act") else "AGENT"
        if frame != "place":
            roles.add(role, subject)
            for party in _joined_to(subject, bare):
                roles.add(role, party)
    if frame == "act" and not passive:
        for party in bare:
            if party is not subject and party.entity.id not in roles.used:
                roles.add("TARGET", party)
                break
    elif passive and frame == "act" and subject is None and bare:
        roles.add("TARGET", bare[0])


def _reach(trigger: Trigger, sentence: Sentence) -> tuple[int, int]:
    """The clause of the trigger, with the clause before where an infinitive has no subject of its own."""
    first, last = sentence.clause_range(trigger.head)
    last = max(last, trigger.words[-1] + 1)
    is_infinitive = sentence.low(trigger.head - 1) == "te" or any(sentence.low(i) == "te" for i in trigger.words)
    if is_infinitive and first > 0:
        before = first - 1
        while before > 0 and sentence.words[before].is_mark:
            before -= 1
        first = sentence.clause_range(before)[0]
    return first, last


def is_passive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is a participle with worden, or with zijn where the verb takes an object."""
    if not trigger.forms & {"participle"} and trigger.entry.kind != "phrase":
        return False
    classes = word_classes().classes
    first, last = sentence.clause_range(trigger.head)
    words = {sentence.low(index) for index in range(first, last)} - {
        sentence.low(index) for index in trigger.words
    }
    if trigger.entry.kind == "phrase":
        return bool(words & classes["passive"])
    if words & classes["passive"]:
        return True
    if words & classes["having"]:
        return False
    return trigger.entry.group.frame == "act" and "finite" not in trigger.forms


def _fill_places(roles: _Roles, parties: list[Party]) -> None:
    """Places in the trigger's clause, the nearest first; else the nearest of the sentence."""
    trigger, sentence = roles.trigger, roles.sentence
    places = [party for party in parties if _is_place(party.entity) and party.entity.id not in roles.used]
    if not places:
        return
    first, last = sentence.clause_range(trigger.head)
    inside = [party for party in places if first <= party.first < last]
    chosen = inside or [party for party in places if _distance(party, trigger) <= NEAR]
    if not chosen:
        return
    nearest = min(chosen, key=lambda party: _distance(party, trigger))
    roles.add("PLACE", nearest)
    for party in _joined_to(nearest, chosen):
        roles.add("PLACE", party)


def _distance(party: Party, trigger: Trigger) -> int:
    if party.first > trigger.words[-1]:
        return party.first - trigger.words[-1]
    return min(abs(trigger.head - party.last + 1), abs(trigger.words[-1] - party.last + 1)) + 1


def _fill_times(roles: _Roles, parties: list[Party]) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    labels = role_table().labels["TIME"]
    first, last = sentence.clause_range(trigger.head)
    times = [party for party in parties if party.entity.label in labels and first <= party.first < last]
    if times and not is_attributive(trigger, sentence):
        nearest = min(times, key=lambda party: _distance(party, trigger))
        roles.add("TIME", nearest)
        for party in _joined_to(nearest, times):
            roles.add("TIME", party)


def _fill_things(roles: _Roles, parties: list[Party]) -> None:
    """Counts of those affected, and weapons or vehicles used."""
    trigger, sentence = roles.trigger, roles.sentence
    labels = role_table().labels
    first, last = sentence.clause_range(trigger.head)
    things = labels["INSTRUMENT"]
    for party in parties:
        if not first <= party.first < last or is_attributive(trigger, sentence):
            continue
        if party.entity.label in things and _is_instrument(party, trigger, sentence):
            roles.add("INSTRUMENT", party)
        elif party.entity.label in labels["COUNT"] and not _counts_things(party, sentence):
            roles.add("COUNT", party)


def _is_instrument(party: Party, trigger: Trigger, sentence: Sentence) -> bool:
    if party.preposition in ("met", "door", "van") or sentence.low(party.first - 2) == "van":
        return True
    return trigger.type == "AIRSTRIKE" and trigger.is_verb and not party.preposition


def _counts_things(party: Party, sentence: Sentence) -> bool:
    following = sentence.entity.get(party.last)
    if following is not None and following.label in role_table().labels["INSTRUMENT"]:
        return True
    return sentence.low(party.last) in word_classes().classes["places"]
