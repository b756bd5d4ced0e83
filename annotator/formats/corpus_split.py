"""Splits a corpus by document into train, dev and test: seeded, by the text's hash, stable whatever the order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the split needs to know of a document: its text's hash, whether it is done, the layers it has spans in."""

    sha256: str
    is_done: bool
    layers: frozenset[str]


def assign(documents: Sequence[Weighed], *, shares: tuple[int, int, int], seed: int) -> list[str]:
    """The split (one of SPLITS) of each document, in their order; `shares` are weights of train, dev and test.

    Every split with a share gets a document as long as there are enough, train first, then dev. Documents
    that are not done are for training alone, unless fewer are done than there are splits: nothing can be
    measured on text nobody has read. Each layer has a document in train if any document has it.
    """
    used = [split for split, share in zip(SPLITS, shares, strict=True) if share > 0]
    order = sorted(range(len(documents)), key=lambda index: _draw(documents[index].sha256, seed))
    done = [index for index in order if documents[index].is_done]
    drawn = done if len(done) >= len(used) else order
    counts = _counts(len(drawn), [share for share in shares if share > 0])
    result = ["train" if "train" in used else used[0]] * len(documents)
    position = 0
    for split, count in zip(used, counts, strict=True):
        for index in drawn[position : position + count]:
            result[index] = split
        position += count
    if "train" in used:
        _cover_layers(documents, drawn, result)
    return result


def _draw(sha256: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}:{sha256}".encode()).digest()


def _counts(total: int, shares: Sequence[int]) -> list[int]:
    """`total` divided by the shares (largest remainders), at least one each while it lasts, the first ones first."""
    exact = [total * share / sum(shares) for share in shares]
    counts = [int(part) for part in exact]
    by_remainder = sorted(range(len(shares)), key=lambda index: counts[index] - exact[index])
    for index in by_remainder[: total - sum(counts)]:
        counts[index] += 1
    for index in range(len(counts)):
        if counts[index] == 0:
            largest = max(range(len(counts)), key=lambda other: counts[other])
            if counts[largest] > 1 or (counts[largest] == 1 and index < largest):
                counts[largest] -= 1
                counts[index] += 1
    return counts


def _cover_layers(documents: Sequence[Weighed], drawn: Sequence[int], result: list[str]) -> None:
    """Swaps documents so that train has spans of every layer that has any; nothing is learnt from none."""
    for layer in sorted({layer for document in documents for layer in document.layers}):
        held = [index for index in drawn if layer in documents[index].layers and result[index] != "train"]
        in_train = [index for index, split in enumerate(result) if split == "train"]
        if not held or any(layer in documents[index].layers for index in in_train):
            continue
        spare = [index for index in drawn if index in in_train and not _is_needed(index, in_train, documents)]
        if spare:
            result[spare[0]] = result[held[0]]
        result[held[0]] = "train"


def _is_needed(index: int, in_train: Sequence[int], documents: Sequence[Weighed]) -> bool:
    """Whether some layer has spans in this document of train alone."""
    others = frozenset().union(*(documents[other].layers for other in in_train if other != index))
    return not documents[index].layers <= others
