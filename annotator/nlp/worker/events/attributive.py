"""Whether an event only describes the noun after it: "de belegerde stad", "gewonde soldaten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.openers import is_number
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# Words of events that are no participles, where they describe a noun: "gewonde soldaten".
ADJECTIVES = frozenset({"gewonde", "zwaargewonde", "lichtgewonde", "ontheemde", "gekwetste"})


def is_state(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether an adjective says how those are for whom something is asked: "eist dat ook gewonde boeren …"."""
    following = trigger.head + 1
    is_word = following < len(sentence.words) and sentence.words[following].text.isalpha()
    if sentence.low(trigger.head) not in ADJECTIVES or not is_word or sentence.is_finite(following):
        return False
    classes, after = word_classes().classes, sentence.low(following)
    return not any(after in classes[name] for name in ("prepositions", "determiners", "openers", "coordinators"))


def is_attributive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is a participle that describes the noun after it: "de belegerde stad"."""
    if len(trigger.words) > 1 or not ("inflected" in trigger.forms or _is_uninflected(trigger, sentence)):
        return False
    following = trigger.head + 1
    if following >= len(sentence.words) or sentence.words[following].is_mark:
        return False
    classes, after = word_classes().classes, sentence.low(following)
    if after in ("er", "zich"):
        return False  # "het veroverde er elf dorpen"
    if "finite" in trigger.forms and sentence.low(trigger.head - 1) not in classes["determiners"]:
        first, _ = sentence.segment_range(trigger.head)
        near = range(max(first, trigger.head - 4), trigger.head)
        begun = [at for at in near if sentence.low(at) in classes["determiners"] or is_number(sentence, at)]
        is_done_by = any(sentence.low(at + 1) == "door" for at in begun)  # "twee door X belegerde dorpen"
        if not begun or (following in sentence.entity and not is_done_by):
            return False
        clause = sentence.clause_of(trigger.head)
        if not is_done_by and not any(sentence.is_finite(at) for at in clause if at != trigger.head):
            return False  # the clause's only verb: "de luchtmacht bestookte stellingen"
    return not any(
        after in classes[name] for name in ("prepositions", "determiners", "auxiliaries", "openers", "coordinators")
    )


def _is_uninflected(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a participle without ending stands before a noun: "de ingesloten troepen", "uit belegerd X"."""
    head, classes = trigger.head, word_classes().classes
    if "participle" not in trigger.forms or head + 1 >= len(sentence.words):
        return False
    low, before, after = sentence.low(head), sentence.low(head - 1), sentence.words[head + 1]
    named, counted = sentence.entity.get(head + 1), sentence.entity.get(head - 1)
    is_noun = after.text.isalpha() and after.text.islower() and not sentence.is_finite(head + 1)
    if any(after.low in classes[name] for name in ("adverbs", "modifiers", "pronouns", "participles")):
        return False
    if low.endswith("en"):
        is_told = before in classes["determiners"] or (counted is not None and counted.label == "CARDINAL")
        return is_told and (is_noun or (named is not None and named.label in ("NORP", "PERSON", "ORG", "GPE")))
    is_told = before in classes["prepositions"] - {"te"}
    return is_told and named is not None and named.label == "GPE"
