"""Who a clause speaks of without naming them: what a relative clause is about, and whom "ze" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence

ANTECEDENT = 4  # words before a relative clause in which the noun stands that it is about
THEY = frozenset({"ze", "zij"})


def spoken_of(index: int, sentence: Sentence) -> range | tuple[int, ...]:
    """The words outside the clause of word `index` that say who it is about; empty where it says so itself."""
    clause = sentence.clause_of(index)
    first = clause[0]
    if sentence.low(first) == "die" or (sentence.low(first) == "dat" and _follows_noun(first, sentence)):
        return range(max(0, first - ANTECEDENT), first)
    if sentence.low(first) in word_classes().classes["openers"] and sentence.low(first + 1) in THEY:
        return sentence.clause_before(index)
    before = sentence.clause_before(index)
    opened = next((sentence.low(place) for place in before if not sentence.words[place].is_mark), "")
    if opened == "wie" and sentence.is_finite(first):
        return before  # "Wie kon, verliet de stad"
    return ()


def _follows_noun(index: int, sentence: Sentence) -> bool:
    """Whether "dat" at word `index` belongs to a noun before it, and is no conjunction: "het konvooi dat …"."""
    noun = index - 2 if sentence.low(index - 1) == "," else index - 1
    before = sentence.low(noun - 1)
    is_phrase = before in word_classes().classes["determiners"] or (before.endswith("e") and len(before) > 4)
    return is_phrase and not sentence.is_finite(noun - 1) and not sentence.is_finite(noun)
