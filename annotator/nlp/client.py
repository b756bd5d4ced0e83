"""The program's side of the worker process: starts it, asks, waits, restarts it once, ends it."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from annotator.errors import CODES, BugError, KnownError
from annotator.nlp import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    Progress = Callable[[int, int], None]

ATTEMPTS = 2  # a request is sent again once when the worker dies of it
START_SECONDS = 60.0  # a cold start from a slow disk takes long; a warm one 0.2 s
TASK_SECONDS = 600.0
NICENESS = 10  # of a worker in the background
GRACE_SECONDS = 3.0  # for an idle worker to end by itself
_SCRATCH_NAMES = (messages.SCRATCH, "TMPDIR", "TEMP", "TMP")  # the last three tell Python where temporary files go
_TAIL_LINES = 8  # of its standard error, for the message when it has died


class _DiedError(Exception):
    """The worker ended, or sent what is no message."""


def worker_command() -> list[str]:
    """The command that starts a worker: this very program, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    # -P: a file named spacy.py in the folder where the user happens to stand must not be imported.
    return [sys.executable, "-P", "-m", "annotator", "--worker"]


def worker_environment() -> dict[str, str]:
    """The environment of a worker: UTF-8, this package importable, one thread for linear algebra."""
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        home = str(Path(__file__).parents[2])
        paths = [home, *filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))]
        environment["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(paths))
    environment["PYTHONUTF8"] = "1"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        environment.setdefault(name, "1")
    return environment


class WorkerClient:
    """Calls tasks of a worker process, started with the first call; one call at a time, from any thread."""

    def __init__(self, *, command: Sequence[str] | None = None, is_background: bool = False) -> None:
        """`is_background`: the worker gives way to the window and whatever else a person waits for."""
        self._command = list(command) if command is not None else worker_command()
        self._is_background = is_background
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._number = 0
        self._is_closed = False

    def __enter__(self) -> WorkerClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the running worker, or None."""
        child = self._child
        return child.process.pid if child else None

    def call(
        self,
        task: str,
        payload: Mapping[str, Any],
        *,
        progress: Progress | None = None,
        timeout: float = TASK_SECONDS,
    ) -> dict[str, Any]:
        """The task's result; `progress(done, total)` is called in this thread, `timeout` is in seconds.

        A worker that dies of the request is started afresh and asked once more; then, or when it does
        not answer in time, KnownError A501. The task's own KnownError is raised as it is, a defect in
        it as BugError. What `progress` raises ends the call; the late answer is dropped.
        """
        with self._lock:
            if self._is_closed:
                raise BugError("the worker client is closed")
            deadline = time.monotonic() + timeout
            why = ""
            for _ in range(ATTEMPTS):
                try:
                    return self._ask(task, dict(payload), progress, deadline)
                except _DiedError as death:
                    why = str(death)
                    self._drop()
            raise KnownError("A501", f"the worker ended twice while doing {task!r}: {why}", _TODO)

    def close(self) -> None:
        """Ends the worker and waits for it; later calls are refused. A call going on in another thread fails."""
        self._is_closed = True
        while not self._lock.acquire(timeout=0.1):
            if child := self._child:
                child.kill()  # a call waits for it in another thread
        try:
            self._drop()
        finally:
            self._lock.release()

    def _ask(self, task: str, payload: dict[str, Any], progress: Progress | None, deadline: float) -> dict[str, Any]:
        if self._is_closed:
            raise KnownError("A501", "the worker was ended", "start again")
        self._number += 1
        number = self._number
        line = messages.encode(messages.request(number, task, payload))
        if self._child is None:
            self._child = _Child(self._command, is_background=self._is_background)
        child = self._child
        child.send(line)
        while True:
            message = child.next(deadline)
            if message is None:
                child.kill()
                self._drop()
                raise KnownError("A501", f"the worker did not finish {task!r} in time", _TODO)
            if message.get("id") != number:
                continue  # the late answer to a call that was given up
            if "progress" in message:
                if progress is not None:
                    done, total = message["progress"]
                    progress(done, total)
            elif "error" in message:
                raise _error_of(message["error"])
            elif isinstance(message.get("result"), dict):
                return cast("dict[str, Any]", message["result"])
            else:
                raise _DiedError(f"it sent {str(message)[:80]!r}")

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


_TODO = "go on without suggestions, or start the program again; `annotator selftest` tells more"


def _error_of(error: Mapping[str, str]) -> Exception:
    code, what, todo = error["code"], error["what"], error["todo"]
    return KnownError(code, what, todo) if code in CODES else BugError(what)


def _scratch_folder() -> str:
    """A folder for what a worker writes for the time being; "" where there is no room for one, then it has the usual.

    A worker that is killed while it learns cannot take away what it wrote, in which words of the articles stand.
    """
    try:
        return tempfile.mkdtemp(prefix="annotator-worker-")
    except OSError:
        return ""


class _Child:
    """One worker process with the threads that read what it writes."""

    def __init__(self, command: Sequence[str], *, is_background: bool = False) -> None:
        # Its own session: Ctrl+C in the terminal is the program's to handle, the worker ends with its pipe.
        options: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
            options = {"creationflags": flags | (subprocess.BELOW_NORMAL_PRIORITY_CLASS if is_background else 0)}
        self._scratch = _scratch_folder()
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=worker_environment() | dict.fromkeys(_SCRATCH_NAMES if self._scratch else (), self._scratch),
                **options,
            )
        except OSError as error:
            shutil.rmtree(self._scratch, ignore_errors=True)
            raise KnownError("A501", f"the worker cannot be started: {error}", _TODO) from error
        if is_background and sys.platform != "win32":
            with contextlib.suppress(OSError):  # gone already, or not allowed: then it is as quick as the rest
                os.setpriority(os.PRIO_PROCESS, self.process.pid, os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)
        self._messages: queue.SimpleQueue[messages.Message | str] = queue.SimpleQueue()
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        self._threads = [
            threading.Thread(target=self._read_messages, name="worker answers", daemon=True),
            threading.Thread(target=self._read_errors, name="worker errors", daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        try:
            self._greet()
        except BaseException:
            self.end()
            raise

    def send(self, line: bytes) -> None:
        """Writes one request; raises _DiedError when nobody reads any more."""
        try:
            self._stdin.write(line)
            self._stdin.flush()
        except (OSError, ValueError) as error:
            raise _DiedError(self._last_words("its input is closed")) from error

    def next(self, deadline: float) -> messages.Message | None:
        """The next message, None when the deadline has passed; raises _DiedError at the end of its output."""
        try:
            message = self._messages.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None
        if isinstance(message, str):
            raise _DiedError(self._last_words(message))
        return message

    def kill(self) -> None:
        """Ends it at once; `end` is still to be called."""
        self.process.kill()

    def end(self) -> None:
        """Closes its input, waits a little, then kills; leaves no process, thread, pipe or file behind."""
        with contextlib.suppress(OSError):  # it died with a request half written
            self._stdin.close()
        try:
            self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    @property
    def _stdin(self) -> IO[bytes]:
        return cast("IO[bytes]", self.process.stdin)

    def _greet(self) -> None:
        message = self.next(time.monotonic() + START_SECONDS)
        if message is None:
            raise _DiedError(f"it said nothing for {START_SECONDS:.0f} s")
        if message != messages.hello():
            raise _DiedError(f"it greets with {str(message)[:80]!r}; another version of the program?")

    def _read_messages(self) -> None:
        stream = cast("Any", self.process.stdout)
        why = "it ended"
        try:
            while (message := messages.read(stream)) is not None:
                self._messages.put(message)
        except (messages.ProtocolError, OSError, ValueError) as error:
            why = str(error)
            self.process.kill()
        self._messages.put(why)

    def _read_errors(self) -> None:
        for line in cast("IO[bytes]", self.process.stderr):
            self._tail.append(line[:500].decode("utf-8", "replace").rstrip())

    def _last_words(self, why: str) -> str:
        try:
            code: object = self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            code = "none yet"
        self._threads[1].join(GRACE_SECONDS)
        last = f"; it last said: {self._tail[-1]}" if self._tail else ""
        return f"{why} (exit code {code}{last})"
