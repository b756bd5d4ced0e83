"""`annotator open` in its plain form goes past the command line, which it costs to load; all else goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import entry
from annotator.errors import KnownError

P = Path("p.annotator")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("open p.annotator", (P, None, None)),
        ("open p.annotator --as anna --document d1", (P, "anna", "d1")),
        ("open --as anna p.annotator", (P, "anna", None)),
        ("open", None),
        ("open --help", None),
        ("open p.annotator q.annotator", None),
        ("open p.annotator --as", None),
        ("open p.annotator --as anna --as bram", None),
        ("open p.annotator --other x", None),
        ("check p.annotator", None),
    ],
)
def test_only_the_plain_form_is_understood(words: str, meant: object) -> None:
    assert entry._plain_open(words.split()) == meant


def test_the_window_is_shown_and_known_errors_are_said(monkeypatch, capsys) -> None:
    shown = []
    monkeypatch.setattr(entry, "show_window", lambda *given: shown.append(given) or 0)
    assert entry.run(["open", "p.annotator", "--as", "anna"]) == 0
    assert shown == [(P, "anna", None)]

    def refuse(*_given: object) -> int:
        raise KnownError("A001", "p.annotator does not exist", "check the name")

    monkeypatch.setattr(entry, "show_window", refuse)
    assert entry.run(["open", "p.annotator"]) == 1
    assert capsys.readouterr().err == "error A001: p.annotator does not exist · check the name\n"
