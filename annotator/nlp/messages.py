"""What the program and its worker process say to one another: JSON objects, one a line, with declared limits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.errors import AnnotatorError, KnownError

if TYPE_CHECKING:
    from typing import BinaryIO

PROTOCOL = 1  # of the greeting, so that a program never talks to another version's worker
PREFIX = "spacy:"  # of the name of a suggester that is an installed pipeline of spaCy
REJECTED_AS = "was rejected as"  # in the reason why a suggestion is kept back: somebody said no
SCRATCH = "ANNOTATOR_SCRATCH"  # in the environment: the folder that goes with the worker
MAX_BYTES = 128 * 1024 * 1024  # of one message with its line end

Message = dict[str, Any]


class ProtocolError(AnnotatorError):
    """The other side sent what is no message; it is not to be trusted any further."""


def hello() -> Message:
    """The worker's first words."""
    return {"hello": PROTOCOL}


def request(number: int, task: str, payload: Message) -> Message:
    """Asks for a task; `number` comes back in every message that answers it."""
    return {"id": number, "task": task, "payload": payload}


def progress(number: int, done: int, total: int) -> Message:
    """Says how far a task is; total 0 when it is not known."""
    return {"id": number, "progress": [done, total]}


def result(number: int, value: Message) -> Message:
    """Ends a task well."""
    return {"id": number, "result": value}


def failure(number: int, code: str, what: str, todo: str) -> Message:
    """Ends a task with an error as the user is to see it; code "" for a defect of the program."""
    return {"id": number, "error": {"code": code, "what": what, "todo": todo}}


def encode(message: Message) -> bytes:
    """The message as one line; raises KnownError A203 when it is too large, ValueError for what is no JSON."""
    line = json.dumps(message, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
    if len(line) > MAX_BYTES:
        raise KnownError(
            "A203",
            f"a message to or from the worker has {len(line):,} bytes, where {MAX_BYTES:,} may be",
            "take fewer or shorter documents at a time",
        )
    return line


def read(stream: BinaryIO) -> Message | None:
    """The next message, or None at the end of the stream; raises ProtocolError for anything else."""
    line = stream.readline(MAX_BYTES + 1)
    if not line:
        return None
    if len(line) > MAX_BYTES:
        raise ProtocolError(f"a line is longer than {MAX_BYTES:,} bytes")
    if not line.endswith(b"\n"):
        raise ProtocolError("the stream ended in the middle of a message")
    try:
        message = json.loads(line.decode("ascii"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"a line is no message: {line[:60]!r}") from error
    if not isinstance(message, dict):
        raise ProtocolError(f"a line is no object: {line[:60]!r}")
    return message


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
