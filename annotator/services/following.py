"""Following the work: what leads look at for each annotator, and what it cost; signals to talk about, no findings."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.core.text import covered
from annotator.services import agreeing, catching, comparing
from annotator.services.safeguards import PLANTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.agreement.material import Material
    from annotator.core.span import Span
    from annotator.store.project import Project

FAST_MS = 700  # an accept sooner than this after the gesture before leaves little time to read
_Key = tuple[str, str, tuple[tuple[int, int], ...]]


def follow(project: Project, *, found: Material | None = None) -> dict[str, Any]:
    """{"fast_ms": …, "annotators": {name: {…}}}: the figures of `stats`, and what follows from them.

    `accept_rate` is the share of decided suggestions that were accepted as they were, the planted ones aside, as in
    `catching.rates`; `fast_accepts` the
    share of single accepts within FAST_MS, `median_accept_ms` their median time; `seconds_per_span` and
    `seconds_per_document` are active time; `agreement` is exact F1 with the other annotators on documents
    with and without suggestions, as {"f1": x | None, "documents": n}; `assigned` counts documents handed out.
    `planted` counts the wrong suggestions that were given, `caught` those not accepted, as in `catching.rates`.
    None where there is nothing to divide. `found` is what the annotators finished, where it was read already.
    """
    names = comparing.annotators_of(project)
    figures = project.stats()["annotators"]
    if found is None and comparing.finished_by(project, names):
        found = agreeing.material(project, names)
    agreement = _agreement(found, names)
    given = assigned(project)
    planted = project.suggested_by(PLANTED)
    return {
        "fast_ms": FAST_MS,
        "annotators": {
            name: {
                **figures[name],
                "assigned": given.get(name, 0),
                **_rates(figures[name], project.verdict_counts(name, PLANTED)),
                **_caught(catching.planted_ones(project, name, shown=planted)),
                **_pace(project, name),
                "agreement": agreement[name],
            }
            for name in names
        },
    }


def assigned(project: Project) -> dict[str, int]:
    """How many documents everybody was given in work packages, by name; nobody where no package was made."""
    found: dict[str, set[str]] = {}
    for one in project.assignments():
        found.setdefault(one.annotator, set()).update(one.documents)
    return {name: len(documents) for name, documents in found.items()}


def remarks(project: Project) -> list[dict[str, Any]]:
    """What annotators wanted seen: documents that they flagged or skipped, and their comments, in order of import.

    {"document", "title", "annotator", "kind": flagged | skipped | comment, "about": the words or "", "start": where
    those begin, 0 without any, "text"}. A comment on a span that stands no more is about no words.
    """
    names = comparing.annotators_of(project)
    found: list[dict[str, Any]] = [
        {"document": id, "annotator": name, "kind": kind, "about": "", "start": 0, "text": ""}
        for name in names
        for kind in ("flagged", "skipped")
        for id in project.ids_with_status(name, kind)
    ]
    spans: Mapping[str, Span] = {}
    read: tuple[str, str] | None = None
    for id, actor, about, text in project.comments():  # those of one annotator on one document come together
        if actor not in names:
            continue
        if about is not None and read != (id, actor):
            spans, read = project.decided(id, actor).spans, (id, actor)
        there = spans.get(about) if about is not None else None
        words = "" if there is None else " ".join(covered(project.document(id).text, there.fragments).split())
        start = there.start if there is not None else 0
        found.append(
            {"document": id, "annotator": actor, "kind": "comment", "about": words, "start": start, "text": text}
        )
    ids = project.document_ids()
    order = {id: number for number, id in enumerate(ids)}
    titles = {row.id: row.title for row in project.rows([one["document"] for one in found], "")}
    found.sort(key=lambda one: (order[one["document"]], one["annotator"], one["kind"] == "comment", one["start"]))
    return [{**one, "title": titles[one["document"]]} for one in found]


def _rates(figures: Mapping[str, Any], planted: Mapping[str, int]) -> dict[str, Any]:
    real = {one: figures[one] - planted.get(one, 0) for one in ("accepted", "corrected", "rejected")}
    made = figures["spans"] + figures["events"]
    return {
        "accept_rate": _ratio(real["accepted"], sum(real.values())),
        "seconds_per_span": _ratio(figures["active_seconds"], made),
        "seconds_per_document": _ratio(figures["active_seconds"], figures["done"]),
    }


def _caught(planted: Mapping[tuple[str, str], str]) -> dict[str, int]:
    return {"planted": len(planted), "caught": sum(outcome != "accepted" for outcome in planted.values())}


def _pace(project: Project, name: str) -> dict[str, Any]:
    times = [elapsed for elapsed, _ in project.accepts(name)]
    return {
        "accepts": len(times),
        "median_accept_ms": median(times) if times else None,
        "fast_accepts": _ratio(sum(time < FAST_MS for time in times), len(times)),
    }


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _agreement(found: Material | None, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Exact F1 of each annotator with the others, apart for documents read with and without suggestions."""
    groups = ("with_suggestions", "without_suggestions")
    sums = {name: {group: [0, 0, 0] for group in groups} for name in names}  # shared, of both, documents
    for number in range(len(found.articles) if found is not None else 0):
        readings = found.readings_at(number) if found is not None else ()
        spans = {one.annotator: _keys(one.spans) for one in readings}
        for one in readings:
            # What an annotator saw decides where the document counts for that annotator.
            total = sums[one.annotator][f"{one.groups['suggestions']}_suggestions"]
            for mate in spans.keys() - {one.annotator}:
                total[0] += len(spans[one.annotator] & spans[mate])
                total[1] += len(spans[one.annotator]) + len(spans[mate])
            total[2] += 1
    return {
        name: {
            group: {"f1": _ratio(2 * shared, both), "documents": documents}
            for group, (shared, both, documents) in groups_of.items()
        }
        for name, groups_of in sums.items()
    }


def _keys(spans: Iterable[Span]) -> set[_Key]:
    return {(span.layer, span.label, span.fragments) for span in spans}
