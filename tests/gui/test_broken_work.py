"""A defect in work of the background is noted, told where the work was asked for, and keeps nobody waiting."""

from __future__ import annotations

import pytest

from annotator.gui.dialogs import exporting
from annotator.gui.long_work import CommandThread
from annotator.gui.review.reader import Reader
from annotator.gui.theme import LIGHT
from annotator.gui.welcome import articles
from annotator.gui.welcome.work import Work
from annotator.gui.writing import Writing

WHY = "ZeroDivisionError: by nought"


@pytest.fixture
def caught(monkeypatch) -> list[type[BaseException]]:
    """What the log and a dialog got to see."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: found.append(kind))
    return found


def break_down(*_args: object, **_more: object) -> object:
    raise ZeroDivisionError("by nought")


def test_work_with_a_page_of_its_own(qtbot, caught) -> None:
    work = Work(break_down)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    work.wait()
    assert failed.args == [WHY]
    assert caught == [ZeroDivisionError]


def test_an_export_that_breaks_down_can_be_left(qtbot, caught, session, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(exporting, "export", break_down)
    dialog = exporting.ExportDialog(session.project, session.scheme, LIGHT)
    qtbot.addWidget(dialog)
    dialog.choices.place.setText(str(tmp_path / "out"))
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == exporting.CHOICES, timeout=5_000)
    assert WHY in dialog.problem.text()
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()


def test_files_that_cannot_be_looked_at(qtbot, caught, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(articles, "look_at", break_down)
    step = articles.ArticlesStep(LIGHT)
    qtbot.addWidget(step)
    step.add([tmp_path])
    qtbot.waitUntil(lambda: step.say.text() == WHY, timeout=5_000)
    assert not step.is_looking


def test_work_that_writes(qtbot, caught, session) -> None:
    writing, ended = Writing([session]), []
    writing.ended.connect(ended.append)
    with qtbot.waitSignal(writing.failed) as failed:
        writing.begin(break_down)
    assert failed.args == [WHY]
    assert ended == []
    assert not session.is_held
    assert caught == [ZeroDivisionError]


def test_work_that_reads(qtbot, caught, session) -> None:
    reader = Reader(session.project.path)
    with qtbot.waitSignal(reader.failed) as failed:
        reader.ask("figures", break_down)
    name, error = failed.args
    assert (name, error.what) == ("figures", WHY)
    with qtbot.waitSignal(reader.answered) as answered:
        reader.ask("figures", lambda _project, _going: 1)
    assert answered.args == ["figures", 1]
    reader.close()
    assert caught == [ZeroDivisionError]


def test_a_command_over_many_articles(qtbot, caught) -> None:
    class Broken:
        run = staticmethod(break_down)

    thread = CommandThread(Broken())
    with qtbot.waitSignal(thread.finished):
        thread.start()
    assert thread.problem == WHY
    assert caught == [ZeroDivisionError]
