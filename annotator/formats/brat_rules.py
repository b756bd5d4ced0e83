"""Brat's rules for standoff files, restated from its documentation as a checker that shares no code with the reader."""

from __future__ import annotations

import json
import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import KnownError
from annotator.formats.records import Carried, ExportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TYPE = r"[A-Za-z0-9_-]+"
_RULES = {
    "T": re.compile(rf"T\d+\t({_TYPE}) (\d+ \d+(?:;\d+ \d+)*)\t([^\n]*)"),
    "E": re.compile(rf"E\d+\t({_TYPE}):(T\d+)((?: {_TYPE}:[TE]\d+)*)"),
    "A": re.compile(rf"A\d+\t({_TYPE}) ([TE]\d+)(?: ({_TYPE}))?"),
    "#": re.compile(rf"#\d+\t({_TYPE}) ([TE]\d+)\t([^\n]*)"),
}
_SECTION = re.compile(r"\[(\w+)\]")


class _Place(NamedTuple):
    type: str
    fragments: tuple[tuple[int, int], ...]


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the files of the folder say of each span; KnownError A602 where a file breaks one of brat's rules.

    The rules: each id once; T lines with ascending fragments in the text and the very text they cover; E lines
    whose trigger is a T line of the same type that no other event uses; roles, attributes and notes that point
    at lines which are there; no event in itself; only types, roles, attributes and values that annotation.conf
    declares.
    """
    index = json.loads((out / "names.index").read_text("utf-8"))
    types = {one["brat"]: (one["layer"], one["label"]) for one in index["types"]}
    declared = _declared(out / "annotation.conf")
    with (out / "documents.index").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = json.loads(line)
            for place in _Standoff(out / f"{row['file']}.ann", declared).spans():
                layer, label = types[place.type]
                yield Carried(row["id"], layer, label, place.fragments)


def _declared(path: Path) -> dict[str, dict[str, set[str]]]:
    """annotation.conf by section: each name with its roles, or its values."""
    found: dict[str, dict[str, set[str]]] = {}
    section: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").split("\n"):
        heading = _SECTION.fullmatch(line)
        if heading:
            section = found.setdefault(heading[1], {})
        elif line.strip():
            name, _, rest = line.partition("\t")
            parts = dict(part.split(":", 1) for part in rest.split(", ") if part)
            section[name] = (
                set(parts.get("Value", "").split("|")) if "Value" in parts else {r.rstrip("*") for r in parts}
            )
    return found


class _Standoff:
    """One .ann file against its text."""

    def __init__(self, path: Path, declared: dict[str, dict[str, set[str]]]) -> None:
        self._path = path
        self._declared = declared
        self._places: dict[str, _Place] = {}
        self._events: dict[str, tuple[str, str, list[tuple[str, str]]]] = {}
        self._number = 0

    def spans(self) -> list[_Place]:
        """Entities, and the triggers of events, once all rules are kept."""
        text = self._path.with_suffix(".txt").read_bytes().decode("utf-8")
        content = self._path.read_bytes().decode("utf-8")
        if content != "".join(content.splitlines(keepends=True)) or (content and not content.endswith("\n")):
            raise self._broken("the last line does not end")
        pointers: list[tuple[int, str]] = []
        ids: set[str] = set()
        # As brat does it: lines end at everything that Python takes for a line end.
        for self._number, line in enumerate(content.splitlines(), start=1):
            id = line.partition("\t")[0]
            rule = _RULES.get(id[:1])
            found = rule.fullmatch(line) if rule else None
            if found is None:
                raise self._broken("is no line of brat's")
            if id in ids:
                raise self._broken(f"the id {id} is there already")
            ids.add(id)
            if id[0] == "T":
                self._places[id] = self._place(found, text)
            elif id[0] == "E":
                self._events[id] = self._event(found)
                pointers += [(self._number, target) for _, target in self._events[id][2]]
            else:
                if id[0] == "A":
                    self._require(found[3] in self._declared["attributes"].get(found[1], ()), "attribute not declared")
                pointers.append((self._number, found[2]))
        for self._number, target in pointers:
            self._require(target in ids, f"{target} is not there")
        return self._checked_events()

    def _place(self, found: re.Match[str], text: str) -> _Place:
        fragments = tuple((int(a), int(b)) for a, b in (pair.split(" ") for pair in found[2].split(";")))
        previous = 0
        for start, end in fragments:
            self._require(previous <= start < end <= len(text), f"[{start}, {end}) is out of order or outside the text")
            previous = end
        there = " ".join(text[start:end] for start, end in fragments)
        self._require(there == found[3], f"covers {there!r:.60}")
        return _Place(found[1], fragments)

    def _event(self, found: re.Match[str]) -> tuple[str, str, list[tuple[str, str]]]:
        arguments = []
        roles = [part.split(":", 1) for part in found[3].split()]
        self._require(len({role for role, _ in roles}) == len(roles), "a role is there twice")
        for role, target in roles:
            arguments.append((re.sub(r"\d+$", "", role), target))
        return found[1], found[2], arguments

    def _checked_events(self) -> list[_Place]:
        used: set[str] = set()
        for type_, trigger, arguments in self._events.values():
            place = self._places.get(trigger)
            self._require(place is not None and place.type == type_, f"{trigger} is no trigger of the type {type_}")
            self._require(trigger not in used, f"{trigger} is the trigger of two events")
            used.add(trigger)
            roles = self._declared["events"].get(type_)
            self._require(roles is not None, f"the event {type_} is not declared")
            for role, _ in arguments:
                self._require(role in (roles or ()), f"the role {role} is not declared for {type_}")
        below = {id: [target for _, target in arguments] for id, (_, _, arguments) in self._events.items()}
        try:
            TopologicalSorter(below).prepare()
        except CycleError as error:
            raise self._broken(f"the events {', '.join(error.args[1])} are in a circle") from error
        for id, place in self._places.items():
            known = self._declared["events" if id in used else "entities"]
            self._require(place.type in known, f"the type {place.type} is not declared")
        return list(self._places.values())

    def _require(self, is_kept: bool, what: str) -> None:
        if not is_kept:
            raise self._broken(what)

    def _broken(self, what: str) -> KnownError:
        return KnownError(
            "A602", f"{self._path}:{self._number}, read back: {what}", "do not use these files; please report this"
        )
