"""The report of an export: what went in, came out and was listed; written as JSON however much there is of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from annotator.formats.records import Listed
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

_FIRST = ("format", "source", "finished")
_LONG = ("listed", "lost", "files")  # of which there may be more than memory should hold


@dataclass(slots=True)
class ExportReport:
    """`spans_in` = `spans_out` + the spans listed; `judge` says who read the files back.

    Not `finished` while the files are being written and read back: so it stands there where that was broken off.
    """

    format: str
    source: str
    documents: int = 0
    spans_in: int = 0
    spans_out: int = 0
    listed: Sequence[Listed] = ()
    lost: Sequence[Listed] = ()  # spans that went out without all of their roles and attributes
    files: Sequence[Path] = ()
    notes: list[str] = field(default_factory=list)
    judge: str = ""
    finished: bool = False

    def line(self) -> str:
        """The closing line: in = out + listed."""
        return f"{self.spans_in} in = {self.spans_out} out + {len(self.listed)} listed"

    def reasons(self) -> dict[str, int]:
        """How many spans are listed for each reason, the most frequent first."""
        return dict(self.listed.kinds.most_common()) if isinstance(self.listed, Spooled) else {}

    def write(self, handle: TextIO, *, is_ascii: bool = False) -> None:
        """Writes the report as one JSON object, as it stands in report.json: a line a span that is listed or lost.

        `is_ascii` escapes all else, for a stream that cannot hold every character.
        """
        # First what an import tells it by, and whether it is of an export that was broken off.
        values = {name: getattr(self, name) for name in _FIRST}
        values |= {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in _LONG}
        values |= {"line": self.line(), "listed_by_reason": self.reasons()}
        values |= {name: getattr(self, name) for name in _LONG}
        for number, (name, value) in enumerate(values.items()):
            handle.write(f"{',' if number else '{'}\n {json.dumps(name)}: ")
            if name in _LONG:
                _write_list(value, handle, is_ascii=is_ascii)
            else:
                handle.write(json.dumps(value, ensure_ascii=is_ascii))
        handle.write("\n}\n")


def _write_list(members: Sequence[object], handle: TextIO, *, is_ascii: bool) -> None:
    handle.write("[")
    for number, line in enumerate(_lines(members)):
        told = json.dumps(json.loads(line)) if is_ascii and not line.isascii() else line
        handle.write(f"{',' if number else ''}\n  {told}")
    handle.write("\n ]" if members else "]")


def _lines(members: Sequence[object]) -> Iterator[str]:
    """The members as JSON, one by one."""
    if isinstance(members, Spooled):
        yield from members.lines()
        return
    for one in members:
        yield json.dumps(asdict(one) if isinstance(one, Listed) else str(one), ensure_ascii=False)
