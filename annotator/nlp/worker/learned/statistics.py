"""What the words of all loaded texts tell without any decision: capitals, company, and what rules are sure of."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.lexicon import lexicon
from annotator.nlp.worker.entities.rules import RULES
from annotator.nlp.worker.learned.manifest import count_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.nlp.worker.learned.passages import Cue, Passage

PLACING = words_of("in te uit naar nabij bij rond tussen vanuit vanop")
DETERMINING = words_of("de het 't een")
OPENING = frozenset("\"'`-:(“„«–—")
# Columns of a word's row of counts.
MIDDLE, INITIAL, LOWER, PLACED, DETERMINED, TITLED, BEFORE_CAPITAL, AFTER_CAPITAL, SAYING = range(9)
COLUMNS = 9
_COMPANY = (
    ("pl", PLACED), ("de", DETERMINED), ("ti", TITLED), ("cn", BEFORE_CAPITAL), ("cp", AFTER_CAPITAL), ("sa", SAYING),
)  # fmt: skip
MOST = 6  # the highest bucket of frequency, 2**6 and more
# A rule tells of the other mentions where it has grounds of its own: not shape, not an earlier mention.
_SURE = frozenset(name for name, rule in RULES.items() if rule.score >= 0.8 and not name.startswith("repeat"))


@dataclass(slots=True)
class Statistics:
    """Counts per word in lower case: with a capital in mid-sentence, at a start, without, and by neighbour."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    told: dict[str, dict[str, int]] = field(default_factory=dict)  # by what sure rules said of it with a capital

    def add(self, passages: Sequence[Passage], cues: Sequence[Sequence[Cue]] = ()) -> None:
        """Counts the words of one document, and what the rules for names said of them."""
        self._hear(passages, cues)
        book = lexicon()
        for passage in passages:
            words = passage.words
            for index, word in enumerate(words):
                row = self.rows.setdefault(word.lower(), [0] * COLUMNS)
                if not word[0].isupper():
                    row[LOWER] += 1
                    continue
                before = words[index - 1] if index else ""
                row[INITIAL if not before or before in OPENING else MIDDLE] += 1
                low = before.lower()
                if low in PLACING:
                    row[PLACED] += 1
                elif low in DETERMINING:
                    row[DETERMINED] += 1
                elif low in book.titles:
                    row[TITLED] += 1
                if index > 1 and before[0].isupper():
                    row[AFTER_CAPITAL] += 1
                following = words[index + 1] if index + 1 < len(words) else ""
                if following:
                    row[BEFORE_CAPITAL] += following[0].isupper()
                    row[SAYING] += following in book.sayings

    def features(self, low: str) -> list[str]:
        """Buckets of what is known of a word in lower case."""
        row = self.rows.get(low)
        if row is None:
            return ["n0"]
        capitals = row[MIDDLE] + row[INITIAL]
        found = [f"n{min(MOST, int(math.log2(capitals + row[LOWER] + 1)))}"]
        if capitals:
            told = row[MIDDLE] + row[LOWER]
            found.append(f"cr{4 * row[MIDDLE] // told}" if told else "cr-")
            for name, column in _COMPANY:
                share = row[column] / capitals
                if share:
                    found.append(f"{name}{1 if share < 0.2 else 2 if share < 0.5 else 3}")
        return found

    def is_common(self, low: str) -> bool:
        """Whether a word has no capital more often than it has one in mid-sentence."""
        row = self.rows.get(low)
        return row is not None and row[LOWER] > row[MIDDLE]

    def told_of(self, low: str) -> list[str]:
        """What sure rules said of a capitalised word anywhere: the label most often, in how much of its mentions."""
        labels, row = self.told.get(low), self.rows.get(low)
        if not labels or row is None:
            return []
        label = max(labels, key=lambda one: (labels[one], one))
        count = labels[label]
        found = [f"q={label}", f"qs={label}{min(3, 4 * count // max(1, row[MIDDLE] + row[INITIAL]))}"]
        if count > 1 and len(labels) == 1:
            found.append(f"qa={label}")
        return found

    def _hear(self, passages: Sequence[Passage], cues: Sequence[Sequence[Cue]]) -> None:
        for passage, line in zip(passages, cues, strict=False):
            for word, (tag, rule) in zip(passage.words, line, strict=True):
                if rule in _SURE and word[0].isupper():
                    labels = self.told.setdefault(word.lower(), {})
                    label = tag.partition("-")[2].rstrip("~")
                    labels[label] = labels.get(label, 0) + 1

    def to_json(self) -> dict[str, Any]:
        """As a JSON value, without what a word met once would tell."""
        rows = {word: row for word, row in self.rows.items() if sum(row[:3]) > 1 or row[LOWER] == 0}
        return {"rows": rows, "told": self.told}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Statistics:
        """Inverse of `to_json`."""
        return Statistics(
            {word: _row(row) for word, row in value["rows"].items()},
            {
                word: {label: count_of(count) for label, count in labels.items()}
                for word, labels in value["told"].items()
            },
        )


def _row(value: Sequence[object]) -> list[int]:
    if len(value) != COLUMNS:
        raise ValueError("the counts of a word are cut off")
    return [count_of(count) for count in value]
