"""How far a denial reaches: what it takes for granted, what stands beside it, and wishes and judgements that deny."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.outlook import determiner_of, noun_preposition
from annotator.nlp.worker.events.quotations import QUOTES
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

DEFINITE = frozenset({"de", "het", "die", "deze", "dit", "dat"})
# What a known event is the setting of, whoever denies the rest: "dat rijken voorgingen bij de evacuatie".
SETTING = frozenset({"bij", "tijdens", "na", "sinds", "achter", "wegens", "vanwege"})
WISHING = frozenset({"wil", "willen", "wilde", "wilden", "wou", "wenst", "wensen", "wenste", "wensten"})
SHUTTING = frozenset({"sluit", "sluiten", "sloot", "sloten"})
CHARGED = ("beschuldiging", "aantijging", "bewering", "bericht", "verwijt", "gerucht", "verhaal", "verhalen", "claim")
JOINING = frozenset({"deelnemen", "meedoen", "deelneemt", "meedoet", "mengen", "mengt", "betrokken", "deelgenomen"})
QUOTED = 8  # words of a quotation in which its verdict stands
CHARGE_REACH = 4  # words from a charge to what it charges with


def is_taken_for_granted(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether who denies something does not deny the noun: "ontkent iets met de moord te maken te hebben"."""
    denial = word_classes().hedges["denial"]
    if trigger.is_verb or not denial & sentence.lows:
        return False
    lows = [word.low for word in sentence.words]
    if not denial & set(lows[: trigger.head]):
        return False
    preposition, (_, determiner) = noun_preposition(trigger, sentence), determiner_of(trigger, sentence)
    if determiner not in DEFINITE:
        return False
    after = lows[trigger.head + 1 :]
    is_concern = any(after[at : at + 2] == ["te", "maken"] for at in range(len(after)))
    return preposition in SETTING or (preposition == "met" and is_concern)


def speaks_anew(index: int, sentence: Sentence) -> bool:
    """Whether "en" at `index` goes on with another saying, beyond what was denied: "ontkende … en sprak van"."""
    is_saying = sentence.low(index + 1) in word_classes().hedges["saying"] and sentence.is_finite(index + 1)
    return sentence.low(index) == "en" and is_saying


def is_unwanted(trigger: Trigger, sentence: Sentence) -> bool:
    """ "wil niet dat zij meevechten", "sluit uit dat er doden vielen": denied by what governs the clause."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) != "dat":
        return False
    before = sentence.clause_before(trigger.head)
    lows = [sentence.low(index) for index in before]
    if lows[-1:] == ["niet"]:
        return bool(WISHING & set(lows))
    return is_shut_out(lows) and "niet" not in lows


def is_shut_out(governing: list[str]) -> bool:
    """Whether the words before a clause with "dat" rule it out, or with "niet" leave it open: "sluit (niet) uit"."""
    return governing[-1:] == ["uit"] and bool(SHUTTING & set(governing))


def is_unfounded(trigger: Trigger, sentence: Sentence) -> bool:
    """ "noemde de beschuldiging van moord vals": a charge that who speaks of it calls untrue."""
    if trigger.is_verb:
        return False
    near = range(max(0, trigger.head - CHARGE_REACH), trigger.head)
    charged = [index for index in near if sentence.low(index).startswith(CHARGED)]
    if not charged or not {"van", "over"} & {sentence.low(index) for index in range(charged[-1], trigger.head)}:
        return False
    later: set[str] = set()
    for word in sentence.words[trigger.head :]:
        if word.text in (",", ";", ":"):
            break
        later.add(word.low)
    return bool(later & word_classes().hedges["unfounded"])


def is_off(trigger: Trigger, sentence: Sentence) -> bool:
    """ "de evacuatie is van de baan", "een offensief staat niet op het programma", "maar dat ging niet door"."""
    if trigger.is_verb or noun_preposition(trigger, sentence):
        return False
    later = [sentence.low(i) for i in sentence.clause_of(trigger.head) if i > trigger.words[-1]]
    after = trigger.words[-1] + 1 + len(later)
    if sentence.words[min(after, len(sentence.words) - 1)].text in QUOTES:  # "is “nog niet aan de orde”"
        later += [word.low for word in sentence.words[after + 1 : after + QUOTED] if word.text not in QUOTES]
    own = " ".join(later) + " "
    if any(f" {phrase} " in f" {own}" for phrase in word_classes().hedges["off"]):
        return True
    if " niet " in f" {own}" and any(f" {phrase} " in f" {own}" for phrase in word_classes().hedges["off_with_not"]):
        return True
    lows = [word.low for word in sentence.words[trigger.words[-1] + 1 :]]
    starts = [at for at in range(1, len(lows)) if lows[at] in _GOING and lows[at - 1] in DEFINITE]
    return any("niet" in lows[at : at + 4] and "door" in lows[at : at + 5] for at in starts)


_GOING = frozenset({"ging", "gingen", "gaat", "gaan"})


def is_kept_out_of(trigger: Trigger, sentence: Sentence) -> bool:
    """ "zullen niet deelnemen aan gevechten": a noun, not a known one, that somebody takes no part in."""
    if trigger.is_verb or noun_preposition(trigger, sentence) not in ("aan", "in", "bij"):
        return False
    own = [sentence.low(index) for index in sentence.clause_of(trigger.head)]
    is_known = determiner_of(trigger, sentence)[1] in DEFINITE
    return "niet" in own and bool(JOINING & set(own)) and not is_known
