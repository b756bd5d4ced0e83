"""The head of a learned suggester's file: which decisions it knows. The window reads it too: nothing heavy is here."""

from __future__ import annotations

import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 5  # of the file; one of another number is made anew, never migrated
MANIFEST = "manifest.json"
MOST_BYTES = 200_000_000  # unpacked
MOST_OF_MANIFEST = 50_000_000  # some hundred bytes a document
MOST_NUMBER = 1e15  # of weights, and of whatever a report counts
MOST_COUNT = 2**53  # of words and decisions, which shares are made of
# What reading a file raises that was cut off, damaged, or made by somebody else; deflate has errors of its own.
UNREADABLE = (
    OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, EOFError,
    zlib.error, zipfile.BadZipFile,
)  # fmt: skip


def manifest_in(file: zipfile.ZipFile) -> dict[str, Any]:
    """What stands at the head of an open file; raises one of UNREADABLE where that cannot be used."""
    if sum(one.file_size for one in file.infolist()) > MOST_BYTES:
        raise ValueError("it is too large")
    if file.getinfo(MANIFEST).file_size > MOST_OF_MANIFEST:
        raise ValueError("its manifest is too large")
    manifest: dict[str, Any] = parsed(file.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise ValueError(f"it has format {manifest['format']}, this program reads {FORMAT}")
    texts = (
        manifest["decisions"],
        manifest.get("source", ""),
        *manifest["lessons"].values(),
        *manifest["parts"].values(),
    )
    if not all(isinstance(one, str) for one in texts):
        raise ValueError("its manifest holds other than texts")
    return manifest


def parsed(content: bytes) -> Any:  # noqa: ANN401  (what JSON may hold)
    """The JSON value in a part; ValueError for numbers that are none, or that no learning comes to."""
    return json.loads(content, parse_float=_number, parse_constant=_number)


def _number(text: str) -> float:
    value = float(text)
    if not abs(value) <= MOST_NUMBER:  # NaN is not, either
        raise ValueError(f"it holds {text:.20}, where a number has to be")
    return value


def count_of(value: object) -> int:
    """A count or a point of the log as it stands in a part; ValueError for what is none."""
    if not isinstance(value, int) or not 0 <= value <= MOST_COUNT:
        raise ValueError(f"it holds {value!r:.20}, where a count has to be")
    return value


def manifest_of(model: Path, source: str | None = None) -> dict[str, Any]:
    """The same of a file; {} where there is none that can be used, or one that learned from others than the source."""
    try:
        with zipfile.ZipFile(model) as file:
            manifest = manifest_in(file)
    except UNREADABLE:
        return {}
    return manifest if source in (None, manifest.get("source", "")) else {}
