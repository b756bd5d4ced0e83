"""Splits a corpus into train, dev and test: seeded, near copies together, labels or dates spread over all three."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, overload

from annotator.core.near_copies import Sketch, groups_of, sketch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.records import ExportedDocument

SPLITS = ("train", "dev", "test")
Spread = Literal["label", "date", "none"]  # what every split gets its share of


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the split needs to know of a document: its text's hash, whether it is done, the layers it has spans in,
    how often what is to be spread stands in it (labels, or its month), and the sketch of its text."""

    sha256: str
    is_done: bool
    layers: frozenset[str]
    strata: Mapping[str, int] = field(default_factory=dict)
    sketch: Sketch[int] = field(default_factory=lambda: array("I"))


class Weights(Sequence[Weighed]):
    """What the split needs to know of many documents, in some 350 bytes each."""

    def __init__(self) -> None:
        self._hashes = bytearray()
        self._done = bytearray()
        self._layers = array("I")
        self._strata = array("I")  # the number of a stratum, and how often it stands there
        self._strata_ends = array("Q", [0])
        self._sketches: Sketch[int] = array("I")
        self._sketch_ends = array("Q", [0])
        self._sets: dict[frozenset[str], int] = {}
        self._names: dict[str, int] = {}
        self._all_sets: list[frozenset[str]] = []
        self._all_names: list[str] = []

    def append(self, one: Weighed) -> None:
        """Adds a document."""
        self._hashes += bytes.fromhex(one.sha256)
        self._done.append(one.is_done)
        if one.layers not in self._sets:
            self._sets[one.layers] = len(self._all_sets)
            self._all_sets.append(one.layers)
        self._layers.append(self._sets[one.layers])
        for name, count in one.strata.items():
            if name not in self._names:
                self._names[name] = len(self._all_names)
                self._all_names.append(name)
            self._strata.extend((self._names[name], count))
        self._strata_ends.append(len(self._strata))
        self._sketches.extend(one.sketch)
        self._sketch_ends.append(len(self._sketches))

    @overload
    def __getitem__(self, index: int) -> Weighed: ...

    @overload
    def __getitem__(self, index: slice) -> list[Weighed]: ...

    def __getitem__(self, index: int | slice) -> Weighed | list[Weighed]:
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        index = range(len(self))[index]
        strata = self._strata[self._strata_ends[index] : self._strata_ends[index + 1]]
        return Weighed(
            sha256=self._hashes[32 * index : 32 * index + 32].hex(),
            is_done=bool(self._done[index]),
            layers=self._all_sets[self._layers[index]],
            strata={self._all_names[name]: count for name, count in zip(strata[::2], strata[1::2], strict=True)},
            sketch=self._sketches[self._sketch_ends[index] : self._sketch_ends[index + 1]],
        )

    def __len__(self) -> int:
        return len(self._done)


class _Sketches(Sequence["Sketch[int]"]):
    """The sketches of documents in another order."""

    def __init__(self, documents: Sequence[Weighed], order: Sequence[int]) -> None:
        self._documents = documents
        self._order = order

    @overload
    def __getitem__(self, index: int) -> Sketch[int]: ...

    @overload
    def __getitem__(self, index: slice) -> list[Sketch[int]]: ...

    def __getitem__(self, index: int | slice) -> Sketch[int] | list[Sketch[int]]:
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        return self._documents[self._order[index]].sketch

    def __len__(self) -> int:
        return len(self._order)


def weighed(document: ExportedDocument, layers: frozenset[str], spread: Spread) -> Weighed:
    """A document as the split sees it."""
    strata: Mapping[str, int] = {}
    if spread == "label":
        strata = Counter(f"{span.layer}/{span.label}" for span in document.spans)
    elif spread == "date":
        strata = {str(document.meta.get("date") or "")[: len("2018-05")]: 1}
    return Weighed(document.sha256, document.status == "done", layers, strata, sketch_of(document.text))


def assign(documents: Sequence[Weighed], *, shares: tuple[int, int, int], seed: int) -> list[str]:
    """The split (one of SPLITS) of each document, in their order; `shares` are weights of train, dev and test.

    Every split with a share gets documents as long as there are enough, train first, then dev; near copies
    go to one split together. Documents that are not done are for training alone, and their near copies with
    them, unless fewer are done than there are splits: nothing can be measured on text nobody has read. Each
    layer has a document in train if any document has it. The rest is dealt so that each split gets its share
    of every stratum, the rarest first.
    """
    used = [split for split, share in zip(SPLITS, shares, strict=True) if share > 0]
    order = sorted(range(len(documents)), key=lambda index: _draw(documents[index].sha256, seed))
    groups = [[order[at] for at in group] for group in groups_of(_Sketches(documents, order))]
    done = sum(one.is_done for one in documents)
    dealing = _Dealing(documents, used, [share for share in shares if share > 0])
    if done >= len(used) and done < len(documents):
        held = [group for group in groups if not all(documents[index].is_done for index in group)]
        groups = [group for group in groups if all(documents[index].is_done for index in group)]
        dealing.hold(held)
    dealing.deal(groups)
    return dealing.result


class _Dealing:
    """Deals groups of documents to the splits."""

    def __init__(self, documents: Sequence[Weighed], used: Sequence[str], shares: Sequence[int]) -> None:
        self._documents = documents
        self._used = used
        self._shares = shares
        self._first = "train" if "train" in used else used[0]
        self._room: dict[str, int] = {}
        self._wanted: dict[str, dict[str, float]] = {}
        self._present: dict[str, set[str]] = {split: set() for split in used}
        self._groups: dict[str, list[list[int]]] = {split: [] for split in used}
        self.result = [self._first] * len(documents)

    def hold(self, groups: Sequence[Sequence[int]]) -> None:
        """Puts groups into train, beyond its share."""
        self._groups[self._first] += [list(group) for group in groups]

    def deal(self, groups: Sequence[Sequence[int]]) -> None:
        """Deals the groups out, each whole."""
        total = sum(map(len, groups))
        self._room = dict(zip(self._used, _counts(total, self._shares), strict=True))
        strata: Counter[str] = Counter()
        bearing: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            found = self._strata(group)
            strata.update(found)
            for name in found:
                bearing.setdefault(name, []).append(number)
        whole = sum(self._shares)
        self._wanted = {
            split: {name: count * share / whole for name, count in strata.items()}
            for split, share in zip(self._used, self._shares, strict=True)
        }
        left = dict.fromkeys(range(len(groups)))
        for number in self._covering(groups):
            del left[number]
            self._put(groups[number], self._first)
        for name in sorted(bearing, key=lambda name: (len(bearing[name]), name)):
            waiting = [number for number in bearing[name] if number in left]
            for at, number in enumerate(waiting):
                del left[number]
                self._put(
                    groups[number], self._lacking(name, len(waiting) - at) or self._best(len(groups[number]), name)
                )
        for number in left:
            self._put(groups[number], self._best(len(groups[number]), ""))
        self._fill_empty()
        for split, members in self._groups.items():
            for group in members:
                for index in group:
                    self.result[index] = split

    def _strata(self, group: Sequence[int]) -> Counter[str]:
        found: Counter[str] = Counter()
        for index in group:
            found.update(self._documents[index].strata)
        return found

    def _layers(self, groups: Sequence[Sequence[int]]) -> frozenset[str]:
        return frozenset().union(*(self._documents[index].layers for group in groups for index in group))

    def _covering(self, groups: Sequence[Sequence[int]]) -> list[int]:
        """Groups that give train a document of every layer: nothing is learnt from none."""
        if self._first != "train":
            return []
        missing = self._layers(groups) - self._layers(self._groups["train"])
        chosen = []
        while missing:
            best = max(range(len(groups)), key=lambda number: (len(self._layers([groups[number]]) & missing), -number))
            chosen.append(best)
            missing -= self._layers([groups[best]])
        return chosen

    def _lacking(self, stratum: str, remaining: int) -> str:
        """A split that has nothing of the stratum yet, once there is but one group left for each such; else ""."""
        lacking = [split for split in self._used if stratum not in self._present[split] and self._room[split] > 0]
        return lacking[0] if lacking and remaining <= len(lacking) else ""

    def _best(self, size: int, stratum: str) -> str:
        """The split with room for that many documents that lacks most of the stratum, else of documents."""
        able = [split for split in self._used if self._room[split] >= size]
        if not able:
            return max(self._used, key=lambda split: self._room[split])
        return max(able, key=lambda split: (self._wanted[split].get(stratum, 0.0), self._room[split]))

    def _put(self, group: Sequence[int], split: str) -> None:
        self._room[split] -= len(group)
        wanted = self._wanted[split]
        for name, count in self._strata(group).items():
            wanted[name] -= count
            self._present[split].add(name)
        self._groups[split].append(list(group))

    def _fill_empty(self) -> None:
        """Gives a split that large groups have left empty the smallest group that another can spare."""
        for split in self._used:
            if self._groups[split]:
                continue
            for other in sorted(self._used, key=lambda one: -len(self._groups[one])):
                spare = self._spare(other)
                if spare is not None:
                    self._groups[other].remove(spare)
                    self._groups[split].append(spare)
                    break

    def _spare(self, split: str) -> list[int] | None:
        """The smallest group of done documents that the split does not need, neither as its last nor for a layer."""
        groups = self._groups[split]
        if len(groups) < 2:
            return None
        for group in sorted(groups, key=len):
            others = [one for one in groups if one is not group]
            is_needed = split == "train" and not self._layers([group]) <= self._layers(others)
            if not is_needed and (all(self._documents[index].is_done for index in group) or self._is_all_open()):
                return group
        return None

    def _is_all_open(self) -> bool:
        """Whether too few documents are done for the splits, so that all of them are dealt."""
        return sum(one.is_done for one in self._documents) < len(self._used)


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
