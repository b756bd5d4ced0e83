"""The dialog of the scheme: added, changed, removed, refused at the field, saved as one version; the window follows."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.command import CreateEvent, CreateSpan
from annotator.core.scheme import Attribute, Role
from annotator.core.scheme_editing import without
from annotator.core.span import Argument
from annotator.errors import KnownError
from annotator.gui.inspector.guideline import GuidelineSheet
from annotator.gui.learning.lead import LeadDialog
from annotator.gui.places import Places
from annotator.gui.preferences import Preferences
from annotator.gui.scheme import hub
from annotator.gui.scheme.dialog import SchemeDialog
from annotator.gui.scheme.things import SCHEME, Which
from annotator.gui.sitting import Sitting
from annotator.gui.theme import LIGHT
from annotator.services import guidelines, handed_out, scheme_versions
from annotator.services.projects import scheme_of
from annotator.services.settings_file import SettingsFile
from annotator.store.assignments import Assignment
from annotator.store.project import Project
from tests.gui.conftest import TEXT
from tests.samples import at, suggestion

GPE, AGENT = Which("label", "entities", "GPE"), Which("role", "events", "AGENT")
FACTUALITY = Which("attribute", "events", "factuality")


@pytest.fixture
def dialog(qtbot, session):
    def make(at: Which = SCHEME) -> SchemeDialog:
        made = SchemeDialog(session.project, LIGHT, actor="lead", at=at)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: made.is_counted)
        return made

    return make


def typed(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def lines(shown: SchemeDialog) -> list[str]:
    return [shown.changes.item(number).text() for number in range(shown.changes.count())]


def test_who_has_work_packages_is_told_where_something_goes(dialog, session) -> None:
    session.project.add_assignment(Assignment("p1", "bram", "2026-11-23T10:00:00Z", 0, {"d1": False}, {}))
    shown = dialog(Which("label", "entities", "QUANTITY"))
    typed(shown.labels.shown["nl"], "Afmeting")
    assert [line for line in lines(shown) if line.startswith("!")] == []
    shown.remove_thing()
    (told,) = [line for line in lines(shown) if line.startswith("!")]
    assert told.startswith("! work packages were handed out (bram): work that uses what is removed is refused")


def test_a_label_is_added_named_keyed_and_coloured_by_keys_alone(dialog, session) -> None:
    shown = dialog(GPE)
    assert shown.things.hasFocus()
    QTest.keyClick(shown.things, Qt.Key.Key_Insert)
    assert shown.focusWidget() is shown.labels.name
    QTest.keyClicks(shown.labels.name, "RIVER")
    typed(shown.labels.key, "y")
    typed(shown.labels.shown["nl"], "Rivier")
    shown.labels.colour.setCurrentIndex(shown.labels.colour.findText("purple"))
    assert lines(shown) == ["new: label RIVER"]
    assert "version 3" in shown.told.text()
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.result() == QDialog.DialogCode.Accepted
    made = scheme_of(session.project).label("entities", "RIVER")
    assert (made.key, made.names, made.colour.light) == ("y", {"nl": "Rivier"}, "#5a1b65")
    assert len(session.project.schemes()) == 2


def test_what_cannot_be_is_refused_at_its_field_and_not_saved(dialog, session) -> None:
    shown = dialog(GPE)
    command = "is the key of a command on the article"
    wrong = [("p", "PERSON has it already"), ("x", f"x {command}"), ("k", f"k {command}")]
    for key, why in (*wrong, ("?", "one small letter a–z or a digit")):
        typed(shown.labels.key, key)
        assert shown.labels.problem() == (shown.labels.key, why)
    shown.keep()
    assert shown.isVisible()
    assert "Key: one small letter" in shown.problem.text()
    typed(shown.labels.key, "g")
    assert shown.labels.problem() is None
    shown.add_thing()
    for name, why in (("PERSON", "PERSON has it already"), ("two words", "no spaces; _ can stand between words")):
        typed(shown.labels.name, name)
        assert shown.labels.problem() == (shown.labels.name, why)
    assert len(session.project.schemes()) == 1


def test_the_key_of_an_event_type_is_its_own_space(dialog) -> None:
    shown = dialog(Which("label", "events", "OTHER"))
    typed(shown.labels.key, "y")
    assert shown.labels.problem() is None
    typed(shown.labels.key, "a")
    assert shown.labels.problem()[1] == "ATTACK has it already"


def test_a_name_in_the_data_is_kept_and_what_is_shown_changes(dialog, session) -> None:
    shown = dialog(GPE)
    assert shown.labels.name.isReadOnly()
    typed(shown.labels.shown["nl"], "Land of stad")
    assert lines(shown) == ["label GPE: names shown"]
    shown.keep()
    assert scheme_of(session.project).label("entities", "GPE").names["nl"] == "Land of stad"


def test_what_spans_use_is_not_removed(dialog, session) -> None:
    session.do(CreateSpan(document="d1", layer="entities", label="GPE", fragments=(at(TEXT, "Tal Afar"),)))
    shown = dialog(GPE)
    assert "Places that have it: 1, in articles: 1 (anna)." in shown.labels.use.text()
    QTest.keyClick(shown.things, Qt.Key.Key_Delete)
    assert "It cannot be removed" in shown.problem.text()
    assert shown.scheme == shown.present


def test_a_filler_in_use_stands_in_the_way_of_saving(dialog, session) -> None:
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=(at(TEXT, "Belga"),), id="s1"))
    place = (at(TEXT, "meldt"),)
    session.do(CreateEvent(document="d1", type="ATTACK", fragments=place, arguments=(Argument("AGENT", "s1"),)))
    shown = dialog(AGENT)
    item = next(shown.roles.fillers.item(n) for n in range(20) if shown.roles.fillers.item(n).text().startswith("ORG"))
    item.setCheckState(Qt.CheckState.Unchecked)
    assert lines(shown)[0].startswith("! role AGENT filled by ORG cannot go. Places that have it: 1")
    assert "role AGENT: filled by −ORG" in lines(shown)
    shown.keep()
    assert "role AGENT filled by ORG cannot go" in shown.problem.text()
    item.setCheckState(Qt.CheckState.Checked)
    assert lines(shown) == []


def test_suggestions_of_what_is_removed_are_withdrawn_when_ticked(dialog, session) -> None:
    shown = dialog(GPE)
    before = session.project.suggestions("d1")
    label = next(iter(before.values())).label
    layer = next(iter(before.values())).layer
    shown._show(Which("label", layer, label))
    shown.remove_thing()
    assert shown.scheme.label(layer, label) is None, shown.problem.text()
    assert shown.withdraw.isVisible()
    shown.keep()
    assert shown.isVisible()
    assert shown.withdraw.hasFocus()
    shown.withdraw.setChecked(True)
    shown.keep()
    assert shown.result() == QDialog.DialogCode.Accepted
    assert label not in {one.label for one in session.project.suggestions("d1").values()}


def test_roles_values_and_the_note(dialog, session) -> None:
    shown = dialog(AGENT)
    shown.add_thing()
    typed(shown.roles.name, "WATER")
    typed(shown.roles.key, "w")
    shown._show(FACTUALITY)
    values = shown.attributes.values
    values.more.click()
    values.tree.topLevelItem(4).setText(0, "ASKED")
    values.tree.topLevelItem(4).setText(1, "gevraagd")
    values.tree.topLevelItem(0).setText(0, "SAID")
    assert "not renamed" in shown.attributes.problem()[1]
    assert values.tree.topLevelItem(0).text(0) == "ASSERTED"
    values.default.setCurrentIndex(1)
    shown._show(SCHEME)
    typed(shown.itself.notes["nl"], "Dit gaat over water.")
    assert lines(shown) == [
        "scheme conflict-nl: note – → nl: Dit gaat over water.", "new: role WATER",
        "attribute factuality: values +ASKED, value at first ASSERTED → REPORTED, names of values",
    ]  # fmt: skip
    shown.keep()
    now = scheme_of(session.project)
    (attribute,) = now.attributes
    assert isinstance(attribute, Attribute)
    assert (attribute.values[-1], attribute.default) == ("ASKED", "REPORTED")
    assert attribute.value_names["ASKED"] == {"nl": "gevraagd"}
    assert isinstance(now.roles[-1], Role)
    assert now.note == {"nl": "Dit gaat over water."}
    assert len(session.project.schemes()) == 2


def test_a_new_attribute_has_values_that_can_be_named_and_taken_out(dialog, session) -> None:
    shown = dialog(Which("attribute", "entities"))
    shown.add_thing()
    typed(shown.attributes.name, "real")
    values = shown.attributes.values
    values.tree.topLevelItem(0).setText(0, "TRUE")
    values.less.click()
    assert shown.scheme.attributes_of("entities")[0].values == ("NO",)
    values.less.click()
    assert "last value" in shown.attributes.problem()[1]
    shown.remove_thing()
    assert shown.scheme == shown.present


def test_a_guideline_is_changed_in_its_editor_and_saved_with_the_rest(dialog, session, scheme) -> None:
    guidelines.rewrite(session.project, scheme, scheme.label("entities", "ORG"), "Van het project.", actor="lead")
    shown = dialog(GPE)
    shown.labels.guideline.click()
    sheet = shown.findChild(GuidelineSheet)
    sheet.field.setPlainText("Alleen landen.")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lines(shown) == ["label GPE: guideline"]
    shown._show(Which("label", "entities", "ORG"))
    shown.labels.guideline.click()
    sheet = shown.findChildren(GuidelineSheet)[-1]
    assert sheet.field.toPlainText() == "Van het project."
    sheet.field.setPlainText("Nog anders.")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.keep()
    now = scheme_of(session.project)
    assert now.label("entities", "GPE").guideline["en"] == "Alleen landen."
    assert guidelines.in_force(session.project, now, "entities", "ORG") == "Nog anders."


def test_a_guideline_too_long_for_a_scheme_stays_in_its_editor(dialog) -> None:
    shown = dialog(GPE)
    assert shown.labels.shown["nl"].cursorPosition() == 0
    shown.labels.guideline.click()
    sheet = shown.findChild(GuidelineSheet)
    sheet.field.setPlainText("woord " * 1_000)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.isVisible()
    assert sheet.field.toPlainText().startswith("woord")
    assert shown.scheme == shown.present
    sheet.field.setPlainText("Kort.\x85")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lines(shown) == ["label GPE: guideline"]
    shown.keep()
    assert shown.result() == QDialog.DialogCode.Accepted


def test_changes_are_not_thrown_away_by_one_escape(dialog) -> None:
    shown = dialog(GPE)
    typed(shown.labels.key, "y")
    shown.reject()
    assert shown.isVisible()
    assert "not saved" in shown.problem.text()
    shown.reject()
    assert not shown.isVisible()
    untouched = dialog(GPE)
    untouched.reject()
    assert not untouched.isVisible()


def test_nothing_is_removed_before_it_is_known_who_uses_it(dialog, session, qtbot) -> None:
    session.do(CreateSpan(document="d1", layer="entities", label="GPE", fragments=(at(TEXT, "Tal Afar"),)))
    shown = SchemeDialog(session.project, LIGHT, actor="lead", at=GPE)
    qtbot.addWidget(shown)
    assert not shown.is_counted
    assert "being counted" in shown.labels.use.text()
    shown.remove_thing()
    assert "still being counted" in shown.problem.text()
    assert shown.scheme == shown.present
    qtbot.waitUntil(lambda: shown.is_counted)
    assert "Places that have it: 1" in shown.labels.use.text()
    assert shown.things.currentItem().text(2) == "1"


def test_where_it_cannot_be_counted_saving_still_lets_nothing_go_that_is_used(session, qtbot, monkeypatch) -> None:
    def fail(_project: Project) -> None:
        raise KnownError("A105", "a row cannot be read", "restore a backup")

    session.do(CreateSpan(document="d1", layer="entities", label="GPE", fragments=(at(TEXT, "Tal Afar"),)))
    with monkeypatch.context() as broken:
        broken.setattr(Project, "uses", fail)
        shown = SchemeDialog(session.project, LIGHT, actor="lead", at=GPE)
        qtbot.addWidget(shown)
        qtbot.waitUntil(lambda: shown.is_counted)
        assert "a row cannot be read" in shown.problem.text()
    shown.remove_thing()
    assert lines(shown)[0] == "removed: label GPE"
    shown.keep()
    assert "GPE is in use: 1 span" in shown.problem.text()
    assert len(session.project.schemes()) == 1


def test_whose_scheme_is_the_leads_cannot_open_it(window, session, monkeypatch) -> None:
    monkeypatch.setattr(hub, "SchemeDialog", lambda *_, **__: pytest.fail("it was opened"))
    session.project.set_meta(handed_out.PACKAGE, {"x": 1})
    window.keys.run("scheme")
    assert "the scheme comes with the work package" in window.status.message.text()


def test_the_open_article_follows_without_a_restart(qapp, session, tmp_path, monkeypatch) -> None:
    preferences = Preferences(SettingsFile(tmp_path / "config"))
    sitting = Sitting(session, preferences, qapp, None)
    sitting.begin("d1")
    QApplication.processEvents()
    session.do(CreateSpan(document="d1", layer="entities", label="GPE", fragments=(at(TEXT, "Tal Afar"),), id="s1"))

    def fill_in(shown: SchemeDialog) -> int:
        shown._show(GPE)
        assert not shown.is_counted  # what takes nothing away need not wait for that
        typed(shown.labels.key, "y")
        shown.labels.colour.setCurrentIndex(shown.labels.colour.findText("purple"))
        shown.add_thing()
        typed(shown.labels.name, "RIVER")
        typed(shown.labels.key, "7")
        shown.keep()
        return shown.result()

    monkeypatch.setattr(SchemeDialog, "exec", fill_in)
    old = sitting.window
    old.keys.run("scheme")
    QApplication.processEvents()
    new = sitting.window
    assert new is not old
    assert new.desk.document == "d1"
    assert "version 3" in new.status.message.text()
    assert new.desk.scheme.version == 3
    assert new.keys.labelling.label_of("7").name == "RIVER"
    assert new.keys.labelling.label_of("Y").name == "GPE"
    outcome = session.do(
        CreateSpan(document="d1", layer="entities", label="RIVER", fragments=(at(TEXT, "Belga"),), id="s2")
    )
    assert outcome.operation.scheme_version == 3
    new.close()
    sitting.end()


def test_suggestions_asked_for_under_the_scheme_before_are_not_stored(window, session, scheme) -> None:
    """The project has the new scheme as soon as Save was pressed; the session, once the dialog is gone."""
    third = session.project.document("d3")
    found = [suggestion(third, "entities", "PERSON", at(third.text, "Niemand"))]
    wanted = without(scheme, scheme.label("entities", "PERSON"))
    scheme_versions.change(session.project, scheme_versions.checked(wanted), actor="lead", withdraw=True)
    window.desk.take_suggestions("d3", third.sha256, found, {})
    assert not session.project.has_suggestions("d3"), "between Save and the new window"
    session.scheme = scheme_of(session.project)
    window.desk.take_suggestions("d3", third.sha256, found, {})
    assert not session.project.has_suggestions("d3"), "on its way to the window that goes"
    window.desk._made_for = session.scheme
    window.desk.take_suggestions("d3", third.sha256, [], {})
    assert session.project.has_suggestions("d3"), "the new window asks again"


def test_the_lead_gets_there_from_what_is_set_for_the_project(window, monkeypatch) -> None:
    def go_on(shown: LeadDialog) -> int:
        shown._go_on_to_scheme()
        return 0

    asked = []
    monkeypatch.setattr(LeadDialog, "exec", go_on)
    monkeypatch.setattr(Places, "change_scheme", lambda self: asked.append(self))
    window.keys.run("conduct")
    assert asked == [window.places]


def test_a_key_in_a_scheme_of_hundreds_of_labels_takes_no_seconds(dialog, session) -> None:
    scheme = scheme_of(session.project)
    gpe = scheme.label("entities", "GPE")
    many = tuple(gpe._replace(name=f"L{number}", key="") for number in range(450))
    wanted = scheme_versions.checked(replace(scheme, labels=(*scheme.labels, *many)))
    scheme_versions.change(session.project, wanted, actor="lead")
    shown = dialog(GPE)
    before = perf_counter()
    typed(shown.labels.shown["nl"], "Land")
    assert perf_counter() - before < 4  # four keys; they took ten seconds
    assert all(shown.things.topLevelItem(number).isExpanded() for number in (1, 2, 3, 5))  # the fourth has nothing
