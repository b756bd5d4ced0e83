"""The tables of a project file in their first version, in SQL."""

from __future__ import annotations

# Whatever is decided lives in `operations` alone; the tables under PROJECTION follow from it.
PROJECTION = ("annotations", "verdicts", "comments", "statuses", "touched", "tallies")

FIRST = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE schemes (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL
);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    characters INTEGER NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    meta TEXT NOT NULL
);

CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    tokens BLOB NOT NULL,
    sentences BLOB NOT NULL,
    regions TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE suggestion_runs (
    number INTEGER PRIMARY KEY,
    description TEXT NOT NULL UNIQUE
);

CREATE TABLE suggested (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    run INTEGER NOT NULL REFERENCES suggestion_runs (number)
);

CREATE TABLE suggestions (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (document, id)
);

CREATE TABLE operations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    replica TEXT NOT NULL,
    actor TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    kind TEXT NOT NULL,
    document TEXT NOT NULL,
    at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    reverts TEXT REFERENCES operations (id),
    sources TEXT NOT NULL,
    origin TEXT NOT NULL,
    scheme_version INTEGER NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    decisions TEXT NOT NULL,
    UNIQUE (replica, actor, sequence)
);

CREATE INDEX operations_by_actor ON operations (actor, number, kind, id, reverts);

CREATE TABLE annotations (
    document INTEGER NOT NULL REFERENCES documents (number),
    actor TEXT NOT NULL,
    target TEXT NOT NULL,
    layer TEXT NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    is_event INTEGER NOT NULL,
    origin TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document, actor, target)
) WITHOUT ROWID;

CREATE TABLE verdicts (
    document INTEGER NOT NULL REFERENCES documents (number),
    actor TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document, actor, target)
) WITHOUT ROWID;

CREATE TABLE comments (
    document INTEGER NOT NULL REFERENCES documents (number),
    actor TEXT NOT NULL,
    target TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document, actor, target)
) WITHOUT ROWID;

CREATE TABLE statuses (
    document INTEGER NOT NULL REFERENCES documents (number),
    actor TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (actor, document)
) WITHOUT ROWID;

CREATE INDEX statuses_by_value ON statuses (actor, status);

CREATE TABLE touched (
    actor TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number),
    operation INTEGER NOT NULL REFERENCES operations (number),
    PRIMARY KEY (actor, document, operation)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, text,
    content = '',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);
"""

# Tables whose rows are history, never changed, never taken away, and what a row of each is known by.
APPEND_ONLY = {
    "operations": "number = NEW.number OR id = NEW.id"
    " OR (replica = NEW.replica AND actor = NEW.actor AND sequence = NEW.sequence)",
    "schemes": "number = NEW.number",
    "documents": "number = NEW.number OR id = NEW.id OR sha256 = NEW.sha256",
    "texts": "document = NEW.document",
}


def append_only_triggers(table: str, known_by: str = "") -> str:
    """SQL of the triggers that refuse UPDATE, DELETE and REPLACE on a table, whose rows are known by a condition.

    REPLACE takes rows away without a DELETE trigger unless a connection asks for it, so it has its own.
    """
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;\n"
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE {known_by or APPEND_ONLY[table]})"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}"
    )
