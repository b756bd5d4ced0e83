"""The learning curve: how good the suggester is on fixed documents by how many others it has learned from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.learned.figures import LayerFigures
from annotator.nlp.worker.learned.lessons import NOTHING
from annotator.nlp.worker.learned.suggester import Suggester
from annotator.nlp.worker.learned.training import Material, learn

if TYPE_CHECKING:
    from annotator.nlp.worker.learned.lessons import Prepared
    from annotator.nlp.worker.learned.pupil import Pupil

TESTED = 5  # every fifth finished document, by date, is never learned from
POINTS = (0.1, 0.25, 0.5, 1.0)
FEWEST = 10  # finished documents below which there is no curve
Report = Callable[[int, int], None]


def of(pupil: Pupil, report: Report) -> list[dict[str, Any]]:
    """[{documents, layers: {layer: {all, labels}}}] by growing number of documents; [] below ten."""
    finished = pupil.finished()
    if len(finished) < FEWEST:
        return []
    cut = len(finished) - len(finished) // TESTED  # the latest are tested, as they will be in use
    known, tested = finished[:cut], finished[cut:]
    sizes = sorted({max(1, round(len(known) * share)) for share in POINTS})
    points = []
    for number, size in enumerate(sizes):
        report(number, len(sizes))
        points.append({"documents": size, "layers": _measured(pupil, known[:size], tested)})
    return points


def _measured(pupil: Pupil, known: list[Prepared], tested: list[Prepared]) -> dict[str, Any]:
    blank = [replace(one, decided=NOTHING) for one in tested]
    learned, _ = learn(Material(pupil.shape, known, unfinished=blank, names=pupil.names))
    suggester = Suggester(learned)
    figures = {layer: LayerFigures() for layer in pupil.shape.labels}
    for prepared, empty in zip(tested, blank, strict=True):
        shown, _ = suggester.suggest(empty)
        for layer, one in figures.items():
            one.add("combined", prepared.placed(layer), [(s.fragments, s.label) for s in shown if s.layer == layer])
    return {layer: one.to_json()["suggesters"].get("combined", {}) for layer, one in figures.items()}
