"""What formats cost against bare loops and by the minute: ratios and processor time (`pytest tests/bench -s`)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.formats import conll, spacy_corpus
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.importing import import_paths
from annotator.services.projects import scheme_of
from annotator.services.schemes import load_builtin
from annotator.services.working import worker
from annotator.store.project import Project
from tests.bench.corpus import article
from tests.unit.formats.exported import entity, exported, in_process, options

ARTICLES = 150
WORDS = 350  # of a news article


@pytest.fixture(scope="module")
def documents():
    made = [article(f"n{number}", WORDS, seed=number, spans_every=14) for number in range(ARTICLES)]
    return [
        exported(
            one.text,
            *(entity(f"s{n}", label, start, end) for n, (label, start, end) in enumerate(names)),
            id=one.id,
            tokens=one.tokens,
        )
        for one, names in made
    ]


def in_turns(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """The least processor time of each, measured in turns, so that a busy machine is busy for all."""
    best = [9e9] * len(works)
    for _ in range(rounds):
        for number, work in enumerate(works):
            start = time.process_time()
            work()
            best[number] = min(best[number], time.process_time() - start)
    return best


def test_writing_conll_is_about_as_fast_as_a_bare_writer(documents, tmp_path):
    def bare():
        for layer in ("entities", "events"):
            with (tmp_path / f"bare-{layer}").open("w", encoding="utf-8") as file:
                for document in documents:
                    tags = ["O"] * len(document.tokens)
                    for span in document.spans:
                        if span.layer == layer:
                            first, last = document.tokens.touching(span.start, span.end)
                            tags[first:last] = ["B-" + span.label] + ["I-" + span.label] * (last - first - 1)
                    ends = {last for _, last in document.sentences}
                    for index, (start, end) in enumerate(document.tokens.ranges):
                        file.write(f"{document.text[start:end]} {tags[index]}\n")
                        if index + 1 in ends:
                            file.write("\n")

    choices = options()
    ours, plain = in_turns(lambda: conll.write_2002(iter(documents), tmp_path / "out", choices), bare)
    print(f"\nCoNLL-2002, {ARTICLES} articles: {ours:.2f} s, a bare writer {plain:.2f} s: {ours / plain:.2f}")
    assert ours / plain < 1.3


def test_writing_docbin_is_about_as_fast_as_a_bare_loop(documents, tmp_path):
    """The DocBin alone, as the worker writes it; what else a corpus has is told beside it."""
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

    from annotator.nlp.worker.docbin import ATTRIBUTES, write_docbin

    asked: list[tuple[str, dict]] = []
    choices = options(*documents, call_worker=lambda name, payload: _kept(asked, name, payload), tokenizer=SETTINGS)
    spacy_corpus.write(iter(documents), tmp_path / "out", choices)
    payloads = [payload for name, payload in asked if name == "write_docbin"]

    def bare():
        vocab = Vocab()
        made = DocBin(attrs=ATTRIBUTES, store_user_data=False)
        for payload in payloads:
            for value in payload["documents"]:
                text, words, spaces, position = value["text"], [], [], 0
                for start, end in [*value["tokens"], (len(text), len(text))]:
                    gap = text[position:start]
                    if words and gap.startswith(" "):
                        spaces[-1], gap = True, gap[1:]
                    for word in (gap, text[start:end]):
                        if word:
                            words.append(word)
                            spaces.append(False)
                    position = end
                doc = Doc(vocab, words=words, spaces=spaces)
                doc.set_ents([doc.char_span(start, end, label=label) for start, end, label in value["ents"]])
                for group, spans in value["spans"].items():
                    doc.spans[group] = [doc.char_span(start, end, label=label) for start, end, label in spans]
                made.add(doc)
        made.to_disk(tmp_path / "bare.spacy")

    def ours():
        for payload in payloads:
            write_docbin(payload, lambda _done, _total: None)

    def whole():
        spacy_corpus.write(iter(documents), tmp_path / "whole", options(*documents, call_worker=in_process))

    docbin, plain, corpus = in_turns(ours, bare, whole)
    print(f"\nDocBin, {ARTICLES} articles: {docbin:.2f} s, a bare loop {plain:.2f} s: {docbin / plain:.2f}")
    print(f"the whole corpus, with events, split, configs, JSON to the worker: {corpus / plain:.2f}")
    assert docbin / plain < 1.3


def _kept(asked, name, payload):
    asked.append((name, payload))
    return in_process(name, payload)


@pytest.mark.parametrize("is_annotated", [False, True])
def test_import_of_native_jsonl_by_the_minute(tmp_path, is_annotated):
    count = 1_500
    path = tmp_path / "in.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            one, names = article(f"n{number}", WORDS, seed=number, spans_every=14)
            value = {"id": one.id, "text": one.text}
            if is_annotated:
                spans = [{"layer": "entities", "label": name, "start": a, "end": b} for name, a, b in names]
                value |= {"annotator": "anna", "status": "done", "spans": spans}
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    with _project(tmp_path / "p.annotator") as project, worker() as call:
        call("tokenize", {"texts": ["warm"]})
        wall, processor = time.perf_counter(), time.process_time()
        import_paths(project, scheme_of(project), call, [path])
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
    kind = "with annotations" if is_annotated else "text and tokens"
    print(f"\nnative JSONL, {kind}: {60 * count / wall:,.0f} articles a minute on this machine as it is, ", end="")
    print(f"{60 * count / processor:,.0f} a minute of processor time beside the worker's")
    assert 60 * count / processor > 5_000


def _project(path: Path) -> Project:
    scheme = load_builtin("conflict-nl")
    return Project.create(
        path, scheme=scheme.source, scheme_name=scheme.name, scheme_version=scheme.version,
        tokenizer=SETTINGS, tokenizer_hash=settings_hash(SETTINGS),
    )  # fmt: skip
