"""Splits: by document, seeded, with every split filled and every layer in train where that can be."""

from __future__ import annotations

import hashlib
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.near_copies import groups_of, likeness, sketch_of
from annotator.core.text import sha256_of
from annotator.formats.corpus_split import Weighed, _counts, assign

BOTH = frozenset({"entities", "events"})


def corpus(number: int, *, done: int | None = None, layers: frozenset[str] = BOTH) -> list[Weighed]:
    hashes = [hashlib.sha256(str(index).encode()).hexdigest() for index in range(number)]
    return [Weighed(one, done is None or index < done, layers) for index, one in enumerate(hashes)]


@pytest.mark.parametrize(
    ("number", "shares", "expected"),
    [
        (100, (80, 10, 10), (80, 10, 10)),
        (20, (80, 10, 10), (16, 2, 2)),
        (5, (80, 10, 10), (3, 1, 1)),
        (3, (80, 10, 10), (1, 1, 1)),
        (2, (80, 10, 10), (1, 1, 0)),
        (1, (80, 10, 10), (1, 0, 0)),
        (0, (80, 10, 10), (0, 0, 0)),
        (10, (100, 0, 0), (10, 0, 0)),
        (10, (90, 10, 0), (9, 1, 0)),
        (7, (1, 1, 1), (3, 2, 2)),
    ],
)
def test_shares(number, shares, expected):
    counts = Counter(assign(corpus(number), shares=shares, seed=0))
    assert tuple(counts[split] for split in ("train", "dev", "test")) == expected


@given(st.integers(0, 60), st.tuples(*[st.integers(0, 9)] * 3).filter(any))
def test_shares_add_up_and_leave_none_empty_while_there_are_enough(total, shares):
    wanted = [one for one in shares if one]
    counts = _counts(total, wanted)
    assert sum(counts) == total
    assert min(counts) >= 0
    assert sum(map(bool, counts)) == min(total, len(wanted))


def test_the_order_does_not_matter_and_the_seed_does():
    documents = corpus(50)
    first = dict(zip([one.sha256 for one in documents], assign(documents, shares=(80, 10, 10), seed=0), strict=True))
    turned = documents[::-1]
    assert first == dict(zip([one.sha256 for one in turned], assign(turned, shares=(80, 10, 10), seed=0), strict=True))
    assert assign(documents, shares=(80, 10, 10), seed=1) != assign(documents, shares=(80, 10, 10), seed=0)


def test_undone_documents_are_for_training_alone():
    documents = corpus(40, done=10)
    splits = assign(documents, shares=(50, 25, 25), seed=0)
    assert set(splits[10:]) == {"train"}
    assert Counter(splits[:10])["train"] == 5
    assert set(assign(corpus(40, done=2), shares=(80, 10, 10), seed=0)) == {"train", "dev", "test"}


@given(st.lists(st.sets(st.sampled_from(["a", "b", "c"])), min_size=1, max_size=12), st.integers(0, 5))
def test_train_has_every_layer_that_is_there(layers, seed):
    documents = [
        Weighed(one.sha256, True, frozenset(found)) for one, found in zip(corpus(len(layers)), layers, strict=True)
    ]
    splits = assign(documents, shares=(34, 33, 33), seed=seed)
    in_train = {layer for one, split in zip(documents, splits, strict=True) if split == "train" for layer in one.layers}
    assert in_train == {layer for one in documents for layer in one.layers}


WORDS = ("leger", "stad", "dorp", "brug", "grens", "troepen", "burgers", "aanval", "nacht", "dag", "regering", "bron")


def story(number: int, length: int = 80) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(99)) for _ in range(length))


def of_text(text: str, *, done: bool = True, strata=None) -> Weighed:
    return Weighed(sha256_of(text), done, frozenset({"entities"}), strata or {}, sketch_of(text))


def test_near_copies_go_to_one_split() -> None:
    """An agency's text comes back with a new first line, a last paragraph cut, other case: never on both sides."""
    families = []
    for number in range(40):
        text = story(number)
        families.append([text, f"BREAKING: {text}", text[: len(text) * 4 // 5], text.upper().replace(" ", "  ")])
    documents = [of_text(text) for family in families for text in family]
    for seed in range(3):
        splits = assign(documents, shares=(60, 20, 20), seed=seed)
        for number in range(40):
            assert len(set(splits[4 * number : 4 * number + 4])) == 1
        counts = Counter(splits)
        assert abs(counts["dev"] - 32) <= 4
        assert abs(counts["test"] - 32) <= 4


def test_a_near_copy_of_what_is_not_done_is_for_training() -> None:
    documents = [of_text(story(number)) for number in range(20)]
    documents += [of_text("NIEUW " + story(number), done=False) for number in range(6)]
    splits = assign(documents, shares=(40, 30, 30), seed=0)
    assert set(splits[:6]) == {"train"}
    assert set(splits[20:]) == {"train"}
    assert {"dev", "test"} <= set(splits)


def test_other_articles_are_no_near_copies() -> None:
    sketches = [sketch_of(story(number)) for number in range(60)]
    assert groups_of(sketches) == [[number] for number in range(60)]
    agency = "Dit bericht is van het persagentschap en mag niet verspreid worden. "
    with_line = [sketch_of(agency + story(number)) for number in range(60)]
    assert groups_of(with_line) == [[number] for number in range(60)]
    assert likeness(sketch_of(""), sketch_of("")) == 0.0


def test_rare_labels_are_in_every_split() -> None:
    """By chance alone a label of six documents misses dev or test in most draws."""
    for seed in range(5):
        documents = [of_text(story(n), strata={"GPE": 4, **({"SIEGE": 2} if n % 17 == 0 else {})}) for n in range(100)]
        splits = assign(documents, shares=(80, 10, 10), seed=seed)
        bearing = Counter(split for one, split in zip(documents, splits, strict=True) if "SIEGE" in one.strata)
        assert set(bearing) == {"train", "dev", "test"}
        assert Counter(splits) == {"train": 80, "dev": 10, "test": 10}
    by_chance = [
        {
            split
            for one, split in zip(documents, assign(plain, shares=(80, 10, 10), seed=seed), strict=True)
            if "SIEGE" in one.strata
        }
        for seed in range(5)
        for plain in [[of_text(story(n)) for n in range(100)]]
    ]
    assert any(len(found) < 3 for found in by_chance)


def test_every_split_has_its_share_of_each_month() -> None:
    documents = [of_text(story(n), strata={f"2018-{n // 20 + 1:02}": 1}) for n in range(100)]
    splits = assign(documents, shares=(80, 10, 10), seed=0)
    for month in range(5):
        assert Counter(splits[20 * month : 20 * month + 20]) == {"train": 16, "dev": 2, "test": 2}


@given(
    st.lists(st.integers(0, 6), max_size=25), st.integers(0, 3), st.sampled_from([(80, 10, 10), (50, 50, 0), (1, 1, 1)])
)
def test_groups_stay_whole_and_the_order_does_not_matter(stories, seed, shares) -> None:
    documents = [of_text(f"{story(one, 40)} slot{n}", strata={f"L{one % 3}": 1}) for n, one in enumerate(stories)]
    splits = assign(documents, shares=shares, seed=seed)
    turned = assign(documents[::-1], shares=shares, seed=seed)[::-1]
    assert splits == turned
    for one in set(stories):
        assert len({split for split, other in zip(splits, stories, strict=True) if other == one}) == 1
    used = sum(share > 0 for share in shares)
    assert len(set(splits)) == min(used, len(set(stories)))
