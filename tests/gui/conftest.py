"""A real project with Dutch articles of our own, and the window on it, offscreen."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.core.document import Document, Region
from annotator.core.span import Event, Span
from annotator.core.state import DocumentState
from annotator.core.suggestion import Suggestion
from annotator.core.text import sha256_of
from annotator.core.tokens import sentences_of
from annotator.gui.app import application
from annotator.gui.key_names import use_keys
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.keymap import Keymap
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.store.project import Project
from tests.samples import at, suggestion, words
from tests.unit.services.versions import annotate

TEXT = (
    " date 2018-05 Belga meldt dat het Iraakse leger dinsdag optrok naar Tal Afar.\n\n"
    "Volgens Belga rukken de troepen langzaam naar het noorden op. In Tal Afar vielen twaalf doden.\n\n"
    "Een 😀 woordvoerder van Belga zweeg. De burgemeester van Tal Afar vluchtte.\n"
)


def entity(id: str, part: str, label: str, *, nth: int = 0) -> Span:
    return Span(id, "entities", label, (at(TEXT, part, nth=nth),))


ANNA = (
    entity("a1", "Belga", "ORG"),
    entity("a2", "Iraakse leger", "ORG"),
    entity("a3", "Tal Afar", "GPE"),
    Event("a4", "events", "ADVANCE", (at(TEXT, "optrok"),), {"factuality": "REPORTED"}),
    entity("a5", "twaalf", "CARDINAL"),
)
BRAM = (
    entity("b1", "Belga", "ORG"),
    entity("b2", "het Iraakse leger", "ORG"),
    entity("b3", "Tal Afar", "LOC"),
    Event("b4", "events", "ADVANCE", (at(TEXT, "optrok"),), {"factuality": "ASSERTED"}),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says this of every window with a least size; nothing can be done about it.
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


def lead_window(qtbot, project: Project, scheme) -> MainWindow:
    """A lead's window on d1, shown; the test closes it."""
    made = MainWindow(Session(project, scheme, "lead"), theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.open_first("d1")
    return made


def review_in(qtbot, window: MainWindow):
    """The place Review of a window, with d1 in it and the keys."""
    window.keys.run("place_review")
    place = window.places.review()
    qtbot.waitUntil(lambda: bool(place.queue.model.rows) and place.deciding.document == "d1", timeout=5_000)
    place.view.setFocus()
    QApplication.processEvents()
    return place


@pytest.fixture(scope="session")
def build(root):
    """The script that keeps the translation up to date and finds the texts."""
    spec = importlib.util.spec_from_file_location("build_translations", root / "resources/translations/build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light look; the suite never asks for the system's."""
    # Windows of earlier tests go when an event loop takes them; without one they stay and make dressing slower.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    use_keys(Keymap())
    return application(look="light")


@pytest.fixture(scope="session")
def scheme():
    return load_builtin("conflict-nl")


def article(text: str = TEXT, *, id: str = "d1") -> Document:
    tokens = words(text)
    regions = (Region("date_prefix", 1, 13, "2018-05"),) if text.startswith(" date 2018-05") else ()
    return Document(id, text.strip()[:40], text, sha256_of(text), tokens, sentences_of(text, tokens), regions)


def proposals(doc: Document) -> list[Suggestion]:
    """Seven suggestions: names, a date, a count, and an event of two fragments that stand apart."""
    text = doc.text
    return [
        suggestion(doc, "entities", "ORG", at(text, "Belga"), score=0.97),
        suggestion(doc, "entities", "ORG", at(text, "Iraakse leger"), score=0.91),
        suggestion(doc, "entities", "DATE", at(text, "dinsdag"), score=0.88),
        suggestion(doc, "events", "ADVANCE", at(text, "optrok"), score=0.74),
        suggestion(doc, "entities", "LOC", at(text, "Tal Afar"), score=0.55),
        suggestion(doc, "events", "ADVANCE", at(text, "rukken"), _apart(text), score=0.66),
        suggestion(doc, "entities", "CARDINAL", at(text, "twaalf"), score=0.83),
    ]


def _apart(text: str) -> tuple[int, int]:
    start, _ = at(text, "op. In")
    return start, start + 2


@pytest.fixture
def state() -> DocumentState:
    doc = article()
    return DocumentState(doc, {one.id: one for one in sorted(proposals(doc), key=lambda one: one.fragments)})


@pytest.fixture
def project(tmp_path: Path, scheme):
    made = Project.create(
        tmp_path / "test.annotator",
        scheme=scheme.source,
        scheme_name=scheme.name,
        scheme_version=scheme.version,
        tokenizer=SETTINGS,
        tokenizer_hash=settings_hash(SETTINGS),
    )
    with made:
        first = article()
        second = article("Belga zwijgt. In Raqqa is het stil.", id="d2")
        third = article("Niemand sprak.", id="d3")
        made.add_documents([first, second, third])
        made.put_suggestions("d1", proposals(first), run={})
        made.put_suggestions("d2", [suggestion(second, "entities", "ORG", at(second.text, "Belga"))], run={})
        yield made


@pytest.fixture
def double(project, request):
    """Two annotators finished d1; they agree on one place of six and one is anna's alone, unless it is told else."""
    anna, bram = getattr(request, "param", (ANNA, BRAM))
    annotate(project, "anna", *anna)
    annotate(project, "bram", *bram)
    return project


@pytest.fixture
def lead(qtbot, double, scheme):
    made = lead_window(qtbot, double, scheme)
    yield made
    made.close()


@pytest.fixture
def review(qtbot, lead):
    return review_in(qtbot, lead)


@pytest.fixture
def session(project: Project, scheme) -> Session:
    return Session(project, scheme, "anna")


@pytest.fixture
def language(qapp):
    """Speaks a language until the test is over."""
    yield lambda name: speak(qapp, name)
    speak(qapp, "en")


@pytest.fixture
def window(qtbot, session: Session):
    made = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.open_first("d1")
    QApplication.processEvents()
    yield made
    made.close()


class Typist:
    """Sends key events to whatever has the focus in a window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def __call__(self, *chords: str) -> None:
        for chord in chords:
            self.press(chord)
            QApplication.processEvents()

    def press(self, chord: str) -> None:
        key, modifiers, text = parsed(chord)
        target = self.window.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def hold_in(window: MainWindow, chord: str, repeats: int = 8) -> None:
    """Presses a chord and keeps it pressed for so many repeats."""
    key, modifiers, text = parsed(chord)
    for number in range(repeats + 1):
        target = window.focusWidget() or window
        press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, number > 0)
        QGuiApplication.sendEvent(target, press)
        QApplication.processEvents()


def parsed(chord: str) -> tuple[Qt.Key, Qt.KeyboardModifier, str]:
    """Key, modifiers and text of a chord as a US keyboard would send them."""
    *names, last = chord.split("+") if chord != "+" else ["+"]
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in names:
        modifiers |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
        }[name]
    special = {"Enter": "Return", "PageDown": "PageDown", "PageUp": "PageUp"}.get(last, last)
    if last == "Tab" and "Shift" in names:
        special = "Backtab"
    if len(last) > 1:
        text = {"Space": " "}.get(last, "")
        return getattr(Qt.Key, f"Key_{special}"), modifiers, text
    return Qt.Key(ord(last.upper())), modifiers, last if "Ctrl" not in names else ""


@pytest.fixture
def keys(window: MainWindow) -> Typist:
    return Typist(window)
