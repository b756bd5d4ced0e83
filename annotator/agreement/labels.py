"""Agreement on each label over all annotators, and of each annotator with the others: who lets one out, who differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.f1 import NOTHING_MARKED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.bootstrap import Resampler
    from annotator.agreement.material import Layer
    from annotator.agreement.pairing import Pairing

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def label_agreement(
    layer: Layer,
    annotators: Sequence[str],
    pairings: Mapping[tuple[str, str], Pairing],
    documents: Ints,
    resampler: Resampler,
) -> dict[str, Any]:
    """Label -> {"exact_f1": figure, "annotators": {name: {"spans": n, "exact_f1": figure}}}.

    Exact F1 is pooled over the pairs, of an annotator over the pairs it is in. `spans` counts those in `documents`,
    the ones that two or more finished.
    """
    if not layer.labels:
        return {}
    shape = 2, len(documents), len(layer.labels)  # matched, and the spans of both
    whole = np.zeros(shape)
    mine = {name: np.zeros(shape) for name in annotators}
    for pair, pairing in pairings.items():
        table = _tables(pairing, documents)
        whole += table
        for name in pair:
            mine[name] += table

    def figure(table: Floats, code: int) -> dict[str, Any]:
        columns = table[:, :, code].T
        return resampler.figure(columns, tallies.f1, n=int(columns[:, 1].sum()), why=NOTHING_MARKED)

    spans = {name: _spans(layer, name, documents) for name in annotators}
    return {
        label: {
            "exact_f1": figure(whole, code),
            "annotators": {
                name: {"spans": int(spans[name][code]), "exact_f1": figure(mine[name], code)} for name in annotators
            },
        }
        for code, label in enumerate(layer.labels)
    }


def _tables(pairing: Pairing, documents: Ints) -> Floats:
    """Spans that both have alike, and spans of both, each documents × labels."""
    here, size = len(pairing.common), len(pairing.labels)
    same = pairing.same_labelled
    matched = tallies.by_document_and(here, size, same.document, same.label, same.times.astype(np.float64))
    total = sum(tallies.by_document_and(here, size, one.document, one.label) for one in (pairing.a, pairing.b))
    return np.stack([matched, total])[:, documents]


def _spans(layer: Layer, name: str, documents: Ints) -> Ints:
    marks = layer.marks[name]
    kept = np.isin(marks.document, documents)
    return np.bincount(marks.label[kept], minlength=len(layer.labels))
