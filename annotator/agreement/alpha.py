"""Krippendorff's alpha for categories, ranks and numbers, any number of annotators, missing ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from annotator.agreement.reliability import NOTHING_SHARED, TOO_FEW_RATERS, Units, encoded, numbers_of
from annotator.agreement.score import Score, defined, undefined

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import NDArray

Level = Literal["nominal", "ordinal", "interval", "ratio"]
ONE_VALUE = "every rating has the same value, so no disagreement could be expected"


def krippendorff_alpha(units: Units, level: Level = "nominal") -> Score:
    """Alpha = 1 - observed / expected disagreement, from the matrix of coincidences.

    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability, sections A to D; ditto (2004).
    Content Analysis, 2nd ed., chapter 11. Units with one rating are not pairable and do not count.
    Levels other than nominal need numbers (ratio: none below zero); else ValueError.
    """
    if level not in get_args(Level):
        raise ValueError(f"no level {level!r}; choose one of {', '.join(get_args(Level))}")
    ratings = encoded(units)
    if ratings.n_raters == 1:
        return undefined(TOO_FEW_RATERS, items=0, annotators=ratings.n_raters)
    shared = ratings.shared_only()
    if not len(shared.codes):
        return undefined(NOTHING_SHARED, items=0, annotators=ratings.n_raters)
    coincidences = _coincidences(shared.counts)
    totals = coincidences.sum(axis=1)
    difference = _differences(level, ratings.categories, totals)
    expected = float(totals @ difference @ totals)
    if expected <= 0:
        return undefined(ONE_VALUE, items=len(shared.codes), annotators=ratings.n_raters)
    observed = float((coincidences * difference).sum())
    value = 1 - (totals.sum() - 1) * observed / expected
    return defined(value, items=len(shared.codes), annotators=ratings.n_raters)


def _coincidences(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values × values: pairs within units, each unit weighted by 1 / (its ratings - 1)."""
    weighted = counts / (counts.sum(axis=1, keepdims=True) - 1)
    pairs: NDArray[np.float64] = counts.T @ weighted
    pairs[np.diag_indices_from(pairs)] -= weighted.sum(axis=0)  # no rating is paired with itself
    return pairs


def _differences(level: Level, categories: Sequence[Hashable], totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Squared difference between any two values, values × values."""
    if level == "nominal":
        return 1 - np.eye(len(categories))
    values = numbers_of(categories)
    if level == "ordinal":
        middle = np.cumsum(totals) - totals / 2  # mean rank of each value among the pairable ones
        ranks: NDArray[np.float64] = (middle[:, None] - middle[None, :]) ** 2
        return ranks
    apart = values[:, None] - values[None, :]
    if level == "interval":
        squares: NDArray[np.float64] = apart**2
        return squares
    if values.min() < 0:
        raise ValueError("the ratio level needs values that are not below zero")
    both = values[:, None] + values[None, :]
    ratios: NDArray[np.float64] = np.divide(apart, both, out=np.zeros_like(apart), where=both > 0) ** 2
    return ratios
