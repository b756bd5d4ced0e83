"""The palette runs every command by name, in either language; F1 shows all keys; about names all parts."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionViewItem

from annotator.gui.dialogs.overview import KeyOverview, sections_of
from annotator.gui.dialogs.palette import BINDING, CommandPalette
from annotator.gui.parts import Cap, cap_text
from annotator.gui.theme import LIGHT
from annotator.services.keymap import BINDINGS, Keymap
from tests.gui.dialogs.conftest import seen


def listed(palette: CommandPalette) -> list[str]:
    return [palette.list.item(row).data(BINDING).action for row in range(palette.list.count())]


def test_every_command_is_there(open_dialog) -> None:
    assert set(listed(open_dialog("palette"))) == {one.action for one in BINDINGS} - {"palette"}


@pytest.mark.parametrize(
    ("letters", "action"), [("undo", "undo"), ("ongedaan", "undo"), ("artikel klaar volgende open", "done")]
)
def test_letters_of_either_language_find_a_command(open_dialog, letters, action) -> None:
    palette = open_dialog("palette")
    QTest.keyClicks(palette.query, letters)
    assert listed(palette)[0] == action
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.chosen == action
    assert not palette.isVisible()


def test_arrows_choose_and_escape_leaves(open_dialog) -> None:
    palette = open_dialog("palette")
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    QTest.keyClick(palette.query, Qt.Key.Key_Up)
    QTest.keyClick(palette.query, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    QTest.keyClicks(palette.query, "zzqq")
    assert not palette.nothing.isHidden()
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    assert palette.chosen == ""
    assert not palette.isVisible()


def type_into(kind: type, *steps) -> None:
    """Does the steps in the dialog of that kind, once it is up."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        for step in steps:
            step(dialog)

    QTimer.singleShot(0, run)


def test_ctrl_k_runs_a_command_on_what_is_at_hand(window, keys, session) -> None:
    keys("Tab")
    type_into(
        CommandPalette,
        lambda one: QTest.keyClicks(one.query, "suggestie aannemen"),
        lambda one: QTest.keyClick(one.query, Qt.Key.Key_Return),
    )
    keys("Ctrl+K")
    assert [span.label for span in session.state("d1").spans.values()] == ["ORG"]


def test_f1_shows_every_key_and_every_label(window, keys, scheme) -> None:
    shown = {}

    def look(dialog: KeyOverview) -> None:
        shown["caps"] = {cap._cap for cap in dialog.findChildren(Cap)}
        shown["texts"] = {label.text() for label in dialog.findChildren(QLabel)}
        dialog.reject()

    type_into(KeyOverview, look)
    keys("F1")
    assert {cap_text(chord) for one in BINDINGS for chord in one.chords} <= shown["caps"]
    assert {one.english for one in BINDINGS} <= shown["texts"]
    for label in scheme.labels:
        assert any(text.split(" · ")[0] == label.name for text in shown["texts"])


def test_the_overview_shows_changed_keys(qtbot, scheme) -> None:
    overview = KeyOverview(Keymap({"overview": ["Ctrl+J"]}), scheme, LIGHT)
    qtbot.addWidget(overview)
    caps = {cap._cap for cap in overview.findChildren(Cap)}
    assert "Ctrl J" in caps
    assert "F1" not in caps


def test_the_overview_is_narrowed(open_dialog) -> None:
    overview = open_dialog("overview")
    overview.query.setText("undo")
    texts = {label.text() for label in seen(overview, QLabel)}
    assert "undo, also across articles" in texts
    assert "next open suggestion" not in texts
    overview.query.setText("zzqq")
    assert not overview.nothing.isHidden()


def test_the_overview_scrolls_by_the_arrows(open_dialog) -> None:
    overview = open_dialog("overview")
    QTest.keyClick(overview.query, Qt.Key.Key_PageDown)
    assert overview.area.verticalScrollBar().value() > 0
    QTest.keyClick(overview.query, Qt.Key.Key_PageUp)
    assert overview.area.verticalScrollBar().value() == 0


def test_about_has_versions_and_licences_as_plain_text(open_dialog) -> None:
    about = open_dialog("about")
    names = [about.list.item(row).text() for row in range(about.list.count())]
    row = next(number for number, name in enumerate(names) if name.startswith("PySide6_Essentials"))
    about.list.setCurrentRow(row)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in about.text.toPlainText()
    assert about.text.isReadOnly()
    about.findChildren(QLabel)
    assert about.versions().splitlines()[0].startswith("annotator ")
    assert about.versions().splitlines()[-1].startswith("Qt 6")


@pytest.mark.parametrize("spoken", ["nl", "en"])
@pytest.mark.parametrize("share", [1.0, 2.0])
def test_every_command_is_read_whole_in_however_narrow_a_palette(open_dialog, letters, language, share, spoken) -> None:
    letters(share)
    language(spoken)
    palette = open_dialog("palette")
    painted: list[tuple[str, QRectF]] = []
    for width in (palette.width(), 500):
        palette.resize(width, 700)
        QApplication.processEvents()
        metrics = QFontMetricsF(palette.list.font())
        for row in range(palette.list.count()):
            item = palette.list.item(row)
            place = QRectF(palette.list.visualItemRect(item))
            painted.clear()
            _paint(palette, item, place, painted)
            names = {binding_text(item, "nl").casefold(), binding_text(item, "en").casefold()}
            assert names <= {text.casefold() for text, _ in painted}
            for text, room in painted:
                needed = metrics.boundingRect(QRectF(0, 0, room.width(), 1e6), Qt.TextFlag.TextWordWrap, text)
                assert needed.height() <= room.height() + 1
                assert needed.width() <= room.width() + 1
                assert place.contains(room), text
            rooms = [room for _, room in painted]
            assert not any(one.intersects(other) for one, other in combinations(rooms, 2))


def binding_text(item, language: str) -> str:
    return item.data(BINDING).text(language)


def _paint(palette, item, place: QRectF, painted: list[tuple[str, QRectF]]) -> None:
    """Notes what the row paints, and where."""

    class Noting(QPainter):
        def drawText(self, room, _flags, text) -> None:
            painted.append((text, room))

    option = QStyleOptionViewItem()
    option.font, option.rect = palette.list.font(), place.toRect()
    picture = QImage(place.size().toSize(), QImage.Format.Format_RGB32)
    painter = Noting(picture)
    palette.list.itemDelegate().paint(painter, option, palette.list.indexFromItem(item))
    painter.end()


def test_the_keys_of_the_scheme_come_first(scheme) -> None:
    names = {"label": "Labels", "type": "Events", "role": "Roles", "attribute": "Attributes"}
    found = sections_of(Keymap(), scheme, names)
    assert [title for title, _ in found[:5]] == ["Labels", "Events", "Roles", "Attributes", "Suggestions"]
    assert dict(found[0][1])["P"] == "PERSON", "what people call it is the same"
    assert dict(found[0][1])["G"] == "GPE · Country, city, administration"
    assert dict(found[3][1]) == {"F": "factuality"}


@pytest.mark.parametrize("name", ["overview", "palette"])
def test_a_line_to_write_in_shows_that_it_has_the_focus(open_dialog, name) -> None:
    dialog = open_dialog(name)
    dialog.activateWindow()
    dialog.query.setFocus()
    QApplication.processEvents()
    picture = dialog.query.grab().toImage()
    edge = {picture.pixelColor(picture.width() // 2, y).name() for y in (0, 1)}
    assert edge == {LIGHT.accent}
