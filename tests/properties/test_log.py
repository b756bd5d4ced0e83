"""Whatever is done, undone and reopened: the tables are what the log says, and the file checks out."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.decision import STATUSES, Comment, Decision, Operation, Status, Value, Verdict
from annotator.core.span import Argument, Event, Span
from annotator.core.state import DocumentState, apply
from annotator.errors import BugError
from annotator.store.check import Finding, check_file
from annotator.store.project import Project
from annotator.store.schema import PROJECTION
from annotator.store.tallies import digest_of
from tests import samples
from tests.unit.store import drafts

ACTORS = ("anna", "bram", "Çelik 😀")
TEXTS = {"d1": samples.TEXT, "d2": "Een tweede bericht 😀 over Aleppo en omstreken.", "d3": "x" * 41}
KINDS = ("span", "event", "verdict", "comment")
THINGS = ("a", "b", "c", "é")

actors = st.sampled_from(ACTORS)
documents = st.sampled_from(sorted(TEXTS))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scores = st.none() | st.floats(0, 1)
places = st.lists(st.integers(0, 40), min_size=2, max_size=6, unique=True).map(
    lambda cuts: tuple(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)


@st.composite
def values(draw: st.DrawFn, kind: str, target: str) -> Value:
    fragments = draw(places)
    match kind:
        case "verdict":
            outcome = draw(st.sampled_from(["accepted", "corrected", "rejected"]))
            return Verdict(outcome, "entities", draw(words), fragments, draw(st.floats(0, 1)), "rules")
        case "comment":
            return Comment(draw(words), draw(st.none() | words))
        case "event":
            fillers = st.sampled_from(THINGS) | words
            arguments = draw(st.lists(st.builds(Argument, words, fillers), max_size=2).map(tuple))
            return Event(target, "events", draw(words), fragments, draw(st.dictionaries(words, words, max_size=2)),
                         "added", None, draw(scores), arguments)  # fmt: skip
        case _:
            return Span(target, "entities", draw(words), fragments, origin="import", score=draw(scores))


def sound(findings: list[Finding]) -> bool:
    """Roles are filled at random here, by what mostly does not exist; nothing else may be wrong."""
    return {finding.code for finding in findings} <= {"role"}


class Log(RuleBasedStateMachine):
    """The model holds a state for each annotator and document, changed by `core.state.apply` alone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.annotator"
        self.project = drafts.create(self.path)
        self.project.add_documents([samples.document(text, id=name) for name, text in TEXTS.items()])
        self.model = {(actor, name): DocumentState(self.project.document(name)) for actor in ACTORS for name in TEXTS}
        self.operations: list[Operation] = []

    def do(self, actor: str, *decisions: Decision, **fields: object) -> None:
        draft = drafts.draft(*decisions, actor=actor, document=decisions[0].document, **fields)
        self.operations.append(self.project.append(draft))
        for name in TEXTS:
            self.model[actor, name] = apply(self.model[actor, name], decisions)

    def there(self, actor: str, document: str, kind: str, target: str) -> Value | None:
        state = self.model[actor, document]
        stored = {"verdict": state.verdicts, "comment": state.comments}.get(kind, state.spans)
        return stored.get(target)  # type: ignore[attr-defined,no-any-return]

    @rule(data=st.data(), actor=actors, names=st.lists(documents, min_size=1, max_size=3, unique=True),
          kind=st.sampled_from(KINDS), thing=st.sampled_from(THINGS))  # fmt: skip
    def put(self, data: st.DataObject, actor: str, names: list[str], kind: str, thing: str) -> None:
        """Makes or changes one thing in each of some documents: one gesture."""
        stored = "span" if kind == "event" else kind
        self.do(
            actor,
            *(
                Decision(name, stored, thing, self.there(actor, name, kind, thing), data.draw(values(kind, thing)))  # type: ignore[arg-type]
                for name in names
            ),
        )

    @rule(actor=actors, document=documents, kind=st.sampled_from(["span", "verdict", "comment"]))
    def take_away(self, actor: str, document: str, kind: str) -> None:
        for target in THINGS:
            before = self.there(actor, document, kind, target)
            if before is not None:
                self.do(actor, Decision(document, kind, target, before, None))  # type: ignore[arg-type]
                return

    @rule(actor=actors, document=documents, status=st.sampled_from(STATUSES))
    def set_status(self, actor: str, document: str, status: str) -> None:
        before = Status(self.model[actor, document].status)
        self.do(actor, Decision(document, "status", "", before, Status(status)), kind="set_status")

    @precondition(lambda self: self.operations)
    @rule()
    def undo_the_last(self) -> None:
        """Undo, and by undoing the undo also redo."""
        last = self.operations[-1]
        inverse = [decision.inverted() for decision in reversed(last.decisions)]
        self.do(last.actor, *inverse, kind="undo", reverts=last.id)

    @rule(actor=actors, document=documents)
    def fail(self, actor: str, document: str) -> None:
        """Half of a gesture fits, half does not: nothing of it may stay."""
        value = Comment("is not there", None)
        decisions = (
            Decision(document, "comment", "new", None, value),
            Decision(document, "comment", "missing", value, None),
        )
        with pytest.raises(BugError):
            self.project.append(drafts.draft(*decisions, actor=actor, document=document))

    @rule()
    def restart(self) -> None:
        self.project.close()
        assert sound(check_file(self.path))
        self.project = Project.open(self.path)

    @rule()
    def rebuild(self) -> None:
        before = self.tables()
        self.project.rebuild_projection()
        assert self.tables() == before

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        return {name: self.project._connection.execute(f"SELECT * FROM {name}").fetchall() for name in PROJECTION}

    @initialize()
    def start(self) -> None:
        assert sound(self.project.check())

    @invariant()
    def the_tables_are_what_was_done(self) -> None:
        for (actor, name), state in self.model.items():
            decided = self.project.decided(name, actor)
            assert decided.spans == dict(state.spans)
            assert decided.verdicts == dict(state.verdicts)
            assert decided.comments == dict(state.comments)
            assert decided.status == state.status

    @invariant()
    def the_tallies_are_what_the_states_come_to(self) -> None:
        rows = self.project._connection.execute(
            "SELECT d.id, actor, spans, verdicts, digest FROM tallies JOIN documents d ON d.number = document"
        )
        found = {(actor, name): rest for name, actor, *rest in rows}
        for key, state in self.model.items():
            wanted = [len(state.spans), len(state.verdicts), digest_of(state.spans)]
            assert found.get(key, [0, 0, 0]) == wanted

    def teardown(self) -> None:
        try:
            assert list(self.project.operations()) == self.operations
            assert sound(self.project.check())
            for (actor, name), state in self.model.items():
                log = self.project.operations(actor=actor, document=name)
                assert samples.replay(DocumentState(state.document), log) == state
        finally:
            self.project.close()
            self.folder.cleanup()


TestLog = Log.TestCase
TestLog.settings = settings(
    max_examples=80, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
