"""spaCy's earlier JSON: pairs of text and entities, documents of tokens with BILUO tags, and what is refused."""

from __future__ import annotations

import json

import pytest

from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import spacy_json
from annotator.formats.recognition import recognise
from annotator.formats.records import ANY_LAYER
from tests.unit.formats.hostile import OFFSETS, refused

TEXT = "IS viel 💥 Raqqa aan."


def read(tmp_path, content, **choices):
    path = tmp_path / "train.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), "utf-8")
    assert recognise(path) == ("spacy-json",)
    options = {**choices}
    return list(spacy_json.read(path, options)), options.get("notes", [])


def found(document):
    return [(one.layer, one.label, covered(document.text, one.fragments)) for one in document.spans]


PAIR = [TEXT, {"entities": [[0, 2, "ORG"], [10, 15, "GPE"]], "cats": {"WAR": 1.0}}]


@pytest.mark.parametrize(
    "content",
    [[PAIR, PAIR], "\n".join(json.dumps(PAIR) for _ in range(2)) + "\n", json.dumps([PAIR, PAIR], indent=1)],
    ids=["list", "lines", "indented"],
)
def test_pairs_of_a_text_and_its_entities(tmp_path, content):
    documents, _ = read(tmp_path, content)
    assert [found(one) for one in documents] == [[(ANY_LAYER, "ORG", "IS"), (ANY_LAYER, "GPE", "Raqqa")]] * 2
    assert documents[0].meta == {"cats": {"WAR": 1.0}}


def test_groups_of_spans_are_layers_where_they_are_called_so(tmp_path):
    pair = [TEXT, {"spans": {"entities": [[0, 2, "ORG"]], "sc": [[3, 7, "ATTACK"]]}}]
    (document,), _ = read(tmp_path, [pair], layers=("entities", "events"), event_layers={"events"})
    assert found(document) == [("entities", "ORG", "IS"), (ANY_LAYER, "ATTACK", "viel")]


def test_offsets_in_utf16_units_are_converted_where_only_they_fit(tmp_path):
    end = len(TEXT) + 1
    (document,), notes = read(tmp_path, [[TEXT, {"entities": [[11, 16, "GPE"], [end - 1, end, "DOT"]]}]])
    assert found(document) == [(ANY_LAYER, "GPE", "Raqqa"), (ANY_LAYER, "DOT", ".")]
    assert any("UTF-16" in one for one in notes)


def paragraphs(*tags, raw="IS viel Deir al-Zor aan."):
    words = ("IS", "viel", "Deir", "al-Zor", "aan", ".")
    tokens = [
        {"id": n, "orth": word, "ner": tag, "tag": "X", "dep": "", "head": 0}
        for n, (word, tag) in enumerate(zip(words, tags, strict=True))
    ]
    paragraph = {"raw": raw, "sentences": [{"tokens": tokens, "brackets": []}], "cats": []}
    return [{"id": 7, "paragraphs": [{key: one for key, one in paragraph.items() if one is not None}]}]


def test_documents_of_tokens_as_version_2_trained_on(tmp_path):
    (document,), notes = read(tmp_path, paragraphs("U-ORG", "O", "B-GPE", "L-GPE", "-", "O"))
    assert (document.id, document.text) == ("7", "IS viel Deir al-Zor aan.")
    assert found(document) == [(ANY_LAYER, "ORG", "IS"), (ANY_LAYER, "GPE", "Deir al-Zor")]
    assert spacy_json.NOTE_MISSING in notes
    assert any("of tokens" in one and "tag" in one for one in notes)
    (document,), _ = read(tmp_path, paragraphs("U-ORG", "O", "B-GPE", "L-GPE", "O", "O", raw=None))
    assert document.text == "IS viel Deir al-Zor aan ."


def test_each_paragraph_of_a_document_is_an_article_of_its_own(tmp_path):
    (whole,) = paragraphs("U-ORG", "O", "B-GPE", "L-GPE", "O", "O")
    both = {**whole, "paragraphs": whole["paragraphs"] * 2}
    documents, _ = read(tmp_path, [both])
    assert [(one.id, len(one.spans)) for one in documents] == [("7-1", 2), ("7-2", 2)]
    del both["id"]
    assert [one.id for one in read(tmp_path, [both])[0]] == [None, None]


@pytest.mark.parametrize(("what", "start", "end"), OFFSETS, ids=[one[0] for one in OFFSETS])
def test_offsets_that_are_none_are_refused(tmp_path, what, start, end):
    path = tmp_path / "f.json"
    path.write_text(json.dumps([["Het leger viel Raqqa binnen", {"entities": [[start, end, "GPE"]]}]]), "utf-8")
    refused(spacy_json.read, path, "A204")


HOSTILE = {
    "no text": ([[5, {"entities": []}]], "A202"),
    "no annotations": ([["x", 5]], "A202"),
    "three": ([["x", {}, {}]], "A202"),
    "a number": ([5], "A202"),
    "no label": ([["Het leger", {"entities": [[0, 3]]}]], "A204"),
    "an empty label": ([["Het leger", {"entities": [[0, 3, ""]]}]], "A202"),
    "a tag that does not follow": (paragraphs("L-ORG", "O", "O", "O", "O", "O"), "A202"),
    "no tag": (paragraphs("ORG", "O", "O", "O", "O", "O"), "A202"),
    "other words": (paragraphs("O", "O", "O", "O", "O", "O", raw="IS viel aan."), "A204"),
}


@pytest.mark.parametrize(("value", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_taken(tmp_path, value, code):
    path = tmp_path / "f.json"
    path.write_text(json.dumps(value), "utf-8")
    refused(spacy_json.read, path, code)


def test_a_file_that_is_no_json(tmp_path):
    path = tmp_path / "f.json"
    for data, code in ((b'["a", {"entities": [', "A202"), (b'["\xe9", {}]', "A201"), (b'["a\\u0000", {}]', "A206")):
        path.write_bytes(data)
        with pytest.raises(KnownError, match=code):
            list(spacy_json.read(path, {}))
