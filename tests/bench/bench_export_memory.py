"""The most memory that exports take, program and worker, by the number of articles: the table in docs/performance.md.

    python -m tests.bench.bench_export_memory --sizes 1000,10000
    python -m tests.bench.bench_export_memory --sizes 1000,10000,50000 --formats spacy --listed

Each export with its check runs in a process of its own; memory is the most that was resident.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.core.decision import Decision, Operation, Status
from annotator.core.document import Document
from annotator.core.span import Argument, Event, Span
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.exporting import ExportRequest, export
from annotator.services.projects import scheme_of
from annotator.services.registry import FORMATS
from annotator.services.schemes import load_builtin
from annotator.services.session import new_id
from annotator.services.working import worker
from annotator.store.project import Project
from tests.bench.corpus import ACTOR, article, operation

WORDS, NAME_EVERY = 150, 17
BATCH = 200
WRITERS = tuple(one.name for one in FORMATS if one.writer)
_UNIT = 1024 if sys.platform != "darwin" else 1  # bytes of ru_maxrss


class Taken(NamedTuple):
    """Of one export: most memory in MB, processor time in seconds, spans that went in and were listed."""

    program: float
    worker: float
    seconds: float
    spans: int
    listed: int


def make(path: Path, articles: int, *, is_listed: bool = False) -> None:
    """A project of done articles: eight entities and two events each; with `is_listed` most are off the tokens."""
    project = _empty(path)
    try:
        with project.transaction():
            for first in range(0, articles, BATCH):
                documents: list[Document] = []
                drafts: list[Operation] = []
                for number in range(first, min(first + BATCH, articles)):
                    document, names = article(f"a{number:06d}", WORDS, seed=number, spans_every=NAME_EVERY)
                    documents.append(document)
                    spans = list(_spans(names, is_listed=is_listed and number % 33 > 0))
                    made = [Decision(document.id, "span", span.id, None, span) for span in spans]
                    status = Decision(document.id, "status", "", Status("todo"), Status("done"))
                    drafts.append(operation(document.id, [*made, status], kind="import"))
                project.add_documents(documents)
                project.append_many(drafts)
        project.checkpoint()
    finally:
        project.close()


def _empty(path: Path) -> Project:
    """A new project on conflict-nl, with the tokenizer of the program: a spaCy corpus takes it along."""
    scheme = load_builtin("conflict-nl")
    return Project.create(
        path, scheme=scheme.source, scheme_name=scheme.name, scheme_version=scheme.version,
        tokenizer=SETTINGS, tokenizer_hash=settings_hash(SETTINGS),
    )  # fmt: skip


def _spans(names: Sequence[tuple[str, int, int]], *, is_listed: bool) -> Iterator[Span]:
    cut = 1 if is_listed else 0  # inside a token
    ids = [new_id() for _ in names]
    for id, (label, start, end) in zip(ids, names, strict=True):
        yield Span(id, "entities", label, ((start, end - cut),), origin="added")
    for place in (0, 1):
        start, end = names[place][1:]
        role = (Argument("PLACE", ids[-1]),)
        yield Event(new_id(), "events", "ATTACK", ((start, end - cut),), {"factuality": "ASSERTED"}, arguments=role)


def once(project: Path, name: str, out: Path) -> Taken:
    """One export in this process, with its worker."""
    with Project.open(project, read_only=True) as opened, worker() as call:
        report = export(opened, scheme_of(opened), call, ExportRequest(name, out, ACTOR))
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(
        _most_resident() or own.ru_maxrss * _UNIT / 1e6,
        below.ru_maxrss * _UNIT / 1e6,
        own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime,
        report.spans_in,
        len(report.listed),
    )


def _most_resident() -> float:
    """MB of this process alone; ru_maxrss of Linux begins with what its parent had. 0 where nothing says it."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM:")), 0.0)


def measured(project: Path, name: str, folder: Path) -> Taken:
    """One export in a process of its own, into a folder that is thrown away."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        command = [sys.executable, "-m", "tests.bench.bench_export_memory", "--once", name, str(project), f"{out}/out"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr[-2000:]}")
    return Taken(*json.loads(done.stdout))


def made(folder: Path, articles: int, *, is_listed: bool = False) -> Path:
    """The project of so many articles in `folder`, made in another process if it is not there yet."""
    path = folder / f"{'listed' if is_listed else 'plain'}-{articles}.annotator"
    if not path.exists():
        command = [sys.executable, "-m", "tests.bench.bench_export_memory", "--make", str(articles), str(path)]
        subprocess.run([*command, *(["--listed"] if is_listed else [])], check=True)
    return path


def main() -> None:
    """Measures, or does one of the two works that are measured apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--formats", default=",".join(WRITERS))
    parser.add_argument("--listed", action="store_true", help="97 %% of the spans are off the tokens")
    parser.add_argument("--folder", type=Path, help="keeps the projects for the next time")
    parser.add_argument("--once", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        name, project, out = given.once
        sys.stdout.write(json.dumps(once(Path(project), name, Path(out))))
    elif given.make:
        make(Path(given.make[1]), int(given.make[0]), is_listed=given.listed)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            _table(given.folder or Path(scratch), given.formats.split(","), given.sizes.split(","), given.listed)


def _table(folder: Path, names: Sequence[str], sizes: Sequence[str], is_listed: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    projects = {int(size): made(folder, int(size), is_listed=is_listed) for size in sizes}
    print("format, articles: MB of program, of worker; seconds of the processor; spans, listed")
    for name in names:
        for size, project in projects.items():
            start = time.perf_counter()
            one = measured(project, name, folder)
            print(
                f"{name:16} {size:7,}: {one.program:6.1f} {one.worker:6.1f}; {one.seconds:6.1f}; {one.spans:8,} "
                f"{one.listed:8,}  ({time.perf_counter() - start:.0f} s by the clock)",
                flush=True,
            )


if __name__ == "__main__":
    main()
