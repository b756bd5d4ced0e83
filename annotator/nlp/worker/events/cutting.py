"""Sentences cut into words: compounds with a hyphen are one word, datelines are left out; what documents tell of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

_MARKS = frozenset(",;:()[]…!?.«»\"„'-¿/|\u201c\u201d\u2018\u2019\u2013\u2014\u2212")
RANKS = frozenset({"eerste", "tweede", "derde", "laatste", "enige"})  # after "als" they open no clause
ASIDE_MARKS = frozenset(",()\u2013\u2014")  # marks that a clause may go on after
TERM_MARKS = frozenset("\"“”„«»‘’'")
# A word in -en behind these is no verb: "het uitdelen van", "verschillende delen".
BEFORE_NOUNS = frozenset({"het", "de", "verschillende", "enkele", "meerdere", "grote", "andere"})
_ADJECTIVES = ("lijke", "ische", "achtige", "loze", "bare", "zame", "ende", "entige")  # ends of adjectives before nouns
DASHES = frozenset("-\u2013\u2014")
PAIR = 2  # hyphens around an aside
WAR_WEIGHT = 7  # of the different words of war that a document about one has
SHORTEST_CAPTION = 4  # letters of a place in capitals
STRONG = 2  # weight of a word that is seldom met but in a report of war; the plain ones have one
LONGEST_DATELINE = 8  # tokens in the brackets of a dateline


def before_noun(low: str) -> bool:
    """Whether a word in -en behind this one, in lower case, is a noun: "enkele oostelijke wijken"."""
    return low in BEFORE_NOUNS or low.endswith(_ADJECTIVES)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: its range in code points and its text in lower case."""

    start: int
    end: int
    text: str
    low: str
    is_mark: bool


def without_dateline(
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


def country_before(
    whole: Sequence[tuple[int, int]],
    rest: Sequence[tuple[int, int]],
    entities: Sequence[Suggestion],
    starts: Sequence[int],
) -> Suggestion | None:
    """The country that was cut from the line as a dateline is, but of which the line tells: "MALI – Vijf doden"."""
    if len(rest) == len(whole):
        return None
    entity = entities[bisect_right(starts, whole[0][0]) - 1]
    covered = sum(start < entity.end for start, _ in whole)
    is_bare = len(whole) == len(rest) + covered + 1  # nothing but the dash between: no "(AFP)"
    return entity if is_bare and entity.provenance.rule == "gazetteer:countries" else None


def without_caption(
    text: str, ranges: list[tuple[int, int]], entities: Sequence[Suggestion], starts: Sequence[int]
) -> tuple[list[tuple[int, int]], Suggestion | None]:
    """The tokens without the place in capitals that heads a short message, and that: "IRAK Man blaast zich op"."""
    index = bisect_right(starts, ranges[0][0]) - 1
    if index < 0 or starts[index] != ranges[0][0] or entities[index].label not in ("GPE", "LOC"):
        return ranges, None
    entity = entities[index]
    after = sum(start < entity.end for start, _ in ranges)
    name = text[entity.start : entity.end]
    if not name.isupper() or len(name) < SHORTEST_CAPTION or after + 1 >= len(ranges):
        return ranges, None
    word = text[slice(*ranges[after])]
    is_begun = word[:1].isupper() and not (word.isupper() and len(word) > 1)
    return (ranges[after:], entity) if is_begun else (ranges, None)


def is_dash(words: Sequence[Word], index: int) -> bool:
    """Whether the hyphen at `index` stands between spaces and parts the sentence, and is none of an aside's two."""
    if not _is_spaced(words, index):
        return False
    spaced = [other for other in range(len(words)) if _is_spaced(words, other)]
    return len(spaced) != PAIR or any(not words[other + 1].text[:1].islower() for other in spaced)


def _is_spaced(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.text != "-" or not 0 < index < len(words) - 1:
        return False
    return words[index - 1].end < word.start and word.end < words[index + 1].start


def word_at(text: str, start: int, end: int) -> Word:
    """The word or mark that the range covers."""
    covered = text[start:end]
    is_mark = covered in _MARKS or not any(character.isalnum() for character in covered)
    # The group IS is not the verb "is".
    return Word(start, end, covered, covered if covered == "IS" else covered.lower().replace("’", "'"), is_mark)


def joined(text: str, ranges: Sequence[tuple[int, int]], entities: Sequence[Suggestion]) -> list[tuple[int, int]]:
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


def tells_of_war(document: Document) -> bool:
    """Whether several of the words that tell of war are in the document, or many that do so in plain reports."""
    words = {document.text[start:end].lower() for start, end in document.tokens.ranges}
    classes = word_classes().classes
    return STRONG * len(words & classes["war"]) + len(words & classes["war_plain"]) >= WAR_WEIGHT


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last-plus-one place of each stretch of equal numbers."""
    result: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[start]:
            result.append((start, index))
            start = index
    return result
