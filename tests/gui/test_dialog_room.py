"""The dialogs over work of several people have the room their texts need, in both languages, at any size of letters."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from annotator.core.command import Accept, SetStatus
from annotator.gui.dialogs.exporting import OUTCOME, ExportDialog
from annotator.gui.theme import LIGHT
from annotator.gui.welcome.restoring import Restoring
from annotator.services.session import Session
from tests.gui.conftest import Typist
from tests.gui.dialogs.conftest import clipped, seen
from tests.gui.test_room import SCREENS, desk, shortened, turn

__all__ = ["desk"]  # the fixture
SHARES = (1.0, 1.25, 1.5, 1.75, 2.0)
pytestmark = [pytest.mark.parametrize("language", ["nl", "en"]), pytest.mark.parametrize("share", SHARES)]


def wrong(dialog: QWidget) -> list[str]:
    """What cannot be read of the dialog, or lies beyond the screen."""
    turn()
    room = dialog.screen().availableSize()
    found = [*clipped(dialog), *shortened(dialog)]
    if dialog.width() > room.width() or dialog.height() > room.height():
        found.append(f"{dialog.width()}×{dialog.height()} on {room.width()}×{room.height()}")
    found += [
        f"{area.accessibleName()!r} scrolls sideways"
        for area in seen(dialog, QScrollArea)
        if area.horizontalScrollBar().maximum() > 0
    ]
    return found


def faultless(**found: list[str]) -> None:
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.fixture
def lead(desk, share, language):
    return desk(share, language, SCREENS[1])


def test_making_a_package_is_read_whole(qtbot, lead, tmp_path) -> None:
    lead.keys.run("package_make")
    hub = lead.places.packages()
    dialog = hub.making
    faults = {"articles": wrong(dialog)}
    dialog.articles.who.setCurrentText("dirk")
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog._later.isActive(), timeout=5_000)
    faults["counted"] = wrong(dialog)
    dialog.articles.by_hand.click()
    faults["by hand"] = wrong(dialog)
    dialog.on.click()
    faults["refused"] = wrong(dialog)
    dialog.articles.by_share.click()
    dialog.turn(1)
    faults["suggestions"] = wrong(dialog)
    dialog.turn(2)
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog._later.isActive(), timeout=5_000)
    faults["file"] = wrong(dialog)
    dialog.file.path.setText(str(tmp_path / "no such folder" / "dirk.annopack"))
    dialog.on.click()
    qtbot.waitUntil(lambda: dialog.problem.isVisible() and not hub.writing.is_running, timeout=5_000)
    faults["not made"] = wrong(dialog)
    dialog.reject()
    faultless(**faults)


def test_what_came_back_is_read_whole(qtbot, lead, tmp_path) -> None:
    bad = tmp_path / "terug.annopack"
    bad.write_bytes(b"PK not a zip")
    hub = lead.places.packages()
    hub.merge_files([bad])
    dialog = hub.merging
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1, timeout=10_000)
    faults = {"refused": wrong(dialog)}
    dialog.reject()
    faultless(**faults)


@pytest.mark.parametrize("key", ["U", "M"])
def test_a_vote_is_read_whole(qtbot, lead, key) -> None:
    lead.keys.run("place_review")
    review = lead.places.review()
    qtbot.waitUntil(lambda: review.deciding.document == "d1", timeout=5_000)
    review.view.setFocus()
    turn()
    Typist(lead)(key)
    vote = review.asking.vote
    qtbot.waitUntil(lambda: vote.go.isEnabled(), timeout=5_000)
    faults = {"counted": wrong(vote)}
    vote.begin_writing()
    vote.show_rate(1200, 20_000)
    faults["writing"] = wrong(vote)
    vote.refuse("another process holds this project · close the other window")
    faults["refused"] = wrong(vote)
    vote.reject()
    faultless(**faults)


def test_a_rule_is_read_whole(qtbot, lead) -> None:
    lead.keys.run("place_review")
    review = lead.places.review()
    qtbot.waitUntil(lambda: review.deciding.document == "d1", timeout=5_000)
    review.view.setFocus()
    turn()
    Typist(lead)("G")
    rule = review.asking.rule
    faults = {"draft": wrong(rule)}
    rule.text.setPlainText("")
    rule.save.click()
    faults["refused"] = wrong(rule)
    rule.text.setPlainText("Lidwoorden horen er niet bij.")
    rule.save.click()
    qtbot.waitUntil(lambda: rule.again.count() > 0, timeout=5_000)
    faults["saved"] = wrong(rule)
    rule.close()
    faultless(**faults)


def test_an_export_is_read_whole(qtbot, lead, project, scheme) -> None:
    session = Session(project, scheme, "anna")
    for one in list(session.state("d1").suggestions)[:1]:
        session.do(Accept(document="d1", suggestion=one))
    session.do(SetStatus(document="d1", status="done"))
    dialog = ExportDialog(project, scheme, LIGHT, parent=lead)
    qtbot.addWidget(dialog)
    dialog.show()
    faults = {}
    for number in range(dialog.choices.format.count()):
        dialog.choices.format.setCurrentIndex(number)
        faults[dialog.choices.format.currentText()] = wrong(dialog)
    dialog.choices.format.setCurrentIndex(dialog.choices.format.findData("jsonl"))
    dialog.on.click()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == OUTCOME, timeout=20_000)
    faults["outcome"] = wrong(dialog)
    dialog.close()
    faultless(**faults)


def test_restoring_is_read_whole(qtbot, lead, project) -> None:
    dialog = Restoring([project.path], LIGHT, parent=lead)
    qtbot.addWidget(dialog)
    dialog.show()
    faultless(restoring=wrong(dialog))
