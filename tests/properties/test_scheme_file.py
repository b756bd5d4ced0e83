"""Any text at all, given as a scheme file, loads or is refused with A301; nothing else comes out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.scheme_file import MOST_BYTES, load
from annotator.errors import KnownError
from annotator.resources import resource

CONLL = resource("schemes", "conll-nl.toml").read_text(encoding="utf-8")
CONFLICT = resource("schemes", "conflict-nl.toml").read_text(encoding="utf-8")

FIELDS = ["name", "version", "language", "names", "colours", "layers", "labels", "roles", "attributes", "layer"]
FIELDS += ["kind", "is_event", "key", "colour", "light", "dark", "guideline", "examples", "fillers", "types"]
FIELDS += ["values", "default", "value_names"]
WORDS = ['"entities"', '"flat"', '"nl"', '"#286ca9"', "1", "true", "1.5", "nan", "1979-05-27", "[]", "{}", '["a"]']
WORDS += ["[[1]]", '""', '"x"', "[{}]", "{ light = 1 }", "'''\n'''", '{ nl = "a" }', "-0", "0x1f", '"\\u0000"']

lines = st.one_of(
    st.builds("{} = {}".format, st.sampled_from(FIELDS), st.sampled_from(WORDS)),
    st.builds("[[{}]]".format, st.sampled_from(FIELDS)),
    st.builds("[{}.{}]".format, st.sampled_from(FIELDS), st.sampled_from(FIELDS)),
    st.builds("{}.{} = {}".format, st.sampled_from(FIELDS), st.sampled_from(FIELDS), st.sampled_from(WORDS)),
)


def loads_or_is_refused(source: str) -> bool:
    try:
        scheme = load(source, name="any.toml")
    except KnownError as error:
        is_told_well = error.code == "A301" and "any.toml" in error.what and "\n" not in str(error)
        if not is_told_well:
            raise
        return False
    assert scheme.source == source
    assert load(scheme.source, name="again.toml") == scheme
    assert all(scheme.labels_of(layer.name) for layer in scheme.layers)
    return True


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_text(source: str) -> None:
    loads_or_is_refused(source)


@given(st.lists(lines, max_size=25).map("\n".join))
def test_any_lines_in_the_manner_of_a_scheme(source: str) -> None:
    loads_or_is_refused(source)


@settings(max_examples=200)
@given(st.data())
def test_a_good_file_with_any_piece_replaced(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CONLL)))
    end = data.draw(st.integers(start, min(len(CONLL), start + 40)))
    piece = data.draw(st.one_of(st.text(max_size=10), st.sampled_from(WORDS), lines))
    loads_or_is_refused(CONLL[:start] + piece + CONLL[end:])


@settings(max_examples=100)
@given(st.data())
def test_a_good_file_with_any_lines_gone_or_moved(data: st.DataObject) -> None:
    rows = CONFLICT.split("\n")
    start = data.draw(st.integers(0, len(rows)))
    end = data.draw(st.integers(start, min(len(rows), start + 8)))
    at = data.draw(st.integers(0, len(rows)))
    moved = rows[start:end] if data.draw(st.booleans()) else []
    left = rows[:start] + rows[end:]
    loads_or_is_refused("\n".join(left[:at] + moved + left[at:]))


def test_the_good_files_load() -> None:
    assert loads_or_is_refused(CONLL)
    assert loads_or_is_refused(CONFLICT)


WORST = [
    "a" + ".a" * 7 + " = 1",
    "a" + ".a" * 790 + " = 1",
    "[" + "a." * 7 + "a]",
    "[[labels]]",
    "a = [" + "[" * 80 + "]" * 81,
    "a = { b = { c = { d = 1 } } }",
    '"""',
    '"a" . ' * 19,
    "a" * 100_000,
    "a = '" + '"' * 100_000 + "'",
    "#" * 3000,
]


@pytest.mark.parametrize("row", WORST)
def test_the_worst_files_of_full_size_do_not_hold_up_the_program(row: str) -> None:
    count = MOST_BYTES // (len(row.encode()) + 12)
    source = "\n".join(row.replace("a", f"k{number}", 1) for number in range(count))
    began = time.process_time()
    loads_or_is_refused(source)
    assert time.process_time() - began < 60  # a guard against hanging: 3.5 s when alone
