"""Where an event happened: the places that say so, told from those that say who, whence, whither or what a place is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attributive import is_attributive
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.meant import (
    add_wider,
    described_before,
    heading,
    heading_clause,
    meant_by_there,
    meant_by_town,
    strike_before,
)
from annotator.nlp.worker.events.misplaced import (
    LONGEST_APPOSITION,
    MOVES,
    POINTS,
    RELATIVE,
    describes_source,
    governor,
    measures_distance,
    saying_where,
)
from annotator.nlp.worker.events.parts import own_part, own_words
from annotator.nlp.worker.events.relatives import relative_after
from annotator.nlp.worker.events.subjects import Roles, subject_of
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.words import is_place_noun, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger

# Verbs whose subject is where the event is: "Aleppo kreeg hulpgoederen", "Homs ligt onder vuur".
STAYING = frozenset(
    {"krijgt", "kreeg", "kregen", "ligt", "lag", "blijft", "bleef", "zit", "zat", "kent", "kende", "beleeft",
     "beleefde"}
)  # fmt: skip
TAKEN = frozenset({"SIEGE", "CAPTURE", "AIRSTRIKE", "DESTRUCTION"})  # what befalls a place as a whole
SCENE = frozenset({"in", "bij", "op", "nabij", "buiten", "rond", "rondom", "aan", "voor", "door", "langs"})
NEAR = 8  # words from a trigger to a place in another clause of the sentence
PLACE_GAP = 6  # words between two places that "en" ties: "het zuiden van A en het noorden van de provincie B"
MAX_GAP = 2  # words between two names that "en" ties
WAYS = frozenset({"uit", "vanuit", "naar", "via", "richting"})
CUT = frozenset({"af", "afgesneden", "afsnijden", "afsneed", "afsneden", "geïsoleerd", "afgesloten"})
MOST_VERBS = 4  # words of the verbs that close a clause
TOPIC = 4  # words from the start of a clause to the name of the place that it opens with
PARTICLES = frozenset({"in", "uit", "op", "binnen", "door", "over", "af"})  # of a verb, behind its place
THERE = 4  # words of a clause among which "er" means the place told of before
MIN_VERB = 5  # letters that a word has more of, which is taken for a verb by its ending
FARTHEST_AIM = 6  # words from "op" to a place beside what is fired at
BROADER = 6  # words by which a place counts as farther from the event than it stands


def fill_places(roles: Roles) -> None:
    """The nearest place of the trigger's clause with those tied to it; else the nearest of the sentence."""
    _fill_named(roles)
    add_wider(roles)
    roles.add("PLACE", heading(roles.sentence))
    if not any(_is_place(entity) for entity in roles.sentence.entities):
        roles.add("PLACE", roles.sentence.caption)


def _fill_named(roles: Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    places = [entity for entity in sentence.entities if _is_place(entity) and not roles.is_used(entity)]
    if not places:
        return
    last = max(own_words(trigger, sentence))  # "vastgehouden en naar X gebracht"
    clause = {index for index in own_part(trigger, sentence) if index <= last}
    spans = {entity.id: sentence.place_of(entity) for entity in places}
    described = described_before(trigger, spans, places, sentence) if is_attributive(trigger, sentence) else []
    for entity in described:
        roles.add("PLACE", entity)
    places = [entity for entity in places if entity not in described and not describes_source(entity, roles)]
    antecedents = _antecedents(places, roles)
    places = [entity for entity in places if not measures_distance(spans[entity.id], sentence)]
    places = saying_where(places, spans, roles)
    inside = [entity for entity in places if spans[entity.id][0] in clause]
    subject = subject_of(roles) if inside and not trigger.is_verb else None
    if is_attributive(trigger, sentence):
        inside = [entity for entity in inside if not _has_verb_between(spans[entity.id][0], trigger, sentence)]
    inside = [entity for entity in inside if not _acts_otherwise(spans[entity.id], subject, roles)]
    relative = relative_after(trigger, sentence)
    chosen = (
        inside
        or antecedents
        or [
            entity for entity in places if spans[entity.id][0] in relative and _stands_as_place(spans[entity.id], roles)
        ]
    )
    chosen = chosen or _scene(places, roles) or _there(places, roles) or meant_by_town(places, roles)
    chosen = chosen or [
        entity
        for entity in places
        if spans[entity.id][0] not in clause
        and governor(spans[entity.id][0], sentence) not in _far_ways(trigger)
        and distance(spans[entity.id], trigger) <= NEAR
        and _stands_as_place(spans[entity.id], roles)
        and not (trigger.is_verb and _is_of_next(spans[entity.id][0], trigger, sentence))
    ]
    chosen = chosen or _setting(places, roles)
    if not is_attributive(trigger, sentence):
        chosen = chosen or [entity for entity in places if _is_topic(spans[entity.id][0], trigger, sentence)]
    if not chosen:
        return
    if inside and antecedents and trigger.entry.kind == "phrase":  # "X, het gebied dat IS in Y in handen heeft"
        for entity in antecedents:
            roles.add("PLACE", entity)
    nearest = min(chosen, key=lambda entity: _remoteness(spans[entity.id], roles))
    roles.add("PLACE", nearest)
    for other in inside:
        wider, narrow = sorted((spans[nearest.id][0], spans[other.id][0]))
        if _is_on_the_way(spans[other.id][0], roles) or _is_within(narrow, wider, roles):
            roles.add("PLACE", other)
    _add_tied(nearest, chosen if inside or antecedents else places, spans, roles)


def _has_verb_between(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb parts the place from the participle that describes something: "een arts in X telde gevallen"."""
    low, high = sorted((first, trigger.head))
    return any(sentence.is_finite(index) for index in range(low + 1, high))


def _is_of_next(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the place behind the verb stands in a clause with a verb of its own."""
    if first < trigger.head or sentence.clause[first] == sentence.clause[trigger.head]:
        return False
    clause = sentence.clause_of(first)
    return any(sentence.is_finite(index) and sentence.low(index - 1) != "te" for index in clause)


def _far_ways(trigger: Trigger) -> frozenset[str]:
    """The prepositions that in another clause tell of another move: "is opgepakt toen hij naar X liep"."""
    return frozenset() if trigger.type in MOVES | {"ADVANCE", "AID"} else frozenset({"naar", "richting"})


def _is_within(first: int, wider: int, roles: Roles) -> bool:
    """Whether the clause opens with the wider place: "In de provincie X viel IS een post bij Y aan"."""
    sentence, start = roles.sentence, roles.sentence.clause_of(roles.trigger.head)[0]
    by = sentence.low(start)
    is_topic = by in ("in", "op") and start < wider <= start + TOPIC and governor(wider, sentence) == by
    is_topic = is_topic and (by == "in" or sentence.low(wider - 1) == "eiland")
    if not is_topic or wider >= first:
        return False
    by, trigger = governor(first, sentence), roles.trigger
    is_object = not by and trigger.is_verb and trigger.type in TAKEN | {"ATTACK"}  # "viel het leger X aan"
    is_facade = by == "voor" and sentence.entity[first].label == "FAC"
    return is_object or is_facade or by in ("in", "bij", "nabij", "op", "rond")


def _add_tied(
    nearest: Suggestion, chosen: Sequence[Suggestion], spans: Mapping[str, tuple[int, int]], roles: Roles
) -> None:
    """The places that hang together with the nearest, one tied to the other in either direction."""
    last = nearest
    for other in chosen:
        if _are_tied(spans[last.id], spans[other.id], roles.sentence):
            roles.add("PLACE", other)
            last = other
    for other in reversed(chosen):
        if _are_tied(spans[other.id], spans[nearest.id], roles.sentence):
            roles.add("PLACE", other)
            nearest = other


def _is_on_the_way(first: int, roles: Roles) -> bool:
    """Whether the place at word `first` is one more of a move, of what is cut off, or what is fired at."""
    trigger, sentence = roles.trigger, roles.sentence
    by = governor(first, sentence)
    if by == "van" and trigger.type == "ADVANCE":
        of = max(index for index in range(first) if sentence.low(index) == "van")
        by = governor(of, sentence) or by  # "naar de mijnen van X"
    if trigger.type in MOVES | {"ADVANCE"} and "over" in (sentence.low(at) for at in trigger.words):
        return sentence.entity[first].label == "LOC" or by in WAYS  # "staken de rivier de X over naar Y"
    if trigger.type in MOVES and by == "van" and sentence.low(first - 2) in role_table().words["people"]:
        return True  # "duizenden inwoners van X vluchtten naar Y"
    if trigger.type == "DISPLACEMENT" and by == "in" and trigger.entry.kind == "phrase" and first > trigger.words[-1]:
        return True  # "inwoners van X zochten hun toevlucht in Y"
    if trigger.type in MOVES | {"ADVANCE"}:
        return by in WAYS or (by in ("tot", "langs") and trigger.is_verb)
    if trigger.type == "SIEGE":
        is_cut = any(sentence.low(index) in CUT for index in (*trigger.words, trigger.head))
        return is_cut and by == "van" and first > trigger.words[0]
    is_aim = by == "op" or (by in ("bij", "in") and _is_beside_aim(first, sentence))
    return trigger.type == "AIRSTRIKE" and trigger.is_verb and (by == "vanuit" or is_aim)


def _is_beside_aim(first: int, sentence: Sentence) -> bool:
    """Whether the phrase of the place says where that lies which was fired at: "op een basis bij X"."""
    near = range(max(0, first - FARTHEST_AIM), first)
    aims = [index for index in near if sentence.low(index) == "op" and index not in sentence.entity]
    return bool(aims) and not any(
        sentence.words[index].is_mark or sentence.is_finite(index) for index in near[aims[0] - near[0] :]
    )


def _is_place(entity: Suggestion) -> bool:
    return entity.label in role_table().labels["PLACE"]


def _scene(places: list[Suggestion], roles: Roles) -> list[Suggestion]:
    """Where the strike before it was: "raketten sloegen in bij Zhytomyr; elf mensen kwamen om"; [] for other events."""
    before, sentence = strike_before(roles.trigger, roles.sentence), roles.sentence
    found = [entity for entity in places if sentence.place_of(entity)[0] in before and _is_told_where(entity, sentence)]
    return found[-1:]


def _there(places: list[Suggestion], roles: Roles) -> list[Suggestion]:
    """Where the clause before was, of one that goes on with "er" or "daar": "bestormden het kamp en doodden er elf"."""
    trigger, sentence = roles.trigger, roles.sentence
    clause = sentence.clause_of(trigger.head)
    first = [sentence.low(index) for index in clause[:THERE]]
    if first[0] in ("toen", "waarbij"):
        before = set(sentence.clause_before(trigger.head))
        told = [one for one in places if sentence.place_of(one)[0] in before and _is_told_where(one, sentence)]
        return told[-1:]  # "Ze waren op de markt van X toen een bom insloeg"
    is_deed = trigger.is_verb and trigger.entry.group.frame == "act" and first[0] in ("en", "die")
    is_more = first[0] == "en" and trigger.is_verb and is_passive(trigger, sentence)  # "en werden er elf gegijzeld"
    if "daar" not in first and not ("er" in first and (is_deed or is_more)):
        return meant_by_there(places, roles)
    before = set(sentence.clause_before(trigger.head))
    return [entity for entity in places if sentence.place_of(entity)[0] in before][-1:]


def _setting(places: list[Suggestion], roles: Roles) -> list[Suggestion]:
    """The place of the subject that a clause shares, and that of the clause with "toen" before its main clause."""
    sentence, head = roles.sentence, roles.trigger.head
    subject = subject_of(roles)
    shared = subject.names_place() and not roles.trigger.is_split if subject is not None else False
    if subject is not None and shared and sentence.clause[subject.first] != sentence.clause[head]:
        return [one for one in places if subject.first <= sentence.place_of(one)[0] < subject.last]
    before = sentence.clause_before(head)
    if before and sentence.low(sentence.clause_of(head)[0]) == "en":
        return heading_clause(places, before, sentence)
    opens = before and before[0] <= 1 and sentence.low(before[0]) in ("toen", "als", "nadat")
    return [one for one in places if sentence.place_of(one)[0] in before] if opens else []


def _is_told_where(entity: Suggestion, sentence: Sentence) -> bool:
    first = sentence.place_of(entity)[0]
    return any(sentence.low(first - back) in SCENE for back in (1, 2, 3))


def _antecedents(places: list[Suggestion], roles: Roles) -> list[Suggestion]:
    """The place that the trigger's relative clause is about: "Mosul, dat moet worden heroverd"; [] where none is.

    Through an apposition it is the name before it: "Avdiivka, een stad in de Donbas die werd bestormd".
    """
    sentence = roles.sentence
    first = sentence.clause_of(roles.trigger.head)[0]
    if sentence.low(first) not in RELATIVE or first == 0:
        return []
    ends = {sentence.place_of(entity)[1]: entity for entity in places}
    before = first - 1 if sentence.low(first - 1) == "," else first
    before = _before_verb(before, ends, sentence) if sentence.low(first) in ("waar", "waarin") else before
    if before not in ends and before - 1 in ends and sentence.low(before - 1) in PARTICLES:
        before -= 1  # "vluchtten de stad X in, waar"
    head = sentence.place_of(ends[before])[0] if before in ends else 0
    if before in ends and (sentence.low(first) != "die" or _is_the_town(head, sentence)):
        seated = sentence.entity.get(head - 2)
        is_seat = sentence.low(head - 1) == "in" and seated is not None and seated.label == "ORG"
        return [] if is_seat else [ends[before]]  # "het Congres in Washington, dat …" is about the congress
    for comma in range(before - 1, max(0, before - LONGEST_APPOSITION), -1):
        index = _before_verb(comma, ends, sentence) if sentence.low(comma) == "," else comma
        if sentence.low(comma) == "," and index in ends:
            apposed = {sentence.low(position) for position in range(comma + 1, before)}
            is_apposed = sentence.low(comma + 1) not in word_classes().classes["prepositions"]
            if not is_apposed or not any(map(is_place_noun, apposed)):
                return []
            beside = ends.get(sentence.place_of(ends[index])[0] - 1)
            is_pair = beside is not None and sentence.low(sentence.place_of(beside)[1]) == "en"
            return [*([beside] if beside is not None and is_pair else []), ends[index]]
    return _equated(before, ends, sentence)


def _before_verb(before: int, ends: Mapping[int, Suggestion], sentence: Sentence) -> int:
    """The end of the place before the verbs that close its clause: "had de stad X heroverd, waar"; else `before`."""
    known, index = lexicon().words, before
    while index not in ends and before - index < MOST_VERBS:
        low = sentence.low(index - 1)
        is_closing = sentence.is_finite(index - 1) or low == "te" or low in PARTICLES
        if not is_closing and not any(one.forms & {"participle", "infinitive"} for one in known.get(low, ())):
            return before
        index -= 1
    return index if index in ends else before


def _equated(before: int, ends: Mapping[int, Suggestion], sentence: Sentence) -> list[Suggestion]:
    """The place of which a relative clause says what it is: "X is de laatste stad die IS beheerst"; [] without one."""
    if not is_place_noun(sentence.low(before - 1)):
        return []
    for index in range(before - 2, max(0, before - LONGEST_APPOSITION), -1):
        if index in ends and sentence.low(index) in ("is", "was", "blijft", "bleef"):
            return [ends[index]]
        named = sentence.entity.get(index)
        if sentence.words[index].is_mark or (named is not None and named.label not in ("NORP", "DATE", "CARDINAL")):
            return []
    return []


def _is_the_town(head: int, sentence: Sentence) -> bool:
    """Whether "die" behind the name is about it: "de stad X, die werd belegerd", but not "dorpen in de provincie X"."""
    if not is_place_noun(sentence.low(head - 1)):
        return False
    is_one = sentence.low(head - 1).endswith(("stad", "wijk", "dorp", "plaats")) and sentence.low(head - 2) in (
        "de",
        "het",
    )
    return not governor(head, sentence) or (is_one and not sentence.low(head - 4).endswith("en"))


def _acts_otherwise(span: tuple[int, int], subject: Chunk | None, roles: Roles) -> bool:
    """Whether a country or town is the subject of a verb with the event as its object: "Kiev ontkende de overgave"."""
    trigger, sentence = roles.trigger, roles.sentence
    if subject is None or subject.country() is None or not subject.first <= span[0] < subject.last:
        return False
    if subject.first == trigger.words[-1] + 1:
        return False  # "bestand Aleppo houdt stand"
    classes = word_classes().classes
    own = {sentence.low(index) for index in sentence.clause_of(trigger.head) if sentence.is_finite(index)}
    after = sentence.words[min(subject.last, len(sentence.words) - 1)]
    is_verb = after.text.islower() and after.low.endswith("t") and subject.first == 0 and len(after.low) > MIN_VERB
    return bool(own or is_verb) and not own & (classes["passive"] | classes["being"] | STAYING)


def _stands_as_place(span: tuple[int, int], roles: Roles) -> bool:
    """Whether a place of another clause says where: after a preposition or as the subject, not beyond a semicolon."""
    trigger, sentence = roles.trigger, roles.sentence
    first, last = sorted((span[0], trigger.head))
    if any(sentence.words[index].text == ";" for index in range(first, last)):
        return False
    if span[0] == 0 and span[1] < len(sentence.words) and sentence.words[span[1]].text == ":":
        return True  # "Gent: drie doden"
    subject = subject_of(roles)
    if subject is not None and subject.first <= span[0] < subject.last:
        return True
    prepositions = word_classes().classes["prepositions"]
    return any(sentence.low(span[0] - back) in prepositions for back in (1, 2, 3))


def _are_tied(span: tuple[int, int], other: tuple[int, int], sentence: Sentence) -> bool:
    """Whether "en" or a comma ties the second place to the first."""
    gap = other[0] - span[1]
    gap_words = range(span[1], other[0])
    between = {sentence.low(index) for index in gap_words}
    if _lies_in(gap_words, sentence):
        return True
    if gap_words and sentence.low(gap_words[0]) == "tot" and gap <= MAX_GAP + 1:
        return sentence.low(span[0] - 1) in ("van", "vanaf") and between <= {"tot", "en", "met", "aan", "in"}
    is_far = gap > MAX_GAP and (not between & {"en", "of"} or any(sentence.is_finite(i) for i in gap_words))
    return 0 < gap <= PLACE_GAP and not is_far and bool(between & {"en", "of", ","})


def _lies_in(gap: range, sentence: Sentence) -> bool:
    """Whether the words say that one place lies in the next: "in de regio", but not "in het noorden van"."""
    words = [sentence.low(index) for index in gap]
    words = words[1:] if words[:1] == [","] else words
    is_small = words[:1] == ["in"] and len(words) <= PLACE_GAP
    return is_small and all(word in ("de", "het") or is_place_noun(word) or word.endswith("e") for word in words[1:])


def _is_topic(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the place opens the sentence that the trigger goes on with: "In X werd …: een vrouw kwam om"."""
    opening = {sentence.low(index) for index in range(min(first, 4))}
    return first < min(5, trigger.head) and bool(opening & {"in", "bij", "nabij", "rond"})


def _remoteness(span: tuple[int, int], roles: Roles) -> int:
    """The distance; a goal counts as nearer to an advance, "het noorden van X" as farther than a place beside it."""
    trigger, sentence = roles.trigger, roles.sentence
    first, words = span[0], distance(span, trigger)
    before = [sentence.low(first - back) for back in (1, 2, 3)]
    subject = subject_of(roles) if trigger.type in TAKEN and is_passive(trigger, sentence) else None
    if subject is not None and subject.first <= first < subject.last and before[0] != "van":
        return 0  # "Misrata, de grootste stad van het westen van Libië, is omsingeld"
    if trigger.type == "ADVANCE" and {"naar", "richting"} & set(before):
        return words - 2 * BROADER
    if (before[0] == "van" and before[1].startswith(POINTS)) or before[0] == "als":
        return words + BROADER  # "het westen van Libië"; "ook geschreven als Al-Fashir"
    return words


def distance(span: tuple[int, int], trigger: Trigger) -> int:
    """Words from the trigger to the words [first, last) of an entity."""
    first, last = span
    if first > trigger.words[-1]:
        return first - trigger.words[-1]
    return abs(trigger.head - last + 1) + 1
