"""Noun phrases of a clause, found without a parser: what governs each and which entities it carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.clauses import is_conjunction
from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence


_ARTICLES = frozenset({"de", "het"})
# What begins a phrase of its own right after the name of a place.
_BESIDE_PLACES = frozenset({"WEAPON", "VEHICLE", "CARDINAL", "NORP", "ORG"})


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
    starts_with_name: bool = False
    is_place: bool = False  # its last word is a common noun for a place
    is_building: bool = False
    head: int = 0  # last-plus-one word of the part before "van"
    is_held: bool = False  # and that noun says that somebody holds it: "stellingen"
    is_of_doers: bool = False  # "het leger van X": who is of the country acts for it

    def parties(self) -> list[Suggestion]:
        """Who can act in it: its own group or person, else the one it is "van"; nobody in a phrase for a place.

        A name wins over the demonym before it: of "de Syrische president Assad" it is Assad.
        """
        labels = role_table().labels
        own = [entity for entity in self.entities if entity.label in labels["party"] or entity.id in self.named]
        if self.is_held and not own:  # "stellingen van IS"
            return [entity for entity in self.of if entity.label in labels["party"]][:1]
        if self.names_place():
            return []
        if self.is_building:  # "een protestantse kerk"
            own = [entity for entity in own if entity.label != "NORP"]
        candidates = own or [entity for entity in self.of if entity.label in labels["party"]]
        persons = [entity for entity in candidates if entity.label == "PERSON"]
        named = [entity for entity in candidates if entity.label != "NORP"]
        if not named and len(candidates) > 1 and candidates[1].start - candidates[0].end == 1:
            return candidates[1:2]  # "Bosnische Serviërs"
        return (persons or named or candidates)[:1]

    def names_place(self) -> bool:
        """Whether it is a place, with or without a name."""
        return self.is_place or any(entity.label in role_table().labels["PLACE"] for entity in self.entities)

    def country(self) -> Suggestion | None:
        """The country or town that the phrase is, if it is nothing else ("de jihadisten Tabqa" is no country)."""
        if len(self.entities) == 1 and self.entities[0].label == "GPE" and self.starts_with_name:
            return self.entities[0]
        if self.is_of_doers and not self.entities and self.of[0].label == "GPE":
            return self.of[0]
        return None


def chunks_of(sentence: Sentence, indexes: tuple[int, ...], skipped: frozenset[int]) -> list[Chunk]:
    """The noun phrases among the words `indexes` (one clause), in order; words in `skipped` end a phrase."""
    builder = _Builder(sentence)
    previous = -2
    for index in indexes:
        if index in skipped:
            builder.close(keeps_preposition=False)
        else:
            if index != previous + 1 and not _is_bracketed(sentence, previous, index):
                builder.close(keeps_preposition=False)
            builder.take(index)
        previous = index
    builder.close(keeps_preposition=False)
    return builder.found


def _is_bracketed(sentence: Sentence, previous: int, index: int) -> bool:
    return previous >= 0 and all(sentence.words[position].text in "()" for position in range(previous + 1, index))


@dataclass(slots=True)
class _Builder:
    sentence: Sentence
    found: list[Chunk] = field(default_factory=list)
    current: Chunk | None = None
    preposition: str = ""
    is_of: bool = False

    def close(self, *, keeps_preposition: bool) -> None:
        if self.current is not None:
            self.found.append(self.current)
            self.current = None
        if not keeps_preposition:
            self.preposition, self.is_of = "", False

    def take(self, index: int) -> None:
        classes, word = word_classes().classes, self.sentence.low(index)
        if word == "-" and self.current is None:
            return
        entity = self.sentence.entity.get(index)
        is_name = entity is not None
        if not is_name and word == "van" and self.current is not None:
            self.is_of = True
        elif not is_name and is_conjunction(self.sentence, index):
            self.close(keeps_preposition=False)
        elif not is_name and word in classes["prepositions"] and not (word == "te" and self.current is None):
            self.close(keeps_preposition=False)
            self.preposition = word
        elif not is_name and self._ends_phrase(index, word):
            self.close(keeps_preposition=False)
        elif not is_name and word in ("en", "of"):
            preposition = self.preposition
            self.close(keeps_preposition=False)
            self.preposition = preposition
        elif not is_name and word in classes["pronouns"] and word not in classes["determiners"]:
            self.close(keeps_preposition=True)
            self._open(index)
            if self.current is not None:
                self.current.is_pronoun = word in ("zij", "ze", "hij")
            self.close(keeps_preposition=False)
        else:
            self._noun(index, word, entity)

    def _ends_phrase(self, index: int, word: str) -> bool:
        """Whether the word is no part of any noun phrase: a verb, an adverb, an opener."""
        classes = word_classes().classes
        if word in ("die", "dat") and self.preposition and self.sentence.low(index - 1) == self.preposition:
            return False  # "uit die stad"
        if any(word in classes[name] for name in ("adverbs", "modifiers", "openers")):
            return True
        return self.sentence.is_finite(index) or self._is_participle(word)

    def _is_participle(self, word: str) -> bool:
        if word in word_classes().classes["participles"]:
            return True
        readings = lexicon().words.get(word, ())
        return any(reading.forms & {"participle", "infinitive"} for reading in readings)

    def _open(self, index: int) -> None:
        self.current = Chunk(index, index + 1, self.preposition, head=index + 1)

    def _noun(self, index: int, word: str, entity: Suggestion | None) -> None:
        is_determiner = entity is None and word in word_classes().classes["determiners"]
        is_time = entity is not None and entity.label in role_table().labels["TIME"]
        chunk = self.current
        if chunk is not None and chunk.is_time != is_time and not self.is_of:
            if is_time and chunk.last == chunk.first + 1 and not chunk.entities:
                chunk.is_time = True
            else:
                self.close(keeps_preposition=chunk.is_time and entity is None and not is_determiner)
        elif chunk is not None:
            is_next = is_determiner and not self.is_of and self._is_begun(chunk, index)
            if is_next or self._is_new_name(chunk, entity, index):
                self.close(keeps_preposition=False)
        if self.current is None:
            self._open(index)
        chunk = self.current
        if chunk is None:
            return
        chunk.last = index + 1
        if not self.is_of:
            chunk.head = index + 1
            chunk.is_place = entity is None and word in word_classes().classes["places"]
            chunk.is_building = entity is None and word in word_classes().classes["buildings"]
            chunk.is_held = entity is None and word in word_classes().classes["held"]
        chunk.is_time = chunk.is_time or (is_time and not self.is_of)
        if entity is not None and not any(known is entity for known in (*chunk.entities, *chunk.of)):
            chunk.starts_with_name = chunk.starts_with_name or index == chunk.first
            (chunk.of if self.is_of else chunk.entities).append(entity)
            if entity.label == "VEHICLE" and index > 0 and self._is_ship(index, entity):
                chunk.named.add(entity.id)
            if self.is_of and len(chunk.of) == 1 and index - chunk.head <= 1:
                chunk.is_of_doers = self.sentence.low(chunk.head - 1) in word_classes().classes["doers"]

    def _has_noun(self, chunk: Chunk, index: int) -> bool:
        """Whether the phrase is whole before a number: "volgens het ministerie 40 mensen", not "de laatste 40"."""
        word = self.sentence.low(index - 1)
        is_adjective = word.endswith("e") and not word.endswith("ie")
        return index > chunk.first and not is_adjective and word not in word_classes().classes["determiners"]

    def _is_ship(self, index: int, entity: Suggestion) -> bool:
        """Whether the vehicle has a name, not the letters and number of a type: "Admiral Essen", not "F-16's"."""
        if entity.provenance.rule == "vehicle:name":  # a listed type
            return False
        text = self.sentence.words[index].text
        return text[:1].isupper() and text[1:2].islower() and not any(letter.isdigit() for letter in text)

    def _is_begun(self, chunk: Chunk, index: int) -> bool:
        """Whether the phrase holds more than determiners, so that one more starts another phrase."""
        determiners = word_classes().classes["determiners"]
        return any(self.sentence.low(position) not in determiners for position in range(chunk.first, index))

    def _is_new_name(self, chunk: Chunk, entity: Suggestion | None, index: int) -> bool:
        """Whether a second name right after a first begins a phrase of its own: "vielen Koerden IS aan"."""
        if entity is None or self.sentence.low(index - 1) == "(":
            return False
        previous = self.sentence.entity.get(index - 1)
        if previous is entity or any(known is entity for known in chunk.entities):
            return False
        if previous is not None and previous.label in role_table().labels["PLACE"]:
            return entity.label in _BESIDE_PLACES  # "vanaf de Zwarte Zee kruisraketten"
        if previous is not None and previous.label in ("ORG", "PERSON") and entity.label in ("WEAPON", "VEHICLE"):
            return True  # "vuurde Hezbollah raketten af"
        if self.is_of:  # "sinds het begin van de oorlog 85.000 mensen"
            before = self.sentence.low(index - 1)
            determiners = word_classes().classes["determiners"]
            return entity.label == "CARDINAL" and before != "van" and before not in determiners
        if entity.label == "CARDINAL":
            return bool(chunk.entities) or self._has_noun(chunk, index)
        labels = {"ORG", "PERSON"}
        is_beside = previous is not None or self.sentence.low(index - 1) in _ARTICLES
        return is_beside and entity.label in labels and any(known.label in labels for known in chunk.entities)
