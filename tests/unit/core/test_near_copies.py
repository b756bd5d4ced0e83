"""Articles of nearly the same text find one another, whatever was cut, added or changed; others do not."""

from __future__ import annotations

import random

import pytest

from annotator.core.near_copies import groups_of, likeness, sketch_of

CHANCE = random.Random(5)
WORDS = [f"woord{CHANCE.randrange(3_000)}" for _ in range(400)]
TEXT = " ".join(WORDS)
OTHER = " ".join(f"ander{number}" for number in range(80))


@pytest.mark.parametrize(
    "copy",
    [TEXT.upper(), TEXT.replace(" ", ",\n"), " ".join(WORDS[:300]), " ".join(WORDS[60:]), f"BREAKING. {TEXT} HA",
     " ".join("anders" if number % 25 == 7 else word for number, word in enumerate(WORDS))],
    ids=["in capitals", "other white space", "cut behind", "cut before", "with words around it", "one word in 25"],
)  # fmt: skip
def test_a_near_copy_is_found(copy: str) -> None:
    assert likeness(sketch_of(TEXT), sketch_of(copy)) > 0.6
    assert groups_of([sketch_of(TEXT), sketch_of(OTHER), sketch_of(copy)]) == [[0, 2], [1]]


def test_other_texts_and_empty_ones_are_none() -> None:
    assert likeness(sketch_of(TEXT), sketch_of(TEXT)) == 1.0
    assert likeness(sketch_of(TEXT), sketch_of(OTHER)) < 0.1
    assert likeness(sketch_of(""), sketch_of(TEXT)) == 0.0
    assert groups_of([sketch_of(""), sketch_of(""), sketch_of("twee woorden")]) == [[0], [1], [2]]
