"""Commands that look after a project and after the program: check, backup, restore, selftest."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import typer

from annotator.cli.console import counted, say, say_json
from annotator.cli.targets import require_file, require_project_name
from annotator.errors import KnownError
from annotator.services.selftest import CHECKS, picture_check, run_check
from annotator.store.backup import restore as restore_backup
from annotator.store.check import check_file
from annotator.store.project import Project


def check(
    project: Path = typer.Argument(help="The project file."),
    rebuild: bool = typer.Option(False, "--rebuild", help="Derive the current state anew from the log first."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Check a project from end to end: file, hash chains, state against log, offsets, roles."""
    if rebuild:
        with Project.open(project) as opened:
            opened.rebuild_projection()
    findings = check_file(project)
    if json:
        say_json({"project": str(project), "ok": not findings, "findings": [asdict(one) for one in findings]})
    elif not findings:
        say(f"{project}: whole. File, hash chains, state, offsets and roles are as they should be.")
    else:
        for one in findings:
            say(f"{one.code}: {one.what}{f' ({one.where})' if one.where else ''}")
    if findings:
        raise KnownError(
            "A105",
            f"{project.name}: {counted(len(findings), 'finding')}",
            "restore a backup; where only the state differs from the log, `annotator check --rebuild` mends it",
        )


def backup(
    project: Path = typer.Argument(help="The project file."),
    to: Path | None = typer.Option(None, help="The file to write; else one beside the project."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Write a verified copy of a project."""
    require_file(to, "--to")
    with Project.open(project, read_only=True) as opened:
        made = opened.backup(to)
    if json:
        say_json({"backup": str(made)})
    else:
        say(f"{made}: a verified copy of {project}.")


def restore(
    backup: Path = typer.Argument(help="The backup."),
    project: Path = typer.Argument(help="The project file to put it in the place of."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Put a verified backup in the place of a project; the file before is kept."""
    if not project.exists():  # one that is there keeps the name it was given
        require_project_name(project)
    kept = restore_backup(backup, project)
    if json:
        say_json({"project": str(project), "kept": None if kept is None else str(kept)})
        return
    say(f"{project}: restored from {backup}.")
    if kept is not None:
        say(f"The file before is kept as {kept}.")


def selftest(
    context: typer.Context,
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Prove that this copy of the program works: SQLite, worker, spaCy, a round trip, the window."""
    results = []
    for one in (*CHECKS, picture_check(context.obj.picture)):
        result = run_check(one)
        results.append(result)
        if not json:
            say(f"{'ok  ' if result.is_ok else 'FAIL'} {result.name}: {result.detail}")
    failed = [result.name for result in results if not result.is_ok]
    if json:
        say_json({"ok": not failed, "checks": [asdict(result) for result in results]})
    if failed:
        raise KnownError("A004", f"these checks failed: {', '.join(failed)}", "install again; see docs/install.md")
