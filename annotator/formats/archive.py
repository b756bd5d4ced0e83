"""Small zip files with known members, written whole and read warily: nothing is unpacked to the disk."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats import limits, output
from annotator.formats.beside import beside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

FILE_BYTES = 256 * limits.MEGABYTE  # of the archive itself
MEMBER_BYTES = 512 * limits.MEGABYTE  # of one member, inflated
TOTAL_BYTES = 1_024 * limits.MEGABYTE  # of all members, inflated
MEMBERS = 8
_CHUNK = 1 << 16
_LOCAL, _END, _LOCATOR_64 = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES = 22
_DIRECTORY_BYTES = 4_096
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same content makes the same file
_TODO = "ask the sender for the file again, sent as it is"


@dataclass(frozen=True, slots=True)
class Member:
    """What a member holds: its size inflated, in bytes, and the SHA-256 of that."""

    bytes: int
    sha256: str


def plain_file(name: str) -> zipfile.ZipInfo:
    """The entry of a member, the same on every day and every system."""
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, which the rights below are told in; Python notes the system it runs on
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


class ArchiveWriter:
    """Writes members one after another; made by `writing`."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def add(self, name: str, chunks: Iterable[bytes]) -> Member:
        """Writes a member from its pieces and returns what it holds; A203 beyond the bytes of a member."""
        size, digest = 0, hashlib.sha256()
        with self._archive.open(plain_file(name), "w") as member:
            for chunk in chunks:
                member.write(chunk)
                size += len(chunk)
                digest.update(chunk)
                if size > MEMBER_BYTES:
                    raise KnownError("A203", f"{name} would exceed {MEMBER_BYTES:,} bytes", "make smaller packages")
        return Member(size, digest.hexdigest())


@contextmanager
def writing(path: Path) -> Iterator[ArchiveWriter]:
    """A writer of an archive that is in place only once all of it is written; KnownError A002, A203."""
    try:
        with beside(path) as part, part.open("wb") as handle:
            with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED, allowZip64=False) as archive:
                yield ArchiveWriter(archive)
            handle.flush()
            os.fsync(handle.fileno())
    except OSError as error:
        raise output.unwritable(path, error) from error
    except zipfile.LargeZipFile as error:
        raise KnownError("A203", f"{path.name} would be too large ({error})", "make smaller packages") from error


class ArchiveReader:
    """The members of an archive whose table was found sound; made by `reading`."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self.names = frozenset(archive.namelist())

    def read(self, name: str, *, limit: int) -> bytes:
        """A member whole; KnownError A203 above `limit` bytes, A801 where it is missing or damaged."""
        return b"".join(self._chunks(name, limit))

    def lines(self, name: str, expected: Member | None = None) -> Iterator[tuple[int, bytes]]:
        """Numbered lines (from 1) of a member, ended by a line feed, blank ones left out.

        Raises KnownError A203 for a line above limits.LINE_BYTES, A801 where the member is missing,
        damaged, or in the end not what was `expected`.
        """
        size, digest, number, rest = 0, hashlib.sha256(), 0, b""
        for chunk in self._chunks(name, MEMBER_BYTES):
            size += len(chunk)
            digest.update(chunk)
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                number += 1
                if line.strip():
                    yield number, self._bounded(line, name, number)
            self._bounded(rest, name, number + 1)
        if rest.strip():
            yield number + 1, rest
        if expected is not None and expected != Member(size, digest.hexdigest()):
            raise self._damaged(f"{name} is not what the manifest says")

    def _bounded(self, line: bytes, name: str, number: int) -> bytes:
        if len(line) > limits.LINE_BYTES:
            where = f"{self._path.name}: {name}:{number}"
            raise KnownError("A203", f"{where}: longer than {limits.LINE_BYTES:,} bytes", _TODO)
        return line

    def _chunks(self, name: str, limit: int) -> Iterator[bytes]:
        if name not in self.names:
            raise self._damaged(f"{name} is missing")
        size = 0
        try:
            with self._archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise KnownError("A203", f"{self._path.name}: {name} has more than {limit:,} bytes", _TODO)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise self._damaged(f"{name} cannot be read ({error})") from error

    def _damaged(self, why: str) -> KnownError:
        return KnownError("A801", f"{self._path.name}: {why}", _TODO)


@contextmanager
def reading(path: Path, allowed: Collection[str]) -> Iterator[ArchiveReader]:
    """A reader of an archive that holds members of these names and no others.

    Raises KnownError A001 (no file), A203 (over a limit, declared or met), A801 (not an archive, damaged,
    or with a table that could mislead: names twice, strange or with a path, links, encryption).
    """
    limits.check_file(path, FILE_BYTES, "a work package")
    with ExitStack() as stack:
        try:
            handle = stack.enter_context(path.open("rb"))
            _check_frame(handle, path)
            archive = stack.enter_context(zipfile.ZipFile(handle))
            _check_table(archive, path, allowed)
        except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as error:
            raise KnownError("A801", f"{path.name} is no work package ({error})", _TODO) from error
        except OSError as error:
            raise limits.unreadable(path, error) from error
        yield ArchiveReader(archive, path)


def _check_frame(handle: IO[bytes], path: Path) -> None:
    """Looks at the ends of the file, before anything is believed about what lies between."""
    size = handle.seek(0, os.SEEK_END)
    handle.seek(0)
    head = handle.read(4)
    handle.seek(max(0, size - _END_BYTES - 20))
    tail = handle.read()
    end = tail[-_END_BYTES:]
    if head != _LOCAL or len(end) < _END_BYTES or end[:4] != _END or end[-2:] != b"\0\0":
        raise KnownError("A801", f"{path.name} is no work package, or is cut off", _TODO)
    here, total = int.from_bytes(end[8:10], "little"), int.from_bytes(end[10:12], "little")
    directory, offset = int.from_bytes(end[12:16], "little"), int.from_bytes(end[16:20], "little")
    is_plain = end[4:8] == b"\0\0\0\0" and here == total and tail[:4] != _LOCATOR_64
    if not is_plain or offset + directory + _END_BYTES != size:
        raise KnownError("A801", f"{path.name} has something before, between or behind its parts", _TODO)
    if total > MEMBERS or directory > _DIRECTORY_BYTES:
        raise KnownError("A203", f"{path.name} has {total} parts, at most {MEMBERS} are taken", _TODO)
    handle.seek(0)


def _check_table(archive: zipfile.ZipFile, path: Path, allowed: Collection[str]) -> None:
    seen: set[str] = set()
    total = 0
    for info in archive.infolist():
        why = _objection(info, seen, allowed)
        if why:
            raise KnownError("A801", f"{path.name}: {info.filename!r:.80}: {why}", _TODO)
        seen.add(info.filename)
        total += info.file_size
        if info.file_size > MEMBER_BYTES or total > TOTAL_BYTES or limits.is_bomb(info.compress_size, info.file_size):
            what = f"would inflate from {info.compress_size:,} to {info.file_size:,} bytes"
            raise KnownError("A203", f"{path.name}: {info.filename}: {what}", _TODO)


def _objection(info: zipfile.ZipInfo, seen: Collection[str], allowed: Collection[str]) -> str:
    """Why a member is not taken, or ""."""
    kind = stat.S_IFMT(info.external_attr >> 16)  # 0 where the packer noted none
    if info.filename != info.orig_filename or info.filename not in allowed:
        return "does not belong in a work package"
    if info.filename in seen:
        return "is there twice"
    if kind not in (0, stat.S_IFREG):
        return "is no plain file"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way that is not taken"
    return ""
