"""Going back to a point in the log of one document: all that came after it, taken back as one set of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import Refused
from annotator.core.decision import Decision, Kind, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.decision import Operation


def after(operations: Iterable[Operation], point: str | None) -> tuple[Operation, ...]:
    """The operations after the one named, of one annotator on one document in order; all of them for None.

    Raises Refused A402 where the point is not among them.
    """
    listed = tuple(operations)
    if point is None:
        return listed
    for number, operation in enumerate(listed):
        if operation.id == point:
            return listed[number + 1 :]
    raise Refused("A402", f"operation {point!r:.80} is none of this annotator's on this document")


def decisions_back(document: str, operations: Iterable[Operation]) -> tuple[Decision, ...]:
    """From how the document is after these operations to how it was before them; other documents stay as they are.

    What was changed and changed back in between leaves no decision. Raises Refused A406 where the
    operations do not join on: then a thing was changed by what is not among them.
    """
    spanned: dict[tuple[Kind, str], tuple[Value | None, Value | None]] = {}
    for operation in operations:
        for one in operation.decisions:
            if one.document != document:
                continue
            key = (one.kind, one.target)
            first, last = spanned.get(key, (one.before, one.before))
            if last != one.before:
                raise Refused("A406", f"{one.kind} {one.target!r:.60} was changed from elsewhere in between")
            spanned[key] = (first, one.after)
    return tuple(
        Decision(document, kind, target, last, first)
        for (kind, target), (first, last) in spanned.items()
        if first != last
    )
