"""Zip archives from outside, read in memory: bounded, never unpacked to disk, odd names refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats import limits

if TYPE_CHECKING:
    from pathlib import Path

_STEP = 1 << 16
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large an archive may be: bytes on disk, members, bytes of one inflated, and of all together."""

    bytes: int
    members: int
    member_bytes: int
    inflated: int


def _of_one_document() -> Bounds:
    return Bounds(limits.ARCHIVE_BYTES, limits.ARCHIVE_MEMBERS, limits.MEMBER_BYTES, limits.ARCHIVE_INFLATED_BYTES)


class Archive:
    """An open archive whose members have sound names; use as a context manager."""

    def __init__(self, path: Path, *, data: IO[bytes] | None = None, bounds: Bounds | None = None) -> None:
        """`data`: what stands in it, where it lies in another archive; `path` then is its name in errors alone.

        Raises KnownError A001, A202 (no zip, odd or double names, encryption) and A203 (too large, too many members).
        """
        self._bounds = bounds or _of_one_document()
        if data is None:
            limits.check_file(path, self._bounds.bytes, "an archive")
        self._path = path
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(data or path)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise KnownError("A202", f"{path}: no readable zip archive: {error}", "restore the file") from error
        except OSError as error:
            raise limits.unreadable(path, error) from error
        try:
            self._check()
        except KnownError:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The members that are files, in the order of the archive."""
        return [one.filename for one in self._zip.infolist() if not one.is_dir()]

    def close(self) -> None:
        """Lets go of the file."""
        self._zip.close()

    def size(self, name: str) -> int:
        """What the table of the archive says of the size of a member, in bytes inflated."""
        return self._zip.getinfo(name).file_size

    def open(self, name: str) -> io.BufferedReader:
        """A member to be read bit by bit; the whole counts for nothing in the sum of the archive.

        Raises KnownError A202 and A203 as `read` does, and so does the stream.
        """
        where = f"{self._path}!{name}"
        self.check_size(name)
        try:
            return io.BufferedReader(_Stream(self._zip.open(name), where))
        except (KeyError, *_DAMAGE) as error:
            raise _damaged(where, error) from error

    def check_size(self, name: str) -> None:
        """Refuses a member that promises more than it may be, or than it can be without being a bomb (A203)."""
        info = self._zip.getinfo(name)
        if info.file_size > self._bounds.member_bytes or limits.is_bomb(info.compress_size, info.file_size):
            size = f"would inflate from {info.compress_size:,} to {info.file_size:,} bytes"
            raise KnownError("A203", f"{self._path}!{name}: {size}", "split it, or repack it")

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises KnownError A202 (missing, damaged, cut off) and A203 (inflates to more than MEMBER_BYTES, all members
        together to more than ARCHIVE_INFLATED_BYTES).
        """
        where = f"{self._path}!{name}"
        room = min(self._bounds.member_bytes, self._bounds.inflated - self._total)
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as member:
                while part := member.read(_STEP):
                    size += len(part)
                    if size > room:
                        raise KnownError(
                            "A203", f"{where}: inflates to more than {room:,} bytes", "split it, or repack it"
                        )
                    parts.append(part)
        except KeyError as error:
            raise KnownError("A202", f"{where}: is not in the archive", "restore the file") from error
        except _DAMAGE as error:
            raise _damaged(where, error) from error
        self._total += size
        return b"".join(parts)

    def _check(self) -> None:
        members = self._zip.infolist()
        if len(members) > self._bounds.members:
            raise KnownError(
                "A203",
                f"{self._path}: {len(members):,} members, at most {self._bounds.members:,} are taken",
                "split it",
            )
        seen: set[str] = set()
        for one in members:
            name = one.filename
            where = f"{self._path}!{name!r:.100}"
            path = PurePosixPath(name.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or ":" in (path.parts or ("",))[0] or not name.isprintable():
                raise KnownError("A202", f"{where}: a name that leads out of the archive", "repack it without this")
            if name in seen:
                raise KnownError("A202", f"{where}: stands twice in the archive", "repack it")
            if one.flag_bits & 1:
                raise KnownError("A202", f"{where}: is encrypted", "save it without a password")
            seen.add(name)


class _Stream(io.RawIOBase):
    """A member as it inflates; what is wrong with it is told as for all readers."""

    def __init__(self, member: IO[bytes], where: str) -> None:
        self._member = member
        self._where = where

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a buffer of whatever kind, in the stubs
        try:
            data = self._member.read(len(buffer))
        except _DAMAGE as error:
            raise _damaged(self._where, error) from error
        buffer[: len(data)] = data
        return len(data)

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        # Backwards it inflates from the beginning again.
        try:
            return self._member.seek(offset, whence)
        except _DAMAGE as error:
            raise _damaged(self._where, error) from error

    def tell(self) -> int:
        return self._member.tell()

    def close(self) -> None:
        self._member.close()
        super().close()


def _damaged(where: str, error: Exception) -> KnownError:
    return KnownError("A202", f"{where}: damaged: {error}", "restore the file")
