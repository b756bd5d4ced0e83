"""Gamma: dissimilarities as printed, best alignments against all there are, known values, and its manners."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import comb

import numpy as np
import pytest

from annotator.agreement import gamma
from annotator.agreement.alignment import best_alignment, mean_units
from annotator.agreement.dissimilarity import Dissimilarity, Track
from tests.unit.agreement import examples

ALONE = -1


def track(*units: tuple[int, int, int]) -> Track:
    begin, end, category = (np.array([unit[column] for unit in units], dtype=float) for column in range(3))
    return Track(begin, end, category.astype(np.int64))


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ((4, 14), (40, 44), 22.2),
        ((4, 14), (4, 14), 0.0),
        ((4, 14), (20, 25), 3.2),
        ((4, 14), (14, 24), 1.0),
        ((20, 30), (20, 25), 0.11),
        ((20, 25), (14, 24), 0.22),
    ],
)
def test_dissimilarity_of_place_as_in_figure_10_of_mathet_2015(
    one: tuple[int, int], other: tuple[int, int], printed: float
) -> None:
    apart = Dissimilarity(beta=0).between(track((*one, 0)), track((*other, 0)))
    assert apart[0, 0] == pytest.approx(printed, abs=0.1 if printed > 1 else 0.01)


def test_dissimilarity_does_not_depend_on_the_scale() -> None:
    small = Dissimilarity().between(track((0, 7, 0)), track((0, 10, 0)))
    large = Dissimilarity().between(track((0, 21, 0)), track((0, 30, 0)))
    assert small == pytest.approx(large)


def tracks_of(units: Sequence[tuple[object, object, int, int]]) -> list[Track]:
    names = dict.fromkeys(unit[0] for unit in units)
    return [track(*((u[2], u[2] + u[3], int(str(u[1]))) for u in units if u[0] == name)) for name in names]


def test_disorder_of_the_sample_of_three_annotators() -> None:
    tracks = tracks_of(examples.GAMMA_SAMPLE)
    found = best_alignment(tracks, Dissimilarity(alpha=3))
    assert found.is_exact
    assert found.disorder / mean_units(tracks) == pytest.approx(0.96, abs=0.005)


def test_gamma_of_the_sample_of_three_annotators() -> None:
    score = gamma(examples.GAMMA_SAMPLE, alpha=3, samples=200, seed=1)
    assert score.value is not None
    assert 0.44 <= score.value <= 0.48  # as other implementations of the published sampling have it
    assert score.is_exact
    assert (score.samples, score.seed, score.n_items, score.n_annotators) == (200, 1, 16, 3)
    assert score.interval is not None
    assert score.interval[0] < score.value < score.interval[1]


def every_alignment(sizes: Sequence[int]) -> Iterator[list[tuple[int, ...]]]:
    """All ways to put each unit into exactly one tuple with at most one unit of each annotator."""

    def cover(open_units: frozenset[tuple[int, int]]) -> Iterator[list[tuple[int, ...]]]:
        if not open_units:
            yield []
            return
        first = min(open_units)
        others = [
            [ALONE, *(unit for who, unit in open_units if who == rater)] if rater > first[0] else [ALONE]
            for rater in range(len(sizes))
        ]
        others[first[0]] = [first[1]]
        for members in itertools.product(*others):
            taken = {(rater, unit) for rater, unit in enumerate(members) if unit != ALONE}
            for rest in cover(open_units - taken):
                yield [members, *rest]

    yield from cover(frozenset((rater, unit) for rater, size in enumerate(sizes) for unit in range(size)))


def least_disorder(tracks: Sequence[Track], dissimilarity: Dissimilarity) -> float:
    """By trying every alignment."""
    apart = {
        (one, other): dissimilarity.between(tracks[one], tracks[other])
        for one, other in itertools.combinations(range(len(tracks)), 2)
    }
    best = np.inf
    for alignment in every_alignment([len(one) for one in tracks]):
        total = 0.0
        for members in alignment:
            for one, other in apart:
                both = members[one] != ALONE and members[other] != ALONE
                total += apart[one, other][members[one], members[other]] if both else dissimilarity.delta_empty
        best = min(best, total / comb(len(tracks), 2))
    return best


@pytest.mark.parametrize("raters", [2, 3, 4])
@pytest.mark.parametrize("seed", range(8))
def test_the_best_alignment_is_the_best_of_all(raters: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    tracks = []
    for _ in range(raters):
        begin = random.integers(0, 25, size=random.integers(0, 4 if raters < 4 else 3))
        tracks.append(track(*((int(b), int(b + random.integers(1, 9)), int(random.integers(2))) for b in begin)))
    dissimilarity = Dissimilarity(alpha=float(random.choice([0.5, 1, 3])), delta_empty=float(random.choice([0.5, 1])))
    found = best_alignment(tracks, dissimilarity)
    assert found.is_exact
    assert found.disorder == pytest.approx(least_disorder(tracks, dissimilarity))


def test_a_search_that_drops_states_says_so_and_is_not_better_than_the_best() -> None:
    random = np.random.default_rng(3)
    tracks = [
        track(*((int(b), int(b + 6), int(random.integers(3))) for b in random.integers(0, 40, size=12)))
        for _ in range(3)
    ]
    exact, hurried = best_alignment(tracks, Dissimilarity()), best_alignment(tracks, Dissimilarity(), most=2)
    assert exact.is_exact
    assert not hurried.is_exact
    assert hurried.disorder >= exact.disorder - 1e-9


def test_identical_annotators_agree_perfectly() -> None:
    units = [(who, label, begin, 4) for who in "ab" for label, begin in (("x", 3), ("y", 20), ("x", 44))]
    assert gamma(units, length=80).value == 1


def test_the_seed_fixes_the_value() -> None:
    first, again = gamma(examples.GAMMA_SAMPLE, seed=5), gamma(examples.GAMMA_SAMPLE, seed=5)
    assert first == again
    assert first.expected != gamma(examples.GAMMA_SAMPLE, seed=6).expected


def test_an_annotator_without_units_counts() -> None:
    units = [("a", "x", 3, 4), ("a", "x", 30, 4)]
    alone = gamma(units, raters=("a", "b"), length=60)
    assert alone.n_annotators == 2
    assert alone.value is not None
    assert alone.value <= 0.5


def test_undefined_is_said_with_its_reason() -> None:
    assert "two annotators" in str(gamma([("a", "x", 3, 4)]).undefined_reason)
    assert "marked" in str(gamma([], raters=("a", "b")).undefined_reason)
    assert "sample" in str(gamma(examples.GAMMA_SAMPLE, samples=0).undefined_reason)


def test_units_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        gamma([("a", "x", 3, 0), ("b", "x", 3, 1)])
    with pytest.raises(ValueError, match="outside"):
        gamma([("a", "x", 3, 9), ("b", "x", 3, 1)], length=10)
    with pytest.raises(ValueError, match="not among"):
        gamma([("a", "x", 3, 9), ("b", "x", 3, 1)], raters=("a", "c"))


def test_progress_is_told_and_may_stop() -> None:
    seen: list[tuple[int, int]] = []
    gamma(examples.GAMMA_SAMPLE, samples=3, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gamma(examples.GAMMA_SAMPLE, progress=stop)
