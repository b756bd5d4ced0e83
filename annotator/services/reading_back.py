"""Comparing what was exported with what was read back, in the same memory whatever there is of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats.records import Carried, carried_of
from annotator.services.registry import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.formats.records import ExportOptions, Listed
    from annotator.services.registry import Format

MOST = 100  # documents whose spans are looked at one by one where something differs


class Tally:
    """How many things there are, and the sum of their hashes: the same for the same things in any order.

    So a corpus of any size is compared in the same memory. Sums of 128 bits do not meet by accident.
    """

    def __init__(self) -> None:
        self.count = 0
        self._sum = 0

    def add(self, one: Carried, *, times: int = 1) -> None:
        """Counts a thing so many times; -1 takes it off again."""
        self.count += times
        self._sum += times * _hash(one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and (self.count, self._sum) == (other.count, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it changes


def compare(file_format: Format, out: Path, options: ExportOptions, expected: Tally, listed: Iterable[Listed]) -> int:
    """How many spans were read back; KnownError A602 with the first difference where they are not the ones meant.

    `expected` holds all spans that went in; those `listed` are taken off.
    """
    for one in _gone(listed):
        expected.add(one, times=-1)
    read = Tally()
    for one in _found(file_format, out, options):
        read.add(one)
    if read != expected:
        _tell_difference(file_format, out, options, listed)
    return read.count


def _hash(one: Carried) -> int:
    said = f"{one.document}\0{one.layer}\0{one.label}\0{one.fragments}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=16).digest())


def _found(file_format: Format, out: Path, options: ExportOptions) -> Iterator[Carried]:
    yield from resolve(file_format.checker or "")(out, options)


def _meant(options: ExportOptions) -> Iterator[Carried]:
    for document in options.documents() if options.documents is not None else ():
        for span in document.spans:
            yield carried_of(document, span)


def _gone(listed: Iterable[Listed]) -> Iterator[Carried]:
    return (Carried(one.document, one.layer, one.label, one.fragments) for one in listed)


def _tell_difference(file_format: Format, out: Path, options: ExportOptions, listed: Iterable[Listed]) -> None:
    """Reads both sides once more to find the documents that differ, and once more to name what does: A602."""
    sums: defaultdict[str, int] = defaultdict(int)
    for sign, side in ((1, _meant(options)), (-1, _gone(listed)), (-1, _found(file_format, out, options))):
        for one in side:
            sums[one.document] += sign * _hash(one)
    differing = [id for id, left in sums.items() if left]
    looked_at = set(differing[:MOST])
    meant = Counter(one for one in _meant(options) if one.document in looked_at)
    meant.subtract(one for one in _gone(listed) if one.document in looked_at)
    found = Counter(one for one in _found(file_format, out, options) if one.document in looked_at)
    missing, surplus = _positive(meant, found), _positive(found, meant)
    first = f"missing: {missing[0]}" if missing else f"not asked for: {surplus[0]}" if surplus else "not the same twice"
    part = f" in the first {MOST} of {len(differing)} documents that differ" if len(differing) > MOST else ""
    raise KnownError(
        "A602",
        f"read back by {file_format.judge}: {len(missing)} missing, {len(surplus)} surplus{part}; {first}",
        "do not use these files; please report this with the project's `annotator check`",
    )


def _positive(one: Mapping[Carried, int], other: Mapping[Carried, int]) -> list[Carried]:
    return [key for key, count in one.items() if count > other.get(key, 0)]
