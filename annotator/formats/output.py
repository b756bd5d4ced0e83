"""Files written whole or not at all: beside their place first, then moved into it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, BinaryIO, TextIO, cast

from annotator.errors import KnownError
from annotator.formats.beside import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file without byte order mark, line ends as written; in place only once all is written.

    Raises KnownError A002 where the path cannot be written.
    """
    with _beside(path, "w", encoding="utf-8", newline="\n") as handle:
        yield cast("TextIO", handle)


@contextmanager
def archive_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file for somebody who writes a zip archive into it; in place only once all is written.

    Raises KnownError A002 where the path cannot be written.
    """
    with _beside(path, "wb") as handle:
        forgetful = _Forgetful(cast("BinaryIO", handle))
        try:
            yield cast("BinaryIO", forgetful)
        finally:
            forgetful.is_over = True


@contextmanager
def _beside(path: Path, mode: str, **how: str) -> Iterator[IO[Any]]:
    """The file under another name, which is moved to its place when the block has ended well, and goes otherwise."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as part, part.open(mode, **how) as handle:  # type: ignore[call-overload]
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


class _Forgetful:
    """A file that takes everything and keeps nothing once it is over.

    A zip archive that could not be written writes its end when it is thrown away, and would complain there.
    """

    def __init__(self, handle: BinaryIO) -> None:
        self.is_over = False
        self._handle = handle
        self._place = 0

    def write(self, data: bytes) -> int:
        """As a file's; what it takes after a failure goes nowhere."""
        self._place += len(data)
        if not self.is_over:
            try:
                self._handle.write(data)
            except OSError:
                self.is_over = True
                raise
        return len(data)

    def tell(self) -> int:
        return self._place

    def seek(self, place: int) -> int:
        """To a place from the start of the file."""
        self._place = place
        return place if self.is_over else self._handle.seek(place)

    def flush(self) -> None:
        if not self.is_over:
            self._handle.flush()


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
