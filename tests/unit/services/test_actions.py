"""How many actions it takes from suggestions to the right spans."""

from __future__ import annotations

import pytest

from annotator.core.suggestion import Provenance, Suggestion
from annotator.services.actions import actions_in
from tests.samples import SCHEME, document

READ = document()  # "IS viel dinsdag Deir al-Zor aan. Volgens Belga rukken … zegt Belga."
BELGA = [READ.text.index("Belga"), READ.text.rindex("Belga")]
IS = ("entities", "ORG", ((0, 2),))
DEIR = ("entities", "GPE", ((16, 27),))


def proposed(place, score: float = 0.9) -> Suggestion:
    layer, label, fragments = place
    return Suggestion(f"{label}{fragments}", layer, label, fragments, score, Provenance("rules", "1"))


@pytest.mark.parametrize(
    ("gold", "shown", "total", "one_by_one"),
    [
        ([IS, DEIR], [], 4, 4),
        ([IS, DEIR], [proposed(IS), proposed(DEIR)], 1, 2),
        ([IS, DEIR], [proposed(IS, 0.4), proposed(DEIR, 0.4)], 2, 2),
        ([IS], [proposed(IS), proposed(DEIR)], 2, 2),
        ([IS], [proposed(("entities", "GPE", ((0, 2),)))], 1, 1),
        ([DEIR], [proposed(("entities", "GPE", ((21, 27),)))], 1, 1),
        ([], [proposed(IS)], 1, 1),
        ([], [], 0, 0),
    ],
    ids=["nothing", "all at once", "one by one", "a wrong one", "label", "edge", "spurious", "empty"],
)
def test_actions(gold, shown, total: int, one_by_one: int) -> None:
    actions = actions_in(READ, gold, shown, SCHEME)
    assert actions.total == total
    assert actions.one_by_one == one_by_one


def test_identical_strings_are_labelled_together_where_all_of_them_are_it() -> None:
    both = [("entities", "ORG", ((start, start + 5),)) for start in BELGA]
    assert actions_in(READ, both, [], SCHEME).total == 3
    assert actions_in(READ, both, [], SCHEME).one_by_one == 4
    assert actions_in(READ, both[:1], [], SCHEME).total == 2
