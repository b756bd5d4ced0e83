"""How unlike two units of a continuum are, in place and category, as the measure gamma has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Track:
    """The units of one annotator: begin, end, category code, each of shape (units,)."""

    begin: NDArray[np.float64]
    end: NDArray[np.float64]
    category: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.begin)

    def shifted(self, by: float, *, start: float, length: float) -> Track:
        """The units moved right by `by`; those that begin past the continuum's end go round to its start."""
        begin = self.begin + by
        back = np.where(begin >= start + length, length, 0.0)
        return Track(begin - back, self.end + by - back, self.category)


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """d(u, v) = alpha · position + beta · category, in multiples of what leaving a unit alone costs.

    Mathet, Y., Widlöcher, A. & Métivier, J.-P. (2015). The unified and holistic method gamma for
    inter-annotator agreement measure and alignment. Computational Linguistics 41(3), 437-479, section 4.
    """

    alpha: float = 1.0
    beta: float = 1.0
    delta_empty: float = 1.0

    def between(self, one: Track, other: Track) -> NDArray[np.float64]:
        """Dissimilarity of each unit of one to each of the other, shape (one, other)."""
        apart = np.abs(one.begin[:, None] - other.begin[None, :]) + np.abs(one.end[:, None] - other.end[None, :])
        lengths = (one.end - one.begin)[:, None] + (other.end - other.begin)[None, :]
        position = (apart / lengths) ** 2
        category = one.category[:, None] != other.category[None, :]
        total: NDArray[np.float64] = (self.alpha * position + self.beta * category) * self.delta_empty
        return total
