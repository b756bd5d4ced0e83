"""Lines of a file of tokens: the same as of the whole text, with the same refusals, whatever the size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import KnownError
from annotator.formats import limits, token_lines
from annotator.formats.token_lines import TokenLines


def lines(path, **given):
    return TokenLines(path, **{"encoding": "utf-8", "sought": "# newdoc", **given})


@given(
    st.text(st.sampled_from("aé👩\n\r\t \u2028\u0085#"), max_size=60),
    st.integers(1, 7),
    st.booleans(),
)
def test_the_same_as_of_the_whole_text(tmp_path_factory, text, chunk, is_marked):
    path = tmp_path_factory.getbasetemp() / "lines.conllu"
    path.write_bytes((b"\xef\xbb\xbf" if is_marked else b"") + text.encode("utf-8"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(token_lines, "_CHUNK", chunk)
        read = lines(path, sought="a#")
    expected = text.split("\n")
    assert list(read) == (expected[:-1] if expected[-1] == "" else expected)
    assert list(read) == list(read)
    assert read.has == ("a#" in text)
    assert read.decoded.encoding == ("utf-8-sig" if is_marked else "utf-8")


@pytest.mark.parametrize("chunk", [1, 2, 3, 1 << 20])
@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"een\ntwee \xff", "A201", "is not utf-8 at byte 9"),
        ("één".encode()[:-2] + b"\xc3", "A201", "is not utf-8 at byte 2"),
        (b"een\ntw\x00ee", "A206", "(line 2, column 3)"),
        ("een".encode("utf-16"), "A201", "is not utf-8 at byte 0"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path, monkeypatch, chunk, data, code, said):
    monkeypatch.setattr(token_lines, "_CHUNK", chunk)
    path = tmp_path / "a.conllu"
    path.write_bytes(data)
    with pytest.raises(KnownError, match=code) as caught:
        lines(path)
    assert said in caught.value.what


def test_large_files_are_taken_and_long_lines_are_not(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "TOKEN_FILE_BYTES", 50)
    monkeypatch.setattr(limits, "LINE_BYTES", 20)
    path = tmp_path / "a.conllu"
    path.write_text("kort\n" * 100, "utf-8")
    assert len(list(lines(path))) == 100
    path.write_text("kort\n" + "lang" * 5, "utf-8")
    with pytest.raises(KnownError, match=r"A203.*a.conllu:2"):
        list(lines(path))
    path.write_bytes("kórt\n".encode("cp1252") * 20)
    with pytest.raises(KnownError, match="A203"):
        lines(path, encoding="cp1252")
    path.write_bytes(b"kort\n" * 20 + b"\x00")
    with pytest.raises(KnownError, match=r"A206.*from byte 0"):
        lines(path)


def test_other_encodings_are_read_whole(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_bytes("één\ntwee".encode("cp1252"))
    assert list(lines(path, encoding="cp1252")) == ["één", "twee"]
    with pytest.raises(KnownError, match="A001"):
        lines(tmp_path / "none")
