"""Agreement of all annotators at once on one layer: spans of several annotators gathered into units."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.bootstrap import Formula, Resampler
from annotator.agreement.f1 import NOTHING_MARKED
from annotator.agreement.labels import label_agreement
from annotator.agreement.reliability import ONE_CATEGORY
from annotator.agreement.spans import NOTHING_ALIGNED, alpha_u_by_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.material import Layer, Material
    from annotator.agreement.pairing import Counts, Pairing

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

POOLED = (("found_f1", "found"), ("exact_f1", "exact"), ("overlap_f1", "overlapping"), ("coverage", "aligned"))
NO_DOCUMENTS = "there is no document that two annotators finished"
NOT_ALL = "there is no document that all annotators finished"


def overall_agreement(
    material: Material,
    layer: Layer,
    annotators: Sequence[str],
    pairings: Mapping[tuple[str, str], Pairing],
    *,
    seed: int,
    samples: int,
) -> dict[str, Any]:
    """All annotators together; `pairings` has every two of them, in the order of `annotators`.

    F1 is pooled over the pairs. Kappa (Conger's), Fleiss' kappa, alpha and AC1 are on units: spans that
    the pairs align, at most one of each annotator, missing for those who did not mark there. Alpha_u is
    over the documents that all finished. `labels` has each label, and each annotator with the others.
    """
    finished = np.array([layer.marks[name].has_finished for name in annotators]).reshape(len(annotators), -1)
    documents = np.flatnonzero(finished.sum(axis=0) >= 2)
    resampler = Resampler(len(documents), seed=seed, samples=samples)
    by_all = np.flatnonzero(finished.all(axis=0)) if len(annotators) > 1 else documents[:0]
    result: dict[str, Any] = {"annotators": list(annotators), "documents": len(documents)}
    result |= _pooled_f1(pairings, documents, resampler)
    result |= _on_units(layer, annotators, pairings, documents, resampler)
    result["labels"] = label_agreement(layer, annotators, pairings, documents, resampler)
    every_mark = [layer.marks[name] for name in annotators]
    shared = resampler if len(by_all) == len(documents) else Resampler(len(by_all), seed=seed, samples=samples)
    alpha_u = alpha_u_by_label(material, layer.labels, every_mark, by_all, shared)
    if not len(by_all):
        alpha_u = {label: {**score, "undefined": NOT_ALL} for label, score in alpha_u.items()}
    result["alpha_u"] = alpha_u
    resampler.finish()
    shared.finish()
    result["warnings"] = [warning] if (warning := resampler.warning()) else []
    result["groups"] = _by_group(pairings, result, documents, seed=seed, samples=samples)
    return result


def _by_group(
    pairings: Mapping[tuple[str, str], Pairing], whole: Mapping[str, Any], documents: Ints, *, seed: int, samples: int
) -> dict[str, dict[str, Any]]:
    """F1 pooled over the pairs for each way in which the two of a pair read; a document may be in several ways."""
    ways: dict[str, set[str]] = {}
    for pairing in pairings.values():
        for name, found in pairing.groups.items():
            ways.setdefault(name, set()).update(found)
    result: dict[str, dict[str, Any]] = {}
    for name in sorted(ways):
        result[name] = {}
        for way in sorted(ways[name]):
            if len(ways[name]) == 1:
                f1s = {measure: whole[measure] for measure, _ in POOLED}
                result[name][way] = {"documents": len(documents), **f1s, "warnings": list(whole.get("warnings", ()))}
                continue
            kept = {pair: pairing.groups.get(name, {}).get(way, documents[:0]) for pair, pairing in pairings.items()}
            here = np.unique(np.concatenate(list(kept.values())))
            resampler = Resampler(len(here), seed=seed, samples=samples)
            figures = _pooled_f1(pairings, here, resampler, kept=kept)
            resampler.finish()
            warnings = [warning] if (warning := resampler.warning()) else []
            result[name][way] = {"documents": len(here), **figures, "warnings": warnings}
    return result


def _pooled_f1(
    pairings: Mapping[tuple[str, str], Pairing],
    documents: Ints,
    resampler: Resampler,
    *,
    kept: Mapping[tuple[str, str], Ints] | None = None,
) -> dict[str, Any]:
    """`kept` are the documents in which each pair counts, those of all of them where it is not given."""
    why = NOTHING_MARKED if len(documents) else NO_DOCUMENTS
    result = {}
    for name, field in POOLED:
        table = np.zeros((len(documents), 2))
        for pair, pairing in pairings.items():
            counts = pairing.counts
            rows = counts.table(_field(counts, field), documents)
            if kept is not None:
                rows[~np.isin(documents, kept[pair])] = 0.0
            table += rows
        result[name] = resampler.figure(table, tallies.f1, n=int(table[:, 1].sum()), why=why)
    return result


def _field(counts: Counts, name: str) -> Floats:
    column: Floats = getattr(counts, name)
    return column


def _on_units(
    layer: Layer,
    annotators: Sequence[str],
    pairings: Mapping[tuple[str, str], Pairing],
    documents: Ints,
    resampler: Resampler,
) -> dict[str, Any]:
    codes, document = units_of(layer, annotators, pairings)
    used, dense = np.unique(codes[codes >= 0], return_inverse=True)
    compact = np.full(codes.shape, -1)
    compact[codes >= 0] = dense
    row, size, here = np.searchsorted(documents, document), len(used), len(documents)
    counts = np.zeros((len(codes), size))
    unit, rater = np.nonzero(compact >= 0)
    np.add.at(counts, (unit, compact[unit, rater]), 1.0)
    table = tallies.category_tally(counts, row, here)
    crossed = tallies.conger_tally(compact, size, row, here)
    why = ONE_CATEGORY if len(codes) else NOTHING_ALIGNED if here else NO_DOCUMENTS
    measures: dict[str, tuple[Floats, Formula]] = {
        "percent": (table, tallies.percent),
        "kappa": (crossed, partial(tallies.conger, raters=len(annotators))),
        "fleiss_kappa": (table, tallies.fleiss),
        "alpha": (table, tallies.alpha),
        "ac1": (table, tallies.ac1),
    }
    return {
        name: resampler.figure(statistics, formula, n=len(codes), why=why)
        for name, (statistics, formula) in measures.items()
    }


def units_of(layer: Layer, annotators: Sequence[str], pairings: Mapping[tuple[str, str], Pairing]) -> tuple[Ints, Ints]:
    """Label codes, units × annotators with -1 for missing, and the document of each unit.

    Spans that the pairs align are joined. Where that would put two spans of one annotator into a unit,
    the alignments of that unit are joined one by one, those that share most characters first, and those
    that would clash are left out.
    """
    first = np.concatenate(([0], np.cumsum([len(layer.marks[name]) for name in annotators])))
    position = {name: index for index, name in enumerate(annotators)}
    ends, shared = _links(layer, pairings, first, position)
    owner = np.repeat(np.arange(len(annotators)), np.diff(first))
    group = _joined(ends, int(first[-1]))
    crowded = _crowded(group, owner, len(annotators))
    if len(crowded):
        is_crowded = np.isin(group[ends[0]], crowded)
        _split(group, owner, ends[:, is_crowded], shared[is_crowded])
    _, unit, count = np.unique(group, return_inverse=True, return_counts=True)
    is_met = count[unit] >= 2
    names, row = np.unique(unit[is_met], return_inverse=True)
    codes = np.full((len(names), len(annotators)), -1)
    label = np.concatenate([layer.marks[name].label for name in annotators]) if annotators else np.zeros(0, np.int64)
    document = np.concatenate([layer.marks[name].document for name in annotators]) if annotators else label
    codes[row, owner[is_met]] = label[is_met]
    of_unit = np.zeros(len(names), dtype=np.int64)
    of_unit[row] = document[is_met]
    return codes, of_unit


def _links(
    layer: Layer, pairings: Mapping[tuple[str, str], Pairing], first: Ints, position: Mapping[str, int]
) -> tuple[Ints, Ints]:
    """The aligned pairs as numbers of spans over all annotators, shape (2, links), and their shared characters."""
    left: list[Ints] = []
    right: list[Ints] = []
    shared: list[Ints] = []
    for (a, b), pairing in pairings.items():
        for name, found, side in ((a, pairing.aligned.a, left), (b, pairing.aligned.b, right)):
            marks = layer.marks[name]
            whole = np.flatnonzero(pairing.common[marks.document])  # back from the common documents to all
            side.append(whole[found] + first[position[name]])
        shared.append(pairing.aligned.shared)
    if not left:
        return np.zeros((2, 0), dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.stack([np.concatenate(left), np.concatenate(right)]), np.concatenate(shared)


def _joined(ends: Ints, size: int) -> Ints:
    """The smallest number in each connected group, for every span."""
    group = np.arange(size)
    while True:
        least = np.minimum(group[ends[0]], group[ends[1]])
        before = group.copy()
        np.minimum.at(group, ends[0], least)
        np.minimum.at(group, ends[1], least)
        if np.array_equal(before, group):
            return group


def _crowded(group: Ints, owner: Ints, annotators: int) -> Ints:
    """Groups with two spans of one annotator."""
    both, count = np.unique(group * annotators + owner, return_counts=True)
    return np.unique(both[count > 1] // annotators)


def _split(group: Ints, owner: Ints, ends: Ints, shared: Ints) -> None:
    """Joins the spans of the crowded groups anew, link by link, without putting two of one annotator together."""
    members = {span: [span] for span in np.unique(ends).tolist()}
    home = {span: span for span in members}
    for index in np.argsort(-shared, kind="stable").tolist():
        one, other = home[int(ends[0, index])], home[int(ends[1, index])]
        if one == other or {owner[span] for span in members[one]} & {owner[span] for span in members[other]}:
            continue
        members[one] += members.pop(other)
        home.update(dict.fromkeys(members[one], one))
    for span, place in home.items():
        group[span] = place
