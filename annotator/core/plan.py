"""Planning: from an intent and a state to the decisions it takes, or to the reason it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core import bulk, chosen_places
from annotator.core.changes import (
    Draft,
    Refused,
    Rejection,
    as_event,
    check_attributes,
    check_id,
    check_label,
    check_place,
    overlapping,
    proposed_at,
    with_type,
)
from annotator.core.command import (
    MAX_FRAGMENTS,
    MAX_TEXT,
    SCOPES,
    Accept,
    AcceptAbove,
    AddComment,
    AddFragment,
    ApplyToAll,
    ClearRole,
    Command,
    CreateEvent,
    CreateSpan,
    DeleteSpan,
    LabelPlaces,
    Reject,
    RelabelAll,
    RelabelSpan,
    RemoveArgument,
    RemoveFragment,
    ResizeSpan,
    SetArgument,
    SetAttribute,
    SetStatus,
    SetType,
)
from annotator.core.decision import STATUSES, Comment, Decision, Status
from annotator.core.span import NOT_MENTIONED, Argument, Event, Span
from annotator.core.text import control_in
from annotator.errors import BugError

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments

NewId = Callable[[], str]
Decisions = tuple[Decision, ...]


def plan(
    command: Command,
    state: DocumentState,
    scheme: Scheme,
    *,
    new_id: NewId,
    others: Iterable[DocumentState] = (),
) -> Decisions | Rejection:
    """The decisions the command takes on `state`, or why it is refused; nothing is changed.

    `new_id` makes ids for new things; `others` are the further documents a command over several may
    touch. Undo, redo and going back are no plans on a state: they invert operations of the log.
    """
    planner = _PLANNERS.get(type(command))
    if planner is None:
        raise BugError(f"{type(command).__name__} has no plan")
    try:
        decisions: Decisions = planner(command, state, scheme, new_id, others)
    except Refused as refused:
        return refused.rejection
    if not decisions:
        return Rejection("A406", "that is how it is already")
    return decisions


def _span(state: DocumentState, id: str) -> Span:
    span = state.spans.get(id)
    if span is None:
        raise Refused("A402", f"there is no span {id!r:.80} in this document")
    return span


def _event(state: DocumentState, id: str) -> Event:
    span = _span(state, id)
    if not isinstance(span, Event):
        raise Refused("A402", f"{id!r} is no event")
    return span


def _open(state: DocumentState, scheme: Scheme, id: str) -> Suggestion:
    suggestion = state.suggestions.get(id)
    if suggestion is None:
        raise Refused("A402", f"there is no suggestion {id!r:.80} in this document")
    match state.why_hidden(suggestion, scheme):
        case "decided":
            raise Refused("A406", "this suggestion is decided already; undo, or change the span")
        case "unknown":
            raise Refused("A403", f"the scheme has no label {suggestion.label!r}")
        case "taken":
            raise Refused("A405", "a span stands there already; change or delete that one first")
    return suggestion


def _create_span(command: CreateSpan, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    check_label(scheme, command.layer, command.label)
    layer = scheme.layer(command.layer)
    if layer is not None and layer.is_event:
        raise Refused("A403", f"{command.layer!r} holds events; use create_event")
    check_attributes(scheme, command.layer, command.attributes)
    check_id(state, command.id)
    draft = Draft(state, scheme)
    check_place(draft, command.layer, command.fragments)
    proposed = proposed_at(state, scheme, command.layer, command.fragments, command.label)
    if proposed is not None:
        span = draft.accept(proposed, label=command.label, id=command.id)
        if command.attributes:
            draft.revise(replace(span, attributes={**span.attributes, **command.attributes}))
        return draft.decisions()
    attributes = {**scheme.defaults_of(command.layer), **command.attributes}
    draft.put(Span(command.id or new_id(), command.layer, command.label, command.fragments, attributes))
    return draft.decisions()


def _create_event(command: CreateEvent, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    name = command.layer or next((layer.name for layer in scheme.layers if layer.is_event), None)
    if name is None:
        raise Refused("A403", f"the scheme {scheme.name!r} has no events")
    layer = scheme.layer(name)
    check_label(scheme, name, command.type)
    if layer is not None and not layer.is_event:
        raise Refused("A403", f"layer {name!r} holds no events; use create_span")
    check_attributes(scheme, name, command.attributes)
    check_id(state, command.id)
    draft = Draft(state, scheme)
    check_place(draft, name, command.fragments)
    proposed = proposed_at(state, scheme, name, command.fragments, command.type)
    if proposed is not None:
        event = draft.accept(proposed, label=command.type, id=command.id)
        if command.attributes:
            draft.revise(replace(event, attributes={**event.attributes, **command.attributes}))
    else:
        if state.has_span_at(name, command.fragments):
            raise Refused("A405", "an event has this very trigger already; change its type instead")
        attributes = {**scheme.defaults_of(name), **command.attributes}
        event = as_event(Span(command.id or new_id(), name, command.type, command.fragments, attributes))
        draft.put(event)
    for role, filler in command.arguments:
        _fill(draft, event.id, role, filler)
    return draft.decisions()


def _relabel(command: RelabelSpan, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    span = _span(state, command.span)
    check_label(scheme, span.layer, command.label)
    draft = Draft(state, scheme)
    if span.label != command.label:
        draft.revise(with_type(scheme, span, command.label))
    return draft.decisions()


def _set_type(command: SetType, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    _event(state, command.event)
    relabel = RelabelSpan(document=command.document, span=command.event, label=command.type)
    return _relabel(relabel, state, scheme, new_id, _)


def _resized(state: DocumentState, scheme: Scheme, span: Span, fragments: Fragments) -> Decisions:
    draft = Draft(state, scheme)
    check_place(draft, span.layer, fragments, but=span.id)
    if span.fragments != fragments:
        draft.revise(replace(span, fragments=fragments))
    return draft.decisions()


def _resize(command: ResizeSpan, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    return _resized(state, scheme, _span(state, command.span), command.fragments)


def _add_fragment(command: AddFragment, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    event = _event(state, command.event)
    if len(event.fragments) >= MAX_FRAGMENTS:
        raise Refused("A404", f"an event has at most {MAX_FRAGMENTS} fragments")
    return _resized(state, scheme, event, tuple(sorted((*event.fragments, command.fragment))))


def _remove_fragment(
    command: RemoveFragment, state: DocumentState, scheme: Scheme, new_id: NewId, _: object
) -> Decisions:
    event = _event(state, command.event)
    if command.fragment not in event.fragments:
        raise Refused("A404", f"the event has no fragment {list(command.fragment)}")
    kept = tuple(fragment for fragment in event.fragments if fragment != command.fragment)
    if not kept:
        raise Refused("A404", "this is the event's last fragment; delete the event instead")
    return _resized(state, scheme, event, kept)


def _delete(command: DeleteSpan, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    draft = Draft(state, scheme)
    draft.drop(_span(state, command.span))
    return draft.decisions()


def _drafted(draft: Draft, event_id: str) -> Event:
    event = draft.spans[event_id]
    if not isinstance(event, Event):
        raise BugError(f"{event_id!r} is no event")
    return event


def _check_role(scheme: Scheme, event: Event, role: str) -> None:
    names = [one.name for one in scheme.roles_of(event.layer, event.label)]
    if role not in names:
        raise Refused("A403", f"{event.label} has no role {role!r:.80}; it has {', '.join(names) or 'none'}")


def _fill(draft: Draft, event_id: str, role: str, filler: str | None) -> None:
    """Adds the argument; an open suggestion that is chosen as filler is thereby accepted.

    A filler and “not mentioned” are two answers to one question: the later one takes the other's place.
    """
    event = _drafted(draft, event_id)
    _check_role(draft.scheme, event, role)
    if filler is None:
        kept = tuple(one for one in event.arguments if one.role != role)
        draft.put(replace(event, arguments=(*kept, Argument(role, NOT_MENTIONED))))
        return
    if filler not in draft.spans:
        if filler not in draft.state.suggestions:
            raise Refused("A409", f"there is no span or suggestion {filler!r:.80} in this document")
        suggestion = _open(draft.state, draft.scheme, filler)
        if not suggestion.is_event:
            other = draft.crowding(suggestion.layer, suggestion.fragments)  # another filler of the same event
            if other is not None:
                raise overlapping(other, draft.state.document.text)
            draft.accept(suggestion)
    chosen = draft.spans.get(filler)
    if chosen is None or isinstance(chosen, Event):
        raise Refused("A409", "a role is filled by an entity, not by an event")
    argument = Argument(role, filler)
    if argument not in event.arguments:
        event = _drafted(draft, event_id)  # accepting the filler may have changed it
        kept = tuple(one for one in event.arguments if one.role != role or draft.is_seen(one.span))
        draft.put(replace(event, arguments=(*kept, argument)))


def _set_argument(command: SetArgument, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    event = _event(state, command.event)
    draft = Draft(state, scheme)
    _fill(draft, event.id, command.role, command.span)
    return draft.decisions()


def _remove_argument(
    command: RemoveArgument, state: DocumentState, scheme: Scheme, new_id: NewId, _: object
) -> Decisions:
    event = _event(state, command.event)
    argument = Argument(command.role, NOT_MENTIONED if command.span is None else command.span)
    if argument not in event.arguments:
        what = "said to be not mentioned" if command.span is None else f"filled by {command.span!r:.80}"
        raise Refused("A409", f"{command.role} is not {what}")
    draft = Draft(state, scheme)
    draft.put(replace(event, arguments=tuple(one for one in event.arguments if one != argument)))
    return draft.decisions()


def _clear_role(command: ClearRole, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    event = _event(state, command.event)
    kept = tuple(one for one in event.arguments if one.role != command.role)
    if kept == event.arguments:
        _check_role(scheme, event, command.role)
        raise Refused("A409", f"{command.role} has no answer yet")
    draft = Draft(state, scheme)
    draft.put(replace(event, arguments=kept))
    return draft.decisions()


def _set_attribute(command: SetAttribute, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    span = _span(state, command.target)
    check_attributes(scheme, span.layer, {command.name: command.value})
    draft = Draft(state, scheme)
    if span.attributes.get(command.name) != command.value:
        draft.revise(replace(span, attributes={**span.attributes, command.name: command.value}))
    return draft.decisions()


def _accept(command: Accept, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    suggestion = _open(state, scheme, command.suggestion)
    if command.label and command.type and command.label != command.type:
        raise Refused("A401", "give `label` or `type`, not two different ones")
    label = command.label or command.type
    if label is not None:
        check_label(scheme, suggestion.layer, label)
    draft = Draft(state, scheme)
    check_place(draft, suggestion.layer, command.fragments or suggestion.fragments)
    draft.accept(suggestion, label=label, fragments=command.fragments)
    return draft.decisions()


def _reject(command: Reject, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    suggestion = state.suggestions.get(command.suggestion)
    if suggestion is None:
        raise Refused("A402", f"there is no suggestion {command.suggestion!r:.80} in this document")
    if suggestion.id in state.verdicts or suggestion.id in state.spans:
        raise Refused("A406", "this suggestion is decided already; undo, or delete the span")
    draft = Draft(state, scheme)
    draft.reject(suggestion)
    return draft.decisions()


def _check_scope(scope: str) -> None:
    if scope not in SCOPES:
        raise Refused("A401", f"there is no scope {scope!r:.40}; it is one of {', '.join(SCOPES)}")


def _accept_above(command: AcceptAbove, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    if not 0 <= command.threshold <= 1:  # nor what is no number
        raise Refused("A401", "the threshold is a number from 0 to 1")
    return bulk.plan_accept_above(command, state, scheme)


def _apply_to_all(
    command: ApplyToAll, state: DocumentState, scheme: Scheme, new_id: NewId, others: Iterable[DocumentState]
) -> Decisions:
    _check_scope(command.scope)
    return bulk.plan_apply_to_all(command, state, scheme, new_id=new_id, others=others)


def _relabel_all(
    command: RelabelAll, state: DocumentState, scheme: Scheme, new_id: NewId, others: Iterable[DocumentState]
) -> Decisions:
    _check_scope(command.scope)
    return bulk.plan_relabel_all(command, state, scheme, others=others)


def _label_places(
    command: LabelPlaces, state: DocumentState, scheme: Scheme, new_id: NewId, others: Iterable[DocumentState]
) -> Decisions:
    return chosen_places.plan_label_places(command, state, scheme, new_id=new_id, others=others)


def _set_status(command: SetStatus, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    if command.status not in STATUSES:
        raise Refused("A401", f"there is no status {command.status!r:.40}; it is one of {', '.join(STATUSES)}")
    if state.status == command.status:
        return ()
    return (Decision(state.document.id, "status", "", Status(state.status), Status(command.status)),)


def _comment(command: AddComment, state: DocumentState, scheme: Scheme, new_id: NewId, _: object) -> Decisions:
    if not command.text.strip():
        raise Refused("A401", "the comment is empty")
    if len(command.text) > MAX_TEXT:
        raise Refused("A401", f"the comment has {len(command.text):,} characters, at most {MAX_TEXT:,} are kept")
    control = control_in(command.text)
    if control is not None:
        raise Refused("A206", f"U+{ord(control):04X} cannot be kept; leave that character out")
    if command.target is not None:
        _span(state, command.target)
    return (Decision(state.document.id, "comment", new_id(), None, Comment(command.text, command.target)),)


_PLANNERS: Mapping[type[Command], Callable[..., Decisions]] = {
    CreateSpan: _create_span,
    CreateEvent: _create_event,
    RelabelSpan: _relabel,
    SetType: _set_type,
    ResizeSpan: _resize,
    AddFragment: _add_fragment,
    RemoveFragment: _remove_fragment,
    DeleteSpan: _delete,
    SetArgument: _set_argument,
    RemoveArgument: _remove_argument,
    ClearRole: _clear_role,
    SetAttribute: _set_attribute,
    Accept: _accept,
    Reject: _reject,
    AcceptAbove: _accept_above,
    ApplyToAll: _apply_to_all,
    RelabelAll: _relabel_all,
    LabelPlaces: _label_places,
    SetStatus: _set_status,
    AddComment: _comment,
}
