"""Names in Arabic or Hebrew inside Dutch text: what is painted of them, and where the mouse finds them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core.state import DocumentState
from annotator.gui.article import selection as selecting
from annotator.gui.article.view import ArticleView
from annotator.gui.theme import LIGHT
from tests.gui.conftest import article
from tests.samples import at

NAME, PAPER = "أحمد العبد الله", "شبكة شام"
TEXT = f"Verslaggever {NAME} van {PAPER} zag vliegtuigen.\nבנימין zweeg in Idlib (إدلب) over het dorp."


@pytest.fixture
def view(qtbot, scheme):
    made = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    made.show_state(DocumentState(article(TEXT, id="turned")))
    QApplication.processEvents()
    return made


def stretches(view: ArticleView, start: int, end: int) -> list[tuple[float, float]]:
    layout = view.page.layout
    return [(left, right) for _, left, right in layout.laid(layout.block_of(start)).strips(start, end)]


def test_every_character_is_found_under_its_own_middle(view) -> None:
    for position, character in enumerate(TEXT):
        if character.isalpha():
            place = view.page.rect_of(position, position + 1)
            assert place.width() > 1, (position, character)
            assert view.page.position_under(place.center()) == position, (position, character)


def test_no_two_words_of_a_line_lie_on_one_another(view) -> None:
    words = [at(TEXT, word) for word in ("Verslaggever", NAME, "van", PAPER, "zag")]
    places = [stretches(view, *word) for word in words]
    assert [len(place) for place in places] == [1] * len(words)
    assert all(one[-1][1] <= other[0][0] + 1 for one, other in pairwise(places))


def test_what_goes_across_both_directions_is_covered_whole(view) -> None:
    across = stretches(view, *at(TEXT, f"{NAME} van {PAPER}"))
    assert across == [(stretches(view, *at(TEXT, NAME))[0][0], stretches(view, *at(TEXT, PAPER))[0][1])]


def test_what_is_apart_to_the_eye_is_two_stretches(view) -> None:
    start, _ = at(TEXT, NAME)
    assert len(stretches(view, start - 5, start + 4)) == 2, "the first word of a name stands at its right end"


def test_all_of_a_selection_is_painted(view) -> None:
    start, _ = at(TEXT, NAME)
    view.set_selection(selecting.over(view.document, start - 5, start + 4))
    (painted,) = view.page._selected(0).values()
    fragment = view.selection.fragment(view.document)
    assert [(left, right) for left, right, _ in painted] == stretches(view, *fragment)
    assert len(painted) == 2


def test_a_dutch_line_that_begins_with_a_hebrew_name_is_read_from_the_left(view) -> None:
    name, verb = stretches(view, *at(TEXT, "בנימין")), stretches(view, *at(TEXT, "zweeg"))
    assert name[0][0] < verb[0][0]


def test_a_double_click_selects_a_name_by_any_of_its_words(view, qtbot) -> None:
    point = view.page.rect_of(*at(TEXT, "العبد")).center().toPoint()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selected() == (at(TEXT, "العبد"),)
