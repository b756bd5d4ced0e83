"""F1 between two sets of spans: identical, overlapping one to one, or in the same place whatever the label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from annotator.agreement.assignment import greatest_matching
from annotator.agreement.overlap import Fragments, Overlaps, overlaps_of
from annotator.agreement.score import Score, defined, undefined

if TYPE_CHECKING:
    from numpy.typing import NDArray

Match = Literal["exact", "overlap", "unlabelled"]
LabelledSpan = tuple[int, int, Hashable]  # start, end, label

NOTHING_MARKED = "neither annotator marked anything"
ONE_MORE_PAIR = float(1 << 40)  # outweighs every sum of shared characters, so the most pairs come first


def span_f1(a: Sequence[LabelledSpan], b: Sequence[LabelledSpan], *, match: Match = "exact") -> Score:
    """2 · matched / (spans of a + spans of b), each span matched at most once.

    `exact`: same start, end and label. `overlap`: same label and at least one character in common,
    one to one by a matching of greatest size. `unlabelled`: same start and end. The value does not
    depend on which side is called the reference: Hripcsak, G. & Rothschild, A. S. (2005). Agreement,
    the F-measure, and reliability in information retrieval. JAMIA 12(3), 296-298.
    Undefined if both are empty. ValueError for an empty or reversed span.
    """
    if match not in get_args(Match):
        raise ValueError(f"no match {match!r}; choose one of {', '.join(get_args(Match))}")
    if bad := [span for span in (*a, *b) if span[1] <= span[0]]:
        raise ValueError(f"empty or reversed spans: {bad[:5]}")
    total = len(a) + len(b)
    if not total:
        return undefined(NOTHING_MARKED, items=0, annotators=2)
    if match == "overlap":
        matched = _overlapping(a, b)
    else:
        width = 3 if match == "exact" else 2
        matched = (Counter(span[:width] for span in a) & Counter(span[:width] for span in b)).total()
    return defined(2 * matched / total, items=total, annotators=2)


def matching(overlaps: Overlaps, *, prefer: NDArray[np.bool_] | None = None) -> Overlaps:
    """The one-to-one matching with the most pairs; among those, the most shared characters.

    `prefer` marks pairs that win where both are equal (the same label, for stacked spans).
    """
    weights = ONE_MORE_PAIR + 2.0 * overlaps.shared.astype(np.float64)
    if prefer is not None:
        weights = weights + prefer
    chosen = greatest_matching(overlaps.a, overlaps.b, weights)
    return Overlaps(overlaps.a[chosen], overlaps.b[chosen], overlaps.shared[chosen])


def _overlapping(a: Sequence[LabelledSpan], b: Sequence[LabelledSpan]) -> int:
    overlaps = overlaps_of(_fragments(a), _fragments(b))
    same = np.array([a[i][2] == b[j][2] for i, j in zip(overlaps.a, overlaps.b, strict=True)], dtype=bool)
    return len(matching(overlaps.where(same)).a)


def _fragments(spans: Sequence[LabelledSpan]) -> Fragments:
    edges = np.array([span[:2] for span in spans], dtype=np.int64).reshape(len(spans), 2)
    return Fragments(np.arange(len(spans)), edges[:, 0], edges[:, 1])
