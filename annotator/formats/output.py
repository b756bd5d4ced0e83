"""Files written whole or not at all: beside their place first, then moved into it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file without byte order mark, line ends as written; in place only once all is written.

    Raises KnownError A002 where the path cannot be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if beside.exists():
            beside.unlink()


def folder(path: Path) -> Path:
    """The folder, made if it is not there; KnownError A002 where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
    return path


def unwritable(path: Path, error: OSError) -> KnownError:
    """The error for a path that the system does not let us write."""
    return KnownError("A002", f"{path}: {error.strerror or error}", "choose another place, or free some room")
