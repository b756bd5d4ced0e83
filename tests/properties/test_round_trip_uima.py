"""WebAnno TSV and CAS, whatever text, tokens and spans: each span is read back or listed, with all that hangs on it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.core.span import Event
from annotator.formats import cas_json, cas_xmi, webanno_tsv, webanno_tsv_writing
from tests.unit.formats.exported import CORPORA, assert_in_is_out_and_listed, options

MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(CORPORA)
def test_webanno_carries_or_lists_every_span(corpus):
    choices = options(*corpus)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = webanno_tsv_writing.write(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, webanno_tsv.check(out, choices))
        left = {(one.document, one.label, one.fragments) for one in written.listed}
        for document, path in zip(corpus, written.files[1:], strict=True):
            (back,) = webanno_tsv.read(path, {})
            kept = {span.id: span for span in back.spans}
            for span in document.spans:
                if (document.id, span.label, span.fragments) in left:
                    continue
                there = kept[span.id]
                assert (there.attributes, there.origin, there.score) == (span.attributes, span.origin, span.score)
                if isinstance(span, Event):
                    assert there.arguments == tuple(dict.fromkeys(one for one in span.arguments if one.span in kept))
            for name in ("id", "text", "title", "meta", "annotator", "status", "rejected", "comments"):
                assert getattr(back, name) == getattr(document, name)


@pytest.mark.parametrize("module", [cas_xmi, cas_json], ids=["xmi", "json"])
def test_a_cas_gives_back_what_it_was_given(module):
    @settings(MANY, max_examples=60)
    @given(CORPORA)
    def holds(corpus):
        choices = options(*corpus)
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            written = module.write(iter(corpus), out, choices)
            assert_in_is_out_and_listed(corpus, written.listed, module.check(out, choices))
            there = {path.stem: path for path in written.files}
            for document in corpus:
                if document.id not in there:
                    continue  # its text holds what XML cannot
                (back,) = module.read(there[document.id], {})
                assert {span.id: span for span in back.spans} == {span.id: span for span in document.spans}
                for name in ("id", "text", "title", "meta", "annotator", "status", "rejected", "comments"):
                    assert getattr(back, name) == getattr(document, name)

    holds()
