"""The worker process: reads requests from its standard input, runs tasks, writes answers, ends with its input."""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from annotator.errors import BugError, KnownError
from annotator.nlp import messages

Report = Callable[[int, int], None]  # done, total
Task = Callable[[Mapping[str, Any], Report], dict[str, Any]]

# Resolved on first use: spaCy is loaded when a task needs it, not before.
TASKS: Mapping[str, str] = {
    "tokenize": "annotator.nlp.worker.tokenizer:tokenize",
    "write_tokenizer": "annotator.nlp.worker.tokenizer:write_tokenizer",
    "survey": "annotator.nlp.worker.suggest:survey",
    "suggest": "annotator.nlp.worker.suggest:suggest",
    "learn_sync": "annotator.nlp.worker.learned.tasks:learn_sync",
    "learn_documents": "annotator.nlp.worker.learned.tasks:learn_documents",
    "learn_update": "annotator.nlp.worker.learned.tasks:learn_update",
    "learn_deep": "annotator.nlp.worker.learned.tasks:learn_deep",
    "learn_measure": "annotator.nlp.worker.learned.measuring:learn_measure",
    "pipelines": "annotator.nlp.worker.pipeline:pipelines",
    "write_docbin": "annotator.nlp.worker.docbin:write_docbin",
    "read_docbin": "annotator.nlp.worker.docbin:read_docbin",
    "read_conll": "annotator.nlp.worker.conll:read_conll",
    "selftest": "annotator.nlp.worker.selftest:selftest",
    "selftest_pipeline": "annotator.nlp.worker.selftest:selftest_pipeline",
}
_REPORT_SECONDS = 0.05  # at most 20 progress messages a second


def main() -> int:
    """Serves until the standard input ends; returns the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program decides what Ctrl+C ends
    requests, answers = _take_pipes()
    with requests, answers:
        try:
            serve(requests, answers)
        except BrokenPipeError:
            return 0  # the program is gone
        except messages.ProtocolError as error:
            sys.stderr.write(f"worker: {error}\n")
            return 1
        finally:
            if scratch := os.environ.get(messages.SCRATCH):  # a program that is gone cannot take it away
                shutil.rmtree(scratch, ignore_errors=True)
    return 0


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers request after request; raises messages.ProtocolError for what is none."""
    _send(answers, messages.encode(messages.hello()))
    while (message := messages.read(requests)) is not None:
        number, task, payload = message.get("id"), message.get("task"), message.get("payload")
        if not isinstance(number, int) or not isinstance(task, str) or not isinstance(payload, dict):
            raise messages.ProtocolError("a request lacks its number, task or payload")
        _send(answers, _answer(number, task, payload, answers))


def _answer(number: int, task: str, payload: dict[str, Any], answers: BinaryIO) -> bytes:
    try:
        value = _resolve(task)(payload, _reporter(number, answers))
        _refuse_qt()
        return messages.encode(messages.result(number, value))
    except KnownError as error:
        return messages.encode(messages.failure(number, error.code, error.what, error.todo))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (a defect in one task must not end the worker: it is told to the program)
        traceback.print_exc()
        return messages.encode(messages.failure(number, "", f"{task}: {type(error).__name__}: {error}"[:2_000], ""))


def _resolve(task: str) -> Task:
    if task not in TASKS:
        raise BugError(f"the worker has no task {task!r:.60}")
    module, _, name = TASKS[task].partition(":")
    function: Task = getattr(importlib.import_module(module), name)
    return function


def _reporter(number: int, answers: BinaryIO) -> Report:
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _REPORT_SECONDS or done == total:
            last = now
            _send(answers, messages.encode(messages.progress(number, done, total)))

    return report


def _send(answers: BinaryIO, line: bytes) -> None:
    answers.write(line)
    answers.flush()


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes for messages alone: whatever a library prints goes to the standard error, what it reads is empty."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers


def _refuse_qt() -> None:
    """A worker has no windows; a frozen program loads PySide6 here, but nothing may start it."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        raise BugError("there is a QApplication in the worker")
