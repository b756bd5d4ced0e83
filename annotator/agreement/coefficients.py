"""Agreement on categories beyond chance: percent, Cohen, Scott, Fleiss and Gwet, with missing ratings.

All follow (pa - pe) / (1 - pe): observed agreement pa over the units that two or more annotators
rated, and agreement by chance pe, on which the coefficients differ. With incomplete ratings the
formulas are those of Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., chapters 2 and 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.reliability import (
    NOTHING_SHARED,
    ONE_CATEGORY,
    TOO_FEW_RATERS,
    Ratings,
    Units,
    encoded,
)
from annotator.agreement.score import Score, defined, undefined
from annotator.agreement.weights import WeightName, weight_matrix

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import ArrayLike, NDArray

NEARLY_ONE = 1 - 1e-12


def percent_agreement(units: Units) -> Score:
    """Mean share of agreeing pairs of annotators over the units that two or more of them rated.

    For two annotators the plain proportion; for more, the observed agreement of Fleiss (1971).
    """
    ratings = encoded(units)
    if (problem := _problem(ratings)) is not None:
        return problem
    return defined(_observed(ratings), items=ratings.n_shared, annotators=ratings.n_raters)


def cohen_kappa(units: Units) -> Score:
    """Cohen's kappa: chance from each annotator's own distribution.

    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20(1), 37-46. Two annotators: units that both rated. More: the generalisation of
    Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological
    Bulletin 88(2), 322-328, with missing ratings as in Gwet (2014).
    """
    ratings = encoded(units)
    if ratings.n_raters == 2:
        ratings = ratings.shared_only()
    if (problem := _problem(ratings)) is not None:
        return problem
    proportions = _by_rater(ratings)
    if len(proportions) < 2:
        return undefined(TOO_FEW_RATERS, items=ratings.n_shared, annotators=ratings.n_raters)
    mean = proportions.mean(axis=0)
    spread = proportions.var(axis=0, ddof=1)
    expected = float((mean**2 - spread / len(proportions)).sum())
    return _corrected(_observed(ratings), expected, ratings)


def scott_pi(units: Units) -> Score:
    """Scott's pi: chance from the pooled distribution of the annotators.

    Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public
    Opinion Quarterly 19(3), 321-325. Only units rated by two or more count; for more than two
    annotators this is its generalisation by Fleiss (1971).
    """
    return _pooled_kappa(encoded(units).shared_only())


def fleiss_kappa(units: Units) -> Score:
    """Fleiss' kappa for any number of annotators, who may be others from unit to unit.

    Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin
    76(5), 378-382. With missing ratings as in Gwet (2014): every rated unit counts once in the
    distribution, units with one rating not in the observed agreement.
    """
    return _pooled_kappa(encoded(units))


def gwet_ac1(units: Units, *, categories: Sequence[Hashable] | None = None) -> Score:
    """Gwet's AC1: chance limited to units that are hard to rate; steady where one category prevails.

    Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
    agreement. British Journal of Mathematical and Statistical Psychology 61(1), 29-48. `categories`
    names all that could have been used, as their number enters; default: those that were.
    """
    return gwet_ac2(units, weights="identity", categories=categories)


def gwet_ac2(
    units: Units,
    *,
    weights: WeightName | ArrayLike = "quadratic",
    categories: Sequence[Hashable] | None = None,
) -> Score:
    """Gwet's AC2: AC1 with weights between categories, by name or as a matrix in the order of `categories`.

    Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., chapters 3 and 4.
    """
    ratings = encoded(units, categories=categories)
    if (problem := _problem(ratings)) is not None:
        return problem
    size = len(ratings.categories)
    if size < 2:
        return undefined(ONE_CATEGORY, items=ratings.n_shared, annotators=ratings.n_raters)
    matrix = weight_matrix(weights, ratings.categories)
    shares = _distribution(ratings)
    expected = float(matrix.sum() / (size * (size - 1)) * (shares * (1 - shares)).sum())
    return _corrected(_observed(ratings, matrix), expected, ratings)


def _pooled_kappa(ratings: Ratings) -> Score:
    if (problem := _problem(ratings)) is not None:
        return problem
    return _corrected(_observed(ratings), float((_distribution(ratings) ** 2).sum()), ratings)


def _problem(ratings: Ratings) -> Score | None:
    if ratings.n_raters == 1:
        return undefined(TOO_FEW_RATERS, items=0, annotators=ratings.n_raters)
    if not ratings.n_shared:
        return undefined(NOTHING_SHARED, items=0, annotators=ratings.n_raters)
    return None


def _corrected(observed: float, expected: float, ratings: Ratings) -> Score:
    if expected > NEARLY_ONE:
        return undefined(ONE_CATEGORY, items=ratings.n_shared, annotators=ratings.n_raters)
    return defined((observed - expected) / (1 - expected), items=ratings.n_shared, annotators=ratings.n_raters)


def _observed(ratings: Ratings, weights: NDArray[np.float64] | None = None) -> float:
    """Mean over shared units of the (weighted) share of agreeing pairs of ratings."""
    counts = ratings.counts[ratings.per_unit >= 2]
    rated = counts.sum(axis=1)
    near = counts if weights is None else counts @ weights.T
    agreeing = (counts * (near - 1)).sum(axis=1)
    return float((agreeing / (rated * (rated - 1))).mean())


def _distribution(ratings: Ratings) -> NDArray[np.float64]:
    """Share of each category, each rated unit counting once."""
    counts = ratings.counts[ratings.per_unit >= 1]
    shares: NDArray[np.float64] = (counts / counts.sum(axis=1, keepdims=True)).mean(axis=0)
    return shares


def _by_rater(ratings: Ratings) -> NDArray[np.float64]:
    """Share of each category in each annotator's ratings, annotators × categories; those without any left out."""
    rows = []
    for codes in ratings.codes.T:
        given = codes[codes >= 0]
        if len(given):
            rows.append(np.bincount(given, minlength=len(ratings.categories)) / len(given))
    return np.array(rows)
