"""Who reports an event by its sentence, and whether the event is the reporter's own doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attribution import apposed_speaker, attributions, follows_relative
from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.quotations import QUOTES
from annotator.nlp.worker.events.subjects import KIN
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

REFUSING = frozenset({"sluit", "sluiten", "sloot", "sloten"})  # "sluit een bestand uit" is the doing of a party to it
SOURCE_REACH = 8  # words from "volgens" or a verb of saying to the name of the source
_SELVES = frozenset({"hij", "zij", "ze", "hun", "haar", "zijn"})
_ACCUSED = ("beschuldig", "verdenk", "verweet", "verwijt", "verdacht")


def sources_of(trigger: Trigger, sentence: Sentence) -> Iterator[tuple[Suggestion, bool]]:
    """Each source with whether it tells of itself: the name after "volgens", or the subject of the verb of saying."""
    for index, start, end in attributions(sentence):
        is_refused = trigger.type == "AGREEMENT" and sentence.low(index) in REFUSING
        if start <= trigger.head < end and not is_refused:
            source = _source_of(sentence, index)
            if source is not None:
                yield source, _tells_of_itself(index, trigger, sentence)


def accused_of(trigger: Trigger, sentence: Sentence) -> Suggestion | None:
    """Who is said to have done it: "beschuldigt X van de aanval", "verdenkt X ervan … te hebben gedood"."""
    labels = role_table().labels["party"] | {"GPE"}
    for index in range(trigger.head):
        if not sentence.low(index).startswith(_ACCUSED) or index in sentence.entity:
            continue
        later = range(index + 1, trigger.head)
        if sentence.low(index).endswith("beschuldigd") and _is_charged(sentence, index):
            return _first_party(sentence, tuple(i for i in sentence.clause_of(index) if i < index))
        if not {"van", "ervan"} & {sentence.low(position) for position in later}:
            continue
        for position in later:
            entity = sentence.entity.get(position)
            if sentence.low(position) in ("van", "ervan"):
                break
            if entity is not None and entity.label in labels and sentence.low(position - 1) != "van":
                return _whole(sentence, position, entity)
    return None


def _is_charged(sentence: Sentence, index: int) -> bool:
    """Whether "beschuldigd" is said of its subject: "de militie wordt ervan beschuldigd … te hebben gedood"."""
    own = {sentence.low(position) for position in sentence.clause_of(index)}
    return bool(own & word_classes().classes["passive"])


def _tells_of_itself(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether what is said has the speaker as its subject: "zegt dat hij …", "beweert … te hebben ingenomen"."""
    if sentence.low(index) == "naar":
        return sentence.low(index + 1) == "eigen"
    if trigger.head < index or not trigger.is_verb or sentence.low(index).startswith(_ACCUSED):
        return False
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) == "dat":
        first = sentence.low(own[0] + 1)
        is_own = first in _SELVES and sentence.low(own[0] + 2) not in KIN
        return is_own or (first == "het" and _is_pronoun_het(sentence, own[0] + 1))
    between = {sentence.low(position) for position in range(index + 1, trigger.head)}
    near = range(trigger.head - 2, trigger.head + 2)
    has_te = any(sentence.low(position) == "te" for position in (*trigger.words, *near))
    return has_te and sentence.clause_of(index) == own and not between & {"dat", "om", ":"}


def _is_pronoun_het(sentence: Sentence, index: int) -> bool:
    """Whether "het" stands for a thing named before: what follows is no noun."""
    classes, after = word_classes().classes, sentence.low(index + 1)
    names = ("determiners", "prepositions", "modifiers", "adverbs", "auxiliaries")
    if any(after in classes[name] for name in names):
        return True
    entity = sentence.entity.get(index + 1)
    return entity is not None and entity.label == "CARDINAL"


def _source_of(sentence: Sentence, index: int) -> Suggestion | None:
    low = sentence.low(index)
    if low == ":":  # heads the sentence: "Kiev: …"
        return sentence.entity.get(0)
    if low == "naar" and sentence.low(index + 1) == "verluidt":
        return None  # nobody is named
    if low == "naar" and sentence.low(index + 1) == "schatting":
        return _source_after(sentence, index + 2)
    named = apposed_speaker(sentence, index)
    if named is not None:
        return named
    is_inverted = index > 0 and sentence.words[index - 1].is_mark and not _tells_on(sentence, index)
    if low not in word_classes().hedges["according"] and not is_inverted:
        subject = _first_party(sentence, tuple(i for i in sentence.clause_of(index) if i < index))
        if subject is not None:
            return subject
        if low.startswith(_ACCUSED):
            return None  # who follows is the accused
        if sentence.low(index - 1) in ("en", "maar"):  # "voerde luchtaanvallen uit en zegt"
            return _first_party(sentence, sentence.clause_before(index))
    return _source_after(sentence, index)


def _tells_on(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` tells something, a relative clause after its subject: "X, die …, vertelt dat"."""
    if not {"dat", "hoe", "te"} & {word.low for word in sentence.words[index + 1 :]}:
        return False  # "X, die …, kondigde zijn opmars aan": his own doing
    return follows_relative(sentence, index) and sentence.clause_of(index)[0] < index


def _source_after(sentence: Sentence, index: int) -> Suggestion | None:
    labels = role_table().labels["party"] | {"GPE"}
    prepositions = word_classes().classes["prepositions"] - {"van", "te"}
    for position in range(index + 1, min(index + 1 + SOURCE_REACH, len(sentence.words))):
        word = sentence.words[position]
        following = sentence.entity.get(position + 1)
        if word.text == "," and following is not None and following.label == "PERSON" and position > index + 1:
            return following  # "zei de gouverneur van de streek, Salfo Kaboré"
        if word.low in ("dat", "die", ",", ":") or word.text in QUOTES:
            return None
        entity = sentence.entity.get(position)
        if entity is None and word.low in prepositions and position > index + 1:
            return None
        is_seat = entity is not None and entity.label == "GPE" and sentence.low(position - 1) == "van"
        if is_seat and sentence.low(position - 2) not in word_classes().classes["doers"]:
            continue  # "zegt de burgemeester van Goma"
        if entity is not None and entity.label in labels:
            return _whole(sentence, position, entity)
        if entity is not None and entity.label == "CARDINAL":
            return None
    return None


def _first_party(sentence: Sentence, clause: tuple[int, ...]) -> Suggestion | None:
    for chunk in chunks_of(sentence, clause, frozenset()):
        if not chunk.preposition and not chunk.is_time and (chunk.parties() or chunk.country()):
            return chunk.parties()[0] if chunk.parties() else chunk.country()
    return None


def _whole(sentence: Sentence, position: int, entity: Suggestion) -> Suggestion:
    """The person after the demonym or body that describes it: "VN-gezant Pedersen" is Pedersen."""
    if entity.label not in ("NORP", "ORG"):
        return entity
    for later in range(position + 1, min(position + 5, len(sentence.words))):
        other = sentence.entity.get(later)
        if (sentence.words[later].is_mark and sentence.low(later) != "-") or sentence.is_finite(later):
            break
        if other is not None and other.label == "PERSON":
            return other
    return entity
