"""Files that no reader may take, in the shapes that several formats share, and the rule they are refused by."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.formats.records import ImportedDocument

Read = Any  # a reader's function
SECONDS = 20.0  # a guard against hanging; docs/performance.md has the timings

# What a file of any JSON format may be instead of one; the code it is refused with.
BYTES: tuple[tuple[str, bytes, str], ...] = (
    ("invalid utf-8", b'{"text": "caf\xe9"}\n', "A201"),
    ("utf-16", '{"text": "a"}'.encode("utf-16"), "A201"),
    ("nan", b'{"text": "a", "score": NaN}\n', "A202"),
    ("key twice", b'{"text": "a", "text": "b"}\n', "A202"),
    ("nul", b'{"text": "a\\u0000b"}\n', "A206"),
    ("bare nul", b'{"text": "a\x00b"}\n', "A202"),
    ("control character", b'{"text": "a\\u0007b"}\n', "A206"),
    ("lone surrogate", b'{"text": "a\\ud800b"}\n', "A206"),
    ("deep nesting", b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "A202"),
    ("huge integer", b'{"text": "a", "x": ' + b"9" * 5_000 + b"}\n", "A202"),
    ("truncated", b'{"text": "a', "A202"),
    ("no object", b'"text"\n', "A202"),
    ("no text", b'{"txt": "a"}\n', "A202"),
    ("text is a number", b'{"text": 1}\n', "A202"),
)

# Offsets that are none; each stands where a start should, with an end of 5 in a text of 27 characters.
OFFSETS: tuple[tuple[str, Any, Any], ...] = (
    ("float", 1.0, 5),
    ("boolean", True, 5),
    ("string", "1", 5),
    ("null", None, 5),
    ("negative", -1, 5),
    ("reversed", 5, 1),
    ("empty", 5, 5),
    ("out of range", 1, 500),
    ("huge", 1, 10**14),
)
TEXT = "Het leger viel Raqqa binnen"


def refused(read: Callable[..., Iterator[ImportedDocument]], path: Path, code: str) -> KnownError:
    """The error that reading the file ends in: of that code, naming the file, and soon."""
    started = time.perf_counter()
    with pytest.raises(KnownError) as caught:
        list(read(path, {}))
    assert time.perf_counter() - started < SECONDS
    assert caught.value.code == code, str(caught.value)
    assert path.stem in caught.value.what
    assert caught.value.todo
    return caught.value


def json_line(value: object) -> bytes:
    """A line of JSONL."""
    return json.dumps(value).encode() + b"\n"
