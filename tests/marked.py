"""Articles with inline marks, as in tests/gold: what a person can read and mend, as a value of native JSONL.

A file is the article with marks, a line of five `=`, and one line an event:

    [GPE:e1|Deir al-Zor]      an entity; `:e1` may be left out where no event needs it
    {t1|rukken} … {t1|op}     a trigger; its fragments carry the same id; marks may nest: {t2|[GPE:e4|X] …}
    t1 ADVANCE ASSERTED AGENT=e1 PLACE=e2    below the line: id, type, factuality, roles with ids of entities

The article has no [ ] { } | of its own. It is taken as it stands, leading blanks included, less blank lines at its end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = re.compile(r"\[([A-Z]+)(?::(\w+))?\||\{(\w+)\||[\]}]")
_RULE = "\n=====\n"


def read_marked(path: Path) -> dict[str, Any]:
    """The article of a file. Raises ValueError for marks that do not fit together, naming file and place."""
    body, _, events = path.read_bytes().decode("utf-8").partition(_RULE)
    text, entities, triggers = _unmarked(path, body)
    spans = [
        {"id": id, "layer": "entities", "label": label, "fragments": [[start, end]], "attributes": {}}
        for id, label, start, end in entities
    ]
    return {
        "id": f"{path.parent.name}/{path.stem}",
        "text": text,
        "spans": spans,
        "events": [_event(path, line, triggers) for line in events.splitlines() if line.strip()],
    }


def _unmarked(path: Path, body: str) -> tuple[str, list[tuple[str, str, int, int]], dict[str, list[list[int]]]]:
    """The text, its entities (id, label, start, end) and the fragments of its triggers by id."""
    text, position = "", 0
    opened: list[tuple[re.Match[str], int]] = []
    entities: list[tuple[str, str, int, int]] = []
    triggers: dict[str, list[list[int]]] = {}
    for mark in _MARKS.finditer(body):
        text += body[position : mark.start()]
        position = mark.end()
        if mark[0] not in "]}":
            opened.append((mark, len(text)))
            continue
        if not opened or opened[-1][0][0][0] != {"]": "[", "}": "{"}[mark[0]]:
            raise ValueError(f"{path}: {mark[0]} closes nothing after {text[-40:]!r}")
        opening, start = opened.pop()
        if mark[0] == "]":
            entities.append((opening[2] or f"_{start}", opening[1], start, len(text)))
        else:
            triggers.setdefault(opening[3], []).append([start, len(text)])
    if opened:
        raise ValueError(f"{path}: {opened[-1][0][0]!r} is not closed")
    text = (text + body[position:]).rstrip("\n")
    return text, sorted(entities, key=lambda one: one[2]), triggers


def _event(path: Path, line: str, triggers: dict[str, list[list[int]]]) -> dict[str, Any]:
    id, type, factuality, *roles = line.split()
    if id not in triggers:
        raise ValueError(f"{path}: no trigger {id}")
    return {
        "id": id,
        "layer": "events",
        "type": type,
        "fragments": sorted(triggers[id]),
        "attributes": {"factuality": factuality},
        "arguments": [dict(zip(("role", "span"), role.split("="), strict=True)) for role in roles],
    }
