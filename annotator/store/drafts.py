"""Files made beside their place before they get their name, and those that a killed program left behind."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

STALE = 24 * 3600.0  # seconds; nothing is under way for so long
COMPANIONS = ("-journal", "-wal", "-shm", ".lock", ".holder")
_NAME = re.compile(r"\..+\.[0-9a-f]{8}\.(?:new|opening)(?:-journal|-wal|-shm|\.lock|\.holder)?", re.DOTALL)


def draft_of(path: Path, word: str = "new") -> Path:
    """A hidden name beside `path` that nothing else has; `word` is new or opening."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.{word}")


def discard(draft: Path) -> None:
    """Takes a draft away with what SQLite and the lock keep beside it; harmless when it has become a file."""
    for companion in ("", *COMPANIONS):
        with suppress(OSError):
            draft.with_name(draft.name + companion).unlink(missing_ok=True)


def clear_links(path: Path) -> None:
    """Takes away other names of the very file: a program was killed as it gave a draft its name, or kept the file.

    A file is kept when a backup takes its place: under a second name until that is done.
    """
    kept = re.compile(rf"{re.escape(path.stem)}\.\d{{8}}T\d{{6}}(?:-\d+)?\.replaced{re.escape(path.suffix)}")
    with suppress(OSError):
        for entry in os.scandir(path.parent):
            is_draft = entry.name.startswith(f".{path.name}.") and _NAME.fullmatch(entry.name)
            if (is_draft or kept.fullmatch(entry.name)) and path.samefile(entry.path):
                Path(entry.path).unlink()


def clear_stale(folder: Path) -> None:
    """Takes away the drafts in a folder that no program can be at any more: each may be as large as a project."""
    before = time.time() - STALE
    with suppress(OSError):  # a folder that cannot be listed or written: nothing depends on it
        for entry in os.scandir(folder):
            if not _NAME.fullmatch(entry.name) or not entry.is_file(follow_symlinks=False):
                continue
            if entry.stat(follow_symlinks=False).st_mtime < before:
                Path(entry.path).unlink()
