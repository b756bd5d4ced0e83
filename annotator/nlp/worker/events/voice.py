"""Whether an event is told in the passive, so that its subject is who undergoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# Phrases that befall their subject with these verbs: "bussen kwamen onder vuur", "een toestel vloog in brand".
BEFALLING = {
    "onder vuur": frozenset({"kwam", "kwamen", "komt", "komen", "ligt", "liggen", "lag", "lagen"}),
    "in brand": frozenset({"vloog", "vlogen", "vliegt", "vliegen", "staat", "staan", "stond", "stonden"}),
}
HIT = frozenset({"geraakt", "getroffen"})


def is_passive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is a participle with worden, or with zijn where the verb takes an object."""
    if not trigger.forms & {"participle"} and trigger.entry.kind not in ("phrase", "word"):
        return _is_passive_infinitive(trigger, sentence)
    classes = word_classes().classes
    words = {
        sentence.low(index)
        for index in sentence.clause_of(trigger.head)
        if index not in trigger.words and (sentence.low(index) != "zijn" or sentence.is_finite(index))
    }
    own = {sentence.low(index) for index in trigger.words if sentence.low(index) != "zijn" or sentence.is_finite(index)}
    if trigger.entry.kind == "phrase" and own & classes["passive"]:
        return True  # "gevangen werden genomen"
    if (sentence.low(trigger.head - 2), sentence.low(trigger.head - 1)) == ("te", "hebben"):
        return False
    if words & classes["passive"] or (sentence.low(trigger.head) in HIT and words & classes["being"]):
        return True
    if trigger.entry.kind == "phrase" and any(
        trigger.entry.lemma.startswith(name) and (words | own) & verbs for name, verbs in BEFALLING.items()
    ):
        return True
    if trigger.entry.kind == "phrase" and trigger.entry.group.frame == "act" and not words & classes["having"]:
        if trigger.entry.lemma.startswith("onder vuur") and words & classes["being"]:
            return True  # "zou onder vuur zijn genomen"
        return bool(own & classes["being"]) and len(trigger.words) > 1  # "in de boeien is geslagen"
    if words & classes["having"] or trigger.entry.kind != "verb" or trigger.entry.group.frame != "act":
        return False
    return "finite" not in trigger.forms or bool(words & classes["being"]) or _is_headed(trigger, sentence)


def _is_headed(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a headline leaves out the auxiliary: "Rebellen verdreven uit X", whose verb has no object."""
    after = sentence.low(trigger.words[-1] + 1)
    is_bare = after in ("uit", "door") and trigger.words[0] > 0 and not sentence.words[-1].is_mark
    own = sentence.clause_of(trigger.head)
    return is_bare and not any(sentence.is_finite(index) for index in own if index not in trigger.words)


def _is_passive_infinitive(trigger: Trigger, sentence: Sentence) -> bool:
    return "infinitive" in trigger.forms and sentence.low(trigger.head + 1) == "worden"
