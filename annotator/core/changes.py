"""The building blocks of plans: checks that refuse with a reason, and decisions that keep references whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from annotator.core.decision import Decision, Verdict
from annotator.core.span import ID, Argument, Event, Origin, Span
from annotator.core.text import Fragments, covered, fragments_problem, is_overlapping, trimmed
from annotator.core.versions import Overlay

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a command is refused: a code of errors.CODES, what is the matter, and what to do."""

    code: str
    why: str


class Refused(Exception):  # noqa: N818  (control flow: whoever makes a plan catches it)
    """Carries a Rejection out of the depth of a plan."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.rejection = Rejection(code, why)


class Draft:
    """Decisions being collected on one state; later steps see the outcome of earlier ones."""

    def __init__(self, state: DocumentState, scheme: Scheme, *, origin: Origin | None = None) -> None:
        self.state = state
        self.scheme = scheme
        self.bulk_origin = origin
        self.spans: MutableMapping[str, Span] = Overlay(state.spans)
        self._spans: dict[str, tuple[Span | None, Span | None]] = {}
        self._verdicts: dict[str, tuple[Verdict | None, Verdict | None]] = {}
        # Of what was put: events, and what was made of which suggestion. They are asked for at each of many places.
        self._events: set[str] = set()
        self._made_of: dict[str, set[str]] = {}
        self._stood_on: dict[tuple[str, int], str] | None = None  # layer and character: what was put there, once asked

    def decisions(self) -> tuple[Decision, ...]:
        """What was collected, without entries that change nothing."""
        document = self.state.document.id
        verdicts = [Decision(document, "verdict", key, *pair) for key, pair in self._verdicts.items()]
        spans = [Decision(document, "span", key, *pair) for key, pair in self._spans.items()]
        return tuple(decision for decision in verdicts + spans if decision.before != decision.after)

    def put(self, span: Span) -> None:
        """Adds the span, or replaces the one of that id."""
        before = self._spans[span.id][0] if span.id in self._spans else self.spans.get(span.id)
        self._spans[span.id] = (before, span)
        self.spans[span.id] = span
        if isinstance(span, Event):
            self._events.add(span.id)
        if span.suggestion:
            self._made_of.setdefault(span.suggestion, set()).add(span.id)
        if self._stood_on is not None:
            self._stand(span)

    def drop(self, span: Span) -> None:
        """Takes the span out, and with it every argument it fills and the acceptance it rests on."""
        before = self._spans[span.id][0] if span.id in self._spans else span
        self._spans[span.id] = (before, None)
        del self.spans[span.id]
        self.unlink(span.id)
        verdict = self._verdict(span.suggestion) if span.suggestion else None
        if span.suggestion and verdict is not None:
            self._judge(span.suggestion, verdict._replace(outcome="rejected"))

    def unlink(self, filler: str) -> None:
        """Removes every argument that `filler` fills."""
        for event in self._filled_by(filler):
            kept = tuple(argument for argument in event.arguments if argument.span != filler)
            if kept != event.arguments:
                self.put(replace(event, arguments=kept))

    def crowding(self, layer: str, fragments: Fragments) -> Span | None:
        """A span put in by this draft that leaves no room in a flat layer; for those before it, check_place looks."""
        declared = self.scheme.layer(layer)
        if declared is None or declared.kind != "flat":
            return None
        made = (after for _, after in self._spans.values() if after is not None and after.layer == layer)
        return next((span for span in made if is_overlapping(span.fragments, fragments)), None)

    def revise(self, after: Span) -> None:
        """Replaces the span of that id; one that rests on a suggestion is corrected, or accepted if as suggested."""
        if after.suggestion is not None and after.origin in ("accepted", "bulk", "corrected"):
            verdict = self._verdict(after.suggestion)
            is_back = verdict is not None and self._is_as_suggested(after, verdict)
            after = replace(after, origin="accepted" if is_back else "corrected")
            if verdict is not None:
                outcome: Literal["accepted", "corrected"] = "accepted" if is_back else "corrected"
                self._judge(after.suggestion or "", verdict._replace(outcome=outcome))
        self.put(after)

    def _is_as_suggested(self, span: Span, verdict: Verdict) -> bool:
        """Whether place, label and attributes are those of the suggestion; roles never make a correction.

        A verdict keeps the first two for good; attributes are known as long as the suggestion is.
        """
        if (span.layer, span.label, span.fragments) != (verdict.layer, verdict.label, verdict.fragments):
            return False
        suggestion = self.state.suggestions.get(span.suggestion or "")
        suggested = self._attributes(suggestion) if suggestion is not None else {}
        is_known = suggestion is not None or not self.scheme.attributes_of(span.layer)
        return is_known and span.attributes == suggested

    def accept(
        self,
        suggestion: Suggestion,
        *,
        label: str | None = None,
        fragments: Fragments | None = None,
        id: str | None = None,
    ) -> Span:
        """Turns the open suggestion into a span (with its own id unless one is given) and records it."""
        is_corrected = (label or suggestion.label) != suggestion.label or (
            fragments or suggestion.fragments
        ) != suggestion.fragments
        outcome: Literal["accepted", "corrected"] = "corrected" if is_corrected else "accepted"
        common = Span(
            id=id or suggestion.id,
            layer=suggestion.layer,
            label=label or suggestion.label,
            fragments=fragments or suggestion.fragments,
            attributes=self._attributes(suggestion),
            origin=outcome if is_corrected or self.bulk_origin is None else self.bulk_origin,
            suggestion=suggestion.id,
            score=suggestion.score,
        )
        span: Span = common
        if suggestion.is_event:
            span = as_event(common, self._live_arguments(suggestion, common.label))
        self._judge(suggestion.id, verdict_on(suggestion, outcome))
        self.put(span)
        if span.id != suggestion.id:
            self.relink(suggestion.id, span.id)
        return span

    def _attributes(self, suggestion: Suggestion) -> dict[str, str]:
        """The values of a span that is accepted; the scheme's first ones for what it does not know."""
        layer = suggestion.layer
        return {**self.scheme.defaults_of(layer), **self.scheme.known_values(layer, suggestion.attributes)}

    def reject(self, suggestion: Suggestion) -> None:
        """Records the rejection and takes the suggestion off every role it was proposed for."""
        self._judge(suggestion.id, verdict_on(suggestion, "rejected"))
        self.unlink(suggestion.id)

    def relink(self, old: str, new: str) -> None:
        """Points arguments filled by `old` at `new`."""
        for event in self._filled_by(old):
            moved = tuple(Argument(a.role, new if a.span == old else a.span) for a in event.arguments)
            if moved != event.arguments:
                self.put(replace(event, arguments=moved))

    def _live_arguments(self, suggestion: Suggestion, type_name: str) -> tuple[Argument, ...]:
        """The suggestion's arguments that may stand: known role, filler decided or still open.

        Where a span has the very place of a filler that is no longer open, that span fills the role. A filler that
        another span covers in part is none: nobody could see it, nor decide it.
        """
        roles = {role.name for role in self.scheme.roles_of(suggestion.layer, type_name)}
        result = []
        for argument in suggestion.arguments:
            filler: str | None = self._taken_over(argument.span)
            if filler not in self.spans:
                filler = self._open_or_in_its_place(argument.span)
            if argument.role in roles and filler is not None and Argument(argument.role, filler) not in result:
                result.append(Argument(argument.role, filler))
        return tuple(result)

    def is_seen(self, filler: str) -> bool:
        """Whether a filler is a span or an open suggestion, not one whose place is taken by now."""
        return filler in self.spans or self._open_or_in_its_place(filler) == filler

    def _open_or_in_its_place(self, id: str) -> str | None:
        """The suggestion of that id while it is open, or the span that has its very place; None without either."""
        proposed = self.state.suggestions.get(id)
        if proposed is None or self._verdict(id) is not None:
            return None
        layer = self.scheme.layer(proposed.layer)
        near = self._near(proposed.layer, proposed.fragments)
        there = [span.id for span in near if span.fragments == proposed.fragments]
        if there:
            return min(there)
        is_known = layer is not None and self.scheme.label(proposed.layer, proposed.label) is not None
        is_covered = layer is not None and layer.kind == "flat" and bool(near)
        return id if is_known and not is_covered else None

    def _near(self, layer: str, fragments: Fragments) -> list[Span]:
        """The spans of the layer, as they are by now, that share a character with the fragments; no events."""
        if self._stood_on is None:
            self._stood_on = {}
            for _, after in self._spans.values():
                if after is not None:
                    self._stand(after)
        found = set(self.state.index().overlapping(layer, fragments))
        found |= {self._stood_on.get((layer, at), "") for start, end in fragments for at in range(start, end)}
        spans = [self.spans[id] for id in sorted(found) if id in self.spans]
        return [
            span
            for span in spans
            if span.layer == layer and not isinstance(span, Event) and is_overlapping(span.fragments, fragments)
        ]

    def _stand(self, span: Span) -> None:
        if self._stood_on is not None and not isinstance(span, Event):
            for start, end in span.fragments:
                self._stood_on.update(((span.layer, at), span.id) for at in range(start, end))

    def _filled_by(self, id: str) -> list[Event]:
        """The events, as they are by now, that the span or suggestion may fill a role of."""
        named = self.state.index().filled_by(id) | self._events
        found = (self.spans.get(one) for one in sorted(named))
        return [event for event in found if isinstance(event, Event)]

    def _taken_over(self, id: str) -> str:
        """The span that a suggestion has become by now; what is none keeps its id."""
        named = self.state.index().made_of(id) | self._made_of.get(id, set())
        found = (self.spans.get(one) for one in sorted(named))
        return next((span.id for span in found if span is not None and span.suggestion == id), id)

    def _verdict(self, suggestion: str | None) -> Verdict | None:
        if suggestion in self._verdicts:
            return self._verdicts[suggestion][1]
        return self.state.verdicts.get(suggestion or "")

    def _judge(self, suggestion: str, verdict: Verdict) -> None:
        before = self._verdicts[suggestion][0] if suggestion in self._verdicts else self.state.verdicts.get(suggestion)
        self._verdicts[suggestion] = (before, verdict)


def as_event(span: Span, arguments: tuple[Argument, ...] = ()) -> Event:
    """The span as an event with those arguments."""
    return Event(
        span.id, span.layer, span.label, span.fragments, span.attributes, span.origin, span.suggestion,
        span.score, arguments,
    )  # fmt: skip


def with_type(scheme: Scheme, span: Span, label: str) -> Span:
    """The span under another label; arguments in roles the new type does not have fall away."""
    if not isinstance(span, Event):
        return replace(span, label=label)
    roles = {role.name for role in scheme.roles_of(span.layer, label)}
    kept = tuple(argument for argument in span.arguments if argument.role in roles)
    return replace(span, label=label, arguments=kept)


def proposed_at(
    state: DocumentState, scheme: Scheme, layer: str, fragments: Fragments, label: str
) -> Suggestion | None:
    """The open suggestion of exactly that place: one of the label, else the one of the best score; None without any."""
    found = [one for one in state.suggestions_at(layer, fragments) if state.why_hidden(one, scheme) is None]
    return max(found, key=lambda one: (one.label == label, one.score), default=None)


def verdict_on(suggestion: Suggestion, outcome: Literal["accepted", "corrected", "rejected"]) -> Verdict:
    """A verdict that keeps what the suggestion said."""
    return Verdict(
        outcome=outcome,
        layer=suggestion.layer,
        label=suggestion.label,
        fragments=suggestion.fragments,
        score=suggestion.score,
        suggester=suggestion.provenance.suggester,
    )


def check_id(state: DocumentState, id: str | None) -> None:
    """Refuses an id that is malformed or taken in the document."""
    if id is None:
        return
    if not ID.fullmatch(id):
        raise Refused("A410", f"the id {id!r:.80} is not 1 to 64 letters, digits or _ . : -")
    if id in state.spans or id in state.suggestions:
        raise Refused("A410", f"the id {id!r} is taken in this document; leave it out to get a new one")


def check_label(scheme: Scheme, layer: str, label: str) -> None:
    """Refuses a label that the layer of the scheme does not have."""
    if scheme.layer(layer) is None:
        known = ", ".join(one.name for one in scheme.layers)
        raise Refused("A403", f"the scheme has no layer {layer!r:.80}; it has {known}")
    if scheme.label(layer, label) is None:
        raise Refused("A403", f"layer {layer!r} has no label {label!r:.80}; choose one the scheme lists")


def check_attributes(scheme: Scheme, layer: str, attributes: Mapping[str, str]) -> None:
    """Refuses attributes or values that the layer of the scheme does not have."""
    known = {attribute.name: attribute.values for attribute in scheme.attributes_of(layer)}
    for name, value in attributes.items():
        if name not in known:
            raise Refused("A403", f"layer {layer!r} has no attribute {name!r:.80}")
        if value not in known[name]:
            raise Refused("A403", f"{name} cannot be {value!r:.80}; it is one of {', '.join(known[name])}")


def check_place(draft: Draft, layer: str, fragments: Fragments, *, but: str = "", as_it_came: bool = False) -> None:
    """Refuses fragments that are malformed, begin or end with white space, or overlap in a flat layer.

    White space at the edges, and several fragments in a flat layer, may be only where that is said: of what came in
    so, from other programs.
    To be asked before the draft changes anything: overlap is looked up in the state it starts from.
    """
    text = draft.state.document.text
    problem = fragments_problem(fragments, len(text))
    if problem:
        raise Refused("A404", problem)
    for start, end in fragments:
        if not as_it_came and trimmed(text, start, end) != (start, end):
            raise Refused("A408", f"[{start}, {end}) begins or ends with white space; leave that out")
    declared = draft.scheme.layer(layer)
    if declared is None or declared.kind != "flat":
        return
    if len(fragments) > 1 and not as_it_came:
        raise Refused("A404", f"spans of the flat layer {layer!r} have one fragment")
    other = draft.state.overlapping(layer, fragments, but=but)
    if other is not None:
        raise overlapping(other, text)


def overlapping(other: Span, text: str) -> Refused:
    """The refusal of what shares a character with another span of its flat layer."""
    place = covered(text, other.fragments)
    return Refused("A405", f"overlaps {other.label} “{place:.60}”; change or delete that one first")
