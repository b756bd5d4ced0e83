"""What a held key repeats is in the key table, and decides nothing that could not be seen."""

from __future__ import annotations

from annotator.services.held_keys import REPEATED
from annotator.services.keymap import BINDINGS


def test_what_is_repeated_is_in_the_table() -> None:
    assert {one.action for one in BINDINGS} >= REPEATED


def test_all_moving_is_repeated_but_what_goes_to_an_end_or_lets_go() -> None:
    moving = {one.action for one in BINDINGS if one.group == "moving"}
    assert moving - REPEATED == {"start", "end", "copy", "menu", "clear"}


def test_nothing_that_decides_and_goes_on_is_repeated() -> None:
    deciding = {"accept", "reject", "repeat", "delete", "done", "skip", "flag", "event", "role", "step_attribute"}
    assert not deciding & REPEATED
    assert not {one.action for one in BINDINGS if one.action.startswith("review_take")} & REPEATED
