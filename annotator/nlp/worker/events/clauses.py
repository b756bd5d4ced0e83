"""Sentences as words with their clauses and entities, the view that all event rules share."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import common_finite_forms, lexicon, never_finite
from annotator.nlp.worker.events.quotations import quoted_ranges
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

_MARKS = frozenset(",;:()[]…!?.«»\"„'-¿/|\u201c\u201d\u2018\u2019\u2013\u2014\u2212")
ASIDE_MARKS = frozenset(",()\u2013\u2014")  # marks that a clause may go on after
DASHES = frozenset("-\u2013\u2014")
# Tokens; what is longer is no sentence, and is read in pieces, as the time grows with the square.
LONGEST_SENTENCE = 400
LONGEST_DATELINE = 8  # tokens in the brackets of a dateline
TERM_MARKS = frozenset("\"“”„«»‘’'")


# A word in -en behind these is no verb: "het uitdelen van", "verschillende delen".
BEFORE_NOUNS = frozenset({"het", "de", "verschillende", "enkele", "meerdere", "grote", "andere"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: its range in code points and its text in lower case."""

    start: int
    end: int
    text: str
    low: str
    is_mark: bool


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
    places: dict[str, tuple[int, int]] = field(default_factory=dict)  # ranges of words by entity id
    finite: dict[int, bool] = field(default_factory=dict)
    attributed: list[tuple[int, int, int]] | None = None  # what `attribution.attributions` found, once asked
    first_names: dict[str, Suggestion] | None = None  # what `second_names.first_names` found, once asked

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

    def clause_before(self, index: int) -> tuple[int, ...]:
        """The words of the clause before the one that holds word `index`; empty for the first."""
        position = self.clause_of(index)[0] - 1
        while position >= 0 and self.words[position].is_mark:
            position -= 1
        return self.clause_of(position) if position >= 0 else ()

    def low(self, index: int) -> str:
        """The word in lower case, or "" beyond the sentence."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def is_finite(self, index: int) -> bool:
        """Whether word `index` is a known finite verb, and no part of a name ("IS")."""
        if not 0 <= index < len(self.words):
            return False
        if index not in self.finite:
            low = self.words[index].low
            is_noun = index > 0 and self.words[index - 1].low in BEFORE_NOUNS and low.endswith("en")
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
    noise = [(region.start, region.end) for region in document.regions]
    for first, last in document.sentences:
        ranges = [
            (start, end)
            for start, end in document.tokens.ranges[first:last]
            if not any(start < stop and begin < end for begin, stop in noise)
        ]
        ranges = _without_dateline(document.text, ranges, ordered, starts)
        if not ranges:
            continue
        for begin in range(0, len(ranges), LONGEST_SENTENCE):
            piece = ranges[begin : begin + LONGEST_SENTENCE]
            low = bisect_right(starts, piece[0][0] - 1)
            high = bisect_right(starts, piece[-1][1] - 1)
            near = [quote for quote in quotes if quote[0] < piece[-1][1] and piece[0][0] < quote[1]]
            yield _sentence(document.text, piece, tuple(ordered[low:high]), near)


def _without_dateline(
    text: str, ranges: list[tuple[int, int]], entities: Sequence[Suggestion], starts: Sequence[int]
) -> list[tuple[int, int]]:
    """The tokens without the place, and the agency in brackets, before a dash: "KIEV (AFP) - Het leger …"."""
    if not ranges:
        return ranges
    index = bisect_right(starts, ranges[0][0]) - 1
    if index < 0 or starts[index] != ranges[0][0] or entities[index].label != "GPE":
        return ranges
    after = 0
    while after < len(ranges) and ranges[after][0] < entities[index].end:
        after += 1
    if after < len(ranges) and text[slice(*ranges[after])] == "(":
        ends = [
            place
            for place in range(after, min(after + LONGEST_DATELINE, len(ranges)))
            if text[slice(*ranges[place])] == ")"
        ]
        after = ends[0] + 1 if ends else after
    dashes = [place for place in range(after, len(ranges)) if text[slice(*ranges[place])] in DASHES]
    spaced = [place for place in dashes if text[ranges[place][0] - 1].isspace()]
    if spaced != [after] or after + 1 >= len(ranges):
        return ranges  # none, or an aside between two: "Aleppo - de grootste stad - is gevallen"
    first = text[ranges[after + 1][0]]
    return ranges[after + 1 :] if first.isupper() or not first.isalnum() else ranges


def _sentence(
    text: str,
    ranges: Sequence[tuple[int, int]],
    entities: tuple[Suggestion, ...],
    quotes: Sequence[tuple[int, int]],
) -> Sentence:
    words = tuple(_word(text, start, end) for start, end in _joined(text, ranges, entities))
    entity: dict[int, Suggestion] = {}
    for index, word in enumerate(words):
        for candidate in entities:
            if candidate.start < word.end and word.start < candidate.end:
                entity[index] = candidate
                break
    quoted = frozenset(
        index for index, word in enumerate(words) if any(start <= word.start < end for start, end in quotes)
    )
    sentence = Sentence(
        words, entities=entities, entity=entity, lows=frozenset(word.low for word in words), quoted=quoted
    )
    sentence.segment = _segments(sentence)
    sentence.clause = _clauses(sentence)
    return sentence


def _word(text: str, start: int, end: int) -> Word:
    covered = text[start:end]
    is_mark = covered in _MARKS or not any(character.isalnum() for character in covered)
    # The group IS is not the verb "is".
    return Word(start, end, covered, covered if covered == "IS" else covered.lower().replace("’", "'"), is_mark)


def _joined(text: str, ranges: Sequence[tuple[int, int]], entities: Sequence[Suggestion]) -> list[tuple[int, int]]:
    """Tokens cut at hyphens and joined again, but where the part before the hyphen is a name."""
    edges = {entity.end for entity in entities} | {entity.start for entity in entities}
    pieces: list[tuple[int, int]] = []
    for start, end in ranges:
        begin = start
        for position in range(start, end):
            if text[position] == "-":
                if begin < position:
                    pieces.append((begin, position))
                pieces.append((position, position + 1))
                begin = position + 1
        if begin < end:
            pieces.append((begin, end))
    result: list[tuple[int, int]] = []
    index = 0
    while index < len(pieces):
        start, end = pieces[index]
        while index + 2 < len(pieces) and _is_compound(text, start, pieces[index : index + 3], edges):
            index += 2
            end = pieces[index][1]
        result.append((start, end))
        index += 1
    return result


def _is_compound(text: str, start: int, parts: Sequence[tuple[int, int]], edges: set[int]) -> bool:
    (_, left_end), (dash, dash_end), (right, right_end) = parts
    if text[dash:dash_end] != "-" or left_end != dash or dash_end != right:
        return False
    left = text[start:left_end]
    if left_end in edges or right in edges or left.isupper() or text[left_end - 1] == "-":
        return False
    return text[left_end - 1].isalnum() and text[right:right_end][:1].isalnum()


def _segments(sentence: Sentence) -> tuple[int, ...]:
    """A number for each stretch between marks and openers; marks have negative numbers of their own."""
    result: list[int] = []
    number = 0
    for index, word in enumerate(sentence.words):
        if word.is_mark and word.text not in "'-":
            number += 1
            result.append(-number)
            continue
        if index and not sentence.words[index - 1].is_mark and _opens(sentence, index):
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
    for first, last in _runs(sentence.segment):
        if sentence.segment[first] < 0:
            if sentence.words[first].text not in ASIDE_MARKS and not _marks_term(sentence, first):
                current = waiting = None
            continue
        verb = _has_verb(sentence, first, last)
        if current is not None and sentence.words[first - 1].text == ")" and sentence.low(first) not in opened:
            result[first:last] = [current] * (last - first)  # "zou de militie (RSF) hebben ingestemd"
            has_verb = has_verb or verb
        elif first and (sentence.low(first) in opened or is_conjunction(sentence, first)):
            if current is not None and not has_verb:
                waiting = current
            current, has_verb = result[first], verb
        elif current is not None and not (has_verb and _has_verb(sentence, first, last, strictly=True)):
            result[first:last] = [current] * (last - first)
            has_verb = has_verb or verb
        elif current is not None and waiting is not None:
            result[first:last] = [waiting] * (last - first)
            current, waiting, has_verb = waiting, None, verb
        else:
            current, has_verb = result[first], verb
    return tuple(result)


def _marks_term(sentence: Sentence, index: int) -> bool:
    """Whether the quotation mark is one of a mere term: "zette een “antiterreuroperatie” in"."""
    return sentence.words[index].text in TERM_MARKS and not sentence.quoted & {index - 1, index, index + 1}


def _has_verb(sentence: Sentence, first: int, last: int, *, strictly: bool = False) -> bool:
    """Whether the words hold a finite verb; unless strictly, one that may be a participle counts (`verlaten`)."""
    if any(sentence.is_finite(index) for index in range(first, last)):
        return True
    loose = (index for index in range(first, last) if not strictly and index not in sentence.entity)
    return any("finite" in reading.forms for index in loose for reading in lexicon().words.get(sentence.low(index), ()))


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[start]:
            result.append((start, index))
            start = index
    return result


RANKS = frozenset({"eerste", "tweede", "derde", "laatste", "enige"})


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether the word opens a clause inside a stretch without marks."""
    classes, word = word_classes(), sentence.words[index].low
    if word == "om":
        ahead = [sentence.low(position) for position in range(index + 1, min(index + 16, len(sentence.words)))]
        return "te" in ahead and "," not in ahead[: ahead.index("te")]
    if word == "als" and sentence.low(index + 1) in RANKS:
        return False  # "als eerste grote stad veroverd"
    if word == "wie" and sentence.low(index - 1) == "onder":  # ", onder wie drie kinderen, "
        return False
    if word in ("die", "dat"):
        before = sentence.low(index - 1)
        if before in classes.classes["prepositions"]:
            return False
        return word == "dat" or not (before in classes.classes["openers"] or sentence.is_finite(index - 1))
    if word == "en":
        return _joins_clauses(sentence, index)
    if word == "of" and sentence.low(index - 1) == "slag":  # "zonder slag of stoot"
        return False
    if word == "toen":
        return not sentence.is_finite(index - 1)
    if word == "als" and sentence.low(index - 2) in ("zo", "even", "net"):  # "zo goed als"
        return False
    if word == "als" and (sentence.low(index + 1), sentence.low(index + 2)) == ("een", "van"):
        return False  # "als een van de laatsten"
    return word in classes.classes["openers"] or is_conjunction(sentence, index)


def is_conjunction(sentence: Sentence, index: int) -> bool:
    """Whether "sinds" or "tot" opens a clause, whose verb is at its end: "sinds de rebellen de stad heroverden"."""
    if sentence.low(index) not in ("sinds", "tot"):
        return False
    who = index + 2 if sentence.low(index + 1) in ("de", "het") else index + 1
    named = sentence.entity.get(who)
    is_party = named is not None and named.label in ("NORP", "ORG", "PERSON")
    if not is_party and sentence.low(who) not in word_classes().classes["doers"]:
        return False
    stop = index + 1
    while stop < len(sentence.words) and not sentence.words[stop].is_mark:
        stop += 1
    finite = [position for position in range(index + 2, stop) if sentence.is_finite(position)]
    is_told = any(sentence.is_finite(position) for position in (*range(index), *range(stop, len(sentence.words))))
    return is_told and bool(finite) and finite[0] >= stop - 3 and finite[0] > index + 2


def _joins_clauses(sentence: Sentence, index: int) -> bool:
    """Whether "en" stands between two clauses: a verb right after it, or one before and one soon after it."""
    if sentence.is_finite(index + 1):
        return True
    start = index
    while start > 0 and not sentence.words[start - 1].is_mark:
        start -= 1
    before = [sentence.low(position) for position in range(start, index) if sentence.is_finite(position)]
    if _are_numbers(sentence, index):  # "zouden tussen de tien en vijftien mensen hebben vermoord"
        return False
    later = [position for position in range(index + 2, index + 6) if sentence.is_finite(position)]
    if not later:
        return False
    hedges = word_classes().hedges
    has_modal = any(word in hedges["modal"] or word in hedges["hearsay"] for word in before)
    if has_modal and sentence.low(later[0]) in _INFINITIVES:  # "zouden soldaten en burgers zijn gedood"
        return False
    return bool(before)


_INFINITIVES = frozenset({"hebben", "zijn", "worden"})


def _are_numbers(sentence: Sentence, index: int) -> bool:
    before, after = sentence.entity.get(index - 1), sentence.entity.get(index + 1)
    return before is not None and before is after


def is_finite(word: str) -> bool:
    """Whether the word is a known finite verb or auxiliary."""
    if word in never_finite():
        return False
    if word in word_classes().classes["auxiliaries"] or word in common_finite_forms():
        return True
    if word in lexicon().finite_bases:
        return True
    return any(
        "finite" in reading.forms and not reading.forms & {"participle"} for reading in lexicon().words.get(word, ())
    )
