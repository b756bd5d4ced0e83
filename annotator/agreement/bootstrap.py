"""Intervals by resampling documents: seeded, all resamples at once, percentiles of what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLES = 1_000
FEW_DOCUMENTS = 20
LEVEL = (2.5, 97.5)

# From sums over documents, shape (…, statistics), to the measure, shape (…,); NaN where undefined.
Formula = Callable[["Floats"], "Floats"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure over all documents with its 95 % interval; None where undefined."""

    value: float | None
    low: float | None
    high: float | None

    def as_json(self, *, n: int, why: str) -> dict[str, Any]:
        """The figure as `agreement --json` has it; `why` is said only where there is no value."""
        undefined = why if self.value is None else None
        return {"value": self.value, "low": self.low, "high": self.high, "n": n, "undefined": undefined}


class Resampler:
    """Draws documents with replacement, as many as there are, `samples` times.

    Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13 (percentile
    interval). Documents are drawn, never spans, as spans of one document are alike.
    """

    def __init__(self, documents: int, *, seed: int = 0, samples: int = SAMPLES) -> None:
        self.documents = documents
        self.samples = samples
        # One document, or none, says nothing about the variation between documents.
        self._weights = _draw(documents, seed, samples) if documents > 1 and samples else None

    def estimate(self, statistics: Floats, formula: Formula) -> Estimate:
        """The measure that `formula` makes of sums over documents; `statistics` is documents × columns."""
        value = float(formula(statistics.sum(axis=0)))
        if np.isnan(value):
            return Estimate(None, None, None)
        if self._weights is None:
            return Estimate(value, None, None)
        drawn = formula(self._weights @ statistics)
        drawn = drawn[~np.isnan(drawn)]  # a resample in which the measure is undefined says nothing
        if not len(drawn):
            return Estimate(value, None, None)
        low, high = np.percentile(drawn, LEVEL)
        return Estimate(value, float(low), float(high))

    def warning(self) -> str | None:
        """What to tell readers of the intervals, if anything."""
        if self.documents >= FEW_DOCUMENTS:
            return None
        return (
            f"{self.documents} documents: with fewer than {FEW_DOCUMENTS} the intervals are too narrow "
            "(measured: 84 % instead of 95 % coverage at five documents)"
        )


def _draw(documents: int, seed: int, samples: int) -> Floats:
    """How often each document is in each resample, shape (samples, documents)."""
    drawn = np.random.default_rng(seed).integers(documents, size=(samples, documents))
    rows = np.arange(samples)[:, None] * documents
    counts = np.bincount((drawn + rows).ravel(), minlength=samples * documents)
    return counts.reshape(samples, documents).astype(np.float64)
