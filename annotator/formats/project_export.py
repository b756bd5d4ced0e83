"""Projects that WebAnno and INCEpTION have exported: which of their files are annotations, and whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import limits, strict_json, zip_members
from annotator.formats.mapped_layers import note
from annotator.formats.zip_members import Collection, Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.formats.records import ImportedDocument

CURATED = "curation"  # whose decisions those of CURATION_USER become
FOLDERS = ("annotation", "curation")
SUFFIXES = (".tsv", ".xmi", ".json", ".zip", ".conll", ".conllu")
_FACTS = re.compile(r"exported_?project.*\.json", re.IGNORECASE)
_INITIAL = ("INITIAL_CAS", "CORRECTION_USER")  # a text as it was before anybody annotated it
_CURATION_USER = "CURATION_USER"
_NAMELESS = re.compile(r"webanno\d+export", re.IGNORECASE)  # what early versions called the archives within
_STATUS = {"FINISHED": "done", "INPROGRESS": "busy", "IN_PROGRESS": "busy", "IGNORE": "skipped"}
NOTE_REST = "of an exported project the annotations are read; its settings, logs, guidelines and other files are not"
_ONLY_OBJECTS = "holds annotations as Java objects (.ser) alone, which no other program can read"


@dataclass(frozen=True, slots=True)
class Told:
    """What an exported project tells of one of its files."""

    document: str
    annotator: str | None
    status: str | None


@dataclass(slots=True)
class _Facts:
    """The states of annotations by document and user, as the file with the settings of the project has them."""

    states: dict[str, dict[str, str]] = field(default_factory=dict)


def selection(files: Sequence[tuple[tuple[str, ...], Path]], where: str) -> list[Path] | None:
    """Of the files of an exported project those that hold annotations; None where it is none.

    Each comes with its parts below the root. A document that nobody has annotated is there as it was at first. Raises
    KnownError A202 or A203 of the settings, and A207 where all annotations are Java objects.
    """
    if not _is_project([parts for parts, _ in files]):
        return None
    by_document: dict[str, list[Path]] = {}
    first: dict[str, Path] = {}
    for parts, path in files:
        if len(parts) < 3 or parts[0] not in FOLDERS or path.suffix.lower() not in SUFFIXES:
            continue
        document = parts[1]
        if path.stem in _INITIAL:
            first.setdefault(document, path)
        else:
            by_document.setdefault(document, []).append(path)
    for document, path in first.items():
        by_document.setdefault(document, [path])
    chosen = [path for document in sorted(by_document) for path in by_document[document]]
    if not chosen and any(path.suffix == ".ser" for _, path in files):
        todo = "export the project again, with the format UIMA CAS XMI or WebAnno TSV 3"
        raise KnownError("A207", f"{where}: {_ONLY_OBJECTS}", todo)
    return chosen


def _is_project(names: Iterable[tuple[str, ...]]) -> bool:
    """By the file with its settings, or by its folders with the text as it was at first in one of them."""
    return any(
        (len(parts) == 1 and _FACTS.fullmatch(parts[0]))
        or (len(parts) == 3 and parts[0] in (*FOLDERS, "annotation_ser") and parts[2].startswith(_INITIAL))
        for parts in names
    )


def told_of(path: Path) -> Told | None:
    """What is told of a file that stands at annotation/DOCUMENT/ in an exported project; None of all others."""
    place, inner = _place(path)
    root = _root(place)
    if root is None:
        return None
    facts = _facts_of(root)
    if facts is None:
        return None
    document = place.parent.name
    users = facts.states.get(document, {})
    stems = [one.stem for one in (inner, place) if one is not None]
    if any(stem in _INITIAL for stem in stems):
        return Told(document, None, None)
    user = next((stem for stem in stems if stem in users or stem == _CURATION_USER), None)
    if user is None and not facts.states:
        # Without settings there is the place alone: the name of the file, where it is one of a user.
        named = [stem for stem in stems if not _NAMELESS.fullmatch(stem) and not document.startswith(stem)]
        user = named[-1] if named else None
    if user == _CURATION_USER:
        return Told(document, CURATED, "done")
    return Told(document, user, _STATUS.get(users.get(user or "", "")))


def as_told(path: Path, records: Iterator[ImportedDocument], options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The records of a file with what an exported project tells of it: document, annotator, status."""
    told = told_of(path)
    if told is None:
        yield from records
        return
    note(options, NOTE_REST)
    if told.annotator is None and not any(one.stem in _INITIAL for one in _place(path) if one is not None):
        note(options, f"it cannot be told who annotated a document of the exported project: {told.document:.60}")
    for record in records:
        yield replace(
            record,
            id=told.document[: limits.NAME_CHARACTERS] if record.id is not None else None,
            annotator=told.annotator,
            status=record.status or (told.status if record.spans or told.status == "done" else None),
        )


def _place(path: Path) -> tuple[Path, Path | None]:
    """The file that stands in the folder of its document, and the one within it where that is an archive."""
    inside: object = path
    if isinstance(inside, Member) and len(inside.parts) == 1:
        return inside.collection.path, path
    return path, None


def _root(place: Path) -> Path | None:
    """The folder of the project above annotation/DOCUMENT/FILE, or None."""
    inside: object = place
    if (isinstance(inside, Member) and len(inside.parts) != 3) or place.parent.parent.name not in FOLDERS:
        return None
    return place.parent.parent.parent


def _facts_of(root: Path) -> _Facts | None:
    inside: object = root
    try:
        there = sorted((one for one in root.iterdir() if _FACTS.fullmatch(one.name)), key=str)
        if not there:
            return _Facts() if isinstance(inside, Member) and _is_archived_project(inside.collection) else None
        return _facts(there[0], there[0].stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=2)
def _is_archived_project(collection: Collection) -> bool:
    return _is_project(tuple(name.split("/")) for name in collection.sizes)


@lru_cache(maxsize=2)
def _facts(path: Path, _changed: int) -> _Facts:
    """The states in a file of settings; kept, as every file of a project asks for it."""
    limits.check_file(path, limits.XML_FILE_BYTES, "the settings of a project")
    try:
        value = strict_json.parse(path.read_bytes().decode("utf-8-sig"), where=str(path))
    except UnicodeDecodeError as error:
        raise KnownError("A201", f"{path}: is not UTF-8 (byte {error.start})", "export the project again") from error
    states: dict[str, dict[str, str]] = {}
    listed = value.get("annotation_documents") if isinstance(value, dict) else None
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("name"), str) and isinstance(one.get("user"), str):
            state = one.get("state")
            said = state.replace("-", "").upper() if isinstance(state, str) else ""
            states.setdefault(one["name"], {})[one["user"]] = said
    return _Facts(states)


def is_of_annotator(path: Path) -> bool:
    """Whether an archive that lies in another one stands where an exported project has those of its annotators."""
    return zip_members.is_in_archive(path) and told_of(path) is not None
