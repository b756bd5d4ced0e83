"""Whether a word that may be a noun or an adjective is a verb where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import past_forms
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# Nouns in -e, so that "de provincie verlaten" is not read like "een oude verlaten fabriek".
NOT_ADJECTIVES = frozenset(
    ["militie", "familie", "provincie", "regime", "bende", "politie", "coalitie", "enclave", "regio", "zone"]
)

_MANY = frozenset({"honderden", "duizenden", "tienduizenden", "honderdduizenden", "miljoenen", "tientallen", "velen"})


def reads_as_verb(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether nothing before the word makes it a noun or an adjective."""
    classes, index = word_classes().classes, trigger.head
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if trigger.forms <= {"inflected"} or (trigger.forms <= {"finite"} and sentence.low(index) in past_forms()):
        return True  # "duizenden vluchtten"
    if before == "te" or (before == "het" and _is_named_deed(trigger, sentence)):
        return True
    if before in _MANY and (index == 1 or sentence.words[index - 2].is_mark) and after in classes["prepositions"]:
        return True  # "Duizenden vluchten over een brug"
    if before in classes["determiners"] or before[:1].isdigit():
        is_noun_phrase = after and after not in classes["prepositions"] and not sentence.words[index + 1].is_mark
        return "participle" in trigger.forms and not is_noun_phrase and before not in ("een", "amper")
    if "participle" in trigger.forms and _is_last(trigger, sentence):
        return True  # "zijn naar een tweede linie teruggevallen": no noun follows that it could describe
    is_adjective = before.endswith(("e", "elijke")) and len(before) > 4 and before not in NOT_ADJECTIVES
    return not is_adjective or index - 1 in sentence.entity or sentence.is_finite(index - 1)


def _is_last(trigger: Trigger, sentence: Sentence) -> bool:
    after = trigger.words[-1] + 1
    return after >= len(sentence.words) or sentence.words[after].is_mark


def _is_named_deed(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is an infinitive with an article: "bij het vluchten"; a noun behind makes it "het verlaten dorp"."""
    is_before_preposition = sentence.low(trigger.words[-1] + 1) in word_classes().classes["prepositions"]
    return "infinitive" in trigger.forms and (_is_last(trigger, sentence) or is_before_preposition)
