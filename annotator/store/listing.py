"""The article list by what is asked for: status, labels, open suggestions, disagreement, date, source, words, order."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from annotator.core.decision import STATUSES
from annotator.core.graphemes import is_spaceless
from annotator.store.search import MAX_WORDS, parted, quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

# The last two are of the services, which put in order what the store gives as imported.
Order = Literal["import", "date", "title", "status", "open", "spans", "length", "teaching", "easiest"]
BY_SERVICES = ("teaching", "easiest")
UNDONE = ("todo", "busy")


class Listing(NamedTuple):
    """What the list is to show, and in which order; empty fields and None ask for nothing.

    `statuses`: one of these, where a document with decisions but no status counts as busy. `labels` and
    `without`: all of these are there, or none is. `has_open`: open suggestions. `differs`: another
    annotator has a version of it too, and it is another one (`tallies.digest_of`). `dates`: from (inclusive)
    and to (exclusive), compared as text, "" for no bound. `source`: a part of it. `text`: words, the last
    one a beginning; `not_text`: words none of which is there.
    """

    statuses: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    has_open: bool | None = None
    differs: bool | None = None
    has_comment: bool | None = None
    dates: tuple[str, str] = ("", "")
    source: str = ""
    text: str = ""
    not_text: tuple[str, ...] = ()
    order: Order = "import"
    is_descending: bool = False

    @property
    def has_head(self) -> bool:
        """Whether its first lines are worth having before all the others: it asks for some, or for another order."""
        if self.order in BY_SERVICES:
            return self.has_open is not None
        return self != Listing(is_descending=self.is_descending)


_WITH_SPANS = "SELECT document FROM tallies WHERE actor = :actor AND spans > 0"
_WITH_STATUS = "SELECT document FROM statuses WHERE actor = :actor"
_LABELLED = "SELECT document FROM annotations WHERE actor = :actor AND label = :{name}"
_ANSWERED = "coalesce(t.verdicts, 0)"
_OFFERED = "coalesce(o.suggestions, 0)"
_UNANSWERED = """FROM suggestions g WHERE g.document = d.number AND NOT EXISTS (
    SELECT 1 FROM verdicts v WHERE v.document = d.number AND v.actor = :actor AND v.target = g.id)"""
# Verdicts may be about suggestions that a later run has not: only where there are any is it looked at one by one.
_OPEN = f"({_OFFERED} > {_ANSWERED} OR ({_ANSWERED} > 0 AND EXISTS (SELECT 1 {_UNANSWERED})))"
# Who only remarked on a document, or left it aside, has no version of it.
_HAS_VERSION = """({one}.spans > 0 OR {one}.verdicts > 0 OR EXISTS (SELECT 1 FROM statuses s
    WHERE s.actor = {one}.actor AND s.document = {one}.document AND s.status = 'done'))"""
_DIFFERS = f"""SELECT m.document FROM tallies m WHERE m.actor = :actor AND {_HAS_VERSION.format(one="m")}
AND EXISTS (SELECT 1 FROM tallies x WHERE x.document = m.document AND x.actor != :actor AND x.digest != m.digest
    AND {_HAS_VERSION.format(one="x")})"""
_COMMENTED = "SELECT document FROM comments WHERE actor = :actor"
_ORDERS = {
    "import": "d.number {way}",
    "teaching": "d.number {way}",
    "easiest": "d.number {way}",
    "date": "coalesce(nullif(d.date, ''), '~'), d.number",  # downwards as below: "" is before all dates
    "title": "d.title COLLATE NOCASE {way}, d.number",
    "length": "d.characters {way}, d.number",
    "spans": "coalesce(t.spans, 0) {way}, d.number",
    "open": f"CASE WHEN {_ANSWERED} = 0 THEN {_OFFERED} ELSE (SELECT count(*) {_UNANSWERED}) END {{way}}, d.number",
}

# All keys in one direction are compared at half the cost of keys in two.
_DATE_DOWN = "d.date DESC, -d.number DESC"

# The index holds all that is asked for but titles, in a fifth of the pages; the planner would pass it over.
_NARROW = "documents d INDEXED BY documents_listed"
_TALLIED = (
    " LEFT JOIN tallies t ON t.document = d.number AND t.actor = :actor LEFT JOIN offered o ON o.document = d.number"
)


def listed(connection: sqlite3.Connection, wanted: Listing, actor: str, *, limit: int | None = None) -> list[str]:
    """Ids of the documents asked for, all or the first few; sqlite3.OperationalError when interrupted."""
    found: list[str] = []
    for part in _by_statuses(wanted) if wanted.order == "status" else (wanted,):
        if limit is None or len(found) < limit:
            found += _listed(connection, part, actor, limit=-1 if limit is None else limit - len(found))
    return found


def _by_statuses(wanted: Listing) -> list[Listing]:
    """A listing in the order of statuses as one for each of them: none has to be sorted."""
    statuses = sorted(wanted.statuses or STATUSES, reverse=wanted.is_descending)
    return [wanted._replace(statuses=(one,), order="import", is_descending=False) for one in statuses]


def _listed(connection: sqlite3.Connection, wanted: Listing, actor: str, *, limit: int) -> list[str]:
    conditions, values = _conditions(wanted)
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    order = _DATE_DOWN if wanted.order == "date" and wanted.is_descending else _ORDERS[wanted.order]
    order = order.format(way="DESC" if wanted.is_descending else "ASC")
    # Full text gives its hits in order of import; put into a set first they would cost half as much again.
    table = "documents d" if wanted.order == "title" else _NARROW
    if "words" in values:
        table = f"documents_fts f CROSS JOIN {table} ON d.number = f.rowid"
        if wanted.order == "import":
            order = order.replace("d.number", "f.rowid")
    if wanted.has_open is not None or wanted.order in ("open", "spans"):
        table += _TALLIED
    # One row of JSON: SQLite works through all documents in one call, during which other threads run.
    query = f"SELECT json_group_array(id) FROM (SELECT d.id AS id FROM {table} {where}ORDER BY {order} LIMIT :limit)"
    row = connection.execute(query, {"actor": actor, **values, "limit": limit}).fetchone()
    found: list[str] = json.loads(row[0])
    return found


# What filters ask, the narrowest first; titles, which no narrow index holds, last.
_WARM = (
    "SELECT count(*) FROM documents INDEXED BY documents_listed WHERE date = ''",
    "SELECT count(*) FROM tallies WHERE spans > 0",
    "SELECT count(*) FROM statuses NOT INDEXED WHERE status = ''",
    "SELECT count(*) FROM offered WHERE suggestions = 0",
    "SELECT count(*) FROM annotations INDEXED BY annotations_by_label WHERE actor = :actor",
    "SELECT count(*) FROM documents NOT INDEXED WHERE title = ''",
)


def warm(connection: sqlite3.Connection, actor: str) -> None:
    """Reads the pages that `listed` will need, for idle moments; sqlite3.OperationalError when interrupted."""
    for query in _WARM:
        connection.execute(query, {"actor": actor}).fetchone()


def part(connection: sqlite3.Connection, document: str | None, *, page: int) -> tuple[int, int, list[str]]:
    """(number of all documents, line of the first id, ids) of the unfiltered list about one document, else its head.

    The ids are those of the document's page of so many lines, and of the pages before and after it.
    """
    # Documents are numbered from 1 without gaps and never taken away, so a number is a line.
    total = int(connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0])
    found = connection.execute("SELECT number FROM documents WHERE id = ?", (document or "",)).fetchone()
    first = max(0, ((found[0] - 1) // page - 1) * page) if found else 0
    query = "SELECT id FROM documents INDEXED BY documents_listed WHERE number > ? AND number <= ? ORDER BY number"
    return total, first, [id for (id,) in connection.execute(query, (first, first + 3 * page))]


def _conditions(wanted: Listing) -> tuple[list[str], dict[str, Any]]:
    values: dict[str, Any] = {}
    conditions = _by_number(wanted, values)
    if wanted.has_open is not None:
        conditions.append(_OPEN if wanted.has_open else f"NOT {_OPEN}")
    for bound, sign in zip(wanted.dates, (">=", "<"), strict=True):
        if bound:
            name = f"date{len(values)}"
            values[name] = bound
            conditions.append(f"d.date {sign} :{name} AND d.date != ''")
    if wanted.source:
        values["source"] = wanted.source
        conditions.append("instr(lower(d.source), lower(:source))")
    conditions += _by_words(wanted, values)
    return conditions, values


def _by_words(wanted: Listing, values: dict[str, Any]) -> Iterator[str]:
    """The conditions that are about the words of title and text, by the index where it has them."""
    text, spaceless = parted(wanted.text)
    for piece in spaceless:
        yield _holding(piece, values)
    words = quoted(text)
    if words:
        values["words"] = words
        yield "f.documents_fts MATCH :words"
    asked = (one for unwanted in wanted.not_text for one in (parted(unwanted)[1] or (quoted(unwanted),)) if one)
    # No more than of those that are wanted: SQLite takes a thousand conditions, and a page may have been pasted.
    for unwanted in islice(asked, MAX_WORDS):
        if is_spaceless(unwanted):
            yield f"NOT {_holding(unwanted, values)}"
            continue
        name = f"unwanted{len(values)}"
        values[name] = unwanted
        yield f"d.number NOT IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :{name})"


def _holding(piece: str, values: dict[str, Any]) -> str:
    """The condition that title or text hold these very characters."""
    name = f"piece{len(values)}"
    values[name] = piece
    text = f"EXISTS (SELECT 1 FROM texts x WHERE x.document = d.number AND instr(x.text, :{name}))"
    return f"(instr(d.title, :{name}) OR {text})"


def _by_number(wanted: Listing, values: dict[str, Any]) -> list[str]:
    """The conditions that are about the number of a document alone."""
    sets = []
    for is_not, names in (("", wanted.labels), ("NOT ", wanted.without)):
        for label in dict.fromkeys(names):
            name = f"label{len(values)}"
            values[name] = label
            sets.append((is_not, _LABELLED.format(name=name)))
    for asked, query in ((wanted.differs, _DIFFERS), (wanted.has_comment, _COMMENTED)):
        if asked is not None:
            sets.append(("" if asked else "NOT ", query))
    sets.sort(key=lambda one: one[0])  # those to be in come first
    conditions = [f"{{number}} {is_not}IN ({query})" for is_not, query in sets]
    if wanted.statuses:
        conditions.append(_by_status(wanted.statuses, values))
    if not sets or sets[0][0]:
        return [one.format(number="d.number") for one in conditions]
    # One narrow set is gone through, and the others tried on its numbers before any document is looked up.
    rest = " AND ".join(one.format(number="n.document") for one in conditions[1:])
    return [f"d.number IN (SELECT n.document FROM ({sets[0][1]}) n{' WHERE ' if rest else ''}{rest})"]


def _by_status(statuses: tuple[str, ...], values: dict[str, Any]) -> str:
    """A condition on {number}."""
    values["statuses"] = json.dumps(list(statuses))
    named = "status IN (SELECT value FROM json_each(:statuses))"
    if set(UNDONE) <= set(statuses):  # which of the two makes no difference: it is enough to leave out the others
        return f"{{number}} NOT IN ({_WITH_STATUS} AND NOT {named})"
    parts = []
    if "todo" in statuses:
        parts.append(f"{{number}} NOT IN ({_WITH_STATUS}) AND {{number}} NOT IN ({_WITH_SPANS})")
    if "busy" in statuses:
        parts.append(f"{{number}} NOT IN ({_WITH_STATUS}) AND {{number}} IN ({_WITH_SPANS})")
    parts.append(f"{{number}} IN ({_WITH_STATUS} AND {named})")
    return f"({' OR '.join(f'({part})' for part in parts)})"


def open_scores(connection: sqlite3.Connection, ids: Sequence[str], actor: str) -> dict[str, list[float]]:
    """The scores of the suggestions of these documents that the annotator has not answered; no entry where none is."""
    query = (
        "SELECT d.id, json_group_array(json_extract(g.value, '$.score')) FROM json_each(:ids) wanted "
        "CROSS JOIN documents d ON d.id = wanted.value CROSS JOIN suggestions g ON g.document = d.number "
        "WHERE NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.document = d.number AND v.actor = :actor "
        "AND v.target = g.id) GROUP BY d.id"
    )
    rows = connection.execute(query, {"ids": json.dumps(list(ids)), "actor": actor})
    return {id: json.loads(scores) for id, scores in rows}


def next_undone(connection: sqlite3.Connection, after: str | None, actor: str) -> str | None:
    """The first document after that one, in order of import, that is neither done, flagged nor skipped; wraps round."""
    query = (
        "SELECT d.id FROM documents d LEFT JOIN statuses s ON s.document = d.number AND s.actor = :actor "
        "WHERE d.number {sign} coalesce((SELECT number FROM documents WHERE id = :after), 0) "
        "AND coalesce(s.status, 'todo') IN ('todo', 'busy') ORDER BY d.number LIMIT 1"
    )
    for sign in (">", "<"):
        row = connection.execute(query.format(sign=sign), {"actor": actor, "after": after or ""}).fetchone()
        if row is not None:
            return str(row[0])
    return None


def left_at(connection: sqlite3.Connection, actor: str) -> str | None:
    """The document the annotator decided on last, by hand; not looked for behind a thousand imported decisions."""
    query = "SELECT kind, document FROM operations WHERE actor = ? ORDER BY number DESC LIMIT 1000"
    rows = connection.execute(query, (actor,))
    return next((str(document) for kind, document in rows if kind != "import" and document), None)


def first_undone(connection: sqlite3.Connection, ids: Sequence[str], actor: str) -> str | None:
    """The first of these documents that is neither done, flagged nor skipped."""
    query = (
        "SELECT d.id FROM json_each(:ids) wanted CROSS JOIN documents d ON d.id = wanted.value "
        "LEFT JOIN statuses s ON s.document = d.number AND s.actor = :actor "
        "WHERE coalesce(s.status, 'todo') IN ('todo', 'busy') ORDER BY wanted.key LIMIT 1"
    )
    row = connection.execute(query, {"actor": actor, "ids": json.dumps(list(ids))}).fetchone()
    return None if row is None else str(row[0])
