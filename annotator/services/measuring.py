"""Honest measurement of the learned suggester: held-out figures, a curve on a fixed split, what another hour brings."""

from __future__ import annotations

import hashlib
import math
import random
from dataclasses import dataclass, replace
from statistics import linear_regression
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.near_copies import LIKE, likeness, sketch_of
from annotator.services import catching, comparing, costing
from annotator.services.comparing import GOLD
from annotator.services.learning import HOUR, Teacher, decided_by
from annotator.services.lessons import TEXTS
from annotator.services.suggesting import known_names, model_path, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.core.near_copies import Sketch
    from annotator.core.scheme import Scheme
    from annotator.services.learning import Progress, Worker
    from annotator.store.project import Project

Split = Literal["date", "source"]
FEWEST = 10  # finished documents below which no curve is drawn
TESTED = 5  # one document in so many is set apart
SHARES = (0.125, 0.25, 0.5, 1.0)  # of the known documents: each point has twice as many as the one before
LAST = 3  # points that the slope is taken from
FEWEST_SPANS = 10  # of a label in the tested documents, for what another hour brings
FEWEST_TIMED = 5  # documents with active time, for how many an hour takes
LEAST_TIME = 1.0  # second: nobody reads an article faster, so that one done in less was marked unread
RESAMPLED = 500
WITHIN = 0.95

# Why a figure is not there, in the words of reports; the window has its own.
WHY: dict[str, str] = {
    "few_documents": f"fewer than {FEWEST} documents are finished",
    "one_source": "the finished documents have one source, or none",
    "few_apart": "too few documents are left that are not nearly the same as one set apart",
    "few_spans": f"fewer than {FEWEST_SPANS} spans of it in the documents set apart",
    "few_timed": f"active time is known of fewer than {FEWEST_TIMED} documents",
    "few_points": f"fewer than {LAST} points on the curve",
    "nothing_proposed": "nothing was proposed",
    "nothing_there": "no such span is there",
    "nothing_scored": "nothing was shown",
}
ASSUMPTION = (
    "F1 goes on rising with each doubling of the documents as it did over the last points of the curve, articles are"
    " like those so far, and everything in them is labelled, not that label alone; the interval is that of the"
    " documents set apart, drawn anew 500 times, and knows nothing of another choice of what was learned first"
)


@dataclass(frozen=True, slots=True)
class Division:
    """Which finished documents are set apart and which are learned from, the latter in the order they are."""

    by: Split
    tested: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    why: str = ""

    @property
    def sizes(self) -> list[int]:
        """How many of the known documents each point of the curve has."""
        return sorted({max(1, round(len(self.known) * share)) for share in SHARES}) if self.known else []


def divide(documents: Mapping[str, tuple[str, str]], by: Split) -> Division:
    """Sets a fifth of the documents (id -> date and source) apart: the latest, or whole sources drawn by lot.

    The rest are in an order that is drawn by lot once for ever, so that a point of the curve holds the one before.
    """
    if len(documents) < FEWEST:
        return Division(by, why="few_documents")
    wanted = len(documents) // TESTED
    if by == "date":
        by_date = sorted(documents, key=lambda id: (documents[id][0], _lot(id)))
        tested = set(by_date[len(by_date) - wanted :])
    else:
        sources = sorted({source for _, source in documents.values()}, key=_lot)
        if len(sources) < 2:
            return Division(by, why="one_source")
        tested = set()
        for source in sources[:-1]:
            if len(tested) < wanted:
                tested |= {id for id, (_, mine) in documents.items() if mine == source}
    known = sorted(documents.keys() - tested, key=_lot)
    return Division(by, tuple(sorted(tested, key=_lot)), tuple(known))


def apart(division: Division, sketches: Mapping[str, Sketch[int]]) -> Division:
    """The division without known documents that are nearly the same as a tested one: they would flatter the curve."""
    tested = [sketches[id] for id in division.tested]
    known = tuple(
        id for id in division.known if not any(likeness(sketches[id], one) >= LIKE for one in tested if sketches[id])
    )
    if division.known and len(known) < FEWEST - FEWEST // TESTED:
        return replace(division, tested=(), known=(), why="few_apart")
    return replace(division, known=known)


def _lot(key: str) -> bytes:
    return hashlib.blake2s(key.encode("utf-8"), digest_size=8).digest()


def measure(
    project: Project,
    scheme: Scheme,
    call_worker: Worker,
    *,
    source: str | None = None,
    split: Split = "date",
    seed: int = 0,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """The report of docs/learning.md#measurement; nothing is kept but in the answer, and no model is changed.

    Takes a few times as long as training. Raises KnownError A603 where no document is finished, A604 for a source
    that is not there, A501; what `progress` raises ends it.
    """
    register, done = decided_by(project, scheme, source)
    rows = {row.id: (row.date, row.source) for row in project.rows(done, register.source)}
    division = apart(divide(rows, split), {id: sketch_of(project.document(id).text) for id in rows})
    names = known_names(project) or survey(project, call_worker)
    teacher = Teacher(project, scheme, call_worker, f"{model_path(project.path)}-measured", register, names=names)
    wanted = register.digests | dict.fromkeys(register.untouched(project, TEXTS), "")
    options = {"tested": list(division.tested), "known": list(division.known), "sizes": division.sizes}
    answer = teacher.teach(wanted, "learn_measure", options, progress)
    hour = hour_of(project, register.source)
    return {
        "source": register.source,
        "documents": answer["report"]["documents"],
        "words": answer["report"]["words"],
        "seconds": round(answer["seconds"], 2),
        "layers": {layer: _held_out(figures) for layer, figures in answer["report"]["layers"].items()},
        "split": {
            "by": split, "tested": len(division.tested), "known": len(division.known), "why": division.why or None,
        },
        "curve": [
            {
                "documents": point["documents"],
                "layers": {
                    layer: {label: tally(_sum(counts)) for label, counts in labels.items()}
                    for layer, labels in point["layers"].items()
                },
            }
            for point in answer["curve"]
        ],
        "hour": hour,
        "worth": worth(answer["curve"], division, hour, seed=seed),
        "cost": costing.course(project, register.source),
        "rates": {actor: catching.rates(project, actor) for actor in _annotators(project, register.source)},
        "assumption": ASSUMPTION,
        "why": WHY,
    }  # fmt: skip


def course(project: Project) -> dict[str, Any]:
    """What is known without measuring: {cost: {annotator: rows}, rates: {annotator: …}, done: {annotator: count}}."""
    names = comparing.annotators_of(project)
    return {
        "cost": {name: costing.course(project, name) for name in names},
        "rates": {name: catching.rates(project, name) for name in names},
        "done": {name: len(project.ids_with_status(name, "done")) for name in names},
    }


def _annotators(project: Project, source: str) -> list[str]:
    """Whose work the source is: its own, or that of all annotators where it is the adjudicator's."""
    return list(comparing.annotators_of(project)) if source == GOLD else [source]


def tally(counts: Sequence[int]) -> dict[str, Any]:
    """Precision, recall and F1 of (right, proposed, existing), with the reason where one is not defined."""
    right, proposed, existing = counts
    whys = {
        "precision": "" if proposed else "nothing_proposed",
        "recall": "" if existing else "nothing_there",
        "f1": "" if proposed + existing else "nothing_there",
    }
    return {
        **shares(right, proposed, existing),
        "f1": 2 * right / (proposed + existing) if proposed + existing else None,
        "why": {name: why for name, why in whys.items() if why},
    }


def shares(right: int, proposed: int, existing: int) -> dict[str, Any]:
    """The counts with precision and recall, each None where nothing was proposed or exists."""
    return {
        "right": right,
        "proposed": proposed,
        "existing": existing,
        "precision": right / proposed if proposed else None,
        "recall": right / existing if existing else None,
    }


def _held_out(figures: Mapping[str, Any]) -> dict[str, Any]:
    """A layer's held-out figures of what is shown, with those of the rules beside them."""
    table = {}
    for name in ("combined", "rules"):
        known = figures["suggesters"].get(name, {"all": {"right": 0, "proposed": 0, "existing": 0}, "labels": {}})
        table[name] = {
            label: tally((one["right"], one["proposed"], one["existing"]))
            for label, one in {"": known["all"], **known["labels"]}.items()
        }
    scored = sum(one["count"] for one in figures["reliability"])
    return {
        "labels": table["combined"],
        "rules": table["rules"],
        "confusion": figures["confusion"],
        "ece": figures["ece"],
        "scored": scored,
        "why": {} if scored else {"ece": "nothing_scored"},
        "reliability": figures["reliability"],
        "silent": figures["silent"],
        "events": figures["events"],
    }


def _sum(rows: Iterable[Sequence[int]]) -> list[int]:
    total = [0, 0, 0]
    for row in rows:
        for index, number in enumerate(row):
            total[index] += number
    return total


def _f1(rows: Iterable[Sequence[int]]) -> float:
    right, proposed, existing = _sum(rows)
    return 2 * right / (proposed + existing) if proposed + existing else 0.0


# -- another hour -------------------------------------------------------------------------------------------


def hour_of(project: Project, source: str) -> dict[str, Any]:
    """{documents, seconds, timed, why}: how many documents an hour takes, by the mean active time of finished ones."""
    spent = []
    for actor in _annotators(project, source):
        done = set(project.ids_with_status(actor, "done"))
        spent += [
            one.figures.active_seconds
            for one in project.document_stats(actor)
            if one.document in done and one.figures.active_seconds >= LEAST_TIME
        ]
    if len(spent) < FEWEST_TIMED:
        return {"documents": None, "seconds": None, "timed": len(spent), "why": "few_timed"}
    mean = sum(spent) / len(spent)
    return {"documents": HOUR / mean, "seconds": mean, "timed": len(spent), "why": None}


def worth(
    curve: Sequence[Mapping[str, Any]], division: Division, hour: Mapping[str, Any], *, seed: int = 0
) -> list[dict[str, Any]]:
    """By layer and label ("" for all): what another hour would add to F1, as {gain, low, high} or {why}; most first.

    `curve` has counts by tested document, as the worker answers. See ASSUMPTION.
    """
    chance = random.Random(seed)
    drawn = [[chance.randrange(len(division.tested)) for _ in division.tested] for _ in range(RESAMPLED)]
    points = curve[-LAST:]
    found = []
    for layer, labels in curve[-1]["layers"].items() if curve else ():
        for label, last in labels.items():
            right, proposed, existing = _sum(last)
            if not (proposed or existing):
                continue
            f1 = 2 * right / (proposed + existing)
            why = _why_not(points, existing, hour)
            row: dict[str, Any] = {"layer": layer, "label": label, "f1": f1, "existing": existing, "why": why or None}
            if not why:
                counts = [(point["documents"], point["layers"][layer][label]) for point in points]
                gains = sorted(_gain(counts, hour["documents"], rows) for rows in drawn)
                row["gain"] = _gain(counts, hour["documents"], range(len(division.tested)))
                cut = round(RESAMPLED * (1 - WITHIN) / 2)
                row["low"], row["high"] = gains[cut], gains[-1 - cut]
            found.append(row)
    return sorted(found, key=lambda one: (one["label"] != "", -one.get("gain", -9.0), one["layer"], one["label"]))


def _why_not(points: Sequence[Mapping[str, Any]], existing: int, hour: Mapping[str, Any]) -> str:
    if hour["why"]:
        return str(hour["why"])
    if len(points) < LAST:
        return "few_points"
    return "few_spans" if existing < FEWEST_SPANS else ""


def _gain(counts: Sequence[tuple[int, Sequence[Sequence[int]]]], more: float, rows: Iterable[int]) -> float:
    """What so many more documents add to F1 on these tested documents, by the slope over the doublings."""
    chosen = list(rows)
    scores = [_f1(by_document[row] for row in chosen) for _, by_document in counts]
    doublings = [math.log2(documents) for documents, _ in counts]
    slope = linear_regression(doublings, scores).slope
    last = counts[-1][0]
    ahead = min(math.log2((last + more) / last), doublings[-1] - doublings[0])  # no further than the slope was seen
    return max(-scores[-1], min(1.0 - scores[-1], slope * ahead))
