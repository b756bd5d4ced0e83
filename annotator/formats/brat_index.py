"""The index files beside brat's own: what its names stand for, and what it has no place for in a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.formats import decoding, limits, line_index, strict_json
from annotator.formats.json_fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMES_INDEX = "names.index"  # what our types, roles and attributes are called in brat
DOCUMENTS_INDEX = "documents.index"  # one line of JSON a document: what brat has no place for


@dataclass(frozen=True, slots=True)
class Names:
    """What stands for what: brat's type → (layer, label), role → role, attribute → (name, value → value)."""

    types: Mapping[str, tuple[str, str]]
    roles: Mapping[str, str]
    attributes: Mapping[str, tuple[str, Mapping[str, str]]]


def names_of(folder: Path) -> Names:
    """What brat's names stand for in the folder; nothing where no index says it."""
    path = folder / NAMES_INDEX
    return _cached_names(path, path.stat().st_mtime_ns) if path.is_file() else Names({}, {}, {})


@lru_cache(maxsize=2)
def _cached_names(path: Path, _changed: int) -> Names:
    where = str(path)
    decoded = decoding.read_text(path, encoding="utf-8", limit=limits.TEXT_FILE_BYTES, what="an index")
    fields = Fields(strict_json.parse(decoded.text, where=where), where=where)
    types = {}
    for one in fields.objects("types"):
        types[one.required("brat")] = (one.required("layer"), one.required("label"))
    attributes: dict[str, tuple[str, Mapping[str, str]]] = {}
    for one in fields.objects("attributes"):
        attributes[one.required("brat")] = (one.required("name"), one.strings("values"))
    return Names(types, fields.strings("roles"), attributes)


def document_of(folder: Path, stem: str) -> Fields | None:
    """What the index of the folder says of the document whose files have that name; None where nothing is said."""
    index = line_index.index_at(folder / DOCUMENTS_INDEX, is_strict=True)
    return index.get(stem) if index else None
