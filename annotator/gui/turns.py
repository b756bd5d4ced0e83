"""How soon a thread of the background hands the interpreter to the window that asks for it."""

from __future__ import annotations

import sys

# Seconds, a tenth of Python's own: the window asks anew at each of the many calls of one paint, and waits as often.
SOON = 0.0005


def hand_over_soon() -> None:
    """Called by threads of the background when they begin; it holds for the whole process from then on."""
    if sys.getswitchinterval() > SOON:
        sys.setswitchinterval(SOON)
