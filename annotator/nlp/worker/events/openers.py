"""Which words open a clause inside a stretch without marks: conjunctions, relatives, "om" with "te", "en"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.cutting import RANKS
from annotator.nlp.worker.events.lexicon import common_plurals, lexicon
from annotator.nlp.worker.events.words import is_doer, is_place_noun, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.nlp.worker.events.clauses import Sentence


def opens(sentence: Sentence, index: int) -> bool:
    """Whether the word opens a clause inside a stretch without marks."""
    classes, word = word_classes(), sentence.words[index].low
    if index in sentence.entity and sentence.entity[index] is sentence.entity.get(index - 1):
        return False  # "Line of Control"
    if word == "maar" and not sentence.words[index - 1].is_mark and is_number(sentence, index + 1):
        return False  # "zijn maar 98 vrachtwagens aangekomen"
    if word == "om":
        ahead = [sentence.low(position) for position in range(index + 1, min(index + 16, len(sentence.words)))]
        return "te" in ahead and "," not in ahead[: ahead.index("te")]
    if word == "als" and _likens(sentence, index):
        return False
    if word == "wie" and sentence.low(index - 1) == "onder":  # ", onder wie drie kinderen, "
        return False
    if word in ("die", "dat"):
        return _opens_relative(sentence, index)
    if word == "en":
        return _joins_clauses(sentence, index)
    if word == "of" and _joins_words(sentence, index):
        return False
    if word == "toen":
        return not _is_then(sentence, index)
    return word in classes.classes["openers"] or is_conjunction(sentence, index)


def _opens_relative(sentence: Sentence, index: int) -> bool:
    """Whether "die" or "dat" opens a clause."""
    classes, word, before = word_classes().classes, sentence.words[index].low, sentence.low(index - 1)
    if word == "dat" and _is_taken_up(sentence, index):
        return False  # "spreekt dat tegen en …"
    if word == "dat" and (before == "of" or sentence.low(index + 1) in _THAT):
        return False  # "of dat een nederlaag was, weet niemand", "noemt dat aantal overdreven"
    if before in classes["prepositions"]:
        is_noun_behind = index + 1 in sentence.entity or sentence.low(index + 1) not in classes["determiners"] | {"er"}
        if word == "die" and (before == "af" or is_noun_behind):
            return before == "af"
        return _follows_particle(sentence, index)
    return word == "dat" or not (before in classes["openers"] or sentence.is_finite(index - 1))


def _is_taken_up(sentence: Sentence, index: int) -> bool:
    """Whether "dat" stands for what was said before, the object of the verb before it: "wijst dat af"."""
    after = index + 1 + (sentence.low(index + 1) in ("niet", "ook", "stellig"))
    after += sentence.low(after) in _PARTICLES | {"tegen"}
    is_end = after >= len(sentence.words) or sentence.words[after].is_mark or sentence.low(after) in ("en", "maar")
    is_denied = sentence.low(index + 1) == "niet" and sentence.low(index - 1) in ("ze", "zij", "hij", "we", "wij")
    return is_end and (sentence.is_finite(index - 1) or is_denied)


def _likens(sentence: Sentence, index: int) -> bool:
    """Whether "als" opens no clause: "als eerste grote stad", "bekend als X", "zo goed als"."""
    is_rank = sentence.low(index + 1) in RANKS or sentence.low(index - 1) in word_classes().classes["known_as"]
    is_one = (sentence.low(index + 1), sentence.low(index + 2)) == ("een", "van")
    is_example = index + 1 in sentence.entity and _is_kind(sentence, index - 1)
    if is_rank or is_one or is_example or sentence.low(index - 2) in ("zo", "even", "net"):
        return True
    return not _has_verb_after(sentence, index)


def _has_verb_after(sentence: Sentence, index: int) -> bool:
    """Whether the stretch after the word has a verb, or ends with what may be one: not "als schild en schoot"."""
    stop = index + 1
    while stop < len(sentence.words) and not sentence.words[stop].is_mark:
        if sentence.is_finite(stop):
            return sentence.low(stop - 1) != "en"
        stop += 1
    return sentence.words[stop - 1].text.islower() and sentence.low(stop - 1).endswith(("t", "en", "de", "te", "is"))


def _is_kind(sentence: Sentence, index: int) -> bool:
    """Whether the word is a common noun of which a name is an example: "in steden als X", "milities als Y"."""
    low = sentence.low(index)
    if index in sentence.entity or _is_verb(sentence, index):
        return False
    return is_place_noun(low) or is_doer(low) or low in ("landen", "groepen", "organisaties", "groeperingen")


def _joins_words(sentence: Sentence, index: int) -> bool:
    """Whether "of" stands between two verbs or two names: "werden gedood of opgepakt", "naar Kirkoek of Erbil"."""
    if sentence.low(index - 1) == "slag" or sentence.low(index + 1) in _AFTER_OR:
        return True  # "zonder slag of stoot", "geheel of gedeeltelijk"
    one, other = sentence.entity.get(index - 1), sentence.entity.get(index + 1)
    if one is not None and other is not None:
        return one.label == other.label
    if sentence.low(index - 2) == sentence.low(index + 1) in word_classes().classes["determiners"]:
        return True  # "met een ezel of een kar"
    if _joins_ways(sentence, index):
        return True
    if _looks_done(sentence, index - 1) and _looks_done(sentence, index + 1):
        return True  # "worden gefolterd of geëxecuteerd"
    return _is_verb(sentence, index - 1) and _is_verb(sentence, index + 1)


def _is_then(sentence: Sentence, index: int) -> bool:
    """Whether "toen" is no opener but says when, no verb coming before "en": "trokken de stad toen binnen en …"."""
    if sentence.is_finite(index - 1) or sentence.is_finite(index + 1):
        return True  # "zouden zich toen hebben …"
    is_next = sentence.low(index - 1) == "en" and sentence.low(index + 1) in word_classes().classes["prepositions"]
    stop = index + 1
    while stop < len(sentence.words) and not sentence.words[stop].is_mark and sentence.low(stop) != "en":
        if sentence.is_finite(stop):
            return False
        stop += 1
    if is_next:
        return True  # "eerst naar X en toen naar Y"
    return _has_verb_before(sentence, index) and sentence.low(stop - 1) in _PARTICLES | {"binnen", "weg", "over"}


def _joins_ways(sentence: Sentence, index: int) -> bool:
    """Whether "of" ties two phrases with prepositions: "vluchtten te voet of per boot"."""
    prepositions = word_classes().classes["prepositions"]
    if sentence.low(index + 1) not in prepositions or sentence.low(index + 2) == "er":
        return False
    near = [at for at in range(max(0, index - 5), index - 1) if sentence.low(at) in prepositions]
    return bool(near) and not any(sentence.is_finite(at) or sentence.words[at].is_mark for at in range(near[-1], index))


def _looks_done(sentence: Sentence, index: int) -> bool:
    """Whether the word has the form of a participle."""
    low = sentence.low(index)
    is_like = low.startswith("ge") and low.endswith(("d", "t", "en")) and len(low) > SHORTEST_PARTICIPLE
    return is_like and index not in sentence.entity


def _is_verb(sentence: Sentence, index: int) -> bool:
    if index in sentence.entity or not 0 <= index < len(sentence.words):
        return False
    readings = lexicon().words.get(sentence.low(index), ())
    forms = {"finite", "participle", "infinitive", "word"}
    return sentence.is_finite(index) or any(reading.forms & forms for reading in readings)


def is_number(sentence: Sentence, index: int) -> bool:
    """Whether the word is of a number that was found as one."""
    return index in sentence.entity and sentence.entity[index].label in ("CARDINAL", "DURATION", "QUANTITY")


def _follows_particle(sentence: Sentence, index: int) -> bool:
    """Whether the preposition before "dat" ends its verb: "kondigde aan dat de troepen", not "op dat ogenblik"."""
    classes, after = word_classes().classes, sentence.low(index + 1)
    if sentence.low(index - 1) not in _PARTICLES:
        return False
    return index + 1 in sentence.entity or after == "er" or after in classes["determiners"] | classes["pronouns"]


SHORTEST_PARTICIPLE = 5  # letters that a participle has more of
_THAT = frozenset({"aantal", "cijfer", "plan", "bericht", "voorstel", "idee", "beeld", "moment", "soort", "verhaal"})
_AFTER_OR = frozenset({"gedeeltelijk", "deels", "meer", "minder", "anders", "zelfs", "helemaal", "niet", "tenminste"})
_PARTICLES = frozenset({"aan", "toe", "op", "uit", "in", "af", "voor", "bij"})


def is_conjunction(sentence: Sentence, index: int) -> bool:
    """Whether "sinds" or "tot" opens a clause, whose verb is at its end: "sinds de rebellen de stad heroverden"."""
    after = sentence.entity.get(index + 1)
    is_time = after is not None and after.label in ("DATE", "TIME", "DURATION")  # "willen tot mei blijven betogen"
    if sentence.low(index) not in ("sinds", "tot") or is_time:
        return False
    stop = index + 1
    while stop < len(sentence.words) and (not sentence.words[stop].is_mark or sentence.words[stop].text in "()"):
        stop += 1
    finite = [position for position in range(index + 2, stop) if sentence.is_finite(position)]
    if not finite or finite[0] <= index + 2:
        return False
    is_main = _has_verb_before(sentence, index)
    if is_main and finite[-1] == stop - 1:
        return True  # "Het is de zwaarste slag sinds de oorlog in mei begon"
    who = index + 2 if sentence.low(index + 1) in ("de", "het") else index + 1
    if sentence.low(who).endswith("e") and who + 1 in sentence.entity:
        who += 1  # "sinds de Jemenitische Houthi's …"
    named = sentence.entity.get(who)
    is_party = named is not None and named.label in ("NORP", "ORG", "PERSON")
    if not is_party and sentence.low(who) not in word_classes().classes["doers"]:
        return False
    is_told = any(sentence.is_finite(position) for position in (*range(index), *range(stop, len(sentence.words))))
    return is_told and (finite[0] >= stop - 3 or is_main)


def _has_verb_before(sentence: Sentence, index: int) -> bool:
    """Whether the clause that the word stands in has its verb before it."""
    opened = word_classes().classes["openers"]
    for position in range(index - 1, -1, -1):
        if sentence.words[position].is_mark or sentence.low(position) in opened:
            return False
        if sentence.is_finite(position):
            return True
    return False


def _joins_clauses(sentence: Sentence, index: int) -> bool:
    """Whether "en" stands between two clauses: a verb right after it, or one before and one soon after it."""
    start = index
    while start > 0 and not sentence.words[start - 1].is_mark:
        start -= 1
    before = [sentence.low(position) for position in range(start, index) if sentence.is_finite(position)]
    if sentence.is_finite(index + 1):
        return not (has_modal(before) and _is_final_infinitive(sentence, index + 1))
    if _are_numbers(sentence, index):  # "zouden tussen de tien en vijftien mensen hebben vermoord"
        return False
    later = [position for position in range(index + 2, index + 6) if sentence.is_finite(position)]
    if not later:
        return bool(before) and sentence.low(index + 2) in common_plurals() and not has_modal(before)
    if has_modal(before):
        # "zouden soldaten en burgers zijn gedood", "zullen plunderen en in brand steken"
        return not (sentence.low(later[0]) in INFINITIVES or _is_final_infinitive(sentence, later[0]))
    return bool(before)


def has_modal(words: Sequence[str]) -> bool:
    """Whether one of the words is a modal verb or tells hearsay: "zouden", "zou"."""
    hedges = word_classes().hedges
    return any(word in hedges["modal"] or word in hedges["hearsay"] for word in words)


def _is_final_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether the word ends its stretch and can be an infinitive: "zullen plunderen en in brand steken"."""
    is_final = index + 1 >= len(sentence.words) or sentence.words[index + 1].is_mark
    return is_final and sentence.low(index).endswith("en")


INFINITIVES = frozenset({"hebben", "zijn", "worden"})


def _are_numbers(sentence: Sentence, index: int) -> bool:
    before, after = sentence.entity.get(index - 1), sentence.entity.get(index + 1)
    return before is not None and before is after
