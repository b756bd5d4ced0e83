"""The README of a spaCy corpus: what is in the folder, and the commands that train on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLACES = "--paths.train train.spacy --paths.dev dev.spacy --paths.tokenizer tokenizer"
_WHAT = {"config-ner.cfg": "ner", "config-spancat.cfg": "spancat"}


def readme(meta: Mapping[str, Any], labels: Mapping[str, Mapping[str, int]], *, configs: Sequence[str]) -> str:
    """The text; `meta` is what meta.json holds, `labels` counts spans by layer and label."""
    ents, groups = meta["ents"], meta["span_groups"]
    lines = [
        f"A corpus for spaCy 3.8, made by {meta['made_by']} with the scheme {meta['scheme'] or '(none)'}.",
        "",
        *(f"{split}.spacy: {len(members)} documents" for split, members in meta["splits"].items()),
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
        "Inside this folder, wherever it stands:",
        "",
    ]
    for config in configs:
        lines += [
            f"    python -m spacy debug data {config} {_PLACES}",
            f"    python -m spacy train {config} --output model-{_WHAT[config]} {_PLACES}",
            "",
        ]
    if not configs:
        lines += ["    (there is no span to train on)", ""]
    lines += [
        "Where the folder has not been moved, the options for places can be left out: the configs know it.",
    ]
    if "test" in meta["splits"]:
        lines += ["To measure a trained model:", ""]
        lines += [
            f"    python -m spacy evaluate model-{_WHAT[config]}/model-best test.spacy"
            + (f" --spans-key {next(iter(groups))}" if config == "config-spancat.cfg" else "")
            for config in configs
        ]
    return "\n".join(lines) + "\n"


def _counted(labels: Mapping[str, int]) -> str:
    return ", ".join(f"{label} {count}" for label, count in labels.items()) or "no spans"


def _listed(sizes: Sequence[int]) -> str:
    return ", ".join(map(str, sizes))
