"""Files of columns, whatever text, tokens and spans: each span is read back or listed; CoNLL-U Plus keeps the text."""

from __future__ import annotations

import tempfile
from pathlib import Path

import conllu
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats import conll, conll_reader, conllu_plus, conllu_reader, parquet, parquet_reading
from tests.unit.formats.exported import CORPORA, assert_in_is_out_and_listed, in_process, options

MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("2002", conll_reader.read),
        ("2003", conll_reader.read),
        ("2003_iob1", conll_reader.read_iob1),
        ("biluo", conll_reader.read_biluo),
    ],
)
def test_what_conll_carries_our_reader_finds(kind, read):
    @settings(MANY, max_examples=50)
    @given(CORPORA)
    def holds(corpus):
        choices = options(*corpus, call_worker=in_process)
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            written = getattr(conll, f"write_{kind}")(iter(corpus), out, choices)
            carried = list(conll.check(out, choices))
            assert_in_is_out_and_listed(corpus, written.listed, carried)
            if not any(len(document.tokens) for document in corpus):
                return  # a file without words is refused
            spans = [span for document in read(out / "entities.conll", {}) for span in document.spans]
            meant = [one.label for one in carried if one.layer == "entities"]
            assert [span.label for span in spans] == meant

    holds()


@MANY
@given(CORPORA)
def test_conllu_plus_gives_the_text_back_and_carries_or_lists_every_span(corpus):
    choices = options(*corpus)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.conllup")
        written = conllu_plus.write(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, conllu_reader.check(out, choices))
        for document, back in zip(corpus, conllu_reader.read(out, {}), strict=True):
            for name in ("id", "text", "title", "annotator", "status"):
                assert getattr(back, name) == getattr(document, name)
        words = [len(sentence) for sentence in conllu.parse(out.read_text("utf-8"))]
        assert sum(words) == sum(len(document.tokens) for document in corpus)


@settings(MANY, max_examples=60)
@given(CORPORA)
def test_parquet_gives_back_what_it_was_given(corpus):
    choices = options(*corpus)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = parquet.write(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, parquet.check(out, choices))
        back = {one.id: one for path in written.files[:-1] for one in parquet_reading.read(path, {})}
        for document in corpus:
            found = back[document.id]
            assert {span.id: span for span in found.spans} == {span.id: span for span in document.spans}
            for name in ("text", "title", "meta", "annotator", "status", "rejected", "comments"):
                assert getattr(found, name) == getattr(document, name)
