"""Work packages and returns (.annopack): a zip of JSONL and a manifest, signed by whoever hands out the work."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.decision import canonical
from annotator.errors import KnownError
from annotator.formats import archive, limits, strict_json
from annotator.formats.archive import ArchiveReader, Member
from annotator.formats.json_fields import Fields
from annotator.formats.operation_json import HASH, operation_line, read_operation
from annotator.formats.package_parts import (
    TODO,
    Rule,
    document_json,
    fields_of,
    read_document,
    read_rule,
    read_suggestions,
    rule_json,
    suggestions_json,
    to_bytes,
    to_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.decision import Operation
    from annotator.core.document import Document
    from annotator.core.suggestion import Suggestion

VERSION = 1
MANIFEST, SCHEME, GUIDELINE = "manifest.json", "scheme.toml", "guideline.jsonl"
DOCUMENTS, SUGGESTIONS, OPERATIONS = "documents.jsonl", "suggestions.jsonl", "operations.jsonl"
PACKAGE_PARTS = (MANIFEST, SCHEME, GUIDELINE, DOCUMENTS, SUGGESTIONS)
RETURN_PARTS = (MANIFEST, OPERATIONS, SUGGESTIONS)
MANIFEST_BYTES = 16 * limits.MEGABYTE
SCHEME_BYTES = limits.MEGABYTE
MOST_OPERATIONS = 1_000_000
MOST_DOCUMENTS = 100_000
_SIGNED = b"annopack package 1\n"  # what is signed cannot be taken for anything else under the same key


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is signed: who is to annotate which texts (id -> SHA-256), under which scheme, guideline and tokenizer."""

    id: str
    annotator: str
    project: str
    made: str
    language: str
    scheme: Mapping[str, Any]  # name, version, sha256
    guideline: int
    tokenizer: Mapping[str, Any]
    tokenizer_hash: str
    has_suggestions: bool
    documents: Mapping[str, str]
    conduct: Mapping[str, Any] = field(default_factory=dict)  # what the lead has set for the work, where anything is


@dataclass(frozen=True, slots=True)
class PackageContent:
    """What goes into a package beside its assignment; documents and suggestions are read as they are written."""

    scheme: str
    rules: tuple[Rule, ...]
    documents: Iterable[Document]
    suggestions: Iterable[tuple[str, tuple[Suggestion, ...]]] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A package's manifest as read: `value` is all of it, as it was signed."""

    assignment: Assignment
    members: Mapping[str, Member]
    value: Mapping[str, Any] = field(repr=False)

    @property
    def signature(self) -> str:
        return str(self.value["signature"])


@dataclass(frozen=True, slots=True)
class Return:
    """What came back: the package's manifest it answers, whose work, from which copy, and the work itself."""

    manifest: Manifest
    annotator: str
    replica: str
    operations: tuple[Operation, ...]
    suggestions: Mapping[str, tuple[Suggestion, ...]]  # fillers that were left undecided, by document


def sign(manifest: Mapping[str, Any], key: bytes) -> str:
    """HMAC-SHA256, in hex, over all of a manifest but its signature."""
    unsigned = {name: value for name, value in manifest.items() if name != "signature"}
    return hmac.new(key, _SIGNED + canonical(unsigned).encode("utf-8"), hashlib.sha256).hexdigest()


def is_signed(manifest: Manifest, key: bytes) -> bool:
    """Whether the manifest was signed with this key and is as it was then."""
    return hmac.compare_digest(sign(manifest.value, key), manifest.signature)


def write_package(path: Path, assignment: Assignment, content: PackageContent, *, key: bytes) -> dict[str, Any]:
    """Writes a package and returns its manifest; KnownError A002, A203."""
    with archive.writing(path) as writer:
        members = {
            SCHEME: writer.add(SCHEME, [content.scheme.encode("utf-8")]),
            GUIDELINE: writer.add(GUIDELINE, to_lines(rule_json(rule) for rule in content.rules)),
            DOCUMENTS: writer.add(DOCUMENTS, to_lines(map(document_json, content.documents))),
            SUGGESTIONS: writer.add(SUGGESTIONS, to_lines(suggestions_json(*one) for one in content.suggestions)),
        }
        manifest = {"annopack": VERSION, "kind": "package", "assignment": _assignment_json(assignment)}
        manifest["members"] = _members_json(members)
        manifest["signature"] = sign(manifest, key)
        writer.add(MANIFEST, [to_bytes(manifest)])
    return manifest


def write_return(path: Path, package: Mapping[str, Any], work: Return) -> None:
    """Writes what one annotator did, with the manifest of the package it answers; KnownError A002, A203."""
    with archive.writing(path) as writer:
        members = {
            OPERATIONS: writer.add(OPERATIONS, to_lines(map(operation_line, work.operations))),
            SUGGESTIONS: writer.add(SUGGESTIONS, to_lines(suggestions_json(*one) for one in work.suggestions.items())),
        }
        manifest = {
            "annopack": VERSION, "kind": "return", "package": dict(package), "annotator": work.annotator,
            "replica": work.replica, "members": _members_json(members),
        }  # fmt: skip
        writer.add(MANIFEST, [to_bytes(manifest)])


class PackageReader:
    """An open package: its manifest, and its parts read one line at a time."""

    def __init__(self, parts: ArchiveReader, path: Path) -> None:
        self._parts = parts
        self._path = path
        self.manifest = manifest_of(_manifest(parts, path, "package"))

    def scheme(self) -> str:
        """The scheme's TOML, the one of the manifest; KnownError A801."""
        data = self._parts.read(SCHEME, limit=SCHEME_BYTES)
        said = self.manifest.members[SCHEME].sha256
        if hashlib.sha256(data).hexdigest() != said or self.manifest.assignment.scheme["sha256"] != said:
            raise _damaged(self._path, f"{SCHEME} is not what the manifest says")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise _damaged(self._path, f"{SCHEME} is not UTF-8") from None

    def rules(self) -> list[Rule]:
        """The guideline's versions, oldest first."""
        return [read_rule(fields) for fields in self._fields(GUIDELINE)]

    def documents(self) -> Iterator[Document]:
        """The documents, those of the manifest and no others; KnownError A801, A202, A204, A206."""
        wanted = dict(self.manifest.assignment.documents)
        for fields in self._fields(DOCUMENTS):
            document = read_document(fields)
            if wanted.pop(document.id, None) != document.sha256:
                raise fields.refusal("A801", "id", f"{document.id!r:.80} is not assigned with this text", TODO)
            yield document
        if wanted:
            raise _damaged(self._path, f"the document {next(iter(wanted))!r:.80} is missing")

    def suggestions(self) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
        """Suggestions by document; those without a line have none."""
        yield from read_suggestions(self._fields(SUGGESTIONS))

    def _fields(self, name: str) -> Iterator[Fields]:
        return fields_of(self._parts, self._path, name, self.manifest.members)


@contextmanager
def open_package(path: Path) -> Iterator[PackageReader]:
    """A package's reader. Raises KnownError A001, A203, A801 and, for what is in its parts, A202, A204, A206."""
    with archive.reading(path, PACKAGE_PARTS) as parts:
        yield PackageReader(parts, path)


def read_return(path: Path) -> Return:
    """A return, whole; nothing in it is trusted but its shape. Raises as `open_package`, A203 above MOST_OPERATIONS."""
    with archive.reading(path, RETURN_PARTS) as parts:
        value = _manifest(parts, path, "return")
        manifest = Fields(value, where=f"{path.name}: {MANIFEST}")
        members = _members(manifest, (OPERATIONS, SUGGESTIONS))
        operations: list[Operation] = []
        for fields in fields_of(parts, path, OPERATIONS, members):
            if len(operations) == MOST_OPERATIONS:
                raise KnownError("A203", f"{path.name} has more than {MOST_OPERATIONS:,} operations", TODO)
            operations.append(read_operation(fields))
        found = dict(read_suggestions(fields_of(parts, path, SUGGESTIONS, members)))
        return Return(
            manifest=manifest_of(value.get("package"), where=f"{path.name}: {MANIFEST}, package"),
            annotator=manifest.required("annotator"),
            replica=manifest.required("replica"),
            operations=tuple(operations),
            suggestions=found,
        )


def kind_of(path: Path) -> str:
    """ "package" or "return". Raises as `open_package`."""
    with archive.reading(path, {*PACKAGE_PARTS, *RETURN_PARTS}) as parts:
        return "return" if OPERATIONS in parts.names else "package"


# Manifests


def manifest_of(value: object, *, where: str = MANIFEST) -> Manifest:
    """The manifest of a package from its JSON value; KnownError A801 where it is none."""
    try:
        fields = Fields(value, where=where)
        if fields.value.get("kind") != "package" or fields.value.get("annopack") != VERSION:
            raise fields.refusal("A801", "kind", "is not the manifest of a work package of this version", TODO)
        signature = fields.required("signature")
        if not HASH.fullmatch(signature):
            raise fields.refusal("A801", "signature", "is no signature", TODO)
        members = _members(fields, PACKAGE_PARTS[1:])
        assignment = _assignment(Fields(fields.value.get("assignment"), where=where, path="assignment"))
        return Manifest(assignment, members, fields.value)
    except KnownError as error:
        raise KnownError("A801", error.what, TODO) from error


def _manifest(parts: ArchiveReader, path: Path, kind: str) -> dict[str, Any]:
    where = f"{path.name}: {MANIFEST}"
    data = parts.read(MANIFEST, limit=MANIFEST_BYTES)
    try:
        value = strict_json.parse(data.decode("utf-8"), where=where)
    except (UnicodeDecodeError, KnownError) as error:
        raise _damaged(path, f"{MANIFEST} cannot be read ({error})") from error
    made_as = value.get("annopack") if isinstance(value, dict) else None
    if type(made_as) is int and made_as > VERSION:
        what = f"{path.name} was made by a newer program: version {made_as} of packages, where this one knows {VERSION}"
        raise KnownError("A801", what, "update the program; nothing was taken over")
    if not isinstance(value, dict) or made_as != VERSION or value.get("kind") != kind:
        what = f"{path.name} is no returned work" if kind == "return" else f"{path.name} is no package to work on"
        raise KnownError("A801", what, TODO)
    return value


def _members(fields: Fields, names: Iterable[str]) -> dict[str, Member]:
    inner = Fields(fields.value.get("members"), where=fields.where, path="members")
    found = {}
    for name in names:
        one = Fields(inner.value.get(name), where=fields.where, path=f"members.{name}")
        size, digest = one.value.get("bytes"), one.required("sha256")
        if type(size) is not int or size < 0 or not HASH.fullmatch(digest):
            raise one.refusal("A801", "bytes", "is not a size with a hash", TODO)
        found[name] = Member(size, digest)
    return found


def _members_json(members: Mapping[str, Member]) -> dict[str, Any]:
    return {name: {"bytes": one.bytes, "sha256": one.sha256} for name, one in members.items()}


def _assignment_json(one: Assignment) -> dict[str, Any]:
    return {
        "id": one.id,
        "annotator": one.annotator,
        "project": one.project,
        "made": one.made,
        "language": one.language,
        "scheme": dict(one.scheme),
        "guideline": one.guideline,
        "tokenizer": dict(one.tokenizer),
        "tokenizer_hash": one.tokenizer_hash,
        "suggestions": one.has_suggestions,
        "documents": [{"id": id, "sha256": sha256} for id, sha256 in one.documents.items()],
        **({"conduct": dict(one.conduct)} if one.conduct else {}),
    }


def _assignment(fields: Fields) -> Assignment:
    scheme = Fields(fields.value.get("scheme"), where=fields.where, path="assignment.scheme")
    tokenizer = Fields(fields.value.get("tokenizer"), where=fields.where, path="assignment.tokenizer")
    guideline, version = fields.value.get("guideline"), scheme.value.get("version")
    has_suggestions = fields.value.get("suggestions")
    if type(guideline) is not int or type(version) is not int or type(has_suggestions) is not bool:
        raise fields.refusal("A801", "", "lacks the versions of scheme and guideline", TODO)
    listed = fields.value.get("documents")
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_DOCUMENTS:
        raise fields.refusal("A801", "documents", f"should be a list of 1 to {MOST_DOCUMENTS:,}", TODO)
    documents: dict[str, str] = {}
    for number, value in enumerate(listed):
        one = Fields(value, where=fields.where, path=f"assignment.documents[{number}]")
        id, sha256 = one.required("id"), one.required("sha256")
        if id in documents or not HASH.fullmatch(sha256):
            raise one.refusal("A801", "id", "is there twice, or has no hash", TODO)
        documents[id] = sha256
    conduct = fields.value.get("conduct", {})
    if not isinstance(conduct, dict):
        raise fields.refusal("A801", "conduct", "should be an object", TODO)
    names = ("id", "annotator", "project", "made", "language", "tokenizer_hash")
    texts = {name: fields.required(name) for name in names}
    described = {"name": scheme.required("name"), "version": version, "sha256": scheme.required("sha256")}
    return Assignment(
        **texts, scheme=described, guideline=guideline, tokenizer=tokenizer.value, has_suggestions=has_suggestions,
        documents=documents, conduct=conduct,
    )  # fmt: skip


def _damaged(path: Path, why: str) -> KnownError:
    return KnownError("A801", f"{path.name}: {why}", TODO)
