"""The place Review: where annotators differ, decided by key as the adjudicator, with undo and reasons."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core import command as c
from annotator.core.decision import Decision, Status
from annotator.core.span import Argument, Event, Span
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.inspector.painted import Prose
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import BrokenLabel, Cap, PlainLabel
from annotator.gui.review.marks import picture_of
from annotator.gui.review.remarks import remark_in_words
from annotator.gui.review.versions import Card, details_of
from annotator.gui.review.words import Version
from annotator.gui.theme import DARK, LIGHT, desk_font, set_scale
from annotator.services import adjudicating
from annotator.services.keymap import Keymap
from annotator.services.remarks import Remark
from annotator.services.session import Session
from tests.gui.conftest import ANNA, TEXT, Typist, entity, review_in
from tests.samples import at
from tests.unit.services.versions import annotate, decide


@pytest.fixture
def press(lead, review) -> Typist:
    return Typist(lead)


def gold(double):
    return double.decided("d1", "gold")


def test_it_opens_at_the_first_difference_and_tab_goes_on(review, press) -> None:
    texts = []
    for _ in range(4):
        texts.append(TEXT[review.deciding.place.start : review.deciding.place.end])
        press("Tab")
    assert texts == ["het Iraakse leger", "optrok", "Tal Afar", "twaalf"]


def with_place(name: str, type: str, label: str) -> tuple[Span, ...]:
    """A version with an event that stands before the place of it."""
    agent, place = entity(f"{name}1", "Iraakse leger", "ORG"), entity(f"{name}2", "Tal Afar", label)
    arguments = (Argument("PLACE", place.id), Argument("AGENT", agent.id))
    fragments = (at(TEXT, "optrok"),)
    return agent, place, Event(f"{name}3", "events", type, fragments, {"factuality": "ASSERTED"}, arguments=arguments)


PLACES_DIFFER = (with_place("a", "ADVANCE", "GPE"), with_place("b", "ATTACK", "LOC"))


def test_a_key_that_decides_and_goes_on_shows_the_next_place_once(review, press) -> None:
    moves = []
    review.deciding.moved.connect(lambda: moves.append(review.deciding.place))
    before = review.deciding.place
    press("A")
    assert len(moves) == 1
    assert moves[0] is not None
    assert moves[0].id != before.id
    press("Ctrl+Z")
    assert review.deciding.place.id == before.id


@pytest.mark.parametrize("double", [PLACES_DIFFER], indirect=True)
def test_roles_of_a_version_have_their_names_in_the_language(double, review, press, scheme) -> None:
    press("A")
    assert "Dader: Iraakse leger" in details_of(review.deciding.versions()[0], scheme, "nl")


@pytest.mark.parametrize("double", [PLACES_DIFFER], indirect=True)
def test_an_event_comes_when_what_fills_its_roles_is_decided_and_keeps_all_roles(double, review, press) -> None:
    texts = []
    for _ in range(2):
        texts.append(TEXT[review.deciding.place.start : review.deciding.place.end])
        press("A")
    assert texts == ["Tal Afar", "optrok"]
    assert review.deciding.open_differences() == []
    spans = gold(double).spans
    (event,) = [one for one in spans.values() if isinstance(one, Event)]
    assert {(one.role, spans[one.span].label) for one in event.arguments} == {("PLACE", "GPE"), ("AGENT", "ORG")}


@pytest.mark.parametrize("double", [PLACES_DIFFER], indirect=True)
def test_an_event_that_one_goes_to_says_what_is_to_be_decided_first(double, review, press, lead, language) -> None:
    language("nl")
    press("Alt+Left")
    assert TEXT[review.deciding.place.start : review.deciding.place.end] == "optrok"
    press("A")
    assert lead.status.message.text() == "PLACE van deze gebeurtenis is nog open: beslis eerst over “Tal Afar”"
    assert gold(double).spans == {}


def test_what_was_asked_or_chosen_is_not_said_any_more_after_the_decision(review, press, lead) -> None:
    said = lead.status.message.text
    press("R", "E")
    assert said() == "reason of the next decision: annotator error"
    press("A")
    assert said() == ""
    press("X")
    assert said().startswith("reject which version?")
    press("A")
    assert said() == ""
    press("Enter")
    assert said().startswith("a label's key")
    press("Escape")
    assert said() == ""


@pytest.mark.parametrize(("width", "least"), [(1024, 450), (1280, 625), (1600, 940)])
def test_where_there_is_little_room_the_article_keeps_most_of_it(qtbot, double, scheme, width, least) -> None:
    window = MainWindow(Session(double, scheme, "lead"), theme=LIGHT)
    qtbot.addWidget(window)
    window.resize(width, 700)
    window.show()
    window.open_first("d1")
    window.keys.run("place_review")
    QApplication.processEvents()
    left, middle, right = window.places.review().parts.sizes()
    assert middle >= least
    assert left >= 180
    assert right >= 270
    window.close()


def test_the_list_has_the_agreement_and_what_is_open(review) -> None:
    row = review.queue.model.rows[0]
    assert (row.agreement, row.differences, row.open) == (1 / 5, 4, 4)


def test_one_key_takes_a_version_and_goes_on_and_the_operation_is_gold_s_and_cites_its_sources(
    review, press, double
) -> None:
    versions = review.deciding.versions()
    press("B")
    span = next(iter(gold(double).spans.values()))
    assert span.fragments == versions[1].span.fragments
    operation = next(iter(double.operations(actor="gold")))
    assert operation.kind == "adjudicate"
    cited = {double.operation(id).actor for id in operation.sources}
    assert cited == {"anna", "bram"}
    assert TEXT[review.deciding.place.start : review.deciding.place.end] == "optrok"


def test_undo_takes_gold_back_and_not_the_annotator_s_own(review, press, double) -> None:
    before = len(list(double.operations(actor="lead")))
    press("A", "Ctrl+Z")
    assert gold(double).spans == {}
    assert len(list(double.operations(actor="lead"))) == before
    press("Ctrl+Shift+Z")
    assert len(gold(double).spans) == 1


def test_nothing_here_refuses_all_versions(review, press, double) -> None:
    place = review.deciding.place
    press("0")
    assert gold(double).spans == {}
    assert review.deciding.review.view.verdict(next(p for p in review.deciding.places if p.id == place.id)) == "nothing"


def test_one_version_can_be_rejected_and_the_place_stays_open(review, press) -> None:
    place = review.deciding.place
    press("X", "A")
    assert review.deciding.place.id == place.id
    assert review.deciding.is_open(place)
    assert len(picture_of(review.deciding.review).refused) == 1
    press("X", "B")
    assert not review.deciding.is_open(place)


def test_reason_and_note_stand_with_the_decision(review, press, double) -> None:
    press("R", "T", ";")
    review.panel.note.setText("korter\x1b leest beter")
    press("Enter", "A")
    (comment,) = gold(double).comments.values()
    assert comment.text == "taste: korter leest beter"
    assert comment.about in gold(double).spans
    assert review.deciding.reason == review.deciding.note == ""


def test_editing_changes_label_and_edges_in_one_operation(review, press, double) -> None:
    press("Enter", "]", "G", "Enter")
    (span,) = gold(double).spans.values()
    assert span.label == "GPE"
    assert span.origin == "corrected"
    before = review.deciding.versions()
    assert span.fragments != before[0].span.fragments
    assert len(list(double.operations(actor="gold"))) == 1


def test_escape_leaves_an_edit_without_a_trace(review, press, double) -> None:
    press("Enter", "]", "Escape")
    assert gold(double).spans == {}
    assert not any(note == "✎" for note in picture_of(review.deciding.review).notes.values())


def test_a_decision_can_be_changed_to_another_version(review, press, double) -> None:
    press("A", "Alt+Left")
    first, second = review.deciding.versions()
    (span,) = gold(double).spans.values()
    assert span.fragments == first.span.fragments
    press("B")
    (span,) = gold(double).spans.values()
    assert span.fragments == second.span.fragments


def test_all_versions_at_once_are_refused_in_a_flat_layer(review, press, double, lead) -> None:
    press("+")
    assert gold(double).spans == {}
    assert "do not overlap" in lead.status.message.text()


def test_what_is_agreed_differs_and_stands_alone_is_told_apart_without_colour(review) -> None:
    picture = picture_of(review.deciding.review)
    assert {picture.state.spans[id].label for id in picture.state.spans} == {"ORG"}  # Belga: agreed, filled, no note
    notes = sorted(picture.notes.values())
    assert notes == ["A", "A", "A≠B", "B", "B", "only A"]
    assert set(review.view.book.open_ids()) == set(picture.notes)


def test_names_can_be_hidden(review, press) -> None:
    assert review.names() == {}
    press("N")
    assert sorted(review.names().values()) == ["annotator 1", "annotator 2"]
    assert set(review.names()) == {"anna", "bram"}


def test_a_document_is_done_only_when_no_difference_is_open(review, press, double, lead) -> None:
    press("Ctrl+Enter")
    assert "4" in lead.status.message.text()
    assert gold(double).status == "todo"
    press("A", "A", "A", "A", "Ctrl+Enter")
    assert gold(double).status == "done"
    labels = sorted(span.label for span in gold(double).spans.values())
    assert labels == ["ADVANCE", "CARDINAL", "GPE", "ORG", "ORG"]


def test_where_all_is_decided_it_says_that_documents_are_not_done_and_how_they_are(review, press, double, lead) -> None:
    press("A", "A", "A", "A", "Tab")
    assert (gold(double).status, review.queue.undone()) == ("todo", 1)
    assert "not done yet: 1; U takes" in lead.status.message.text()
    press("Ctrl+Enter")
    assert (gold(double).status, review.queue.undone()) == ("done", 0)
    assert lead.status.message.text() == "no article has open differences"


def test_the_reason_of_a_decision_is_read_in_the_language_of_the_window(language) -> None:
    language("nl")
    here = Remark("gold", "comment", "annotator error: zie boven", "Tal Afar", "p", is_gold=True)
    assert remark_in_words(here, "gold", is_here=True) == "gold: fout van de annotator: zie boven"
    assert remark_in_words(replace(here, text="wel taste"), "gold", is_here=True) == "gold: wel taste"
    typed = Remark("anna", "comment", "other: taste", "Tal Afar", "p")  # nobody's own words are put into others
    assert remark_in_words(typed, "anna", is_here=True) == "anna: other: taste"


def test_what_was_refused_does_not_stay_under_the_next_document(qtbot, review, press, double, lead) -> None:
    for name, label in (("anna", "ORG"), ("bram", "GPE")):
        annotate(double, name, Span(f"x-{name}", "entities", label, ((0, 5),)), document="d2")
    review.enter()
    qtbot.waitUntil(lambda: review.queue.model.rowCount() == 2, timeout=5_000)
    while review.deciding.open_differences():
        press("A")
    press("A")  # it is so already
    first, refused = review.deciding.document, lead.status.message.text()
    press("Ctrl+Enter")
    assert review.deciding.document != first
    assert lead.status.message.text() not in ("", refused)
    for _ in range(2):
        press("Ctrl+PageDown")
    assert "none further" in lead.status.message.text()


def test_a_vote_shows_its_count_before_it_writes(qtbot, review, press, double, lead) -> None:
    press("U")
    vote = review.asking.vote
    qtbot.waitUntil(lambda: vote.go.isEnabled(), timeout=5_000)
    assert "Taken: 1," in vote.counts.text()
    vote.show_preview(adjudicating.AdjudicationReport("unanimous", "gold", [], 1, places=1102, kept=1090, open=12_345))
    assert [line in vote.counts.text() for line in ("Places: 1,102", "kept: 1,090", "open: 12,345")] == [True] * 3
    assert gold(double).spans == {}
    assert lead.status.saved.text() == ""
    vote.go.setEnabled(True)
    vote.go.click()
    qtbot.waitUntil(lambda: len(gold(double).spans) == 1, timeout=5_000)
    qtbot.waitUntil(lambda: lead.status.saved.text().startswith("saved "), timeout=5_000)


def settle_two_documents(qtbot, review, press, double) -> None:
    """A vote that settles d1 and d2."""
    for name in ("anna", "bram"):
        annotate(double, name, Span(f"x-{name}", "entities", "ORG", ((0, 5),)), document="d2")
    review.enter()
    qtbot.waitUntil(lambda: review.queue.model.rowCount() == 2, timeout=5_000)
    press("U")
    vote = review.asking.vote
    qtbot.waitUntil(lambda: vote.go.isEnabled(), timeout=5_000)
    vote.go.click()
    qtbot.waitUntil(lambda: review.asking.vote is None, timeout=5_000)


def golden(double) -> list[int]:
    return [len(double.decided(id, "gold").spans) for id in ("d1", "d2")]


@pytest.mark.parametrize("few", [20, 0])
def test_one_undo_takes_a_vote_over_all_documents_back(
    qtbot, review, press, double, lead, monkeypatch, few: int
) -> None:
    monkeypatch.setattr("annotator.gui.review.deciding.FEW_DOCUMENTS", few)  # more: in a thread, with progress
    settle_two_documents(qtbot, review, press, double)
    assert golden(double) == [1, 1]
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: golden(double) == [0, 0], timeout=5_000)
    qtbot.waitUntil(lambda: "taken back · 2 articles" in lead.status.message.text(), timeout=5_000)
    assert not lead.desk.session.is_held
    press("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: golden(double) == [1, 1], timeout=5_000)
    qtbot.waitUntil(lambda: not review.asking.writing.is_running, timeout=5_000)
    assert double.check() == []


def test_a_vote_that_is_stopped_leaves_everything_as_it_was(qtbot, review, press, double, monkeypatch) -> None:
    held = threading.Event()
    settle = adjudicating.adjudicate

    def slow(*args, progress, **more):
        report = settle(*args, progress=progress, **more) if more.get("is_dry_run") else None
        while report is None:
            held.wait(0.01)
            progress(0, 1)
        return report

    monkeypatch.setattr(adjudicating, "adjudicate", slow)
    press("U")
    vote = review.asking.vote
    qtbot.waitUntil(lambda: vote.go.isEnabled(), timeout=5_000)
    assert not vote.bar.isVisible()  # nothing is under way
    assert "by kind, where a place can be of several" in vote.counts.text()
    vote.go.click()
    assert vote.bar.isVisible()
    assert review.deciding.session.is_held
    assert review.session.is_held
    qtbot.keyClick(vote, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: review.asking.vote is None, timeout=5_000)
    assert not review.deciding.session.is_held
    assert gold(double).spans == {}


def test_a_rule_keeps_no_names_where_annotators_are_shown_without(qtbot, review, press, double) -> None:
    press("N", "R", "G")
    rule = review.asking.rule
    assert "anna" not in rule._example()
    assert rule.text.textCursor().atEnd()
    rule.text.setPlainText("Lidwoorden horen er niet bij.")
    rule.save.click()
    told = json.dumps(double.rules()[-1].examples)
    assert "annotator 1" in told
    assert "anna" not in told.replace("annotator", "")
    assert "bram" not in told
    qtbot.waitUntil(lambda: rule.again.count() == 4, timeout=5_000)
    shown = " ".join(rule.again.item(number).text() for number in range(4))
    assert "bram" not in shown
    rule.close()


def test_a_rule_can_be_about_any_label_chosen_at_the_place_and_keeps_what_was_written(review, press, double) -> None:
    press("Tab", "Tab")  # Tal Afar, GPE or LOC
    press("G")
    rule = review.asking.rule
    offered = [rule.label.itemText(number) for number in range(rule.label.count())]
    assert sorted(offered) == ["GPE", "LOC"]
    first, second = offered
    rule.text.setPlainText("Steden.")
    rule.label.setCurrentText(second)
    rule.label.activated.emit(1)
    assert rule.text.toPlainText() not in ("Steden.", "")
    rule.label.setCurrentText(first)
    rule.label.activated.emit(0)
    assert rule.text.toPlainText() == "Steden."
    assert rule.buttons.itemAt(rule.buttons.count() - 1).widget() is rule.save  # what goes on stands at the right
    rule.save.click()
    assert (double.rules()[-1].label, double.rules()[-1].text) == (first, "Steden.")
    rule.close()


def test_a_guideline_gap_opens_a_rule_with_both_versions_and_lists_what_to_see_again(
    qtbot, review, press, double
) -> None:
    press("R", "G")
    rule = review.asking.rule
    assert "anna: ORG “Iraakse leger”" in rule._example()
    assert "bram: ORG “het Iraakse leger”" in rule._example()
    rule.text.setPlainText("Lidwoorden horen er niet bij.")
    rule.save.click()
    assert double.rules()[-1].text == "Lidwoorden horen er niet bij."
    qtbot.waitUntil(lambda: rule.again.count() == 4, timeout=5_000)  # two ORGs of each annotator
    assert rule.about.text() == "Spans of this label from before the rule; Enter opens one in Annotate"
    title = double.document("d1").title
    assert title not in ("", "d1")
    assert rule.again.item(0).text() == f"Belga · anna · {title}"
    rule.close()


def test_undo_goes_back_to_the_place_it_is_about(review, press) -> None:
    taken = review.deciding.place.id
    press("A")
    assert review.deciding.place.id != taken
    press("Ctrl+Z")
    assert review.deciding.place.id == taken


def test_what_was_refused_at_one_place_goes_when_another_is_at_hand(review, press, lead) -> None:
    press("+")
    assert lead.status.message.text() == "labels of this layer do not overlap: take one version"
    press("Tab")
    assert lead.status.message.text() == ""


def test_taking_all_is_offered_only_where_it_can_be_done_and_words_stand_below_words(review, press) -> None:
    def caps() -> dict[str, Cap]:
        return {one.accessibleName(): one for one in review.panel.widget().findChildren(Cap)}

    assert "+ take all" not in caps()  # a flat layer
    words = {cap.x(): set() for cap in caps().values()}
    for cap in caps().values():
        words[cap.x()].add(cap._words_left())
    assert all(len(lefts - {5.0}) <= 2 for lefts in words.values())  # one for what can be done, one for reasons
    press("Tab")
    assert review.deciding.place.is_event
    assert "+ take all" in caps()


def test_a_rejected_version_says_so_and_what_versions_differ_in_stands_out(review, press) -> None:
    def said() -> list[list[str]]:
        cards = sorted(review.panel.widget().findChildren(Card), key=lambda one: one.y())
        return [[one.text() for one in card.findChildren(PlainLabel)] for card in cards]

    press("Tab")
    assert review.deciding.place.is_event
    details = [one for one in review.panel.widget().findChildren(BrokenLabel) if "Factuality" in one.text()]
    assert [one.font().bold() for one in details] == [True, True]
    press("Tab")
    press("X", "B")
    assert review.deciding.refused_letters() == ["B"]
    assert ["rejected" in texts for texts in said()] == [False, True]
    press("Ctrl+Z")
    assert ["rejected" in texts for texts in said()] == [False, False]


def test_the_line_shows_the_time_of_review_and_none_where_there_is_none(review, lead) -> None:
    lead._show_active()
    assert lead.status.active.text() == "active 0 min 0 s"
    review.deciding.activity.go_on_from(60)
    lead._show_active()
    assert lead.status.active.text() == "active 1 min 0 s"
    lead.keys.run("place_agreement")
    assert lead.status.active.text() == ""
    lead.keys.run("place_annotate")
    lead._show_active()
    assert lead.status.active.text().startswith("active 0 min")


def test_it_goes_to_the_place_in_annotate_and_back(review, press, lead) -> None:
    press("O")
    assert lead.places.at == 0
    assert lead.desk.document == "d1"
    start, end = lead.article.selected()[0]
    assert TEXT[start:end] == "het"
    Typist(lead)("Ctrl+2")
    assert lead.places.at == 1


def test_commands_of_the_article_are_not_done_unseen(review, lead, double) -> None:
    lead.keys.run("accept")
    lead.keys.run("delete")
    assert list(double.operations(actor="lead")) == []
    assert "Ctrl 1" in lead.status.message.text()


def test_work_that_comes_later_keeps_what_was_decided(review, press, double) -> None:
    press("A")
    decide(double, "bram", Decision("d1", "span", "b9", None, entity("b9", "dinsdag", "DATE")))
    review.enter()
    assert len(gold(double).spans) == 1
    assert len(review.deciding.open_differences()) == 4


def test_where_nobody_labelled_anything_no_version_is_asked_for(review, double, press) -> None:
    for name in ("anna", "bram"):
        Session(double, review.deciding.session.scheme, name).do(c.SetStatus(document="d3", status="done"))
    assert review.open("d3")
    said: list[str] = []
    review.deciding.said.connect(said.append)
    review.deciding.refused.connect(said.append)
    press("X")
    assert said == ["nobody labelled anything here: there is no version to reject"]
    press("A")
    assert said[1] == "there is no version A here"


def test_with_one_annotator_it_says_what_is_needed(qtbot, project, scheme) -> None:
    annotate(project, "anna", *ANNA)
    window = MainWindow(Session(project, scheme, "anna"), theme=LIGHT)
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    window.keys.run("place_review")
    place = window.places.review()
    qtbot.waitUntil(lambda: "two annotators" in place.nothing.text(), timeout=5_000)
    assert "anna 1" in place.nothing.text()
    for action in place.commands():
        if action not in ("larger", "smaller"):
            place.keys.run(action)  # nothing at hand: nothing happens, nothing breaks
    for action in ("review_reject", "review_take_1", "review_next", "review_reason", "done"):
        window.status.say("")
        window.keys.run(action)
        assert window.status.message.text() == "there is nothing to review yet", action
    for way in ("place_annotate", "place_review"):
        window.keys.run(way)
    assert window.focusWidget() is place.nothing, "the article is not to be seen"
    window.top.setFocus()
    window.places.take_focus()
    assert window.focusWidget() is place.nothing
    window.close()


def test_who_is_the_adjudicator_sees_the_same_in_annotate(qtbot, double, scheme) -> None:
    window = MainWindow(Session(double, scheme, "gold"), theme=LIGHT)
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    window.keys.run("place_review")
    place = window.places.review()
    qtbot.waitUntil(lambda: place.deciding.document == "d1", timeout=5_000)
    place.keys.run("review_take_1")
    window.keys.run("place_annotate")
    assert len(window.desk.state.spans) == 1
    window.close()


def test_the_look_changes_with_the_window(review, lead) -> None:
    lead.set_theme(DARK)
    assert review.view.theme is DARK
    assert review.panel._theme is DARK


def test_every_control_has_a_name(review) -> None:
    for widget in (review.view, review.queue.list, review.panel, review.panel.note, review.queue.progress):
        assert widget.accessibleName()


def test_a_status_of_another_kind_is_no_work_to_compare(double, review) -> None:
    decide(double, "bram", Decision("d1", "status", "", Status("done"), Status("flagged")), kind="set_status")
    assert not review.open("d1")


def test_picture_follows_gold_wherever_it_put_the_span(review, press, double) -> None:
    press("A")
    picture = picture_of(review.deciding.review)
    ticked = [id for id, note in picture.notes.items() if note == "✓"]
    assert [picture.state.spans[id].fragments for id in ticked] == [s.fragments for s in gold(double).spans.values()]
    assert replace(picture.state.spans[ticked[0]]).label == "ORG"


@pytest.mark.parametrize(("language", "said"), [("nl", "Factualiteit: bericht"), ("en", "Factuality: reported")])
def test_versions_speak_of_attributes_as_the_inspector_does(qtbot, double, scheme, language, said) -> None:
    event = next(one for one in ANNA if isinstance(one, Event))
    card = Card(Version("A", ("anna",), event, ()), TEXT, {}, scheme, LIGHT, language=language)
    qtbot.addWidget(card)
    assert said in card.accessibleDescription()


def test_a_long_filler_or_name_makes_no_version_wider_than_its_panel(qtbot, scheme) -> None:
    event = Event("e1", "events", "DISPLACEMENT", (at(TEXT, "optrok"),), {"factuality": "REPORTED"})
    roles = (("SOURCE", "Syrisch Observatorium voor de Mensenrechten in het Verenigd Koninkrijk"),)
    set_scale(1.5)
    try:
        card = Card(Version("A", ("anna", "een heel lange naam"), event, roles), TEXT, {}, scheme, LIGHT, language="nl")
        qtbot.addWidget(card)
        card.setFont(desk_font(10))
        card.resize(310, card.heightForWidth(310))
        card.show()
        assert card.minimumSizeHint().width() <= 310
        assert all(one.geometry().right() < 310 for one in card.findChildren(PlainLabel))
        whole = next(one for one in card.findChildren(PlainLabel) if "Syrisch" in one.text())
        assert whole.height() >= 2 * whole.fontMetrics().height()
    finally:
        set_scale(1.0)


def test_the_size_of_the_text_is_that_of_the_article_one_sees(lead, review, press) -> None:
    before = lead.article.points
    press("Ctrl+=", "Ctrl+=")
    assert (lead.article.points, review.view.points) == (before, before + 2)
    press("Ctrl+0")
    assert (lead.article.points, review.view.points) == (before, before)


def test_a_command_by_name_and_a_note_leave_the_keys_where_they_work(lead, review, monkeypatch) -> None:
    def choose(palette: CommandPalette) -> None:
        palette.chosen = "review_names"

    monkeypatch.setattr(CommandPalette, "exec", choose)
    lead.keys.run("palette")
    assert lead.focusWidget() is review.view
    lead.dialogs.tell("a note")
    lead.notice.take_focus()
    lead.notice.answer(0)
    assert lead.focusWidget() is review.view


def test_edges_in_review_are_moved_by_the_keys_that_are_shown(qtbot, double, scheme) -> None:
    keymap = Keymap({"left_edge_left": ("Alt+J",), "left_edge_right": ("Alt+L",)})
    window = MainWindow(Session(double, scheme, "lead"), theme=LIGHT, keymap=keymap)
    qtbot.addWidget(window)
    place = window.places.review()
    assert place.open("d1")
    place.keys.run("review_edit")
    assert ("Alt+J Alt+L", "left edge") in place._hints()
    assert ("{ }", "right edge") in place._hints()
    window.close()


def test_letters_in_the_list_are_keys_of_review(review, press) -> None:
    before = len(review.deciding.open_differences())
    review.queue.list.setFocus()
    press("A")
    assert len(review.deciding.open_differences()) == before - 1


def test_no_letter_decides_while_one_edits(lead, review, press) -> None:
    press("Enter", "f")
    assert "no version" not in lead.status.message.text()
    assert review.keys.edit is not None


class Shown(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_going_from_place_to_place_opens_no_window(qtbot, lead) -> None:
    place = review_in(qtbot, lead)
    seen = Shown()
    QApplication.instance().installEventFilter(seen)
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_Tab)
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(seen)
    assert seen.kinds == []
    rule = next(one for one in place.panel.findChildren(Prose) if one.isVisible())
    assert rule.height() > 10, "the guideline is there to be read"
