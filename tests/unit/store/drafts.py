"""Projects and operations for tests of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from annotator.core.decision import Decision, Operation, Status
from annotator.core.span import Span
from annotator.store.project import Project

if TYPE_CHECKING:
    from pathlib import Path

_numbers = count(1)


def create(path: Path) -> Project:
    return Project.create(
        path,
        scheme='name = "small"',
        scheme_name="small",
        scheme_version=1,
        tokenizer={"name": "words", "version": 1},
        tokenizer_hash="abc",
    )


def draft(*decisions: Decision, actor: str = "anna", document: str = "d1", **fields: object) -> Operation:
    plain: dict[str, object] = {
        "id": f"o{next(_numbers)}",
        "replica": "",
        "actor": actor,
        "sequence": 0,
        "kind": "create_span",
        "document": document,
        "at": "2026-01-31T12:00:00.000+00:00",
        "decisions": decisions,
        "elapsed_ms": 1000,
        "scheme_version": 1,
    }
    return Operation(**{**plain, **fields})  # type: ignore[arg-type]


def span(id: str = "s1", start: int = 0, end: int = 2, label: str = "ORG") -> Span:
    return Span(id, "entities", label, ((start, end),))


def made(value: Span, *, document: str = "d1") -> Decision:
    return Decision(document, "span", value.id, None, value)


def status(before: str, after: str, *, document: str = "d1") -> Decision:
    return Decision(document, "status", "", Status(before), Status(after))


def tamper(path: Path, *statements: str) -> None:
    """Changes a closed project behind its back, the triggers that forbid it taken away and put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
