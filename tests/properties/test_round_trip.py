"""Whatever text, tokens and spans: each writer carries or lists every span, and JSONL gives back all it was given."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.span import Event
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import conll, decoding, jsonl, spacy_corpus
from annotator.formats.records import ExportOptions
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges
from tests.unit.formats.exported import (
    CORPORA,
    KINDS,
    TEXTS,
    assert_in_is_out_and_listed,
    documents,
    exported,
    in_process,
    options,
)

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def tokenizer():
    return make_tokenizer(SETTINGS)


@MANY
@given(CORPORA)
def test_jsonl_gives_back_what_it_was_given(corpus):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.jsonl")
        written = jsonl.write(corpus, out, ExportOptions())
        assert_in_is_out_and_listed(corpus, written.listed, jsonl.check(out, ExportOptions()))
        for document, found in zip(corpus, jsonl.read(out, {}), strict=True):
            fillers = [span for span in document.spans if not isinstance(span, Event)]
            events = [span for span in document.spans if isinstance(span, Event)]
            assert found.spans == (*fillers, *events)
            for name in ("id", "title", "text", "meta", "annotator", "status", "rejected", "comments"):
                assert getattr(found, name) == getattr(document, name)
        assert [json.loads(line)["tokens"] for line in out.read_bytes().split(b"\n")[:-1]] == [
            [list(token) for token in document.tokens.ranges] for document in corpus
        ]


@MANY
@given(CORPORA, st.sampled_from(["2002", "2003"]))
def test_conll_carries_or_lists_every_span(corpus, year):
    choices = options(*corpus, call_worker=in_process)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "conll")
        written = getattr(conll, f"write_{year}")(iter(corpus), out, choices)
        assert {path.name for path in out.iterdir()} == {"entities.conll", "events.conll"}
        assert_in_is_out_and_listed(corpus, written.listed, conll.check(out, choices))


@SLOW
@given(st.lists(documents(tokens=False), min_size=1, max_size=5), st.data())
def test_spacy_carries_or_lists_every_span(tokenizer, corpus, data):
    corpus = [_with_project_tokens(document, tokenizer, f"d{number}") for number, document in enumerate(corpus)]
    choices = options(*corpus, call_worker=in_process, tokenizer=dict(SETTINGS), seed=data.draw(st.integers(0, 3)))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "spacy")
        written = spacy_corpus.write(iter(corpus), out, choices)
        assert_in_is_out_and_listed(corpus, written.listed, spacy_corpus.check(out, choices))
        (out / "train.spacy").stat()
        kept = list(jsonl.check(out / "events.jsonl", choices))
        assert_in_is_out_and_listed(corpus, [], kept)


def _with_project_tokens(document, tokenizer, id):
    tokens = Tokens(token_ranges(tokenizer, document.text))
    return exported(
        document.text, *document.spans, id=id, status=document.status, tokens=tokens, rejected=document.rejected
    )


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_is_read_as_it_was_written(text, encoding):
    text = text.lstrip("\ufeff")
    if not any(0 < ord(character) < 32 and character not in "\t\n\r" for character in text):
        assert decoding.decode(text.encode(encoding), where="f", encoding=encoding).text == text
        if encoding.startswith("utf-8"):
            assert decoding.decode(text.encode(encoding), where="f").text == text


@given(st.binary(max_size=40))
def test_bytes_are_read_or_refused_never_guessed(data):
    try:
        decoded = decoding.decode(data, where="f")
    except KnownError:
        return
    mark = b"\xef\xbb\xbf" if decoded.encoding == "utf-8-sig" else b""
    assert mark + decoded.text.encode(decoded.encoding.removesuffix("-sig")) == data


def test_layers_of_the_strategy_are_those_of_the_options():
    assert set(KINDS) == {"entities", "events"}
