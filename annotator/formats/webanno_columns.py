"""The columns of WebAnno TSV 3: their declarations in the head of a file, and how values are escaped in cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import KnownError
from annotator.formats.uima_types import CUSTOM

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING, NULL = "_", "*"  # no annotation in a cell; an annotation without a value
STACK, SLOT = "|", ";"
FRAGMENT = f"{CUSTOM}Fragment"
MAX_COLUMNS = 500

_ESCAPES = re.compile(r"->|[\\\[\]|_;*]")
_UNESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_SIGNS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_TEXT_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f", "\b": "\\b", "\\": "\\\\"}
_NUMBERED = re.compile(r"((?:[^\\\[\]]|\\.)*)\[(\d{1,9})\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Column:
    """One column after the first three: a feature of a layer, the roles or the targets of a slot, or a base."""

    layer: str
    kind: str  # span, relation or chain
    feature: str  # empty for a layer without features
    part: str = "value"  # value, role, target or base
    target: str = ""  # the type of what a slot or relation points at


_LAYERS = {"#T_SP=": "span", "#T_RL=": "relation", "#T_CH=": "chain"}


def declared(lines: Sequence[str], where: str) -> list[Column]:
    """The columns that the lines of the head declare; KnownError A202 for one that is not read, A203 for too many."""
    columns: list[Column] = []
    for number, line in enumerate(lines, start=2):
        kind = _LAYERS.get(line[:6])
        layer, *fields = line[6:].split("|")
        if kind is None or not layer:
            raise KnownError("A202", f"{where}:{number}: {line:.80} declares no layer", "export the file again")
        for field in fields or [""]:
            columns.append(_column(kind, layer, field, columns))
        if len(columns) > MAX_COLUMNS:
            raise KnownError("A203", f"{where}:{number}: more than {MAX_COLUMNS} columns", "export fewer layers")
    return columns


def _column(kind: str, layer: str, field: str, before: Sequence[Column]) -> Column:
    if kind == "span" and field.startswith("ROLE_"):
        _, _, name = field.removeprefix("ROLE_").partition(":")
        return Column(layer, kind, name.rpartition("_")[0] or name, "role")
    if kind == "relation" and field.startswith("BT_"):
        return Column(layer, kind, "", "base", field.removeprefix("BT_"))
    if kind == "span" and before and before[-1].part == "role" and before[-1].layer == layer:
        return Column(layer, kind, before[-1].feature, "target", field)
    return Column(layer, kind, field)


def escaped(value: str | None) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return NULL
    made = _ESCAPES.sub(lambda found: f"\\{found[0]}", value)
    return made.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def unescaped(cell: str) -> str | None:
    """The value in a cell; None for an annotation without one."""
    if cell == NULL:
        return None
    return _UNESCAPE.sub(lambda found: _SIGNS.get(found[1], found[1]) if found[1] in "tnr" else found[1], cell)


def text_escaped(text: str) -> str:
    """Text as it stands in a #Text line or in the third column."""
    return "".join(_TEXT_ESCAPES.get(one, one) for one in text) if _needs_escape(text) else text


def text_unescaped(text: str) -> str:
    """Inverse of `text_escaped`."""
    if "\\" not in text:
        return text
    return _UNESCAPE.sub(lambda found: "\\" if found[1] == "\\" else _SIGNS.get(found[1], found[0]), text)


def _needs_escape(text: str) -> bool:
    return any(one in text for one in _TEXT_ESCAPES)


def split(cell: str, separator: str) -> list[str]:
    """The parts of a cell between separators that are not escaped."""
    if separator not in cell:
        return [cell]
    parts, start, place = [], 0, 0
    while place < len(cell):
        if cell[place] == "\\":
            place += 2
            continue
        if cell[place] == separator:
            parts.append(cell[start:place])
            start = place + 1
        place += 1
    return [*parts, cell[start:]]


def numbered(part: str) -> tuple[str, int | None]:
    """The value of a part without its disambiguation number, and the number if it has one."""
    found = _NUMBERED.fullmatch(part) if part.endswith("]") else None
    return (found[1], int(found[2])) if found else (part, None)
