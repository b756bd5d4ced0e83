"""Intervals by resampling documents: seeded, all resamples at once, percentiles of what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.core.compare import FEW_DOCUMENTS
from annotator.core.text import counted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLES = 1_000
LARGEST_BATCH = 1_000_000  # entries of the matrix of weights that are held at once
LEVEL = (2.5, 97.5)

# From sums over documents, shape (…, statistics), to the measure, shape (…,); NaN where undefined.
Formula = Callable[["Floats"], "Floats"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure that waits for its interval."""

    figure: dict[str, Any]
    statistics: Floats
    formula: Formula


class Resampler:
    """Draws documents with replacement, as many as there are, `samples` times.

    Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13 (percentile
    interval). Documents are drawn, never spans, as spans of one document are alike. Figures are first
    asked for, then `finish` computes all their intervals at once.
    """

    def __init__(self, documents: int, *, seed: int = 0, samples: int = SAMPLES) -> None:
        self.documents = documents
        self.seed = seed
        self.samples = samples
        self._asked: list[_Asked] = []

    def figure(self, statistics: Floats, formula: Formula, *, n: int, why: str) -> dict[str, Any]:
        """The measure that `formula` makes of the sums over documents, as `agreement --json` has it.

        `statistics` is documents × columns; `n` says how much was compared, `why` why there is no
        value, if there is none. `low` and `high` are filled in by `finish`.
        """
        value = float(formula(statistics.sum(axis=0)))
        if np.isnan(value):
            return no_figure(n=n, why=why)
        figure = {"value": value, "low": None, "high": None, "n": n, "undefined": None}
        self._asked.append(_Asked(figure, statistics, formula))
        return figure

    def finish(self) -> None:
        """Fills in the intervals; with fewer than two documents there are none."""
        asked, self._asked = self._asked, []
        if self.documents < 2 or not self.samples or not asked:
            return  # one document says nothing about the variation between documents
        # One product for all figures: many narrow ones would each wait for memory.
        edges = np.cumsum([one.statistics.shape[1] for one in asked])[:-1]
        table = np.hstack([one.statistics for one in asked])
        drawn = np.vstack([weights @ table for weights in _draws(self.documents, self.seed, self.samples)])
        for one, sums in zip(asked, np.split(drawn, edges, axis=1), strict=True):
            values = one.formula(sums)
            values = values[~np.isnan(values)]  # a resample in which the measure is undefined says nothing
            if len(values):
                low, high = np.percentile(values, LEVEL)
                one.figure.update(low=float(low), high=float(high))

    def warning(self) -> str | None:
        """What to tell readers of the intervals, if anything."""
        if self.documents >= FEW_DOCUMENTS:
            return None
        return (
            f"{counted(self.documents, 'document')}: with fewer than {FEW_DOCUMENTS} the intervals are too narrow "
            "(measured: 84 % instead of 95 % coverage at five documents)"
        )


def no_figure(*, n: int, why: str) -> dict[str, Any]:
    """An undefined figure, and why."""
    return {"value": None, "low": None, "high": None, "n": n, "undefined": why}


def _draws(documents: int, seed: int, samples: int) -> Iterator[Floats]:
    """How often each document is in each resample, shape (some samples, documents), a batch at a time."""
    random = np.random.default_rng(seed)
    batch = max(1, min(samples, LARGEST_BATCH // documents))
    for first in range(0, samples, batch):
        size = min(batch, samples - first)
        drawn = random.integers(documents, size=(size, documents)) + np.arange(size)[:, None] * documents
        counts = np.bincount(drawn.ravel(), minlength=size * documents)
        yield counts.reshape(size, documents).astype(np.float64)
