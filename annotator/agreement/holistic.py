"""Gamma: agreement on units and categories at once, by the best alignment against chance alignments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.alignment import best_alignment, mean_units, positions_of
from annotator.agreement.dissimilarity import Dissimilarity, Track
from annotator.agreement.score import Score

if TYPE_CHECKING:
    from annotator.agreement.unitizing import Unit

Progress = Callable[[int, int], None]
TRIES = 200  # to find a shift far enough from the others


@dataclass(frozen=True, slots=True)
class GammaScore(Score):
    """Gamma with what it was computed from: disorders, samples, seed, and whether all alignments are exact.

    `interval` covers the chance in the samples only, at 95 %: not that in the documents.
    """

    observed: float | None = None
    expected: float | None = None
    samples: int = 0
    seed: int = 0
    is_exact: bool = True


def gamma(
    continuum: Iterable[Unit],
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    delta_empty: float = 1.0,
    samples: int = 30,
    seed: int = 0,
    raters: Sequence[Hashable] | None = None,
    length: int | None = None,
    progress: Progress | None = None,
) -> GammaScore:
    """Gamma = 1 - observed / expected disorder.

    Mathet, Y., Widlöcher, A. & Métivier, J.-P. (2015). The unified and holistic method gamma for
    inter-annotator agreement measure and alignment. Computational Linguistics 41(3), 437-479.
    `continuum` holds units (rater, category, begin, length); `raters` names all annotators, also those
    without a unit (default: those that have one); the continuum is [0, `length`), by default from the
    first begin to the last end. Disorder of the best alignment, divided by the mean number of units;
    expected disorder by `samples` continua, each of shifted annotations of annotators drawn at random
    (section 5.2.1). `progress(done, samples)` is called after each sample and may raise to stop.
    ValueError for units that are empty or outside.
    """
    units = list(continuum)
    tracks = _tracks(units, raters)
    if (reason := _why_undefined(tracks, samples)) is not None:
        return GammaScore(None, reason, len(units), len(tracks), samples=samples, seed=seed)
    dissimilarity = Dissimilarity(alpha, beta, delta_empty)
    edges = positions_of(tracks)
    start, end = (float(edges.min()), float(edges.max())) if length is None else (0.0, float(length))
    if edges.min() < start or edges.max() > end:
        raise ValueError(f"units outside the continuum [{start:g}, {end:g})")
    best = best_alignment(tracks, dissimilarity)
    observed = best.disorder / mean_units(tracks)
    random = np.random.default_rng(seed)
    is_exact, drawn = best.is_exact, []
    for done in range(samples):
        sample = _sample(tracks, random, start=start, length=end - start)
        aligned = best_alignment(sample, dissimilarity)
        is_exact &= aligned.is_exact
        drawn.append(aligned.disorder / mean_units(sample))
        if progress is not None:
            progress(done + 1, samples)
    expected = float(np.mean(drawn))
    if expected <= 0:
        reason = "every chance alignment is perfect, so there is nothing to correct for"
        return GammaScore(None, reason, len(units), len(tracks), samples=samples, seed=seed, is_exact=is_exact)
    return GammaScore(
        1 - observed / expected,
        None,
        len(units),
        len(tracks),
        _interval(observed, drawn),
        observed=observed,
        expected=expected,
        samples=samples,
        seed=seed,
        is_exact=is_exact,
    )


def _tracks(units: Sequence[Unit], raters: Sequence[Hashable] | None) -> list[Track]:
    names = list(dict.fromkeys(unit[0] for unit in units)) if raters is None else list(dict.fromkeys(raters))
    if strange := {unit[0] for unit in units} - set(names):
        raise ValueError(f"units of annotators that are not among the raters: {sorted(map(str, strange))[:5]}")
    if bad := [unit for unit in units if unit[3] <= 0]:
        raise ValueError(f"empty or reversed units: {bad[:5]}")
    codes: dict[Hashable, int] = {}
    tracks = []
    for name in names:
        mine = sorted((unit[2], unit[3], codes.setdefault(unit[1], len(codes))) for unit in units if unit[0] == name)
        begin, size, category = (np.array([row[column] for row in mine]) for column in range(3))
        tracks.append(Track(begin.astype(np.float64), (begin + size).astype(np.float64), category.astype(np.int64)))
    return tracks


def _why_undefined(tracks: Sequence[Track], samples: int) -> str | None:
    if len(tracks) < 2:
        return "there are fewer than two annotators"
    if not any(len(track) for track in tracks):
        return "no annotator marked a unit"
    return None if samples > 0 else "no sample was drawn, so there is nothing to compare with"


def _sample(tracks: Sequence[Track], random: np.random.Generator, *, start: float, length: float) -> list[Track]:
    """A continuum of chance: for each annotator the units of one drawn at random, shifted round the continuum.

    Shifts are no closer to one another than the average length of a unit, where there is room for that.
    """
    is_whole = all(bool((track.begin % 1 == 0).all() and (track.end % 1 == 0).all()) for track in tracks)
    least = float(np.mean(np.concatenate([track.end - track.begin for track in tracks])))
    shifts: list[float] = []
    while True:
        sample = [tracks[int(random.integers(len(tracks)))] for _ in tracks]
        if any(len(track) for track in sample):
            break
    for _ in sample:
        for _ in range(TRIES):
            shift = float(random.integers(int(length))) if is_whole else float(random.uniform(0, length))
            if all(least <= abs(shift - other) <= length - least for other in shifts):
                break
        shifts.append(shift)
    return [track.shifted(shift, start=start, length=length) for track, shift in zip(sample, shifts, strict=True)]


def _interval(observed: float, drawn: Sequence[float]) -> tuple[float, float] | None:
    if len(drawn) < 2:
        return None
    mean = float(np.mean(drawn))
    margin = 1.96 * float(np.std(drawn, ddof=1)) / float(np.sqrt(len(drawn)))
    if margin >= mean:
        return None
    return 1 - observed / (mean - margin), 1 - observed / (mean + margin)
