"""Splits: by document, seeded, with every split filled and every layer in train where that can be."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.corpus_split import Weighed, assign

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
