"""Gwet's weights: how much two different categories count as agreeing, 1 for the same and 0 for the furthest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from annotator.agreement.reliability import numbers_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import ArrayLike, NDArray

WeightName = Literal["identity", "linear", "quadratic", "ordinal", "radical", "ratio", "circular", "bipolar"]


def weight_matrix(weights: WeightName | ArrayLike, categories: Sequence[Hashable]) -> NDArray[np.float64]:
    """The q × q matrix of weights for q categories in their order.

    Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., chapter 3. Categories that are
    numbers are used as such, others by their place 1…q. A matrix is taken as it is; ValueError if it
    has another shape, a diagonal other than 1, or entries outside 0..1, and for an unknown name.
    """
    size = len(categories)
    if not isinstance(weights, str):
        matrix = np.asarray(weights, dtype=np.float64)
        if matrix.shape != (size, size):
            raise ValueError(f"weights are {matrix.shape}, but there are {size} categories")
        if not np.allclose(np.diag(matrix), 1.0) or matrix.min() < 0 or matrix.max() > 1:
            raise ValueError("weights go from 0 to 1, and are 1 on the diagonal")
        return matrix
    if weights not in get_args(WeightName):
        raise ValueError(f"no weights {weights!r}; choose one of {', '.join(get_args(WeightName))}")
    if weights == "identity" or size < 2:
        return np.eye(size)
    return _named(weights, _positions(categories))


def _positions(categories: Sequence[Hashable]) -> NDArray[np.float64]:
    try:
        return numbers_of(categories)
    except ValueError:
        return np.arange(1, len(categories) + 1, dtype=np.float64)


def _named(weights: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = float(x.min()), float(x.max())
    apart = np.abs(x[:, None] - x[None, :])
    both = x[:, None] + x[None, :]
    match weights:
        case "linear":
            distance = apart / (high - low)
        case "quadratic":
            distance = (apart / (high - low)) ** 2
        case "radical":
            distance = np.sqrt(apart / (high - low))
        case "ordinal":
            rank = np.argsort(np.argsort(x)).astype(np.float64)
            between = np.abs(rank[:, None] - rank[None, :]) + 1
            distance = between * (between - 1) / 2
        case "ratio":
            if low <= 0:
                raise ValueError("ratio weights need categories above zero")
            distance = (apart / both) ** 2 / ((high - low) / (high + low)) ** 2
        case "circular":
            distance = np.sin(np.pi * apart / (high - low + 1)) ** 2
        case _:  # bipolar
            room = (both - 2 * low) * (2 * high - both)
            distance = np.divide(apart**2, room, out=np.zeros_like(apart), where=apart > 0)
    largest = float(distance.max())
    return 1 - distance / largest if weights in ("ordinal", "circular", "bipolar") else 1 - distance
