"""The tables that leads need, added in schema version 2: guideline versions, assignments and what came back."""

from __future__ import annotations

SECOND = """
CREATE TABLE guidelines (
    version INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    examples TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    operations INTEGER NOT NULL
);

CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    annotator TEXT NOT NULL,
    at TEXT NOT NULL,
    guideline INTEGER NOT NULL,
    manifest TEXT NOT NULL
);

CREATE TABLE assigned (
    assignment TEXT NOT NULL REFERENCES assignments (id),
    document INTEGER NOT NULL REFERENCES documents (number),
    is_blind INTEGER NOT NULL,
    PRIMARY KEY (assignment, document)
) WITHOUT ROWID;

CREATE INDEX assigned_by_document ON assigned (document);

CREATE TABLE returned (
    replica TEXT PRIMARY KEY,
    assignment TEXT NOT NULL REFERENCES assignments (id)
) WITHOUT ROWID;
"""

# As schema.APPEND_ONLY: tables whose rows are history, and what a row of each is known by.
APPEND_ONLY = {
    "guidelines": "version = NEW.version",
    "assignments": "id = NEW.id",
    "assigned": "assignment = NEW.assignment AND document = NEW.document",
    "returned": "replica = NEW.replica",
}
