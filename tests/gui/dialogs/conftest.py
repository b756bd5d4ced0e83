"""Dialogs in either language and at any size of letters; settings that touch no user's file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLabel, QWidget

from annotator.core.scheme_changes import Part, Use
from annotator.core.scheme_editing import without
from annotator.gui.dialogs.about import About
from annotator.gui.dialogs.importing import ImportDialog
from annotator.gui.dialogs.overview import KeyOverview
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.dialogs.settings import SettingsDialog
from annotator.gui.importing.panel import PreviewPanel
from annotator.gui.learning.lead import LeadDialog
from annotator.gui.parts import ElidedLabel
from annotator.gui.preferences import Preferences
from annotator.gui.scheme.dialog import SchemeDialog
from annotator.gui.scheme.things import SCHEME, Which
from annotator.gui.sitting import DESK_POINTS
from annotator.gui.theme import LIGHT, desk_font, set_scale
from annotator.gui.welcome.page import Welcome
from annotator.services.keymap import Keymap
from annotator.services.previewing import Preview, SeenDocument, SeenFile
from annotator.services.schemes import load_builtin
from annotator.services.settings_file import SettingsFile
from annotator.services.settling import Missing


@pytest.fixture
def preferences(tmp_path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "config"))


@pytest.fixture
def letters(qapp):
    """Makes the desk's letters larger by a share until the test is over."""

    def enlarge(share: float) -> None:
        set_scale(share)
        qapp.setFont(desk_font(DESK_POINTS))

    yield enlarge
    set_scale(1.0)
    qapp.setFont(desk_font(DESK_POINTS))


def settings_page(preferences, scheme, page: int) -> SettingsDialog:
    return SettingsDialog(preferences, [scheme], LIGHT, page=page)


def welcome_page(preferences, page: int, step: int = 0) -> Welcome:
    made = Welcome(preferences, LIGHT)
    made.turn(page)
    if page == 1:
        made.wizard.turn(step)
        if step == 2:
            fill(made.wizard.panel, load_builtin("conflict-nl"))
        if step == 3:
            made.wizard.place.folder.setText("/nowhere at all")
            made.wizard.go_on()
    if page == 2:
        made.work_page.begin("Syrië")
        made.work_page.show_progress("suggest", 31, 120)
    return made


def fill(panel: PreviewPanel, scheme) -> None:
    """Shows a preview with everything in it that there can be."""
    panel.end()
    panel._scheme = scheme
    missing = {
        Missing("label", "CITY"): 12,
        Missing("label", "a very long name of a layer that is not there/RIOT", is_event=True): 3,
        Missing("role", "WHO"): 4,
        Missing("attribute", "certainty=low"): 2,
        Missing("relation", "coref"): 1,
    }
    seen = Preview(documents=1200, there=1, annotated=900, off_token=31, pieces=2, cut=200, missing=Counter(missing))
    seen.files = [SeenFile(Path("a.jsonl"), "doccano", 1200), SeenFile(Path("b.jsonl"), problem="no UTF-8 · save it")]
    seen.formats = Counter({"doccano": 1})
    seen.labels = Counter({"GPE": 812, "PERSON": 90})
    seen.left_out = Counter({"role AGENT of ATTACK with a span that was left out": 2})
    seen.notes = ["a note of the reader"]
    seen.first = [
        SeenDocument(f"Artikel {n} over Raqqa", f"a.jsonl:{n}", "Het leger", 1200 + n, 12, 3, 1, is_there=n == 2)
        for n in range(10)
    ]
    panel._show((panel._number, seen))


def import_dialog(scheme, page: int) -> ImportDialog:
    made = ImportDialog(Path("syrie.annotator"), scheme, LIGHT)
    if page:
        made.articles.sources = (Path("a.jsonl"),)
        made.panel.show_sources = lambda *_a, **_k: None  # what would be read is put in below
        made.turn(page)
        fill(made.panel, scheme)
    return made


class Unset:
    """A project in which a lead has set nothing."""

    def meta(self, _key: str) -> None:
        return None


class Labelled:
    """A project under a scheme, of which everything is used."""

    def __init__(self, scheme) -> None:
        self.scheme_source = scheme.source
        self.path = Path("syrie.annotator")

    def rules(self) -> list:
        return []

    def assignments(self) -> list:
        return []

    def uses(self) -> dict:
        used = Use(1234, 56, ("anna", "bram", "carla", "dirk", "els"), 7890, 12)
        return dict.fromkeys((Part("label", "entities", "GPE"), Part("label", "events", "ATTACK")), used)


def scheme_dialog(scheme, at: Which) -> SchemeDialog:
    project = Labelled(scheme)
    made = SchemeDialog(project, LIGHT, actor="lead", at=at, uses=project.uses())
    if at.kind == "label":  # with everything in it that there can be
        made.add_thing()
        made.labels.key.setText("p")
        made.labels.key.textEdited.emit("p")
        made.scheme = without(made.scheme, made.scheme.label("entities", "GPE"))
        made._tell()
        made.refuse("no room for all of that · write less of it")
    return made


DIALOGS = {
    "project's scheme": lambda preferences, scheme: scheme_dialog(scheme, SCHEME),
    "a label of it": lambda preferences, scheme: scheme_dialog(scheme, Which("label", "entities", "ORG")),
    "a role of it": lambda preferences, scheme: scheme_dialog(scheme, Which("role", "events", "AGENT")),
    "an attribute of it": lambda preferences, scheme: scheme_dialog(scheme, Which("attribute", "events", "factuality")),
    "lead": lambda preferences, scheme: LeadDialog(Unset(), LIGHT),
    "palette": lambda preferences, scheme: CommandPalette(Keymap(), LIGHT),
    "overview": lambda preferences, scheme: KeyOverview(Keymap(), scheme, LIGHT),
    "about": lambda preferences, scheme: About(LIGHT),
    "looks": lambda preferences, scheme: settings_page(preferences, scheme, 0),
    "reading": lambda preferences, scheme: settings_page(preferences, scheme, 1),
    "work": lambda preferences, scheme: settings_page(preferences, scheme, 2),
    "keys": lambda preferences, scheme: settings_page(preferences, scheme, 3),
    "welcome": lambda preferences, scheme: welcome_page(preferences, 0),
    "articles": lambda preferences, scheme: welcome_page(preferences, 1, 0),
    "scheme": lambda preferences, scheme: welcome_page(preferences, 1, 1),
    "preview": lambda preferences, scheme: welcome_page(preferences, 1, 2),
    "place": lambda preferences, scheme: welcome_page(preferences, 1, 3),
    "import": lambda preferences, scheme: import_dialog(scheme, 0),
    "import preview": lambda preferences, scheme: import_dialog(scheme, 1),
    "working": lambda preferences, scheme: welcome_page(preferences, 2),
}


@pytest.fixture
def open_dialog(qapp, preferences, scheme):
    """Makes a dialog of the table and shows it."""

    kept = []

    def show(name: str) -> QWidget:
        made = DIALOGS[name](preferences, scheme)
        kept.append(made)
        made.show()
        for _ in range(3):
            QApplication.processEvents()
        return made

    yield show
    for one in kept:
        one.close()
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(whole: QWidget, kind: type = QWidget) -> list:
    """The widgets of that kind that can be seen."""
    return [one for one in whole.findChildren(kind) if one.isVisibleTo(whole)]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def clipped(whole: QWidget) -> list[str]:
    """What has less room than its text needs, in words."""
    found = []
    for one in seen(whole):
        if isinstance(one, ElidedLabel) or not isinstance(one, QLabel | QAbstractButton | QComboBox | QAbstractSpinBox):
            continue
        if isinstance(one, QLabel) and not one.text():
            continue
        wraps = isinstance(one, QLabel) and one.wordWrap()
        hint = one.minimumSizeHint() if isinstance(one, QComboBox) else one.sizeHint()
        height = one.heightForWidth(one.width()) if one.hasHeightForWidth() else hint.height()
        if one.height() < height - 1 or (not wraps and not one.hasHeightForWidth() and one.width() < hint.width() - 1):
            said = one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()
            found.append(f"{type(one).__name__} {said!r}: {one.width()}×{one.height()} for {hint.width()}×{height}")
        corner = one.mapTo(whole, QPoint(0, 0))
        if not is_scrolled(one) and (corner.x() < 0 or corner.x() + one.width() > whole.width() + 1):
            found.append(f"{type(one).__name__} {name_of(one)!r} reaches beyond the edge")
    return found


def is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False
