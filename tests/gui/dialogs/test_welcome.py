"""The welcome page and the wizard: doors open, faults stand beside their fields, long work runs beside and stops."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.core.command import SetStatus
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import LIGHT
from annotator.gui.welcome import page as welcome
from annotator.gui.welcome.page import DOORS, WIZARD, WORK, Welcome
from annotator.gui.welcome.restoring import Restoring
from annotator.services.backups import back_up, backups_of
from annotator.services.projects import open_session, user_name
from annotator.store.project import Project

LONG = 60_000  # milliseconds a worker may take on a busy machine


@pytest.fixture
def made(qtbot, preferences):
    page = Welcome(preferences, LIGHT)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    yield page
    page.wizard.articles.end()
    if page._work is not None:
        page._work.stop()
        page._work.wait()


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "artikelen"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Artikel {number}. Belga meldt gevechten in Raqqa.", "utf-8")
    return folder


def add(qtbot, page, folder) -> None:
    page.wizard.articles.add([folder])
    qtbot.waitUntil(lambda: bool(page.wizard.articles.found) and not page.wizard.articles.is_looking, timeout=LONG)


def looked(qtbot, wizard) -> None:
    qtbot.waitUntil(lambda: not wizard.panel.is_looking, timeout=LONG)


def test_there_are_three_doors_and_none_is_dead(made) -> None:
    doors = (made.sample, made.new, made.package)
    assert all(door.isEnabled() and door.isVisible() for door in doors)
    QTest.keyClick(made.new, Qt.Key.Key_Return)
    assert made.stack.currentIndex() == WIZARD
    made.wizard.back.click()
    assert made.stack.currentIndex() == DOORS


def test_the_wizard_goes_from_articles_to_a_project(qtbot, made, articles, tmp_path) -> None:
    made.turn(WIZARD)
    add(qtbot, made, articles)
    wizard = made.wizard
    assert wizard.articles.list.topLevelItemCount() == 3
    assert "3 files" in wizard.articles.say.text()
    wizard.go_on()
    wizard.go_on()
    wizard.go_on()
    assert "still being read" in wizard.problem.text()
    looked(qtbot, wizard)
    assert wizard.panel.list.topLevelItemCount() == 3
    assert "recognised as plain text (3)" in wizard.panel.say.text()
    wizard.go_on()
    assert wizard.place.name.text() == "artikelen"
    wizard.place.folder.setText(str(tmp_path))
    with qtbot.waitSignal(made.accepted, timeout=LONG):
        wizard.go_on()
        assert made.stack.currentIndex() == WORK
    assert made.path == tmp_path / "artikelen.annotator"
    with Project.open(made.path) as project:
        assert len(project.document_ids()) == 3
        assert all(project.has_suggestions(id) for id in project.document_ids())


def at_the_last_step(qtbot, page, articles, folder) -> None:
    page.turn(WIZARD)
    add(qtbot, page, articles)
    for _ in range(2):
        page.wizard.go_on()
    looked(qtbot, page.wizard)
    page.wizard.go_on()
    page.wizard.place.folder.setText(str(folder))
    page.wizard.place.suggest.setChecked(False)


def test_the_wizard_shows_whose_decisions_these_will_be_and_lets_it_be_changed(
    qtbot, made, articles, tmp_path, preferences
) -> None:
    at_the_last_step(qtbot, made, articles, tmp_path)
    field = made.wizard.place.annotator
    assert field.isVisible()
    assert field.text() == user_name()
    field.setText(" Anna  de Smet ")
    with qtbot.waitSignal(made.accepted, timeout=LONG):
        made.wizard.go_on()
    assert preferences.settings.annotator == "Anna de Smet"


def test_the_name_of_the_settings_stands_in_the_wizard_and_what_is_left_changes_nothing(
    qtbot, made, articles, tmp_path, preferences
) -> None:
    at_the_last_step(qtbot, made, articles, tmp_path)
    with qtbot.waitSignal(made.accepted, timeout=LONG):
        made.wizard.go_on()
    assert preferences.settings.annotator == "", "it follows the login name as before"
    preferences.change(annotator="bram")
    made.turn(WIZARD)
    assert made.wizard.place.annotator.text() == "bram"
    made.wizard.place.annotator.setText("")
    assert made.wizard.place.other_annotator() == ""


def test_tab_goes_to_the_choice_of_a_folder_behind_its_field(made) -> None:
    made.turn(WIZARD)
    made.wizard.turn(3)
    place = made.wizard.place
    place.name.setFocus()
    gone_to = []
    for _ in range(4):
        QTest.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
        gone_to.append(made.focusWidget())
    assert gone_to == [place.folder, place.choose, place.annotator, place.suggest]


def test_a_name_that_cannot_be_one_is_refused_in_the_wizard(qtbot, made, articles, tmp_path, preferences) -> None:
    at_the_last_step(qtbot, made, articles, tmp_path)
    made.wizard.place.annotator.setText("a" * 10_000)
    made.wizard.go_on()
    assert made.wizard.problem.text()
    assert made.stack.currentIndex() == WIZARD
    assert preferences.settings.annotator == ""


def test_enter_presses_the_button_that_has_the_focus(qtbot, made, articles, monkeypatch) -> None:
    """Qt would have it press the one that goes on, and so leave the step."""
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: asked.append("") or str(articles))
    made.turn(WIZARD)
    wizard = made.wizard
    wizard.articles.folder.setFocus()
    QTest.keyClick(wizard.articles.folder, Qt.Key.Key_Return)
    assert asked
    qtbot.waitUntil(lambda: bool(wizard.articles.found) and not wizard.articles.is_looking, timeout=LONG)
    assert made.focusWidget() is wizard.on, "one more goes on with what was found"
    wizard.back.setFocus()
    QTest.keyClick(wizard.back, Qt.Key.Key_Return)
    assert made.stack.currentIndex() == DOORS


def test_the_wizard_says_what_is_missing(qtbot, made, articles, tmp_path) -> None:
    made.turn(WIZARD)
    wizard = made.wizard
    wizard.go_on()
    assert "Add the articles first" in wizard.problem.text()
    (articles / "4.txt").write_bytes(b"\x00\x01")
    add(qtbot, made, articles)
    assert "One file cannot be read" in wizard.articles.say.text()
    assert wizard.articles.list.topLevelItem(0).text(0) == "4.txt"
    wizard.go_on()
    (tmp_path / "own.toml").write_text("name = 1", "utf-8")
    wizard.schemes.take_file(tmp_path / "own.toml")
    assert "own.toml" in wizard.schemes.problem.text()
    wizard.go_on()
    assert wizard.stack.currentIndex() == 1
    wizard.schemes._buttons.buttons()[0].setChecked(True)
    wizard.go_on()
    looked(qtbot, wizard)
    wizard.go_on()
    wizard.place.folder.setText(str(tmp_path / "gone"))
    wizard.go_on()
    assert "no such folder" in wizard.place.problems["folder"].text()
    wizard.place.folder.setText(str(tmp_path))
    (tmp_path / "artikelen.annotator").touch()
    wizard.go_on()
    assert "already" in wizard.place.problems["name"].text()
    assert made.stack.currentIndex() == WIZARD


def test_a_scheme_file_of_ones_own_is_taken(made, root) -> None:
    made.turn(WIZARD)
    problem, theme = made.wizard.schemes.problem, made.wizard.schemes._theme
    assert "docs/schemes.md" in problem.text(), "how a scheme is written is said before one is asked for"
    made.wizard.turn(1)
    made.wizard.schemes.take_file(root / "resources/schemes/README.toml")
    assert problem.palette().color(problem.foregroundRole()).name() == theme.warn
    made.wizard.schemes.take_file(root / "resources/schemes/conll-nl.toml")
    assert problem.palette().color(problem.foregroundRole()).name() == theme.muted, "nothing is wrong with it"
    assert made.wizard.focusWidget() is made.wizard.on, "Enter goes on, and asks for no other file"
    assert made.wizard.schemes.scheme().endswith("conll-nl.toml")
    assert "PER" in made.wizard.schemes.problem.text()


def test_the_wizard_names_the_key_that_changes_labels_later(made) -> None:
    said = [label.text() for label in made.wizard.schemes.findChildren(PlainLabel)]
    assert any(text.endswith("Ctrl Shift E.") for text in said), "no button here opens the scheme"


def test_no_suggestions_are_offered_for_labels_that_the_rules_do_not_know(qtbot, made, articles, tmp_path) -> None:
    at_the_last_step(qtbot, made, articles, tmp_path)
    place = made.wizard.place
    assert place.suggest.isEnabled()
    own = (
        'name = "own"\nversion = 1\nlanguage = "en"\n[[layers]]\nname = "entities"\nkind = "flat"\n[[labels]]\n'
        'layer = "entities"\nname = "DRUG"\ncolour = { light = "#286ca9", dark = "#aecef8" }\n'
    )
    (tmp_path / "own.toml").write_text(own, "utf-8")
    made.wizard.schemes.take_file(tmp_path / "own.toml")
    made.wizard.turn(3)
    assert (place.suggest.isEnabled(), place.suggest.isChecked()) == (False, False)
    assert "know none of these labels" in place.about_suggesting.text()
    made.wizard.schemes._buttons.buttons()[0].setChecked(True)
    made.wizard.turn(3)
    assert (place.suggest.isEnabled(), place.suggest.isChecked()) == (True, True)


def test_work_is_stopped_and_the_page_comes_back(qtbot, made) -> None:
    started = Event()

    def task(report):
        while True:
            report("import", 1, 0)
            started.set()
            if made._work.is_stopping:
                report("import", 2, 0)
                raise AssertionError("a report after the stop must raise")

    made._begin("Long", task, after=DOORS)
    qtbot.waitUntil(started.is_set, timeout=LONG)
    made.reject()  # Escape while it works only stops the work
    assert made.isVisible()
    qtbot.waitUntil(lambda: made.stack.currentIndex() == DOORS, timeout=LONG)
    assert made.path is None
    assert made.problem.isHidden()


def test_a_failure_is_said_where_one_was(qtbot, made, articles, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(articles / "0.txt"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "x.annotator"), ""))
    made.package.click()
    qtbot.waitUntil(lambda: made.stack.currentIndex() == DOORS and not made.problem.isHidden(), timeout=LONG)
    assert made.problem.text()
    assert made.path is None


def restoring(qtbot, *projects: Path) -> Restoring:
    dialog = Restoring(projects, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_backup_is_restored_after_a_preview(qtbot, made, preferences, monkeypatch, project) -> None:
    backup = back_up(project, "hourly")
    session = open_session(project, "anna")
    session.do(SetStatus(document=project.document_ids()[0], status="done"))
    before = project.document_ids()
    path = project.path
    project.close()
    preferences.change(recent=(str(path),))
    seen = []

    def press(dialog: Restoring) -> int:
        seen.append(dialog.changes.text())
        dialog.accepting.click()
        return dialog.result()

    monkeypatch.setattr(Restoring, "exec", press)
    with qtbot.waitSignal(made.accepted, timeout=LONG):
        made.restoring.click()
    assert made.path == path
    assert "Decisions of anna that would be gone: 1\n" in seen[0]
    assert "kept beside it" in seen[0]
    assert backup.path.exists()
    with Project.open(path) as restored:
        assert restored.document_ids() == before
        assert restored.actors() == []


def test_the_preview_tells_gone_damaged_and_foreign_projects(qtbot, project, tmp_path) -> None:
    back_up(project, "hourly")
    dialog = restoring(qtbot, project.path)
    assert dialog.backups.count() == 1
    assert "All decisions of the project are in the backup" in dialog.changes.text()
    dialog.take_project(tmp_path / "gone.annotator")
    assert not dialog.accepting.isEnabled()
    assert "There is no backup of this project in gone.backups" in dialog.changes.text()
    (tmp_path / "gone.backups").mkdir()
    elsewhere = tmp_path / "gone.backups" / "20260101T100000Z.import.annotator"
    elsewhere.write_bytes(backups_of(project.path)[0].path.read_bytes())
    dialog.take_backup(elsewhere)
    assert dialog.project == tmp_path / "gone.annotator"
    assert "There is no such project now" in dialog.changes.text()
    elsewhere.write_bytes(b"nothing")
    dialog.take_backup(elsewhere)
    dialog.backups.setCurrentRow(-1)
    dialog.backups.setCurrentRow(0)
    assert not dialog.accepting.isEnabled()
    assert dialog.problem.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0


def test_recent_projects_are_one_key_away(qtbot, preferences, project, tmp_path) -> None:
    gone = tmp_path / "gone.annotator"
    preferences.change(recent=(str(gone), str(project.path)))
    page = Welcome(preferences, LIGHT)
    qtbot.addWidget(page)
    page.show()
    assert page.recent.count() == 1
    page.recent.itemActivated.emit(page.recent.item(0))
    assert page.path == project.path


def test_the_sample_is_built_beside_the_page(qtbot, made, monkeypatch, tmp_path) -> None:
    seen = []

    def build(folder, _call, *, progress):
        progress(1, 2)
        seen.append(folder)
        target = tmp_path / "demo.annotator"
        shutil.copy(__file__, target)
        return target

    monkeypatch.setattr(welcome, "build", build)
    with qtbot.waitSignal(made.accepted, timeout=LONG):
        made.sample.click()
    assert made.path == tmp_path / "demo.annotator"
    assert seen


@pytest.mark.parametrize("share", [1.0, 1.75])
@pytest.mark.parametrize("count", [1, 2, 5, 7])
def test_recent_projects_stand_on_whole_lines(qtbot, preferences, letters, tmp_path, count, share) -> None:
    letters(share)
    paths = [tmp_path / f"{number}.annotator" for number in range(count)]
    for path in paths:
        path.touch()
    preferences.change(recent=tuple(map(str, paths)))
    page = Welcome(preferences, LIGHT)
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()
    recent = page.recent
    last = recent.visualItemRect(recent.item(min(count, 5) - 1))
    assert 0 <= recent.viewport().height() - last.bottom() - 1 < last.height() / 2
    assert recent.verticalScrollBar().maximum() == 0 or count > 5


def test_the_recent_project_that_enter_opens_is_seen_on_a_low_screen(qtbot, preferences, project) -> None:
    preferences.change(recent=(str(project.path),))
    page = Welcome(preferences, LIGHT)
    qtbot.addWidget(page)
    page.resize(640, 340)
    page.show()
    page.resize(640, 340)
    assert page.area.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() > 0, timeout=5_000)
    top = page.recent.mapTo(page.area.viewport(), page.recent.rect().topLeft()).y()
    assert 0 <= top < page.area.viewport().height() - page.recent.fontMetrics().height()
