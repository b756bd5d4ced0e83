"""Articles of nearly the same text find one another, whatever was cut, added or changed; others do not."""

from __future__ import annotations

import random

import pytest

from annotator.core import near_copies
from annotator.core.near_copies import LIKE, groups_of, likeness, sketch_of

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


def test_a_near_copy_in_a_script_that_sets_no_words_apart_is_found() -> None:
    chance = random.Random(3)
    clauses = ["".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(14)) for _ in range(40)]
    changed = [f"{one[:6]}的{one[7:]}" if number % 3 == 0 else one for number, one in enumerate(clauses)]
    other = ["".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(14)) for _ in range(40)]
    sketches = [sketch_of("，".join(one)) for one in (clauses, other, changed)]
    assert groups_of(sketches) == [[0, 2], [1]]


def test_other_texts_and_empty_ones_are_none() -> None:
    assert likeness(sketch_of(TEXT), sketch_of(TEXT)) == 1.0
    assert likeness(sketch_of(TEXT), sketch_of(OTHER)) < 0.1
    assert likeness(sketch_of(""), sketch_of(TEXT)) == 0.0
    assert groups_of([sketch_of(""), sketch_of(""), sketch_of("twee woorden")]) == [[0], [1], [2]]


def test_texts_that_share_sentences_alone_are_told_apart_at_a_glance(monkeypatch) -> None:
    """Looked at closely, each would be held against dozens of others: seconds for 20,000 articles of agencies."""
    chance = random.Random(7)
    pool = [" ".join(chance.choices(WORDS, k=14)) for _ in range(200)]
    texts = [" ".join(chance.sample(pool, 12)) for _ in range(120)]
    asked = []
    monkeypatch.setattr(near_copies, "likeness", lambda *both: asked.append(both) or likeness(*both))
    groups_of([sketch_of(text) for text in texts])
    assert len(asked) < 100  # each of 120 with dozens of others before


def test_a_glance_loses_no_near_copy(monkeypatch) -> None:
    """Numbers, of which few fall on one bit, and multiples, of which many do."""
    chance = random.Random(11)
    for step, most in ((1, 120), (64, 120), (1, 4_000)):
        kinds = [chance.sample(range(0, most * step, step), 56) for _ in range(8)]
        picked = [sorted(chance.sample(chance.choice(kinds), chance.randint(16, 48))) for _ in range(60)]
        heads = list(range(len(picked)))
        for number, one in enumerate(picked):
            for other in range(number):
                # As all texts find one another here: of two that are alike one of the smallest hashes is the same.
                if {*one[:8]} & {*picked[other][:8]} and likeness(one, picked[other]) >= LIKE:
                    old, new = max(heads[number], heads[other]), min(heads[number], heads[other])
                    heads = [new if head == old else head for head in heads]
        monkeypatch.setattr(near_copies, "MOST_BEARERS", len(picked))
        found = groups_of(picked)
        assert len(found) < len(picked)
        assert sorted(map(tuple, found)) == sorted(
            tuple(n for n, head in enumerate(heads) if head == one) for one in set(heads)
        )
