"""Safe mode: a start with default settings and without the learned suggester, for when an ordinary start fails."""

from __future__ import annotations

import os

VARIABLE = "ANNOTATOR_SAFE_MODE"  # inherited by the worker


def enter_safe_mode() -> None:
    """From here on this process, and the worker that it starts, is in safe mode."""
    os.environ[VARIABLE] = "1"


def is_safe_mode() -> bool:
    """Whether the learned suggester and the user's settings are left alone."""
    return os.environ.get(VARIABLE) == "1"
