"""How Qt's binding is brought in: what is late is late, and whoever asks for it gets what it always was."""

from __future__ import annotations

import builtins
import subprocess
import sys

import pytest

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


# The program as its command starts it; at the end of the first paint of the article it says which types of the binding
# were made, and ends. They are made when they are first asked for, each with all that its methods take.
MADE_AT_FIRST_PAINT = """
import gc, os, sys
from annotator import entry
show = entry.show_window
def show_watched(*asked):
    from annotator.gui.qt_start import bring_in_qt
    bring_in_qt()
    from annotator.gui.article.view import ArticleView
    paint = ArticleView.paintEvent
    def painted(view, event):
        paint(view, event)
        kinds = (one for one in gc.get_objects() if isinstance(one, type) and one.__module__.startswith("PySide6."))
        print(*sorted({one.__name__ for one in kinds}), flush=True)
        os._exit(0)
    ArticleView.paintEvent = painted
    return show(*asked)
entry.show_window = show_watched
entry.has_display = lambda: True
entry.run(["open", sys.argv[1], "--as", "anna", "--document", sys.argv[2]])
"""
# What only parts need that come after the first paint. The first QBrush that is made brings in every gradient (1.7 ms).
LATE_TYPES = {
    "QAbstractItemModel", "QAbstractItemView", "QAction", "QComboBox", "QDialog", "QFileDialog", "QGradient",
    "QIcon", "QLinearGradient", "QListView", "QListWidget", "QMenu", "QMessageBox", "QPlainTextEdit",
    "QSortFilterProxyModel", "QStyledItemDelegate", "QSvgRenderer", "QTableView", "QTextBrowser", "QTextCursor",
    "QTextDocument", "QTreeView",
}  # fmt: skip


def told(code: str, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
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


@pytest.mark.parametrize(("document", "has_header"), [("d2", False), ("d1", True)])
def test_the_first_paint_makes_no_type_that_only_later_parts_need(project, document, has_header) -> None:
    """Also where there is a header, which is grey: `QBrush` itself is one of the types that may be made."""
    assert bool(project.document(document).regions) == has_header
    project.close()
    made = set(told(MADE_AT_FIRST_PAINT, str(project.path), document).split())
    assert {"QPainter", "QTextLayout", "QMainWindow"} <= made
    assert made & LATE_TYPES == set()
