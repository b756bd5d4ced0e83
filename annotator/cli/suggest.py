"""The command that fills a project with suggestions."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import typer

from annotator.cli.console import counted, progress, say, say_json
from annotator.services import pipelines, projects, suggesting
from annotator.services.renewing import renewed
from annotator.services.working import worker
from annotator.store.project import Project


def suggest(
    project: Path = typer.Argument(help="The project file."),
    suggesters: list[str] | None = typer.Option(
        None, "--with", help="Suggesters, such as rules or spacy:NAME; else learned, or rules before that."
    ),
    documents: list[str] | None = typer.Option(None, help="Only these documents, by id."),
    processes: int = typer.Option(1, min=1, max=16, help="Worker processes."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Store suggestions for documents that are not done."""
    with Project.open(project) as opened, ExitStack() as stack, progress("suggested", is_quiet=quiet) as show:
        scheme = projects.scheme_of(opened)
        suggesting.check_suggesters(suggesters or ())
        workers = [stack.enter_context(worker()) for _ in range(processes)]
        beside = () if suggesters else pipelines.installed(workers[0], pipelines.kept(opened))
        wanted = suggesters or (*suggesting.usual_suggesters(opened, scheme), *beside)
        report = suggesting.suggest(
            opened,
            scheme,
            workers,
            suggesters=wanted,
            documents=documents or (),
            renew=None if suggesters else renewed,  # what is asked for by name comes as it is
            progress=show,
        )
        if suggesters and not documents:
            pipelines.keep(opened, suggesters)
    if json:
        say_json(report.to_json())
        return
    what, where = counted(report.suggestions, "suggestion"), counted(report.documents, "document")
    say(f"{what} for {where}, by {', '.join(report.suggesters)}.")
