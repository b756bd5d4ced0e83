"""Where each field of a TOML text stands: tomllib gives values without lines, and an error should name both."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]

_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})' r"|'''.*?'''(?:'{0,2})" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n]+|#[^\n]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^\[\]{}\"'#\n]+")
_DEPTH = 8  # parts of a key that are kept; no field of ours lies deeper, and a longer key must not cost more


def lines_of(source: str) -> dict[Path, int]:
    """Line (from 1) of each table header and each key of a TOML text that tomllib has accepted.

    A path holds keys and, for the elements of `[[arrays]]` of tables, their index from 0. Keys inside an inline
    table are left out: they stand on the line of the key that holds it.
    """
    return _Scan(source).run()


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the field, or of the nearest table around it that is known; 1 where there is none."""
    for length in range(len(path), 0, -1):
        line = lines.get(path[:length])
        if line is not None:
            return line
    return 1


class _Scan:
    """One pass over the text; holds the position, the table at hand and the counts of table arrays."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self._lines: dict[Path, int] = {}
        self._ends = [found.start() for found in re.finditer("\n", source)]

    def run(self) -> dict[Path, int]:
        self._skip_space()
        while self._at < len(self._source):
            before = self._at
            if self._source.startswith("[", before):
                self._read_header()
            else:
                self._note(self._table, self._read_key("="), before)
                self._skip_value()
            self._skip_space()
            if self._at == before:
                break  # not TOML; whoever calls has had that told by tomllib
        return self._lines

    def _read_header(self) -> None:
        start = self._at
        is_array = self._source.startswith("[[", start)
        self._at += 2 if is_array else 1
        parts = self._read_key("]")
        self._at += 1 if is_array else 0
        path: Path = ()
        for part in parts[:-1] if is_array else parts:
            path = self._entered((*path, part))
        if is_array:
            path = (*path, *parts[-1:])
            self._counts[path] = self._counts.get(path, 0) + 1
            self._lines.setdefault(path, self._line(start))
            path = self._entered(path)
        self._lines.setdefault(path, self._line(start))
        self._table = path

    def _entered(self, path: Path) -> Path:
        """The path, led on into the last element where it names an array of tables."""
        count = self._counts.get(path)
        return path if count is None else (*path, count - 1)

    def _note(self, table: Path, parts: tuple[str, ...], start: int) -> None:
        for length in range(1, len(parts) + 1):
            self._lines.setdefault((*table, *parts[:length]), self._line(start))

    def _read_key(self, end: str) -> tuple[str, ...]:
        """The parts of a dotted key; the position moves past `end`."""
        parts: list[str] = []
        while self._at < len(self._source):
            found = _BARE.match(self._source, self._at) or _STRING.match(self._source, self._at)
            if found is None:
                self._at += 1
                if self._source[self._at - 1] == end:
                    break
                continue
            self._at = found.end()
            if len(parts) < _DEPTH:
                parts.append(found[0].strip("\"'"))
        return tuple(parts)

    def _skip_value(self) -> None:
        depth = 0
        while self._at < len(self._source):
            character = self._source[self._at]
            if depth == 0 and character in "\n#":
                return
            found = _STRING.match(self._source, self._at) or _PLAIN.match(self._source, self._at)
            if found is None and depth:
                found = _SPACE.match(self._source, self._at)
            if found is not None:
                self._at = found.end()
                continue
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(character, 0)
            self._at += 1

    def _skip_space(self) -> None:
        while found := _SPACE.match(self._source, self._at):
            self._at = found.end()

    def _line(self, position: int) -> int:
        return bisect_left(self._ends, position) + 1
