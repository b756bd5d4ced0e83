"""What a command ends with where the system does not let it at a file: a line, whoever found it out."""

from __future__ import annotations

import os

import pytest

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
