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
