"""Reading brat standoff: a text beside its annotations, one a line, with events, fragments, attributes and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.decision import STATUSES, Comment
from annotator.core.span import Event, Span
from annotator.core.text import fragments_problem, sha256_of
from annotator.errors import KnownError
from annotator.formats import columns, decoding, foreign, limits, mapped_layers, offsets, strict_json
from annotator.formats.brat_index import document_of, names_of
from annotator.formats.json_fields import Fields
from annotator.formats.records import ANY_LAYER, ImportedDocument, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.core.text import Fragments

TEXT_SUFFIX = ".txt"
SUFFIX = ".ann"
SHARED_TASK_SUFFIXES = (".a1", ".a2")  # entities and events apart, as in the BioNLP shared tasks
PROVENANCE = "Provenance"  # the type of our notes with what we know of a span
NOTES = "AnnotatorNotes"  # brat's own notes

_OFFSETS = r"-?\d{1,15} -?\d{1,15}"
_TEXT_BOUND = re.compile(rf"(\S+) ({_OFFSETS}(?:;{_OFFSETS})*)(?:\t(.*))?", re.DOTALL)
_EVENT = re.compile(r"([^\s:]+):(\S+)((?: +[^\s:]+:\S+)*) *")
_RELATION = re.compile(r"(\S+) +[^\s:]+:(\S+) +[^\s:]+:(\S+)\s*")
_ATTRIBUTE = re.compile(r"(\S+) +(\S+)(?: +(\S.*?))?\s*")
_NOTE = re.compile(r"(\S+) +(\S+)(?:\t(.*))?", re.DOTALL)
_NUMBERED = re.compile(r"(.*?[^\d])(\d+)")


class _TextBound(NamedTuple):
    type: str
    fragments: Fragments
    said: str | None
    line: int


class _EventLine(NamedTuple):
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    line: int


@dataclass(slots=True)
class _Annotations:
    """The lines of one document's annotation files, by kind and id."""

    text_bounds: dict[str, _TextBound] = field(default_factory=dict)
    events: dict[str, _EventLine] = field(default_factory=dict)
    relations: list[tuple[str, str, str, int]] = field(default_factory=list)
    relation_ids: set[str] = field(default_factory=set)
    attributes: list[tuple[str, str, str, int]] = field(default_factory=list)
    notes: list[tuple[str, str, str, int]] = field(default_factory=list)


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The document of an .ann file (or of its .txt); of a folder all of them, by name.

    Offsets count code points, or UTF-16 units where the covered texts say so. Raises KnownError A001,
    A201 to A204, A206, A208, with file and line.
    """
    if path.is_dir():
        texts = sorted(one for one in path.iterdir() if one.suffix == TEXT_SUFFIX)
    else:
        texts = [path.with_suffix(TEXT_SUFFIX)]
    for text_path in texts:
        yield _Reading(text_path, options).document()
    told = offsets.note_of(options)
    if told:
        mapped_layers.note(options, told)


class _Reading:
    """One document, being read."""

    def __init__(self, path: Path, options: Mapping[str, Any]) -> None:
        self._options = options
        decoded = decoding.read_text(
            path, encoding=options.get("encoding"), limit=limits.TEXT_FILE_BYTES, what="an article"
        )
        limits.check_text(decoded.text, str(path))
        columns.say(options, decoded)
        self._text = decoded.text
        self._had_mark = decoded.encoding == "utf-8-sig"
        index = document_of(path.parent, path.stem)
        if self._had_mark and index and index.string("sha256") == sha256_of("\ufeff" + decoded.text):
            # What looks like a byte order mark is the article's own first character: our index knows the text.
            self._text = "\ufeff" + decoded.text
            self._had_mark = False
        self._path = path
        both = [path.with_suffix(suffix) for suffix in (SUFFIX, *SHARED_TASK_SUFFIXES)]
        there = [one for one in both if one.is_file()]
        self._files = there[:1] if there and there[0].suffix == SUFFIX else there
        self._where = str(self._files[0] if self._files else path)
        self._lines = _Annotations()
        self._names = names_of(path.parent)
        self._own: dict[str, Fields] = {}
        self._ids = foreign.Ids(())

    def document(self) -> ImportedDocument:
        """The record of this document."""
        for file in self._files:
            self._read_lines(file)
        self._check_references()
        fragments = self._settled()
        self._own = self._own_notes()
        triggers = {event.trigger for event in self._lines.events.values()}
        entities = {id: one for id, one in self._lines.text_bounds.items() if id not in triggers}
        given = [self._own[id].identifier("id") for id in (*entities, *self._lines.events) if id in self._own]
        self._ids = foreign.Ids(given)
        ids: dict[str, str] = {}
        spans: list[Span] = []
        attributes = self._attributes()
        for id, one in entities.items():
            spans.append(self._span(id, one.type, fragments[id], attributes.get(id, {})))
            ids[id] = spans[-1].id
        for id, event in self._lines.events.items():
            said = {**attributes.get(event.trigger, {}), **attributes.get(id, {})}
            spans.append(self._span(id, event.type, fragments[event.trigger], said, is_event=True))
            ids[id] = spans[-1].id
            ids.setdefault(event.trigger, spans[-1].id)
        index = document_of(self._path.parent, self._path.stem)
        return self._record(spans, ids, index)

    def _record(self, spans: list[Span], ids: dict[str, str], index: Fields | None) -> ImportedDocument:
        common: dict[str, Any] = {
            "text": self._text,
            "where": self._where,
            "spans": tuple(spans),
            "relations": tuple(self._relations(ids)),
        }
        if index is None:
            comments = tuple(
                Comment(text, ids.get(target)) for kind, target, text, _ in self._lines.notes if kind == NOTES and text
            )
            return ImportedDocument(**common, id=self._path.stem, comments=comments)
        status = index.string("status")
        if status is not None and status not in STATUSES:
            raise index.refusal("A202", "status", f"{status!r:.40} is none of {', '.join(STATUSES)}")
        meta = index.value.get("meta")
        return ImportedDocument(
            **common,
            id=index.identifier("id"),
            title=index.string("title"),
            meta=meta if isinstance(meta, dict) else {},
            annotator=index.string("annotator"),
            status=status,
            rejected=foreign.rejected_of(index, self._text),
            comments=foreign.comments_of(index),
        )

    def _span(
        self, id: str, brat_type: str, fragments: Fragments, attributes: dict[str, str], *, is_event: bool = False
    ) -> Span:
        layer, label = self._names.types.get(brat_type, (ANY_LAYER, brat_type))
        own = self._own.get(id)
        if own is None:
            made = self._ids.take(None)
            common: tuple[Any, ...] = (made, layer, label, fragments, attributes, "import")
            return Event(*common) if is_event else Span(*common)
        value = {**own.value, "layer": layer or own.value.get("layer"), "attributes": attributes, "event": is_event}
        whole = Fields(value, where=own.where, path=own.path)
        wanted = whole.identifier("id")
        return foreign.span_of(
            whole, id=self._ids.take(wanted), label=label, fragments=fragments, score=whole.number("score")
        )

    # -- lines ----------------------------------------------------------------------------------------------

    def _read_lines(self, file: Path) -> None:
        decoded = decoding.read_text(file, encoding="utf-8", limit=limits.TEXT_FILE_BYTES, what="annotations")
        seen: dict[str, int] = {}
        lines = decoded.text.split("\n")
        if len(lines) > limits.SPANS:
            raise KnownError(
                "A203", f"{file}: {len(lines):,} lines, where an article may have {limits.SPANS:,}", "split the article"
            )
        for number, whole in enumerate(lines, start=1):
            line = whole.removesuffix("\r")
            if not line.strip():
                continue
            where = f"{file}:{number}"
            id, tab, body = line.partition("\t")
            if not tab:
                raise KnownError("A202", f"{where}: there is no tab after the id {id!r:.60}", "mend this line")
            if id != "*" and seen.setdefault(id, number) != number:
                raise KnownError("A208", f"{where}: the id {id!r:.60} is used in line {seen[id]} too", "rename one")
            if not self._take(id, body, number):
                raise KnownError("A202", f"{where}: {line!r:.100} is no annotation of brat's", "mend this line")

    def _take(self, id: str, body: str, line: int) -> bool:
        """Adds the annotation of one line; False where it is not written as one."""
        kind = id[:1]
        if kind == "T":
            return self._take_text_bound(id, body, line)
        if kind == "E":
            return self._take_event(id, body, line)
        if kind == "R" and (found := _RELATION.fullmatch(body)):
            self._lines.relations.append((found[1], found[2], found[3], line))
            self._lines.relation_ids.add(id)
        elif kind in "AM" and (found := _ATTRIBUTE.fullmatch(body)):
            self._lines.attributes.append((found[1], found[2], found[3] or "true", line))
        elif kind == "#" and (found := _NOTE.fullmatch(body)):
            self._lines.notes.append((found[1], found[2], (found[3] or "").strip(), line))
            if found[1] not in (NOTES, PROVENANCE):
                mapped_layers.note(self._options, f"notes of other types than {NOTES} are left out: {found[1]:.60}")
        elif kind == "*":
            mapped_layers.note(self._options, "equivalences (*) are left out")
        elif kind == "N":
            mapped_layers.note(self._options, "normalizations (N) are left out")
        else:
            return False
        return True

    def _take_text_bound(self, id: str, body: str, line: int) -> bool:
        found = _TEXT_BOUND.fullmatch(body)
        if found is None:
            return False
        pairs = [pair.split(" ") for pair in found[2].split(";")]
        places = tuple((int(start), int(end)) for start, end in pairs)
        self._lines.text_bounds[id] = _TextBound(found[1], places, found[3], line)
        return True

    def _take_event(self, id: str, body: str, line: int) -> bool:
        found = _EVENT.fullmatch(body)
        if found is None:
            return False
        pairs = [tuple(part.split(":", 1)) for part in found[3].split()]
        given = {role for role, _ in pairs}
        arguments = tuple((_role(role, given), target) for role, target in pairs)
        self._lines.events[id] = _EventLine(found[1], found[2], arguments, line)
        return True

    # -- checks ---------------------------------------------------------------------------------------------

    def _check_references(self) -> None:
        """Refuses what points nowhere, at the wrong kind, or in a circle (A208)."""
        lines = self._lines
        for event in lines.events.values():
            if event.trigger not in lines.text_bounds:
                raise self._dangling(event.line, event.trigger)
        known = {*lines.text_bounds, *lines.events}
        pointers = [(target, event.line) for event in lines.events.values() for _, target in event.arguments]
        pointers += [(target, line) for _, *targets, line in lines.relations for target in targets]
        if any(target in lines.relation_ids for _, target, _, _ in lines.attributes):
            mapped_layers.note(self._options, "attributes of relations are left out")
        pointers += [(to, line) for _, to, _, line in lines.attributes if to not in lines.relation_ids]
        for target, line in pointers:
            if target not in known:
                raise self._dangling(line, target)
        self._check_circles()

    def _check_circles(self) -> None:
        below = {
            id: [target for _, target in event.arguments if target in self._lines.events]
            for id, event in self._lines.events.items()
        }
        try:
            TopologicalSorter(below).prepare()
        except CycleError as error:
            id = error.args[1][0]
            line = self._lines.events[id].line
            raise KnownError(
                "A208", f"{self._where}:{line}: {id} is, by way of its roles, part of itself", "mend the roles"
            ) from error

    def _dangling(self, line: int, target: str) -> KnownError:
        return KnownError("A208", f"{self._where}:{line}: names {target!r:.60}, which is not there", "mend this line")

    # -- values ---------------------------------------------------------------------------------------------

    def _settled(self) -> dict[str, Fragments]:
        """The places of all T lines in code points of the text as it was read."""
        claims = [
            offsets.Claim(one.fragments, self._said(one), f"{self._where}:{one.line}")
            for one in self._lines.text_bounds.values()
        ]
        try:
            settled = offsets.settle(self._text, claims, options=self._options, cover=_cover)
        except KnownError:
            if not self._had_mark:
                raise
            # Brat counts the byte order mark as the first character.
            moved = [
                claim._replace(fragments=tuple((start - 1, end - 1) for start, end in claim.fragments))
                for claim in claims
            ]
            settled = offsets.settle(self._text, moved, options=self._options, cover=_cover)
        return dict(zip(self._lines.text_bounds, settled, strict=True))

    def _said(self, one: _TextBound) -> str | None:
        """The covered text of a line; brat before 1.3 put nothing between fragments."""
        length = sum(end - start for start, end in one.fragments)
        is_old = len(one.fragments) > 1 and one.said is not None and len(one.said) == length
        is_sound = is_old and fragments_problem(one.fragments, len(self._text)) is None
        if is_sound and one.said == "".join(self._text[start:end] for start, end in one.fragments):
            return _cover(self._text, one.fragments)
        return one.said

    def _attributes(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for name, target, value, _ in self._lines.attributes:
            original, values = self._names.attributes.get(name, (name, {}))
            found.setdefault(target, {})[original] = values.get(value, value)
        return found

    def _own_notes(self) -> dict[str, Fields]:
        """What we wrote of our own spans, by brat's id."""
        found = {}
        for kind, target, text, line in self._lines.notes:
            if kind == PROVENANCE and text.startswith("{"):
                where = f"{self._where}:{line}"
                found[target] = Fields(strict_json.parse(text, where=where), where=where)
        return found

    def _relations(self, ids: Mapping[str, str]) -> Iterator[Relation]:
        for id, event in self._lines.events.items():
            for role, target in event.arguments:
                yield Relation(self._names.roles.get(role, role), ids[id], ids[target])
        for name, head, child, _ in self._lines.relations:
            yield Relation(name, ids[head], ids[child])


def _cover(text: str, fragments: Fragments) -> str:
    """The text of a T line: fragments are joined by a space, and line ends cannot stand there."""
    joined = " ".join(text[start:end] for start, end in fragments)
    return joined.replace("\n", " ").replace("\r", " ")


def _role(role: str, given: set[str]) -> str:
    """The role without the number that brat gives to the second and further fillers."""
    found = _NUMBERED.fullmatch(role)
    return found[1] if found and int(found[2]) > 1 and found[1] in given else role
