"""The demo: the sample articles from nothing to training data, by the same services as everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.command import AcceptAbove, SetStatus
from annotator.errors import KnownError
from annotator.resources import seed
from annotator.services import projects
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.session import Session
from annotator.services.suggesting import suggest
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.formats.records import WorkerCall

ACTOR = "demo"
FILE = "demo.annotator"
EXPORTS = (("spacy", "spacy"), ("conll2002", "conll2002"), ("conll2003", "conll2003"))
Picture = Callable[[Session, str, Path], None]
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class DemoOutcome:
    """What a demo without a window did, with lines that say where everything is."""

    documents: int = 0
    suggestions: int = 0
    spans: int = 0
    lines: list[str] = field(default_factory=list)


def build(folder: Path, call_worker: WorkerCall, *, progress: Progress | None = None) -> Path:
    """The demo project in `folder`, made if it is not there, with suggestions; returns its path.

    One that is there is kept with all decisions; articles it has already are not added twice. Raises KnownError A002
    where the folder cannot be made, A106 where a project of other articles has its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("A002", f"{folder}: {error.strerror}", "choose another folder with --dir") from error
    path = folder / FILE
    project = Project.open(path) if path.exists() else projects.create_project(path)
    with project:
        samples = {article.stem for article in seed("articles").iterdir()}
        if project.document_ids() and samples.isdisjoint(project.document_ids()):
            raise KnownError("A106", f"{path} is a project of other articles", "choose another folder with --dir")
        scheme = projects.scheme_of(project)
        import_paths(project, scheme, call_worker, [seed("articles")], format_name="text")
        suggest(project, scheme, [call_worker], progress=progress)
    return path


def run_to_the_end(path: Path, folder: Path, call_worker: WorkerCall, picture: Picture) -> DemoOutcome:
    """Accepts every suggestion as "demo", finishes the documents, exports, and takes a picture of the window.

    The picture is taken while the last article still has open suggestions.
    """
    outcome = DemoOutcome()
    with Project.open(path) as project:
        session = projects.open_session(project, ACTOR)
        ids = project.document_ids()
        outcome.documents = len(ids)
        shot = folder / "window.png"
        _half_way(session, ids[0])
        picture(session, ids[0], shot)
        for document in ids:
            outcome.suggestions += len(project.suggestions(document))
            session.do(AcceptAbove(document=document, threshold=0.0), origin="script")
            session.do(SetStatus(document=document, status="done"), origin="script")
            outcome.spans += len(session.state(document).spans)
        for name, place in EXPORTS:
            report = export(project, session.scheme, call_worker, ExportRequest(name, folder / place, ACTOR))
            outcome.lines.append(f"{name}: {folder / place} ({report.line()}; read back by {report.judge})")
    outcome.lines.append(f"picture of the window: {shot}")
    return outcome


def _half_way(session: Session, document: str) -> None:
    """Accepts the surest suggestions, so that the picture shows decided and open ones."""
    session.do(SetStatus(document=document, status="busy"), origin="script")
    scores = sorted(one.score for one in session.state(document).open_suggestions(session.scheme))
    if scores:
        session.do(AcceptAbove(document=document, threshold=scores[len(scores) // 2]), origin="script")
