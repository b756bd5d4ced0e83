"""Measures the window: `python -m tests.bench.bench_desk`; as a test of ratios: `pytest tests/bench/bench_desk.py`.

Real key events go to the real window; a time ends when the paint that follows is on the screen, with the decision
durable on disk. Times are in milliseconds. The platform is QT_QPA_PLATFORM's, or what `xvfb-run` gives.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.app import application
from annotator.gui.article import selection as selecting
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.store.project import Project
from tests.bench import corpus

ROOT = Path(__file__).parents[2]
SIZE = (1440, 900)
KEYS = {
    "Enter": (Qt.Key.Key_Return, ""), "Backspace": (Qt.Key.Key_Backspace, ""), "Tab": (Qt.Key.Key_Tab, ""),
    "PageDown": (Qt.Key.Key_PageDown, ""), "Down": (Qt.Key.Key_Down, ""), "Delete": (Qt.Key.Key_Delete, ""),
}  # fmt: skip
Times = dict[str, list[float]]
PAUSE = 45  # milliseconds between two keys of somebody quick


def share(times: list[float], part: float) -> float:
    """The time that this part of all is not above."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_done = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.is_done = True
        return False


class Bench:
    """A window on a project, with keys that are timed to the paint that follows."""

    def __init__(self, project: Project, document: str | None = None, *, pause: int = PAUSE) -> None:
        self.pause = pause
        self.app = application(look="light")
        self.session = Session(project, load_builtin("conflict-nl"), corpus.ACTOR)
        self.window = MainWindow(self.session, theme=LIGHT)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.open_first(document)
        self.painted = Painted(self.window.article.viewport())
        self.listed = Painted(self.window.queue.list.viewport())
        self.settle()

    def settle(self, milliseconds: int = 400) -> None:
        """Lets everything that was put off be done, as between two keys of a person."""
        self.rest(milliseconds)
        while self.window.article._idle.isActive():
            self.app.processEvents()
        self.window._use_idle_time()

    def rest(self, milliseconds: int | None = None) -> None:
        """What the program does between two keys."""
        milliseconds = self.pause if milliseconds is None else milliseconds
        # A loop that waits, as the program's own does; one that asks without end would take its turns from threads.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def key(self, chord: str, *, into: QWidget | None = None, seen: Painted | None = None) -> float:
        """Milliseconds from a key event to the end of the paint it leads to."""
        *names, name = chord.split("+")
        key, text = KEYS.get(name, (Qt.Key(ord(name[-1].upper())), name))
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in names:
            modifiers |= getattr(Qt.KeyboardModifier, f"{'Control' if one == 'Ctrl' else one}Modifier")
        press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "" if names else text)
        painted, target = seen or self.painted, into or self.window.article
        painted.is_done = False
        until = time.perf_counter() + 10
        begin = time.perf_counter()
        QGuiApplication.sendEvent(target, press)
        # Posted events alone, the paint among them: what the program puts off is timed by itself, as `beside`.
        while not painted.is_done and time.perf_counter() < until:
            self.app.sendPostedEvents()
        took = 1_000 * (time.perf_counter() - begin)
        if not painted.is_done:
            raise AssertionError(f"{chord} painted nothing: {self.window.status.message.text()}")
        return took

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()


def actions(bench: Bench, rounds: int) -> Times:
    """Accept, reject, relabel, resize, add and undo, on what is near the place that is shown."""
    names = ("accept", "reject", "relabel", "resize", "add", "undo", "beside, 12 ms later")
    times: Times = {name: [] for name in names}
    view, state = bench.window.article, lambda: bench.session.state("long")
    bench.key("Tab")
    for number in range(rounds):
        times["accept"].append(bench.key("Enter"))
        begin = time.perf_counter()
        bench.window.settle()
        bench.app.sendPostedEvents()
        times["beside, 12 ms later"].append(1_000 * (time.perf_counter() - begin))
        bench.rest()
        times["undo"].append(bench.key("Ctrl+Z"))
        bench.rest()
        times["reject"].append(bench.key("Backspace"))
        bench.rest()
        times["undo"].append(bench.key("Ctrl+Z"))
        bench.rest()
        mark = view.current
        after = next(id for id in spans_after(bench, mark.fragments[0][0] if mark else 0))
        view.set_current(after)  # behind the last one it is the first again, which would be painted nowhere
        bench.rest()
        label = state().spans[after].label
        times["relabel"].append(bench.key("o" if label != "ORG" else "g"))
        bench.rest()
        view.set_current(after, scroll=False)
        times["resize"].append(bench.key("}"))
        bench.rest()
        times["resize"].append(bench.key("{"))
        bench.rest()
        view.set_selection(selecting.over(view.document, *free_word(bench, after)), scroll=False)
        bench.rest()
        times["add"].append(bench.key("l"))
        bench.rest()
        times["undo"].append(bench.key("Ctrl+Z"))
        bench.rest()
        bench.key("Tab")
        bench.rest()
        if number % 50 == 49:
            bench.settle(0)  # the upkeep of idle time, as it comes in a working day
    return times


def spans_after(bench: Bench, position: int) -> list[str]:
    """Decided spans on or after a position, in sight where it is."""
    spans = bench.session.state("long").spans.values()
    found = sorted((span.start, span.id) for span in spans if span.start >= position)
    return [id for _, id in found] or [next(iter(bench.session.state("long").spans))]


def free_word(bench: Bench, id: str) -> tuple[int, int]:
    """A word behind a span that nothing stands on."""
    state, book = bench.session.state("long"), bench.window.article.book
    index = state.document.tokens.index_at(state.spans[id].end) + 1
    while True:
        start, end = state.document.tokens.ranges[index]
        if end - start > 1 and not book.at(start, end=end):
            return start, end
        index += 1


def opening(bench: Bench, rounds: int) -> list[float]:
    """From the key for the next article to its paint, articles of 200 spans each, each for the first time."""
    first = bench.window.queue.model.number_of("b000")
    bench.window.desk.open(bench.window.queue.model.id_at(first))
    bench.settle()
    times = []
    for _ in range(min(rounds, corpus.LARGE - 1)):
        times.append(bench.key("Alt+Down"))
        bench.rest(60)
    return times


def paging(bench: Bench, rounds: int) -> list[float]:
    """Page down in the list, from the key to the paint of the list."""
    rows = bench.window.queue.list
    rows.setCurrentIndex(bench.window.queue.model.index(0))
    rows.setFocus()
    bench.settle()
    times = []
    for _ in range(rounds):
        times.append(bench.key("PageDown", into=rows, seen=bench.listed))
        bench.rest(5)
    bench.settle()
    return times


FILTERS = (
    "ziekenhuis", "Tal Afar", "kon", "status:klaar", "status:open label:GPE", "datum:2018 Raqqa", "suggesties:ja",
    "verschil:ja", "sorteer:-datum", "bron:anp brug",
)  # fmt: skip


def forget(path: Path) -> None:
    """Has the system forget what it read of a file, so that the next reads come from the disk."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def filtering_cold(project: Project) -> dict[str, tuple[float, float]]:
    """As `filtering`, each filter the first that is asked in a window of its own, of a file nobody has read before."""
    found: dict[str, tuple[float, float]] = {}
    for text in FILTERS:
        forget(project.path)
        bench = Bench(project)
        found |= filtering(bench, (text,))
        bench.close()
    return found


def filtering(bench: Bench, texts: tuple[str, ...] = FILTERS) -> dict[str, tuple[float, float]]:
    """From the last letter of a filter to the paint of the first lines it asks for; letters come every 40 ms.

    By the clock, and of all the process's processor time.
    """
    queue, line = bench.window.queue, bench.window.queue.filter
    found: dict[str, tuple[float, float]] = {}
    begun: list[bool] = []

    def note() -> None:
        bench.listed.is_done = False
        if not queue._typing.isActive():
            begun.append(True)

    queue.begun.connect(note)
    queue.filtered.connect(note)
    for text in texts:
        line.clear()
        bench.settle(600)
        for letter in text[:-1]:
            QGuiApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
            bench.rest(40)
        begin, worked = time.perf_counter(), time.process_time()
        QGuiApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text[-1]))
        begun.clear()
        bench.listed.is_done = False
        while queue._typing.isActive() or (queue._is_searching and not begun):
            bench.rest(1)
        while not bench.listed.is_done and time.perf_counter() < begin + 10:
            bench.app.sendPostedEvents()
            bench.app.processEvents()
        found[text] = 1_000 * (time.perf_counter() - begin), 1_000 * (time.process_time() - worked)
    return found


def commits(folder: Path, rounds: int) -> list[float]:
    """What one durable commit of one row costs on this disk at this moment, without this program."""
    connection = sqlite3.connect(folder / "commits.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE rows (value TEXT)")
    times = []
    for _ in range(rounds):
        time.sleep(0.02)
        begin = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rows VALUES (?)", ("x" * 700,))
        connection.execute("COMMIT")
        times.append(1_000 * (time.perf_counter() - begin))
    connection.close()
    return times


def plain_python(pause: int) -> float:
    """Milliseconds of a piece of work in plain Python after the same pause: what the machine makes of it."""
    value = [{"number": number, "text": str(number)} for number in range(60)]
    times = []
    for _ in range(60):
        time.sleep(pause / 1_000)
        begin = time.perf_counter()
        for _ in range(6):
            json.loads(json.dumps(value, sort_keys=True))
        times.append(1_000 * (time.perf_counter() - begin))
    return statistics.median(times)


def starts(project: Path | None, *, settle: bool = False) -> tuple[float, float, float, float]:
    """(seconds to the first paint, of the processor, resident megabytes, those of its own) of a process of its own."""
    more = [] if project is None else [str(project), *(["--settle"] if settle else [])]
    command = [sys.executable, "-m", "tests.bench.first_paint", repr(time.time()), *more]
    # As an installed copy is: with its modules compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / "bench-desk-compiled"))
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    seconds, worked, resident, own = map(float, done.stdout.split()[-4:])
    return seconds, worked, resident, own


# -- as a program -------------------------------------------------------------------------------------------


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_times(name: str, times: list[float]) -> None:
    quick = share(times, 0.5)
    say(f"  {name:<28}{quick:8.2f}{share(times, 0.95):8.2f}{share(times, 0.99):8.2f}{max(times):8.1f}   n {len(times)}")


def all_actions(folder: Path, rounds: int, pause: int) -> None:
    plain = f"plain Python after it {plain_python(pause):.2f}, without {plain_python(0):.2f}"
    say(f"pause between two keys {pause} ms; {plain}")
    say(f"event to finished paint, durable, ms {'':>2}{'p50':>6}{'p95':>8}{'p99':>8}{'max':>8}")
    makers: dict[str, Callable[[Path], Project]] = {
        "news article": corpus.news,
        "200,000 characters, 5,000 spans": lambda path: corpus.long_one(path, 200_000, 5_000, is_one_paragraph=False),
        "the same as one paragraph": lambda path: corpus.long_one(path, 200_000, 5_000, is_one_paragraph=True),
    }
    say_times("one commit of one row, alone", commits(folder, rounds))
    for number, (name, make) in enumerate(makers.items()):
        with make(folder / f"{number}.annotator") as project:
            bench = Bench(project, pause=pause)
            say(f" {name}")
            for action, times in actions(bench, rounds).items():
                say_times(action, times)
            bench.close()


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--project", type=Path, help="a project made by an earlier run, or where to make one")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--pause", type=int, default=PAUSE, help="milliseconds between two keys")
    parser.add_argument("--parts", default="actions,list,start")
    given = parser.parse_args()
    say(f"{os.uname().machine}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {QPlatform()}")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if "actions" in given.parts:
            all_actions(folder, given.rounds, given.pause)
        if "list" not in given.parts and "start" not in given.parts:
            return
        path = given.project or folder / "many.annotator"
        if not path.exists():
            corpus.many(path, given.documents).close()
        if "list" in given.parts:
            with Project.open(path) as project:
                bench = Bench(project)
                say(f" {len(bench.window.queue.model.ids)} articles")
                say_times("open, 200 spans", opening(bench, given.rounds))
                say_times("page down in the list", paging(bench, given.rounds))
                for text, (took, worked) in filtering(bench).items():
                    say(f"  filter {text:<24}{took:8.1f}   processor {worked:6.1f}")
                bench.close()
                for text, (took, worked) in filtering_cold(project).items():
                    say(f"  filter, from the disk, {text:<24}{took:8.1f}   processor {worked:6.1f}")
        if "start" in given.parts:
            starts(path)  # compiles what is not compiled yet
            runs = [(starts(None), starts(path)) for _ in range(7)]
            for number, name in enumerate(("seconds", "seconds of the processor")):
                bare = statistics.median(one[number] for one, _ in runs)
                ours = statistics.median(one[number] for _, one in runs)
                say(f" first paint, {name}: empty window {bare:.3f}, desk {ours:.3f}, ratio {ours / bare:.2f}")
            _, _, resident, own = starts(path, settle=True)
            say(f" memory of the desk at rest: {resident:.0f} MB, its own {own:.0f} MB")
    say(f"load {os.getloadavg()[0]:.1f}")


def QPlatform() -> str:
    application(look="light")
    return QApplication.platformName()


# -- as tests: only ratios, since machines differ -----------------------------------------------------------


@pytest.mark.qt_log_ignore(".*", extend=True)
def test_an_action_costs_no_more_in_a_long_article(tmp_path: Path) -> None:
    middles = {}
    for name, make in (
        ("news", corpus.news),
        ("long", lambda path: corpus.long_one(path, 200_000, 5_000, is_one_paragraph=False)),
        ("one paragraph", lambda path: corpus.long_one(path, 200_000, 5_000, is_one_paragraph=True)),
    ):
        with make(tmp_path / f"{name}.annotator") as project:
            bench = Bench(project)
            times = actions(bench, 12)
            middles[name] = statistics.median(time for one in times.values() for time in one)
            bench.close()
    assert middles["long"] < 6 * middles["news"], middles
    assert middles["one paragraph"] < 6 * middles["news"], middles


@pytest.mark.qt_log_ignore(".*", extend=True)
def test_a_page_of_the_list_costs_no_more_in_a_long_list(tmp_path: Path) -> None:
    middles = []
    for number in (200, 3_000):
        with corpus.many(tmp_path / f"{number}.annotator", number) as project:
            bench = Bench(project)
            middles.append(statistics.median(paging(bench, 12)))
            bench.close()
    assert middles[1] < 3 * middles[0], middles


if __name__ == "__main__":
    main()
