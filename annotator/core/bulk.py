"""Plans over many places at once: everything above a threshold, everything with the same text."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from annotator.core.changes import Draft, Refused, as_event, check_label, proposed_at, with_type
from annotator.core.span import Event, Span
from annotator.core.state import apply
from annotator.core.text import covered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.core.command import AcceptAbove, ApplyToAll, RelabelAll
    from annotator.core.decision import Decision
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments


def accepted_above(command: AcceptAbove, state: DocumentState, scheme: Scheme) -> tuple[Suggestion, ...]:
    """The open suggestions the command would accept: best score first where two could not both be spans.

    That is where they share a character of a flat layer, or have the very same place in another.
    """
    layers = command.layers
    for name in layers or ():
        if scheme.layer(name) is None:
            raise Refused("A403", f"the scheme has no layer {name!r:.80}")
    candidates = [
        suggestion
        for suggestion in state.open_suggestions(scheme)
        if suggestion.score >= command.threshold and (layers is None or suggestion.layer in layers)
    ]
    flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
    chosen: list[Suggestion] = []
    taken: dict[str, bytearray] = {name: bytearray(len(state.document.text)) for name in flat}
    places: set[tuple[str, Fragments]] = set()
    for suggestion in sorted(candidates, key=lambda one: (-one.score, one.fragments)):
        if suggestion.layer in flat:
            used = taken[suggestion.layer]
            if any(any(used[start:end]) for start, end in suggestion.fragments):
                continue
            for start, end in suggestion.fragments:
                used[start:end] = b"\x01" * (end - start)
        elif (suggestion.layer, suggestion.fragments) in places:
            continue
        places.add((suggestion.layer, suggestion.fragments))
        chosen.append(suggestion)
    return tuple(sorted(chosen, key=lambda one: one.fragments))


def plan_accept_above(command: AcceptAbove, state: DocumentState, scheme: Scheme) -> tuple[Decision, ...]:
    """Decisions that accept everything at or above the threshold."""
    draft = Draft(state, scheme, origin="bulk")
    chosen = accepted_above(command, state, scheme)
    if not chosen:
        raise Refused("A406", f"no open suggestion has a score of {command.threshold:g} or more")
    # Fillers first, so that the arguments of events meet spans rather than open suggestions.
    for suggestion in sorted(chosen, key=lambda one: one.is_event):
        draft.accept(suggestion)
    return draft.decisions()


def same_places(state: DocumentState, scheme: Scheme, model: Span, text: str) -> tuple[tuple[int, int], ...]:
    """Places with exactly `text`, on token edges, where a span like `model` could be put."""
    found: list[tuple[int, int]] = []
    position = state.document.text.find(text)
    while position >= 0:
        place = (position, position + len(text))
        if state.document.tokens.is_aligned((place,)) and _is_free(state, scheme, model, place):
            found.append(place)
            position = state.document.text.find(text, place[1])
        else:
            position = state.document.text.find(text, position + 1)
    return tuple(found)


def _is_free(state: DocumentState, scheme: Scheme, model: Span, place: tuple[int, int]) -> bool:
    layer = scheme.layer(model.layer)
    if layer is not None and layer.kind == "flat":
        return state.overlapping(model.layer, (place,)) is None
    return not state.has_span_at(model.layer, (place,))


def plan_apply_to_all(
    command: ApplyToAll,
    state: DocumentState,
    scheme: Scheme,
    *,
    new_id: Callable[[], str],
    others: Iterable[DocumentState],
) -> tuple[Decision, ...]:
    """Decisions that label every other free place with the model's text, in this and in the other documents."""
    model, proposed = model_of(state, scheme, command.span)
    if model is None:
        raise Refused("A402", f"there is no span or open suggestion {command.span!r:.80} in this document")
    if len(model.fragments) > 1:
        raise Refused("A404", "a span of several fragments cannot be applied to other places")
    text = covered(state.document.text, model.fragments)
    first: tuple[Decision, ...] = ()
    if proposed is not None:
        draft = Draft(state, scheme)
        draft.accept(proposed)
        first = draft.decisions()
        state = apply(state, first)
    decisions: list[Decision] = []
    missing = set(command.places or ())
    for one in chain((state,), others):  # never all at once: there may be thousands
        if command.places is not None and one.document.id not in command.places:
            continue
        wanted = None if command.places is None else command.places[one.document.id]
        decisions.extend(_label_all(one, scheme, model, text, new_id, wanted))
        missing.discard(one.document.id)
    for document in sorted(missing):
        raise Refused("A402", f"document {document!r:.80} does not hold the text, or is done, or out of scope")
    if not decisions:
        raise Refused("A406", f"“{text:.60}” stands nowhere else without a span")
    return (*first, *decisions)


def model_of(state: DocumentState, scheme: Scheme, id: str) -> tuple[Span | None, Suggestion | None]:
    """The span of that id, or what an open suggestion of that id would become, with the suggestion."""
    span = state.spans.get(id)
    if span is not None:
        return span, None
    suggestion = state.suggestions.get(id)
    if suggestion is None or state.why_hidden(suggestion, scheme) is not None:
        return None, None
    span = Span(id, suggestion.layer, suggestion.label, suggestion.fragments)
    return (as_event(span) if suggestion.is_event else span), suggestion


def _label_all(
    state: DocumentState,
    scheme: Scheme,
    model: Span,
    text: str,
    new_id: Callable[[], str],
    wanted: Fragments | None,
) -> tuple[Decision, ...]:
    """Decisions on the free places of one document, on all of them unless only some are wanted."""
    free = dict.fromkeys(same_places(state, scheme, model, text))
    for start, end in wanted or ():
        if (start, end) not in free:
            raise Refused("A404", f"[{start}, {end}) of {state.document.id!r:.60} is not that text, or not free")
    draft = Draft(state, scheme, origin="bulk")
    for place in free if wanted is None else sorted(set(wanted)):
        suggestion = proposed_at(state, scheme, model.layer, (place,), model.label)
        if suggestion is not None:
            draft.accept(suggestion, label=model.label)
            continue
        span = replace(
            model, id=new_id(), fragments=(place,), origin="bulk", suggestion=None, score=None,
            attributes=scheme.defaults_of(model.layer),
        )  # fmt: skip
        draft.put(replace(span, arguments=()) if isinstance(span, Event) else span)
    return draft.decisions()


def same_kind(state: DocumentState, model: Span, text: str) -> tuple[Span, ...]:
    """Spans of the model's layer and label that cover exactly `text`, by position."""
    found = [
        span
        for span in state.spans.values()
        if span.layer == model.layer
        and span.label == model.label
        and covered(state.document.text, span.fragments) == text
    ]
    return tuple(sorted(found, key=lambda span: span.fragments))


def plan_relabel_all(
    command: RelabelAll, state: DocumentState, scheme: Scheme, *, others: Iterable[DocumentState]
) -> tuple[Decision, ...]:
    """Decisions that give all spans of the model's text and label the new label, here and in the other documents."""
    model = state.spans.get(command.span)
    if model is None:
        raise Refused("A402", f"there is no span {command.span!r:.80} in this document")
    check_label(scheme, model.layer, command.label)
    if model.label == command.label:
        return ()
    text = covered(state.document.text, model.fragments)
    decisions: list[Decision] = []
    for one in chain((state,), others):  # never all at once: letting go of thousands takes long as well
        draft = Draft(one, scheme)
        for span in same_kind(one, model, text):
            current = draft.spans[span.id]  # relabelling another may have changed its arguments
            draft.revise(with_type(scheme, current, command.label))
        decisions.extend(draft.decisions())
    return tuple(decisions)
