"""Who was given which documents, what came back under which replica, and the versions of the guideline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.decision import canonical
from annotator.errors import KnownError
from annotator.store.damage import UNREADABLE, damaged
from annotator.store.documents import require_number

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Assignment:
    """A work package that was made: for whom, with which documents (id -> without suggestions), as signed.

    `guideline` is the guideline's version at the time; `replicas` are the copies it came back from: one, and
    one more each time the annotator restored a backup.
    """

    id: str
    annotator: str
    at: str
    guideline: int
    documents: Mapping[str, bool]
    manifest: Mapping[str, Any]
    replicas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of the guideline: what it says of a label from then on.

    `operations` is the number of the last operation before it; `examples` are free JSON objects.
    """

    version: int
    layer: str
    label: str
    text: str
    examples: tuple[Mapping[str, Any], ...]
    actor: str
    at: str
    operations: int = 0


def add(connection: sqlite3.Connection, assignment: Assignment) -> None:
    """Stores an assignment, inside the caller's transaction; KnownError A107 for a document that is not there."""
    connection.execute(
        "INSERT INTO assignments (id, annotator, at, guideline, manifest) VALUES (?,?,?,?,?)",
        (
            assignment.id, assignment.annotator, assignment.at, assignment.guideline,
            canonical(dict(assignment.manifest)),
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO assigned (assignment, document, is_blind) VALUES (?,?,?)",
        [
            (assignment.id, require_number(connection, document), int(is_blind))
            for document, is_blind in assignment.documents.items()
        ],
    )


def all_of(connection: sqlite3.Connection) -> list[Assignment]:
    """Every assignment, oldest first."""
    query = (
        "SELECT a.id, a.annotator, a.at, a.guideline, a.manifest, "
        "(SELECT json_group_array(r.replica) FROM returned r WHERE r.assignment = a.id) "
        "FROM assignments a ORDER BY a.at, a.rowid"
    )
    documents = (
        "SELECT d.id, s.is_blind FROM assigned s JOIN documents d ON d.number = s.document "
        "WHERE s.assignment = ? ORDER BY d.number"
    )
    try:
        return [
            Assignment(
                id, annotator, at, guideline,
                {document: bool(is_blind) for document, is_blind in connection.execute(documents, (id,)).fetchall()},
                json.loads(manifest), tuple(json.loads(replicas)),
            )
            for id, annotator, at, guideline, manifest, replicas in connection.execute(query).fetchall()
        ]  # fmt: skip
    except UNREADABLE as error:
        raise damaged("an assignment", error) from error


def bind(connection: sqlite3.Connection, assignment: str, replica: str) -> None:
    """Notes that an assignment came back from this copy; KnownError A803 if the copy belongs to another."""
    row = connection.execute("SELECT assignment FROM returned WHERE replica = ?", (replica,)).fetchone()
    if row is not None and row[0] != assignment:
        raise KnownError(
            "A803",
            f"the copy {replica!r:.80} has returned another work package",
            "return each package from its own copy",
        )
    if row is None:
        connection.execute("INSERT INTO returned (replica, assignment) VALUES (?, ?)", (replica, assignment))


def add_rule(connection: sqlite3.Connection, rule: Rule) -> Rule:
    """Stores what the guideline says from now on, as its next version."""
    version = connection.execute("SELECT coalesce(max(version), 0) + 1 FROM guidelines").fetchone()[0]
    operations = connection.execute("SELECT coalesce(max(number), 0) FROM operations").fetchone()[0]
    examples = canonical([dict(one) for one in rule.examples])
    row = (version, rule.layer, rule.label, rule.text, examples, rule.actor, rule.at, operations)
    connection.execute(
        "INSERT INTO guidelines (version, layer, label, text, examples, actor, at, operations) "
        "VALUES (?,?,?,?,?,?,?,?)",
        row,
    )
    return Rule(version, rule.layer, rule.label, rule.text, rule.examples, rule.actor, rule.at, operations)


def rules(connection: sqlite3.Connection) -> list[Rule]:
    """All versions of the guideline, oldest first."""
    query = "SELECT version, layer, label, text, examples, actor, at, operations FROM guidelines ORDER BY version"
    try:
        return [
            Rule(version, layer, label, text, tuple(json.loads(examples)), actor, at, operations)
            for version, layer, label, text, examples, actor, at, operations in connection.execute(query)
        ]
    except UNREADABLE as error:
        raise damaged("a version of the guideline", error) from error
