"""Suggestions in a project: a run replaces those of a document before it, what roles point at stays."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from annotator.core import suggestion as suggestion_json
from annotator.core.decision import canonical
from annotator.core.text import fragments_problem
from annotator.errors import KnownError
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.documents import require_number
from annotator.store.log import ACTORS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.core.suggestion import Suggestion


# What anybody's events name, or named, as fillers: an argument stands in the log as ["ROLE","filler"], and nothing else
# there ends so. Those that never had any are passed over by SQLite.
_WITH_ARGUMENTS = f"""
SELECT o.decisions FROM ({ACTORS}) a CROSS JOIN touched t ON t.actor = a.actor AND t.document = ?
CROSS JOIN operations o ON o.number = t.operation WHERE instr(o.decisions, '"arguments":[[')
"""
_FILLER = re.compile(r',"([^"\\]+)"\]')


def put(
    connection: sqlite3.Connection, document_id: str, suggestions: Sequence[Suggestion], *, run: Mapping[str, Any]
) -> None:
    """Stores the suggestions of one document, inside the caller's transaction, in place of those before.

    Suggestions that an event of any annotator names as a filler, or named before, stay though the new run has them
    not: an undo, or going back, may bring that event again.
    Raises KnownError A107 (no such document), A504 (a suggestion that does not fit the text).
    """
    number = _checked(connection, document_id, suggestions)
    kept = cited(connection, number) - {suggestion.id for suggestion in suggestions}
    connection.execute(
        "DELETE FROM suggestions WHERE document = ? AND id NOT IN (SELECT value FROM json_each(?))",
        (number, json.dumps(sorted(kept))),
    )
    connection.executemany(
        "INSERT INTO suggestions (document, id, start, stop, value) VALUES (?,?,?,?,?)",
        (
            (number, one.id, one.start, one.end, canonical(suggestion_json.to_json(one)))
            for one in sorted(suggestions, key=lambda one: (one.fragments, one.layer))
        ),
    )
    connection.execute(
        "INSERT INTO suggested (document, run) VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET run = excluded.run",
        (number, _run_number(connection, run)),
    )
    _count(connection, number)


def keep(connection: sqlite3.Connection, document_id: str, suggestions: Iterable[Suggestion]) -> None:
    """Adds suggestions to a document's, inside the caller's transaction; one that is there stays as it is.

    Raises KnownError A107 (no such document), A504 (a suggestion that does not fit the text).
    """
    found = list(suggestions)
    number = _checked(connection, document_id, found)
    connection.executemany(
        "INSERT OR IGNORE INTO suggestions (document, id, start, stop, value) VALUES (?,?,?,?,?)",
        [(number, one.id, one.start, one.end, canonical(suggestion_json.to_json(one))) for one in found],
    )
    _count(connection, number)


def take_away(connection: sqlite3.Connection, number: int, ids: Iterable[str]) -> None:
    """Takes these suggestions from the document of that number, inside the caller's transaction."""
    connection.executemany("DELETE FROM suggestions WHERE document = ? AND id = ?", [(number, id) for id in ids])
    _count(connection, number)


def _count(connection: sqlite3.Connection, number: int) -> None:
    """Notes how many suggestions the document has now: the list asks that of all documents."""
    connection.execute("DELETE FROM offered WHERE document = ?", (number,))
    connection.execute(
        "INSERT INTO offered (document, suggestions) "
        "SELECT document, count(*) FROM suggestions WHERE document = ? GROUP BY document",
        (number,),
    )


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Id -> number of suggestions, of the documents that suggestions were looked for in."""
    query = (
        "SELECT d.id, count(s.id) FROM suggested r JOIN documents d ON d.number = r.document "
        "LEFT JOIN suggestions s ON s.document = r.document GROUP BY r.document"
    )
    return dict(connection.execute(query).fetchall())


def ids(connection: sqlite3.Connection) -> set[str]:
    """Ids of the documents that have any suggestion."""
    query = "SELECT id FROM documents d WHERE EXISTS (SELECT 1 FROM suggestions s WHERE s.document = d.number)"
    return {row[0] for row in connection.execute(query)}


def _checked(connection: sqlite3.Connection, document_id: str, suggestions: Sequence[Suggestion]) -> int:
    """The number of the document; refuses suggestions that do not fit its text."""
    number = require_number(connection, document_id)
    query = "SELECT characters FROM documents WHERE number = ?"
    (characters,) = connection.execute(query, (number,)).fetchone()
    seen: set[str] = set()
    for one in suggestions:
        problem = fragments_problem(one.fragments, characters)
        if problem is None and one.id in seen:
            problem = f"the id {one.id} comes twice"
        if problem is None and not (math.isfinite(one.score) and 0 <= one.score <= 1):
            problem = f"the score {one.score} is not from 0 to 1"
        if problem is not None:
            raise KnownError(
                "A504",
                f"{one.provenance.suggester} gave a suggestion for {document_id} that does not fit: {problem}",
                "leave that suggester out, and report it",
            )
        seen.add(one.id)
    return number


def cited(connection: sqlite3.Connection, number: int) -> set[str]:
    """Ids of what events of any annotator name as fillers in that document, or named before."""
    rows = connection.execute(_WITH_ARGUMENTS, (number,))
    return {filler for (decisions,) in rows for filler in _FILLER.findall(decisions)}


def _run_number(connection: sqlite3.Connection, run: Mapping[str, Any]) -> int:
    description = canonical(dict(run))
    connection.execute("INSERT OR IGNORE INTO suggestion_runs (description) VALUES (?)", (description,))
    row = connection.execute("SELECT number FROM suggestion_runs WHERE description = ?", (description,)).fetchone()
    return int(row[0])


def read(connection: sqlite3.Connection, document_id: str) -> dict[str, Suggestion]:
    """The suggestions of a document by id, in order of position; raises KnownError A107."""
    query = "SELECT value FROM suggestions WHERE document = ? ORDER BY start, stop, id"
    rows = connection.execute(query, (require_number(connection, document_id),))
    try:
        found = [suggestion_json.from_json(json.loads(value)) for (value,) in rows]
    except UNREADABLE as error:
        raise damaged(f"a suggestion for document {document_id}", error) from error
    return {suggestion.id: suggestion for suggestion in found}


def run_of(connection: sqlite3.Connection, document_id: str) -> dict[str, Any] | None:
    """The description of the run stored last for a document (it may have proposed nothing), or None."""
    row = connection.execute(
        "SELECT r.description FROM suggested s JOIN suggestion_runs r ON r.number = s.run WHERE s.document = ?",
        (require_number(connection, document_id),),
    ).fetchone()
    try:
        return None if row is None else dict(json.loads(row[0]))
    except UNREADABLE as error:
        raise damaged(f"what made the suggestions for document {document_id}", error) from error
