"""JSON read strictly: what two programs could read differently is refused, with file and line."""

from __future__ import annotations

import codecs
import json
import math
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.errors import KnownError
from annotator.formats import decoding, limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BLANKS = " \t\r\n"
_BLANK_BYTES = b" \t\r\n"
_CHUNK = 1 << 16
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def dumped(value: object) -> str:
    """The value as JSON on one line, which every strict reader takes; ValueError for a number that JSON has not."""
    return _ENCODER.encode(value)


class _Refused(ValueError):  # noqa: N818  (never seen outside of this module)
    """Why a value is not taken; `parse` adds the place."""


def parse(source: str, *, where: str) -> Any:  # noqa: ANN401  (any JSON value)
    """The value of a JSON text; `where` names file and line in errors.

    Raises KnownError A202 for anything but strict JSON (no NaN or Infinity, no key twice, at most
    JSON_DEPTH levels, integers of at most JSON_INTEGER_DIGITS digits, finite numbers) and A206 for
    escapes that are half a surrogate pair.
    """
    try:
        value = (_WARY_DECODER if _LONG_DIGITS.search(source) else _DECODER).decode(source)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise KnownError("A202", f"{where}: no valid JSON: {error.msg} ({place})", "mend this line") from error
    except _Refused as error:
        raise KnownError("A202", f"{where}: {error}", "mend this line") from error
    except RecursionError as error:
        raise _too_deep(where) from error
    return _checked(value, source, where)


def _checked(value: object, source: str, where: str) -> Any:  # noqa: ANN401  (any JSON value)
    """The value, unless it is nested too deep or holds half a surrogate pair."""
    if _is_deeper(value, limits.JSON_DEPTH):
        raise _too_deep(where)
    if _SURROGATE_ESCAPE.search(source):
        _check_strings(value, where)
    return value


def is_list(path: Path) -> bool:
    """Whether the first sign of the file is that of a JSON list; KnownError A001."""
    try:
        with path.open("rb") as handle:
            return handle.read(4096).removeprefix(codecs.BOM_UTF8).lstrip(_BLANK_BYTES).startswith(b"[")
    except OSError as error:
        raise limits.unreadable(path, error) from error


def elements(path: Path) -> Iterator[tuple[int, Any]]:
    """The line numbers (from 1) and values of the objects in the one list of a JSON file, one after the other.

    No more than one element is held at a time. Raises KnownError A001, A201 (not UTF-8), A202 (no strict JSON,
    an element that is no object, or something behind the list), A203 (an element over LINE_BYTES), A206.
    """
    try:
        with path.open("rb") as handle:
            yield from _Elements(handle, path).read()
    except OSError as error:
        raise limits.unreadable(path, error) from error


class _Elements:
    """A list being read: `_text` is what is decoded and not yet used, from line `_line` on."""

    def __init__(self, handle: BinaryIO, path: Path) -> None:
        self._handle = handle
        self._path = path
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._line = 1
        self._bytes = 0
        self._is_at_end = False

    def read(self) -> Iterator[tuple[int, Any]]:
        self._more(_CHUNK)
        self._text = self._text.removeprefix("\ufeff")
        self._expect("[")
        if self._next() == "]":
            self._expect("]")
        else:
            while True:
                if self._next() != "{":
                    raise self._refusal("an object should stand here")
                line = self._line
                yield line, self._element()
                if self._next() != ",":
                    break
                self._expect(",")
            self._expect("]")
        if self._next():
            raise self._refusal("there is more behind the end of the list")

    def _element(self) -> Any:  # noqa: ANN401  (any JSON value)
        where = f"{self._path}:{self._line}"
        while True:
            try:
                decoder = _WARY_DECODER if _LONG_DIGITS.search(self._text) else _DECODER
                value, end = decoder.raw_decode(self._text)
            except json.JSONDecodeError as error:
                # Broken, or not yet all there: which of them, only more of the file can tell.
                if self._is_at_end or len(self._text) > limits.LINE_BYTES:
                    code = "A202" if self._is_at_end or error.pos < len(self._text) - _CHUNK else "A203"
                    what = f"no valid JSON: {error.msg}" if code == "A202" else f"over {limits.LINE_BYTES:,} bytes"
                    place = self._line + error.lineno - 1
                    raise KnownError(code, f"{self._path}:{place}: {what}", "mend this element") from error
                self._more(max(_CHUNK, len(self._text)))
            except _Refused as error:
                raise KnownError("A202", f"{where}: {error}", "mend this element") from error
            except RecursionError as error:
                raise _too_deep(where) from error
            else:
                return _checked(value, self._take(end), where)

    def _next(self) -> str:
        """The next sign that is no white space, "" at the end of the file."""
        while True:
            self._take(len(self._text) - len(self._text.lstrip(_BLANKS)))
            if self._text or self._is_at_end:
                return self._text[:1]
            self._more(_CHUNK)

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            found = f"{self._text[:1]!r} stands" if self._text else "the file ends"
            raise self._refusal(f"{found} where {sign!r} should")
        self._take(1)

    def _take(self, length: int) -> str:
        taken, self._text = self._text[:length], self._text[length:]
        self._line += taken.count("\n")
        return taken

    def _more(self, size: int) -> None:
        data = self._handle.read(size)
        self._is_at_end = not data
        if self._bytes == 0 and data.startswith(_WIDE_MARKS):
            raise KnownError("A201", f"{self._path}: looks like UTF-16 or UTF-32", "re-save it as UTF-8")
        try:
            self._text += self._decoder.decode(data, final=self._is_at_end)
        except UnicodeDecodeError as error:
            place = self._bytes + error.start
            raise KnownError("A201", f"{self._path}: is not utf-8 (byte {place})", decoding.WAY_OUT) from error
        self._bytes += len(data)

    def _refusal(self, what: str) -> KnownError:
        return KnownError("A202", f"{self._path}:{self._line}: {what}", "mend the file")


def lines(path: Path, *, encoding: str | None = None) -> Iterator[tuple[int, Any]]:
    """The line numbers (from 1) and values of a JSONL file, read line by line; blank lines are left out.

    Lines end at a line feed alone. Raises KnownError A001, A201 (not the encoding named, or not UTF-8),
    A203 (a line over JSONL_LINE_BYTES or JSONL_LINE_OPENINGS) and what `parse` raises.
    """
    return ((number, value) for _, number, value in placed_lines(path, encoding=encoding))


def placed_lines(path: Path, *, encoding: str | None = None) -> Iterator[tuple[int, int, Any]]:
    """As `lines`, errors too, each with the byte at which it begins (of the first one: after a byte order mark)."""
    codec = decoding.codec_of(encoding or "utf-8")
    if codec.startswith(("utf-16", "utf-32")):
        raise KnownError("A201", f"{path}: JSONL cannot be read as {codec}", "re-save it as UTF-8")
    codec = codec.removesuffix("-sig")
    try:
        with path.open("rb") as handle:
            number = following = 0
            while data := handle.readline(limits.JSONL_LINE_BYTES + 1):
                number += 1
                place, following = following, following + len(data)
                where = f"{path}:{number}"
                _check_size(data, where)
                if number == 1:
                    size = len(data)
                    data = _without_mark(data, path)
                    place = size - len(data)
                if data.strip():
                    yield place, number, parse(_decoded(data, codec, where), where=where)
    except OSError as error:
        raise limits.unreadable(path, error) from error


def _check_size(line: bytes, where: str) -> None:
    if len(line) > limits.JSONL_LINE_BYTES:
        raise KnownError("A203", f"{where}: longer than {limits.JSONL_LINE_BYTES:,} bytes", "split the document")
    if len(line) > limits.JSONL_LINE_OPENINGS:
        count, most = line.count(b"[") + line.count(b"{"), limits.JSONL_LINE_OPENINGS
        if count > most:
            raise KnownError("A203", f"{where}: has {count:,} members, at most {most:,} are taken", "split it")


def _without_mark(data: bytes, path: Path) -> bytes:
    if data.startswith(_WIDE_MARKS):
        raise KnownError("A201", f"{path}: looks like UTF-16 or UTF-32", "re-save it as UTF-8")
    return data.removeprefix(codecs.BOM_UTF8)


def _decoded(data: bytes, codec: str, where: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise KnownError(
            "A201", f"{where}: is not {codec} (byte {error.start} of the line)", decoding.WAY_OUT
        ) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Refused(f"the key {key!r:.60} stands twice in one object")
            seen.add(key)
    return value


def _constant(name: str) -> float:
    raise _Refused(f"{name} is no JSON number")


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > limits.JSON_INTEGER_DIGITS:
        raise _Refused(f"the integer {digits[:20]}… has more than {limits.JSON_INTEGER_DIGITS} digits")
    return int(digits)


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _Refused(f"the number {digits[:20]} is too large")
    return value


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, parse_float=_number)
# Only where a run of digits is that long are integers looked at one by one: offsets are most of a file.
_WARY_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_constant, parse_float=_number, parse_int=_integer
)
_LONG_DIGITS = re.compile(rf"\d{{{limits.JSON_INTEGER_DIGITS + 1}}}", re.ASCII)


def _is_deeper(value: object, levels: int) -> bool:
    """Whether arrays and objects are nested more than `levels` deep."""
    level: list[Any] = [value] if type(value) in (dict, list) else []
    for _ in range(levels):
        level = [
            member
            for container in level
            for member in (container.values() if type(container) is dict else container)
            if type(member) is list or type(member) is dict
        ]
        if not level:
            return False
    return bool(level)


def _too_deep(where: str) -> KnownError:
    return KnownError("A202", f"{where}: nested more than {limits.JSON_DEPTH} levels deep", "flatten the value")


def _check_strings(value: object, where: str) -> None:
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise KnownError(
                "A206",
                f"{where}: the escape of half a surrogate pair (\\u{ord(value[error.start]):04x})",
                "mend this line",
            ) from error
    elif isinstance(value, dict):
        for key, member in value.items():
            _check_strings(key, where)
            _check_strings(member, where)
    elif isinstance(value, list):
        for member in value:
            _check_strings(member, where)
