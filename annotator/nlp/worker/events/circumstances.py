"""When an event happened: the times among its roles, after its places and before its things and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attributive import is_attributive
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.meant import SUFFERED, strike_before
from annotator.nlp.worker.events.misplaced import is_of_earlier
from annotator.nlp.worker.events.outlook import noun_preposition
from annotator.nlp.worker.events.parts import own_part
from annotator.nlp.worker.events.relatives import relative_after
from annotator.nlp.worker.events.things import fill_things, is_backdrop
from annotator.nlp.worker.events.where import MAX_GAP, distance, fill_places
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.subjects import Roles
    from annotator.nlp.worker.events.triggers import Trigger

    Time = tuple[Suggestion, tuple[int, int]]

# Clauses so opened tell of the time that their main clause names.
AT_ONCE = frozenset({"toen", "waarbij", "waardoor", "wanneer"})
BEFORE_CLOCK = frozenset(
    {",", "om", "rond", "omstreeks", "tegen", "na", "voor", "even", "kort", "iets", "vanaf", "klokslag"}
)
YOUNG_AND_OLD = frozenset(
    {"baby", "peuter", "kleuter", "kind", "jongen", "jongetje", "meisje", "man", "vrouw", "tiener"}
)
TALKS = (
    "onderhandel", "praat", "praten", "gepraat", "overleg", "gesproken", "dringt", "drong", "aangedrongen",
    "opgeroepen", "roep", "riep",
)  # fmt: skip
# Beginnings of verbs that tell when somebody spoke, and not when it was.
SPEAKING = (
    "waarschuw", "dreigde", "dreigt", "voorspel", "claim", "sprak", "spraken", "spreek", "vreesde", "vreest", "vrezen",
    "noemde", "noemt", "veroordeel", "beschuldig", "bepleit", "pleitte",
)  # fmt: skip
CLAIMING = frozenset({"eist", "eisen", "eiste", "eisten", "opgeëist", "opeist", "opeiste", "opeisten"})
TOLD = frozenset({"gemeld", "bevestigd", "erkend", "geclaimd", "afgekondigd"})
# Before "na" it is told how soon afterwards something else was.
SOON = frozenset({"kort", "vlak", "meteen", "onmiddellijk"})
# Verbs of a relative clause that says of the noun before it when it is or how long it takes.
LASTING = frozenset(
    {"duurt", "duren", "duurde", "duurden", "begon", "begonnen", "beginnen", "begint", "uitbrak", "uitbraken",
     "losbarstte", "losbarstten", "woedt", "woedde", "woedden", "inging", "ingingen", "ingaat", "ingegaan", "aanhoudt",
     "aanhield", "plaatsvond", "plaatsvonden", "plaatsvindt", "eindigde", "afliep", "afloopt", "ingezet", "gestart"}
)  # fmt: skip
FARTHEST_RELATIVE = 14  # words from a noun to the relative clause that dates it
MIN_RANK = 4  # letters that a superlative has more of
MOST_DEEDS = 3  # clauses through which a time carries on
FARTHEST_NOUN = 6  # words from "na" to the noun it governs


def fill_circumstances(roles: Roles) -> None:
    """Adds places, times, things and counts to the roles."""
    fill_places(roles)
    _fill_times(roles)
    fill_things(roles)


def _fill_times(roles: Roles) -> None:
    trigger, sentence = roles.trigger, roles.sentence
    if is_attributive(trigger, sentence):
        return
    every = _times_of(roles)
    if not every:
        return
    clause = set(own_part(trigger, sentence))
    relative = relative_after(trigger, sentence) or _lasting_after(trigger, sentence)
    times = [(entity, span) for entity, span in every if span[0] in relative]
    if not times or is_backdrop(trigger, sentence):
        times = [(entity, span) for entity, span in every if span[0] in clause] or times
    times = times or _times_elsewhere(every, clause, trigger, sentence)
    if not times:
        return
    nearest, span = min(times, key=lambda time: distance(time[1], trigger))
    roles.add("TIME", nearest)
    if nearest.label == "DURATION":
        for other, _ in _heading(every, sentence):
            roles.add("TIME", other)
    is_agreed = trigger.type == "AGREEMENT" and bool(sentence.lows_of(trigger.head) & role_table().support["agreeing"])
    is_attribute = is_agreed and nearest.label == "DURATION" and sentence.low(span[0] - 1) == "van"
    is_attribute = is_attribute and not (noun_preposition(trigger, sentence) or "geschonden" in sentence.lows)
    for other, (first, last) in times:
        is_tied = {sentence.low(span[1]), sentence.low(last)} & {"en", "of"}
        is_beside = bool(is_tied) and abs(first - span[0]) <= MAX_GAP + 1
        is_length = other.label == "DURATION" and sentence.low(last) == "lang" and nearest.label != "DURATION"
        is_when = is_attribute and other.label in ("DATE", "TIME") and first in clause
        if is_beside or is_length or is_when or _is_one_moment(span, (first, last), sentence):
            roles.add("TIME", other)


def _lasting_after(trigger: Trigger, sentence: Sentence) -> Sequence[int]:
    """The relative clause that says when or how long, behind the rest of its phrase: "een beleg van X, dat …"."""
    if trigger.is_verb or not sentence.lows & LASTING:
        return ()
    for index in range(trigger.words[-1] + 1, min(trigger.words[-1] + FARTHEST_RELATIVE, len(sentence.words))):
        if sentence.is_finite(index) or sentence.words[index].text in (";", ":"):
            return ()
        if sentence.low(index) in ("dat", "die") and sentence.low(index - 1) == ",":
            clause = sentence.clause_of(index)
            return clause if {sentence.low(at) for at in clause} & LASTING else ()
    return ()


def _times_of(roles: Roles) -> list[Time]:
    """The times of the sentence that may be the event's, each with its words."""
    trigger, sentence, labels = roles.trigger, roles.sentence, role_table().labels["TIME"]
    every = [(entity, sentence.place_of(entity)) for entity in sentence.entities if entity.label in labels]
    every = [
        (entity, span) for entity, span in every
        if not _is_age(span[0], sentence) and not _is_stamp(span, sentence) and not _is_talked_of(span[0], roles)
    ]  # fmt: skip
    is_other = bool(every) and (_is_dated_by(trigger, sentence) or is_backdrop(trigger, sentence))
    if is_other or any(_is_offset(entity, span, trigger, sentence) for entity, span in every):
        every = [(entity, span) for entity, span in every if 0 < span[0] - trigger.words[-1] <= MAX_GAP]
    if every and _is_claimed(trigger, sentence):
        return []
    if every and _is_only_spoken_of(trigger, sentence):
        every = [(entity, span) for entity, span in every if span[0] > trigger.head]
    return [(entity, span) for entity, span in every if not _is_of_another(span[0], trigger, sentence)]


def _is_claimed(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the time is when somebody claimed what the noun tells: "eiste de aanval woensdag op"."""
    words = sentence.lows_of(trigger.head)
    if words & TOLD and trigger.type != "AGREEMENT" and not trigger.is_verb:
        return True  # "heeft maandag de inname gemeld"
    is_claim = bool(words & CLAIMING) and ("op" in words or "opgeëist" in words)
    return is_claim and not trigger.is_verb and trigger.type in ("ATTACK", "BOMBING", "AIRSTRIKE", "ABDUCTION")


def _is_only_spoken_of(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the time is when somebody spoke of what the noun tells: "waarschuwde zondag voor een aanval"."""
    own = sentence.clause_of(trigger.head)
    spoken = [index for index in own if index < trigger.head and sentence.low(index).startswith(SPEAKING)]
    if "af" in sentence.lows_of(trigger.head) and trigger.type == "AGREEMENT":
        return False  # "spraken een bestand af"
    return not trigger.is_verb and bool(spoken) and sentence.is_finite(spoken[0])


def _times_elsewhere(every: list[Time], clause: set[int], trigger: Trigger, sentence: Sentence) -> list[Time]:
    """The times of the nearest other part of the sentence that tells when: main clause, deed before, head."""
    times: list[Time] = []
    main = set(sentence.clause_before(trigger.head))
    is_seen = sentence.low(min(clause)) == "hoe" and role_table().words["seeing"] & {sentence.low(at) for at in main}
    if sentence.low(min(clause)) in AT_ONCE or is_seen:
        times = [(entity, span) for entity, span in every if span[0] in main]
    if not times:
        times = [(entity, span) for entity, span in every if span[0] in _when(clause, sentence)]
    if not times:
        leading = _led_by(trigger, sentence)
        times = [
            (entity, span)
            for entity, span in every
            if span[0] in leading
            and (entity.label in ("DATE", "TIME") or sentence.low(span[0] - 1) in ("in", "binnen"))
        ]
    times = times or _heading(every, sentence)
    if not times:
        before = strike_before(trigger, sentence)
        told = [(entity, span) for entity, span in every if span[0] in before and entity.label in ("DATE", "TIME")]
        times = told[-1:]
    return times


def _heading(every: list[Time], sentence: Sentence) -> list[Time]:
    """The time that heads an entry of a list, of which all that follows tells: "Mei 2015: Palmyra valt; …"."""
    return [(entity, span) for entity, span in every[:1] if span[0] <= 1 and sentence.low(span[1]) == ":"]


def _is_one_moment(one: tuple[int, int], other: tuple[int, int], sentence: Sentence) -> bool:
    """Whether two times tell one: "zaterdag om 12 uur", "maandagavond urenlang", "van mei tot juli"."""
    (first, last) = sorted((one, other))
    between = [sentence.low(index) for index in range(first[1], last[0])]
    labels = (sentence.entity[first[0]].label, sentence.entity[last[0]].label)
    if labels == ("DATE", "DATE") and between[:1] == [","] and sentence.low(last[1]) == ",":
        return len(between) <= MAX_GAP  # "op eerste paasdag, een maand geleden, bliezen zij"
    is_clock = (
        labels in (("DATE", "TIME"), ("TIME", "TIME"))
        and set(between) <= BEFORE_CLOCK
        and len(between) <= FARTHEST_NOUN
    )
    if not between or between in (["in"], ["maar"], ["slechts"], ["al"]):
        return labels[0] != "DURATION" and labels[1] == "DURATION"
    return is_clock or (between == ["tot"] and sentence.low(first[0] - 1) in ("van", "vanaf"))


def _is_talked_of(first: int, roles: Roles) -> bool:
    """Whether word `first` tells of talks on an agreement to come: "zondag wordt over een bestand gepraat"."""
    trigger, sentence = roles.trigger, roles.sentence
    if trigger.type != "AGREEMENT" or trigger.is_verb or first > trigger.head:
        return False
    is_topic = any(sentence.low(trigger.words[0] - back) in ("over", "op", "tot") for back in (1, 2, 3))
    words = sentence.lows_of(trigger.head)
    return is_topic and any(word.startswith(TALKS) for word in words)


def _is_dated_by(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the noun only says what something else came after, or is feared: "een dag na een beleg"."""
    if trigger.is_verb or "noun" not in trigger.forms:
        return False
    for index in range(trigger.words[0] - 1, max(0, trigger.words[0] - FARTHEST_NOUN), -1):
        low = sentence.low(index)
        if low in ("na", "voor"):
            is_fear = sentence.low(index - 1) in ("angst", "vrees", "bang", "waarschuwing", "waarschuwingen")
            is_later = sentence.low(index - 1) in SOON or sentence.low(index - 1) in ("dag", "dagen", "week", "weken")
            return is_fear or (low == "na" and is_later)
        if low in word_classes().classes["prepositions"] or sentence.words[index].is_mark or sentence.is_finite(index):
            return False
    return False


def _is_stamp(span: tuple[int, int], sentence: Sentence) -> bool:
    """Whether the time is when an entry of a live report was written: "17u18 Ankara sluit een bestand uit"."""
    first, last = span
    heading = sentence.entity.get(0)  # none where the time is no word of the sentence
    if first or last >= len(sentence.words) or heading is None or heading.label != "TIME":
        return False
    after = sentence.words[last]
    return sentence.words[0].text[:1].isdigit() and (after.text[:1].isupper() or after.is_mark)


def _is_offset(entity: Suggestion, span: tuple[int, int], trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it says how long before or after the noun something else was: "drie weken na de val van de stad"."""
    last = span[1]
    if (
        entity.label != "DURATION"
        or trigger.is_verb
        or sentence.low(last) not in ("na", "voor", "vóór")
        or trigger.head < last
    ):
        return False
    between = range(last + 1, trigger.words[0])
    return len(between) <= FARTHEST_NOUN and not any(
        sentence.is_finite(index) or sentence.words[index].is_mark for index in between
    )


def _when(clause: set[int], sentence: Sentence) -> Sequence[int]:
    """The words of the clause that says when, beside the main clause: "toen … in mei …, trokken zij zich terug"."""
    after = max(clause) + (2 if sentence.low(max(clause) + 1) == "," else 1)
    if sentence.low(after) == "toen":
        return sentence.clause_of(after)
    before = sentence.clause_before(min(clause))
    return before if before and before[0] == 0 and sentence.low(0) == "toen" else ()


def _led_by(trigger: Trigger, sentence: Sentence) -> Sequence[int]:
    """The words of the clause at whose time the trigger's goes on: "sloegen maandag aanvallen af en vernielden tanks".

    Through a list of deeds it is the first clause: "bezetten zondag X, staken Y in brand en doodden Z".
    """
    clause = sentence.clause_of(trigger.head)
    if not trigger.is_verb or sentence.lows_of(trigger.head) & word_classes().classes["another_time"]:
        return ()
    for _ in range(MOST_DEEDS):
        first = clause[0] if clause else 0
        is_next = sentence.low(first) == "en" or (sentence.is_finite(first) and sentence.low(first - 1) == ",")
        if not is_next:
            return clause if clause != sentence.clause_of(trigger.head) else ()
        clause = sentence.clause_before(first)
    return clause


def _is_of_another(first: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the time before word `first` is that of another event's noun: "na een beleg van drie weken"."""
    if is_of_earlier(first, trigger, sentence):
        return True
    last = sentence.place_of(sentence.entity[first])[1]
    if sentence.low(last) == "verderop":
        return True  # how far: "een half uur verderop"
    if sentence.low(last) == "durende" and last + 1 not in trigger.words:
        return True  # "tijdens de vier jaar durende strijd"
    if _is_compared(first, sentence):
        return True
    if sentence.low(first - 1) == "sinds" and sentence.low(trigger.words[0] - 1).endswith("ste"):
        return True  # "de zwaarste aanval sinds 2022"
    if sentence.low(first - 1) == "na" and trigger.is_verb and _is_length(first, sentence):
        return True
    if sentence.low(first - 1) != "van" or first - 2 in trigger.words:
        return False
    own = sentence.clause_of(trigger.head)
    is_then = sentence.low(own[0]) == "toen" and own[0] - sentence.place_of(sentence.entity[first])[1] in (0, 1)
    if is_then:
        return False  # "de moord van 2012, toen elf boeren werden gedood"
    if trigger.type in SUFFERED and _is_occasion(first - 2, sentence):
        return False  # "bij de aanval van 7 oktober kwamen elf mensen om"
    return any("noun" in reading.forms for reading in lexicon().words.get(sentence.low(first - 2), ()))


def _is_compared(first: int, sentence: Sentence) -> bool:
    """Whether it is the time in which there was no greater one: "de zwaarste in tien jaar", "voor het eerst sinds"."""
    if sentence.low(first - 1) not in ("in", "sinds"):
        return False
    near = [sentence.low(index) for index in range(max(0, first - 4), first - 1)]
    is_long = sentence.entity[first].label == "DURATION"
    return near[-1:] == ["eerst"] or (is_long and any(low.endswith("ste") and len(low) > MIN_RANK for low in near))


def _is_occasion(noun: int, sentence: Sentence) -> bool:
    """Whether "bij" governs the noun at which the deaths were."""
    near = range(max(0, noun - FARTHEST_NOUN), noun)
    return any(sentence.low(at) == "bij" for at in near) and not any(sentence.is_finite(at) for at in near)


def _is_length(first: int, sentence: Sentence) -> bool:
    """Whether the length of time from word `first` on is how long another event took: "na zeven maanden van strijd"."""
    entity = sentence.entity[first]
    if entity.label != "DURATION":
        return False
    last = sentence.place_of(entity)[1]
    ahead = [
        index for index in range(last, min(last + MAX_GAP + 2, len(sentence.words))) if index not in sentence.entity
    ]
    if not ahead or ahead[0] != last:
        return False
    known = lexicon().words
    return any(
        any("noun" in reading.forms for reading in known.get(sentence.low(index), ()))
        for index in (ahead if sentence.low(last) == "van" else ahead[:1])
    )


def _is_age(first: int, sentence: Sentence) -> bool:
    """Whether the length of time before word `first` is somebody's age: "een baby van negen maanden"."""
    return sentence.low(first - 1) == "van" and sentence.low(first - 2) in YOUNG_AND_OLD
