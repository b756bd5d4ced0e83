"""JSON read strictly: what two programs could read differently is refused, with file and line."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import decoding, limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_UTF8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


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
    if _is_deeper(value, limits.JSON_DEPTH):
        raise _too_deep(where)
    if _SURROGATE_ESCAPE.search(source):
        _check_strings(value, where)
    return value


def lines(path: Path, *, encoding: str | None = None) -> Iterator[tuple[int, Any]]:
    """The line numbers (from 1) and values of a JSONL file, read line by line; blank lines are left out.

    Lines end at a line feed alone. Raises KnownError A001, A201 (not the encoding named, or not UTF-8),
    A203 (a line over LINE_BYTES) and what `parse` raises.
    """
    codec = decoding.codec_of(encoding or "utf-8")
    if codec.startswith(("utf-16", "utf-32")):
        raise KnownError("A201", f"{path}: JSONL cannot be read as {codec}", "re-save it as UTF-8")
    codec = codec.removesuffix("-sig")
    try:
        with path.open("rb") as handle:
            number = 0
            while data := handle.readline(limits.LINE_BYTES + 1):
                number += 1
                where = f"{path}:{number}"
                if len(data) > limits.LINE_BYTES:
                    raise KnownError("A203", f"{where}: longer than {limits.LINE_BYTES:,} bytes", "split the document")
                if number == 1:
                    data = _without_mark(data, path)
                if data.strip():
                    yield number, parse(_decoded(data, codec, where), where=where)
    except OSError as error:
        raise limits.unreadable(path, error) from error


def _without_mark(data: bytes, path: Path) -> bytes:
    if data.startswith(_WIDE_MARKS):
        raise KnownError("A201", f"{path}: looks like UTF-16 or UTF-32", "re-save it as UTF-8")
    return data.removeprefix(_UTF8_MARK)


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
