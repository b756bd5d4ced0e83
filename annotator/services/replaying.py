"""Replaying a log that was kept elsewhere: each decision must fit what is there and be one the scheme allows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.command import COMMANDS, RevertTo
from annotator.core.decision import FIRST_LINK, STATUSES, Comment, Status, Verdict
from annotator.core.scheme_changes import Part, Use, gone, obstacles, uses
from annotator.core.span import ID, Event, Span, arguments_of
from annotator.core.state import DocumentState, apply
from annotator.core.suggestion import suggestion_id
from annotator.core.text import Fragments, fragments_problem, trimmed
from annotator.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.decision import Decision, Operation
    from annotator.core.scheme import Scheme
    from annotator.core.scheme_changes import Obstacle

KINDS = frozenset({*COMMANDS, "import"})
ORIGINS = frozenset({"user", "bulk", "import", "script"})
_SUGGESTION_ID = re.compile(r"g[0-9a-f]{18}")


class Replay:
    """One annotator's log, replayed from the first operation on the documents of one assignment."""

    def __init__(self, scheme: Scheme, states: Mapping[str, DocumentState], *, actor: str, scheme_version: int) -> None:
        """`states` are the documents assigned, with nothing decided, and the suggestions known of each."""
        self.states = dict(states)
        self._scheme = scheme
        self._actor = actor
        self._scheme_version = scheme_version
        self._links: dict[str, tuple[int, str]] = {}  # replica -> sequence and hash of its last operation
        self._by_id: dict[str, Operation] = {}
        self._undo: list[str] = []
        self._redo: list[str] = []

    def take(self, operation: Operation) -> Iterator[tuple[str, str]]:
        """(reason, what) of everything that speaks against the operation; where nothing does, it is applied."""
        found = [
            *self._chain(operation),
            *self._frame(operation),
            *self._reverting(operation),
        ]
        found += [problem for decision in operation.decisions for problem in self._decision(decision)]
        if not found:
            found += self._applied(operation)
        self._by_id.setdefault(operation.id, operation)
        self._links[operation.replica] = operation.sequence, operation.hash
        yield from found

    def dangling(self) -> Iterator[tuple[str, str]]:
        """(document, what) of each role that in the end is filled by nothing that exists."""
        for id, state in self.states.items():
            for event in state.events():
                for argument in event.arguments:
                    is_there = argument.span in state.spans or argument.span in state.suggestions
                    if argument.is_mentioned and not is_there:
                        yield id, f"{argument.role} of {event.id} is filled by {argument.span}, which does not exist"

    def missing_in(self, scheme: Scheme) -> tuple[Obstacle, ...]:
        """What in the end is used of the scheme that it was made under, and that another one has not."""
        return obstacles(self._scheme, scheme, self._uses()) if gone(self._scheme, scheme) else ()

    def _uses(self) -> dict[Part, Use]:
        """How many spans in the end use each part of the scheme; suggestions that fill roles count as spans."""
        counts: Counter[Part] = Counter()
        documents: dict[Part, set[str]] = {}
        for id, state in self.states.items():
            label_of = {one.id: one.label for one in state.suggestions.values()}
            label_of.update((span.id, span.label) for span in state.spans.values())
            for span in state.spans.values():
                parts = list(uses(span, label_of))
                cited = (state.suggestions.get(one.span) for one in arguments_of(span) if one.span not in state.spans)
                parts += [Part("label", one.layer, one.label) for one in cited if one is not None]
                for part in parts:
                    counts[part] += 1
                    documents.setdefault(part, set()).add(id)
        return {part: Use(count, len(documents[part])) for part, count in counts.items()}

    # One operation as such

    def _chain(self, operation: Operation) -> Iterator[tuple[str, str]]:
        sequence, previous = self._links.get(operation.replica, (0, FIRST_LINK))
        if operation.sequence != sequence + 1 or operation.previous != previous:
            yield "chain", "does not continue the operation before it"
        if operation.digest() != operation.hash:
            yield "chain", "does not match its hash"
        if operation.id in self._by_id:
            yield "replay", f"the id {operation.id!r:.80} comes twice"

    def _frame(self, operation: Operation) -> Iterator[tuple[str, str]]:
        if operation.actor != self._actor:
            yield "actor", f"is a decision of {operation.actor!r:.80}, not of {self._actor!r:.80}"
        if operation.kind not in KINDS or operation.origin not in ORIGINS:
            yield "kind", f"is {operation.kind!r:.40} of origin {operation.origin!r:.40}, which no annotator makes"
        # Going back to a point cites the operations it takes back; all else that cites is adjudication.
        own = self._by_id if operation.kind == RevertTo.do else {}
        if any(id not in own for id in operation.sources):
            yield "kind", "cites operations that are not the annotator's to take back"
        if operation.scheme_version != self._scheme_version:
            yield "scheme", f"was made under version {operation.scheme_version} of the scheme"
        if operation.document and operation.document not in self.states:
            yield "document", f"is about {operation.document!r:.80}, which was not assigned"
        if not operation.decisions:
            yield "kind", "decides nothing"

    def _reverting(self, operation: Operation) -> Iterator[tuple[str, str]]:
        """Undo and redo must take back exactly what is on top, or the log could not be undone any more."""
        if operation.kind not in ("undo", "redo"):
            if operation.reverts is not None:
                yield "undo", "takes back another operation without being an undo"
            if operation.kind != "import":
                self._undo.append(operation.id)
                self._redo.clear()
            return
        source, goal = (self._undo, self._redo) if operation.kind == "undo" else (self._redo, self._undo)
        reverted = self._by_id.get(operation.reverts or "")
        if not source or reverted is None or source[-1] != reverted.id:
            yield "undo", f"is an {operation.kind} of what is not there to {operation.kind}"
            return
        if operation.decisions != tuple(one.inverted() for one in reversed(reverted.decisions)):
            yield "undo", "does not take back what it says"
        source.pop()
        goal.append(operation.id)

    def _applied(self, operation: Operation) -> list[tuple[str, str]]:
        """Applies the operation, unless it does not fit or leaves a state that the scheme forbids."""
        after: dict[str, DocumentState] = {}
        try:
            for document in {decision.document for decision in operation.decisions}:
                after[document] = apply(self.states[document], operation.decisions)
        except BugError as error:
            return [("state", str(error))]
        found = []
        for decision in operation.decisions:
            span = after[decision.document].spans.get(decision.target) if decision.kind == "span" else None
            if span is not None:
                found += [("place", what) for what in self._crowding(span, after[decision.document])]
                found += [("role", what) for what in self._roles(span, after[decision.document])]
        if not found:
            self.states.update(after)
        return found

    # One decision as such

    def _decision(self, decision: Decision) -> Iterator[tuple[str, str]]:
        state = self.states.get(decision.document)
        if state is None:
            yield "document", f"decides about {decision.document!r:.80}, which was not assigned"
            return
        match decision.kind:
            case "span":
                if decision.before is None and decision.after is None:
                    yield "kind", "decides nothing about a span"
                if isinstance(decision.after, Span):
                    yield from self._span(decision.after, decision.target, state)
            case "verdict":
                if isinstance(decision.after, Verdict):
                    yield from self._verdict(decision.after, decision.target, state)
            case "status":
                yield from _status(decision, state)
            case "comment":
                if not ID.fullmatch(decision.target) or (
                    isinstance(decision.after, Comment) and not decision.after.text.strip()
                ):
                    yield "kind", "holds a comment without an id or without words"

    def _span(self, span: Span, target: str, state: DocumentState) -> Iterator[tuple[str, str]]:
        if span.id != target:
            yield "kind", f"puts the span {span.id!r} under the id {target!r:.80}"
        layer = self._scheme.layer(span.layer)
        if layer is None or self._scheme.label(span.layer, span.label) is None:
            yield "label", f"uses {span.layer!r:.60} {span.label!r:.60}, which the scheme does not have"
            return
        if layer.is_event != isinstance(span, Event):
            yield "label", f"puts {'a span' if layer.is_event else 'an event'} on the layer {span.layer!r}"
        # What other programs made comes in as it is; nobody makes such a span here.
        as_it_came = span.origin == "import"
        yield from _place(span.fragments, state, as_it_came=as_it_came)
        if layer.kind == "flat" and len(span.fragments) > 1 and not as_it_came:
            yield "place", f"puts a span of several fragments on the flat layer {span.layer!r}"
        allowed = {attribute.name: attribute.values for attribute in self._scheme.attributes_of(span.layer)}
        for name, value in span.attributes.items():
            if value not in allowed.get(name, ()):
                yield "label", f"sets {name!r:.60} to {value!r:.60}, which the scheme does not have"

    def _verdict(self, verdict: Verdict, target: str, state: DocumentState) -> Iterator[tuple[str, str]]:
        if self._scheme.label(verdict.layer, verdict.label) is None:
            yield "label", f"judges {verdict.layer!r:.60} {verdict.label!r:.60}, which the scheme does not have"
        yield from _place(verdict.fragments, state, as_it_came=True)  # a file may reject what nobody proposes here
        expected = suggestion_id(state.document.sha256, verdict.layer, verdict.label, verdict.fragments)
        if target != expected and target not in state.suggestions:
            yield "kind", f"judges the suggestion {target!r:.80}, which is not what it says"

    def _crowding(self, span: Span, state: DocumentState) -> Iterator[str]:
        layer = self._scheme.layer(span.layer)
        if layer is None or layer.kind != "flat":
            return
        for other in dict.fromkeys(state.index().overlapping(span.layer, span.fragments)):
            if other != span.id:
                yield f"{span.id} overlaps {other} on the flat layer {span.layer!r}"

    def _roles(self, span: Span, state: DocumentState) -> Iterator[str]:
        if not isinstance(span, Event):
            return
        roles = {role.name for role in self._scheme.roles_of(span.layer, span.label)}
        for argument in span.arguments:
            filler = state.spans.get(argument.span)
            is_open = filler is None and (
                argument.span in state.suggestions or _SUGGESTION_ID.fullmatch(argument.span) is not None
            )
            if argument.role not in roles:
                yield f"{span.label} has no role {argument.role!r:.60}"
            elif isinstance(filler, Event) or (argument.is_mentioned and filler is None and not is_open):
                yield f"{argument.role} is filled by {argument.span!r}, which is no entity of the document"


def _status(decision: Decision, state: DocumentState) -> Iterator[tuple[str, str]]:
    before, after = decision.before, decision.after
    if decision.target or not isinstance(before, Status) or not isinstance(after, Status):
        yield "kind", "holds a malformed status"
    elif before.value != state.status:
        yield "state", f"changes the status from {before.value!r:.40}, where it is {state.status!r}"
    elif after.value not in STATUSES:
        yield "label", f"sets the status {after.value!r:.40}"


def _place(fragments: Fragments, state: DocumentState, *, as_it_came: bool) -> Iterator[tuple[str, str]]:
    text = state.document.text
    problem = fragments_problem(fragments, len(text))
    if problem is None and not as_it_came and any(trimmed(text, *one) != one for one in fragments):
        problem = f"{list(map(list, fragments))!s:.80} begins or ends with white space"
    if problem is not None:
        yield "place", problem
