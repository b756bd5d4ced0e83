"""Names of files for documents: whatever the id, a name that every system takes, no two alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, overload

from annotator.errors import KnownError
from annotator.formats import strict_json

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = "documents.index"  # in a folder of an export: which file holds which document

_CHARACTERS = 80
# What Windows keeps for devices, whatever the extension.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_KEPT = re.compile(r"[^A-Za-z0-9_\-]+")


class Stems:
    """Gives each document id one name without extension; the same ids in the same order give the same names."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, id: str) -> str:
        """A name of letters, digits, `_` and `-`, some 80 at most; unlike the others, case aside."""
        stem = _KEPT.sub("_", id)[:_CHARACTERS].strip("_-") or "document"
        if RESERVED.fullmatch(stem):
            stem = f"{stem}_"
        name, number = stem, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}_{number}"
        self._taken.add(name.lower())
        return name


class InFolder(Sequence[Path]):
    """The paths of files in one folder: names alone are held, as there may be two for each of many documents."""

    def __init__(self, folder: Path, names: Iterable[str] = ()) -> None:
        self._folder = folder
        self.names = list(names)

    @overload
    def __getitem__(self, index: int) -> Path: ...

    @overload
    def __getitem__(self, index: slice) -> InFolder: ...

    def __getitem__(self, index: int | slice) -> Path | InFolder:
        if isinstance(index, slice):
            return InFolder(self._folder, self.names[index])
        return self._folder / self.names[index]

    def __len__(self) -> int:
        return len(self.names)


def earlier(index: Path, extension: str) -> set[str]:
    """The files that an earlier export made, as its index names them; no others are ours to take away."""
    try:
        names = [value.get("file") for _, value in strict_json.lines(index) if isinstance(value, dict)]
    except KnownError:
        return set()
    return {name for name in names if isinstance(name, str) and name == Path(name).name and name.endswith(extension)}


def remove(folder: Path, names: Iterable[str]) -> None:
    """Takes away what an earlier export left and this one did not write."""
    for name in names:
        with suppress(FileNotFoundError):
            (folder / name).unlink()
