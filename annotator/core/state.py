"""What one annotator has decided about one document, as it follows from the log."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from annotator.core.span import Event, Span
from annotator.core.text import is_overlapping
from annotator.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.decision import Comment, Decision, Operation, Status, Verdict
    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class DocumentState:
    """Spans and events by id, verdicts by suggestion id, comments by id, and the status."""

    document: Document
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    comments: Mapping[str, Comment] = field(default_factory=dict)
    status: str = "todo"

    def events(self) -> tuple[Event, ...]:
        """The events, by position."""
        found = [span for span in self.spans.values() if isinstance(span, Event)]
        return tuple(sorted(found, key=lambda event: event.fragments))

    def overlapping(self, layer: str, fragments: tuple[tuple[int, int], ...], *, but: str = "") -> Span | None:
        """The first span of `layer` other than `but` that shares a character with the fragments."""
        start, end = fragments[0][0], fragments[-1][1]
        for span in self.spans.values():
            if (
                span.layer == layer
                and span.id != but
                and span.start < end
                and start < span.end
                and is_overlapping(span.fragments, fragments)
            ):
                return span
        return None

    def why_hidden(self, suggestion: Suggestion, scheme: Scheme) -> str | None:
        """Why the suggestion is not open: `decided`, `taken` (a span is there), `unknown` label; else None."""
        if suggestion.id in self.verdicts or suggestion.id in self.spans:
            return "decided"
        layer = scheme.layer(suggestion.layer)
        if layer is None or scheme.label(suggestion.layer, suggestion.label) is None:
            return "unknown"
        if layer.kind == "flat":
            return "taken" if self.overlapping(layer.name, suggestion.fragments) else None
        is_there = any(
            span.layer == layer.name and span.fragments == suggestion.fragments for span in self.spans.values()
        )
        return "taken" if is_there else None

    def open_suggestions(self, scheme: Scheme) -> tuple[Suggestion, ...]:
        """Suggestions still to be decided, by position."""
        found = [s for s in self.suggestions.values() if self.why_hidden(s, scheme) is None]
        return tuple(sorted(found, key=lambda suggestion: (suggestion.fragments, suggestion.layer)))


def apply(state: DocumentState, decisions: Iterable[Decision]) -> DocumentState:
    """The state after the decisions that concern its document; raises BugError if one does not fit."""
    spans, verdicts, comments = dict(state.spans), dict(state.verdicts), dict(state.comments)
    status = state.status
    for decision in decisions:
        if decision.document != state.document.id:
            continue
        match decision.kind:
            case "status":
                status = cast("Status", decision.after).value
            case "span":
                _put(spans, decision)
            case "verdict":
                _put(verdicts, decision)
            case "comment":
                _put(comments, decision)
    return replace(state, spans=spans, verdicts=verdicts, comments=comments, status=status)


def _put(store: dict[str, Any], decision: Decision) -> None:
    if store.get(decision.target) != decision.before:
        raise BugError(f"decision on {decision.kind} {decision.target!r} does not fit what is there")
    if decision.after is None:
        store.pop(decision.target, None)
    else:
        store[decision.target] = decision.after


def replay(state: DocumentState, operations: Iterable[Operation]) -> DocumentState:
    """The state after all operations of one annotator's log, in order."""
    for operation in operations:
        state = apply(state, operation.decisions)
    return state
