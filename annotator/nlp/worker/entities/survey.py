"""What the names of a whole corpus tell: spellings of one name, and labels seen elsewhere with good evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.entities.folding import fold, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Votes = dict[str, dict[str, int]]  # name as spelled -> label -> number of confident finds

MIN_RATIO = 0.6  # of the folded spellings that share a skeleton
LABELS = frozenset({"PERSON", "GPE", "LOC", "ORG", "FAC", "NORP"})


@dataclass(frozen=True, slots=True)
class NameCounts:
    """Confident names of one document or, merged, of many: spelling → label → count."""

    votes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As a JSON value."""
        return {name: dict(labels) for name, labels in self.votes.items()}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> NameCounts:
        """Inverse of `to_json`."""
        return NameCounts({str(name): {str(k): int(v) for k, v in labels.items()} for name, labels in value.items()})


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a corpus: `labels` by folded name, `groups` of spellings by folded name (only of two or more).

    `labels` has them by skeleton as well, and `spelled` the folded names that share one, so that not every word with
    the consonants of a name is taken for it ("Zolang" for "Zalingei").
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)
    spelled: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def label_of(self, name: str) -> str:
        """The label that the corpus gives to a name or to a spelling of it, "" if none or divided."""
        key = fold(name)
        label = self.labels.get(key, "")
        if label:
            return label
        bones = _bone_key(key)
        is_alike = any(likeness(key, other) >= MIN_RATIO for other in self.spelled.get(bones, ()))
        return self.labels.get(bones, "") if is_alike else ""

    def group_of(self, name: str) -> int | None:
        """The number shared by all spellings of a name in the corpus, None for a name with one spelling."""
        return self.groups.get(fold(name))

    def to_json(self) -> dict[str, Any]:
        """As a JSON value."""
        spelled = {bones: list(names) for bones, names in self.spelled.items()}
        return {"labels": dict(self.labels), "groups": dict(self.groups), "spelled": spelled}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> KnownNames:
        """Inverse of `to_json`."""
        return KnownNames(
            {str(name): str(label) for name, label in value.get("labels", {}).items()},
            {str(name): int(number) for name, number in value.get("groups", {}).items()},
            {str(bones): tuple(map(str, names)) for bones, names in value.get("spelled", {}).items()},
        )


NO_NAMES = KnownNames()


def _bone_key(name: str) -> str:
    bones = skeleton(name)
    return f"~{bones}" if len(bones) > 3 else ""


def count_names(names: Iterable[tuple[str, str]]) -> NameCounts:
    """Counts of (name, label) pairs; labels that are no names are passed over."""
    votes: Votes = {}
    for name, label in names:
        if label in LABELS:
            labels = votes.setdefault(name, {})
            labels[label] = labels.get(label, 0) + 1
    return NameCounts(votes)


def merge(counts: Iterable[NameCounts]) -> KnownNames:
    """All counts taken together; independent of their order."""
    total: dict[str, Counter[str]] = {}
    for one in counts:
        for name, labels in one.votes.items():
            total.setdefault(name, Counter()).update(labels)
    by_key: dict[str, Counter[str]] = {}
    spelled: dict[str, set[str]] = {}
    for name, votes in total.items():
        bones = _bone_key(name)
        for key in {fold(name), bones} - {""}:
            by_key.setdefault(key, Counter()).update(votes)
        if bones:
            spelled.setdefault(bones, set()).add(fold(name))
    known = {key: label for key, votes in sorted(by_key.items()) if (label := _clear(votes))}
    groups: dict[str, int] = {}
    for number, group in enumerate(variants(total)):
        groups.update(dict.fromkeys((fold(name) for name in group), number))
    return KnownNames(known, groups, {bones: tuple(sorted(names)) for bones, names in sorted(spelled.items())})


def _clear(votes: Counter[str]) -> str:
    """The label that has three quarters of the votes, else ""."""
    label, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return label if count * 4 >= votes.total() * 3 else ""


def variants(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of two or more spellings of one name, each sorted, the groups in order of their first spelling.

    Spellings belong together when their folded forms are equal or their consonants are and the forms are alike.
    """
    by_bones: dict[str, set[str]] = {}
    for name in names:
        by_bones.setdefault(skeleton(name) or fold(name), set()).add(name)
    groups: list[tuple[str, ...]] = []
    for spellings in by_bones.values():
        for group in _alike(sorted(spellings)):
            if len(group) > 1:
                groups.append(tuple(group))
    return sorted(groups)


def _alike(spellings: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    for name in spellings:
        near = [group for group in groups if any(likeness(name, other) >= MIN_RATIO for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([name, *(other for group in near for other in group)])
    return [sorted(group) for group in groups]


def likeness(one: str, other: str) -> float:
    """How alike two spellings are, 0..1 (difflib's ratio of the folded forms without spaces), for ranking."""
    return SequenceMatcher(None, fold(one).replace(" ", ""), fold(other).replace(" ", ""), autojunk=False).ratio()
