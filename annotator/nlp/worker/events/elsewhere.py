"""What the rules say of an event that they did not find: its factuality and roles, at a trigger found by others."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.nlp.worker.events.clauses import sentences
from annotator.nlp.worker.events.factuality import factuality_of
from annotator.nlp.worker.events.lexicon import Entry, lexicon
from annotator.nlp.worker.events.roles import arguments_of
from annotator.nlp.worker.events.suggest import SUGGESTER, VERSION
from annotator.nlp.worker.events.triggers import Trigger
from annotator.nlp.worker.events.words import role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.document import Document
    from annotator.core.text import Fragments
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.lexicon import EntryKind, FormKind, Group

RULE = "elsewhere"
# Endings and beginnings by which a word that no lexicon has is taken for a noun or a participle.
_NOUNS = ("ing", "ingen", "atie", "aties", "heid", "isme", "slag", "slagen", "schot", "stand", "name", "iteit")
_PARTICIPLES = ("ge", "be", "ver", "ont", "her")


class Elsewhere:
    """One document; its sentences are read when the first trigger is asked for."""

    def __init__(self, document: Document, entities: Sequence[Suggestion]) -> None:
        """`entities`: what the rules found, in their own labels."""
        self.entities = {one.id: one for one in entities}
        self._document = document
        self._sentences: list[Sentence] | None = None
        self._said: dict[tuple[Fragments, str], Suggestion | None] = {}

    def said_of(self, layer: str, label: str, fragments: Fragments) -> Suggestion | None:
        """An event of that type at that place as the rules would describe it; None for types they do not know."""
        key = (fragments, label)
        if key not in self._said:
            self._said[key] = self._described(layer, label, fragments)
        return self._said[key]

    def _described(self, layer: str, label: str, fragments: Fragments) -> Suggestion | None:
        if label not in role_table().types:
            return None
        if self._sentences is None:
            self._sentences = list(sentences(self._document, list(self.entities.values())))
        for sentence in self._sentences:
            words = tuple(
                index
                for index, word in enumerate(sentence.words)
                if any(word.start < end and start < word.end for start, end in fragments)
            )
            if not words:
                continue
            trigger = trigger_at(sentence, words, label, is_split=len(fragments) > 1)
            return Suggestion(
                id=suggestion_id(self._document.sha256, layer, label, fragments),
                layer=layer,
                label=label,
                fragments=fragments,
                score=0.0,
                provenance=Provenance(SUGGESTER, VERSION, rule=RULE),
                is_event=True,
                attributes={"factuality": factuality_of(trigger, sentence)},
                arguments=arguments_of(trigger, sentence),
            )
        return None


def trigger_at(sentence: Sentence, words: tuple[int, ...], label: str, *, is_split: bool) -> Trigger:
    """The words as a trigger of the type: by the lexicon where it has the word, else by form and neighbours."""
    low = sentence.low(words[0])
    if len(words) == 1:
        readings = lexicon().readings(low)
        if readings:
            known = next((one for one in readings if one.type == label), readings[0])
            return Trigger(words, known.entry, known.forms, label)
    kind, forms = _form(sentence, words, is_split=is_split)
    particle = sentence.low(words[-1]) if is_split and len(words) > 1 else ""
    return Trigger(words, Entry(low, kind, _typical(label, kind), particle), frozenset(forms), label)


def _form(sentence: Sentence, words: tuple[int, ...], *, is_split: bool) -> tuple[EntryKind, set[FormKind]]:
    if is_split:
        return "verb", {"finite"}
    if len(words) > 1:
        has_verb = any(sentence.is_finite(index) for index in words)
        has_verb = has_verb or sentence.low(words[-1]).startswith(_PARTICIPLES) or "te" in map(sentence.low, words)
        return ("phrase", {"phrase"}) if has_verb else ("noun", {"noun"})
    index, low = words[0], sentence.low(words[0])
    before, following = sentence.low(index - 1), index + 1
    _, last = sentence.segment_range(index)
    is_final = following == last or sentence.is_finite(following)
    if before == "te":
        return "verb", {"infinitive"}
    if low.startswith(_PARTICIPLES) and low.endswith(("t", "d", "en")) and not low.endswith(_NOUNS):
        return "verb", {"participle"} if low.startswith("ge") else {"participle", "finite"}
    is_noun_phrase = before in word_classes().classes["determiners"] or before.endswith("e")
    if low.endswith(_NOUNS) or (is_noun_phrase and not is_final):
        return "noun", {"noun"}
    if low.endswith("en"):
        own = sentence.lows_of(index)
        has_modal = bool(own & word_classes().hedges["modal"])
        return ("verb", {"infinitive", "finite"}) if is_final or has_modal else ("noun", {"noun"})
    has_other = any(sentence.is_finite(one) for one in sentence.clause_of(index) if one != index)
    return ("noun", {"noun"}) if has_other else ("verb", {"finite"})


@cache
def _typical(label: str, kind: EntryKind) -> Group:
    """The group of most lemmas of the type, those of that kind first."""
    groups: Counter[Group] = Counter()
    every = {reading.entry for readings in lexicon().words.values() for reading in readings}
    for entry in every:
        if entry.group.type == label:
            groups[entry.group] += 100 if entry.kind == kind else 1
    if not groups:
        return next(iter(sorted((one.group for one in every), key=lambda group: (group.type, group.score))))
    return max(groups, key=lambda group: (groups[group], group.score, group.frame, group.van))
