"""What an event's tag says besides its type: the factuality that is another than that of most, in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QPixmap

from annotator.gui.article import painter as painting
from annotator.gui.article.accessible import described
from annotator.gui.article.layout import measures_of
from annotator.gui.article.placing import Tag
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT


def tags(window: MainWindow) -> list[str]:
    page = window.article.page
    return [
        tag.text for number in range(len(page.layout.blocks)) for line in page._picture(number) for tag in line.tags
    ]


def test_a_tag_tells_the_factuality_where_it_is_not_the_first(window, keys) -> None:
    keys("Tab", "Tab", "Tab", "Tab")
    assert window.article.current.label == "ADVANCE"
    assert [one for one in tags(window) if "ADVANCE" in one] == ["ADVANCE", "ADVANCE"]
    keys("f")
    assert [one for one in tags(window) if "ADVANCE" in one] == ["ADVANCE · reported", "ADVANCE"]
    assert described(window.article.current, window.article.document) == "ADVANCE reported, optrok"
    keys("f", "f")
    assert "ADVANCE · negated" in tags(window)
    keys("f")
    assert [one for one in tags(window) if "ADVANCE" in one] == ["ADVANCE", "ADVANCE"]
    keys("Ctrl+Z")
    assert "ADVANCE · negated" in tags(window)


def test_in_a_dutch_window_it_is_told_in_dutch(qtbot, session, language) -> None:
    language("nl")
    window = MainWindow(session, theme=LIGHT, language="nl")
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    event = next(one.id for one in session.state("d1").suggestions.values() if one.label == "ADVANCE")
    window.article.set_current(event)
    window.keys.run("step_attribute")
    assert "ADVANCE · bericht" in tags(window)
    window.close()


def test_a_note_without_room_leaves_dots(scheme, qapp, monkeypatch) -> None:
    font = QFont("Sans", 9)
    line = painting.LinePainter(scheme, LIGHT, measures_of(font, font), font)
    drawn: list[str] = []
    chip = line._chip
    monkeypatch.setattr(line, "_chip", lambda text, *more: drawn.append(text) or chip(text, *more))
    tag = Tag("e", "events", "ADVANCE", "ADVANCE · ab", 0.0, None)
    page = QPixmap(200, 40)
    with QPainter(page) as painter:
        for text in ("ADVANCE · ab", "ADVANCE"):
            line._paint_tag(painter, tag, QPointF(0, 20), line.tag_width(text), 1.0)
    assert drawn[0] == "ADVANCE · ab"
    assert drawn[1].endswith("…")  # else one would take it for an event that is simply stated
