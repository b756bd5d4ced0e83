"""The crash log: what went wrong in a program without a console, with versions, in a file beside the settings."""

from __future__ import annotations

import os
import platform
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import platformdirs

from annotator import __version__
from annotator.services.settings_file import VARIABLE, settings_folder

if TYPE_CHECKING:
    from types import TracebackType

NAME = "annotator.log"
NATIVE = "annotator-crash.log"  # what the interpreter writes when it is ended from below
MOST_BYTES = 1_000_000  # a larger log is begun anew; the one before is kept as annotator.log.1
_LIBRARIES = ("PySide6-Essentials", "spacy", "numpy", "pandas")
_writing = threading.Lock()


def log_folder() -> Path:
    """Where logs lie: the platform's place for them, or the folder of settings where that one is named."""
    if os.environ.get(VARIABLE):
        return settings_folder()
    return Path(platformdirs.user_log_path("annotator", appauthor=False))


def log_path() -> Path:
    """The log; it need not be there yet."""
    return log_folder() / NAME


def record(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path | None:
    """Appends the error with time and versions; returns the log, or None where none can be written."""
    lines = traceback.format_exception(kind, error, trace)
    return write(f"{_heading()}{''.join(lines)}\n")


def write(text: str) -> Path | None:
    """Appends to the log; None where that is not possible: a log must never be one more thing that fails."""
    path = log_path()
    with _writing, suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            path.replace(path.with_name(f"{NAME}.1"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(text)
        return path
    return None


def _heading() -> str:
    # lazy: 50 ms that every start would pay for the few that go wrong
    from importlib.metadata import PackageNotFoundError, version

    versions = [f"annotator {__version__}", f"Python {platform.python_version()}", platform.platform()]
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            versions.append(f"{name} {version(name)}")
    way = "frozen" if getattr(sys, "frozen", False) else "from source"
    return f"--- {datetime.now(UTC).isoformat(timespec='seconds')} · {' · '.join(versions)} · {way}\n"


def native_log() -> IO[bytes] | None:
    """The file for the interpreter's last words, kept open for as long as the process lives."""
    with suppress(OSError):
        path = log_folder() / NATIVE
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("ab", buffering=0)
    return None


def lend_streams() -> None:
    """A windowed program on Windows has no standard output and error; what is said there goes to the log."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            with suppress(OSError):
                log_folder().mkdir(parents=True, exist_ok=True)
                setattr(sys, name, log_path().open("a", encoding="utf-8", errors="backslashreplace", buffering=1))
