"""Plain text: one article a file, kept code point for code point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import columns, decoding, limits
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one article in the file; its id is the file's name without extension.

    Option `encoding` names the encoding (None: recognised). Raises KnownError A001, A201, A202 (no text), A203, A206.
    """
    decoded = decoding.read_text(
        path, encoding=options.get("encoding"), limit=limits.TEXT_FILE_BYTES, what="an article"
    )
    limits.check_text(decoded.text, str(path))
    if not decoded.text.strip():
        raise KnownError("A202", f"{path}: holds no text", "remove the file, or leave it out with --on-error skip")
    columns.say(options, decoded)
    yield ImportedDocument(text=decoded.text, where=str(path), id=path.stem)
