"""Closed word classes and role tables, read once from the shipped lexicons."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Word classes by name, the hedges by name, and what an ambiguous verb of saying must stand with."""

    classes: Mapping[str, Words]
    hedges: Mapping[str, Words]
    saying_with: Mapping[str, Words]
    urging: Mapping[str, Words]  # verbs by their particle
    outlook: Mapping[str, Words]  # words that make an event one to come, by the preposition between
    context: Mapping[str, tuple[str, ...]]

    def has(self, name: str, word: str) -> bool:
        """Whether the lower-case word belongs to the class; KeyError for a class there is not."""
        return word in self.classes[name]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Labels by role, verbs that carry a noun, roles by event type, other words."""

    labels: Mapping[str, Words]
    support: Mapping[str, Words]
    types: Mapping[str, Words]
    words: Mapping[str, Words]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicons", name).read_text(encoding="utf-8"))


def _split(table: Mapping[str, Any]) -> dict[str, Words]:
    return {
        name: frozenset(value.split() if isinstance(value, str) else value)
        for name, value in table.items()
        if not isinstance(value, dict)
    }


@lru_cache(maxsize=1)
def word_classes() -> WordClasses:
    """The shipped word classes and hedges."""
    source = _read("event-words-nl.toml")
    hedges = source["factuality"]
    return WordClasses(
        _split(source["classes"]), _split(hedges),
        {verb: frozenset(words) for verb, words in hedges["saying_with"].items()},
        {particle: frozenset(verbs) for particle, verbs in hedges["urging"].items()},
        _split(source["outlook"]),
        {name: tuple(words.split()) for name, words in source["context"].items()},
    )  # fmt: skip


@lru_cache(maxsize=4096)
def is_place_noun(low: str) -> bool:
    """Whether the lower-case word is a common noun for a place: "voorstad", "oliehaven"."""
    classes, words = word_classes().classes, role_table().words
    ends = (*classes["place_ends"], *words["place_ends"])
    return low in classes["places"] or low in words["places"] or low.endswith(ends)


def is_held(low: str) -> bool:
    """Whether the lower-case word is a common noun for what somebody holds: "stellingen", "legerkamp"."""
    return low in word_classes().classes["held"] or low in role_table().words["held"]


def is_many(word: str) -> bool:
    """Whether the word is a plural for people, of which "het" is no article."""
    return word in word_classes().classes["civilians"] or word in role_table().words["people"]


def is_doer(low: str) -> bool:
    """Whether the lower-case word is a common noun for who fights or governs: "soldaten", "plattelandsmilities"."""
    words = role_table().words
    return low in word_classes().classes["doers"] or low in words["doers"] or low.endswith(tuple(words["doer_ends"]))


@lru_cache(maxsize=1)
def role_table() -> RoleTable:
    """The shipped table of roles."""
    source = _read("event-roles-nl.toml")
    return RoleTable(
        _split(source["labels"]), _split(source["support"]), _split(source["types"]), _split(source["words"])
    )
