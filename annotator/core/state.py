"""What one annotator has decided about one document, as it follows from the log."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from annotator.core.places import SpanIndex
from annotator.core.span import Event, Span
from annotator.core.versions import Versioned
from annotator.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.decision import Comment, Decision, Status, Verdict
    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments

    _ByPlace = dict[tuple[str, Fragments], list[Suggestion]]


@dataclass(frozen=True, slots=True)
class DocumentState:
    """Spans and events by id, verdicts by suggestion id, comments by id, and the status."""

    document: Document
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    comments: Mapping[str, Comment] = field(default_factory=dict)
    status: str = "todo"
    # Derived from `spans` and `suggestions` on first need and handed on by `apply`; each remembers the very
    # mapping it was made from, so that `replace` with another mapping never leaves a stale one.
    _index: SpanIndex | None = field(default=None, repr=False, compare=False)
    _proposed: tuple[Mapping[str, Suggestion], _ByPlace] | None = field(default=None, repr=False, compare=False)

    def events(self) -> tuple[Event, ...]:
        """The events, by position."""
        found = [span for span in self.spans.values() if isinstance(span, Event)]
        return tuple(sorted(found, key=lambda event: event.fragments))

    def overlapping(self, layer: str, fragments: Fragments, *, but: str = "") -> Span | None:
        """The first span of `layer` other than `but` that shares a character with the fragments."""
        found = [self.spans[id] for id in self.index().overlapping(layer, fragments) if id != but]
        return min(found, key=lambda span: span.fragments, default=None)

    def has_span_at(self, layer: str, fragments: Fragments) -> bool:
        """Whether a span of the layer has exactly these fragments."""
        return self.index().has(layer, fragments)

    def suggestions_at(self, layer: str, fragments: Fragments) -> tuple[Suggestion, ...]:
        """The suggestions, decided or not, with exactly these fragments in the layer."""
        if self._proposed is None or self._proposed[0] is not self.suggestions:
            places: _ByPlace = {}
            for one in self.suggestions.values():
                places.setdefault((one.layer, one.fragments), []).append(one)
            object.__setattr__(self, "_proposed", (self.suggestions, places))
        return tuple(self._proposed[1].get((layer, fragments), ())) if self._proposed else ()

    def index(self) -> SpanIndex:
        """The spans by place."""
        if self._index is None or self._index.spans is not self.spans:
            object.__setattr__(self, "_index", SpanIndex.of(self.spans))
        return cast("SpanIndex", self._index)

    def why_hidden(self, suggestion: Suggestion, scheme: Scheme) -> str | None:
        """Why the suggestion is not open: `decided`, `taken` (a span is there), `unknown` label; else None."""
        if suggestion.id in self.verdicts or suggestion.id in self.spans:
            return "decided"
        layer = scheme.layer(suggestion.layer)
        if layer is None or scheme.label(suggestion.layer, suggestion.label) is None:
            return "unknown"
        if layer.kind == "flat":
            return "taken" if self.overlapping(layer.name, suggestion.fragments) else None
        return "taken" if self.has_span_at(layer.name, suggestion.fragments) else None

    def open_suggestions(self, scheme: Scheme) -> tuple[Suggestion, ...]:
        """Suggestions still to be decided, by position."""
        found = [s for s in self.suggestions.values() if self.why_hidden(s, scheme) is None]
        return tuple(sorted(found, key=lambda suggestion: (suggestion.fragments, suggestion.layer)))


def apply(state: DocumentState, decisions: Iterable[Decision]) -> DocumentState:
    """The state after the decisions that concern its document; raises BugError if one does not fit.

    It costs what the decisions change, not what the document holds.
    """
    spans, verdicts, comments = Versioned.of(state.spans), Versioned.of(state.verdicts), Versioned.of(state.comments)
    changed: dict[str, dict[str, Any]] = {"span": {}, "verdict": {}, "comment": {}}
    there: dict[str, Mapping[str, Any]] = {"span": spans, "verdict": verdicts, "comment": comments}
    status = state.status
    changes: list[tuple[Span | None, Span | None]] = []
    for decision in decisions:
        if decision.document != state.document.id:
            continue
        if decision.kind == "status":
            status = cast("Status", decision.after).value
            continue
        kind, target = decision.kind, decision.target
        now = changed[kind][target] if target in changed[kind] else there[kind].get(target)
        if now != decision.before:
            raise BugError(f"decision on {kind} {target!r} does not fit what is there")
        changed[kind][target] = decision.after
        if kind == "span":
            changes.append((cast("Span | None", decision.before), cast("Span | None", decision.after)))
    index = state.index()
    following = replace(
        state, spans=spans.changed(changed["span"]), verdicts=verdicts.changed(changed["verdict"]),
        comments=comments.changed(changed["comment"]), status=status, _index=index,
    )  # fmt: skip
    index.change(changes, following.spans)
    return following
