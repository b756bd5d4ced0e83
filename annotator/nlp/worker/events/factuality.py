"""Factuality of an event from negation, modals, purposes, conditions and attribution around its trigger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from annotator.nlp.worker.events.attribution import attributions
from annotator.nlp.worker.events.attributive import is_attributive, is_state
from annotator.nlp.worker.events.conditions import (
    CONDITIONS,
    is_condition,
    is_inverted_condition,
    is_on_condition,
    opening_of,
)
from annotator.nlp.worker.events.confirmed import inserted_clause, is_confirmed, is_declared
from annotator.nlp.worker.events.cutting import TERM_MARKS
from annotator.nlp.worker.events.denials import DEFINITE, is_shut_out, is_taken_for_granted, is_unwanted
from annotator.nlp.worker.events.modals import is_future, is_no_modal, is_under_modal, shares_modal
from annotator.nlp.worker.events.negation import NEAR_BEFORE, is_negated, is_ruled_out
from annotator.nlp.worker.events.outlook import (
    follows_condition,
    has_time_to_come,
    is_after_as_soon,
    is_agreed,
    is_counterfactual,
    is_free_relative,
    is_near_at_hand,
    is_needed,
    is_next,
    is_offered,
    is_planned_then,
    is_said_to_come,
    is_supposed_after,
    is_talked_of,
    noun_preposition,
    time_conditions,
)
from annotator.nlp.worker.events.triggers import clause_before, is_infinitive, is_nominalised, own_clause
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

Factuality = Literal["ASSERTED", "REPORTED", "POSSIBLE", "NEGATED"]
# After these a noun speaks of what is past or given: "na de inname van Gao".
BACKGROUND = frozenset({"na", "sinds", "tijdens", "vanwege", "dankzij", "wegens"})
# Adverbs that at the head of a clause make all of it possible only.
PERHAPS = frozenset({"mogelijk", "misschien", "wellicht", "vermoedelijk", "waarschijnlijk"})
GIVEN = frozenset({"waarom", "hoezo", "wat"})  # what one so asks about is there
ANNOUNCED = frozenset({"kondigt", "kondigen", "kondigde", "kondigden", "aangekondigd"})
GOING = frozenset({"door", "in", "verder", "voort", "mee", "tekeer", "over", "uit"})  # particles of "gaat", "gaan"
# What is wished for a thing that there is.
ENDING = frozenset({"einde", "eind", "beëindiging", "stopzetting", "staking", "opschorting", "onderbreking", "afbouw"})


def factuality_of(trigger: Trigger, sentence: Sentence) -> Factuality:
    """The factuality; a stronger departure from plain assertion wins: negated, possible, reported."""
    if is_attributive(trigger, sentence):
        if "geen" in (sentence.low(trigger.head - 1), sentence.low(trigger.head - 2)):
            return "NEGATED"
        is_quoted = trigger.head in sentence.quoted or sentence.words[trigger.head - 1].text in TERM_MARKS
        counted = sentence.entity.get(trigger.head - 1)
        is_new = counted is not None and counted.label == "CARDINAL" and not sentence.low(trigger.head).endswith("ende")
        return "REPORTED" if (is_quoted or is_new) and is_reported(trigger, sentence) else "ASSERTED"
    if is_taken_for_granted(trigger, sentence):
        return "ASSERTED"
    is_lacking = not trigger.is_verb and sentence.low(trigger.head - 1) == "zonder"
    if is_lacking and sentence.clause_of(trigger.head)[0] != trigger.head - 1:
        return "NEGATED"  # "hopen dat zij zonder gevecht vertrekken", not "zonder bestand wordt het erger"
    if any(rule(trigger, sentence) for rule in (_is_unconfirmed, _is_open, is_on_condition)):
        return "ASSERTED" if is_state(trigger, sentence) else "POSSIBLE"
    if is_negated(trigger, sentence):
        return "NEGATED"
    if _is_possible(trigger, sentence):
        return "POSSIBLE"
    return "REPORTED" if is_reported(trigger, sentence) else "ASSERTED"


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
    if _is_left_open(trigger, sentence):
        return True
    own = own_clause(trigger, sentence)  # "heeft die overgave niet bevestigd"
    return not trigger.is_verb and any(
        index > trigger.head and word.startswith("bevestig") and sentence.low(index - 1) == "niet"
        for index, word in own
    )


def _is_left_open(trigger: Trigger, sentence: Sentence) -> bool:
    """A clause that opens the sentence and that the rest says is unknown: "wie de stad bezet, is onduidelijk"."""
    own = sentence.clause_of(trigger.head)
    if opening_of(0, sentence) != own[0] or sentence.low(own[0]) not in ("dat", "of", "wie", "wat", "hoe", "hoeveel"):
        return False
    later = {word.low for word in sentence.words[own[-1] + 1 :]}
    is_given = not trigger.is_verb and sentence.low(trigger.head - 1) in DEFINITE  # "wie achter de aanslag zit"
    if later & {"maar", ";"} or (is_given and sentence.low(own[0]) not in ("dat", "of")):
        return False
    is_unknown = bool(later & {"onduidelijk", "onbekend", "onzeker", "betwijfelt", "betwijfelen"})
    return is_unknown or ("niet" in later and bool(later & {"duidelijk", "zeker", "gelooft", "geloven", "bekend"}))


def _is_open(trigger: Trigger, sentence: Sentence) -> bool:
    """Asked or supposed: a question, a clause with "of", a condition or what follows from one, a wish with "dat"."""
    if _is_asked(sentence) or is_inverted_condition(trigger, sentence):
        return True
    if is_condition(opening_of(trigger.head, sentence), trigger, sentence):
        return True
    if any(rule(trigger, sentence) for rule in (is_after_as_soon, is_free_relative, is_counterfactual)):
        return True
    conditions = time_conditions(sentence) + [
        index
        for index, word in enumerate(sentence.words)
        if word.low in CONDITIONS and index == opening_of(index, sentence) and is_condition(index, None, sentence)
    ]
    if follows_condition(trigger, sentence, conditions):
        return True
    hedges, own = word_classes().hedges, sentence.clause_of(trigger.head)
    before = sentence.clause_before(trigger.head)
    opener = sentence.low(own[0])
    if opener == "of" and "nauwelijks" not in sentence.lows and not _is_setting(trigger, sentence):
        is_joined = (
            sentence.low(before[0]) == "dat" and sentence.is_finite(own[-1]) and sentence.is_finite(before[-1])
            if before
            else False
        )
        return any(sentence.is_finite(index) for index in own) and own[0] + 1 != trigger.head and not is_joined
    if not before:
        return False
    governing = {sentence.low(index) for index in before}
    governing -= _merely_said(governing, own, sentence)
    is_left = "niet" in governing and is_shut_out([sentence.low(index) for index in before])
    is_wished = not is_unwanted(trigger, sentence) and not _is_given(trigger, sentence)
    if opener == "dat" and (is_left or (is_wished and _is_supposed(governing, sentence.low(own[0] - 1)))):
        return True
    if opener == "dat" and governing & hedges["announcing"] and is_future(trigger, sentence):
        return True
    if opener in ("waarbij", "waarin", "waardoor") and governing & hedges["terms"]:
        is_proposed = bool(governing & ({"voorstel", "plan", "scenario"} | hedges["threat"]))
        return is_proposed or is_future(trigger, sentence)
    if opener == "dat" and governing & hedges["hoping"] and is_future(trigger, sentence):
        return True
    is_next = sentence.low(own[0] - 1) == "," and opening_of(0, sentence) in before
    is_next = is_next and opener not in ("toen", "zoals", "omdat", "nadat")
    return trigger.is_verb and is_next and is_condition(opening_of(0, sentence), None, sentence)


def _is_asked(sentence: Sentence) -> bool:
    """Whether the sentence asks whether it is so, and not why."""
    return sentence.words[-1].text == "?" and sentence.low(opening_of(0, sentence)) not in GIVEN


def _is_given(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun is of what there is, for which something is wished: "eist dat zij het bestand naleven"."""
    return not trigger.is_verb and sentence.low(trigger.head - 1) in DEFINITE and trigger.type == "AGREEMENT"


def _merely_said(governing: set[str], clause: tuple[int, ...], sentence: Sentence) -> frozenset[str]:
    """Which of the governing words only say it: "riep dat het veilig was", "kondigde aan dat X is begonnen"."""
    calling = frozenset() if {"op", "toe"} & governing else word_classes().hedges["calling"]
    return calling | (ANNOUNCED if _is_done(clause, sentence) else frozenset())


def _is_done(clause: tuple[int, ...], sentence: Sentence) -> bool:
    """Whether the clause tells what is done: "heeft aangekondigd dat er een slag is begonnen"."""
    verbs = {sentence.low(index) for index in clause if sentence.is_finite(index)}
    return bool(verbs & {"is", "zijn", "heeft", "hebben"}) and not verbs & {"zal", "zullen", "worden", "wordt"}


def _is_setting(trigger: Trigger, sentence: Sentence) -> bool:
    """What something else is asked about: "onderzoekt of bij bombardementen burgers zijn omgekomen"."""
    return not trigger.is_verb and noun_preposition(trigger, sentence) in {"bij", *BACKGROUND}


def _is_supposed(governing: set[str], before: str) -> bool:
    """ "de kans bestaat dat", "niet uitgesloten dat", "het ziet ernaar uit dat", "voor het geval dat", "eist dat"."""
    hedges = word_classes().hedges
    if before == "geval" or governing & hedges["threat"] or _is_urged(governing):
        return True
    if governing & hedges["suppositions"] or {"niet", "uitgesloten"} <= governing:
        return not governing & {"geen", "niets", "voorbij"}
    return {"ernaar", "uit"} <= governing and bool(governing & {"ziet", "zag"})


def _is_urged(words: set[str]) -> bool:
    """Whether the words hold a verb of wishing with its particle: "dringt … aan", "stelt … voor"."""
    return any(particle in words and words & verbs for particle, verbs in word_classes().urging.items())


def _is_possible(trigger: Trigger, sentence: Sentence) -> bool:
    if _is_nominal_future(trigger, sentence) or is_ruled_out(trigger, sentence, with_not=True):
        return True
    if any(rule(trigger, sentence) for rule in _OUTLOOKS) or _is_to_begin(trigger, sentence):
        return True
    if trigger.is_verb and any(rule(trigger, sentence) for rule in (is_under_modal, shares_modal, _is_purpose)):
        return True
    return _is_hedged(trigger, sentence)


_OUTLOOKS = (
    has_time_to_come, is_talked_of, is_near_at_hand, is_needed, is_next, is_planned_then, is_supposed_after,
    is_agreed, is_said_to_come, is_offered,
)  # fmt: skip


# Endings of nouns for what somebody does: it may be demanded though it is definite.
_ACTIONS = ("lating", "trekking", "tocht", "evacuatie", "ontruiming", "overgave", "ontwapening", "vertrek", "terugkeer")


def _is_purpose(trigger: Trigger, sentence: Sentence) -> bool:
    hedges = word_classes().hedges
    if trigger.entry.lemma.startswith("te "):
        return False  # "heeft hem te pakken"
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
    if (own & hedges["saying"]) - hedges["calling"] or (own | governing) & hedges["forced"]:
        return False
    return bool((governing | own) & (hedges["modal"] | hedges["possible"])) or "door" not in own


def _is_perfect(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the infinitive tells of what is done: "te hebben gedood", "krijgsgevangen te hebben gemaakt"."""
    inside = [sentence.low(index) for index in trigger.words]
    near = [sentence.low(trigger.head - 2), sentence.low(trigger.head - 1)]
    return any(
        first == "te" and second in ("hebben", "zijn") for words in (inside, near) for first, second in pairwise(words)
    )


def _is_nominal_future(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun in a clause with a modal: a new or indefinite event, or a capture still to come."""
    if (trigger.is_verb and not is_nominalised(trigger, sentence)) or trigger.entry.lemma == "verlies":
        return False  # a loss is there before one wants to make up for it
    hedges = word_classes().hedges
    own = [
        word
        for index, word in own_clause(trigger, sentence)
        if index not in trigger.words and not is_no_modal(index, sentence)
    ]
    near = [sentence.low(trigger.head - back) for back in (1, 2, 3)]
    if near[2] == "dat":  # opens the clause
        near.pop()
    if "een" in near:  # "kondigde het leger een aanval aan": what stands before is another noun's
        near = near[: near.index("een") + 2]
    if ENDING & set(near[:2]) or (near[0].endswith("e") and ENDING & set(near)):
        return False  # "eist (het) einde (van het) offensief": what is to end is there
    if trigger.type == "CAPTURE" and set(own) & hedges["foreseeing"] and not BACKGROUND & set(near):
        return True  # "voorspelde de val van de stad"
    if set(own) & hedges["demanding"] and sentence.low(trigger.head).endswith(_ACTIONS) and "van" not in near[1:]:
        return True  # "eisen de vrijlating van …"
    is_given = bool((BACKGROUND | DEFINITE) & set(near)) or sentence.low(trigger.head - 2).startswith("onderzoek")
    if (set(own) & hedges["threat"] or _is_urged(set(own))) and not is_given:
        return True
    first, last = sentence.segment_range(trigger.head)
    is_purpose = sentence.low(first) == "om" and "te" in {sentence.low(index) for index in range(trigger.head, last)}
    if is_purpose and not (BACKGROUND | DEFINITE) & set(near):
        return True
    future = {"zal", "zullen", "wil", "willen", "kan", "kunnen", "moet", "moeten", "gaat", "gaan"}
    is_going = sentence.low(sentence.clause_of(trigger.head)[-1]) in GOING  # "de gevechten gaan door"
    is_about = any(pair in (("gaan", "om"), ("gaat", "om")) for pair in pairwise(own))  # "het zou gaan om een aanslag"
    future -= {"gaat", "gaan"} if is_going or is_about else set()
    if not future & set(own) and not (trigger.type == "CAPTURE" and hedges["hearsay"] & set(own)):
        return False
    if trigger.type == "CAPTURE":
        return not BACKGROUND & set(near)
    later = {sentence.low(index) for index in range(trigger.head + 1, len(sentence.words))}
    if future & set(own) and later & hedges["beginning"]:
        return True
    return not DEFINITE & set(near) or "een" in near


def _is_to_begin(trigger: Trigger, sentence: Sentence) -> bool:
    """ "hoopt zaterdag met de hulp te beginnen": what somebody hopes or tries to bring about."""
    hedges, own = word_classes().hedges, sentence.clause_of(trigger.head)
    if trigger.is_verb or not hedges["intending"] & sentence.lows_of(trigger.head):
        return False
    later = [sentence.low(index) for index in own if index > trigger.head]
    return any(first == "te" and verb in hedges["beginning"] for first, verb in pairwise(later))


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
        if (
            hedges["hearsay"] & before and sentence.low(opening_of(0, sentence)) not in CONDITIONS
        ):  # "zouden zijn omgekomen toen hun huizen instortten"
            return True
    if _is_background(trigger, sentence):
        return False
    if not trigger.is_verb and _is_charge(trigger, sentence):
        return True
    if is_declared(trigger, sentence) or is_confirmed(trigger, sentence):
        return True
    inserted = inserted_clause(trigger, sentence)
    return any(
        start <= trigger.head < end and (not inserted or index in inserted)
        for index, start, end in attributions(sentence)
    )


def _is_charge(trigger: Trigger, sentence: Sentence) -> bool:
    """What somebody is accused of: "worden beschuldigd van moorden"."""
    near = [sentence.low(trigger.words[0] - back) for back in (1, 2, 3, 4)]
    return "van" in near and near[near.index("van") + 1 : near.index("van") + 2] in (["beschuldigd"], ["verdacht"])


def _is_background(trigger: Trigger, sentence: Sentence) -> bool:
    """A known event that something is dated by: "vijf dagen na het begin van het offensief".

    What is told since it is told by the same, "volgens X zijn sinds het begin van de slag …", but for a known one.
    """
    if trigger.is_verb or sentence.low(trigger.head - 1) not in ("de", "het"):
        return False
    near = {sentence.low(trigger.head - back) for back in range(2, 6)}
    return "na" in near or ("sinds" in near and sentence.low(trigger.words[-1] + 1) in ("dat", "die"))
