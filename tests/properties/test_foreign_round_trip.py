"""Whatever text and spans: the formats of other programs carry or list every span, and ours comes back whole."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.core.span import Argument, Event
from annotator.formats import (
    article_pages,
    brat,
    brat_rules,
    brat_writing,
    doccano,
    labelstudio,
    prodigy,
    prodigy_writing,
    tables,
)
from tests.samples import SCHEME
from tests.unit.formats.exported import CORPORA, assert_in_is_out_and_listed, options

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ROUND = {
    "prodigy": (prodigy_writing.write, prodigy.check, prodigy.read, ""),
    "doccano": (doccano.write, doccano.check, doccano.read, ""),
    "labelstudio": (labelstudio.write, labelstudio.check, labelstudio.read, "tasks.json"),
    "brat": (brat_writing.write, brat_rules.check, brat.read, ""),
}
OUT_ONLY = {
    "csv": (tables.write_csv, tables.check_csv),
    "html": (article_pages.write, article_pages.check),
}


def folded(record):
    """The spans of a record by id, with its relations as arguments of their heads; those already there come last."""
    spans = {span.id: span for span in record.spans}
    for relation in record.relations:
        head = spans[relation.head]
        spans[head.id] = replace(head, arguments=(*head.arguments, Argument(relation.label, relation.child)))
    return spans


def without_lost(document, written):
    """The spans of a document that a file should give back: not those listed, and with the roles that are not lost."""
    gone = {(one.document, one.layer, one.label, one.fragments) for one in written.listed}
    kept = {
        span.id: span for span in document.spans if (document.id, span.layer, span.label, span.fragments) not in gone
    }
    lost = {(one.document, one.layer, one.label, one.fragments) for one in written.lost}
    return kept, {id for id, span in kept.items() if (document.id, span.layer, span.label, span.fragments) in lost}


@pytest.mark.parametrize("name", ROUND)
@MANY
@given(CORPORA)
def test_spans_are_carried_or_listed_and_come_back_whole(name, corpus):
    write, check, read, file = ROUND[name]
    choices = options(*corpus, definition=SCHEME)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = write(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, check(out, choices))
        records: dict[str, list] = {}
        for record in read(out / file if file else out, {}):
            records.setdefault(record.id, []).append(record)
        for document in corpus:
            first, *others = records[document.id]
            kept, lossy = without_lost(document, written)
            found = folded(first)
            assert set(found) == set(kept)
            for id, span in kept.items():
                got = found[id]
                if id in lossy:
                    assert set(got.arguments) <= set(span.arguments)
                    got = replace(got, arguments=span.arguments)
                if isinstance(span, Event):
                    assert set(got.arguments) == set(span.arguments)
                    got = replace(got, arguments=span.arguments)
                assert got == span
            for key in ("text", "title", "annotator", "status", "comments", "meta"):
                assert getattr(first, key) == getattr(document, key), key
            rejected = [verdict for record in (first, *others) for verdict in record.rejected]
            assert rejected == list(document.rejected)


@pytest.mark.parametrize("name", OUT_ONLY)
@MANY
@given(CORPORA)
def test_pages_and_tables_carry_every_span(name, corpus):
    write, check = OUT_ONLY[name]
    choices = options(*corpus, definition=SCHEME)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        written = write(iter(corpus), out, choices)
        assert written.listed == ()
        assert_in_is_out_and_listed(corpus, (), check(out, choices))


@FEW
@given(CORPORA)
def test_workbooks_carry_every_span(corpus):
    choices = options(*corpus)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.xlsx")
        written = tables.write_xlsx(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, tables.check_xlsx(out, choices))
