"""Sentences as words with their clauses and entities, the view that all event rules share."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.cutting import (
    ASIDE_MARKS,
    TERM_MARKS,
    Word,
    before_noun,
    country_before,
    is_dash,
    joined,
    runs_of,
    tells_of_war,
    without_caption,
    without_dateline,
    word_at,
)
from annotator.nlp.worker.events.finite import is_finite, is_possessive
from annotator.nlp.worker.events.lexicon import common_plurals, lexicon
from annotator.nlp.worker.events.openers import INFINITIVES, has_modal, is_conjunction, opens
from annotator.nlp.worker.events.quotations import quoted_ranges
from annotator.nlp.worker.events.told import Told
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

LONGEST_SENTENCE = 400  # tokens; what is longer is read in pieces, as the time grows with the square


class Lows(dict[int, str]):
    """The words of a sentence in lower case, by their number; "" beyond it."""

    def __missing__(self, index: int) -> str:
        return ""


@dataclass(slots=True)
class Sentence:
    """Words of one sentence; `clause[i]` numbers the clause of word i; `entity[i]` is what covers it.

    A segment is a stretch between marks and openers; a clause is one or more segments.
    """

    words: tuple[Word, ...]
    segment: tuple[int, ...] = ()
    clause: tuple[int, ...] = ()
    entities: tuple[Suggestion, ...] = ()
    entity: dict[int, Suggestion] = field(default_factory=dict)
    lows: frozenset[str] = frozenset()
    quoted: frozenset[int] = frozenset()
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)  # words by clause
    spelled: dict[int, frozenset[str]] = field(default_factory=dict)  # the same in lower case
    places: dict[str, tuple[int, int]] = field(default_factory=dict)  # ranges of words by entity id
    finite: dict[int, bool] = field(default_factory=dict)
    is_of_war: bool = False  # whether its document tells of war
    attributed: list[tuple[int, int, int]] | None = None  # what `attribution.attributions` found, once asked
    told: Told = field(default_factory=Told)  # what `sources` found, once asked
    heading: Suggestion | None = None  # the country before a dash, of which the line tells: "MALI – Vijf doden"
    caption: Suggestion | None = None  # the place in capitals before it: "IRAK Man blaast zich op"
    first_names: dict[str, Suggestion] | None = None  # what `second_names.first_names` found, once asked
    # The word in lower case, or "" beyond the sentence; a method of ours took a tenth of all the time
    low: Callable[[int], str] = field(init=False)

    def __post_init__(self) -> None:
        self.low = Lows(enumerate(word.low for word in self.words)).__getitem__

    def segment_range(self, index: int) -> tuple[int, int]:
        """First and last-plus-one word of the segment that holds word `index`."""
        number = self.segment[index]
        first = last = index
        while first > 0 and self.segment[first - 1] == number:
            first -= 1
        while last < len(self.words) and self.segment[last] == number:
            last += 1
        return first, last

    def clause_of(self, index: int) -> tuple[int, ...]:
        """The words of the clause that holds word `index`, marks left out."""
        if not self.members:
            gathered: dict[int, list[int]] = {}
            for position, number in enumerate(self.clause):
                gathered.setdefault(number, []).append(position)
            self.members = {number: tuple(positions) for number, positions in gathered.items()}
        return self.members[self.clause[index]]

    def lows_of(self, index: int) -> frozenset[str]:
        """The different words of the clause that holds word `index`, in lower case, marks left out."""
        number = self.clause[index]
        if number not in self.spelled:
            self.spelled[number] = frozenset(self.words[near].low for near in self.clause_of(index))
        return self.spelled[number]

    def clause_before(self, index: int) -> tuple[int, ...]:
        """The words of the clause before the one that holds word `index`; empty for the first."""
        position = self.clause_of(index)[0] - 1
        while position >= 0 and self.words[position].is_mark:
            position -= 1
        return self.clause_of(position) if position >= 0 else ()

    def is_finite(self, index: int) -> bool:
        """Whether word `index` is a known finite verb, and no part of a name ("IS")."""
        if not 0 <= index < len(self.words):
            return False
        if index not in self.finite:
            low = self.words[index].low
            is_noun = index > 0 and before_noun(self.words[index - 1].low) and low.endswith("en")
            is_noun = is_noun or (index > 0 and self.words[index - 1].low == "te" and low == "hebben")
            is_noun = is_noun or (low == "zijn" and is_possessive(self.words, index))
            self.finite[index] = index not in self.entity and not is_noun and is_finite(low)
        return self.finite[index]

    def place_of(self, entity: Suggestion) -> tuple[int, int]:
        """First and last-plus-one word that the entity covers."""
        if not self.places:
            for index, found in self.entity.items():
                first, _ = self.places.get(found.id, (index, index))
                self.places[found.id] = (first, index + 1)
        return self.places.get(entity.id, (0, 0))


def sentences(document: Document, entities: Sequence[Suggestion]) -> Iterator[Sentence]:
    """The sentences of the document without its noise; those left empty are skipped."""
    ordered = sorted(entities, key=lambda entity: entity.start)
    starts = [entity.start for entity in ordered]
    quotes = quoted_ranges(document.text)
    is_of_war = tells_of_war(document)
    noise = [(region.start, region.end) for region in document.regions]
    for first, last in document.sentences:
        ranges = [
            (start, end)
            for start, end in document.tokens.ranges[first:last]
            if not any(start < stop and begin < end for begin, stop in noise)
        ]
        whole, ranges = ranges, without_dateline(document.text, ranges, ordered, starts)
        if not ranges:
            continue
        heading = country_before(whole, ranges, ordered, starts)
        ranges, caption = without_caption(document.text, ranges, ordered, starts)
        for begin in range(0, len(ranges), LONGEST_SENTENCE):
            piece = ranges[begin : begin + LONGEST_SENTENCE]
            low = bisect_right(starts, piece[0][0] - 1)
            high = bisect_right(starts, piece[-1][1] - 1)
            near = [quote for quote in quotes if quote[0] < piece[-1][1] and piece[0][0] < quote[1]]
            sentence = _sentence(document.text, piece, tuple(ordered[low:high]), near)
            sentence.is_of_war, sentence.heading, sentence.caption = is_of_war, heading, caption
            yield sentence


def _sentence(
    text: str,
    ranges: Sequence[tuple[int, int]],
    entities: tuple[Suggestion, ...],
    quotes: Sequence[tuple[int, int]],
) -> Sentence:
    words = tuple(word_at(text, start, end) for start, end in joined(text, ranges, entities))
    entity: dict[int, Suggestion] = {}
    for index, word in enumerate(words):
        for candidate in entities:
            if candidate.start < word.end and word.start < candidate.end:
                entity[index] = candidate
                break
    quoted = frozenset(
        index for index, word in enumerate(words) if any(start <= word.start < end for start, end in quotes)
    )
    inside = {one.id for one in entity.values()}  # a date line within the sentence is noise, and no word of it
    found = tuple(one for one in entities if one.id in inside)
    sentence = Sentence(words, entities=found, entity=entity, lows=frozenset(word.low for word in words), quoted=quoted)
    sentence.segment = _segments(sentence)
    sentence.clause = _clauses(sentence)
    return sentence


def _segments(sentence: Sentence) -> tuple[int, ...]:
    """A number for each stretch between marks and openers; marks have negative numbers of their own."""
    result: list[int] = []
    number = 0
    for index, word in enumerate(sentence.words):
        if word.is_mark and (word.text not in "'-" or is_dash(sentence.words, index)):
            number += 1
            result.append(-number)
            continue
        if index and not sentence.words[index - 1].is_mark and opens(sentence, index):
            number += 1
        result.append(number)
    return tuple(result)


def _clauses(sentence: Sentence) -> tuple[int, ...]:
    """Segments put together again: an aside, an apposition or the rest after a relative clause is no clause.

    A segment after a comma or bracket starts a clause only where an opener begins it, or where both it and
    what it would go on with have a finite verb.
    """
    result = list(sentence.segment)
    opened = word_classes().classes["openers"]
    current: int | None = None  # the clause that a segment may go on with
    has_verb = False
    waiting: int | None = None  # a clause still without its verb, before an inserted one
    outer: int | None = None  # the clause before an inserted one that is still open
    aside: int | None = None  # the clause before one that only says what others call it
    for first, last in runs_of(sentence.segment):
        if sentence.segment[first] < 0:
            if sentence.words[first].text not in ASIDE_MARKS and not _marks_term(sentence, first):
                current = waiting = outer = None
            continue
        verb = _has_verb(sentence, first, last)
        resumed = _resumed(sentence, first, current, aside)
        if resumed is not None:  # "zou de militie (RSF) hebben ingestemd"
            result[first:last] = [resumed] * (last - first)
            current, aside = resumed, None
            has_verb = has_verb or verb
        elif first and (
            (sentence.low(first) in opened and not _names_some(sentence, first, last))
            or is_conjunction(sentence, first)
            or (sentence.low(first) == "om" and outer is not None and sentence.low(first - 1) != ",")
            or _opens_verb_last(sentence, first, last)
        ):
            if current is not None and not has_verb:
                waiting = current
            outer = current if sentence.low(first) in _INSERTED else None
            aside = current if _says_what_called(sentence, first, last) else None
            current, has_verb = result[first], verb
        elif current is not None and _follows_subclause(sentence, first, result):
            current, has_verb, waiting = result[first], verb, None
        elif outer is not None and _closes_modal(sentence, first, last, result, outer):
            result[first:last] = [outer] * (last - first)
            current, outer = outer, None
        elif waiting is not None and has_verb and _goes_on_after(sentence, first):
            result[first:last] = [waiting] * (last - first)
            current, waiting, has_verb = waiting, None, verb
        elif current is not None and not (has_verb and _tells_of_its_own(sentence, first, last, result, current)):
            result[first:last] = [current] * (last - first)
            has_verb = has_verb or verb
        elif current is not None and waiting is not None:
            result[first:last] = [waiting] * (last - first)
            current, waiting, has_verb = waiting, None, verb
        else:
            current, has_verb = result[first], verb
    return tuple(result)


def _names_some(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the stretch, the last one, only names some of those told of: "drie steden, waaronder X."."""
    is_last = last >= len(sentence.words) - 1
    return sentence.low(first) == "waaronder" and is_last and not _has_verb(sentence, first, last)


def _resumed(sentence: Sentence, first: int, current: int | None, aside: int | None) -> int | None:
    """The clause that a bracket, or what others call it, interrupted, and that the stretch goes on with."""
    if sentence.low(first) in word_classes().classes["openers"]:
        return None
    return aside if aside is not None else current if sentence.words[first - 1].text == ")" else None


def _opens_verb_last(sentence: Sentence, first: int, last: int) -> bool:
    """Whether "nu" or "zoals" opens a clause with its verb last: ", nu de weg is afgesloten"."""
    if sentence.low(first) == "dan" and sentence.is_finite(first + 1) and sentence.words[first - 1].text == ",":
        return True  # "Doen ze dat niet, dan zal …"
    is_next = sentence.low(first) in ("nu", "zoals", "wanneer") and sentence.words[first - 1].text == ","
    is_told = _has_verb(sentence, last - 2, last) or _says_what_called(sentence, first, last)
    return is_next and last - first > 2 and is_told


def _says_what_called(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the stretch only says how others call what is told of: ", zoals de inwoners hun stad noemen, "."""
    return sentence.low(first) == "zoals" and sentence.low(last - 1) in NAMING


def _tells_of_its_own(sentence: Sentence, first: int, last: int, clauses: Sequence[int], current: int) -> bool:
    """Whether the stretch has a finite verb, not the infinitive of a modal before it: "wil, in mei, meel brengen"."""
    if sentence.low(first) == "en" and sentence.low(first + 2) in common_plurals():
        return True  # ", en kenners vrezen een aanval"
    if _is_late_infinitive(sentence, first):
        return False
    if not _has_verb(sentence, first, last, strictly=True) or _goes_on_infinitive(sentence, first):
        return False
    finite = [index for index in range(first, last) if sentence.is_finite(index)]
    before = [sentence.low(index) for index in range(first) if clauses[index] == current]
    if finite == [first] and _closes_perfect(sentence, first, before):
        return False  # "heeft X, in het noorden van Y, verloren aan de rebellen"
    verb = sentence.low(finite[-1])  # "zouden leden van X, de garde van Y, boeren hebben vermoord"
    is_closing = verb in ("hebben", "worden") or (finite == [last - 1] and verb.endswith("en"))
    return not (has_modal(before) and len(finite) == 1 and is_closing)


def _goes_on_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether an infinitive with "te" stands before it, which it goes on with: not "te vluchten en werd gedood"."""
    is_after = first > 1 and sentence.low(first - 2) == "te"
    return is_after and not (sentence.low(first) == "en" and sentence.low(first + 1) in _SECOND)


_SECOND = frozenset(
    {"werd", "werden", "is", "heeft", "hebben", "had", "hadden", "wordt", "worden", "was", "waren"}
)  # verbs of another deed


def _is_late_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether the stretch begins with the infinitive that is waited for before its comma: "X, chef van Y, op te"."""
    particle = sentence.low(first + 1) == "te" and sentence.low(first) in PARTICLES
    return sentence.words[first - 1].text == "," and (particle or sentence.low(first) == "te")


def _closes_perfect(sentence: Sentence, index: int, before: Sequence[str]) -> bool:
    """Whether the word may be the participle that an auxiliary among the words `before` waits for."""
    classes, known = word_classes().classes, lexicon().words
    readings = known.get(sentence.low(index), ())
    if not any("participle" in one.forms for one in readings) or not before:
        return False
    is_waiting = any(word in classes["having"] or word in classes["being"] for word in before)
    return is_waiting and not any(
        one.forms & {"participle"}
        for word in before
        for one in known.get(word, ())
        if word.startswith(("ge", "ver", "be"))
    )


def _follows_subclause(sentence: Sentence, first: int, clauses: Sequence[int]) -> bool:
    """Whether a main clause begins with its verb after a clause that opened the sentence: "Als …, begint de slag"."""
    if sentence.words[first - 1].text != "," or not sentence.is_finite(first):
        return False
    start = next((index for index, word in enumerate(sentence.words) if not word.is_mark), 0)
    return sentence.low(start) in word_classes().classes["subordinating"] and clauses[first - 2] == clauses[start]


def _closes_modal(sentence: Sentence, first: int, last: int, clauses: Sequence[int], outer: int) -> bool:
    """Whether the stretch ends a clause that another broke: "kan de stad, zoals X zei, niet worden ingenomen"."""
    before = [sentence.low(index) for index in range(first) if clauses[index] == outer]
    finite = [sentence.low(index) for index in range(first, last) if sentence.is_finite(index)]
    is_last = sentence.is_finite(last - 1) or (bool(finite) and finite[-1] in INFINITIVES)
    return has_modal(before) and bool(finite) and is_last and all(word.endswith(("en", "zijn")) for word in finite)


_INSERTED = frozenset({"die", "dat", "zoals", "waar", "waarvan", "waarmee", "waarin", "waarop"})


def _goes_on_after(sentence: Sentence, first: int) -> bool:
    """Whether the verb of the main clause comes after its relative clause: "de bewoners, die …, vertrouwen het niet".

    A plural that no list has: told by its ending and by the word after it.
    """
    classes, word = word_classes().classes, sentence.words[first]
    if first < 2 or sentence.words[first - 1].text != "," or first in sentence.entity:
        return False
    is_like_verb = word.text.islower() and word.low.endswith("en") and len(word.low) > MIN_PLURAL
    if any(word.low in classes[name] for name in _NO_VERBS):
        return False
    if not is_like_verb:  # ", spot X met berichten over": before who does it
        named = sentence.entity.get(first + 1)
        is_title = word.low in role_table().words["titles"]
        is_like_verb = word.text.islower() and word.low.endswith(("t", "te", "de")) and not is_title
        return is_like_verb and named is not None and named.label in role_table().labels["party"]
    after = sentence.low(first + 1)
    return any(after in classes[name] for name in ("determiners", "pronouns", "adverbs", "prepositions", "modifiers"))


# "X, zoals de inwoners hun stad noemen, is gevallen"
NAMING = frozenset(
    {"noemen", "noemt", "noemde", "noemden", "heet", "heette", "schrijven", "schrijft", "zeggen", "zegt", "spellen"}
)
# Particles of separable verbs, before "te".
PARTICLES = frozenset(
    {"aan", "af", "binnen", "buit", "dood", "door", "in", "los", "mee", "neer", "om", "op", "over", "plat", "prijs",
     "samen", "tegen", "terug", "toe", "uit", "vast", "vol", "voort", "vrij", "weg", "klem", "plaats", "stil", "stop"}
)  # fmt: skip
MIN_PLURAL = 4  # letters of a plural verb
_NO_VERBS = ("determiners", "prepositions", "adverbs", "modifiers", "openers", "participles")


def _marks_term(sentence: Sentence, index: int) -> bool:
    """Whether the quotation mark is one of a mere term: "zette een “antiterreuroperatie” in"."""
    return sentence.words[index].text in TERM_MARKS and not sentence.quoted & {index - 1, index, index + 1}


def _has_verb(sentence: Sentence, first: int, last: int, *, strictly: bool = False) -> bool:
    """Whether the words hold a finite verb; unless strictly, one that may be a participle counts (`verlaten`)."""
    if any(sentence.is_finite(index) for index in range(first, last)):
        return True
    loose = (index for index in range(first, last) if not strictly and index not in sentence.entity)
    return any("finite" in reading.forms for index in loose for reading in lexicon().words.get(sentence.low(index), ()))
