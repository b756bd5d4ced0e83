"""What the inspector tells of one mark stands in the same width as what it tells of the next."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.core.command import AddComment


def test_lines_are_as_long_with_more_to_tell_than_is_seen(window, keys, session) -> None:
    keys("Tab", "Enter", "Alt+Left")
    window.settle()
    QApplication.processEvents()
    body, bar = window.inspector.widget(), window.inspector.verticalScrollBar()
    assert not bar.isEnabled()  # nothing to scroll, and no handle is seen
    width = body.width()
    span = next(iter(session.state("d1").spans))
    for number in range(40):
        window.desk.do(AddComment(document="d1", text=f"opmerking {number} " * 6, target=span))
    window.settle()
    QApplication.processEvents()
    assert bar.isEnabled()
    assert bar.maximum() > 0
    assert body.width() == width


def test_what_stands_below_a_label_does_not_move_with_the_length_of_its_name(window, keys, session) -> None:
    inspector = window.inspector
    keys("Tab")
    places = set()
    for name in ("· Stad", "· Land, stad, bestuursgebied"):
        inspector._chip.set_contents("GPE", name, "#336699")
        inspector._standing.setText("aangenomen")
        QApplication.processEvents()
        assert inspector._standing.x() > inspector._text.geometry().right()
        places.add((inspector._text.y(), inspector._standing.geometry().center().y(), inspector._bar.y()))
    assert len(places) == 1


def test_the_keys_stand_where_they_stood_when_words_are_selected(window, keys) -> None:
    window.settle()
    QApplication.processEvents()
    before = window.inspector._labels.y()
    keys("Tab", "Escape", "Right", "Shift+Right")
    window.settle()
    QApplication.processEvents()
    assert window.inspector._labels.isVisible()
    assert window.inspector._labels.y() == before
