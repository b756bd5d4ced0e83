"""Zip archives from outside, read in memory: bounded, never unpacked to disk, odd names refused."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats import limits

if TYPE_CHECKING:
    from pathlib import Path

_STEP = 1 << 16


class Archive:
    """An open archive whose members have sound names; use as a context manager."""

    def __init__(self, path: Path) -> None:
        """Raises KnownError A001, A202 (no zip, odd or double names, encryption) and A203 (too many members)."""
        limits.check_file(path, limits.ARCHIVE_BYTES, "an archive")
        self._path = path
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(path)
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

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises KnownError A202 (missing, damaged, cut off) and A203 (inflates to more than MEMBER_BYTES, all members
        together to more than ARCHIVE_INFLATED_BYTES).
        """
        where = f"{self._path}!{name}"
        room = min(limits.MEMBER_BYTES, limits.ARCHIVE_INFLATED_BYTES - self._total)
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
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise KnownError("A202", f"{where}: damaged: {error}", "restore the file") from error
        self._total += size
        return b"".join(parts)

    def _check(self) -> None:
        members = self._zip.infolist()
        if len(members) > limits.ARCHIVE_MEMBERS:
            raise KnownError(
                "A203",
                f"{self._path}: {len(members):,} members, at most {limits.ARCHIVE_MEMBERS:,} are taken",
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
