"""What an annotator did with suggestions of the same label on the same words before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.text import GAP, covered
from annotator.store.search import quoted

if TYPE_CHECKING:
    import sqlite3

MOST = 500  # documents looked through, those with the highest numbers

# The documents are looked up first: a verdict holds no text, and a frequent word stands in many not decided on.
_QUERY = """
WITH met (document) AS (
    SELECT number FROM documents WHERE id = :document
    UNION SELECT * FROM (
        SELECT document FROM touched WHERE actor = :actor
        INTERSECT SELECT rowid FROM documents_fts WHERE documents_fts MATCH :phrase ORDER BY 1 DESC LIMIT :most
    )
)
SELECT v.outcome, count(*) FROM met CROSS JOIN verdicts v ON v.document = met.document AND v.actor = :actor
CROSS JOIN texts t ON t.document = met.document
WHERE json_extract(v.value, '$.label') = :label AND json_extract(v.value, '$.layer') = :layer
    AND NOT (v.target = :but) AND covered_text(t.text, json_extract(v.value, '$.fragments')) = :text
GROUP BY v.outcome
"""


class Earlier(NamedTuple):
    """How many suggestions were accepted, corrected and rejected."""

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0


def earlier(
    connection: sqlite3.Connection, document: str, layer: str, label: str, text: str, *, actor: str, but: str
) -> Earlier:
    """The actor's verdicts on suggestions of that label on that text (GAP joins fragments), the one `but` left out.

    Looked for in the document and in the last MOST that hold the words and were decided on; raises Interrupted.
    """
    words = quoted(f'"{max(text.split(GAP), key=len)}"')
    connection.create_function("covered_text", 2, _covered, deterministic=True)
    values = {
        "document": document, "layer": layer, "label": label, "text": text, "actor": actor, "but": but,
        "phrase": words or '"\x01"', "most": MOST if words else 0,
    }  # fmt: skip
    counts = dict(connection.execute(_QUERY, values).fetchall())
    return Earlier(**{name: counts.get(name, 0) for name in Earlier._fields})


def _covered(text: str, fragments: str) -> str:
    return covered(text, tuple((start, end) for start, end in json.loads(fragments)))
