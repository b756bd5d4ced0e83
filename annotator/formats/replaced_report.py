"""The report of another export that is about to be replaced: all exports into one folder share the name of it."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

from annotator.formats.recognition import REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OF_FORMAT = re.compile(rb'^\{\s*"format"\s*:\s*"([^"]{1,100})"')
_LAST_FILE = re.compile(rb'"((?:[^"\\]|\\.)*)"\s*\]\s*\}\s*$')
_HEAD, _TAIL = 1 << 12, 1 << 16  # bytes that hold the format, and the last name, however long the report


def notes(folder: Path, *, format_name: str, file_name: str = "") -> Iterator[str]:
    """What is to be said of the report in the folder; `file_name` is that of a format of one file."""
    try:
        with (folder / REPORT).open("rb") as handle:
            head = handle.read(_HEAD)
            handle.seek(max(0, handle.seek(0, os.SEEK_END) - _TAIL))
            tail = handle.read(_TAIL)
    except OSError:
        return
    earlier = _OF_FORMAT.search(head)
    if earlier is None:
        return
    told = earlier[1].decode("utf-8", "replace")
    last = _last_name(tail)
    if told != format_name or (file_name and last not in ("", file_name)):
        yield f"report.json was about {last or told}; it is about this export now"


def _last_name(tail: bytes) -> str:
    """The name of the last file in the report; "" where it names none."""
    found = _LAST_FILE.search(tail)
    try:
        said = json.loads(b'"' + found[1] + b'"') if found else ""
    except ValueError:
        return ""
    return re.split(r"[/\\]", said)[-1]
