"""The guideline of a label is changed where one annotates: read whole, written, in force at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.inspector.guideline import GuidelineSheet
from annotator.services.guidelines import RULE_CHARACTERS


@pytest.fixture
def editor(window):
    def find() -> GuidelineSheet | None:
        QApplication.processEvents()
        return next((one for one in window.article.findChildren(GuidelineSheet) if one.isVisible()), None)

    return find


def test_what_is_written_is_in_force_at_once_as_the_next_version(window, keys, session, scheme, editor) -> None:
    keys("Tab", "Shift+G")
    sheet = editor()
    assert sheet.field.toPlainText() == scheme.label("entities", "ORG").guideline["en"]
    assert sheet.field.hasFocus()
    sheet.field.selectAll()
    keys("P", "Enter", "-", "Space", "Q", "Ctrl+Enter")
    assert editor() is None
    assert window.article.hasFocus()
    assert [(rule.label, rule.version, rule.text, rule.actor) for rule in session.project.rules()] == [
        ("ORG", 1, "P\n- Q", "anna")
    ]
    window.settle()
    assert window.inspector._contents.guideline == "P\n- Q"
    assert "version 1" in window.status.message.text()
    assert not session.project.decided("d1", "anna").spans, "nothing else was done"


def test_examples_that_a_rule_brought_stay(window, keys, session, scheme, editor) -> None:
    from annotator.services import guidelines

    example = {"before": "", "text": "Belga", "after": " meldt"}
    guidelines.change(
        session.project, scheme, layer="entities", label="ORG", text="Een.", actor="lead", examples=[example]
    )
    keys("Tab", "Shift+G", "X", "Ctrl+Enter")
    assert [(rule.text, list(rule.examples)) for rule in session.project.rules()][-1] == ("Een.X", [example])


def test_left_or_saved_as_it_was_no_version_is_made(window, keys, session, editor) -> None:
    keys("Tab", "Shift+G", "Ctrl+Enter")
    assert editor() is None
    keys("Shift+G", "X", "Escape")
    assert editor() is None
    assert session.project.rules() == []


def test_more_than_a_guideline_holds_is_said_in_the_sheet(window, keys, session, editor) -> None:
    keys("Tab", "Shift+G")
    editor().field.setPlainText("x" * (RULE_CHARACTERS + 1))
    keys("Ctrl+Enter")
    assert "10,000" in editor().accessibleDescription()
    assert session.project.rules() == []


def test_with_nothing_at_hand_it_is_asked_of_which_label(window, keys, editor) -> None:
    keys("Shift+G")
    assert window.hints.is_asking
    keys("G")
    assert "GPE" in editor().accessibleName()


def test_the_guideline_of_a_work_package_is_not_changed_by_who_works_on_it(window, keys, session, editor) -> None:
    session.project.set_meta("annotator", "anna")
    keys("Tab", "Shift+G")
    assert editor() is None
    assert "work package" in window.status.message.text()
