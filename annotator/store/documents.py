"""Documents in a project: adding them in bulk, reading one whole, and the rows of the article list."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.decision import STATUSES, canonical
from annotator.core.document import Document, Region
from annotator.core.text import SOFT_HYPHEN, sha256_of, unkeepable
from annotator.core.tokens import Tokens
from annotator.errors import BugError, KnownError
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.packing import pack, unpack
from annotator.store.search import as_indexed, has_letters, without_hyphens

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

_BATCH = 64  # documents held at a time while adding: memory stays flat however many come


class Added(NamedTuple):
    """What an import did: ids added (as stored), and (id as given, id already there) of known texts."""

    added: tuple[str, ...]
    duplicates: tuple[tuple[str, str], ...]


class DocumentRow(NamedTuple):
    """One line of the article list for one annotator.

    `open_suggestions` counts those without a verdict, also where a span of the annotator's own is in the way:
    `covered` tells how many those are.
    """

    id: str
    title: str
    date: str
    source: str
    characters: int
    status: str
    spans: int
    open_suggestions: int
    comments: int


def add(connection: sqlite3.Connection, documents: Iterable[Document]) -> Added:
    """Adds documents inside the caller's transaction; a text already there (same SHA-256) is reported, not added.

    An id that is taken gets a suffix (-2, -3 …). Raises KnownError A206 for a text no export could carry.
    """
    added: list[str] = []
    duplicates: list[tuple[str, str]] = []
    suffixes: dict[str, int] = {}
    number = connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0]
    source = iter(documents)
    while batch := list(islice(source, _BATCH)):
        hashes: dict[str, str] = {}
        ids: set[str] = set()
        fresh: list[tuple[int, str, Document]] = []
        for document in batch:
            _require_sound(document)
            known = hashes.get(document.sha256) or find_by_hash(connection, document.sha256)
            if known is not None:
                duplicates.append((document.id, known))
                continue
            unique = _unique_id(connection, document.id, ids, suffixes)
            number += 1
            fresh.append((number, unique, document))
            hashes[document.sha256] = unique
            ids.add(unique)
        _insert(connection, fresh)
        added.extend(unique for _, unique, _ in fresh)
    return Added(tuple(added), tuple(duplicates))


def _require_sound(document: Document) -> None:
    if not document.id:
        raise BugError("a document needs an id")
    found = unkeepable(document.text) if "\x00" in document.text or not _is_encodable(document.text) else None
    if found:
        raise KnownError(
            "A206", f"{document.id}: character {found[0]} is a {found[1]}", "mend the file, then import it again"
        )
    if sha256_of(document.text) != document.sha256:
        raise BugError(f"the hash of document {document.id} is not that of its text")


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unique_id(connection: sqlite3.Connection, wanted: str, ids: set[str], suffixes: dict[str, int]) -> str:
    candidate = wanted
    while candidate in ids or number_of(connection, candidate) is not None:
        suffixes[wanted] = suffixes.get(wanted, 1) + 1
        candidate = f"{wanted}-{suffixes[wanted]}"
    return candidate


def _insert(connection: sqlite3.Connection, fresh: Sequence[tuple[int, str, Document]]) -> None:
    connection.executemany(
        "INSERT INTO documents (number, id, title, date, source, characters, sha256, meta) VALUES (?,?,?,?,?,?,?,?)",
        (
            (
                number, unique, document.title, _column(document, "date"), _column(document, "source"),
                len(document.text), document.sha256, canonical(dict(document.meta)),
            )
            for number, unique, document in fresh
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO texts (document, tokens, sentences, regions, text) VALUES (?,?,?,?,?)",
        (
            (
                number, pack(document.tokens.ranges), pack(document.sentences),
                canonical([[r.kind, r.start, r.end, r.value] for r in document.regions]), document.text,
            )
            for number, _, document in fresh
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO documents_fts (rowid, title, text) VALUES (?,?,?)",
        ((number, as_indexed(document.title), as_indexed(document.text)) for number, _, document in fresh),
    )


def refill_search(connection: sqlite3.Connection) -> None:
    """Empties the search index and fills it from the texts, inside the caller's transaction."""
    connection.execute("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
    connection.create_function("as_indexed", 1, as_indexed, deterministic=True)
    connection.execute(
        "INSERT INTO documents_fts (rowid, title, text) SELECT d.number, as_indexed(d.title), as_indexed(t.text) "
        "FROM documents d JOIN texts t ON t.document = d.number ORDER BY d.number"
    )


def index_whole_words(connection: sqlite3.Connection) -> None:
    """Indexes anew what holds soft hyphens, for a project of before, inside the caller's transaction."""
    query = (
        "SELECT d.number FROM documents d JOIN texts t ON t.document = d.number "
        "WHERE (instr(t.text, :soft) OR instr(d.title, :soft)) AND d.number IN (SELECT id FROM documents_fts_docsize)"
    )
    numbers = [number for (number,) in connection.execute(query, {"soft": SOFT_HYPHEN})]
    _index_anew(connection, numbers, was=str, is_now=without_hyphens)


def index_plain_letters(connection: sqlite3.Connection) -> None:
    """Indexes anew what holds ı, ł, ø, đ, ə, ß, æ or œ, for a project of before, inside the caller's transaction."""
    query = (
        "SELECT d.number, d.title, t.text FROM documents d JOIN texts t ON t.document = d.number "
        "WHERE d.number IN (SELECT id FROM documents_fts_docsize)"
    )
    numbers = [number for number, title, text in connection.execute(query) if has_letters(title) or has_letters(text)]
    _index_anew(connection, numbers, was=without_hyphens, is_now=as_indexed)


def _index_anew(
    connection: sqlite3.Connection,
    numbers: Iterable[int],
    *,
    was: Callable[[str], str],
    is_now: Callable[[str], str],
) -> None:
    one = "SELECT d.title, t.text FROM documents d JOIN texts t ON t.document = d.number WHERE d.number = ?"
    for number in numbers:
        title, text = connection.execute(one, (number,)).fetchone()
        # The index holds no texts: to take a row out it has to be told what it was made of.
        connection.execute(
            "INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (number, was(title), was(text)),
        )
        connection.execute(
            "INSERT INTO documents_fts (rowid, title, text) VALUES (?, ?, ?)", (number, is_now(title), is_now(text))
        )


def _column(document: Document, key: str) -> str:
    value = document.meta.get(key, "")
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def number_of(connection: sqlite3.Connection, document_id: str) -> int | None:
    """The row number of a document, in order of import, or None."""
    if not (document_id.isascii() or _is_encodable(document_id)):
        return None  # bytes of a command line that are no text, or half a character in a script
    row = connection.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
    return None if row is None else int(row[0])


def hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """Id -> SHA-256 of the text, of all documents."""
    return dict(connection.execute("SELECT id, sha256 FROM documents").fetchall())


def require_number(connection: sqlite3.Connection, document_id: str) -> int:
    """The row number of a document; raises KnownError A107 where there is none."""
    number = number_of(connection, document_id)
    if number is None:
        raise KnownError(
            "A107",
            f"there is no document {document_id!r:.80}",
            "`annotator export PROJECT --format jsonl --out FILE` shows the ids",
        )
    return number


def find_by_hash(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The id of the document with that text, or None."""
    row = connection.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else str(row[0])


def ids(connection: sqlite3.Connection) -> list[str]:
    """All document ids, in order of import."""
    return [
        row[0] for row in connection.execute("SELECT id FROM documents INDEXED BY documents_listed ORDER BY number")
    ]


def ids_with_status(connection: sqlite3.Connection, actor: str, statuses: Sequence[str]) -> list[str]:
    """Ids of the documents in one of these states for one annotator, in order of import."""
    query = (
        "SELECT d.id FROM documents d LEFT JOIN statuses s ON s.document = d.number AND s.actor = :actor "
        "WHERE coalesce(s.status, 'todo') IN (SELECT value FROM json_each(:statuses)) ORDER BY d.number"
    )
    if "todo" not in statuses:  # what has no row is todo: without it, only the rows that are there need be read
        query = (
            "SELECT d.id FROM statuses s CROSS JOIN documents d ON d.number = s.document WHERE s.actor = :actor "
            "AND s.status IN (SELECT value FROM json_each(:statuses)) ORDER BY s.document"
        )
    values = {"actor": actor, "statuses": json.dumps(list(statuses))}
    return [row[0] for row in connection.execute(query, values)]


def undone_with_text(connection: sqlite3.Connection, text: str, actor: str) -> list[str]:
    """Ids of the documents that hold `text` exactly and are not done for the annotator, in order of import."""
    query = (
        "SELECT d.id FROM documents d JOIN texts t ON t.document = d.number "
        "LEFT JOIN statuses s ON s.document = d.number AND s.actor = :actor "
        "WHERE coalesce(s.status, 'todo') != 'done' AND instr(t.text, :text) ORDER BY d.number"
    )
    return [row[0] for row in connection.execute(query, {"actor": actor, "text": text})]


def read(connection: sqlite3.Connection, document_id: str) -> Document:
    """One document whole; raises KnownError A107 where there is none, A105 where it cannot be read."""
    number = require_number(connection, document_id)
    row = connection.execute(
        "SELECT d.id, d.title, d.sha256, d.meta, t.text, t.tokens, t.sentences, t.regions "
        "FROM documents d JOIN texts t ON t.document = d.number WHERE d.number = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise KnownError("A105", f"the text of document {document_id} is missing", "restore a backup")
    return _document(row)


def each(connection: sqlite3.Connection) -> Iterator[tuple[int, Document | str]]:
    """All documents with their numbers in order of import; one that cannot be read gives the reason instead."""
    query = (
        "SELECT d.id, d.title, d.sha256, d.meta, t.text, t.tokens, t.sentences, t.regions, d.number "
        "FROM documents d LEFT JOIN texts t ON t.document = d.number ORDER BY d.number"
    )
    for *row, number in connection.execute(query):
        try:
            yield number, _document(row)
        except KnownError as error:
            yield number, error.what


def _document(row: Sequence[object]) -> Document:
    document_id, title, sha256, meta, text, tokens, sentences, regions = row
    try:
        if not isinstance(text, str):
            raise ValueError("its text is missing")
        if not isinstance(title, str):
            raise ValueError("its title is no text")
        known = json.loads(meta)  # type: ignore[arg-type]  # checked by the except below
        if not isinstance(known, dict):
            raise ValueError("its meta are no object")
        ranges = unpack(tokens, limit=len(text))  # type: ignore[arg-type]
        return Document(
            id=str(document_id),
            title=title,
            text=text,
            sha256=str(sha256),
            tokens=Tokens(ranges),
            sentences=unpack(sentences, limit=len(ranges)),  # type: ignore[arg-type]
            regions=tuple(Region(kind, start, end, value) for kind, start, end, value in json.loads(regions)),  # type: ignore[arg-type]
            meta=known,
        )
    except UNREADABLE as error:
        raise damaged(f"document {document_id!s:.80}", error) from error


_ROWS = """
SELECT d.id, d.title, d.date, d.source, d.characters, coalesce(s.status, 'todo'),
    coalesce(t.spans, 0),
    coalesce(o.suggestions, 0) - CASE WHEN coalesce(t.verdicts, 0) = 0 THEN 0 ELSE
    (SELECT count(*) FROM verdicts v JOIN suggestions g ON g.document = v.document AND g.id = v.target
       WHERE v.document = d.number AND v.actor = :actor) END,
    (SELECT count(*) FROM comments c WHERE c.document = d.number AND c.actor = :actor)
FROM json_each(:ids) wanted
JOIN documents d ON d.id = wanted.value
LEFT JOIN statuses s ON s.document = d.number AND s.actor = :actor
LEFT JOIN tallies t ON t.document = d.number AND t.actor = :actor
LEFT JOIN offered o ON o.document = d.number
ORDER BY wanted.key
"""


def rows(connection: sqlite3.Connection, wanted: Sequence[str], actor: str) -> list[DocumentRow]:
    """The list rows of the documents named, in that order; ids that are not there are left out."""
    values = {"ids": json.dumps(list(wanted)), "actor": actor}
    found = [DocumentRow(*row) for row in connection.execute(_ROWS, values)]
    for row in found:
        if not (isinstance(row.title, str) and isinstance(row.date, str) and isinstance(row.source, str)):
            raise damaged(f"document {row.id}", ValueError("its title, date or source are bytes"))
        if row.status not in STATUSES:
            raise damaged(f"the status of document {row.id}", ValueError(f"it is {row.status!r:.40}"))
    return found


def counts(connection: sqlite3.Connection, actor: str) -> dict[str, int]:
    """How many documents have each of STATUSES for one annotator; without a status they are todo."""
    found = dict.fromkeys(STATUSES, 0)
    query = "SELECT status, count(*) FROM statuses WHERE actor = ? GROUP BY status"
    found.update(row for row in connection.execute(query, (actor,)).fetchall() if row[0] in found)
    # Documents are numbered from 1 without gaps and never taken away; counting them would read the whole index.
    total = connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0]
    found["todo"] = total - sum(number for status, number in found.items() if status != "todo")
    return found
