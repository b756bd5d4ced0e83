"""Importing in the window: looked at first, decided by keys, done with the project closed, told afterwards."""

from __future__ import annotations

import json
from collections import Counter
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.dialogs.importing import FILES, PREVIEW, ImportDialog, Wanted
from annotator.gui.importing import doing as doing_module
from annotator.gui.importing.doing import Doing
from annotator.gui.importing.format_names import PROPER
from annotator.gui.importing.panel import PreviewPanel
from annotator.gui.theme import LIGHT
from annotator.services.importing import Choices
from annotator.services.previewing import Preview
from annotator.services.projects import scheme_of
from annotator.services.registry import FORMATS
from annotator.services.settling import LabelMap
from annotator.store.project import Project
from tests.unit.services.test_archives import packed, project_files

LONG = 60_000
TEXT = "Het leger viel gisteren Raqqa binnen, en {n} dorpen."


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "in.jsonl"
    rows = [{"text": TEXT.format(n=n), "label": [[24, 29, "CITY"], [4, 9, "ORG"], [5, 8, "X"]]} for n in range(12)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def dialog(qtbot, project, scheme):
    made = ImportDialog(project.path, scheme, LIGHT)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.articles.end()
    made.panel.end()


def look(qtbot, dialog, *paths) -> None:
    dialog.articles.add(list(paths))
    dialog.go_on()
    assert dialog.stack.currentIndex() == PREVIEW
    qtbot.waitUntil(lambda: not dialog.panel.is_looking, timeout=LONG)


def choose(combo, text: str) -> None:
    """Chooses by keys, as somebody without a mouse would."""
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentText() == text:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"no {text!r} in {combo.accessibleName()}")


def test_nothing_goes_on_without_files(dialog) -> None:
    dialog.go_on()
    assert dialog.stack.currentIndex() == FILES
    assert "Add the articles first" in dialog.problem.text()


def test_enter_goes_on_once_there_are_files(qtbot, dialog, articles) -> None:
    assert dialog.focusWidget() is dialog.articles.files
    dialog.articles.add([articles])
    qtbot.waitUntil(lambda: bool(dialog.articles.good), timeout=LONG)
    assert dialog.focusWidget() is dialog.on


def test_it_is_said_that_only_the_first_articles_are_listed(qtbot, dialog, articles, tmp_path) -> None:
    look(qtbot, dialog, articles)
    assert dialog.panel.list.topLevelItemCount() == 10
    assert dialog.panel.say.text().startswith("Articles: 12")
    assert "The first 10 are listed." in dialog.panel.say.text()
    few = tmp_path / "few.txt"
    few.write_text(TEXT.format(n=1), "utf-8")
    dialog.articles.show_sources((few,))
    dialog.turn(PREVIEW)
    qtbot.waitUntil(lambda: not dialog.panel.is_looking, timeout=LONG)
    assert "are listed" not in dialog.panel.say.text()


def test_of_articles_alone_no_figures_of_annotations_are_shown(qtbot, dialog, articles, tmp_path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("Een artikel zonder labels.", "utf-8")
    look(qtbot, dialog, bare)
    panel = dialog.panel
    assert not panel.actor.isVisible(), "there are no decisions that could be somebody's"
    assert [panel.list.isColumnHidden(column) for column in range(5)] == [False, False, True, True, True]
    dialog.panel.show_sources([bare, articles], panel._scheme)
    qtbot.waitUntil(lambda: not panel.is_looking and panel.list.topLevelItemCount() > 1, timeout=LONG)
    assert panel.actor.isVisible()
    assert not any(panel.list.isColumnHidden(column) for column in range(5))


def test_every_name_the_scheme_does_not_have_is_asked_about(qtbot, dialog, project, articles) -> None:
    before = project.document_ids()
    look(qtbot, dialog, articles)
    panel = dialog.panel
    assert panel.list.topLevelItemCount() == 10
    assert [panel.list.topLevelItem(0).text(column) for column in (2, 3, 4)] == ["1", "2", "0"]
    assert "Articles: 12 · files: 1 · recognised as doccano (1)." in panel.say.text()
    assert "Annotations that are kept: 12 (ORG 12)." in panel.kept.text()
    city, other = panel.fates.choices.values()
    dialog.go_on()
    assert "still open: 2" in dialog.problem.text()
    assert city.hasFocus()
    choose(city, "take as entities/GPE")
    choose(other, "leave out")
    with qtbot.waitSignal(dialog.accepted):
        dialog.go_on()
    assert dialog.wanted.paths == (articles,)
    assert dialog.wanted.choices == Choices(None, None, LabelMap({"CITY": "entities/GPE", "X": ""}), "skip", ())
    assert project.document_ids() == before


def test_labels_are_added_and_the_format_is_forced(qtbot, dialog, articles) -> None:
    look(qtbot, dialog, articles)
    assert dialog.panel.fates.add_all.isVisible()
    QTest.keyClick(dialog.panel.fates.add_all, Qt.Key.Key_Space)
    dialog.panel.actor.setText(" anna ")
    choices = dialog.panel.choices()
    assert [one.name for one in choices.added] == ["CITY", "X"]
    assert choices.actor == "anna"
    dialog.panel.format.setCurrentIndex(dialog.panel.format.findData("doccano"))
    qtbot.waitUntil(lambda: not dialog.panel.is_looking, timeout=LONG)
    assert [one.name for one in dialog.panel.choices().added] == ["CITY", "X"], "what was chosen stays chosen"
    dialog.panel.format.setCurrentIndex(dialog.panel.format.findData("prodigy"))
    qtbot.waitUntil(lambda: not dialog.panel.is_looking, timeout=LONG)
    assert "recognised as Prodigy" in dialog.panel.say.text()
    assert dialog.panel.choices().format == "prodigy"
    assert dialog.panel.fates.isHidden()


def test_a_refused_file_is_named_with_its_reason(qtbot, dialog, articles, tmp_path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": 3}\n', "utf-8")
    look(qtbot, dialog, articles, bad)
    notes = [dialog.panel.notes.item(line).text() for line in range(dialog.panel.notes.count())]
    assert any("bad.jsonl" in line and "should be a string" in line for line in notes)
    assert dialog.panel.preview.good == [articles]


def test_only_refused_files_cannot_be_imported(qtbot, dialog, tmp_path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": 3}\n', "utf-8")
    look(qtbot, dialog, bad)
    dialog.go_on()
    assert dialog.wanted is None
    assert "nothing to import" in dialog.problem.text()


def wanted(articles) -> Wanted:
    return Wanted((articles,), Choices(label_map=LabelMap({"CITY": "entities/GPE"}), unknown_labels="skip"))


def test_the_import_is_done_and_told(qtbot, project, articles) -> None:
    path, before = project.path, len(project.document_ids())
    project.close()
    doing = Doing(path, wanted(articles), LIGHT)
    qtbot.addWidget(doing)
    with qtbot.waitSignal(doing.accepted, timeout=LONG):
        pass
    assert doing.said.startswith("Articles added: 12. Annotations recorded: 24, in articles: 12.")
    assert "Left out: 12 × label X." in doing.said
    with Project.open(path) as again:
        assert len(again.document_ids()) == before + 12


def test_a_stopped_import_leaves_nothing(qtbot, project, articles, monkeypatch) -> None:
    path, before = project.path, project.document_ids()
    project.close()
    started = Event()
    real = doing_module.import_chosen

    def slow(*arguments, progress, **others):
        def told(done, total):
            started.set()
            while True:
                progress(done, total)

        return real(*arguments, progress=told, **others)

    monkeypatch.setattr(doing_module, "import_chosen", slow)
    doing = Doing(path, wanted(articles), LIGHT)
    qtbot.addWidget(doing)
    qtbot.waitUntil(started.is_set, timeout=LONG)
    with qtbot.waitSignal(doing.accepted, timeout=LONG):
        doing.reject()
    assert "stopped; nothing was imported" in doing.said
    with Project.open(path) as again:
        assert again.document_ids() == before
        assert scheme_of(again).version == 2


def test_a_failed_import_says_why(qtbot, project, articles) -> None:
    path = project.path
    project.close()
    doing = Doing(path, Wanted((articles,), Choices()), LIGHT)
    qtbot.addWidget(doing)
    with qtbot.waitSignal(doing.accepted, timeout=LONG):
        pass
    assert doing.said.startswith("Nothing was imported: ")
    assert "not in scheme" in doing.said


def test_the_key_opens_the_dialog_and_hands_the_wish_on(qtbot, window, keys, articles) -> None:
    handed = []
    window.dialogs.import_wanted.connect(handed.append)

    def act() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, ImportDialog):
            looking.stop()
            asked.wanted = wanted(articles)
            asked.accept()

    looking = QTimer()
    looking.setInterval(10)
    looking.timeout.connect(act)
    looking.start()
    keys("Ctrl+I")
    assert handed == [wanted(articles)]


def test_an_exported_project_is_looked_at_and_imported_with_its_annotators(qtbot, dialog, project, scheme, tmp_path):
    path = packed(tmp_path / "demo.zip", project_files())
    look(qtbot, dialog, path)
    panel = dialog.panel
    assert "Articles: 1 · files: 3 · recognised as" in panel.say.text()
    assert "The files say whose they are: anna (1) · bram (1) · curation (1)." in panel.kept.text()
    notes = [panel.notes.item(line).text() for line in range(panel.notes.count())]
    assert any("settings, logs, guidelines" in one for one in notes)
    with qtbot.waitSignal(dialog.accepted):
        dialog.go_on()
    project.close()
    done = Doing(project.path, dialog.wanted, LIGHT)
    qtbot.addWidget(done)
    with qtbot.waitSignal(done.finished, timeout=LONG):
        done.show()
    with Project.open(project.path, read_only=True) as opened:
        assert {"anna", "bram", "curation"} <= set(opened.actors())


def test_a_hostile_archive_is_named_with_its_reason(qtbot, dialog, tmp_path):
    look(qtbot, dialog, packed(tmp_path / "slip.zip", {"../../a.txt": TEXT}))
    notes = [dialog.panel.notes.item(line).text() for line in range(dialog.panel.notes.count())]
    assert any("slip.zip" in one and "leads out of the archive" in one for one in notes)
    dialog.go_on()
    assert dialog.wanted is None


def test_formats_have_the_names_that_people_know_them_by(language, scheme) -> None:
    language("nl")
    assert {one.name for one in FORMATS} <= {*PROPER, "text", "jsonl", "csv-tables"}, "a format without a name"
    panel = PreviewPanel(LIGHT)
    offered = [panel.format.itemText(number) for number in range(panel.format.count())]
    assert "platte tekst  .txt .text" in offered
    assert "Word  .docx" in offered
    panel._scheme = scheme
    panel.preview = Preview(documents=4)
    panel.preview.formats = Counter({"text": 3, "jsonl": 1})
    assert "herkend als platte tekst (3), eigen JSONL (1)." in panel._summary()
