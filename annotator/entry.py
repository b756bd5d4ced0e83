"""Composition root: chooses worker, window or command line, and lends each the parts of the others it needs."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.endings import PACKAGE, PROJECT
from annotator.errors import KnownError
from annotator.services.safe_mode import enter_safe_mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.session import Session


SAFE_MODE = "--safe-mode"
FROM_DESKTOP = "--from-desktop"  # in the .desktop file: nobody reads a terminal


def run(arguments: list[str] | None = None) -> int:
    """Runs the program with the arguments given (else the process's own) and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--worker"]:
        from annotator.nlp.worker.serve import main  # lazy: the worker needs nothing of the rest

        return main()
    has_reader = _has_streams()
    while given and given[0] in (SAFE_MODE, FROM_DESKTOP):
        if given.pop(0) == SAFE_MODE:
            enter_safe_mode()
        else:
            has_reader = False
    show = show_window if has_reader else _show_or_say
    if not given:
        return _shown(show, None, None, None)
    if given[0].lower().endswith((PROJECT, PACKAGE)):
        given.insert(0, "open")  # what a double click hands over
    plain = _plain_open(given)
    if plain is not None:
        return _shown(show, *plain)
    from annotator.cli.app import Desk  # lazy: the window starts without the command line
    from annotator.cli.app import run as run_command

    return run_command(given, Desk(show=show, picture=take_picture, has_display=has_display))


def _has_streams() -> bool:
    """Whether there is a standard output; a windowed program on Windows gets the log in its place."""
    if sys.stdout is not None and sys.stderr is not None:
        return True
    from annotator.services.crash_log import lend_streams  # lazy: needed there only

    lend_streams()
    return False


def _plain_open(given: list[str]) -> tuple[Path, str | None, str | None] | None:
    """Project, annotator and document of `open PROJECT [--as NAME] [--document ID]`; None for anything else.

    What is not written just so is left to the command line, which takes a tenth of a second to load.
    """
    if given[0] != "open":
        return None
    options: dict[str, str] = {}
    projects: list[str] = []
    words = iter(given[1:])
    for word in words:
        if word in ("--as", "--document") and word not in options:
            options[word] = next(words, "-")
        else:
            projects.append(word)
    if len(projects) != 1 or any(not word or word.startswith("-") for word in (*projects, *options.values())):
        return None
    return Path(projects[0]), options.get("--as"), options.get("--document")


def _shown(
    show: Callable[[Path | None, str | None, str | None], int],
    project: Path | None,
    actor: str | None,
    document: str | None,
) -> int:
    # What a start makes stays: going through it over and over is a seventh of the time. `gui.coming_up` collects again.
    gc.disable()
    try:
        return show(project, actor, document)
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
    """Shows the desk until it is closed; KnownError A003 where there is no display. Defects go to the log."""
    try:
        from annotator.gui.qt_start import bring_in_qt  # lazy: only the window loads Qt

        bring_in_qt()
        from annotator.gui.app import run_desk  # lazy: as above, and after it

        return run_desk(project, actor, document)
    except KnownError:
        raise
    except Exception as error:
        from annotator.services.crash_log import record  # lazy: only a desk with a defect needs it

        record(type(error), error, error.__traceback__)
        raise


def _show_or_say(project: Path | None, actor: str | None, document: str | None) -> int:
    """As `show_window`; why it did not open is shown in a dialog as well."""
    try:
        return show_window(project, actor, document)
    except KnownError as error:
        if error.code != "A003":
            from annotator.gui.app import say_refusal  # lazy: as in `show_window`

            say_refusal(error)
        raise
    except Exception as error:
        with suppress(Exception):  # what keeps the desk from opening may keep a dialog from it, too; the log has it
            from annotator.gui.app import say_defect  # lazy: as in `show_window`

            say_defect(error)
        raise


def take_picture(session: Session, document: str, path: Path) -> None:
    """Paints the desk with the document open into a PNG, without a display."""
    from annotator.gui.app import picture_of  # lazy: only the window loads Qt

    picture_of(session, document, path)
