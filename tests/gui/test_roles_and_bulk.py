"""Roles by letter and mouse, fragments by key, bulk with its preview, arcs, what is hidden, guideline versions."""

from __future__ import annotations

import string

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.command import CreateEvent, CreateSpan
from annotator.core.span import NOT_MENTIONED, Event
from annotator.gui.article.overlay import letter_rect
from annotator.gui.article.page import MARGIN
from annotator.gui.article.placing import Tag, spread
from annotator.gui.inspector.markdown import plain
from annotator.gui.inspector.places import PlacesSheet
from annotator.services.guideline_in_force import Guidelines
from annotator.store.assignments import Rule
from tests.gui.conftest import TEXT, article
from tests.samples import at


def event_of(session, document: str = "d1") -> Event:
    return next(one for one in session.project.decided(document, "anna").spans.values() if isinstance(one, Event))


@pytest.fixture
def advance(window, keys, session) -> Event:
    """The suggested event “optrok” at hand and decided, the two names before it accepted."""
    keys("Tab", "Enter", "Enter", "Tab")
    assert window.article.current.label == "ADVANCE"
    keys("Enter", "Alt+Left", "R")
    return event_of(session)


def click(window, position: int) -> None:
    article = window.article
    rect = article.page.rect_of(position, position + 1)
    place = QPoint(round(rect.center().x()), round(rect.bottom() - article.page.measures.under - 3))
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_candidates_of_the_role_and_the_sentence_come_first(window, keys, advance) -> None:
    keys("g")
    letters = window.article.overlay.letters
    marks = [window.article.book.mark(id) for id in letters]
    assert list(letters.values())[:3] == ["A", "S", "D"]
    assert [mark.label for mark in marks[:2]] == ["ORG", "ORG"]  # DATE, LOC and CARDINAL cannot be AGENT
    assert window.hand.text(marks[0].fragments) == "Iraakse leger"
    keys("Escape")
    assert not window.article.overlay.letters


def test_who_fills_another_role_already_comes_behind_who_fills_none(window, keys, advance) -> None:
    keys("g", "A", "t")
    marks = [window.article.book.mark(id) for id in window.article.overlay.letters]
    assert [window.hand.text(mark.fragments) for mark in marks[:2]] == ["Belga", "Iraakse leger"]
    keys("Escape", "R", "g")  # for the role that it has it is the first still
    marks = [window.article.book.mark(id) for id in window.article.overlay.letters]
    assert window.hand.text(marks[0].fragments) == "Iraakse leger"


def test_who_or_what_is_asked_by_the_name_of_the_role_in_the_language(window, keys, advance) -> None:
    keys("g")
    assert window.hints.accessibleName() == "Who or what is Agent?"
    keys("Escape")
    window.hand.language = "nl"
    keys("R", "g")
    assert window.hints.accessibleName() == "Who or what is Dader (AGENT)?"


def test_roles_are_called_by_their_names_in_the_language_with_the_scheme_s_own_beside(
    window, keys, session, advance
) -> None:
    window.settle()
    row = window.inspector._roles[0]
    assert (row._name.text(), row._code.isHidden()) == ("Agent", True), "AGENT says no more"
    window.hand.language = window.beside.language = "nl"
    keys("g", "A")
    window.settle()
    row = window.inspector._roles[0]
    assert (row._name.text(), row._code.text(), row._code.isHidden()) == ("Dader", "AGENT", False)
    assert row.accessibleName().startswith("Dader: Iraakse leger")
    assert window.status.message.text() == "Dader: Iraakse leger"


def test_a_key_meant_for_a_role_gives_no_label_where_no_event_is_at_hand(window, keys, session) -> None:
    said: list[str] = []
    window.desk.refused.connect(said.append)
    keys("Tab", "Enter", "Alt+Left")
    assert window.article.current.label == "ORG"
    keys("R", "p")
    assert {span.label for span in session.state("d1").spans.values()} == {"ORG"}
    assert said[-1].startswith("no event is at hand, so that was no role")
    keys("p")
    assert {span.label for span in session.state("d1").spans.values()} == {"PERSON"}
    keys("R", "Alt+Right", "Alt+Left", "o")
    assert {span.label for span in session.state("d1").spans.values()} == {"ORG"}, "other keys in between"


def test_a_filler_of_another_label_is_taken_with_a_warning(window, keys, session, advance) -> None:
    keys("p")
    number = next(
        letter for id, letter in window.article.overlay.letters.items() if window.article.book.mark(id).label == "DATE"
    )
    keys(number.lower())
    assert event_of(session).arguments[-1].role == "PLACE"
    assert "DATE" in window.status.message.text()
    window.settle()
    assert any("DATE" in row.accessibleDescription() for row in window.inspector._roles)


def test_not_mentioned_and_clearing_are_answers_by_key(window, keys, session, advance) -> None:
    keys("t", "N")
    assert [one.span for one in event_of(session).arguments if one.role == "TARGET"] == [NOT_MENTIONED]
    keys("t", "Delete")
    assert not [one for one in event_of(session).arguments if one.role == "TARGET"]


def test_the_mouse_fills_a_role_by_click_and_by_drag(window, keys, session, advance) -> None:
    article = window.article
    keys("g")
    click(window, at(TEXT, "Belga")[0] + 1)
    assert [one.role for one in event_of(session).arguments] == ["AGENT"]
    assert article.current.id == advance.id
    keys("i")
    words = [article.page.rect_of(*at(TEXT, word)).center().toPoint() for word in ("optrok", "dinsdag")]
    viewport = article.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, words[0])
    QTest.mouseMove(viewport, words[1])
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, words[1])
    assert [one.role for one in event_of(session).arguments] == ["AGENT", "TIME"]
    keys("s")
    click(window, at(TEXT, "meldt")[0] + 1)
    assert "no entity" in window.status.message.text()
    assert window.hints.is_asking


def test_a_slip_for_a_role_key_labels_nothing(window, keys, session, advance) -> None:
    count = len(session.state("d1").spans)
    keys("o")  # ORG's key; no role has it
    assert len(session.state("d1").spans) == count
    assert "no role" in window.status.message.text()


def test_an_event_far_back_gets_no_fragment_by_mistake(window, keys, session, advance) -> None:
    keys("Escape", "Escape", "End", "+")
    assert len(event_of(session).fragments) == 1
    assert "take an event to hand" in window.status.message.text()


def test_the_words_of_a_mark_gone_to_are_added_as_a_fragment(window, keys, session, advance) -> None:
    keys("Escape", "+", "Alt+Left")
    words = window.article.current.fragments[0]
    keys("+")
    assert words in event_of(session).fragments
    assert window.article.current.id == event_of(session).id


def test_fragments_come_and_go_by_key(window, keys, session, advance) -> None:
    keys("Escape", "+")
    while window.hand.text(window.article.selected() or ((0, 0),)) != "naar":
        keys("Right")
    keys("+")
    assert len(event_of(session).fragments) == 2
    keys("-", "s")
    assert len(event_of(session).fragments) == 1
    keys("-")
    assert "one fragment only" in window.status.message.text()


def test_arcs_belong_to_the_event_at_hand_only_and_can_be_left_out(window, keys, advance) -> None:
    keys("g", "a")
    overlay = window.article.overlay
    assert [arc.role for arc in overlay.arcs()] == ["AGENT"]
    assert set(overlay.roles().values()) == {"AGENT"}
    keys("Escape", "K")
    assert overlay.arcs() == ()
    keys("K")
    window.article.set_current(overlay.arcs()[0].filler)
    assert overlay.arcs() == ()


@pytest.mark.parametrize("points", [10, 13.5, 20, 28])
def test_letters_stand_beside_tags_and_inside_their_line(window, keys, advance, points) -> None:
    window.article.set_points(points)
    keys("g")
    view = window.article
    assert view.overlay.letters
    for id in view.overlay.letters:
        mark = view.book.mark(id)
        line = view.page.rect_of(*mark.fragments[0])
        for letter in string.ascii_uppercase:
            rect = letter_rect(view.page, mark, letter, view._tag_font)
            assert line.top() <= rect.top()
            assert rect.bottom() <= line.top() + view.page.measures.lane
            tag = Tag(id, "entities", "ORG", "ORG", line.left(), None)
            ((_, x, _),) = spread((tag,), current=None, width=len, lettered={id: letter}, letter=view._painter._letter)
            assert rect.right() < x


def test_the_strip_of_choices_never_covers_the_event(window, keys, advance) -> None:
    view = window.article
    view.set_points(24)
    bar = view.verticalScrollBar()
    window.resize(1000, 560)
    QApplication.processEvents()
    bottom = view.page.rect_of(*view.current.fragments[-1]).bottom()
    bar.setValue(bar.value() + round(bottom) - view.viewport().height())  # as low on the screen as can be
    keys("R", "g")
    QApplication.processEvents()
    assert window.hints.is_asking
    strip = window.hints.geometry().top()
    assert view.page.rect_of(*view.current.fragments[-1]).bottom() <= strip
    assert view.page.rect_of(*view.current.fragments[0]).top() >= 0
    keys("Escape")
    assert bar.maximum() == round(view.page.layout.height) + 2 * MARGIN - view.viewport().height()


def test_an_arc_to_another_line_stops_above_the_tag(window, keys, advance) -> None:
    view = window.article
    keys("g", "a")
    width = view.width()
    while view.overlay.arcs() and len({y for _, y in view.overlay.arcs()[0].corners}) < 3 and width > 200:
        width -= 20
        view.setFixedWidth(width)
        QApplication.processEvents()
    arc = view.overlay.arcs()[0]
    place = view.page.rect_of(*view.book.mark(arc.filler).fragments[0])
    trigger = view.page.rect_of(*view.current.fragments[0])
    assert place.top() != trigger.top()
    upper = trigger if trigger.top() > place.top() else place  # the lower of the two: its tag is between
    end = arc.corners[0] if upper is trigger else arc.corners[-1]
    tag_top = upper.top() + view.page.measures.lane - view.page.measures.tag
    assert end[1] + MARGIN - view.page.scroll <= tag_top + 1


def test_an_arc_comes_down_to_a_trigger_that_is_longer_than_its_tag(window, project) -> None:
    text = "Bij Mosul begonnen na een lange en stille nacht in de bergen toch weer de vredesonderhandelingen. "
    project.add_documents([article(text, id="d9")])
    view, desk = window.article, window.desk
    desk.open("d9")
    trigger, name = at(text, "vredesonderhandelingen"), at(text, "Mosul")
    desk.do(CreateSpan(document="d9", layer="entities", label="GPE", fragments=(name,), id="there"))
    arguments = (("PLACE", "there"),)
    desk.do(CreateEvent(document="d9", type="AID", fragments=(trigger,), arguments=arguments, id="event"))
    width = 1100
    while view.page.rect_of(*name).top() == view.page.rect_of(*trigger).top():
        width -= 20
        view.setFixedWidth(width)
        QApplication.processEvents()
    view.set_current("event")
    (arc,) = view.overlay.arcs()
    begin = arc.corners[0][1] + MARGIN - view.page.scroll
    assert begin == view.page.rect_of(*trigger).top() + view.page.measures.lane


@pytest.mark.parametrize("points", [10, 14, 22])
def test_the_dot_of_an_arc_leaves_the_tag_below_it_as_it_is(window, project, keys, points) -> None:
    text = "Het leger rukte in een lange colonne op naar een dorp ten noorden van Mosul. " * 2
    project.add_documents([article(text, id="d9")])
    view, desk = window.article, window.desk
    desk.open("d9")
    view.set_points(points)
    trigger, name = at(text, "op"), at(text, "Mosul")
    desk.do(CreateSpan(document="d9", layer="entities", label="GPE", fragments=(name,), id="there"))
    arguments = (("PLACE", "there"),)
    desk.do(CreateEvent(document="d9", type="ADVANCE", fragments=(trigger,), arguments=arguments, id="event"))
    width = 900

    def place_of(fragment: tuple[int, int]) -> QRectF:
        return view.page.rect_of(*fragment)

    while place_of(name).top() == place_of(trigger).top():
        width -= 20
        view.setFixedWidth(width)
        QApplication.processEvents()
    view.set_current("event")
    assert place_of(name).top() - place_of(trigger).top() < 1.5 * view.page.measures.line
    (arc,) = view.overlay.arcs()
    QApplication.processEvents()
    measures, place = view.page.measures, place_of(name)
    foot = place.top() + measures.lane
    tag = QRectF(place.left() - 2, foot - measures.tag + 1, 2 * place.width(), measures.tag - 1).toAlignedRect()
    assert abs(arc.corners[-1][0] - place.center().x()) < place.width()  # above the name it ends at
    shown = view.viewport().grab(tag).toImage()
    view.overlay._paint_arcs = lambda *_: None
    assert view.viewport().grab(tag).toImage() == shown


def test_the_same_everywhere_shows_each_place_with_a_tick(window, keys, session, qtbot) -> None:
    keys("Tab", "Ctrl+Shift+Enter")
    sheet = window.article.findChild(PlacesSheet)
    qtbot.waitUntil(lambda: sheet.list.count() == 3)
    assert "2 articles" in sheet.accessibleName()
    keys("Space", "Enter")
    assert len(session.state("d1").spans) == 2  # the one at hand and one of the two ticked here
    assert len(session.state("d2").spans) == 1
    keys("Ctrl+Z")
    assert not session.state("d1").spans
    assert not session.state("d2").spans


def test_nothing_ticked_is_said_and_labels_nothing(window, keys, session) -> None:
    keys("Tab", "Shift+Enter", "a", "Enter")
    sheet = window.article.findChild(PlacesSheet)
    assert sheet.isVisible()
    assert "nothing is ticked" in sheet.accessibleDescription()
    assert not session.state("d1").spans
    keys("a", "Enter")
    assert len(session.state("d1").spans) == 3


def test_relabel_all_of_a_kind_with_the_count_before(window, keys, session) -> None:
    keys("Tab", "Shift+Enter", "Enter", "Shift+R")
    assert "3" in window.hints.accessibleName()
    keys("p")
    assert {span.label for span in session.state("d1").spans.values()} == {"PERSON"}
    keys("Ctrl+Z")
    assert {span.label for span in session.state("d1").spans.values()} == {"ORG"}


def test_hidden_suggestions_are_told_with_the_reason(window, keys, session) -> None:
    keys("Tab", "X", "H", "Home", "Right", "Right", "Right", "Right")
    window.settle()
    assert "you rejected it" in window.inspector._hidden.accessibleName()
    keys("H")
    window.settle()
    assert not window.inspector._hidden.isVisible()


def test_dots_are_told_of_where_there_are_any(window, keys) -> None:
    keys("H")
    assert "nothing is hidden" in window.status.message.text()
    keys("H", "Tab", "X", "H")
    assert "dots mark" in window.status.message.text()


def test_markdown_is_read_as_plain_text_with_stretches() -> None:
    text, stretches = plain("# Siege\nA **town** that\nis *cut* off.\n\n- ![x](http://evil/a.png) one\n- `two`")
    assert text == "Siege\nA town that is cut off.\n\n• x one\n• two"
    assert {(text[start:end], how) for start, end, how in stretches} == {
        ("Siege", "bold"), ("town", "bold"), ("cut", "italic"),
    }  # fmt: skip


def test_numbered_items_stand_each_on_a_line_and_paragraphs_apart() -> None:
    assert plain("Leave out:\n1. titles\n   of office\n2. roles\n\n\nSee above.\n")[0] == (
        "Leave out:\n1. titles of office\n2. roles\n\nSee above."
    )


def test_a_changed_guideline_is_shown_and_told(window, keys, session, scheme) -> None:
    keys("Tab", "Enter")
    example = {"before": "volgens", "text": "Belga", "after": "zelf"}
    rule = Rule(0, "entities", "ORG", "**Agencies** too.", (example,), "lead", "2099-01-01T00:00:00.000Z")
    session.project.add_rule(rule)
    found = Guidelines(session.project, scheme, "anna")
    assert found.changed() == ("ORG",)
    now = found.of(scheme.label("entities", "ORG"), language="en")
    assert (now.version, now.is_new, now.examples) == (1, True, ("volgens [Belga] zelf",))
    assert Guidelines(session.project, scheme, "bram").changed() == ()
    window.beside.guidelines = found
    assert "ORG" in window.beside.tell_changes()
    keys("Tab", "Shift+Tab")
    window.settle()
    assert window.inspector._guideline.accessibleName() == "Agencies too."
    assert "version 1" in window.inspector._version.text()
    window._has_news = True
    window.settle()
    assert "ORG" in window.notice.shown.text
    window.desk.open("d2")  # as where another article teaches more: it stays until it is closed
    window.settle()
    assert "ORG" in window.notice.shown.text


def test_places_in_a_single_document_are_not_told_in_the_plural(window, keys, qtbot) -> None:
    keys("Tab", "Tab", "Tab", "Tab", "Tab", "Ctrl+Shift+Enter")
    sheet = window.article.findChild(PlacesSheet)
    qtbot.waitUntil(lambda: sheet.list.count() == 2)
    assert sheet.accessibleName().endswith("“Tal Afar” in 1 article")


def test_one_is_not_asked_about_in_the_plural(window, keys) -> None:
    keys("Tab", "Enter", "Alt+Left", "Shift+R")
    assert window.hints.accessibleName() == "Give ORG “Belga”, once in this article, another label?"
    keys("Escape")
    window.keys.bulk.set_threshold(0.9)
    keys("A")
    assert window.hints.accessibleName() == "Accept 1 suggestion scored .90 or more?"


def test_an_answer_that_changes_nothing_leaves_the_roles_in_question(window, keys, session) -> None:
    keys("Ctrl+Down", "Enter", "Ctrl+Up", "R", "n", "n", "n", "n")
    assert "already" in window.status.message.text()
    assert window.hints.is_asking
    keys("g")
    assert "Agent" in window.hints.accessibleName()
    assert not [span for span in session.state("d1").spans.values() if not isinstance(span, Event)]
