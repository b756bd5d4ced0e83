"""The memory of what was decided for each string: accepted, rejected, or passed over in a finished document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.text import covered
from annotator.nlp.worker.entities.folding import fold, skeleton
from annotator.nlp.worker.learned.kin import are_kin, groups
from annotator.nlp.worker.learned.manifest import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.text import Fragments
    from annotator.nlp.worker.learned.passages import Passage

ACCEPTED, REJECTED, PASSED = range(3)
LONGEST = 10  # words of a remembered string
MOST_OF_KIN = 5  # words of a name that is looked for in other spellings
FARTHEST = 15  # words between the parts of a remembered trigger
# So often a string was accepted for each time it was rejected, in so many articles for each: then it has both readings.
OFTEN, OFTEN_OF_TRIGGERS = (10, 5), (3, 2)
MIN_BONES = 5  # letters of a consonant skeleton by which spellings of one name are held together
_FIRST = re.compile(r"\w+")
Counts = dict[str, dict[str, list[int]]]  # string -> label -> accepted, rejected, passed
Times = dict[str, dict[str, tuple[list[int], list[int]]]]  # string -> label -> when accepted, when rejected
Proposal = tuple["Fragments", str, float]  # where, which label, and the share of times it was right


def key_of(text: str, fragments: Fragments, *, is_event: bool) -> str:
    """What a span is remembered by: names as written, with single blanks; triggers in lower case."""
    key = " ".join(covered(text, fragments).split())
    return key.lower() if is_event else key


@dataclass(slots=True)
class Memory:
    """Counts by string and label for one layer."""

    is_event: bool
    counts: Counts = field(default_factory=dict)
    times: Times = field(default_factory=dict)
    _spellings: dict[str, set[str]] = field(default_factory=dict)
    _beginnings: dict[str, set[str]] = field(default_factory=dict)
    _kin: dict[str, set[str]] = field(default_factory=dict)

    def add(self, key: str, label: str, kind: int, by: int = 1, *, at: int = 0) -> None:
        """Counts a decision (or, by -1, takes it back) that was taken `at` that point of the log, 0 if not known."""
        if at and kind != PASSED:
            self._date(key, label, kind, by, at)
        labels = self.counts.get(key)
        if labels is None:
            labels = self.counts[key] = {}
            self._spellings.setdefault(_spelling(key), set()).add(key)
            self._beginnings.setdefault(_beginning(key), set()).add(key)
            for group in () if self.is_event else groups(key):
                self._kin.setdefault(group, set()).add(key)
        row = labels.setdefault(label, [0, 0, 0])
        row[kind] = max(0, row[kind] + by)

    def knows(self, key: str) -> bool:
        """Whether anything was decided of the string that was not taken back."""
        return any(any(row) for row in self.counts.get(key, {}).values())

    def told(self, key: str, label: str) -> tuple[int, int, int]:
        """How often the string was accepted, rejected and passed over with that label."""
        row = self.counts.get(key, {}).get(label)
        return (0, 0, 0) if row is None else (row[0], row[1], row[2])

    def is_refused(self, key: str, label: str) -> bool:
        """Whether the string was last rejected with that label, and not accepted since: it stays rejected."""
        return bool(self.refused_as(key, label))

    def refused_as(self, key: str, label: str) -> str:
        """The spelling of the string that was last rejected with that label, "" where it is not to stay rejected.

        What was decided of the string itself comes before what was decided of other spellings of it, and these have
        to agree.
        """
        own = self._verdict(key, label)
        if own is not None or self.is_event:
            return key if own == REJECTED else ""
        kin = self._near(key)
        decided = {other: verdict for other in kin if (verdict := self._verdict(other, label)) is not None}
        refused = [other for other, verdict in decided.items() if verdict == REJECTED and are_kin(key, other)]
        is_taken = any(verdict == ACCEPTED and are_kin(key, other) for other, verdict in decided.items())
        return "" if is_taken else min(refused, default="")

    def instead(self, key: str, label: str) -> str:
        """The label that other spellings of the name have in place of one that they are not to have; "" for none.

        Whoever made a place of "Deir al-Zor" wants it of "DEIR AL-ZOR" too, rather than nothing.
        """
        if self.is_event or self.knows(key) or not self.refused_as(key, label):
            return ""
        return self.label_of_kin(key)

    def told_of_kin(self, key: str, label: str) -> tuple[int, int, int]:
        """As `told`, of all other spellings of the name together."""
        rows = [self.told(other, label) for other in self._near(key) if are_kin(key, other)]
        return sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows)

    def _near(self, key: str) -> set[str]:
        """Remembered strings that may be other spellings of the name."""
        return {other for group in groups(key) for other in self._kin.get(group, ()) if other != key}

    def _verdict(self, key: str, label: str) -> int | None:
        """Which way the string was decided last; None where it never was.

        Where it is not known which was the later, it stays rejected while it was so more often than accepted. One that
        articles have far more often than not is not rejected everywhere for one place where it is something else.
        """
        accepted, refused, _ = self.told(key, label)
        if not accepted + refused:
            return None
        latest = self._latest(key, label)
        if latest is None:
            return REJECTED if refused > accepted else ACCEPTED
        yes, no = self.times[key][label]  # all of an article have one date
        times, articles = OFTEN_OF_TRIGGERS if self.is_event else OFTEN
        is_often = accepted >= times * len(no) and len(set(yes)) >= articles * len(set(no))
        return ACCEPTED if is_often else latest

    def is_doubted(self, key: str, label: str) -> bool:
        """Whether the string was with that label rejected or passed over more often than accepted, and not just once.

        What was accepted after it was rejected is not doubted for that. A trigger has to be passed over more than
        twice as often: whether “beschoten” is an ATTACK is decided by what stands around it, which rules look at.
        """
        accepted, refused, passed = self.told(key, label)
        if self._verdict(key, label) == ACCEPTED and self._latest(key, label) is not None:
            refused = 0
        against = refused + passed
        return against > max(2, 2 * accepted) if self.is_event else against > max(1, accepted)

    def _date(self, key: str, label: str, kind: int, by: int, at: int) -> None:
        times = self.times.setdefault(key, {}).setdefault(label, ([], []))[kind]
        if by > 0:
            times.append(at)
        elif at in times:
            times.remove(at)

    def _latest(self, key: str, label: str) -> int | None:
        """Whether it was last accepted or rejected; None where that is not known."""
        accepted, rejected = self.times.get(key, {}).get(label, ((), ()))
        yes, no = max(accepted, default=0), max(rejected, default=0)
        return None if yes == no else ACCEPTED if yes > no else REJECTED

    def variants(self, key: str, label: str) -> int:
        """How often other spellings of the string were accepted with that label; names only."""
        if self.is_event:
            return 0
        others = self._spellings.get(_spelling(key), set()) - {key}
        return sum(self.told(other, label)[ACCEPTED] for other in others)

    def proposals(self, passage: Passage) -> Iterator[Proposal]:
        """What the memory would label in a sentence: remembered strings, the longest first at each word.

        A name also where it is spelled otherwise, as long as nothing was decided of that spelling.
        """
        words = [word.lower() for word in passage.words] if self.is_event else list(passage.words)
        index = 0
        while index < len(words):
            found = self._at(passage, words, index) or self._kin_at(passage, index)
            if found is None:
                index += 1
                continue
            proposal, last = found
            yield proposal
            index = last

    def _at(self, passage: Passage, words: Sequence[str], first: int) -> tuple[Proposal, int] | None:
        best: tuple[Proposal, int] | None = None
        for key in self._beginnings.get(_beginning(words[first]), ()):
            label, share = self._label(key)
            if not label:
                continue
            place = _place(passage, words, first, key)
            if place is not None and (best is None or place[1] > best[1]):
                best = (place[0], label, share), place[1]
        return best

    def _kin_at(self, passage: Passage, first: int) -> tuple[Proposal, int] | None:
        """The longest other spelling of a remembered name that begins at the word, from capital to capital."""
        if self.is_event or not passage.words[first][:1].isupper():
            return None
        key, best = "", None
        for index in range(first, min(len(passage.words), first + MOST_OF_KIN)):
            word, (start, end) = passage.words[index], passage.ranges[index]
            key += word if not key or start == passage.ranges[index - 1][1] else f" {word}"
            if not word[:1].isupper() or self.knows(key):
                continue
            label = self.label_of_kin(key)
            if label:
                best = ((((passage.ranges[first][0], end),), label, 1.0), index + 1)
        return best

    def label_of_kin(self, key: str) -> str:
        """The label that other spellings of the name have, "" where none was accepted, or they have several."""
        found = {one for other in self._near(key) if are_kin(key, other) and (one := self._label(other)[0])}
        return found.pop() if len(found) == 1 else ""

    def _label(self, key: str) -> tuple[str, float]:
        """The label that the string most often had, and the share of its occurrences that had it."""
        labels = self.counts[key]
        label = max(labels, key=lambda one: (labels[one][ACCEPTED] - labels[one][REJECTED], one))
        accepted, rejected, passed = labels[label]
        others = sum(row[ACCEPTED] for other, row in labels.items() if other != label)
        total = accepted + rejected + passed + others
        return (label, accepted / total) if accepted * 2 > total else ("", 0.0)

    def to_json(self) -> dict[str, Any]:
        """As a JSON value."""
        return {"event": self.is_event, "counts": self.counts, "times": self.times}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Memory:
        """Inverse of `to_json`."""
        memory = Memory(bool(value["event"]))
        for key, labels in value["counts"].items():
            for label, row in labels.items():
                for kind, count in zip((ACCEPTED, REJECTED, PASSED), row, strict=True):
                    memory.add(key, label, kind, count_of(count))
        for key, known in value["times"].items():
            for label, (accepted, rejected) in known.items():
                memory.times.setdefault(key, {})[label] = (
                    [count_of(one) for one in accepted],
                    [count_of(one) for one in rejected],
                )
        return memory


def _place(passage: Passage, words: Sequence[str], first: int, key: str) -> tuple[Fragments, int] | None:
    """Where the string stands from word `first` on, and the word after its first part."""
    parts = [part.split(" ") for part in key.split(" … ")]
    last = _matched(passage, words, first, parts[0])
    if last is None:
        return None
    fragments = [(passage.ranges[first][0], passage.ranges[last - 1][1])]
    after = last
    for part in parts[1:]:
        starts = range(after, min(len(words), after + FARTHEST))
        place = next(((start, end) for start in starts if (end := _matched(passage, words, start, part))), None)
        if place is None:
            return None
        fragments.append((passage.ranges[place[0]][0], passage.ranges[place[1] - 1][1]))
        after = place[1]
    return tuple(fragments), last


def _matched(passage: Passage, words: Sequence[str], first: int, part: Sequence[str]) -> int | None:
    """The word after the string's words, which may be finer than tokens are at hyphens."""
    wanted, found = " ".join(part), words[first]
    last = first + 1
    while len(found) < len(wanted) and last < len(words) and last - first < LONGEST:
        glue = "" if passage.ranges[last][0] == passage.ranges[last - 1][1] else " "
        found += glue + words[last]
        last += 1
    return last if found == wanted else None


def _beginning(text: str) -> str:
    """What a remembered string is looked up by: letters and figures up to the first other sign, as tokens end there."""
    found = _FIRST.match(text)
    return found.group() if found is not None else text[:1]


def _spelling(key: str) -> str:
    bones = skeleton(key)
    return bones if len(bones) >= MIN_BONES else fold(key)
