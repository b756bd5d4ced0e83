"""Labelling in very many articles: the window goes on, says how far it is, can stop it; one undo, nothing half done."""

from __future__ import annotations

import sys
import time

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from annotator.core.command import CreateSpan, Redo, Undo
from annotator.gui.find.finding import by_document
from annotator.gui.inspector.places import PlacesSheet
from annotator.gui.long_work import WorkStrip
from annotator.gui.turns import SOON
from annotator.services.conduct import set_conduct
from tests.gui.conftest import article
from tests.samples import at

COUNT = 80


@pytest.fixture
def many(project, window, keys, monkeypatch):
    """“Belga” is a span of d1, and stands in COUNT further articles; whatever is done to them counts as long."""
    monkeypatch.setattr("annotator.services.long_work.AT_A_TIME", 0.0)
    monkeypatch.setattr("annotator.services.long_work.SMALL", 2_000)
    monkeypatch.setattr("annotator.gui.long_work.PATIENCE", 0)
    project.add_documents([article(f"Nummer {n}: Belga zwijgt.", id=f"x{n}") for n in range(COUNT)])
    keys("Tab", "Enter")
    window.article.set_current(next(iter(window.hand.state.spans)))
    return window


def spans_of(session) -> int:
    return sum(len(session.project.decided(id, "anna").spans) for id in session.project.document_ids())


def sheet_of(window) -> PlacesSheet:
    return window.article.findChildren(PlacesSheet)[-1]


def apply_everywhere(window, keys, qtbot) -> None:
    keys("Ctrl+Shift+Enter")
    qtbot.waitUntil(lambda: sheet_of(window).list.count() >= COUNT)
    qtbot.waitUntil(lambda: sheet_of(window)._note.isHidden())
    keys("Enter")


def test_the_preview_says_how_many_control_articles_are_left_out(many, keys, session, qtbot) -> None:
    session.conduct = set_conduct(session.project, controls=0.5, seed=3)
    controls = sum(session.conduct.is_control(f"x{n}") for n in range(COUNT)) + session.conduct.is_control("d2")
    keys("Ctrl+Shift+Enter")
    sheet = sheet_of(many)
    qtbot.waitUntil(lambda: not sheet._is_looking)
    assert sheet._note.text() == f"{controls} control articles are left out: you have not begun them"
    assert sheet.list.count() == 2 + 1 + COUNT - controls


def test_where_the_text_stands_in_a_control_article_alone_that_is_said(project, window, keys, qtbot) -> None:
    project.add_documents([article("Een woordvoerder zweeg.", id="x1")])
    project.put_suggestions("x1", [], run={"conduct": "control"})
    place = (at(project.document("d1").text, "woordvoerder"),)
    window.desk.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=place, id="s1"))
    window.article.set_current("s1")
    keys("Ctrl+Shift+Enter")
    qtbot.waitUntil(lambda: "stands nowhere else without a label" in window.status.message.text())
    assert window.status.message.text().endswith("1 control article is left out: you have not begun it")


def test_the_preview_fills_while_one_looks_and_the_labels_are_one_undo(many, keys, session, qtbot) -> None:
    told: list[tuple[str, int, int]] = []
    many.desk.work.advanced.connect(lambda *one: told.append(one))
    apply_everywhere(many, keys, qtbot)
    assert many.desk.work.is_running
    strip = many.status.findChild(WorkStrip)
    qtbot.waitUntil(lambda: strip.isVisible() or not many.desk.work.is_running)
    keys("Tab")  # one reads on meanwhile; only decisions wait
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    count = spans_of(session)
    assert count == 1 + 3 + COUNT  # two more in d1, one in d2
    assert strip.isHidden()
    assert "Ctrl Z takes all of it back" in many.status.message.text()
    assert told
    keys("Ctrl+Z")
    assert many.desk.work.is_running
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert spans_of(session) == 1
    assert many.status.message.text() == f"Undone: labelled all identical strings: ORG “Belga” and {COUNT + 2} more"
    assert many.status.alarm.isHidden()
    keys("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert spans_of(session) == count
    assert session.project.check() == []


def test_escape_stops_it_and_nothing_has_happened(many, keys, session, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.TURN", 0.01)  # long enough to be stopped on the way
    apply_everywhere(many, keys, qtbot)
    keys("Escape")
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert spans_of(session) == 1
    assert many.status.message.text() == "stopped; nothing has changed"
    assert many.desk.do(Undo()).operation.kind == "undo"  # takes back the one accept: nothing was added to the log


def test_meanwhile_decisions_wait_and_the_button_stops_it_too(many, keys, session, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.TURN", 0.01)
    apply_everywhere(many, keys, qtbot)
    keys("f")
    keys("X")
    many.desk.do(Redo())
    assert "wait a moment" in many.status.message.text()
    assert spans_of(session) == 1
    many.status.findChild(WorkStrip).button.click()
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert spans_of(session) == 1


def test_suggestions_that_come_meanwhile_are_stored_afterwards(many, keys, session, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.TURN", 0.01)
    apply_everywhere(many, keys, qtbot)
    document = session.project.document("d3")
    many.desk.take_suggestions("d3", document.sha256, [], {})
    assert not session.project.has_suggestions("d3")
    keys("Escape")
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert session.project.has_suggestions("d3")


def test_closing_the_window_stops_it(many, keys, session, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.TURN", 0.01)
    apply_everywhere(many, keys, qtbot)
    many.close()
    assert not many.desk.work.is_running
    assert spans_of(session) == 1
    assert not session.is_held


def test_relabelling_all_of_a_kind_counts_in_the_background(many, keys, session, qtbot) -> None:
    apply_everywhere(many, keys, qtbot)
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    count = spans_of(session)
    keys("Shift+R", "Shift+R")
    qtbot.waitUntil(lambda: f"Give all {count} × ORG" in many.hints.accessibleName())
    keys("g")
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert f"{count} × “Belga” are" in many.status.message.text()
    labels = {one.label for id in ("d1", "x0", "x79") for one in session.project.decided(id, "anna").spans.values()}
    assert len(labels) == 1
    assert "ORG" not in labels


def test_places_from_the_lists_are_labelled_in_the_background_too(many, session, qtbot) -> None:
    hits = []
    many.keys.run("concordance")
    drawer = many.finding.drawer
    drawer.look_for("zwijgt")
    qtbot.waitUntil(lambda: len(drawer.hits.hits) >= COUNT)
    hits = drawer.hits.hits
    label = next(one for one in session.scheme.labels if one.name == "PERSON")
    drawer.hits.tick_all(is_on=True)
    drawer.give(label)
    assert many.desk.work.is_running
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    assert spans_of(session) == 1 + sum(len(places) for places in by_document(hits).values())


def test_the_window_has_its_turns_while_it_runs(many, keys, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("annotator.services.long_work.AT_A_TIME", 0.002)
    beats: list[float] = []
    heart = QTimer(QObject(many))
    heart.timeout.connect(lambda: beats.append(time.thread_time()))
    apply_everywhere(many, keys, qtbot)
    heart.start(0)
    qtbot.waitUntil(lambda: not many.desk.work.is_running)
    heart.stop()
    assert len(beats) > 3
    assert sys.getswitchinterval() <= SOON


def test_where_nothing_is_left_the_status_line_says_so_and_no_box_opens(window, keys) -> None:
    keys("Tab", "Tab")
    assert window.hand.text(window.article.current.fragments) != "Belga"
    keys("Shift+Enter")
    assert not window.article.findChildren(PlacesSheet)
    assert "stands nowhere else in this article" in window.status.message.text()


def test_the_same_in_all_documents(window, keys, qtbot) -> None:
    keys("Tab", "Tab", "Ctrl+Shift+Enter")
    qtbot.waitUntil(lambda: "stands nowhere else without a label" in window.status.message.text())
    QApplication.processEvents()
    assert all(sheet.isHidden() for sheet in window.article.findChildren(PlacesSheet))
    assert window.article.hasFocus()
