"""Active time: what passes between gestures, with idle stretches cut."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.session import Outcome

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
        self._logged_here = 0.0  # of the laps since this document was opened
        self._earlier: float | None = None  # in this document, before it was opened; None until that is told
        self._is_elsewhere = False

    def touch(self) -> None:
        """Notes a sign of life."""
        now = self._clock()
        gap = now - self._last
        if gap <= self.idle_after and self._is_elsewhere:
            self._before += gap
        elif gap <= self.idle_after:
            self._total += gap
        self._last = now

    def leave(self) -> None:
        """What passes from now on is work on something else: it counts to the sitting, not to this document."""
        self.touch()
        self._is_elsewhere = True

    def come_back(self) -> None:
        """Counts to the document again, from now on."""
        self.touch()
        self._is_elsewhere = False

    def lap_ms(self) -> int:
        """Active milliseconds since the last lap; begins the next one."""
        self.touch()
        passed = self._total - self._at_lap
        self._at_lap = self._total
        self._logged_here += passed
        return round(passed * 1000)

    def give_back(self, lap_ms: int) -> None:
        """What such a lap was for came to nothing: its time counts to the next one."""
        self._at_lap -= lap_ms / 1000
        self._logged_here = max(0.0, self._logged_here - lap_ms / 1000)

    def spent_on(self, decide: Callable[[int], Outcome]) -> Outcome:
        """What comes of deciding with the milliseconds of this lap; where nothing does, they count to the next one."""
        lap_ms = self.lap_ms()
        try:
            outcome = decide(lap_ms)
        except KnownError:
            self.give_back(lap_ms)
            raise
        if outcome.operation is None:
            self.give_back(lap_ms)
        return outcome

    @property
    def seconds(self) -> float:
        """Active time since this document was opened, up to the last sign of life."""
        return self._total

    @property
    def in_document(self) -> float:
        """All active time in this document, as far as it is known."""
        return self._total + (self._earlier or 0.0)

    @property
    def is_earlier_known(self) -> bool:
        """Whether it was told what the log has of this document."""
        return self._earlier is not None

    def go_on_from(self, logged: float) -> None:
        """Counts what the log has of this document by now, in seconds; what was decided meanwhile only once."""
        self._earlier = max(0.0, logged - self._logged_here)

    @property
    def sitting(self) -> float:
        """All active time since this was made, in all documents."""
        return self._before + self._total

    def restart(self) -> None:
        """Begins at nothing, for another document; the lap goes on."""
        self.touch()
        self._at_lap -= self._total
        self._before += self._total
        self._total = self._logged_here = 0.0
        self._earlier = None
