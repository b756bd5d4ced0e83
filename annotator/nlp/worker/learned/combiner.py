"""Puts a probability on each candidate: a logistic model over all claims, near a prior while little is known."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Evidence = Mapping[str, float]
    Row = tuple[Evidence, bool]

# What a claim is worth before any decision tells: log-odds. Set after the precision by agreement of voters on news
# (tagger, rule and memory together 96 %, tagger and memory 90, tagger and rule 66, tagger alone 37, rule alone 16 %).
PRIOR: Mapping[str, float] = {
    "rules": 0.0, "rules:score": 1.0, "crf": 0.4, "crf:score": 0.3, "fast": 0.2, "fast:score": 0.1,
    "memory": 0.4, "memory:odds": 0.9, "kin": 0.4, "kin:odds": 0.9, "variant": 0.5, "pipeline": 0.5,
    "no crf": -1.2, "no fast": -0.4, "rivals": -0.5, "alone": -0.6,
}  # fmt: skip
STRENGTH = 4.0  # of the pull towards the prior; that of weights for single labels is stronger
LABEL_STRENGTH = 8.0
SETTLED = 50  # documents; with fewer of them the pull is stronger, by the square, since names come in bursts
MOST_PULL = 60.0
MOST_ROWS = 8_000  # the latest ones
STEPS = 12
RARE = 4  # rows below which evidence gets no weight of its own
BINS = 10
FOLDS = 5
MOST_OF_ONE = 100  # rows of one document


@dataclass(slots=True)
class Combiner:
    """Weights by name of evidence, and how firmly each is held against what later rows say."""

    weights: dict[str, float] = field(default_factory=lambda: dict(PRIOR))
    firmness: dict[str, float] = field(default_factory=dict)

    def chance(self, evidence: Evidence) -> float:
        """The probability that a person accepts the candidate."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def to_json(self) -> dict[str, Any]:
        """As a JSON value."""
        return {
            "weights": {name: round(weight, 5) for name, weight in self.weights.items()},
            "firmness": {name: round(value, 3) for name, value in self.firmness.items()},
        }

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> Combiner:
        """Inverse of `to_json`."""
        return Combiner(
            {str(name): float(weight) for name, weight in value["weights"].items()},
            {str(name): float(one) for name, one in value["firmness"].items()},
        )


def fit(rows: Sequence[Row], start: Combiner | None = None, *, documents: int = SETTLED) -> Combiner:
    """The most probable weights given the rows and the prior, or the combiner that earlier rows led to.

    `documents`: how many the rows come from, all in all; rows of one article are alike and tell less than their number.
    Ridge logistic regression by Newton's method; of earlier rows the diagonal of the curvature is kept (Laplace).
    """
    known = start or Combiner()
    rows = rows[-MOST_ROWS:]
    if not rows:
        return known
    counts = Counter(name for evidence, _ in rows for name in evidence)
    names = sorted({name for name, count in counts.items() if count >= RARE} | set(known.weights))
    columns = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for index, (evidence, _) in enumerate(rows):
        for name, value in evidence.items():
            if name in columns:
                matrix[index, columns[name]] = value
    right = np.array([is_right for _, is_right in rows], dtype=float)
    prior = np.array([known.weights.get(name, 0.0) for name in names])
    burst = min(MOST_PULL, max(1.0, (SETTLED / max(1, documents)) ** 2))
    pull = np.array(
        [known.firmness.get(name, burst * (STRENGTH if name in PRIOR else LABEL_STRENGTH)) for name in names]
    )
    weights, spread = prior.copy(), np.zeros(len(names))
    for _ in range(STEPS):
        chances = 1.0 / (1.0 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        weighed = matrix * (chances * (1 - chances))[:, None]
        spread = (weighed * matrix).sum(axis=0)
        step = np.linalg.solve(
            weighed.T @ matrix + np.diag(pull), matrix.T @ (chances - right) + pull * (weights - prior)
        )
        weights -= step * min(1.0, 4.0 / max(1e-9, float(np.abs(step).max())))
        if float(np.abs(step).max()) < 1e-3:
            break
    return Combiner(
        dict(zip(names, weights.tolist(), strict=True)), dict(zip(names, (pull + spread).tolist(), strict=True))
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """Candidates of about one score: how many, their mean score, the share of them that was right."""

    count: int
    score: float
    right: float


def reliability(scored: Sequence[tuple[float, bool]]) -> tuple[float, list[Bin]]:
    """Expected calibration error over ten bins of equal width, and the bins that hold anything.

    Guo et al. 2017: the mean of |share right - mean score| over bins, weighted by their count.
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, is_right in scored:
        bins[min(BINS - 1, int(score * BINS))].append((score, is_right))
    found = [
        Bin(len(one), sum(score for score, _ in one) / len(one), sum(is_right for _, is_right in one) / len(one))
        for one in bins
        if one
    ]
    total = len(scored)
    return (sum(one.count * abs(one.right - one.score) for one in found) / total if total else 0.0), found


def cross_fitted(rows: Sequence[tuple[int, Evidence, bool]], *, folds: int = FOLDS) -> list[float]:
    """The chance of each row (document, evidence, right) by a combiner that saw no row of its document."""
    fold_of = folds_of((document for document, _, _ in rows), folds)
    chances = [0.0] * len(rows)
    for fold in range(folds):
        known = [row for row in rows if fold_of[row[0]] != fold]
        combiner = fit(evened(known), documents=len({document for document, _, _ in known}))
        for index, (document, evidence, _) in enumerate(rows):
            if fold_of[document] == fold:
                chances[index] = combiner.chance(evidence)
    return chances


def folds_of(documents: Iterable[int], count: int) -> dict[int, int]:
    """A fold for each document, by its rank among them: which numbers they have must not matter."""
    return {document: rank % count for rank, document in enumerate(sorted(set(documents)))}


def evened(rows: Sequence[tuple[int, Evidence, bool]]) -> list[Row]:
    """Evidence and whether it was right, of each document MOST_OF_ONE rows at most, spread over it.

    Rows of one document are alike: a list of results with hundreds of names must not outweigh forty articles.
    """
    by_document: dict[int, list[Row]] = {}
    for document, evidence, is_right in rows:
        by_document.setdefault(document, []).append((evidence, is_right))
    kept: list[Row] = []
    for mine in by_document.values():
        step = max(1.0, len(mine) / MOST_OF_ONE)
        kept += [mine[int(index * step)] for index in range(min(len(mine), MOST_OF_ONE))]
    return kept
