"""The order of the queue: unsure and varied, easy, old; near-duplicates side by side."""

from __future__ import annotations

from typing import get_args

import pytest

from annotator.services.ordering import Order, Waiting, ordered


def waiting(id: str, *scores: float, date: str = "2020-01-01", copy_of: str = "") -> Waiting:
    return Waiting(id, date, scores, 1000, copy_of)


def test_what_the_suggesters_are_unsure_of_teaches_most() -> None:
    assert ordered([waiting("sure", 0.99, 0.98), waiting("unsure", 0.5, 0.6)], "teaching") == ["unsure", "sure"]
    assert ordered([waiting("unsure", 0.5, 0.6), waiting("sure", 0.99, 0.98)], "easiest") == ["sure", "unsure"]


def test_a_document_of_another_month_comes_before_the_next_of_the_same() -> None:
    rows = [
        waiting("a", 0.5, 0.5, 0.5, date="2020-01-01"),
        waiting("b", 0.5, 0.5, 0.6, date="2020-01-09"),
        waiting("c", 0.5, 0.5, date="2021-05-01"),
    ]
    assert ordered(rows, "teaching") == ["a", "c", "b"]


def test_by_date_the_unknown_come_last() -> None:
    rows = [waiting("x", date=""), waiting("b", date="2020-02"), waiting("a", date="2019-01-05")]
    assert ordered(rows, "date") == ["a", "b", "x"]


@pytest.mark.parametrize("order", get_args(Order))
def test_every_document_comes_once_and_near_duplicates_together(order) -> None:
    rows = [
        waiting("one", 0.9, copy_of="one"),
        waiting("other", 0.5),
        waiting("again", 0.7, date="2022-01-01", copy_of="one"),
    ]
    found = ordered(rows, order)
    assert sorted(found) == ["again", "one", "other"]
    assert found.index("again") == found.index("one") + 1


def test_near_duplicates_of_a_document_that_is_done_stay_together() -> None:
    rows = [waiting("b", 0.5, copy_of="a"), waiting("x", 0.5, 0.5), waiting("c", 0.99, copy_of="a")]
    assert ordered(rows, "teaching") == ["x", "b", "c"]
