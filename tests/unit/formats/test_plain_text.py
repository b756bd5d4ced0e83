"""Plain text comes in code point for code point, with its encoding said."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.formats import limits, plain_text


def test_text_is_kept_with_its_line_ends(tmp_path):
    path = tmp_path / "bericht 1.txt"
    path.write_bytes("Eén\r\ntwee\n\n drie ".encode())
    options: dict[str, object] = {}
    (found,) = plain_text.read(path, options)
    assert found.text == "Eén\r\ntwee\n\n drie "
    assert found.id == "bericht 1"
    assert found.where == str(path)
    assert not found.is_annotated
    assert options["encoding_found"] == "utf-8"


def test_cp1252_is_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("België – vrijdag".encode("cp1252"))
    options: dict[str, object] = {"encoding": None}
    (found,) = plain_text.read(path, options)
    assert (found.text, options["encoding_found"]) == ("België – vrijdag", "cp1252")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "A202"),
        (b" \r\n\t", "A202"),
        (b"\xef\xbb\xbf", "A202"),
        (b"a\x00b", "A206"),
        ("één".encode("utf-16"), "A201"),
    ],
)
def test_files_without_a_text_are_refused(tmp_path, data, code):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        list(plain_text.read(path, {}))
    assert caught.value.code == code
    assert str(path) in caught.value.what


def test_large_files_are_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "TEXT_FILE_BYTES", 3)
    path = tmp_path / "a.txt"
    path.write_bytes(b"abcd")
    monkeypatch.setattr(type(path), "read_bytes", lambda _: pytest.fail("was read"))
    with pytest.raises(KnownError, match="A203"):
        list(plain_text.read(path, {}))


def test_a_folder_or_nothing_is_no_file(tmp_path):
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(KnownError, match="A001"):
            list(plain_text.read(path, {}))


def test_the_shared_articles_come_out_as_they_are(shared):
    for path in sorted((shared / "seeds").glob("*.txt")):
        (found,) = plain_text.read(path, {})
        assert found.text.encode() == path.read_bytes()
