"""The article view: what is painted, what is repainted, and where the mouse finds text."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.core.changes import Rejection
from annotator.core.command import Accept, Reject
from annotator.core.plan import plan
from annotator.core.state import DocumentState, apply
from annotator.gui.article import selection as selecting
from annotator.gui.article.placing import LETTER, NARROWEST_TAG, TAG_GAP, Tag, spread
from annotator.gui.article.view import ArticleView
from annotator.gui.theme import DARK, LIGHT, colour_of
from tests.gui.conftest import TEXT, article
from tests.samples import at, ids, suggestion


@pytest.fixture
def view(qtbot, scheme, state):
    made = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(820, 600)
    made.show()
    made.show_state(state)
    QApplication.processEvents()
    return made


def change(view: ArticleView, scheme, command) -> None:
    state = view.book.state
    decisions = plan(command, state, scheme, new_id=ids())
    assert not isinstance(decisions, Rejection)
    view.update_state(apply(state, decisions), [one.target for one in decisions])


def named(view: ArticleView, part: str) -> str:
    """Id of the open suggestion on that text."""
    place = at(TEXT, part)
    return next(one.id for one in view.book.state.suggestions.values() if one.fragments[0] == place)


def colours_at(view: ArticleView, place: tuple[int, int]) -> set[str]:
    """Colours painted where the text stands."""
    image: QImage = view.viewport().grab().toImage()
    rect = view.page.rect_of(*place).toAlignedRect()
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom() + 3)
        if image.rect().contains(x, y)
    }


def test_a_decided_span_has_a_ground_and_a_suggestion_has_none(view, scheme) -> None:
    id, place = named(view, "Iraakse leger"), at(TEXT, "Iraakse leger")
    ground = LIGHT.ground(colour_of(scheme.label("entities", "ORG"), LIGHT))
    assert ground not in colours_at(view, place)
    change(view, scheme, Accept(document="d1", suggestion=id))
    assert ground in colours_at(view, place)


def test_the_mark_at_hand_is_outlined(view) -> None:
    place = at(TEXT, "dinsdag")
    accent = QColor(LIGHT.accent).name()
    assert accent not in colours_at(view, place)
    view.set_current(named(view, "dinsdag"))
    assert accent in colours_at(view, place)


def test_a_full_stop_behind_the_mark_at_hand_is_seen_over_its_outline(view) -> None:
    end = at(TEXT, "Tal Afar")[1]
    assert TEXT[end] == "."

    def inked() -> int:
        image: QImage = view.viewport().grab().toImage()
        stop = view.page.rect_of(end, end + 1).toAlignedRect()
        foot = range(stop.center().y(), stop.bottom())
        columns = range(stop.left(), stop.right() + 1)
        return sum(image.pixelColor(x, y).lightness() < 60 for x in columns for y in foot)

    before = inked()
    view.set_current(named(view, "Tal Afar"))
    assert inked() >= before > 0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_selection_is_told_from_what_is_decided_under_it(view, scheme, theme) -> None:
    change(view, scheme, Accept(document="d1", suggestion=named(view, "Belga")))
    view.set_theme(theme)
    place = at(TEXT, "Belga")
    view.set_selection(None)
    assert theme.accent not in colours_at(view, place)
    view.set_selection(selecting.over(view.document, *place))
    assert theme.accent in colours_at(view, place)


def test_an_accepted_event_is_underlined(view, scheme) -> None:
    colour = QColor(colour_of(scheme.label("events", "ADVANCE"), LIGHT)).name()
    change(view, scheme, Accept(document="d1", suggestion=named(view, "optrok")))
    image = view.viewport().grab().toImage()
    rect = view.page.rect_of(*at(TEXT, "optrok"))
    x = round(rect.center().x())
    column = [image.pixelColor(x, y).name() for y in range(round(rect.top()), round(rect.bottom()) + 4)]
    assert column.count(colour) >= 2
    assert colour in column[-14:]  # below the text; its tag above it has the same colour


def test_header_noise_is_greyed(view) -> None:
    assert QColor(LIGHT.noise).name() in colours_at(view, (1, 13))
    assert QColor(LIGHT.ink).name() not in colours_at(view, (2, 12))


class Watched:
    """Notes which rectangles a view asks to be repainted."""

    def __init__(self, view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rects: list = []
        viewport = view.viewport()
        real = viewport.update
        monkeypatch.setattr(
            viewport, "update", lambda *args: (self.rects.append(args[0] if args else None), real(*args))
        )


def test_accepting_repaints_only_its_line(view, scheme, monkeypatch) -> None:
    view.viewport().grab()
    watched = Watched(view, monkeypatch)
    change(view, scheme, Accept(document="d1", suggestion=named(view, "Iraakse leger")))
    line = view.page.rect_of(*at(TEXT, "Iraakse leger"))
    assert watched.rects
    for rect in watched.rects:
        assert rect is not None, "the whole article was repainted"
        assert rect.height() < 2 * line.height()
        assert rect.contains(line.center().toPoint())


def test_a_trigger_in_two_pieces_repaints_both_lines_and_is_tied(view, scheme, monkeypatch) -> None:
    view.viewport().grab()
    watched = Watched(view, monkeypatch)
    id = named(view, "rukken")
    change(view, scheme, Accept(document="d1", suggestion=id))
    fragments = view.book.mark(id).fragments
    assert len(fragments) == 2
    for fragment in fragments:
        middle = view.page.rect_of(*fragment).center().toPoint()
        assert any(rect.contains(middle) for rect in watched.rects)
    ties = [tie for picture in view.page._picture(view.page.layout.block_of(fragments[0][0])) for tie in picture.ties]
    assert ties
    assert {tie.mark for tie in ties} == {id}


def test_fragments_side_by_side_are_not_tied(qtbot, scheme) -> None:
    made = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(made)
    made.resize(820, 600)
    doc = article("Drie agenten kwamen om. Later kwamen er twee om.", id="t")
    text = doc.text
    beside = suggestion(doc, "events", "KILLING", at(text, "kwamen"), at(text, "om"))
    apart = suggestion(doc, "events", "KILLING", at(text, "kwamen", nth=1), at(text, "om", nth=1))
    made.show_state(DocumentState(doc, {one.id: one for one in (beside, apart)}))
    ties = [tie for picture in made.page._picture(0) for tie in picture.ties]
    assert [tie.mark for tie in ties] == [apart.id]


def on_screen(view: ArticleView) -> QImage:
    """What stands on the screen now; `grab` would paint it anew, and so show nothing that was not painted."""
    return view.screen().grabWindow(view.winId()).toImage()


def settled(view: ArticleView) -> QImage:
    """The screen as it is, which painting all of it leaves as it was."""
    QApplication.processEvents()
    piecewise = on_screen(view)
    view.page._pictures.clear()
    view.viewport().update()
    QApplication.processEvents()
    assert on_screen(view) == piecewise
    return piecewise


def test_repainting_lines_gives_what_painting_all_gives(view, scheme) -> None:
    before = on_screen(view)
    for part in ("Belga", "dinsdag", "rukken", "optrok"):
        change(view, scheme, Accept(document="d1", suggestion=named(view, part)))
        view.set_current(view.book.next_open(0))
        piecewise = settled(view)
        assert piecewise != before, part  # it is no picture of nothing
        before = piecewise


def test_lines_are_painted_with_their_neighbours_on_a_screen_that_divides_pixels(view, monkeypatch) -> None:
    assert view.page.bleed == 0
    for ratio, bleed in ((1.25, 1), (2.0, 0)):
        monkeypatch.setattr(view, "devicePixelRatioF", lambda ratio=ratio: ratio)
        view.viewport().repaint()  # as when the window was taken to another screen
        assert view.page.bleed == bleed


def test_going_up_to_what_was_not_laid_out_leaves_nothing_behind(qtbot, scheme) -> None:
    line = "Het leger trok op met veel lange woorden. "
    doc = article("\n\n".join(f"Alinea {number}. " + line * (number % 13 + 1) for number in range(600)), id="long")
    view = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.show_state(DocumentState(doc))
    view._idle.stop()
    QApplication.processEvents()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(8):
        bar.setValue(bar.value() - 37)
        for _ in range(2):  # what was laid out is painted, then all of it
            QApplication.processEvents()
        settled(view)


def test_moving_what_is_at_hand_repaints_where_it_was_and_where_it_is(view) -> None:
    shown = [settled(view)]
    for part in ("Belga", "optrok", "dinsdag"):
        view.set_current(named(view, part))
        shown.append(settled(view))
    view.set_current(None)
    assert settled(view) == shown[0]
    assert all(one != other for one, other in pairwise(shown))


def test_moving_the_selection_repaints_where_it_was_and_where_it_is(view) -> None:
    shown = [settled(view)]
    for part in ("troepen", "optrok"):
        view.set_selection(selecting.over(view.document, *at(TEXT, part)))
        shown.append(settled(view))
    view.set_selection(None)
    assert settled(view) == shown[0]
    assert all(one != other for one, other in pairwise(shown))


def test_text_does_not_move_when_marks_come_and_go(view, scheme) -> None:
    places = [at(TEXT, part) for part in ("Belga", "Tal Afar", "burgemeester")]
    before = [view.page.rect_of(*place) for place in places]
    for id in list(view.book.open_ids()):
        if view.book.is_open(id):
            change(view, scheme, Reject(document="d1", suggestion=id))
    assert [view.page.rect_of(*place) for place in places] == before


@pytest.mark.parametrize("width", [500, 820, 1200])
def test_text_does_not_move_when_a_scroll_bar_comes(view, width) -> None:
    view.resize(width, 900)
    QApplication.processEvents()
    place = at(TEXT, "noorden")
    before = view.page.rect_of(*place)
    assert not view.verticalScrollBar().isVisible()
    view.resize(width, 120)  # as when a strip opens below
    QApplication.processEvents()
    assert view.verticalScrollBar().isVisible()
    assert view.page.rect_of(*place) == before


def test_every_character_is_found_under_its_own_middle(view) -> None:
    document = view.document
    assert "😀" in document.text
    for position, character in enumerate(document.text):
        if not character.isspace():
            middle = view.page.rect_of(position, position + 1).center()
            assert view.page.position_under(middle) == position, (position, character)


def test_a_click_takes_the_suggestion_under_it_to_hand(view, qtbot) -> None:
    point = view.page.rect_of(*at(TEXT, "dinsdag")).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.current is not None
    assert view.current.label == "DATE"


def drag(view: ArticleView, qtbot, start: QPointF, end: QPointF) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    qtbot.mouseMove(view.viewport(), (start + (end - start) / 2).toPoint())
    qtbot.mouseMove(view.viewport(), end.toPoint())
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end.toPoint())


@pytest.mark.parametrize("is_backwards", [False, True])
def test_a_drag_snaps_to_words(view, qtbot, is_backwards: bool) -> None:
    inside_one = view.page.rect_of(*at(TEXT, "woordvoerder")).center()
    inside_other = view.page.rect_of(*at(TEXT, "zweeg")).center()
    ends = (inside_other, inside_one) if is_backwards else (inside_one, inside_other)
    drag(view, qtbot, *ends)
    assert view.selected() == (at(TEXT, "woordvoerder van Belga zweeg"),)
    assert view.selection.is_chosen


def test_a_double_click_selects_a_word_behind_an_emoji(view, qtbot) -> None:
    point = view.page.rect_of(*at(TEXT, "woordvoerder")).center().toPoint()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selected() == (at(TEXT, "woordvoerder"),)


def test_dragging_an_edge_offers_other_fragments(view, qtbot) -> None:
    id = named(view, "Iraakse leger")
    view.set_current(id)
    rect = view.page.rect_of(*at(TEXT, "Iraakse leger"))
    goal = view.page.rect_of(*at(TEXT, "dinsdag")).center()
    with qtbot.waitSignal(view.edge_dropped) as dropped:
        drag(view, qtbot, QPointF(rect.right(), rect.center().y()), goal)
    assert dropped.args[0] == id
    assert dropped.args[1] == (at(TEXT, "Iraakse leger dinsdag"),)


def test_scrolling_keeps_place_while_the_rest_is_laid_out(qtbot, scheme) -> None:
    doc = article("\n\n".join(f"Alinea {number}. " + "Het leger trok op. " * 40 for number in range(120)), id="long")
    view = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    view.show_state(DocumentState(doc))
    view._idle.stop()
    QApplication.processEvents()  # the scroll bar has come and taken its room
    view._idle.start()
    middle = doc.text.index("Alinea 60.")
    view.scroll_to(middle)
    before = view.page.rect_of(middle, middle + 1).top()
    assert 0 <= before <= view.viewport().height()
    qtbot.waitUntil(lambda: not view._idle.isActive(), timeout=20_000)
    assert view.page.rect_of(middle, middle + 1).top() == pytest.approx(before, abs=1.5)
    assert view.verticalScrollBar().maximum() == pytest.approx(
        view.page.layout.height + 56 - view.viewport().height(), abs=2
    )


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "\ufeffBelga\r\nzegt\u2028niets\tvandaag \x00", "מבוא عربي Belga", "a" * 5_000],
)
def test_odd_texts_are_shown(qtbot, scheme, text: str) -> None:
    view = ArticleView(scheme, theme=DARK)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_state(DocumentState(article(text, id="odd")))
    view.viewport().grab()
    assert 0 <= view.page.position_at(QPointF(250, 100)) <= len(text)
    view.set_selection(selecting.at(view.document, 0))


def test_cells_between_tabs_stand_below_one_another(qtbot, scheme) -> None:
    view = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    view.show_state(DocumentState(article("\t12/05/2016\tSirte\t11\n\t9/6/2016\tHoms\t78", id="table")))
    text = view.document.text
    columns = [[view.page.rect_of(*at(text, cell)).left() for cell in row] for row in (("Sirte", "11"), ("Homs", "78"))]
    assert columns[0] == columns[1]
    assert columns[0][1] > view.page.rect_of(*at(text, "Sirte")).right() + 10


def test_theme_and_size_keep_what_is_at_hand(view) -> None:
    view.set_current(named(view, "dinsdag"))
    view.set_theme(DARK)
    view.set_points(20)
    assert view.current is not None
    assert view.current.label == "DATE"
    assert QColor(DARK.paper).name() in {view.viewport().grab().toImage().pixelColor(QPoint(2, 2)).name()}


def test_nested_spans_stack_as_bars(qtbot, scheme, state) -> None:
    doc = state.document
    wide = suggestion(doc, "events", "ATTACK", at(TEXT, "leger dinsdag optrok"))
    inner = suggestion(doc, "events", "SIEGE", at(TEXT, "dinsdag"))
    view = ArticleView(scheme, theme=LIGHT)
    qtbot.addWidget(view)
    view.resize(820, 400)
    view.show_state(replace(state, suggestions={wide.id: wide, inner.id: inner}))
    boxes = {box.mark: box for picture in view.page._picture(0) for box in picture.boxes}
    assert boxes[wide.id].bar is None
    assert boxes[inner.id].bar == 0
    tags = [tag for picture in view.page._picture(0) for tag in picture.tags]
    assert [tag.text for tag in tags] == ["ATTACK", "SIEGE"]


@given(st.lists(st.tuples(st.integers(0, 300), st.text("ABC", min_size=1, max_size=12)), max_size=8), st.integers(0, 8))
def test_no_tag_lies_on_another(places, at_hand) -> None:
    tags = [Tag(str(n), "entities", text, text, float(x), 0.5) for n, (x, text) in enumerate(places)]
    placed = spread(tags, current=str(at_hand), width=lambda text: 7.0 * len(text))
    assert len(placed) == len(tags)
    for (_, x, room), (_, following, _) in pairwise(placed):
        assert x + room < following
    for tag, x, room in placed:
        assert x >= tag.x
        assert room >= min(NARROWEST_TAG, 7.0 * len(tag.text))


def test_tags_of_one_place_are_whole_where_there_is_room_behind_them() -> None:
    tags = [Tag(label, "entities", label, label, 100.0, None) for label in ("CONDITION", "ADVERSE_EFFECT")]
    placed = spread(tags, current=None, width=lambda text: 7.0 * len(text))
    assert [(x, room) for _, x, room in placed] == [(100.0, 63.0), (100.0 + 63.0 + TAG_GAP, 98.0)]
    beyond = Tag("PERSON", "entities", "PERSON", "PERSON", 230.0, None)
    placed = spread([*tags, beyond], current=None, width=lambda text: 7.0 * len(text))
    assert placed[0][2] == NARROWEST_TAG, "the first gives way, so that the event is read as far as it can"
    assert placed[-1][1] == 230.0


@pytest.mark.parametrize(
    ("following", "edge", "expected"),
    [
        ("DATE", math.inf, [(0.0, 49.0), (54.0, 28.0)]),  # it gives way, and both are whole
        ("DATE", 70.0, [(0.0, 33.0), (38.0, 28.0)]),  # it would be shortened itself
        ("DATE CARDINAL", math.inf, [(0.0, 33.0), (38.0, 91.0)]),  # nor does one that has no room behind it
    ],
)
def test_a_short_word_has_its_whole_label_where_the_next_has_room_to_give_way(following, edge, expected) -> None:
    tags = [Tag("a", "events", "CAPTURE", "CAPTURE", 0.0, None), Tag("b", "entities", following, following, 38.0, None)]
    tags.append(Tag("c", "entities", "GPE", "GPE", 140.0, None))
    placed = spread(tags if edge == math.inf else tags[:2], current=None, width=lambda text: 7.0 * len(text), edge=edge)
    assert [(x, room) for _, x, room in placed[:2]] == expected
    assert all(x == 140.0 for _, x, _ in placed[2:])
    at_hand = spread(tags, current="b", width=lambda text: 7.0 * len(text))
    assert at_hand[1][1] == 38.0, "what is at hand stays over its words"


@given(
    st.lists(st.tuples(st.integers(0, 300), st.text("ABC", min_size=1, max_size=12)), max_size=8),
    st.sets(st.integers(0, 8)), st.integers(0, 8), st.integers(0, 8), st.sampled_from((float("inf"), 310.0)),
)  # fmt: skip
def test_no_tag_lies_on_a_letter(places, letters, at_hand, role, edge) -> None:
    tags = [Tag(str(n), "entities", text, text, float(x), 0.5) for n, (x, text) in enumerate(places)]
    lettered, roles = {str(one) for one in letters}, {str(role): "SOURCE"}
    placed = spread(
        tags, current=str(at_hand), width=lambda text: 7.0 * len(text), roles=roles, lettered=lettered, edge=edge
    )
    assert len(placed) == len(tags)
    for tag, x, room in placed:
        for other in tags:
            if room and other.mark in lettered:
                assert x + room <= other.x - 3 or x >= other.x + LETTER - 3, (tag, other)


@given(st.lists(st.tuples(st.integers(0, 300), st.text("ABC", min_size=1, max_size=12)), min_size=1, max_size=8))
def test_tags_give_way_to_the_edge(places) -> None:
    tags = [Tag(str(n), "entities", text, text, float(x), None) for n, (x, text) in enumerate(places)]
    free = spread(tags, current=None, width=lambda text: 7.0 * len(text))
    kept = spread(tags, current=None, width=lambda text: 7.0 * len(text), edge=310.0)
    assert [tag for tag, _, _ in kept] == [tag for tag, _, _ in free]
    assert all(0 <= x <= before for (_, x, _), (_, before, _) in zip(kept, free, strict=True)), "none to the right"
    assert all(x + room < following for (_, x, room), (_, following, _) in pairwise(kept))
    assert all(room <= before for (_, _, room), (_, _, before) in zip(kept[:-1], free[:-1], strict=True))
    _, x, room = kept[-1]
    needed = sum(one for _, _, one in free) + TAG_GAP * (len(free) - 1)
    assert (x + room <= 310.0 and room == free[-1][2]) or needed > 310.0, "shortened only where there is no room at all"
