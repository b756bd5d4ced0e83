"""Finding triggers: phrases, separable verbs with their particle, single words and compounds, with their guards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.antecedents import spoken_of
from annotator.nlp.worker.events.cutting import TERM_MARKS
from annotator.nlp.worker.events.idioms import ANY_WORD, MAX_LINKS, phrase_at
from annotator.nlp.worker.events.verbal import NOT_ADJECTIVES, reads_as_verb
from annotator.nlp.worker.events.words import is_place_noun, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.lexicon import Entry, FormKind, Guard, Lexicon, Reading

MAX_REACH = 30  # words between a verb and its particle
BESIDE = 3  # words between a trigger and the entity that must stand beside it
MIN_LENGTH = 3  # letters of a trigger
# Types for which counts who goes, suffers or is taken: who "die" and "wie" are in what goes before.
BEFALLING = frozenset({"DISPLACEMENT", "RETREAT", "KILLING", "INJURY", "DETENTION", "ABDUCTION", "AIRSTRIKE"})
# Particles that are also prepositions; they count only where nothing follows that they could govern.
_PREPOSITIONAL = frozenset(
    (
        "aan", "op", "in", "uit", "over", "door", "bij", "om", "voor", "tegen", "onder", "na", "binnen",
        "toe", "langs", "rond", "achter",
    )
)  # fmt: skip
_BEFORE_COMMANDS = frozenset("\"„“”‘’'«»:")  # marks that what is called out may stand behind
_INTO = frozenset({"in", "uit", "binnen", "over", "af", "op"})
_COMMANDED = frozenset({"je", "u", "jullie", "ons", "hen", "hem", "de", "het", "uw", "alles", "niet", "nooit"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A found trigger: its words (two runs where the particle stands apart), entry, form and type."""

    words: tuple[int, ...]
    entry: Entry
    forms: frozenset[FormKind]
    type: str

    @property
    def head(self) -> int:
        """The first of its words, by number in the sentence."""
        return self.words[0]

    @property
    def is_verb(self) -> bool:
        """Whether it is the clause's predicate: a verb, or a phrase or word like "gewond" that governs no "van"."""
        is_other = self.entry.kind in ("phrase", "word")
        return self.entry.kind == "verb" or (is_other and (not self.entry.group.van or self.entry.is_state))

    @property
    def is_split(self) -> bool:
        """Whether verb and particle are two words, next to one another ("rukken op") or apart."""
        return bool(self.entry.particle) and "finite" in self.forms and len(self.words) == 2


def find_triggers(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a sentence, by position; no word belongs to two."""
    taken: set[int] = set()
    found: list[Trigger] = []
    for finder in (_phrases, _separated, _singles):
        for trigger in finder(sentence, lexicon):
            if not taken.intersection(trigger.words) and is_allowed(trigger, sentence):
                taken.update(trigger.words)
                found.append(trigger)
    return sorted(found, key=lambda trigger: trigger.words)


def _phrases(sentence: Sentence, lexicon: Lexicon) -> Iterator[Trigger]:
    for index, word in enumerate(sentence.words):
        begun = lexicon.phrases.get(word.low)
        for phrase in begun.get(sentence.low(index + 1), begun[ANY_WORD]) if begun else ():
            span = phrase_at(sentence, index, phrase)
            if span is not None:
                yield Trigger(span, phrase.entry, frozenset({"phrase"}), phrase.entry.group.type)


def _separated(sentence: Sentence, lexicon: Lexicon) -> Iterator[Trigger]:
    for index, word in enumerate(sentence.words):
        if word.low in lexicon.particles:
            yield from _reunited(sentence, index, lexicon)
        entries = lexicon.finite_bases.get(word.low)
        if not entries and _is_commanding(sentence, index):
            entries = lexicon.commands.get(word.low)
        if entries:
            yield from _with_particle(sentence, index, entries)


def _is_commanding(sentence: Sentence, index: int) -> bool:
    """Whether word `index` begins what is called out, as a command does: "Geef je over!", not "Ruim tien dorpen …"."""
    is_first = index == 0 or sentence.words[index - 1].text in _BEFORE_COMMANDS
    named = sentence.entity.get(index + 1)
    return is_first and (sentence.low(index + 1) in _COMMANDED or (named is not None and named.label == "GPE"))


def _reunited(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Trigger]:
    """A particle with its infinitive or participle right after it: "af te snijden", "neer hebben gelegd"."""
    links = word_classes().classes["links"]
    after = index + 1
    while after - index <= MAX_LINKS and sentence.low(after) in links:
        after += 1
    if after == index + 1:
        yield from _behind_place(sentence, index, lexicon)
        return
    for entry in lexicon.other_bases.get(sentence.low(after), ()):
        if entry.particle == sentence.low(index):
            is_infinitive = sentence.low(after - 1) == "te" or sentence.low(after).endswith("en")
            forms: frozenset[FormKind] = frozenset({"infinitive" if is_infinitive else "participle"})
            yield Trigger(tuple(range(index, after + 1)), entry, forms, entry.group.type)


def _behind_place(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Trigger]:
    """A verb right behind the particle that follows where one goes: "toen tanks de stad in reden"."""
    named, low = sentence.entity.get(index - 1), sentence.low(index + 1)
    is_named = named is not None and named.label in ("GPE", "LOC", "FAC")
    is_place = is_named or (is_place_noun(sentence.low(index - 1)) and sentence.low(index - 1) != "huis")
    if sentence.low(index) not in _INTO or not is_place:
        return
    for entry in (*lexicon.finite_bases.get(low, ()), *lexicon.other_bases.get(low, ())):
        if entry.particle == sentence.low(index):
            yield Trigger((index, index + 1), entry, frozenset({"participle"}), entry.group.type)


def _with_particle(sentence: Sentence, index: int, entries: tuple[Entry, ...]) -> Iterator[Trigger]:
    if sentence.low(index - 1) == "te":  # "om indruk te maken vuurde …": no finite verb
        return
    wanted = {entry.particle: entry for entry in reversed(entries)}
    for position in particle_positions(sentence, index):
        particle = sentence.low(position)
        if particle in wanted:
            for entry in entries:
                if entry.particle == particle:
                    yield Trigger((index, position), entry, frozenset({"finite"}), entry.group.type)
            return


def particle_positions(sentence: Sentence, index: int) -> Iterator[int]:
    """Words to the right of the finite verb at `index` that can be its particle, nearest first.

    The search ends with the clause, but goes over an enumeration or an aside between commas as long as
    no other finite verb or opener of a clause is met.
    """
    openers = word_classes().classes["openers"]
    for position in range(index + 1, min(index + MAX_REACH, len(sentence.words))):
        word = sentence.words[position]
        if word.text in (";", ":", ".", "!", "?"):
            return
        is_start = sentence.segment[position] != sentence.segment[position - 1]
        if is_start and (word.low == "om" or (word.low in openers and word.low != "als")):
            return
        if word.is_mark or (word.low == "zijn" and sentence.low(position - 1) not in ("en", ",")):
            continue  # "trok in juni zijn troepen terug": his
        if sentence.is_finite(position) and position > index + 1 and not _is_participle_place(sentence, position):
            return
        if _stands_as_particle(sentence, position):
            yield position


def _is_participle_place(sentence: Sentence, position: int) -> bool:
    """Whether a form that may be finite stands inside a noun phrase: "de gevallen stad", "hun eisen"."""
    return sentence.low(position - 1) in word_classes().classes["determiners"]


def _stands_as_particle(sentence: Sentence, position: int) -> bool:
    word, following = sentence.low(position), position + 1
    if word == "weg" and _is_road(sentence, position):
        return False
    if word not in _PREPOSITIONAL:
        return sentence.low(following) != "te"  # "riep hen op zich terug te trekken"
    if following >= len(sentence.words) or sentence.words[following].is_mark:
        return True
    classes, after = word_classes().classes, sentence.low(following)
    if after in classes["prepositions"] or after in classes["adverbs"]:
        return not (word == "tot" or after in ("de", "het"))
    return after in classes["coordinators"] or after in classes["openers"]


def _is_road(sentence: Sentence, position: int) -> bool:
    """Whether "weg" is the noun: "versperren de weg", "kwamen over de grote weg"; not "glipte met de jongste weg"."""
    determiners, before = word_classes().classes["determiners"], sentence.low(position - 1)
    if before in determiners:
        return True
    is_described = before.endswith("e") and sentence.low(position - 2) in determiners
    return is_described and sentence.low(position - 3) in _ALONG


_ALONG = frozenset({"over", "langs", "op", "aan", "via", "bij", "van", "naar"})


def _singles(sentence: Sentence, lexicon: Lexicon) -> Iterator[Trigger]:
    for index, word in enumerate(sentence.words):
        if word.is_mark or len(word.low) < MIN_LENGTH:
            continue
        readings = lexicon.readings(word.low)
        if len(readings) > 1:
            readings = tuple(sorted(readings, key=lambda reading: _is_unlikely(reading, sentence, index)))
        for reading in readings:
            yield Trigger((index,), reading.entry, reading.forms, reading.type)


def _is_unlikely(reading: Reading, sentence: Sentence, index: int) -> bool:
    """Whether the word's neighbours speak against the reading: "te aanvallen" is a verb, "de aanvallen" a noun."""
    is_noun = reading.entry.kind != "verb"
    _, last = sentence.segment_range(index)
    is_final = index + 1 == last or sentence.is_finite(index + 1)
    before = {sentence.low(position) for position in range(max(0, index - MAX_REACH), index)}
    has_modal = not before.isdisjoint(word_classes().hedges["governing"])
    is_verb = sentence.low(index - 1) == "te" or (is_final and has_modal and sentence.words[index].low.endswith("en"))
    return is_noun == (is_verb or _closes_with_auxiliary(sentence, index, before))


def _closes_with_auxiliary(sentence: Sentence, index: int, before: set[str]) -> bool:
    """Whether the word can be the participle of an auxiliary before it: "hebben een dorp overvallen en …"."""
    classes, previous = word_classes().classes, sentence.low(index - 1)
    _, last = sentence.segment_range(index)
    if not (index + 1 == last or sentence.low(index + 1) == "en") or not before & (
        classes["having"] | classes["passive"]
    ):
        return False
    entity = sentence.entity.get(index - 1)
    is_counted = entity is not None and entity.label == "CARDINAL"
    is_adjective = previous.endswith("e") and previous not in NOT_ADJECTIVES and entity is None
    return not (is_counted or is_adjective or previous in classes["determiners"] or previous in classes["prepositions"])


def own_clause(trigger: Trigger, sentence: Sentence) -> list[tuple[int, str]]:
    """(position, word) of the clause that the trigger stands in."""
    return [(index, sentence.low(index)) for index in sentence.clause_of(trigger.head)]


def clause_before(trigger: Trigger, sentence: Sentence) -> list[tuple[int, str]]:
    """(position, word) of the clause that governs the trigger's."""
    return [(index, sentence.low(index)) for index in sentence.clause_before(trigger.head)]


def is_infinitive(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether "te" makes it an infinitive."""
    inside = [sentence.low(index) for index in trigger.words]
    before = trigger.head - 1
    if before > 0 and sentence.words[before].text in TERM_MARKS:
        before -= 1
    return "te" in inside or sentence.low(before) == "te"


def is_nominalised(trigger: Trigger, sentence: Sentence) -> bool:
    """An infinitive used as a noun: "het terugkrijgen van de heuvels"."""
    return "infinitive" in trigger.forms and sentence.low(trigger.head - 1) in ("het", "een", "dit", "dat")


def is_allowed(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether all that the entry's guard asks for holds around the trigger."""
    guard = trigger.entry.group.guard
    first, last = trigger.words[0], trigger.words[-1]
    if len(trigger.words) == 1:
        word = sentence.low(first)
        if guard.not_form.holds(word) or _is_lone_particle_verb(trigger, sentence):
            return False
    if _is_name(trigger, sentence):
        return False
    return _neighbours_allow(guard, sentence, first, last) and _surroundings_allow(guard, trigger, sentence)


def _neighbours_allow(guard: Guard, sentence: Sentence, first: int, last: int) -> bool:
    before, after = sentence.low(first - 1), sentence.low(last + 1)
    if guard.before and not guard.before.holds(after):
        return False
    if guard.after and not guard.after.holds(before):
        return False
    if guard.not_before.holds(after) or guard.not_after.holds(before):
        return False
    return not guard.adjoins or any(guard.adjoins.holds(sentence.low(first - back)) for back in (1, 2))


def _surroundings_allow(guard: Guard, trigger: Trigger, sentence: Sentence) -> bool:
    own = {sentence.low(index) for index in trigger.words}
    if guard.near and not guard.near.holds_any(sentence.lows, (entity.label for entity in sentence.entities)):
        return False
    members = sentence.clause_of(trigger.head)
    clause = {sentence.low(index) for index in members} - own
    labels = {sentence.entity[index].label for index in members if index in sentence.entity}
    if trigger.type in BEFALLING and (told := spoken_of(trigger.head, sentence)):
        clause |= {sentence.low(index) for index in told}
        labels |= {sentence.entity[index].label for index in told if index in sentence.entity}
    if guard.close and not guard.close.holds_any(clause, labels):
        return False
    if guard.not_near.holds_any(clause, labels):
        return False
    if not _entities_allow(guard, trigger, sentence):
        return False
    if (guard.place and not names_a_place(sentence)) or (guard.story and not sentence.is_of_war):
        return False
    return guard.reading != "verb" or trigger.is_split or reads_as_verb(trigger, sentence)


def _entities_allow(guard: Guard, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the entities are there that the guard asks for: just before, or free of prepositions nearby."""
    if guard.follows:
        before = sentence.entity.get(trigger.head - 1)
        if before is None or before.label not in guard.follows:
            return False
    if not guard.beside:
        return True
    prepositions = word_classes().classes["prepositions"]
    near = range(_reach_left(trigger.head, sentence), trigger.words[-1] + BESIDE + 1)
    for index in near:
        entity = sentence.entity.get(index)
        if entity is not None and entity.label in guard.beside and index in sentence.clause_of(trigger.head):
            first, _ = sentence.place_of(entity)
            if sentence.low(first - 1) not in prepositions:
                return True
    return False


def _reach_left(head: int, sentence: Sentence) -> int:
    """The farthest word that stands beside the one at `head`: times and adverbs between do not count."""
    classes, times = word_classes().classes, role_table().labels["TIME"]
    left, index = BESIDE, head
    while left and index > 0:
        index -= 1
        entity, low = sentence.entity.get(index), sentence.low(index)
        is_time = entity is not None and entity.label in times
        if not (is_time or low in classes["modifiers"] or low in classes["adverbs"] or low in ("goed", "als", "bijna")):
            left -= 1
    return index


def names_a_place(sentence: Sentence) -> bool:
    """Whether the sentence has a place entity or a common noun for a place."""
    if sentence.caption is not None or any(map(is_place_noun, sentence.lows)):
        return True
    places = role_table().labels["PLACE"]
    return any(entity.label in places for entity in sentence.entities)


def _is_lone_particle_verb(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a plain finite verb belongs to a particle at the clause's end: "vielen … uit" is not "vielen"."""
    if trigger.entry.kind != "verb" or trigger.entry.particle or "finite" not in trigger.forms:
        return False
    if sentence.low(trigger.head - 1) in ("te", "het"):
        return False  # "het bombarderen van dorpen gaat door"
    _, last = sentence.segment_range(trigger.head)
    end = sentence.low(last - 1)
    if sentence.low(last - 2) in ("kant", "zich"):  # "deze kant op", "om zich heen"
        return False
    if sentence.low(trigger.head + 1) == "er" and end in _PREPOSITIONAL:  # "smeet er zestig bommen op"
        return False
    determiners = word_classes().classes["determiners"]
    if end == "weg" and _is_road(sentence, last - 1):
        return False
    if any(sentence.is_finite(place) for place in range(trigger.head + 1, last - 1)):
        return False  # "de verdreven boeren willen terug": the particle is another verb's
    is_path = any(sentence.low(last - back) in determiners for back in (3, 4, 5))
    if trigger.entry.group.frame == "move" and end in _DIRECTIONS and is_path:
        return False  # "vluchtten de (hoge) bergen in"
    return last - 1 > trigger.head and (end in _PREPOSITIONAL or end in _PARTICLES)


# What can follow a noun of place instead of standing before it.
_DIRECTIONS = frozenset(["in", "uit", "over", "op", "af"])
_PARTICLES = frozenset(["af", "terug", "weg", "neer", "heen", "los", "samen", "uiteen", "mee", "op"])


def _is_name(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger lies wholly inside a name, or a date: "vorige week" is no form of wijken."""
    names = {"PERSON", "GPE", "LOC", "FAC", "ORG", "DATE", "TIME"}
    return all(index in sentence.entity and sentence.entity[index].label in names for index in trigger.words)
