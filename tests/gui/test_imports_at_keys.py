"""Once a key has done its work, the same key imports nothing: an import statement costs calls each time."""

from __future__ import annotations

import builtins
import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.article import selection as selecting
from tests.gui.conftest import TEXT
from tests.samples import at


@pytest.fixture
def imported(window, keys):
    """What is imported by a key, with all that is brought up to date after it."""
    real = builtins.__import__

    def of(chord: str) -> list[str]:
        found: list[str] = []

        def noted(name, *more, **named):
            if threading.current_thread() is threading.main_thread():
                found.append(f"{name} in {sys._getframe(1).f_code.co_qualname}")
            return real(name, *more, **named)

        window.status._saved_at = ""  # as if a second had passed
        builtins.__import__ = noted
        try:
            keys(chord)
            window.settle()
            QApplication.processEvents()
        finally:
            builtins.__import__ = real
        return found

    return of


ONCE = (
    "Tab", "Enter", "Backspace", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z", "Tab", "p", "Ctrl+Z", "Tab", "f", "Escape",
    "Ctrl+Shift+Z", "Tab",
)  # fmt: skip


def test_a_key_that_was_pressed_before_imports_nothing(window, keys, imported) -> None:
    for chord in ONCE:
        keys(chord)
        window.settle()
        QApplication.processEvents()

    def decided() -> int:
        return len(list(window.desk.session.project.operations(actor="anna")))

    for chord in ("Enter", "Backspace", "Ctrl+Z", "Ctrl+Shift+Z", "p", "Delete"):
        if chord == "p":
            place = at(TEXT, "burgemeester")
            window.article.set_selection(selecting.over(window.article.document, *place))
        before = decided()
        assert imported(chord) == [], chord
        assert decided() == before + 1, chord
    for chord in ("Tab", "Down", "Shift+Right", "Ctrl+Shift+Z"):
        assert imported(chord) == [], chord
