"""Articles saved as Word documents: the text of the body alone, read from the archive without running anything."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import decoding, limits, safe_xml
from annotator.formats.records import ImportedDocument
from annotator.formats.safe_zip import Archive
from annotator.formats.zip_members import is_in_archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# Text that was deleted or moved away, and a second copy of drawings for older programs.
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback"))


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one article of a .docx file, a paragraph a line; its id is the file's name without extension.

    Changes that are tracked are taken as accepted. Raises KnownError A001, A202 (no Word document, damaged, a DTD),
    A203 (limits, bombs) and A206.
    """
    # In an archive itself, it can only be read as bytes.
    data = io.BytesIO(path.read_bytes()) if is_in_archive(path) else None
    with Archive(path, data=data) as archive:
        if _BODY not in archive.names:
            raise KnownError("A202", f"{path}: is no Word document (it has no {_BODY})", "save it as .docx")
        body = _Body()
        safe_xml.parse(archive.read(_BODY), body, where=f"{path}!{_BODY}")
        properties = _Properties()
        if _PROPERTIES in archive.names:
            safe_xml.parse(archive.read(_PROPERTIES), properties, where=f"{path}!{_PROPERTIES}")
    text = "".join(body.parts).strip("\n")
    if not text.strip():
        raise KnownError("A202", f"{path}: holds no text", "remove the file, or leave it out with --on-error skip")
    limits.check_text(text, str(path))
    decoding.check_keepable(text, str(path))
    meta = {"author": properties.found["creator"]} if properties.found.get("creator") else {}
    yield ImportedDocument(
        text=text, where=str(path), id=path.stem, title=properties.found.get("title") or None, meta=meta
    )


class _Body:
    """The text of word/document.xml; elements are known by their local names, whatever make of Word wrote them."""

    def __init__(self) -> None:
        self.line = 0
        self.parts: list[str] = []
        self._is_text = False
        self._skipped = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        local = name.rpartition("}")[2]
        if self._skipped or local in _LEFT_OUT:
            self._skipped += 1
        elif local == "t":
            self._is_text = True
        elif local in _SIGNS:
            self.parts.append(_SIGNS[local])
        elif local == "p" and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")  # a paragraph inside of another, in a text box

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition("}")[2]
        if self._skipped:
            self._skipped -= 1
        elif local == "t":
            self._is_text = False
        elif local == "p":
            self.parts.append("\n")

    def data(self, text: str) -> None:
        """Characters; only those of a run of text count."""
        if self._is_text and not self._skipped:
            self.parts.append(text)


class _Properties:
    """Title and author of the document, as its properties say."""

    def __init__(self) -> None:
        self.line = 0
        self.found: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._name = name.rpartition("}")[2]

    def end(self, name: str) -> None:
        """An element ends."""
        self._name = ""

    def data(self, text: str) -> None:
        """Characters of the element at hand."""
        if self._name in ("title", "creator"):
            said = " ".join((self.found.get(self._name, "") + text).split())[: limits.NAME_CHARACTERS]
            self.found[self._name] = said if said.isprintable() else ""
