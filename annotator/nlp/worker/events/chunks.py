"""Noun phrases of a clause, found without a parser: what governs each and which entities it carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import lexicon
from annotator.nlp.worker.events.openers import is_conjunction
from annotator.nlp.worker.events.phrases import (
    Chunk,
    are_doers,
    is_apposed,
    is_behind_doers,
    is_bracketed,
    is_listed,
    is_title_beside,
)
from annotator.nlp.worker.events.words import is_doer, is_held, is_many, is_place_noun, role_table, word_classes

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence


_ARTICLES = frozenset({"de", "het"})
_PARTICIPLE_STARTS = ("ge", "be", "ver", "ont", "her")
SHORTEST_VERB = 4  # letters that a word has more of, which is taken for a verb by its ending
_NOUN_ENDS = (
    "heid",
    "iteit",
    "schat",
    "agent",
    "front",
    "president",
    "soldaten",
    "raad",
    "staat",
    "regiment",
    "bestand",
)
_COUNTRIES = (
    "buurland",
    "aartsvijand",
    "aartsrivaal",
    "bondgenoot",
    "grootmacht",
    "kernmacht",
    "golfstaat",
    "oliestaat",
)
_PLAIN_PLACES = frozenset(
    {"stad", "hoofdstad", "havenstad", "dorp", "stadje", "provincie", "regio", "wijk", "kustplaats"}
)
_CONJUNCTIONS = frozenset({"dat", "omdat", "doordat", "nadat", "voordat", "terwijl", "toen", "als", "zodra", "of"})
_LOCAL = frozenset({"politie", "agenten"})  # of a town
# What begins a phrase of its own right after the name of a place.
_BESIDE_PLACES = frozenset({"WEAPON", "VEHICLE", "CARDINAL", "NORP", "ORG"})


def chunks_of(sentence: Sentence, indexes: tuple[int, ...], skipped: frozenset[int]) -> list[Chunk]:
    """The noun phrases among the words `indexes` (one clause), in order; words in `skipped` end a phrase."""
    builder = _Builder(sentence)
    previous = -2
    for index in indexes:
        if index in skipped:
            builder.close(keeps_preposition=False)
        else:
            if index != previous + 1 and not is_bracketed(sentence, previous, index):
                builder.close(keeps_preposition=is_listed(sentence, previous, index))
            builder.take(index)
        previous = index
    builder.close(keeps_preposition=False)
    for chunk in builder.found:
        chunk.is_apposed = is_apposed(sentence, chunk)
    return builder.found


@dataclass(slots=True)
class _Builder:
    sentence: Sentence
    found: list[Chunk] = field(default_factory=list)
    current: Chunk | None = None
    preposition: str = ""
    is_of: bool = False
    around: str | None = None  # the preposition of the phrase whose attribute is being read: "de door X gesteunde"

    def close(self, *, keeps_preposition: bool) -> None:
        if self.current is not None:
            self.found.append(self.current)
            self.current = None
        if not keeps_preposition:
            self.preposition, self.is_of = "", False

    def _close_attribute(self) -> None:
        if self.current is not None:
            self.current.is_attribute = True
        self.close(keeps_preposition=False)

    def take(self, index: int) -> None:
        classes, word = word_classes().classes, self.sentence.low(index)
        entity = self.sentence.entity.get(index)
        is_name = entity is not None
        if (word in ("-", "'") and self.current is None) or (not is_name and self._describes_of(index, word)):
            return  # "familieleden van de ontvoerde Israëliërs"
        if not is_name and word == "van" and self.current is not None:
            self.is_of = True
        elif not is_name and is_conjunction(self.sentence, index):
            self.close(keeps_preposition=False)
        elif not is_name and word in classes["prepositions"] and not (word == "te" and self.current is None):
            around = self.preposition if self._is_bare_article(index) else None
            self.current = self.current if around is None else None
            self.close(keeps_preposition=False)
            self.around = around
            self.preposition = "" if word == "om" and self._opens_clause(index) else word
        elif not is_name and self._ends_attribute(index, word):
            around = self.around or ""
            self._close_attribute()
            self.preposition, self.around = around, None
        elif not is_name and self._ends_phrase(index, word):
            self.close(keeps_preposition=self._is_attributive(index, word) or self._is_like(index, word))
        elif not is_name and word in ("en", "of"):
            preposition = "van" if self._joins_countries(index) else self.preposition
            self.close(keeps_preposition=False)
            self.preposition = preposition
        elif not is_name and word in classes["pronouns"] and word not in classes["determiners"]:
            self.close(keeps_preposition=True)
            self._open(index)
            if self.current is not None:
                self.current.is_pronoun = word in ("zij", "ze", "hij")
            self.close(keeps_preposition=False)
        elif not is_name and word == "het" and self._stands_alone(index):
            self.close(keeps_preposition=False)
            self._open(index)
            if self.current is not None:
                self.current.is_pronoun = True
            self.close(keeps_preposition=False)
        else:
            self._noun(index, word, entity)

    def _ends_attribute(self, index: int, word: str) -> bool:
        """Whether a participle ends what describes the noun behind it: "(de) door X gesteunde rebellen"."""
        if not word.endswith("e") or not word.startswith(_PARTICIPLE_STARTS):
            return False
        is_done_by = self.current is not None and self.preposition == "door" and index - 1 in self.sentence.entity
        return self.around is not None or is_done_by

    def _describes_of(self, index: int, word: str) -> bool:
        """Whether a participle describes those whom the phrase is "van"."""
        is_inside = (
            self.current is not None and self.is_of and self.sentence.low(index - 1) in ("de", "het", "een", "van")
        )
        readings = lexicon().words.get(word, ())
        return is_inside and word.endswith("e") and any("inflected" in reading.forms for reading in readings)

    def _stands_alone(self, index: int) -> bool:
        """Whether "het" right behind an opener is no article: "zegt dat het elf doelen heeft geraakt"."""
        sentence, classes = self.sentence, word_classes().classes
        if sentence.low(index - 1) not in _CONJUNCTIONS:
            return False
        entity, after = sentence.entity.get(index + 1), sentence.low(index + 1)
        if entity is not None:
            return entity.label in ("CARDINAL", "GPE", "DATE", "TIME")
        return is_many(after) or any(after in classes[name] for name in ("determiners", "prepositions"))

    def _opens_clause(self, index: int) -> bool:
        """Whether the word is the first of its clause: "om" of a purpose, and not that of "om elf uur"."""
        return index > 0 and self.sentence.clause_of(index)[0] == index

    def _is_bare_article(self, index: int) -> bool:
        """Whether all there is of the phrase before word `index` is an article."""
        chunk = self.current
        is_next = chunk is not None and chunk.last == chunk.first + 1 == index and not self.is_of
        return is_next and self.sentence.low(index - 1) in ("de", "het", "een")

    def _joins_countries(self, index: int) -> bool:
        """Whether "en" ties two countries, of which the phrase before says what is theirs: "met hulp van X en Y"."""
        names = [self.sentence.entity.get(index + step) for step in (-1, 1)]
        return self.is_of and all(name is not None and name.label == "GPE" for name in names)

    def _is_like(self, index: int, word: str) -> bool:
        """Whether an example follows, of what the preposition governs: "in dorpen als X"."""
        return word == "als" and self.current is not None and index + 1 in self.sentence.entity

    def _is_attributive(self, index: int, word: str) -> bool:
        """Whether a participle stands inside the phrase that its preposition governs: "in de bezette stad"."""
        if self.current is None or not self.preposition or self.is_of or not word.endswith("e"):
            return False
        is_bare = not self._is_begun(self.current.first, index)
        return is_bare and (self._is_participle(word) or self.sentence.low(index - 1) in ("de", "een"))

    def _ends_phrase(self, index: int, word: str) -> bool:
        """Whether the word is no part of any noun phrase: a verb, an adverb, an opener."""
        classes = word_classes().classes
        if word in ("die", "dat") and self.preposition and self.sentence.low(index - 1) == self.preposition:
            return False  # "uit die stad"
        if any(word in classes[name] for name in ("adverbs", "modifiers", "openers")):
            return True
        if "ge" in word[1:4] and word in role_table().words["commanding"]:
            return True  # "werden X opgeroepen Y te verlaten"
        if word in role_table().words["adverbs"] or word in role_table().support["verbs"]:
            return True
        return self.sentence.is_finite(index) or self._is_participle(word) or self._tells_of_name(index, word)

    def _tells_of_name(self, index: int, word: str) -> bool:
        """Whether a word that no list has is the verb of the name before it: "Artsen zonder Grenzen verzorgde elf"."""
        named, text = self.sentence.entity.get(index - 1), self.sentence.words[index].text
        if named is None or named.label not in ("ORG", "PERSON", "GPE") or not text.isalpha() or not text.islower():
            return False
        if self.preposition and not self._is_before_phrase(index + 1):
            return False  # "het door Hamas bestuurde ministerie"
        is_like_verb = len(text) > SHORTEST_VERB and word.endswith(("t", "de", "te", "den", "ten"))
        return is_like_verb and not word.endswith(_NOUN_ENDS)

    def _is_before_phrase(self, index: int) -> bool:
        """Whether another phrase begins at the word: "de moord op X schokte het land"."""
        classes, word, entity = word_classes().classes, self.sentence.low(index), self.sentence.entity.get(index)
        if self.sentence.low(index - 1).startswith("ge"):
            return False
        return word in classes["determiners"] or (entity is not None and entity.label in ("GPE", "LOC", "PERSON"))

    def _is_participle(self, word: str) -> bool:
        if word in word_classes().classes["participles"]:
            return True
        readings = lexicon().words.get(word, ())
        return any(reading.forms & {"participle", "infinitive"} for reading in readings)

    def _open(self, index: int) -> None:
        self.current = Chunk(index, index + 1, self.preposition, head=index + 1)
        if self.is_of and self.found:  # "de leiders van X, Y en Z"
            self.current.is_of_doers = self.found[-1].is_of_doers

    def _noun(self, index: int, word: str, entity: Suggestion | None) -> None:
        is_determiner = entity is None and word in word_classes().classes["determiners"]
        is_time = entity is not None and entity.label in role_table().labels["TIME"]
        chunk = self.current
        if chunk is not None and chunk.is_time != is_time and not self.is_of:
            before = self.sentence.low(index - 1)
            is_lone = chunk.last == chunk.first + 1 and not chunk.entities
            if is_time and is_lone and not (is_doer(before) or is_many(before)):
                chunk.is_time = True
            else:
                self.close(keeps_preposition=self._is_measured(chunk) and entity is None and not is_determiner)
        elif chunk is not None:
            is_next = is_determiner and self._is_begun(self._part(chunk, index), index)
            is_next = is_next or (entity is None and self._is_bare_plural(chunk, index, word))
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
            chunk.is_place = entity is None and is_place_noun(word)
            chunk.is_building = entity is None and word in word_classes().classes["buildings"]
            chunk.is_held = entity is None and is_held(word)
            chunk.is_kin = entity is None and word in role_table().words["kin"]
            chunk.is_the_name = chunk.is_the_name and entity is not None
        chunk.is_time = chunk.is_time or (is_time and not self.is_of)
        if entity is not None and not any(known is entity for known in (*chunk.entities, *chunk.of)):
            chunk.starts_with_name = chunk.starts_with_name or index == chunk.first
            chunk.is_the_name = self._is_the_name(chunk, index)
            is_titled = entity.label == "PERSON" and self.sentence.low(chunk.head - 1) in role_table().words["titles"]
            is_own = is_titled and self.sentence.low(index - 1) != "van"  # "de minister van Defensie X"
            (chunk.of if self.is_of and not is_own else chunk.entities).append(entity)
            if self.sentence.low(index + 1) == "-":
                chunk.prefixed.add(entity.id)
                chunk.held |= {entity.id} if self._is_aimed_at(entity) else set()
            if entity.label == "VEHICLE" and index > 0 and self._is_ship(index, entity):
                chunk.named.add(entity.id)
            if self.is_of:
                self._note_owner(chunk, entity, index)

    def _is_aimed_at(self, entity: Suggestion) -> bool:
        return entity.label in ("ORG", "NORP") and self.preposition in ("op", "tegen")

    def _note_owner(self, chunk: Chunk, entity: Suggestion, index: int) -> None:
        """What it says that the phrase is "van" the entity."""
        is_place = entity.label in ("GPE", "LOC", "FAC") and self.sentence.low(index - 1) in _PLAIN_PLACES
        chunk.is_of_place = chunk.is_of_place or is_place
        if len(chunk.of) == 1 and index - chunk.head <= 1:
            doer = self.sentence.low(chunk.head - 1)
            chunk.is_of_doers = chunk.is_of_doers or (is_doer(doer) and doer not in _LOCAL)

    def _is_the_name(self, chunk: Chunk, index: int) -> bool:
        """Whether nothing that matters stands before the name: "de Emiraten", "buurland Kameroen"."""
        is_bare = index == chunk.first + 1 and self.sentence.low(chunk.first) == "de"
        return is_bare or (index > chunk.first and self.sentence.low(index - 1).endswith(_COUNTRIES))

    def _is_bare_plural(self, chunk: Chunk, index: int, word: str) -> bool:
        """Whether people or what they hold begin a phrase behind one with its article: "vanuit de lucht posten"."""
        before, is_plural = self.sentence.low(index - 1), word.endswith(("en", "s"))
        if is_plural and is_behind_doers(self.sentence, chunk, index, is_of=self.is_of):
            return True
        if (
            self.is_of
            or not self.preposition
            or not is_plural
            or index < chunk.first + 2
            or index - 1 in self.sentence.entity
        ):
            return False
        is_noun = before.isalpha() and not before.endswith("e") and before not in word_classes().classes["determiners"]
        return (
            is_noun
            and self.sentence.low(chunk.first) in _ARTICLES
            and (is_held(word) or is_doer(word) or is_many(word))
        )

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

    def _is_measured(self, chunk: Chunk) -> bool:
        """Whether the phrase is a length of time, which a noun may follow: "na acht weken strijd"."""
        return chunk.is_time and all(entity.label == "DURATION" for entity in chunk.entities)

    def _part(self, chunk: Chunk, index: int) -> int:
        """The first word of the phrase, or of what stands in it behind its last "van"."""
        if not self.is_of:
            return chunk.first
        return max(position for position in range(chunk.first, index) if self.sentence.low(position) == "van") + 1

    def _is_begun(self, first: int, index: int) -> bool:
        """Whether there is more than determiners from `first` on, so that one more starts another phrase."""
        determiners = word_classes().classes["determiners"]
        return any(self.sentence.low(position) not in determiners for position in range(first, index))

    def _follows_doers(self, entity: Suggestion, index: int) -> bool:
        """Whether a place stands beside those who do something to it: "dat Armeense eenheden Terter bestookten"."""
        if entity.label not in ("GPE", "LOC", "FAC"):
            return False
        previous, before = self.sentence.entity.get(index - 1), self.sentence.low(index - 1)
        if previous is None:
            return is_doer(before) or before in role_table().words["people"]
        is_people = previous.label == "NORP" and before.endswith(("en", "s"))
        is_state = previous.provenance.rule == "gazetteer:countries"  # "viel Rusland Kiev aan"
        is_other = is_people or is_state or previous.label in ("ORG", "PERSON", "WEAPON", "VEHICLE")
        return previous is not entity and is_other

    def _is_new_name(self, chunk: Chunk, entity: Suggestion | None, index: int) -> bool:
        """Whether a second name right after a first begins a phrase of its own: "vielen Koerden IS aan"."""
        previous = self.sentence.entity.get(index - 1)
        if entity is None or self.sentence.low(index - 1) == "(":
            return entity is None and is_title_beside(self.sentence, chunk, index)
        if self._follows_doers(entity, index):
            return True
        if previous is entity or any(known is entity for known in chunk.entities):
            return False
        if previous is not None and previous.label in role_table().labels["PLACE"]:
            return entity.label in _BESIDE_PLACES  # "vanaf de Zwarte Zee kruisraketten"
        if previous is not None and previous.label in ("ORG", "PERSON") and entity.label in ("WEAPON", "VEHICLE"):
            return True  # "vuurde Hezbollah raketten af"
        if entity.label == "NORP" and previous is None and are_doers(self.sentence, chunk, index - 1):
            return True  # "schoten soldaten Nuer dood"
        if self.is_of:  # "sinds het begin van de oorlog 85.000 mensen"
            before = self.sentence.low(index - 1)
            determiners = word_classes().classes["determiners"]
            return entity.label == "CARDINAL" and before != "van" and before not in determiners
        if entity.label == "CARDINAL":
            return bool(chunk.entities) or self._has_noun(chunk, index)
        labels = {"ORG", "PERSON"}
        if previous is not None and previous.label == "NORP" and entity.label in labels:
            before = self.sentence.low(index - 1)  # "verjoegen de Koerden IS"
            return before.endswith("en") or (before.endswith("s") and self.sentence.low(chunk.first) == "de")
        is_beside = previous is not None or self.sentence.low(index - 1) in _ARTICLES
        return is_beside and entity.label in labels and any(known.label in labels for known in chunk.entities)
