"""Roles of an event from the entities of its sentence, by label, preposition and place around the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attributive import is_attributive, is_state
from annotator.nlp.worker.events.blame import accused_of
from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.circumstances import fill_circumstances
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.noun_roles import LEADING, fill_noun_roles
from annotator.nlp.worker.events.parts import own_words
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.relatives import object_antecedent
from annotator.nlp.worker.events.second_names import first_names
from annotator.nlp.worker.events.sources import claims, sources_of
from annotator.nlp.worker.events.subjects import (
    Roles,
    subject_of,
)
from annotator.nlp.worker.events.things import BACKING, CASUALTIES, STRIKES
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.words import is_doer

if TYPE_CHECKING:
    from annotator.core.span import Argument
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger


FIGHTING = frozenset({"vechten", "strijden"})
BREACHED = ("linie", "linies", "verdediging", "omsingeling", "blokkade", "verdedigingslinie", "verdedigingslinies")
OWNED = frozenset({"huis", "huizen", "woning", "woningen", "winkels", "boerderijen", "akkers", "hutten"})
MOSTLY = frozenset({"vooral", "voornamelijk", "hoofdzakelijk", "overwegend", "grotendeels"})
HAVING = frozenset(
    {"heeft", "hebben", "had", "hadden", "krijgt", "krijgen", "kreeg", "kregen", "houdt", "hield", "hielden"}
)
GIVING_UP = frozenset({"prijs|geven", "verliezen", "kwijt|raken", "op|geven", "af|staan"})
LONGEST_PARTICLE = 7  # letters of a participle among which its "ge" begins
SIDES = frozenset({"kant", "zijde", "zijden", "kanten"})
# Verbs with which "in handen" is not said of who takes it.
FALLING = frozenset(
    {"viel", "vielen", "valt", "vallen", "gevallen", "kwam", "kwamen", "komt", "komen", "gekomen", "raakte"}
)


def arguments_of(trigger: Trigger, sentence: Sentence) -> tuple[Argument, ...]:
    """The arguments of an event, each entity in one role, but for a source that tells of what it did itself."""
    if not sentence.entities and sentence.heading is None and sentence.caption is None:
        return ()
    skipped = frozenset(trigger.words)
    chunks = chunks_of(sentence, own_words(trigger, sentence), skipped)
    roles = Roles(trigger, sentence, chunks, first_names=first_names(sentence))
    told = tuple(sources_of(trigger, sentence))
    roles.speaker = next((entity for entity, is_self in told if is_self), None)
    for entity, is_self in told:
        roles.add("SOURCE", entity)
        if is_self and claims(trigger, sentence):
            roles.add("AGENT", entity)  # "claimt de inname"
    roles.add("AGENT", accused_of(trigger, sentence))
    if is_attributive(trigger, sentence) or is_state(trigger, sentence):
        roles.speaker = None
        _attributive(roles)
    elif trigger.entry.group.van and not trigger.is_verb and not _is_done_to(trigger, sentence):
        fill_noun_roles(roles)
    else:
        _verb_roles(roles)
    _of_side(roles)
    _of_people(roles)
    _specified(roles)
    fill_circumstances(roles)
    return tuple(roles.found)


def _is_done_to(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a word that stands for itself is a participle in the passive: "werden teruggeslagen door X"."""
    is_one = trigger.entry.kind == "word" and trigger.entry.group.frame == "act"
    is_like = "ge" in sentence.low(trigger.head)[:LONGEST_PARTICLE] and sentence.low(trigger.head).endswith(
        ("en", "d", "t")
    )
    return is_one and is_like and is_passive(trigger, sentence)


def _attributive(roles: Roles) -> None:
    """ "de door IS bezette stad", "gevluchte Syriërs": a doer just before, the one described just after."""
    head, group = roles.trigger.head, roles.trigger.entry.group
    for chunk in roles.chunks:
        if chunk.preposition == "door" and chunk.last == head:
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.first == head + 1:
            roles.add_all("AGENT" if group.frame == "move" else "TARGET", chunk)
            if roles.trigger.type == "DESTRUCTION":
                for entity in chunk.entities:
                    roles.add("TARGET" if entity.label in ("VEHICLE", "WEAPON") else "", entity)


def _of_side(roles: Roles) -> None:
    """On whose side people fell: "aan Servische kant sneuvelden elf soldaten"."""
    if roles.trigger.type not in ("KILLING", "INJURY", "DETENTION") or "TARGET" in roles.given():
        return
    for chunk in roles.chunks:
        if chunk.preposition == "aan" and roles.sentence.low(chunk.head - 1) in SIDES:
            for entity in chunk.entities:
                roles.add("TARGET" if entity.label in ("NORP", "ORG") else "", entity)


def _of_people(roles: Roles) -> None:
    """Whose dead and wounded are told of: "elf Palestijnse doden en gewonden"."""
    trigger, sentence = roles.trigger, roles.sentence
    before = trigger.words[0] - 1
    if trigger.type not in ("KILLING", "INJURY") or not sentence.low(trigger.words[-1]).endswith(CASUALTIES):
        return
    if sentence.low(before) == "en" and sentence.low(before - 1).endswith(CASUALTIES):
        before -= 2
    entity = sentence.entity.get(before)
    roles.add("TARGET", entity if entity is not None and entity.label == "NORP" else None)


def _specified(roles: Roles) -> None:
    """Who is among those told of, "onder wie strijders van X", and who acts with them, "samen met X"."""
    trigger, sentence = roles.trigger, roles.sentence
    clause = sentence.clause_of(trigger.head)
    is_told = trigger.is_verb or trigger.entry.kind in ("phrase", "word")
    for index in range(1, len(sentence.words) - 2):
        is_most = sentence.low(index) in MOSTLY and sentence.low(index - 1) == ","
        if is_most or (sentence.low(index) == "onder" and sentence.low(index + 1) in ("wie", "hen")):
            earlier = () if is_most else sentence.clause_before(index)
            if is_told and trigger.head in {*earlier, *sentence.clause_of(index)}:
                marks = (
                    at for at, word in enumerate(sentence.words) if at > index and word.is_mark and word.text != "-"
                )
                named = tuple(range(index + 2 - is_most, next(marks, len(sentence.words))))
                for chunk in chunks_of(sentence, named, frozenset())[:1]:
                    roles.add_all(_role_before(roles, index), chunk)
        elif sentence.low(index) == "met" and sentence.low(index - 1) in ("samen", "gezamenlijk") and index in clause:
            for chunk in roles.chunks:
                if chunk.preposition == "met" and chunk.first == index + 1 and _has_doer(roles):
                    roles.add_all("AGENT", chunk, with_country=True)


def _has_doer(roles: Roles) -> bool:
    """Whether somebody does it, with or without a name."""
    if "AGENT" in roles.given():
        return True
    subject = subject_of(roles)
    is_target = roles.trigger.entry.group.frame == "undergo" or is_passive(roles.trigger, roles.sentence)
    return subject is not None and not is_target and is_doer(roles.sentence.low(subject.head - 1))


def _role_before(roles: Roles, index: int) -> str:
    """The role of those before word `index`: of the subject beside it, else of who is affected."""
    trigger, subject = roles.trigger, subject_of(roles)
    is_target = trigger.entry.group.frame == "undergo" or is_passive(trigger, roles.sentence)
    if trigger.entry.group.frame == "move" or (subject is not None and index - 2 <= subject.last <= index):
        return "TARGET" if is_target else "AGENT"
    tied = roles.tied(subject) if subject is not None else []
    is_beside = any(index - 2 <= one.last <= index for one in tied)
    return "AGENT" if is_beside and not is_target else "TARGET"


def _verb_roles(roles: Roles) -> None:
    trigger, frame = roles.trigger, roles.trigger.entry.group.frame
    passive = is_passive(trigger, roles.sentence)
    subject = subject_of(roles)
    if frame != "place":
        is_target = frame == "undergo" or (passive and frame == "act") or _falls(trigger, roles.sentence)
        has_country = not is_target and (trigger.entry.kind != "phrase" or _holds(trigger, roles.sentence))
        has_country = has_country or (is_target and not passive and _gives_up(roles, subject))
        roles.add_subject("TARGET" if is_target else "AGENT", subject, with_country=has_country)
        if not is_target and subject is not None and "AGENT" not in roles.given():
            _behind(subject, roles)
    _by_preposition(roles, is_passive=passive)
    if trigger.type in ("KILLING", "INJURY") and (passive or frame == "undergo"):
        _strikers(roles)
    if trigger.type == "DESTRUCTION":
        _owners(roles)
    if frame == "act" and not passive:
        meant = object_antecedent(roles)
        if meant is not None:
            roles.add_all("TARGET", meant)
        _object(roles, subject if roles.speaker is None else None)
    if trigger.type == "CAPTURE" and not roles.given() & {"TARGET"}:
        _holders(roles, subject, is_passive=passive)


def _gives_up(roles: Roles, subject: Chunk | None) -> bool:
    """Whether a country loses a place that is named behind it: "Oekraïne geeft de stad X prijs"."""
    if roles.trigger.type != "CAPTURE" or roles.trigger.entry.lemma not in GIVING_UP or subject is None:
        return False
    others = (one for one in plain(roles.chunks) if one is not subject)
    return subject.country() is not None and any(one.names_place() for one in others)


def _behind(subject: Chunk, roles: Roles) -> None:
    """Whose craft it is or who leads them: "vliegtuigen uit X bombarderen", "milities onder leiding van Y"."""
    is_craft = any(entity.label in ("VEHICLE", "WEAPON") for entity in subject.entities)
    for chunk in roles.chunks:
        if chunk.first != subject.last + 1:
            continue
        country = chunk.country() if is_craft and chunk.preposition == "uit" else None
        roles.add("AGENT", country if roles.trigger.type != "AID" else None)
        if chunk.preposition == "onder" and roles.sentence.low(chunk.head - 1) in ("leiding", "bevel", "aanvoering"):
            for leader in chunk.of[:1]:
                roles.add("AGENT" if leader.label in ("PERSON", "ORG") else "", leader)


def _holds(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is told who has or gets something, who may be a country: "X heeft de kust in handen"."""
    words = {*sentence.lows_of(trigger.head), *(sentence.low(index) for index in trigger.words)}
    return trigger.type == "CAPTURE" and bool(words & HAVING)


def _by_preposition(roles: Roles, *, is_passive: bool) -> None:
    """Those whose preposition says what they have to do with it: "door X", "tegen X", "tussen X en Y"."""
    trigger, frame = roles.trigger, roles.trigger.entry.group.frame
    is_backing = False
    for chunk in roles.chunks:
        is_phrase = trigger.entry.kind == "phrase"
        before = roles.sentence.low(chunk.first - 2)
        is_more = is_backing and roles.sentence.low(chunk.first - 1) == "en"
        is_backing = chunk.preposition == "door" and (before in BACKING or is_more)
        if is_backing:
            continue  # "verdreven door X, gesteund door Y en Z"
        if chunk.preposition == "door" and chunk.last != trigger.head and _is_of_earlier(chunk, roles.sentence):
            continue
        if chunk.is_attribute or (chunk.preposition in ("tegen", "op") and _is_of_occasion(chunk, roles)):
            continue
        is_owner = is_phrase and chunk.preposition == "van" and chunk.first > trigger.words[-1]
        if is_owner or (chunk.preposition == "door" and (is_passive or is_phrase)):
            roles.add_all("AGENT", chunk, with_country=True)
        elif chunk.preposition == "tussen" and frame == "move" and not _is_of_noun(chunk, roles.sentence):
            roles.add_all("AGENT", chunk)
        elif chunk.preposition == "tegen" and trigger.type == "PROTEST":
            roles.add_all("TARGET", chunk, with_country=True)
        elif chunk.preposition in ("tegen", "op") and frame == "act":
            roles.add_all("TARGET", chunk)
        elif chunk.preposition in ("door", "") and trigger.type == "ADVANCE":
            is_breached = roles.sentence.low(chunk.head - 1) in BREACHED
            roles.add("TARGET", _holder(chunk) if is_breached else None)  # "door de linies van IS breken"
        elif chunk.preposition in ("met", "tegen") and trigger.entry.lemma in FIGHTING:
            is_beside = roles.sentence.low(chunk.first - 2) in ("samen", "gezamenlijk", "zij")
            roles.add_all("AGENT" if is_beside else "TARGET", chunk)  # "er wordt gevochten met de Houthi's"


def _falls(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the subject comes into the hands of others: "de basis van het leger viel in handen van rebellen"."""
    words = {*sentence.lows_of(trigger.head), *(sentence.low(index) for index in trigger.words)}
    return trigger.entry.kind == "phrase" and "handen" in words and bool(words & FALLING)


def _strikers(roles: Roles) -> None:
    """Who struck, where the strike that killed is said to be theirs: "bij een aanslag van X zijn elf boeren gedood"."""
    for chunk in roles.chunks:
        noun = chunk.head - 1
        readings = lexicon().words.get(roles.sentence.low(noun), ())
        is_strike = any("noun" in one.forms and one.type in STRIKES for one in readings)
        led = _leader(chunk, roles) if chunk.preposition == "bij" and is_strike else None
        if led is not None:
            roles.add_all("AGENT", led, with_country=True)
        is_alone = roles.sentence.low(chunk.last) != "en"  # "bij aanvallen van X en bij gevechten"
        if chunk.preposition == "bij" and is_strike and is_alone and chunk.of and not roles.given() & {"AGENT"}:
            is_armed = len(chunk.of) > 1 and chunk.of[1].label in ("VEHICLE", "WEAPON")  # "van Nederlandse F-16's"
            for entity in chunk.of[:1]:
                is_striker = entity.label in ("ORG", "PERSON") or (entity.label == "NORP" and is_armed)
                roles.add("AGENT" if is_striker else "", entity)


def _leader(strike: Chunk, roles: Roles) -> Chunk | None:
    """Who led the strike, by what describes it: "bij de door X geleide aanval"."""
    if roles.sentence.low(strike.first - 1) not in LEADING:
        return None
    return next((one for one in roles.chunks if one.is_attribute and one.last == strike.first - 1), None)


def _is_of_earlier(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether it says who did what came before: "zijn na de inname door X burgers vermoord"."""
    noun = chunk.first - 2
    readings = lexicon().words.get(sentence.low(noun), ())
    before = {sentence.low(index) for index in (noun - 1, noun - 2, noun - 3)}
    return any("noun" in reading.forms for reading in readings) and bool(before & {"na", "sinds", "tijdens", "vóór"})


def _is_of_occasion(chunk: Chunk, roles: Roles) -> bool:
    """Whether it says at whom the event of another noun was: "bij een aanval van drones op X zijn boeren gedood"."""
    sentence = roles.sentence
    beside = lexicon().words.get(sentence.low(chunk.first - 2), ()) if chunk.first - 2 not in sentence.entity else ()
    is_apart = chunk.first - 2 not in roles.trigger.words and roles.trigger.type != "CAPTURE"
    if is_apart and any("noun" in one.forms for one in beside):
        return True  # "vielen X aan uit wraak voor de moord op Y"
    for noun in range(chunk.first - 2, sentence.clause_of(chunk.first)[0], -1):
        if sentence.is_finite(noun) or noun in roles.trigger.words:
            return False
        readings = lexicon().words.get(sentence.low(noun), ()) if noun not in sentence.entity else ()
        if any("noun" in reading.forms for reading in readings):
            near = {sentence.low(noun - back) for back in (1, 2, 3)}
            return bool(near & {"bij", "na", "tijdens", "sinds"})
    return False


def _is_of_noun(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether the phrase belongs to the noun of another event before it: "gevlucht voor het geweld tussen A en B"."""
    if sentence.low(chunk.first - 1) != "tussen":
        return True  # the second of two, which goes with the first
    readings = lexicon().words.get(sentence.low(chunk.first - 2), ())
    return any(reading.forms & {"noun", "word"} for reading in readings)


def _holders(roles: Roles, subject: Chunk | None, *, is_passive: bool) -> None:
    """Who loses what is taken: "het laatste bolwerk van IS is ingenomen"."""
    for chunk in plain(roles.chunks):
        if (chunk is subject) == is_passive and chunk.is_place and not _is_loose(chunk, roles):
            roles.add("TARGET", _holder(chunk))


def _holder(chunk: Chunk) -> Suggestion | None:
    """The group that the phrase is "van"."""
    groups = [entity for entity in chunk.of if entity.label == "ORG"]
    return groups[0] if groups else None


def _owners(roles: Roles) -> None:
    """Whose houses are destroyed: "huizen van soennitische Arabieren zijn platgebrand"."""
    for chunk in plain(roles.chunks):
        people = [entity for entity in chunk.of if entity.label == "NORP"]
        is_owned = chunk.is_building or roles.sentence.low(chunk.head - 1) in OWNED
        if is_owned and people == chunk.of:
            for entity in people:
                roles.add("TARGET", entity)


def _object(roles: Roles, subject: Chunk | None) -> None:
    for chunk in plain(roles.chunks):
        if _is_loose(chunk, roles):
            continue
        if chunk is not subject and any(entity.id not in roles.used for entity in chunk.parties()):
            roles.add_all("TARGET", chunk)
            return


def _is_loose(chunk: Chunk, roles: Roles) -> bool:
    """Whether it only says what was named before, at the end: "namen X in, het bolwerk van Y"."""
    sentence = roles.sentence
    if sentence.low(chunk.first - 1) != "," or sentence.low(chunk.first) not in ("de", "het", "een"):
        return False
    if chunk.first - 2 in sentence.entity and chunk.last <= roles.trigger.words[0] and not chunk.starts_with_name:
        named = chunk.entities[0] if chunk.entities else None
        return named is None or sentence.place_of(named) != (chunk.first + 1, chunk.last)  # "de VS" is a name
    after = [sentence.low(chunk.last), sentence.low(chunk.last + 1)]
    is_end = after[0] in (".", "", "in", "(", ",", "die", "dat", "waar") and "en" not in after
    return is_end and chunk.first > roles.trigger.words[-1] and bool(chunk.of)
