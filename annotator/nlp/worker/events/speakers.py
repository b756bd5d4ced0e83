"""Who says it, where the name stands between commas before the verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence

LONGEST_NAMED = 5  # words, with the comma, of a name that stands between commas before a verb of saying


def apposed_speaker(sentence: Sentence, index: int) -> Suggestion | None:
    """Who says it, named between commas before the verb: "De gouverneur van X, Y, zei dat"."""
    if sentence.low(index - 1) != "," or any(sentence.is_finite(position) for position in range(index)):
        return None
    first = index - 1
    while first > 0 and not sentence.words[first - 1].is_mark:
        first -= 1
    described = _described(sentence, first, index)
    if described is not None:
        return described
    entity = sentence.entity.get(index - 2)
    if entity is None or entity.label not in role_table().labels["party"]:
        return None
    if sentence.low(first) in ("beter", "bekend", "alias"):  # "de X van Y, beter bekend als Z, zegt"
        return next((one for one in sentence.entities if one.label == "ORG" and one.start < entity.start), entity)
    is_apposed = first > 1 and sentence.low(first - 1) == ","
    return entity if is_apposed and index - first <= LONGEST_NAMED else None


def _described(sentence: Sentence, first: int, index: int) -> Suggestion | None:
    """Who stands before the words from `first` on that only say who that is: "X, de gouverneur van Y, zegt dat"."""
    entity = sentence.entity.get(first - 2)
    if entity is None or entity.label not in role_table().labels["party"] or sentence.low(first - 1) != ",":
        return None
    goes_on = sentence.low(index + 1) == "dat" or sentence.low(index + 1) in word_classes().classes["adverbs"]
    return entity if goes_on and first not in sentence.entity and index - first > 1 else None
