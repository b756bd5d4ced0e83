"""The longest turns of the window's thread while much is decided in the background.

    xvfb-run -a .venv/bin/python -m tests.bench.bench_turns [--documents N] [--stacks] [--learning SECONDS]

A word that stands some two times in each article is looked up in all of them and labelled there, to the end of what
follows; then that is taken back, brought back, and given another label. With `--learning`, suggestions are measured
instead, in their worker, for so many seconds. A turn is what lies between two beats of a
timer in the window's thread, less its interval; own work is the processor time of that thread in a turn.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.command import ApplyToAll, CreateSpan, Redo, RelabelAll, Undo
from annotator.gui.inspector.places import PlacesSheet
from annotator.gui.places import LEARNING
from annotator.store.project import Project
from tests.bench import bench_desk, corpus
from tests.bench.bench_desk import Bench, say
from tests.bench.heart import Heart, Turns

if TYPE_CHECKING:  # loaded with the first visit, as for users
    from annotator.gui.learning.place import LearningPlace

WORD = "troepen"


def waited(bench: Bench, least: float = 0.3) -> None:
    """Lets the loop run until the work is over, and what follows it as well."""
    bench.rest(50)
    while bench.window.desk.work.is_running:
        bench.rest(20)
    bench.rest(round(1_000 * least))


def tell(name: str, turns: Turns, *, with_stacks: bool) -> None:
    say(f"  {name:<22}{turns.said()}")
    if with_stacks:
        for since, stacks in sorted(turns.stacks, reverse=True)[:3]:
            say(f"    after {since:.0f} ms without a beat:\n{stacks}")


def labelled(bench: Bench, heart: Heart, *, with_stacks: bool) -> None:
    """Labels the word everywhere, takes it back, brings it back, and gives it another label."""
    desk = bench.window.desk
    state = desk.session.state("a000001")
    start = state.document.text.index(WORD)
    made = desk.do(
        CreateSpan(document="a000001", layer="entities", label="ORG", fragments=((start, start + len(WORD)),))
    )
    assert made.operation is not None, made.rejection
    id = made.operation.decisions[0].target
    bench.settle()
    bench.window.article.set_current(id)
    with heart.listen(with_stacks=with_stacks) as turns:
        bench.window.keys.run("apply_everywhere")
        sheet = bench.window.article.findChildren(PlacesSheet)[-1]
        while sheet._is_looking:
            bench.rest(20)
    tell(f"looked up ({sheet.list.count():,})", turns, with_stacks=with_stacks)
    with heart.listen(with_stacks=with_stacks) as turns:
        sheet.close_sheet()
        bench.rest(300)
    tell("closed again", turns, with_stacks=with_stacks)
    everywhere = ApplyToAll(document="a000001", span=id, scope="undone")
    steps = (
        ("labelled everywhere", everywhere), ("taken back", Undo()), ("brought back", Redo()),
        ("another label", RelabelAll(document="a000001", span=id, label="NORP", scope="undone")),
    )  # fmt: skip
    for name, command in steps:
        found: list[int] = []
        with heart.listen(with_stacks=with_stacks) as turns:
            desk.work.begin(command, name, lambda outcome: found.append(len(outcome.changes)))  # noqa: B023
            waited(bench)
        tell(f"{name} ({found[0]:,})", turns, with_stacks=with_stacks)


def finished(path: Path) -> Project:
    """A news article, and 45 of 500 words that are done."""
    project = corpus.news(path)
    made = [corpus.article(f"a{number:04d}", 500, seed=number) for number in range(45)]
    with project.transaction():
        project.add_documents(document for document, _ in made)
        for document, names in made:
            project.append_many([corpus.spans_of(document.id, names), corpus._status(document.id, "done")])
    return project


def learnt(bench: Bench, heart: Heart, seconds: float, *, with_stacks: bool) -> None:
    """Goes to the place Learning for the first time, measures there for some seconds, stops that, and comes back."""
    places = bench.window.places
    found: list[LearningPlace] = []

    def until(condition: Callable[[], bool], most: float) -> None:
        last = time.perf_counter() + most
        while condition() and time.perf_counter() < last:
            bench.rest(20)

    def go() -> None:
        places.go(LEARNING)
        found.append(places.learning())
        until(lambda: found[0].sections is None, 10.0)

    def measure() -> None:
        found[0].measure()
        until(lambda: found[0].is_measuring, seconds)

    def stop() -> None:
        if found[0].is_measuring:
            found[0].cancel()

    for name, act in (("to Learning", go), ("measuring", measure), ("stopped", stop), ("back", lambda: places.go(0))):
        with heart.listen(with_stacks=with_stacks) as turns:
            act()
            bench.rest(500)
        tell(name, turns, with_stacks=with_stacks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--learning", type=int, default=0, help="measure for so many seconds instead, 45 articles done")
    parser.add_argument("--stacks", action="store_true", help="what all threads were at in the longest turns")
    given = parser.parse_args()
    say(f"{os.uname().machine}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {bench_desk.QPlatform()}")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "turns.annotator"
        with finished(made) if given.learning else corpus.many(made, given.documents) as project:
            bench = Bench(project, "long" if given.learning else "a000001")
            heart = Heart(bench.window)
            with heart.listen() as turns:
                bench.rest(2_000)
            tell("at rest", turns, with_stacks=False)
            if given.learning:
                learnt(bench, heart, given.learning, with_stacks=given.stacks)
            else:
                labelled(bench, heart, with_stacks=given.stacks)
            bench.close()
    say(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
