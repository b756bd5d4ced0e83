"""Clauses that their sentence confirms or declares so, and relative clauses that the text itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger


def is_confirmed(trigger: Trigger, sentence: Sentence) -> bool:
    """ "Dat de brug kapot is, wordt bevestigd door …": a clause with "dat" of which the rest says who tells it."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) != "dat" or any(not sentence.words[index].is_mark for index in range(own[0])):
        return False
    hedges = word_classes().hedges
    later = {sentence.low(index) for index in range(own[-1] + 1, len(sentence.words))}
    return bool(
        later & (hedges["told"] | hedges["reporting"] | {"bevestigt", "bevestigen", "bevestigde", "erkent", "zegt"})
    )


def is_declared(trigger: Trigger, sentence: Sentence) -> bool:
    """ "waarna hij de stad bevrijd verklaarde": what is so because somebody says it."""
    after = sentence.low(trigger.words[-1] + 1)
    is_declaring = after in ("verklaart", "verklaren", "verklaarde", "verklaarden", "verklaard")
    return "participle" in trigger.forms and is_declaring


def inserted_clause(trigger: Trigger, sentence: Sentence) -> set[int]:
    """The words of a relative clause after a comma that holds the verb, with what depends on it; empty if none.

    It is told by the text, unless it says itself who tells it: "zegt dat ze in X zijn, waar in mei elf stierven".
    """
    found: set[int] = set()
    own = sentence.clause_of(trigger.head)
    if not trigger.is_verb or trigger.head in sentence.quoted:
        return found
    if sentence.low(own[0]) in ("toen", "nadat", "omdat", "doordat"):
        found, own = set(own), sentence.clause_before(own[0])
    opener = sentence.low(own[0]) if own else ""
    is_relative = opener in ("die", "wie") or opener.startswith("waar")
    if not is_relative or own[0] == 0 or sentence.words[own[0] - 1].text != ",":
        return set()
    return found | set(own)
