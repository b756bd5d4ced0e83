"""PDF articles: the text of their pages, and files that are damaged, locked, scanned or out to take time."""

from __future__ import annotations

import time
import zlib

import pytest

from annotator.errors import KnownError
from annotator.formats import limits, pdf_article


def pdf(*contents, compress=False, extra=b"", title=b""):
    """A PDF with a page for each piece of drawing instructions."""
    streams = [zlib.compress(one, 9) if compress else one for one in contents]
    count = len(streams)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        place = 5 + 2 * number
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % place
        )
        filtered = b"/Filter /FlateDecode " if compress else b""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filtered, len(stream), stream))
    objects.append(b"<< /Title (%s) >>" % title)
    data, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(objects), extra, table
    )  # fmt: skip
    return data


def lines(*texts):
    return b"BT /F1 12 Tf 14 TL 50 700 Td " + b" ".join(b"(%s) Tj T*" % one.encode("cp1252") for one in texts) + b" ET"


def read(tmp_path, data, choices=None):
    path = tmp_path / "stuk.pdf"
    path.write_bytes(data)
    (document,) = pdf_article.read(path, {} if choices is None else choices)
    return document


@pytest.mark.parametrize("compress", [False, True])
def test_lines_and_pages(tmp_path, compress):
    choices = {}
    data = pdf(lines("Leger valt Raqqa aan.", "België zegt niets."), lines("Slot."), compress=compress, title=b"Kop")
    document = read(tmp_path, data, choices)
    assert document.text == "Leger valt Raqqa aan.\nBelgië zegt niets.\n\nSlot."
    assert (document.id, document.title, dict(document.meta)) == ("stuk", "Kop", {"pages": 2})
    assert any("laid out" in note for note in choices["notes"])


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "A202", "is no PDF"),
        (b"<html>", "A202", "is no PDF"),
        (b"%PDF-1.4\n", "A202", "damaged"),
        (pdf(lines("x"))[:200], "A202", "damaged"),
        (pdf(b""), "A202", "may be a scan"),
        (pdf(), "A202", "may be a scan"),
        (pdf(lines("x"), extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >> "), "A202", ""),
    ],
    ids=["empty", "html", "head", "cut off", "blank", "no page", "encrypted"],
)
def test_refused(tmp_path, data, code, message):
    with pytest.raises(KnownError) as error:
        read(tmp_path, data)
    assert error.value.code == code
    assert message in error.value.what
    assert "stuk.pdf" in error.value.what


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PDF_PAGES", 2)
    with pytest.raises(KnownError) as error:
        read(tmp_path, pdf(*[lines("x")] * 3))
    assert error.value.code == "A203"


@pytest.mark.parametrize(
    "content",
    [bytes(300_000_000), b"(x) Tj " * 40_000_000, b"q " * 500_000, b"[" * 200_000, b"<<" * 100_000],
    ids=["zeros", "text", "states", "lists", "dictionaries"],
)
def test_hostile_pages_are_refused_soon(tmp_path, content):
    data = pdf(content, compress=True)
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        read(tmp_path, data)
    assert error.value.code in ("A202", "A203")
    assert "stuk.pdf" in error.value.what
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_a_file_that_leads_in_circles_ends(tmp_path):
    data = pdf(lines("x")).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    start = time.process_time()
    with pytest.raises(KnownError):
        read(tmp_path, data)
    assert time.process_time() - start < 20  # a guard against hanging, not a timing
