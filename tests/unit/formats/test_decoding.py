"""Encodings are said where they are certain, and refused with a way out where they are not."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.formats.decoding import decode

NEWS = (
    "Zo’n 150 militairen trokken vrijdag België binnen, zei de première. “Eén coördinator bleef”, luidt het – voor €5."
)


def refused(data: bytes, *, encoding: str | None = None) -> KnownError:
    with pytest.raises(KnownError) as caught:
        decode(data, where="news.txt", encoding=encoding)
    assert "news.txt" in caught.value.what or encoding
    return caught.value


def test_utf8_is_said():
    decoded = decode(NEWS.encode(), where="f")
    assert (decoded.text, decoded.encoding, decoded.notes) == (NEWS, "utf-8", ())


def test_a_byte_order_mark_is_dropped_and_said():
    decoded = decode(NEWS.encode("utf-8-sig"), where="f")
    assert (decoded.text, decoded.encoding) == (NEWS, "utf-8-sig")
    assert "byte order mark" in decoded.notes[0]
    assert decode(NEWS.encode("utf-8-sig"), where="f", encoding="utf-8").text == NEWS


def test_cp1252_is_recognised_by_plausible_dutch():
    decoded = decode(NEWS.encode("cp1252"), where="f")
    assert (decoded.text, decoded.encoding) == (NEWS, "cp1252")


@pytest.mark.parametrize(
    "text", ["Café", "één café", "Het duurde tot in België", "de foto´s van Curaçao", "5°C en 3 m²", "voilà…"]
)
def test_short_cp1252_texts(text):
    assert decode(text.encode("cp1252"), where="f").text == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_refused_with_a_way_out(codec):
    error = refused(NEWS.encode(codec))
    assert error.code == "A201"
    assert "UTF-8" in error.todo
    assert "--encoding" in error.todo


def test_the_way_out_works():
    assert decode(NEWS.encode("utf-16"), where="f", encoding="utf-16").text == NEWS
    assert decode(NEWS.encode("utf-16-le"), where="f", encoding="UTF_16_LE").text == NEWS
    assert decode(b"Belgi\x91", where="f", encoding="mac-roman").text == "België"
    assert decode(b"caf\x82", where="f", encoding="cp850").text == "café"


def test_mixed_encodings_are_refused():
    error = refused("België ".encode() + "België".encode("cp1252"))
    assert error.code == "A201"
    assert "mixes" in error.what
    assert "ë" in error.what


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_cp1252_lacks_are_refused(byte):
    error = refused(b"Een zin met \xe9\xe9n teken " + bytes([byte]) + b" te veel")
    assert error.code == "A201"
    assert f"0x{byte:02X}" in error.what


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Привет из Москвы", "cp1251"),
        ("Привет из Москвы", "koi8-r"),
        ("مرحبا بالعالم", "cp1256"),
        ("Καλημέρα κόσμε", "cp1253"),
        ("in België en Syrië", "mac-roman"),
        ("een café in Syrië", "cp850"),
        ("één scène", "cp850"),
        ("Zürich", "mac-roman"),
        ("kost € 5", "iso-8859-15"),
        ("日本語のニュース", "shift-jis"),
        ("日本語のニュース", "euc-jp"),
    ],
)
def test_other_encodings_are_not_taken_for_cp1252(text, codec):
    assert refused(text.encode(codec)).code == "A201"


@pytest.mark.parametrize("cut", ["Hij zei: “ja", "Hij zei “ja”", "in Gaza 💥", "Het ligt in België", "Привет"])
def test_truncated_utf8_is_refused(cut):
    data = cut.encode()
    last = max(position for position, byte in enumerate(data) if byte >= 0xC0)
    for end in range(last + 1, len(data)):
        if data[end] < 0x80:
            break
        assert refused(data[:end]).code == "A201"


def test_only_offered_encodings_are_taken():
    error = refused(b"abc", encoding="ebcdic")
    assert error.code == "A201"
    assert "cp1252" in error.todo


def test_an_encoding_named_wrongly_is_refused_with_the_byte():
    assert "byte 5" in refused("Belgi\xeb".encode("cp1252"), encoding="utf-8").what


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\x0c", "\x1b", "\x1f"])
def test_control_characters_are_refused_with_their_place(character):
    error = refused(f"een\ntwee {character}drie".encode())
    assert error.code == "A206"
    assert "character 9 (line 2, column 6)" in error.what
    assert f"U+{ord(character):04X}" in error.what


def test_text_is_kept_code_point_for_code_point():
    text = "a\r\nb\rc\n\t\u00a0\u2028\u2029\u00ad\u200b\u202e e\u0301 é 👩\u200d👩 \ufeff x\x85\x7f"
    assert decode(text.encode(), where="f").text == text


def test_characters_lost_before_are_said():
    assert "U+FFFD" in decode("Belgi\ufffd".encode(), where="f").notes[0]
