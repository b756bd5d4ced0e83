"""Remarks of annotators in Review: at the place at hand, and on the rest of the document."""

from __future__ import annotations

import pytest

from annotator.core.decision import Comment, Decision
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import LIGHT
from annotator.services.session import Session
from tests.gui.conftest import ANNA, BRAM, Typist, lead_window, review_in
from tests.unit.services.versions import annotate, decide


def comment(project, actor, text, *, about=None) -> None:
    decide(project, actor, Decision("d1", "comment", f"c-{actor}-{text}", None, Comment(text, about)), kind="comment")


@pytest.fixture
def double(project):
    annotate(project, "anna", *ANNA)
    annotate(project, "bram", *BRAM)
    comment(project, "bram", "hoort <b>het</b>\nerbij?", about="b2")
    comment(project, "anna", "een persbureau", about="a1")  # all agree there
    comment(project, "anna", "een lang stuk")
    return project


@pytest.fixture
def review(qtbot, double, scheme):
    made = lead_window(qtbot, double, scheme)
    yield review_in(qtbot, made)
    made.close()


def said(review) -> list[str]:
    """The headings of remarks, and those below each."""
    layout = review.panel.widget().layout()
    parts = [layout.itemAt(number).widget() for number in range(layout.count())]
    lines, is_within = [], False
    for part in parts:
        if isinstance(part, PlainLabel):
            is_within = part.text().startswith("REMARKS")
        if is_within and part is not None:
            lines.append(part.text() if isinstance(part, PlainLabel) else part.accessibleName())
    return lines


def test_the_place_at_hand_has_its_remarks_and_the_article_the_others(review) -> None:
    assert said(review) == [
        "REMARKS HERE", "bram: hoort <b>het</b>\nerbij?", "REMARKS ON THE ARTICLE", "anna: een lang stuk",
        "REMARKS ELSEWHERE", "anna on “Belga”: een persbureau",
    ]  # fmt: skip
    Typist(review.window())("Tab")
    assert said(review) == [
        "REMARKS ON THE ARTICLE", "anna: een lang stuk",
        "REMARKS ELSEWHERE", "anna on “Belga”: een persbureau", "bram on “het Iraakse leger”: hoort <b>het</b>\nerbij?",
    ]  # fmt: skip


def test_remarks_are_without_names_where_annotators_are(review, double) -> None:
    annotate(double, "carla", status="skipped")
    review.enter()
    assert said(review)[3:5] == ["anna: een lang stuk", "carla skipped the article"]
    Typist(review.window())("N")
    assert not any(name in line for line in said(review) for name in ("anna", "bram", "carla"))
    assert len({review.names()[name] for name in ("anna", "bram", "carla")}) == 3


def test_the_reason_of_a_decision_is_read_again_at_its_place(review) -> None:
    press = Typist(review.window())
    press("R", "T", "A", "Alt+Left")
    assert said(review)[1:3] == ["bram: hoort <b>het</b>\nerbij?", "gold: taste"]


def test_an_article_that_nobody_labelled_has_its_remarks(review, double) -> None:
    for name in ("anna", "bram"):
        annotate(double, name, document="d3")
    decide(double, "bram", Decision("d3", "comment", "c3", None, Comment("te kort", None)), document="d3")
    review.open("d3")
    assert said(review) == ["REMARKS ON THE ARTICLE", "bram: te kort"]


def test_of_remarks_elsewhere_the_first_are_there_and_how_to_see_all(review, double) -> None:
    for number in range(8):
        comment(double, "anna", f"nummer {number}", about="a1")
    review.open("d1")
    texts = [one.text() for one in review.panel.widget().findChildren(PlainLabel)]
    assert sum("Belga" in line for line in said(review)) == 4
    assert "5 more; Ctrl Shift R lists all" in texts


def listed(place) -> list[str]:
    return [place.list.item(number).text() for number in range(place.list.count())]


def test_all_remarks_are_a_list_from_which_enter_goes_to_each(qtbot, review, double) -> None:
    annotate(double, "carla", document="d2", status="flagged")
    window, press = review.window(), Typist(review.window())
    press("Ctrl+Shift+R")
    place = window.places.agreement()
    qtbot.waitUntil(lambda: place.list.count() == 4 and place.measured is not None, timeout=10_000)
    assert place.title.text() == "Remarks: 4"
    assert listed(place) == [
        "anna: een lang stuk\n" + double.document("d1").title,
        "“Belga”\nanna: een persbureau\n" + double.document("d1").title,
        "“het Iraakse leger”\nbram: hoort <b>het</b>\nerbij?\n" + double.document("d1").title,
        "carla: flagged\n" + double.document("d2").title,
    ]
    assert window.focusWidget() is place.list
    press("Down", "Down", "Enter")
    assert review.isVisible()
    assert set(review.deciding.place.spans) == {"anna", "bram"}
    assert review.deciding.place.spans["bram"].id == "b2"
    press("Ctrl+3")
    assert window.focusWidget() is place.list
    assert place.list.currentRow() == 2
    press("Down", "Enter")  # that one cannot be reviewed
    assert window.desk.document == "d2"


def test_a_figure_that_is_asked_for_takes_the_place_of_the_remarks(qtbot, review) -> None:
    press = Typist(review.window())
    press("Ctrl+3")
    place = review.window().places.agreement()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)
    place.remarks.click()
    qtbot.waitUntil(lambda: place.title.text() == "Remarks: 3", timeout=5_000)
    place.sections.findChildren(FigureTable)[0].wanted.emit(0, 2)
    qtbot.waitUntil(lambda: "places" in place.title.text(), timeout=5_000)
    place.again.click()
    qtbot.waitUntil(lambda: place.list.count() == 0, timeout=10_000)


def test_nothing_remarked_is_said(qtbot, project, scheme) -> None:
    annotate(project, "anna", *ANNA)
    made = MainWindow(Session(project, scheme, "lead"), theme=LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.open_first("d1")
    made.keys.run("remarks")
    place = made.places.agreement()
    qtbot.waitUntil(lambda: place.title.text() == "Remarks: 0", timeout=5_000)
    assert "nothing is flagged" in made.status.message.text()
    made.close()
