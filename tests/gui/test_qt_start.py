"""How Qt's binding is brought in: what is late is late, and whoever asks for it gets what it always was."""

from __future__ import annotations

import builtins
import subprocess
import sys

from annotator.gui import qt_start

MISTAKES = """
from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget
for wrong in (lambda: QRect("a"), lambda: QRect(1, 2, 3, 4).setX("a"), lambda: QObject(nope=3), lambda: QWidget(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from PySide6.support.signature import get_signature
print(get_signature(QRect.setX))
"""
BRING_IN = "from annotator.gui.qt_start import bring_in_qt\nbring_in_qt()\n"


def told(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_wrong_calls_are_told_as_ever() -> None:
    plain = told(MISTAKES)
    assert plain.count("called with wrong argument types") == 3
    assert "Supported signatures" in plain
    assert told(BRING_IN + MISTAKES) == plain


def test_signatures_are_not_there_until_they_are_asked_for() -> None:
    assert told(
        BRING_IN + "import sys\n"
        "from annotator.gui.qt_start import LateModule\n"
        "print(len(LateModule.sources))\n"
        "parser = sys.modules['shibokensupport.signature.parser']\n"
        "print('pyside_type_init' in vars(parser), callable(parser.pyside_type_init), len(LateModule.sources) < 7)\n"
        "print(hasattr(parser, 'no_such_name'), 'argparse' in sys.modules)\n"
    ).splitlines() == ["7", "False True True", "False False"]


def test_another_version_of_the_binding_is_brought_in_whole() -> None:
    assert told(
        "from annotator.gui import qt_start\nqt_start.KNOWN_BINDING = '5.0.'\nqt_start.bring_in_qt()\n"
        "import sys\nparser = sys.modules['shibokensupport.signature.parser']\n"
        "print(len(qt_start.LateModule.sources), 'pyside_type_init' in vars(parser))"
    ).split() == ["0", "True"]


def test_what_is_replaced_for_the_import_is_put_back_and_no_source_is_read() -> None:
    assert told(
        "import builtins\nusual = builtins.compile\n" + BRING_IN + "import linecache\n"
        "import annotator.gui.main_window\n"
        "print(builtins.compile is usual, [name for name in linecache.cache if name.endswith('theme.py')])"
    ).split() == ["True", "[]"]


def test_the_second_call_does_nothing() -> None:
    assert "shiboken6" in sys.modules  # this process has Qt
    before = builtins.__import__
    qt_start.bring_in_qt()
    assert builtins.__import__ is before
