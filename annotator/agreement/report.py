"""The whole of `agreement --json`: every layer, all annotators together and two by two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.bootstrap import SAMPLES, Resampler
from annotator.agreement.events import event_agreement, event_layers
from annotator.agreement.holistic import gamma
from annotator.agreement.overall import overall_agreement
from annotator.agreement.pairing import Pairing
from annotator.agreement.spans import span_agreement

if TYPE_CHECKING:
    from annotator.agreement.material import Layer, Material

Progress = Callable[[int, int, str], None]
NO_ATTRIBUTES: Mapping[str, Collection[str]] = {}


def agreement(
    material: Material,
    *,
    annotators: Sequence[str] | None = None,
    layers: Sequence[str] | None = None,
    events_in: Collection[str] = (),
    attributes_in: Mapping[str, Collection[str]] = NO_ATTRIBUTES,
    seed: int = 0,
    samples: int = SAMPLES,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """{"layers": {name: {"overall": {…}, "pairs": [{…}]}}, "seed": …, "samples": …}, ready for JSON.

    A figure is {"value": x | null, "low": x, "high": x, "n": n, "undefined": null | "why"}; low and high
    are the bootstrap's 95 % interval over documents. `annotators` (default: all with a reading) also
    fixes their order; `events_in` names layers of events, also where nobody marked one, and `attributes_in` what is
    asked of the events of a layer, also where nobody answered.
    `progress(done, total, what)` is called between steps and may raise to stop.
    ValueError for an annotator without any reading.
    """
    names = tuple(material.annotators if annotators is None else annotators)
    if strange := set(names) - set(material.annotators):
        raise ValueError(f"annotators that finished nothing: {sorted(strange)}")
    chosen = material.layer_names() if layers is None else tuple(layers)
    spans = (span for name in names for reading in material.readings_of(name) for span in reading.spans)
    events = {*events_in, *event_layers(spans)}
    pairs = list(combinations(names, 2))
    total = len(chosen) * (len(pairs) + 2)
    done = 0

    def step(what: str) -> None:
        nonlocal done
        if progress is not None:
            progress(done, total, what)
        done += 1

    result: dict[str, Any] = {}
    for name in chosen:
        step(f"{name}: reading the spans")
        layer = material.layer(name, is_events=name in events)
        pairings: dict[tuple[str, str], Pairing] = {}
        reports = []
        for a, b in pairs:
            step(f"{name}: {a} and {b}")
            pairings[a, b] = Pairing(material, layer, a, b)
            asked = attributes_in.get(name, ())
            reports.append(
                pair_agreement(pairings[a, b], is_events=layer.is_events, attributes=asked, seed=seed, samples=samples)
            )
        step(f"{name}: all annotators")
        whole = overall_agreement(material, layer, names, pairings, seed=seed, samples=samples)
        result[name] = {"overall": whole, "pairs": reports}
    if progress is not None:
        progress(total, total, "")
    return {"layers": result, "seed": seed, "samples": samples}


def pair_agreement(
    pairing: Pairing,
    *,
    is_events: bool,
    attributes: Collection[str] = (),
    seed: int = 0,
    samples: int = SAMPLES,
) -> dict[str, Any]:
    """All figures of two annotators in one layer."""
    resampler = Resampler(len(pairing.documents), seed=seed, samples=samples)
    figures = span_agreement(pairing, resampler, seed=seed)
    if is_events:
        figures |= event_agreement(pairing, resampler, figures, attributes=attributes)
    resampler.finish()
    return figures


def gamma_by_document(
    material: Material,
    layer: Layer,
    annotators: Sequence[str],
    *,
    samples: int = 30,
    seed: int = 0,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Gamma of each document that all the annotators finished, and over all of them.

    Over all: 1 - sum of the observed / sum of the expected disorders, so that a document counts as
    much as could go wrong in it; low and high are the bootstrap's interval over documents. Units are spans
    from first to last character. `seed` is the same for each document. {"value", "low", "high", "n",
    "undefined", "samples", "seed", "exact", "documents": [{"document", "value", "undefined"}]}, lowest first.
    """
    rows, sums, is_exact = [], [], True
    numbers = [
        number
        for number in range(len(material.articles))
        if all(layer.marks[name].has_finished[number] for name in annotators)
    ]
    for done, number in enumerate(numbers):
        article = material.articles[number]
        if progress is not None:
            progress(done, len(numbers), article.id)
        units = [
            (name, span.label, span.start, span.end - span.start)
            for name in annotators
            for span in material.reading(name, number).spans
            if span.layer == layer.name
        ]
        score = gamma(units, raters=annotators, length=len(article.text), samples=samples, seed=seed)
        rows.append({"document": article.id, "value": score.value, "undefined": score.undefined_reason})
        sums.append((score.observed or 0.0, score.expected or 0.0))
        is_exact &= score.is_exact
    if progress is not None:
        progress(len(numbers), len(numbers), "")
    resampler = Resampler(len(numbers), seed=seed)
    table = np.array(sums, dtype=np.float64).reshape(len(sums), 2)
    why = "no document that all finished has a unit"
    figure = resampler.figure(
        table, lambda both: 1 - tallies.ratio(both[..., 0], both[..., 1]), n=len(numbers), why=why
    )
    resampler.finish()
    return {
        **figure,
        "samples": samples,
        "seed": seed,
        "exact": is_exact,
        "documents": sorted(rows, key=lambda row: (row["value"] is None, row["value"] or 0.0)),
    }
