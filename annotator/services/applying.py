"""Scripts of commands: each line runs through the very path the window uses, and is answered when it is durable."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.command import parse
from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from annotator.services.session import Session

MAX_LINE = 1_000_000  # bytes of one command; its longest field is far below


def run_lines(session: Session, lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The answer to each line that is not blank, in order; a refused line does not end the script.

    Raises KnownError only where the project itself cannot go on (A104, A105, A108).
    """
    for line in lines:
        if line.strip():
            yield _answer(session, line)


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is longer than any command as much as shows that, the rest is read past."""
    pieces = iter(partial(stream.readline, MAX_LINE + 1), b"")
    for line in pieces:
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = next(pieces, b"")


def _answer(session: Session, line: bytes) -> dict[str, Any]:
    try:
        command = parse(_object(line))
        outcome = session.do(command, origin="script")
    except KnownError as error:
        if error.code in ("A104", "A105", "A108"):
            raise
        return {"ok": False, "error": error.code, "why": error.said}
    if outcome.rejection is not None:
        return {"ok": False, "error": outcome.rejection.code, "why": outcome.rejection.why}
    changed = [{"document": one.document, "kind": one.kind, "id": one.target} for one in outcome.changes]
    return {"ok": True, "operation": outcome.operation.id if outcome.operation else None, "changed": changed}


def _object(line: bytes) -> object:
    if len(line) > MAX_LINE:
        raise KnownError("A401", f"the line has more than {MAX_LINE} bytes", "split it")
    try:
        return json.loads(line, parse_constant=_no_constant, object_pairs_hook=_no_duplicates)
    except RecursionError:
        raise KnownError("A401", "the line nests too deeply", "see the table of commands in docs/commands.md") from None
    except ValueError as error:
        raise KnownError("A401", f"the line is not JSON: {error}", "one JSON object a line, UTF-8") from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands there twice")
    return result
