"""A noun phrase of a clause, and who of those in it can act."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import is_doer, is_held, is_many, is_place_noun, role_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence


@dataclass(slots=True)
class Chunk:
    """A noun phrase: its words, its preposition ("" if none), its own entities and those by way of "van"."""

    first: int
    last: int
    preposition: str = ""
    entities: list[Suggestion] = field(default_factory=list)
    of: list[Suggestion] = field(default_factory=list)
    is_time: bool = False
    is_pronoun: bool = False
    named: set[str] = field(default_factory=set)  # ids of vehicles with a name of their own
    prefixed: set[str] = field(default_factory=set)  # ids of names that a hyphen ties to a noun: "IS-tak"
    held: set[str] = field(default_factory=set)  # ids of groups whose place it is: "het IS-dorp"
    starts_with_name: bool = False
    is_place: bool = False  # its last word is a common noun for a place
    is_building: bool = False
    head: int = 0  # last-plus-one word of the part before "van"
    is_held: bool = False  # and that noun says that somebody holds it: "stellingen"
    is_attribute: bool = False  # it says who did what the participle behind it describes another by
    is_the_name: bool = False  # its name follows "de" or a noun like "buurland" alone
    is_kin: bool = False  # it is a relation of whom it is "van"
    is_apposed: bool = False  # it only says who or what the name before it is
    is_of_place: bool = False  # what it is "van" is a place
    is_of_doers: bool = False  # "het leger van X": who is of the country acts for it

    def parties(self) -> list[Suggestion]:
        """Who can act in it: its own group or person, else the one it is "van"; nobody in a phrase for a place.

        A name wins over the demonym before it: of "de Syrische president Assad" it is Assad.
        """
        labels = role_table().labels
        own = [entity for entity in self.entities if entity.label in labels["party"] or entity.id in self.named]
        if self.is_held:  # "stellingen van IS", "een Malinese basis"
            held = [*own, *(entity for entity in self.of if entity.label in labels["party"])]
            return ([entity for entity in held if entity.label != "NORP"] or held)[:1]
        if self.names_place():
            return [entity for entity in own if entity.id in self.held][:1]
        if self.is_building:  # "een protestantse kerk"
            own = [entity for entity in own if entity.label != "NORP"]
        candidates = own or [entity for entity in self.of if entity.label in labels["party"] and not self.is_kin]
        if self.is_of_place:
            candidates = [
                entity for entity in candidates if entity.label != "NORP"
            ]  # "de haven van de Syrische stad X"
        if own and all(entity.label == "NORP" for entity in own):  # "Koerdische strijders van de YPG"
            groups = [entity for entity in self.of if entity.label == "ORG"][:1]
            if groups and not self.is_kin:
                return [*own[-1:], *groups]
        persons = [entity for entity in candidates if entity.label == "PERSON"]
        named = [entity for entity in candidates if entity.label != "NORP"]
        if len(named) > 1 and named[0].id in self.prefixed:
            named = named[1:]  # "Al-Qaida-tak X"
        if not named and len(candidates) > 1 and candidates[1].start - candidates[0].end == 1:
            return candidates[1:2]  # "Bosnische Serviërs"
        return (persons or named or candidates)[:1]

    def names_place(self) -> bool:
        """Whether it is a place, with or without a name."""
        return self.is_place or any(entity.label in role_table().labels["PLACE"] for entity in self.entities)

    def country(self) -> Suggestion | None:
        """The country or town that the phrase is, if it is nothing else ("de jihadisten Tabqa" is no country)."""
        if len(self.entities) == 1 and self.entities[0].label == "GPE" and (self.starts_with_name or self.is_the_name):
            return self.entities[0]
        is_armed = bool(self.of) and all(entity.label in ("VEHICLE", "WEAPON") for entity in self.entities)
        if is_armed and (self.entities or self.is_of_doers) and self.of[0].label == "GPE":
            return self.of[0]  # "het leger van X", "vliegtuigen van X"
        return None


def is_apposed(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the phrase stands behind a name and a comma and ends there: "X, het hoofd van Y, zei"."""
    if sentence.low(chunk.first - 1) in ("wel", "oftewel", "ofwel") and sentence.low(chunk.last) == ",":
        return True  # "in het dorp X, ook wel Y, "
    if chunk.first - 2 not in sentence.entity or sentence.low(chunk.first - 1) != "," or chunk.preposition:
        return False
    after = sentence.low(chunk.last)
    is_whole = after in ("", ",", ".", ")", "die", "dat", "waar") and chunk.last - chunk.first > 1
    named = sentence.entity.get(chunk.first + 1)
    is_name = named is not None and sentence.place_of(named)[1] == chunk.last  # "de VS"
    return is_whole and sentence.low(chunk.first) in ("de", "het", "een") and not is_name


def is_bracketed(sentence: Sentence, previous: int, index: int) -> bool:
    """Whether nothing but brackets, or nothing at all, stands between the two words: "Raqqa (Syrië"."""
    return previous >= 0 and all(sentence.words[position].text in "()" for position in range(previous + 1, index))


def is_listed(sentence: Sentence, previous: int, index: int) -> bool:
    """Whether a comma stands between two names of a list: "aan de grens met Turkije, Irak en Jordanië"."""
    one, other = sentence.entity.get(previous), sentence.entity.get(index)
    if one is None or other is None or one.label != other.label or index != previous + 2:
        return False
    after = sentence.place_of(other)[1]
    return (
        sentence.low(previous + 1) == "," and sentence.low(after) in (",", "en", "of") and after + 1 in sentence.entity
    )


def is_title_beside(sentence: Sentence, chunk: Chunk, index: int) -> bool:
    """Whether a title behind a country that acts begins another phrase: "doodde Israël leider Hassan Nasrallah"."""
    doer, named = sentence.entity.get(index - 1), sentence.entity.get(index + 1)
    is_before = named is not None and named.label == "PERSON" and doer is not None
    word = sentence.words[index]
    is_title = word.low in role_table().words["titles"] or word.low.endswith(("leider", "chef", "commandant"))
    if not is_before or not is_title or not word.text.islower() or doer is None:
        return False
    if doer.label == "PERSON":  # "zette premier X legerleider Y af"
        return not chunk.of
    return doer.label == "GPE" and sentence.is_finite(chunk.first - 1)


def are_doers(sentence: Sentence, chunk: Chunk, index: int) -> bool:
    """Whether the word of the phrase is a plural for those who act: "soldaten"."""
    low = sentence.low(index)
    return index >= chunk.first and is_doer(low) and low.endswith(("s", "en"))


def is_behind_doers(sentence: Sentence, chunk: Chunk, index: int, *, is_of: bool) -> bool:
    """Whether what is held or a place without a name follows who acts: "strijders van de TPLF legerbases"."""
    word, named, before = sentence.low(index), sentence.entity.get(index - 1), sentence.low(index - 1)
    if index <= chunk.first or not (is_held(word) or is_place_noun(word)):
        return False
    if word.endswith(("en", "s")):
        if named is not None and (named.label in ("VEHICLE", "WEAPON", "GPE", "PERSON") or is_held(word)):
            return True  # "met vliegtuigen stellingen van X bestookt", "bombardeerde X dorpen"
        if named is None and is_doer(before):
            return True  # "bombardeerden toestellen van het leger stellingen van X"
    ahead = sentence.entity.get(index + 1)
    is_town = is_place_noun(word) and ahead is not None and ahead.label == "GPE"
    if is_town and named is not None and named.label in ("ORG", "NORP") and before.endswith(("s", "n")):
        return True  # "namen de Houthi's hoofdstad Sanaa in"
    if named is not None:
        return is_of and named.label == "ORG" and is_doer(sentence.low(chunk.head - 1))
    return before.endswith(("s", "en")) and (is_doer(before) or is_many(before))


def plain(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Those without a preposition that are no time."""
    return [
        chunk
        for chunk in chunks
        if not chunk.preposition
        and not chunk.is_time
        and not chunk.is_apposed
        and not (chunk.entities and all(entity.label == "QUANTITY" for entity in chunk.entities))
    ]
