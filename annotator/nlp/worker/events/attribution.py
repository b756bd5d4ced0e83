"""Who says it: the words of a sentence that attribute what stands around them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.quotations import MIN_QUOTED, QUOTES
from annotator.nlp.worker.events.retelling import BEFORE, LONGEST_SPEAKER, tells_anew, tells_more, told_of
from annotator.nlp.worker.events.speakers import apposed_speaker
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.nlp.worker.events.clauses import Sentence

COUNTED = 12  # words in which the number that is counted follows its verb
REACHING = frozenset({"komt", "komen", "kwam", "kwamen"})  # "komt uit op 240 doden"
ESTIMATING = frozenset({"schat", "schatten", "schatte", "raamt", "ramen", "raamde", "raamden"})


def attributions(sentence: Sentence) -> list[tuple[int, int, int]]:
    """(word that attributes, first, last-plus-one word it speaks of) for the whole sentence.

    "volgens" and "aldus" speak of all; a verb of saying right after a comma or quotation mark speaks of what
    stands before it, any other of what follows.
    """
    if sentence.attributed is None:
        found = _attributions(sentence)
        sentence.attributed = [
            (index, max(start, first), min(end, last) if _begins_anew(sentence, last + 1) else end)
            for index, start, whole in found
            for first, last in (_stretch(sentence, index),)
            for end in (_until_next_speaker(sentence, index, start, whole, found),)
        ]
    return sentence.attributed


def _attributions(sentence: Sentence) -> list[tuple[int, int, int]]:
    hedges = word_classes().hedges
    size = len(sentence.words)
    result = [
        (index, number, _stretch(sentence, index)[1])
        for index in range(size)
        for number in (_counted(sentence, index),)
        if number
    ]
    result += [
        (index, index if sentence.low(index) == "naar" and _trails(sentence, index, index + 2) else 0, size)
        for index in range(size)
        if _is_attributing(sentence, index)
    ]
    result += [
        (index, index + 2, sentence.clause_of(min(index + 2, size - 1))[-1] + 1)
        for index, word in enumerate(sentence.words)
        if word.low in hedges["rumours"] and sentence.low(index + 1) in ("over", "van", "dat")
    ]
    result += [(index, start, index) for index in range(size) for start in told_of(sentence, index)]
    result += [
        (index, sentence.clause_of(index)[0], index)
        for index, word in enumerate(sentence.words)
        if word.low == "geteld" and sentence.lows_of(index) & word_classes().classes["having"]
    ]
    result += [
        (index, index + 1, size)
        for index in range(1, size - 1)
        if sentence.low(index) == ":" and sentence.words[index + 1].text in QUOTES and index + 2 in sentence.quoted
    ]
    headed = _headed(sentence)
    if headed:
        result.append((headed, headed + 1, size))
    for index, word in enumerate(sentence.words):
        if word.low in hedges["according"] and not _is_by_agreement(sentence, index):
            result.append((index, *_speech(sentence, index)))
        elif _looks_back(sentence, index):
            result.append((index, 0, index))
        elif word.low in ("noemt", "noemde", "noemden"):
            result += [(index, mark, size) for mark in _marks_after(sentence, index)]
            if any(pair in _LAID for pair in pairwise(word.low for word in sentence.words[index:])):
                result.append((index, index + 1, size))  # "noemde de aanval het werk van huurlingen"
        elif word.low in hedges["saying"] and _is_said(sentence, index):
            before = sentence.words[index - 1] if index else None
            if before is not None and (before.text == "," or before.text in QUOTES):
                is_anew = tells_anew(sentence, index)
                if is_anew or _goes_on(sentence, index) or apposed_speaker(sentence, index) is not None:
                    result.append((index, index + 1, size))
                    continue
                result.append((index, 0, index))
                resumed = _resumed(sentence, index)
                if resumed:
                    result.append((index, resumed, size))
                if "dat" not in (sentence.low(index + 1), sentence.low(index + 2)):
                    continue
            result.append((index, index + 1, _until_other_news(sentence, index)))
    return result


def _resumed(sentence: Sentence, index: int) -> int:
    """Where what is said goes on behind who says it, or 0: "Zolang hij aarzelt, zegt X, is het wachten"."""
    ahead = range(index + 1, min(index + LONGEST_SPEAKER, len(sentence.words) - 1))
    comma = next((at for at in ahead if sentence.words[at].text == ","), 0)
    if not comma or any(sentence.is_finite(at) for at in range(index + 1, comma)):
        return 0
    is_quoted = sentence.words[comma + 1].text in QUOTES
    return comma + 1 if is_quoted or sentence.is_finite(comma + 1) else 0


def _until_next_speaker(
    sentence: Sentence, index: int, start: int, end: int, found: Sequence[tuple[int, int, int]]
) -> int:
    """Where another begins to tell something: "X zegt dat elf rebellen dood zijn, Y beweert dat …"."""
    if start != index + 1 or sentence.low(index) not in word_classes().hedges["saying"]:
        return end
    for other, other_start, _ in found:
        first = sentence.clause_of(other)[0]
        is_next = index < first < other < end and other_start == other + 1 and sentence.low(first - 1) == ","
        if is_next and first in sentence.entity and sentence.entity[first].label in role_table().labels["party"]:
            return first
        if is_next and first + 1 in sentence.entity and sentence.low(first) in ("de", "het"):
            return first
    return end


def _marks_after(sentence: Sentence, index: int) -> list[int]:
    """The first quotation mark after "noemt": what it says is what stands in them, "noemde de moord “waanzin”"."""
    return [place for place in range(index + 1, len(sentence.words)) if sentence.words[place].text in QUOTES][:1]


def _until_other_news(sentence: Sentence, index: int) -> int:
    """The word after what a verb of saying tells: ", maar toen …" is told by the text itself."""
    opener = sentence.low(sentence.clause_of(index)[0])
    is_inserted = opener == "die" or opener.startswith("waar") or opener in BEFORE
    for position in range(index + 1, len(sentence.words) - 2):
        if is_inserted and sentence.words[position].text == "," and sentence.is_finite(position + 1):
            return position  # "in X, waar men zegt dat …, werd de stad ingenomen"
        if sentence.low(position) == "nadat" and "dat" not in map(sentence.low, range(index, position)):
            return position  # "kondigde … aan nadat het leger de stad had ingenomen"
        is_but = sentence.words[position].text == "," and sentence.low(position + 1) == "maar"
        if is_but and sentence.low(position + 2) in _ANEW:
            return position
    return len(sentence.words)


# Words by which what is named is laid at somebody's door.
_LAID = frozenset({("werk", "van"), ("daad", "van"), ("zaak", "van"), ("schuld", "van"), ("gevolg", "van")})
_ANEW = frozenset({"toen", "daarna", "later", "intussen", "inmiddels", "sindsdien", "gisteren", "vandaag"})


def _stretch(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last-plus-one word of the part between semicolons that holds word `index`."""
    marks = [position for position, word in enumerate(sentence.words) if word.text == ";"]
    first = max((mark + 1 for mark in marks if mark < index), default=0)
    return first, min((mark for mark in marks if mark > index), default=len(sentence.words))


def _begins_anew(sentence: Sentence, index: int) -> bool:
    """Whether another is spoken of after a semicolon: "…; Amnesty telt er tien", not "…; zes van hen zijn dood"."""
    entity = sentence.entity.get(index)
    is_named = entity is not None and entity.label in role_table().labels["party"] | {"GPE"}
    return is_named or sentence.low(index) in ("wij", "we", "ik", "er")


def _counted(sentence: Sentence, index: int) -> int:
    """The number that somebody counts at `index`, or 0: "artsen telden zes doden", "X komt uit op 240 doden"."""
    hedges, word = word_classes().hedges, sentence.low(index)
    if word not in hedges["counting"] and word not in ESTIMATING and word not in REACHING:
        return 0
    ahead = range(index + 1, min(index + COUNTED, _stretch(sentence, index)[1]))
    numbers = [near for near in ahead if near in sentence.entity and sentence.entity[near].label == "CARDINAL"]
    if not numbers:
        return 0
    before = sentence.low(numbers[0] - 1)
    if word in ESTIMATING:
        return index + 1 if before == "op" else 0  # "schatten het aantal doden op elf"
    if word in hedges["counting"]:
        return 0 if before in word_classes().classes["prepositions"] else numbers[0]
    is_reckoned = before == "aan" or (sentence.low(numbers[0] - 2), before) == ("uit", "op")
    return numbers[0] if is_reckoned and word in REACHING else 0


def _headed(sentence: Sentence) -> int:
    """The colon after a name that heads the sentence and says the rest, "Kiev: Russen trekken weg"; 0 if none."""
    entity = sentence.entity.get(0)
    is_body = sentence.low(0) in word_classes().classes["doers"]
    if entity is None and (is_body or sentence.low(0) in role_table().words["titles"]):
        entity = sentence.entity.get(1)  # "Premier X: …", "Leger Y: …"
    if entity is None or entity.label not in role_table().labels["party"] | {"GPE"}:
        return 0
    if entity.label == "GPE" and not (
        is_body or entity.provenance.rule == "gazetteer:countries" or sentence.low(0) in word_classes().classes["seats"]
    ):
        return 0  # "Gent: drie doden" says where
    _, last = sentence.place_of(entity)
    is_said = last + 1 < len(sentence.words) and sentence.words[last].text == ":"
    has_verb = any(
        sentence.is_finite(index)
        or any(reading.forms & {"finite", "participle"} for reading in lexicon().words.get(sentence.low(index), ()))
        for index in range(last, len(sentence.words))
    )
    return last if is_said and has_verb and sentence.words[-1].text not in ("?", "!") else 0


def _speech(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last-plus-one word that "volgens" at `index` speaks of: not beyond ", maar" or a relative clause."""
    clause = sentence.clause_of(index)
    opener = sentence.low(clause[0])
    is_relative = opener == "die" or opener.startswith("waar")
    if clause[0] and (is_relative or (opener == "dat" and _follows_name(sentence, clause[0]))):
        return clause[0], clause[-1] + 1
    if sentence.low(index) != "aldus" and _trails(sentence, index, _source_end(sentence, index)):
        return index, len(sentence.words)
    aside = sentence.segment_range(index)
    if aside[0] == index and _is_aside(sentence, *aside):
        return index, aside[1]
    starts = [
        position + 1
        for position, word in enumerate(sentence.words[:-1])
        if word.text == "," and (sentence.low(position + 1) == "maar" or tells_more(sentence, position))
    ]
    first = max((start for start in starts if start <= index), default=0)
    return first, min((start for start in starts if start > index), default=len(sentence.words))


def _is_aside(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two commas tell a thing of their own: ", volgens de politie veroorzaakt door X, "."""
    is_between = first > 0 and last < len(sentence.words) - 1 and sentence.words[first - 1].text == ","
    if not is_between or sentence.words[last].text != "," or any(sentence.is_finite(at) for at in range(first, last)):
        return False
    is_number = any(
        index in sentence.entity and sentence.entity[index].label == "CARDINAL" for index in range(first, last)
    )
    return is_number or "door" in {sentence.low(index) for index in range(first, last)}


def _follows_name(sentence: Sentence, index: int) -> bool:
    """Whether a comma and a name stand before "dat", which so is a relative: "van IS, dat er volgens …"."""
    return sentence.low(index - 1) == "," and index - 2 in sentence.entity and not _is_said_before(sentence, index)


def _is_said_before(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying stands before the word: "zegt in Kiev, dat"."""
    saying = word_classes().hedges["saying"]
    return any(sentence.low(position) in saying for position in range(index))


def _is_by_agreement(sentence: Sentence, index: int) -> bool:
    """Whether "volgens" names what was agreed and no source: "volgens plan", "volgens het akkoord"."""
    after = sentence.low(index + 2) if sentence.low(index + 1) in ("het", "de") else sentence.low(index + 1)
    return after in ("plan", "afspraak", "schema", "akkoord", "verdrag", "overeenkomst", "wet", "bestand")


def _source_end(sentence: Sentence, index: int) -> int:
    """The word after the name that follows "volgens" at `index`; after the next word where there is none."""
    for position in range(index + 1, min(index + 6, len(sentence.words))):
        if position in sentence.entity:
            end = sentence.place_of(sentence.entity[position])[1]
            while end < len(sentence.words) and sentence.words[end].text[0].isupper():
                end += 1  # "volgens het Oekraïense Openbaar Ministerie"
            return end
    prepositions = word_classes().classes["prepositions"] - {"van"}
    for position in range(index + 2, len(sentence.words)):
        if sentence.words[position].is_mark or sentence.low(position) in prepositions:
            return position
    return index + 2


def _trails(sentence: Sentence, index: int, end: int) -> bool:
    """Whether it speaks only of what follows it after a comma: "…, naar verluidt voor geld"; `end` of the source."""
    if index == 0 or sentence.words[index - 1].text != "," or end >= len(sentence.words):
        return False
    rest = range(end, len(sentence.words))
    has_verb = any(sentence.is_finite(position) and sentence.low(position - 1) != "te" for position in rest)
    return not sentence.words[end].is_mark and not has_verb and sentence.words[-1].is_mark


def _closes_quotation(sentence: Sentence, index: int) -> bool:
    """Whether any verb with its subject follows a quotation: "… is bevrijd", jubelt commandant X."""
    if index < MIN_QUOTED or sentence.words[index - 1].text != "," or sentence.words[index - 2].text not in QUOTES:
        return False
    classes, word = word_classes().classes, sentence.words[index]
    names = ("openers", "prepositions", "determiners", "adverbs", "modifiers", "auxiliaries", "pronouns")
    is_verb = word.text.isalpha() and word.text.islower() and word.low.endswith(("t", "de", "te", "den", "ten"))
    return is_verb and not any(word.low in classes[name] for name in names)


def _has_told(sentence: Sentence, index: int) -> bool:
    """Whether who says it follows a comma: ", heeft de politie bekendgemaakt", ", weet de krant"."""
    if sentence.low(index - 1) != "," or not index:
        return False
    if sentence.low(index) in ("weet", "luidt"):
        return sentence.low(index + 1) not in ("wat", "hoe", "dat", "of", "niemand", "te")
    if sentence.low(index) not in ("heeft", "hebben", "had", "hadden"):
        return False
    end = sentence.segment_range(index)[1]
    told = sentence.low(end - 1) in word_classes().hedges["told"]
    return told or (sentence.low(end - 2), sentence.low(end - 1)) == ("laten", "weten")


def _looks_back(sentence: Sentence, index: int) -> bool:
    """Whether the word speaks of what stands before it alone."""
    hedges = word_classes().hedges
    if sentence.low(index) in hedges["saying"]:
        return sentence.low(index - 1) == "dat" and _is_answer(sentence, index)
    if index and sentence.low(index) in hedges["counting"] and _closes_statement(sentence, index):
        after = (sentence.entity.get(at) for at in range(index, len(sentence.words)))
        return not any(one is not None and one.label == "CARDINAL" for one in after)  # "…, telt de VN."
    return _closes_quotation(sentence, index) or _has_told(sentence, index)


def _is_answer(sentence: Sentence, index: int) -> bool:
    """Whether "dat" takes up what was said before: "…, maar dat ontkent het Kremlin"."""
    before, after = sentence.low(index - 2), index + 1
    is_taken_up = before in ("maar", ",", "") or sentence.words[index - 2].is_mark
    return is_taken_up and (after in sentence.entity or sentence.low(after) in word_classes().classes["determiners"])


def follows_relative(sentence: Sentence, index: int) -> bool:
    """Whether what ends with the comma before `index` is a relative clause: "X, die in Y woont, vertelt"."""
    first = sentence.segment_range(index - 2)[0] if index > 1 else 0
    opener = sentence.low(first) if index > 1 else ""
    is_neuter = opener == "dat" and first > 1 and sentence.low(first - 1) == "," and first - 2 in sentence.entity
    return is_neuter or opener in ("die", "wie") or opener.startswith("waar")


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying goes on with its subject before a relative clause: "X, die …, zei dat"."""
    classes = word_classes().classes
    after = sentence.low(index + 1)
    return follows_relative(sentence, index) and (
        after in classes["prepositions"]
        or after in classes["adverbs"]
        or "dat" in (after, sentence.low(index + 2), sentence.low(index + 3))
    )


def _is_attributing(sentence: Sentence, index: int) -> bool:
    """Whether a phrase like "naar eigen zeggen" or ", zo meldt" starts at the word."""
    word = sentence.low(index)
    if word == "het":
        return _is_kept_to(sentence, index)
    if word not in ("naar", "zo"):
        return False
    phrase = " ".join(sentence.low(position) for position in range(index, index + (3 if word == "naar" else 2)))
    after_comma = word == "naar" or (index > 0 and sentence.words[index - 1].text == ",")
    return after_comma and any(phrase.startswith(known) for known in word_classes().hedges["attributing"])


def _is_kept_to(sentence: Sentence, index: int) -> bool:
    """Whether "het" at `index` is that of "houdt het (maandag) op tien doden", "zet het dodental op tien"."""
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if before in ("houdt", "houden", "hield", "hielden"):
        put_off = index + 1
        while put_off in sentence.entity or sentence.low(put_off) in word_classes().classes["modifiers"]:
            put_off += 1
        return sentence.low(put_off) in ("op", "erop")
    if before in ("zet", "zetten", "zette"):  # "dat zet het dodental op tien" is reckoned by nobody
        is_named = not {"dat", "dit", "daarmee"} & {sentence.low(at) for at in (index - 2, index + 2)}
        return is_named and after in ("dodental", "dodencijfer", "dodenaantal", "aantal", "slachtofferaantal")
    return before in ("heeft", "hebben", "had", "hadden") and after == "over"


def _closes_statement(sentence: Sentence, index: int) -> bool:
    """Whether the verb and who says it end the sentence behind a comma: "…, stelt Human Rights Watch."."""
    rest = range(index + 1, len(sentence.words) - 1)
    after = sentence.low(index + 1)
    is_named = index + 1 in sentence.entity or after in word_classes().classes["determiners"]
    is_named = is_named or after in role_table().words["titles"]
    is_last = sentence.words[-1].text == "." and not any(
        sentence.words[at].is_mark or sentence.is_finite(at) or sentence.low(at) == "te" for at in rest
    )
    return is_named and is_last and sentence.words[index - 1].text == ","


def _is_said(sentence: Sentence, index: int) -> bool:
    needed = word_classes().saying_with.get(sentence.low(index))
    if needed is not None:
        return _closes_statement(sentence, index) or any(
            word in needed or (word in QUOTES and '"' in needed) for word in sentence.lows
        )
    before = sentence.words[index - 1] if index else None
    if sentence.low(index) in word_classes().hedges["reporting"]:
        return True
    if before is not None and (before.text == "," or before.text in QUOTES):
        return True
    later = {word.low for word in sentence.words[index + 1 :]}
    return bool(later & {"dat", "te", ":", "hoe", "niets"}) or bool(later & QUOTES)
