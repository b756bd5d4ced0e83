"""Where Qt cannot show any window it ends the process: that is said as any other error, in a line."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What Qt says of each platform that it tried, and is true of all of them.
_BESIDE_THE_POINT = ("xcb-cursor0 or libxcb-cursor0 is needed", "even though it was found", "no Qt platform plugin")
_TODO = "check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM, and the system libraries (docs/install.md)"


@contextmanager
def said_in_a_line() -> Iterator[None]:
    """While the application object is made: if Qt aborts, the process ends with exit code 1 and error A003.

    Nothing can be raised out of Qt's abort, and the shell would tell of a crash. No project is open yet.
    """
    told: list[str] = []

    def take(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            told.append(message)
            return
        sys.stderr.write(f"error {no_window([*told, message])}\n")
        sys.stderr.flush()
        os._exit(1)

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in told:
        sys.stderr.write(f"{message}\n")


def no_window(told: list[str]) -> KnownError:
    """The error for what Qt said before it gave up, the last of it being its farewell."""
    reasons = [one for one in told if not any(part in one for part in _BESIDE_THE_POINT)] or told
    why = " ".join(reasons[0].split()).removeprefix("qt.qpa.xcb: ") if reasons else "Qt did not say why"
    return KnownError("A003", f"no window can be shown: {why:.300}", _TODO)
