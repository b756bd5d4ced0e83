"""Names in Arabic or Hebrew inside Dutch text: what is painted of them, and where the mouse finds them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.core.state import DocumentState
from annotator.gui.article import selection as selecting
from annotator.gui.article.view import ArticleView
from annotator.gui.find.hits import HitsDelegate
from annotator.gui.theme import LIGHT
from annotator.services.searching import Hit
from tests.gui.conftest import article
from tests.samples import at

NAME, PAPER = "أحمد العبد الله", "شبكة شام"
ARABIC = (
    "قتل ثلاثة مدنيين في غارة على حلب، بحسب المرصد (SOHR) ومقره لندن. "
    "وقال إن 12 شخصا أصيبوا في حي الشعار عند ١٤ دقيقة، كما قال رامي عبد الرحمن في لندن."
)
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


@pytest.fixture
def turned(window, session):
    """A window on an article in Arabic, narrow enough for several lines."""
    session.project.add_documents([article(ARABIC, id="arabic")])
    window.desk.open("arabic")
    window.resize(900, 700)
    QApplication.processEvents()
    return window.article


def words_of(view: ArticleView) -> str:
    ((start, end),) = view.selected()
    return view.document.text[start:end]


def test_a_paragraph_read_from_the_right_stands_at_the_right(turned) -> None:
    laid = turned.page.layout.laid(0)
    assert len(laid.lines) > 1
    rights = {round(laid.strips(*laid.line_range(line))[-1].right) for line in range(len(laid.lines))}
    assert max(rights) - min(rights) <= 2
    assert turned.page.first_position() == 0


def test_left_goes_on_where_reading_goes_to_the_left(turned, keys) -> None:
    keys("Home", "Left")
    assert words_of(turned) == "ثلاثة"
    keys("Shift+Left", "Shift+Left", "Shift+Right")
    assert words_of(turned) == "ثلاثة مدنيين"
    keys("Right")
    assert words_of(turned) == "قتل"
    keys("Ctrl+Left")
    assert words_of(turned) == "وقال"
    keys("Home", "Down")
    first, second = (turned.page.layout.laid(0).line_range(line) for line in (0, 1))
    assert first[1] <= turned.selected()[0][0] < second[1]


def test_the_left_edge_is_the_end_where_reading_goes_to_the_left(turned, keys, session) -> None:
    keys("Home", "Left", "Shift+Left", "p")

    def labelled() -> str:
        ((start, end),) = next(iter(session.project.decided("arabic", "anna").spans.values())).fragments
        return ARABIC[start:end]

    for key, words in (
        ("[", "ثلاثة مدنيين في"), ("]", "ثلاثة مدنيين"), ("}", "قتل ثلاثة مدنيين"), ("Alt+{", "تل ثلاثة مدنيين"),
        ("Alt+[", "تل ثلاثة مدنيين ف"), ("{", "ثلاثة مدنيين ف"),
    ):  # fmt: skip
        keys(key)
        assert labelled() == words, key


def test_the_place_between_characters_is_the_nearer_one(turned) -> None:
    page = turned.page
    for start, end in turned.document.tokens.ranges:
        if end - start < 2:
            continue
        between = page.position_at(page.rect_of(start, end).center())
        assert start < between < end, ARABIC[start:end]
    number = at(ARABIC, "12")
    left, right = (page.rect_of(place, place + 1) for place in range(*number))
    assert page.position_at(left.center() - QPointF(2, 0)) == number[0], "numbers run from the left"
    assert page.position_at(right.center() + QPointF(2, 0)) == number[1]


def test_a_drag_takes_the_words_from_the_one_pressed_to_the_one_let_go(turned, qtbot) -> None:
    ranges = turned.document.tokens.ranges
    for first in range(len(ranges) - 2):
        (start, word_end), (last, end) = ranges[first], ranges[first + 2]
        if word_end - start < 2 or end - last < 2:
            continue
        begun, ended = (turned.page.rect_of(*place).center().toPoint() for place in ((start, word_end), (last, end)))
        qtbot.mousePress(turned.viewport(), Qt.MouseButton.LeftButton, pos=begun)
        held = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(ended), QPointF(turned.viewport().mapToGlobal(ended)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(turned.viewport(), held)
        qtbot.mouseRelease(turned.viewport(), Qt.MouseButton.LeftButton, pos=ended)
        assert turned.selected() == ((start, end),)


class Drawn:
    """Stands for a painter, and notes where which text is drawn."""

    def __init__(self) -> None:
        self.texts: dict[str, float] = {}

    def drawText(self, point: QPointF, text: str) -> None:
        self.texts[text] = point.x()

    def __getattr__(self, _name: str):
        return lambda *_: None


@pytest.mark.parametrize(
    ("before", "found", "after", "is_turned"),
    [("جوية على مدينة ", "حلب", " يوم الثلاثاء", True), ("het leger in ", "حلب", " meldt dinsdag", False)],
)
def test_what_was_read_before_a_hit_stands_on_the_side_that_it_was_read_from(
    scheme, dressed, before, found, after, is_turned
) -> None:
    painter, hit = Drawn(), Hit("d1", "t", 15, 18, before, found, after)
    HitsDelegate(scheme, LIGHT, dressed.font())._context(painter, hit, QRectF(0, 0, 900, 20), 15, QColor("black"))
    assert (painter.texts[before] > painter.texts[found] > painter.texts[after]) == is_turned
    assert (painter.texts[before] < painter.texts[found] < painter.texts[after]) != is_turned


def test_an_emoji_of_several_signs_is_found_under_its_middle(view) -> None:
    text = "Wij 👨\u200d👩\u200d👧\u200d👦 en 🇧🇪 of नमस्ते daar"
    view.show_state(DocumentState(article(text, id="signs")))
    QApplication.processEvents()
    for part in ("👨\u200d👩\u200d👧\u200d👦", "🇧🇪"):
        start, end = at(text, part)
        assert start <= view.page.position_under(view.page.rect_of(start, end).center()) < end
