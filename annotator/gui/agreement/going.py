"""What stands on the line above figures while they are measured, and what when nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


def show_going(*, place: QWidget, start: QWidget, stop: QWidget, others: Iterable[QWidget], is_going: bool) -> None:
    """Shows `stop` and the others while it goes on, else `start`; a focus on one of the two goes to the other."""
    had_focus = place.focusWidget() in (start, stop)
    for widget in (stop, *others):
        widget.setVisible(is_going)
    start.setVisible(not is_going)
    if had_focus:  # else it would go to whatever stands next, and the key after this one would press that
        (stop if is_going else start).setFocus()
