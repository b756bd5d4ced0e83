"""Every control has a name, a role and a description, is reached by keys, and shows its text at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QScrollBar, QWidget

from tests.gui.dialogs.conftest import DIALOGS, clipped, name_of, seen

OWN_PARTS = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")  # Qt's own, spoken for by the control they are in


def controls(whole: QWidget) -> list[QWidget]:
    """What takes the keys, or is clicked."""
    return [
        one
        for one in seen(whole)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.objectName() not in OWN_PARTS
        and not isinstance(one, QScrollBar)
        and type(one).__name__ not in ("QHeaderView", "QStackedWidget", "QComboBoxPrivateContainer")
    ]


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_every_control_has_name_role_and_description(open_dialog, language, name, spoken) -> None:
    language(spoken)
    dialog = open_dialog(name)
    assert dialog.accessibleName()
    found = controls(dialog)
    assert found
    for one in found:
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface.text(QAccessible.Text.Name), f"{type(one).__name__} in {name} has no name"
        assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), name_of(one)
        assert interface.text(QAccessible.Text.Description), f"{name_of(one)!r} in {name} has no description"


def test_every_control_of_the_window_has_a_name(window) -> None:
    window.dialogs.show_content_note("replica")
    QApplication.processEvents()
    for one in controls(window):
        assert name_of(one), f"{type(one).__name__} {one.objectName()} has no name"


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_reaches_every_control(open_dialog, name) -> None:
    dialog = open_dialog(name)
    dialog.activateWindow()
    wanted = {one for one in controls(dialog) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()}
    # Of buttons that exclude one another, Tab reaches the chosen one and the arrows the others.
    wanted = {one for one in wanted if not getattr(one, "autoExclusive", bool)() or one.isChecked()}
    reached = set()
    for _ in range(3 * len(dialog.findChildren(QWidget))):
        focused = dialog.focusWidget()
        reached.add(focused)
        if wanted <= reached:
            break
        QTest.keyClick(focused or dialog, Qt.Key.Key_Tab)
    missing = [f"{type(one).__name__} {name_of(one)}" for one in wanted - reached]
    assert not missing


@pytest.mark.parametrize("share", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("name", DIALOGS)
def test_no_text_is_clipped(open_dialog, letters, language, name, share) -> None:
    letters(share)
    for spoken in ("nl", "en"):
        language(spoken)
        dialog = open_dialog(name)
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        assert clipped(dialog) == []
        dialog.close()


@pytest.mark.parametrize("name", DIALOGS)
def test_all_labels_are_plain_text(open_dialog, name) -> None:
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in open_dialog(name).findChildren(QLabel))


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_scrolls_sideways(open_dialog, letters, language, name) -> None:
    letters(1.5)
    language("nl")
    for area in seen(open_dialog(name), QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0, f"{name}: {area.accessibleName()}"
