"""Full-text search over titles and texts, with the user's words safely quoted."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from annotator.core.graphemes import is_spaceless
from annotator.core.text import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Mapping

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
MAX_WORDS = 32
_SHORTEST_PREFIX = 2  # the index holds prefixes of two and three letters; one letter would be a slow scan


# Letters that SQLite's tokenizer leaves as they are, since Unicode does not take them apart, and what people type.
_PLAIN = {
    one: other
    for letter, plain in zip("ıłøđəßæœ", ("i", "l", "o", "d", "e", "ss", "ae", "oe"), strict=True)
    for one, other in ((letter, plain), (letter.upper() if letter not in "ıß" else "ẞ", plain))
}
# Characters that the index keeps, though people type their letters: a PDF has them. The longest come first.
_OF_F = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_IJ = {"ij": "ĳ"}
_LIGATURES = {**_OF_F, **_IJ, "IJ": "Ĳ"}
_LETTERS = re.compile(f"[{''.join(_PLAIN)}]")
_TABLE = str.maketrans(_PLAIN)


def as_indexed(text: str) -> str:
    """A title or text as the search index takes it: each word in one piece, with the letters that people type."""
    text = without_hyphens(text)
    return text if text.isascii() else text.translate(_TABLE)


def without_hyphens(text: str) -> str:
    """The same as the index took it in schema version 5."""
    return text.replace(SOFT_HYPHEN, "")


def has_letters(text: str) -> bool:
    """Whether it has letters that the index took as they are until schema version 6."""
    return _LETTERS.search(text) is not None


def quoted(text: str) -> str:
    """An FTS5 query that finds all words of untrusted text, or "" where it holds no word.

    "…" is a phrase; a last word not followed by a space is taken as the beginning of one.
    """
    text = as_indexed(text.replace("\x00", " "))
    terms: list[str] = []
    for match in list(_PIECE.finditer(text))[:MAX_WORDS]:
        phrase, word = match.group(1), match.group(2)
        content = (phrase if phrase is not None else word).replace('"', " ").strip()
        if not any(character.isalnum() for character in content):
            continue
        is_last = match.end() == len(text)
        is_prefix = word is not None and is_last and len(content) >= _SHORTEST_PREFIX and content[-1].isalnum()
        ways = [f'"{way}"' + ("*" if is_prefix else "") for way in _ways(content)]
        terms.append(ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})")
    return " AND ".join(terms)


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """The words that the index has, and those in scripts that set none apart, of which it has whole clauses."""
    spaceless = [match for match in list(_PIECE.finditer(text))[:MAX_WORDS] if is_spaceless(match[0])]
    rest = text
    for match in reversed(spaceless):
        rest = rest[: match.start()] + rest[match.end() :]
    return rest, tuple(match[1] or match[2] for match in spaceless)


def _ways(content: str) -> tuple[str, ...]:
    """Words with their letters one by one, and as a text has them where some stand in one character."""
    typed = content
    for letters, one in _LIGATURES.items():
        typed = typed.replace(one, letters)
    lower = typed.lower()  # as the index does not mind case
    # The i of fijn stands with the f in one text, with the j in another.
    ways = (_joined(_joined(lower, _OF_F), _IJ), _joined(_joined(lower, _IJ), _OF_F), _joined(lower, _IJ))
    return (typed, *(way for way in dict.fromkeys(ways) if way != lower))


def _joined(content: str, ligatures: Mapping[str, str]) -> str:
    for letters, one in ligatures.items():
        content = content.replace(letters, one)
    return content


def find(connection: sqlite3.Connection, text: str) -> list[str]:
    """Ids of the documents that match, in order of import; none for a text without a word, or when interrupted."""
    query = quoted(text)
    if not query:
        return []
    try:
        found = connection.execute(
            "SELECT d.id FROM documents_fts f JOIN documents d ON d.number = f.rowid "
            "WHERE documents_fts MATCH ? ORDER BY f.rowid",
            (query,),
        )
        return [row[0] for row in found]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return []
        raise
