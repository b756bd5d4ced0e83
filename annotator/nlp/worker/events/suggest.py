"""Suggesting the events of a document: triggers, types, factuality and roles put together, with their scores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.nlp.worker.events.antecedents import spoken_of
from annotator.nlp.worker.events.attributive import is_attributive
from annotator.nlp.worker.events.clauses import Sentence, sentences
from annotator.nlp.worker.events.factuality import factuality_of
from annotator.nlp.worker.events.lexicon import WordSet, lexicon
from annotator.nlp.worker.events.roles import arguments_of
from annotator.nlp.worker.events.triggers import Trigger, find_triggers
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.document import Document
    from annotator.core.span import Argument

LAYER = "events"
SUGGESTER = "events-nl"
VERSION = "1"

# How the way a trigger was found changes its group's prior precision.
FACTORS: Mapping[str, float] = {
    "phrase": 1.0,
    "verb": 1.0,
    "split": 0.97,
    "noun": 1.0,
    "word": 1.0,
    "compound": 0.95,
    "attributive": 0.93,
}

# Nouns that take their type from the text around them, the context words for it, and the types.
REFERRING = frozenset(
    {
        "aanval",
        "raid",
        "terreurdaad",
        "aan|vallen",
        "onder vuur <nemen komen>?",
        "het vuur <openen hervatten beantwoorden>+",
    }
)
REFERRING_NOUNS = frozenset({"aanval", "aanslag", "raid", "terreurdaad"})
STRIKES = frozenset({"ATTACK", "AIRSTRIKE", "BOMBING"})
STRIKE_AGE = 3  # sentences after which "de aanval" is no longer taken for the last one told of
TELLING = frozenset({"op", "tegen", "van", "bij", "in", "door", "-", "met"})
BESIDE_ARMY = frozenset({"volgens", "aldus", "voor", "door", "tegen", "tussen", "van", "onder", "met"})
DEFINITE = frozenset({"de", "deze", "die"})
OF_THEIRS = frozenset({"zijn", "zo'n", "zulke", "dergelijke"})  # "hun aanvallen" are mostly all that they do


def suggest_events(document: Document, entities: Sequence[Suggestion]) -> list[Suggestion]:
    """Events of the document by position; their arguments name ids of `entities`, sentence by sentence."""
    result: list[Suggestion] = []
    previous: Sentence | None = None
    struck, age = "", 0  # the type of the last strike told of, and how many sentences ago that was
    for sentence in sentences(document, entities):
        for found in find_triggers(sentence, lexicon()):
            trigger = typed_by_context(
                found, sentence, previous, struck if age < STRIKE_AGE and struck != "ATTACK" else ""
            )
            result.append(_suggestion(document, sentence, trigger))
            if trigger.type in STRIKES:
                struck, age = trigger.type, 0
        previous, age = sentence, age + 1
    return sorted(result, key=lambda suggestion: suggestion.fragments)


def _suggestion(document: Document, sentence: Sentence, trigger: Trigger) -> Suggestion:
    fragments = tuple(_fragments(sentence, trigger))
    label, way = _label(trigger, sentence), _way(trigger, sentence)
    arguments: tuple[Argument, ...] = arguments_of(trigger, sentence)
    return Suggestion(
        id=suggestion_id(document.sha256, LAYER, label, fragments),
        layer=LAYER,
        label=label,
        fragments=fragments,
        score=round(trigger.entry.group.score * FACTORS[way], 3),
        provenance=Provenance(SUGGESTER, VERSION, rule=f"{way}:{trigger.entry.lemma}"),
        is_event=True,
        attributes={"factuality": factuality_of(trigger, sentence)},
        arguments=arguments,
    )


def _fragments(sentence: Sentence, trigger: Trigger) -> Iterator[tuple[int, int]]:
    """The runs of neighbouring words of the trigger as ranges of code points."""
    first = previous = trigger.words[0]
    for index in trigger.words[1:]:
        if trigger.is_split or index != previous + 1:
            yield sentence.words[first].start, sentence.words[previous].end
            first = index
        previous = index
    yield sentence.words[first].start, sentence.words[previous].end


def _way(trigger: Trigger, sentence: Sentence) -> str:
    if trigger.is_split:
        return "split"
    if is_attributive(trigger, sentence):
        return "attributive"
    if trigger.entry.kind == "noun" and not lexicon().words.get(sentence.low(trigger.head)):
        return "compound"
    return trigger.entry.kind


def typed_by_context(trigger: Trigger, sentence: Sentence, previous: Sentence | None, struck: str) -> Trigger:
    """A bare "de aanval", or "een aanval met drones", takes the type of the strike or blast told of around it.

    `struck`: the type of the last strike before, "" if that is long ago.
    """
    if struck and (_refers_back(trigger, sentence) or (struck == "AIRSTRIKE" and _is_another(trigger, sentence))):
        return replace(trigger, type=struck)
    if trigger.type != "ATTACK" or trigger.entry.lemma not in REFERRING:
        return trigger
    before, after = sentence.low(trigger.head - 1), sentence.low(trigger.head + 1)
    is_anaphoric = not trigger.is_verb and before in DEFINITE and after not in ("op", "tegen")
    around = {sentence.low(index) for index in _who_words(trigger, sentence)}
    around |= _craft(trigger, sentence)
    if trigger.is_verb and around & word_classes().classes["army"]:
        return trigger  # "troepen vielen de stad aan, gesteund door straaljagers"
    if is_anaphoric:
        around |= sentence.lows | (previous.lows if previous is not None else frozenset())
    bombs = WordSet.of(word_classes().context["bomb"])
    # Bombs near "de aanval" are often but what it meets or begins with; "bermbommen" are none from the air.
    if not (trigger.is_verb or is_anaphoric) and any(bombs.holds(word) for word in around):
        return replace(trigger, type="BOMBING")
    air = WordSet.of(word_classes().context["air"])
    is_from_air = any(air.holds(word) and not bombs.holds(word) for word in around)
    return replace(trigger, type="AIRSTRIKE") if is_from_air else trigger


def _is_another(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is one more strike of the kind just told of: "zo'n aanval", "29 aanvallen"."""
    if trigger.entry.kind != "noun" or trigger.entry.lemma != "aanval" or trigger.type != "ATTACK":
        return False
    entity = sentence.entity.get(trigger.head - 1)
    is_counted = entity is not None and entity.label == "CARDINAL"
    return is_counted or sentence.low(trigger.head - 1) in OF_THEIRS


def _refers_back(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is "de aanval" or "deze aanslag" with nothing behind it that tells another one."""
    if trigger.entry.kind != "noun" or trigger.entry.lemma not in REFERRING_NOUNS:
        return False
    after = trigger.words[-1] + 1
    is_particle = after + 1 >= len(sentence.words) or sentence.words[after + 1].is_mark  # "eiste de aanval op."
    return sentence.low(trigger.head - 1) in DEFINITE and (sentence.low(after) not in TELLING or is_particle)


def _craft(trigger: Trigger, sentence: Sentence) -> set[str]:
    """The vehicles of the clause in one word each: "f-16's", whose hyphen and numbers are words of their own."""
    own = [index for index in sentence.clause_of(trigger.head) if index in sentence.entity]
    places = {sentence.place_of(sentence.entity[index]) for index in own if sentence.entity[index].label == "VEHICLE"}
    return {"".join(sentence.low(index) for index in range(first, last)) for first, last in places}


def _label(trigger: Trigger, sentence: Sentence) -> str:
    """The type; for entries that say so another one where civilians are spoken of in the clause."""
    group = trigger.entry.group
    who = _who_words(trigger, sentence)
    words = {sentence.low(index) for index in who}
    if group.forces and not words & word_classes().classes["civilians"] and _has_army(trigger, who, sentence):
        return group.forces
    if not group.civilians:
        return trigger.type
    is_of_people = bool(words & (word_classes().classes["civilians"] | {"wie", "niemand"}))
    is_of_people = is_of_people or _counts_people(trigger, sentence)
    return group.civilians if is_of_people else trigger.type


def _has_army(trigger: Trigger, who: Sequence[int], sentence: Sentence) -> bool:
    """Whether an army acts, and is not whom one flees from or who tells it: "volgens het leger", "voor de troepen"."""
    classes, head = word_classes().classes, trigger.head
    places = (
        index
        for index in who
        if sentence.low(index) in classes["army"]
        and not any(sentence.low(other) in classes["openers"] for other in range(head + 1, index))
    )
    return any(not {sentence.low(place - back) for back in (1, 2, 3)} & BESIDE_ARMY for place in places)


def _who_words(trigger: Trigger, sentence: Sentence) -> list[int]:
    """The words of the clause, and those that say who it is about: "burgers die de stad verlaten"."""
    return [*sentence.clause_of(trigger.head), *spoken_of(trigger.head, sentence)]


def _counts_people(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the clause counts members of a people, "duizenden Armeniërs", or "duizenden anderen", and no troops."""
    clause = sentence.clause_of(trigger.head)
    for index in clause:
        entity, before = sentence.entity.get(index), sentence.entity.get(index - 1)
        if entity is not None and before is not None and (entity.label, before.label) == ("NORP", "CARDINAL"):
            return sentence.low(index).endswith(("n", "s")) and sentence.low(index + 1) != "-"
        if before is not None and before.label == "CARDINAL" and entity is not before:
            is_place = sentence.low(index) in word_classes().classes["places"]
            return sentence.low(index) == "anderen" or (sentence.is_finite(index) and not is_place)
    return False
