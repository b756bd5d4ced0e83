"""Which column of foreign data holds what: declared names in Dutch and English, and the columns the user names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError

if TYPE_CHECKING:
    from annotator.formats.decoding import Decoded

# Compared without regard to case; the first of a list that is there is taken.
TEXT = (
    "text",
    "tekst",
    "body",
    "content",
    "artikel",
    "article",
    "article_text",
    "fulltext",
    "full_text",
    "inhoud",
    "bericht",
)
ID = ("id", "doc_id", "docid", "document_id", "article_id", "artikel_id")
TITLE = ("title", "titel", "headline", "kop")
DATE = ("date", "datum", "published", "publication_date", "publicatiedatum")
SOURCE = ("source", "bron", "publisher", "krant", "medium")


def find(names: Iterable[str], known: Iterable[str]) -> str | None:
    """The first of the `known` names among `names`, as it is spelt there, or None."""
    spelt = {name.strip().lower(): name for name in reversed(list(names))}
    return next((spelt[name] for name in known if name in spelt), None)


def text_column(names: Iterable[str], options: Mapping[str, Any], *, where: str) -> str:
    """The column that holds the text: the one `text_column` of the options names, else a known one (A202 if none)."""
    there = list(names)
    wanted = options.get("text_column")
    found = find(there, TEXT) if wanted is None else wanted if wanted in there else find(there, [str(wanted).lower()])
    if found is None:
        listed = ", ".join(repr(name) for name in there[:20]) or "no columns at all"
        what = f"there is no column {wanted!r:.60} among {listed}"
        if wanted is None:
            what = f"no column of texts is recognised among {listed}"
        raise KnownError("A202", f"{where}: {what}", "name it with --text-column")
    return str(found)


def say(options: Mapping[str, Any], decoded: Decoded) -> None:
    """Leaves the encoding that was found, and notes about it, in the options, where the caller looks for them."""
    if isinstance(options, MutableMapping):
        options["encoding_found"] = decoded.encoding
        options.setdefault("notes", []).extend(decoded.notes)
