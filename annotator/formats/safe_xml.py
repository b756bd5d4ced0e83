"""XML from outside, read event by event: no document type, no entities of its own, nothing from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from annotator.errors import KnownError
from annotator.formats import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

# What XML 1.0 cannot hold.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STEP = 1 << 16  # bytes fed at a time
_COLUMN = re.compile(r"(?<=, column )\d+$")  # counted from 0 by Expat, and from 1 by people, JSON and TOML


class Handler(Protocol):
    """What `parse` calls; names of elements and attributes are `namespace}local`, or `local` without one."""

    line: int  # set before each call

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters between tags, in one or several calls."""


def parse(data: bytes, handler: Handler, *, where: str) -> None:
    """Feeds the document to the handler.

    A document type is refused before anything in it is looked at, so that there are no entities to expand and no
    address to open. Raises KnownError A202 (line and reason) and A203 (deeper than XML_DEPTH elements); errors of
    the handler pass through.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.XML_DEPTH:
            raise KnownError(
                "A203",
                f"{where}:{parser.CurrentLineNumber}: elements are nested more than {limits.XML_DEPTH} deep",
                "flatten the file",
            )
        handler.line = parser.CurrentLineNumber
        handler.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name)

    def doctype(*_: object) -> None:
        raise KnownError(
            "A202",
            f"{where}:{parser.CurrentLineNumber}: has a document type (DTD), which could name other files",
            "remove the DOCTYPE line",
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    try:
        for offset in range(0, len(data), _STEP):
            parser.Parse(data[offset : offset + _STEP], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", parser.CurrentLineNumber)
        said = _COLUMN.sub(lambda found: str(int(found[0]) + 1), str(error))
        raise KnownError("A202", f"{where}:{line}: no well-formed XML: {said}", "mend or restore the file") from error
