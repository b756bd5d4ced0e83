"""Composition root: chooses worker, window or command line, and lends each the parts of the others it needs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from annotator.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.services.session import Session


def run(arguments: list[str] | None = None) -> int:
    """Runs the program with the arguments given (else the process's own) and returns its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from annotator.nlp.worker.serve import main  # lazy: the worker needs nothing of the rest

        return main()
    if not given:
        return _welcome()
    from annotator.cli.app import Desk  # lazy: the window starts without the command line
    from annotator.cli.app import run as run_command

    return run_command(given, Desk(show=show_window, picture=take_picture, has_display=has_display))


def _welcome() -> int:
    try:
        return show_window(None, None, None)
    except KnownError as error:
        sys.stderr.write(f"error {error}\n")
        return 1


def has_display() -> bool:
    """Whether a window could be seen: always on macOS and Windows, elsewhere where X11 or Wayland is named."""
    if sys.platform in ("darwin", "win32"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_window(project: Path | None, actor: str | None, document: str | None) -> int:
    """Shows the desk until it is closed; KnownError A003 where there is no display."""
    from annotator.gui.app import run_desk  # lazy: only the window loads Qt

    return run_desk(project, actor, document)


def take_picture(session: Session, document: str, path: Path) -> None:
    """Paints the desk with the document open into a PNG, without a display."""
    from annotator.gui.app import picture_of  # lazy: only the window loads Qt

    picture_of(session, document, path)
