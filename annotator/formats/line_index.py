"""The index beside the files of an export: what a line of it says of a file, found by the file's name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.formats import limits, strict_json
from annotator.formats.json_fields import Fields

if TYPE_CHECKING:
    from pathlib import Path


class LineIndex:
    """An index of JSON objects, a line each, whose key `file` names what it is about.

    All of it is read once; only names and places of lines are kept, so that a folder of many files stays small in
    memory. With `is_strict` a line without a name is refused, else it is passed over. Raises what reading lines of
    JSON raises.
    """

    def __init__(self, path: Path, *, is_strict: bool) -> None:
        self._path = path
        self._places: dict[str, tuple[int, int]] = {}
        for place, number, value in strict_json.placed_lines(path):
            if is_strict:
                self._places[Fields(value, where=f"{path}:{number}").required("file")] = place, number
            elif isinstance(value, dict):
                self._places[str(value.get("file"))] = place, number

    def get(self, name: str) -> Fields | None:
        """What is said of the file of that name; None where nothing is."""
        found = self._places.get(name)
        if found is None:
            return None
        place, number = found
        where = f"{self._path}:{number}"
        try:
            with self._path.open("rb") as handle:
                handle.seek(place)
                line = handle.readline(limits.JSONL_LINE_BYTES)
        except OSError as error:
            raise limits.unreadable(self._path, error) from error
        return Fields(strict_json.parse(line.decode("utf-8", "replace"), where=where), where=where)


def index_at(path: Path, *, is_strict: bool = False) -> LineIndex | None:
    """The index, kept as every file of a folder asks for its own; None where there is none."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return _cached(path, facts.st_mtime_ns, facts.st_size, is_strict)


@lru_cache(maxsize=2)
def _cached(path: Path, _changed: int, _size: int, is_strict: bool) -> LineIndex:
    return LineIndex(path, is_strict=is_strict)
