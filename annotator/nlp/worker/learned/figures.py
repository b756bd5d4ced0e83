"""Figures on held-out documents: precision, recall and F1 by suggester and label, calibration, confusion."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.text import is_overlapping
from annotator.nlp.worker.learned.combiner import reliability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.nlp.worker.learned.passages import Placed

MISSED, SPURIOUS = "–", "–"  # in the confusion: nothing proposed, nothing there


@dataclass(slots=True)
class Tally:
    """Right, proposed and existing spans."""

    right: int = 0
    proposed: int = 0
    existing: int = 0

    def to_json(self) -> dict[str, Any]:
        """With precision, recall and F1, None where undefined."""
        return {
            "right": self.right,
            "proposed": self.proposed,
            "existing": self.existing,
            "precision": self.right / self.proposed if self.proposed else None,
            "recall": self.right / self.existing if self.existing else None,
            "f1": 2 * self.right / (self.proposed + self.existing) if self.proposed + self.existing else None,
        }


@dataclass(slots=True)
class LayerFigures:
    """Counts of one layer, summed over documents."""

    suggesters: dict[str, dict[str, Tally]] = field(default_factory=dict)  # "" as label: all of them
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    scored: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, suggester: str, gold: Iterable[Placed], proposed: Iterable[Placed]) -> None:
        """Counts one document's proposals against what was decided."""
        wanted, found = set(gold), set(proposed)
        table = self.suggesters.setdefault(suggester, {})
        for name, spans in (("right", wanted & found), ("proposed", found), ("existing", wanted)):
            for _, label in spans:
                for key in ("", label):
                    tally = table.setdefault(key, Tally())
                    setattr(tally, name, getattr(tally, name) + 1)

    def add_confusion(self, gold: Sequence[Placed], proposed: Sequence[Placed]) -> None:
        """Counts which label was proposed where which one was right; places count as met where they overlap."""
        free = list(proposed)
        for place, label in sorted(gold):
            met = [one for one in free if is_overlapping(one[0], place)]
            best = min(met, key=lambda one: (one[0] != place, one[1] != label, one), default=None)
            if best is not None:
                free.remove(best)
            self.confusion[label, MISSED if best is None else best[1]] += 1
        for _, label in free:
            self.confusion[SPURIOUS, label] += 1

    def to_json(self) -> dict[str, Any]:
        """As a JSON value: suggesters, confusion as [right, proposed, count], ece and bins."""
        error, bins = reliability(self.scored)
        return {
            "suggesters": {
                name: {
                    "all": table.get("", Tally()).to_json(),
                    "labels": {label: tally.to_json() for label, tally in sorted(table.items()) if label},
                }
                for name, table in self.suggesters.items()
            },
            "confusion": [[right, found, count] for (right, found), count in sorted(self.confusion.items())],
            "ece": error if self.scored else None,
            "reliability": [asdict(one) for one in bins],
        }
