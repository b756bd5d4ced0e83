"""The command on the scheme of a project: write it out as a file, tell what another would change, put that in force."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from annotator.cli.console import counted, cut, note, plain, say, say_json
from annotator.cli.targets import STDOUT, require_file
from annotator.errors import KnownError
from annotator.formats import output
from annotator.services import comparing, projects, scheme_versions
from annotator.services.exporting import refuse_project
from annotator.services.scheme_words import told
from annotator.services.schemes import load_scheme
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.core.scheme_changes import Change
    from annotator.services.scheme_versions import Planned


def scheme(
    project: Path = typer.Argument(help="The project file."),
    set_to: str | None = typer.Option(None, "--set", metavar="FILE", help="A scheme file that is to hold from now on."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Only tell what --set would change and what forbids it."),
    withdraw: bool = typer.Option(
        False, "--withdraw-suggestions", help="Take suggestions away that use what is removed."
    ),
    name: str | None = typer.Option(None, "--as", help="Whose change of a guideline it is."),
    out: Path | None = typer.Option(None, "--out", help="Write the scheme into this file."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Write the project's scheme as a file to change, or make a changed file its next version."""
    if name is not None:
        comparing.require_name(name, comparing.WITH_AS)
    if set_to is None and (dry_run or withdraw):
        raise typer.BadParameter("--dry-run and --withdraw-suggestions go with --set")
    if set_to is not None or json:
        require_file(out, "--out")  # standard output has the answer
    if set_to is None:
        _show(project, None if out == STDOUT else out, as_json=json)
        return
    wanted = load_scheme(set_to)
    with Project.open(project, read_only=dry_run) as opened:
        if dry_run:
            planned = scheme_versions.plan(opened, wanted, withdraw=withdraw)
        else:
            actor = name or str(opened.meta("annotator") or projects.user_name())
            planned = scheme_versions.change(opened, wanted, actor=actor, withdraw=withdraw)
        source = scheme_versions.written_out(opened) if out is not None else ""
    if out is not None and not dry_run:
        _write(out, source)
    if json:
        say_json(planned.to_json())
    else:
        _tell(planned, is_dry_run=dry_run)
    scheme_versions.require_allowed(planned)


def _show(project: Path, out: Path | None, *, as_json: bool) -> None:
    """The present scheme: into a file where one is named, else on stdout."""
    with Project.open(project, read_only=True) as opened:
        source, found = scheme_versions.written_out(opened), projects.scheme_of(opened)
    if out is not None:
        _write(out, source)
    if as_json:
        say_json({"scheme": found.name, "version": found.version, "source": source})
    elif out is not None:
        say(f"{out}: the scheme {found.name} {found.version}.")
        say(f'Change it, then: annotator scheme "{project}" --set "{out}" --dry-run')
    else:
        sys.stdout.write("".join(f"{plain(line)}\n" for line in source.rstrip("\n").split("\n")))


def _write(out: Path, source: str) -> None:
    refuse_project(out)
    if out.exists():
        raise KnownError("A106", f"{out} is there already", "choose another name for --out")
    with output.text_file(out) as file:
        file.write(source)


def _tell(planned: Planned, *, is_dry_run: bool) -> None:
    for one in planned.changes:
        for line in _lines(one):
            say(line)
    for obstacle in planned.obstacles:
        note(told(obstacle))
    for label in planned.guidelines:
        note(f"the guideline of {label.name} that was written in the project gives way to the file's")
    if planned.suggestions:
        verb = "would be withdrawn" if is_dry_run else "withdrawn"
        note(f"{counted(planned.suggestions, 'suggestion')} {verb}")
    if planned.handed_out:
        who = ", ".join(planned.handed_out)
        note(f"work packages are with {who}: what comes back with something that is removed here will be refused")
    if not planned.changes:
        say(f"Nothing changes: the scheme is {planned.present.name} {planned.present.version} as it was.")
    elif not is_dry_run:
        say(f"The scheme is {planned.scheme.name} {planned.scheme.version} from now on.")
    elif planned.is_allowed:
        say(f"It would be {planned.scheme.name} {planned.scheme.version}. Nothing was written: this was a dry run.")


def _lines(one: Change) -> list[str]:
    """A line for what is added or removed, one a field for what is changed."""
    thing = f"{one.what} {one.name}".strip() if one.name else f"{one.what}s"
    where = f" of layer {one.layer}" if one.layer else ""
    if one.action != "changed":
        return [f"{one.action}: {thing}{where}"]
    return [
        f"changed: {thing}{where}: {field.name}: {cut(field.before) or '–'} → {cut(field.after) or '–'}"
        for field in one.fields
    ]
