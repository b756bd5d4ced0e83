"""Exporting from the window: the choices, real files that are read back, stopping, and what cannot be."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core import command as c
from annotator.gui.dialogs import exporting
from annotator.gui.dialogs.exporting import CHOICES, OUTCOME, WORK, ExportDialog, proposed, purpose
from annotator.gui.theme import LIGHT
from annotator.services.exporting import SUGGESTIONS
from annotator.services.registry import FORMATS


@pytest.fixture
def decided(session):
    for one in list(session.state("d1").suggestions)[:4]:
        session.do(c.Accept(document="d1", suggestion=one))
    session.do(c.SetStatus(document="d1", status="done"))
    return session


@pytest.fixture
def dialog(qtbot, decided, scheme):
    made = ExportDialog(decided.project, scheme, LIGHT)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.page.stop.click()
    made._end()


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.choices.format.setCurrentIndex(dialog.choices.format.findData(name))


def test_a_format_says_what_it_is_for_and_a_new_one_needs_no_more_than_its_row() -> None:
    spacy = next(one for one in FORMATS if one.name == "spacy")
    assert "spacy train" in purpose(spacy)
    assert purpose(replace(spacy, name="new")) == f"{spacy.title}."


def test_labels_go_out_and_come_back_while_the_window_goes_on(qtbot, dialog, decided, tmp_path) -> None:
    choose(dialog, "jsonl")
    assert dialog.choices.only_done.isChecked(), "one article is done, the others are not"
    assert dialog.choices.source.currentData() == "anna"
    place = tmp_path / "test-jsonl.jsonl"
    assert dialog.choices.place.text() == str(place)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.stack.currentIndex() == WORK
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == OUTCOME, timeout=20_000)
    lines = place.read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["d1"]
    assert "Articles: 1. Labels: 4 in, 4 out and read back, 0 listed." in dialog.outcome.toPlainText()
    assert str(place) in dialog.outcome.toPlainText()
    assert QApplication.focusWidget() is dialog.cancel
    assert decided.project.check() == []
    assert proposed(decided.project.path, dialog.choices.chosen()).name == "test-jsonl-2.jsonl", (
        "nothing is written over"
    )


def test_formats_have_the_names_that_people_know_them_by(dialog, qtbot, decided, scheme, language) -> None:
    language("nl")
    choices = ExportDialog(decided.project, scheme, LIGHT)
    qtbot.addWidget(choices)
    offered = [choices.choices.format.itemText(number) for number in range(choices.choices.format.count())]
    assert {"spaCy DocBin", "CoNLL-2003", "Label Studio", "eigen JSONL", "CSV-tabellen", "Excel"} <= set(offered)
    assert "voor “spacy train”." in choices.choices.about.text()
    assert not ({one.name for one in FORMATS} - {"brat", "doccano"}) & set(offered)


def test_what_a_format_cannot_hold_is_told(qtbot, dialog, decided) -> None:
    apart = next(one for one in decided.state("d1").suggestions.values() if len(one.fragments) > 1)
    decided.do(c.Accept(document="d1", suggestion=apart.id))
    choose(dialog, "conll2002")
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == OUTCOME, timeout=60_000)
    said = dialog.outcome.toPlainText()
    assert "5 in, 4 out and read back, 1 listed" in said
    assert "· 1 × " in said


def test_what_came_out_is_said_in_dutch(qtbot, dialog, decided, language) -> None:
    language("nl")
    apart = next(one for one in decided.state("d1").suggestions.values() if len(one.fragments) > 1)
    decided.do(c.Accept(document="d1", suggestion=apart.id))
    choose(dialog, "conll2002")
    dialog.choices.only_done.setChecked(False)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == OUTCOME, timeout=60_000)
    said = dialog.outcome.toPlainText()
    assert "· 1 × meer dan één deel; het formaat kan er één bevatten" in said
    assert "artikelen die niet klaar zijn: 2; een O in hun tags kan onbeslist zijn" in said
    assert "left out" not in said


def test_a_stopped_export_leaves_nothing(qtbot, dialog, monkeypatch, tmp_path) -> None:
    def slow(project, scheme, call, request, *, progress):
        while True:
            progress(1, 2)  # raises once it is to stop

    monkeypatch.setattr(exporting, "export", slow)
    choose(dialog, "jsonl")
    dialog.begin()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == CHOICES, timeout=10_000)
    assert dialog.isVisible(), "Escape stops the work, and the window stays"
    assert dialog.problem.text() == "the export was stopped"
    assert sorted(one.suffix for one in tmp_path.iterdir() if one.suffix == ".jsonl") == []


def test_what_cannot_be_is_said(qtbot, dialog, decided, tmp_path) -> None:
    for box in dialog.choices.layers.values():
        box.setChecked(False)
    dialog.begin()
    assert dialog.problem.text() == "choose at least one layer"
    for box in dialog.choices.layers.values():
        box.setChecked(True)
    choose(dialog, "jsonl")
    dialog.choices.place.setText("  ")
    dialog.begin()
    assert dialog.problem.text() == "choose where the files are to go"
    dialog.choices.place.setText(str(decided.project.path))
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == CHOICES and dialog.problem.isVisible(), timeout=20_000)
    assert "is a project; an export does not replace it" in dialog.problem.text()
    dialog.choices.source.setCurrentIndex(dialog.choices.source.findData(SUGGESTIONS))
    assert not dialog.choices.only_done.isEnabled()


def test_a_place_that_was_typed_stays(dialog) -> None:
    dialog.choices.place.setText("/elders/mijn")
    choose(dialog, "xlsx")
    assert dialog.choices.place.text() == "/elders/mijn"


def test_the_key_opens_it(qtbot, window, keys, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(ExportDialog, "exec", lambda self: opened.append(self.windowTitle()))
    keys("Ctrl+E")
    assert opened == ["Export"]
