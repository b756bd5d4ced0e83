"""What threads of the background owe the window: the interpreter soon, and what broke in them."""

from __future__ import annotations

import sys

# Seconds, a tenth of Python's own: the window asks anew at each of the many calls of one paint, and waits as often.
SOON = 0.0005
TURN = 0.0007  # seconds in which the window gets a turn with the interpreter
SIGNS = 0.05  # seconds between two signs of life: a screen is not read faster
LONGEST_REASON = 200  # characters of a defect in the status line


def hand_over_soon() -> None:
    """Called by threads of the background when they begin; it holds for the whole process from then on."""
    if sys.getswitchinterval() > SOON:
        sys.setswitchinterval(SOON)


def handed_on(error: Exception) -> str:
    """What broke in a thread, in short, once the log and a dialog have it.

    Raised, it would end the thread, and a wish that came meanwhile would be lost.
    """
    sys.excepthook(type(error), error, error.__traceback__)
    return f"{type(error).__name__}: {error}"[:LONGEST_REASON]
