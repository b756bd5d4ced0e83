"""Where the DocBin files of a split lie: one file, or a folder of numbered parts, which spaCy reads alike."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats.corpus_split import SPLITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

SUFFIX = ".spacy"
# Of one file. A DocBin is one piece: whoever writes or reads one, spaCy too, holds all of it.
PART_DOCUMENTS = 1_000
PART_TOKENS = 400_000
_PART = re.compile(rf"({'|'.join(SPLITS)})-\d{{4,}}\{SUFFIX}")


def parts_of(tokens: Sequence[int]) -> list[range]:
    """The documents of each part, in their order; `tokens` says how many each document has.

    A document of more than PART_TOKENS is a part of its own.
    """
    found: list[range] = []
    first = total = 0
    for number, size in enumerate(tokens):
        if number > first and (number - first == PART_DOCUMENTS or total + size > PART_TOKENS):
            found.append(range(first, number))
            first, total = number, 0
        total += size
    return [*found, range(first, len(tokens))]


def place(split: str, parts: int) -> str:
    """What a config names, seen from the folder of the corpus: the file, or the folder with the parts."""
    return split if parts > 1 else f"{split}{SUFFIX}"


def places(split: str, parts: int) -> list[str]:
    """The files of a split, seen from the folder of the corpus, in order."""
    if parts == 1:
        return [place(split, 1)]
    return [f"{split}/{split}-{number:04}{SUFFIX}" for number in range(1, parts + 1)]


def home_of(path: Path) -> tuple[Path, str]:
    """The folder of the corpus that a file may be of, and its split: the other way round from `places`."""
    found = _PART.fullmatch(path.name)
    if found and path.parent.name == found[1]:
        return path.parent.parent, found[1]
    return path.parent, path.stem


def strangers(out: Path, split: str) -> list[str]:
    """Files in the folder of a split that spaCy would read with its parts, and that are none: seen from `out`."""
    folder = out / split
    return [
        found.relative_to(out).as_posix()
        for found in (sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else ())
        if found.parent != folder or not _is_part(found, split)
    ]


def refuse_strangers(out: Path, split: str) -> None:
    """Raises KnownError A002 where the folder of a split holds files that would be trained on with its parts."""
    there = strangers(out, split)
    if there:
        raise KnownError(
            "A002", f"{out / there[0]} would be read with the parts beside it", "move it away, or choose another place"
        )


def remove_stale(out: Path, written: Iterable[Path]) -> None:
    """Takes away files and parts of an earlier export that this one did not write, so that nobody trains on them."""
    kept = set(written)
    for split in SPLITS:
        for path in _earlier(out, split):
            if path not in kept:
                with suppress(FileNotFoundError):
                    path.unlink()
        with suppress(OSError):  # not there, or there is something in it
            (out / split).rmdir()


def _earlier(out: Path, split: str) -> Iterator[Path]:
    yield out / place(split, 1)
    yield from (path for path in (out / split).glob(f"*{SUFFIX}") if _is_part(path, split))


def _is_part(path: Path, split: str) -> bool:
    found = _PART.fullmatch(path.name)
    return found is not None and found[1] == split
