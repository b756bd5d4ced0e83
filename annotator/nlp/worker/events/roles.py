"""Roles of an event from the entities of its sentence, by label, preposition and place around the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.chunks import Chunk, chunks_of
from annotator.nlp.worker.events.circumstances import fill_circumstances
from annotator.nlp.worker.events.factuality import is_attributive
from annotator.nlp.worker.events.second_names import first_names
from annotator.nlp.worker.events.sources import accused_of, sources_of
from annotator.nlp.worker.events.subjects import Roles, is_passive, own_words, plain, relative_after, subject_of
from annotator.nlp.worker.events.where import MAX_GAP
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.span import Argument
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger


FOUGHT = {"ATTACK": ("na", "met"), "SIEGE": ("na", "met"), "AIRSTRIKE": ("met",)}  # and what governs those of a subject
FIGHTING = frozenset({"vechten", "strijden"})
FARTHEST = 6  # words from a noun to the preposition that governs its phrase


def arguments_of(trigger: Trigger, sentence: Sentence) -> tuple[Argument, ...]:
    """The arguments of an event, each entity in one role, but for a source that tells of what it did itself."""
    if not sentence.entities:
        return ()
    skipped = frozenset(trigger.words)
    chunks = chunks_of(sentence, own_words(trigger, sentence), skipped)
    roles = Roles(trigger, sentence, chunks, first_names=first_names(sentence))
    for entity, is_self in sources_of(trigger, sentence):
        if is_self and roles.speaker is None:
            roles.speaker = entity
        roles.add("SOURCE", entity)
    roles.add("AGENT", accused_of(trigger, sentence))
    if is_attributive(trigger, sentence):
        roles.speaker = None
        _attributive(roles)
    elif trigger.entry.group.van and not trigger.is_verb:
        _noun_roles(roles)
    else:
        _verb_roles(roles)
    fill_circumstances(roles)
    return tuple(roles.found)


def _attributive(roles: Roles) -> None:
    """ "de door IS bezette stad", "gevluchte Syriërs": a doer just before, the one described just after."""
    head, group = roles.trigger.head, roles.trigger.entry.group
    for chunk in roles.chunks:
        if chunk.preposition == "door" and chunk.last == head:
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.first == head + 1:
            roles.add_all("AGENT" if group.frame == "move" else "TARGET", chunk)


def _noun_roles(roles: Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    end, van = trigger.words[-1], trigger.entry.group.van
    is_near = True
    for chunk in roles.chunks:
        if chunk.first <= end:
            continue
        if any(sentence.is_finite(index) for index in range(end + 1, chunk.first)):
            is_near = False
        role = _role_after_noun(chunk.preposition, van, is_adjoining=chunk.first - end <= MAX_GAP + 1)
        if van == "AGENT" and chunk.first == end + 1 and not chunk.preposition and _is_group(chunk):
            role = "AGENT"  # "vermist na overval Boko Haram"
        if role and is_near:
            is_doer = chunk.preposition != "van" or sentence.low(chunk.last) in ("op", "tegen")
            roles.add_all(role, chunk, with_country=role == "AGENT" and is_doer)
    _adjective_before(roles)
    _maker(roles)
    _noun_subject(roles)
    words = {sentence.low(index) for index in sentence.clause_of(trigger.head)}
    if words & word_classes().classes["passive"] and words & role_table().support["verbs"]:
        for chunk in roles.chunks:
            if chunk.preposition == "door":
                roles.add_all("AGENT", chunk, with_country=True)
    elif _governing(trigger, sentence) in FOUGHT.get(trigger.type, ()):
        subject = subject_of(roles)
        if subject is not None and not any(one.role == "AGENT" for one in roles.found):
            roles.add_all("AGENT", subject)  # "Na hevige gevechten namen de rebellen de wijk in"


def _governing(trigger: Trigger, sentence: Sentence) -> str:
    """The preposition that governs the trigger's phrase; "" where there is none near."""
    for index in range(trigger.words[0] - 1, max(-1, trigger.words[0] - 1 - FARTHEST), -1):
        low = sentence.low(index)
        if low in word_classes().classes["prepositions"] and low != "van":
            return low
        if sentence.words[index].is_mark or sentence.is_finite(index):
            return ""
    return ""


def _is_group(chunk: Chunk) -> bool:
    """Whether the phrase is the name of a group and nothing more."""
    return chunk.starts_with_name and chunk.entities[0].label in ("ORG", "NORP", "PERSON") and not chunk.of


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


def _adjective_before(roles: Roles) -> None:
    """ "Israëlische luchtaanvallen": a demonym right before names the doer, of a killing the killed."""
    entity = roles.sentence.entity.get(roles.trigger.head - 1)
    if entity is not None and entity.label in ("NORP", "ORG") and roles.trigger.entry.group.van != "TARGET":
        roles.add("AGENT", entity)


def _maker(roles: Roles) -> None:
    """Whose it is by the relative clause that follows: "het offensief dat Turkije is begonnen"."""
    sentence, clause = roles.sentence, relative_after(roles.trigger, roles.sentence)
    if not clause or roles.trigger.entry.group.van != "AGENT":
        return
    if {sentence.low(index) for index in clause} & word_classes().classes["passive"]:
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


def _noun_subject(roles: Roles) -> None:
    """The subject of the verb that carries the noun: "IS opende de aanval", "het leger krijgt klappen"."""
    table, trigger, sentence = role_table().support, roles.trigger, roles.sentence
    own = (index for index in sentence.clause_of(trigger.head) if index not in sentence.entity)
    words = {sentence.low(index) for index in own}  # "een week geleden" tells of no losses
    subject = subject_of(roles)
    suffers = words & table["undergo"] and trigger.type not in ("AID", "AIRSTRIKE")
    if trigger.entry.group.frame == "undergo" or suffers:
        if subject is not None:
            roles.add_all("TARGET", subject)
        return
    is_carried = bool(words & table["verbs"])
    if trigger.type == "AGREEMENT":
        is_carried = bool(words & table["agreeing"])
    if is_carried and not words & word_classes().classes["passive"]:
        roles.add_subject("AGENT", subject, with_country=True)


def _verb_roles(roles: Roles) -> None:
    trigger, frame = roles.trigger, roles.trigger.entry.group.frame
    passive = is_passive(trigger, roles.sentence)
    subject = subject_of(roles)
    if frame != "place":
        is_target = frame == "undergo" or (passive and frame == "act")
        has_country = not is_target and trigger.entry.kind != "phrase"
        roles.add_subject("TARGET" if is_target else "AGENT", subject, with_country=has_country)
    for chunk in roles.chunks:
        is_phrase = trigger.entry.kind == "phrase"
        is_owner = is_phrase and chunk.preposition == "van" and chunk.first > trigger.words[-1]
        if is_owner or (chunk.preposition == "door" and (passive or is_phrase)):
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.preposition == "tussen" and frame == "move":
            roles.add_all("AGENT", chunk)
        elif chunk.preposition in ("tegen", "op") and frame == "act":
            roles.add_all("TARGET", chunk)
        elif chunk.preposition in ("met", "tegen") and trigger.entry.lemma in FIGHTING:
            roles.add_all("TARGET", chunk)  # "er wordt gevochten met de Houthi's"
    if frame == "act" and not passive:
        _object(roles, subject)


def _object(roles: Roles, subject: Chunk | None) -> None:
    for chunk in plain(roles.chunks):
        if chunk is not subject and any(entity.id not in roles.used for entity in chunk.parties()):
            roles.add_all("TARGET", chunk)
            return
