"""Errors nobody caught, signals that end the program, files handed in by double click, hourly backups."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.errors import KnownError
from annotator.gui.handed_in import project_of
from annotator.gui.safeguards import CrashGuard, EndingSignals, HourlyBackups
from annotator.services import crash_log
from annotator.services.backups import backups_of


@pytest.fixture
def shown(monkeypatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: texts.append(box.text()))
    return texts


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "settings"))
    return crash_log.log_path()


@pytest.fixture
def guard(qapp):
    made = CrashGuard()
    made._before = lambda *_: None
    return made


def broken(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_an_error_is_logged_with_versions_and_shown_once(guard, shown, log) -> None:
    for _ in range(2):
        error = broken("<b>x</b>")
        guard.caught(type(error), error, error.__traceback__)
    text = log.read_text("utf-8")
    assert text.count("ValueError: <b>x</b>") == 2
    assert "annotator 0." in text
    assert "PySide6-Essentials 6." in text
    assert "in broken" in text
    assert len(shown) == 1
    assert "<b>x</b>" in shown[0]
    assert str(log) in shown[0]


def test_an_error_in_another_thread_is_shown_by_the_window_s(qtbot, guard, shown, log, monkeypatch) -> None:
    class Broken(QThread):
        def run(self) -> None:
            raise broken("in a thread")

    monkeypatch.setattr(sys, "excepthook", guard.caught)
    thread = Broken()
    thread.start()
    assert thread.wait(5_000)
    assert shown == [], "no dialog in a thread that is not the window's"
    qtbot.waitUntil(lambda: len(shown) == 1, timeout=5_000)
    assert "in a thread" in shown[0]
    assert str(log) in shown[0]


def test_where_no_log_can_be_written_the_error_is_shown_all_the_same(guard, shown, tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "file" / "below"))
    guard.caught(ValueError, ValueError("x"), None)
    assert len(shown) == 1


def test_a_log_that_grew_large_is_begun_anew(log) -> None:
    log.parent.mkdir()
    log.write_text("x" * (crash_log.MOST_BYTES + 1))
    crash_log.write("after\n")
    assert log.read_text() == "after\n"
    assert log.with_name("annotator.log.1").stat().st_size > crash_log.MOST_BYTES


def test_a_process_without_streams_writes_to_the_log(log, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    crash_log.lend_streams()
    sys.stderr.write("error A101\n")
    sys.stderr.close()
    assert log.read_text() == "error A101\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
def test_sigterm_ends_the_loop_in_order(qapp) -> None:
    signals = EndingSignals(qapp)
    try:
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
        give_up = QTimer()
        give_up.setSingleShot(True)
        give_up.timeout.connect(lambda: QApplication.exit(3))
        give_up.start(5_000)
        assert qapp.exec() == 0
    finally:
        signals.remove()
        signals.setParent(None)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_a_backup_is_made_in_a_thread_once_an_hour(project, qtbot) -> None:
    hourly = HourlyBackups(project.path)
    hourly.look()
    qtbot.waitUntil(lambda: hourly._work is None, timeout=10_000)
    assert [one.reason for one in backups_of(project.path)] == ["hourly"]
    hourly.look()
    assert hourly._work is None
    hourly.stop()


def test_a_package_becomes_the_project_beside_it(tmp_path, monkeypatch) -> None:
    package = tmp_path / "work.annopack"
    asked = []
    monkeypatch.setattr("annotator.services.handed_out.open_package", lambda *paths: asked.append(paths))
    assert project_of(package) == tmp_path / "work.annotator"
    assert asked == [(package, tmp_path / "work.annotator")]
    (tmp_path / "work.annotator").touch()
    assert project_of(package) == tmp_path / "work.annotator"
    assert len(asked) == 1, "work that was begun is gone on with"
    assert project_of(tmp_path / "x.annotator") == tmp_path / "x.annotator"


def test_a_package_that_is_none_is_refused(tmp_path) -> None:
    package = tmp_path / "work.annopack"
    package.write_bytes(b"no")
    with pytest.raises(KnownError):
        project_of(package)
    assert not (tmp_path / "work.annotator").exists()
