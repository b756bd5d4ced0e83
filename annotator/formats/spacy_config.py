"""Training configs for spaCy, filled in from the templates in resources/exports."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from annotator.errors import BugError
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

INCORRECT_SPANS = "incorrect_spans"  # the key in config-ner.cfg under which rejected suggestions are found
_MARK = re.compile(r"\{\{(\w+)\}\}")


def ner_config(folder: Path, *, places: Mapping[str, str], language: str, seed: int) -> str:
    """The config for `ner` on the corpus in `folder`; `places` names the file or folder of each split in it."""
    return _filled(_template("config-ner.cfg"), _common(folder, places, language=language, seed=seed))


def spancat_config(
    folder: Path, sizes: Mapping[str, Sequence[int]], *, places: Mapping[str, str], language: str, seed: int
) -> str:
    """The config with one `spancat` for each spans key in `sizes`, which gives the span lengths in tokens.

    A single one is called spancat, several spancat_1, spancat_2 … The suggester proposes just these
    lengths: with spaCy's own 1 to 3 tokens longer spans could never be found.
    """
    if not sizes:
        raise BugError("a spancat config needs at least one spans key")
    names = {key: "spancat" if len(sizes) == 1 else f"spancat_{number}" for number, key in enumerate(sizes, start=1)}
    block = _template("component-spancat.cfg")
    blocks = [
        _filled(block, {"spans_key": json.dumps(key), "sizes": json.dumps(sorted(lengths)), "name": names[key]})
        for key, lengths in sizes.items()
    ]
    weights = [
        f"spans_{key}_{measure} = {round(1 / len(sizes), 4) if measure == 'f' else 0.0}"
        for key in sizes
        for measure in "fpr"
    ]
    # The factory weighs its default key; without these three lines a column of zeros stands in the training log.
    weights += [f"spans_sc_{measure} = null" for measure in "fpr" if "sc" not in sizes]
    values = {
        **_common(folder, places, language=language, seed=seed),
        "pipeline": json.dumps(["tok2vec", *names.values()]),
        "score_weights": "\n".join(weights),
        "spancats": "\n".join(blocks),
    }
    return _filled(_template("config-spancat.cfg"), values)


def _common(folder: Path, places: Mapping[str, str], *, language: str, seed: int) -> dict[str, str]:
    """Places in full, so that the config can be used from anywhere; README.md says what to do once it is moved."""
    named = {"train": places["train"], "dev": places["dev"], "tokenizer": "tokenizer"}
    return {
        **{key: json.dumps((folder.resolve() / name).as_posix(), ensure_ascii=False) for key, name in named.items()},
        "language": json.dumps(language),
        "seed": str(seed),
    }


def _template(name: str) -> str:
    return resource("exports", name).read_text(encoding="utf-8")


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _MARK.sub(lambda mark: values[mark[1]], template)
