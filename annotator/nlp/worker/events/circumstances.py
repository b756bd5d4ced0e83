"""Where, when, with what and to how many an event happened: places, times, things and counts among its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.factuality import is_attributive
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.subjects import Roles, is_passive, subject_of
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.chunks import Chunk
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# Clauses so opened tell of the time that their main clause names.
AT_ONCE = frozenset({"toen", "waarbij", "waardoor"})
# Verbs whose subject is where the event is: "Aleppo kreeg hulpgoederen", "Homs ligt onder vuur".
STAYING = frozenset(
    {
        "krijgt",
        "kreeg",
        "kregen",
        "ligt",
        "lag",
        "blijft",
        "bleef",
        "zit",
        "zat",
        "kent",
        "kende",
        "beleeft",
        "beleefde",
    }
)
TAKEN = frozenset({"SIEGE", "CAPTURE", "AIRSTRIKE", "DESTRUCTION"})  # what befalls a place as a whole
STRIKES = frozenset({"AIRSTRIKE", "BOMBING", "ATTACK"})
NEAR = 8  # words from a trigger to a place in another clause of the sentence
PLACE_GAP = 6  # words between two places that "en" ties: "het zuiden van A en het noorden van de provincie B"
MAX_GAP = 2  # words between two names that "en" ties
# Whose start and goal are both places of it, and the prepositions of these.
MOVES = frozenset({"DISPLACEMENT", "RETREAT"})
WAYS = frozenset({"uit", "vanuit", "naar", "via", "richting"})
# Verbs whose object is the weapon; of other strikes the object is what they hit.
LAUNCHING = frozenset({"vuren", "lanceren", "schieten", "werpen", "gooien", "vliegen", "laten", "droppen", "vallen"})
YOUNG_AND_OLD = frozenset(
    {"baby", "peuter", "kleuter", "kind", "jongen", "jongetje", "meisje", "man", "vrouw", "tiener"}
)
COUNTED = frozenset({"KILLING", "INJURY", "DISPLACEMENT", "DETENTION", "ABDUCTION"})
# Words by which a place counts as farther from the event than it stands.
BROADER = 6
OFFICES = ("woordvoerder", "woordvoerster", "ministerie", "correspondent", "diplomaat", "verslaggever", "ambassade")
LONGEST_APPOSITION = 12  # words between a place and a relative clause that only say what it is
_POINTS = ("noord", "oost", "zuid", "west", "midden", "centrum")


def fill_circumstances(roles: Roles) -> None:
    """Adds places, times, things and counts to the roles."""
    _fill_places(roles)
    _fill_times(roles)
    _fill_things(roles)


def _is_place(entity: Suggestion) -> bool:
    return entity.label in role_table().labels["PLACE"]


def _fill_places(roles: Roles) -> None:
    """The nearest place of the trigger's clause with those tied to it; else the nearest of the sentence."""
    trigger, sentence = roles.trigger, roles.sentence
    places = [entity for entity in sentence.entities if _is_place(entity) and entity.id not in roles.used]
    if not places:
        return
    clause = set(sentence.clause_of(trigger.head))
    spans = {entity.id: sentence.place_of(entity) for entity in places}
    places = [
        entity
        for entity in places
        if not _measures_distance(spans[entity.id], sentence) and not _describes_source(entity, roles)
    ]
    inside = [
        entity for entity in places if spans[entity.id][0] in clause and not _acts_otherwise(spans[entity.id], roles)
    ]
    chosen = inside or _antecedents(places, roles)
    chosen = chosen or [
        entity
        for entity in places
        if spans[entity.id][0] not in clause
        and _distance(spans[entity.id], trigger) <= NEAR
        and _stands_as_place(spans[entity.id], roles)
    ]
    chosen = chosen or [entity for entity in places if _is_topic(spans[entity.id][0], trigger, sentence)]
    if not chosen:
        return
    nearest = min(chosen, key=lambda entity: _remoteness(spans[entity.id], roles))
    roles.add("PLACE", nearest)
    if trigger.type in MOVES:
        for other in inside:
            if sentence.low(spans[other.id][0] - 1) in WAYS:
                roles.add("PLACE", other)
    last = nearest
    for other in chosen:
        if _are_tied(spans[last.id], spans[other.id], sentence):
            roles.add("PLACE", other)
            last = other
    for other in reversed(chosen):
        if _are_tied(spans[other.id], spans[nearest.id], sentence):
            roles.add("PLACE", other)
            nearest = other


def _measures_distance(span: tuple[int, int], sentence: Sentence) -> bool:
    """Whether the place only tells how far away something is: "op 25 kilometer (ten noorden) van Damascus"."""
    if sentence.low(span[0] - 1) != "van":
        return False
    return any(
        (entity := sentence.entity.get(index)) is not None
        and entity.label == "QUANTITY"
        and sentence.low(sentence.place_of(entity)[1] - 1).startswith(("kilometer", "km", "meter", "mijl"))
        for index in range(max(0, span[0] - 4), span[0] - 1)
    )


def _antecedents(places: list[Suggestion], roles: Roles) -> list[Suggestion]:
    """The place that the trigger's relative clause is about: "Mosul, dat moet worden heroverd"; [] where none is.

    Through an apposition it is the name before it: "Avdiivka, een stad in de Donbas die werd bestormd".
    """
    sentence = roles.sentence
    first = sentence.clause_of(roles.trigger.head)[0]
    if sentence.low(first) not in ("dat", "die", "waar", "waarin") or first == 0:
        return []
    ends = {sentence.place_of(entity)[1]: entity for entity in places}
    before = first - 1 if sentence.low(first - 1) == "," else first
    if before in ends and sentence.low(first) != "die":
        head = sentence.place_of(ends[before])[0]
        seated = sentence.entity.get(head - 2)
        is_seat = sentence.low(head - 1) == "in" and seated is not None and seated.label == "ORG"
        return [] if is_seat else [ends[before]]  # "het Congres in Washington, dat …" is about the congress
    kinds = word_classes().classes["places"]
    for index in range(before - 1, max(0, before - LONGEST_APPOSITION), -1):
        if sentence.low(index) == "," and index in ends:
            apposed = {sentence.low(position) for position in range(index + 1, before)}
            is_apposed = sentence.low(index + 1) not in word_classes().classes["prepositions"]
            return [ends[index]] if is_apposed and apposed & kinds else []
    return []


def _acts_otherwise(span: tuple[int, int], roles: Roles) -> bool:
    """Whether a country or town is the subject of a verb with the event as its object: "Kiev ontkende de overgave"."""
    trigger, sentence = roles.trigger, roles.sentence
    subject = subject_of(roles)
    if trigger.is_verb or subject is None or subject.country() is None or not subject.first <= span[0] < subject.last:
        return False
    if subject.first == trigger.words[-1] + 1:
        return False  # "bestand Aleppo houdt stand"
    classes = word_classes().classes
    own = {sentence.low(index) for index in sentence.clause_of(trigger.head) if sentence.is_finite(index)}
    return bool(own) and not own & (classes["passive"] | classes["being"] | STAYING)


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
    is_far = gap > MAX_GAP and (not between & {"en", "of"} or any(sentence.is_finite(i) for i in gap_words))
    return 0 < gap <= PLACE_GAP and not is_far and bool(between & {"en", "of", ","})


def _is_topic(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the place opens the sentence that the trigger goes on with: "In X werd …: een vrouw kwam om"."""
    opening = {sentence.low(index) for index in range(min(first, 4))}
    return first < min(5, trigger.head) and bool(opening & {"in", "bij", "nabij", "rond"})


def _remoteness(span: tuple[int, int], roles: Roles) -> int:
    """The distance; a goal counts as nearer to an advance, "het noorden van X" as farther than a place beside it."""
    trigger, sentence = roles.trigger, roles.sentence
    first, distance = span[0], _distance(span, trigger)
    before = [sentence.low(first - back) for back in (1, 2, 3)]
    subject = subject_of(roles) if trigger.type in TAKEN and is_passive(trigger, sentence) else None
    if subject is not None and subject.first <= first < subject.last and before[0] != "van":
        return 0  # "Misrata, de grootste stad van het westen van Libië, is omsingeld"
    if trigger.type == "ADVANCE" and {"naar", "richting"} & set(before):
        return distance - 2 * BROADER
    if (before[0] == "van" and before[1].startswith(_POINTS)) or before[0] == "als":
        return distance + BROADER  # "het westen van Libië"; "ook geschreven als Al-Fashir"
    return distance


def _describes_source(entity: Suggestion, roles: Roles) -> bool:
    """Whether the place stands in the phrase after "volgens": "volgens de vanuit Londen werkende groep"."""
    sentence = roles.sentence
    first, _ = sentence.place_of(entity)
    if sentence.low(first - 1) == "in" and _is_office(first - 2, sentence):
        return True
    return any(sentence.low(index) in word_classes().hedges["according"] for index in range(max(0, first - 3), first))


def _is_office(index: int, sentence: Sentence) -> bool:
    """Whether the word is, or ends the name of, who speaks from a place: "een woordvoerder in Tripoli"."""
    entity = sentence.entity.get(index)
    if entity is not None:
        return entity.label == "ORG" and entity.provenance.rule == "ministry"
    return sentence.low(index).endswith(OFFICES)


def _distance(span: tuple[int, int], trigger: Trigger) -> int:
    first, last = span
    if first > trigger.words[-1]:
        return first - trigger.words[-1]
    return abs(trigger.head - last + 1) + 1


def _fill_times(roles: Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    if is_attributive(trigger, sentence):
        return
    labels = role_table().labels["TIME"]
    clause = set(sentence.clause_of(trigger.head))
    every = [(entity, sentence.place_of(entity)) for entity in sentence.entities if entity.label in labels]
    every = [(entity, span) for entity, span in every if not _is_age(span[0], sentence)]
    times = [(entity, span) for entity, span in every if span[0] in clause]
    if not times and sentence.low(min(clause)) in AT_ONCE:
        main = set(sentence.clause_before(trigger.head))
        times = [(entity, span) for entity, span in every if span[0] in main]
    times = [(entity, span) for entity, span in times if not _is_of_another(span[0], trigger, sentence)]
    if not times:
        return
    nearest, span = min(times, key=lambda time: _distance(time[1], trigger))
    roles.add("TIME", nearest)
    for other, (first, last) in times:
        if "en" in (sentence.low(span[1]), sentence.low(last)) and abs(first - span[0]) <= MAX_GAP + 1:
            roles.add("TIME", other)


def _is_of_another(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the time before word `first` is that of another event's noun: "na een beleg van drie weken"."""
    if sentence.low(first - 1) != "van" or first - 2 in trigger.words:
        return False
    return any("noun" in reading.forms for reading in lexicon().words.get(sentence.low(first - 2), ()))


def _is_age(first: int, sentence: Sentence) -> bool:
    """Whether the length of time before word `first` is somebody's age: "een baby van negen maanden"."""
    return sentence.low(first - 1) == "van" and sentence.low(first - 2) in YOUNG_AND_OLD


def _fill_things(roles: Roles) -> None:
    """Counts of those affected, and weapons or vehicles used or hit."""
    trigger, sentence, labels = roles.trigger, roles.sentence, role_table().labels
    if is_attributive(trigger, sentence):
        return
    subject = subject_of(roles)
    _fill_specified(roles)
    _fill_antecedent(subject, roles)
    for chunk in roles.chunks:
        things = [entity for entity in chunk.entities if entity.label in labels["INSTRUMENT"]]
        for entity in things:
            roles.add(_role_of_thing(chunk, subject, roles), entity)
        counts = [entity for entity in chunk.entities if entity.label in labels["COUNT"]]
        if counts and not things and not chunk.is_place and _is_affected(chunk, roles):
            for entity in counts:
                roles.add("COUNT", entity)


def _fill_specified(roles: Roles) -> None:
    """Counts of some among those affected, "onder wie negen kinderen", and of those a relative clause is about."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.type not in COUNTED:
        return
    for index in range(len(sentence.words) - 2):
        if sentence.low(index) == "onder" and sentence.low(index + 1) in ("wie", "hen"):
            clause = set(sentence.clause_before(index)) | set(sentence.clause_of(index))
            if trigger.head in clause or 0 < index - trigger.words[-1] <= MAX_GAP:
                entity = sentence.entity.get(index + 2) or sentence.entity.get(index + 3)
                if entity is not None and entity.label == "CARDINAL":
                    roles.add("COUNT", entity)


def _fill_antecedent(subject: Chunk | None, roles: Roles) -> None:
    """The count of those whom a relative clause is about: "de 900 mensen die ontheemd raakten"."""
    trigger, sentence = roles.trigger, roles.sentence
    clause = sentence.clause_of(trigger.head)
    if subject is None or trigger.type not in COUNTED or sentence.low(clause[0]) != "die" or subject.first in clause:
        return
    is_undergone = trigger.entry.kind == "word" or trigger.entry.group.frame in ("move", "undergo")
    if is_undergone or is_passive(trigger, sentence):
        for entity in subject.entities:
            if entity.label in role_table().labels["COUNT"] and not _counts_things(subject, sentence):
                roles.add("COUNT", entity)


def _role_of_thing(chunk: Chunk, subject: Chunk | None, roles: Roles) -> str:
    """INSTRUMENT for what is used, TARGET for what is destroyed or hit, "" for neither."""
    trigger = roles.trigger
    before = {roles.sentence.low(index) for index in range(max(0, chunk.first - 4), chunk.first)}
    is_of = chunk.preposition == "van" and not trigger.is_verb
    is_mount = chunk.preposition in ("op", "in") and _is_before(chunk, trigger) and _is_mount(chunk, roles)
    if is_mount or chunk.preposition == "per":
        return "INSTRUMENT"
    if is_of or chunk.preposition in ("met", "door") or "boord" in before:
        return "INSTRUMENT"
    is_carrying = trigger.type == "AID" and roles.sentence.low(chunk.last) == "met" and _is_before(chunk, trigger)
    if is_carrying or (trigger.type == "DISPLACEMENT" and chunk.preposition == "in"):
        return "INSTRUMENT"  # "vrachtwagens met voedsel", "in bussen weggebracht"
    is_subject = subject is not None and any(chunk is one for one in (subject, *roles.tied(subject)))
    if chunk.preposition or not trigger.is_verb:
        is_carrier = is_subject and trigger.type in STRIKES and not chunk.preposition
        return "INSTRUMENT" if is_carrier else ""
    if trigger.type in STRIKES and all(entity.label == "WEAPON" for entity in chunk.entities):
        return "INSTRUMENT"
    if trigger.type == "BOMBING":
        return "INSTRUMENT"
    is_thrown = any(part in LAUNCHING for part in trigger.entry.lemma.split("|"))
    if trigger.type in STRIKES and not is_subject and trigger.entry.kind == "verb" and not is_thrown:
        return "TARGET"
    if trigger.type == "DESTRUCTION":
        is_active = is_subject and not is_passive(trigger, roles.sentence)
        return "INSTRUMENT" if is_active and trigger.entry.group.frame == "act" else "TARGET"
    if trigger.type in STRIKES:
        is_hit = is_subject and is_passive(trigger, roles.sentence)
        return "TARGET" if is_hit else "INSTRUMENT"
    return "INSTRUMENT" if is_subject and trigger.type in ("DISPLACEMENT", "AID", "KILLING") else ""


def _is_before(chunk: Chunk, trigger: Trigger) -> bool:
    """Whether the phrase stands before the event."""
    return chunk.last <= trigger.head


def _is_mount(chunk: Chunk, roles: Roles) -> bool:
    """Whether attackers ride it: "gewapende mannen op motoren"."""
    if roles.trigger.type not in ("ATTACK", "KILLING", "ABDUCTION"):
        return False
    return any(
        roles.sentence.low(index).startswith(("motor", "pick", "brommer", "terreinwagen"))
        for index in range(chunk.first, chunk.last)
    )


def _is_affected(chunk: Chunk, roles: Roles) -> bool:
    """Whether the phrase counts people of this event: around the verb, or tied to the noun itself."""
    trigger, sentence = roles.trigger, roles.sentence
    if _counts_things(chunk, sentence):
        return False
    if trigger.is_verb:
        return chunk.preposition in ("", "aan", "onder", "tegen", "met", "van")
    if chunk.last == trigger.head:
        return trigger.entry.kind == "word" or trigger.type in ("DETENTION", "ABDUCTION")
    return chunk.preposition in ("van", "onder", "met") and 0 < chunk.first - trigger.words[-1] <= MAX_GAP + 1


def _counts_things(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether what is counted is a place, a thing or another event: "twaalf posten", "elf aanvallen"."""
    last = sentence.low(chunk.head - 1)
    return any(last in word_classes().classes[name] for name in ("places", "buildings", "things"))
