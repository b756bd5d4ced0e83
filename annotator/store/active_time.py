"""The active time that went into documents, by the log: one rule for the window, `stats` and reports.

A gesture's `elapsed_ms` is active already: the window leaves out each pause that is longer than its setting
`idle_limit` when it writes the operation. So all of it counts, however long somebody read before a decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.damage import damaged

if TYPE_CHECKING:
    import sqlite3


def active_ms(
    connection: sqlite3.Connection, actor: str, document_id: str | None = None
) -> list[tuple[int | None, int]]:
    """(document number, active milliseconds) of one annotator's documents, or of the one with that id.

    What the log has of documents that are not in the project stands under None.
    """
    time = "total(max(o.elapsed_ms, 0))"
    every = f"SELECT d.number, {time} FROM operations o LEFT JOIN documents d ON d.id = o.document "
    # Through `touched`, so that one document costs no more in a long log.
    one = (
        f"SELECT d.number, {time} FROM documents d CROSS JOIN touched t ON t.actor = :actor AND t.document = d.number "
        "CROSS JOIN operations o ON o.number = t.operation WHERE d.id = :id AND o.document = d.id "
    )
    query = f"{every}WHERE o.actor = :actor GROUP BY 1" if document_id is None else f"{one}GROUP BY 1"
    rows = connection.execute(query, {"actor": actor, "id": document_id}).fetchall()
    try:
        return [(number, int(milliseconds)) for number, milliseconds in rows]
    except OverflowError as error:  # a sum without end
        raise damaged(f"the time of {actor!r:.80}", error) from error
