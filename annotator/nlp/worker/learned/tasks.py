"""The worker's tasks of learning: which documents are missing, take them, learn fast, learn in depth, suggest."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.suggestion import to_json
from annotator.errors import KnownError
from annotator.nlp.worker.learned import curve
from annotator.nlp.worker.learned.lessons import NOTHING, Decided, Shape, prepare
from annotator.nlp.worker.learned.pupil import Pupil, digests_wanted
from annotator.nlp.worker.learned.suggester import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

    Report = Callable[[int, int], None]

_PUPILS: dict[str, Pupil] = {}  # by path of the model; one project at a time


def learn_sync(payload: Mapping[str, Any], _report: Report) -> dict[str, Any]:
    """Task: {model, shape, names, source, documents: {id: hash of its decisions or ""}} to {missing: [id]}.

    `source`: whose decisions they are, "" where that is not asked; a model of another's is made anew.
    """
    shape, source = Shape.from_json(payload["shape"]), str(payload.get("source", ""))
    pupil = _PUPILS.get(payload["model"])
    if pupil is None or (pupil.shape, pupil.source) != (shape, source):
        _PUPILS.clear()
        pupil = _PUPILS[payload["model"]] = Pupil(shape, payload["names"], source)
    pupil.names = payload["names"]
    return {"missing": digests_wanted(pupil, payload["documents"])}


def pupil_at(model: str) -> Pupil | None:
    """What is kept of the project with that model; None where this worker knows nothing of it."""
    return _PUPILS.get(model)


def learn_documents(payload: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Task: {model, documents: [as for `suggest`, with decided and digest], pipelines} to {taken}, or {lost: true}.

    `pipelines`: names of installed ones, which are to be weighed by how they did on what is complete.

    `lost` where this worker knows nothing of the project, having been started anew: sync again.
    """
    from annotator.nlp.worker.suggest import (
        by_pipelines,
        by_rules,
        document_of,
    )  # lazy: suggest.py itself comes here for tasks

    pupil = _PUPILS.get(payload["model"])
    if pupil is None:
        return {"lost": True}
    for number, value in enumerate(payload["documents"], start=1):
        document = document_of(value)
        decided = Decided.from_json(value["decided"]) if value.get("decided") else NOTHING
        entities, events = by_rules(document, pupil.names, has_events=bool(pupil.shape.event_layers))
        prepared = prepare(document, pupil.shape, entities, events, decided)
        if decided.is_complete and payload.get("pipelines"):
            labels = {layer: frozenset(names) for layer, names in pupil.shape.labels.items()}
            others = by_pipelines(document, payload["pipelines"], labels, pupil.shape.event_layers)
            prepared = replace(prepared, others=others)
        pupil.take(prepared, value["digest"])
        report(number, len(payload["documents"]))
    return {"taken": len(payload["documents"])}


def learn_update(payload: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Task: {model, decisions, gone} to {decisions, learned: [id], stale: [id], seconds}.

    What is new is learned at once.

    `gone`: ids of documents that the model knows decisions of and that have none any more.
    `stale`: documents decided otherwise before, whose old decisions only learning in depth can take back.
    """
    pupil = _PUPILS.get(payload["model"])
    if pupil is None:
        return {"lost": True}
    started = time.monotonic()
    new, stale = pupil.update(payload["decisions"], Path(payload["model"]), report, gone=payload.get("gone", ()))
    return {"decisions": payload["decisions"], "learned": new, "stale": stale, "seconds": time.monotonic() - started}


def learn_deep(payload: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Task: {model, decisions, curve} to {decisions, report, seconds}: everything is learned anew."""
    pupil = _PUPILS.get(payload["model"])
    if pupil is None:
        return {"lost": True}
    started = time.monotonic()
    learned = pupil.learn_deep(payload["decisions"], Path(payload["model"]), report)
    answer = {**learned.report, "seconds": time.monotonic() - started}
    if payload.get("curve"):
        answer["curve"] = curve.of(pupil, report)
    return {"decisions": payload["decisions"], "report": answer}


def suggest_learned(
    document: Document,
    path: str,
    entities: Sequence[Suggestion],
    events: Sequence[Suggestion],
    others: Sequence[Suggestion],
    labels: Mapping[str, frozenset[str]],
) -> tuple[list[Suggestion], list[list[Any]]]:
    """Suggestions for a document by the model at `path`, and [suggestion, why] of the hidden ones.

    `entities` and `events` are what the rules found, `others` what pipelines found. Raises KnownError A504 for a model
    that cannot be used, also where the scheme has other `labels` by now.
    """
    pupil = _PUPILS.get(path)
    suggester = pupil.suggester(Path(path)) if pupil is not None else opened(path)
    if {layer: frozenset(names) for layer, names in suggester.learned.shape.labels.items()} != labels:
        raise KnownError("A504", "the scheme has other labels than when this was learned", "train it again")
    prepared = prepare(document, suggester.learned.shape, entities, events, NOTHING)
    more = pupil.more(prepared) if pupil is not None else {}
    shown, hidden = suggester.suggest(prepared, others=others, more=more)
    return shown, [[to_json(one.suggestion), one.why] for one in hidden]
