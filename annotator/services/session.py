"""The session: one annotator at work on one project, one door for every decision."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.decision import Operation
from annotator.core.state import DocumentState, apply
from annotator.core.text import GAP, covered
from annotator.services.conduct import conduct_of, is_still_blind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.changes import Rejection
    from annotator.core.command import Command, Redo, RevertTo, Undo
    from annotator.core.decision import Decision, Kind
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.services import planning  # noqa: TC004  (bound by `_load_planning`)
    from annotator.store.project import Project

VOTE = ("adjudicate", "bulk")  # kind and origin of what a vote settles, one operation a document
KEPT_STATES = 8  # documents whose state stays in memory: the one at hand and its neighbours
RECENT = 64  # operations that stay in memory, since most undos take back what was just done


class Change(NamedTuple):
    """One thing that is different now: a span, verdict, status or comment of a document."""

    document: str
    kind: Kind
    target: str


class Outcome(NamedTuple):
    """What became of a command: the operation written and its changes, or why it was refused."""

    operation: Operation | None = None
    rejection: Rejection | None = None
    changes: tuple[Change, ...] = ()
    reverted: Operation | None = None  # the gesture that an undo or redo took back or brought back


class Session:
    """Runs commands for `actor`: plan, append to the log, apply; views repaint what `changes` names."""

    def __init__(self, project: Project, scheme: Scheme, actor: str) -> None:
        self.project = project
        self.scheme = scheme
        self.actor = actor
        self.conduct = conduct_of(project)
        self._states: OrderedDict[str, DocumentState] = OrderedDict()
        self._stacks: tuple[list[str], list[str]] | None = None
        self._recent: OrderedDict[str, Operation] = OrderedDict()  # what is written never changes
        self.is_held = False  # while another thread decides for this annotator: every command is refused

    def state(self, document: str) -> DocumentState:
        """The annotator's decisions on the document, with its suggestions; KnownError A107 if there is none."""
        if document in self._states:
            self._states.move_to_end(document)
            return self._states[document]
        state = self._read(document)
        self._states[document] = state
        while len(self._states) > KEPT_STATES:
            self._states.popitem(last=False)
        return state

    def refresh(self, document: str, suggestions: Mapping[str, Suggestion]) -> DocumentState:
        """Takes new suggestions for a document into its state."""
        state = replace(self.state(document), suggestions=suggestions)
        self._states[document] = state
        return state

    def forget(self) -> None:
        """Reads everything anew when it is next asked for: another session of this annotator has written."""
        self._states.clear()
        self._recent.clear()  # of a transaction that was taken back nothing is written
        self._stacks = None

    def do(self, command: Command, *, elapsed_ms: int = 0, origin: str = "user") -> Outcome:
        """Runs the command; it is on disk when this returns. `elapsed_ms`: active time since the last one.

        Raises KnownError where the machine or the file fails; then nothing has changed.
        """
        _load_planning()
        if self.is_held:
            return _held()
        if isinstance(command, planning.Undo | planning.Redo):
            return self._revert(command, elapsed_ms=elapsed_ms, origin=origin)
        if isinstance(command, planning.RevertTo):
            return self._go_back(command, elapsed_ms=elapsed_ms, origin=origin)
        state = self.state(command.document)
        decisions = planning.plan(command, state, self.scheme, new_id=new_id, others=self._others(command, state))
        if isinstance(decisions, planning.Rejection):
            return Outcome(rejection=decisions)
        return self.record(command.do, command.document, decisions, elapsed_ms=elapsed_ms, origin=origin)

    def record(
        self,
        kind: str,
        document: str,
        decisions: Iterable[Decision],
        *,
        sources: Sequence[str] = (),
        elapsed_ms: int = 0,
        origin: str = "user",
        at: str = "",
    ) -> Outcome:
        """Appends decisions planned on `state(document)` as one operation of that kind, citing `sources`.

        Operations of a vote share their moment `at` (now, where none is given): so they are one step of undo.
        """
        if self.is_held:
            _load_planning()
            return _held()
        operation = self._append(
            kind, document, decisions, sources=sources, elapsed_ms=elapsed_ms, origin=origin, at=at
        )
        _note(self._undo_stacks(), operation.id, operation.kind)
        return self._outcome(operation)

    def take_over(self, outcome: Outcome) -> None:
        """Knows from now on what another session of this annotator has written in a thread of its own."""
        if outcome.operation is not None and len(outcome.changes) > len(outcome.operation.decisions):
            self.forget()  # several operations at once, as of a vote that was taken back
        elif outcome.operation is not None:
            if self._stacks is not None:
                _note(self._stacks, outcome.operation.id, outcome.operation.kind)
            self._know(outcome.operation)

    def next_reverted(self, command: Undo | Redo) -> str | None:
        """Id of the operation that an undo or a redo would be about now, or None."""
        undo, redo = self._undo_stacks()
        source = undo if command.do == "undo" else redo
        return source[-1] if source else None

    def _read(self, document: str) -> DocumentState:
        decided = self.project.decided(document, self.actor)
        is_bare = self.conduct.is_control(document) and not decided.verdicts
        return DocumentState(
            document=self.project.document(document),
            suggestions={} if is_bare else self.project.suggestions(document),
            spans=decided.spans,
            verdicts=decided.verdicts,
            comments=decided.comments,
            status=decided.status,
        )

    def _others(self, command: Command, state: DocumentState) -> Iterator[DocumentState]:
        """The further documents a command over several is about: those it names, or the undone ones with its text."""
        if isinstance(command, planning.LabelPlaces):
            for document in command.places:
                if document != state.document.id and self.project.has_document(document):
                    yield self.glimpse(document)
            return
        if not isinstance(command, planning.ApplyToAll | planning.RelabelAll) or command.scope != "undone":
            return
        model, _ = planning.model_of(state, self.scheme, command.span)
        if model is None:
            return
        named = command.places if isinstance(command, planning.ApplyToAll) else None
        for document in self.undone_with(covered(state.document.text, model.fragments)):
            if document != state.document.id and (named is None or document in named):
                other = self.glimpse(document)
                if not is_still_blind(self.project, self.conduct, other):
                    yield other

    def undone_with(self, text: str) -> list[str]:
        """Ids of the documents, not done, in which the text may stand (GAP joins what stands apart)."""
        return self.project.undone_with_text(max(text.split(GAP), key=len), self.actor)

    def glimpse(self, document: str) -> DocumentState:
        """The state of a document looked at in passing; those at hand stay the ones in memory."""
        return self._states.get(document) or self._read(document)

    def _append(
        self,
        kind: str,
        document: str,
        decisions: Iterable[Decision],
        *,
        elapsed_ms: int,
        origin: str,
        sources: Sequence[str] = (),
        reverts: str | None = None,
        at: str = "",
    ) -> Operation:
        self._undo_stacks()  # read before the append, so that the new operation is not counted twice
        written = self.project.append(
            Operation(
                id=new_id(),
                replica=self.project.replica,
                actor=self.actor,
                sequence=0,  # given by the log
                kind=kind,
                document=document,
                at=at or now(),
                decisions=tuple(decisions),
                elapsed_ms=max(0, elapsed_ms),
                reverts=reverts,
                sources=tuple(sources),
                origin=origin,
                scheme_version=self.scheme.version,
            )
        )
        self._recent[written.id] = written
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        return written

    def _operation(self, id: str) -> Operation:
        return self._recent.get(id) or self.project.operation(id)

    def _gesture_of(self, id: str) -> tuple[str, str, str]:
        """As `Project.gesture_of`."""
        found = self._recent.get(id)
        while found is not None and found.reverts is not None:
            found = self._recent.get(found.reverts)
        return (found.kind, found.origin, found.at) if found is not None else self.project.gesture_of(id)

    def revert_size(self, command: Undo | Redo) -> int:
        """How many operations an undo or a redo would be about now: a vote over many documents is one gesture."""
        return len(self._next_gesture(command))

    def _next_gesture(self, command: Undo | Redo) -> list[str]:
        undo, redo = self._undo_stacks()
        source = undo if command.do == "undo" else redo
        if not source:
            return []
        gesture = self._gesture_of(source[-1])
        if gesture[:2] != VOTE:
            return source[-1:]
        together = takewhile(lambda id: self._gesture_of(id) == gesture, reversed(source))
        return list(together)

    def _revert(self, command: Undo | Redo, *, elapsed_ms: int, origin: str) -> Outcome:
        """Takes back or brings back one gesture: one operation, or all of a vote over many documents."""
        together = self._next_gesture(command)
        try:
            if len(together) < 2:
                return self._revert_one(command, elapsed_ms=elapsed_ms, origin=origin)
            with self.project.transaction():
                outcomes = [self._revert_one(command, elapsed_ms=elapsed_ms, origin=origin)]
                outcomes += [self._revert_one(command, elapsed_ms=0, origin=origin) for _ in together[1:]]
        except planning.Refused as refused:
            self.forget()  # as below
            return Outcome(rejection=refused.rejection)
        except BaseException:
            self.forget()  # what it knew of the log was taken back
            raise
        changes = tuple(change for outcome in outcomes for change in outcome.changes)
        return outcomes[-1]._replace(changes=changes)

    def _revert_one(self, command: Undo | Redo, *, elapsed_ms: int, origin: str) -> Outcome:
        undo, redo = self._undo_stacks()
        source = undo if isinstance(command, planning.Undo) else redo
        if not source:
            return Outcome(rejection=planning.Rejection("A407", f"there is nothing to {command.do}"))
        reverted = self._operation(source[-1])
        decisions = [decision.inverted() for decision in reversed(reverted.decisions)]
        planning.require_known(decisions, self.scheme)
        documents = set(self.project.imported_since(reverted.id))  # an import is no step of undo, and stays
        if reverted.scheme_version != self.scheme.version:
            documents.update(one.document for one in decisions)  # a layer may take no overlaps any more
        for document in sorted(documents):
            planning.require_fit(self.glimpse(document), decisions, self.scheme)
        operation = self._append(
            command.do, reverted.document, decisions, elapsed_ms=elapsed_ms, origin=origin, reverts=reverted.id
        )
        _note((undo, redo), operation.id, operation.kind)
        first = self.project.origin_of(reverted.id) if reverted.reverts else reverted.id
        told = reverted if first == reverted.id else self._operation(first)
        return self._outcome(operation)._replace(reverted=told)

    def _go_back(self, command: RevertTo, *, elapsed_ms: int, origin: str) -> Outcome:
        """Takes all own operations on the document after a point back as one operation that cites them."""
        own = self.project.operations(actor=self.actor, document=command.document)
        try:
            taken_back = planning.after(own, command.operation)
            state = self.state(command.document)
            decisions = planning.decisions_back(state.document.id, taken_back)
            planning.require_known(decisions, self.scheme)
            planning.require_fit(state, decisions, self.scheme)
        except planning.Refused as refused:
            return Outcome(rejection=refused.rejection)
        if not decisions:
            return Outcome(rejection=planning.Rejection("A406", "that is how it is already"))
        sources = [one.id for one in taken_back]
        return self.record(
            command.do, command.document, decisions, sources=sources, elapsed_ms=elapsed_ms, origin=origin
        )

    def _undo_stacks(self) -> tuple[list[str], list[str]]:
        """What can be undone and redone, from the log: an undo takes its target off, a redo puts it back on."""
        if self._stacks is None:
            stacks: tuple[list[str], list[str]] = [], []
            for id, kind, _reverts in self.project.undo_candidates(self.actor):
                _note(stacks, id, kind)
            self._stacks = stacks
        return self._stacks

    def _know(self, operation: Operation) -> None:
        """Brings the states in memory up to an operation that is written."""
        kept: dict[str, list[Decision]] = {}
        for decision in operation.decisions:
            if decision.document in self._states:
                kept.setdefault(decision.document, []).append(decision)
        for document, decisions in kept.items():
            self._states[document] = apply(self._states[document], decisions)

    def _outcome(self, operation: Operation) -> Outcome:
        self._know(operation)
        changes = tuple(Change(one.document, one.kind, one.target) for one in operation.decisions)
        return Outcome(operation=operation, changes=changes)


@cache
def _load_planning() -> None:
    """Binds `planning`, once: an import statement costs at every key, all the more where Qt's binding looks on."""
    from annotator.services import planning  # lazy: nothing is decided before the window is there

    globals()["planning"] = planning


def _note(stacks: tuple[list[str], list[str]], id: str, kind: str) -> None:
    """Brings what can be undone and redone up to one more operation."""
    undo, redo = stacks
    if kind == "undo":
        undo.pop()
        redo.append(id)
    elif kind == "redo":
        redo.pop()
        undo.append(id)
    else:
        undo.append(id)
        redo.clear()


def _held() -> Outcome:
    why = "many places are being labelled just now; wait a moment, or stop that at its bar"
    return Outcome(rejection=planning.Rejection("A411", why))


def now() -> str:
    """The present in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    return os.urandom(10).hex()
