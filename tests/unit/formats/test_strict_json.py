"""JSON that two programs could read differently is refused, with file and line."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.formats import limits, strict_json


def refused(source: str, code: str = "A202") -> str:
    with pytest.raises(KnownError) as caught:
        strict_json.parse(source, where="f.jsonl:7")
    assert caught.value.code == code
    assert caught.value.what.startswith("f.jsonl:7")
    return caught.value.what


def lines(path, data: bytes, **options):
    path.write_bytes(data)
    return list(strict_json.lines(path, **options))


@pytest.mark.parametrize(
    "source",
    [
        "NaN", "[Infinity]", "-Infinity", "1e999", '{"a": 1, "a": 2}', '{"x": {"a": 1, "a": 1}}', "1234567890123456",
        "-1234567890123456", "[" * 33 + "]" * 33, "[" * 100_000, '{"a":' * 40 + "1" + "}" * 40, "{", "", "01", "'a'",
        '{"a": 1,}', '"a\nb"', "[1] [2]", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_strict_json_is_refused(source):
    refused(source)


def test_limits_are_inclusive():
    assert strict_json.parse("[" * 32 + "]" * 32, where="f")
    assert strict_json.parse("-123456789012345", where="f") == -123456789012345


@pytest.mark.parametrize("source", [r'"\ud800"', r'{"a": ["\uDFFF"]}', r'{"\udc00": 1}', r'"\ude00\ud83d"'])
def test_lone_surrogate_escapes_are_refused(source):
    refused(source, "A206")


def test_a_pair_of_escapes_is_one_character():
    assert strict_json.parse(r'"\ud83d\ude00"', where="f") == "😀"


def test_lines_end_at_line_feeds_alone(tmp_path):
    found = lines(tmp_path / "f", '"a\u2028b\u0085c"\r\n\n"d"'.encode())
    assert found == [(1, "a\u2028b\u0085c"), (3, "d")]


def test_a_byte_order_mark_at_the_head_is_taken(tmp_path):
    assert lines(tmp_path / "f", b"\xef\xbb\xbf1\n2\n") == [(1, 1), (2, 2)]


@pytest.mark.parametrize("codec", ["utf-16", "cp1252", "utf-32"])
def test_other_encodings_are_refused_with_the_line(tmp_path, codec):
    with pytest.raises(KnownError) as caught:
        lines(tmp_path / "f", '"België"\n'.encode(codec))
    assert caught.value.code == "A201"


def test_an_encoding_of_one_byte_may_be_named(tmp_path):
    assert lines(tmp_path / "f", '"België"\n'.encode("cp1252"), encoding="cp1252") == [(1, "België")]
    with pytest.raises(KnownError, match="A201"):
        lines(tmp_path / "f", b"1", encoding="utf-16")


def test_long_lines_are_refused_before_they_are_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "JSONL_LINE_BYTES", 10)
    assert lines(tmp_path / "f", b'"1234567"\n1\n') == [(1, "1234567"), (2, 1)]
    with pytest.raises(KnownError) as caught:
        lines(tmp_path / "f", b"1\n" + b"[" + b"1," * 50)
    assert caught.value.code == "A203"
    assert ":2" in caught.value.what


def test_a_line_of_brackets_alone_is_refused_before_it_takes_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "JSONL_LINE_OPENINGS", 10)
    assert lines(tmp_path / "f", b"[" + b"[]," * 8 + b"{}]\n") == [(1, [*[[]] * 8, {}])]
    with pytest.raises(KnownError) as caught:
        lines(tmp_path / "f", b"1\n[" + b"[]," * 9 + b"{}]\n")
    assert caught.value.code == "A203"
    assert ":2: has 11 members" in caught.value.what


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(KnownError, match="A001"):
        list(strict_json.lines(tmp_path / "none"))
