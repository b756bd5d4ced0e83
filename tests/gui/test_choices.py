"""Fields to choose from: keys with Ctrl stay the window's, in every dialog and panel."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.choices import MOST_SEEN, Choice
from annotator.gui.dialogs.frame import sheet
from annotator.gui.theme import LIGHT


def _pressed(widget, key, text: str) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier, text)
    event.setAccepted(True)
    widget.keyPressEvent(event)
    return event.isAccepted()


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _bare(source: str) -> list[int]:
    """The lines on which a QComboBox is made, or a kind of it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) == "QComboBox":
            found.append(node.lineno)
        if isinstance(node, ast.ClassDef) and any(_name(base) == "QComboBox" for base in node.bases):
            found.append(node.lineno)
    return found


def test_no_dialog_or_panel_has_a_list_that_swallows_keys(root) -> None:
    files = sorted((root / "annotator/gui").rglob("*.py"))
    assert len(files) > 100
    bare = {str(one.relative_to(root)): _bare(one.read_text("utf-8")) for one in files}
    assert [name for name, lines in bare.items() if lines] == ["annotator/gui/choices.py"]


def test_a_digit_with_ctrl_is_no_letter_but_a_line_that_is_written_in_has_its_keys(qtbot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItems(["anna", "1 of 2"])
    assert not _pressed(choice, Qt.Key.Key_1, "1")
    assert choice.currentText() == "anna"
    choice.setEditable(True)
    QApplication.clipboard().setText("els")
    choice.setCurrentText("")
    assert _pressed(choice, Qt.Key.Key_V, "\x16")
    assert choice.currentText() == "els"


def test_a_place_is_gone_to_from_the_labels_of_the_concordance(window, keys) -> None:
    keys("Ctrl+Shift+F")
    field = window.finding.drawer.label
    field.addItem("2nd")
    field.setFocus()
    # As X11 sends it: with the digit as its text.
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "2")
    QGuiApplication.sendEvent(field, event)
    assert field.currentIndex() == 0
    assert window.places.at == 1


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_list_of_more_than_is_seen_has_a_bar_that_says_so(qtbot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.setStyleSheet(sheet(LIGHT))
    choice.addItems([f"LABEL{number}" for number in range(MOST_SEEN + 10)])
    choice.show()
    choice.showPopup()
    QApplication.processEvents()
    assert choice.view().verticalScrollBar().isVisible()
    choice.hidePopup()
