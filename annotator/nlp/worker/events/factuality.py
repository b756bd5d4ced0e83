"""Factuality of an event from negation, modals, purposes, conditions and attribution around its trigger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from annotator.nlp.worker.events.attribution import attributions
from annotator.nlp.worker.events.negation import NEAR_BEFORE, is_negated, is_ruled_out
from annotator.nlp.worker.events.triggers import clause_before, is_infinitive, is_nominalised, own_clause
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

Factuality = Literal["ASSERTED", "REPORTED", "POSSIBLE", "NEGATED"]
# "moest vluchten", "moet zich terugtrekken": what one is forced to do is told as done.
OBLIGED = frozenset({"moet", "moeten", "moest", "moesten"})
# After these a noun speaks of what is past or given: "na de inname van Gao".
BACKGROUND = frozenset({"na", "sinds", "tijdens", "vanwege", "dankzij", "wegens"})
# After "als" these begin no clause.
NO_CLAUSE = frozenset(
    {"gevolg", "eerste", "enige", "laatste", "reactie", "antwoord", "vergelding", "wraak", "onderdeel"}
)
# Adverbs that at the head of a clause make all of it possible only.
PERHAPS = frozenset({"mogelijk", "misschien", "wellicht", "vermoedelijk", "waarschijnlijk"})
DEFINITE = frozenset({"de", "het", "die", "deze", "dit", "dat"})


def factuality_of(trigger: Trigger, sentence: Sentence) -> Factuality:
    """The factuality; a stronger departure from plain assertion wins: negated, possible, reported."""
    if is_attributive(trigger, sentence):
        if "geen" in (sentence.low(trigger.head - 1), sentence.low(trigger.head - 2)):
            return "NEGATED"
        return "REPORTED" if is_reported(trigger, sentence) else "ASSERTED"
    if any(rule(trigger, sentence) for rule in (_is_unconfirmed, _is_open, _is_on_condition)):
        return "POSSIBLE"
    if is_negated(trigger, sentence):
        return "NEGATED"
    if _is_possible(trigger, sentence):
        return "POSSIBLE"
    return "REPORTED" if is_reported(trigger, sentence) else "ASSERTED"


def is_attributive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger is a participle that describes the noun after it: "de belegerde stad"."""
    if "inflected" not in trigger.forms or len(trigger.words) > 1:
        return False
    following = trigger.head + 1
    if following >= len(sentence.words) or sentence.words[following].is_mark:
        return False
    classes, after = word_classes().classes, sentence.low(following)
    if "finite" in trigger.forms and sentence.low(trigger.head - 1) not in classes["determiners"]:
        first, _ = sentence.segment_range(trigger.head)
        before = [sentence.low(index) for index in range(first, trigger.head)]
        if not any(word in classes["determiners"] for word in before[-4:]) or following in sentence.entity:
            return False
        if not any(sentence.is_finite(index) for index in sentence.clause_of(trigger.head) if index != trigger.head):
            return False  # the clause's only verb: "de luchtmacht bestookte stellingen"
    return not any(
        after in classes[name] for name in ("prepositions", "determiners", "auxiliaries", "openers", "coordinators")
    )


def _is_unconfirmed(trigger: Trigger, sentence: Sentence) -> bool:
    """ "niet bevestigd dat …", "onduidelijk of …": neither stated nor denied."""
    hedges = word_classes().hedges
    lows = [(index, word.low) for index, word in enumerate(sentence.words[: trigger.head])]
    words = {word for _, word in lows}
    if "noch" in words and words & hedges["unconfirmed"] and words & hedges["denial"]:
        return True
    for index, word in lows:
        is_open = word in ("onduidelijk", "onbevestigd", "onbekend")
        before = {sentence.low(index - 1), sentence.low(index - 2)}
        is_denied = word in hedges["unconfirmed"] and bool(before & {"niet", "nog"})
        if (is_open or is_denied) and any(later in ("dat", "of", "hoeveel", "van") for _, later in lows[index:]):
            return not any(later in ("maar", "echter") for _, later in lows[index:])
    own = own_clause(trigger, sentence)  # "heeft die overgave niet bevestigd"
    return not trigger.is_verb and any(
        index > trigger.head and word.startswith("bevestig") and sentence.low(index - 1) == "niet"
        for index, word in own
    )


def _is_open(trigger: Trigger, sentence: Sentence) -> bool:
    """Asked or supposed: a question, a clause with "of", a condition or what follows from one, a wish with "dat"."""
    if sentence.words[-1].text == "?" or _is_inverted_condition(trigger, sentence):
        return True
    if _is_condition(_opening(trigger.head, sentence), trigger, sentence):
        return True
    hedges, own = word_classes().hedges, sentence.clause_of(trigger.head)
    before = sentence.clause_before(trigger.head)
    opener = sentence.low(own[0])
    if opener == "of" and "nauwelijks" not in sentence.lows:
        return any(sentence.is_finite(index) for index in own) and own[0] + 1 != trigger.head
    if not before:
        return False
    governing = {sentence.low(index) for index in before}
    if opener == "dat" and (governing & hedges["threat"] or _is_urged(governing)):
        return True
    if opener == "dat" and governing & hedges["announcing"] and _is_future(trigger, sentence):
        return True
    if opener in ("waarbij", "waarin", "waardoor") and governing & {"voorstel", "plan", "scenario"}:
        return True
    is_next = sentence.low(own[0] - 1) == "," and _opening(0, sentence) == before[0]
    return trigger.is_verb and is_next and _is_condition(_opening(0, sentence), None, sentence)


def _is_inverted_condition(trigger: Trigger, sentence: Sentence) -> bool:
    """A condition told by its order, or what follows: "Komt de stad in handen van …, dan dreigt een slachting"."""
    first = next((index for index, word in enumerate(sentence.words) if not word.is_mark), 0)
    if not sentence.is_finite(first):
        return False
    commas = [index for index, word in enumerate(sentence.words) if word.text == ","]
    return any(sentence.low(comma + 1) == "dan" for comma in commas) and trigger.head != first


def _is_future(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "zou" and an infinitive speak of what is to come: "zouden vertrekken", not "zouden zijn vertrokken"."""
    own = {word for index, word in own_clause(trigger, sentence) if index not in trigger.words}
    is_told = bool(own & {"zijn", "hebben", "worden"})
    return bool(own & word_classes().hedges["hearsay"]) and "infinitive" in trigger.forms and not is_told


def _is_urged(words: set[str]) -> bool:
    """Whether the words hold a verb of wishing with its particle: "dringt … aan", "stelt … voor"."""
    return any(particle in words and words & verbs for particle, verbs in word_classes().urging.items())


def _opening(index: int, sentence: Sentence) -> int:
    """The first word of the clause of word `index`, past quotation marks."""
    if sentence.words[index].is_mark:
        return next((i for i, word in enumerate(sentence.words) if not word.is_mark), index)
    return sentence.clause_of(index)[0]


def _is_on_condition(trigger: Trigger, sentence: Sentence) -> bool:
    """ "zonder akkoord gaat de oorlog door": what stands after "zonder" is a condition where a future follows."""
    hedges = word_classes().hedges
    near = [sentence.low(trigger.head - back) for back in (1, 2)]
    if trigger.is_verb or "zonder" not in near:
        return False
    return bool(sentence.lows & (hedges["modal"] | hedges["hearsay"] | {"wacht", "dreigt", "gaat", "blijft"}))


def _is_possible(trigger: Trigger, sentence: Sentence) -> bool:
    if _is_nominal_future(trigger, sentence) or is_ruled_out(trigger, sentence, with_not=True):
        return True
    if trigger.is_verb and (_is_under_modal(trigger, sentence) or _is_purpose(trigger, sentence)):
        return True
    return _is_hedged(trigger, sentence)


def _is_under_modal(trigger: Trigger, sentence: Sentence) -> bool:
    """A modal in the verb's own clause, and the verb its infinitive or participle."""
    hedges = word_classes().hedges
    own = [
        word
        for index, word in own_clause(trigger, sentence)
        if index not in trigger.words and not _is_no_modal(index, sentence)
    ]
    if trigger.forms == {"finite"} and not _is_plural_infinitive(trigger, sentence):
        return False
    if hedges["hearsay"] & set(own):
        return bool({"kunnen", "moeten", "willen", "anders"} & set(own)) or _is_consequence(trigger, sentence)
    if trigger.entry.group.frame != "act" and OBLIGED & set(own):
        return False
    return bool(hedges["modal"] & set(own))


def _is_no_modal(index: int, sentence: Sentence) -> bool:
    """Whether a word only looks like a modal: "tegen hun wil", "eist levens"."""
    word = sentence.low(index)
    if word == "wil":
        return sentence.low(index - 1) in ("hun", "haar", "zijn", "eigen", "vrije", "goede", "de")
    if not word.startswith("eis"):
        return False
    return any(sentence.low(near) in word_classes().hedges["victims"] for near in sentence.clause_of(index))


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


def _is_purpose(trigger: Trigger, sentence: Sentence) -> bool:
    hedges = word_classes().hedges
    if not is_infinitive(trigger, sentence) or _is_perfect(trigger, sentence):
        return False
    governing = {word for _, word in clause_before(trigger, sentence)}
    own = {word for _, word in own_clause(trigger, sentence)}
    if hedges["achieved"] & governing and ("erin" in governing or "er" in governing or "om" not in own):
        return False
    if "om" in own:
        return True
    if hedges["achieved"] & own or ("weten" in own and own & {"had", "hadden", "heeft", "hebben"}):
        return False
    if own & hedges["saying"]:
        return False
    return bool((governing | own) & (hedges["modal"] | hedges["possible"])) or "door" not in own


def _is_perfect(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the infinitive tells of what is done: "te hebben gedood", "krijgsgevangen te hebben gemaakt"."""
    inside = [sentence.low(index) for index in trigger.words]
    near = [sentence.low(trigger.head - 2), sentence.low(trigger.head - 1)]
    return any(
        first == "te" and second in ("hebben", "zijn") for words in (inside, near) for first, second in pairwise(words)
    )


def _is_condition(index: int, trigger: Trigger | None, sentence: Sentence) -> bool:
    """Whether the clause that starts at `index` is opened by "als" or "indien", and not "als gevolg van"."""
    hedges, opener = word_classes().hedges, sentence.low(index)
    if opener not in hedges["conditional"]:
        return False
    if opener != "als":
        return opener != "mocht" or trigger is None or trigger.is_verb
    following = sentence.low(index + 1)
    classes = word_classes().classes
    is_first = index == 0 or sentence.words[index - 1].is_mark or sentence.low(index - 1) in classes["openers"]
    is_clause = following in classes["determiners"] or following in classes["pronouns"] or following == "er"
    is_clause = is_clause or (is_first and (index + 1 in sentence.entity or _ends_with_verb(index, sentence)))
    is_clause = is_clause or (index + 1 in sentence.entity and trigger is not None and _closes(trigger, sentence))
    return is_clause and (trigger is None or trigger.is_verb)


def _closes(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the finite verb ends its clause: "als M23 aanvalt"."""
    own = [index for index in sentence.clause_of(trigger.head) if not sentence.words[index].is_mark]
    return trigger.is_verb and "finite" in trigger.forms and trigger.words[-1] == own[-1]


def _ends_with_verb(index: int, sentence: Sentence) -> bool:
    """Whether the clause of the word is one with its verb last: "als strijders de stad binnenvallen"."""
    clause = sentence.clause_of(index)
    return sentence.low(index + 1) not in NO_CLAUSE and sentence.is_finite(clause[-1]) and len(clause) > 2


def _is_nominal_future(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun in a clause with a modal: a new or indefinite event, or a capture still to come."""
    if (trigger.is_verb and not is_nominalised(trigger, sentence)) or trigger.entry.lemma == "verlies":
        return False  # a loss is there before one wants to make up for it
    hedges = word_classes().hedges
    own = [
        word
        for index, word in own_clause(trigger, sentence)
        if index not in trigger.words and not _is_no_modal(index, sentence)
    ]
    near = [sentence.low(trigger.head - back) for back in (1, 2, 3)]
    if near[2] == "dat":  # opens the clause
        near.pop()
    if (set(own) & hedges["threat"] or _is_urged(set(own))) and not (BACKGROUND | DEFINITE) & set(near):
        return True
    if sentence.low(sentence.clause_of(trigger.head)[0]) == "om" and not DEFINITE & set(near):
        return True
    future = {"zal", "zullen", "wil", "willen", "kan", "kunnen", "moet", "moeten", "gaat", "gaan"}
    if not future & set(own) and not (trigger.type == "CAPTURE" and hedges["hearsay"] & set(own)):
        return False
    if trigger.type == "CAPTURE":
        return not BACKGROUND & set(near)
    later = {sentence.low(index) for index in range(trigger.head + 1, len(sentence.words))}
    if future & set(own) and later & hedges["beginning"]:
        return True
    return not DEFINITE & set(near) or "een" in near


def _is_hedged(trigger: Trigger, sentence: Sentence) -> bool:
    """A word of plan, fear or possibility before the event in its clause; "waar mogelijk" does not count."""
    hedges, last = word_classes().hedges, trigger.words[-1]
    if sentence.low(last + 1) == "in" and sentence.low(last + 2) in ("voorbereiding", "aantocht"):
        return True
    if sentence.low(sentence.clause_of(trigger.head)[0]) in PERHAPS:
        return True
    for index, word in own_clause(trigger, sentence):
        if word not in hedges["possible"] or index in trigger.words:
            continue
        if not trigger.is_verb and not _is_within_phrase(index, trigger, sentence):
            continue
        if word == "liever" and not trigger.is_verb:
            continue
        if word == "mogelijk" and sentence.low(index - 1) in ("waar", "zo", "snel", "veel", "scenario's", "niet"):
            continue
        is_apart = any(sentence.words[mark].text == "," for mark in range(last, index))
        if index < trigger.head or (trigger.is_verb and word in ("mogelijk", "misschien", "wellicht") and not is_apart):
            return True
    return False


def _is_within_phrase(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a hedge at `index` stands shortly before the noun, with no verb between."""
    if not 0 < trigger.head - index <= NEAR_BEFORE:
        return False
    return not any(sentence.is_finite(between) for between in range(index, trigger.head))


def is_reported(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether someone is named or hinted at as saying it: zou, volgens, a verb of saying, quotation marks."""
    hedges = word_classes().hedges
    if hedges["hearsay"] & {word for _, word in own_clause(trigger, sentence)}:
        return True
    if any(index in sentence.quoted for index in trigger.words):
        return True
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) in ("toen", "waarbij", "doordat") and trigger.is_verb:
        before = {sentence.low(index) for index in sentence.clause_before(trigger.head)}
        if hedges["hearsay"] & before:  # "zouden zijn omgekomen toen hun huizen instortten"
            return True
    if _is_background(trigger, sentence):
        return False
    return any(start <= trigger.head < end for _, start, end in attributions(sentence))


def _is_background(trigger: Trigger, sentence: Sentence) -> bool:
    """A known event that something is dated by: "vijf dagen na het begin van het offensief"."""
    if trigger.is_verb or sentence.low(trigger.head - 1) not in ("de", "het"):
        return False
    return bool({"na", "sinds"} & {sentence.low(trigger.head - back) for back in range(2, 6)})
