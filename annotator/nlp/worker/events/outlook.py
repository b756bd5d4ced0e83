"""What is still to come or only supposed: what follows from a condition, times to come, what is talked or hoped of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import lexicon, past_forms
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

DEFINITE = frozenset({"de", "het", "die", "deze", "dit", "dat", "hun", "zijn", "haar"})
ADJECTIVES = 3  # words that may stand between a determiner or preposition and its noun
OPENING = 4  # words of a clause among which it is told what comes next
GOVERNED = 10  # words between a verb and the preposition that it asks for
AWAITING = frozenset({"wacht", "wachten", "wachtte", "wachtten", "gewacht"})
HAVING = frozenset({"heeft", "hebben", "is", "zijn", "hebt", "heb", "ben"})
DENYING = frozenset({"niet", "geen", "nooit"})
OBLIGED = frozenset({"moet", "moeten"})
# After these, in the present, a noun or verb tells of what would follow.
TIME_CONDITIONS = frozenset({"zodra", "zolang"})


def determiner_of(trigger: Trigger, sentence: Sentence) -> tuple[int, str]:
    """(position, word) of the determiner of a noun; (position of the noun, "") where it has none."""
    for back in range(1, ADJECTIVES + 1):
        index = trigger.head - back
        low = sentence.low(index)
        if index < 0 or sentence.words[index].is_mark or low in word_classes().classes["prepositions"]:
            break
        if low in word_classes().classes["determiners"]:
            return index, low
        if not low.endswith("e") and index not in sentence.entity:
            break
    return trigger.head, ""


def is_past(words: Iterable[str]) -> bool:
    """Whether one of the words is a verb in the past tense, with its particle before it or without."""
    past, particles = past_forms(), lexicon().particles
    return any(
        word in past or any(word.startswith(part) and word[len(part) :] in past for part in particles) for word in words
    )


def finite_of(indexes: Iterable[int], sentence: Sentence) -> list[str]:
    """The finite verbs among the words."""
    return [sentence.low(index) for index in indexes if sentence.is_finite(index)]


def is_to_come(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the clause is in the present and tells nothing as done: "wordt opgepakt", "begint een slag"."""
    own = sentence.clause_of(trigger.head)
    verbs = finite_of(own, sentence)
    if (
        trigger.is_verb
        and "finite" in trigger.forms
        and not set(trigger.words) & {index for index in own if sentence.is_finite(index)}
    ):
        verbs.append(sentence.low(trigger.head))
    if not verbs or is_past(verbs) or set(verbs) & word_classes().hedges["hearsay"]:
        return False
    if not trigger.is_verb:
        becomes = {"wordt", "is"} & set(verbs) and sentence.low(trigger.head - 1) in ("een", "het", "dan")
        return bool(becomes or set(verbs) & word_classes().hedges["starting"])
    is_done = bool(HAVING & set(verbs)) and not {"wordt", "worden"} & set(verbs)
    return not (is_done and trigger.forms & {"participle", "phrase", "word"})


def follows_condition(trigger: Trigger, sentence: Sentence, conditions: list[int]) -> bool:
    """Whether the clause goes with one of the conditions that open at `conditions`, both in the present."""
    own = sentence.clause_of(trigger.head)
    lows = {sentence.low(index) for index in own}
    if lows & DENYING and not lows & word_classes().hedges["modal"]:
        return False  # "wij geven niet op, ook niet als …"
    for opening in conditions:
        clause = sentence.clause_of(opening)
        if trigger.head in clause or is_past(sentence.low(index) for index in clause if sentence.is_finite(index)):
            continue
        between = range(min(own[-1], clause[-1]) + 1, max(own[0], clause[0]))
        saying = word_classes().hedges["saying"]  # “Als …,” zegt hij, “dan …”
        is_beside = not any(sentence.is_finite(index) and sentence.low(index) not in saying for index in between)
        is_whole = not any(sentence.words[index].text in ";:" for index in between)
        if is_beside and is_whole and is_to_come(trigger, sentence):
            return True
    return False


def time_conditions(sentence: Sentence) -> list[int]:
    """Where "zodra" or "zolang" opens a clause."""
    return [index for index, word in enumerate(sentence.words) if word.low in TIME_CONDITIONS]


def is_after_as_soon(trigger: Trigger, sentence: Sentence) -> bool:
    """ "zodra er een bestand is", "zodra het leger vertrekt": not there yet."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) not in TIME_CONDITIONS or is_past(finite_of(own, sentence)):
        return False
    return trigger.is_verb or determiner_of(trigger, sentence)[1] in ("een", "geen")


def is_free_relative(trigger: Trigger, sentence: Sentence) -> bool:
    """ "Wie zich overgeeft, blijft leven": whoever does it."""
    first = next((index for index, word in enumerate(sentence.words) if not word.is_mark), 0)
    if sentence.low(first) != "wie" or sentence.words[-1].text == "?" or trigger.head not in sentence.clause_of(first):
        return False
    return trigger.is_verb and "finite" in trigger.forms and not is_past([sentence.low(trigger.head)])


def has_time_to_come(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the clause is in the present and names a time to come: "morgen", "volgende week", "binnen drie dagen"."""
    own = sentence.clause_of(trigger.head)
    if not any(_is_time_to_come(index, sentence) for index in own if index not in trigger.words):
        return False
    if _is_past_too(trigger, sentence):
        return False
    lows = sentence.lows_of(trigger.head)
    is_lasting = {"gaat", "gaan"} & lows and _LENGTHS & lows  # "gaat volgende week zijn tweede jaar in"
    return is_to_come(trigger, sentence) and (trigger.is_verb or not is_lasting)


_LENGTHS = frozenset({"jaar", "maand", "dag", "fase", "ronde", "etappe", "winter"})


def _is_past_too(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a plural that is the same in the past stands in a sentence of the past: "bezetten … en staken"."""
    verb = sentence.low(trigger.head)
    if not trigger.is_verb or not verb.endswith(("tten", "dden", "sten", "chten", "den")) or len(trigger.words) > 1:
        return False
    return is_past(finite_of((index for index in range(len(sentence.words)) if index != trigger.head), sentence))


def _is_time_to_come(index: int, sentence: Sentence) -> bool:
    word, after = sentence.low(index), sentence.low(index + 1)
    if word in word_classes().hedges["to_come"]:
        return True
    if word in word_classes().hedges["weekdays"]:
        own = sentence.lows_of(index)
        is_other = sentence.low(index - 1) in ("elke", "iedere", "sinds", "vorige", "afgelopen")
        is_due = own & OBLIGED and sentence.low(index - 1) in ("voor", "vóór", "tegen", "uiterlijk")
        return bool(own & {"wordt", "worden", "gaat", "gaan", "vertrekt", "vertrekken"} or is_due) and not is_other
    if word in ("volgende", "komende", "volgend", "komend"):
        return after in word_classes().hedges["spans"]
    entity = sentence.entity.get(index + 1)
    is_time = entity is not None and entity.label in role_table().labels["TIME"]
    if word in ("eind", "later") and after in ("dit", "deze"):
        return sentence.low(index + 2) in word_classes().hedges["spans"]
    if word == "tegen" and (after, sentence.low(index + 2)) == ("het", "einde"):
        return True
    if word == "binnen":
        return is_time or after in ("afzienbare", "enkele")
    if word == "nog":
        return after in ("voor", "vóór", "deze", "dit", "vandaag", "vanavond")
    return word == "tegen" and is_time and after not in ("de", "elf")


def is_said_to_come(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a speaker tells in the present what he or others do next: "En daarna marcheren wij naar X"."""
    own = sentence.clause_of(trigger.head)
    if not trigger.is_verb or trigger.words[0] not in sentence.quoted or "participle" in trigger.forms:
        return False
    opening = [sentence.low(index) for index in own[:OPENING]]
    verbs = finite_of(own, sentence)
    if not _NEXT & set(opening) or is_past(verbs) or set(verbs) & (HAVING | word_classes().hedges["hearsay"]):
        return False
    return bool(verbs)


_NEXT = frozenset({"daarna", "dan", "anders", "straks", "eerst", "voorjaar", "najaar", "zomer", "winter"})


def is_offered(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether somebody offers an agreement: "bood een bestand aan"."""
    lows = sentence.lows_of(trigger.head)
    is_offer = "aangeboden" in lows or ("aan" in lows and bool(lows & {"biedt", "bieden", "bood", "boden"}))
    return trigger.type == "AGREEMENT" and is_offer and not trigger.is_verb


def is_talked_of(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a noun is what is talked over, agreed to, hoped for or pleaded for: "bereid tot een vergelijk"."""
    if trigger.is_verb:
        return False
    first, determiner = determiner_of(trigger, sentence)
    preposition = first - 1 if determiner else _preposition_before(trigger.head, sentence)
    governors = word_classes().outlook.get(sentence.low(preposition))
    if _is_awaited(preposition, trigger, sentence):
        return True
    is_known = determiner in DEFINITE and (sentence.low(preposition) != "met" or trigger.type == "AGREEMENT")
    if governors is None or is_known or (sentence.low(preposition) == "met" and trigger.type == "AGREEMENT"):
        return False  # who consents to a truce makes it
    own = sentence.clause_of(trigger.head)
    near = {sentence.low(index) for index in own if preposition - GOVERNED <= index < preposition}
    if sentence.low(preposition) == "over":
        return bool(near & governors) or sentence.low(own[-1]) in _TALKED or sentence.low(own[-2]) in _TALKED
    last = {sentence.low(index) for index in own if trigger.head < index}
    if sentence.low(preposition - 1) == "op" and sentence.low(preposition) == "voor" and "zich" in near:
        return bool(near & {"maakt", "maken", "maakte", "maakten"})
    return bool((near | last) & governors)


def _is_awaited(preposition: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether somebody waits for it or is ready for it, be it a known one: "wachten op de evacuatie"."""
    near = {sentence.low(index) for index in sentence.clause_of(trigger.head) if index < preposition}
    match sentence.low(preposition):
        case "op":
            return bool(near & AWAITING)
        case "voor":
            return sentence.low(preposition - 1) in ("klaar", "gereed", "paraat")
    return False


def noun_preposition(trigger: Trigger, sentence: Sentence) -> str:
    """The preposition that governs the noun; "" where there is none."""
    first, determiner = determiner_of(trigger, sentence)
    if not determiner:
        return sentence.low(_preposition_before(trigger.head, sentence))
    before = sentence.low(first - 1)
    return before if before in word_classes().classes["prepositions"] else ""


def _preposition_before(head: int, sentence: Sentence) -> int:
    """The preposition that governs a noun without determiner, past its adjectives and names; -1 if none."""
    for index in range(head - 1, max(-1, head - 1 - ADJECTIVES), -1):
        if sentence.low(index) in word_classes().classes["prepositions"]:
            return index
        if sentence.words[index].is_mark or not (sentence.low(index).endswith("e") or index in sentence.entity):
            return -1
    return -1


# Last words of a clause about what is not agreed on yet: "dat er over een bestand gesproken wordt".
_TALKED = frozenset({"gesproken", "gepraat", "onderhandeld", "overlegd", "vergaderd", "gediscussieerd", "nagedacht"})


def is_next(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun that is to come as the one after others: "het wachten is op de volgende aanval"."""
    if trigger.is_verb or sentence.low(trigger.head - 1) not in ("volgende", "eerstvolgende"):
        return False
    verbs = finite_of(sentence.clause_of(trigger.head), sentence)
    return bool(verbs) and not is_past(verbs)


def is_needed(trigger: Trigger, sentence: Sentence) -> bool:
    """ "daarvoor zou een nieuw offensief nodig zijn": what has yet to be done."""
    own = sentence.clause_of(trigger.head)
    is_after = any(sentence.low(index) == "nodig" for index in own if index > trigger.head)
    told = set(finite_of(own, sentence)) - word_classes().hedges["hearsay"]
    return not trigger.is_verb and is_after and not is_past(told)


def is_planned_then(trigger: Trigger, sentence: Sentence) -> bool:
    """ "daarna zou het beleg worden hervat": what "zou" tells of a time to come, where nothing is told as done."""
    lows = sentence.lows_of(trigger.head)
    hedges = word_classes().hedges
    is_then = bool(lows & {"daarna", "vervolgens", "dan"}) and not trigger.is_verb
    return is_then and bool(lows & hedges["hearsay"] and lows & hedges["beginning"]) and not lows & {"zijn", "hebben"}


def is_agreed(trigger: Trigger, sentence: Sentence) -> bool:
    """ "volgens het akkoord trekken zij zich terug", "in ruil voor een bestand": terms, where nothing past is told."""
    lows = [sentence.low(index) for index in sentence.clause_of(trigger.head)]
    verbs = finite_of(sentence.clause_of(trigger.head), sentence)
    hedges = word_classes().hedges
    if is_past(set(verbs) - hedges["hearsay"]) or not verbs:
        return False
    if "volgens" in lows and hedges["terms"] & set(lows[lows.index("volgens") :][:3]):
        return sentence.low(trigger.head) not in hedges["terms"] and is_to_come(trigger, sentence)
    first, _ = determiner_of(trigger, sentence)
    before = [sentence.low(first - back) for back in (3, 2, 1)]
    return not trigger.is_verb and before == ["in", "ruil", "voor"] and sentence.low(first) not in DEFINITE


def is_supposed_after(trigger: Trigger, sentence: Sentence) -> bool:
    """ "ze worden gegijzeld, vermoedt hij": what the speaker named after it only fears, hopes or supposes."""
    for index in range(trigger.words[-1] + 1, len(sentence.words)):
        word = sentence.words[index]
        if word.text == ";":
            return False
        if word.low in word_classes().hedges["supposing"] and sentence.words[index - 1].text == ",":
            return sentence.low(index + 1) != "dat"
    return False


def is_near_at_hand(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun of which it is said that it is to come: "een offensief is op til", "de val is een kwestie van tijd"."""
    first, _ = determiner_of(trigger, sentence)
    if trigger.is_verb or sentence.low(first - 1) in word_classes().classes["prepositions"]:
        return False
    _, last = sentence.segment_range(trigger.head)
    after = " ".join(sentence.low(index) for index in range(trigger.words[-1] + 1, last)) + " "
    return any(f" {phrase} " in f" {after}" for phrase in word_classes().hedges["near_at_hand"])


def is_counterfactual(trigger: Trigger, sentence: Sentence) -> bool:
    """ "Zonder ons was de stad al gevallen": what would have been."""
    own = [index for index in sentence.clause_of(trigger.head) if not sentence.words[index].is_mark]
    if not own or not trigger.is_verb or sentence.low(own[0]) != "zonder" or "participle" not in trigger.forms:
        return False
    verbs = finite_of(own, sentence)
    return bool(verbs) and verbs[0] in ("was", "waren", "had", "hadden") and own[0] < trigger.head
