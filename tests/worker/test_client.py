"""The worker process as the program meets it: answers, deaths, late replies, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.errors import BugError, KnownError
from annotator.nlp import messages
from annotator.nlp.client import NICENESS, WorkerClient, worker_command, worker_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [sys.executable, "-P", "-c", "from annotator.nlp.worker.serve import main; raise SystemExit(main())"]
TASKS = """
import os, sys, time
from pathlib import Path

def echo(payload, report):
    print("a library says something")
    os.write(1, b"and another writes past Python\\n")
    return {"echo": payload, "input": sys.stdin.read() if sys.stdin else ""}

def count(payload, report):
    for index in range(payload["to"]):
        report(index + 1, payload["to"])
    return {"counted": payload["to"]}

def die(payload, report):
    print("last words", file=sys.stderr)
    os._exit(3)

def die_once(payload, report):
    mark = Path(payload["mark"])
    if not mark.exists():
        mark.touch()
        os._exit(3)
    return {"process": os.getpid()}

def known(payload, report):
    from annotator.errors import KnownError
    raise KnownError("A502", "what happened", "what to do")

def defect(payload, report):
    return {}["missing"]

def write_and_wait(payload, report):
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "model").write_text("words of an article")
        Path(payload["told"]).write_text(folder)
        time.sleep(60)

def wait_for(payload, report):
    while not Path(payload["path"]).exists():
        time.sleep(0.005)
    return {"late": True}

def modules(payload, report):
    return {"loaded": sorted(name for name in sys.modules if "." not in name)}

def window(payload, report):
    from PySide6.QtCore import QCoreApplication
    application = QCoreApplication([])
    keep.append(application)
    return {}

keep = []
"""


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[WorkerClient]:
    """A worker with tasks made for these tests."""
    (tmp_path / "tasks_of_test.py").write_text(TASKS, encoding="utf-8")
    names = [line[4:].partition("(")[0] for line in TASKS.split("\n") if line.startswith("def ")]
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from annotator.nlp.worker import serve\n"
        f"serve.TASKS = {{name: 'tasks_of_test:' + name for name in {names!r}}}\n"
        "raise SystemExit(serve.main())"
    )
    with WorkerClient(command=[sys.executable, "-P", "-c", code]) as client:
        yield client


def test_an_answer_and_nothing_of_what_libraries_print(worker: WorkerClient) -> None:
    payload = {"text": "zo’n \U0001f600\ud83d\u2028", "number": 0.25}
    assert worker.call("echo", payload) == {"echo": payload, "input": ""}


def test_progress_comes_in_order_and_ends_at_the_total(worker: WorkerClient) -> None:
    seen: list[tuple[int, int]] = []
    worker.call("count", {"to": 50_000}, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (50_000, 50_000)
    assert seen == sorted(seen)
    assert len(seen) < 500


def test_errors_arrive_as_what_they_are_and_the_worker_lives_on(worker: WorkerClient) -> None:
    with pytest.raises(KnownError) as caught:
        worker.call("known", {})
    assert (caught.value.code, caught.value.what, caught.value.todo) == ("A502", "what happened", "what to do")
    process = worker.process_id
    with pytest.raises(BugError, match="KeyError"):
        worker.call("defect", {})
    with pytest.raises(BugError, match="no task"):
        worker.call("no such thing", {})
    assert worker.call("count", {"to": 1}) == {"counted": 1}
    assert worker.process_id == process


def test_a_worker_that_dies_is_started_again_and_asked_once_more(worker: WorkerClient, tmp_path: Path) -> None:
    worker.call("count", {"to": 1})
    before = worker.process_id
    answer = worker.call("die_once", {"mark": str(tmp_path / "mark")})
    assert answer["process"] == worker.process_id != before


def test_a_worker_that_dies_twice_is_reported_with_its_last_words(worker: WorkerClient) -> None:
    with pytest.raises(KnownError, match=r"A501.*exit code 3.*last words"):
        worker.call("die", {})
    assert worker.call("count", {"to": 1}) == {"counted": 1}


def test_a_worker_killed_while_idle_is_replaced_unnoticed(worker: WorkerClient) -> None:
    worker.call("count", {"to": 1})
    process = worker.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    assert worker.call("count", {"to": 2}) == {"counted": 2}
    assert worker.process_id != process


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has classes of priority instead, and no way to ask here")
def test_a_worker_in_the_background_gives_way() -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    for is_background, more in ((False, 0), (True, NICENESS)):
        with WorkerClient(command=COMMAND, is_background=is_background) as client:
            client.call("selftest", {})
            assert client.process_id is not None
            assert os.getpriority(os.PRIO_PROCESS, client.process_id) == min(19, own + more if more else own)


def test_a_late_answer_is_dropped(worker: WorkerClient, tmp_path: Path) -> None:
    class GivenUpError(Exception):
        pass

    def give_up(_done: int, _total: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        worker.call("count", {"to": 1_000}, progress=give_up)
    assert worker.call("count", {"to": 3}) == {"counted": 3}


def test_a_task_that_takes_too_long_is_ended(worker: WorkerClient, tmp_path: Path) -> None:
    worker.call("count", {"to": 1})
    process = worker.process_id
    began = time.monotonic()
    with pytest.raises(KnownError, match="A501"):
        worker.call("wait_for", {"path": str(tmp_path / "never")}, timeout=0.05)
    assert time.monotonic() - began < 20  # a guard against hanging, not a timing
    assert not _is_alive(process)


def test_a_worker_that_talks_nonsense_is_not_believed() -> None:
    for code in ("print('hi')", "print('{\"hello\": 999}')", "pass", "import sys; sys.stdout.write('x' * 100)"):
        with WorkerClient(command=[sys.executable, "-c", code]) as client, pytest.raises(KnownError, match="A501"):
            client.call("tokenize", {"texts": []})


def test_a_worker_that_cannot_be_started() -> None:
    with WorkerClient(command=["/no/such/program"]) as client, pytest.raises(KnownError, match="A501"):
        client.call("tokenize", {"texts": []})


def test_closing_ends_the_process_its_threads_and_a_call_that_waits(worker: WorkerClient, tmp_path: Path) -> None:
    worker.call("count", {"to": 1})
    process = worker.process_id
    failed: list[Exception] = []

    def wait() -> None:
        try:
            worker.call("wait_for", {"path": str(tmp_path / "never")})
        except KnownError as error:
            failed.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    worker.close()
    thread.join(10)
    assert len(failed) == 1
    assert not _is_alive(process)
    assert not [one for one in threading.enumerate() if one.name.startswith("worker ")]
    with pytest.raises(BugError):
        worker.call("count", {"to": 1})
    worker.close()


def test_a_worker_that_is_killed_leaves_no_temporary_files(worker: WorkerClient, tmp_path: Path) -> None:
    """As when the window is closed, or a measurement stopped, while it learns: words of articles stand in them."""
    told = tmp_path / "told"

    def wait() -> None:
        with contextlib.suppress(KnownError):
            worker.call("write_and_wait", {"told": str(told)})

    thread = threading.Thread(target=wait)
    thread.start()
    while not (told.exists() and told.read_text()):
        time.sleep(0.01)
    folder = Path(told.read_text())
    assert (folder / "model").exists()
    worker.close()
    thread.join(10)
    assert not folder.exists()
    assert not folder.parent.exists() or "annotator-worker-" not in folder.parent.name


def test_no_zombie_is_left_by_a_death(worker: WorkerClient) -> None:
    worker.call("count", {"to": 1})
    process = worker.process_id
    with pytest.raises(KnownError):
        worker.call("die", {})
    assert not _is_alive(process)  # a zombie would still take signals


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal are POSIX's")
def test_control_c_leaves_the_worker_alone(worker: WorkerClient) -> None:
    worker.call("count", {"to": 1})
    process = worker.process_id
    assert process is not None
    assert os.getpgid(process) != os.getpgrp()
    os.kill(process, signal.SIGINT)
    assert worker.call("count", {"to": 2}) == {"counted": 2}
    assert worker.process_id == process


def test_the_worker_ends_by_itself_when_the_program_is_gone() -> None:
    child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=worker_environment())
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == b'{"hello":1}\n'
    child.stdin.close()
    assert child.wait(10) == 0
    child.stdout.close()


def test_a_worker_whose_program_is_gone_takes_its_temporary_files_away(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = worker_environment() | {messages.SCRATCH: str(scratch)}
    child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment)
    child.communicate(timeout=10)
    assert not scratch.exists()


def test_spacy_is_loaded_by_the_task_that_needs_it_and_windows_are_refused(worker: WorkerClient) -> None:
    loaded = set(worker.call("modules", {})["loaded"])
    assert not loaded & {"spacy", "numpy", "pandas", "sqlite3", "PySide6"}
    with pytest.raises(BugError, match="QApplication"):
        worker.call("window", {})


def test_the_client_imports_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'pandas', 'sqlite3', 'PySide6'}"
    code = f"import sys, annotator.nlp.client; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=worker_environment()
    )
    assert result.stdout.strip() == "[]"


def test_a_file_in_the_users_folder_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "spacy.py").write_text("raise SystemExit('imported from the folder')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert "-P" in worker_command()
    with WorkerClient(command=COMMAND) as client:
        assert client.call("tokenize", {"texts": ["IS-strijders"]})["tokens"] == [[[0, 2], [2, 3], [3, 12]]]


def test_the_program_itself_is_the_command_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with WorkerClient() as client:
        assert client.call("tokenize", {"texts": ["zo’n"]})["tokens"] == [[[0, 4]]]


def test_a_frozen_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]


def test_selftest_and_readiness() -> None:
    began = time.perf_counter()
    with WorkerClient(command=COMMAND) as client:
        assert client.call("selftest", {})["spacy"].startswith("3.")
        ready = time.perf_counter() - began
        assert client.call("tokenize", {"texts": ["", " "]})["tokens"] == [[], []]
    # 1.2 to 1.7 s on two cores; ten times that is a fault, not noise.
    assert ready < 20


def _is_alive(process: int | None) -> bool:
    assert process is not None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
