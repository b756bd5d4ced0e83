"""Word documents: paragraphs, breaks, tracked changes, and archives that mean harm."""

from __future__ import annotations

import time
import zipfile

import pytest

from annotator.errors import KnownError
from annotator.formats import docx_article, limits

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BODY = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document {WORD} {MC}><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Leger valt aan</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Het </w:t></w:r><w:r><w:t>leger &amp; Co</w:t><w:br/><w:t>👩🏽</w:t><w:tab/>
<w:t>Raqqa</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>!</w:t></w:r></w:ins></w:p>
<w:moveFrom><w:r><w:t>oud</w:t></w:r></w:moveFrom>
<w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel 1</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>cel 2</w:t></w:r></w:p></w:tc></w:tr>
</w:tbl><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>kader</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r>
<w:t>kader</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
<w:p><w:r><w:instrText>HYPERLINK "http://elders.example"</w:instrText></w:r><w:r><w:t>slot</w:t></w:r></w:p>
</w:body></w:document>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>De titel</dc:title><dc:creator>J. Janssens</dc:creator>
</cp:coreProperties>"""


def made(tmp_path, body=BODY, **others):
    path = tmp_path / "stuk.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if body is not None:
            archive.writestr("word/document.xml", body)
        for name, content in others.items():
            archive.writestr(name, content)
    return path


def test_a_paragraph_is_a_line_and_nothing_but_text_is_there(tmp_path):
    (document,) = docx_article.read(made(tmp_path, **{"docProps/core.xml": CORE}), {})
    assert document.text == "Leger valt aan\nHet leger & Co\n👩🏽\tRaqqa!\n\ncel 1\ncel 2\nkader\nslot"
    assert (document.id, document.title, dict(document.meta)) == ("stuk", "De titel", {"author": "J. Janssens"})


def wrapped(content):
    return f"<w:document {WORD}><w:body>{content}</w:body></w:document>"


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (None, "A202", "is no Word document"),
        (wrapped("<w:p/>"), "A202", "holds no text"),
        ("<!DOCTYPE x [<!ENTITY a 'aa'>]>" + wrapped("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"), "A202", "(DTD)"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + wrapped(""), "A202", "(DTD)"),
        (wrapped("<w:p>")[:-30], "A202", "document.xml:1: no well-formed XML"),
        (wrapped("<w:p><w:r><w:t>a&#0;</w:t></w:r></w:p>"), "A202", "no well-formed XML"),
        ("<a>" * 10_000, "A203", "nested more than 256 deep"),
    ],
)
def test_refused_with_member_line_and_reason(tmp_path, body, code, message):
    with pytest.raises(KnownError) as error:
        list(docx_article.read(made(tmp_path, body), {}))
    assert error.value.code == code
    assert message in error.value.what
    assert "stuk.docx" in error.value.what


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/x", "C:\\x", "a/../../b", "..\\x", "een\x01twee"])
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path, name):
    path = made(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    with pytest.raises(KnownError, match="leads out of the archive"):
        list(docx_article.read(path, {}))
    assert [one.name for one in tmp_path.iterdir()] == ["stuk.docx"]


def test_a_bomb_is_refused_soon_and_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "stuk.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as member:
        for _ in range(100):
            member.write(bytes(limits.MEGABYTE))
    assert path.stat().st_size < 200_000
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        list(docx_article.read(path, {}))
    assert error.value.code == "A203"
    assert "stuk.docx!word/document.xml" in error.value.what
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_damaged_archives_are_refused(tmp_path):
    path = made(tmp_path)
    data = path.read_bytes()
    for content in (b"", b"PK\x03\x04", data[: len(data) // 2], data[:-5], b"x" * 100):
        path.write_bytes(content)
        with pytest.raises(KnownError) as error:
            list(docx_article.read(path, {}))
        assert error.value.code == "A202"


def test_a_damaged_member_is_refused(tmp_path):
    path = made(tmp_path)
    data = bytearray(path.read_bytes())
    data[60:64] = b"\xff\xff\xff\xff"
    path.write_bytes(bytes(data))
    with pytest.raises(KnownError, match="damaged"):
        list(docx_article.read(path, {}))


def test_double_names_and_too_many_members_are_refused(tmp_path, monkeypatch):
    path = made(tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "x")
    with pytest.raises(KnownError, match="stands twice"):
        list(docx_article.read(path, {}))
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 1)
    with pytest.raises(KnownError) as error:
        list(docx_article.read(path, {}))
    assert error.value.code == "A203"
