"""Following the work: what leads look at for each annotator, and what it cost; signals to talk about, no findings."""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.services import comparing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.span import Span
    from annotator.store.project import Project

FAST_MS = 700  # an accept sooner than this after the gesture before leaves little time to read
_Key = tuple[str, str, tuple[tuple[int, int], ...]]


def follow(project: Project) -> dict[str, Any]:
    """{"fast_ms": …, "annotators": {name: {…}}}: the figures of `stats`, and what follows from them.

    `accept_rate` is the share of decided suggestions that were accepted as they were; `fast_accepts` the
    share of single accepts within FAST_MS, `median_accept_ms` their median time; `seconds_per_span` and
    `seconds_per_document` are active time; `agreement` is exact F1 with the other annotators on documents
    with and without suggestions, as {"f1": x | None, "documents": n}. None where there is nothing to divide.
    """
    names = comparing.annotators_of(project)
    figures = project.stats()["annotators"]
    agreement = _agreement(project, names)
    return {
        "fast_ms": FAST_MS,
        "annotators": {
            name: {**figures[name], **_rates(figures[name]), **_pace(project, name), "agreement": agreement[name]}
            for name in names
        },
    }


def _rates(figures: Mapping[str, Any]) -> dict[str, Any]:
    decided = figures["accepted"] + figures["corrected"] + figures["rejected"]
    made = figures["spans"] + figures["events"]
    return {
        "accept_rate": _ratio(figures["accepted"], decided),
        "seconds_per_span": _ratio(figures["active_seconds"], made),
        "seconds_per_document": _ratio(figures["active_seconds"], figures["done"]),
    }


def _pace(project: Project, name: str) -> dict[str, Any]:
    times = [
        operation.elapsed_ms
        for operation in project.operations(actor=name)
        if operation.kind == "accept" and operation.origin == "user"
    ]
    return {
        "accepts": len(times),
        "median_accept_ms": median(times) if times else None,
        "fast_accepts": _ratio(sum(time < FAST_MS for time in times), len(times)),
    }


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _agreement(project: Project, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Exact F1 of each annotator with the others, apart for documents with and without suggestions."""
    names = tuple(names)
    blind = {
        (assignment.annotator, document)
        for assignment in project.assignments()
        for document, is_blind in assignment.documents.items()
        if is_blind
    }
    groups = ("with_suggestions", "without_suggestions")
    sums = {name: {group: [0, 0, 0] for group in groups} for name in names}  # shared, of both, documents
    for id, who in comparing.finished_by(project, names).items():
        is_bare = not project.suggestions(id)
        spans = {name: _keys(project.decided(id, name).spans.values()) for name in who}
        seen: set[tuple[str, str]] = set()
        for one, other in combinations(who, 2):
            for name, mate in ((one, other), (other, one)):
                # What an annotator saw decides where the document counts for that annotator.
                group = groups[1] if is_bare or (name, id) in blind else groups[0]
                total = sums[name][group]
                total[0] += len(spans[name] & spans[mate])
                total[1] += len(spans[name]) + len(spans[mate])
                total[2] += (name, id) not in seen
                seen.add((name, id))
    return {
        name: {
            group: {"f1": _ratio(2 * shared, both), "documents": documents}
            for group, (shared, both, documents) in groups_of.items()
        }
        for name, groups_of in sums.items()
    }


def _keys(spans: Iterable[Span]) -> set[_Key]:
    return {(span.layer, span.label, span.fragments) for span in spans}
