"""When, with what and to how many an event happened: times, things and counts among its roles, after its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.factuality import is_attributive
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.subjects import (
    Roles,
    is_passive,
    object_antecedent,
    own_part,
    plain,
    relative_after,
    subject_of,
)
from annotator.nlp.worker.events.where import MAX_GAP, SUFFERED, distance, fill_places, strike_before
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.chunks import Chunk
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# Clauses so opened tell of the time that their main clause names.
AT_ONCE = frozenset({"toen", "waarbij", "waardoor"})
STRIKES = frozenset({"AIRSTRIKE", "BOMBING", "ATTACK"})
# Verbs whose object is the weapon; of other strikes the object is what they hit.
LAUNCHING = frozenset({"vuren", "lanceren", "schieten", "werpen", "gooien", "vliegen", "laten", "droppen", "vallen"})
BEFORE_CLOCK = frozenset(
    {",", "om", "rond", "omstreeks", "tegen", "na", "voor", "even", "kort", "iets", "vanaf", "klokslag"}
)
YOUNG_AND_OLD = frozenset(
    {"baby", "peuter", "kleuter", "kind", "jongen", "jongetje", "meisje", "man", "vrouw", "tiener"}
)
TALKS = (
    "onderhandel", "praat", "praten", "gepraat", "overleg", "gesproken", "dringt", "drong", "aangedrongen",
    "opgeroepen", "roep", "riep",
)  # fmt: skip
BACKING = frozenset({"gesteund", "bijgestaan", "geholpen", "gevolgd", "begeleid", "beschermd", "ondersteund"})
CASUALTIES = ("gewonden", "doden", "slachtoffers", "gewonde", "dode", "lijken")
CARRIED = frozenset({"DISPLACEMENT", "AID", "KILLING", "ADVANCE", "SIEGE"})  # what vehicles do as their subject
FARTHEST_NOUN = 6  # words from "na" to the noun it governs
COUNTED = frozenset({"KILLING", "INJURY", "DISPLACEMENT", "DETENTION", "ABDUCTION", "SURRENDER", "RETREAT"})


def fill_circumstances(roles: Roles) -> None:
    """Adds places, times, things and counts to the roles."""
    fill_places(roles)
    _fill_times(roles)
    _fill_things(roles)


def _fill_times(roles: Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    if is_attributive(trigger, sentence):
        return
    labels = role_table().labels["TIME"]
    clause = set(own_part(trigger, sentence))
    every = [(entity, sentence.place_of(entity)) for entity in sentence.entities if entity.label in labels]
    every = [
        (entity, span) for entity, span in every
        if not _is_age(span[0], sentence) and not _is_stamp(span, sentence) and not _is_talked_of(span[0], roles)
    ]  # fmt: skip
    if is_backdrop(trigger, sentence) or any(_is_offset(entity, span, trigger, sentence) for entity, span in every):
        every = [(entity, span) for entity, span in every if 0 < span[0] - trigger.words[-1] <= MAX_GAP]
    times = [(entity, span) for entity, span in every if span[0] in clause]
    if not times:
        times = [(entity, span) for entity, span in every if span[0] in relative_after(trigger, sentence)]
    if not times and sentence.low(min(clause)) in AT_ONCE:
        main = set(sentence.clause_before(trigger.head))
        times = [(entity, span) for entity, span in every if span[0] in main]
    if not times:
        times = [(entity, span) for entity, span in every if span[0] in _when(clause, sentence)]
    if not times and _goes_on(trigger, sentence):
        main = set(sentence.clause_before(trigger.head))
        times = [(entity, span) for entity, span in every if span[0] in main and entity.label in ("DATE", "TIME")]
    if not times:
        before = strike_before(trigger, sentence)
        told = [(entity, span) for entity, span in every if span[0] in before and entity.label in ("DATE", "TIME")]
        times = told[-1:]
    times = [(entity, span) for entity, span in times if not _is_of_another(span[0], trigger, sentence)]
    if not times:
        return
    nearest, span = min(times, key=lambda time: distance(time[1], trigger))
    roles.add("TIME", nearest)
    for other, (first, last) in times:
        is_beside = "en" in (sentence.low(span[1]), sentence.low(last)) and abs(first - span[0]) <= MAX_GAP + 1
        if is_beside or _is_one_moment(span, (first, last), sentence):
            roles.add("TIME", other)


def _is_one_moment(one: tuple[int, int], other: tuple[int, int], sentence: Sentence) -> bool:
    """Whether two times tell one: "zaterdag om 12 uur", "maandag, even na één uur", "van mei tot juli"."""
    (first, last) = sorted((one, other))
    between = [sentence.low(index) for index in range(first[1], last[0])]
    labels = (sentence.entity[first[0]].label, sentence.entity[last[0]].label)
    is_clock = labels == ("DATE", "TIME") and set(between) <= BEFORE_CLOCK and len(between) <= FARTHEST_NOUN
    return bool(between) and (is_clock or (between == ["tot"] and sentence.low(first[0] - 1) in ("van", "vanaf")))


def _is_talked_of(first: int, roles: Roles) -> bool:
    """Whether word `first` tells of talks on an agreement to come: "zondag wordt over een bestand gepraat"."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.type != "AGREEMENT" or trigger.is_verb or first > trigger.head:
        return False
    is_topic = any(sentence.low(trigger.words[0] - back) in ("over", "op", "tot") for back in (1, 2, 3))
    words = sentence.lows_of(trigger.head)
    return is_topic and any(word.startswith(TALKS) for word in words)


def is_backdrop(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun only dates something else: "sinds het begin van het offensief"."""
    return not trigger.is_verb and any(
        sentence.low(index) == "van"
        and sentence.low(index - 1) in ("begin", "start", "uitbreken", "aanvang")
        and not any(between in sentence.entity for between in range(index, trigger.words[0]))
        for index in range(max(1, trigger.words[0] - 4), trigger.words[0])
    )


def _is_stamp(span: tuple[int, int], sentence: Sentence) -> bool:
    """Whether the time is when an entry of a live report was written: "17u18 Ankara sluit een bestand uit"."""
    first, last = span
    if first or last >= len(sentence.words) or sentence.entity[0].label != "TIME":
        return False
    after = sentence.words[last]
    return sentence.words[0].text[:1].isdigit() and (after.text[:1].isupper() or after.is_mark)


def _is_offset(entity: Suggestion, span: tuple[int, int], trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it says how long before or after the noun something else was: "drie weken na de val van de stad"."""
    last = span[1]
    if (
        entity.label != "DURATION"
        or trigger.is_verb
        or sentence.low(last) not in ("na", "voor", "vóór")
        or trigger.head < last
    ):
        return False
    between = range(last + 1, trigger.words[0])
    return len(between) <= FARTHEST_NOUN and not any(
        sentence.is_finite(index) or sentence.words[index].is_mark for index in between
    )


def _when(clause: set[int], sentence: Sentence) -> Sequence[int]:
    """The words of the clause that says when, beside the main clause: "toen … in mei …, trokken zij zich terug"."""
    after = max(clause) + (2 if sentence.low(max(clause) + 1) == "," else 1)
    if sentence.low(after) == "toen":
        return sentence.clause_of(after)
    before = sentence.clause_before(min(clause))
    return before if before and before[0] == 0 and sentence.low(0) == "toen" else ()


def _goes_on(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the clause goes on at the time of the one before: "sloegen maandag aanvallen af en vernielden tanks"."""
    clause = sentence.clause_of(trigger.head)
    words = {sentence.low(index) for index in clause}
    return trigger.is_verb and sentence.low(clause[0]) == "en" and not words & word_classes().classes["another_time"]


def _is_of_another(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the time before word `first` is that of another event's noun: "na een beleg van drie weken"."""
    if sentence.low(first - 1) == "sinds" and sentence.low(trigger.words[0] - 1).endswith("ste"):
        return True  # "de zwaarste aanval sinds 2022"
    if sentence.low(first - 1) == "na" and trigger.is_verb and _is_length(first, sentence):
        return True
    if sentence.low(first - 1) != "van" or first - 2 in trigger.words:
        return False
    return any("noun" in reading.forms for reading in lexicon().words.get(sentence.low(first - 2), ()))


def _is_length(first: int, sentence: Sentence) -> bool:
    """Whether the length of time from word `first` on is how long another event took: "na zeven maanden van strijd"."""
    entity = sentence.entity[first]
    if entity.label != "DURATION":
        return False
    last = sentence.place_of(entity)[1]
    ahead = [
        index for index in range(last, min(last + MAX_GAP + 2, len(sentence.words))) if index not in sentence.entity
    ]
    if not ahead or ahead[0] != last:
        return False
    known = lexicon().words
    return any(
        any("noun" in reading.forms for reading in known.get(sentence.low(index), ()))
        for index in (ahead if sentence.low(last) == "van" else ahead[:1])
    )


def _is_age(first: int, sentence: Sentence) -> bool:
    """Whether the length of time before word `first` is somebody's age: "een baby van negen maanden"."""
    return sentence.low(first - 1) == "van" and sentence.low(first - 2) in YOUNG_AND_OLD


def _fill_things(roles: Roles) -> None:
    """Counts of those affected, and weapons or vehicles used or hit."""
    trigger, sentence, labels = roles.trigger, roles.sentence, role_table().labels
    _fill_counted(roles)
    if is_attributive(trigger, sentence) or is_backdrop(trigger, sentence):
        return
    subject = subject_of(roles)
    _fill_specified(roles)
    _fill_antecedent(subject, roles)
    for chunk in roles.chunks:
        if chunk.preposition == "door" and sentence.low(chunk.first - 2) in BACKING:
            continue  # "gesteund door vliegtuigen"
        is_share = all(entity.label in labels["COUNT"] for entity in chunk.entities)  # "drie van onze tanks"
        things = [
            entity for entity in (chunk.of if is_share and chunk.entities else chunk.entities)
            if entity.label in labels["INSTRUMENT"]
        ]  # fmt: skip
        for entity in things:
            roles.add(_role_of_thing(chunk, subject, roles), entity)
        counts = [entity for entity in chunk.entities if entity.label in labels["COUNT"]]
        if counts and not things and not chunk.is_place and _is_affected(chunk, roles):
            for entity in counts:
                roles.add("COUNT", entity)


def _fill_counted(roles: Roles) -> None:
    """The count right before who is told of by the trigger itself: "39 oorlogsgewonden", "vijf gegijzelde boeren"."""
    trigger, sentence = roles.trigger, roles.sentence
    first = trigger.words[0]
    before = first - 2 if sentence.words[first - 1].is_mark and first > 1 else first - 1
    entity = sentence.entity.get(before)
    if entity is None or entity.label != "CARDINAL" or trigger.type not in COUNTED:
        return
    if is_attributive(trigger, sentence) or sentence.low(trigger.words[-1]).endswith(CASUALTIES):
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
    meant = object_antecedent(roles)
    if meant is not None:
        subject = meant
    if subject is None or sentence.low(clause[0]) != "die" or subject.first in clause:
        return
    for entity in (*subject.entities, *subject.of):
        is_thing = entity.label in role_table().labels["INSTRUMENT"]
        if is_thing and 0 <= clause[0] - sentence.place_of(entity)[1] <= 1 and trigger.type in STRIKES | SUFFERED:
            is_hit = is_passive(trigger, sentence) and entity.label == "VEHICLE"
            roles.add("TARGET" if is_hit else "INSTRUMENT", entity)
    if trigger.type not in COUNTED:
        return
    is_undergone = meant is not None or trigger.entry.kind == "word" or trigger.entry.group.frame in ("move", "undergo")
    if is_undergone or is_passive(trigger, sentence):
        for entity in (*subject.entities, *subject.of):
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
    is_carrying = trigger.type == "AID" and roles.sentence.low(chunk.last) == "met" and chunk.last <= trigger.words[-1]
    is_ridden = trigger.type == "DISPLACEMENT" and chunk.preposition in ("in", "op")
    if is_carrying or is_ridden or (trigger.type == "RETREAT" and chunk.preposition == "in"):
        return "INSTRUMENT"  # "vrachtwagens met voedsel", "in bussen weggebracht"
    is_subject = subject is not None and any(chunk is one for one in (subject, *roles.tied(subject)))
    if trigger.type == "DESTRUCTION" and trigger.entry.kind == "phrase" and is_subject:
        others = [one for one in plain(roles.chunks) if one is not chunk and not one.is_pronoun]
        return "INSTRUMENT" if others else "TARGET"  # "vrachtwagens zijn in brand gestoken"
    if is_subject and trigger.entry.kind == "word" and roles.sentence.low(trigger.head) in ("geraakt", "getroffen"):
        return "TARGET"  # "een schip is geraakt"
    if chunk.preposition or not trigger.is_verb:
        is_carrier = is_subject and trigger.type in STRIKES and not chunk.preposition
        return "INSTRUMENT" if is_carrier else ""
    if trigger.type in STRIKES and all(entity.label == "WEAPON" for entity in chunk.entities):
        return "INSTRUMENT"
    if trigger.type == "BOMBING":
        return "INSTRUMENT"
    parts = trigger.entry.lemma.split("|")
    is_thrown = any(part in LAUNCHING for part in parts) and parts[0] not in ("aan", "binnen", "over")
    if trigger.type in STRIKES and not is_subject and trigger.entry.kind == "verb" and not is_thrown:
        return "TARGET"
    if trigger.type == "DESTRUCTION":
        is_active = is_subject and not is_passive(trigger, roles.sentence)
        return "INSTRUMENT" if is_active and trigger.entry.group.frame == "act" else "TARGET"
    if trigger.type in STRIKES:
        is_hit = is_subject and is_passive(trigger, roles.sentence)
        return "TARGET" if is_hit else "INSTRUMENT"
    is_carried = is_subject and trigger.type in CARRIED
    is_befallen = trigger.type == "SIEGE" and is_passive(trigger, roles.sentence)
    return "INSTRUMENT" if is_carried and not is_befallen else ""


def _is_before(chunk: Chunk, trigger: Trigger) -> bool:
    """Whether the phrase stands before the event."""
    return chunk.last <= trigger.head


def _is_mount(chunk: Chunk, roles: Roles) -> bool:
    """Whether attackers ride it: "gewapende mannen op motoren"."""
    if roles.trigger.type not in ("ATTACK", "KILLING", "ABDUCTION", "CAPTURE"):
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
    if trigger.type == "INJURY" and _is_suffered(trigger, sentence):
        return not chunk.preposition  # "vier scholieren liepen brandwonden op"
    if chunk.last == trigger.head:
        return trigger.entry.kind == "word" or trigger.type in ("DETENTION", "ABDUCTION")
    is_killed = chunk.preposition == "op" and sentence.low(trigger.head).endswith(("moord", "moorden", "moordaanslag"))
    is_of = is_killed or chunk.preposition in ("van", "onder", "met")
    return is_of and 0 < chunk.first - trigger.words[-1] <= MAX_GAP + 1


def _is_suffered(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun is what people have, and not those who have it: "brandwonden", but not "zwaargewonden"."""
    low = sentence.low(trigger.head)
    return low.endswith(("wonden", "wondingen", "letsel", "letsels")) and not low.endswith("gewonden")


def _counts_things(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether what is counted is a place, a thing or another event: "twaalf posten", "elf aanvallen"."""
    if chunk.head - 1 in sentence.entity:
        return False  # "zes miljoen"
    last = sentence.low(chunk.head - 1)
    return any(last in word_classes().classes[name] for name in ("places", "buildings", "things"))
