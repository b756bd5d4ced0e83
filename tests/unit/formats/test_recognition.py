"""Formats are told by what stands in a file, and nothing is told where nothing tells."""

from __future__ import annotations

import json
import zlib

import pytest

from annotator.errors import KnownError
from annotator.formats.recognition import recognise
from annotator.services.registry import FORMATS, resolve
from tests.unit.formats.exported import entity, event, exported, in_process, options

TEXT = "Het leger viel Raqqa binnen"


def first(tmp_path, data, name="f.json"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return next(iter(recognise(path)), None)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"text": TEXT}, "jsonl"),
        ({"text": TEXT, "spans": [{"start": 1, "end": 2, "label": "X"}]}, "jsonl"),
        ({"text": TEXT, "spans": [{"fragments": [[1, 2]], "label": "X"}]}, "jsonl"),
        ({"text": TEXT, "spans": [], "answer": "accept"}, "prodigy"),
        ({"text": TEXT, "spans": [{"start": 1, "end": 2, "token_start": 0, "label": "X"}]}, "prodigy"),
        ({"text": TEXT, "label": [[1, 2, "X"]]}, "doccano"),
        ({"text": TEXT, "label": []}, "doccano"),
        ({"text": TEXT, "entities": [{"id": 1, "start_offset": 1, "end_offset": 2, "label": "X"}]}, "doccano"),
        ([{"data": {"text": TEXT}, "annotations": []}], "labelstudio"),
        ({"data": {"text": TEXT}, "predictions": []}, "labelstudio"),
        ([{"text": TEXT, "label": [{"start": 1, "end": 2, "labels": ["X"]}]}], "labelstudio"),
        ({"line": "3 in = 3 out + 0 listed"}, None),
        ([1, 2], None),
        ({"text": 'Hij zei: "answer": "accept" en "data": {'}, "jsonl"),
    ],
)
def test_json_by_its_keys(tmp_path, value, name):
    assert first(tmp_path, json.dumps(value)) == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("T1\tGPE 15 20\tRaqqa\nE1\tA:T1\n", "brat"),
        ("T1\tGPE 15 20;22 23\tRaqqa b\n#1\tAnnotatorNotes T1\tx\n", "brat"),
        ("IS B-ORG\nviel O\naan O\n", "conll2002"),
        ("-DOCSTART- -X- O O\n\nIS -X- O B-ORG\nviel -X- O O\naan -X- O O\n", "conll2002"),
        ("#FORMAT=WebAnno TSV 3.3\n", "webanno-tsv"),
        ("<!DOCTYPE html><html></html>", "html"),
        ('<?xml version="1.0"?><xmi:XMI xmlns:cas="http:///uima/cas.ecore"/>', "cas-xmi"),
        (b"%PDF-1.7", "pdf"),
        (b"PAR1\x15", "parquet"),
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04....other", None),
        (TEXT, None),
        ("1 O\n", None),
        ("", None),
        ("Een artikel.\n\nMet B-ORG en O\nin de regel O\n", None),
        (b"\xff\xfe\x00\x01", None),
    ],
)
def test_other_files_by_their_signs(tmp_path, data, name):
    assert first(tmp_path, data) == name


def test_a_docbin_by_its_extension_and_its_packing(tmp_path):
    assert first(tmp_path, zlib.compress(b"x" * 100), "f.spacy") == "spacy"
    assert first(tmp_path, b"\x78nothing", "f.spacy") is None


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(KnownError, match="A001"):
        recognise(tmp_path / "nowhere")


def test_all_that_we_write_is_recognised_as_what_it_is(tmp_path):
    document = exported(TEXT, entity("s1", "GPE", 15, 20), event("e1", "ATTACK", (10, 14)))
    choices = options(document, call_worker=in_process)
    suffixes = {"jsonl": ".jsonl", "prodigy": ".jsonl", "doccano": ".jsonl", "labelstudio": ".json", "brat": ".ann"}
    for one in FORMATS:
        if one.name in suffixes:
            out = tmp_path / one.name
            written = resolve(one.writer)([document], out if one.is_folder else out.with_suffix(".jsonl"), choices)
            (path,) = (file for file in written.files if file.suffix == suffixes[one.name])
            assert recognise(path)[0] == one.name


def test_columns_named_below_other_remarks_are_those_of_conllu_plus(tmp_path):
    assert first(tmp_path, "# newdoc id = d\n# global.columns = ID FORM X:NER\n1\tGent\tB-LOC\n") == "conllu-plus"


LONG = "Een lang artikel. " * 40_000


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"text": LONG, "label": [[0, 3, "X"]]}, "doccano"),
        ({"text": LONG, "spans": [], "answer": "accept"}, "prodigy"),
        ({"id": 1, "text": LONG, "entities": [{"start": 0, "end": 3, "label": "X"}]}, "doccano"),
        ([{"data": {"text": LONG}, "annotations": []}], "labelstudio"),
        ([{"text": LONG, "label": [{"start": 1, "end": 2, "labels": ["X"]}]}], "labelstudio"),
        ([[LONG, {"entities": [[0, 3, "X"]]}]], "spacy-json"),
        ({"text": LONG, "spans": [{"start": 0, "end": 3, "label": "X"}]}, "jsonl"),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_labels_behind_a_long_article_tell_the_format_too(tmp_path, value, name, indent):
    if indent and isinstance(value, dict):
        return  # lines of JSONL are not indented
    assert first(tmp_path, json.dumps(value, indent=indent) + "\n") == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"tokens": ["IS", "viel"], "ner_tags": ["B-ORG", "O"]}, "jsonl"),
        ({"id": "0", "tokens": ["IS", "viel"], "ner_tags": [3, 0]}, "jsonl"),
        ({"tokens": ["IS", "viel"]}, None),
        ({"text": TEXT, "ents": [{"start": 1, "end": 2, "label": "X"}]}, "doccano"),
        ({"text": TEXT, "spans": [], "relations": [{"head": 1, "child": 2, "label": "X"}]}, "prodigy"),
        ([{"id": 0, "paragraphs": [{"sentences": []}]}], "spacy-json"),
        ([TEXT, {"entities": [[1, 2, "X"]]}], "spacy-json"),
    ],
)
def test_data_sets_by_their_keys(tmp_path, value, name):
    assert first(tmp_path, json.dumps(value)) == name
