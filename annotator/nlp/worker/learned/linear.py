"""A small classifier over named features, an averaged perceptron, for factuality and the fillers of roles."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Example = tuple[Sequence[str], str]

PASSES = 6
_TEMPERATURE = 4.0  # divides scores before the softmax: perceptrons are too sure


@dataclass(slots=True)
class Linear:
    """Weights by feature and class; `classes` in order of first sight."""

    weights: dict[str, dict[str, float]] = field(default_factory=dict)
    classes: list[str] = field(default_factory=list)

    def scores(self, features: Sequence[str]) -> dict[str, float]:
        """The sum of the weights for each class."""
        totals = dict.fromkeys(self.classes, 0.0)
        for name in features:
            for label, weight in self.weights.get(name, {}).items():
                totals[label] += weight
        return totals

    def best(self, features: Sequence[str]) -> tuple[str, float]:
        """The best class and how sure, 0..1, not calibrated; ("", 0) before anything was learned."""
        totals = self.scores(features)
        if not totals:
            return "", 0.0
        label = max(totals, key=lambda one: (totals[one], one))
        top = totals[label]
        return label, 1.0 / sum(math.exp((score - top) / _TEMPERATURE) for score in totals.values())

    def to_json(self) -> dict[str, Any]:
        """As a JSON value; weights to three places."""
        rounded = {
            name: {k: round(v, 3) for k, v in row.items() if abs(v) >= 0.001} for name, row in self.weights.items()
        }
        return {"classes": self.classes, "weights": {name: row for name, row in rounded.items() if row}}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Linear:
        """Inverse of `to_json`."""
        weights = {str(name): {str(k): float(v) for k, v in row.items()} for name, row in value["weights"].items()}
        return Linear(weights, [str(name) for name in value["classes"]])


def train(examples: Sequence[Example], *, passes: int = PASSES, seed: int = 0) -> Linear:
    """An averaged perceptron over the examples, which are shuffled before each pass by `seed`."""
    model = Linear(classes=list(dict.fromkeys(label for _, label in examples)))
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    order = list(examples)
    shuffle = random.Random(seed)  # the same examples give the same model
    step = 1
    for _ in range(passes):
        shuffle.shuffle(order)
        for features, label in order:
            step += 1
            guess, _ = model.best(features)
            if guess == label:
                continue
            for name in features:
                row = model.weights.setdefault(name, {})
                for one, by in ((label, 1.0), (guess, -1.0)):
                    row[one] = row.get(one, 0.0) + by
                    sums[name][one] += by * step
    for name, row in model.weights.items():
        for label in row:
            row[label] -= sums[name][label] / step
    return model
