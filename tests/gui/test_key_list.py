"""The labels with their keys in the inspector, while nothing is at hand; labels and guidelines of any length there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.article import selection as selecting
from annotator.gui.inspector.key_list import KeyList, lines_of
from annotator.gui.inspector.painted import Prose
from annotator.gui.key_names import use_keys
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.services.keymap import Keymap


@pytest.fixture
def list_of(window) -> KeyList:
    window.settle()
    return window.inspector.findChild(KeyList)


def test_the_labels_are_shown_until_something_is_at_hand(window, list_of) -> None:
    assert list_of.isVisible()
    assert "P PERSON · Person" not in list_of.accessibleDescription(), "a caption that says the same is left out"
    assert "G GPE Country, city, administration" in list_of.accessibleDescription()
    QTest.keyClick(window.article, Qt.Key.Key_Tab)
    window.settle()
    assert window.article.current is not None
    assert not list_of.isVisible()


def test_a_click_on_one_gives_it_to_the_words_selected(window, list_of, session) -> None:
    document = window.article.document
    window.article.set_selection(selecting.at(document, document.text.index("woordvoerder")))
    window.settle()
    for label, wanted in (("PERSON", "entities"), ("KILLING", "events")):
        place = next(place for line, place in list_of.places() if line.label and line.label.name == label)
        QTest.mouseClick(list_of, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
        assert window.article.hasFocus(), "the keys stay with the article"
        found = [one for one in session.glimpse("d1").spans.values() if one.label == label]
        assert [one.layer for one in found] == [wanted]
    assert window.hints.is_asking, "the roles of an event may follow at once, as after its key"


def test_no_key_stands_there_that_a_command_has(scheme) -> None:
    labels = tuple(one._replace(key="k") if one.name == "LOC" else one for one in scheme.labels)
    keys = {line.text: line.key for line in lines_of(replace(scheme, labels=labels)) if line.label is not None}
    assert keys["LOC"] == "", "K shows the arcs"
    assert keys["KILLING"] == "K", "after E it is free"
    use_keys(Keymap({"arcs": ["Ctrl+Alt+K"]}))
    keys = {line.text: line.key for line in lines_of(replace(scheme, labels=labels)) if line.label is not None}
    assert keys["LOC"] == "K"


def test_a_long_label_leaves_the_inspector_as_wide_as_it_is(qtbot, session, scheme) -> None:
    long = "JURIDICTION-CIVILE-ET-PÉNALE-DE-PREMIÈRE-INSTANCE"
    labels = tuple(one._replace(name=long) if one.name == "ORG" else one for one in scheme.labels)
    session.scheme = replace(scheme, labels=labels)
    window = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    window.open_first("d3")
    QTest.keyClick(window.article, Qt.Key.Key_Right)
    QTest.keyClick(window.article, Qt.Key.Key_O)
    window.settle()
    QApplication.processEvents()
    assert window.article.current.label == long
    assert window.inspector.widget().width() <= window.inspector.viewport().width()
    window.close()


def test_paragraphs_of_a_guideline_stand_apart(qtbot) -> None:
    prose = Prose()
    qtbot.addWidget(prose)
    prose.set_markdown("One.\nOne still.")
    one = prose.heightForWidth(400)
    prose.set_markdown("One.\n\n😀 Two.")
    assert one * 2 < prose.heightForWidth(400) < one * 3


def test_five_hundred_labels_are_laid_out_once_a_width(qtbot, scheme, monkeypatch) -> None:
    labels = tuple(scheme.labels[0]._replace(name=f"L{number}", key="") for number in range(500))
    made = KeyList(replace(scheme, labels=labels), LIGHT)
    qtbot.addWidget(made)
    height = made.heightForWidth(300)
    assert height > 500 * made.fontMetrics().height()
    monkeypatch.setattr(made, "_words", None)
    assert made.heightForWidth(300) == height
