"""The log: sealed, chained, append-only; its effect in the tables; and that failure changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.core.decision import FIRST_LINK, Comment, Decision, Verdict
from annotator.core.span import Argument, Event
from annotator.errors import BugError, KnownError
from annotator.store import projectfile
from annotator.store.log import UndoRow
from annotator.store.project import Project
from tests import samples
from tests.unit.store.drafts import draft, made, span, status

if TYPE_CHECKING:
    from pathlib import Path


def test_operations_are_sealed_and_chained_per_annotator(project: Project) -> None:
    one = project.append(draft(made(span())))
    other = project.append(draft(made(span()), actor="bram"))
    two = project.append(draft(made(span("s2", 3, 5))))
    assert (one.sequence, two.sequence, other.sequence) == (1, 2, 1)
    assert one.previous == other.previous == FIRST_LINK
    assert two.previous == one.hash
    assert one.replica == project.replica
    assert two.hash == two.digest()
    assert list(project.operations()) == [one, other, two]
    assert project.operation(two.id) == two
    assert project.actors() == ["anna", "bram"]


def test_operations_are_found_by_actor_document_and_number(project: Project) -> None:
    one = project.append(draft(made(span())))
    both = project.append(draft(made(span("s2", 3, 5)), made(span("s9", 0, 3), document="d2")))
    bram = project.append(draft(made(span("s9", 0, 3), document="d2"), actor="bram", document="d2"))
    assert list(project.operations(actor="anna")) == [one, both]
    assert list(project.operations(document="d2")) == [both, bram]
    assert list(project.operations(document="d2", actor="anna")) == [both]
    assert list(project.operations(after=2)) == [bram]
    assert list(project.operations(actor="nobody")) == []
    with pytest.raises(KnownError, match="A402"):
        project.operation("nothing")


def test_what_was_decided_comes_back_typed_and_by_position(project: Project) -> None:
    event = Event("e1", "events", "ATTACK", ((3, 7), (29, 32)), arguments=(Argument("AGENT", "s1"),))
    verdict = Verdict("corrected", "entities", "GPE", ((16, 28),), 0.25, "rules")
    comment = Comment("Klopt dit? 😀", "e1")
    project.append(
        draft(
            made(span("s9", 16, 28, "GPE")),
            made(event),
            made(span("s1")),
            Decision("d1", "verdict", "g1", None, verdict),
            Decision("d1", "comment", "c1", None, comment),
            status("todo", "done"),
        )
    )
    decided = project.decided("d1", "anna")
    assert list(decided.spans) == ["s1", "e1", "s9"]
    assert decided.spans["e1"] == event
    assert decided.verdicts == {"g1": verdict}
    assert decided.comments == {"c1": comment}
    assert decided.status == "done"
    nothing = project.decided("d1", "bram")
    assert (nothing.spans, nothing.status) == ({}, "todo")


def test_undo_appends_the_inverse(project: Project) -> None:
    before, after = span(), span(end=5)
    one = project.append(draft(made(before), status("todo", "busy")))
    two = project.append(draft(Decision("d1", "span", "s1", before, after), kind="resize_span"))
    undone = [decision.inverted() for decision in reversed(two.decisions)]
    project.append(draft(*undone, kind="undo", reverts=two.id))
    assert project.decided("d1", "anna").spans == {"s1": before}
    undone = [decision.inverted() for decision in reversed(one.decisions)]
    last = project.append(draft(*undone, kind="undo", reverts=one.id))
    assert project.decided("d1", "anna").spans == {}
    assert project.counts("anna")["todo"] == 2
    project.append(draft(made(span("s7", 3, 5)), kind="import", origin="import"))
    rows = project.undo_candidates("anna")
    assert rows[:2] == [UndoRow(one.id, "create_span", None), UndoRow(two.id, "resize_span", None)]
    assert rows[-1] == UndoRow(last.id, "undo", one.id)
    assert len(rows) == 4
    assert project.check() == []


@pytest.mark.parametrize("table", ["operations", "schemes", "documents", "texts"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_history_cannot_be_rewritten(project: Project, table: str, statement: str) -> None:
    project.append(draft(made(span())))
    with pytest.raises(sqlite3.IntegrityError):
        project._connection.execute(statement.format(table))
    assert project.check() == []


MISFITS = [
    (made(span()),),  # is there already
    (Decision("d1", "span", "s1", span(end=9), None),),  # is there, but otherwise
    (Decision("d1", "span", "s8", span("s8"), None),),  # is not there
    (status("done", "busy"),),
    (made(span("s5", 3, 5)), Decision("d1", "span", "s8", span("s8"), None)),  # the first would do
    (Decision("d1", "verdict", "g1", None, Comment("no verdict")),),
]


@pytest.mark.parametrize("decisions", MISFITS)
def test_a_decision_that_does_not_fit_changes_nothing(project: Project, decisions: tuple[Decision, ...]) -> None:
    project.append(draft(made(span())))
    before = list(project._connection.iterdump())
    with pytest.raises(BugError):
        project.append(draft(*decisions))
    assert list(project._connection.iterdump()) == before
    assert project.append(draft(made(span("s2", 3, 5)))).sequence == 2


def test_many_operations_are_all_stored_or_none(project: Project) -> None:
    with pytest.raises(BugError):
        project.append_many([draft(made(span())), draft(made(span()))])
    assert list(project.operations()) == []
    sealed = project.append_many([draft(made(span())), draft(made(span("s2", 3, 5)))])
    assert [operation.sequence for operation in sealed] == [1, 2]


def test_drafts_that_cannot_be_stored(project: Project) -> None:
    one = project.append(draft(made(span())))
    with pytest.raises(BugError, match="fit the log"):
        project.append(draft(made(span("s2", 3, 5)))._replace(id=one.id))
    with pytest.raises(BugError, match="fit the log"):
        project.append(draft(reverts="nothing"))
    with pytest.raises(BugError):
        project.append(draft(actor=""))
    with pytest.raises(KnownError, match="A107"):
        project.append(draft(made(span("s2", 3, 5), document="nowhere")))
    with pytest.raises(KnownError, match="A206"):
        project.append(draft(Decision("d1", "comment", "c", None, Comment("half \ud83d"))))
    with pytest.raises(BugError, match="written down"):
        project.append(draft(made(replace(span("s2", 3, 5), score=float("nan")))))
    assert list(project.operations()) == [one]
    assert project.check() == []


def test_a_full_disk_is_told_and_the_file_stays_as_it_was(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(KnownError, match="A108"):
        project.append(draft(Decision("d1", "comment", "c1", None, Comment("lang " * 1900))))
    assert not project._connection.in_transaction
    project._connection.execute("PRAGMA max_page_count=1000000")
    assert project.append(draft(made(span("s2", 3, 5)))).sequence == 2
    assert project.check() == []


def test_a_writer_that_gets_round_the_lock_is_told_to_wait(project: Project, path: Path) -> None:
    project._connection.execute("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="A103"):
            project.append(draft(made(span())))
        other.execute("ROLLBACK")
    assert project.append(draft(made(span()))).sequence == 1


def test_the_wal_is_folded_in_idle_time_and_when_it_grows(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wal = path.with_name(path.name + "-wal")
    project.append(draft(made(span())))
    assert wal.stat().st_size > 0
    project.checkpoint()
    assert wal.stat().st_size == 0
    monkeypatch.setattr(projectfile, "WAL_LIMIT", 100_000)
    project.checkpoint()
    sizes = []
    for number in range(60):
        project.append(draft(made(span(f"n{number}", 3, 5))))
        sizes.append(wal.stat().st_size)
    assert 0 in sizes
    assert max(sizes) < 100_000 + 2 * projectfile.LOOK_EVERY * sizes[0]


def test_a_reader_in_the_way_of_a_checkpoint_costs_no_waiting(project: Project, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        project.append(draft(made(span())))
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM operations").fetchone()
        project.append(draft(made(span("s2", 3, 5))))
        project.checkpoint()
        assert project._connection.execute("PRAGMA busy_timeout").fetchone()[0] > 0
        assert project.append(draft(made(span("s3", 8, 15)))).sequence == 3


def test_writes_inside_a_transaction_are_kept_or_taken_back_together(project: Project) -> None:
    with project.transaction():
        project.add_documents([samples.document("Nog een bericht.", id="d3")])
        project.append(draft(made(span("s1", 0, 3), document="d3"), document="d3"))
    assert list(project.decided("d3", "anna").spans) == ["s1"]

    def unplugged() -> None:
        with project.transaction():
            project.add_documents([samples.document("En nog een.", id="d4")])
            project.append(draft(made(span("s2", 0, 2), document="d4"), document="d4"))
            raise OSError("unplugged")

    with pytest.raises(OSError, match="unplugged"):
        unplugged()
    assert not project.has_document("d4")
    assert len(list(project.operations())) == 1


def test_a_part_that_fails_is_taken_back_alone(project: Project) -> None:
    def unplugged() -> None:
        with project.savepoint():
            project.append(draft(made(span("s3", 3, 5))))
            raise OSError("unplugged")

    with project.transaction():
        project.append(draft(made(span("s1"))))
        with pytest.raises(BugError):
            project.append_many([draft(made(span("s2", 3, 5))), draft(made(span("s1")))])
        with pytest.raises(OSError, match="unplugged"):
            unplugged()
        project.append(draft(made(span("s4", 8, 15))))
        assert project.check() == []
    assert list(project.decided("d1", "anna").spans) == ["s1", "s4"]
    assert [operation.sequence for operation in project.operations()] == [1, 2]
    assert project.check() == []


def test_closing_within_a_transaction_keeps_nothing_of_it(project: Project, path: Path) -> None:
    def closing_too_early() -> None:
        with project.transaction():
            project.append(draft(made(span())))
            project.close()

    with pytest.raises(sqlite3.ProgrammingError):
        closing_too_early()
    with Project.open(path) as again:
        assert list(again.operations()) == []


def test_settings_and_schemes_are_kept_with_their_history(project: Project, path: Path) -> None:
    project.set_meta("known_names", {"Deir al-Zor": ["Deir ez-Zor"]})
    project.add_scheme(source="x = 2", name="small", version=2)
    project.add_scheme(source="x = 2", name="small", version=2)
    project.close()
    with Project.open(path) as again:
        assert again.meta("known_names") == {"Deir al-Zor": ["Deir ez-Zor"]}
        assert again.scheme_source == "x = 2"
        assert [scheme.version for scheme in again.schemes()] == [1, 2]


def test_an_upkeep_that_fails_after_a_decision_is_no_error_of_the_decision(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def full(_: object) -> None:
        tried.append(1)
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(projectfile.opening, "fold_wal", full)
    project._checkpoint_at = 0
    for number in range(3 * projectfile.LOOK_EVERY):
        assert project.append(draft(made(span(f"n{number}", 3, 5)))).sequence == number + 1
    with project.transaction():
        project.set_meta("note", "kept")
    assert tried == [1]  # not again at every look: only once as much more has been written
    assert project.meta("note") == "kept"
