"""How large input may be: every limit of the readers in one place, so that a hostile file is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000
TEXT_FILE_BYTES = 16 * MEGABYTE  # a plain text file is one article
TABLE_FILE_BYTES = 512 * MEGABYTE  # a table is read whole
TOKEN_FILE_BYTES = 64 * MEGABYTE  # a file of tokens is read whole
XML_FILE_BYTES = 16 * MEGABYTE  # an XML or JSON file that is read whole
XML_DEPTH = 256
HTML_DEPTH = 5_000
HTML_ELEMENTS = 100_000  # of one page; the page of an article has a few thousand
ARCHIVE_BYTES = 64 * MEGABYTE  # a zip archive as it lies on disk
ARCHIVE_MEMBERS = 10_000
MEMBER_BYTES = 32 * MEGABYTE  # one member of it, inflated
ARCHIVE_INFLATED_BYTES = 256 * MEGABYTE  # all members of it together
RATIO = 200  # text deflates by ten to twenty; a member that promises more is a bomb (see `is_bomb`)
COLLECTION_BYTES = 512 * MEGABYTE  # an archive of many articles, as it lies on disk
COLLECTION_MEMBERS = 100_000
COLLECTION_MEMBER_BYTES = 64 * MEGABYTE  # one file of it, inflated
COLLECTION_INFLATED_BYTES = 2_000 * MEGABYTE  # all of its files together
PDF_BYTES = 64 * MEGABYTE
PDF_PAGES = 200
LINE_BYTES = 16 * MEGABYTE  # a line of tokens, of a work package, an element of a list
# One JSONL line is one article with the offsets of its tokens. Of the longest that is taken these come to 18 MB in
# plain Dutch and to 30 in words of two letters; with their texts, as Prodigy has them, to 60 in plain Dutch.
JSONL_LINE_BYTES = 64 * MEGABYTE
TEXT_CHARACTERS = 4 * MEGABYTE  # code points of one article
# Brackets and braces that open in such a line: a token for each character, and the text may be of brackets. More are
# no article, and each takes twenty times the memory of its bytes.
JSONL_LINE_OPENINGS = 2 * TEXT_CHARACTERS + MEGABYTE
FIELD_CHARACTERS = TEXT_CHARACTERS  # of one cell of a table
COLUMNS = 1_000  # of a table
SPANS = 100_000  # spans, events or rejections of one article
STACKED = 1_000  # annotations on one word
STRUCTURES = 200_000  # feature structures of one CAS, its tokens among them
NAME_CHARACTERS = 1_000  # of a title, an identifier, a label
JSON_DEPTH = 32
JSON_INTEGER_DIGITS = 15


def check_file(path: Path, limit: int, what: str) -> None:
    """Refuses a path that is no file (A001) or a file larger than `limit` bytes (A203), before it is read."""
    try:
        is_file, size = path.is_file(), path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    if not is_file:
        raise KnownError("A001", f"{path} is not a file", "name a file")
    if size > limit:
        raise KnownError(
            "A203", f"{path}: {size:,} bytes, where {what} may have {limit:,}", "split it into smaller files"
        )


def check_text(text: str, where: str) -> None:
    """Refuses an article of more code points than TEXT_CHARACTERS (A203)."""
    if len(text) > TEXT_CHARACTERS:
        raise KnownError(
            "A203",
            f"{where}: the text has {len(text):,} characters, where an article may have {TEXT_CHARACTERS:,}",
            "split it into several articles",
        )


def is_bomb(packed: int, inflated: int) -> bool:
    """Whether so many bytes promise to become too many for text; below a megabyte they do no harm."""
    return inflated > MEGABYTE and inflated > RATIO * max(1, packed)


def unreadable(path: Path, error: OSError) -> KnownError:
    """The error for a path that the system does not let us read."""
    return KnownError("A001", f"{path}: {error.strerror or error}", "check the path and its permissions")
