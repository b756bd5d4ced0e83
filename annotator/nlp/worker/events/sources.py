"""Who reports an event by its sentence, and whether the event is the reporter's own doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.attribution import attributions, follows_relative
from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.denials import is_taken_for_granted
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.quotations import QUOTES
from annotator.nlp.worker.events.speakers import apposed_speaker
from annotator.nlp.worker.events.words import is_doer, is_many, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger

REFUSING = frozenset({"sluit", "sluiten", "sloot", "sloten"})  # "sluit een bestand uit" is the doing of a party to it
RULING = frozenset({"regering", "autoriteiten", "junta", "machthebbers", "regime", "legerleiding", "leiders"})
SOURCE_REACH = 8  # words from "volgens" or a verb of saying to the name of the source
# Who speaks without a name, beside fighters and rulers.
NAMELESS = frozenset(
    {"bronnen", "getuigen", "ooggetuigen", "activisten", "inwoners", "bewoners", "waarnemers", "analisten", "experts",
     "deskundigen", "kenners", "artsen", "hulpverleners", "hulpdiensten", "diplomaten", "media", "jihadisten"}
)  # fmt: skip
MEDIA = ("bureau", "agentschap", "zender", "krant", "omroep", "website", "tijdschrift", "weekblad", "dagblad")
COUNTED = frozenset({"geteld", "gedocumenteerd", "geregistreerd"})
_SOUNDING = frozenset({"klinkt", "klonk", "luidt", "luidde", "heet", "heette"})
_PERSONS = frozenset({"hem", "haar", "hen", "ons", "mij", "hun"})
_SELVES = frozenset({"hij", "zij", "ze", "hun", "haar", "zijn"})
ACCUSED = ("beschuldig", "verdenk", "verweet", "verwijt", "verdacht")


def sources_of(trigger: Trigger, sentence: Sentence) -> Iterator[tuple[Suggestion, bool]]:
    """Each source with whether it tells of itself: the name after "volgens", or the subject of the verb of saying."""
    if is_taken_for_granted(trigger, sentence):
        return  # who denies something else does not tell of it
    is_found = False
    own = sentence.clause_of(trigger.head)
    is_told_here = any(sentence.low(index) == "volgens" for index in own)
    for index, start, end in attributions(sentence):
        if is_told_here and index < own[0] and sentence.low(own[0]) in ("maar", "terwijl"):
            continue  # "zegt de stad te hebben, maar volgens X wordt gevochten"
        is_refused = trigger.type == "AGREEMENT" and sentence.low(index) in REFUSING
        if start <= trigger.head < end and not is_refused:
            if index not in sentence.told.speakers:
                sentence.told.speakers[index] = _speaker(sentence, index)
            source = sentence.told.speakers[index]
            if source is not None:
                is_found = True
                is_self = _tells_of_itself(index, trigger, sentence) or _says_i(source, trigger, sentence)
                medium = _medium_after(sentence, index)
                yield source, is_self and source is not medium
                is_named = medium is not None and _is_introduced(sentence, medium)
                if medium is not None and medium is not source and is_named:
                    yield medium, False  # "zei hij tegen het persbureau X"
    witness = None if is_found else _witness(trigger, sentence) or _judge(trigger, sentence)
    if witness is not None:
        yield witness, False


def _judge(trigger: Trigger, sentence: Sentence) -> Suggestion | None:
    """Who calls untrue what the noun tells: "noemt de moorden verzinsels"."""
    own = sentence.clause_of(trigger.head)
    calling = [index for index in own if index < trigger.head and sentence.low(index).startswith("noem")]
    later = {word.low for word in sentence.words[trigger.head :]}
    if trigger.is_verb or not calling or not later & word_classes().hedges["untrue"]:
        return None
    return first_party(sentence, tuple(index for index in own if index < calling[0]))


def _witness(trigger: Trigger, sentence: Sentence) -> Suggestion | None:
    """Who counts, fears or documents what the noun or the relative clause tells: "telde elf burgers die omkwamen"."""
    clause = sentence.clause_of(trigger.head)
    if trigger.is_verb:
        if sentence.low(clause[0]) not in ("die", "dat") or clause[0] == 0:
            return None
        clause = sentence.clause_before(trigger.head)
    return next((who for index, who in _witnesses(sentence, clause) if index < trigger.head), None)


def _witnesses(sentence: Sentence, clause: tuple[int, ...]) -> tuple[tuple[int, Suggestion], ...]:
    """The words of the clause that say that somebody counts or fears something, in order, each with who that is."""
    if not clause:
        return ()
    number = sentence.clause[clause[0]]
    if number not in sentence.told.witnesses:
        words = role_table().words["witnessing"]
        telling = [index for index in clause if sentence.low(index) in words and index not in sentence.entity]
        if any(sentence.low(index) in COUNTED for index in telling):  # "X heeft elf doden geteld"
            telling += [index for index in clause if sentence.low(index) in word_classes().classes["having"]]
        beside: dict[int, Suggestion] = {}
        named: Suggestion | None = None
        for chunk in chunks_of(sentence, clause, frozenset()) if telling else ():
            who = None if chunk.preposition else party_or_country(chunk)
            if chunk.is_apposed and named is not None:
                beside.setdefault(chunk.last + 1, named)  # "X, een waakhond, telde elf doden"
            named = who
            if who is not None:
                beside.setdefault(chunk.last, who)
                beside.setdefault(chunk.first - 1, who)
        sentence.told.witnesses[number] = tuple((index, beside[index]) for index in telling if index in beside)
    return sentence.told.witnesses[number]


def party_or_country(chunk: Chunk) -> Suggestion | None:
    """The first party that the phrase names, else the country it is."""
    return chunk.parties()[0] if chunk.parties() else chunk.country()


def claims(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the source claims what the noun tells: "RSF claimt inname", which is its own doing."""
    return any(_is_claim(index, trigger, sentence) for index, _, _ in attributions(sentence))


def _is_claim(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    is_own = sentence.low(index).startswith("claim") or _announces(index, trigger, sentence)
    return is_own and index < trigger.head and not trigger.is_verb and index in sentence.clause_of(trigger.head)


def _announces(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether somebody announces what he is to do: "kondigt een tegenoffensief aan"."""
    is_aside = any(sentence.low(trigger.words[0] - back) in ("van", "over", "na", "voor") for back in (1, 2, 3))
    is_deed = trigger.type in ("ATTACK", "AIRSTRIKE", "BOMBING", "CAPTURE", "RETREAT", "SIEGE")
    return is_deed and sentence.low(index).startswith("kondig") and "aan" in sentence.lows and not is_aside


def _tells_of_itself(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether what is said has the speaker as its subject: "zegt dat hij …", "beweert … te hebben ingenomen"."""
    if sentence.low(index) == "naar" or (sentence.low(index), sentence.low(index + 1)) == ("volgens", "eigen"):
        return sentence.low(index + 1) == "eigen"
    if _is_claim(index, trigger, sentence):
        return True
    if trigger.head < index or not trigger.is_verb or sentence.low(index).startswith(ACCUSED):
        return False
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) == "dat":
        first = sentence.low(own[0] + 1)
        is_own = first in _SELVES and sentence.low(own[0] + 2) not in role_table().words["kin"]
        return is_own or (first == "het" and _is_pronoun_het(sentence, own[0] + 1))
    before = sentence.clause_before(trigger.head) if sentence.low(own[0]) in ("en", "maar") else ()
    if before and index < before[0] and sentence.low(before[0]) == "dat" and not _names_doer(sentence, own):
        first = sentence.low(before[0] + 1)  # "zegt dat het X heeft gedood en tunnels heeft verwoest"
        return first in _SELVES or (first == "het" and _is_pronoun_het(sentence, before[0] + 1))
    between = {sentence.low(position) for position in range(index + 1, trigger.head)}
    near = range(trigger.head - 2, trigger.words[-1] + 2)
    has_te = any(sentence.low(position) == "te" for position in (*trigger.words, *near))
    return has_te and sentence.clause_of(index) == own and not between & {"dat", "om", ":"}


def _says_i(source: Suggestion, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether somebody tells of himself: "ik ben gevlucht", zegt X."""
    words = sentence.lows_of(trigger.head)
    is_moving = trigger.is_verb and trigger.entry.group.frame in ("move", "undergo")
    is_of_others = bool(words & {"mij", "me", "zien", "horen", "zag", "hoorde"})
    return source.label == "PERSON" and is_moving and "ik" in words and not is_of_others


def _names_doer(sentence: Sentence, clause: tuple[int, ...]) -> bool:
    """Whether somebody is named in the clause who may do what it tells of."""
    phrases = plain(chunks_of(sentence, clause, frozenset()))
    return any(one.parties() or one.is_pronoun or is_doer(sentence.low(one.head - 1)) for one in phrases)


def _is_pronoun_het(sentence: Sentence, index: int) -> bool:
    """Whether "het" stands for a thing named before: what follows is no noun."""
    classes, after = word_classes().classes, sentence.low(index + 1)
    names = ("determiners", "prepositions", "modifiers", "adverbs", "auxiliaries")
    if any(after in classes[name] for name in names) or is_many(after):
        return True
    entity = sentence.entity.get(index + 1)
    is_plural = entity is not None and entity.label in ("WEAPON", "VEHICLE") and after.endswith(("s", "en"))
    return is_plural or (entity is not None and entity.label in ("CARDINAL", "GPE", "DATE", "TIME"))


def _speaker(sentence: Sentence, index: int) -> Suggestion | None:
    if (sentence.low(index), sentence.low(index + 1)) == ("volgens", "eigen"):
        return first_party(sentence, tuple(i for i in sentence.clause_of(index) if i < index))
    if sentence.low(index) == ":" and index + 1 < len(sentence.words) and sentence.words[index + 1].text in QUOTES:
        before = tuple(i for i in sentence.clause_before(index + 2) if i < index)
        who = first_party(sentence, before)  # "X belde met de krant: “Zij vluchten”"
        return who if who is not None and who.label in ("PERSON", "ORG") else None
    return _source_of(sentence, index)


def _source_of(sentence: Sentence, index: int) -> Suggestion | None:
    low = sentence.low(index)
    if low == ":":  # heads the sentence: "Kiev: …"
        return sentence.entity.get(0) or sentence.entity.get(1)
    if _names_nobody(sentence, index):
        return None
    if low == "naar" and sentence.low(index + 1) == "schatting":
        return _source_after(sentence, index + 2)
    named = apposed_speaker(sentence, index)
    if named is not None:
        return named
    after_mark = index > 0 and sentence.words[index - 1].is_mark and sentence.low(index - 1) != ")"
    is_inverted = after_mark and not _tells_on(sentence, index)
    if low not in word_classes().hedges["according"] and not is_inverted:
        subject = first_party(sentence, tuple(i for i in sentence.clause_of(index) if i < index))
        if subject is not None:
            return subject
        if low == "naar" and any(sentence.is_finite(i) for i in sentence.clause_of(index) if i < index):
            return None  # "rebellen hebben naar eigen zeggen de stad X veroverd"
        seat = _seat_of(sentence, index)
        if seat is not None:
            return seat
        if low.startswith(ACCUSED):
            return None  # who follows is the accused
        opener = sentence.low(sentence.clause_of(index)[0])
        if sentence.low(index - 1) in ("en", "maar") or (
            opener in ("en", "maar") and _has_no_subject(sentence, index)
        ):  # "voerde luchtaanvallen uit en zegt"
            return first_party(sentence, sentence.clause_before(index))
        if _has_nameless_speaker(sentence, index):
            return _medium_after(sentence, index)  # "jihadisten claimen de inname van X"
    return _source_after(sentence, index)


def _names_nobody(sentence: Sentence, index: int) -> bool:
    """Whether what attributes names nobody, whatever follows: "naar verluidt", "volgens hem"."""
    low, after = sentence.low(index), sentence.low(index + 1)
    return (low == "naar" and after == "verluidt") or (low == "volgens" and after in _PERSONS)


def _has_nameless_speaker(sentence: Sentence, index: int) -> bool:
    """Whether those who say it stand right before the verb at `index`, without a name."""
    low = sentence.low(index - 1)
    return index > 0 and sentence.clause[index - 1] == sentence.clause[index] and (is_doer(low) or low in NAMELESS)


def _seat_of(sentence: Sentence, index: int) -> Suggestion | None:
    """Where those sit who say it, just before the verb at `index`: "de regering in Kiev houdt vol"."""
    place = sentence.entity.get(index - 1)
    if place is None or place.label != "GPE":
        return None
    first = sentence.place_of(place)[0]
    is_seated = sentence.low(first - 1) == "in" and sentence.low(first - 2) in RULING
    return place if is_seated else None


def _has_no_subject(sentence: Sentence, index: int) -> bool:
    """Whether the clause that goes on after "en" begins with its verb: "en heeft laten weten dat"."""
    before = tuple(position for position in sentence.clause_of(index) if position < index)
    return not plain(chunks_of(sentence, before, frozenset()))


def _tells_on(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` tells something, a relative clause after its subject: "X, die …, vertelt dat"."""
    is_of = sentence.low(index).startswith(("sprak", "spreek")) and sentence.low(index + 1) != "met"
    if not is_of and not {"dat", "hoe", "te"} & {word.low for word in sentence.words[index + 1 :]}:
        return False  # "X, die …, kondigde zijn opmars aan": his own doing
    return follows_relative(sentence, index) and sentence.clause_of(index)[0] < index


def _source_after(sentence: Sentence, index: int) -> Suggestion | None:
    labels = role_table().labels["party"] | {"GPE"}
    prepositions = word_classes().classes["prepositions"] - {"van", "te"}
    if sentence.low(index) in _SOUNDING and (sentence.low(index + 1), sentence.low(index + 2)) == ("het", "in"):
        seat = sentence.entity.get(index + 3)
        return seat if seat is not None and seat.label == "GPE" else None  # "klinkt het in X"
    is_inside = False  # an attribute: "volgens het in Londen gevestigde Observatorium"
    for position in range(index + 1, min(index + 1 + SOURCE_REACH, len(sentence.words))):
        word = sentence.words[position]
        if is_inside or (word.low in ("in", "vanuit") and sentence.low(position - 1) in ("de", "het")):
            is_inside = position in sentence.entity or not word.low.endswith("e")
            continue
        following = sentence.entity.get(position + 1)
        if word.text == "," and following is not None and following.label == "PERSON" and position > index + 1:
            return following  # "zei de gouverneur van de streek, Salfo Kaboré"
        is_relative = word.low in ("dat", "die", "hoe") and sentence.low(index) not in ("blijkt", "bleek")
        if is_relative or word.low in (",", ":") or word.text in QUOTES:
            return None
        if sentence.is_finite(position) and position > index + 1:
            return None  # "volgens activisten heeft het regime van X"
        entity = sentence.entity.get(position)
        if entity is None and word.low in prepositions and (position > index + 1 or word.low == "op"):
            return _medium(sentence, position)
        is_seat = entity is not None and entity.label == "GPE" and sentence.low(position - 1) == "van"
        if is_seat and sentence.low(position - 2) not in word_classes().classes["doers"]:
            continue  # "zegt de burgemeester van Goma"
        if entity is not None and entity.label in labels:
            return whole(sentence, position, entity)
        is_said_by = sentence.low(index) in word_classes().hedges["according"]
        if (
            is_said_by
            and entity is not None
            and entity.label == "FAC"
            and word.low.endswith(("ziekenhuis", "hospitaal", "kliniek"))
        ):
            return entity
        if entity is not None and entity.label == "CARDINAL":
            return None
    return None


def _medium(sentence: Sentence, index: int) -> Suggestion | None:
    """Through whom somebody without a name says it: "zei hij tegen Reuters", "op de staatstelevisie"."""
    if sentence.low(index) not in ("tegen", "aan", "op", "via"):
        return None
    first = index + 2 if sentence.low(index + 1) in ("de", "het") else index + 1
    people = sentence.entity.get(first)
    first = sentence.place_of(people)[1] if people is not None and people.label == "NORP" else first
    first += sentence.low(first).endswith(MEDIA)
    named = sentence.entity.get(first)
    if named is None or named.label != "ORG":
        return None
    last = sentence.low(sentence.place_of(named)[1] - 1)
    is_channel = last.endswith(("televisie", "radio", "tv", "zender")) or sentence.low(index - 1) == "het"
    return named if sentence.low(index) != "op" or is_channel else None


def _is_introduced(sentence: Sentence, medium: Suggestion) -> bool:
    """Whether the name of the medium follows a noun that says what it is."""
    return sentence.low(sentence.place_of(medium)[0] - 1).endswith(MEDIA)


def _medium_after(sentence: Sentence, index: int) -> Suggestion | None:
    """The medium that the verb of saying at `index` names within a few words; None without one."""
    ahead = range(index + 1, min(index + 1 + SOURCE_REACH, len(sentence.words)))
    return next((found for position in ahead if (found := _medium(sentence, position)) is not None), None)


def first_party(sentence: Sentence, clause: tuple[int, ...]) -> Suggestion | None:
    """The first party or country in the clause that no preposition governs."""
    for chunk in chunks_of(sentence, clause, frozenset()):
        who = None if chunk.preposition or chunk.is_time else party_or_country(chunk)
        if who is not None:
            return who
    return None


def whole(sentence: Sentence, position: int, entity: Suggestion) -> Suggestion:
    """The person after the demonym or body that describes it: "VN-gezant Pedersen" is Pedersen."""
    if entity.label not in ("NORP", "ORG"):
        return entity
    beside = sentence.entity.get(position + 3) if sentence.low(position + 1) == "-" else None
    if beside is not None and beside.label == "ORG":
        return beside  # "VN-vluchtelingenorganisatie UNHCR"
    for later in range(position + 1, min(position + 5, len(sentence.words))):
        other = sentence.entity.get(later)
        low, classes = sentence.low(later), word_classes().classes
        is_end = low in classes["openers"] or low in classes["prepositions"] or sentence.is_finite(later)
        if is_end or (sentence.words[later].is_mark and sentence.low(later) != "-"):
            break
        if other is not None and other.label == "PERSON":
            return other
        if other is not None and other.label == "ORG" and entity.label == "NORP" and later > position + 1:
            return other  # "het Turkse persbureau Dogan"
    return entity
