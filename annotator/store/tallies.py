"""What an annotator's work on a document comes to: two counts, and a digest that is equal where two say the same."""

from __future__ import annotations

import json
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.core.decision import canonical
from annotator.core.span import Event, Span, from_json

if TYPE_CHECKING:
    import hashlib
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.decision import Decision

    Place = tuple[str, str, str]  # layer, label, fragments as JSON
    PlaceOf = Callable[[str], Place | None]

_MODULUS = 1 << 62  # the sum of two digests still is an integer to SQLite

_ADD = f"""
INSERT INTO tallies (document, actor, spans, verdicts, digest) VALUES (?,?,?,?,?)
ON CONFLICT (document, actor) DO UPDATE SET spans = spans + excluded.spans,
    verdicts = verdicts + excluded.verdicts, digest = (digest + excluded.digest) % {_MODULUS}
"""
# Events of one annotator in one document that may name something: the index holds events alone.
_EVENTS = """
SELECT value FROM annotations INDEXED BY annotations_of_events
WHERE document = ? AND actor = ? AND is_event AND instr(value, ?)
"""


def digest_of(spans: Mapping[str, Span]) -> int:
    """A number that is the same for two annotators just where `core.compare` finds no difference in their spans.

    Layer, label, fragments and attributes count, and so do the places of an event's fillers; ids do not, nor
    do fillers that are no spans of the annotator: open suggestions, and the answer that the text names none.
    """

    def place_of(id: str) -> Place | None:
        return _place(spans.get(id))

    return sum(_weight(span, place_of) for span in spans.values()) % _MODULUS


def _place(span: Span | None) -> Place | None:
    return None if span is None else (span.layer, span.label, canonical(span.fragments))


def _is_elsewhere(before: Span | None, after: Span | None) -> bool:
    if before is None or after is None:
        return before is not after
    return (before.fragments, before.label, before.layer) != (after.fragments, after.label, after.layer)


@cache
def _blake2b() -> Callable[..., hashlib.blake2b]:
    """What hashes, loaded once: an import statement costs at every key."""
    import hashlib  # lazy: it loads OpenSSL, which no reading needs

    return hashlib.blake2b


def _weight(span: Span, place_of: PlaceOf) -> int:
    # Not as JSON: this is done at every key, and takes a tenth of the time.
    what = f"{span.layer}\0{span.label}\0{span.fragments}"
    for name, value in sorted(span.attributes.items()) if span.attributes else ():
        what += f"\0=\0{name}\0{value}"
    if isinstance(span, Event) and span.arguments:
        filled = {(argument.role, place_of(argument.span)) for argument in span.arguments if argument.is_mentioned}
        for role, place in sorted((role, place) for role, place in filled if place is not None):
            what += "\0".join(("\0<", role, *place))
    return int.from_bytes(_blake2b()(what.encode("utf-8"), digest_size=8).digest(), "big") % _MODULUS


class Tallying:
    """Brings the tally of one annotator and document up to some more decisions, which are stored meanwhile.

    Made before they are, and finished afterwards: the places of fillers are read from the tables at both times.
    """

    def __init__(
        self, connection: sqlite3.Connection, document: int, actor: str, decisions: Sequence[Decision]
    ) -> None:
        self._connection, self._key = connection, (document, actor)
        self._spans = self._verdicts = 0
        self._before: dict[str, Span | None] = {}
        self._after: dict[str, Span | None] = {}
        for decision in decisions:
            change = (decision.after is not None) - (decision.before is not None)
            if decision.kind == "verdict":
                self._verdicts += change
            elif decision.kind == "span":
                self._spans += change
                before, after = decision.before, decision.after
                self._before.setdefault(decision.target, before if isinstance(before, Span) else None)
                self._after[decision.target] = after if isinstance(after, Span) else None
        self._pointing = self._that_point()
        self._digest = -self._sum(self._before)

    def finish(self) -> None:
        """Stores the tally; the decisions are in the tables."""
        digest = (self._digest + self._sum(self._after)) % _MODULUS
        self._connection.execute(_ADD, (*self._key, self._spans, self._verdicts, digest))

    def _sum(self, changed: Mapping[str, Span | None]) -> int:
        return sum(_weight(span, self._place_of) for span in (*changed.values(), *self._pointing) if span is not None)

    def _that_point(self) -> list[Span]:
        """Events that stay as they are, but have fillers that come, go or move."""
        moved = [id for id, before in self._before.items() if _is_elsewhere(before, self._after[id])]
        if not moved:
            return []
        named = canonical(moved[0])[1:-1] if len(moved) == 1 else ""
        rows = self._connection.execute(_EVENTS, (*self._key, named)).fetchall()
        events = (from_json(json.loads(value)) for (value,) in rows)
        return [
            event
            for event in events
            if event.id not in self._before
            and isinstance(event, Event)
            and not {argument.span for argument in event.arguments}.isdisjoint(moved)
        ]

    def _place_of(self, id: str) -> Place | None:
        row: Place | None = self._connection.execute(
            "SELECT layer, label, json_extract(value, '$.fragments') FROM annotations "
            "WHERE document = ? AND actor = ? AND target = ?",
            (*self._key, id),
        ).fetchone()
        return row


def fill_all(connection: sqlite3.Connection) -> None:
    """Fills the tables that were added to a project of before, inside the caller's transaction."""
    fill(connection)
    fill_offered(connection)


def fill(connection: sqlite3.Connection) -> None:
    """Makes all tallies anew from the other tables of the projection, inside the caller's transaction."""
    connection.execute("DELETE FROM tallies")
    connection.execute(
        "INSERT INTO tallies (document, actor, spans, verdicts, digest) "
        "SELECT t.document, t.actor, 0, "
        "(SELECT count(*) FROM verdicts v WHERE v.document = t.document AND v.actor = t.actor), 0 "
        "FROM touched t GROUP BY t.document, t.actor"
    )
    rows = connection.execute("SELECT document, actor, value FROM annotations ORDER BY document, actor")
    for key, group in groupby(rows, key=lambda row: (row[0], row[1])):
        spans = {span.id: span for span in (from_json(json.loads(value)) for _, _, value in group)}
        connection.execute(_ADD, (*key, len(spans), 0, digest_of(spans)))


def fill_offered(connection: sqlite3.Connection) -> None:
    """Counts anew the suggestions of every document, inside the caller's transaction."""
    connection.execute("DELETE FROM offered")
    connection.execute(
        "INSERT INTO offered (document, suggestions) SELECT document, count(*) FROM suggestions GROUP BY document"
    )
