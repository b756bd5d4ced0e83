"""Memory of exports by the number of articles: `pytest -o addopts= tests/bench/test_export_memory.py -s`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.bench.bench_export_memory import WRITERS, made, measured

SMALL, LARGE = 1_500, 6_000  # the smaller one fills a part of a spaCy corpus, and a group of rows of Parquet
MOST = 1.12


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as found:
        yield Path(found)


@pytest.mark.parametrize("is_listed", [False, True])
@pytest.mark.parametrize("name", WRITERS)
def test_memory_does_not_grow_with_the_articles(folder, name, is_listed):
    if is_listed and name not in ("spacy", "conll2002"):
        pytest.skip("carries spans off the tokens, or lists them as conll2002 does")
    small, large = (measured(made(folder, articles, is_listed=is_listed), name, folder) for articles in (SMALL, LARGE))
    told = ", ".join(f"{one.program:.0f} and {one.worker:.0f}" for one in (small, large))
    print(f"\n{name}, {SMALL:,} and {LARGE:,} articles: MB of program and worker {told}", end="")
    print(f"; {large.listed:,} of {large.spans:,} spans listed")
    assert large.program <= MOST * small.program
    assert large.worker <= MOST * small.worker
    assert not is_listed or large.listed > 0.9 * large.spans
