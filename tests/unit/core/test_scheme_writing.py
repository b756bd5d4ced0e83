"""A scheme that is written as a file is read back as it was; the built-in ones to begin with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.scheme_file import load
from annotator.core.scheme_writing import to_toml
from annotator.services.schemes import builtin_names, load_builtin


@pytest.mark.parametrize("name", builtin_names())
def test_the_built_in_schemes_come_back(name) -> None:
    scheme = load_builtin(name)
    source = to_toml(scheme, remarks=["a remark"])
    assert source.startswith("# a remark\n\n")
    assert replace(load(source, name="again.toml"), source="") == replace(scheme, source="")


def test_what_would_end_a_string_does_not() -> None:
    scheme = load_builtin("conll-nl")
    first = scheme.labels[0]._replace(
        guideline={"nl": 'hij zei """ja""" en \\n, "', "en": "# head\n- one\n- two\n\nlast"},
        names={"nl": 'een "naam" \\ 😀', "nl-BE": "ne naam"},
        examples=('zegt "[Jan]"', "\\"),
    )
    changed = replace(scheme, labels=(first, *scheme.labels[1:]), note={"nl": "let op"})
    assert load(to_toml(changed), name="again.toml").labels[0] == first
    assert load(to_toml(changed), name="again.toml").note == {"nl": "let op"}
