"""Garbage is collected where it is said so, and not amid work that plans much."""

from __future__ import annotations

import gc

import pytest

from annotator.services.collecting import collect_due, paused


@pytest.fixture
def by_hand():
    was = gc.isenabled()
    gc.disable()
    yield
    gc.unfreeze()
    if was:
        gc.enable()


def test_what_is_due_is_collected_and_nothing_else(by_hand) -> None:
    gc.collect()
    assert not collect_due()
    kept = [[number] for number in range(2_000)]
    assert collect_due()
    assert gc.get_count()[0] < len(kept)
    assert not collect_due()


def test_nothing_is_collected_in_a_pause_and_what_it_made_is_not_gone_through_later(by_hand) -> None:
    gc.collect()
    with paused():
        kept = [[number] for number in range(2_000)]
        assert not collect_due()
    assert not any(one is kept for one in gc.get_objects())  # those that are gone through
    gc.enable()
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_pause_that_ends_before_another_leaves_that_one_alone(by_hand) -> None:
    gc.enable()
    first, second = paused(), paused()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()
