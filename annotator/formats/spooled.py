"""Lists of what a format could not carry, in a file instead of in memory, however long they get."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, overload

from annotator.formats.records import Listed

if TYPE_CHECKING:
    from pathlib import Path

IN_MEMORY = 1 << 18  # bytes that are kept before a file is made
KINDS = 200  # reasons that are told apart; those beyond are counted together
OTHER = "other reasons"
_QUOTED = " “"  # from where on a reason speaks of one span alone


class Spooled(Sequence[Listed]):
    """Entries in the order in which they came: appended, counted by their reason, and read again from the first on.

    They lie as lines of JSON in a file that has no name, in the folder `near`, or where the system keeps such files.
    Memory does not grow with them. OSError where the disk is full.
    """

    def __init__(self, near: Path | None = None) -> None:
        # It lives as long as the list: whoever makes the list cannot say where that ends.
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(near) if near else None)  # noqa: SIM115
        self._length = 0
        self._bytes = 0
        self.kinds: Counter[str] = Counter()  # how many there are of each reason, quotations left out

    def __del__(self) -> None:
        self._file.close()

    def append(self, one: Listed) -> None:
        """Adds an entry."""
        value = {name: getattr(one, name) for name in one.__dataclass_fields__}
        line = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        self._file.seek(self._bytes)
        self._bytes += self._file.write(line)
        self._length += 1
        kind = one.reason.partition(_QUOTED)[0]
        self.kinds[kind if kind in self.kinds or len(self.kinds) < KINDS else OTHER] += 1

    def __iadd__(self, others: Iterable[Listed]) -> Spooled:
        for one in others:
            self.append(one)
        return self

    def lines(self) -> Iterator[str]:
        """The entries as JSON, each without line end; entries that are added meanwhile come too."""
        place = 0
        while place < self._bytes:
            self._file.seek(place)
            line = self._file.readline()
            place += len(line)
            yield line.decode("utf-8", "surrogatepass").rstrip("\n")

    def __iter__(self) -> Iterator[Listed]:
        for line in self.lines():
            value = json.loads(line)
            value["fragments"] = tuple((start, end) for start, end in value["fragments"])
            yield Listed(**value)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Listed: ...

    @overload
    def __getitem__(self, index: slice) -> list[Listed]: ...

    def __getitem__(self, index: int | slice) -> Listed | list[Listed]:
        """The entry or entries; reads from the first one on, so the first ones are quick."""
        wanted = range(self._length)[index]
        if isinstance(wanted, int):
            return next(one for number, one in enumerate(self) if number == wanted)
        last = max(wanted, default=-1)
        found = {number: one for number, one in zip(range(last + 1), self, strict=False) if number in wanted}
        return [found[number] for number in wanted]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(one == their for one, their in zip(self, other, strict=True))
        )

    __hash__ = None  # type: ignore[assignment]  # it changes
