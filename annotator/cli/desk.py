"""Commands that open the window, or run the demo that shows what the program does."""

from __future__ import annotations

from pathlib import Path

import typer

from annotator.cli.console import counted, note, progress, say
from annotator.services import demo as demos
from annotator.services.working import worker


def open_project(
    context: typer.Context,
    project: Path | None = typer.Argument(None, help="The project file; without one, the welcome page."),
    name: str | None = typer.Option(None, "--as", help="The annotator whose decisions these will be."),
    document: str | None = typer.Option(None, help="The document to show first, by id."),
) -> None:
    """Open the desk."""
    raise typer.Exit(context.obj.show(project, name, document))


def demo(
    context: typer.Context,
    folder: Path = typer.Option(Path("exports"), "--dir", help="Where the project and the exports go."),
    no_window: bool = typer.Option(False, "--no-window", help="Run to the end without a window."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Build a project from the sample articles, suggest, and open it; or run it all to the end."""
    has_window = not no_window and context.obj.has_display()
    if not no_window and not has_window:
        note("There is no display here, so the demo runs to its end without a window.")
    with worker() as call, progress("suggested", is_quiet=quiet) as show:
        path = demos.build(folder, call, progress=show)
        if not has_window:
            outcome = demos.run_to_the_end(path, folder, call, context.obj.picture)
    if has_window:
        say(f"Opening {path}; `annotator open {path}` opens it again.")
        raise typer.Exit(context.obj.show(path, demos.ACTOR, None))
    suggested = counted(outcome.suggestions, "suggestion")
    say(f"{counted(outcome.documents, 'sample article')}, {suggested}, {counted(outcome.spans, 'span')} accepted.")
    for line in outcome.lines:
        say(line)
    say(f"The project is {path}; with a display, `annotator open {path}` opens it.")
