"""Who is said to have done it: accused, blamed, held responsible, or named as whose work it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.sources import ACCUSED, first_party, party_or_country, whole
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

_HOLDING = frozenset(
    {"houdt", "houden", "hield", "hielden", "gehouden", "stelt", "stellen", "stelde", "stelden", "acht"}
)
_SITTING = frozenset({"zit", "zitten", "zat", "zaten", "steekt", "steken", "stak", "staken"})
# Nouns of which it is said that they are somebody's who did it: "het werk van X".
WORKS = frozenset({"werk", "signatuur", "handtekening", "handschrift"})
LAID = frozenset({"toegeschreven", "toeschrijft", "toeschrijven", "toeschreef", "toeschreven"})  # "aan" somebody


def accused_of(trigger: Trigger, sentence: Sentence) -> Suggestion | None:
    """Who is said to have done it: "beschuldigt X van de aanval", "verdenkt X ervan … te hebben gedood"."""
    if "elkaar" in sentence.lows:
        return None
    if sentence.told.blamed is None:
        sentence.told.blamed = (_blamed(sentence) or _laid_at(sentence),)
    blamed = None if trigger.is_verb else sentence.told.blamed[0]
    if blamed is not None:
        return blamed
    labels = role_table().labels["party"] | {"GPE"}
    for index in range(trigger.head):
        if not sentence.low(index).startswith(ACCUSED) or index in sentence.entity:
            continue
        later = range(index + 1, trigger.head)
        if sentence.low(index).endswith("beschuldigd") and _is_charged(sentence, index):
            return first_party(sentence, tuple(i for i in sentence.clause_of(index) if i < index))
        if not {"van", "ervan"} & {sentence.low(position) for position in later}:
            continue
        for position in later:
            entity = sentence.entity.get(position)
            if sentence.low(position) in ("van", "ervan"):
                break
            if entity is not None and entity.label in labels and sentence.low(position - 1) != "van":
                return whole(sentence, position, entity)
    return None


def _blamed(sentence: Sentence) -> Suggestion | None:
    """Who is held to have done what the sentence tells of: "houdt X verantwoordelijk", "X zit achter de aanval"."""
    for index, word in enumerate(sentence.words):
        if word.low not in ("verantwoordelijk", "achter", "erachter"):
            continue
        clause, words = sentence.clause_of(index), sentence.lows_of(index)
        if word.low == "verantwoordelijk" and "gehouden" in words & _HOLDING and _is_charged(sentence, index):
            return first_party(sentence, clause)  # "X wordt verantwoordelijk gehouden"
        if word.low == "verantwoordelijk" and words & _HOLDING:
            chunks = [chunk for chunk in chunks_of(sentence, clause, frozenset({index})) if not chunk.preposition]
            named = [chunk for chunk in chunks if chunk.parties() or chunk.country()]
            others = [chunk for chunk in chunks if chunk.last <= index and not chunk.is_time]
            if named and (len(others) > 1) and others[-1] is named[-1]:
                return party_or_country(named[-1])
        if word.low != "verantwoordelijk" and words & _SITTING:
            return first_party(sentence, clause)
    return None


def _laid_at(sentence: Sentence) -> Suggestion | None:
    """Whose work it is said to be: "is het werk van X", "wordt aan X toegeschreven"."""
    for index, word in enumerate(sentence.words):
        is_work = word.low in WORKS and sentence.low(index - 1) in ("het", "de")
        if not (is_work or word.low in LAID) or index in sentence.entity:
            continue
        governing = "van" if is_work else "aan"
        for chunk in chunks_of(sentence, sentence.clause_of(index), frozenset({index})):
            if chunk.preposition == governing and (not is_work or chunk.first > index):
                return party_or_country(chunk)
    return None


def _is_charged(sentence: Sentence, index: int) -> bool:
    """Whether it is said of its subject: "de militie wordt ervan beschuldigd … te hebben gedood"."""
    own = sentence.lows_of(index)
    return bool(own & word_classes().classes["passive"])
