"""Modals over a verb: "kan vallen", "zou vertrekken", "wil bevrijden", and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.triggers import own_clause
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# "moest vluchten", "moet zich terugtrekken": what one is forced to do is told as done.
OBLIGED = frozenset({"moet", "moeten", "moest", "moesten"})
# "hebben kunnen redden", "hebben moeten vluchten": told as done in the perfect.
ABLE = frozenset({"kunnen", "moeten", "mogen"})
THEN = frozenset({"daarna", "vervolgens", "dan", "later", "ook", "zo", "daarmee", "eventueel"})
HAVING = frozenset({"heb", "hebt", "heeft", "hebben"})
# "konden vluchten", without a denial: what one was able to do is told as done; not in a clause of purpose or doubt.
MANAGED = frozenset({"kon", "konden", "mocht", "mochten"})
MANAGED_NOT = frozenset(
    {"zodat", "opdat", "of", "als", "dat", "waarmee", "waardoor", "niet", "zou", "ooit", "elk", "elke"}
)


def shares_modal(trigger: Trigger, sentence: Sentence) -> bool:
    """ "wil de stad niet platgooien, maar bevrijden", "kunnen vertrekken of gedood worden": the modal serves both."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) not in ("maar", "en", "of") or trigger.head not in own[1:3]:
        return False
    if trigger.head != own[1] and sentence.low(own[1]) not in THEN:
        return False
    is_passive = sentence.low(trigger.words[-1] + 1) == "worden"
    before = {sentence.low(index) for index in sentence.clause_before(trigger.head)}
    return (is_passive or "infinitive" in trigger.forms) and bool(before & word_classes().hedges["modal"])


def is_under_modal(trigger: Trigger, sentence: Sentence) -> bool:
    """A modal in the verb's own clause, and the verb its infinitive or participle."""
    hedges = word_classes().hedges
    own = [
        word
        for index, word in own_clause(trigger, sentence)
        if index not in trigger.words and not is_no_modal(index, sentence) and index < _next_deed(trigger, sentence)
    ]
    if trigger.forms == {"finite"} and not _is_plural_infinitive(trigger, sentence):
        return False
    if hedges["hearsay"] & set(own):
        has_modal = bool({"kunnen", "moeten", "willen", "anders"} & set(own))
        return has_modal or _is_consequence(trigger, sentence) or _is_yet_to_happen(trigger, sentence)
    if _is_perfect_modal(trigger, sentence):
        return False
    is_last = "infinitive" in trigger.forms and sentence.clause_of(trigger.head)[-1] == trigger.words[-1]
    if {"gaat", "gaan"} & set(own) and is_last and sentence.low(trigger.head - 1) != "en":
        return True  # "gaat de stad aanvallen"
    if MANAGED & set(own) and not MANAGED_NOT & {*own, sentence.low(sentence.clause_of(trigger.head)[0])}:
        return False
    is_agreed = "volgens" in sentence.lows and sentence.lows & hedges["terms"]
    if trigger.entry.group.frame != "act" and OBLIGED & set(own) and not is_agreed:
        return False
    return bool(hedges["modal"] & set(own))


def _next_deed(trigger: Trigger, sentence: Sentence) -> int:
    """Where after "en" another deed begins, beside one told with its own auxiliary: "hebben ingenomen en zullen"."""
    after, size = trigger.words[-1] + 1, len(sentence.words)
    has_own = sentence.low(trigger.words[0] - 1) in ("hebben", "heeft", "had", "hadden", "zijn", "is")
    return after if has_own and "participle" in trigger.forms and sentence.low(after) == "en" else size


def _is_perfect_modal(trigger: Trigger, sentence: Sentence) -> bool:
    """ "hebben zeventig zieken kunnen overbrengen": the modal right before the verb, in the perfect."""
    modal = trigger.words[-1] - 1
    if sentence.low(modal) not in ABLE and trigger.words[0] > 0:
        modal = trigger.words[0] - 1
    before = [sentence.low(index) for index in sentence.clause_of(trigger.head) if index < modal]
    is_other = bool(word_classes().hedges["modal"] & set(before))
    return sentence.low(modal) in ABLE and bool(HAVING & set(before)) and not is_other


def _is_yet_to_happen(trigger: Trigger, sentence: Sentence) -> bool:
    """ "zouden vertrekken" is to come, "zouden zijn vertrokken" is said, and so is what lasts: "zouden meevechten"."""
    verb, lows = sentence.low(trigger.words[-1]), sentence.lows_of(trigger.head)
    if "participle" in trigger.forms and "worden" in lows and not lows & {"zijn", "hebben", "naar"}:
        return True  # "zouden worden bevoorraad"
    return is_future(trigger, sentence) and not verb.endswith(tuple(word_classes().hedges["lasting"]))


def is_no_modal(index: int, sentence: Sentence) -> bool:
    """Whether a word only looks like a modal: "tegen hun wil", "eist levens"."""
    word = sentence.low(index)
    clause = sentence.lows_of(index)
    for stems, needed, unwanted in _AMBIGUOUS:
        if word.startswith(stems) and (needed not in clause if needed else unwanted in clause):
            return True
    if word == "onderhandelen" and "na" in (sentence.low(index - 1), sentence.low(index - 2)):
        return True
    if word == "wil":
        return sentence.low(index - 1) in ("hun", "haar", "zijn", "eigen", "vrije", "goede", "de")
    if not word.startswith("eis"):
        return False
    prepositions = word_classes().classes["prepositions"]
    for at in sentence.clause_of(index):  # "eiste de aanslag op in X"
        after = at + 1 >= len(sentence.words) or sentence.words[at + 1].is_mark or sentence.low(at + 1) in prepositions
        if sentence.low(at) == "op" and at > index and after:
            return True
    return bool(clause & word_classes().hedges["victims"])


# Words of these stems are no wish, call or announcement in a clause without the one word, or with the other.
_AMBIGUOUS = (
    (("wachten", "wachtt"), "op", ""),
    (("roep", "riep"), "", "uit"),
    (("kondig",), "", "af"),
    (("reken",), "op", ""),
)


def _is_consequence(trigger: Trigger, sentence: Sentence) -> bool:
    """ "het leger zou dan vertrekken": "dan" soon after zou, and not "meer dan"."""
    hedges = word_classes().hedges
    would = [index for index in sentence.clause_of(trigger.head) if sentence.low(index) in hedges["hearsay"]]
    return any(
        sentence.low(index + step) == "dan" and sentence.low(index + step - 1) not in ("meer", "minder")
        for index in would
        for step in (1, 2, 3)
    )


def _is_plural_infinitive(trigger: Trigger, sentence: Sentence) -> bool:
    return sentence.low(trigger.head).endswith("n") and "infinitive" in trigger.forms


def is_future(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "zou" and an infinitive speak of what is to come: "zouden vertrekken", not "zouden zijn vertrokken"."""
    own = {word for index, word in own_clause(trigger, sentence) if index != trigger.words[-1]}
    is_told = bool(own & {"zijn", "hebben", "worden"})
    is_infinitive = "infinitive" in trigger.forms or (
        trigger.forms == {"phrase"} and sentence.low(trigger.words[-1]).endswith("en")
    )
    return bool(own & word_classes().hedges["hearsay"]) and is_infinitive and not is_told
