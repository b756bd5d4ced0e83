"""The figures of the contract, counted from the log and its projection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.decision import Decision, Verdict
from annotator.core.span import Event, Span
from tests.unit.store.drafts import draft, made, span, status

if TYPE_CHECKING:
    from annotator.store.project import Project


def verdict(outcome: str, target: str) -> Decision:
    value = Verdict(outcome, "entities", "ORG", ((0, 2),), 0.9, "rules")  # type: ignore[arg-type]
    return Decision("d1", "verdict", target, None, value)


def test_the_figures_of_an_annotator(project: Project) -> None:
    accepted = Span("g1", "entities", "ORG", ((0, 2),), origin="accepted", suggestion="g1", score=0.9)
    for operation in (
        draft(made(accepted), verdict("accepted", "g1"), kind="accept", elapsed_ms=1500),
        draft(verdict("rejected", "g2"), kind="reject", elapsed_ms=500),
        draft(verdict("rejected", "g3"), kind="reject", elapsed_ms=300_000),
        draft(verdict("corrected", "g4"), kind="accept", elapsed_ms=0),
        draft(made(span("s1", 16, 28)), elapsed_ms=2000),
        draft(made(Event("e1", "events", "ATTACK", ((3, 7),))), kind="create_event", elapsed_ms=1000),
        draft(status("todo", "done"), kind="set_status", elapsed_ms=0),
        draft(made(span("s1", 0, 3), document="d2"), document="d2", kind="import", origin="import", elapsed_ms=0),
        draft(made(span()), actor="bram", origin="script", elapsed_ms=0),
    ):
        project.append(operation)
    stats = project.stats()
    assert (stats["documents"], stats["done"]) == (2, 1)
    assert stats["annotators"]["anna"] == {
        "documents": 2, "done": 1, "spans": 3, "events": 1, "accepted": 1, "corrected": 1, "rejected": 2, "added": 3,
        "active_seconds": 305.0, "keys": 7,
    }  # fmt: skip
    assert stats["annotators"]["bram"]["keys"] == 0

    one, two = project.document_stats("anna")
    assert (one.document, one.figures.spans, one.figures.active_seconds, one.figures.done) == ("d1", 2, 305.0, 1)
    assert (two.document, two.figures.spans, two.figures.added, two.figures.keys) == ("d2", 1, 1, 0)


def test_what_was_made_in_bulk_without_a_suggestion_is_added_as_well(project: Project) -> None:
    of_one = Span("g1", "entities", "ORG", ((0, 2),), origin="bulk", suggestion="g1", score=0.9)
    project.append(draft(made(of_one), verdict("accepted", "g1"), kind="accept_above"))
    project.append(draft(made(Span("b1", "entities", "ORG", ((3, 7),), origin="bulk")), kind="apply_to_all"))
    project.append(draft(made(Span("b2", "entities", "ORG", ((16, 28),), origin="import")), kind="import"))
    figures = project.stats()["annotators"]["anna"]
    assert (figures["spans"], figures["accepted"], figures["added"]) == (3, 1, 1)


def test_a_project_without_work(project: Project) -> None:
    assert project.stats() == {"documents": 2, "done": 0, "annotators": {}}
    assert project.document_stats("anna") == []


def test_the_active_time_of_one_annotator_in_one_document(project: Project) -> None:
    for operation in (
        draft(made(span("s1", 0, 2)), elapsed_ms=1500),
        draft(made(span("s2", 16, 28)), kind="accept", elapsed_ms=130_000),
        draft(made(span("s3", 0, 3), document="d2"), document="d2", elapsed_ms=700),
        draft(made(span()), actor="bram", elapsed_ms=9000),
    ):
        project.append(operation)
    assert project.active_ms("d1", "anna") == 131_500
    assert project.active_ms("d2", "anna") == 700
    assert project.active_ms("d2", "bram") == project.active_ms("nowhere", "anna") == 0


def test_the_figures_and_the_window_count_the_same_time(project: Project) -> None:
    for operation in (
        draft(made(span("s1", 0, 2)), elapsed_ms=1500),
        draft(made(span("s2", 16, 28)), kind="accept", elapsed_ms=500_000),  # read for long, with keys in between
        draft(made(span("s3", 3, 7)), kind="accept", elapsed_ms=-1),
        draft(made(span("s4", 0, 3), document="d2"), document="d2", elapsed_ms=700),
    ):
        project.append(operation)
    of_window = {one: project.active_ms(one, "anna") / 1000 for one in ("d1", "d2")}
    assert of_window == {"d1": 501.5, "d2": 0.7}
    assert {one.document: one.figures.active_seconds for one in project.document_stats("anna")} == of_window
    assert project.stats()["annotators"]["anna"]["active_seconds"] == 502.2
