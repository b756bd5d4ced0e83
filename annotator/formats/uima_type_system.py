"""The type system that stands beside a CAS in XMI: which features are references, numbers, flags or lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from annotator.errors import KnownError
from annotator.formats import limits, safe_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Kind = Literal["string", "number", "flag", "values", "reference"]

TYPES = 20_000  # of one type system; those of large pipelines have a thousand
_HEAD_BYTES = 1 << 16
_ABOVE = ("TypeSystem.xml", "typesystem.xml")  # where a writer keeps the folders that documents came from
_DEPTH = 64  # of parents; a longer chain is a circle
_ROOT = re.compile(rb"<(?:\w+:)?typeSystemDescription\b")
_BEHIND = re.compile(r"[-_. ]?type[-_ ]?system", re.IGNORECASE)
_CAS = "uima.cas."
_STRING = "uima.cas.String"
_NUMBERS = frozenset(f"{_CAS}{name}" for name in ("Integer", "Float", "Double", "Long", "Short", "Byte"))
_LISTS = re.compile(r"uima\.cas\.(?:String|Integer|Float|Double|Long|Short|Byte|Boolean)(?:Array|List)")


@dataclass(frozen=True, slots=True)
class TypeSystem:
    """The parent of each type, and the range of each feature that it adds; `imports` tells that it names others."""

    parents: Mapping[str, str]
    ranges: Mapping[str, Mapping[str, str]]
    imports: bool = False

    def kind(self, type_name: str, feature: str) -> Kind | None:
        """What a feature holds; None where the type system does not say it."""
        for name in self._line(type_name):
            found = self.ranges.get(name, {}).get(feature)
            if found is not None:
                return self._kind_of(found)
        return None

    def _kind_of(self, range_name: str) -> Kind:
        if range_name in _NUMBERS:
            return "number"
        if range_name == f"{_CAS}Boolean":
            return "flag"
        if _LISTS.fullmatch(range_name):
            return "values"
        # Closed sets of strings are types of their own, below the type of strings.
        return "string" if _STRING in self._line(range_name) else "reference"

    def _line(self, name: str) -> Iterator[str]:
        """The type and those above it."""
        for _ in range(_DEPTH):
            yield name
            if name not in self.parents:
                return
            name = self.parents[name]


def beside(path: Path) -> TypeSystem | None:
    """The type system that stands beside the file: of its own name first, else the one of the folder.

    `a.xmi` has `a-typesystem.xml`, `a.xml` and the like, or TypeSystem.xml in whatever letters, if need be in the
    folder above. Two in one folder that are neither are none: nothing tells whose they are. Raises KnownError A001,
    A202 and A203 of `load`.
    """
    own: list[Path] = []
    common: list[Path] = []
    others: list[Path] = []
    for one in _in_folder(path.parent):
        stem, _, rest = one.name.lower().rpartition(".")[0].partition(path.stem.lower())
        name = one.name.rpartition(".")[0]
        if one.name == path.name:
            continue
        if not stem and (not rest or _BEHIND.fullmatch(rest)):
            own.append(one)
        elif _BEHIND.fullmatch(name):
            common.append(one)
        elif _BEHIND.search(name):
            others.append(one)
    above = [path.parent.parent / name for name in _ABOVE]
    for found in (own, common, others, [one for one in above if one.is_file()][:1]):
        meant = [one for one in found if _is_type_system(one)]
        if len(meant) == 1 or (meant and found is own):
            facts = meant[0].stat()
            return _loaded(meant[0], facts.st_mtime_ns, facts.st_size)
    return None


def _in_folder(folder: Path) -> tuple[Path, ...]:
    try:
        return _xml_files(folder, folder.stat().st_mtime_ns)
    except OSError:
        return ()


@lru_cache(maxsize=2)
def _xml_files(folder: Path, _changed: int) -> tuple[Path, ...]:
    """The XML files of a folder; kept, as every CAS in it asks for them."""
    return tuple(sorted((one for one in folder.iterdir() if one.suffix.lower() == ".xml"), key=str))


def _is_type_system(path: Path) -> bool:
    try:
        with path.open("rb") as handle:
            return _ROOT.search(handle.read(_HEAD_BYTES)) is not None
    except OSError:
        return False


@lru_cache(maxsize=2)
def _loaded(path: Path, _changed: int, _size: int) -> TypeSystem:
    """As `load`; kept, as every file of a folder asks for it."""
    limits.check_file(path, limits.XML_FILE_BYTES, "a type system")
    try:
        return load(path.read_bytes(), str(path))
    except OSError as error:
        raise limits.unreadable(path, error) from error


def load(data: bytes, where: str) -> TypeSystem:
    """The type system of a descriptor; others that it names are not looked for.

    Raises KnownError A202 (no well-formed XML, a document type) and A203 (too deep, too many types).
    """
    handler = _Handler(where)
    safe_xml.parse(data, handler, where=where)
    return TypeSystem(handler.parents, handler.ranges, handler.has_imports)


@dataclass(slots=True)
class _Handler:
    """Gathers names, parents and ranges; elements are known by their local names."""

    where: str
    line: int = 0
    parents: dict[str, str] = field(default_factory=dict)
    ranges: dict[str, dict[str, str]] = field(default_factory=dict)
    has_imports: bool = False
    _path: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _said: dict[str, str] = field(default_factory=dict)
    _type: str = ""

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        local = name.rpartition("}")[2]
        if not self._path and local != "typeSystemDescription":
            raise KnownError("A202", f"{self.where}:{self.line}: is no type system", "export it again")
        self._path.append(local)
        self._text = []
        if local in ("typeDescription", "featureDescription"):
            self._said = {}
        self.has_imports = self.has_imports or local == "import"

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition("}")[2]
        self._path.pop()
        within = self._path[-1] if self._path else ""
        said = "".join(self._text).strip()
        if within == "typeDescription" and local == "name":
            self._type = said
            self.ranges.setdefault(said, {})
            if len(self.ranges) > TYPES:
                raise KnownError("A203", f"{self.where}: more than {TYPES:,} types", "export fewer layers")
        elif within == "typeDescription" and local == "supertypeName":
            self.parents[self._type] = said
        elif within == "featureDescription":
            self._said[local] = said
        elif local == "featureDescription" and "name" in self._said:
            added = self.ranges.setdefault(self._type, {})
            added[self._said["name"]] = self._said.get("rangeTypeName", _STRING)
        self._text = []

    def data(self, text: str) -> None:
        """Characters of an element."""
        self._text.append(text)
