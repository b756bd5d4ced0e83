"""Roles of an event from the entities of its sentence, by label, preposition and place around the trigger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.span import Argument
from annotator.nlp.worker.events.attribution import attributions
from annotator.nlp.worker.events.chunks import Chunk, chunks_of
from annotator.nlp.worker.events.clauses import QUOTES, Sentence
from annotator.nlp.worker.events.factuality import is_attributive
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.triggers import Trigger

STRIKES = frozenset({"AIRSTRIKE", "BOMBING", "ATTACK"})
SOURCE_REACH = 8  # words from "volgens" or a verb of saying to the name of the source
NEAR = 8  # words from a trigger to a place in another clause of the sentence
PLACE_GAP = 6  # words between two places that "en" ties: "het zuiden van A en het noorden van de provincie B"
MAX_GAP = 2  # words between two names that "en" ties


@dataclass(slots=True)
class _Roles:
    trigger: Trigger
    sentence: Sentence
    chunks: list[Chunk]
    found: list[Argument] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def add(self, role: str, entity: Suggestion | None) -> None:
        """Gives the entity the role, if the type has it and the entity has none yet."""
        if entity is None or entity.id in self.used:
            return
        if role in role_table().types[self.trigger.type] | {"PLACE", "TIME", "SOURCE"}:
            self.found.append(Argument(role, entity.id))
            self.used.add(entity.id)

    def add_all(self, role: str, chunk: Chunk, *, with_country: bool = False) -> None:
        """Gives the parties of the phrase the role, and those that "en" ties to it."""
        for one in (chunk, *self._tied(chunk)):
            fillers: list[Suggestion] = one.parties()
            country = one.country() if with_country and not fillers else None
            for entity in fillers or ([country] if country else []):
                self.add(role, entity)

    def _tied(self, chunk: Chunk) -> list[Chunk]:
        result = []
        for other in self.chunks:
            if other.first == chunk.last + 1 and self.sentence.low(chunk.last) in ("en", ","):
                result.append(other)
                chunk = other
        return result


def arguments_of(trigger: Trigger, sentence: Sentence) -> tuple[Argument, ...]:
    """The arguments of an event, each entity in one role."""
    if not sentence.entities:
        return ()
    skipped = frozenset(trigger.words)
    roles = _Roles(trigger, sentence, chunks_of(sentence, sentence.clause_of(trigger.head), skipped))
    for entity in _sources(trigger, sentence):
        roles.add("SOURCE", entity)
    if is_attributive(trigger, sentence):
        _attributive(roles)
    elif trigger.entry.group.van and not trigger.is_verb:
        _noun_roles(roles)
    else:
        _verb_roles(roles)
    _fill_places(roles)
    _fill_times(roles)
    _fill_things(roles)
    return tuple(roles.found)


def _sources(trigger: Trigger, sentence: Sentence) -> Iterable[Suggestion]:
    """Who says it: the name after "volgens" or "aldus", or the subject of the verb of saying."""
    for index, start, end in attributions(sentence):
        if start <= trigger.head < end:
            source = _source_of(sentence, index)
            if source is not None:
                yield source


def _source_of(sentence: Sentence, index: int) -> Suggestion | None:
    labels = role_table().labels["party"] | {"GPE"}
    is_inverted = index > 0 and sentence.words[index - 1].is_mark
    if sentence.low(index) not in word_classes().hedges["according"] and not is_inverted:
        before = chunks_of(sentence, tuple(i for i in sentence.clause_of(index) if i < index), frozenset())
        for chunk in before:
            if not chunk.preposition and not chunk.is_time and (chunk.parties() or chunk.country()):
                return chunk.parties()[0] if chunk.parties() else chunk.country()
    for position in range(index + 1, min(index + 1 + SOURCE_REACH, len(sentence.words))):
        word = sentence.words[position]
        if word.low in ("dat", ",", ":") or word.text in QUOTES:
            return None
        entity = sentence.entity.get(position)
        if entity is not None and entity.label in labels:
            return _whole(sentence, position, entity)
        if entity is not None and entity.label == "CARDINAL":
            return None
    return None


def _whole(sentence: Sentence, position: int, entity: Suggestion) -> Suggestion:
    """The person after the demonym or body that describes it: "VN-gezant Pedersen" is Pedersen."""
    if entity.label not in ("NORP", "ORG"):
        return entity
    for later in range(position + 1, min(position + 4, len(sentence.words))):
        other = sentence.entity.get(later)
        if sentence.words[later].is_mark or sentence.is_finite(later):
            break
        if other is not None and other.label == "PERSON":
            return other
    return entity


def _attributive(roles: _Roles) -> None:
    """ "de door IS bezette stad", "gevluchte Syriërs": a doer just before, the one described just after."""
    head, group = roles.trigger.head, roles.trigger.entry.group
    for chunk in roles.chunks:
        if chunk.preposition == "door" and chunk.last == head:
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.first == head + 1:
            roles.add_all("AGENT" if group.frame == "move" else "TARGET", chunk)


def _noun_roles(roles: _Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    end, van = trigger.words[-1], trigger.entry.group.van
    is_near = True
    for chunk in roles.chunks:
        if chunk.first <= end:
            continue
        if any(sentence.is_finite(index) for index in range(end + 1, chunk.first)):
            is_near = False
        role = _role_after_noun(chunk.preposition, van, is_adjoining=chunk.first - end <= MAX_GAP + 1)
        if role and is_near:
            roles.add_all(role, chunk, with_country=role == "AGENT" and chunk.preposition != "van")
    _adjective_before(roles)
    _noun_subject(roles)
    words = {sentence.low(index) for index in sentence.clause_of(trigger.head)}
    if words & word_classes().classes["passive"] and words & role_table().support["verbs"]:
        for chunk in roles.chunks:
            if chunk.preposition == "door":
                roles.add_all("AGENT", chunk, with_country=True)


def _role_after_noun(preposition: str, van: str, *, is_adjoining: bool) -> str:
    match preposition:
        case "door" | "tussen":
            return "AGENT"
        case "tegen" | "op":
            return "TARGET"
        case "met":
            return "AGENT" if van == "AGENT" else ""
        case "van":
            return ("TARGET" if van == "PLACE" else van) if is_adjoining else ""
    return ""


def _adjective_before(roles: _Roles) -> None:
    """ "Israëlische luchtaanvallen": a demonym right before names the doer, of a killing the killed."""
    entity = roles.sentence.entity.get(roles.trigger.head - 1)
    if entity is not None and entity.label in ("NORP", "ORG") and roles.trigger.entry.group.van != "TARGET":
        roles.add("AGENT", entity)


def _noun_subject(roles: _Roles) -> None:
    """The subject of the verb that carries the noun: "IS opende de aanval", "het leger krijgt klappen"."""
    table, trigger = role_table().support, roles.trigger
    words = {roles.sentence.low(index) for index in roles.sentence.clause_of(trigger.head)}
    subject = _subject(roles)
    if subject is None:
        return
    suffers = words & table["undergo"] and trigger.type not in ("AID", "AIRSTRIKE")
    if trigger.entry.group.frame == "undergo" or suffers:
        roles.add_all("TARGET", subject)
    elif words & table["verbs"] and not words & word_classes().classes["passive"]:
        roles.add_all("AGENT", subject, with_country=True)


def _subject(roles: _Roles) -> Chunk | None:
    """The first phrase without a preposition; through a pronoun, a relative or an infinitive the one it means."""
    sentence, trigger = roles.sentence, roles.trigger
    clause = sentence.clause_of(trigger.head)
    plain = _plain(roles.chunks)
    starts_relative = sentence.low(clause[0]) in ("die", "dat", "wie") and clause[0] > 0
    before = sentence.clause_before(trigger.head)
    if starts_relative and sentence.low(clause[0]) != "dat":
        antecedents = chunks_of(sentence, before, frozenset())
        return antecedents[-1] if antecedents else None
    if not plain or plain[0].is_pronoun or _is_subjectless(roles, clause):
        earlier = _plain(chunks_of(sentence, before, frozenset()))
        if plain and not plain[0].is_pronoun and not _is_subjectless(roles, clause):
            return plain[0]
        if (plain and plain[0].is_pronoun) or _is_subjectless(roles, clause):
            return earlier[0] if earlier else None
        return None
    return plain[0]


def _is_subjectless(roles: _Roles, clause: tuple[int, ...]) -> bool:
    """Whether the trigger is an infinitive whose clause has no finite verb: "om de stad te heroveren"."""
    sentence, trigger = roles.sentence, roles.trigger
    has_te = sentence.low(trigger.head - 1) == "te" or any(sentence.low(index) == "te" for index in trigger.words)
    return has_te and sentence.low(clause[0]) == "om"


def _plain(chunks: list[Chunk]) -> list[Chunk]:
    return [chunk for chunk in chunks if not chunk.preposition and not chunk.is_time]


def _verb_roles(roles: _Roles) -> None:
    trigger, frame = roles.trigger, roles.trigger.entry.group.frame
    passive = is_passive(trigger, roles.sentence)
    subject = _subject(roles)
    if subject is not None and frame != "place":
        is_target = frame == "undergo" or (passive and frame == "act")
        has_country = not is_target and trigger.entry.kind != "phrase"
        roles.add_all("TARGET" if is_target else "AGENT", subject, with_country=has_country)
    for chunk in roles.chunks:
        is_phrase = trigger.entry.kind == "phrase"
        is_owner = is_phrase and chunk.preposition == "van" and chunk.first > trigger.words[-1]
        if is_owner or (chunk.preposition == "door" and (passive or is_phrase)):
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.preposition == "tussen" and frame == "move":
            roles.add_all("AGENT", chunk)
        elif chunk.preposition in ("tegen", "op") and frame == "act":
            roles.add_all("TARGET", chunk)
    if frame == "act" and not passive:
        _object(roles, subject)


def _object(roles: _Roles, subject: Chunk | None) -> None:
    for chunk in _plain(roles.chunks):
        if chunk is not subject and any(entity.id not in roles.used for entity in chunk.parties()):
            roles.add_all("TARGET", chunk)
            return


def is_passive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is a participle with worden, or with zijn where the verb takes an object."""
    if not trigger.forms & {"participle"} and trigger.entry.kind not in ("phrase", "word"):
        return _is_passive_infinitive(trigger, sentence)
    classes = word_classes().classes
    words = {sentence.low(index) for index in sentence.clause_of(trigger.head) if index not in trigger.words}
    if words & classes["passive"]:
        return True
    if words & classes["having"] or trigger.entry.kind != "verb" or trigger.entry.group.frame != "act":
        return False
    return "finite" not in trigger.forms or bool(words & classes["being"])


def _is_passive_infinitive(trigger: Trigger, sentence: Sentence) -> bool:
    return "infinitive" in trigger.forms and sentence.low(trigger.head + 1) == "worden"


def _is_place(entity: Suggestion) -> bool:
    return entity.label in role_table().labels["PLACE"]


def _fill_places(roles: _Roles) -> None:
    """The nearest place of the trigger's clause with those tied to it; else the nearest of the sentence."""
    trigger, sentence = roles.trigger, roles.sentence
    places = [entity for entity in sentence.entities if _is_place(entity) and entity.id not in roles.used]
    if not places:
        return
    clause = set(sentence.clause_of(trigger.head))
    spans = {entity.id: sentence.place_of(entity) for entity in places}
    inside = [entity for entity in places if spans[entity.id][0] in clause and not _describes_source(entity, roles)]
    chosen = inside or [entity for entity in places if _distance(spans[entity.id], trigger) <= NEAR]
    if not chosen:
        return
    nearest = min(chosen, key=lambda entity: _distance(spans[entity.id], trigger))
    roles.add("PLACE", nearest)
    for other in chosen:
        gap = spans[other.id][0] - spans[nearest.id][1]
        gap_words = range(spans[nearest.id][1], spans[other.id][0])
        between = {sentence.low(index) for index in gap_words}
        is_far = gap > MAX_GAP and (not between & {"en", "of"} or any(sentence.is_finite(i) for i in gap_words))
        if 0 < gap <= PLACE_GAP and not is_far and between & {"en", "of", ","}:
            roles.add("PLACE", other)
            nearest = other


def _describes_source(entity: Suggestion, roles: _Roles) -> bool:
    """Whether the place stands in the phrase after "volgens": "volgens de vanuit Londen werkende groep"."""
    sentence = roles.sentence
    first, _ = sentence.place_of(entity)
    return any(sentence.low(index) in word_classes().hedges["according"] for index in range(max(0, first - 3), first))


def _distance(span: tuple[int, int], trigger: Trigger) -> int:
    first, last = span
    if first > trigger.words[-1]:
        return first - trigger.words[-1]
    return abs(trigger.head - last + 1) + 1


def _fill_times(roles: _Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    if is_attributive(trigger, sentence):
        return
    labels = role_table().labels["TIME"]
    clause = set(sentence.clause_of(trigger.head))
    times = [(entity, sentence.place_of(entity)) for entity in sentence.entities if entity.label in labels]
    times = [(entity, span) for entity, span in times if span[0] in clause]
    if not times:
        return
    nearest, span = min(times, key=lambda time: _distance(time[1], trigger))
    roles.add("TIME", nearest)
    for other, (first, last) in times:
        if "en" in (sentence.low(span[1]), sentence.low(last)) and abs(first - span[0]) <= MAX_GAP + 1:
            roles.add("TIME", other)


def _fill_things(roles: _Roles) -> None:
    """Counts of those affected, and weapons or vehicles used or hit."""
    trigger, sentence, labels = roles.trigger, roles.sentence, role_table().labels
    if is_attributive(trigger, sentence):
        return
    subject = _subject(roles)
    for chunk in roles.chunks:
        things = [entity for entity in chunk.entities if entity.label in labels["INSTRUMENT"]]
        for entity in things:
            roles.add(_role_of_thing(chunk, subject, roles), entity)
        counts = [entity for entity in chunk.entities if entity.label in labels["COUNT"]]
        if counts and not things and not chunk.is_place and _is_affected(chunk, roles):
            for entity in counts:
                roles.add("COUNT", entity)


def _role_of_thing(chunk: Chunk, subject: Chunk | None, roles: _Roles) -> str:
    """INSTRUMENT for what is used, TARGET for what is destroyed or hit, "" for neither."""
    trigger = roles.trigger
    before = {roles.sentence.low(index) for index in range(max(0, chunk.first - 4), chunk.first)}
    is_of = chunk.preposition == "van" and not trigger.is_verb
    if is_of or chunk.preposition in ("met", "door") or "boord" in before:
        return "INSTRUMENT"
    if chunk.preposition or not trigger.is_verb:
        return ""
    if trigger.type == "DESTRUCTION":
        is_active = chunk is subject and not is_passive(trigger, roles.sentence)
        return "INSTRUMENT" if is_active and trigger.entry.group.frame == "act" else "TARGET"
    if trigger.type in STRIKES:
        is_hit = chunk is subject and is_passive(trigger, roles.sentence)
        return "TARGET" if is_hit else "INSTRUMENT"
    return "INSTRUMENT" if chunk is subject and trigger.type in ("DISPLACEMENT", "AID", "KILLING") else ""


def _is_affected(chunk: Chunk, roles: _Roles) -> bool:
    """Whether the phrase counts people of this event: around the verb, or tied to the noun itself."""
    trigger, sentence = roles.trigger, roles.sentence
    if _counts_things(chunk, sentence):
        return False
    if trigger.is_verb:
        return chunk.preposition in ("", "aan", "onder", "tegen", "met", "van")
    if chunk.last == trigger.head:
        return trigger.entry.kind == "word"
    return chunk.preposition in ("van", "onder", "met") and 0 < chunk.first - trigger.words[-1] <= MAX_GAP + 1


def _counts_things(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether what is counted is a place, a thing or another event: "twaalf posten", "elf aanvallen"."""
    last = sentence.low(chunk.last - 1)
    return last in word_classes().classes["places"] or last in word_classes().classes["things"]
