"""Where two annotators' aligned spans begin and end apart: by how many tokens, and over which words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.pairing import Pairing
    from annotator.core.tokens import Tokens

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
    words: Counter[tuple[str, str, str]] = Counter()
    document = pairing.a.document[a]
    left = _side(words, pairing, "left", document, pairing.a.start[a], pairing.b.start[b])
    right = _side(words, pairing, "right", document, pairing.a.end[a], pairing.b.end[b])
    listed = [
        {"side": side, "text": text, "longer": longer, "count": count}
        for (side, text, longer), count in words.most_common(MOST_WORDS)
    ]
    return {"left": left, "right": right, "words": listed}


def _side(
    words: Counter[tuple[str, str, str]], pairing: Pairing, side: str, document: Ints, mine: Ints, theirs: Ints
) -> dict[str, int]:
    """The table of one side; counts the words between the edges into `words`."""
    apart = np.flatnonzero(mine != theirs)
    shifts = Counter({0: len(mine) - len(apart)})
    within = 0
    base = pairing.material.base[document[apart]]
    edges = zip(document[apart].tolist(), (mine[apart] - base).tolist(), (theirs[apart] - base).tolist(), strict=True)
    for number, one, other in edges:
        article = pairing.material.articles[number]
        shift = tokens_between(article.tokens, side, one, other)
        if shift:
            shifts[shift] += 1
        else:
            within += 1
        text = " ".join(article.text[min(one, other) : max(one, other)].split())
        # On the left the earlier edge makes the longer span, on the right the later one.
        longer = pairing.a.annotator if (one < other) == (side == "left") else pairing.b.annotator
        words[side, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", longer] += 1
    table = {str(shift): shifts[shift] for shift in sorted(shifts) if shifts[shift]}
    return table | {WITHIN: within} if within else table


def tokens_between(tokens: Tokens, side: str, one: int, other: int) -> int:
    """How many tokens the other edge lies further on; starts are of the token they touch first, ends last."""
    if side == "left":
        return tokens.index_at(other) - tokens.index_at(one)
    return bisect_left(tokens.starts, other) - bisect_left(tokens.starts, one)
