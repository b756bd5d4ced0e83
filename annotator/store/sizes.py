"""What is asked of operations without reading them whole: size, what they go back to, what was imported since."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def of_operation(connection: sqlite3.Connection, operation_id: str) -> int:
    """Characters that the decisions of an operation take in the log; 0 where there is none of that id."""
    row = connection.execute("SELECT length(decisions) FROM operations WHERE id = ?", (operation_id,)).fetchone()
    return 0 if row is None else int(row[0])


def origin_of(connection: sqlite3.Connection, operation_id: str) -> str:
    """Id of the operation at the end of the chain of undos and redos that this one is."""
    query = """
        WITH RECURSIVE chain (id, reverts) AS (
            SELECT id, reverts FROM operations WHERE id = ?
            UNION ALL SELECT o.id, o.reverts FROM operations o JOIN chain ON o.id = chain.reverts
        ) SELECT id FROM chain WHERE reverts IS NULL
    """
    row = connection.execute(query, (operation_id,)).fetchone()
    return operation_id if row is None else str(row[0])


def imported_since(connection: sqlite3.Connection, operation_id: str) -> list[str]:
    """Ids of the documents of an operation that its actor brought something from a file into after it."""
    query = """
        SELECT d.id FROM operations o
        CROSS JOIN operations i ON i.actor = o.actor AND i.number > o.number AND i.kind = 'import'
        CROSS JOIN documents d ON d.id = i.document
        CROSS JOIN touched t ON t.actor = o.actor AND t.document = d.number AND t.operation = o.number
        WHERE o.id = ? GROUP BY d.number
    """
    return [row[0] for row in connection.execute(query, (operation_id,))]
