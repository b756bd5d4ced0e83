"""Statistics that add up over documents, and the measures made of their sums.

Each tally is documents × columns; its formula takes sums of shape (…, columns) and answers (…,), NaN
where the measure is undefined. So one matrix product gives a measure in all resamples at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def by_document(documents: int, document: Ints, weights: Floats | None = None) -> Floats:
    """How many (or how much) falls into each document, shape (documents,)."""
    return np.bincount(document, weights=weights, minlength=documents).astype(np.float64)


def by_document_and(
    documents: int, columns: int, document: Ints, column: Ints, weights: Floats | None = None
) -> Floats:
    """How many (or how much) falls into each document and column, shape (documents, columns)."""
    flat = np.bincount(document * columns + column, weights=weights, minlength=documents * columns)
    return flat.reshape(documents, columns).astype(np.float64)


def f1(sums: Floats) -> Floats:
    """Columns: matched pairs, spans of both annotators together."""
    return ratio(2 * sums[..., 0], sums[..., 1])


def share(sums: Floats) -> Floats:
    """Columns: those that count, all."""
    return ratio(sums[..., 0], sums[..., 1])


def ratio(above: Floats, below: Floats) -> Floats:
    """Element by element; NaN where there is nothing to divide by."""
    result: Floats = np.divide(above, below, out=np.full(np.shape(above), np.nan), where=np.asarray(below) > 0)
    return result


def category_tally(counts: Floats, document: Ints, documents: int) -> Floats:
    """Columns: agreeing share, units, disagreeing pairs, then per category its share and its ratings.

    `counts` is units × categories, how many annotators put the unit there, two or more for each unit.
    """
    rated = counts.sum(axis=1)
    agreeing = (counts * (counts - 1)).sum(axis=1) / (rated * (rated - 1))
    disagreeing = (counts * (rated[:, None] - counts)).sum(axis=1) / (rated - 1)
    per_unit = np.column_stack([agreeing, np.ones(len(counts)), disagreeing, counts / rated[:, None], counts])
    tally = np.zeros((documents, per_unit.shape[1]))
    np.add.at(tally, document, per_unit)
    return tally


def _corrected(observed: Floats, expected: Floats) -> Floats:
    return ratio(observed - expected, np.where(expected > 1 - 1e-12, 0.0, 1 - expected))


def _shares(sums: Floats) -> Floats:
    size = (sums.shape[-1] - 3) // 2
    return ratio(sums[..., 3 : 3 + size], np.broadcast_to(sums[..., 1:2], (*sums.shape[:-1], size)))


def percent(sums: Floats) -> Floats:
    """Observed agreement of a category tally."""
    return ratio(sums[..., 0], sums[..., 1])


def fleiss(sums: Floats) -> Floats:
    """Fleiss' kappa of a category tally."""
    return _corrected(percent(sums), (_shares(sums) ** 2).sum(axis=-1))


def ac1(sums: Floats) -> Floats:
    """Gwet's AC1 of a category tally, over the categories it has columns for."""
    size = (sums.shape[-1] - 3) // 2
    if size < 2:
        return np.full(sums.shape[:-1], np.nan)
    shares = _shares(sums)
    return _corrected(percent(sums), (shares * (1 - shares)).sum(axis=-1) / (size - 1))


def alpha(sums: Floats) -> Floats:
    """Krippendorff's nominal alpha of a category tally."""
    size = (sums.shape[-1] - 3) // 2
    ratings = sums[..., 3 + size :]
    total = ratings.sum(axis=-1)
    expected = total**2 - (ratings**2).sum(axis=-1)
    return 1 - ratio((total - 1) * sums[..., 2], expected)


def cohen(sums: Floats) -> Floats:
    """Cohen's kappa; columns: agreeing units, then per category the first's and the second's ratings."""
    size = (sums.shape[-1] - 1) // 2
    first, second = sums[..., 1 : 1 + size], sums[..., 1 + size :]
    units = first.sum(axis=-1)
    expected = ratio((first * second).sum(axis=-1), units**2)
    return _corrected(ratio(sums[..., 0], units), expected)


def conger_tally(codes: Ints, size: int, document: Ints, documents: int) -> Floats:
    """Columns: agreeing share, units, then per annotator and category their ratings.

    `codes` is units × annotators, -1 for missing, two or more ratings for each unit.
    """
    counts = np.zeros((len(codes), size))
    unit, rater = np.nonzero(codes >= 0)
    np.add.at(counts, (unit, codes[unit, rater]), 1.0)
    table = category_tally(counts, document, documents)[:, :2]
    ratings = [by_document_and(documents, size, document[row >= 0], row[row >= 0]) for row in codes.T]
    return np.column_stack([table, *ratings])


def conger(sums: Floats, *, raters: int) -> Floats:
    """Conger's kappa (Cohen's, for two annotators) of its tally, with missing ratings as in Gwet (2014)."""
    ratings = sums[..., 2:].reshape(*sums.shape[:-1], raters, -1)
    given = ratings.sum(axis=-1, keepdims=True)
    shares = ratio(ratings, np.broadcast_to(given, ratings.shape))
    has_rated = given[..., 0] > 0
    number = has_rated.sum(axis=-1).astype(np.float64)
    shares = np.where(has_rated[..., None], shares, 0.0)
    mean = ratio(shares.sum(axis=-2), np.broadcast_to(number[..., None], (*number.shape, shares.shape[-1])))
    squares = np.where(has_rated[..., None], (shares - mean[..., None, :]) ** 2, 0.0).sum(axis=-2)
    spread = squares.sum(axis=-1)
    expected = (mean**2).sum(axis=-1) - ratio(spread, number * (number - 1))
    return _corrected(percent(sums), expected)
