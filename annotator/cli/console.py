"""What commands print: answers on stdout, progress and errors on stderr, never a control character from outside."""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

from annotator.core.text import counted as counted  # for the commands
from annotator.errors import KnownError

Progress = Callable[[int, int], None]
WIDE = 240  # columns of a table that no terminal bounds
LONG = 60  # characters of a title or a text that a line quotes


def plain(text: str) -> str:
    """The text on one line, with every unprintable character shown as its escape."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def cut(text: str) -> str:
    """The text where it is short, else its beginning with dots: what is cut off must not look whole."""
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"


def percent(share: float | None) -> str:
    """A share of 0..1 in percent, a dash where there is none."""
    return "–" if share is None else f"{100 * share:.1f}"


def say(line: str) -> None:
    """One line of an answer, on stdout."""
    sys.stdout.write(plain(line) + "\n")


def note(line: str) -> None:
    """One line about the work, on stderr."""
    sys.stderr.write(plain(line) + "\n")
    sys.stderr.flush()


def say_json(value: object) -> None:
    """The one JSON value of an answer, on stdout."""
    _write_json(value, indent=1)


def _write_json(value: object, *, indent: int | None = None) -> None:
    """As it is where the stream can hold it; else escaped: a file name may be no text, a stream may be ASCII."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent, allow_nan=False)
    sys.stdout.write(text + "\n")


def takes_any_text() -> bool:
    """Whether stdout can hold every character, or has its escape for it that is JSON's own."""
    return codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"


def bear_any_encoding() -> None:
    """Has the streams show what their encoding lacks by its escape, as `plain` shows what cannot be printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say_error(error: KnownError) -> None:
    """A known error as the contract has it, on stderr."""
    note(f"error {error.code}: {error.said}")


def say_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Rows under headings on stdout; the last column takes what room there is."""
    from rich import box  # lazy: 60 ms that no other command should pay
    from rich.console import Console  # lazy: as above
    from rich.table import Table  # lazy: as above
    from rich.text import Text  # lazy: as above

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(str(cell))) for cell in row))
    # Into a pipe or a file rows go unfolded.
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)


@contextmanager
def progress(what: str, *, is_quiet: bool) -> Iterator[Progress]:
    """A function (done, total) that shows how far the work is: a bar on a terminal, plain lines otherwise.

    A total of 0 means that it is not known.
    """
    if is_quiet:
        yield lambda _done, _total: None
    elif sys.stderr.isatty():
        with _bar(what) as show:
            yield show
    else:
        yield _lines(what)


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    from rich import progress as rich_progress  # lazy: only a terminal shows a bar
    from rich.console import Console  # lazy: as above

    columns = (
        rich_progress.TextColumn("{task.description}"),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TextColumn("{task.speed:.0f}/s", justify="right"),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield show


def _lines(what: str) -> Progress:
    """Plain lines: one every two seconds, and the last."""
    started = last = monotonic()
    before = 0

    def show(done: int, total: int) -> None:
        nonlocal started, last, before
        moment = monotonic()
        if done < before:  # it counts anew, as with the next file
            started = moment
        before = done
        if moment - last < 2.0 and done != total:
            return
        last = moment
        rate = done / (moment - started) if moment > started else 0.0
        note(f"{what}: {done}{f' of {total}' if total else ''} ({rate:.0f}/s)")

    return show


def to_json_lines(answers: Iterator[dict[str, Any]]) -> None:
    """Each answer on a line of its own, flushed before the next is asked for."""
    for answer in answers:
        _write_json(answer)
        sys.stdout.flush()
