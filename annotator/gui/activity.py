"""Active time: what passes between gestures, with idle stretches cut."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE_AFTER = 120.0  # seconds without a gesture after which one is held to be away


class ActiveTime:
    """Sums the time between signs of life; a gap longer than `idle_after` seconds counts as nothing."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.idle_after = IDLE_AFTER
        self._clock = clock
        self._last = clock()
        self._total = 0.0
        self._at_lap = 0.0
        self._before = 0.0  # in documents before this one

    def touch(self) -> None:
        """Notes a sign of life."""
        now = self._clock()
        gap = now - self._last
        if gap <= self.idle_after:
            self._total += gap
        self._last = now

    def lap_ms(self) -> int:
        """Active milliseconds since the last lap; begins the next one."""
        self.touch()
        passed = self._total - self._at_lap
        self._at_lap = self._total
        return round(passed * 1000)

    @property
    def seconds(self) -> float:
        """All active time up to the last sign of life."""
        return self._total

    @property
    def sitting(self) -> float:
        """All active time since this was made, in all documents."""
        return self._before + self._total

    def restart(self) -> None:
        """Begins at nothing, for another document; the lap goes on."""
        self.touch()
        self._at_lap -= self._total
        self._before += self._total
        self._total = 0.0
