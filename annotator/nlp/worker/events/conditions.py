"""Conditions: clauses with "als" or "indien", by their order alone, or with "zonder", and where they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

CONDITIONS = frozenset({"als", "indien", "tenzij", "mits"})
# After "als" these begin no clause.
NO_CLAUSE = frozenset(
    {"gevolg", "eerste", "enige", "laatste", "reactie", "antwoord", "vergelding", "wraak", "onderdeel"}
)


def is_inverted_condition(trigger: Trigger, sentence: Sentence) -> bool:
    """A condition told by its order, or what follows: "Komt de stad in handen van …, dan dreigt een slachting"."""
    first = next((index for index, word in enumerate(sentence.words) if not word.is_mark), 0)
    if not sentence.is_finite(first):
        return False
    commas = [index for index, word in enumerate(sentence.words) if word.text == ","]
    return any(sentence.low(comma + 1) == "dan" for comma in commas) and trigger.head != first


def opening_of(index: int, sentence: Sentence) -> int:
    """The first word of the clause of word `index`, past quotation marks."""
    if sentence.words[index].is_mark:
        return next((i for i, word in enumerate(sentence.words) if not word.is_mark), index)
    own = sentence.clause_of(index)  # a single mark may be an apostrophe as well, and is kept with its clause
    return next((i for i in own if not sentence.words[i].is_mark), own[0])


def is_on_condition(trigger: Trigger, sentence: Sentence) -> bool:
    """ "zonder akkoord gaat de oorlog door": what stands after "zonder" is a condition where a future follows."""
    hedges = word_classes().hedges
    near = [sentence.low(trigger.head - back) for back in (1, 2)]
    if trigger.is_verb or "zonder" not in near:
        return False
    return bool(sentence.lows & (hedges["modal"] | hedges["hearsay"] | {"wacht", "dreigt", "gaat", "blijft"}))


def is_condition(index: int, trigger: Trigger | None, sentence: Sentence) -> bool:
    """Whether the clause that starts at `index` is opened by "als" or "indien", and not "als gevolg van"."""
    hedges, opener = word_classes().hedges, sentence.low(index)
    if opener not in hedges["conditional"]:
        return False
    if opener != "als":
        return opener not in ("mocht", "mochten") or trigger is None or trigger.is_verb
    following = sentence.low(index + 1)
    classes = word_classes().classes
    is_first = index == 0 or sentence.words[index - 1].is_mark or sentence.low(index - 1) in classes["openers"]
    is_clause = following in classes["determiners"] or following in classes["pronouns"] or following == "er"
    is_clause = is_clause or (is_first and (index + 1 in sentence.entity or _ends_with_verb(index, sentence)))
    is_clause = is_clause or (index + 1 in sentence.entity and trigger is not None and _closes(trigger, sentence))
    return is_clause and (trigger is None or trigger.is_verb or _is_begun(trigger, sentence))


def _is_begun(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the clause ends with a verb by which the noun comes about: "als de gevechten losbarsten"."""
    own = [index for index in sentence.clause_of(trigger.head) if not sentence.words[index].is_mark]
    hedges, last = word_classes().hedges, sentence.low(own[-1] if own else -1)
    if own[-1:] == [trigger.head] and last.endswith("en") and not any(map(sentence.is_finite, own[:-1])):
        return True  # a plural that is the verb of its clause: "als de rebellen de haven aanvallen"
    return last in hedges["beginning"] or (last in hedges["starting"] and "er" in map(sentence.low, own))


def _closes(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the finite verb ends its clause: "als M23 aanvalt"."""
    own = [index for index in sentence.clause_of(trigger.head) if not sentence.words[index].is_mark]
    return trigger.is_verb and "finite" in trigger.forms and trigger.words[-1] in own[-1:]


def _ends_with_verb(index: int, sentence: Sentence) -> bool:
    """Whether the clause of the word is one with its verb last: "als strijders de stad binnenvallen"."""
    clause = sentence.clause_of(index)
    return sentence.low(index + 1) not in NO_CLAUSE and sentence.is_finite(clause[-1]) and len(clause) > 2
