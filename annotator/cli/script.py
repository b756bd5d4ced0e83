"""The command that runs commands from a file, for scripts, replay and tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import typer

from annotator.cli.console import to_json_lines
from annotator.errors import KnownError
from annotator.services import comparing
from annotator.services.applying import lines_of, run_lines
from annotator.services.projects import open_session
from annotator.store.project import Project


def apply(
    project: Path = typer.Argument(help="The project file."),
    file: Path = typer.Argument(help="Commands, one JSON object a line; - reads them from standard input."),
    name: str = typer.Option(..., "--as", help="The annotator whose decisions they are."),
) -> None:
    """Run commands through the path the window uses; each line is answered once it is durable."""
    comparing.require_name(name, comparing.WITH_AS)
    with Project.open(project) as opened:
        session = open_session(opened, name)
        if str(file) == "-":
            to_json_lines(run_lines(session, lines_of(sys.stdin.buffer)))
            return
        with _opened(file) as lines:  # what is wrong with the answers is none of the file's fault
            to_json_lines(run_lines(session, lines_of(lines)))


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise KnownError("A001", f"{file}: {error.strerror}", "check the path of the file") from error
