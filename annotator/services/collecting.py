"""When garbage is collected: where somebody says so, and not while very much is planned.

Python collects in whatever thread makes the next object. With a window that is wrong: what is in a ring with parts
of Qt would be destroyed in a thread of the background, while the window may be using it.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_lock = Lock()
_pauses = 0
_was_automatic = False  # before the first of the pauses that there are now


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected meanwhile, in no thread, and what was made by then is not gone through later."""
    global _pauses, _was_automatic
    with _lock:
        if not _pauses:
            _was_automatic = gc.isenabled()
        _pauses += 1
        gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # else the next collection looks through all that was made
        with _lock:
            _pauses -= 1
            if _was_automatic and not _pauses:
                gc.enable()


def collect_due() -> bool:
    """Collects what Python would have collected by now, in the thread that calls; whether anything was due."""
    if _pauses:
        return False
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
    return bool(due)
