"""The file of a learned suggester: a ZIP of JSON and taggers' bytes, hashed, versioned, replaced in one step."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import time
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.nlp.worker.learned.choosing import LIKELY
from annotator.nlp.worker.learned.combiner import Combiner
from annotator.nlp.worker.learned.fillers import EventModel
from annotator.nlp.worker.learned.lessons import Shape
from annotator.nlp.worker.learned.manifest import FORMAT, MANIFEST, UNREADABLE, count_of, manifest_in, parsed
from annotator.nlp.worker.learned.memory import Memory
from annotator.nlp.worker.learned.sequences import Model, Votes
from annotator.nlp.worker.learned.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = "1"  # of the suggester, for provenance
_LEFT_AFTER = 3600.0  # seconds; a model is saved in a few


@dataclass(slots=True)
class Layer:
    """What is known of one layer: its tagger, its memory, and the labels on which each voter has to be silent.

    `defers`: what was learned has not yet shown that it does well to overrule the rules; `least`: the chance from which
    it is shown.
    """

    memory: Memory
    tagger: Model = field(default_factory=lambda: Model(b""))
    events: EventModel = field(default_factory=EventModel)
    silent: dict[str, str] = field(default_factory=dict)  # "voter label" -> why
    defers: bool = True
    least: float = LIKELY


@dataclass(slots=True)
class Learned:
    """Everything the suggester has learned, and the hash of the decisions it has seen."""

    shape: Shape
    statistics: Statistics
    layers: dict[str, Layer]
    combiner: Combiner
    places: Combiner = field(default_factory=Combiner)  # as `combiner`: whether a span is there, whatever its label
    decisions: str = ""
    finished: int = 0
    names: dict[str, Any] = field(default_factory=dict)  # the corpus's survey that the rules used
    has_pieces: bool = True
    lessons: dict[str, str] = field(default_factory=dict)  # document -> hash of the decisions learned from
    deep: int = 0  # finished documents at the last learning in depth
    source: str = ""  # whose decisions they are
    report: dict[str, Any] = field(default_factory=dict)


def save(learned: Learned, path: Path) -> int:
    """Writes the file beside its place, then puts it there in one step; returns its size in bytes. KnownError A002."""
    parts: dict[str, bytes] = {
        "state.json": _dumped(
            {
                "shape": learned.shape.to_json(),
                "combiner": learned.combiner.to_json(),
                "places": learned.places.to_json(),
                "finished": learned.finished,
                "names": learned.names,
                "has_pieces": learned.has_pieces,
                "report": learned.report,
                "layers": {name: _layer_json(one) for name, one in learned.layers.items()},
            }
        ),
        "statistics.json": _dumped(learned.statistics.to_json()),
    }
    for number, layer in enumerate(learned.layers.values()):
        parts[f"{number}.last"], parts[f"{number}.first"] = layer.tagger.last, layer.tagger.first
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "decisions": learned.decisions,
        "lessons": learned.lessons,
        "labels": learned.shape.to_json()["labels"],
        "deep": learned.deep,
        "source": learned.source,
        "parts": hashes,
    }
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        _clear_left(path)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
            file.writestr(MANIFEST, _dumped(manifest))
            for name, content in parts.items():
                file.writestr(name, content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):  # of a folder that takes nothing it is told below
            beside.unlink(missing_ok=True)
        raise KnownError("A002", f"{path}: {error.strerror}", "free some space, or make the folder writable") from error
    return path.stat().st_size


def _clear_left(path: Path) -> None:
    """Takes away what workers that were killed while saving left beside the model."""
    for left in path.parent.glob(f"{glob.escape(path.name)}.*.new"):
        with suppress(OSError):  # another worker's who is at it, or gone by now
            if time.time() - left.stat().st_mtime > _LEFT_AFTER:
                left.unlink()


def load(path: Path) -> Learned:
    """Reads what `save` wrote; raises KnownError A504 for anything else."""
    try:
        with zipfile.ZipFile(path) as file:
            manifest = manifest_in(file)
            parts = {name: file.read(name) for name in manifest["parts"]}
        for name, digest in manifest["parts"].items():
            if hashlib.sha256(parts[name]).hexdigest() != digest:
                raise ValueError(f"{name} is damaged")
        return _learned(parsed(parts["state.json"]), parts, manifest)
    except FileNotFoundError as error:
        raise KnownError(
            "A504", "nothing was learned from this project yet", "finish articles, then train it"
        ) from error
    except UNREADABLE as error:
        raise KnownError(
            "A504", f"{path.name} is no learned suggester that can be used: {error}"[:300], "train it again"
        ) from error


def _learned(state: Mapping[str, Any], parts: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Learned:
    layers = {}
    for number, (name, value) in enumerate(state["layers"].items()):
        votes = value["votes"]
        known = None if votes is None else Votes({word: (str(tag), int(level)) for word, (tag, level) in votes.items()})
        tagger = Model(parts[f"{number}.last"], parts[f"{number}.first"], known)
        layers[name] = Layer(
            Memory.from_json(value["memory"]),
            tagger,
            EventModel.from_json(value["events"]),
            {what: str(why) for what, why in value["silent"].items()},
            bool(value["defers"]),
            float(value["least"]),
        )
    shape = Shape.from_json(state["shape"])
    if layers.keys() != shape.labels.keys():
        raise ValueError("its layers are not those of its labels")
    return Learned(
        shape=shape,
        statistics=Statistics.from_json(parsed(parts["statistics.json"])),
        layers=layers,
        combiner=Combiner.from_json(state["combiner"]),
        places=Combiner.from_json(state["places"]),
        decisions=manifest["decisions"],
        finished=count_of(state["finished"]),
        names=state["names"],
        has_pieces=bool(state["has_pieces"]),
        report=dict(state["report"]),
        lessons=dict(manifest["lessons"]),
        deep=count_of(manifest.get("deep", 0)),
        source=manifest.get("source", ""),
    )


def _layer_json(layer: Layer) -> dict[str, Any]:
    votes = layer.tagger.votes
    return {
        "memory": layer.memory.to_json(),
        "events": layer.events.to_json(),
        "silent": layer.silent,
        "defers": layer.defers,
        "least": layer.least,
        "votes": None if votes is None else {word: list(one) for word, one in votes.corpus.items()},
    }


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
