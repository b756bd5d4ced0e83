"""Remarks of annotators in Review: at the place at hand, and on the rest of the document."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.decision import Comment, Decision
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import LIGHT
from annotator.services.session import Session
from tests.gui.conftest import Typist
from tests.gui.test_review import ANNA, BRAM
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
    made = MainWindow(Session(double, scheme, "lead"), theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.open_first("d1")
    made.keys.run("place_review")
    place = made.places.review()
    qtbot.waitUntil(lambda: place.deciding.document == "d1", timeout=5_000)
    place.view.setFocus()
    QApplication.processEvents()
    yield place
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
