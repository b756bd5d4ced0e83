"""With what and to how many an event happened: weapons and vehicles used or hit, and counts of those affected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attributive import is_attributive
from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.meant import SUFFERED, strike_before
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.relatives import object_antecedent
from annotator.nlp.worker.events.subjects import Roles, subject_of
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.where import MAX_GAP
from annotator.nlp.worker.events.words import is_doer, role_table, word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger

STRIKES = frozenset({"AIRSTRIKE", "BOMBING", "ATTACK"})
# Verbs whose object is the weapon; of other strikes the object is what they hit.
LAUNCHING = frozenset({"vuren", "lanceren", "schieten", "werpen", "gooien", "vliegen", "laten", "droppen", "vallen"})
HIT = frozenset({"getroffen", "geraakt", "verwoest", "vernield", "vernietigd", "beschadigd"})
MOVED = frozenset({"DISPLACEMENT", "AID", "ADVANCE", "RETREAT"})
HURLED = frozenset({"door"})  # before what a strike was made with
# Beginnings of the verbs whose subject is what goes off or comes down.
GOING_OFF = (
    "ontplof", "explod", "geëxplod", "insloeg", "ingeslagen", "afging", "trof", "treft", "detoneer", "sloeg", "ging",
)  # fmt: skip
SET_OFF = frozenset({"reed", "reden", "rijdt", "trapte", "trapten", "liep", "liepen", "stapte", "stuitte"})
BESIDE = frozenset({"onder", "naast", "bij", "achter", "langs"})  # where a bomb goes off that is meant for a vehicle
DRIVEN = ("auto", "wagen", "truck", "pick-up", "jeep", "taxi", "bulldozer")
USING = frozenset({"gebruikt", "gebruikten", "gebruikte", "gebruiken", "ingezet", "inzette", "inzetten", "inzet"})
BACKING = frozenset({"gesteund", "bijgestaan", "geholpen", "gevolgd", "begeleid", "beschermd", "ondersteund"})
CASUALTIES = ("gewonden", "doden", "slachtoffers", "gewonde", "dode", "lijken")
HOLDING = frozenset({"houden", "hielden", "hield", "houdt", "gehouden", "voeren", "voerden", "gevoerd"})  # a protest
ROWS = frozenset({"boord", "colonne", "konvooi", "stoet", "karavaan", "vloot"})  # of vehicles
TOLLS = ("dodental", "dodencijfer", "dodenaantal", "dodentol", "slachtofferaantal")
# Ends of what is counted and is no person.
THINGS = (
    "aanslagen", "aanvallen", "bombardementen", "milities", "bussen", "wapens", "geweren", "wagens", "voertuigen",
    "raketten", "vliegtuigen", "helikopters", "schepen", "boten", "woningen", "gebouwen", "bommen", "partijen",
    "brigades", "konvooien",
)  # fmt: skip
CARRIED = frozenset(
    {"DISPLACEMENT", "AID", "KILLING", "ADVANCE", "SIEGE", "RETREAT"}
)  # what vehicles do as their subject
COUNTED = frozenset({"KILLING", "INJURY", "DISPLACEMENT", "DETENTION", "ABDUCTION", "SURRENDER", "RETREAT"})


def fill_things(roles: Roles) -> None:
    """Counts of those affected, and weapons or vehicles used or hit."""
    trigger, sentence, labels = roles.trigger, roles.sentence, role_table().labels
    _fill_counted(roles)
    if is_attributive(trigger, sentence) or is_backdrop(trigger, sentence):
        carrier = sentence.entity.get(trigger.head - 2)
        is_carried = trigger.type == "DISPLACEMENT" and sentence.low(trigger.head - 1) == "met"
        if is_carried and carrier is not None and carrier.label == "VEHICLE":
            roles.add("INSTRUMENT", carrier)  # "een bus met vluchtende boeren"
        return
    subject = subject_of(roles)
    _fill_specified(roles)
    _fill_antecedent(subject, roles)
    is_backing = False
    for chunk in roles.chunks:
        is_backing = chunk.preposition == "door" and (
            sentence.low(chunk.first - 2) in BACKING or (is_backing and sentence.low(chunk.first - 1) == "en")
        )
        if is_backing:
            continue  # "gesteund door vliegtuigen en schepen"
        is_share = all(entity.label in labels["COUNT"] for entity in chunk.entities)  # "drie van onze tanks"
        is_row = sentence.low(chunk.head - 1) in ROWS and trigger.type in MOVED
        things = [
            entity for entity in (chunk.of if (is_share and chunk.entities) or is_row else chunk.entities)
            if entity.label in labels["INSTRUMENT"]
        ]  # fmt: skip
        for entity in things:
            role = _role_of_thing(chunk, subject, roles)
            is_bomb = trigger.type == "BOMBING" and chunk.preposition in BESIDE and entity.label == "WEAPON"
            roles.add("INSTRUMENT" if is_bomb and role else role, entity)
        counts = [entity for entity in chunk.entities if entity.label in labels["COUNT"]]
        if counts and not things and not chunk.is_place and _is_affected(chunk, roles):
            for entity in counts:
                roles.add("COUNT", entity)
    if trigger.type in SUFFERED and "INSTRUMENT" not in roles.given():
        _fill_cause(roles)


def _fill_cause(roles: Roles) -> None:
    """What killed or destroyed, by the strike told beside it: "elf mensen stierven toen een raket hun huis trof"."""
    trigger, sentence = roles.trigger, roles.sentence
    told = [index for index in strike_before(trigger, sentence) if not sentence.words[index].is_mark]
    if told and sentence.low(told[-1] + 1) == ";":
        return  # may be about another
    if not told:
        after = sentence.clause_of(trigger.head)[-1] + 1
        after += sentence.low(after) == ","
        told = list(sentence.clause_of(after)) if sentence.low(after) in ("toen", "nadat", "doordat") else []
    goes_off = any(sentence.low(index).startswith(GOING_OFF) for index in told)
    is_set_off = any(sentence.low(index) in SET_OFF for index in told)  # "toen hun jeep op een bermbom reed"
    for chunk in chunks_of(sentence, tuple(told), frozenset()):
        is_trodden = is_set_off and chunk.preposition == "op"
        if chunk.preposition in HURLED or is_trodden or (goes_off and not chunk.preposition):
            for entity in chunk.entities:
                is_used = entity.label == "WEAPON" or (entity.label == "VEHICLE" and chunk.preposition != "met")
                roles.add("INSTRUMENT" if is_used else "", entity)
            if chunk.entities and chunk.entities[0].label in ("WEAPON", "VEHICLE"):
                return


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
    before = sentence.entity.get(clause[0] - 1)
    if sentence.low(clause[0]) == "waarmee" and before is not None and before.label in ("WEAPON", "VEHICLE"):
        roles.add("INSTRUMENT" if trigger.type in STRIKES | SUFFERED else "", before)  # "raketten waarmee X vuurt"
    meant = object_antecedent(roles)
    if meant is not None:
        subject = meant
    if subject is None or subject.first in clause:
        return
    if sentence.low(clause[0]) != "die":
        _fill_shared(subject, roles)
        return
    for entity in (*subject.entities, *subject.of):
        is_thing = entity.label in role_table().labels["INSTRUMENT"]
        is_beside = 0 <= clause[0] - sentence.place_of(entity)[1] <= 1
        if is_thing and is_beside and trigger.type in STRIKES | SUFFERED | CARRIED:
            is_hit = is_passive(trigger, sentence) and entity.label == "VEHICLE" and trigger.type not in MOVED
            roles.add("TARGET" if is_hit else "INSTRUMENT", entity)
    if trigger.type not in COUNTED:
        return
    is_undergone = meant is not None or trigger.entry.kind == "word" or trigger.entry.group.frame in ("move", "undergo")
    if is_undergone or is_passive(trigger, sentence):
        for entity in (*subject.entities, *subject.of):
            if entity.label in role_table().labels["COUNT"] and not _counts_things(subject, sentence):
                roles.add("COUNT", entity)


def _fill_shared(subject: Chunk, roles: Roles) -> None:
    """The count of those whom another clause names: "elf mannen stapten uit en zijn meegenomen"."""
    trigger = roles.trigger
    is_undergone = trigger.entry.kind == "word" or trigger.entry.group.frame in ("move", "undergo")
    if trigger.type not in COUNTED or not (is_undergone or is_passive(trigger, roles.sentence)):
        return
    own = (roles.sentence.entity.get(index) for index in roles.sentence.clause_of(trigger.head))
    is_other = any(one is not None and one.label in role_table().labels["COUNT"] for one in own)
    if is_other or any(roles.sentence.words[at].text == ";" for at in range(subject.last, trigger.head)):
        return
    for entity in subject.entities:
        if entity.label in role_table().labels["COUNT"] and not _counts_things(subject, roles.sentence):
            roles.add("COUNT", entity)


def _role_of_thing(chunk: Chunk, subject: Chunk | None, roles: Roles) -> str:
    """INSTRUMENT for what is used, TARGET for what is destroyed or hit, "" for neither."""
    trigger = roles.trigger
    by_kind = _role_by_kind(chunk, trigger, roles.sentence)
    by_preposition = _role_by_preposition(chunk, roles) if by_kind is None else by_kind
    if by_preposition or by_kind is not None:
        return by_preposition
    is_subject = subject is not None and any(chunk is one for one in (subject, *roles.tied(subject)))
    if trigger.type == "DESTRUCTION" and trigger.entry.kind == "phrase" and is_subject:
        others = [one for one in plain(roles.chunks) if one is not chunk and not one.is_pronoun]
        return "INSTRUMENT" if others else "TARGET"  # "vrachtwagens zijn in brand gestoken"
    if is_subject and trigger.entry.kind == "word" and roles.sentence.low(trigger.head) in ("geraakt", "getroffen"):
        return "TARGET"  # "een schip is geraakt"
    if is_subject and not trigger.is_verb and _strikes_subject(trigger, roles.sentence):
        return "TARGET"
    if not chunk.preposition and not trigger.is_verb and USING & roles.sentence.lows_of(trigger.head):
        is_near = "bij" in {roles.sentence.low(trigger.words[0] - back) for back in (1, 2, 3)}
        return "INSTRUMENT" if is_near else ""  # "gebruikten drones bij de aanval"
    if chunk.preposition or not trigger.is_verb:
        is_bringing = trigger.type == "AID" and all(entity.label != "WEAPON" for entity in chunk.entities)
        is_carrier = is_subject and (trigger.type in STRIKES or is_bringing) and not chunk.preposition
        return "INSTRUMENT" if is_carrier else ""
    if trigger.type in STRIKES and all(entity.label in ("WEAPON", "CARDINAL") for entity in chunk.entities):
        return "INSTRUMENT"  # "vier raketten zijn ingeslagen"
    if trigger.type == "BOMBING":
        is_object = not is_subject and trigger.entry.lemma in ("treffen", "raken") and not chunk.preposition
        return "TARGET" if is_object else "INSTRUMENT"
    parts = trigger.entry.lemma.split("|")
    is_thrown = any(part in LAUNCHING for part in parts) and parts[0] not in ("aan", "binnen", "over")
    is_shot_at = trigger.entry.kind == "verb" or trigger.entry.lemma.startswith("onder vuur")
    if trigger.type in STRIKES and not is_subject and is_shot_at and not is_thrown:
        return "TARGET"
    if trigger.type == "DESTRUCTION":
        is_active = is_subject and not is_passive(trigger, roles.sentence)
        return "INSTRUMENT" if is_active and trigger.entry.group.frame == "act" else "TARGET"
    if trigger.type in STRIKES:
        is_hit = is_subject and is_passive(trigger, roles.sentence)
        return "TARGET" if is_hit else "INSTRUMENT"
    is_cargo = trigger.type == "AID" and all(entity.label == "WEAPON" for entity in chunk.entities)
    is_carried = is_subject and trigger.type in CARRIED and not is_cargo
    is_befallen = trigger.type == "SIEGE" and is_passive(trigger, roles.sentence)
    return "INSTRUMENT" if is_carried and not is_befallen else ""


def _role_by_kind(chunk: Chunk, trigger: Trigger, sentence: Sentence) -> str | None:
    """The role that the kind of event and of thing alone tell; None where they do not."""
    is_vehicle = all(entity.label in ("VEHICLE", "CARDINAL") for entity in chunk.entities)
    is_told_of = not trigger.is_verb and sentence.low(trigger.words[-1]).endswith(CASUALTIES)
    if is_vehicle and trigger.type == "INJURY" and is_told_of and chunk.preposition != "door":
        return ""  # "bracht met een schip elf gewonden over"
    if is_vehicle and trigger.type == "OTHER":
        return "TARGET" if chunk.preposition in ("", "van") else ""  # "een botsing van helikopters"
    if trigger.type == "INJURY" and trigger.entry.lemma == "krijgen" and not chunk.preposition:
        return "INSTRUMENT"  # "kreeg een kogel in zijn been"
    return None


def _role_by_preposition(chunk: Chunk, roles: Roles) -> str:
    """The role of a thing that its preposition tells: "met raketten", "in bussen", "een aanslag op een bus"."""
    trigger, sentence = roles.trigger, roles.sentence
    before = {sentence.low(index) for index in range(max(0, chunk.first - 4), chunk.first)}
    is_of = chunk.preposition == "van" and (not trigger.is_verb or trigger.entry.lemma.startswith("onder vuur"))
    is_ridden_by = (
        is_doer(sentence.low(chunk.first - 2)) or sentence.low(chunk.first - 2) in role_table().words["people"]
    )
    is_mount = chunk.preposition in ("op", "in") and _is_mount(chunk, roles)
    is_mount = is_mount and (is_ridden_by or _is_before(chunk, trigger))
    is_load = trigger.type == "AID" and not trigger.is_verb and chunk.first - trigger.words[-1] > MAX_GAP + 1
    if is_load and chunk.preposition in ("met", "door"):
        return ""  # "een hulpkonvooi werd onderweg met drones bestookt"
    if not chunk.preposition and sentence.low(trigger.head - 1) == "tot" and trigger.type == "BOMBING":
        return "INSTRUMENT"  # "bracht een bom tot ontploffing"
    if _is_among_hit(chunk, roles):
        return "TARGET"
    if is_mount or is_of or chunk.preposition in ("per", "met", "door") or "boord" in before:
        return "INSTRUMENT"
    is_carrying = trigger.type == "AID" and sentence.low(chunk.last) == "met" and chunk.last <= trigger.words[-1]
    is_ridden = trigger.type == "DISPLACEMENT" and chunk.preposition in ("in", "op")
    is_ridden = is_ridden or (trigger.type in ("ABDUCTION", "DETENTION") and chunk.preposition == "in")
    if is_carrying or is_ridden or (trigger.type == "RETREAT" and chunk.preposition in ("in", "op")):
        return "INSTRUMENT"  # "vrachtwagens met voedsel", "in bussen weggebracht"
    if trigger.type == "BOMBING" and chunk.preposition == "in" and "zich" in sentence.lows_of(trigger.head):
        return "INSTRUMENT" if sentence.low(chunk.head - 1).endswith(DRIVEN) else ""  # "blies zich op in een auto"
    if trigger.type not in STRIKES or not any(entity.label == "VEHICLE" for entity in chunk.entities):
        return ""
    if chunk.preposition == "vanuit":
        return "INSTRUMENT"
    goes_off = trigger.type == "BOMBING" and trigger.is_verb  # "ontplofte op een motor"
    if goes_off and chunk.preposition in BESIDE:
        return "TARGET"  # "een bom ging af onder hun auto"
    return "TARGET" if chunk.preposition in ("op", "tegen") and not goes_off else ""


def _is_among_hit(chunk: Chunk, roles: Roles) -> bool:
    """Whether the vehicles are of those who are struck: "een patrouille met twee jeeps werd beschoten"."""
    if chunk.preposition != "met" or roles.trigger.type not in STRIKES or not is_passive(roles.trigger, roles.sentence):
        return False
    subject = subject_of(roles)
    is_beside = subject is not None and subject.last == chunk.first - 1
    return is_beside and all(entity.label in ("VEHICLE", "CARDINAL") for entity in chunk.entities)


def _strikes_subject(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun is what befell the subject: "een bus werd door een luchtaanval getroffen"."""
    words = sentence.lows_of(trigger.head)
    near = {sentence.low(index) for index in range(trigger.words[0] - 3, trigger.words[0])}
    return "door" in near and bool(words & HIT) and bool(words & word_classes().classes["passive"])


def _is_before(chunk: Chunk, trigger: Trigger) -> bool:
    """Whether the phrase stands before the event."""
    return chunk.last <= trigger.head


def _is_mount(chunk: Chunk, roles: Roles) -> bool:
    """Whether attackers ride it: "gewapende mannen op motoren"."""
    if roles.trigger.type not in ("ATTACK", "KILLING", "ABDUCTION", "CAPTURE", "BOMBING"):
        return False
    return any(
        roles.sentence.low(index).startswith(("motor", "pick", "brommer", "terreinwagen", "kano", "bootje"))
        for index in range(chunk.first, chunk.last)
    )


def _is_affected(chunk: Chunk, roles: Roles) -> bool:
    """Whether the phrase counts people of this event: around the verb, or tied to the noun itself."""
    trigger, sentence = roles.trigger, roles.sentence
    if _counts_things(chunk, sentence):
        return False
    if trigger.is_verb:
        is_whole = chunk.preposition == "van" and chunk.first - 1 == sentence.clause_of(trigger.head)[0]
        if is_whole:
            return False  # "van de elf bewoners is de helft gevlucht"
        return chunk.preposition in ("", "aan", "onder", "tegen", "met", "van")
    if trigger.type == "PROTEST" and HOLDING & sentence.lows_of(trigger.head) and chunk is subject_of(roles):
        return True  # "honderden boeren hielden een mars"
    if trigger.type == "INJURY" and _is_suffered(trigger, sentence):
        return not chunk.preposition  # "vier scholieren liepen brandwonden op"
    if chunk.last == trigger.head:
        return trigger.entry.kind == "word" or trigger.type in ("DETENTION", "ABDUCTION")
    if _is_toll(trigger, sentence) and chunk.preposition in ("op", "tot", "naar", "boven", "van"):
        return True  # "het aantal doden komt op elf"
    is_killed = chunk.preposition == "op" and sentence.low(trigger.head).endswith(("moord", "moorden", "moordaanslag"))
    is_of = is_killed or chunk.preposition in ("van", "onder", "met")
    return is_of and 0 < chunk.first - trigger.words[-1] <= MAX_GAP + 1


def _is_toll(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun is a number of victims itself: "het dodental", "het aantal gewonden"."""
    low = sentence.low(trigger.head)
    return low.endswith(TOLLS) or sentence.low(trigger.words[0] - 1) in ("aantal", "tal", "totaal")


def _is_suffered(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun is what people have, and not those who have it: "brandwonden", but not "zwaargewonden"."""
    low = sentence.low(trigger.head)
    return low.endswith(("wonden", "wondingen", "letsel", "letsels")) and not low.endswith("gewonden")


def _counts_things(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether what is counted is a place, a thing or another event: "twaalf posten", "elf aanvallen"."""
    if chunk.head - 1 in sentence.entity:
        return False  # "zes miljoen"
    last = sentence.low(chunk.head - 1)
    if last.endswith(THINGS):
        return True
    return any(last in word_classes().classes[name] for name in ("places", "buildings", "things"))


def is_backdrop(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun only dates something else: "sinds het begin van het offensief"."""
    return not trigger.is_verb and any(
        sentence.low(index) == "van"
        and sentence.low(index - 1)
        in ("begin", "start", "uitbreken", "aanvang", "einde", "eind", "vooravond", "nasleep")
        and not any(between in sentence.entity for between in range(index, trigger.words[0]))
        for index in range(max(1, trigger.words[0] - 4), trigger.words[0])
    )
