"""The longest turns of the window's thread while the place Agreement makes its page anew.

    xvfb-run -a .venv/bin/python -m tests.bench.bench_agreement_page [--documents 500] [--times 9]

Three annotators who finished every article, with spans that are missed, moved and called something else. What a turn
is, and own work, is said in `bench_turns`.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
from pathlib import Path

from annotator.gui.places import AGREEMENT
from annotator.store.project import Project
from tests.bench import bench_desk, corpus
from tests.bench.bench_desk import Bench, say
from tests.bench.heart import Heart

NAMES = ("anna", "bram", "carla")
LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "WEAPON", "VEHICLE", "DATE", "TIME", "DURATION", "CARDINAL")
MISSED, RELABELLED = 0.1, 0.2
WORDS = 300


def compared(path: Path, documents: int) -> Project:
    """A project in which all three have finished every article."""
    chance = random.Random(3)
    project = corpus.empty(path)
    made = [corpus.article(f"a{number:04d}", WORDS, seed=number, spans_every=9) for number in range(documents)]
    with project.transaction():
        project.add_documents(document for document, _ in made)
        for document, names in made:
            for actor in NAMES:
                found = [
                    (chance.choice(LABELS) if chance.random() < RELABELLED else label, start, end)
                    for label, start, end in names
                    if chance.random() > MISSED
                ]
                done = corpus._status(document.id, "done")
                project.append_many([corpus.spans_of(document.id, found, actor=actor), done._replace(actor=actor)])
    return project


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
    say(f"{os.uname().machine}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {bench_desk.QPlatform()}")
    with tempfile.TemporaryDirectory() as folder, compared(Path(folder) / "page.annotator", given.documents) as project:
        bench = Bench(project, "a0000")
        heart = Heart(bench.window)
        places = bench.window.places
        places.go(AGREEMENT)
        place = places.agreement()
        bench.rest(300)
        with heart.listen() as turns:
            while place.measured is None:
                bench.rest(20)
            bench.rest(1_000)
        say(f"  measured, first page   {turns.said()}")
        walls, works = [], []
        for _ in range(given.times):
            with heart.listen() as turns:
                place._show()
                bench.rest(700)
            walls.append(max(turns.walls))
            works.append(max(turns.works))
        for name, found in (("by the clock", walls), ("own work", works)):
            say(f"  longest turn of a page, {name}: median {statistics.median(found):.0f}, most {max(found):.0f} ms")
        bench.close()
    say(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
