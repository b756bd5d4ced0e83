"""Where two annotators' aligned spans begin and end apart: by how many tokens, and over which words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.pairing import Pairing

    Ints = NDArray[np.int64]

WITHIN = "within"  # the edges differ, but inside one token
MOST_WORDS = 100
LONGEST = 80  # characters of a difference that are shown


def boundary_table(pairing: Pairing) -> dict[str, Any]:
    """How b's edges lie against a's: `left` and `right` count shifts in tokens, `words` what they are about.

    A shift below zero means that b's edge comes earlier in the text; "within" counts edges that differ
    inside one token. `words` lists {"side", "text", "longer", "count"}, the most frequent first;
    `longer` names the annotator whose span has the words.
    """
    a, b = pairing.aligned.a, pairing.aligned.b
    ends, starts = pairing.material.token_ends, pairing.material.token_starts
    mine, theirs = pairing.a.start[a], pairing.b.start[b]
    left = np.searchsorted(ends, theirs, side="right") - np.searchsorted(ends, mine, side="right")
    my_end, their_end = pairing.a.end[a], pairing.b.end[b]
    right = np.searchsorted(starts, their_end, side="left") - np.searchsorted(starts, my_end, side="left")
    words: Counter[tuple[str, str, str]] = Counter()
    document = pairing.a.document[a]
    _count_words(words, pairing, "left", document, mine, theirs)
    _count_words(words, pairing, "right", document, my_end, their_end)
    listed = [
        {"side": side, "text": text, "longer": longer, "count": count}
        for (side, text, longer), count in words.most_common(MOST_WORDS)
    ]
    return {"left": _table(left, mine != theirs), "right": _table(right, my_end != their_end), "words": listed}


def _table(shift: Ints, is_apart: NDArray[np.bool_]) -> dict[str, int]:
    values, counts = np.unique(shift[(shift != 0) | ~is_apart], return_counts=True)
    table = {str(value): count for value, count in zip(values.tolist(), counts.tolist(), strict=True)}
    if within := int(((shift == 0) & is_apart).sum()):
        table[WITHIN] = within
    return table


def _count_words(
    words: Counter[tuple[str, str, str]], pairing: Pairing, side: str, document: Ints, mine: Ints, theirs: Ints
) -> None:
    material = pairing.material
    for index in np.flatnonzero(mine != theirs).tolist():
        number = int(document[index])
        low, high = sorted((int(mine[index]), int(theirs[index])))
        base = int(material.base[number])
        text = " ".join(material.articles[number].text[low - base : high - base].split())
        # On the left the earlier edge makes the longer span, on the right the later one.
        is_mine = (mine[index] < theirs[index]) == (side == "left")
        longer = pairing.a.annotator if is_mine else pairing.b.annotator
        words[side, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", longer] += 1
