"""The README of a spaCy corpus: what is in the folder, and the commands that train on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WHAT = {"config-ner.cfg": "ner", "config-spancat.cfg": "spancat"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the README tells of a corpus; `places` are the file or folder of each split, `labels` counts by layer."""

    made_by: str
    scheme: str
    ents: str
    groups: Mapping[str, Sequence[int]]
    files: Mapping[str, Mapping[str, int]]  # of each split: its files, and how many documents they hold
    places: Mapping[str, str]
    labels: Mapping[str, Mapping[str, int]]


def readme(facts: Facts, *, configs: Sequence[str]) -> str:
    """The text."""
    ents, groups, labels = facts.ents, facts.groups, facts.labels
    lines = [
        f"A corpus for spaCy 3.8, made by {facts.made_by} with the scheme {facts.scheme or '(none)'}.",
        "",
        *(_split_line(facts.places[split], files) for split, files in facts.files.items()),
        "",
    ]
    if ents:
        lines.append(f"doc.ents holds the layer {ents}: {_counted(labels.get(ents, {}))}")
    for group, sizes in groups.items():
        counted = _counted(labels.get(group, {}))
        lines.append(f"doc.spans[{group!r}] holds the layer {group}: {counted}; lengths in tokens: {_listed(sizes)}")
    lines += [
        'doc.spans["incorrect_spans"] holds suggestions that were rejected: ner learns from them, too.',
        "events.jsonl holds every document with all that was decided, events with roles and attributes among it.",
        "tokenizer/ is an empty pipeline with the tokenizer the spans were made on; the configs copy it, so that",
        "training and use see the same tokens. Load a trained model as any other; it needs nothing of this folder.",
        "",
        *_commands(facts, configs),
    ]
    return "\n".join(lines) + "\n"


def _commands(facts: Facts, configs: Sequence[str]) -> Iterator[str]:
    yield from ("Inside this folder, wherever it stands:", "")
    named = {split: facts.places[split] for split in ("train", "dev") if split in facts.places}
    given = " ".join(f"--paths.{name} {place}" for name, place in {**named, "tokenizer": "tokenizer"}.items())
    for config in configs:
        yield f"    python -m spacy debug data {config} {given}"
        yield f"    python -m spacy train {config} --output model-{_WHAT[config]} {given}"
        yield ""
    if configs:
        yield "Where the folder has not been moved, the options for places can be left out: the configs know it."
    else:
        why = "span to train on" if "train" in facts.places else "article to train on"
        yield from (f"    (there is no {why})", "")
    if "test" in facts.places:
        yield from ("To measure a trained model:", "")
        key = next(iter(facts.groups), "")
        models = {"config-ner.cfg": facts.labels.get(facts.ents), "config-spancat.cfg": key}
        for config in configs or [name for name, has_any in models.items() if has_any]:
            model = f"model-{_WHAT[config]}/model-best" if configs else "MODEL"
            option = f" --spans-key {key}" if config == "config-spancat.cfg" else ""
            yield f"    python -m spacy evaluate {model} {facts.places['test']}{option}"


def _split_line(place: str, files: Mapping[str, int]) -> str:
    count = sum(files.values())
    documents = counted(count, "document")
    if len(files) == 1:
        return f"{place}: {documents}"
    return f"{place}/: {documents} in {len(files)} files; spaCy takes the folder as it takes a file"


def _counted(labels: Mapping[str, int]) -> str:
    return ", ".join(f"{label} {count}" for label, count in labels.items()) or "no spans"


def _listed(sizes: Sequence[int]) -> str:
    return ", ".join(map(str, sizes))
