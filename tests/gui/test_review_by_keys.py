"""Review and Agreement without eyes or without a mouse: what is read aloud, which keys go on, where they go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.agreement.tables import FigureTable
from annotator.gui.article import accessible
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.theme import LIGHT
from tests.gui.conftest import Typist


@pytest.fixture
def press(lead) -> Typist:
    return Typist(lead)


def names(view) -> set[str]:
    interface = QAccessible.queryAccessibleInterface(view)
    return {interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())}


def test_a_reader_hears_whose_version_it_is_and_what_is_settled(review, press) -> None:
    found = names(review.view)
    assert {"ORG, Belga, all agree", "CARDINAL, twaalf, only A"} <= found
    assert {"ORG, het Iraakse leger, version A", "ORG, Iraakse leger, version B"} <= found
    assert not any("suggested" in one for one in found), "nothing is suggested here, and there are no scores"
    press("A")
    assert "ORG, het Iraakse leger, settled" in names(review.view)
    press("Ctrl+Z", "0")
    assert "ORG, het Iraakse leger, refused" not in names(review.view), "what is refused is only dotted"


def test_what_differs_in_roles_or_attributes_names_both_versions(review) -> None:
    said = next(one for one in names(review.view) if one.startswith("ADVANCE"))
    assert said == "ADVANCE, optrok, versions A, B differ"


def test_each_difference_is_announced_as_one_comes_to_it(review, press, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        accessible.QAccessible, "updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )  # fmt: skip
    press("Tab", "Tab", "Tab")
    assert "CARDINAL, twaalf, only A" in said


def test_keys_of_the_window_work_while_one_writes_a_note(review, press, lead, monkeypatch) -> None:
    lead.activateWindow()
    QApplication.processEvents()
    press(";")
    assert lead.focusWidget() is review.panel.note
    press(*"a x", "Delete", "Down")
    assert review.panel.note.text() == "a x"
    assert gold_is_empty(review)
    press("F6")
    assert lead.focusWidget() is not review.panel.note
    press(";")
    asked = []
    monkeypatch.setattr(CommandPalette, "exec", lambda palette: asked.append(palette))
    press("Ctrl+K")
    assert asked
    press(";", "Ctrl+1")
    assert lead.places.at == 0


def gold_is_empty(review) -> bool:
    return not review.session.project.decided("d1", "gold").spans


def test_the_cell_that_the_keys_are_at_is_seen_when_tab_comes_to_a_table(qtbot, lead) -> None:
    table = FigureTable(["who", "found"], [["anna", "0.9"], ["bram", "0.8"]], LIGHT, title="Figures")
    qtbot.addWidget(table)
    table.resize(300, 120)
    table.show()
    before = table.grab().toImage()
    table.setFocus()
    QApplication.processEvents()
    assert table.hasFocus()
    assert table.currentItem().isSelected()
    assert table.grab().toImage() != before


def test_it_is_seen_that_the_arrows_scroll_the_page_of_figures(qtbot, lead) -> None:
    lead.keys.run("place_agreement")
    place = lead.places.agreement()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)
    lead.activateWindow()
    QApplication.processEvents()
    edge = QRect(0, 0, place.page.width(), 2)
    before = place.page.grab(edge).toImage()
    place.page.setFocus()
    QApplication.processEvents()
    assert place.page.grab(edge).toImage() != before
