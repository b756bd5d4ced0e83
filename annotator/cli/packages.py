"""Commands for work packages: make, open, return, merge."""

from __future__ import annotations

from pathlib import Path

import typer

from annotator.cli.console import counted, note, progress, say, say_json
from annotator.cli.targets import require_file, require_project_name
from annotator.core.endings import PACKAGE, PROJECT
from annotator.errors import KnownError
from annotator.services import handed_out, merging, packages, projects
from annotator.services.assigning import Selection
from annotator.store.project import Project


def make(
    project: Path = typer.Argument(help="The project file."),
    annotator: str = typer.Option(..., "--for", help="The annotator whose work it will be."),
    out: Path = typer.Option(..., help="The file to write, NAME.annopack."),
    documents: list[str] | None = typer.Option(None, help="These documents, by id; without it, see --share."),
    share: float | None = typer.Option(None, help="This share of all documents, such as 0.2; else all."),
    overlap: float = typer.Option(0.0, help="Share of all documents that everyone gets, for comparing."),
    blind: float = typer.Option(0.0, help="Share of the package that comes without suggestions, as control."),
    no_suggestions: bool = typer.Option(False, "--no-suggestions", help="No suggestions at all."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Make a signed work package for one annotator; nobody's decisions are in it."""
    require_file(out, "--out")
    if documents and (share is not None or overlap):
        raise KnownError("A401", "--documents goes with neither --share nor --overlap", "leave one of them out")
    with Project.open(project) as opened, progress("packed", is_quiet=quiet) as show:
        report = packages.make(
            opened,
            projects.scheme_of(opened),
            annotator=annotator,
            out=out,
            selection=Selection(tuple(documents or ()), share, overlap, blind),
            with_suggestions=not no_suggestions,
            progress=show,
        )
    if json:
        say_json(report.to_json())
        return
    say(f"{out}: {counted(len(report.documents), 'document')} for {annotator} ({report.common} that others have too).")
    say(f"{counted(report.suggestions, 'suggestion')}; without any, as control: {len(report.blind)}.")


def open_package(
    file: Path = typer.Argument(help="The work package, NAME.annopack."),
    project: Path | None = typer.Argument(None, help="The project to make; else NAME.annotator beside it."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Make a project of one's own from a work package."""
    if not file.name:  # “.” and “/”, beside which nothing has a name
        raise KnownError("A801", f"{file} is not a file", "name the work package, such as anna.annopack")
    if project is not None:
        require_project_name(project)
    report = handed_out.open_package(file, project or file.with_suffix(PROJECT))
    if json:
        say_json(report.to_json())
        return
    documents, suggestions = counted(report.documents, "document"), counted(report.suggestions, "suggestion")
    say(f"{report.project}: {documents} for {report.annotator}, {suggestions}.")
    say(f'Next: annotator open "{report.project}", and when done: annotator package return "{report.project}"')


def give_back(
    project: Path = typer.Argument(help="The project that was made from a work package."),
    out: Path | None = typer.Option(None, help="The file to write; else NAME.return.annopack beside the project."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Write what was done on a work package into one file, to be sent back."""
    require_file(out, "--out")
    with Project.open(project, read_only=True) as opened:
        report = handed_out.give_back(opened, out or project.with_name(f"{project.stem}.return{PACKAGE}"))
    if json:
        say_json(report.to_json())
        return
    say(f"{report.file}: the work of {report.annotator}, documents done: {report.done} of {report.documents}.")
    for name, documents in report.left.items():
        what = f"what was decided as {name!r:.60} on {counted(documents, 'document')}"
        note(f"not in it: {what}; this work was given to {report.annotator!r:.60}")


def merge(
    project: Path = typer.Argument(help="The project the packages were made from."),
    files: list[Path] = typer.Argument(help="What annotators returned."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Check and tell, and write nothing."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Take returned work over, all files or none; what does not belong is refused and listed."""
    with (
        Project.open(project, read_only=dry_run) as opened,
        progress("checked" if dry_run else "checked and merged", is_quiet=quiet) as show,
    ):
        report = merging.merge(opened, projects.scheme_of(opened), files, is_dry_run=dry_run, progress=show)
    if json:
        say_json(report.to_json())
    else:
        for one in report.files:
            _tell(one)
    if report.refused:
        raise KnownError(
            "A803",
            f"files that were refused: {report.refused} of {len(report.files)}; nothing was merged",
            "read the reasons; leave those files out, or have them returned again",
        )
    if not json:
        say("Nothing was written: this was a dry run." if dry_run else "Merged.")


def _tell(one: merging.FileReport) -> None:
    name = Path(one.file).name
    if one.refusals:
        reasons = "1 reason" if one.refusals == 1 else f"{one.refusals} reasons"
        say(f"{one.file}: refused, {reasons}.")
        for refusal in one.refused:
            where = ", ".join(part for part in (refusal.document, refusal.operation) if part)
            said = f"{refusal.reason}: {f'{where}: ' if where else ''}{refusal.what}"
            say(said if name in refusal.what else f"{name}: {said}")  # the answer; on stderr stands the error alone
        return
    done = f"documents done: {one.done} of {one.documents}"
    say(f"{one.file}: {one.annotator}, new operations: {one.new} of {one.operations}, {done}.")
    for line in one.notes:
        note(f"{name}: {line}")
