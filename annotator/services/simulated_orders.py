"""Simulation in several orders drawn by lot: what a span costs by how many documents were done, and its trend."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.services.simulating import EVERY, NAMES, RULES, work_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.scheme import Scheme
    from annotator.services.learning import Worker
    from annotator.services.simulating import Finished, Settings

    Progress = Callable[[int, int], None]

_Row = TypeVar("_Row")
DRAWS = 1_000  # of the documents, for the intervals
COUNTED_FROM = 20  # documents; before it there is little to learn from


@dataclass(frozen=True, slots=True)
class Met:
    """One document in one order: how many were done before it, its gold spans, and actions by suggester."""

    document: str
    before: int
    spans: int
    actions: dict[str, int]


def work_in_orders(
    scheme: Scheme,
    work: Sequence[Finished],
    call: Worker,
    settings: Settings,
    *,
    orders: int,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """`work_through` in so many orders, the first drawn by the settings' seed and the next by the numbers after it.

    Answers {documents, spans, orders, seeds, points: [{first, last, spans, actions_per_span: {name}}], later: {name:
    actions a span from document 21 on}, slopes: {name: {per_ten, low, high}}, against_rules: the same of what a span
    costs more than by the rules alone, runs: [reports]}.
    """
    runs, met = [], []
    for number in range(orders):
        shuffled = list(work)
        random.Random(settings.seed + number).shuffle(shuffled)

        def show(done: int, total: int, *, passed: int = number) -> None:
            if progress:
                progress(passed * total + done, orders * total)

        report = work_through(scheme, shuffled, call, settings, progress=show)
        runs.append(report)
        met += [Met(one["document"], before, one["spans"], one["actions"]) for before, one in enumerate(report["each"])]
    return {
        "documents": len(work),
        "spans": sum(len(one.spans) for one in work),
        "orders": orders,
        "seeds": [settings.seed + number for number in range(orders)],
        "points": [
            {
                "first": first + 1,
                "last": min(first + EVERY, len(work)),
                "spans": sum(one.spans for one in met if first <= one.before < first + EVERY),
                "actions_per_span": {name: _cost(_between(met, first, first + EVERY), name) for name in NAMES},
            }
            for first in range(0, len(work), EVERY)
        ],
        "later": {name: _cost(_between(met, COUNTED_FROM, len(work)), name) for name in NAMES},
        "slopes": {name: slope(met, name) for name in NAMES},
        "against_rules": {name: slope_against(met, name, RULES) for name in NAMES},
        "runs": runs,
    }


def _between(met: Iterable[Met], first: int, last: int) -> list[Met]:
    return [one for one in met if first <= one.before < last]


def _cost(met: Sequence[Met], name: str) -> float:
    spans = sum(one.spans for one in met)
    return sum(one.actions[name] for one in met) / spans if spans else 0.0


def slope(met: Sequence[Met], name: str) -> dict[str, float]:
    """{per_ten, low, high}: by how much ten documents more change the actions of a span, with the 95 % interval.

    Each document is compared with itself at its other places, so that easy and hard ones cannot make a trend: least
    squares with a constant for each document, its spans as weight. The interval draws documents anew, with all their
    places; 0 everywhere where no document stands at two places.
    """
    parts: dict[str, tuple[float, float]] = {}
    by_document: dict[str, list[Met]] = defaultdict(list)
    for one in met:
        if one.spans:
            by_document[one.document].append(one)
    for document, places in by_document.items():
        middle = sum(one.before for one in places) / len(places)
        along = sum(one.actions[name] * (one.before - middle) for one in places)
        spread = sum(one.spans * (one.before - middle) ** 2 for one in places)
        parts[document] = along, spread
    return _with_interval(list(parts.values()), _ratio)


def slope_against(met: Sequence[Met], name: str, other: str) -> dict[str, float]:
    """As `slope`, of what a span costs by one suggester more than by another in the same document.

    One order will do.
    """
    rows = [(one.before, one.spans, one.actions[name] - one.actions[other]) for one in met if one.spans]
    return _with_interval(rows, _steepness)


def _steepness(rows: Sequence[tuple[int, int, int]]) -> float:
    """Least squares over (documents before, spans, actions), the spans as weight."""
    spans = sum(one for _, one, _ in rows)
    if not spans:
        return 0.0
    middle = sum(one * before for before, one, _ in rows) / spans
    level = sum(actions for _, _, actions in rows) / spans
    along = sum((before - middle) * (actions - level * one) for before, one, actions in rows)
    spread = sum(one * (before - middle) ** 2 for before, one, _ in rows)
    return along / spread if spread else 0.0


def _with_interval(rows: Sequence[_Row], measure: Callable[[Sequence[_Row]], float]) -> dict[str, float]:
    chance = random.Random(0)  # the same rows have the same interval
    drawn = sorted(measure(chance.choices(rows, k=len(rows))) for _ in range(DRAWS)) if rows else [0.0]
    low, high = drawn[int(0.025 * len(drawn))], drawn[min(len(drawn) - 1, int(0.975 * len(drawn)))]
    return {"per_ten": EVERY * measure(rows), "low": EVERY * low, "high": EVERY * high}


def _ratio(rows: Sequence[tuple[float, float]]) -> float:
    spread = sum(one for _, one in rows)
    return sum(one for one, _ in rows) / spread if spread else 0.0
