"""Roles of an event that a noun tells: by the prepositions behind it, its adjective and the verb that carries it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.misplaced import rules
from annotator.nlp.worker.events.outlook import noun_preposition
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.relatives import POSSESSIVES, relative_after
from annotator.nlp.worker.events.subjects import Roles, subject_of
from annotator.nlp.worker.events.things import CASUALTIES, STRIKES
from annotator.nlp.worker.events.where import MAX_GAP
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger

FOUGHT = {
    "ATTACK": ("na", "met", "zonder"),
    "SIEGE": ("na", "met"),
    "AIRSTRIKE": ("met",),
    "BOMBING": ("met",),
    "CAPTURE": ("met",),
}  # and what governs those of a subject
# What describes an attack as somebody's.
LEADING = frozenset(
    {"geleide", "uitgevoerde", "opgeëiste", "gelanceerde", "ingezette", "georganiseerde", "gepleegde", "geopende",
     "aangevoerde", "gestarte", "ontketende", "gevoerde", "afgekondigde", "aangekondigde", "gesteunde", "beraamde"}
)  # fmt: skip
DEEDS = ("aanval", "aanvallen", "offensief", "oorlog", "opmars", "campagne", "operatie")
LOSSES = ("verlies", "val", "overgave")
APART = frozenset(
    {"over", "na", "tijdens", "sinds", "voor"}
)  # whose noun the verb does not tell of: "kreeg de leiding over"
# What one does who takes part: "doet mee aan de strijd".
PART = frozenset(
    {"deel", "deelgenomen", "deelnemen", "deelnam", "deelnamen", "deelneemt", "mee", "meedoen", "meedoet", "meedeed",
     "meededen", "meegedaan", "bijgedragen", "bijdragen"}
)  # fmt: skip
# With "op" it is claimed; else another is to do it.
DEMANDING = frozenset({"eist", "eisen", "eiste", "eisten"})
STOPPING = frozenset(
    {"vertragen", "stuiten", "tegenhouden", "afslaan", "verijdelen", "voorkomen", "verhinderen", "breken", "afwenden",
     "doorbreken", "beletten", "keren", "afremmen", "neerslaan", "afweren"}
)  # fmt: skip
MEDIATORS = ("gezant", "gezanten", "gezante", "bemiddelaar", "bemiddelaars", "diplomaat", "diplomaten")
LURING = frozenset({"lokt", "lokken", "lokte", "lokten", "gelokt"})
RUNNING_INTO = frozenset(
    {"liep", "liepen", "gelopen", "lopen", "reed", "reden", "gereden", "rijden", "viel", "vielen", "gevallen",
     "belandde", "belandden", "beland", "terechtkwam", "terechtkwamen", "terechtgekomen", "terecht", "getrapt"}
)  # fmt: skip
DYING = frozenset(
    {"sneuvelde", "sneuvelden", "gesneuveld", "omgekomen", "omkwam", "omkwamen", "stierf", "stierven", "om"}
)
WALKING = frozenset({"liep", "liepen", "loopt", "lopen", "trok", "trokken", "trekt", "trekken", "meegelopen", "mee"})
WANTING = frozenset({"wil", "willen", "wilde", "wilden", "wou"})
FARTHEST = 6  # words from a noun to the preposition that governs its phrase


def fill_noun_roles(roles: Roles) -> None:
    """Fills the roles of a trigger that is a noun, from the phrases around it, into `roles`."""
    trigger, sentence = roles.trigger, roles.sentence
    end, van, given = trigger.words[-1], trigger.entry.group.van, roles.given()
    is_near = True
    for chunk in roles.chunks:
        if chunk.first <= end or chunk.is_attribute:
            continue
        if any(_ends_phrase(index, sentence) for index in range(end + 1, chunk.first)):
            is_near = False
        role = _role_after_noun(chunk.preposition, van, is_adjoining=chunk.first - end <= MAX_GAP + 1)
        role = "" if _is_no_party(chunk, trigger) else role
        if van == "AGENT" and chunk.first == end + 1 and not chunk.preposition and _is_group(chunk):
            role = "AGENT"  # "vermist na overval Boko Haram"
        if role and is_near:
            is_doer = (
                chunk.preposition != "van" or sentence.low(chunk.last) in ("op", "tegen") or _is_of_state(chunk, roles)
            )
            roles.add_all(role, chunk, with_country=role == "AGENT" and is_doer)
    _leader_before(roles)
    _adjective_before(roles)
    is_owned = "AGENT" in roles.given() - given and trigger.type != "AGREEMENT"  # "beval de aftocht van de Fransen"
    _loser(roles)
    _owner_before(roles)
    _maker(roles)
    _partners(roles)
    _noun_subject(roles, is_owned=is_owned)
    _killers(roles)
    words = sentence.lows_of(trigger.head)
    is_told = words & (word_classes().classes["passive"] | word_classes().classes["being"])
    if is_told and words & role_table().support["verbs"]:
        for chunk in roles.chunks:
            if chunk.preposition == "door":
                roles.add_all("AGENT", chunk, with_country=True)
    elif (
        _governing(trigger, sentence) in FOUGHT.get(trigger.type, ())
        and not any(
            chunk.preposition == "van" and chunk.first == end + 2 and not (chunk.is_time or _is_taken(chunk, trigger))
            for chunk in roles.chunks
        )
        and not words & word_classes().classes["passive"]
    ):
        subject = subject_of(roles)
        if subject is not None and not any(one.role == "AGENT" for one in roles.found):
            roles.add_all("AGENT", subject, with_country=True)  # "Na hevige gevechten namen de rebellen de wijk in"


def _ends_phrase(index: int, sentence: Sentence) -> bool:
    """Whether the word is the clause's verb, and not the participle of "is een offensief begonnen tegen X"."""
    is_closing = sentence.low(index) == "begonnen" and sentence.lows_of(index) & word_classes().classes["being"]
    return sentence.is_finite(index) and not is_closing


def _is_taken(chunk: Chunk, trigger: Trigger) -> bool:
    """Whether it is the place that the noun tells is taken: "met de inname van X"."""
    return trigger.type == "CAPTURE" and chunk.names_place()


def _is_no_party(chunk: Chunk, trigger: Trigger) -> bool:
    """Whether it is what they had or which way they went: "een aanval met drones", "een mars door X"."""
    if chunk.preposition == "door":
        return trigger.type in ("PROTEST", "ADVANCE") and chunk.names_place()
    return chunk.preposition == "met" and _holds_thing(chunk)


def _killers(roles: Roles) -> None:
    """Who strikes, and who is struck, by who kills or dies of it: "het leger doodde bij een aanval elf rebellen"."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.type not in STRIKES or _governing(trigger, sentence) not in ("bij", "met", "tijdens"):
        return
    words, classes = sentence.lows_of(trigger.head), word_classes().classes
    is_killing = any(_kills(word) for word in words)
    if not is_killing and not words & DYING:
        return
    subject = subject_of(roles)
    is_undergone = not is_killing or bool(words & classes["passive"])
    is_undergone = is_undergone or (bool(words & classes["being"]) and not words & classes["having"])
    if subject is not None and is_undergone:
        roles.add_all("TARGET", subject)  # "bij de gevechten sneuvelden strijders van X"
    elif subject is not None and "AGENT" not in roles.given():
        roles.add_all("AGENT", subject, with_country=True)
    if subject is not None and not is_undergone:
        for chunk in plain(roles.chunks):
            if chunk.first >= subject.last and not roles.given() & {"TARGET"}:
                roles.add_all("TARGET", chunk)  # "doodde bij een luchtaanval rebellenleider X"


@cache
def _kills(word: str) -> bool:
    """Whether the word is a verb of killing with an object, and is not said of those who die."""
    readings = lexicon().words.get(word, ())
    return any(
        one.type == "KILLING" and one.entry.kind == "verb" and one.entry.group.frame == "act" for one in readings
    )


def _governing(trigger: Trigger, sentence: Sentence) -> str:
    """The preposition that governs the trigger's phrase; "" where there is none near."""
    for index in range(trigger.words[0] - 1, max(-1, trigger.words[0] - 1 - FARTHEST), -1):
        low = sentence.low(index)
        if low in word_classes().classes["prepositions"] and low != "van":
            return low
        if sentence.words[index].is_mark or sentence.is_finite(index):
            return ""
    return ""


def _is_of_state(chunk: Chunk, roles: Roles) -> bool:
    """Whether the noun is what a country does: "de aanval van Rusland", but not "de invasie van Oekraïne"."""
    country = chunk.country()
    is_deed = roles.sentence.low(roles.trigger.head).endswith(DEEDS)
    return country is not None and is_deed and rules(country, roles.sentence)


def _is_group(chunk: Chunk) -> bool:
    """Whether the phrase is the name of a group and nothing more."""
    return chunk.starts_with_name and not chunk.of and chunk.entities[0].label in ("ORG", "NORP", "PERSON")


def _role_after_noun(preposition: str, van: str, *, is_adjoining: bool) -> str:
    match preposition:
        case "door" | "tussen":
            return "AGENT"
        case "tegen" | "op":
            return "TARGET"
        case "onder":
            return "TARGET" if van == "TARGET" else ""  # "een slachting onder de Hazara's"
        case "met":
            return "AGENT" if van == "AGENT" else ""
        case "van":
            return ("TARGET" if van == "PLACE" else van) if is_adjoining else ""
    return ""


def _leader_before(roles: Roles) -> None:
    """ "de door Hamas geleide aanval": who did it is named in an attribute before the noun."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.entry.group.van != "AGENT" or sentence.low(trigger.head - 1) not in LEADING:
        return
    for chunk in roles.chunks:
        if chunk.preposition == "door" and 0 <= trigger.head - 1 - chunk.last <= 1:
            roles.add_all("AGENT", chunk, with_country=True)


def _adjective_before(roles: Roles) -> None:
    """ "Israëlische luchtaanvallen": a demonym right before names the doer, of a killing the killed."""
    entity = roles.sentence.entity.get(roles.trigger.head - 1)
    if entity is not None and entity.label in ("NORP", "ORG") and roles.trigger.entry.group.van != "TARGET":
        roles.add("AGENT", entity)


def _loser(roles: Roles) -> None:
    """Whose loss it is: "voor IS is het verlies van de stad een dreun"."""
    trigger = roles.trigger
    if trigger.type != "CAPTURE" or not roles.sentence.low(trigger.head).endswith(LOSSES):
        return
    for chunk in roles.chunks:
        if chunk.preposition == "voor" and chunk.last <= trigger.head:
            roles.add_all("TARGET", chunk, with_country=True)


def _owner_before(roles: Roles) -> None:
    """Whose it is by a pronoun before it that means the subject: "hebben zich na hun vertrek ingegraven"."""
    trigger, sentence = roles.trigger, roles.sentence
    first = trigger.words[0]
    owner = next((index for index in (first - 1, first - 2) if sentence.low(index) in POSSESSIVES), -1)
    if owner < 0 or trigger.entry.group.van != "AGENT":
        return
    if owner == first - 2 and not sentence.low(first - 1).endswith("e"):
        return
    others = [index for index in sentence.clause_of(trigger.head) if index != owner and sentence.is_finite(index)]
    subject = subject_of(roles)
    if others and subject is not None and subject.last <= owner:  # "zijn" may be the verb
        roles.add_all("AGENT", subject, with_country=True)


def _partners(roles: Roles) -> None:
    """Who an agreement is between or with: "hebben met Damascus een bestand gesloten", "een akkoord tussen"."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.type != "AGREEMENT":
        return
    after = chunks_of(sentence, relative_after(trigger, sentence), frozenset())
    words = {sentence.low(index) for index in (*sentence.clause_of(trigger.head), *relative_after(trigger, sentence))}
    is_carried = bool(words & role_table().support["agreeing"])
    for chunk in (*roles.chunks, *after):
        if chunk.preposition == "tussen" or (chunk.preposition == "met" and is_carried):
            roles.add_all("AGENT", chunk, with_country=True)


def _maker(roles: Roles) -> None:
    """Whose it is by the relative clause that follows: "het offensief dat Turkije is begonnen"."""
    sentence, clause = roles.sentence, relative_after(roles.trigger, roles.sentence)
    if not clause or roles.trigger.entry.group.van != "AGENT":
        return
    words = {sentence.low(index) for index in clause}
    if words & word_classes().classes["passive"]:
        for chunk in chunks_of(sentence, clause, frozenset()):
            if chunk.preposition == "door" and words & role_table().support["verbs"]:
                roles.add_all("AGENT", chunk, with_country=True)  # "de aanslag, die door X werd opgeëist"
        return
    last = clause[0] + 1
    chunks = chunks_of(sentence, clause, frozenset())
    for chunk in chunks:
        if chunk.preposition in ("tegen", "op"):
            roles.add_all("TARGET", chunk)
    for chunk in chunks:
        if chunk.preposition or chunk.first != last:
            break
        roles.add_all("AGENT", chunk, with_country=True)
        last = chunk.last + 1 if sentence.low(chunk.last) == "en" else -1


def _noun_subject(roles: Roles, *, is_owned: bool) -> None:
    """The subject of the verb that carries the noun: "IS opende de aanval", "het leger krijgt klappen".

    `is_owned`: who does it is named with the noun itself.
    """
    table, trigger, sentence = role_table().support, roles.trigger, roles.sentence
    own = (index for index in sentence.clause_of(trigger.head) if index not in sentence.entity)
    words = {sentence.low(index) for index in own}  # "een week geleden" tells of no losses
    subject = subject_of(roles)
    suffers = (
        words & table["undergo"]
        and trigger.type not in ("AID", "AIRSTRIKE")
        and _governing(trigger, sentence) not in APART
    )
    if trigger.entry.group.frame == "undergo" or suffers:
        is_share = "onder" in (sentence.low(index) for index in range(trigger.head - 4, trigger.head))
        is_treated = sentence.low(trigger.words[-1]).endswith(CASUALTIES) and not suffers and not is_share
        if subject is not None and not is_treated:  # "artsen verzorgden elf gewonden"
            roles.add_all("TARGET", subject)
        return
    if trigger.type == "AGREEMENT" and subject is not None and _mediates(subject, sentence):
        return  # "de gezant praat over een bestand"
    is_carried = bool(words & table["verbs"] - (DEMANDING if "op" not in words else frozenset()))
    if trigger.type == "AGREEMENT":
        is_carried = bool(words & table["agreeing"]) and not words & {"toezicht", "toezien", "toeziet"}
        if not is_carried and words & WANTING and subject is not None and subject.country() is None:
            roles.add_all("AGENT", subject)  # "de taliban willen een bestand", but not who is no party to it
    if trigger.type == "CAPTURE" and words & role_table().words["losing"]:
        _lost(roles, subject)
        return
    if _is_part_taken(trigger, sentence):
        roles.add_subject("AGENT", subject, with_country=True)
    if _is_to_be_stopped(trigger, sentence) or _ambushed(roles, subject):
        return
    if "verantwoordelijk" in words:
        return  # "hield de militie verantwoordelijk voor de aanval"
    is_where = subject is not None and subject.country() is not None and subject.first == trigger.words[-1] + 1
    if is_where:
        return  # "Evacuatie Aleppo stilgelegd"
    before = sentence.entity.get(trigger.words[0] - 1)
    is_dated = before is not None and before.label in role_table().labels["TIME"]  # "voert sinds mei aanvallen uit"
    is_apart = trigger.type != "AGREEMENT" and not is_dated
    is_apart = is_apart and noun_preposition(trigger, sentence) in ("na", "sinds", "tijdens")
    if is_carried and not is_owned and not is_apart and not words & word_classes().classes["passive"]:
        roles.add_subject("AGENT", subject, with_country=True)


def _is_to_be_stopped(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether another is to end what the noun tells: "om de opmars naar X te stuiten"."""
    near = range(trigger.words[-1] + 1, min(trigger.words[-1] + FARTHEST, len(sentence.words)))
    return any(sentence.low(index) in STOPPING and sentence.low(index - 1) == "te" for index in near)


def _ambushed(roles: Roles, subject: Chunk | None) -> bool:
    """Whether the clause tells who ran into an ambush or lured others into it; gives them their roles."""
    trigger, words = roles.trigger, roles.sentence.lows_of(roles.trigger.head)
    is_trap = roles.sentence.low(trigger.head).startswith("hinderla") and _governing(trigger, roles.sentence) == "in"
    if not is_trap or subject is None or not words & (RUNNING_INTO | LURING):
        return False
    is_lured = bool(words & LURING)
    roles.add_all("AGENT" if is_lured else "TARGET", subject)
    for chunk in plain(roles.chunks) if is_lured else ():
        if chunk.first > subject.last:
            roles.add_all("TARGET", chunk)
    return True


def _mediates(subject: Chunk, sentence: Sentence) -> bool:
    """Whether who talks of an agreement is no party to it: "de Britse gezant X"."""
    return any(sentence.low(index).endswith(MEDIATORS) for index in range(subject.first, subject.last))


def _lost(roles: Roles, subject: Chunk | None) -> None:
    """ "Het leger verloor de controle over de stad aan de Karen": who loses it, and to whom."""
    if subject is not None:
        roles.add_all("TARGET", subject, with_country=True)
    for chunk in roles.chunks:
        if chunk.preposition == "aan":
            roles.add_all("AGENT", chunk, with_country=True)


def _is_part_taken(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the subject takes part in what the noun tells, or is ready for it: "waren betrokken bij de aanval"."""
    words = sentence.lows_of(trigger.head)
    match _governing(trigger, sentence):
        case "aan":
            return bool(words & PART) and "niet" not in words
        case "bij":
            return bool(words & {"betrokken", "gebruikten", "gebruikte", "gebruikt", "gebruiken"})
        case "voor":
            return bool(words & {"klaar", "gereed"})
        case "in" if trigger.type == "PROTEST":
            return bool(words & WALKING)
        case "in":
            return bool(words & {"mengt", "mengde", "mengen", "mengden", "gemengd"}) and "zich" in words
    return False


def _holds_thing(chunk: Chunk) -> bool:
    """Whether a weapon or vehicle is what the phrase is about, and not a ship by its name."""
    return any(entity.label in ("WEAPON", "VEHICLE") and entity.id not in chunk.named for entity in chunk.entities)
