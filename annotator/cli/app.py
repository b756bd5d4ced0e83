"""The command line: the commands of the registry under one roof, with errors and exit codes of the contract."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from annotator import __version__
from annotator.cli.console import bear_any_encoding, note, say_error
from annotator.errors import KnownError
from annotator.services.registry import COMMANDS, GROUPS, resolve
from annotator.services.session import Session

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
DONE, KNOWN, INTERRUPTED = 0, 1, 130
# Options that take several values after one another: --with rules spacy:nl_core_news_lg
_MANY = ("--with", "--documents", "--layers", "--labels", "--annotators")


@dataclass(frozen=True, slots=True)
class Desk:
    """What the composition root lends the command line of the window: to show it, or to take its picture."""

    show: Callable[[Path | None, str | None, str | None], int]  # project, annotator, document -> exit code
    picture: Callable[[Session, str, Path], None]  # session, document, where the PNG goes
    has_display: Callable[[], bool]


def run(arguments: Sequence[str], desk: Desk) -> int:
    """Runs one command and returns its exit code."""
    bear_any_encoding()
    code = _ended(lambda: _called(arguments, desk))
    # What is held back of the answer is written now: at exit nobody is left to say that there was no room for it.
    return code or _ended(sys.stdout.flush)


def _called(arguments: Sequence[str], desk: Desk) -> None:
    typer.main.get_command(_app(arguments)).main(_spread(arguments), prog_name="annotator", obj=desk)


def _ended(step: Callable[[], object]) -> int:
    """Takes the step; how it ended, as an exit code, after the line that tells why."""
    try:
        step()
    except KnownError as error:
        say_error(error)
        return KNOWN
    except KeyboardInterrupt:
        note("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()  # whoever read our answer has gone; nothing is left to tell
        return KNOWN
    except OSError as error:  # of a file that nobody thought of; without a name it is stdout's, or a defect
        if error.filename is not None:
            what = f"{os.fsdecode(error.filename)}: {error.strerror}"
            say_error(KnownError("A001", what, "check the path, its permissions, and the room on the disk"))
        elif error.errno in _NO_ROOM or _is_stdout_lost():
            _let_go_of_stdout()
            what = f"the output cannot be written: {error.strerror}"
            say_error(KnownError("A002", what, "make room, or let it go elsewhere"))
        else:
            raise
        return KNOWN
    except SystemExit as end:  # how Typer ends: 0, 2 for wrong usage, or what a command chose
        return end.code if isinstance(end.code, int) else DONE
    return DONE


def _is_stdout_lost() -> bool:
    """Whether what was written to stdout cannot go where it goes: what is held back fails again."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _let_go_of_stdout() -> None:
    """Lets what is still to be flushed at exit go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _app(arguments: Sequence[str]) -> typer.Typer:
    app = typer.Typer(
        name="annotator",
        help=f"An offline desk for labelled datasets ({__version__}). Without a command it opens the window.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    # Only the command that is called, or the group it belongs to, is loaded; for help, all of them.
    named = [row for row in COMMANDS if arguments and row.name.split()[0] == arguments[0]]
    groups: dict[str, typer.Typer] = {}
    for row in named or COMMANDS:
        group, _, name = row.name.rpartition(" ")
        if group and group not in groups:
            groups[group] = typer.Typer(help=GROUPS[group], no_args_is_help=True, rich_markup_mode=None)
            app.add_typer(groups[group], name=group)
        groups.get(group, app).command(name)(_with_our_errors(resolve(row.function)))
    return app


def _with_our_errors(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command; a file that it may not read is a known error of ours (A001), and to Typer no wrong usage."""
    for default in function.__defaults__ or ():
        if isinstance(default, typer.models.ParameterInfo):
            default.readable = False
    return function


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(__version__)
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", help="Print the version and stop.", is_eager=True, callback=_say_version
    ),
    safe_mode: bool = typer.Option(
        False, "--safe-mode", help="Start with default settings and without what was learned; stands first."
    ),
    from_desktop: bool = typer.Option(False, "--from-desktop", hidden=True),
) -> None:
    """What stands before a command."""


def _spread(arguments: Sequence[str]) -> list[str]:
    """`--with a b` as `--with a --with b`, the form the option parser knows."""
    result: list[str] = []
    option = ""
    has_value = False
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            option, has_value = (argument if argument in _MANY else ""), False
            result.append(argument)
            continue
        if option and has_value:
            result.append(option)
        result.append(argument)
        has_value = True
    return result
