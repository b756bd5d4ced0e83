"""The list of all labels of an article: what stands in it, and that Enter goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidgetItem, QStyle, QStyleOptionViewItem

from annotator.core.command import AddComment
from annotator.core.text import covered
from annotator.gui.dialogs.frame import sheet
from annotator.gui.inspector.history import HistorySheet
from annotator.gui.inspector.outline import OutlineSheet
from annotator.gui.inspector.places import PlacesSheet
from annotator.gui.inspector.sheet import Lines
from annotator.gui.theme import LIGHT
from tests.gui.conftest import TEXT


def sheet_of(window) -> OutlineSheet:
    return window.article.findChildren(OutlineSheet)[-1]


def lines(window) -> list[str]:
    found = sheet_of(window).list
    return [found.item(row).text() for row in range(found.count())]


def test_events_come_first_with_factuality_roles_and_remarks(window, keys, session) -> None:
    keys("Ctrl+Down", "f", "R", "g", "A", "t", "n", "Escape")
    event = window.article.current.id
    window.desk.do(AddComment(document="d1", text="zeker?", target=event))
    keys("Ctrl+J")
    assert lines(window)[:2] == [
        "ADVANCE (reported)  “optrok”  ·  Agent: Iraakse leger  ·  Target: not mentioned  ·  “zeker?”",
        "ADVANCE  “rukken … op”?",
    ]


def test_names_stand_once_in_the_order_of_the_labels(window, keys) -> None:
    keys("Tab", "Enter", "Ctrl+J")
    assert lines(window)[2:] == [
        "ORG  “Belga”", "ORG  “Iraakse leger”?", "LOC  “Tal Afar”?", "DATE  “dinsdag”?", "CARDINAL  “twaalf”?",
    ]  # fmt: skip
    keys("Escape", "Alt+Left", "Shift+Enter", "Enter", "Ctrl+J")
    assert "ORG  “Belga” × 3" in lines(window)


def test_enter_goes_there_and_a_letter_to_a_label(window, keys) -> None:
    keys("Ctrl+J", *"DAT", "Enter")
    assert not window.article.findChildren(OutlineSheet) or not sheet_of(window).isVisible()
    assert covered(TEXT, window.article.current.fragments) == "dinsdag"
    assert window.article.hasFocus()
    keys("Ctrl+J")
    assert sheet_of(window).list.currentItem().text().startswith("DATE")  # where one is


def test_an_article_without_labels_says_so(window, keys) -> None:
    window.desk.open("d3")
    keys("Ctrl+J")
    assert lines(window) == []
    assert sheet_of(window).accessibleDescription() == "nothing is labelled here yet"
    keys("Enter")
    assert window.article.hasFocus()


def test_fillers_of_a_role_stand_in_the_order_of_the_text(window, keys) -> None:
    keys("Ctrl+Down", "R", "g", "A", "g", "S", "Escape", "Ctrl+J")  # the nearest first, which is the later one
    assert "Agent: Belga, Iraakse leger" in lines(window)[0]
    keys("Escape")
    window.settle()
    assert window.inspector._roles[0].accessibleName().startswith("Agent: Belga, Iraakse leger")


def test_a_short_list_hides_no_more_of_the_article_than_it_needs(window, keys) -> None:
    keys("Ctrl+J")
    found = sheet_of(window)
    lowest = found.list.visualItemRect(found.list.item(found.list.count() - 1)).bottom()
    assert 0 <= found.list.viewport().height() - lowest <= 30
    assert not found.list.verticalScrollBar().maximum()
    keys("Escape", "Ctrl+H")  # one line: that it is as before the first decision
    sheet = window.article.findChildren(HistorySheet)[-1]
    assert sheet.height() < 200
    window.resize(1200, 300)
    window.settle()
    assert window.article.rect().contains(sheet.geometry())


def test_lines_that_are_broken_count_whole_and_the_preview_of_identical_text_is_no_higher_than_it_needs(
    window, keys
) -> None:
    window.resize(1000, 800)
    keys("a", "Enter", "Ctrl+H")
    history = window.article.findChildren(HistorySheet)[-1].list
    rows = [history.visualItemRect(history.item(row)).height() for row in range(history.count())]
    assert rows[0] > rows[-1]  # it goes on to a second line
    keys("Down", "Enter")  # which is asked above the list
    assert sum(rows) <= history.viewport().height()
    keys("Escape", "Ctrl+Z", "Escape", "Home", "Tab", "Shift+Enter")
    places = window.article.findChildren(PlacesSheet)[-1].list
    lowest = places.visualItemRect(places.item(places.count() - 1)).bottom()
    assert 0 <= places.viewport().height() - lowest <= 30


@pytest.mark.parametrize("has_ticks", [False, True])
def test_a_line_that_hardly_has_room_goes_on_below_and_is_not_cut(qtbot, has_ticks: bool) -> None:
    found = Lines()
    qtbot.addWidget(found)
    found.setStyleSheet(sheet(LIGHT))
    found.resize(400, 300)
    for number in range(40):
        item = QListWidgetItem(f"CAPTURE “verlies” · Doelwit: IS · Plaats: {'l' * number} Mosul", found)
        if has_ticks:
            item.setCheckState(Qt.CheckState.Checked)
    found.show()
    QApplication.processEvents()
    heights = []
    for row in range(found.count()):
        index, option = found.model().index(row, 0), QStyleOptionViewItem()
        found.initViewItemOption(option)
        found.itemDelegate().initStyleOption(option, index)
        option.rect = found.visualRect(index)
        style = found.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, found)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, found) + 1
        inside = QRect(0, 0, room.width() - 2 * margin, 1_000)
        needed = found.fontMetrics().boundingRect(inside, int(Qt.TextFlag.TextWordWrap), found.item(row).text())
        assert needed.height() <= room.height(), found.item(row).text()
        heights.append(option.rect.height())
    assert len(set(heights)) == 2
