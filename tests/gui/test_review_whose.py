"""Review: whose versions are compared, and articles that one annotator alone did."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from annotator.core.span import Span
from annotator.gui.main_window import MainWindow
from annotator.gui.review.alone import AloneDialog
from annotator.gui.review.whose import WhoseDialog
from annotator.gui.theme import LIGHT
from annotator.services.session import Session
from annotator.store.assignments import Assignment
from tests.gui.conftest import ANNA, BRAM, Typist, entity, lead_window, review_in
from tests.unit.services.versions import annotate

CARLA = (entity("c1", "Belga", "ORG"), entity("c3", "Tal Afar", "FAC"))


@pytest.fixture
def three(project):
    """anna, bram and carla did d1; anna alone did d2."""
    annotate(project, "anna", *ANNA)
    annotate(project, "bram", *BRAM)
    annotate(project, "carla", *CARLA)
    annotate(project, "anna", Span("a9", "entities", "ORG", ((0, 5),)), document="d2")
    return project


@pytest.fixture
def review(qtbot, three, scheme):
    made = lead_window(qtbot, three, scheme)
    yield review_in(qtbot, made)
    made.close()


@pytest.fixture
def press(review) -> Typist:
    return Typist(review.window())


def answer(monkeypatch, *names: str, is_taken: bool = True) -> list[str]:
    """Has the question answered with those names ticked; returns what the dialog counted."""
    counted = []

    def ticked(dialog: WhoseDialog) -> int:
        for name, box in dialog.boxes.items():
            box.setChecked(name in names)
        counted.append(dialog.counts.text())
        dialog.go.click()
        if not dialog.problem.isHidden():
            counted.append(dialog.problem.text())
        return QDialog.DialogCode.Accepted if is_taken and dialog.problem.isHidden() else QDialog.DialogCode.Rejected

    monkeypatch.setattr(WhoseDialog, "exec", ticked)
    return counted


def test_the_versions_of_some_are_compared_and_the_place_stays(qtbot, review, press, monkeypatch) -> None:
    place = next(one for one in review.deciding.places if "carla" in one.spans and not one.is_agreed)
    review.deciding.go_to(place.id)
    counted = answer(monkeypatch, "anna", "bram")
    press("W")
    assert counted == ["Articles that two or more of them finished: 1"]
    assert review.deciding.review.compared.annotators == ("anna", "bram")
    assert (review.deciding.place.start, review.deciding.place.end) == (place.start, place.end)
    assert set(review.deciding.place.spans) == {"anna", "bram"}
    assert review.queue.compared.text() == "Compared: anna, bram"
    qtbot.waitUntil(lambda: review.queue.model.rows[0].differences == 4, timeout=5_000)
    press("N")
    assert review.queue.compared.text() == "Compared: 2 annotators"
    answer(monkeypatch, "anna", "bram", "carla")
    press("W")
    assert review.deciding.annotators == ()
    assert review.queue.compared.isHidden()


def test_votes_count_those_who_are_compared(qtbot, review, press, three, monkeypatch) -> None:
    answer(monkeypatch, "anna", "carla")
    press("W", "U")
    vote = review.asking.vote
    qtbot.waitUntil(lambda: vote.go.isEnabled(), timeout=5_000)
    vote.go.click()
    qtbot.waitUntil(lambda: review.asking.vote is None, timeout=5_000)
    operation = next(iter(three.operations(actor="gold")))
    assert {three.operation(id).actor for id in operation.sources} == {"anna", "carla"}


def test_a_document_that_they_did_not_finish_makes_room_for_one_that_they_did(
    qtbot, review, press, three, monkeypatch
) -> None:
    for name in ("carla", "dirk"):
        annotate(three, name, Span(f"x-{name}", "entities", "ORG", ((0, 5),)), document="d2")
    counted = answer(monkeypatch, "anna", "dirk")
    press("W")
    assert counted == ["Articles that two or more of them finished: 1"]
    qtbot.waitUntil(lambda: review.deciding.document == "d2", timeout=5_000)
    assert [row.id for row in review.queue.model.rows] == ["d2"]


def test_one_alone_is_not_compared(review, press, monkeypatch) -> None:
    counted = answer(monkeypatch, "anna")
    press("W")
    assert counted[1:] == ["choose at least two annotators"]
    assert review.deciding.annotators == ()


def test_the_only_version_is_taken_after_its_count_and_one_undo_takes_it_back(qtbot, review, press, three) -> None:
    press("S")
    dialog = review.asking.vote
    assert isinstance(dialog, AloneDialog)
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=5_000)
    assert dialog.counts.text().splitlines()[:2] == ["Articles: 1", "Taken: 1"]
    assert dialog.others.isHidden()
    assert three.decided("d2", "gold").spans == {}
    dialog.go.click()
    qtbot.waitUntil(lambda: review.asking.vote is None, timeout=5_000)
    assert len(three.decided("d2", "gold").spans) == 1
    assert three.decided("d2", "gold").status == "done"
    assert three.decided("d1", "gold").spans == {}
    press("Ctrl+Z")
    assert three.decided("d2", "gold").spans == {}
    assert review.window().status.message.text() == "taken back"
    assert review.deciding.document == "d1"
    assert three.check() == []


def test_what_somebody_else_is_to_finish_is_left_out_unless_it_is_wanted(qtbot, review, press, three) -> None:
    three.add_assignment(Assignment("w1", "bram", "2026-01-01T00:00:00.000Z", 1, {"d1": False, "d2": False}, {}))
    press("S")
    dialog = review.asking.vote
    qtbot.waitUntil(lambda: dialog.counts.text().startswith("Articles"), timeout=5_000)
    assert dialog.counts.text().splitlines()[0] == "Articles: 0"
    assert not dialog.go.isEnabled()
    assert dialog.others.text().endswith("has not finished: 1")
    dialog.others.setChecked(True)
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=5_000)
    dialog.go.click()
    qtbot.waitUntil(lambda: review.asking.vote is None, timeout=5_000)
    assert len(three.decided("d2", "gold").spans) == 1


def test_with_one_annotator_the_only_version_can_be_taken_too(qtbot, project, scheme) -> None:
    annotate(project, "anna", *ANNA)
    made = MainWindow(Session(project, scheme, "lead"), theme=LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.open_first("d1")
    made.keys.run("place_review")
    place = made.places.review()
    qtbot.waitUntil(lambda: place.pages.currentIndex() == 1, timeout=5_000)
    assert "S takes articles into gold" in place.nothing.text()
    Typist(made)("S")
    dialog = place.asking.vote
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=5_000)
    dialog.go.click()
    qtbot.waitUntil(lambda: place.asking.vote is None, timeout=5_000)
    assert len(project.decided("d1", "gold").spans) == len(ANNA)
    made.close()
