"""Annotators' versions put straight into a project, for tests of what compares and settles them."""

from __future__ import annotations

from itertools import count

from annotator.core.decision import Decision, Operation, Status
from annotator.core.span import Argument, Event, Span
from tests.samples import TEXT, at

_numbers = count(1)


def entity(part, label, *, nth=0, id=None):
    return Span(f"s{next(_numbers)}" if id is None else id, "entities", label, (at(TEXT, part, nth=nth),))


def event(*parts, type="ATTACK", factuality="ASSERTED", arguments=(), id=None):
    pairs = tuple(Argument(role, filler.id) for role, filler in arguments)
    fragments = tuple(at(TEXT, part) for part in parts)
    return Event(id or f"e{next(_numbers)}", "events", type, fragments, {"factuality": factuality}, arguments=pairs)


def decide(project, actor, *decisions, document="d1", **fields):
    plain = {
        "id": f"{actor}-{next(_numbers)}",
        "replica": project.replica,
        "actor": actor,
        "sequence": 0,
        "kind": "create_span",
        "document": document,
        "at": "2026-01-31T12:00:00.000Z",
        "decisions": decisions,
        "scheme_version": 1,
    }
    return project.append(Operation(**{**plain, **fields}))


def annotate(project, actor, *spans, document="d1", status="done"):
    """One operation a span, and one for the status; returns them."""
    made = [decide(project, actor, Decision(document, "span", one.id, None, one), document=document) for one in spans]
    if status != "todo":
        change = Decision(document, "status", "", Status("todo"), Status(status))
        made.append(decide(project, actor, change, document=document, kind="set_status"))
    return made
