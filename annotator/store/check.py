"""Checking a project file from end to end, and mending what follows from the log."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core import suggestion as suggestion_json
from annotator.core.span import Event, Span, from_json
from annotator.core.text import fragments_problem, sha256_of
from annotator.errors import BugError, KnownError
from annotator.store import creation, documents, kinds, log, opening, projection, tallies
from annotator.store.connection import is_in_transaction, peek, writing
from annotator.store.damage import UNREADABLE
from annotator.store.migrations import deviations, migrate, newest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.document import Document

MOST_OF_A_CODE = 50  # findings told one by one; a broken disk can have a million
_UNREADABLE = (KnownError, BugError, *UNREADABLE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: `code` is the kind (see CODES), `what` in words, `where` the object or id."""

    code: str
    what: str
    where: str


CODES: dict[str, str] = {
    "schema": "tables, indexes, triggers or views that are not those of a project",
    "sqlite": "SQLite's own integrity check, or a page that cannot be read",
    "column": "a column holds values of another kind than it is for",
    "reference": "a row points at one that is not there",
    "meta": "the settings or the scheme are missing or altered",
    "chain": "an operation was altered, taken out or put in",
    "projection": "the current state does not follow from the log (`--rebuild` mends it)",
    "search": "the search index misses documents (`--rebuild` mends it)",
    "text": "a text does not match its hash, or cannot be read",
    "tokens": "tokens or sentences do not fit their text",
    "offsets": "a span or suggestion lies outside its text",
    "role": "a role is filled by nothing that exists",
}


def check_file(path: Path) -> list[Finding]:
    """All findings on a file, read-only, even when it could not be opened as a project for its schema.

    Raises KnownError A001, A101 (not a project), A102 (made by a newer program).
    """
    opening.require_ours(path, *peek(path))
    try:
        with closing(opening.connect_reading(path.resolve())) as connection:
            opening.require_ours(path, *peek(path)[:1], opening.version_of(connection))
            return findings(connection)
    except sqlite3.DatabaseError as error:
        return [Finding("sqlite", str(error), path.name)]


def findings(connection: sqlite3.Connection) -> list[Finding]:
    """All findings on an open project; at most MOST_OF_A_CODE of each code are told one by one."""
    told: list[Finding] = []
    number: Counter[str] = Counter()
    with _snapshot(connection):
        for finding in _all(connection):
            number[finding.code] += 1
            if number[finding.code] <= MOST_OF_A_CODE:
                told.append(finding)
    told += [
        Finding(code, f"{count - MOST_OF_A_CODE} more of this kind", "")
        for code, count in number.items()
        if count > MOST_OF_A_CODE
    ]
    return told


@contextmanager
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    # One read transaction, so that a writer beside us does not shift the ground between two checks.
    if is_in_transaction(connection):
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if is_in_transaction(connection):
            connection.execute("ROLLBACK")


def _all(connection: sqlite3.Connection) -> Iterator[Finding]:
    version = opening.version_of(connection)
    wrong = deviations(connection, version)
    yield from (Finding("schema", what, "schema") for what in wrong)
    if any(what.startswith("view ") for what in wrong):
        return  # it may never end, and stand where the search index looks its own tables up
    yield from _guarded(_sqlite, connection)
    if wrong or version != newest():
        yield from _columns(connection, version)
        return  # what stands in tables that are not ours means nothing
    for part in (_kinds, _meta, _chains, _projection, _documents, _spans, _search):
        yield from _guarded(part, connection)


def _guarded(
    part: Callable[[sqlite3.Connection], Iterator[Finding]], connection: sqlite3.Connection
) -> Iterator[Finding]:
    try:
        yield from part(connection)
    except sqlite3.DatabaseError as error:
        yield Finding("sqlite", str(error), part.__name__.strip("_"))


def _columns(connection: sqlite3.Connection, version: int) -> Iterator[Finding]:
    # lazy: sqlite_utils imports pandas where that is installed, and a sound file never comes here
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as scratch:
        scratch.execute("BEGIN")
        migrate(scratch, since=0, up_to=version)
        wanted = Database(scratch, execute_plugins=False, strict=True)
        there = Database(connection, execute_plugins=False, strict=True)
        for name in sorted(set(wanted.table_names()) & set(there.table_names())):
            ours, theirs = wanted.table(name).columns_dict, there.table(name).columns_dict
            for column in sorted(set(ours) ^ set(theirs)):
                yield Finding(
                    "schema", f"column {column} is {'missing' if column in ours else 'not ours'}", f"table {name}"
                )


def _kinds(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, column, number in kinds.wrong(connection):
        yield Finding("column", f"{column} holds values of another kind: {number}", f"table {table}")


def _sqlite(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (verdict,) in connection.execute(f"PRAGMA integrity_check({MOST_OF_A_CODE})").fetchall():
        if verdict != "ok":
            yield Finding("sqlite", str(verdict), "integrity_check")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("reference", f"points at a row of {parent} that is missing", f"{table} {row or ''}".strip())


def _meta(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        creation.require_complete(connection, Path())
    except KnownError as error:
        yield Finding("meta", error.what, "meta")
    for number, source, sha256 in connection.execute("SELECT number, source, sha256 FROM schemes"):
        if isinstance(source, str) and sha256_of(source) != sha256:
            yield Finding("meta", "the scheme does not match its hash", f"scheme {number}")


def _chains(connection: sqlite3.Connection) -> Iterator[Finding]:
    for broken in log.broken_links(connection):
        yield Finding("chain", f"{broken.code}: {broken.what}", f"operation {broken.operation}")


_MISCOUNTED = """
WITH counted AS (SELECT document, count(*) AS suggestions FROM suggestions GROUP BY document)
SELECT document FROM (SELECT document, suggestions FROM counted EXCEPT SELECT document, suggestions FROM offered)
UNION
SELECT document FROM (SELECT document, suggestions FROM offered EXCEPT SELECT document, suggestions FROM counted)
"""


def _projection(connection: sqlite3.Connection) -> Iterator[Finding]:
    with _rebuilt(connection) as (scratch, problem):
        if problem is not None:
            yield problem
            return
        for table, key in projection.differences(connection, scratch):
            yield Finding("projection", f"{table} do not follow from the log", " ".join(map(str, key)))
    for (number,) in connection.execute(_MISCOUNTED):
        yield Finding("projection", "the suggestions are not as many as was noted", f"document {number}")


@contextmanager
def _rebuilt(connection: sqlite3.Connection) -> Iterator[tuple[sqlite3.Connection, Finding | None]]:
    # An unnamed database spills to a temporary file: memory stays flat for any length of log.
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.execute("BEGIN")
        migrate(scratch, since=0)
        operation_id = ""
        try:
            number_of = _numbers(connection).__getitem__
            for number, operation in log.each(connection):
                operation_id = operation.id
                projection.project(scratch, operation, number, number_of)
        except _UNREADABLE as error:
            yield scratch, Finding("projection", f"the log cannot be replayed: {error}", f"operation {operation_id}")
        else:
            yield scratch, None


def _numbers(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT id, number FROM documents").fetchall())


def _documents(connection: sqlite3.Connection) -> Iterator[Finding]:
    lengths = dict(connection.execute("SELECT number, characters FROM documents").fetchall())
    for number, document in documents.each(connection):
        if isinstance(document, str):
            yield Finding("text", document, f"document {number}")
            continue
        where = f"document {document.id}"
        if sha256_of(document.text) != document.sha256:
            yield Finding("text", "the text does not match its hash", where)
        if len(document.text) != lengths[number]:
            yield Finding("text", "the text is not as long as was noted", where)
        yield from (Finding("tokens", problem, where) for problem in _token_problems(document))


def _token_problems(document: Document) -> Iterator[str]:
    text, end_before = document.text, 0
    for start, end in document.tokens.ranges:
        if not end_before <= start < end <= len(text):
            yield f"token [{start}, {end}) is out of order or outside the text"
            return
        if text[start].isspace() or text[end - 1].isspace():
            yield f"token [{start}, {end}) begins or ends with white space"
            return
        end_before = end
    last = 0
    for first, stop in document.sentences:
        if not last <= first < stop <= len(document.tokens):
            yield f"sentence [{first}, {stop}) does not fit the tokens"
            return
        last = stop
    for region in document.regions:
        if not 0 <= region.start < region.end <= len(text):
            yield f"region {region.kind} lies outside the text"


def _spans(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = (
        "SELECT a.value, d.characters, d.id, a.actor, a.document FROM annotations a "
        "JOIN documents d ON d.number = a.document"
    )
    for value, characters, document_id, actor, number in connection.execute(query):
        try:
            span = from_json(json.loads(value))
            problem = fragments_problem(span.fragments, characters)
        except _UNREADABLE as error:
            yield Finding("projection", f"a span cannot be read ({error})", f"document {document_id}, {actor}")
            continue
        where = f"span {span.id} of {actor} in document {document_id}"
        if problem:
            yield Finding("offsets", problem, where)
        yield from (Finding("role", problem, where) for problem in _role_problems(connection, span, number, actor))
    query = "SELECT g.value, d.characters, d.id FROM suggestions g JOIN documents d ON d.number = g.document"
    for value, characters, document_id in connection.execute(query):
        try:
            problem = fragments_problem(suggestion_json.from_json(json.loads(value)).fragments, characters)
        except _UNREADABLE as error:
            problem = f"a suggestion cannot be read ({error})"
        if problem:
            yield Finding("offsets", problem, f"suggestion in document {document_id}")


_FILLER = """
SELECT EXISTS (SELECT 1 FROM annotations WHERE document = :document AND actor = :actor AND target = :target)
    OR EXISTS (SELECT 1 FROM suggestions WHERE document = :document AND id = :target)
"""


def _role_problems(connection: sqlite3.Connection, span: Span, number: int, actor: str) -> Iterator[str]:
    if not isinstance(span, Event):
        return
    for argument in span.arguments:
        if not argument.is_mentioned:
            continue
        values: dict[str, Any] = {"document": number, "actor": actor, "target": argument.span}
        if not connection.execute(_FILLER, values).fetchone()[0]:
            yield f"{argument.role} is filled by {argument.span}, which does not exist"


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = (
        "SELECT id FROM documents WHERE number NOT IN (SELECT id FROM documents_fts_docsize) ORDER BY number LIMIT 1"
    )
    row = connection.execute(query).fetchone()
    if row:
        yield Finding("search", "the search index misses documents", f"document {row[0]} and others")


def rebuild(connection: sqlite3.Connection, path: Path) -> None:
    """Empties the projection and replays the log onto it, all or nothing; refills a search index with gaps.

    Raises KnownError A105 where the log itself does not verify: nothing sound follows from it.
    """
    broken = next(log.broken_links(connection), None)
    if broken is not None:
        raise KnownError("A105", f"operation {broken.operation}: {broken.what}", "restore a backup")
    has_gaps = any(True for _ in _search(connection))
    with writing(connection, path):
        projection.clear(connection)
        try:
            projection.replay(connection, log.each(connection), _numbers(connection).__getitem__)
        except _UNREADABLE as error:
            raise KnownError("A105", f"the log cannot be replayed ({error})", "restore a backup") from error
        try:
            tallies.fill_offered(connection)
        except sqlite3.IntegrityError as error:
            raise KnownError("A105", f"the suggestions cannot be counted ({error})", "restore a backup") from error
        if has_gaps:
            documents.refill_search(connection)
