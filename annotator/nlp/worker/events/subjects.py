"""Who is the subject of an event and in which voice, and the gathering of the roles that entities fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.span import Argument
from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.parts import own_words
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.relatives import POSSESSIVES, antecedent_of_dat, of_relative
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.words import is_doer, role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.triggers import Trigger

SPOKESMEN = frozenset({"woordvoerder", "woordvoerster"})  # of a group that acts
GETTING = frozenset({"kreeg", "kregen", "krijgt", "krijgen", "gekregen"})  # an order
GUESSING = frozenset({"vermoedelijk", "waarschijnlijk", "mogelijk", "allemaal", "allen", "voornamelijk", "vooral"})
MOST_DEEDS = 3  # clauses back to who does all that a list tells of
LISTED = 12  # words in which "en" closes a list
# Words that may stand before the verb of a sentence in place of its subject.
ADVERBS = frozenset(
    {"officieel", "omgekeerd", "tevergeefs", "vroeger", "elders", "recent", "vervolgens", "voorlopig", "vannacht",
     "daarentegen", "naderhand", "vermoedelijk", "formeel", "ooit", "kort", "vlak", "even", "lang", "ver", "diep",
     "laat", "vroeg", "verderop", "ginder", "tegelijk", "gelijktijdig", "eerst", "aanvankelijk", "andermaal"}
)  # fmt: skip
BECAUSE = frozenset({"omdat", "doordat", "nadat", "terwijl", "toen", "voordat", "zodat"})
VERB_LAST = BECAUSE | {"dat", "hoewel", "sinds", "tot", "totdat", "hoe", "als", "waarna", "waarbij", "die"}
# Who is told of again, by a noun alone: "X trok zich terug, maar de groep nam …".
AGAIN = frozenset(
    {"groep", "groepering", "beweging", "terreurgroep", "terreurbeweging", "rebellengroep", "organisatie"}
)


@dataclass(slots=True)
class Roles:
    """The roles of one event while they are found; `speaker` is a source that tells of its own doings."""

    trigger: Trigger
    sentence: Sentence
    chunks: list[Chunk]
    speaker: Suggestion | None = None
    found: list[Argument] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    first_names: dict[str, Suggestion] = field(default_factory=dict)  # by id of an entity that is another name of it

    def add(self, role: str, entity: Suggestion | None) -> None:
        """Gives the entity the role, if the type has it and the entity has none yet but that of its own source."""
        if entity is None or self.is_used(entity):
            return
        entity = self.first_names.get(entity.id, entity)
        if Argument(role, entity.id) in self.found:
            return
        if role in role_table().types[self.trigger.type] | {"PLACE", "TIME", "SOURCE"}:
            self.found.append(Argument(role, entity.id))
            if role != "SOURCE" or entity is not self.speaker:
                self.used.add(entity.id)

    def given(self) -> set[str]:
        """The roles that somebody or something has."""
        return {one.role for one in self.found}

    def is_used(self, entity: Suggestion) -> bool:
        """Whether the entity, or the one that it is another name of, has a role already."""
        return self.first_names.get(entity.id, entity).id in self.used

    def add_all(self, role: str, chunk: Chunk, *, with_country: bool = False) -> None:
        """Gives the parties of the phrase the role, and those that "en" ties to it."""
        tied = self.tied(chunk)
        if tied and self._is_introduced(chunk, tied[0]):
            chunk, *tied = tied
        for one in (chunk, *tied):
            fillers: list[Suggestion] = [] if role == "TARGET" and self._is_hit_vehicle(one) else one.parties()
            country = one.country() if with_country and not fillers else None
            for entity in fillers or ([country] if country else []):
                self.add(role, entity)

    def _is_hit_vehicle(self, chunk: Chunk) -> bool:
        """Whether a strike hit a vehicle of whose country only the adjective tells: "raakte een Grieks vrachtschip"."""
        labels = [entity.label for entity in chunk.entities if entity.label != "CARDINAL"]
        return self.trigger.type in ("ATTACK", "AIRSTRIKE", "BOMBING") and labels == ["NORP", "VEHICLE"]

    def tied(self, chunk: Chunk) -> list[Chunk]:
        """The phrases that "en" or a comma ties to the phrase, in order."""
        result = []
        before = self.sentence.clause_before(self.trigger.head)  # where the subject may stand
        for other in (*chunks_of(self.sentence, before, frozenset()), *self.chunks):
            after = chunk.last + (self.sentence.low(chunk.last) == ")")  # "het leger (FAZ) en milities van X"
            joint = self.sentence.low(after)
            is_new = joint == "," and self.sentence.is_finite(other.last)  # "bombardementen op X, Y waarschuwt"
            is_tied = other.first == after + 1 and joint in ("en", ",") and not is_new
            if is_tied and not self._is_apposed(other, joint):
                result.append(other)
                chunk = other
        return result

    def _is_introduced(self, chunk: Chunk, other: Chunk) -> bool:
        """Whether the phrase only says whose the person named behind it is: "de leider van X, Y, is gedood"."""
        is_named = other.starts_with_name and not other.of and other.entities[0].label == "PERSON"
        between, after = self.sentence.low(chunk.last), self.sentence.low(other.last)
        return bool(chunk.of) and not chunk.entities and is_named and between == after == ","

    def _is_apposed(self, other: Chunk, joint: str) -> bool:
        """Whether the phrase only says who the name before it is: "X, de zetbaas van Y"."""
        sentence = self.sentence
        if joint == "," and other.of and sentence.low(other.first) in role_table().words["titles"] - SPOKESMEN:
            return True  # "X, leider van Y"
        if joint != "," or sentence.low(other.first) not in ("de", "het", "een"):
            return False
        entity = sentence.entity.get(other.first + 1)
        if entity is not None and sentence.place_of(entity)[1] == other.last:
            return False  # "de VS" is a name
        if sentence.low(other.last) == "," and sentence.low(other.last + 1) in ("en", "maar"):
            return True  # no list: what follows tells something else
        after = range(other.last, min(other.last + LISTED, len(sentence.words)))
        ends = [index for index in after if sentence.is_finite(index)] or [after.stop]
        return not {"en", "of"} & {sentence.low(index) for index in range(other.last, ends[0])}

    def add_subject(self, role: str, subject: Chunk | None, *, with_country: bool = False) -> None:
        """Gives the role to the subject, or to the source where that is who acts."""
        if self.speaker is not None:
            self.add(role, self.speaker)
        elif subject is not None:
            named = self._named_behind(subject)
            self.add_all(role, subject if named is None else named, with_country=with_country)
            if subject.country() is None and all(one.label == "NORP" for one in subject.parties()):
                self.add(role, self._called(subject))

    def _named_behind(self, subject: Chunk) -> Chunk | None:
        """Who those without a name are said to be between commas: "mannen, vermoedelijk leden van X, namen …"."""
        sentence, first = self.sentence, subject.last + 1
        if subject.parties() or subject.country() or sentence.low(subject.last) != ",":
            return None
        while sentence.low(first) in word_classes().classes["modifiers"] or sentence.low(first) in GUESSING:
            first += 1
        beside = chunks_of(sentence, sentence.clause_of(subject.first), frozenset())
        behind = next((one for one in beside if one.first == first and not one.preposition), None)
        is_aside = behind is not None and sentence.low(behind.last) == "," and is_doer(sentence.low(behind.head - 1))
        return behind if is_aside or (behind is not None and sentence.low(behind.head - 1) == "leden") else None

    def _called(self, subject: Chunk) -> Suggestion | None:
        """The name by which those without one are known: "milities, bekend als X", "een strijder met de bijnaam X"."""
        sentence, index = self.sentence, subject.last + (self.sentence.low(subject.last) == ",")
        words = [sentence.low(index + step) for step in range(3)]
        if words[:2] == ["bekend", "als"] or words == ["met", "de", "bijnaam"]:
            name = sentence.entity.get(index + 2) or sentence.entity.get(index + 3)
        else:
            name = sentence.entity.get(index + 1) if words[0] in ("genaamd", "bijgenaamd", "geheten") else None
        return name if name is not None and name.label in role_table().labels["party"] else None


def subject_of(roles: Roles) -> Chunk | None:
    """The first phrase without a preposition; through a pronoun, a relative or an infinitive the one it means."""
    sentence, trigger = roles.sentence, roles.trigger
    clause = sentence.clause_of(trigger.head)
    phrases = plain(roles.chunks)
    before = sentence.clause_before(trigger.head)
    if sentence.low(clause[0]) == "wie" or (sentence.low(clause[0]) == "die" and clause[0] > 0):
        return of_relative(roles, clause, phrases, before)
    meant = antecedent_of_dat(roles, phrases, before)
    if meant is not None:
        return meant
    is_bidden, bidden = _bidden(roles, phrases, before)
    if is_bidden:
        return bidden
    shared = _shared_before(roles, clause, phrases) or _shared_beside(roles, phrases, before)
    if shared is not None:
        return shared
    if _goes_on_list(roles, clause, before):
        return _told_before(_first_deed(before, sentence), sentence, is_named=False)
    is_bare = _is_subjectless(roles, clause) or _shares_subject(roles, clause, phrases)
    if is_bare and not before:
        return _after_purpose(roles, clause)
    if is_bare or (phrases and _points_back(phrases[0], sentence)):
        before = _first_deed(before, sentence) if is_bare else before
        return _told_before(before, sentence, is_named=not is_bare and sentence.low(clause[0]) in BECAUSE)
    if len(phrases) > 1 and (_is_adverb(phrases[0], sentence) or _explains(phrases[0], sentence)):
        return phrases[1]

    is_headed = sentence.is_finite(trigger.head) or _is_headline_passive(roles, clause)
    if trigger.is_verb and is_headed and sentence.low(clause[0]) not in VERB_LAST:
        for chunk in phrases[1:]:
            if chunk.last == trigger.head and sentence.low(chunk.first - 1) in (",", ":"):
                return chunk  # "Tientallen doden bij aanslag, taliban vallen Kunduz aan"
    return phrases[0] if phrases else None


def _after_purpose(roles: Roles, clause: tuple[int, ...]) -> Chunk | None:
    """Who is to do what a purpose at the head tells: "Om de stad te heroveren zet het leger tanks in"."""
    rest = tuple(index for index in clause if index > max(own_words(roles.trigger, roles.sentence)))
    return next(iter(plain(chunks_of(roles.sentence, rest, frozenset()))), None)


def _goes_on_list(roles: Roles, clause: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether the clause is one more deed of a list: "beschoten een dorp, doodden elf boeren en staken …"."""
    sentence, trigger = roles.sentence, roles.trigger
    is_next = bool(before) and clause[0] > 0 and sentence.low(clause[0] - 1) == "," and sentence.is_finite(clause[0])
    is_opened = bool(before) and (sentence.low(before[0]) in word_classes().classes["openers"] | {"nu", "wanneer"})
    if not is_next or not trigger.is_verb or is_opened:
        return False
    is_deed = trigger.entry.group.frame in ("act", "move") and not is_passive(trigger, sentence)
    known = lexicon().words
    return is_deed and any(
        sentence.is_finite(index) or any("finite" in one.forms for one in known.get(sentence.low(index), ()))
        for index in before
    )


def _first_deed(before: tuple[int, ...], sentence: Sentence) -> tuple[int, ...]:
    """The clause that names who does all that a list tells of, of which the clause `before` is a part."""
    for _ in range(MOST_DEEDS):
        if not before or before[0] == 0:
            break
        first = before[0]
        verb = first + (sentence.low(first) in ("en", "maar", "of"))
        is_next = sentence.is_finite(verb) and (verb > first or sentence.low(first - 1) == ",")
        earlier = sentence.clause_before(first)
        if not is_next or not earlier or _names_subject(sentence, before):
            break
        before = earlier
    return before


def _names_subject(sentence: Sentence, clause: tuple[int, ...]) -> bool:
    """Whether who acts stands right behind the verb that the clause begins with: "en doodde het leger elf boeren"."""
    phrases = plain(chunks_of(sentence, clause, frozenset()))
    return len(phrases) > 1 or any(one.is_pronoun for one in phrases)


def _told_before(before: tuple[int, ...], sentence: Sentence, *, is_named: bool) -> Chunk | None:
    """The subject of the clause before; `is_named`: for a pronoun that means no place, "X zwijgt, omdat zij …"."""
    earlier = plain(chunks_of(sentence, before, frozenset()))
    if is_named and earlier and earlier[0].country() is not None:
        return None
    return earlier[0] if earlier else None


def _explains(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether it is beside the matter, "volgens X, de leider van Y, vluchtten …"."""
    if chunk.first == 1 and sentence.low(0) == "als" and sentence.is_finite(chunk.last):
        return True  # "Als vergelding bestookte X posten van Y"
    opener = sentence.low(sentence.clause_of(chunk.first)[0])
    return opener in word_classes().hedges["according"] and sentence.low(chunk.first - 1) == ","


def _shared_before(roles: Roles, clause: tuple[int, ...], phrases: list[Chunk]) -> Chunk | None:
    """The subject of a second participle, before "en": "hebben een dorp aangevallen en daarbij elf boeren gedood"."""
    trigger, sentence = roles.trigger, roles.sentence
    own = own_words(trigger, sentence)
    if own[0] <= clause[0] or trigger.entry.group.frame != "act" or len(phrases) > 1:
        return None
    before = tuple(index for index in clause if index < own[0])
    words = {sentence.low(index) for index in before}
    classes = word_classes().classes
    if not words & classes["having"] or words & classes["passive"]:
        return None
    return next(iter(plain(chunks_of(sentence, before, frozenset()))), None)


def _shared_beside(roles: Roles, phrases: list[Chunk], before: tuple[int, ...]) -> Chunk | None:
    """The subject of a clause with its verb last that a second one shares, whose only phrase is its object.

    "nadat rebellen het dorp hadden aangevallen en er elf boeren hadden meegenomen".
    """
    sentence, trigger = roles.sentence, roles.trigger
    clause = sentence.clause_of(trigger.head)
    is_last = sentence.low(clause[0]) == "en" and trigger.is_verb and bool(before)
    if not is_last or sentence.low(before[0]) not in VERB_LAST or trigger.entry.group.frame != "act":
        return None
    if len(phrases) != 1 or phrases[0].is_pronoun or is_passive(trigger, sentence):
        return None
    is_counted = any(entity.label == "CARDINAL" for entity in phrases[0].entities)
    earlier = plain(chunks_of(sentence, before, frozenset()))
    return earlier[0] if is_counted and earlier else None


def _bidden(roles: Roles, phrases: list[Chunk], before: tuple[int, ...]) -> tuple[bool, Chunk | None]:
    """Whether another than the subject is to do it, and who: "had zijn militairen bevolen zich terug te trekken"."""
    sentence, trigger, words = roles.sentence, roles.trigger, role_table().words
    if "infinitive" not in trigger.forms and not any(sentence.low(index) == "te" for index in trigger.words):
        return False, None
    clause, is_given = sentence.clause_of(trigger.head), False
    own = [sentence.low(index) for index in clause if index not in trigger.words]
    has_te = sentence.low(trigger.head - 1) == "te" or any(sentence.low(index) == "te" for index in trigger.words)
    if has_te and sentence.low(clause[0]) == "om":
        told = {sentence.low(index) for index in before}
        is_given = bool(told & words["giving"]) and not told & words["commanding"] and "opdracht" not in told
        if not told & words["commanding"] and not is_given:
            return False, None
        phrases = chunks_of(sentence, before, frozenset())
    elif not (has_te and words["commanding"] & set(own)) and not (not has_te and words["seeing"] & set(own)):
        is_let = not has_te and trigger.entry.group.frame == "move" and bool(words["letting"] & set(own))
        if not is_let:
            return False, None
        is_given, phrases = True, list(roles.chunks)
    else:
        phrases = list(roles.chunks)
    others = [one for one in phrases if one.preposition in ("", "aan") and not one.is_time and not one.is_pronoun]
    told = set(own) if sentence.low(clause[0]) != "om" else {sentence.low(index) for index in before}
    is_passive_call = bool(told & (word_classes().classes["passive"] | GETTING) and told & words["commanding"])
    others = others if is_passive_call else others[1:]  # "werden X opgeroepen de stad te verlaten"
    bidden = [one for one in others if one.parties() or one.country() or is_doer(sentence.low(one.head - 1))]
    counted = [one for one in others if any(entity.label == "CARDINAL" for entity in one.entities)]
    meant = next(iter(bidden or counted), None)
    if meant is not None and sentence.low(meant.first) in POSSESSIVES and not meant.parties():
        meant = next((one for one in plain(phrases) if one is not meant and one.first < meant.first), meant)
    return bool(bidden or counted) or not is_given, meant  # "beval zijn troepen …" is the doing of who commands them


def _is_headline_passive(roles: Roles, clause: tuple[int, ...]) -> bool:
    """Whether a participle without its auxiliary ends the headline: "X treft schip, drie zeelieden gedood"."""
    sentence, trigger, classes = roles.sentence, roles.trigger, word_classes().classes
    words = {sentence.low(index) for index in clause}
    is_bare = not words & (classes["having"] | classes["passive"] | classes["being"])
    return is_bare and not sentence.words[-1].is_mark and bool(trigger.forms & {"participle", "word"})


def _is_adverb(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether a lone word before the sentence's verb is none that acts: "Officieel vechten …", not "Leger …"."""
    after = chunk.last
    while sentence.low(after) in word_classes().classes["modifiers"]:
        after += 1  # "kort daarna trokken …"
    return chunk.last - chunk.first == 1 and sentence.low(chunk.first) in ADVERBS and sentence.is_finite(after)


def _points_back(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether the phrase is a pronoun, or people by whom they belong to: "hun strijders"."""
    if chunk.is_pronoun or _is_again(chunk, sentence):
        return True
    if sentence.low(chunk.last) == "van" and sentence.low(chunk.last + 1) == "hen":
        return chunk.first == sentence.clause_of(chunk.first)[0]  # "; elf van hen zijn gedood"
    is_owned = sentence.low(chunk.first) in POSSESSIVES and not chunk.entities
    last = sentence.low(chunk.last - 1)
    return is_owned and last not in role_table().words["kin"] and last in word_classes().classes["doers"]


def _is_again(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether the phrase is "de groep", which means the group named before."""
    is_short = chunk.last - chunk.first == 2 and not chunk.entities and not chunk.of
    return is_short and sentence.low(chunk.first) in ("de", "die", "het") and sentence.low(chunk.last - 1) in AGAIN


def _is_subjectless(roles: Roles, clause: tuple[int, ...]) -> bool:
    """Whether the trigger is an infinitive whose clause has no finite verb: "om de stad te heroveren"."""
    sentence, trigger = roles.sentence, roles.trigger
    has_te = sentence.low(trigger.head - 1) == "te" or any(sentence.low(index) == "te" for index in trigger.words)
    return has_te and sentence.low(clause[0]) == "om"


def _shares_subject(roles: Roles, clause: tuple[int, ...], phrases: list[Chunk]) -> bool:
    """Whether the clause goes on after "en" with its verb: "de stad ligt onder vuur en is ingesloten"."""
    sentence = roles.sentence
    if sentence.low(clause[0]) not in ("en", "maar", "of"):
        return False
    finite = next((index for index in clause[1:4] if sentence.is_finite(index)), None)
    if finite is None:
        return False
    after = [chunk for chunk in phrases if chunk.first > finite and not chunk.is_pronoun]
    after = [chunk for chunk in after if chunk is after[0] or sentence.low(chunk.first - 1) != "en"]
    if any(chunk.parties() for chunk in after) and is_passive(roles.trigger, sentence):
        return False  # "en zijn volgens de politie elf mensen opgepakt"
    is_act = roles.trigger.entry.group.frame == "act" and finite in roles.trigger.words
    if is_act and finite == clause[1] and len(after) == 1:
        return True  # "vuurde raketten af en doodde twee soldaten"
    own = [chunk for chunk in phrases if chunk.first < finite or chunk.first == finite + 1]
    return not any(
        chunk.parties() or chunk.is_pronoun or chunk.first < finite or _is_doers(chunk, sentence) for chunk in own
    )


def _is_doers(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether those who act are named by a noun alone: "het leger"."""
    return is_doer(sentence.low(chunk.last - 1)) and sentence.low(chunk.first) in ("de", "het")
