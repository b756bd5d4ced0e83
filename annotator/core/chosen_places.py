"""The plan that gives chosen places in one or many documents a label, or takes their labels off."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from annotator.core.changes import Draft, Refused, as_event, check_label, check_place, proposed_at, with_type
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.command import LabelPlaces
    from annotator.core.decision import Decision
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragment


def plan_label_places(
    command: LabelPlaces,
    state: DocumentState,
    scheme: Scheme,
    *,
    new_id: Callable[[], str],
    others: Iterable[DocumentState],
) -> tuple[Decision, ...]:
    """Decisions for all places named: a span that is there is relabelled, a suggestion accepted, else a span made."""
    if command.label is None:
        if scheme.layer(command.layer) is None:
            raise Refused("A403", f"the scheme has no layer {command.layer!r:.80}")
    else:
        check_label(scheme, command.layer, command.label)
    decisions: list[Decision] = []
    missing = dict.fromkeys(command.places)
    for one in chain((state,), others):  # never all at once: there may be thousands
        if one.document.id in missing:
            del missing[one.document.id]
            places = sorted(set(command.places[one.document.id]))
            decisions.extend(_in_one(command, one, scheme, places, new_id))
    for document in missing:
        raise Refused("A402", f"there is no document {document!r:.80}")
    return tuple(decisions)


def _in_one(
    command: LabelPlaces, state: DocumentState, scheme: Scheme, places: Sequence[Fragment], new_id: Callable[[], str]
) -> tuple[Decision, ...]:
    layer = scheme.layer(command.layer)
    draft = Draft(state, scheme, origin="bulk")
    there: dict[Fragment, list[Span]] = {}
    for span in sorted(state.spans.values(), key=lambda one: len(one.fragments)):
        place = (span.start, span.end)  # a trigger of several fragments is found from its first to its last word
        if span.layer == command.layer and (len(span.fragments) == 1 or place not in there):
            there.setdefault(place, []).append(span)
    end = 0
    for place in places:
        spans = there.get(place, [])
        if command.label is None:
            for span in spans:
                if span.id in draft.spans:
                    draft.drop(draft.spans[span.id])
            continue
        if place[0] < end and layer is not None and layer.kind == "flat":
            raise Refused("A405", f"[{place[0]}, {place[1]}) of {state.document.id!r:.60} overlaps the place before it")
        end = place[1]
        if spans:
            for span in spans:
                current = draft.spans[span.id]
                if current.label != command.label:
                    draft.revise(with_type(scheme, current, command.label))
            continue
        check_place(draft, command.layer, (place,))
        _put(draft, command.layer, command.label, place, new_id)
    return draft.decisions()


def _put(draft: Draft, layer: str, label: str, place: Fragment, new_id: Callable[[], str]) -> None:
    """Accepts the open suggestion of exactly that place, the one of the label first; else makes a span."""
    scheme = draft.scheme
    proposed = proposed_at(draft.state, scheme, layer, (place,), label)
    if proposed is not None:
        draft.accept(proposed, label=label)
        return
    span = Span(new_id(), layer, label, (place,), scheme.defaults_of(layer), "bulk")
    declared = scheme.layer(layer)
    draft.put(as_event(span) if declared is not None and declared.is_event else span)
