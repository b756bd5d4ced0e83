"""The files of a zip archive as readers take them: like paths, read from the archive, never unpacked to the disk."""

from __future__ import annotations

import io
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from annotator.errors import KnownError
from annotator.formats import limits
from annotator.formats.safe_zip import Archive, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO, Any

SUFFIX = ".zip"
_BOUNDS = Bounds(
    limits.COLLECTION_BYTES,
    limits.COLLECTION_MEMBERS,
    limits.COLLECTION_MEMBER_BYTES,
    limits.COLLECTION_INFLATED_BYTES,
)
_HIDDEN = ("__MACOSX",)


@dataclass(frozen=True, slots=True)
class Facts:
    """What readers ask of a file before they open it."""

    st_size: int
    st_mtime_ns: int


class Collection:
    """An archive of articles: the table of its files, kept; the archive itself is open only while it is read."""

    def __init__(self, path: Path, *, depth: int = 0) -> None:
        """Raises KnownError A001, A202 and A203 of the archive, and A203 where all files together are too large."""
        self.path = path
        self.depth = depth
        archive = self.archive()
        self.sizes = {name: archive.size(name) for name in archive.names if not _is_hidden(name)}
        total = sum(self.sizes.values())
        if total > limits.COLLECTION_INFLATED_BYTES:
            raise KnownError(
                "A203",
                f"{path}: would inflate to {total:,} bytes, at most {limits.COLLECTION_INFLATED_BYTES:,} are taken",
                "split it",
            )
        self.changed = path.stat().st_mtime_ns
        self.folders: dict[str, list[str]] = {}
        for name in sorted(self.sizes):
            self.folders.setdefault(name.rpartition("/")[0], []).append(name)

    def archive(self) -> Archive:
        """The archive, open; one a depth is kept so, for the next file of it."""
        kept = _kept()
        found = kept.get(self.depth)
        if found is not None and found[0] is self:
            return found[1]
        if found is not None:
            found[1].close()
            del kept[self.depth]
        is_inside = isinstance(self.path, Member)
        data = io.BytesIO(self.path.read_bytes()) if is_inside else None
        opened = Archive(self.path, data=data, bounds=_BOUNDS)
        kept[self.depth] = self, opened
        return opened

    def files(self) -> Iterator[Path]:
        """Its files by name, but for hidden ones."""
        for name in sorted(self.sizes):
            yield cast("Path", Member(self, name))


class Member:
    """A file or folder in an archive, with those manners of a path that readers use."""

    def __init__(self, collection: Collection, name: str) -> None:
        self.collection = collection
        self._inside = PurePosixPath(name)

    def __str__(self) -> str:
        return f"{self.collection.path}!{self._inside}"

    def __repr__(self) -> str:
        return f"Member({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Member) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __copy__(self) -> Member:
        return self

    def __deepcopy__(self, _memo: object) -> Member:
        return self  # nothing in it changes, and the table of a large archive is no small thing

    def __truediv__(self, name: str) -> Member:
        return Member(self.collection, str(self._inside / name))

    @property
    def parts(self) -> tuple[str, ...]:
        return self._inside.parts

    @property
    def name(self) -> str:
        return self._inside.name

    @property
    def stem(self) -> str:
        return self._inside.stem

    @property
    def suffix(self) -> str:
        return self._inside.suffix

    @property
    def parent(self) -> Member:
        return Member(self.collection, str(self._inside.parent))

    def with_suffix(self, suffix: str) -> Member:
        return Member(self.collection, str(self._inside.with_suffix(suffix)))

    def with_name(self, name: str) -> Member:
        return Member(self.collection, str(self._inside.with_name(name)))

    def is_file(self) -> bool:
        return str(self._inside) in self.collection.sizes

    def is_dir(self) -> bool:
        return not self.is_file() and self._folder() in self.collection.folders

    def iterdir(self) -> Iterator[Member]:
        """The files of this folder; folders in it are not among them."""
        return (Member(self.collection, name) for name in self.collection.folders.get(self._folder(), ()))

    def stat(self) -> Facts:
        """Its size inflated, and when the archive changed; FileNotFoundError as of a path."""
        size = 0 if self.is_dir() else self.collection.sizes.get(str(self._inside))
        if size is None:
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return Facts(size, self.collection.changed)

    def open(
        self, mode: str = "r", *, encoding: str | None = None, errors: str | None = None, newline: str | None = None
    ) -> IO[Any]:
        """The file, to be read as bytes or as text; KnownError A202 and A203 of the archive."""
        if mode not in ("r", "rb"):
            raise ValueError(f"a file in an archive is read alone, not opened as {mode!r}")
        self.stat()
        stream = self.collection.archive().open(str(self._inside))
        return stream if mode == "rb" else io.TextIOWrapper(stream, encoding, errors, newline)

    def read_bytes(self) -> bytes:
        """The whole file; KnownError A202 and A203 of the archive."""
        with self.open("rb") as stream:
            return cast("bytes", stream.read())

    def _folder(self) -> str:
        return "" if str(self._inside) == "." else str(self._inside)


def is_in_archive(path: object) -> bool:
    """Whether the path is a file of an archive."""
    return isinstance(path, Member)


def collection_of(path: Path) -> Collection:
    """The archive as a collection of files; in an archive, one that is not itself in another one (A202)."""
    inside: object = path
    depth = inside.collection.depth + 1 if isinstance(inside, Member) else 0
    if depth > 1:
        raise KnownError("A202", f"{path}: an archive in an archive in an archive", "unpack the outermost one")
    return Collection(path, depth=depth)


@contextmanager
def reading() -> Iterator[None]:
    """Closes in the end what was kept open of archives in this thread; also for functions, as a decorator."""
    try:
        yield
    finally:
        kept = _kept()
        for _, archive in kept.values():
            archive.close()
        kept.clear()


_local = threading.local()


def _kept() -> dict[int, tuple[Collection, Archive]]:
    """The archives that are open in this thread, by depth."""
    if not hasattr(_local, "kept"):
        _local.kept = {}
    return cast("dict[int, tuple[Collection, Archive]]", _local.kept)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part in _HIDDEN for part in name.split("/"))
