"""A small classifier over named features, of maximum entropy, for factuality and the fillers of roles."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.learned import crf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Example = tuple[Sequence[str], str]

# A conditional random field of single items is a model of maximum entropy (A. L. Berger et al., Computational
# Linguistics 22(1), 1996). Little is known of most features: c2 is the weight of the squares, chosen by articles.
SETTINGS: Mapping[str, Any] = {"algorithm": "lbfgs", "c1": 0.0, "c2": 1.0, "max_iterations": 100}


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
        """The best class and its probability in the model, 0..1; ("", 0) before anything was learned."""
        totals = self.scores(features)
        if not totals:
            return "", 0.0
        label = max(totals, key=lambda one: (totals[one], one))
        top = totals[label]
        return label, 1.0 / sum(math.exp(score - top) for score in totals.values())

    def to_json(self) -> dict[str, Any]:
        """As a JSON value; weights to three places."""
        rounded = {
            name: {k: round(v, 3) for k, v in row.items() if abs(v) >= 0.001} for name, row in self.weights.items()
        }
        return {"classes": self.classes, "weights": {name: row for name, row in rounded.items() if row}}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Linear:
        """Inverse of `to_json`."""
        weights = {name: {k: float(v) for k, v in row.items()} for name, row in value["weights"].items()}
        classes = [str(name) for name in value["classes"]]
        known = set(classes)
        if not all(row.keys() <= known for row in weights.values()):
            raise ValueError("a weight is for a class that is not there")
        return Linear(weights, classes)


def train(examples: Sequence[Example]) -> Linear:
    """The classifier of the examples; the same examples give the same one."""
    classes = {label: str(number) for number, label in enumerate(dict.fromkeys(label for _, label in examples))}
    if len(classes) < 2:
        return Linear(classes=list(classes))
    # By numbers, since CRFsuite's own listing of weights is read as text, and features hold words of articles.
    numbers: dict[str, str] = {}
    rows = [([[numbers.setdefault(name, str(len(numbers))) for name in names]], [classes[label]])
            for names, label in examples]  # fmt: skip
    names, labels = list(numbers), list(classes)
    weights: dict[str, dict[str, float]] = {}
    for (name, label), weight in crf.weights(crf.train(rows, SETTINGS)).items():
        weights.setdefault(names[int(name)], {})[labels[int(label)]] = weight
    return Linear(weights, labels)
