"""Telling of a change once where several come in one go."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Once:
    """Tells at once; while held only at the end, and once: a key that decides also goes on to the next place."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self._is_held = self._is_due = False

    def __call__(self) -> None:
        self._is_due = True
        if not self._is_held:
            self._tell_due()

    @contextmanager
    def held(self) -> Iterator[None]:
        """What changes meanwhile is told when this ends, also where it ends in an error."""
        was_held, self._is_held = self._is_held, True
        try:
            yield
        finally:
            self._is_held = was_held
            if not was_held:
                self._tell_due()

    def _tell_due(self) -> None:
        if self._is_due:
            self._is_due = False
            self._tell()
