"""Whether a word is a finite verb, by the lexicons alone, and when "zijn" is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.lexicon import common_finite_forms, lexicon, never_finite
from annotator.nlp.worker.events.words import is_doer, role_table, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.nlp.worker.events.cutting import Word

_CONJUNCTIONS = frozenset({"dat", "omdat", "doordat", "nadat", "voordat", "terwijl", "toen", "als", "of"})


def is_finite(word: str) -> bool:
    """Whether the word is a known finite verb or auxiliary."""
    if word in never_finite():
        return False
    if word in word_classes().classes["auxiliaries"] or word in common_finite_forms() or word in lexicon().finite_bases:
        return True
    readings = lexicon().words.get(word, ())
    return any("finite" in one.forms and not one.forms & {"participle"} for one in readings)


def is_possessive(words: Sequence[Word], index: int) -> bool:
    """Whether "zijn" at `index` says whose something is: "met zijn leger", "X en zijn bondgenoten hebben"."""
    before = words[index - 1].low if index else ""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.is_mark or (after.low.startswith("ge") and not after.low.endswith("e")):
        return False
    classes = word_classes().classes
    if any(after.low in classes[name] for name in ("prepositions", "determiners", "pronouns", "adverbs", "modifiers")):
        return False
    if before in classes["prepositions"] - {"te"} or _commands(words, index, after.low):
        return True
    if not index:
        return words[-1].text != "?"  # "Zijn broer, een boer, is ontvoerd"
    is_first = words[index - 1].is_mark
    if before != "en" and before not in _CONJUNCTIONS and not is_first:
        return False
    earlier = [low for low in _until_mark(words, index - 1, -1) if is_finite(low)] if before == "en" else []
    if any(is_finite(low) for low in _until_mark(words, index + 1, 1)):
        return not earlier
    if not earlier or earlier[0] not in classes["having"]:
        return False
    beside = list(_until_mark(words, index - 1, -1))  # "hebben X en zijn mannen de stad ingenomen"
    return not any(_is_participle(low) for low in beside[: beside.index(earlier[0])])


def _commands(words: Sequence[Word], index: int, after: str) -> bool:
    """Whether it says whose soldiers they are, its clause having a verb before: "beval X zijn troepen om"."""
    if not is_doer(after) or not index or not words[index - 1].text[:1].isupper():
        return False
    for low in _until_mark(words, index - 1, -1):
        if low in _CONJUNCTIONS:
            return False
        if is_finite(low) or low in role_table().words["commanding"]:
            return True
    return False


def _is_participle(word: str) -> bool:
    return any("participle" in one.forms for one in lexicon().words.get(word, ())) or word.startswith("ge")


def _until_mark(words: Sequence[Word], index: int, step: int) -> Iterator[str]:
    while 0 <= index < len(words) and not words[index].is_mark:
        yield words[index].low
        index += step
