"""What it takes a perfect annotator to turn suggestions into the right spans, counted in actions at the desk."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from annotator.core.text import covered, is_overlapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion

BULK = 0.5  # score from which everything of a document is accepted by one action: `A`, and Enter to what it asks
ADD = 2  # select, label
Place = tuple[str, str, tuple[tuple[int, int], ...]]  # layer, label, fragments


@dataclass(slots=True)
class Actions:
    """Actions by kind for one document, accepting all above the threshold in one go first.

    `one_by_one` is what it takes in all without that key and without labelling identical strings at once.
    """

    bulk: int = 0
    accepted: int = 0
    relabelled: int = 0
    moved: int = 0
    rejected: int = 0
    added: int = 0
    spread: int = 0
    one_by_one: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.bulk + self.accepted + self.relabelled + self.moved + self.rejected + self.added + self.spread

    def to_json(self) -> dict[str, int]:
        """With the total."""
        return {**asdict(self), "total": self.total}


def actions_in(document: Document, gold: Sequence[Place], shown: Sequence[Suggestion], scheme: Scheme) -> Actions:
    """The actions for one document.

    A right suggestion takes one key, or none where one key accepted all above the threshold; a wrong label takes
    its label's key; a wrong edge one key a token that it moves, unless rejecting and adding takes less; anything
    else is rejected by a key. What nobody proposed is selected and labelled; where that string stands elsewhere
    in the document, and always is that label, one key more labels all of them.
    """
    actions = Actions()
    flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
    open_gold = set(gold)
    order = sorted(shown, key=lambda one: ((one.layer, one.label, one.fragments) not in open_gold, -one.score))
    is_bulk = sum(one.score >= BULK for one in shown) > 1
    actions.bulk = int(is_bulk)
    for one in order:
        is_taken = is_bulk and one.score >= BULK
        place = (one.layer, one.label, one.fragments)
        if place in open_gold:
            open_gold.discard(place)
            actions.accepted += not is_taken
            actions.one_by_one += 1
            continue
        met = [other for other in open_gold if other[0] == one.layer and is_overlapping(other[2], one.fragments)]
        best = min(met, key=lambda other: (_mending(document, one, other), other), default=None)
        cost = _mending(document, one, best) if best is not None else 0
        if best is None or cost + (not is_taken) > 1 + ADD:
            actions.rejected += 1
            actions.one_by_one += 1
            continue
        open_gold.discard(best)
        relabelled = int(best[1] != one.label)
        actions.relabelled += relabelled
        actions.moved += cost - relabelled
        # Moving an edge or giving a label takes the suggestion with it: no key to accept it.
        actions.one_by_one += max(1, cost)
    _add(document, open_gold, flat, actions)
    return actions


def _mending(document: Document, one: Suggestion, gold: Place) -> int:
    """Keys that turn the suggestion into the gold span: one for the label, one a token for each edge moved."""
    if len(one.fragments) != len(gold[2]):
        return 99
    moved = 0
    for (start, end), (right_start, right_end) in zip(one.fragments, gold[2], strict=True):
        tokens = document.tokens
        moved += abs(tokens.index_at(start) - tokens.index_at(right_start))
        moved += abs(tokens.index_at(end - 1) - tokens.index_at(right_end - 1))
    return moved + (one.label != gold[1])


def _add(document: Document, missing: set[Place], flat: set[str], actions: Actions) -> None:
    actions.one_by_one += ADD * len(missing)
    strings = Counter((layer, label, covered(document.text, place)) for layer, label, place in missing)
    for (layer, _, text), count in strings.items():
        if count > 1 and layer in flat and document.text.count(text) == count:
            actions.added += ADD
            actions.spread += 1
        else:
            actions.added += ADD * count
