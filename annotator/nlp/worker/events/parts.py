"""The part of a clause that is a trigger's own, where it shares the clause with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import lexicon

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

LONGEST_HEADLINE = 20  # words
# What opens a clause that ends with its verb.
VERB_LAST = frozenset(
    {"die", "dat", "nadat", "omdat", "toen", "terwijl", "waarbij", "hoe", "doordat", "voordat", "wie", "als", "waarna"}
)


def own_words(trigger: Trigger, sentence: Sentence) -> tuple[int, ...]:
    """The words of the clause that belong to the trigger where "en" joins it to another participle.

    Of "werden 40 mensen gedood en tien anderen opgepakt" the part before "en" is the first one's.
    """
    clause = own_part(trigger, sentence)
    led = _led_by_purpose(trigger, sentence, clause) or _verbs_last(trigger, sentence, clause)
    if led:
        return led
    if not (trigger.forms & {"participle"} or trigger.entry.kind in ("word", "phrase")):
        return clause
    cuts = [
        index for index in clause
        if sentence.low(index) == "en" and sentence.low(index + 1)
        and (index - 1 in trigger.words or _is_participle(sentence, index - 1))
    ] + _gaps(sentence, clause)  # fmt: skip
    behind = min((cut for cut in cuts if trigger.words[-1] < cut), default=len(sentence.words))
    before = max((cut for cut in cuts if trigger.words[-1] >= cut and trigger.head > cut + 1), default=-1)
    return tuple(index for index in clause if before < index < behind)


def _led_by_purpose(trigger: Trigger, sentence: Sentence, clause: tuple[int, ...]) -> tuple[int, ...]:
    """The trigger's side of the verb after a purpose that opens the clause: "Om X te heroveren zet het leger Y in"."""
    if sentence.low(clause[0]) != "om":
        return ()
    verbs = [index for index in clause if sentence.is_finite(index) and sentence.low(index - 1) != "te"]
    verbs = [index for index in verbs if any(sentence.low(at) == "te" for at in clause if at < index)]
    if not verbs:
        return ()
    is_before = trigger.head < verbs[0]
    return tuple(index for index in clause if (index < verbs[0]) == is_before)


def _verbs_last(trigger: Trigger, sentence: Sentence, clause: tuple[int, ...]) -> tuple[int, ...]:
    """The trigger's side of "en" in a clause that ends each deed with its verb: "die X platbrandden en Y doodden"."""
    if not trigger.is_verb or sentence.low(clause[0]) not in VERB_LAST or "finite" not in trigger.forms:
        return ()
    cuts = [
        index for index in clause
        if sentence.low(index) == "en" and sentence.is_finite(index - 1) and index - 1 > clause[0]
    ]  # fmt: skip
    if not cuts or not sentence.is_finite(clause[-1]):
        return ()
    last = min((cut for cut in cuts if cut > trigger.words[-1]), default=len(sentence.words))
    first = max((cut for cut in cuts if cut < trigger.head), default=-1)
    return tuple(index for index in clause if first < index < last)


def _gaps(sentence: Sentence, clause: tuple[int, ...]) -> list[int]:
    """The comma between two of whom one verb tells: "elf boeren werden gedood, zes vrouwen ontvoerd"."""
    last = clause[-1]
    marks = (index for index in range(clause[0] + 2, last - 1) if sentence.words[index].text == ",")
    return [
        index for index in marks
        if _is_participle(sentence, index - 1) and _is_participle(sentence, last) and index + 1 in clause
        and sentence.low(index + 1) != "en" and not any(sentence.is_finite(at) for at in range(index, last))
    ]  # fmt: skip


def own_part(trigger: Trigger, sentence: Sentence) -> tuple[int, ...]:
    """The clause of the trigger; of a headline no more of it than between commas: "X nemen Y in, Z gevlucht"."""
    clause, words = sentence.clause_of(trigger.head), sentence.words
    if words[-1].is_mark or len(words) > LONGEST_HEADLINE or sentence.low(clause[0]) in ("die", "dat"):
        return clause
    commas = [
        index for index in range(1, len(words) - 1)
        if words[index].text == "," and not (index - 1 in sentence.entity and index + 1 in sentence.entity)
    ]  # fmt: skip
    if len(commas) != 1:
        return clause  # none, or something inserted: "X, gesteund door Y, nadert"
    if {sentence.low(commas[0] + step) for step in (1, 2)} & {"naar", "uit", "vanuit", "richting"}:
        return clause  # "zijn weggevlucht, vooral naar X"
    first = max((index for index in commas if index < trigger.words[0]), default=-1)
    last = min((index for index in commas if index > trigger.words[-1]), default=len(words))
    return tuple(index for index in clause if first < index < last) or clause


def _is_participle(sentence: Sentence, index: int) -> bool:
    word = sentence.low(index)
    if word in lexicon().other_bases and word.startswith("ge"):  # "om het leven gekomen en"
        return True
    readings = lexicon().words.get(word, ())
    return any(reading.forms & {"participle", "word"} and "finite" not in reading.forms for reading in readings)
