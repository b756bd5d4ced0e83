"""Finds commands of the key table by a few letters of what they do, in Dutch and in English at once."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.services.keymap import Binding

# What a word of the query is worth where it is found: better the nearer it is to what was meant.
WHOLE_WORD, WORD_START, INSIDE, SCATTERED = 100, 80, 50, 20
FIRST_WORD = 10  # more where the text begins with it
ONE_LANGUAGE, AS_TYPED = 5, 30  # more where one text has all words, and where they stand in it one after the other


def found_commands(query: str, bindings: Iterable[Binding]) -> tuple[Binding, ...]:
    """The bindings that every word of the query fits, the best first; all, in their order, for an empty query.

    A word fits where its letters stand in the Dutch text, the English text, the action's name or a chord,
    in their order; the nearer together and the nearer to the start of a word, the better.
    """
    words = folded(query).split()
    scored = []
    for number, binding in enumerate(bindings):
        score = _score(words, binding)
        if score is not None:
            scored.append((-score, number, binding))
    return tuple(binding for _, _, binding in sorted(scored, key=lambda one: one[:2]))


def folded(text: str) -> str:
    """The text in small letters and without accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _score(words: list[str], binding: Binding) -> int | None:
    # All words in one language are worth more than the same words from here and there.
    texts = [folded(binding.dutch), folded(binding.english), binding.action.replace("_", " ")]
    texts.append(folded(" ".join(binding.chords)))
    best = None
    for text in texts:
        bonus = ONE_LANGUAGE + AS_TYPED * (len(words) > 1 and " ".join(words) in text)
        best = _better(best, _sum(words, [text]), bonus=bonus)
    return _better(best, _sum(words, texts), bonus=0)


def _better(best: int | None, score: int | None, *, bonus: int) -> int | None:
    if score is None:
        return best
    return max(best or 0, score + bonus)


def _sum(words: list[str], texts: list[str]) -> int | None:
    total = 0
    for word in words:
        worth = max(_worth(word, text) for text in texts)
        if not worth:
            return None
        total += worth
    return total


def _worth(word: str, text: str) -> int:
    split = [one.strip(",;:()") or one for one in text.split()]
    first = FIRST_WORD if text.startswith(word) else 0
    if word in split:
        # What is said first is what it does; what comes later says to what, or when.
        return WHOLE_WORD + first - min(split.index(word), FIRST_WORD - 1)
    if any(one.startswith(word) for one in split):
        return WORD_START + first
    if word in text:
        return INSIDE
    # Letters scattered over one word only: over a whole sentence they would fit anything.
    return SCATTERED if len(word) > 2 and any(_is_scattered(word, one) for one in split) else 0


def _is_scattered(word: str, text: str) -> bool:
    if not text.startswith(word[0]):
        return False
    rest = iter(text)
    return all(letter in rest for letter in word)
