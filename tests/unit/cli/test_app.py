"""What a command ends with where the system does not let it at a file: a line, whoever found it out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from annotator import __main__
from annotator.cli import app
from annotator.errors import KnownError
from annotator.services import settling


@pytest.fixture
def desk() -> app.Desk:
    return app.Desk(show=lambda *_: 0, picture=lambda *_: None, has_display=lambda: False)


def test_a_file_that_may_not_be_read_is_no_wrong_usage(desk, tmp_path, monkeypatch, capsys) -> None:
    path = tmp_path / "p.annotator"
    path.write_bytes(b"x")
    real = os.access
    monkeypatch.setattr(os, "access", lambda what, way: real(what, way) and str(what) != str(path))
    assert app.run(["check", str(path)], desk) == app.KNOWN
    assert capsys.readouterr().err.startswith("error A101")  # what it is, for whoever may read it


def test_what_the_system_says_of_a_file_is_a_line(desk, tmp_path, monkeypatch, capsys) -> None:
    def barred(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("annotator.cli.exchange.load_map", barred)
    names = tmp_path / "map.toml"
    assert app.run(["import", "p.annotator", "a.txt", "--label-map", str(names)], desk) == app.KNOWN
    said = capsys.readouterr().err
    assert said.startswith(f"error A001: {names}: Permission denied · check the path")
    assert said.count("\n") == 1


def test_an_error_of_no_file_stays_a_defect(desk, monkeypatch) -> None:
    def broken(path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("annotator.cli.exchange.load_map", broken)
    with pytest.raises(OSError, match="Input/output"):
        app.run(["import", "p.annotator", "a.txt", "--label-map", "m.toml"], desk)


def test_a_label_map_that_may_not_be_read_is_named(tmp_path, monkeypatch) -> None:
    path = tmp_path / "map.toml"
    path.write_text("PER = 'PERSON'\n", "utf-8")

    def barred(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", barred)
    with pytest.raises(KnownError, match=r"A001: .*map\.toml: Permission denied"):
        settling.load_map(path)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("command", ["formats", "formats --json", "--version", "--help"])
def test_an_answer_that_finds_no_room_is_a_line(root, command) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        run = subprocess.run(
            [sys.executable, "-m", "annotator", *command.split()], stdout=full, stderr=subprocess.PIPE, cwd=root,
            check=False, timeout=60, text=True,
        )  # fmt: skip
    assert run.returncode == app.KNOWN
    assert run.stderr.startswith("error A002: the output cannot be written: No space left on device · ")
    assert run.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe breaks in this way")
def test_a_short_answer_into_a_broken_pipe_says_nothing(root) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, "-m", "annotator", "--version"], stdout=writer, stderr=subprocess.PIPE, cwd=root, check=False,
        timeout=60, text=True,
    )  # fmt: skip
    os.close(writer)
    assert (run.returncode, run.stderr) == (app.KNOWN, "")


def test_who_interrupts_while_parts_are_loaded_is_told_no_story(desk, monkeypatch, capsys) -> None:
    def interrupted(_row):
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "resolve", interrupted)
    assert app.run(["formats"], desk) == app.INTERRUPTED
    assert capsys.readouterr().err == "interrupted\n"


def test_who_interrupts_the_start_is_told_no_story(monkeypatch) -> None:
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("annotator.entry.run", interrupted)
    with pytest.raises(SystemExit) as end:
        __main__.main()
    assert end.value.code == app.INTERRUPTED
