"""Commands on a project as a whole: making one, and its figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from annotator.cli.console import counted, cut, say, say_json, say_table
from annotator.cli.targets import require_project_name
from annotator.services import catching, comparing, following, projects
from annotator.store.project import Project


def new(
    project: Path = typer.Argument(help="The project file to make, NAME.annotator."),
    scheme: str = typer.Option(projects.DEFAULT_SCHEME, help="A built-in scheme, or a scheme file (.toml)."),
    language: str = typer.Option("nl", help="Language of the articles."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Make an empty project."""
    require_project_name(project)
    with projects.create_project(project, scheme=scheme, language=language) as made:
        found = projects.scheme_of(made)
        answer = {"project": str(made.path), "scheme": found.name, "version": found.version}
    if json:
        say_json(answer)
    else:
        say(f"{made.path}: an empty project under the scheme {found.name} {found.version}.")
        say(f'Next: annotator import "{made.path}" PATH…')


def stats(
    project: Path = typer.Argument(help="The project file."),
    remarks: bool = typer.Option(False, "--remarks", help="Also list what was flagged, skipped and remarked."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Show what each annotator has done."""
    with Project.open(project, read_only=True) as opened:
        figures = opened.stats()
        settled = comparing.adjudicators(opened)
        for name, one in figures["annotators"].items():
            one["suggestions"] = catching.rates(opened, name)
        figures["assigned"] = following.assigned(opened)
        if remarks:
            figures["remarks"] = following.remarks(opened)
    if json:
        say_json(figures)
        return
    say(f"{counted(figures['documents'], 'document')}, {figures['done']} done")
    if not figures["annotators"]:
        say("Nobody has begun.")
    _say_work(figures)
    for name, one in figures["annotators"].items():
        if name in settled:  # who takes versions of others answers no suggestion
            continue
        for line in _on_suggestions(one["suggestions"]):
            say(f"{name}: {line}")
    if remarks:
        _say_remarks(figures["remarks"])


def _say_remarks(found: list[dict[str, Any]]) -> None:
    if not found:
        say("Nothing is flagged, skipped or remarked on.")
        return
    rows = [[one["document"], one["annotator"], one["kind"], cut(one["about"]), one["text"]] for one in found]
    say_table(("document", "annotator", "", "about", "text"), rows)


def _say_work(figures: dict[str, Any]) -> None:
    """A row for everyone who has begun or was given work; nothing where there is nobody."""
    assigned = figures["assigned"]
    counts = ("spans", "events", "accepted", "corrected", "rejected", "added")
    rows = []
    for name in dict.fromkeys([*figures["annotators"], *assigned]):
        one = figures["annotators"].get(name)
        given = [assigned.get(name, "")] if assigned else []
        if one is None:
            rows.append([name, *given, 0])
            continue
        cost = f"{one['active_seconds'] / one['done']:.1f}" if one["done"] and one["active_seconds"] else ""
        spent = [f"{one['active_seconds'] / 60:.1f}", cost, one["keys"]]
        rows.append([name, *given, one["done"], one["documents"] - one["done"], *(one[key] for key in counts), *spent])
    if rows:
        headings = ["annotator", *(["assigned"] if assigned else []), "done", "begun", *counts]
        headings += ["active min", "s a document", "keys"]
        say_table(headings, [[*row, *[""] * (len(headings) - len(row))] for row in rows])


def _on_suggestions(found: dict[str, Any]) -> list[str]:
    """What a lead is to know of how suggestions were answered; nothing where none was."""
    lines = []
    if found["decided"]:
        pace = f"; {found['median_ms'] / 1000:.1f} s each (median of {found['timed']})" if found["timed"] else ""
        lines.append(
            f"accepted {100 * found['accept_rate']:.0f} % of {counted(found['decided'], 'decided suggestion')}{pace}"
        )
    if found["planted"]:
        lines.append(f"caught {found['caught']} of {counted(found['planted'], 'planted wrong suggestion')}")
    if found["controls"]:
        lines.append(f"{counted(found['controls'], 'control document')} done")
    return lines
