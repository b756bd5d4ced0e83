"""Reliability data, units × raters with None for missing, brought into counts that the measures share."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rating = Hashable | None
Units = Sequence[Sequence[Rating]]

TOO_FEW_RATERS = "there are fewer than two annotators"
NOTHING_SHARED = "no unit was rated by two annotators"
ONE_CATEGORY = "only one category was used, so agreement by chance is already complete"


@dataclass(frozen=True, slots=True)
class Ratings:
    """Encoded reliability data.

    `codes` is units × raters, -1 for missing; `categories` names the codes; `counts` is units ×
    categories, how many raters put the unit there.
    """

    codes: NDArray[np.int64]
    categories: tuple[Hashable, ...]
    counts: NDArray[np.float64]

    @property
    def n_raters(self) -> int:
        """Columns of `codes`."""
        return int(self.codes.shape[1])

    @property
    def per_unit(self) -> NDArray[np.float64]:
        """Ratings of each unit, shape (units,)."""
        sums: NDArray[np.float64] = self.counts.sum(axis=1)
        return sums

    @property
    def n_shared(self) -> int:
        """Units that at least two raters rated."""
        return int((self.per_unit >= 2).sum())

    def shared_only(self) -> Ratings:
        """The units that at least two raters rated."""
        kept = self.per_unit >= 2
        return Ratings(self.codes[kept], self.categories, self.counts[kept])


def encoded(units: Units, *, categories: Sequence[Hashable] | None = None) -> Ratings:
    """The units as codes; `categories` fixes which there are and their order (default: those used, sorted).

    None and NaN are missing. Raises ValueError for rows of different length and for a rating that is
    not among the given categories.
    """
    rows = [tuple(row) for row in units]
    width = len(rows[0]) if rows else 0
    if any(len(row) != width for row in rows):
        raise ValueError("every unit needs one entry for each annotator (None where it is missing)")
    used = {rating for row in rows for rating in row if not _is_missing(rating)}
    names: tuple[Any, ...] = tuple(_sorted(used)) if categories is None else tuple(categories)
    if strange := used - set(names):
        raise ValueError(f"ratings that are no category: {sorted(map(str, strange))[:5]}")
    index = {name: code for code, name in enumerate(names)}
    codes = np.array(
        [[-1 if _is_missing(rating) else index[rating] for rating in row] for row in rows], dtype=np.int64
    ).reshape(len(rows), width)
    counts = np.zeros((len(rows), len(names)))
    unit, rater = np.nonzero(codes >= 0)
    np.add.at(counts, (unit, codes[unit, rater]), 1.0)
    return Ratings(codes, names, counts)


def numbers_of(categories: Sequence[Hashable]) -> NDArray[np.float64]:
    """The categories as numbers; raises ValueError if one is not a finite number."""
    values = []
    for name in categories:
        if isinstance(name, bool) or not isinstance(name, int | float) or not math.isfinite(name):
            raise ValueError(f"this level of measurement needs numbers, not {name!r}")
        values.append(float(name))
    return np.array(values, dtype=np.float64)


def _is_missing(rating: Rating) -> bool:
    return rating is None or (isinstance(rating, float) and math.isnan(rating))


def _sorted(used: set[Any]) -> list[Any]:
    try:
        return sorted(used)
    except TypeError:  # names of several kinds have no order of their own
        return sorted(used, key=lambda name: (type(name).__name__, str(name)))
