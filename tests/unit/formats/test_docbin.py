"""DocBin files come back: entities, span groups, rejections, ids of an export of ours; bombs are refused soon."""

from __future__ import annotations

import time
import zlib

import pytest
import spacy
from spacy.tokens import DocBin

from annotator.core.decision import Verdict
from annotator.core.span import Event
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import docbin, docbin_parts, spacy_corpus
from annotator.formats.records import ANY_LAYER
from tests.unit.formats.exported import entity, event, exported, in_process, options

TEXT = "IS viel Deir al-Zor aan. 👩🏽 Het leger van Assad rukt op."


def read(path, **choices):
    return list(docbin.read(path, {"call_worker": in_process, **choices}))


def test_what_was_exported_comes_back(tmp_path):
    rejected = [Verdict("rejected", "entities", "PER", ((20, 23),), 0.4, "rules")]
    document = exported(
        TEXT,
        entity("s1", "ORG", 0, 2),
        entity("s2", "GPE", 8, 19),
        event("e1", "ATTACK", (3, 7)),
        rejected=rejected,
        id="artikel-1",
    )
    spacy_corpus.write(iter([document]), tmp_path, options(document, call_worker=in_process))
    (found,) = read(tmp_path / "train.spacy")
    assert found.text == TEXT
    assert found.id == "artikel-1"
    assert {(one.layer, one.label, one.fragments, type(one) is Event) for one in found.spans} == {
        ("entities", "ORG", ((0, 2),), False),
        ("entities", "GPE", ((8, 19),), False),
        ("events", "ATTACK", ((3, 7),), True),
    }
    assert [(one.outcome, one.label, one.fragments) for one in found.rejected] == [("rejected", "PER", ((20, 23),))]


def test_parts_come_back_with_the_ids_and_layers_of_the_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin_parts, "PART_DOCUMENTS", 2)
    documents = [
        exported(f"Homs {number} viel.", entity("s1", "GPE", 0, 4), id=f"artikel-{number}") for number in range(9)
    ]
    spacy_corpus.write(iter(documents), tmp_path, options(*documents, call_worker=in_process))
    files = sorted((tmp_path / "train").glob("*.spacy"))
    assert len(files) == 4
    found = [one for path in files for one in read(path)]
    assert {(one.id, one.text) for one in found} < {(one.id, one.text) for one in documents}
    assert len(found) == 7
    assert {(span.layer, span.label) for one in found for span in one.spans} == {("entities", "GPE")}


def test_a_file_of_another_program_has_layers_by_its_labels(tmp_path):
    nlp = spacy.blank("nl")
    doc = nlp("👩🏽 Jan woont in Gent.")
    doc.ents = [doc.char_span(3, 6, "PER"), doc.char_span(16, 20, "LOC")]
    doc.spans["sc"] = [doc.char_span(3, 12, "ACT")]
    doc.spans["Events"] = [doc.char_span(7, 12, "LIVE")]
    DocBin(docs=[doc, nlp(" "), nlp("Niets.")]).to_disk(tmp_path / "a.spacy")
    choices = {"call_worker": in_process}
    first, second = docbin.read(tmp_path / "a.spacy", choices)
    assert [(one.layer, one.label, covered(first.text, one.fragments)) for one in first.spans] == [
        (ANY_LAYER, "PER", "Jan"),
        (ANY_LAYER, "LOC", "Gent"),
        (ANY_LAYER, "ACT", "Jan woont"),
        ("events", "LIVE", "woont"),
    ]
    assert second.text == "Niets."
    assert choices["notes"] == ["documents without text are left out"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "A202"),
        (b"no docbin", "A202"),
        (zlib.compress(b"\x81"), "A202"),
        (zlib.compress(b"\x91" * 100_000), "A202"),
        (zlib.compress(bytes(600_000_000), 9), "A203"),
    ],
    ids=["empty", "text", "cut off", "nested", "bomb"],
)
def test_refused_soon_with_the_file(tmp_path, content, code):
    path = tmp_path / "a.spacy"
    path.write_bytes(content)
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        read(path)
    assert error.value.code == code
    assert "a.spacy" in error.value.what
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_a_file_that_is_cut_off_is_refused(tmp_path):
    nlp = spacy.blank("nl")
    data = DocBin(docs=[nlp("Jan woont in Gent.")]).to_bytes()
    (tmp_path / "a.spacy").write_bytes(data[: len(data) // 2])
    with pytest.raises(KnownError, match="cut off"):
        read(tmp_path / "a.spacy")


def test_a_meta_file_of_others_is_passed_over(tmp_path):
    DocBin(docs=[spacy.blank("nl")("Jan")]).to_disk(tmp_path / "train.spacy")
    for content in ("[]", '{"splits": 3}', '{"splits": {"train": [[1, 2]]}, "ents": "x"}', "{"):
        (tmp_path / "meta.json").write_text(content, "utf-8")
        assert read(tmp_path / "train.spacy")[0].id is None
