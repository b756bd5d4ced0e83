"""Makes schema-N.annotator with the program of today; run once, when a schema is released, and never again.

    python tests/data/make_schema_sample.py

A sample is a project as users have it: one of the sample articles with suggestions, all accepted by one annotator,
some of it undone, decided on, commented and finished, and begun by a second one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.core.command import AcceptAbove, AddComment, Redo, Reject, SetStatus, Undo
from annotator.resources import seed
from annotator.services import projects
from annotator.services.importing import import_paths
from annotator.services.suggesting import suggest
from annotator.services.working import worker
from annotator.store.migrations import newest

FOLDER = Path(__file__).parent


def make(path: Path) -> None:
    with projects.create_project(path) as project, worker() as call:
        scheme = projects.scheme_of(project)
        articles = sorted(seed("articles").glob("*.txt"))[:2]
        import_paths(project, scheme, call, articles, format_name="text")
        suggest(project, scheme, [call])
        first, second = project.document_ids()
        anna = projects.open_session(project, "anna")
        rejected = next(iter(project.suggestions(first)))
        for command in (
            Reject(document=first, suggestion=rejected),
            AcceptAbove(document=first, threshold=0.0),
            Undo(document=first),
            Redo(document=first),
            AddComment(document=first, text="Twee plaatsen met één naam?"),
            SetStatus(document=first, status="done"),
        ):
            outcome = anna.do(command)
            assert outcome.operation is not None, outcome.rejection
        bram = projects.open_session(project, "bram")
        assert bram.do(AcceptAbove(document=second, threshold=0.8)).operation
        project.checkpoint()


if __name__ == "__main__":
    place = FOLDER / f"schema-{newest()}.annotator"
    if place.exists():
        sys.exit(f"{place.name} is there already, and stays as it is")
    make(place)
