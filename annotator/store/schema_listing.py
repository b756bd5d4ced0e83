"""What the list of articles is asked for, in narrow tables and indexes, added in schema version 4."""

from __future__ import annotations

# `tallies` follows from the log, `offered` from the suggestions. `documents_listed` holds what a list shows or asks
# for of all documents at once: a fifth of the pages of the table itself. `annotations_of_events` is small where
# there are few events, and costs nothing where a decision is about another span.
FOURTH = """
CREATE TABLE tallies (
    document INTEGER NOT NULL REFERENCES documents (number),
    actor TEXT NOT NULL,
    spans INTEGER NOT NULL,
    verdicts INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    PRIMARY KEY (document, actor)
) WITHOUT ROWID;

CREATE TABLE offered (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    suggestions INTEGER NOT NULL
);

CREATE INDEX documents_listed ON documents (number, id, date, source, characters);

CREATE INDEX annotations_of_events ON annotations (document, actor) WHERE is_event;
"""
