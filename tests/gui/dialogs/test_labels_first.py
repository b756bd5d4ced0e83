"""A project with labels of one's own: the wizard makes it, its window opens with the scheme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator.gui import app
from annotator.gui.main_window import MainWindow
from annotator.gui.scheme.dialog import SchemeDialog
from annotator.gui.sitting import Door
from annotator.gui.theme import LIGHT
from annotator.gui.welcome.page import WIZARD, Welcome


@pytest.mark.parametrize("wants_scheme", [True, False])
def test_the_scheme_is_opened_over_a_project_whose_maker_wants_other_labels(
    qtbot, qapp, project, preferences, monkeypatch, wants_scheme
) -> None:
    path = project.path
    project.close()
    preferences.change(language="en", look="light")
    monkeypatch.setattr(app, "Preferences", lambda _file: preferences)
    monkeypatch.setattr(app, "ask_for_project", lambda *_asked: Door(path, wants_scheme))
    seen: list[bool] = []

    def act() -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        if not shown or not shown[0].afterwards.has_begun:
            return
        over = QApplication.activeModalWidget()
        if over is None and wants_scheme and not seen:
            return
        seen.append(isinstance(over, SchemeDialog))
        if over is not None:
            over.close()
        if len(seen) > 5:
            shown[0].close()

    looking = QTimer()
    looking.setInterval(60)
    looking.timeout.connect(act)
    looking.start()
    assert app.run_desk(None, "anna", None) == 0
    looking.stop()
    assert seen[0] == wants_scheme
    assert sum(seen) == int(wants_scheme)


def test_only_who_asks_for_it_in_the_wizard_is_taken_to_the_scheme(qtbot, preferences, project) -> None:
    for is_asked, after, wanted in ((True, WIZARD, True), (False, WIZARD, False), (True, 0, False)):
        page = Welcome(preferences, LIGHT)
        qtbot.addWidget(page)
        page.wizard.schemes.own_labels.setChecked(is_asked)
        page._after = after
        page._succeeded(project.path)
        assert (page.path, page.wants_scheme) == (project.path, wanted)
