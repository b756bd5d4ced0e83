"""Bytes to text: names a file's encoding where that is certain, and refuses it with a way out where it is not."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What `--encoding` may name, with the codec that reads it.
ENCODINGS: dict[str, str] = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8-sig",
    "cp1252": "cp1252",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "cp850": "cp850",
    "mac-roman": "mac-roman",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
}
WAY_OUT = "re-save it as UTF-8, or name its encoding with --encoding, such as --encoding cp1252"

_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Without a mark: which bytes of a unit are zero in Latin text. (name, bytes a unit, those that are zero)
_WIDE_PATTERNS = (
    ("UTF-32", 4, (1, 2, 3)),
    ("UTF-32", 4, (0, 1, 2)),
    ("UTF-16-LE", 2, (1,)),
    ("UTF-16-BE", 2, (0,)),
)
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_SEQUENCE = re.compile(
    rb"(?:[\xc2-\xdf]|\xe0[\xa0-\xbf]?|[\xe1-\xef][\x80-\xbf]?|\xf0(?:[\x90-\xbf][\x80-\xbf]?)?"
    rb"|[\xf1-\xf4][\x80-\xbf]{0,2})\Z"
)

# What Dutch and other West European news is written with, beside ASCII. Bytes of another encoding read as
# cp1252 nearly always give something else: ¤ Ð þ ƒ † ‡ ˆ ‰ ¬ ¸ ¹ …
_LOWER = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšž"
_UPPER = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŒŠŽ"
_SIGNS = "‘’‚“”„«»‹›–—…•·°€£©®™§±×÷½¼¾²³´¡¿ªºµ\u00a0\u00ad"
_ALLOWED = frozenset(_LOWER + _UPPER + _SIGNS)
_small, _letter = f"[a-z{_LOWER}]", f"[A-Za-z{_LOWER}{_UPPER}]"
# Allowed characters in places where this kind of text does not have them: signs of a wrong encoding.
_DOUBTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(f"[{_LOWER}{_UPPER}]{{3}}"), "three accented letters in a row"),
    (re.compile(f"{_small}[{_UPPER}]|{_letter}[{_UPPER}]{_small}"), "an accented capital within a word"),
    (re.compile(f"{_small}[“”„«»‹›•°©®™§±£½¼¾²³ªº¿¡×÷]{_small}"), "a sign within a word"),
    (re.compile(f"{_letter}[‘‚„¡¿]"), "an opening sign after a letter"),
    (re.compile(f"[ÃÂ][^A-Za-z{_LOWER}{_UPPER}'’]"), "Ã or Â before a sign"),
)
# Decoded from UTF-8, these say that a sequence was meant as UTF-8: Latin letters, punctuation, symbols, emoji.
_MEANT = re.compile(
    "[\u00a0-\u017f\u02bb-\u02bf\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u27bf"
    "\ufb00-\ufb06\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_WORD_FINAL = frozenset("éèêëàáçìíîïóôöùúûü")  # without â, ã, ð: the first bytes of ’, é and emoji in UTF-8
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it was read from, and what should be said about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def read_text(path: Path, *, encoding: str | None, limit: int, what: str) -> Decoded:
    """The text of a whole file; KnownError A001, A201, A203 or A206."""
    limits.check_file(path, limit, what)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise limits.unreadable(path, error) from error
    return decode(data, where=str(path), encoding=encoding)


def decode(data: bytes, *, where: str, encoding: str | None = None) -> Decoded:
    """The text of the bytes, code point for code point, without a byte order mark.

    Without `encoding` it is UTF-8 or cp1252, whichever is certain. Raises KnownError A201 where neither is,
    and A206 where the text holds a control character or half a surrogate pair.
    """
    if encoding is not None:
        decoded = _decode_as(data, codec_of(encoding), where)
    elif (wide := _wide(data)) is not None:
        raise KnownError(
            "A201", f"{where}: looks like {wide}", f"re-save it as UTF-8, or give --encoding {wide.lower()}"
        )
    else:
        decoded = _recognise(data, where)
    check_keepable(decoded.text, where)
    return decoded


def codec_of(encoding: str) -> str:
    """The codec for a name given by the user; KnownError A201 for names that are not offered."""
    name = encoding.strip().lower().replace("_", "-")
    aliases = {"utf8": "utf-8", "windows-1252": "cp1252", "latin-1": "iso-8859-1", "latin1": "iso-8859-1"}
    name = aliases.get(name, name)
    if name not in ENCODINGS:
        raise KnownError("A201", f"encoding {encoding!r:.40} is not offered", f"choose one of {', '.join(ENCODINGS)}")
    return ENCODINGS[name]


def check_keepable(text: str, where: str, *, field: str = "") -> None:
    """Refuses C0 controls other than tab, line feed and carriage return, and lone surrogates (A206)."""
    found = _UNKEEPABLE.search(text)
    if found is None:
        return
    position = found.start()
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    character = ord(found[0])
    name = "a NUL" if character == 0 else "half a surrogate pair" if character >= 0xD800 else "a control character"
    raise KnownError(
        "A206",
        f"{where}{', ' + field if field else ''}: {name} (U+{character:04X}) at character {position} "
        f"(line {line}, column {column})",
        "remove it from the file",
    )


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32, where a byte order mark or the pattern of zero bytes says so."""
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            return name
    head = data[:4096]
    for name, unit, zeros in _WIDE_PATTERNS:
        parts = [head[phase::unit] for phase in zeros]
        if len(data) % unit == 0 and all(part and part.count(0) * 10 >= len(part) * 6 for part in parts):
            return name
    return None


def _decode_as(data: bytes, codec: str, where: str) -> Decoded:
    if codec == "utf-8" and data.startswith(BOM_UTF8):
        codec = "utf-8-sig"
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise KnownError(
            "A201", f"{where}: is not {codec}{place}", "name another encoding, or re-save it as UTF-8"
        ) from error
    if codec.startswith("utf-") and codec[-2:] in ("le", "be"):
        text = text.removeprefix("\ufeff")
    return _said(text, codec)


def _said(text: str, encoding: str) -> Decoded:
    notes = []
    if encoding == "utf-8-sig":
        notes.append("byte order mark left out")
    if "\ufffd" in text:
        notes.append(f"{text.count(chr(0xFFFD))} × U+FFFD: characters were lost before this file was written")
    return Decoded(text, encoding, tuple(notes))


def _recognise(data: bytes, where: str) -> Decoded:
    if data.startswith(BOM_UTF8):
        return _decode_as(data, "utf-8-sig", where)
    try:
        return _said(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        wrong = error.start
    if (why := _utf8_after_all(data)) is not None:
        raise KnownError(
            "A201", f"{where}: {why}", "mend or re-save the file as UTF-8, or name its encoding with --encoding"
        )
    if (bad := _UNDEFINED.search(data)) is not None:
        raise KnownError(
            "A201",
            f"{where}: neither UTF-8 (byte {wrong}) nor cp1252 (byte {bad.start()} is 0x{bad[0][0]:02X})",
            WAY_OUT,
        )
    text = data.decode("cp1252")
    for position, why in _doubts(text):
        around = " ".join(text[max(0, position - 15) : position + 15].split())
        raise KnownError("A201", f"{where}: not UTF-8 (byte {wrong}); as cp1252 it has {why}: “{around}”", WAY_OUT)
    return _said(text, "cp1252")


def _utf8_after_all(data: bytes) -> str | None:
    """Why bytes that are not valid UTF-8 were yet meant as UTF-8: sequences of it, or one cut at the end."""
    for found in _MULTIBYTE.finditer(data):
        character = found[0].decode("utf-8", "replace")
        if _MEANT.fullmatch(character):
            return f"mixes UTF-8 (“{character}” at byte {found.start()}) with bytes that are not UTF-8"
    cut = _CUT_SEQUENCE.search(data)
    if cut is None or not _is_utf8(data[: cut.start()]):
        return None
    before = data[: cut.start()]
    # One accented letter at the very end of plain ASCII is a cp1252 word such as "café".
    if before.isascii() and before[-1:].isalpha() and cut[0].decode("cp1252", "replace") in _WORD_FINAL:
        return None
    return f"ends within a UTF-8 sequence (byte {cut.start()}), as a file that was cut off does"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _doubts(text: str) -> Iterator[tuple[int, str]]:
    """Places where a text read as cp1252 does not look like West European news, with the reason."""
    for position, character in enumerate(text):
        if character > "\x7f" and character not in _ALLOWED:
            yield position, f"the unlikely character {character!r}"
    for pattern, why in _DOUBTS:
        for found in pattern.finditer(text):
            yield found.start(), why
