"""Whatever is done, undone, imported, refused by the disk, voted on or done in a thread: a session knows the file."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.core import command as c
from annotator.core.decision import Comment, Decision
from annotator.core.span import Argument, Event, Span
from annotator.errors import KnownError
from annotator.formats.records import ImportedDocument
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services import session as session_module
from annotator.services.arriving import operation_for
from annotator.services.long_work import LongCommand
from annotator.services.projects import open_session
from annotator.services.schemes import load_builtin
from annotator.services.session import VOTE
from annotator.services.settling import Settler
from annotator.store import opening, projectfile
from annotator.store.project import Project
from tests.samples import TEXT, at, document, suggestion

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion

TEXTS = {"d1": TEXT, "d2": "Belga meldt dat Belga zwijgt over Raqqa.", "d3": "Raqqa viel aan; IS rukt op, zegt Belga."}


def offered(name: str, text: str) -> tuple[Suggestion, ...]:
    doc = document(text, id=name)
    org = suggestion(doc, "entities", "ORG", at(text, "Belga"), score=0.9)
    part = suggestion(doc, "entities", "PERSON", (at(text, "Belga")[0], at(text, "Belga")[0] + 3), score=0.4)
    gpe = suggestion(doc, "entities", "GPE", at(text, "Raqqa"), score=0.6)
    roles = (Argument("AGENT", org.id), Argument("TARGET", gpe.id))
    return org, gpe, part, suggestion(doc, "events", "ATTACK", at(text, "Raqqa"), score=0.8, arguments=roles)


OFFERED = {name: offered(name, text) for name, text in TEXTS.items()}
TOKENS = {name: document(text).tokens.ranges for name, text in TEXTS.items()}
EDGES = sorted({edge for text in TEXTS.values() for token in document(text).tokens.ranges for edge in token})
IDS = [f"n{number}" for number in range(4)]
KNOWN = IDS + [one.id for several in OFFERED.values() for one in several]

names = st.sampled_from(sorted(TEXTS))
labels = st.sampled_from(["ORG", "GPE", "DATE", "ATTACK"])
known = st.sampled_from(KNOWN)
fragment = st.tuples(st.sampled_from(EDGES), st.sampled_from(EDGES))
fragments = st.lists(fragment, min_size=1, max_size=2).map(lambda pairs: tuple(sorted(pairs)))
roles = st.sampled_from(["AGENT", "TARGET", "PLACE"])
scopes = st.sampled_from(["document", "undone"])
plain = st.one_of(
    st.builds(c.CreateSpan, document=names, layer=st.just("entities"), label=labels, fragments=fragments,
              id=st.sampled_from(IDS)),
    st.builds(c.CreateEvent, document=names, type=st.just("ATTACK"), fragments=fragments, id=st.sampled_from(IDS),
              arguments=st.lists(st.tuples(roles, known), max_size=3).map(tuple)),
    st.builds(c.SetArgument, document=names, event=known, role=roles, span=st.none() | known),
    st.builds(c.ClearRole, document=names, event=known, role=roles),
    st.builds(c.RelabelSpan, document=names, span=known, label=labels),
    st.builds(c.ResizeSpan, document=names, span=known, fragments=fragments),
    st.builds(c.DeleteSpan, document=names, span=known),
    st.builds(c.Accept, document=names, suggestion=known, label=st.none() | labels),
    st.builds(c.Reject, document=names, suggestion=known),
    st.builds(c.AcceptAbove, document=names, threshold=st.sampled_from([0.5, 0.8])),
    st.builds(c.SetStatus, document=names, status=st.sampled_from(["busy", "done", "todo", "flagged"])),
    st.builds(c.AddComment, document=names, text=st.sampled_from(["twijfel", "zie boven 😀"])),
)  # fmt: skip
over_many = st.one_of(
    st.builds(c.ApplyToAll, document=names, span=known, scope=scopes),
    st.builds(c.RelabelAll, document=names, span=known, label=labels, scope=scopes),
)
backwards = st.sampled_from([c.Undo(), c.Redo(), c.Undo()])


class Failing:
    """A connection whose statement number `left` from now finds the disk full; -1 for one that is well."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.left = -1

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, *query: Any) -> sqlite3.Cursor:
        self._count(query[0])
        return self._connection.execute(*query)

    def executemany(self, *query: Any) -> sqlite3.Cursor:
        self._count(query[0])
        return self._connection.executemany(*query)

    def _count(self, query: str) -> None:
        if query.startswith(("ROLLBACK", "RELEASE", "PRAGMA")):
            return
        if self.left == 0:
            full(self._connection)
        self.left -= self.left > 0


def full(_: object) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


class Sitting(RuleBasedStateMachine):
    """One annotator's session, kept for the whole run, beside one that is made anew after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        scheme = load_builtin("conflict-nl")
        self.path = Path(self.folder.name) / "p.annotator"
        Project.create(
            self.path, scheme=scheme.source, scheme_name=scheme.name, scheme_version=scheme.version,
            tokenizer=SETTINGS, tokenizer_hash=settings_hash(SETTINGS),
        ).close()  # fmt: skip
        self.votes = 0
        self.has_imported = False
        # Most is forgotten at once, so that what is looked up in the file is looked up here.
        self.kept = session_module.RECENT, session_module.KEPT_STATES, projectfile.WAL_LIMIT, opening.fold_wal
        session_module.RECENT, session_module.KEPT_STATES = 3, 2
        projectfile.WAL_LIMIT = 40_000
        self.open()
        for name, text in TEXTS.items():
            self.project.add_documents([document(text, id=name)])
            self.project.put_suggestions(name, OFFERED[name], run={"suggesters": ["rules"]})

    def open(self) -> None:
        self.project = Project.open(self.path)
        self.disk = Failing(self.project._connection)
        self.project._connection = self.disk  # type: ignore[assignment]
        self.session = open_session(self.project, "anna")

    @rule(command=plain | over_many | backwards)
    def do(self, command: c.Command) -> None:
        self.session.do(command)

    @rule(name=names, token=st.integers(0, 4), fillers=st.lists(st.tuples(roles, st.integers(0, 2)), max_size=3))
    def make_event(self, name: str, token: int, fillers: list[tuple[str, int]]) -> None:
        """An event that names what is offered as its fillers."""
        named = tuple((role, OFFERED[name][number].id) for role, number in fillers)
        place = (TOKENS[name][token],)
        self.session.do(c.CreateEvent(document=name, type="ATTACK", fragments=place, arguments=named))

    @rule(name=names, take=st.booleans(), number=st.integers(0, 3))
    def answer(self, name: str, take: bool, number: int) -> None:
        id = OFFERED[name][number].id
        self.session.do(c.Accept(document=name, suggestion=id) if take else c.Reject(document=name, suggestion=id))

    @rule(command=plain | over_many | backwards, statement=st.integers(0, 14), is_folding=st.booleans())
    def fail(self, command: c.Command, statement: int, is_folding: bool) -> None:
        """The disk is full in the middle of it, or at the upkeep after it."""
        if is_folding:
            opening.fold_wal, self.project._checkpoint_at, self.project._single = full, -1, projectfile.LOOK_EVERY
        else:
            self.disk.left = statement
        with suppress(KnownError):
            self.session.do(command)
        self.disk.left = -1
        opening.fold_wal = self.kept[3]

    @rule(text=st.sampled_from(["a", "b"]), only=st.sets(names, min_size=1), statement=st.integers(-1, 40))
    def vote(self, text: str, only: set[str], statement: int) -> None:
        """One gesture of several operations in one transaction, as adjudication makes it; the disk may fill up."""
        self.votes += 1
        kind, origin = VOTE
        self.disk.left = statement
        try:
            with self.project.transaction():
                for name in sorted(only):
                    made = Decision(name, "comment", f"c{self.votes}{text}", None, Comment(text, None))
                    self.session.record(kind, name, [made], origin=origin, at=f"moment {self.votes}")
        except KnownError:
            self.session.forget()
        finally:
            self.disk.left = -1

    @rule(command=over_many | backwards)
    def do_in_a_thread(self, command: c.Command) -> None:
        """What long work does, without its thread: a session and a connection of its own, then the taking over."""
        self.session.take_over(LongCommand(self.session, command).run(lambda step, done, total: None))

    @rule(name=names, which=st.sets(st.integers(0, 3)))
    def suggest_again(self, name: str, which: set[int]) -> None:
        """Not always all of them: what is learned hides some, and shows them again."""
        found = [OFFERED[name][number] for number in sorted(which)]
        self.project.put_suggestions(name, found, run={"suggesters": ["rules"]})
        self.session.refresh(name, self.project.suggestions(name))

    @rule(name=names, token=st.integers(0, 8), label=st.sampled_from(["ORG", "GPE"]),
          status=st.sampled_from(["done", "busy", None]))  # fmt: skip
    def bring_in(self, name: str, token: int, label: str, status: str | None) -> None:
        """What a file says is recorded beside what was decided, and is no step of undo."""
        place = (TOKENS[name][token % len(TOKENS[name])],)
        entity = Span("x1", "entities", label, place)
        event = Event("x2", "events", "ATTACK", place, arguments=(Argument("TARGET", "x1"),))
        record = ImportedDocument(TEXTS[name], "file", status=status, spans=(entity, event))
        there = self.project.decided(name, "anna")
        scheme = self.session.scheme
        operation = operation_for(
            Settler(scheme, unknown="skip").flattened(record, there.spans), name, document(TEXTS[name]).sha256,
            actor="anna", replica=self.project.replica, scheme=scheme, there=there,
        )  # fmt: skip
        if operation is not None:
            self.project.append(operation)
            self.session.forget()
            self.has_imported = True

    @rule(name=names, back=st.integers(1, 4))
    def go_back(self, name: str, back: int) -> None:
        own = [one.id for one in self.project.operations(actor="anna", document=name)]
        self.session.do(c.RevertTo(document=name, operation=own[-back] if len(own) >= back else None))

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.open()

    @invariant()
    def a_fresh_session_knows_the_same(self) -> None:
        fresh = open_session(self.project, "anna")
        assert self.session._undo_stacks() == fresh._undo_stacks()
        for command in (c.Undo(), c.Redo()):
            assert self.session.revert_size(command) == fresh.revert_size(command)
        for name in TEXTS:
            known, read = self.session.state(name), fresh.state(name)
            assert known == read
            assert known.open_suggestions(self.session.scheme) == read.open_suggestions(fresh.scheme)
            flat = sorted(span.fragments for span in read.spans.values() if span.layer == "entities")
            assert all(one[-1][1] <= other[0][0] for one, other in pairwise(flat))

    @invariant()
    def the_file_checks_out(self) -> None:
        assert not self.project._connection.in_transaction
        assert self.project.check() == []

    @precondition(lambda self: not self.has_imported)
    @rule()
    def take_all_back_and_bring_it_again(self) -> None:
        """However long ago it was; what had been taken back before stays so."""
        before = [self.project.decided(name, "anna") for name in TEXTS]
        done = 0
        while self.session.next_reverted(c.Undo()):
            self.session.do(c.Undo())
            done += 1
        assert all(self.project.decided(name, "anna") == ({}, {}, {}, "todo") for name in TEXTS)
        for _ in range(done):
            self.session.do(c.Redo())
        assert [self.project.decided(name, "anna") for name in TEXTS] == before

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()
        session_module.RECENT, session_module.KEPT_STATES, projectfile.WAL_LIMIT, opening.fold_wal = self.kept


TestSitting = Sitting.TestCase
TestSitting.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
