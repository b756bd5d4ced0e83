"""Work packages in the window: made with their counts shown, handed in, checked and told about, then taken over."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.core.command import CreateSpan, SetStatus
from annotator.core.text import sha256_of
from annotator.gui.main_window import MainWindow
from annotator.gui.packages.merging import operation_in_words, reason_name
from annotator.gui.packages.steps import percents
from annotator.gui.theme import LIGHT
from annotator.services import handed_out, merging, packages
from annotator.services.merging import FileReport, MergeReport
from annotator.services.projects import open_session
from annotator.services.session import Session
from annotator.store.project import Project


def make_dialog(lead):
    lead.keys.run("package_make")
    return lead.places.packages().making


def counted(qtbot, dialog) -> str:
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog._later.isActive(), timeout=5_000)
    return dialog.count.text()


def made_package(qtbot, lead, tmp_path, name="carl"):
    """A package of all articles for someone, made by key."""
    dialog = make_dialog(lead)
    qtbot.keyClicks(dialog.articles.who.lineEdit(), name)
    dialog.articles.share.setValue(100)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    out = tmp_path / f"{name}.annopack"
    dialog.file.path.setText(str(out))
    dialog.on.click()
    qtbot.waitUntil(lambda: lead.places.packages().writing is not None and out.exists(), timeout=10_000)
    qtbot.waitUntil(lambda: not lead.places.packages().writing.is_running, timeout=10_000)
    QApplication.processEvents()
    return out


def test_the_counts_are_shown_before_and_follow_every_change(qtbot, lead, project) -> None:
    dialog = make_dialog(lead)
    qtbot.keyClicks(dialog.articles.who.lineEdit(), "carl")
    total = len(project.document_ids())
    dialog.articles.share.setValue(100)
    assert f"Articles: {total} of {total} ·" in counted(qtbot, dialog)
    dialog.articles.by_hand.click()
    dialog._count()
    assert dialog.count.text() == ""  # nothing ticked yet
    dialog.articles.list.setFocus()
    dialog.articles.list.setCurrentRow(1)
    qtbot.keyClick(dialog.articles.list, Qt.Key.Key_Space)
    assert f"Articles: 1 of {total} ·" in counted(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.steps.currentIndex() == 1
    dialog.suggestions.without.click()
    assert "Without suggestions" in counted(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert f"Articles: 1 of {total} ·" in dialog.file.counts.text()
    assert dialog.file.path.text().endswith("carl.annopack")
    assert project.assignments() == []
    dialog.reject()


def test_a_name_and_articles_are_asked_for_beside_the_field(qtbot, lead) -> None:
    dialog = make_dialog(lead)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.steps.currentIndex() == 0
    assert "name" in dialog.problem.text()
    qtbot.keyClicks(dialog.articles.who.lineEdit(), "gold")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "adjudicates" in dialog.problem.text()
    dialog.articles.who.setCurrentText("carl")
    dialog.articles.by_hand.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "Tick" in dialog.problem.text()
    dialog.reject()


def test_a_package_is_made_and_the_assignment_noted(qtbot, lead, project, tmp_path) -> None:
    out = made_package(qtbot, lead, tmp_path)
    (assignment,) = project.assignments()
    assert assignment.annotator == "carl"
    assert set(assignment.documents) == set(project.document_ids())
    assert handed_out.open_package(out, tmp_path / "carl.annotator").documents == len(assignment.documents)
    assert "carl.annopack is made" in lead.status.message.text()
    assert not lead.desk.session.is_held


def test_making_can_be_stopped_and_leaves_nothing(qtbot, lead, project, tmp_path, monkeypatch) -> None:
    held = threading.Event()
    make = packages.make

    def slow(*args, progress, **more):
        def wait(done: int, total: int) -> None:
            for _ in range(500):
                held.wait(0.01)
                progress(done, total)

        return make(*args, progress=wait, **more)

    monkeypatch.setattr(packages, "make", slow)
    dialog = make_dialog(lead)
    dialog.articles.who.setCurrentText("carl")
    dialog.turn(2)
    out = tmp_path / "carl.annopack"
    dialog.file.path.setText(str(out))
    dialog.on.click()
    assert dialog.bar.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not lead.desk.session.is_held, timeout=5_000)
    assert not out.exists()
    assert project.assignments() == []
    held.set()


def test_a_file_that_is_there_is_refused_in_the_dialog(qtbot, lead, tmp_path) -> None:
    dialog = make_dialog(lead)
    dialog.articles.who.setCurrentText("carl")
    dialog.turn(2)
    out = tmp_path / "carl.annopack"
    out.write_text("mine")
    dialog.file.path.setText(str(out))
    dialog.on.click()
    qtbot.waitUntil(lambda: "is there already" in dialog.problem.text(), timeout=5_000)
    assert dialog.on.isEnabled()
    assert out.read_text() == "mine"
    dialog.reject()


def returned(out, tmp_path):
    """Carl's work on a package, handed in."""
    target = tmp_path / "carl.annotator"
    handed_out.open_package(out, target)
    with Project.open(target) as opened:
        session = open_session(opened)
        start = session.state("d1").document.text.index("Belga")
        span = CreateSpan(document="d1", layer="entities", label="ORG", fragments=((start, start + len("Belga")),))
        for command in (span, SetStatus(document="d1", status="done")):
            assert session.do(command).rejection is None
    back = tmp_path / "back.annopack"
    with Project.open(target, read_only=True) as opened:
        handed_out.give_back(opened, back)
    return back


def test_returned_work_is_told_about_before_it_is_taken_over(qtbot, lead, project, tmp_path) -> None:
    back = returned(made_package(qtbot, lead, tmp_path), tmp_path)
    hub = lead.places.packages()
    hub.merge_files([back])
    dialog = hub.merging
    qtbot.waitUntil(lambda: dialog.take.isEnabled(), timeout=10_000)
    item = dialog.list.topLevelItem(0)
    assert [item.text(column) for column in (1, 2)] == ["carl", "2"]
    assert "1 of" in item.text(3)
    assert "carl" not in project.actors()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "carl" in project.actors(), timeout=10_000)
    qtbot.waitUntil(lambda: "2 decisions taken over" in lead.status.message.text(), timeout=5_000)
    hub.merge_files([back])
    again = hub.merging
    qtbot.waitUntil(lambda: "nothing new" in again.about.text(), timeout=10_000)
    assert not again.take.isEnabled()
    again.reject()


def test_many_decisions_have_their_thousands_apart(qtbot, lead, project, tmp_path) -> None:
    hub = lead.places.packages()
    hub.merge_files([returned(made_package(qtbot, lead, tmp_path), tmp_path)])
    qtbot.waitUntil(lambda: hub.merging.take.isEnabled(), timeout=10_000)
    files = [FileReport("a.annopack", "anna", new=1_037), FileReport("b.annopack", "bram", new=1_046)]
    hub.merging._show(MergeReport(files))
    assert "New decisions: 2,083;" in hub.merging.about.text()
    hub.merging.reject()
    hub._merged(MergeReport(files, merged=True))
    assert "2,083 decisions taken over" in lead.status.message.text()


def test_a_refusal_says_whose_operation_in_the_language(qapp, language) -> None:
    assert operation_in_words("12 of anna (de vries) (0f3a)") == "operation 12 of anna (de vries) (0f3a)"
    language("nl")
    assert operation_in_words("12 of anna (0f3a)") == "handeling 12 van anna (0f3a)"
    assert operation_in_words("") == ""


def test_refused_files_are_listed_with_their_reasons_and_cannot_be_taken(qtbot, lead, project, tmp_path) -> None:
    back = returned(made_package(qtbot, lead, tmp_path), tmp_path)
    bad = tmp_path / "bad.annopack"
    bad.write_bytes(b"PK not a zip")
    before = sha256_of("".join(str(one) for one in project.operations()))
    hub = lead.places.packages()
    hub.merge_files([back, bad])
    dialog = hub.merging
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2, timeout=10_000)
    assert not dialog.take.isEnabled()
    assert "Refused files: 1 of 2" in dialog.about.text()
    refused = dialog.list.topLevelItem(1)
    assert "refused, reasons: 1" in refused.text(3)
    assert refused.child(0).text(0).startswith("the file cannot be read")
    assert sha256_of("".join(str(one) for one in project.operations())) == before
    dialog.without.click()
    qtbot.waitUntil(lambda: dialog.take.isEnabled(), timeout=10_000)
    assert dialog.list.topLevelItemCount() == 1
    assert not dialog.without.isVisible()
    dialog.reject()
    assert sha256_of("".join(str(one) for one in project.operations())) == before


def test_what_is_noted_of_returned_work_is_said_in_dutch(qtbot, lead, tmp_path, language) -> None:
    back = returned(made_package(qtbot, lead, tmp_path), tmp_path)
    hub = lead.places.packages()
    hub.merge_files([back])
    dialog = hub.merging
    qtbot.waitUntil(lambda: dialog.take.isEnabled(), timeout=10_000)
    assert not dialog.without.isVisible()
    language("nl")
    notes = ["nothing new: all of it was merged before", "the guideline has changed since for GPE"]
    told = FileReport("x.annopack", notes=notes)
    dialog._show(MergeReport([told]))
    shown = [dialog.list.topLevelItem(0).child(number).text(0) for number in range(2)]
    assert shown == ["niets nieuws: alles is al eerder overgenomen", "de richtlijn is sindsdien veranderd voor GPE"]
    dialog.reject()


def test_a_project_for_reading_only_asks_for_no_files(qtbot, project, scheme, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: asked.append(True) or ([], ""))
    with Project.open(project.path, read_only=True) as reading:
        window = MainWindow(Session(reading, scheme, "lead"), theme=LIGHT)
        qtbot.addWidget(window)
        window.show()
        window.open_first("d1")
        window.keys.run("package_merge")
        assert not asked
        assert "reading only" in window.status.message.text()
        window.close()


def test_a_long_reason_is_read_whole(qtbot, lead, project, tmp_path) -> None:
    bad = tmp_path / f"{'what came back by post ' * 6}.annopack"
    bad.write_bytes(b"PK not a zip")
    hub = lead.places.packages()
    hub.merge_files([bad])
    dialog = hub.merging
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1, timeout=10_000)
    reason = dialog.list.topLevelItem(0).child(0)
    room = dialog.list.viewport().width() - 2 * dialog.list.indentation()
    needed = dialog.list.fontMetrics().boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, reason.text(0)).height()
    assert needed > 3 * dialog.list.fontMetrics().lineSpacing() - 3
    assert dialog.list.visualItemRect(reason).height() >= needed
    dialog.reject()


def test_merging_can_be_stopped(qtbot, lead, project, tmp_path, monkeypatch) -> None:
    back = returned(made_package(qtbot, lead, tmp_path), tmp_path)
    held = threading.Event()

    def slow(*_args, progress, **_more):
        while True:
            held.wait(0.01)
            progress(1, 2)

    monkeypatch.setattr(merging, "merge", slow)
    hub = lead.places.packages()
    hub.merge_files([back])
    dialog = hub.merging
    qtbot.waitUntil(lambda: "1 of 2" in dialog.about.text(), timeout=5_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not lead.desk.session.is_held, timeout=5_000)
    assert "carl" not in project.actors()


@pytest.mark.parametrize("text", ["0.67 %", "0,67 %"])
def test_a_share_can_be_less_than_a_hundredth(qtbot, text: str) -> None:
    share = percents("Share", "Of all", 50)
    qtbot.addWidget(share)
    assert share.text() == "50 %"
    share.lineEdit().setText(text)
    share.interpretText()
    assert (share.value(), round(share.value() / 100 * 3000)) == (0.67, 20)
    assert share.text() == "0.67 %"


def test_an_annotator_hands_in_from_the_window(qtbot, lead, scheme, tmp_path) -> None:
    out = made_package(qtbot, lead, tmp_path)
    target = tmp_path / "carl.annotator"
    handed_out.open_package(out, target)
    with Project.open(target) as opened:
        window = MainWindow(Session(opened, scheme, "carl"), theme=LIGHT)
        qtbot.addWidget(window)
        window.show()
        window.open_first("d1")
        names = [way.text() for way in window.top.findChildren(type(window.top._ways[0]))] if window.top._ways else []
        assert "Hand in" in names
        back = tmp_path / "carl.return.annopack"
        window.places.packages().give_back_to(back)
        qtbot.waitUntil(lambda: "holds your work" in window.status.message.text(), timeout=10_000)
        assert back.exists()
        assert "not in it" not in window.status.message.text()
        for name in ("carl", "Carl"):
            Session(opened, scheme, name).do(SetStatus(document="d2", status="done"))
        window.places.packages().give_back_to(back)
        qtbot.waitUntil(lambda: "decided as Carl (articles: 1)" in window.status.message.text(), timeout=10_000)
        window.close()


def test_a_project_of_one_s_own_has_nothing_to_hand_in(lead) -> None:
    lead.keys.run("package_return")
    assert "not made from a work package" in lead.status.message.text()


def test_every_reason_has_words() -> None:
    assert [reason for reason in merging.REASONS if reason_name(reason) == reason] == []
