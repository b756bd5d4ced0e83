"""The settings dialog: each change holds at once and is in the file; keys refuse conflicts by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from annotator.gui.chords import _NAMED
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import BrokenLabel
from annotator.gui.preferences import Preferences
from annotator.gui.theme import DARK, LIGHT
from annotator.services.keymap import KEY_NAMES
from annotator.services.settings import ROWS, TABLE, Settings
from annotator.services.settings_file import SettingsFile
from tests.gui.dialogs.conftest import seen


def in_the_file(preferences) -> Settings:
    return SettingsFile(preferences.file.path.parent).load()


def test_there_is_a_control_for_every_setting_that_is_not_the_programs_own(open_dialog) -> None:
    dialog = open_dialog("looks")
    shown = {name for page in dialog.pages for name in page.editors}
    assert shown == {row.name for row in TABLE if row.group}


def test_a_number_does_not_stand_against_its_frame(open_dialog) -> None:
    number = open_dialog("looks").pages[0].editors["interface_scale"].control
    assert number.lineEdit().textMargins().left() >= 5


def test_a_check_box_stands_below_the_labels_and_shows_the_focus(open_dialog) -> None:
    box = open_dialog("looks").pages[0].editors["reduced_motion"].control
    option = QStyleOptionButton()
    box.initStyleOption(option)
    assert box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).left() == 0
    box.clearFocus()
    before, room = box.grab().toImage(), box.sizeHint()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert box.grab().toImage() != before
    assert box.sizeHint() == room, "nothing moves with the focus"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look", "dark"), ("interface_scale", 125), ("reduced_motion", True), ("font_size", 16.5), ("line_height", 130),
        ("measure", 70), ("annotator", "anna"), ("accept_threshold", 0.65), ("idle_limit", 60), ("break_minutes", 25),
    ],
)  # fmt: skip
def test_a_change_holds_at_once_and_is_in_the_file(open_dialog, preferences, name, value) -> None:
    dialog = open_dialog("looks")
    heard = []
    preferences.changed.connect(heard.append)
    editor = next(page.editors[name] for page in dialog.pages if name in page.editors)
    control = editor.control
    if ROWS[name].kind == "choice":
        control.setCurrentIndex(control.findData(value))
    elif ROWS[name].kind == "yes_no":
        control.setChecked(value)
    elif ROWS[name].kind == "text":
        control.setText(f" {value} ")
        control.editingFinished.emit()
    else:
        control.setValue(value)
    assert getattr(preferences.settings, name) == value
    assert getattr(in_the_file(preferences), name) == value
    assert heard == [frozenset({name})]


def test_a_change_that_fails_is_said_beside_the_field(open_dialog, preferences, monkeypatch) -> None:
    dialog = open_dialog("work")

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotator.services.settings_file.os.fsync", full)
    page = dialog.pages[2]
    page.editors["idle_limit"].control.setValue(60)
    assert "No space left" in page.problems["idle_limit"].text()
    assert not page.problems["idle_limit"].isHidden()
    assert preferences.settings.idle_limit == 120


def test_defaults_come_back_page_by_page(open_dialog, preferences) -> None:
    preferences.change(font_size=20.0, measure=50, idle_limit=60)
    dialog = open_dialog("reading")
    dialog.restore.click()
    assert (preferences.settings.font_size, preferences.settings.measure) == (13.5, 77)
    assert preferences.settings.idle_limit == 60
    assert dialog.pages[1].editors["font_size"].control.value() == 13.5


def test_scrolling_over_a_number_changes_nothing(open_dialog, preferences) -> None:
    dialog = open_dialog("reading")
    control = dialog.pages[1].editors["font_size"].control
    event = _Wheel()
    control.wheelEvent(event)
    assert event.is_ignored
    assert preferences.settings.font_size == 13.5


class _Wheel:
    is_ignored = False

    def ignore(self) -> None:
        self.is_ignored = True


# -- keys ---------------------------------------------------------------------------------------------------


def removing(page, cap: str) -> QPushButton:
    return next(one for one in page._removing if one.text().startswith(cap))


def test_a_key_is_added_from_the_keyboard(open_dialog, preferences) -> None:
    page = open_dialog("keys").keys
    page.select("done")
    page.add.setFocus()
    QTest.keyClick(page.add, Qt.Key.Key_Return)
    assert page.add.is_taking, "as its description says"
    QTest.keyClick(page.add, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not page.add.is_taking
    assert preferences.settings.keys == {"done": ("Ctrl+Enter", "Ctrl+D")}
    assert in_the_file(preferences).keys == {"done": ("Ctrl+Enter", "Ctrl+D")}


@pytest.mark.parametrize(
    ("key", "modifier", "why"),
    [
        (Qt.Key.Key_Tab, "No", "Tab already does: next open suggestion"),
        (Qt.Key.Key_Escape, "No", "Esc already does: let go of the selection"),
        (Qt.Key.Key_P, "No", "P is the key of the label PERSON"),
        (Qt.Key.Key_Z, "Control", "Ctrl Z already does: undo"),
        (Qt.Key.Key_Return, "Control", "Ctrl Enter does this already"),
    ],
)
def test_a_key_that_is_taken_is_refused_with_who_has_it(open_dialog, preferences, key, modifier, why) -> None:
    dialog = open_dialog("keys")
    page = dialog.keys
    page.select("accept" if key == Qt.Key.Key_P else "done")
    page.add.click()
    QTest.keyClick(page.add, key, getattr(Qt.KeyboardModifier, f"{modifier}Modifier"))
    assert why in page.note.text()
    assert dialog.isVisible()
    assert preferences.settings.keys == {}


def test_a_key_is_taken_away_and_comes_back(open_dialog, preferences) -> None:
    page = open_dialog("keys").keys
    page.select("accept")
    removing(page, "Space").click()
    assert preferences.settings.keys == {"accept": ("Enter",)}
    assert page.restore.isEnabled()
    page.restore.click()
    assert preferences.settings.keys == {}
    assert not page.restore.isEnabled()


def test_a_key_given_elsewhere_stands_in_the_way_of_the_old_one(open_dialog, preferences) -> None:
    page = open_dialog("keys").keys
    page.select("save")
    removing(page, "Ctrl S").click()
    page.select("done")
    page.take("Ctrl+S")
    page.select("save")
    page.restore.click()
    assert "Ctrl S already does: article done" in page.note.text()
    page.restore_all.click()
    assert preferences.settings.keys == {}
    assert page.note.text() == ""


def test_keys_are_narrowed_by_word_and_by_chord(open_dialog) -> None:
    page = open_dialog("keys").keys
    page.query.setText("previous open suggestion")
    assert [action for action, item in page._items.items() if not item.isHidden()] == ["previous_suggestion"]
    page.query.setText("ctrl k")
    assert "palette" in [action for action, item in page._items.items() if not item.isHidden()]


def test_it_is_said_where_no_key_is_left(open_dialog) -> None:
    page = open_dialog("keys").keys
    assert page.nothing.isHidden()
    page.query.setText("qqqq")
    assert page.nothing.isVisible()
    assert page.nothing.text() == "No key fits these letters."
    page.query.setText("ctrl k")
    assert page.nothing.isHidden()
    page.query.clear()
    assert page.nothing.isHidden()


def test_a_key_goes_to_an_action_that_is_seen(open_dialog) -> None:
    page = open_dialog("keys").keys
    page.select("next_suggestion")
    page.query.setText("run a command")
    assert page.action == "palette"
    assert page.what.text() == page._items["palette"].text(0)
    page.query.setText("qqqq")
    assert page.action == ""
    assert not page.add.isEnabled()
    page.query.clear()
    page.select("accept")
    page.query.setText("suggestion")
    assert page.action == "accept"


def test_waiting_for_a_key_ends_with_the_focus(open_dialog) -> None:
    dialog = open_dialog("keys")
    dialog.activateWindow()
    dialog.keys.add.setFocus()
    dialog.keys.add.click()
    dialog.keys.tree.setFocus()
    assert not dialog.keys.add.is_taking


def test_the_names_of_keys_are_those_the_window_understands() -> None:
    assert set(KEY_NAMES) == set(_NAMED.values())


def test_the_place_of_the_file_can_be_read_in_another_look_too(open_dialog) -> None:
    dialog = open_dialog("looks")
    (place,) = (label for label in seen(dialog, BrokenLabel) if label.text().startswith("kept in"))
    dialog.set_theme(DARK)
    assert place.palette().color(place.foregroundRole()).name() == DARK.muted.lower()


def test_the_size_given_by_key_stays_when_another_setting_changes(qtbot, session) -> None:
    preferences = Preferences()
    made = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(made)
    made.open_first("d1")
    before = made.article.points
    for action in ("larger", "larger", "arcs"):
        made.keys.run(action)
    assert made.article.points == before + 2
    preferences.change(line_height=140)
    assert made.article.points == before + 2
    preferences.change(font_size=before + 1)
    assert made.article.points == before + 1
    made.close()


def test_how_articles_are_set_holds_in_review_too(qtbot, session) -> None:
    preferences = Preferences()
    made = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(made)
    made.open_first("d1")
    view = made.places.review().view
    preferences.change(font_size=20.0, measure=90)
    assert view.points == 20
    assert view._reading[2] == 90
    made.close()


def test_the_settings_show_the_size_that_is_seen(qtbot, session, monkeypatch) -> None:
    preferences = Preferences()
    made = MainWindow(session, theme=LIGHT, preferences=preferences)
    qtbot.addWidget(made)
    made.open_first("d1")
    made.keys.run("larger")
    monkeypatch.setattr(SettingsDialog, "exec", lambda _dialog: 0)
    made.dialogs.settings()
    assert preferences.settings.font_size == made.article.points
    made.close()
