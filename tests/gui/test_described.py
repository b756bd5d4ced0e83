"""Every control of the window and of its sheets says what it is called, what it is and what it does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.gui.dialogs.exporting import ExportDialog
from annotator.gui.dialogs.importing import ImportDialog
from annotator.gui.inspector.sheet import Sheet
from annotator.gui.preferences import Preferences
from annotator.gui.theme import LIGHT
from annotator.gui.welcome.page import Welcome
from tests.gui.conftest import ANNA, BRAM, Typist, lead_window, review_in
from tests.gui.dialogs.test_accessible import controls
from tests.unit.services.versions import annotate

VAGUE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
SHEETS = {"history": "Ctrl+H", "remark": ";", "outline": "Ctrl+J", "guideline": "Shift+G", "places": "Shift+Enter"}


def wanting(whole: QWidget) -> list[str]:
    """What is not told of the controls that can be seen."""
    QApplication.processEvents()
    found = []
    for one in controls(whole):
        if isinstance(one, QLabel):
            continue  # is read for what it says
        interface = QAccessible.queryAccessibleInterface(one)
        name = interface.text(QAccessible.Text.Name)
        called = f"{type(one).__name__} {name!r}"
        found += [] if name else [f"{called}: no name"]
        found += [] if interface.text(QAccessible.Text.Description) else [f"{called}: no description"]
        found += [f"{called}: no role"] if interface.role() in VAGUE else []
    return found


@pytest.fixture(params=["en", "nl"])
def lead(qtbot, project, scheme, language, request):
    language(request.param)
    annotate(project, "anna", *ANNA)
    annotate(project, "bram", *BRAM)
    made = lead_window(qtbot, project, scheme)
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()


@pytest.mark.parametrize("name", SHEETS)
def test_in_sheets(lead, name) -> None:
    keys = Typist(lead)
    keys("Tab", "Enter", "Alt+Left", SHEETS[name])
    (sheet,) = lead.article.findChildren(Sheet)
    assert wanting(sheet) == []


def test_in_annotate_and_in_what_finds(lead) -> None:
    lead.dialogs.show_content_note("replica")
    lead.settle()
    Typist(lead)("Tab")
    lead.settle()
    assert wanting(lead) == []
    for action in ("find", "concordance", "consistency"):
        lead.keys.run(action)
        assert wanting(lead) == [], action


def test_where_leads_work(qtbot, lead) -> None:
    review_in(qtbot, lead)
    assert wanting(lead) == []
    lead.keys.run("place_agreement")
    place = lead.places.agreement()
    qtbot.waitUntil(lambda: place.sections is not None and place.sections.is_complete, timeout=15_000)
    assert wanting(lead) == []
    lead.keys.run("place_learning")
    assert wanting(lead) == []


def test_in_the_dialogs_of_leads(qtbot, lead) -> None:
    dialog = ExportDialog(lead.desk.session.project, lead.desk.session.scheme, LIGHT, parent=lead)
    qtbot.addWidget(dialog)
    dialog.show()
    found = {}
    for number in range(dialog.choices.format.count()):
        dialog.choices.format.setCurrentIndex(number)
        found[dialog.choices.format.currentText()] = wanting(dialog)
    dialog.close()
    lead.keys.run("package_make")
    making = lead.places.packages().making
    for step in range(3):
        making.turn(step)
        found[f"package {step}"] = wanting(making)
    making.turn(0)
    making.articles.by_hand.click()
    found["by hand"] = wanting(making)
    making.reject()
    assert {name: one for name, one in found.items() if one} == {}


def test_the_button_that_goes_on_says_what_it_does_in_the_last_step(qtbot, lead, monkeypatch) -> None:
    session = lead.desk.session
    importing = ImportDialog(session.project.path, session.scheme, LIGHT, parent=lead)
    welcome = Welcome(Preferences(), LIGHT)
    lead.keys.run("package_make")
    making = lead.places.packages().making
    for dialog, steps in ((importing, (0, 1)), (welcome.wizard, (0, 1, 3)), (making, (0, 1, 2))):
        if dialog is not making:
            qtbot.addWidget(dialog)
        said = []
        for step in steps:
            dialog.turn(step)
            said.append((dialog.on.accessibleName(), dialog.on.accessibleDescription()))
            assert dialog.on.accessibleName() == dialog.on.text()
        assert said[0][1] != said[-1][1]
    making.reject()
