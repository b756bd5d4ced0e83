"""What a spaCy corpus is made of, without spaCy: what the worker is sent, configs, notes, stale files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy

from annotator.core.decision import Verdict
from annotator.core.span import Span
from annotator.errors import BugError, KnownError
from annotator.formats import docbin_parts, spacy_config, spacy_corpus
from annotator.formats.records import ExportOptions
from annotator.formats.spacy_plan import REASON_TAKEN
from tests.unit.formats.exported import assert_in_is_out_and_listed, entity, event, exported, in_process, options

TEXT = "IS viel Raqqa aan en rukte op."


class Worker:
    """Notes what it is asked, and answers as the worker does."""

    def __init__(self, *unaligned: list[Any]) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.unaligned = list(unaligned)

    def __call__(self, task: str, payload: dict[str, Any]) -> dict[str, Any]:
        self.calls.append((task, payload))
        sizes: dict[str, list[int]] = {}
        for document in payload.get("documents", ()):
            for group, spans in document["spans"].items():
                sizes.setdefault(group, []).extend([1] * bool(spans))
        return {"unaligned": self.unaligned, "sizes": {group: sorted(set(found)) for group, found in sizes.items()}}

    def documents(self, split: str = "train") -> list[dict[str, Any]]:
        return [
            document
            for task, payload in self.calls
            if task == "write_docbin" and payload["path"].endswith(f"{split}.spacy")
            for document in payload["documents"]
        ]


def write(tmp_path, worker, *documents, **changes):
    return spacy_corpus.write(iter(documents), tmp_path, options(*documents, call_worker=worker, **changes))


def test_the_flat_layer_is_ents_and_the_others_are_groups(tmp_path):
    worker = Worker()
    write(tmp_path, worker, exported(TEXT, entity("s1", "ORG", 0, 2), event("e1", "ATTACK", (3, 7))))
    (document,) = worker.documents()
    assert document["ents"] == [[0, 2, "ORG"]]
    assert document["spans"] == {"events": [[3, 7, "ATTACK"]], "incorrect_spans": []}
    assert document["missing"] == []


def test_an_undone_document_is_missing_all_over(tmp_path):
    worker = Worker()
    write(tmp_path, worker, exported(TEXT, entity("s1", "ORG", 0, 2), status="flagged"))
    assert worker.documents()[0]["missing"] == [[0, len(TEXT)]]


def test_what_cannot_be_carried_is_listed_and_stays_home(tmp_path):
    worker = Worker()
    written = write(
        tmp_path,
        worker,
        exported(
            TEXT,
            entity("s1", "ORG", 0, 2),
            entity("s2", "GPE", 0, 13),
            entity("s3", "GPE", 8, 10),
            event("e1", "ADVANCE", (21, 26), (27, 29)),
        ),
    )
    assert [(one.text, one.reason.split(";")[0]) for one in written.listed] == [
        ("Ra", "does not begin and end on the edges of tokens"),
        ("IS", "overlaps GPE “IS viel Raqqa” in the same layer"),
        ("rukte … op", "several fragments"),
    ]
    assert worker.documents()[0]["ents"] == [[0, 13, "GPE"]]


def test_what_the_worker_cannot_place_is_listed_once(tmp_path):
    worker = Worker(["d1", "ents", 0, 2, "ORG", "why"], ["d1", "incorrect_spans", 3, 7, "ORG", "why"])
    written = write(
        tmp_path,
        worker,
        exported(
            TEXT, entity("s1", "ORG", 0, 2), rejected=[Verdict("rejected", "entities", "ORG", ((3, 7),), 0.1, "rules")]
        ),
    )
    assert [(one.layer, one.text, one.reason) for one in written.listed] == [
        ("entities", "IS", "on spaCy's tokens: why")
    ]
    assert not (tmp_path / "config-ner.cfg").exists()


def test_rejections_that_contradict_or_are_off_the_tokens_are_left_out(tmp_path):
    worker = Worker()
    places = [("ORG", (0, 2)), ("GPE", (0, 2)), ("ORG", (0, 1)), ("ATTACK", (3, 7))]
    rejected = [
        Verdict("rejected", "events" if label == "ATTACK" else "entities", label, (place,), 0.1, "rules")
        for label, place in places
    ]
    written = write(tmp_path, worker, exported(TEXT, entity("s1", "ORG", 0, 2), rejected=rejected))
    assert worker.documents()[0]["spans"]["incorrect_spans"] == [[0, 2, "GPE"]]
    assert any(note.startswith("1 refused span is in") for note in written.notes)
    assert any(note.startswith("3 refused spans are off") for note in written.notes)


def test_large_corpora_go_to_the_worker_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(spacy_corpus, "BATCH_CHARACTERS", 100)
    worker = Worker()
    documents = [exported(f"{number} {TEXT}", id=f"d{number}") for number in range(10)]
    write(tmp_path, worker, *documents, split=(100, 0, 0))
    parts = [payload for task, payload in worker.calls if task == "write_docbin" and "train" in payload["path"]]
    assert [part["offset"] for part in parts] == [0, 3, 6, 9]
    assert [part["is_last"] for part in parts] == [False, False, False, True]


def test_layers_asked_for_alone(tmp_path):
    worker = Worker()
    document = exported(TEXT, event("e1", "ATTACK", (3, 7)))
    kinds = {"events": ("overlapping", True)}
    write(tmp_path, worker, document, layer_kinds=kinds)
    assert worker.documents()[0]["ents"] is None
    assert not (tmp_path / "config-ner.cfg").exists()
    assert (tmp_path / "config-spancat.cfg").exists()


def test_configs_are_filled_in(tmp_path):
    folder = tmp_path / 'with "quotes" and {{seed}}'
    write(folder, Worker(), exported(TEXT, entity("s1", "ORG", 0, 2), event("e1", "ATTACK", (3, 7))), seed=7)
    ner = (folder / "config-ner.cfg").read_text("utf-8")
    place = json.dumps((folder.resolve() / "train.spacy").as_posix())
    assert f"train = {place}\n" in ner
    assert "seed = 7\n" in ner
    assert 'incorrect_spans_key = "incorrect_spans"' in ner
    spancat = (folder / "config-spancat.cfg").read_text("utf-8")
    assert 'spans_key = "events"\n' in spancat
    assert "sizes = [1]\n" in spancat
    assert "spans_events_f = 1.0\n" in spancat
    assert "{{" not in ner.replace("{{seed}}", "").replace(place, "")


def test_configs_name_a_language_that_spacy_has():
    there = {path.name for path in (Path(spacy.__file__).parent / "lang").iterdir() if (path / "__init__.py").exists()}
    assert there - {spacy_config.ANY_LANGUAGE} == spacy_config.LANGUAGES
    said = [spacy_config.spacy_language(one) for one in ("nl", "nl-BE", "NL", "fy", "")]
    assert said == ["nl", "nl", "nl", "xx", "xx"]


def test_configs_fall_back_on_any_language(tmp_path):
    write(tmp_path, Worker(), exported(TEXT, entity("s1", "ORG", 0, 2)), language="fy")
    assert 'lang = "xx"\n' in (tmp_path / "config-ner.cfg").read_text("utf-8")


def test_files_of_an_earlier_export_do_not_stay(tmp_path):
    for name in ("config-spancat.cfg", "test.spacy", "notes of mine.txt"):
        (tmp_path / name).write_text("old")
    write(tmp_path, Worker(), exported(TEXT, entity("s1", "ORG", 0, 2)))
    assert not (tmp_path / "config-spancat.cfg").exists()
    assert not (tmp_path / "test.spacy").exists()
    assert (tmp_path / "notes of mine.txt").exists()


def test_attributes_of_spans_that_are_no_events_are_noted(tmp_path):
    named = replace(entity("s1", "GPE", 8, 19), attributes={"spec": "yes"})
    written = write(tmp_path, Worker(), exported(TEXT, named))
    assert "attributes of 1 span are left out; events.jsonl has them" in written.notes


def test_the_readme_has_the_commands(tmp_path):
    write(tmp_path, Worker(), exported(TEXT, entity("s1", "ORG", 0, 2)), scheme="conflict-nl")
    text = (tmp_path / "README.md").read_text("utf-8")
    assert "python -m spacy train config-ner.cfg --output model-ner" in text
    assert "ORG 1" in text
    assert "config-spancat" not in text


def test_without_a_worker_there_is_no_corpus(tmp_path):
    with pytest.raises(BugError):
        spacy_corpus.write([], tmp_path, ExportOptions())


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(docbin_parts, "PART_DOCUMENTS", 3)
    monkeypatch.setattr(spacy_corpus, "BATCH_CHARACTERS", 70)


def many(number: int) -> list[Any]:
    """Articles no two of which are near copies, with a span that is listed in each."""
    return [
        exported(
            f"{number} " + " ".join(f"{word}{number}" for word in TEXT.split()),
            entity("s1", "ORG", len(f"{number} "), len(f"{number} IS{number}")),
            entity("s2", "ORG", 0, len(f"{number} I")),
            event("e1", "ATTACK", (0, len(str(number)))),
            id=f"d{number}",
        )
        for number in range(number)
    ]


def test_a_split_of_many_documents_is_a_folder_of_parts(tmp_path, small_parts):
    documents = many(20)
    choices = options(*documents, call_worker=in_process)
    written = spacy_corpus.write(iter(documents), tmp_path, choices)
    assert_in_is_out_and_listed(documents, written.listed, spacy_corpus.check(tmp_path, choices))
    assert (len(written.listed), written.listed.kinds.total()) == (20, 20)
    meta = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    parts = {f"train/train-000{number}.spacy": 3 for number in range(1, 6)}
    assert meta["files"] == {
        "train": {**parts, "train/train-0006.spacy": 1}, "dev": {"dev.spacy": 2}, "test": {"test.spacy": 2},
    }  # fmt: skip
    assert {id for members in meta["splits"].values() for id, _ in members} == {one.id for one in documents}
    assert meta["splits"]["train"][0][1] in {one.sha256 for one in documents}
    assert all(path.exists() for path in written.files)
    assert not (tmp_path / "train.spacy").exists()
    place = json.dumps((tmp_path.resolve() / "train").as_posix())
    assert f"train = {place}\n" in (tmp_path / "config-ner.cfg").read_text("utf-8")
    readme = (tmp_path / "README.md").read_text("utf-8")
    assert "--paths.train train --paths.dev dev.spacy --paths.tokenizer tokenizer" in readme
    assert "train/: 16 documents in 6 files" in readme


def test_no_request_holds_more_than_a_batch_and_each_part_ends(tmp_path, small_parts):
    worker = Worker()
    write(tmp_path, worker, *many(8), split=(100, 0, 0))
    asked = [payload for task, payload in worker.calls if task == "write_docbin" and "train" in payload["path"]]
    assert max(sum(len(one["text"]) for one in payload["documents"]) for payload in asked) <= 70
    ends = [payload["offset"] + len(payload["documents"]) for payload in asked if payload["is_last"]]
    assert ends == [3, 3, 2]
    assert len({payload["path"] for payload in asked}) == 3
    assert all("sha256" not in one for payload in asked for one in payload["documents"])


def test_dev_that_repeats_train_is_read_back_once(tmp_path, small_parts):
    documents = many(7)
    choices = options(*documents, call_worker=in_process, split=(100, 0, 0))
    written = spacy_corpus.write(iter(documents), tmp_path, choices)
    assert any("scores on it mean nothing" in note for note in written.notes)
    assert (tmp_path / "dev" / "dev-0003.spacy").exists()
    assert_in_is_out_and_listed(documents, written.listed, spacy_corpus.check(tmp_path, choices))


def test_an_export_over_another_leaves_nothing_of_it_to_train_on(tmp_path, small_parts):
    for number in (20, 8, 2, 8):
        documents = many(number)
        choices = options(*documents, call_worker=in_process)
        written = spacy_corpus.write(iter(documents), tmp_path, choices)
        assert set(tmp_path.rglob("*.spacy")) == {path for path in written.files if path.suffix == ".spacy"}
        assert_in_is_out_and_listed(documents, written.listed, spacy_corpus.check(tmp_path, choices))


def test_a_part_that_is_none_of_the_export_is_found_out(tmp_path, small_parts):
    documents = many(8)
    choices = options(*documents, call_worker=in_process)
    spacy_corpus.write(iter(documents), tmp_path, choices)
    first = (tmp_path / "train" / "train-0001.spacy").read_bytes()
    (tmp_path / "train" / "more.spacy").write_bytes(first)
    with pytest.raises(KnownError, match=r"A602.*more.spacy"):
        list(spacy_corpus.check(tmp_path, choices))
    with pytest.raises(KnownError, match=r"A002.*more.spacy"):
        spacy_corpus.write(iter(documents), tmp_path, choices)
    (tmp_path / "train" / "more.spacy").unlink()
    (tmp_path / "train" / "train-0002.spacy").write_bytes(first)
    with pytest.raises(KnownError, match=r"A602.*train-0002"):
        list(spacy_corpus.check(tmp_path, choices))


@pytest.mark.parametrize(("split", "there"), [((0, 0, 100), ["test"]), ((0, 50, 50), ["dev", "test"])])
def test_a_set_to_measure_on_alone_has_no_configs(tmp_path, split, there):
    corpus = [
        exported(text, entity("s1", "ORG", 0, 2), event("e1", "ATTACK", (3, 7)), id=id)
        for id, text in (("d1", TEXT), ("d2", "De SDF nam gisteren de hele oude stad aan de rivier in."))
    ]
    write(tmp_path, Worker(), *corpus)
    written = write(tmp_path, Worker(), *corpus, split=split)
    names = {path.name for path in written.files}
    assert [one for one in ("train", "dev", "test") if f"{one}.spacy" in names] == there
    assert not names & {"config-ner.cfg", "config-spancat.cfg"}
    assert not list(tmp_path.glob("config-*"))  # those of an earlier export neither
    assert "no article is for train: config-ner.cfg and config-spancat.cfg are not written" in written.notes
    readme = (tmp_path / "README.md").read_text("utf-8")
    assert "spacy train" not in readme
    assert "python -m spacy evaluate MODEL test.spacy\n" in readme
    assert "python -m spacy evaluate MODEL test.spacy --spans-key events\n" in readme


def test_a_config_names_the_readme_that_is_there(tmp_path):
    written = write(tmp_path, Worker(), exported(TEXT, entity("s1", "ORG", 0, 2), event("e1", "ATTACK", (3, 7))))
    names = {path.name for path in written.files}
    for config in tmp_path.glob("config-*.cfg"):
        assert set(re.findall(r"\bREADME\.\w+", config.read_text("utf-8"))) <= names


@pytest.mark.parametrize("layer", ["incorrect_spans", "ents"])
def test_a_layer_called_as_a_part_of_the_corpus_is_listed(tmp_path, layer):
    worker = Worker()
    rejected = [Verdict("rejected", "entities", "GPE", ((8, 13),), 0.1, "rules")]
    document = exported(TEXT, entity("s1", "ORG", 0, 2), Span("s2", layer, "X", ((3, 7),)), rejected=rejected)
    kinds = {"entities": ("flat", False), layer: ("overlapping", False)}
    written = write(tmp_path, worker, document, layer_kinds=kinds)
    (sent,) = worker.documents()
    assert sent["ents"] == [[0, 2, "ORG"]]
    assert sent["spans"] == {"incorrect_spans": [[8, 13, "GPE"]]}
    assert [(one.layer, one.reason) for one in written.listed] == [(layer, REASON_TAKEN)]
