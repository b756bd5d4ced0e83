"""Agreement of two annotators on a layer of spans: found, where, what; by label, by document, by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.bootstrap import Resampler, no_figure
from annotator.agreement.boundaries import boundary_table
from annotator.agreement.f1 import NOTHING_MARKED
from annotator.agreement.reliability import ONE_CATEGORY
from annotator.agreement.unit_tally import Pieces, unit_tally
from annotator.agreement.unitizing import NO_EXPECTATION, NO_UNITS, OVERLAPPING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.material import Marks, Material
    from annotator.agreement.overlap import Overlaps
    from annotator.agreement.pairing import Counts, Pairing

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

MISSED = "missed"
NO_DOCUMENTS = "there is no document that both finished"
NOTHING_ALIGNED = "no span of one annotator shares a character with one of the other"


def span_agreement(pairing: Pairing, resampler: Resampler, *, seed: int) -> dict[str, Any]:
    """All that is said of two annotators and a layer of spans, as `agreement --json` has it."""
    counts = pairing.counts
    whole = _figures(pairing, counts, pairing.documents, resampler)
    result: dict[str, Any] = {
        "a": pairing.a.annotator,
        "b": pairing.b.annotator,
        "documents": len(pairing.documents),
        "spans": {"a": len(pairing.a), "b": len(pairing.b), "aligned": len(pairing.aligned.a)},
        **whole,
        "boundary": boundary_table(pairing),
        "alpha_u": alpha_u_by_label(
            pairing.material, pairing.labels, (pairing.a, pairing.b), pairing.documents, resampler
        ),
        "labels": _by_label(pairing, resampler),
        "confusion": confusion(pairing),
        "per_document": _per_document(pairing, counts),
        "groups": _by_group(pairing, counts, whole, seed=seed, samples=resampler.samples),
    }
    result["warnings"] = [warning] if (warning := resampler.warning()) else []
    return result


def confusion(pairing: Pairing) -> dict[str, Any]:
    """Aligned labels, a's in rows and b's in columns; the last row and column are what the other missed."""
    size = len(pairing.labels)
    matrix = np.zeros((size + 1, size + 1), dtype=np.int64)
    np.add.at(matrix, (pairing.a.label[pairing.aligned.a], pairing.b.label[pairing.aligned.b]), 1)
    only_a, only_b = pairing.alone()
    matrix[:size, size] = np.bincount(pairing.a.label[only_a], minlength=size)
    matrix[size, :size] = np.bincount(pairing.b.label[only_b], minlength=size)
    return {"labels": [*pairing.labels, MISSED], "matrix": matrix.tolist()}


def _figures(pairing: Pairing, counts: Counts, documents: Ints, resampler: Resampler) -> dict[str, Any]:
    """The single figures, over the documents given."""
    total = int(counts.total[documents].sum())
    why = NOTHING_MARKED if len(documents) else NO_DOCUMENTS

    def f1(matched: Floats) -> dict[str, Any]:
        return resampler.figure(counts.table(matched, documents), tallies.f1, n=total, why=why)

    return {
        "found_f1": f1(counts.found),
        "exact_f1": f1(counts.exact),
        "overlap_f1": f1(counts.overlapping),
        **category_figures(pairing, pairing.aligned, documents, resampler),
        "coverage": f1(counts.aligned),
    }


def category_figures(pairing: Pairing, aligned: Overlaps, documents: Ints, resampler: Resampler) -> dict[str, Any]:
    """Agreement on the labels of aligned spans in the documents given: percent, kappa, alpha, AC1."""
    is_here = np.zeros(len(pairing.common), dtype=bool)
    is_here[documents] = True
    kept = is_here[pairing.a.document[aligned.a]]
    first, second = pairing.a.label[aligned.a[kept]], pairing.b.label[aligned.b[kept]]
    return two_raters(first, second, pairing.a.document[aligned.a[kept]], documents, resampler, nothing=NOTHING_ALIGNED)


def two_raters(
    first: Ints, second: Ints, document: Ints, documents: Ints, resampler: Resampler, *, nothing: str
) -> dict[str, Any]:
    """Percent, kappa, alpha and AC1 of two annotators' codes of the same things, in the documents given.

    Categories are those that were used here, as in `cohen_kappa` and its kin. `nothing` says why there
    are no things to compare, if there are none.
    """
    used, codes = np.unique(np.concatenate([first, second]), return_inverse=True)
    size, here = len(used), len(documents)
    row = np.searchsorted(documents, document)
    first, second = codes[: len(first)], codes[len(first) :]
    equal = (first == second).astype(np.float64)
    marginals = [tallies.by_document_and(here, size, row, side) for side in (first, second)]
    counts = np.eye(size)[first] + np.eye(size)[second]
    table = tallies.category_tally(counts, row, here)
    crossed = np.column_stack([tallies.by_document(here, row, equal), *marginals])
    if not here:
        nothing = NO_DOCUMENTS
    why = nothing if not len(first) else ONE_CATEGORY

    def score(statistics: Floats, formula: Any) -> dict[str, Any]:  # noqa: ANN401  (a Formula)
        return resampler.figure(statistics, formula, n=len(first), why=why)

    return {
        "percent": score(table, tallies.percent),
        "kappa": score(crossed, tallies.cohen),
        "alpha": score(table, tallies.alpha),
        "ac1": score(table, tallies.ac1),
    }


def alpha_u_by_label(
    material: Material, labels: Sequence[str], marks: Sequence[Marks], documents: Ints, resampler: Resampler
) -> dict[str, Any]:
    """Alpha_u for each label, on characters; fragments of one span are units of their own."""
    row = np.full(len(material.articles), -1)
    row[documents] = np.arange(len(documents))
    result = {}
    for code, label in enumerate(labels):
        pieces = [_pieces(one, code, row) for one in marks]
        units = sum(len(piece.begin) for piece in pieces)
        if not len(documents):
            why = NO_DOCUMENTS
        elif not units:
            why = NO_UNITS
        elif any(piece.is_overlapping for piece in pieces):
            why = OVERLAPPING
        else:
            tally = unit_tally(pieces, base=material.base[documents], length=material.lengths[documents])
            result[label] = resampler.figure(tally.table, tally.formula, n=units, why=NO_EXPECTATION)
            continue
        result[label] = no_figure(n=units, why=why)
    return result


def _pieces(marks: Marks, code: int, row: Ints) -> Pieces:
    owner = marks.fragments.span
    document = row[marks.document[owner]]
    kept = np.flatnonzero((marks.label[owner] == code) & (document >= 0))
    kept = kept[np.argsort(marks.fragments.start[kept], kind="stable")]
    return Pieces(document[kept], marks.fragments.start[kept], marks.fragments.end[kept])


def _by_label(pairing: Pairing, resampler: Resampler) -> dict[str, Any]:
    size, here, documents = len(pairing.labels), len(pairing.documents), pairing.documents
    if not size:
        return {}
    exact = pairing.same_labelled

    def table(document: Ints, label: Ints, weights: Floats | None = None) -> Floats:
        return tallies.by_document_and(here, size, np.searchsorted(documents, document), label, weights)

    a, b = table(pairing.a.document, pairing.a.label), table(pairing.b.document, pairing.b.label)
    same = table(exact.document, exact.label, exact.times.astype(np.float64))
    pairs = pairing.aligned_by_label.a
    overlapping = table(pairing.a.document[pairs], pairing.a.label[pairs])
    why = NOTHING_MARKED if here else NO_DOCUMENTS
    result = {}
    for code, label in enumerate(pairing.labels):
        total = (a + b)[:, code]
        figures = {
            name: resampler.figure(np.column_stack([matched[:, code], total]), tallies.f1, n=int(total.sum()), why=why)
            for name, matched in (("exact_f1", same), ("overlap_f1", overlapping))
        }
        result[label] = {"a": int(a[:, code].sum()), "b": int(b[:, code].sum()), **figures}
    return result


def _per_document(pairing: Pairing, counts: Counts) -> list[dict[str, Any]]:
    """Each document both finished, lowest exact F1 first, those that neither marked last."""
    here = pairing.documents
    size = len(pairing.common)
    spans_a = tallies.by_document(size, pairing.a.document)[here].astype(np.int64).tolist()
    spans_b = tallies.by_document(size, pairing.b.document)[here].astype(np.int64).tolist()
    columns = [
        _none_for_nan(tallies.f1(counts.table(matched, here)))
        for matched in (counts.found, counts.exact, counts.overlapping, counts.aligned)
    ]
    rows = [
        {
            "document": pairing.material.articles[number].id,
            "a": a,
            "b": b,
            "found_f1": found,
            "exact_f1": exact,
            "overlap_f1": overlapping,
            "coverage": coverage,
        }
        for number, a, b, found, exact, overlapping, coverage in zip(
            here.tolist(), spans_a, spans_b, *columns, strict=True
        )
    ]
    return sorted(rows, key=lambda row: (row["exact_f1"] is None, row["exact_f1"] or 0.0))


def _by_group(
    pairing: Pairing, counts: Counts, whole: Mapping[str, Any], *, seed: int, samples: int
) -> dict[str, dict[str, Any]]:
    """The single figures for each way in which both read; where all was read in one way, those of the whole.

    What is shared with `whole` gets its intervals with it.
    """
    result: dict[str, dict[str, Any]] = {}
    for name, ways in pairing.groups.items():
        result[name] = {}
        for way, documents in ways.items():
            resampler = Resampler(len(documents), seed=seed, samples=samples)
            is_all = len(documents) == len(pairing.documents)
            figures = dict(whole) if is_all else _figures(pairing, counts, documents, resampler)
            resampler.finish()
            warnings = [warning] if (warning := resampler.warning()) else []
            result[name][way] = {"documents": len(documents), **figures, "warnings": warnings}
    return result


def _none_for_nan(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]
