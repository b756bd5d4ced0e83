"""Going back in the log of one document: to a point as one set of decisions, and what stands in the way of an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import Refused
from annotator.core.decision import Decision, Kind, Status, Value
from annotator.core.span import Event, Span, arguments_of
from annotator.core.state import apply

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState


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
                raise _changed_elsewhere(one)
            spanned[key] = (first, one.after)
    return tuple(
        Decision(document, kind, target, last, first)
        for (kind, target), (first, last) in spanned.items()
        if first != last
    )


def require_fit(state: DocumentState, decisions: Iterable[Decision], scheme: Scheme) -> None:
    """Refuses (A406) decisions of an undo or redo that do not fit any more, as after an import or under a newer scheme.

    They fit where all is as they left it, and where they leave flat layers without overlap and roles with fillers,
    whose labels the scheme still has to have (A403).
    """
    there = {
        **{("span", id): span for id, span in state.spans.items()},
        **{("verdict", id): verdict for id, verdict in state.verdicts.items()},
        **{("comment", id): comment for id, comment in state.comments.items()},
        ("status", ""): Status(state.status),
    }
    own = [one for one in decisions if one.document == state.document.id]
    for one in own:
        if there.get((one.kind, one.target)) != one.before:
            raise _changed_elsewhere(one)
        there[one.kind, one.target] = one.after
    after = apply(state, own)
    flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
    for one in own:
        if one.kind != "span":
            continue
        span = after.spans.get(one.target)
        if span is None:
            is_in_the_way = one.target not in after.suggestions and bool(after.index().filled_by(one.target))
        else:
            _require_known_fillers(after, span, scheme)
            beside = after.overlapping(span.layer, span.fragments, but=span.id)
            is_in_the_way = span.layer in flat and beside is not None
        if is_in_the_way:
            raise _changed_elsewhere(one)


def require_known(decisions: Iterable[Decision], scheme: Scheme) -> None:
    """Refuses (A403) decisions that bring back what the scheme does not have any more."""
    for one in decisions:
        span = one.after
        if not isinstance(span, Span):
            continue
        layer = scheme.layer(span.layer)
        is_of_kind = layer is not None and layer.is_event == isinstance(span, Event)
        if not is_of_kind or scheme.label(span.layer, span.label) is None:
            raise _not_in_scheme(f"{span.label:.60} of layer {span.layer:.60}")
        known = {attribute.name: attribute.values for attribute in scheme.attributes_of(span.layer)}
        for name, value in span.attributes.items():
            if value not in known.get(name, ()):
                raise _not_in_scheme(f"{name:.60} = {value:.60}")
        roles = {role.name for role in scheme.roles_of(span.layer, span.label)}
        for argument in arguments_of(span):
            if argument.role not in roles:
                raise _not_in_scheme(f"the role {argument.role:.60} of {span.label:.60}")


def _require_known_fillers(state: DocumentState, span: Span, scheme: Scheme) -> None:
    """Refuses (A403) an event that names what has a label of before: a suggestion stays there once it was named."""
    for argument in arguments_of(span):
        filler = state.spans.get(argument.span) or state.suggestions.get(argument.span)
        if filler is not None and scheme.label(filler.layer, filler.label) is None:
            raise _not_in_scheme(f"{filler.label:.60} as {argument.role:.60}")


def _not_in_scheme(what: str) -> Refused:
    return Refused("A403", f"that would bring back {what}, which the scheme has no more; the lead can add it again")


def _changed_elsewhere(one: Decision) -> Refused:
    return Refused("A406", f"{one.kind} {one.target!r:.60} was changed from elsewhere in between")
