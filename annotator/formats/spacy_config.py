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
ANY_LANGUAGE = "xx"  # spaCy's, which every installation has
# Those that spaCy 3.8 knows; a config that names another cannot be loaded.
_CODES = (
    "af am ar az bg bn bo ca cs da de dsb el en es et eu fa fi fo fr ga gd grc gu he hi hr hsb ht hu hy id is it ja "
    "kmr kn ko ky la lb lg lij lt lv mk ml mr ms nb ne nl nn pl pt ro ru sa si sk sl sq sr sv ta te th ti tl tn tr "
    "tt uk ur vi yo zh"
)
LANGUAGES = frozenset(_CODES.split())
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


def spacy_language(language: str) -> str:
    """What spaCy calls a language: `nl` for nl-BE too, and `xx`, which is any, for one that it does not know."""
    primary = language.lower().partition("-")[0]
    return primary if primary in LANGUAGES else ANY_LANGUAGE


def _common(folder: Path, places: Mapping[str, str], *, language: str, seed: int) -> dict[str, str]:
    """Places in full, so that the config can be used from anywhere; README.md says what to do once it is moved."""
    named = {"train": places["train"], "dev": places["dev"], "tokenizer": "tokenizer"}
    return {
        **{key: json.dumps((folder.resolve() / name).as_posix(), ensure_ascii=False) for key, name in named.items()},
        "language": json.dumps(spacy_language(language)),
        "seed": str(seed),
    }


def _template(name: str) -> str:
    return resource("exports", name).read_text(encoding="utf-8")


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _MARK.sub(lambda mark: values[mark[1]], template)
