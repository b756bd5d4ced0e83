"""spaCy corpora through the real worker, judged by spaCy's own commands without this program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from annotator.core.decision import Verdict
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import docbin_parts, jsonl, spacy_corpus
from annotator.nlp.client import WorkerClient
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges
from tests.unit.formats.exported import assert_in_is_out_and_listed, entity, event, exported, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.records import ExportedDocument

ROOT = Path(__file__).parents[2]
TOKENIZER = make_tokenizer(SETTINGS)
WORKER = [sys.executable, "-P", "-c", "from annotator.nlp.worker.serve import main; raise SystemExit(main())"]


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    with WorkerClient(command=WORKER) as client:
        yield client


def tokens(text: str) -> Tokens:
    return Tokens(token_ranges(TOKENIZER, text))


def seeds() -> list[ExportedDocument]:
    """The sample articles with their gold, and every 23rd token as a rejected suggestion."""
    found = []
    for path in sorted((ROOT / "seeds" / "gold").glob("*.jsonl")):
        (one,) = jsonl.read(path, {})
        there = tokens(one.text)
        rejected = [Verdict("rejected", "entities", "ORG", (place,), 0.5, "rules") for place in there.ranges[::23]]
        found.append(exported(one.text, *one.spans, id=path.stem, tokens=there, rejected=rejected))
    return found


def short_articles(number: int) -> list[ExportedDocument]:
    """Three-sentence articles, no copies of one another, for spaCy's opinion that a corpus begins at 100 documents."""
    places = ("Deir al-Zor", "Raqqa", "Aleppo", "Idlib", "Mosul")
    found = []
    for index in range(number):
        place = places[index % 5]
        text = (
            f"{index} strijders van IS vielen {place} aan. Getuige {index} zag {index} branden. "
            f"Het leger bombardeerde {index} wijken, zegt Belga."
        )
        start = text.index(place)
        is_at = text.index("IS")
        bomb = text.index("bombardeerde")
        found.append(
            exported(
                text,
                entity("s1", "GPE", start, start + len(place)),
                entity("s2", "ORG", is_at, is_at + 2),
                event("e1", "AIRSTRIKE", (bomb, bomb + 12)),
                event("e2", "ATTACK", (is_at + 3, is_at + 9)),
                event("e3", "ATTACK", (is_at + 3, start + len(place) + 4)),
                id=f"d{index}",
                tokens=tokens(text),
            )
        )
    return found


def write(worker: WorkerClient, out: Path, documents: list[ExportedDocument], **changes: Any):
    choices = options(
        *documents, **{"call_worker": worker.call, "tokenizer": dict(SETTINGS), "scheme": "conflict-nl", **changes}
    )
    written = spacy_corpus.write(iter(documents), out, choices)
    assert_in_is_out_and_listed(documents, written.listed, spacy_corpus.check(out, choices))
    assert all(path.exists() for path in written.files)
    return written, choices


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "spacy", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip


def docs(out: Path, split: str, pipeline: spacy.Language) -> list[Any]:
    return list(DocBin().from_disk(out / f"{split}.spacy").get_docs(pipeline.vocab))


@pytest.fixture(scope="module")
def corpus(worker: WorkerClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corpus")
    write(worker, out, short_articles(130))
    return out


@pytest.mark.parametrize("config", ["ner", "spancat"])
def test_debug_data_passes(corpus: Path, tmp_path: Path, config: str):
    done = run("debug", "data", str(corpus / f"config-{config}.cfg"), "--no-format", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "W030" not in done.stdout + done.stderr


@pytest.mark.parametrize(("config", "score"), [("ner", "ents_f"), ("spancat", "spans_events_f")])
def test_training_learns_from_the_files_as_they_are(corpus: Path, tmp_path: Path, config: str, score: str):
    steps = ("--training.max_steps", "60", "--training.eval_frequency", "30")
    done = run("train", str(corpus / f"config-{config}.cfg"), "--output", "model", *steps, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    meta = json.loads((tmp_path / "model" / "model-last" / "meta.json").read_text("utf-8"))
    assert meta["performance"][score] > 0.5
    nlp = spacy.load(tmp_path / "model" / "model-last")
    assert [token.text for token in nlp.make_doc("anti-IS-coalitie")] == ["anti", "-", "IS", "-", "coalitie"]


def test_a_corpus_in_parts_is_trained_and_measured_by_the_same_commands(
    worker: WorkerClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(docbin_parts, "PART_DOCUMENTS", 8)
    out = tmp_path / "made"
    write(worker, out, short_articles(130))
    assert [len(list((out / split).glob("*.spacy"))) for split in ("train", "dev", "test")] == [13, 2, 2]
    moved = out.rename(tmp_path / "moved here")
    commands = [
        line.split()[3:] for line in (moved / "README.md").read_text("utf-8").splitlines() if "-m spacy" in line
    ]
    assert [command[0] for command in commands] == ["debug", "train", "debug", "train", "evaluate", "evaluate"]
    for command in commands:
        steps = ("--training.max_steps", "2", "--training.eval_frequency", "1") if command[0] == "train" else ()
        done = run(*command, *steps, folder=moved)
        assert done.returncode == 0, done.stdout + done.stderr
        if command[0] == "debug":
            assert "104 training docs" in done.stdout
            assert "13 evaluation docs" in done.stdout


def test_a_folder_that_was_moved_is_trained_by_the_commands_of_its_readme(worker: WorkerClient, tmp_path: Path):
    write(worker, tmp_path / "made", seeds())
    moved = (tmp_path / "made").rename(tmp_path / "moved here")
    commands = [
        line.split()[3:] for line in (moved / "README.md").read_text("utf-8").splitlines() if " spacy train " in line
    ]
    assert len(commands) == 2
    for command in commands:
        done = run(*command, "--training.max_steps", "2", "--training.eval_frequency", "1", folder=moved)
        assert done.returncode == 0, done.stdout + done.stderr


def test_training_sees_every_span_that_is_carried(worker: WorkerClient, tmp_path: Path):
    documents = seeds()
    written, choices = write(worker, tmp_path, documents)
    assert {one.reason for one in written.listed} == {"several fragments; the format holds one"}
    pipeline = spacy.load(tmp_path / "tokenizer")
    seen: Counter[tuple[str, str, str, int, int]] = Counter()
    meta = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    for split, members in meta["splits"].items():
        for (id, _), doc in zip(members, docs(tmp_path, split, pipeline), strict=True):
            example = Example(pipeline.make_doc(doc.text), doc)
            ents = example.get_aligned_spans_y2x(doc.ents)
            groups = example.get_aligned_spans_y2x(doc.spans["events"], allow_overlap=True)
            seen.update((id, "entities", one.label_, one.start_char, one.end_char) for one in ents)
            seen.update((id, "events", one.label_, one.start_char, one.end_char) for one in groups)
            sizes = {one.end - one.start for one in groups}
            assert sizes <= set(meta["span_groups"]["events"])
    carried = Counter(
        (one.document, one.layer, one.label, *one.fragments[0]) for one in spacy_corpus.check(tmp_path, choices)
    )
    assert seen == carried
    assert sum(seen.values()) > 1000


def test_events_are_all_beside_the_corpus(worker: WorkerClient, tmp_path: Path):
    documents = seeds()[:3]
    write(worker, tmp_path, documents)
    found = list(jsonl.read(tmp_path / "events.jsonl", {}))
    for one, document in zip(found, documents, strict=True):
        assert sorted(one.spans, key=lambda span: span.id) == sorted(document.spans, key=lambda span: span.id)


def test_splits_are_by_document_seeded_and_whole(worker: WorkerClient, tmp_path: Path):
    documents = short_articles(20)
    write(worker, tmp_path / "a", documents)
    write(worker, tmp_path / "b", documents[::-1])
    write(worker, tmp_path / "c", documents, seed=1, split=(50, 50, 0))
    first, second, third = (json.loads((tmp_path / name / "meta.json").read_text())["splits"] for name in "abc")
    assert {split: len(members) for split, members in first.items()} == {"train": 16, "dev": 2, "test": 2}
    assert {split: sorted(members) for split, members in first.items()} == {
        split: sorted(members) for split, members in second.items()
    }
    assert {split: len(members) for split, members in third.items()} == {"train": 10, "dev": 10}
    assert not (tmp_path / "c" / "test.spacy").exists()


def test_text_nobody_has_finished_is_missing_and_not_outside(worker: WorkerClient, tmp_path: Path):
    done, busy = short_articles(2)
    write(worker, tmp_path, [done, replace(busy, status="busy")])
    pipeline = spacy.load(tmp_path / "tokenizer")
    found = {doc.text: doc for split in ("train", "dev") for doc in docs(tmp_path, split, pipeline)}
    tags = {text: Example(pipeline.make_doc(text), doc).get_aligned_ner() for text, doc in found.items()}
    assert None not in tags[done.text]
    assert "O" not in tags[busy.text][1:]
    assert "U-ORG" in tags[busy.text]


def test_documents_that_are_not_done_are_for_training_alone(worker: WorkerClient, tmp_path: Path):
    documents = [
        replace(document, status="done" if number < 6 else "todo") for number, document in enumerate(short_articles(30))
    ]
    written, _ = write(worker, tmp_path, documents)
    splits = json.loads((tmp_path / "meta.json").read_text())["splits"]
    undone = {document.id for document in documents if document.status != "done"}
    assert not undone & {id for split in ("dev", "test") for id, _ in splits[split]}
    assert any(note.startswith("24 documents are not done") for note in written.notes)


def test_rejections_reach_ner_but_never_contradict_an_entity(worker: WorkerClient, tmp_path: Path):
    (document,) = short_articles(1)
    place = document.spans[-1] if document.spans[-1].layer == "entities" else None
    gold = next(span for span in document.spans if span.label == "ORG")
    places = [gold.fragments[0], gold.fragments[0], (0, 1), (0, 1), (3, 5)]
    labels = ["ORG", "GPE", "ORG", "ORG", "ORG"]
    rejected = tuple(
        Verdict("rejected", "entities", label, (where,), 0.5, "rules")
        for label, where in zip(labels, places, strict=True)
    )
    written, _ = write(worker, tmp_path, [replace(document, rejected=rejected)])
    assert place is None or place.layer == "entities"
    (doc,) = docs(tmp_path, "train", spacy.load(tmp_path / "tokenizer"))
    found = {(span.label_, span.start_char) for span in doc.spans["incorrect_spans"]}
    assert found == {("GPE", gold.start), ("ORG", 0)}
    assert any(note.startswith("2 refused spans are in") for note in written.notes)
    done = run(
        "train", "config-ner.cfg", "--training.max_steps", "2", "--training.eval_frequency", "1", folder=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_one_document_alone_can_be_trained_on(worker: WorkerClient, tmp_path: Path):
    written, _ = write(worker, tmp_path, short_articles(1))
    assert (tmp_path / "dev.spacy").exists()
    assert any("scores on it mean nothing" in note for note in written.notes)


def test_only_what_can_be_trained_gets_a_config(worker: WorkerClient, tmp_path: Path):
    document = exported("Raqqa viel.", entity("s1", "GPE", 0, 5), tokens=tokens("Raqqa viel."))
    write(worker, tmp_path, short_articles(2))
    assert (tmp_path / "config-spancat.cfg").exists()
    written, _ = write(
        worker, tmp_path, [document, replace(document, id="d2", text="", spans=(), tokens=Tokens(()))][:1]
    )
    assert not (tmp_path / "config-spancat.cfg").exists()
    assert any("config-spancat.cfg is not written" in note for note in written.notes)
    assert (tmp_path / "config-ner.cfg").exists()


def test_several_overlapping_layers_get_a_spancat_each(worker: WorkerClient, tmp_path: Path):
    kinds = {"entities": ("flat", False), "events": ("overlapping", True), "quotes": ("overlapping", False)}
    documents = []
    for document in short_articles(6):
        extra = replace(entity("q1", "QUOTE", 0, document.text.index(" aan")), layer="quotes")
        documents.append(replace(document, spans=(*document.spans, extra)))
    write(worker, tmp_path, documents, layer_kinds=kinds)
    steps = ("--training.max_steps", "2", "--training.eval_frequency", "1")
    done = run("train", "config-spancat.cfg", *steps, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "spancat_2" in done.stdout


def test_a_file_that_was_touched_is_found_out(worker: WorkerClient, tmp_path: Path):
    _, choices = write(worker, tmp_path, short_articles(4))
    (tmp_path / "train.spacy").write_bytes((tmp_path / "dev.spacy").read_bytes())
    with pytest.raises(KnownError, match="A602"):
        list(spacy_corpus.check(tmp_path, choices))
