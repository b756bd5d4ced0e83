"""The index beside the files of an export: each line is found by the name of its file, and read when asked for."""

from __future__ import annotations

import json
import os

import pytest

from annotator.errors import KnownError
from annotator.formats import limits
from annotator.formats.line_index import LineIndex, index_at


def written(path, *values, head=b""):
    path.write_bytes(head + b"".join(json.dumps(value, ensure_ascii=False).encode() + b"\n\n" for value in values))
    return path


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_each_line_is_found_by_its_file(tmp_path, head):
    values = [{"file": f"é{number}.tsv", "id": str(number), "meta": {"👩🏽": "x" * number}} for number in range(40)]
    index = LineIndex(written(tmp_path / "i", *values, head=head), is_strict=True)
    for value in reversed(values):
        found = index.get(value["file"])
        assert found is not None
        assert found.value == value
    assert index.get("other.tsv") is None


def test_lines_that_name_no_file(tmp_path):
    path = written(tmp_path / "i", {"id": "a"}, {"file": "b"}, [1])
    assert LineIndex(path, is_strict=False).get("b") is not None
    with pytest.raises(KnownError, match="A202"):
        LineIndex(path, is_strict=True)


def test_an_index_that_was_changed_is_read_again(tmp_path):
    assert index_at(tmp_path / "none") is None
    path = written(tmp_path / "i", {"file": "a", "id": "1"})
    assert index_at(path).get("a").value["id"] == "1"
    assert index_at(path) is index_at(path)
    written(path, {"file": "a", "id": "2"})
    os.utime(path, ns=(1, 1))
    assert index_at(path).get("a").value["id"] == "2"


def test_a_line_is_found_again_however_long_it_may_be(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 10)  # of other files
    path = tmp_path / "documents.jsonl"
    path.write_text('{"file": "a.ann", "meta": {"source": "Belga"}}\n', "utf-8")
    found = index_at(path)
    assert found is not None
    fields = found.get("a.ann")
    assert fields is not None
    assert fields.value["meta"] == {"source": "Belga"}
