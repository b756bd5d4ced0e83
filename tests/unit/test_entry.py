"""What stands before a command: safe mode, starts by double click, files handed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import entry
from annotator.errors import KnownError
from annotator.gui import app, safeguards
from annotator.services import safe_mode


@pytest.fixture
def started(monkeypatch) -> list[tuple[Path | None, bool]]:
    calls: list[tuple[Path | None, bool]] = []
    monkeypatch.setenv(safe_mode.VARIABLE, "")  # so that what a start sets is taken back, and no later test inherits it
    monkeypatch.setattr(
        entry, "show_window", lambda project, *_: calls.append((project, safe_mode.is_safe_mode())) or 0
    )
    return calls


@pytest.mark.parametrize(
    ("arguments", "project", "is_safe"),
    [
        ([], None, False),
        (["--safe-mode"], None, True),
        (["--from-desktop"], None, False),
        (["--from-desktop", "a b.annotator"], Path("a b.annotator"), False),
        (["work.annopack"], Path("work.annopack"), False),
        (["--safe-mode", "open", "x.annotator"], Path("x.annotator"), True),
        (["--from-desktop", "--safe-mode", "open", "x"], Path("x"), True),
    ],
)
def test_what_opens_the_window(arguments, project, is_safe, started) -> None:
    assert entry.run(arguments) == 0
    assert started == [(project, is_safe)]


@pytest.mark.parametrize("arguments", [["--from-desktop"], ["--from-desktop", "x.annotator"]])
def test_without_a_terminal_a_refusal_is_shown_too(arguments, monkeypatch, capsys) -> None:
    said = []

    def refuse(*_: object) -> int:
        raise KnownError("A101", "x is no project", "choose another")

    monkeypatch.setattr(entry, "show_window", refuse)
    monkeypatch.setattr(app, "say_refusal", said.append)
    assert entry.run(arguments) == 1
    assert [error.code for error in said] == ["A101"]
    assert "A101" in capsys.readouterr().err


def test_a_defect_at_the_start_is_logged_and_shown(monkeypatch, tmp_path) -> None:
    said = []

    def break_down(*_: object) -> int:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    monkeypatch.setattr(app, "run_desk", break_down)
    monkeypatch.setattr(safeguards, "show_plainly", said.append)
    with pytest.raises(ZeroDivisionError):
        entry.run([])
    assert not said
    with pytest.raises(ZeroDivisionError):
        entry.run(["--from-desktop"])
    log = tmp_path / "annotator.log"
    assert log.read_text("utf-8").count("ZeroDivisionError: nothing to divide by") == 2
    assert "ZeroDivisionError: nothing to divide by" in said[0]
    assert str(log) in said[0]
