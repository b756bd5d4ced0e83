"""UIMA CAS in XMI: one file a document and the type system beside them, written, read, and judged by dkpro-cassis."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.formats import (
    carrying,
    limits,
    output,
    safe_xml,
    strict_json,
    uima_reading,
    uima_type_system,
    xmi_features,
)
from annotator.formats import uima_types as types
from annotator.formats.file_names import INDEX, InFolder, Stems, earlier, remove
from annotator.formats.records import Carried, ImportedDocument, Written
from annotator.formats.spooled import Spooled
from annotator.formats.uima_cas import SOFA_ID, Cas, Ref, Structure, Values, cas_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.formats.records import ExportedDocument, ExportOptions
    from annotator.formats.uima_type_system import TypeSystem

EXTENSION = ".xmi"
_XMI, _CAS = "http://www.omg.org/XMI}", "http:///uima/cas.ecore}"
_REFERENCES = ("Governor", "Dependent", "source", "target", "Source", "Target")
_OFFSET = re.compile(r"\d{1,9}")
INITIAL = "_InitialView"


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One .xmi file a document in the folder `out`, with TypeSystem.xml and an index of the files.

    Documents whose text holds characters that XML 1.0 cannot have are not written; their spans are listed.
    """
    return write_folder(documents, out, EXTENSION, _xmi)


def write_folder(
    documents: Iterable[ExportedDocument], out: Path, extension: str, serialized: Callable[[Cas], str]
) -> Written:
    """One file a document in the folder `out`; for both ways of writing a CAS."""
    output.folder(out)
    before = earlier(out / INDEX, extension)
    stems, files, listed = Stems(), InFolder(out, [INDEX]), Spooled(out)
    notes: list[str] = []
    if extension == EXTENSION:
        files.names.append(types.TYPE_SYSTEM)
        with output.text_file(files[-1]) as handle:
            handle.write(types.as_xml())
    with output.text_file(out / INDEX) as index:
        for document in documents:
            content = serialized(cas_of(document))
            bad = safe_xml.NO_XML.search(content) if extension == EXTENSION else None
            if bad is not None:
                reason = f"the document holds U+{ord(bad[0]):04X}, which XML cannot"
                listed += (carrying.listed(document, span, reason) for span in document.spans)
                notes.append(f"document {document.id} is not written: {reason}")
                continue
            path = out / f"{stems.of(document.id)}{extension}"
            with output.text_file(path) as handle:
                handle.write(content)
            index.write(json.dumps({"file": path.name, "id": document.id, "sha256": document.sha256}) + "\n")
            files.names.append(path.name)
    remove(out, before.difference(files.names))
    return Written(files, listed, tuple(notes))


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one document of the file; the type system beside it tells what its features are, where there is one.

    Raises KnownError A001, A202 (line and reason; a document type is refused), A203, A204, A206, A208.
    """
    limits.check_file(path, limits.XML_FILE_BYTES, "a CAS")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise limits.unreadable(path, error) from error
    handler = _Handler(str(path))
    safe_xml.parse(data, handler, where=str(path))
    cas = handler.cas(uima_type_system.beside(path), options)
    yield uima_reading.document_of(cas, str(path), path.stem, options)


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What dkpro-cassis reads of each span; texts and covered texts must be those exported (A602)."""
    import cassis  # lazy: brings lxml, for CAS alone

    with (out / types.TYPE_SYSTEM).open("rb") as handle:
        type_system = cassis.load_typesystem(handle)
    for entry in index_of(out):
        with (out / entry["file"]).open("rb") as handle:
            yield from carried(cassis.load_cas_from_xmi(handle, typesystem=type_system, trusted=True), entry, out)


def index_of(out: Path) -> Iterator[dict[str, Any]]:
    """The lines of the index: file, id, sha256."""
    return (value for _, value in strict_json.lines(out / INDEX))


def carried(cas: Any, entry: Mapping[str, Any], out: Path) -> Iterator[Carried]:  # noqa: ANN401  (cassis's, untyped)
    """What a CAS that dkpro-cassis has read says of each span; texts must be those exported (A602)."""
    text = cas.sofa_string or ""
    if sha256_of(text) != entry["sha256"]:
        raise KnownError("A602", f"{out / entry['file']}: its text is not that of {entry['id']}", "please report this")
    for one in cas.select(types.SPAN):
        parts = one.fragments.elements if one.fragments else [one]
        fragments = tuple((part.begin, part.end) for part in parts)
        if " … ".join(text[start:end] for start, end in fragments) != one.covered:
            raise KnownError("A602", f"{out / entry['file']}: span {one.id} covers another text", "please report this")
        yield Carried(entry["id"], one.layer, one.label, fragments)


def _xmi(cas: Cas) -> str:
    packages = {one.type.rpartition(".")[0] for one in cas.structures.values()}
    prefixes = {name: f"p{number}" for number, name in enumerate(sorted(packages))}
    spaces = "".join(f' xmlns:{prefix}="http:///{name.replace(".", "/")}.ecore"' for name, prefix in prefixes.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"{spaces} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
    ]
    for one in cas.structures.values():
        package, _, name = one.type.rpartition(".")
        features = "".join(f" {key}={quoteattr(_value(value))}" for key, value in one.features.items())
        lines.append(f'<{prefixes[package]}:{name} xmi:id="{one.id}"{features}/>')
    lines.append(
        f'<cas:Sofa xmi:id="{SOFA_ID}" sofaNum="1" sofaID="{INITIAL}" mimeType="text" '
        f"sofaString={quoteattr(cas.text)}/>"
    )
    # Offsets of structures that no view has are read as they stand: all annotations are members.
    members = " ".join(str(one.id) for one in cas.structures.values() if "begin" in one.features)
    lines += [f'<cas:View sofa="{SOFA_ID}" members="{members}"/>', "</xmi:XMI>", ""]
    return "\n".join(lines)


def _value(value: object) -> str:
    if isinstance(value, Ref):
        return str(value.id)
    if isinstance(value, list):
        return " ".join(str(one.id) for one in value)
    return repr(value) if isinstance(value, float) else str(value)


class _Handler:
    """Gathers the structures and texts of an XMI file."""

    def __init__(self, where: str) -> None:
        self.line = 0
        self._where = where
        self._structures: dict[int, Structure] = {}
        self._texts: dict[int, tuple[str, str]] = {}  # by id: the name of the view and its text
        self._indexed: set[int] = set()  # structures that a view names
        self._depth = 0
        self._current: Structure | None = None  # whose element is open

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element: the root, a structure, a text or a view; or within a structure, a value of an array."""
        self._depth += 1
        if self._depth == 1 and name != f"{_XMI}XMI":
            raise self._refused(f"begins with {name.rpartition('}')[2]:.60}, where XMI begins with xmi:XMI")
        if self._depth == 3 and self._current is not None:
            self._current.features[name.rpartition("}")[2]] = Values()
        if self._depth != 2 or name == f"{_CAS}NULL":
            return
        if name == f"{_CAS}View":
            self._indexed.update(int(one) for one in attributes.get("members", "").split() if _OFFSET.fullmatch(one))
            return
        number = self._number(attributes.get(f"{_XMI}id", ""), "xmi:id")
        if number in self._structures or number in self._texts:
            raise KnownError("A208", f"{self._where}:{self.line}: xmi:id {number} stands twice", "export it again")
        if name == f"{_CAS}Sofa":
            self._texts[number] = (attributes.get("sofaID", ""), attributes.get("sofaString", ""))
            return
        if len(self._structures) >= limits.STRUCTURES:
            raise KnownError("A203", f"{self._where}: more than {limits.STRUCTURES:,} structures", "split the document")
        features = {key: self._feature(key, value) for key, value in attributes.items() if "}" not in key}
        self._current = Structure(number, _type_name(name), features, self.line)
        self._structures[number] = self._current

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        if self._depth == 1:
            self._current = None

    def data(self, text: str) -> None:
        """Text between elements says nothing in XMI."""

    def cas(self, system: TypeSystem | None, options: Mapping[str, Any]) -> Cas:
        """The text that is annotated, with all structures, whose features are settled by the type system."""
        texts = {number: text for number, (_, text) in self._texts.items() if text}
        initial = [number for number, (name, text) in self._texts.items() if name == INITIAL and text]
        if not texts and not self._texts:
            raise self._refused("holds no text (no cas:Sofa with a sofaString)")
        if len(texts) > 1 and not initial:
            raise self._refused(f"holds {len(texts)} texts, none of them {INITIAL}")
        sofa = (initial or list(texts) or list(self._texts))[0]
        xmi_features.settle(self._structures, self._indexed, system, options)
        further = tuple(self._texts[number][0] for number in texts if number != sofa)
        return Cas(texts.get(sofa, ""), self._structures, sofa, further)

    def _feature(self, key: str, value: str) -> object:
        if key in ("begin", "end"):
            return int(value) if _OFFSET.fullmatch(value) else value
        if key == "sofa" or (key in _REFERENCES and _OFFSET.fullmatch(value)):
            return Ref(self._number(value, key))
        return value

    def _number(self, value: str, key: str) -> int:
        if not _OFFSET.fullmatch(value):
            raise self._refused(f"{key} should be a number, is {value!r:.40}")
        return int(value)

    def _refused(self, what: str) -> KnownError:
        return KnownError("A202", f"{self._where}:{self.line}: {what}", "export it again as UIMA CAS XMI")


def _type_name(name: str) -> str:
    """`a.b.Type` for the element Type of the namespace http:///a/b.ecore."""
    space, _, local = name.rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{local}" if package and package != "uima.noNamespace" else local
