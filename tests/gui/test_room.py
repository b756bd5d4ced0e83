"""Every text has the room it needs, in every place of the window, both languages, and letters up to twice the size."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from annotator.core.command import AcceptAbove, AddComment
from annotator.gui.find.bar import FindBar
from annotator.gui.flow import EndsLayout, FlowLayout
from annotator.gui.hints import PAD
from annotator.gui.inspector.painted import Prose
from annotator.gui.inspector.sheet import Sheet
from annotator.gui.language import speak
from annotator.gui.long_work import WorkStrip
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import AFTER_PAINT, Cap
from annotator.gui.queue.filter_box import FilterBox, HelpPage
from annotator.gui.sitting import DESK_POINTS
from annotator.gui.theme import LIGHT, bold_of, desk_font, set_scale
from annotator.services.session import Session
from tests.gui.conftest import ANNA, BRAM, Typist
from tests.gui.dialogs.conftest import clipped
from tests.unit.services.versions import annotate

LAPTOP = (1280, 720)
SHARES = (1.0, 1.25, 1.5, 1.75, 2.0)
SCREENS = ((1280, 760), (1024, 728))  # less what a system's own bar takes of 800 and 768
WIDTHS = (1280, 1024)


@pytest.fixture
def desk(qtbot, qapp, project, scheme):
    """Makes the window of a laptop at a size of letters and in a language, with two annotators' work in the project."""
    annotate(project, "anna", *ANNA)
    annotate(project, "bram", *BRAM)
    kept: list[MainWindow] = []

    def make(share: float, language: str, size: tuple[int, int] = LAPTOP) -> MainWindow:
        speak(qapp, language)
        set_scale(share)
        qapp.setFont(desk_font(DESK_POINTS))
        made = MainWindow(Session(project, scheme, "carla"), theme=LIGHT, language=language)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        made.open_first("d1")
        kept.append(made)
        turn()
        made.settle()
        turn()
        return made

    yield make
    for one in kept:
        one.close()
    set_scale(1.0)
    speak(qapp, "en")
    qapp.setFont(desk_font(DESK_POINTS))


def turn() -> None:
    for _ in range(4):
        QApplication.processEvents()


def touching(whole: QWidget) -> list[str]:
    """Labels on one line with less than a space between them."""
    labels = [one for one in whole.findChildren(QLabel) if one.isVisibleTo(whole) and one.text().strip()]
    found = []
    for one in labels:
        for other in labels:
            if one is other or one.parentWidget() is not other.parentWidget():
                continue
            here, there = (two.geometry() for two in (one, other))
            is_beside = here.top() <= there.center().y() <= here.bottom() and here.left() < there.left()
            if is_beside and there.left() - here.right() < 4:
                found.append(f"{one.text()!r} touches {other.text()!r}")
    return found


def cut_off(window: MainWindow) -> list[str]:
    """Whether the inspector needs more width than it shows: it scrolls up and down alone."""
    body, room = window.inspector.widget(), window.inspector.viewport().width()
    needed = body.minimumSizeHint().width()
    return [f"the inspector shows {room} of {needed}"] if needed > room and window.inspector.isVisible() else []


def beyond(window: MainWindow) -> list[str]:
    """Whether the window is larger than the screen of a laptop, or its bar lays parts over one another."""
    found = [f"the window is {window.width()} wide"] if window.width() not in WIDTHS else []
    parts = sorted(
        (one.mapTo(window, one.rect().topLeft()).x(), one.width())
        for one in window.top.findChildren(QAbstractButton)
        if one.isVisible()
    )
    found += [f"parts of the bar overlap at {x}" for (x, width), (after, _) in pairwise(parts) if x + width > after]
    return found


# What comes from outside may end in dots: titles and words of articles. Tags of marks side by side share their room.
OUTSIDE = ("delegate.py", "hits.py", "doubles.py", "painter.py")


def shortened(window: MainWindow) -> list[str]:
    """Texts of the window's own that end in … as they are painted, and hints of fields that have no room."""
    found: set[str] = set()
    with pytest.MonkeyPatch.context() as patch:
        for metrics in (QFontMetrics, QFontMetricsF):

            def elided(self, text, mode, width, *more, whole=metrics.elidedText) -> str:
                shown = whole(self, text, mode, width, *more)
                if shown != text and Path(sys._getframe(1).f_code.co_filename).name not in OUTSIDE:
                    found.add(f"{text!r} is shown as {shown!r}")
                return shown

            patch.setattr(metrics, "elidedText", elided)
        window.grab()
    for line in window.findChildren(QLineEdit):
        needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
        if line.isVisible() and not line.text() and needed > line.width() - 14:
            found.add(f"{line.placeholderText()!r} has no room")
    return sorted(found)


def wrong(window: MainWindow) -> list[str]:
    turn()
    for _ in range(100):  # what was said finds its room after it was painted
        if not window.status._room.isActive():
            break
        QTest.qWait(AFTER_PAINT)
    turn()
    return [*beyond(window), *clipped(window), *touching(window), *cut_off(window), *shortened(window)]


def at_work(window: MainWindow, keys: Typist) -> None:
    """An event with a comment at hand, suggestions accepted and left."""
    window.desk.do(AcceptAbove(document="d1", threshold=0.7))
    window.desk.do(AddComment(document="d1", text="Hier twijfel ik of de bron dit zelf zag."))
    event = next(one for one in window.hand.state.spans.values() if one.label == "ADVANCE")
    window.article.set_current(event.id)
    window.settle()
    turn()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_clipped_where_one_annotates(desk, share, language, size) -> None:
    window = desk(share, language, size)
    keys = Typist(window)
    faults = {"empty": wrong(window)}
    keys("Right", "Shift+Right", "E")
    faults["types"] = wrong(window)
    keys("Escape", "Escape")
    at_work(window, keys)
    faults["event"] = wrong(window)
    for name, chord in (("relabel", "Shift+R"), ("roles", "R")):
        keys(chord)
        turn()
        faults[name] = wrong(window)
        keys("Escape")
    window.desk.alarmed.emit("7 of 9 spans of an article are gone at one stroke", "undo")
    faults["alarm"] = wrong(window)
    window.desk.alarmed.emit("", "")
    keys("Escape", "Ctrl+F")
    turn()
    assert window.findChildren(FindBar)
    faults["find"] = wrong(window)
    keys("Escape")
    for name, key in (
        ("history", "Ctrl+H"),
        ("everywhere", "Ctrl+Shift+Enter"),
        ("here", "Shift+Enter"),
        ("note", ";"),
    ):
        window.article.setFocus()
        if name != "history":
            entity = next(one for one in window.hand.state.spans.values() if one.label == "ORG")
            window.article.set_current(entity.id)
        keys(key)
        turn()
        assert window.article.findChildren(Sheet), name
        faults[name] = wrong(window)
        keys("Escape")
    for name, action in (("concordance", "concordance"), ("consistency", "consistency")):
        window.keys.run(action)
        turn()
        faults[name] = wrong(window)
        window.finding.drawer.closed.emit()
    window.dialogs.show_content_note("r")
    turn()
    faults["note"] = wrong(window)
    strip = window.status._strip_of(window.desk.work)
    assert isinstance(strip, WorkStrip)
    strip.begin("Labelling 12.345 × “Deir al-Zor” als GPE")
    strip.show()
    strip._advance("read", 1234, 98_765)
    turn()
    faults["work"] = wrong(window)
    strip.hide()
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("share", SHARES)
def test_the_steps_of_an_event_are_seen_without_scrolling_on_a_laptop(desk, share) -> None:
    window = desk(share, "nl")
    at_work(window, Typist(window))
    inspector = window.inspector
    heading, steps = inspector._attributes[0]
    turn()
    assert heading.isVisible()
    assert steps.mapTo(inspector, steps.rect().bottomLeft()).y() < inspector.viewport().height()
    for height in (720, 2400, 500):  # less of it is left where the drawer is open
        window.resize(1280, height)
        turn()
        assert heading.y() < steps.y() < inspector._roles_head.y() < inspector._roles[0].y(), "one order at any height"


@pytest.mark.parametrize("share", SHARES)
def test_the_inspector_never_cuts_a_label_and_its_words_grow_with_the_window(desk, share) -> None:
    window = desk(share, "nl")
    at_work(window, Typist(window))
    inspector = window.inspector
    chip = inspector._chip
    chip.set_contents("DISPLACEMENT", "· Vlucht, evacuatie", LIGHT.accent)
    inspector._standing.setText("voorgesteld")
    turn()
    assert (
        chip.width() >= chip.minimumSizeHint().width() > QFontMetricsF(chip._bold()).horizontalAdvance("DISPLACEMENT")
    )
    assert chip.geometry().right() < inspector.widget().width()
    assert not chip.geometry().intersects(inspector._standing.geometry())
    assert inspector._text.font().pointSizeF() == pytest.approx(14 * share)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("share", SHARES)
def test_the_help_of_the_filter_stays_on_the_screen(desk, share) -> None:
    window = desk(share, "nl")
    box = window.findChild(FilterBox)
    box.show_help()
    turn()
    page = box.findChild(HelpPage)
    assert page.geometry().right() <= window.screen().availableGeometry().right()
    assert clipped(page) == []
    page.close()


@pytest.mark.parametrize("height", range(520, 700, 20))
def test_the_guideline_keeps_its_last_line_where_a_scroll_bar_comes(desk, height) -> None:
    window = desk(1.0, "en")
    window.resize(1000, height)
    ids = {one.label: one.id for one in window.desk.state.suggestions.values()}
    for mark in (ids["ADVANCE"], None, ids["ORG"]):
        window.article.set_current(mark)
        window.settle()
        turn()
    prose = [one for one in window.inspector.findChildren(Prose) if one.isVisible()]
    assert any("hyphenated" in one.accessibleName() for one in prose)
    assert [one.height() - one.heightForWidth(one.width()) for one in prose] == [0] * len(prose)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("action", ["concordance", "consistency"])
def test_what_narrows_a_search_does_not_lie_on_what_was_found(qtbot, desk, share, language, action) -> None:
    window = desk(share, language)
    window.keys.run(action)
    turn()
    drawer = window.finding.drawer
    if action == "consistency":  # which looks for itself, and would say so amid what follows
        qtbot.waitUntil(lambda: drawer.count.text() == drawer.tr("nothing is labelled in two ways"))
    drawer.count.setText("1234")
    turn()
    parts = (drawer.label, drawer.exact, drawer.whole, drawer.variants, drawer.again, drawer.count, drawer.counted)
    shown = [one for one in parts if one.isVisible()]
    top = drawer.list.mapTo(drawer, QPoint(0, 0)).y()
    for one in shown:
        assert one.mapTo(drawer, one.rect().bottomRight()).y() < top, one.accessibleName()
        assert one.mapTo(drawer, one.rect().bottomRight()).x() < drawer.width()
        assert one.width() >= one.sizeHint().width()
    assert drawer.list.height() >= 3 * drawer._hits_delegate.height
    for delegate in (drawer._hits_delegate, drawer._doubles_delegate):
        assert delegate._bold.pointSizeF() == pytest.approx(drawer.font().pointSizeF())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("action", ["concordance", "consistency"])
def test_the_foot_of_the_drawer_is_seen_on_a_low_screen_with_a_note_above(desk, language, action) -> None:
    window = desk(1.75, language)
    window.resize(1024, 700)
    window.dialogs.show_content_note("replica")
    window.keys.run(action)
    turn()
    assert window.notice.isVisible()
    drawer = window.finding.drawer
    end = window.status.mapTo(window, QPoint(0, 0)).y()
    for one in (drawer._all, drawer._none, drawer._give, drawer._take):
        assert one.mapTo(window, one.rect().bottomLeft()).y() < end, one.text()
        assert one.height() >= one.sizeHint().height()
    assert drawer.list.height() >= 3 * drawer._hits_delegate.height
    assert window.article.height() >= 3 * window.fontMetrics().lineSpacing()
    assert not window.queue._done.isVisible(), "rather than over the bar below it"
    assert touching(window) == []
    window.finding._close_drawer()
    turn()
    assert window.queue._done.isVisible()


def test_no_font_of_a_widget_is_scaled_twice() -> None:
    sources = (Path(__file__).parents[2] / "annotator" / "gui").rglob("*.py")
    assert [one.name for one in sources if re.search(r"desk_font\([^)]*pointSizeF\(", one.read_text("utf-8"))] == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("chords", [("A",), ("E",), ("Shift+R",), ("Shift+R", "Shift+R")])
@pytest.mark.parametrize("size", SCREENS)
def test_choices_near_the_text_are_read_whole(desk, share, language, chords, size) -> None:
    window = desk(share, language)
    window.resize(*size)
    turn()
    keys = Typist(window)
    if chords[0] == "Shift+R":
        at_work(window, keys)
        keys(*chords)
    else:
        keys("Right", "Right", "Shift+Right", *chords)
    hints = window.hints
    assert hints.is_asking
    metrics = QFontMetricsF(hints.font())
    places = hints._places()
    lefts: dict[float, set[float]] = {}
    for choice, place, words in zip(hints._choices, places, hints._words(metrics), strict=True):
        left = place.left() + words
        lefts.setdefault(place.left(), set()).add(words)
        room = QRectF(0, 0, min(place.right(), hints.width()) - left - 6, 1e6)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, choice.text)
        assert needed.width() <= room.width(), choice.text
        assert needed.height() <= place.height()
        assert place.bottom() <= hints.height()
    assert all(len(found) == 1 for found in lefts.values()), "the words of a column stand one below the other"
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    over = hints.parentWidget()
    assert over is window.article or share > 1.25, "where there is room it stays within the article"
    assert over.rect().contains(hints.geometry())


@pytest.mark.parametrize("share", SHARES)
def test_a_reason_is_read_whole_on_a_laptop(desk, qtbot, share) -> None:
    window = desk(share, "nl")
    keys = Typist(window)
    at_work(window, keys)
    status = window.status
    before = [one.isVisible() for one in (status.active, status.saved)]
    for _ in range(2):
        status.refuse("go to the words first, with the arrows; nothing was added")
        turn()
        status.layout().activate()
        said = status.message.text()
        assert status.message.fontMetrics().horizontalAdvance(said) <= status.message.width()
    assert status.active.isVisible() == (share < 1.5)
    status.say("ok")
    qtbot.waitUntil(lambda: [one.isVisible() for one in (status.active, status.saved)] == before, timeout=5_000)
    for _ in range(2):
        status.say("er zijn geen open suggesties meer; Ctrl Enter: artikel klaar")
        qtbot.waitUntil(lambda: not status._room.isActive(), timeout=5_000)
        turn()
        status.layout().activate()
        assert status.message.fontMetrics().horizontalAdvance(status.message.text()) <= status.message.width()
    status.say("ok")
    qtbot.waitUntil(lambda: [one.isVisible() for one in (status.active, status.saved)] == before, timeout=5_000)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_clipped_where_leads_work(desk, qtbot, share, language, size) -> None:
    window = desk(share, language, size)
    window.keys.run("place_review")
    review = window.places.review()
    qtbot.waitUntil(lambda: review.deciding.document == "d1", timeout=5_000)
    turn()
    faults = {"review": wrong(window)}
    window.keys.run("review_reason")
    faults["reasons"] = wrong(window)
    window.keys.run("place_agreement")
    agreement = window.places.agreement()
    qtbot.waitUntil(lambda: agreement.sections is not None and agreement.sections.is_complete, timeout=15_000)
    turn()
    faults["agreement"] = wrong(window)
    assert {name: found for name, found in faults.items() if found} == {}
    # The page goes down alone; what is wide goes sideways by itself.
    for width in (LAPTOP[0], 1024):
        window.resize(width, LAPTOP[1])
        turn()
        assert agreement.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("key", ["Ctrl+H", "Shift+Enter", ";"])
def test_the_keys_of_a_sheet_are_read_whole(desk, share, language, key) -> None:
    window = desk(share, language)
    keys = Typist(window)
    keys("Tab", key)
    turn()
    (sheet,) = window.article.findChildren(Sheet)
    caps = sheet.findChildren(Cap)
    assert caps
    for one in caps:
        assert sheet.rect().contains(one.geometry())
        # At twice the size one of them may be wider than the article: it ends in … then.
        assert one.width() >= one.sizeHint().width() or share == 2
        assert not any(one.geometry().intersects(other.geometry()) for other in caps if other is not one)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("chords", [("A",), ("R",), ("Shift+R", "Shift+R")])
def test_what_is_asked_is_read_whole(desk, share, language, chords) -> None:
    window = desk(share, language)
    window.resize(1024, 700)
    at_work(window, Typist(window))
    Typist(window)(*chords)
    hints = window.hints
    assert hints.is_asking
    room = QRectF(0, 0, hints.width() - 2 * PAD, 1e6)
    needed = QFontMetricsF(bold_of(hints.font())).boundingRect(room, Qt.TextFlag.TextWordWrap, hints._title)
    first = hints._places()[0]
    is_beside = first.left() >= PAD + needed.width()
    assert is_beside or first.top() >= PAD + needed.height()
    assert hints._places()[-1].bottom() <= hints.height()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", SHARES)
def test_the_words_one_finds_are_seen_as_they_are_typed(desk, share, language) -> None:
    window = desk(share, language)
    keys = Typist(window)
    keys("Ctrl+F", *"geen hit")
    bar = window.findChild(FindBar)
    for width in (1024, 1280, 1024):
        window.resize(width, 700)
        bar.find_words()
        turn()
        assert bar.line.width() >= 10 * bar.fontMetrics().averageCharWidth()
        assert bar.height() >= bar.sizeHint().height() == window.article.viewportMargins().top()
        assert clipped(bar) == [] or width < LAPTOP[0]
    keys("Escape")
    assert window.article.viewportMargins().top() == 0


def test_what_stands_at_the_ends_of_a_line_stands_at_one_height(qtbot) -> None:
    whole, left, right = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(whole)
    names = FlowLayout()  # lays its parts at its top
    left.setLayout(names)
    names.addWidget(QLabel("Dader"))
    right.setFixedSize(80, 40)
    ends = EndsLayout()
    whole.setLayout(ends)
    ends.addWidget(left)
    ends.addWidget(right)
    whole.resize(400, 60)
    whole.show()
    turn()
    middles = [one.mapTo(whole, one.rect().center()).y() for one in (left.findChild(QLabel), right)]
    assert abs(middles[0] - middles[1]) <= 1
