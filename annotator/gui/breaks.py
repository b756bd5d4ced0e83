"""When a break is due: active time since the last pause, by a clock that is lent."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 300.0  # seconds without a sign of life that count as a break taken


class Breaks:
    """Is told the active seconds of the sitting now and then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last_life = clock()
        self._last_seconds: float | None = None  # a window made anew takes a sitting over: what was before is past
        self._since_break = 0.0

    @property
    def active_seconds(self) -> float:
        """Active time since the last break, or since the last reminder."""
        return self._since_break

    def is_due(self, active_seconds: float, *, after: float) -> bool:
        """Whether to remind now: `after` seconds of active time have passed; then it begins anew.

        `active_seconds` is the active time of the sitting, over all documents.
        """
        now = self._clock()
        passed = active_seconds - self._last_seconds if self._last_seconds is not None else 0.0
        self._last_seconds = active_seconds
        if passed > 0:
            self._last_life = now
            self._since_break += passed
        elif now - self._last_life >= PAUSE:
            self._since_break = 0.0
        if self._since_break < after:
            return False
        self._since_break = 0.0
        return True
